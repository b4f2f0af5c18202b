// What the reports say of themselves as figures: owed, sent, on time, by unit and month. Counted when asked, never kept.
import { sql } from 'kysely'
import type { Reads, Tables } from '../../database/tables.ts'
import { type Actor, may, mayAnywhere } from '../../http/access.ts'
import { visibleSlot } from '../../http/visible.ts'
import { clockOf } from '../assignments/clock-store.ts'
import type { CountedCode } from '../indicators/counted.ts'
import { months } from '../indicators/period.ts'
import { dueOf, type Rates, ratesOf, type Timing, timingOf, versionFor } from './regime.ts'

/** So many reports of periods that end in a month. */
export interface ReportCount {
  code: CountedCode
  /** Null: of the province as a whole. */
  organisationId: string | null
  periodFrom: string
  periodTo: string
  value: number
}

/** Whose reports are counted: all together, those of each unit, or both. */
export interface CountsAsked {
  whole: boolean
  units: 'all' | readonly string[]
}

/**
 * From the first month of a year on in which one is owed to the last, by the rules of the list of reports (`ratesOf`).
 * Of each unit whose reports the actor reads; all together only for whoever reads them all, so that everybody who sees
 * the figure sees the same.
 */
export async function reportCounts(
  db: Reads,
  actor: Actor,
  { whole, units }: CountsAsked,
): Promise<ReportCount[]> {
  if (!mayAnywhere(actor, 'report.read')) return []
  const { provinceId } = actor
  const apart = units === 'all' || units.length > 0
  const counted = whole && may(actor, 'report.read', provinceId)
  if (!apart && !counted) return []
  const body = apart ? sql`organisation_id` : sql`null::uuid`
  const among =
    apart && units !== 'all' && !counted
      ? sql`organisation_id = any(${[...units]}::uuid[])`
      : sql`true`
  const { rows } = await sql<SlotGroup>`
    select regime_id, ${body} as organisation_id, period_from, period_to, due_on, sent_on, count(*)::int as count
    from report_slot where province_id = ${provinceId} and not (excused and sent_on is null)
      and ${visibleSlot(actor)} and ${among}
    group by 1, 2, 3, 4, 5, 6`.execute(db)
  if (rows.length === 0) return []
  const timing = await timingsOf(db, provinceId)
  const timed = rows.flatMap((row) => {
    const when = timing(row)
    return when === null ? [] : [{ ...row, timing: when }]
  })
  const wanted = units === 'all' ? null : new Set(units)
  const byBody = apart
    ? [...Map.groupBy(timed, (row) => row.organisation_id)].filter(
        ([id]) => id !== null && (!wanted || wanted.has(id)),
      )
    : []
  return [...byBody, ...(counted ? [[null, timed] as const] : [])].flatMap(([id, those]) =>
    monthly(those).flatMap(({ periodFrom, periodTo, rates }) =>
      (
        [
          ['reports_owed', rates.owed],
          ['reports_sent', rates.sent],
          ['reports_on_time', rates.onTime],
        ] as const
      ).map(([code, value]) => ({ code, organisationId: id, periodFrom, periodTo, value })),
    ),
  )
}

interface SlotGroup {
  regime_id: string
  organisation_id: string | null
  period_from: string
  period_to: string
  due_on: string | null
  sent_on: string | null
  count: number
}

/** Whether reports came on time; null where their regime asks for nothing there. */
async function timingsOf(db: Reads, provinceId: number) {
  const versions = Map.groupBy(
    await db
      .selectFrom('report_regime_version')
      .select(['regime_id', 'number', 'valid_from', 'frequency', 'cutoff_day', 'due_days'])
      .select('grace_days')
      .where('province_id', '=', provinceId)
      .execute(),
    (row) => row.regime_id,
  )
  const clock = await clockOf(db, provinceId)
  const known = new Map<string, { last: string } | null>()
  const dueFor = (row: SlotGroup) => {
    const period = { from: row.period_from, to: row.period_to }
    const terms = versionFor((versions.get(row.regime_id) ?? []).map(termsIn), period)
    return terms && dueOf(terms, period, row.due_on, clock)
  }
  return (row: SlotGroup): Timing | null => {
    const key = `${row.regime_id} ${row.period_from} ${row.period_to} ${row.due_on}`
    const due = known.has(key) ? (known.get(key) ?? null) : dueFor(row)
    known.set(key, due)
    return due && timingOf({ excused: false, sentOn: row.sent_on }, due, clock.today)
  }
}

const termsIn = (
  row: Pick<
    Tables['report_regime_version'],
    'number' | 'valid_from' | 'frequency' | 'cutoff_day' | 'due_days' | 'grace_days'
  >,
) => ({
  ...{ number: row.number, validFrom: row.valid_from, frequency: row.frequency },
  ...{ cutoffDay: row.cutoff_day, dueDays: row.due_days, graceDays: row.grace_days },
})

/** By the month in which periods end, without a gap from January on: none owed is a figure too. */
function monthly(rows: readonly (SlotGroup & { timing: Timing })[]) {
  const owed = rows.filter((row) => row.timing !== 'notDue')
  const ends = owed.map((row) => row.period_to.slice(0, 7)).toSorted()
  const [first, last] = [ends[0], ends.at(-1)]
  if (!first || !last) return []
  const byMonth = Map.groupBy(owed, (row) => row.period_to.slice(0, 7))
  const begun = Number(first.slice(0, 4))
  const until = (Number(last.slice(0, 4)) - begun) * 12 + Number(last.slice(5))
  return Array.from({ length: until }, (_, at) => {
    const interval = months(begun + Math.floor(at / 12), (at % 12) + 1, (at % 12) + 1)
    const those = byMonth.get(interval.to.slice(0, 7)) ?? []
    return { periodFrom: interval.from, periodTo: interval.to, rates: ratesIn(those) }
  })
}

const ratesIn = (rows: readonly { timing: Timing; count: number }[]): Rates =>
  rows.reduce(
    (sum, { timing, count }) => {
      const { owed, sent, onTime, missing } = ratesOf([timing])
      return {
        owed: sum.owed + owed * count,
        sent: sum.sent + sent * count,
        onTime: sum.onTime + onTime * count,
        missing: sum.missing + missing * count,
      }
    },
    { owed: 0, sent: 0, onTime: 0, missing: 0 },
  )
