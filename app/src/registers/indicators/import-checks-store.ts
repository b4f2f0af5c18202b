// What there is to ask about the figures of an import (V1 to V10), an indicator at a time: what it wrote beside all that
// stands, so that memory does not grow with what is brought in.
import { sql } from 'kysely'
import { endOfDay, todayInVietnam } from '../../calendar.ts'
import type { Row, Tx } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { reach } from '../people/grants.ts'
import { planFor, roundingOf } from './asked.ts'
import {
  type CheckCode,
  growthDiffers,
  lateWithoutReason,
  type Question,
  shareDiffers,
  stageFalls,
  sumDiffers,
} from './checks.ts'
import { type Defined, definedOf } from './definition-store.ts'
import { growth, shareOfPlan } from './derive.ts'
import type { Accumulation, FigureKind, FigureStage } from './figure.ts'
import { yearsBefore } from './period.ts'
import { askedInSeries } from './series-checks.ts'
import { snapshotsOf } from './snapshot-store.ts'
import { plansOf } from './target-reads-store.ts'
import { topmost } from './unitfigures.ts'

export interface AskedOfImport {
  counts: Partial<Record<CheckCode, number>>
  /** The first questions, each with its indicator, period and cell. */
  first: (Question & { indicator: string; from: string; to: string; cell: string | null })[]
}

/** So many questions are told one by one; of the others only how many there are. */
const most = 200

/** Growth over the same period of last year and share of the plan, in percent, as somebody typed them. */
export interface Said {
  growth?: number | undefined
  share?: number | undefined
}

interface Line {
  figureId: string
  body: string | null
  from: string
  to: string
  accumulation: Accumulation
  kind: FigureKind
  value: number | null
  stage: FigureStage
  isNew: boolean
  formerStage: FigureStage | null
  cell: string | null
  reason: string | null
}

/** Asks about all that record number `seq` wrote. */
export async function askedOfImport(
  tx: Tx,
  actor: Actor,
  seq: number,
  indicators: readonly Row<'indicator'>[],
  said: ReadonlyMap<string, Said>,
  tell: (done: number) => void,
): Promise<AskedOfImport> {
  const found: AskedOfImport = { counts: {}, first: [] }
  const defined = await definedOf(tx, actor.provinceId, indicators)
  const [snapshot] = await snapshotsOf(tx, actor)
  const below = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>()
  for (const [index, indicator] of indicators.entries()) {
    const lines = await linesOf(tx, actor.provinceId, indicator.indicator_id, seq)
    if (lines.some((one) => one.isNew)) {
      const ask = (line: Line, questions: readonly (Question | null)[]) => {
        for (const question of questions) {
          if (!question) continue
          found.counts[question.code] = (found.counts[question.code] ?? 0) + 1
          if (found.first.length < most)
            found.first.push({
              ...question,
              ...{ indicator: indicator.code, from: line.from, to: line.to, cell: line.cell },
            })
        }
      }
      askSeries(lines, indicator, defined, ask)
      await askTyped(tx, actor, lines, indicator, defined, { said, ask })
      await askTogether(tx, actor, lines, indicator, defined, { below, ask })
      const now = new Date().toISOString()
      for (const line of lines) {
        if (!line.isNew) continue
        const over = snapshot && snapshot.takenAt > new Date(endOfDay(line.to)).toISOString()
        ask(line, [
          lateWithoutReason(now, over ? snapshot.takenAt : null, line.reason),
          stageFalls(line.formerStage, line.stage),
        ])
      }
    }
    tell(index + 1)
  }
  return found
}

type Ask = (line: Line, questions: readonly (Question | null)[]) => void

/** All newest values of an indicator, by series and period, with what stood before what was brought in. */
async function linesOf(
  tx: Tx,
  provinceId: number,
  indicatorId: string,
  seq: number,
): Promise<Line[]> {
  type Told = [
    ...[string, string | null, string, string, Accumulation, FigureKind, number | null],
    ...[FigureStage, boolean, FigureStage | null, string | null, string | null],
  ]
  const { rows } = await sql<{ lines: Told[] }>`
    select coalesce(json_agg(json_build_array(f.figure_id, f.organisation_id, f.period_from, f.period_to,
      f.accumulation, f.kind, v.value, v.stage, v.record_seq = ${seq}, former.stage,
      v.cell, v.reason)
      order by f.organisation_id nulls first, f.accumulation, f.kind, f.period_to, f.period_from), '[]'::json)
      as lines
    from figure f
    join lateral (select * from figure_version where figure_version.province_id = ${provinceId}
      and figure_version.figure_id = f.figure_id order by number desc limit 1) v on true
    left join figure_version former on former.province_id = ${provinceId}
      and former.figure_id = f.figure_id and former.number = v.number - 1
    where f.province_id = ${provinceId} and f.indicator_id = ${indicatorId}
      and v.missing_reason is distinct from 'withdrawn'`.execute(tx)
  return (rows[0]?.lines ?? []).map(
    ([
      figureId,
      body,
      from,
      to,
      accumulation,
      kind,
      value,
      stage,
      isNew,
      formerStage,
      cell,
      reason,
    ]) => ({
      ...{ figureId, body, from, to, accumulation, kind, value, stage, isNew, formerStage, cell },
      ...{ reason },
    }),
  )
}

