// Makes the plain texts and their gold from the annotated ones:
//   node samples/gold.ts           writes samples/*.txt, samples/evaluation/*.txt and their *.gold.json
//   node samples/gold.ts --check   writes nothing; exits 1 when a file is not what the annotation makes
//   node samples/gold.ts FOLDER    does the same for FOLDER/annotated, wherever that is
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { argv, exit, stderr, stdout } from 'node:process'
import { readAnnotated } from './annotation.ts'

/** Kinds whose findings are all marked, so that what a reader finds beyond them is invented. */
const complete = [
  'quantity',
  'statement',
  'period',
  'meeting',
  'agendaItem',
  'opinion',
  'decision',
  'assignment',
  'shortcoming',
  'citation',
  'person',
  'check',
]

const root = import.meta.dirname
const check = argv.includes('--check')
const given = argv.slice(2).filter((argument) => !argument.startsWith('--'))
const folders = given.length > 0 ? given : [root, join(root, 'evaluation')]
let stale = 0
for (const folder of folders.map((parent) => join(parent, 'annotated'))) {
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.txt')) continue
    const target = join(dirname(folder), name)
    try {
      const { head, text, findings } = readAnnotated(readFileSync(join(folder, name), 'utf8'))
      const left = (head.incomplete ?? '').split(' ')
      const gold = {
        doc: name,
        date: head.date ?? null,
        normalisation: 'NFC',
        offsetUnit: 'utf16-code-unit',
        annotators: 1,
        complete: complete.filter((kind) => !left.includes(kind)),
        findings,
      }
      put(target, `${text.normalize(head.form ?? 'NFC')}\n`)
      put(target.replace(/\.txt$/, '.gold.json'), `${JSON.stringify(gold, null, 1)}\n`)
    } catch (error) {
      stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`)
      stale++
    }
  }
}
if (stale > 0) exit(1)

function put(path: string, content: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === content) return
  if (!check) writeFileSync(path, content)
  else {
    stale++
    stdout.write(`not as annotated: ${relative(root, path)}\n`)
  }
}
