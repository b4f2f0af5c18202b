// Rules of projects: kinds, the year of public investment and its months, what stands of versions. Pure.
import { dayBefore, dayFrom } from '../../calendar.ts'
import { type Authority, standingOn } from '../indicators/target.ts'

/** Dự án đầu tư công; quy hoạch and other work that has milestones alone. */
export const projectKinds = ['investment', 'milestones'] as const
export type ProjectKind = (typeof projectKinds)[number]

/** Quan trọng quốc gia, nhóm A, B, C. */
export const projectCategories = ['national', 'a', 'b', 'c'] as const
export type ProjectCategory = (typeof projectCategories)[number]

/** Ngân sách trung ương, vốn nước ngoài, cân đối ngân sách địa phương, sử dụng đất, xổ số, chương trình mục tiêu quốc gia. */
export const planSources = [
  'central',
  'foreign',
  'local',
  'landUse',
  'lottery',
  'programme',
  'other',
] as const
export type PlanSource = (typeof planSources)[number]

export const monthKinds = ['disbursed', 'committed'] as const
export type MonthKind = (typeof monthKinds)[number]
/** A commitment is of all sources together. */
export type MonthSource = PlanSource | 'all'

const two = (value: number) => String(value).padStart(2, '0')

/**
 * The last days of the months of a year of public investment, from January to January of the next year: what was given
 * for the year may be disbursed until 31 January after it (Law on Public Investment).
 */
export const monthEnds = (year: number): string[] =>
  Array.from({ length: 13 }, (_, at) =>
    dayBefore(`${year + Math.floor((at + 1) / 12)}-${two(((at + 1) % 12) + 1)}-01`),
  )

export const isMonthEnd = (year: number, until: string): boolean => monthEnds(year).includes(until)

/** Days after a month by which its figure is expected. */
export const reportDays = 15

/** The last month of the year whose figure is expected by a day; null where none is yet. */
export const monthDue = (year: number, today: string): string | null =>
  monthEnds(year).findLast((until) => dayFrom(until, reportDays) < today) ?? null

/** The year whose figures are being entered on a day: in January that is still the one before. */
export function yearInHand(today: string): number {
  const year = Number(today.slice(0, 4))
  return today.slice(5) <= '01-31' ? year - 1 : year
}

export interface PlanVersion {
  number: number
  /** In đồng; null: taken back. */
  amount: number | null
  decidedOn: string
}

/** A plan of one source by one authority, with all that was ever decided. */
export interface PlanPlace {
  fromYear: number
  toYear: number
  source: PlanSource
  authority: Authority
  versions: readonly PlanVersion[]
}

/** The version of a plan that counts on a day; null before it was given and once it was taken back. */
export const countingOn = <V extends PlanVersion>(versions: readonly V[], day: string): V | null =>
  standingOn(
    versions.map((one) => ({ ...one, withdrawn: one.amount === null })),
    day,
  )

/** What a plan is on a day; null as for `countingOn`. */
export const planOn = ({ versions }: Pick<PlanPlace, 'versions'>, day: string): number | null =>
  countingOn(versions, day)?.amount ?? null

/**
 * Of each plan of several years, by who gave it: what it is today over its sources, and what the same authority gave for
 * single years within it.
 */
export function givenWithin(
  plans: readonly (Pick<PlanPlace, 'fromYear' | 'toYear' | 'authority'> & {
    standing: number | null
  })[],
): { fromYear: number; toYear: number; authority: Authority; whole: number; given: number }[] {
  const terms = Map.groupBy(
    plans.filter((one) => one.fromYear < one.toYear && one.standing !== null),
    (one) => [one.fromYear, one.toYear, one.authority].join(' '),
  )
  return [...terms.values()].flatMap(([first, ...more]) => {
    if (!first) return []
    const { fromYear, toYear, authority } = first
    const within = plans.filter(
      (one) =>
        one.fromYear === one.toYear &&
        one.authority === authority &&
        one.fromYear >= fromYear &&
        one.toYear <= toYear,
    )
    const whole = sum([first, ...more].map((one) => one.standing ?? 0)) ?? 0
    return [
      {
        fromYear,
        toYear,
        authority,
        whole,
        given: sum(within.map((one) => one.standing ?? 0)) ?? 0,
      },
    ]
  })
}

