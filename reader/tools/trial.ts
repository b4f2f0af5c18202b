// Feeds the reader any number of strange texts and watches: no throw, no hang, sound findings, the same
// bytes twice, and no cost that grows faster than the text. npm run trial:reader -- [--inputs N] [--seed S].
// An input is made from the seed and its number alone; what fails is printed, shortened, and exits with 1.
import { join } from 'node:path'
import { argv, exit, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { normalise, originalOffset, read } from '../src/index.ts'
import { sources } from '../src/lexicon/compiled.ts'

/** A stream of numbers below a bound, the same for the same seed. */
function numbersOf(seed: number): (below: number) => number {
  let state = (seed ^ 0x9e3779b9) | 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const phrases = Object.values(sources).flatMap((source) =>
  source
    .split('\n')
    .flatMap((line) => (line.split('\t')[2] ?? '').split('|'))
    .map((phrase) => phrase.trim())
    .filter(Boolean),
)
const fillers =
  '1|12,5|1.234|2024|30/6/2024|9 tháng|quý II/2023|110/128|%|tỷ đồng|ha|,|;|:|.|(|)|“|”|-|–|/|\n|\n\n|\r\n|\t| |\u00a0|\u200b|\u0301|\ud800|\udc00|\u0000|😀|I.|1.|a)|số|ngày|đạt|tăng|so với cùng kỳ|12-NQ/TU|Nguyễn Văn A|TP.|v.v.'.split(
    '|',
  )

/** One strange text. */
export function inputOf(seed: number, number: number): string {
  const next = numbersOf(Math.imul(seed + 1, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35))
  for (let warm = 0; warm < 4; warm++) next(2)
  const pick = (list: readonly string[]): string => list[next(list.length)] ?? ''
  const length = 1 + next(next(20) === 0 ? 200 : 30)
  let text = ''
  switch (next(5)) {
    case 0:
      for (let at = 0; at < length * 4; at++) text += String.fromCharCode(next(0x10000))
      break
    case 1: {
      const piece = pick(next(2) === 0 ? phrases : fillers) + pick(fillers)
      text = piece.repeat(1 + next(300))
      break
    }
    case 2:
      for (let at = 0; at < length; at++) text += pick(fillers)
      break
    default:
      for (let at = 0; at < length; at++)
        text += `${pick(next(3) === 0 ? fillers : phrases)}${next(4) === 0 ? '' : ' '}`
  }
  if (next(8) === 0) text = text.normalize('NFD')
  if (next(12) === 0) text = text.toUpperCase()
  return text
}

/** What is wrong with the reading of a text; null where all is well. */
export function faultOf(given: string): string | null {
  try {
    const reading = read(given)
    const normal = normalise(given)
    let last = 0
    const ids = new Set<string>()
    for (const { id, start, end, quote } of reading.findings) {
      if (normal.text.slice(start, end) !== quote) return `${id}: the quote is not the text`
      if (end <= start || end > normal.text.length) return `${id}: out of the text`
      if (start < last) return `${id}: out of order`
      if (ids.has(id)) return `${id}: twice`
      const from = originalOffset(normal, start)
      const to = originalOffset(normal, end)
      if (from > to || to > given.length) return `${id}: no place in what was given`
      last = start
      ids.add(id)
    }
    if (JSON.stringify(read(given)) !== JSON.stringify(reading)) return 'not the same twice'
    const traced = read(given, { trace: true })
    if (traced.findings.length !== reading.findings.length) return 'other findings with a trace'
    return null
  } catch (error) {
    return `throws ${(error as Error).stack?.split('\n').slice(0, 3).join(' | ')}`
  }
}

/** A shorter text with a fault. */
function shortened(given: string): string {
  let text = given
  for (let size = text.length >> 1; size > 0; size >>= 1)
    for (let at = 0; at + size <= text.length; ) {
      const less = text.slice(0, at) + text.slice(at + size)
      if (faultOf(less)) text = less
      else at += size
    }
  return text
}

/** Pieces whose repetition has been dear somewhere; their cost is measured at two lengths. */
const families = [
  '1',
  '1.',
  '1/',
  '( ',
  '“',
  'tỷ ',
  'tăng ',
  'Sở Tài chính, ',
  'A ',
  '- ',
  '1\t',
  'ngày 1/1, ',
]

/** Cost a byte at 400 kB over that at 100 kB, the best of three. */
function growth(piece: string): number {
  const cost = (length: number) => {
    const text = piece.repeat(Math.ceil(length / piece.length))
    let best = Number.POSITIVE_INFINITY
    for (let round = 0; round < 3; round++) {
      const began = performance.now()
      read(text)
      best = Math.min(best, performance.now() - began)
    }
    return best / text.length
  }
  cost(20_000)
  return cost(400_000) / cost(100_000)
}

/** Longer than any input may take. */
const patience = 20_000

async function main(): Promise<void> {
  const { values } = parseArgs({
    args: argv.slice(2),
    options: { inputs: { type: 'string' }, seed: { type: 'string' } },
  })
  const inputs = Number(values.inputs ?? 1_000_000)
  const seed = Number(values.seed ?? Date.now() % 1_000_000)
  stdout.write(`seed ${seed}, ${inputs} inputs\n`)
  const worker = new Worker(join(import.meta.dirname, 'trial.ts'), { workerData: { inputs, seed } })
  let done = 0
  let failed = 0
  const began = performance.now()
  await new Promise<void>((resolve, reject) => {
    let timer = setTimeout(() => undefined, 0)
    const wait = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => reject(new Error(`hangs behind input ${done}`)), patience)
    }
    wait()
    worker.on('message', (message: { done: number } | { number: number; fault: string }) => {
      wait()
      if ('done' in message) done = message.done
      else {
        failed++
        const text = shortened(inputOf(seed, message.number))
        stdout.write(`input ${message.number}: ${message.fault}\n  ${JSON.stringify(text)}\n`)
      }
    })
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
  }).catch((error: Error) => {
    failed++
    stdout.write(`${error.message}\n`)
    void worker.terminate()
  })
  const seconds = (performance.now() - began) / 1000
  stdout.write(`${inputs} inputs in ${seconds.toFixed(0)} s, ${failed} failed\n`)
  for (const piece of families)
    stdout.write(
      `cost a byte of ${JSON.stringify(piece)}, 400 kB over 100 kB: ${growth(piece).toFixed(2)}\n`,
    )
  exit(failed > 0 ? 1 : 0)
}

/** The thread: tells how far it is every thousand inputs, and each fault. */
function work({ inputs, seed }: { inputs: number; seed: number }): void {
  for (let number = 0; number < inputs; number++) {
    const fault = faultOf(inputOf(seed, number))
    if (fault) parentPort?.postMessage({ number, fault })
    if (number % 1000 === 999) parentPort?.postMessage({ done: number + 1 })
  }
}

if (!isMainThread && workerData?.inputs !== undefined) work(workerData)
else if (argv[1] === import.meta.filename) await main()
