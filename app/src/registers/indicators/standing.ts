// How figures stand to a target: which one counts, of a report or of a document, and what follows. Pure.
import type { Source } from '../../http/parts.ts'
import type { ObservationView } from './contract.ts'
import { breakBetween, type DefinitionRules } from './definition.ts'
import { type Derived, figureFrom, toldIn } from './derive.ts'
import { type Accumulation, type FigureStage, stages } from './figure.ts'
import { nameKey } from './indicator.ts'
import { type Interval, yearsBefore } from './period.ts'
import { expectedBy, figureFor, forecastOf, type Reached, type Step, standingTo } from './target.ts'
import type { TargetStanding } from './target-contract.ts'

/** A figure that a target can be held against, and where it comes from. */
export interface Counted extends Reached {
  by: 'reported' | 'document'
  /** What the document says it is; null of a report. */
  modality: string | null
  /** Of a report; of one that was worked out the least settled of its parts. */
  stage: FigureStage | null
  /** How a report tells it: itself, or through its totals or its months. */
  worked: Derived['by'] | null
  /** The sentence. */
  said: Source | null
}

interface ReportedAt {
  periodFrom: string
  periodTo: string
  accumulation: Accumulation
  value: number | null
  stage: FigureStage
}

interface Measured {
  kind: 'C' | 'P' | 'R'
  unit: string
  direction: 'up' | 'down' | 'band' | 'none'
}

/**
 * Figures of documents in the indicator's unit, of a whole period, that say what is: of the province where no
 * body is named, else of the place that is called as the body is.
 */
export function saidOf(
  figures: readonly ObservationView[],
  { unit: own }: Measured,
  body: string | null,
): Counted[] {
  return figures.flatMap(({ period, value, unit, place, modality, source }) => {
    const here = body === null ? place === null : place !== null && nameKey(place) === nameKey(body)
    const sameUnit = unit === own || (own === 'item' && !['VND', '%', 'point'].includes(unit ?? ''))
    if (!here || !sameUnit || value === null || !period?.from || !period.to) return []
    const { from, to } = period
    return [{ from, to, value, by: 'document', modality, stage: null, worked: null, said: source }]
  })
}

/**
 * Figures of one body's reports, as they stand and, of what counts up, since the first day of `aim` and of the
 * years before it, where they follow from totals or months.
 */
export function countedFrom(
  reported: readonly ReportedAt[],
  aim: Interval,
  kind: Measured['kind'],
  rulesOn: (day: string) => DefinitionRules,
): Counted[] {
  const all = reported.map(({ periodFrom: from, periodTo: to, ...one }) => ({ ...one, from, to }))
  const same = Map.groupBy(all, keyOf)
  const further = new Map<string, Interval>()
  if (kind === 'C')
    for (const year of [3, 2, 1, 0].map((years) => yearsBefore(aim, years)))
      for (const { to } of all) {
        if (to < year.from || to > year.to) continue
        const interval = { from: year.from, to }
        if (!same.has(keyOf(interval))) further.set(keyOf(interval), interval)
      }
  let told: ReturnType<typeof toldIn> | null = null
  const worked = (interval: Interval): Counted[] => {
    told ??= toldIn(all)
    const figure = figureFrom(told, interval, rulesOn(interval.to))
    if (!figure) return []
    const parts = all.filter((one) => one.from >= interval.from && one.to <= interval.to)
    return [counted(interval, figure, parts)]
  }
  const own = [...same.values()].flatMap((those) => {
    const [first] = those
    // As it stands in the first of its kind (`toldIn`): of a period before totals.
    const stands = (kind: Accumulation) => those.find((one) => one.accumulation === kind)?.value
    const value = stands('period') ?? stands('cumulative') ?? null
    if (!first || value === null) return first ? worked({ from: first.from, to: first.to }) : []
    const parts = those.filter((one) => one.value === value)
    return [counted({ from: first.from, to: first.to }, { value, by: 'reported' }, parts)]
  })
  return [...own, ...[...further.values()].flatMap(worked)]
}

const keyOf = ({ from, to }: Interval) => `${from} ${to}`

function counted(
  interval: Interval,
  { value, by: worked }: Derived,
  parts: readonly { stage: FigureStage }[],
): Counted {
  const stage = stages.find((least) => parts.some((one) => one.stage === least)) ?? null
  return { ...interval, value, by: 'reported', modality: null, stage, worked, said: null }
}

/** What a version of a target asks for. */
interface Aimed {
  low: number | null
  high: number | null
  path: readonly Step[]
}

interface SeriesBreak {
  onDay: string
  comparable: boolean
  reason: string
}

/**
 * All that is derived of one target. Of the figures within its period the one that ends last counts; of those of one
 * day what was reported and accepted, before what a document says. Figures on the other side of a break say nothing
 * about it.
 */
export function standingOf(
  indicator: Measured,
  whole: Interval,
  now: Aimed | null,
  { said, reported }: { said: readonly Counted[]; reported: readonly Counted[] },
  breaks: readonly SeriesBreak[] = [],
): TargetStanding {
  const { kind } = indicator
  const told = figureFor(whole, kind, said)
  const sent = figureFor(whole, kind, reported)
  const figure = sent && (!told || sent.to >= told.to) ? sent : told
  const former = figure && yearsBefore(figure, 1)
  const broken = former && figure && breakBetween(breaks, former.to, figure.to)
  // Later ones count where two are of the same days: those reported.
  const history = [...said, ...reported].filter(
    (one) => !figure || !breakBetween(breaks, one.to, figure.to),
  )
  const found: TargetStanding = {
    state: 'notJudged',
    share: null,
    actual: figure?.value ?? null,
    asOf: figure?.to ?? null,
    by: figure?.by ?? null,
    modality: figure?.modality ?? null,
    stage: figure?.stage ?? null,
    worked: figure?.worked ?? null,
    said: figure?.said ?? null,
    ofTarget: null,
    expected: null,
    forecast: figure && forecastOf(figure, whole, kind, history),
    samePeriod: null,
    broken: broken ? { onDay: broken.onDay, reason: broken.reason } : null,
  }
  if (!figure || !former) return found
  found.samePeriod =
    history.findLast((one) => one.from === former.from && one.to === former.to)?.value ?? null
  if (now?.low == null || now.high === null) return found
  const { low, high, path } = now
  const expected = expectedBy({ ...whole, value: low, path }, kind, figure, history)
  if (!expected) return found
  // The upper end comes nearer in the same measure.
  const upper =
    low === 0 || low === high ? expected.value + (high - low) : expected.value * (high / low)
  const ends = { low: expected.value, high: upper }
  return {
    ...found,
    ofTarget: low > 0 ? figure.value / low : null,
    expected: { ...ends, by: expected.by, years: expected.years },
    ...standingTo(figure.value, ends, indicator.direction),
  }
}
