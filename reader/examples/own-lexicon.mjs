// Reads with words of one's own: node own-lexicon.mjs
import { stdout } from 'node:process'
import { checkLexicon, extendLexicon, read } from '@giaoban/reader'

const own = 'unit\titem\tlồng bè\nproject\t\tĐường tránh Nà Lốc'
for (const { line, code, given } of checkLexicon(own).problems)
  stdout.write(`line ${line}: ${code} ${given}\n`)
const lexicon = extendLexicon(own)
const { findings } = read('Toàn xã có 45 lồng bè.', { lexicon })
stdout.write(`${findings.map(({ quote }) => quote).join('\n')}\n`)
