// What becomes of the rows of a file that wait, an indicator at a time: which are new versions of what, what there is to
// ask about them, and the hash over them. Looked at again where somebody has written meanwhile.
import { createHash, type Hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Reads, Row } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { tipOf } from '../../record/chain.ts'
import {
  linesOf,
  type Mark,
  markStaged,
  type StagedFigure,
  type StagedLine,
} from './figure-staging-store.ts'
import { hashRows, type NewFigure, verdictOn } from './figure-write-store.ts'
import { type AskedOfImport, type Asker, askerFor, type Line } from './import-checks-store.ts'

/** What becomes of the rows of an indicator. */
export interface LookedAt {
  versions: number
  unchanged: number
  asked: AskedOfImport
  /** Over the new versions of this indicator and all before it. */
  hash: Hash
}

/** What becomes of all rows, beside what stood at a record. */
export interface Looked {
  seq: number
  /** In the order of the indicators. */
  each: LookedAt[]
}

/**
 * Looks at the rows of the indicators named, `figureInvalid`, `reasonNeeded` and `stageBack` as `recordFigures` does. With
 * `before` from the first indicator on to which something has happened since then.
 */
export async function lookAt(
  db: Reads,
  actor: Actor,
  indicators: readonly Row<'indicator'>[],
  { sure, tell }: { sure: boolean; tell: (done: number) => void },
  before: Looked | null = null,
): Promise<Looked> {
  const { provinceId } = actor
  // Read first: whatever is recorded after it is looked for the next time.
  const { seq } = await tipOf(db, provinceId)
  const from = before ? await firstTouched(db, provinceId, before.seq, indicators) : 0
  const each = before?.each.slice(0, from) ?? []
  const rest = indicators.slice(from)
  if (rest.length === 0) return { seq, each }
  const ask = await askerFor(db, actor, indicators)
  const read = (one: Row<'indicator'> | undefined) => {
    const lines = one ? linesOf(db, provinceId, one.indicator_id) : Promise.resolve([])
    // What fails is told where it is waited for.
    lines.catch(() => undefined)
    return lines
  }
  let next = read(rest[0])
  for (const [at, indicator] of rest.entries()) {
    const lines = await next
    // The database reads the next while these are looked at.
    next = read(rest[at + 1])
    const hash = each.at(-1)?.hash.copy() ?? createHash('sha256')
    const { marks, looked } = await lookAtOne(indicator, lines, { sure, ask, hash })
    await markStaged(db, provinceId, indicator.indicator_id, marks)
    each.push(looked)
    tell(each.length)
  }
  return { seq, each }
}

/** The place of the first indicator to which something was recorded after a record. */
async function firstTouched(
  db: Reads,
  provinceId: number,
  seq: number,
  indicators: readonly Row<'indicator'>[],
): Promise<number> {
  const { rows } = await sql<{ id: string | null }>`
    select f.indicator_id::text as id from figure_entry e
    join figure_version v on v.province_id = ${provinceId} and v.entry_id = e.entry_id
    join figure f on f.province_id = ${provinceId} and f.figure_id = v.figure_id
    where e.province_id = ${provinceId} and e.record_seq > ${seq}
    union
    select case when subject_kind = 'indicator' then subject_id end from audit_record
    where province_id = ${provinceId} and seq > ${seq} and (subject_kind in ('indicator', 'organisation')
      or action = 'figures.snapshot')`.execute(db)
  const touched = new Set(rows.map(({ id }) => id))
  // Bodies, and what was kept for a conference, concern all.
  if (touched.has(null)) return 0
  const first = indicators.findIndex((one) => touched.has(one.indicator_id))
  return first < 0 ? indicators.length : first
}

async function lookAtOne(
  indicator: Row<'indicator'>,
  lines: readonly StagedLine[],
  { sure, ask, hash }: { sure: boolean; ask: Asker; hash: Hash },
): Promise<{ marks: Mark[]; looked: LookedAt }> {
  const values: Line[] = []
  const written: Parameters<typeof hashRows>[1][number][] = []
  const marks: Mark[] = []
  let unchanged = 0
  for (const [at, line] of lines.entries()) {
    const { staged, stood } = line
    mustBeOnce(line, lines[at - 1])
    const isNew = staged !== null && isWritten(line, staged, sure)
    if (staged && isNew) {
      const row = figureOf(indicator.indicator_id, line, staged)
      const [figureId, number] = [stood?.figureId ?? staged.figureId, (stood?.number ?? 0) + 1]
      written.push({ row, figureId, number })
      if (stood) marks.push({ row: staged.row, figureId, number })
    } else if (staged && stood) {
      marks.push({ row: staged.row, figureId: stood.figureId, number: 0 })
      unchanged++
    }
    const value = standingOf(line, isNew ? staged : null)
    if (value) values.push(value)
  }
  hashRows(hash, written)
  const asked = await ask(indicator, values)
  return { marks, looked: { versions: written.length, unchanged, asked, hash } }
}

/** `figureInvalid` where two rows name one place: they stand beside each other. */
function mustBeOnce(line: StagedLine, before: StagedLine | undefined): void {
  if (
    line.staged &&
    before?.staged &&
    line.periodFrom === before.periodFrom &&
    line.periodTo === before.periodTo &&
    line.organisationId === before.organisationId &&
    line.accumulation === before.accumulation &&
    line.kind === before.kind
  )
    throw new Problem('figureInvalid', { row: line.staged.row })
}

const isWritten = ({ stood }: StagedLine, staged: StagedFigure, sure: boolean): boolean =>
  verdictOn({ ...staged, stageBack: sure }, stood ?? undefined, staged.row) === 'written'

const figureOf = (indicatorId: string, line: StagedLine, staged: StagedFigure): NewFigure => ({
  ...{ indicatorId, organisationId: line.organisationId, kind: line.kind },
  ...{ periodFrom: line.periodFrom, periodTo: line.periodTo, accumulation: line.accumulation },
  ...{ value: staged.value, missingReason: staged.missingReason, stage: staged.stage },
  ...{ method: staged.method, reason: staged.reason },
  source: staged.cell === null ? undefined : { cell: staged.cell },
})

/** What stands at a place, or will; null where there is nothing, or it was taken back. */
function standingOf(line: StagedLine, staged: StagedFigure | null): Line | null {
  const value = staged ?? line.stood?.value
  if (!value || value.missingReason === 'withdrawn') return null
  return {
    ...{ body: line.organisationId, from: line.periodFrom, to: line.periodTo },
    ...{ accumulation: line.accumulation, kind: line.kind },
    ...{ value: value.value, stage: value.stage, isNew: staged !== null },
    formerStage: staged ? (line.stood?.value?.stage ?? null) : null,
    ...{ cell: staged?.cell ?? null, reason: staged?.reason ?? null },
    ...{ growth: staged?.growth ?? null, share: staged?.share ?? null },
  }
}
