// Figures that units of the sample province reported: two years of months, to the one before the day of loading, and
// that month's reports in every stage. All worked out from a few numbers a unit, the same at every loading of a day.
import { todayInVietnam } from './calendar.ts'
import type { Tx } from './database/tables.ts'
import type { Actor } from './http/access.ts'
import { type NewFigure, recordFigures } from './registers/indicators/figure-store.ts'
import { listIndicators } from './registers/indicators/store.ts'
import { addTarget } from './registers/indicators/target-store.ts'
import { acceptSlot } from './registers/reporting/accept-store.ts'
import { checksOf } from './registers/reporting/checks.ts'
import type { SlotView } from './registers/reporting/contract.ts'
import { type Measure, placeOf, shifted } from './registers/reporting/regime.ts'
import { addRegime } from './registers/reporting/regime-store.ts'
import { listSlots } from './registers/reporting/slots-store.ts'
import { enterValues, returnSlot, submitSlot } from './registers/reporting/step-store.ts'
import { getSlot } from './registers/reporting/view-store.ts'

/** In the power of ten of the lines: `year` is the plan of the year, or what is usual; `pace` what part is reached. */
export interface SampleReport {
  name: string
  legalReference: string
  /** Indicators by code. */
  lines: { indicator: string; measure: Measure; power: 0 | 3 | 6 | 9 }[]
  /** `sent`: how far the report of this month came; left out, nothing was entered. */
  units: {
    body: string
    year: number[]
    pace: number[]
    sent?: 'accepted' | 'submitted' | 'returned'
  }[]
  planBasis: string
  /** Why one was given back. */
  returned: string
}

type Unit = SampleReport['units'][number]

interface Line {
  indicatorId: string
  measure: Measure
  power: 0 | 3 | 6 | 9
  kind: 'C' | 'P' | 'R'
}

/** What part of a year is reached by the end of each of its months, in percent. */
const reachedBy = [9, 15, 24, 32, 40, 50, 58, 65, 74, 82, 90, 100]

/** The accounts that send are looked up by `headOf`, by the name of their unit. */
export async function addSampleReports(
  tx: Tx,
  office: Actor,
  report: SampleReport,
  idOf: (name: string) => string,
  headOf: (name: string) => Promise<Actor>,
): Promise<void> {
  const today = todayInVietnam()
  const lines = await linesOf(tx, office, report)
  await recordFigures(
    tx,
    office,
    report.units.flatMap((unit) => formerMonths(unit, lines, idOf(unit.body), today)),
  )
  await plan(tx, office, report, lines, idOf, today)
  const heads = new Map<string, Actor>()
  for (const { body } of report.units) heads.set(body, await headOf(body))
  await addRegime(tx, office, {
    ...{ name: report.name, legalReference: report.legalReference, frequency: 'month' },
    // Collected until the day of loading, so that nothing is late yet.
    ...{ cutoffDay: Number(today.slice(8)), dueDays: 2, graceDays: 0, stage: 'estimate' },
    validFrom: `${today.slice(0, 8)}01`,
    lines: lines.map(({ indicatorId, measure, power }) => ({ indicatorId, measure, power })),
    units: report.units.map(({ body }) => ({
      organisationId: idOf(body),
      responsibleId: heads.get(body)?.accountId ?? null,
    })),
  })
  await fillIn(tx, office, report, lines, heads, today)
}

async function linesOf(tx: Tx, office: Actor, { lines }: SampleReport): Promise<Line[]> {
  const known = new Map((await listIndicators(tx, office)).map((one) => [one.code, one]))
  return lines.map(({ indicator, measure, power }) => {
    const found = known.get(indicator)
    if (!found) throw new Error(`samples/province.json names no indicator "${indicator}"`)
    return { indicatorId: found.id, measure, power, kind: found.kind }
  })
}

