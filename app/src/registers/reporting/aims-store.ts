// What plans expect: of a body, or of the province as a whole.
import { sql } from 'kysely'
import type { Reads } from '../../database/tables.ts'
import type { Interval } from '../indicators/period.ts'
import {
  byNearness,
  expectedBy,
  type Path,
  type Reached,
  standingOn,
} from '../indicators/target.ts'
import type { Measure } from './regime.ts'

export interface Aim {
  /** What is expected by the end of the days that a figure counts, and where that comes from. */
  low: number
  high: number
  by: Path
  /** What the plan asks for, and of which days. */
  plan: Interval & { low: number; high: number }
}

type AimOf = (
  kind: 'C' | 'P' | 'R',
  measure: Measure,
  days: Interval,
  history?: readonly Reached[],
) => Aim | null

/** A body, null for the province, and an indicator as one word. */
export const aimKey = (body: string | null, indicatorId: string): string =>
  `${body ?? ''} ${indicatorId}`

/**
 * What the plans of bodies expect by the end of the days that a figure counts: of those that fit the one of the
 * shortest period, a year's before a term's, then the council's.
 */
export async function aimsOf(
  db: Reads,
  provinceId: number,
  bodies: readonly (string | null)[],
  indicators: readonly string[],
  today: string,
): Promise<Map<string, AimOf>> {
  if (indicators.length === 0) return new Map()
  const named = bodies.filter((one) => one !== null)
  const rows = await db
    .selectFrom('target')
    .innerJoin('target_version', (join) =>
      join
        .onRef('target_version.province_id', '=', 'target.province_id')
        .onRef('target_version.target_id', '=', 'target.target_id'),
    )
    .selectAll('target_version')
    .select(['target.indicator_id', 'target.organisation_id', 'target.authority'])
    .select(['target.period_from', 'target.period_to'])
    .where('target.province_id', '=', provinceId)
    .where('target.kind', '=', 'plan')
    .where((build) =>
      build.or([
        build('target.organisation_id', '=', sql<string>`any(${named}::uuid[])`),
        ...(bodies.includes(null) ? [build('target.organisation_id', 'is', null)] : []),
      ]),
    )
    .where('target.indicator_id', 'in', [...indicators])
    .orderBy('target.target_id')
    .execute()
  const aims = new Map<string, AimOf>()
  for (const [key, those] of Map.groupBy(rows, (row) =>
    aimKey(row.organisation_id, row.indicator_id),
  )) {
    const plans = [...Map.groupBy(those, (row) => row.target_id).values()].flatMap((versions) => {
      const standing = standingOn(
        versions.map((row) => ({
          ...{ number: row.number, decidedOn: row.decided_on, withdrawn: row.withdrawn },
          ...{ low: row.low, high: row.high, path: row.path },
          ...{ from: row.period_from, to: row.period_to, authority: row.authority },
        })),
        today,
      )
      return standing && standing.low !== null && standing.high !== null ? [standing] : []
    })
    aims.set(key, (kind, measure, days, history = []) => {
      // What counts up is held against a plan that begins with it, and only once it counts from there.
      const [plan] = plans
        .filter(
          ({ from, to }) =>
            days.to <= to &&
            (kind === 'C' ? days.from === from : days.to >= from && measure === 'period'),
        )
        .toSorted(byNearness)
      if (!plan) return null
      const [low, high] = [Number(plan.low), Number(plan.high)]
      const ends = [low, high].map((value) => expectedBy({ ...plan, value }, kind, days, history))
      const [least, most] = ends
      if (!least || !most) return null
      const asked = { low, high, from: plan.from, to: plan.to }
      return { low: least.value, high: most.value, by: least.by, plan: asked }
    })
  }
  return aims
}
