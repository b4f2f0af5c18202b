// The reader beside chrono-node's Vietnamese parser, which reads dates only: node bench/reader-chrono.ts.
// Speed on the same texts in the same process, and how many of the periods marked in the evaluation texts
// each of them meets, with the first day where the gold says one.
import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { stdout, threadCpuUsage, version } from 'node:process'
import * as chrono from 'chrono-node'
import { read } from '../reader/src/index.ts'
import { numbers, parts } from './corpus.ts'

interface Marked {
  start: number
  end: number
  from?: string | null
}

const folder = join(import.meta.dirname, '..', 'samples', 'evaluation')
const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.gold.json'))
  .map((name) => {
    const gold = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      doc: string
      date: string | null
      findings: (Marked & { kind: string })[]
    }
    const text = readFileSync(join(folder, gold.doc), 'utf8').normalize('NFC')
    return { text, date: gold.date, periods: gold.findings.filter(({ kind }) => kind === 'period') }
  })

type Reader = (text: string, date: string | null) => Marked[]

const ours: Reader = (text, date) =>
  read(text, { kinds: ['period'], ...(date ? { date } : {}) }).findings.flatMap((one) =>
    one.kind === 'period' ? [one] : [],
  )

const theirs: Reader = (text, date) =>
  chrono.vi.parse(text, date ? new Date(`${date}T12:00:00`) : undefined).map((one) => ({
    start: one.index,
    end: one.index + one.text.length,
    from: isoOf(one.start),
  }))

/** The local day of a result. */
function isoOf(start: chrono.ParsedComponents): string {
  const pad = (value: number | null, width: number) => String(value ?? 0).padStart(width, '0')
  return `${pad(start.get('year'), 4)}-${pad(start.get('month'), 2)}-${pad(start.get('day'), 2)}`
}

/** MB of UTF-8 a second of processor time, the best of several rounds. */
function speed(reader: Reader, texts: readonly string[]): number {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 8; round++) {
    const before = threadCpuUsage()
    for (const text of texts) reader(text, null)
    const { user, system } = threadCpuUsage(before)
    best = Math.min(best, user + system)
  }
  return bytes / best
}

const texts = parts(numbers(20210713), []).flatMap((part) => part.texts)
stdout.write(`${cpus()[0]?.model.trim()}, Node ${version.slice(1)}\n`)
for (const [name, reader] of [
  ['reader (all kinds)', ours],
  ['chrono-node vi (dates)', theirs],
] as const) {
  let marked = 0
  let met = 0
  let right = 0
  let invented = 0
  for (const { text, date, periods } of documents) {
    const found = reader(text, date)
    const used = new Set<Marked>()
    for (const one of periods) {
      marked++
      const hit = found.find(
        (other) => !used.has(other) && other.start < one.end && other.end > one.start,
      )
      if (!hit) continue
      used.add(hit)
      met++
      if (one.from === undefined || one.from === hit.from) right++
    }
    invented += found.length - used.size
  }
  stdout.write(
    `${name}: ${speed(reader, texts).toFixed(1)} MB/s; ${met} of ${marked} periods met, ${right} with the right first day, ${invented} where the gold has none\n`,
  )
}
