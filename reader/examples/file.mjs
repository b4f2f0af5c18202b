// Reads one text file and prints what was found: node file.mjs report.txt
import { readFileSync } from 'node:fs'
import { argv, stdout } from 'node:process'
import { decodeBytes, read } from '@giaoban/reader'

const { text } = decodeBytes(readFileSync(argv[2]))
for (const { kind, start, end, quote } of read(text).findings)
  stdout.write(`${kind}\t${start}\t${end}\t${quote.replaceAll('\n', ' ')}\n`)
