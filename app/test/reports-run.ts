// Everything that is done in the reporting cycle, once each, made over HTTP: for the tests that need a report, and
// those that need every query.
import { transaction } from '../src/database/open.ts'
import { readCells, writeTable } from '../src/office/workbook.ts'
import { remindReports } from '../src/registers/reporting/remind-store.ts'
import { makeAllSlots } from '../src/registers/reporting/slot-making-store.ts'
import { asking, type Client, type world } from './world.ts'

/** Ids by the word of their routes: `report-regimes`, `report-slots`. */
export async function makeReports(
  here: Awaited<ReturnType<typeof world>>,
  office: Client,
  words = 'Tình hình kinh tế - xã hội',
): Promise<Record<string, string>> {
  const done = asking(office)
  const unit = await here.body('Xã Báo cáo')
  const { client: head, actor } = await here.grantee('communeHead', unit)
  const { client: chief } = await here.grantee('officeHead')
  const { indicators } = await done('GET', '/api/indicators')
  const [line] = indicators
  await done('POST', `/api/indicators/${line.id}/targets`, {
    json: {
      ...{ organisationId: unit, from: '2026-01-01', to: '2026-12-31', kind: 'plan' },
      ...{ authority: null, words: 'x', legalReference: 'x', decidedOn: '2025-12-10' },
    },
  })
  const terms = {
    ...{ validFrom: '2026-01-01', legalReference: words, frequency: 'quarter', stage: 'estimate' },
    ...{ cutoffDay: 14, dueDays: 2, graceDays: 0 },
    lines: [{ indicatorId: line.id, measure: 'period', power: 0 }],
    units: [{ organisationId: unit, responsibleId: actor.accountId }],
  }
  await done('GET', '/api/report-people')
  const { regime } = await done('POST', '/api/report-regimes', { json: { name: words, ...terms } })
  const at = `/api/report-regimes/${regime.id}`
  await done('PATCH', at, { json: { closedOn: '2099-12-31' }, version: 1 })
  const later = { ...terms, validFrom: '2026-09-01', frequency: 'half' }
  await done('POST', `${at}/versions`, { json: later, version: 2 })
  for (const who of [office, head]) {
    await done('GET', '/api/report-regimes', {}, who)
    await done('GET', `/api/report-slots?year=2026&regime=${regime.id}&body=${unit}`, {}, who)
  }
  const { slots } = await done('GET', '/api/report-slots?year=2026&own=true', {}, head)
  const [first] = slots
  await done('GET', `/api/report-grid?regime=${regime.id}&to=${first.period.to}`)
  await done('GET', `/api/access?kind=reportRegime&id=${regime.id}`)
  await done('GET', `/api/access?kind=reportSlot&id=${first.id}`)
  const of = `/api/report-slots/${first.id}`
  let { version } = first
  const step = async (method: string, path: string, json: object, who = office) => {
    const { slot } = await done(method, `${of}/${path}`, { json, version }, who)
    version = slot.version
    return slot
  }
  const handed = { responsibleId: actor.accountId, later: true }
  await step('POST', 'responsible', handed, head)
  await step('POST', 'exception', { excused: false, dueOn: '2099-12-31', reason: 'x' })
  const figure = { indicatorId: line.id, measure: 'period' }
  await step('PUT', 'values', { values: [{ ...figure, value: 12, explanation: words }] }, head)
  const form = await readCells((await head.file(`${of}/xlsx`)).bytes)
  const [names = [], ...rows] = form
  const bytes = await writeTable(
    'x',
    'x',
    names.map((title) => ({ title: String(title), width: 9 })),
    rows.map((row) => row.map((cell) => (typeof cell === 'number' ? { number: cell + 1 } : cell))),
  )
  await step('POST', 'xlsx', { file: Buffer.from(bytes).toString('base64') }, head)
  await step('POST', 'submit', {}, head)
  const values = [{ ...figure, reason: 'x' }]
  await step('POST', 'return', { reason: 'x', values })
  await step('POST', 'submit', {}, head)
  await step('POST', 'accept', {}, chief)
  await step('POST', 'lock', {})
  const issuer = await here.body('Văn phòng Ủy ban')
  await done(
    'GET',
    `/api/report-synthesis?regime=${regime.id}&to=${first.period.to}&issuer=${issuer}`,
  )
  const province = here.east.province_id
  await transaction(here.database, (tx) => makeAllSlots(tx, province, new Date()))
  await transaction(here.database, (tx) => remindReports(tx, province, new Date()))
  await done('GET', '/api/session/notifications', {}, head)
  return { 'report-regimes': regime.id, 'report-slots': first.id }
}
