// Whether a text can keep one of our regular expressions busy: node bench/patterns.ts [characters].
// Every pattern written in the sources is run over texts of 50,000 characters that repeat what it may
// repeat itself: its own literal characters, pairs of them, and the usual suspects, with an end that cannot
// match. Each pattern in a thread that is ended after 20 s. Prints the slowest, in ms of one run.
import { join } from 'node:path'
import { argv, stdout } from 'node:process'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Pattern } from '../reader/test/patterns.ts'

const size = Number(argv[2] ?? 50_000)

/** What is repeated: characters of the pattern alone and in pairs, and units that such patterns repeat. */
function units({ pattern }: Pattern): string[] {
  const own = [...new Set(pattern.replace(/\\[a-z]/gi, ''))].filter(
    (one) => !/[\\[\]^$|?{}]/.test(one),
  )
  const usual = [
    ' ',
    '\n',
    'a',
    'A',
    '1',
    '-',
    '_ ',
    'ậ',
    '1.',
    '1,',
    'a ',
    '1 ',
    '. ',
    'M ậ ',
    '<!---->',
    '<a ',
    '| ',
  ]
  const some = own.slice(0, 14)
  return [...new Set([...some, ...usual, ...some.flatMap((a) => some.map((b) => a + b))])]
}

function slowest(pattern: Pattern): { ms: number; unit: string } {
  const regex = new RegExp(pattern.pattern, pattern.flags)
  let worst = { ms: 0, unit: '' }
  for (const unit of units(pattern)) {
    const text = `${unit.repeat(Math.ceil(size / unit.length)).slice(0, size)}\u0000`
    const start = performance.now()
    regex.lastIndex = 0
    if (regex.global) text.replace(regex, '')
    else regex.test(text)
    const ms = performance.now() - start
    if (ms > worst.ms) worst = { ms, unit }
  }
  return worst
}

/** Runs one pattern; null where it did not end in time. */
function tried(pattern: Pattern): Promise<{ ms: number; unit: string } | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: pattern })
    const late = setTimeout(() => void worker.terminate().then(() => resolve(null)), 20_000)
    worker.once('message', (found) => {
      clearTimeout(late)
      resolve(found)
    })
  })
}

if (isMainThread) {
  const { patternsIn } = await import('../reader/test/patterns.ts')
  const root = join(import.meta.dirname, '..')
  const all = ['app/src', 'reader/src'].flatMap((folder) =>
    patternsIn(join(root, folder)).map((one) => ({ ...one, file: `${folder}/${one.file}` })),
  )
  const results = []
  for (const pattern of all) results.push({ pattern, worst: await tried(pattern) })
  results.sort((a, b) => (b.worst?.ms ?? Infinity) - (a.worst?.ms ?? Infinity))
  stdout.write(`${all.length} patterns, ${size} characters\n`)
  for (const { pattern, worst } of results.slice(0, 25)) {
    const said = worst
      ? `${worst.ms.toFixed(1)} ms on ${JSON.stringify(worst.unit)}`
      : 'not in 20 s'
    stdout.write(`${said}  ${pattern.file}  ${pattern.pattern.slice(0, 90)}\n`)
  }
} else parentPort?.postMessage(slowest(workerData as Pattern))
