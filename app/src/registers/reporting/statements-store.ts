// What the documents of a unit say of the figures it reports: sentences of its own documents, and of others that name it.
import { sql } from 'kysely'
import type { Reads } from '../../database/tables.ts'
import { type Actor, may } from '../../http/access.ts'
import { visible } from '../../http/visible.ts'
import { nameKey } from '../indicators/indicator.ts'
import type { SlotCell, SlotView } from './contract.ts'
import { placeOf, shifted } from './regime.ts'

export type Statement = SlotCell['statements'][number]

interface Said {
  finding_id: string
  indicator_id: string
  confirmed: boolean
  document_id: string
  title: string
  /** The body that the document is of. */
  of: string | null
  start_at: number
  end_at: number
  quote: string
  period_from: string
  period_to: string
  value: string
  /** Neither a bound nor one end of a range. */
  exact: boolean
  estimate: boolean
  place: string | null
  unit: string | null
}

interface Asked extends Pick<SlotView, 'body' | 'period'> {
  lines: readonly (Pick<SlotCell, 'indicatorId' | 'measure' | 'power'> & {
    kind: 'C' | 'P' | 'R'
    unit: string
  })[]
}

/**
 * What documents that the actor may read say of the figures of these reports, by `slot line`: confirmed figures, and
 * what was read in the unit's own documents and nobody has decided on yet, for who may read that.
 */
export async function statementsOf(
  db: Reads,
  actor: Actor,
  asked: readonly Asked[],
): Promise<(slot: Asked, line: Pick<SlotCell, 'indicatorId' | 'measure'>) => Statement[]> {
  const indicators = [
    ...new Set(asked.flatMap(({ lines }) => lines.map((line) => line.indicatorId))),
  ]
  const bodies = [...new Set(asked.map(({ body }) => body.id))]
  const days = [...new Set(asked.flatMap(({ period: { to } }) => [to, `${to.slice(0, 4)}-12-31`]))]
  if (indicators.length === 0) return () => []
  const said = await saidOf(db, actor, { indicators, bodies, days })
  const byIndicator = Map.groupBy(said, (one) => one.indicator_id)
  return (slot, { indicatorId, measure }) => {
    const line = slot.lines.find(
      (one) => one.indicatorId === indicatorId && one.measure === measure,
    )
    if (!line) return []
    const place = placeOf(measure, slot.period, line.kind)
    return (byIndicator.get(indicatorId) ?? [])
      .filter(
        (one) =>
          isOf(one, slot.body) &&
          one.unit === line.unit &&
          one.period_to === place.periodTo &&
          // What stands on a day is told of the month as well.
          (one.period_from === place.periodFrom ||
            (line.kind === 'P' && one.period_from === slot.period.from)) &&
          (measure !== 'yearEstimate' || one.estimate),
      )
      .map((one) => ({
        findingId: one.finding_id,
        confirmed: one.confirmed,
        exact: one.exact,
        value: shifted(Number(one.value), -line.power),
        quote: one.quote,
        document: { id: one.document_id, title: one.title },
        ...{ start: one.start_at, end: one.end_at },
      }))
  }
}

/** The unit's own document, where no other place is named; or the place is called as the unit is. */
const isOf = (one: Said, body: { id: string; name: string }): boolean =>
  one.place === null ? one.of === body.id : nameKey(one.place) === nameKey(body.name)

async function saidOf(
  db: Reads,
  actor: Actor,
  given: { indicators: string[]; bodies: string[]; days: string[] },
): Promise<Said[]> {
  const { provinceId } = actor
  const { indicators, bodies, days } = given
  const { rows } = await sql<Said>`
    select o.finding_id, o.indicator_id, true as confirmed, d.document_id, d.title,
      d.organisation_id as of, o.start_at, o.end_at, o.as_written as quote, o.period_from,
      o.period_to, o.value, o.bound is null and o.value_max is null as exact,
      o.modality = 'estimate' as estimate, o.place, o.unit
    from observation o join document d on d.province_id = o.province_id
      and d.document_id = o.document_id
    where o.province_id = ${provinceId} and o.indicator_id = any(${indicators}::uuid[])
      and o.period_to = any(${days}::date[]) and o.period_from is not null and o.value is not null
      and o.modality not in ('target', 'forecast') and o.withdrawn_at is null
      and o.finding_id is not null and ${visible(actor, 'o.document_id')}
    order by o.confirmed_at, o.observation_id`.execute(db)
  if (!may(actor, 'finding.read', provinceId)) return rows
  const { rows: read } = await sql<Said>`
    select f.finding_id, i.indicator_id, false as confirmed, d.document_id, d.title,
      d.organisation_id as of, f.start_at, f.end_at, f.quote,
      (f.payload->'period'->>'from')::date as period_from,
      (f.payload->'period'->>'to')::date as period_to, q.payload->>'value' as value,
      q.payload->>'bound' is null and q.payload->>'max' is null as exact,
      f.payload->>'modality' = 'estimate' as estimate, f.payload->'place'->>'quote' as place,
      q.payload->>'unit' as unit
    from finding f join document d on d.province_id = f.province_id
      and d.document_id = f.document_id and d.organisation_id = any(${bodies}::uuid[])
    join indicator i on i.province_id = f.province_id and i.indicator_id = any(${indicators}::uuid[])
      and i.code = f.payload->'indicator'->>'code'
    join finding q on q.province_id = f.province_id and q.document_id = f.document_id
      and q.text_version = f.text_version and q.reader_key = f.payload->>'quantity'
    where f.province_id = ${provinceId} and f.kind = 'statement' and f.state = 'proposed'
      and f.edited is null and f.payload->'period'->>'to' = any(${days}::text[])
      and f.payload->'period'->>'from' is not null and q.payload->>'value' is not null
      and coalesce(f.payload->>'modality', '') not in ('target', 'forecast')
      and ${visible(actor, 'f.document_id')}
    order by f.document_id, f.start_at`.execute(db)
  return [...rows, ...read]
}