/** In the line's power; a little off the pace each month, as figures are. */
function figureOf({ body, year, pace }: Unit, line: number, at: Month, yearsAgo: number): number {
  const whole = (year[line] ?? 0) * 0.93 ** yearsAgo
  const off = ((body.length * 7 + at.month * 5 + line * 3) % 11) - 5
  const part = at.total ? (reachedBy[at.month] ?? 0) / 100 : 1
  // Totals may not fall: what is off is at most half of the least month.
  const reached = whole * part * (pace[line] ?? 1) + whole * off * (at.total ? 0.004 : 0.003)
  return Math.round(reached * 10) / 10
}

interface Month {
  /** From 0. */
  month: number
  /** Counted since 1 January. */
  total: boolean
}

/** From January of last year to the month before the one of loading. */
function formerMonths(
  unit: Unit,
  lines: readonly Line[],
  organisationId: string,
  today: string,
): NewFigure[] {
  const now = Number(today.slice(0, 4))
  return [now - 1, now].flatMap((year) =>
    reachedBy.flatMap((_, month): NewFigure[] => {
      const period = monthOf(year, month)
      if (period.to >= today) return []
      return lines.map((line, at) => {
        const { indicatorId, measure, kind, power } = line
        const value = figureOf(unit, at, { month, total: measure === 'cumulative' }, now - year)
        return {
          ...{ indicatorId, organisationId, ...placeOf(measure, period, kind) },
          ...{ value: shifted(value, power), missingReason: null },
          stage: year < now ? ('official' as const) : ('preliminary' as const),
          ...{ method: 'file' as const, reason: null },
        }
      })
    }),
  )
}

const monthOf = (year: number, month: number) => ({
  from: new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10),
  to: new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10),
})

/** What the units were given for the year of what counts up. */
async function plan(
  tx: Tx,
  office: Actor,
  { units, planBasis }: SampleReport,
  lines: readonly Line[],
  idOf: (name: string) => string,
  today: string,
): Promise<void> {
  const year = Number(today.slice(0, 4))
  for (const { body, year: plans } of units) {
    for (const [at, { indicatorId, measure }] of lines.entries()) {
      if (measure !== 'cumulative') continue
      await addTarget(tx, office, indicatorId, {
        ...{ organisationId: idOf(body), kind: 'plan', authority: 'council' },
        ...{ from: `${year}-01-01`, to: `${year}-12-31`, figure: `${plans[at]} tỷ đồng` },
        ...{ legalReference: planBasis, decidedOn: `${year - 1}-12-08` },
      })
    }
  }
}

/** This month's reports: entered and sent by the units, taken and given back by the office. */
async function fillIn(
  tx: Tx,
  office: Actor,
  { units, returned }: SampleReport,
  lines: readonly Line[],
  heads: ReadonlyMap<string, Actor>,
  today: string,
): Promise<void> {
  const { slots } = await listSlots(tx, office, { year: Number(today.slice(0, 4)) })
  for (const unit of units) {
    const line = slots.find(
      ({ body, period }) => body.name === unit.body && period.from <= today && period.to >= today,
    )
    const head = heads.get(unit.body)
    if (!line || !head || !unit.sent) continue
    const empty = await getSlot(tx, head, line.id)
    const full = await enterValues(tx, head, line.id, empty.version, given(unit, lines, empty))
    const sent = await submitSlot(tx, head, line.id, full.version, null)
    if (unit.sent === 'accepted') await acceptSlot(tx, office, line.id, sent.version)
    if (unit.sent === 'returned') {
      await returnSlot(tx, office, line.id, sent.version, { reason: returned, values: [] })
    }
  }
}

const given = (unit: Unit, lines: readonly Line[], slot: SlotView) =>
  slot.cells.map((cell) => {
    const at = lines.findIndex(
      (one) => one.indicatorId === cell.indicatorId && one.measure === cell.measure,
    )
    const month = Number(slot.period.to.slice(5, 7)) - 1
    const value = figureOf(unit, at, { month, total: cell.measure === 'cumulative' }, 0)
    const asked = checksOf(value, cell).length > 0
    return {
      ...{ indicatorId: cell.indicatorId, measure: cell.measure, value },
      method: 'typed' as const,
      explanation: asked ? 'Khối lượng dồn vào quý cuối năm; đang đôn đốc từng công trình.' : null,
    }
  })