/** V1, V2, V3, V5, V9. */
function askSeries(
  lines: readonly Line[],
  indicator: Row<'indicator'>,
  defined: Defined,
  ask: Ask,
): void {
  const id = indicator.indicator_id
  const series = Map.groupBy(lines, (one) => `${one.body} ${one.accumulation} ${one.kind}`)
  for (const values of series.values()) {
    const [first] = values
    if (!first) continue
    const asked = askedInSeries(values, {
      ...{ accumulation: first.accumulation, unit: indicator.unit, breaks: defined.breaksOf(id) },
      rulesOn: (day) => defined.rulesOn(id, day),
    })
    for (const [at, questions] of asked) ask(values[at] ?? first, questions)
  }
}

/** V6, V7: growth and share of the plan, where somebody typed them, against what the values give. */
async function askTyped(
  tx: Tx,
  actor: Actor,
  lines: readonly Line[],
  indicator: Row<'indicator'>,
  defined: Defined,
  { said, ask }: { said: ReadonlyMap<string, Said>; ask: Ask },
): Promise<void> {
  const typed = lines.filter((one) => one.isNew && said.has(one.figureId))
  if (typed.length === 0) return
  const id = indicator.indicator_id
  const key = (one: Line, { from, to }: { from: string; to: string }) =>
    [one.body, one.accumulation, one.kind, from, to].join(' ')
  const at = new Map(lines.map((one) => [key(one, one), one]))
  const plans = await plansOf(tx, actor.provinceId, id)
  for (const line of typed) {
    const { growth: typedGrowth, share: typedShare } = said.get(line.figureId) ?? {}
    const former = yearsBefore(line, 1)
    const grown = growth(
      line.value,
      at.get(key(line, former))?.value ?? null,
      defined.rulesOn(id, line.to),
    )
    const own = plans.filter((plan) => plan.organisationId === line.body)
    const plan = planFor(
      own.map((one) => ({ ...one, body: null })),
      line,
      indicator.kind,
      null,
    )
    const share = shareOfPlan(line.value, plan?.value ?? null)
    ask(line, [
      typedGrowth === undefined
        ? null
        : growthDiffers(typedGrowth, grown?.amount ?? null, roundingOf(typedGrowth)),
      typedShare === undefined ? null : shareDiffers(typedShare, share, roundingOf(typedShare)),
    ])
  }
}

/** V4: what was brought in of the province as a whole, against all units that told the same period. */
async function askTogether(
  tx: Tx,
  actor: Actor,
  lines: readonly Line[],
  indicator: Row<'indicator'>,
  defined: Defined,
  { below, ask }: { below: Map<string, ReadonlyMap<string, ReadonlySet<string>>>; ask: Ask },
): Promise<void> {
  const wholes = lines.filter((one) => one.isNew && one.body === null && one.kind === 'actual')
  const units = lines.filter((one) => one.body !== null && one.kind === 'actual')
  if (wholes.length === 0 || units.length === 0) return
  const same = Map.groupBy(units, (one) => `${one.from} ${one.to} ${one.accumulation}`)
  const ofYear = Map.groupBy(units, (one) => one.to.slice(0, 4))
  for (const whole of wholes) {
    const { acrossBodies, formula } = defined.rulesOn(indicator.indicator_id, whole.to)
    if (acrossBodies !== 'sum' || formula) continue
    const told = (ofYear.get(whole.to.slice(0, 4)) ?? []).filter((one) => one.to <= whole.to)
    const bodies = [...new Set(told.flatMap((one) => one.body ?? []))].sort()
    const known = `${todayInVietnam() < whole.to ? '' : whole.to} ${bodies.join()}`
    const tree = below.get(known) ?? (await reach(tx, actor.provinceId, bodies, whole.to, 'down'))
    below.set(known, tree)
    const top = new Set(topmost(bodies, tree).top)
    const parts = (same.get(`${whole.from} ${whole.to} ${whole.accumulation}`) ?? []).filter(
      (one) => top.has(one.body ?? '') && one.value !== null,
    )
    const value = parts.length === 0 ? null : parts.reduce((sum, one) => sum + (one.value ?? 0), 0)
    ask(whole, [sumDiffers({ value, parts: parts.length, of: top.size }, whole.value)])
  }
}
