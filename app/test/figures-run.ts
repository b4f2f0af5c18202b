// What is done to reported figures, everything once: for the record of the SQL.
import { transaction } from '../src/database/open.ts'
import { remindExplanations } from '../src/registers/indicators/explanation-store.ts'
import { importFigures } from '../src/registers/indicators/figure-import-store.ts'
import {
  type FigureFilter,
  figuresOf,
  type NewFigure,
  recordAt,
  recordFigures,
  versionsOf,
} from '../src/registers/indicators/figure-store.ts'
import { bodiesByName } from '../src/registers/organisations/names.ts'
import type { Client, world } from './world.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of every kind
type Done = (client: Client, method: string, path: string, options?: object) => Promise<any>

/** A document has a confirmed figure; `bodyId` is a body of the province. */
export async function useFigures(
  here: Awaited<ReturnType<typeof world>>,
  done: Done,
  office: Client,
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
  async function* chunks() {
    const past = { periodFrom: '2025-01-01', periodTo: '2025-09-30', method: 'file' } as const
    yield [{ ...of(bodyId), ...past, source: { cell: 'C1' }, growth: 3, share: 4 }]
    yield [{ ...of(null), ...past, source: { cell: 'C2' } }]
  }
  await bodiesByName(db, actor.provinceId)
  const file = { name: 'nap.csv', sha256: 'ab'.repeat(32) }
  await importFigures(here.database, actor, chunks(), file, { sure: true })
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
  const { indicator: weight } = await done(office, 'POST', '/api/indicators', {
    json: { nameVi: 'Số hộ dân cư', unit: 'household' },
  })
  await done(office, 'POST', `/api/indicators/${indicatorId}/definitions`, {
    json: {
      ...{ valueKind: 'rate', reportMode: 'point', acrossBodies: 'weightedMean' },
      ...{ acrossTime: 'last', weightIndicatorId: weight.id, formula: `100 * ${weight.code} / 2` },
      ...{ entryFactor: 1, decimals: 2, priceBasis: 'none', least: 0, most: 100, ownerId: bodyId },
      ...{ validFrom: '2026-01-01', content: 'x', legalReference: 'x', reason: 'x' },
      ...{ seen: 0, breaks: true },
    },
  })
  const conferences = await done(office, 'GET', '/api/conferences')
  const conferenceId = conferences.conferences[0].id
  const { snapshot } = await done(office, 'POST', '/api/figure-snapshots', {
    json: { title: 'x', conferenceId },
  })
  await done(office, 'GET', `/api/figure-snapshots?conference=${conferenceId}`)
  await done(office, 'GET', `/api/figure-snapshots/${snapshot.id}`)
  await office.file('/api/figures/xlsx?year=2026')
  const { indicator: compared } = await done(office, 'POST', '/api/indicators', {
    json: { nameVi: 'Tỷ lệ so với nơi khác', unit: '%', kind: 'R', direction: 'up' },
  })
  const other = `/api/indicators/${compared.id}`
  await done(office, 'POST', `${other}/references`, {
    json: { place: 'x', from: '2026-01-01', to: '2026-06-30', figure: '5%', source: 'x' },
  })
  const { references } = await done(office, 'GET', `${other}/figures`)
  await done(office, 'POST', `/api/indicator-references/${references[0].id}/withdraw`, {
    json: { reason: 'x' },
  })
  const { breaks } = await done(office, 'GET', `/api/indicators/${indicatorId}/figures?limit=9`)
  await done(office, 'POST', `/api/indicator-breaks/${breaks[0].id}/withdraw`, {
    json: { reason: 'x' },
  })
  await done(office, 'POST', `/api/indicators/${indicatorId}/figures`, {
    json: {
      ...{ organisationId: null, from: '2026-01-01', to: '2026-10-31', kind: 'actual' },
      ...{ accumulation: 'cumulative', missingReason: 'notYet', stage: 'estimate', reason: 'x' },
    },
  })
  await done(office, 'GET', `/api/indicators/${indicatorId}/figures?since=2026-01-01T00:00:00Z`)
  const period = 'from=2026-01-01&to=2026-09-30&map=now&at=2099-01-01T00:00:00Z'
  await done(office, 'GET', `/api/indicators/${indicatorId}/units?${period}`)
  const { targets } = await done(office, 'GET', `/api/indicators/${indicatorId}/targets`)
  const unit = await here.body('Phường Giải trình')
  const { client } = await here.grantee('communeOfficer', unit)
  const { explanation } = await done(
    office,
    'POST',
    `/api/indicators/${indicatorId}/explanations`,
    {
      json: {
        ...{ organisationId: unit, targetId: targets[0]?.id ?? null, question: 'x' },
        dueOn: '2099-01-01',
      },
    },
  )
  await transaction(here.database, (tx) => remindExplanations(tx, actor.provinceId, new Date()))
  await done(client, 'GET', '/api/session/notifications')
  await done(client, 'GET', `/api/access?kind=explanation&id=${explanation.id}`)
  await done(client, 'POST', `/api/explanations/${explanation.id}/answer`, {
    json: { answer: 'x' },
    version: explanation.version,
  })
}
