// What is done to reported figures, everything once: for the record of the SQL.
import { transaction } from '../src/database/open.ts'
import {
  type FigureFilter,
  figuresOf,
  type NewFigure,
  recordAt,
  recordFigures,
  versionsOf,
} from '../src/registers/indicators/figure-store.ts'
import type { world } from './world.ts'

/** A document has a confirmed figure; `bodyId` is a body of the province. */
export async function useFigures(
  here: Awaited<ReturnType<typeof world>>,
  bodyId: string,
): Promise<void> {
  const actor = await here.actor('office')
  const { db } = here.database
  const { observation_id: observationId, indicator_id: indicatorId } = await db
    .selectFrom('observation')
    .select(['observation_id', 'indicator_id'])
    .where('province_id', '=', actor.provinceId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  const of = (organisationId: string | null): NewFigure => ({
    ...{ indicatorId, organisationId, periodFrom: '2026-01-01', periodTo: '2026-09-30' },
    ...{ accumulation: 'cumulative', kind: 'actual', value: 1, missingReason: null },
    ...{ stage: 'estimate', method: 'document', source: { observationId }, reason: null },
  })
  await transaction(here.database, (tx) => recordFigures(tx, actor, [of(null), of(bodyId)]))
  const asOf = await recordAt(db, actor.provinceId, '2099-01-01T00:00:00Z')
  await figuresOf(db, actor, { indicatorIds: [indicatorId] }, asOf)
  const days = { endsFrom: '2026-01-01', endsTo: '2026-12-31' }
  const places: FigureFilter = {
    organisationIds: [null, bodyId],
    accumulation: 'cumulative',
    kind: 'actual',
  }
  const [one] = await figuresOf(db, actor, { ...days, ...places })
  await figuresOf(db, actor, { organisationIds: [bodyId] })
  await versionsOf(db, actor, one?.figureId ?? '')
}
