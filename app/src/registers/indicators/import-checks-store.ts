// What there is to ask about the figures of an import (V1 to V10), an indicator at a time: what it brings beside all that
// stands, so that memory does not grow with what is brought in.
import { endOfDay, todayInVietnam } from '../../calendar.ts'
import type { Reads, Row } from '../../database/tables.ts'
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
  first: Told[]
}

type Told = Question & { indicator: string; from: string; to: string; cell: string | null }

/** So many questions are told one by one; of the others only how many there are. */
const most = 200

/** A value of an indicator as it stands, or will once it `isNew`. */
export interface Line {
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
  /** In percent, as somebody typed them. */
  growth: number | null
  share: number | null
}

/** Asks about the new ones among all values of an indicator, which are in the order of their series. */
export type Asker = (indicator: Row<'indicator'>, lines: readonly Line[]) => Promise<AskedOfImport>

/** Asks by what the indicators are, what is planned and what was kept now. */
export async function askerFor(
  db: Reads,
  actor: Actor,
  indicators: readonly Row<'indicator'>[],
): Promise<Asker> {
  const defined = await definedOf(db, actor.provinceId, indicators)
  const [snapshot] = await snapshotsOf(db, actor)
  const known: Known = { before: { period: new Map(), cumulative: new Map() }, topmost: new Map() }
  return async (indicator, lines) => {
    const found: AskedOfImport = { counts: {}, first: [] }
    if (!lines.some((one) => one.isNew)) return found
    const ask = (line: Line, questions: readonly (Question | null)[]) => {
      for (const question of questions) if (question) add(found, toldOf(question, indicator, line))
    }
    askSeries(lines, indicator, defined, { known, ask })
    await askTyped(db, actor, lines, indicator, defined, ask)
    await askTogether(db, actor, lines, indicator, defined, { known, ask })
    const now = new Date().toISOString()
    for (const line of lines) {
      if (!line.isNew) continue
      const over = snapshot && snapshot.takenAt > new Date(endOfDay(line.to)).toISOString()
      ask(line, [
        lateWithoutReason(now, over ? snapshot.takenAt : null, line.reason),
        stageFalls(line.formerStage, line.stage),
      ])
    }
    return found
  }
}

/** What was asked of several, together. */
export function together(each: readonly AskedOfImport[]): AskedOfImport {
  const all: AskedOfImport = {
    counts: {},
    first: each.flatMap(({ first }) => first).slice(0, most),
  }
  for (const { counts } of each)
    for (const [code, many] of Object.entries(counts) as [CheckCode, number][])
      all.counts[code] = (all.counts[code] ?? 0) + many
  return all
}

const toldOf = (
  question: Question,
  { code }: Row<'indicator'>,
  { from, to, cell }: Line,
): Told => ({
  ...question,
  ...{ indicator: code, from, to, cell },
})

function add(found: AskedOfImport, told: Told): void {
  found.counts[told.code] = (found.counts[told.code] ?? 0) + 1
  if (found.first.length < most) found.first.push(told)
}

/** What was worked out for one indicator and is the same for others. */
interface Known {
  before: Record<Accumulation, Map<string, string | null>>
  /** Of bodies on a day, those that stand below none of the others. */
  topmost: Map<string, ReadonlySet<string>>
}

type Ask = (line: Line, questions: readonly (Question | null)[]) => void

/** V1, V2, V3, V5, V9. */
function askSeries(
  lines: readonly Line[],
  indicator: Row<'indicator'>,
  defined: Defined,
  { known, ask }: { known: Known; ask: Ask },
): void {
  const id = indicator.indicator_id
  const series = Map.groupBy(lines, (one) => `${one.body} ${one.accumulation} ${one.kind}`)
  for (const values of series.values()) {
    const [first] = values
    if (!first) continue
    const asked = askedInSeries(values, {
      ...{ accumulation: first.accumulation, unit: indicator.unit, breaks: defined.breaksOf(id) },
      rulesOn: (day) => defined.rulesOn(id, day),
      before: known.before[first.accumulation],
    })
    for (const [at, questions] of asked) ask(values[at] ?? first, questions)
  }
}

/** V6, V7: growth and share of the plan, where somebody typed them, against what the values give. */
async function askTyped(
  db: Reads,
  actor: Actor,
  lines: readonly Line[],
  indicator: Row<'indicator'>,
  defined: Defined,
  ask: Ask,
): Promise<void> {
  const typed = lines.filter((one) => one.isNew && (one.growth !== null || one.share !== null))
  if (typed.length === 0) return
  const id = indicator.indicator_id
  const key = (one: Line, { from, to }: { from: string; to: string }) =>
    [one.body, one.accumulation, one.kind, from, to].join(' ')
  const at = new Map(lines.map((one) => [key(one, one), one]))
  const plans = await plansOf(db, actor.provinceId, id)
  for (const line of typed) {
    const { growth: typedGrowth, share: typedShare } = line
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
      typedGrowth === null
        ? null
        : growthDiffers(typedGrowth, grown?.amount ?? null, roundingOf(typedGrowth)),
      typedShare === null ? null : shareDiffers(typedShare, share, roundingOf(typedShare)),
    ])
  }
}

/** V4: what was brought in of the province as a whole, against all units that told the same period. */
async function askTogether(
  db: Reads,
  actor: Actor,
  lines: readonly Line[],
  indicator: Row<'indicator'>,
  defined: Defined,
  { known, ask }: { known: Known; ask: Ask },
): Promise<void> {
  const wholes = lines.filter((one) => one.isNew && one.body === null && one.kind === 'actual')
  const units = lines.filter((one) => one.body !== null && one.kind === 'actual')
  if (wholes.length === 0 || units.length === 0) return
  const same = Map.groupBy(units, (one) => `${one.from} ${one.to} ${one.accumulation}`)
  const ofYear = Map.groupBy(units, (one) => one.to.slice(0, 4))
  const today = todayInVietnam()
  for (const whole of wholes) {
    const { acrossBodies, formula } = defined.rulesOn(indicator.indicator_id, whole.to)
    if (acrossBodies !== 'sum' || formula) continue
    const told = (ofYear.get(whole.to.slice(0, 4)) ?? []).filter((one) => one.to <= whole.to)
    const bodies = [...new Set(told.flatMap((one) => one.body ?? []))].sort()
    const named = `${today < whole.to ? '' : whole.to} ${bodies.join()}`
    const top =
      known.topmost.get(named) ??
      new Set(topmost(bodies, await reach(db, actor.provinceId, bodies, whole.to, 'down')).top)
    known.topmost.set(named, top)
    const parts = (same.get(`${whole.from} ${whole.to} ${whole.accumulation}`) ?? []).filter(
      (one) => top.has(one.body ?? '') && one.value !== null,
    )
    const value = parts.length === 0 ? null : parts.reduce((sum, one) => sum + (one.value ?? 0), 0)
    ask(whole, [sumDiffers({ value, parts: parts.length, of: top.size }, whole.value)])
  }
}
