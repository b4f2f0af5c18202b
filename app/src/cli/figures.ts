// `giaoban figures FILE.csv`: a province's past figures at once, all or nothing. The file is read line by line, so that a
// million rows take no more memory than a thousand.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Database } from '../database/open.ts'
import { isoDate } from '../http/parts.ts'
import { Problem } from '../problem.ts'
import { missingReasons, stages } from '../registers/indicators/figure.ts'
import { type ImportedFigure, importFigures } from '../registers/indicators/figure-import-store.ts'
import { allIndicators } from '../registers/indicators/store.ts'
import { bodiesByName } from '../registers/organisations/names.ts'
import { en, vi } from './figures-texts.ts'
import { print, say } from './output.ts'
import { accountMeant, provinceMeant } from './people.ts'
import { CommandProblem } from './problem.ts'
import { Progress } from './progress.ts'
import { reasonOf } from './reason.ts'
import type { CliTexts, Language } from './texts.ts'

const needed = ['indicator', 'from', 'to', 'value'] as const
const step = 5000
const shown = 20

/** Brings the figures of a file in. Resolves to the exit code. */
export async function figuresCommand(
  database: Database,
  file: string,
  given: { province?: string; as?: string; sure?: boolean },
  texts: CliTexts,
  language: Language,
): Promise<number> {
  const t = language === 'en' ? en : vi
  const path = resolve(file)
  const province = await provinceMeant(database, given.province, texts)
  const actor = await accountMeant(database, province, given.as, texts)
  const indicators = await allIndicators(database.db, actor.provinceId)
  const names = {
    indicators: new Map(indicators.map((one) => [one.code, one.indicator_id])),
    bodies: await bodiesByName(database.db, actor.provinceId),
    days: new Set<string>(),
  }
  const sha256 = await hashOf(path)
  const began = process.uptime()
  const seconds = () => process.uptime() - began
  let said = ''
  const progress = new Progress(
    () => process.stderr.isTTY,
    () => said,
  )
  try {
    const read = chunksOf(path, names, t)
    const meant = { name: basename(path), sha256 }
    const result = await importFigures(database, actor, read, meant, {
      sure: given.sure ?? false,
      tell(done) {
        said = t.at(done, seconds())
        progress.step(1, 0)
      },
    })
    progress.end()
    if (result.asked.first.length > 0) await print(`${t.questions(result.asked.counts)}\n`)
    await print(
      `${t.done(result.versions, result.unchanged, seconds())}\n${t.hash(result.rowsHash)}\n`,
    )
    return 0
  } catch (error) {
    progress.clear()
    if (!(error instanceof Problem)) throw error
    const { row, questions, counts } = error.details as {
      row?: number
      questions?: { code: string; indicator: string; from: string; to: string; cell: string }[]
      counts?: object
    }
    for (const one of (questions ?? []).slice(0, shown))
      say(`${one.code}  ${one.indicator}  ${one.from} – ${one.to}  ${one.cell}`)
    if (counts) say(`${t.questions(counts)} ${t.sure}`)
    else say(`${reasonOf(error, language)}${row === undefined ? '' : ` ${t.line(row + 2)}`}`)
    return 1
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer)
  return hash.digest('hex')
}

interface Names {
  indicators: ReadonlyMap<string, string>
  bodies: ReadonlyMap<string, string>
  /** Days that were looked at: a file has few, each in very many lines. */
  days: Set<string>
}

/** Its rows, some thousand at a time. Columns stand in any order, apart by what the first line has. */
async function* chunksOf(
  path: string,
  names: Names,
  t: typeof vi,
): AsyncGenerator<ImportedFigure[]> {
  const lines = createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  let head: Map<string, number> | null = null
  let apart = ','
  let number = 0
  let rows: ImportedFigure[] = []
  for await (const line of lines) {
    number++
    if (head === null) {
      const first = line.replace(/^\uFEFF/, '')
      apart = ['\t', ';', ','].find((one) => first.includes(one)) ?? ','
      head = new Map(cellsOf(first, apart).map((one, at) => [one.trim(), at]))
      const missing = needed.filter((one) => !head?.has(one))
      if (missing.length > 0) throw new CommandProblem(t.badHead(missing.join(', ')), 2)
      continue
    }
    if (line.trim() === '') continue
    const cells = cellsOf(line, apart)
    const columns = head
    const cell = (column: string) => cells[columns.get(column) ?? -1]?.trim() ?? ''
    rows.push(figureOf(cell, number, names, t))
    if (rows.length < step) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

/** The cells of a line; one in quotes may have what stands between cells, and a doubled quote for one. */
function cellsOf(line: string, apart: string): string[] {
  if (!line.includes('"')) return line.split(apart)
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? ''
    if (character === '"' && quoted && line[at + 1] === '"') cell += line[++at]
    else if (character === '"') quoted = !quoted
    else if (character === apart && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += character
  }
  return [...cells, cell]
}

function figureOf(
  cell: (column: string) => string,
  line: number,
  { indicators, bodies, days }: Names,
  t: typeof vi,
): ImportedFigure {
  const bad = (column: string): never => {
    throw new CommandProblem(t.badCell(line, column, cell(column)), 2)
  }
  const number = (column: string): number | undefined => {
    const text = cell(column)
    if (text === '') return undefined
    return /^-?[\d.]+$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : bad(column)
  }
  const day = (column: string): string => {
    const text = cell(column)
    if (!days.has(text) && !isoDate.safeParse(text).success) return bad(column)
    days.add(text)
    return text
  }
  const one = <T extends string>(column: string, choices: readonly T[], otherwise?: T): T =>
    choices.find((choice) => choice === (cell(column) || otherwise)) ?? bad(column)
  const value = number('value') ?? null
  // Why there is none is for who sends the file to say.
  const missingReason = value === null ? one('missing', missingReasons) : null
  return {
    indicatorId: indicators.get(cell('indicator')) ?? bad('indicator'),
    organisationId: cell('unit') === '' ? null : (bodies.get(cell('unit')) ?? bad('unit')),
    ...{ periodFrom: day('from'), periodTo: day('to'), kind: 'actual', method: 'file' },
    accumulation: one('told', ['period', 'cumulative'], 'period'),
    ...{ value, missingReason },
    stage: one('stage', stages, 'official'),
    reason: cell('reason') || null,
    source: { cell: String(line) },
    ...{ growth: number('growth'), share: number('share') },
  }
}
