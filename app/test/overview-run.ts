// What the overview asks, everything once: for the record of the SQL.
import type { Client } from './world.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of every kind
type Done = (client: Client, method: string, path: string, options?: object) => Promise<any>

/** An indicator that is late, of the province and of a body, with a shortcoming and a task linked with it. */
export async function useOverview(
  done: Done,
  office: Client,
  bodyId: string,
  taskId: string,
): Promise<void> {
  const { indicator } = await done(office, 'POST', '/api/indicators', {
    json: { nameVi: 'Diện tích nhà xưởng', unit: 'ha', kind: 'C', direction: 'up' },
  })
  const at = `/api/indicators/${indicator.id}`
  const days = { from: '2026-01-01', to: '2026-12-31' }
  const basis = { legalReference: 'x', decidedOn: '2025-12-10', authority: 'council' }
  for (const organisationId of [null, bodyId]) {
    await done(office, 'POST', `${at}/targets`, {
      json: { organisationId, ...days, ...basis, kind: 'plan', figure: '100 ha' },
    })
    await done(office, 'POST', `${at}/figures`, {
      json: {
        ...{ organisationId, ...days, to: '2026-06-30', kind: 'actual', figure: '1 ha' },
        ...{ accumulation: 'cumulative', stage: 'estimate', sure: true },
      },
    })
  }
  const { topics } = await done(office, 'GET', '/api/shortcomings')
  for (const from of [
    { kind: 'shortcoming', id: topics[0].entries[0].id },
    { kind: 'assignment', id: taskId },
  ])
    await done(office, 'PUT', '/api/chain-links', {
      json: { from, to: { kind: 'indicator', id: indicator.id }, verdict: 'confirmed' },
      version: 0,
    })
  for (const path of [
    '/api/overview',
    '/api/overview/units',
    `${at}/overview`,
    `${at}/overview?year=2026`,
    `/api/organisations/${bodyId}/overview`,
  ])
    await done(office, 'GET', path)
}
