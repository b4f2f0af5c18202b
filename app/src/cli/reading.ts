// One document of `giaoban read`: from a file or a line to what is printed, or to why it could not be.
// Used by the command itself for a few documents and by its threads for many.
import { type FindingKind, type Lexicon, type Reading, read, unpackLexicon } from '@giaoban/reader'
import { detect } from '../office/detect.ts'
import { extract } from '../office/extract.ts'
import { CannotRead, type Extracted, type Failure } from '../office/extracted.ts'
import { fs, path as paths } from './builtin.ts'
import { fileTrouble } from './problem.ts'
import { type CliTexts, cliTexts, type Language } from './texts.ts'

export const formats = ['table', 'json', 'jsonl', 'markdown', 'csv'] as const
export type Format = (typeof formats)[number]

/** What holds for every document of a call; plain data, so that a thread can be given it. */
export interface ReadingOptions {
  date: string | undefined
  format: Format
  kinds: FindingKind[] | undefined
  withText: boolean
  trace: boolean
  spoken: boolean
  language: Language
  /** One JSON object a line, because there are several. */
  many: boolean
  /** Columns of the terminal. */
  width: number
}

/** A file by its path, with the name it is shown under; or lines of JSON and the number of the first. */
export type Job =
  | { kind: 'file'; path: string; name: string }
  | { kind: 'lines'; bytes: Uint8Array; first: number }

/** What to print, or what to say on standard error. */
type Outcome = { text: string } | { trouble: string }

/** The outcomes of several jobs: bytes to print, and what to say, each in order. */
export interface Outcomes {
  bytes: Uint8Array
  count: number
  troubles: string[]
}

const encoder = new TextEncoder()

/** A document that could not be read at all. */
export const outcomeOf = (trouble: string): Outcomes => together([{ trouble }])

/** Outcomes as they travel between threads. */
function together(outcomes: readonly Outcome[]): Outcomes {
  let text = ''
  const troubles: string[] = []
  for (const outcome of outcomes) {
    if ('text' in outcome) text += outcome.text
    else troubles.push(outcome.trouble)
  }
  return { bytes: encoder.encode(text), count: outcomes.length, troubles }
}

/** Reads a job. Never rejects: whatever goes wrong with a document is said, and the next one read. */
export async function readJob(
  job: Job,
  options: ReadingOptions,
  lexicon: Lexicon | undefined,
): Promise<Outcomes> {
  if (job.kind === 'lines') return together(readLines(job, options, lexicon))
  return together([await readFileJob(job, options, lexicon)])
}

async function readFileJob(
  { path, name }: Extract<Job, { kind: 'file' }>,
  options: ReadingOptions,
  lexicon: Lexicon | undefined,
): Promise<Outcome> {
  const t = cliTexts[options.language]
  try {
    const extracted = await textOf(path, t)
    if ('message' in extracted) return { trouble: `${path}: ${extracted.message}` }
    if ('code' in extracted) {
      const { failureText } = await import('../office/texts.ts')
      return { trouble: `${path}: ${failureText(options.language, extracted)}` }
    }
    return { text: await shown(readOne(extracted.text, name, options, lexicon), options) }
  } catch (error) {
    return { trouble: t.readerBroke(path, (error as Error).message) }
  }
}

/** How a message names the job. */
export const nameOf = (job: Job, t: CliTexts): string =>
  job.kind === 'file' ? job.path : t.lineNamed(job.first)

const decoder = new TextDecoder()

function readLines(
  { bytes, first }: Extract<Job, { kind: 'lines' }>,
  options: ReadingOptions,
  lexicon: Lexicon | undefined,
): Outcome[] {
  const t = cliTexts[options.language]
  const outcomes: Outcome[] = []
  for (const [index, line] of decoder.decode(bytes).split('\n').entries()) {
    if (line.trim() === '') continue
    const number = first + index
    try {
      const given = documentOf(line)
      if (!given) outcomes.push({ trouble: t.badLine(number) })
      else {
        const date = given.date ?? options.date
        const reading = readOne(given.text, given.name, options, lexicon, date)
        outcomes.push({ text: `${JSON.stringify(reading)}\n` })
      }
    } catch (error) {
      outcomes.push({ trouble: t.readerBroke(t.lineNamed(number), (error as Error).message) })
    }
  }
  return outcomes
}

function readOne(
  text: string,
  name: string,
  options: ReadingOptions,
  lexicon: Lexicon | undefined,
  date = options.date,
): Reading {
  const used = lexicon ?? readyLexicon()
  return read(text, {
    name,
    ...(date === undefined ? {} : { date }),
    ...(options.kinds ? { kinds: options.kinds } : {}),
    ...(used ? { lexicon: used } : {}),
    withText: options.withText,
    trace: options.trace,
    spoken: options.spoken,
    ...(text.length > shortText ? { digest } : {}),
  })
}

let ready: Lexicon | null | undefined

/** The built-in lexicon as the build lays it beside the command; without it the reader builds its own. */
function readyLexicon(): Lexicon | null {
  if (ready === undefined) {
    const file = paths.join(import.meta.dirname, packedLexicon)
    ready = fs.existsSync(file) ? unpackLexicon(fs.readFileSync(file)) : null
  }
  return ready
}

/** The file of the packed lexicon in the folder of the built command. */
export const packedLexicon = 'lexicon.bin'

/** Of so many code units the reader's own SHA-256 is done before Node has loaded its library. */
const shortText = 50_000

/** The processor's own SHA-256 is ten times as fast as one in plain code. */
const digest = (text: string): string =>
  process.getBuiltinModule('node:crypto').hash('sha256', text)

async function shown(
  reading: Reading,
  { format, many, language, width }: ReadingOptions,
): Promise<string> {
  if (format === 'json' && !many) return `${JSON.stringify(reading, null, 2)}\n`
  if (format === 'json' || format === 'jsonl') return `${JSON.stringify(reading)}\n`
  // Formats for people bring number and date formats with them, which take longer than reading.
  const show = await import('./show.ts')
  if (format === 'table') return show.readingTable(reading, language, width)
  return format === 'markdown' ? show.markdownText(reading, language) : show.csvRows(reading)
}

/**
 * The text of a file, or why there is none. Plain text is decoded here; everything else goes through
 * the child process with its limits, as an upload does.
 */
async function textOf(
  file: string,
  t: CliTexts,
): Promise<Extracted | Failure | { message: string }> {
  let bytes: Uint8Array
  try {
    bytes = file === '-' ? await standardInput() : fs.readFileSync(file)
  } catch (error) {
    return { message: fileTrouble(error, t) }
  }
  try {
    const { format } = await detect(bytes, file)
    if (format === 'txt') return await extract(bytes, file)
  } catch (error) {
    if (error instanceof CannotRead) return error.failure
    throw error
  }
  const { parseDocument } = await import('../office/parse.ts')
  return parseDocument(bytes, paths.basename(file))
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function documentOf(line: string): { name: string; text: string; date?: string } | null {
  try {
    const given = JSON.parse(line) as Record<string, unknown>
    if (typeof given.text !== 'string') return null
    const name = typeof given.name === 'string' ? given.name : ''
    if (given.date === undefined || given.date === null) return { name, text: given.text }
    if (typeof given.date !== 'string' || !isDate(given.date)) return null
    return { name, text: given.text, date: given.date }
  } catch {
    // Not JSON: the caller names the line.
    return null
  }
}

/** A date `YYYY-MM-DD` that exists. */
export function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}
