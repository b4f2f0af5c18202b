// What is done to targets of indicators, everything once: for the record of the SQL.
import type { Client } from './world.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of every kind
type Done = (client: Client, method: string, path: string, options?: object) => Promise<any>

/** `id` is an indicator in per cent, `bodyId` a body of the province. */
export async function useTargets(
  done: Done,
  office: Client,
  id: string,
  bodyId: string,
): Promise<void> {
  const year = { from: '2026-01-01', to: '2026-12-31', kind: 'plan', authority: null }
  const basis = { legalReference: 'Nghị quyết số 25/NQ-HĐND', decidedOn: '2025-12-10' }
  const at = `/api/indicators/${id}/targets`
  const { target } = await done(office, 'POST', at, {
    json: { organisationId: null, ...year, ...basis, figure: '8,3-8,5 %' },
  })
  await done(office, 'POST', at, {
    json: { organisationId: bodyId, ...year, ...basis, figure: '9 %' },
  })
  await done(office, 'GET', `/api/access?kind=target&id=${target.id}`)
  const later = { ...basis, decidedOn: '2026-07-10' }
  await done(office, 'POST', `/api/targets/${target.id}/versions`, {
    json: { ...later, figure: '9 %', path: [{ by: '2026-09-30', figure: '8 %' }] },
    version: target.version,
  })
  await done(office, 'POST', `/api/targets/${target.id}/judgements`, {
    json: { likelihood: 'doubtful', body: 'Còn phụ thuộc vốn giao bổ sung.' },
    version: target.version + 1,
  })
  const { indicator } = await done(office, 'GET', `/api/indicators/${id}`)
  const unit = { json: { unit: 'x' }, version: indicator.version }
  await office.ask('PATCH', `/api/indicators/${id}`, unit)
  // By the sentence of a document.
  const { rows } = await done(office, 'GET', '/api/indicators/board')
  const told = rows.find((one: { latest: object | null }) => one.latest !== null)
  await done(office, 'POST', `/api/indicators/${told.indicator.id}/targets`, {
    json: {
      ...{ organisationId: null, ...year, ...basis, words: 'như báo cáo nêu' },
      observationId: told.latest.id,
    },
  })
  await done(office, 'GET', `/api/indicators/${told.indicator.id}/targets`)
  await done(office, 'GET', `/api/indicators/${told.indicator.id}/targets?on=2026-01-01`)
}
