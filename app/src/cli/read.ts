// `giaoban read`: files in, findings out, in the shape of the contract. Needs no database.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { type FindingKind, type Reading, read } from '@giaoban/reader'
import { detect } from '../office/detect.ts'
import { extract } from '../office/extract.ts'
import { CannotRead, type Extracted, type Failure } from '../office/extracted.ts'
import { parseDocument } from '../office/parse.ts'
import { failureText } from '../office/texts.ts'
import { print, say } from './output.ts'
import { CommandProblem, fileTrouble } from './problem.ts'
import { csvHead, csvRows, markdownText, readingTable } from './show.ts'
import type { CliTexts, Language } from './texts.ts'

export interface ReadSwitches {
  date?: string
  format?: string
  kinds?: string
  withText?: boolean
  trace?: boolean
  input?: string
}

const formats = ['table', 'json', 'jsonl', 'markdown', 'csv'] as const
type Format = (typeof formats)[number]

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

interface Options {
  date: string | undefined
  format: Format
  kinds: FindingKind[] | undefined
  withText: boolean
  trace: boolean
}

/** Reads every file that can be read. Resolves to the exit code: 0, or 1 where one could not be. */
export async function readCommand(
  files: readonly string[],
  switches: ReadSwitches,
  t: CliTexts,
  language: Language,
): Promise<number> {
  const options = optionsOf(files, switches, t)
  if (switches.input !== undefined) return readLines(options, t)
  const many = files.length > 1
  if (options.format === 'csv') await print(csvHead)
  let failed = false
  for (const file of files) {
    const name = file === '-' ? '-' : basename(file)
    const extracted = await textOf(file, t)
    if ('message' in extracted || 'code' in extracted) {
      failed = true
      const why = 'message' in extracted ? extracted.message : failureText(language, extracted)
      say(`${file}: ${why}`)
      continue
    }
    const reading = readOne(extracted.text, name, options)
    await print(shown(reading, options, many, language))
  }
  return failed ? 1 : 0
}

/** Checks the switches; `CommandProblem` with exit code 2 for what cannot be meant. */
function optionsOf(files: readonly string[], switches: ReadSwitches, t: CliTexts): Options {
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
  }
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
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
    bytes = file === '-' ? await standardInput() : await readFile(file)
  } catch (error) {
    return { message: fileTrouble(error, t) }
  }
  try {
    const { format } = detect(bytes, file)
    if (format === 'txt') return await extract(bytes, file)
  } catch (error) {
    if (error instanceof CannotRead) return error.failure
    throw error
  }
  return parseDocument(bytes, basename(file))
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const readOne = (text: string, name: string, options: Options, date = options.date): Reading =>
  read(text, {
    name,
    ...(date === undefined ? {} : { date }),
    ...(options.kinds ? { kinds: options.kinds } : {}),
    withText: options.withText,
    trace: options.trace,
  })

function shown(reading: Reading, options: Options, many: boolean, language: Language): string {
  switch (options.format) {
    case 'table':
      return readingTable(reading, language, process.stdout.columns || 100)
    case 'markdown':
      return markdownText(reading, language)
    case 'csv':
      return csvRows(reading)
    case 'jsonl':
      return `${JSON.stringify(reading)}\n`
    case 'json':
      return many ? `${JSON.stringify(reading)}\n` : `${JSON.stringify(reading, null, 2)}\n`
  }
}

/** One JSON object a line in, one a line out; a line that is none is named and skipped. */
async function readLines(options: Options, t: CliTexts): Promise<number> {
  let failed = false
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    // Some editors put a byte order mark before the first line.
    const given = documentOf(number === 1 ? line.replace(/^\ufeff/, '') : line)
    if (!given) {
      failed = true
      say(t.badLine(number))
      continue
    }
    const reading = readOne(given.text, given.name, options, given.date ?? options.date)
    await print(`${JSON.stringify(reading)}\n`)
  }
  return failed ? 1 : 0
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