export interface MonthFigure {
  kind: MonthKind
  year: number
  until: string
  source: MonthSource
  /** In đồng, since the year began; null: taken back. */
  amount: number | null
}

/** By who gave it: what the year's plan is on a day, over its sources. Null: nobody gave one. */
export type Planned = Record<Authority, number | null>

const sum = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((all, one) => all + one, 0)

export function plannedOn(plans: readonly PlanPlace[], year: number, day: string): Planned {
  const of = (authority: Authority) =>
    sum(
      plans
        .filter((one) => one.authority === authority)
        .filter((one) => one.fromYear === year && one.toYear === year)
        .flatMap((one) => planOn(one, day) ?? []),
    )
  return {
    primeMinister: of('primeMinister'),
    council: of('council'),
    committee: of('committee'),
  }
}

/**
 * What had come together of a kind by the end of a month, over all sources: of each its newest figure until then, since
 * it counts from the year's beginning. Null without any.
 */
export function reachedBy(
  months: readonly MonthFigure[],
  kind: MonthKind,
  year: number,
  until: string,
): number | null {
  const newest = new Map<MonthSource, MonthFigure>()
  for (const one of months) {
    if (one.kind !== kind || one.year !== year || one.until > until || one.amount === null) continue
    const former = newest.get(one.source)
    if (!former || former.until < one.until) newest.set(one.source, one)
  }
  return sum([...newest.values()].map((one) => one.amount ?? 0))
}

/**
 * What was disbursed within a month: the difference to the month before. Null where a source that was told of by then
 * has no figure of the month itself, or of the one before: it would be taken for a part of this month.
 */
export function disbursedIn(
  months: readonly MonthFigure[],
  year: number,
  until: string,
): number | null {
  const ends = monthEnds(year)
  const before = ends[ends.indexOf(until) - 1]
  const own = months.filter(
    (one) =>
      one.kind === 'disbursed' && one.year === year && one.amount !== null && one.until <= until,
  )
  const isWhole = (day: string) =>
    own.every(({ source }) => own.some((one) => one.source === source && one.until === day))
  const reached = reachedBy(own, 'disbursed', year, until)
  if (reached === null || !isWhole(until)) return null
  if (before === undefined) return reached
  const former = reachedBy(own, 'disbursed', year, before)
  return former === null || !isWhole(before) ? null : reached - former
}

/** The last month of the year that has a figure of the kind. */
export const lastMonth = (
  months: readonly MonthFigure[],
  kind: MonthKind,
  year: number,
): string | null =>
  months
    .filter((one) => one.kind === kind && one.year === year && one.amount !== null)
    .map((one) => one.until)
    .sort()
    .at(-1) ?? null

/**
 * What was disbursed in all years together; those before the first kept here are told apart (`spentBefore`). Null where
 * the project began before these years and nobody said what was disbursed then.
 */
export function disbursedInAll(
  months: readonly MonthFigure[],
  spentBefore: number | null,
  startsOn: string | null = null,
): number | null {
  const years = [...new Set(months.map(({ year }) => year))]
  const began = startsOn === null ? null : Number(startsOn.slice(0, 4))
  if (spentBefore === null && began !== null && began < Math.min(...years)) return null
  const each = years.flatMap((year) => reachedBy(months, 'disbursed', year, '9999-12-31') ?? [])
  return sum(spentBefore === null ? each : [spentBefore, ...each])
}

/** Whether a total that only grows fell, or would: the month before has more, or the one after less. */
export function fallsAt(months: readonly MonthFigure[], given: MonthFigure): boolean {
  const { amount } = given
  if (amount === null) return false
  const same = months.filter(
    (one) =>
      one.kind === given.kind &&
      one.year === given.year &&
      one.source === given.source &&
      one.amount !== null,
  )
  return same.some(
    (one) =>
      (one.until < given.until && (one.amount ?? 0) > amount) ||
      (one.until > given.until && (one.amount ?? 0) < amount),
  )
}
