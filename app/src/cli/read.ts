// `giaoban read`: files in, findings out, in the shape of the contract. Needs no database. A few documents
// are read here; many, in threads on all processors. Nothing that breaks one stops the others.
import { extendLexicon, type FindingKind, type Lexicon } from '@giaoban/reader'
import { lineJobs } from './lines.ts'
import { print, say } from './output.ts'
import { CommandProblem } from './problem.ts'
import { Progress } from './progress.ts'
import type { ReadSwitches } from './read-call.ts'
import {
  type Format,
  formats,
  isDate,
  type Job,
  type Outcomes,
  type ReadingOptions,
  readJob,
} from './reading.ts'
import type { CliTexts, Language } from './texts.ts'
import { hasFolder, jobsOf } from './walk.ts'

const kinds: readonly FindingKind[] = [
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
  'organisation',
  'person',
  'project',
  'check',
]

/** So many are read before threads are started: to start them takes longer than to read a few. */
const few = { file: 4, lines: 2 }

/** Reads everything that can be read. Resolves to the exit code: 0, or 1 where something could not be. */
export async function readCommand(
  files: readonly string[],
  switches: ReadSwitches,
  t: CliTexts,
  language: Language,
): Promise<number> {
  const options = await optionsOf(files, switches, t, language)
  const threads = threadsOf(switches.threads, t)
  const lexicon = await lexiconOf(switches.lexicon, language)
  const jobs = switches.input === undefined ? jobsOf(files) : lineJobs(process.stdin)
  const progress = new Progress(
    () => switches.progress ?? (!process.stdout.isTTY && process.stderr.isTTY === true),
    t.readProgress,
  )
  if (options.format === 'csv') await print((await import('./show.ts')).csvHead)
  let failed = false
  for await (const { bytes, count, troubles } of outcomes(jobs, options, lexicon, threads)) {
    for (const trouble of troubles) {
      failed = true
      progress.clear()
      say(trouble)
    }
    if (bytes.length > 0) await print(bytes)
    progress.step(count - troubles.length, troubles.length)
  }
  progress.end()
  return failed ? 1 : 0
}

/** The first documents here, what comes after them in threads; always in the order they came in. */
async function* outcomes(
  jobs: AsyncIterable<Job>,
  options: ReadingOptions,
  lexicon: string,
  threads: number | undefined,
): AsyncGenerator<Outcomes> {
  const iterator = jobs[Symbol.asyncIterator]()
  const own: Lexicon | undefined = lexicon === '' ? undefined : extendLexicon(lexicon)
  for (let count = 1; ; count++) {
    const next = await iterator.next()
    if (next.done) return
    yield await readJob(next.value, options, own)
    if (threads !== 1 && count >= few[next.value.kind]) break
  }
  const { readAll } = await import('./read-pool.ts')
  const rest = { [Symbol.asyncIterator]: () => iterator }
  yield* readAll(rest, { ...options, lexicon, threads })
}

/** Checks the switches; `CommandProblem` with exit code 2 for what cannot be meant. */
async function optionsOf(
  files: readonly string[],
  switches: ReadSwitches,
  t: CliTexts,
  language: Language,
): Promise<ReadingOptions> {
  const wrong = (message: string) => new CommandProblem(message, 2)
  if (switches.date !== undefined && !isDate(switches.date)) throw wrong(t.badDate(switches.date))
  const format = (switches.format ?? 'json') as Format
  if (!formats.includes(format)) throw wrong(t.badFormat(format, formats.join(', ')))
  const wanted = switches.kinds?.split(',').map((kind) => kind.trim() as FindingKind)
  const unknown = wanted?.find((kind) => !kinds.includes(kind))
  if (unknown !== undefined) throw wrong(t.badKind(unknown, kinds.join(', ')))
  if (switches.input !== undefined) {
    if (switches.input !== 'jsonl') throw wrong(t.badInput(switches.input))
    if (files.length !== 1 || files[0] !== '-') throw wrong(t.inputFromStdin)
    if (switches.format !== undefined && switches.format !== 'jsonl') throw wrong(t.inputIsLines)
  }
  return {
    date: switches.date,
    format,
    kinds: wanted,
    withText: switches.withText === true,
    trace: switches.trace === true,
    spoken: switches.spoken === true,
    language,
    many: files.length > 1 || hasFolder(files),
    width: process.stdout.columns || 100,
  }
}

function threadsOf(given: string | undefined, t: CliTexts): number | undefined {
  if (given === undefined) return undefined
  const threads = Number(given)
  if (!Number.isInteger(threads) || threads < 1 || threads > 256)
    throw new CommandProblem(t.badThreads(given), 2)
  return threads
}

/** The lexicon file that was named, checked; empty where none was. */
async function lexiconOf(file: string | undefined, language: Language): Promise<string> {
  if (file === undefined) return ''
  const { usableLexicon } = await import('./lexicon.ts')
  return usableLexicon(file, language)
}
