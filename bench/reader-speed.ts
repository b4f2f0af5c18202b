// How fast the reader reads: `node bench/reader-speed.ts [seconds a row]`. MB of UTF-8 a second on one
// core, and the share of a plain charCodeAt loop timed in the same process.
//
// The corpus is mixed, as the documents of an office are: by bytes 40 % reports dense with figures (the
// samples where they are there, and sentences put together at random), 15 % notices of conclusions,
// 15 % flattened tables, 30 % ordinary prose (news, weather, announcements) with hardly a finding. Each
// part is also timed alone, the densest first, so that nobody needs to trust the mix. Then come texts of
// one kind that would show a cost above linear, and the start of a new process. Times are processor time
// of the one thread, its garbage collection included, so that other work on the machine counts little.
import { spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { argv, execPath, stdout, threadCpuUsage, version } from 'node:process'
import { read } from '../reader/src/index.ts'
import { numbers, parts } from './corpus.ts'

const seconds = Number(argv[2] ?? 3)
const megabyte = 1e6
const index = join(import.meta.dirname, '..', 'reader', 'src', 'index.ts')

const sizeOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)

let sink = 0

/** Milliseconds of processor time that the work takes on this thread. */
function timed(work: () => void): number {
  const before = threadCpuUsage()
  work()
  const { user, system } = threadCpuUsage(before)
  return (user + system) / 1000
}

/** Processor clocks tick coarsely: a round must last this many milliseconds to count. */
const leastRound = 120

/** Best of many rounds, in MB of UTF-8 a second. */
function rate(texts: readonly string[], each: (text: string) => number): number {
  let best = Number.POSITIVE_INFINITY
  let passes = 1
  const until = performance.now() + seconds * 1000
  do {
    const spent = timed(() => {
      for (let pass = 0; pass < passes; pass++)
        for (const text of texts) sink = (sink + each(text)) | 0
    })
    if (spent < leastRound) passes *= 2
    else best = Math.min(best, spent / passes)
  } while (performance.now() < until || best === Number.POSITIVE_INFINITY)
  return sizeOf(texts) / megabyte / (best / 1000)
}

function scan(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0
  return sum
}

const findingsIn = (text: string): number => read(text).findings.length

const decoder = new TextDecoder()

const digest = (text: string): string => hash('sha256', text)

/** What `giaoban read` does with a plain text: bytes in, JSON out. */
const jsonOf = (file: Uint8Array): number =>
  JSON.stringify(read(decoder.decode(file), { digest })).length

/** The samples' texts, where they are there. */
function samples(): string[] {
  const folder = join(import.meta.dirname, '..', 'samples')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}

/** Texts of one kind: the cost a byte at 1 MB over that at 64 kB says whether it grows with length. */
function extremes(paragraph: string): [string, string][] {
  return [
    ['one paragraph of reports', paragraph],
    ['one sentence of reports', paragraph.replace(/[.;:!?\n]/g, ',')],
    ['digits', '1234567890'],
    ['numbers', '12,5 '],
    ['open quotes', '“'],
    ['open brackets', '('],
    ['"tăng "', 'tăng '],
    ['"chưa "', 'chưa '],
    ['capitals', 'NGUYỄN VĂN '],
    ['bodies', 'Sở Tài chính, '],
    ['dates', 'ngày 12/7/2024, '],
  ]
}

function filled(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
}

/** Milliseconds for all texts, best of three rounds that the clock can tell. */
function cost(texts: readonly string[]): number {
  let best = Number.POSITIVE_INFINITY
  let passes = 1
  for (let rounds = 0; rounds < 3; ) {
    const spent = timed(() => {
      for (let pass = 0; pass < passes; pass++)
        for (const text of texts) sink = (sink + findingsIn(text)) | 0
    })
    if (spent < leastRound) {
      passes *= 2
      continue
    }
    rounds++
    best = Math.min(best, spent / passes)
  }
  return best
}

/** Milliseconds from the first call to its result in a new process, modules already loaded. */
function coldStart(): number {
  const script = `import { read } from ${JSON.stringify(index)}
const start = performance.now()
read('Tổng thu ngân sách đạt 9.500 tỷ đồng.')
console.log(performance.now() - start)`
  const runs = Array.from({ length: 5 }, () =>
    Number(spawnSync(execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout),
  )
  return Math.min(...runs)
}

const line = (text: string): void => {
  stdout.write(`${text}\n`)
}
const mixture = parts(numbers(20210713), samples())
const documents = mixture.flatMap((part) => part.texts)
const bytes = sizeOf(documents)
line(
  `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, Node ${version.slice(1)}`,
)
line(`corpus: ${documents.length} documents, ${(bytes / megabyte).toFixed(2)} MB of UTF-8`)
rate(documents, findingsIn)
const loop = rate(documents, scan)
line(`plain charCodeAt loop: ${loop.toFixed(0)} MB/s`)
const mixed = rate(documents, findingsIn)
line(
  `reader, string to findings, mixed: ${mixed.toFixed(1)} MB/s, ${((mixed / loop) * 100).toFixed(2)} % of the loop`,
)
for (const { name, texts } of mixture) {
  const share = ((sizeOf(texts) / bytes) * 100).toFixed(0)
  const found = texts.reduce((sum, text) => sum + findingsIn(text), 0)
  const dense = ((found / sizeOf(texts)) * 1000).toFixed(1)
  const own = rate(texts, findingsIn).toFixed(1)
  line(`  ${name} alone: ${own} MB/s (${share} % of the bytes, ${dense} findings a kB)`)
}
const files = documents.map((text) => Buffer.from(text))
const byText = new Map(documents.map((text, at) => [text, files[at] ?? Buffer.alloc(0)]))
const whole = rate(documents, (text) => jsonOf(byText.get(text) ?? Buffer.alloc(0)))
line(`bytes to JSON, mixed: ${whole.toFixed(1)} MB/s`)
for (const { name, texts } of mixture) {
  const long = filled(texts.join('\n\n'), 750_000)
  const short = Array.from({ length: 250 }, (_, at) => long.slice(at * 3000, at * 3000 + 3000))
  const ratio = rate(short, findingsIn) / rate([long], findingsIn)
  line(
    `1 MB of ${name}: ${ratio.toFixed(2)} times the cost a byte of the same text in pieces of 4 kB`,
  )
}
for (const [name, piece] of extremes(documents.slice(0, 30).join(' ').replaceAll('\n', ' '))) {
  const short = filled(piece, 64_000)
  const ratio = cost([filled(piece, 1_024_000)]) / cost(Array(16).fill(short))
  line(`  1 MB of ${name}: ${ratio.toFixed(2)} times the cost a byte of 64 kB`)
}
line(`first result in a new process, lexicon built: ${coldStart().toFixed(0)} ms`)
line(`(checksum ${sink})`)
