// The overview over HTTP: an indicator that fell behind, a task about it, a unit that owes reports; units beside each
// other, with how each stands to its own plan.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asking, type Client, fileForm, world } from '../../../test/world.ts'
import { todayInVietnam } from '../../calendar.ts'
import type { OverviewView } from './contract.ts'
import type { IndicatorUnits, UnitCard, UnitMap } from './units-contract.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let revenue = ''
let unit = ''
let unitHead: Client

const text = `Hội nghị Ban Thường vụ Tỉnh ủy ngày 15/7/2026

Tuy nhiên, vẫn còn một số hạn chế: công tác giải phóng mặt bằng còn chậm.

Yêu cầu Sở Tài chính rà soát các khoản thu, báo cáo trước ngày 30/7/2026.
`

const overview = async (client = office): Promise<OverviewView> =>
  (await asking(client)('GET', '/api/overview')).overview

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  const done = asking(office)
  const { indicators } = await done('GET', '/api/indicators')
  revenue = indicators.find(
    (one: { kind: string; unit: string; direction: string }) =>
      one.kind === 'C' && one.unit === 'VND' && one.direction === 'up',
  ).id
  const year = { from: '2026-01-01', to: '2026-12-31', kind: 'plan', authority: null }
  const basis = { legalReference: 'Nghị quyết số 45/NQ-HĐND', decidedOn: '2025-12-10' }
  await done('POST', `/api/indicators/${revenue}/targets`, {
    json: { organisationId: null, ...year, ...basis, figure: '6.000 tỷ đồng' },
  })
  for (const [to, figure] of [
    ['2026-03-31', '1.400 tỷ đồng'],
    ['2026-06-30', '2.000 tỷ đồng'],
    ['2026-09-30', '3.000 tỷ đồng'],
  ])
    await done('POST', `/api/indicators/${revenue}/figures`, {
      json: {
        ...{ organisationId: null, from: '2026-01-01', to, figure, accumulation: 'cumulative' },
        ...{ kind: 'actual', stage: 'estimate', sure: true },
      },
    })
  unit = await here.body('Xã Còn Nợ')
  const { client, actor } = await here.grantee('communeHead', unit)
  unitHead = client
  await done('POST', '/api/report-regimes', {
    json: {
      ...{ name: 'Báo cáo quý', legalReference: 'Quyết định số 12/QĐ-UBND', stage: 'estimate' },
      ...{ validFrom: `${Number(todayInVietnam().slice(0, 4)) - 1}-07-01`, frequency: 'quarter' },
      ...{ cutoffDay: 14, dueDays: 2, graceDays: 0 },
      lines: [{ indicatorId: revenue, measure: 'cumulative', power: 9 }],
      units: [{ organisationId: unit, responsibleId: actor.accountId }],
    },
  })
})

afterAll(() => here.close())

test('says what is late, by how much and since which figure', async () => {
  const { late, states } = await overview()
  expect(states).toEqual({ onTrack: 0, watch: 0, late: 1, notJudged: 0 })
  // To be watched by March (94 %), late in June and September.
  expect(late).toMatchObject([
    {
      indicator: { id: revenue },
      target: { standing: { actual: 3e12, asOf: '2026-09-30', state: 'late' } },
      ...{ since: '2026-06-30', figures: 2, raised: 0, tasks: [], ordered: 0, overdue: 0 },
    },
  ])
})

test('names the tasks that somebody linked with it or with its shortcoming, and whose they are', async () => {
  const done = asking(office)
  const added = await done('POST', '/api/documents', { form: fileForm(text, 'ket-luan.txt') })
  const at = `/api/documents/${added.document.id}`
  const { findings } = await done('GET', `${at}/findings`)
  for (const { id, kind, version } of findings)
    if (kind === 'assignment' || kind === 'shortcoming')
      await done('POST', `/api/findings/${id}/confirm`, { json: {}, version })
  const { assignments } = await done('GET', '/api/assignments')
  expect(assignments).toHaveLength(1)
  const [task] = assignments
  const lead = await here.body('Sở Tài chính')
  await done('PATCH', `/api/assignments/${task.id}`, {
    json: { leadId: lead, deadline: '2026-07-30' },
    version: task.version,
  })
  const { topics } = await done('GET', '/api/shortcomings')
  const link = (from: object, to: object) =>
    done('PUT', '/api/chain-links', { json: { from, to, verdict: 'confirmed' }, version: 0 })
  const shortcoming = { kind: 'shortcoming', id: topics[0].entries[0].id }
  await link(shortcoming, { kind: 'indicator', id: revenue })
  // What nobody confirmed is not told, though it stands in the same document.
  expect((await overview()).late[0]).toMatchObject({ raised: 1, ordered: 0 })
  await link(shortcoming, { kind: 'assignment', id: task.id })
  const { late, bodies, tasks } = await overview()
  expect(late[0]).toMatchObject({
    ...{ raised: 1, ordered: 1, overdue: 1 },
    tasks: [{ id: task.id, lead: 'Sở Tài chính', state: 'overdue', dueOn: '2026-07-30' }],
  })
  expect(bodies).toEqual([
    { body: { id: lead, name: 'Sở Tài chính' }, overdue: 1, overdue30: expect.any(Number) },
  ])
  expect(tasks).toMatchObject({ total: 1, openOverdue: 1 })
})

test('names the units that owe reports, to whoever reads them', async () => {
  const { owing } = await overview()
  expect(owing).toMatchObject([{ body: { id: unit, name: 'Xã Còn Nợ' } }])
  expect(owing?.[0]?.reports).toBeGreaterThan(1)
  expect((await overview(unitHead)).owing).toEqual(owing)
  const other = await here.grantee('communeHead', await here.body('Xã Khác'))
  expect((await overview(other.client)).owing).toEqual([])
  const reader = (await here.grantee('reader')).client
  expect((await overview(reader)).owing).toBeNull()
})

describe('units', () => {
  const done = (path: string, client = office) => asking(client)('GET', path)
  const ids: Record<string, string> = {}

  /** "Xã A": its plan of 2026 in tỷ đồng, and what came since the year began by March and June. */
  const units: [name: string, plan: number | null, march: number | null, june: number | null][] = [
    ['Xã A', 100, 25, 30],
    ['Xã B', 10, 3, 6],
    ['Xã C', null, 7, 8],
    ['Xã D', 50, 11, null],
  ]

  beforeAll(async () => {
    const ask = asking(office)
    const year = { from: '2026-01-01', to: '2026-12-31', kind: 'plan', authority: null }
    const basis = { legalReference: 'Quyết định số 1/QĐ-UBND', decidedOn: '2025-12-20' }
    for (const [name, plan, ...values] of units) {
      const organisationId = await here.body(name)
      ids[name] = organisationId
      if (plan !== null)
        await ask('POST', `/api/indicators/${revenue}/targets`, {
          json: { organisationId, ...year, ...basis, figure: `${plan} tỷ đồng` },
        })
      for (const [at, to] of ['2026-03-31', '2026-06-30'].entries()) {
        if (values[at] === null) continue
        await ask('POST', `/api/indicators/${revenue}/figures`, {
          json: {
            ...{ organisationId, from: '2026-01-01', to, figure: `${values[at]} tỷ đồng` },
            ...{ accumulation: 'cumulative', kind: 'actual', stage: 'estimate', sure: true },
          },
        })
      }
    }
  })

  const states = ({ units: rows }: UnitMap | IndicatorUnits) =>
    rows.map(({ body, cells }) => [body.name, ...cells.map(({ state }) => state)])

  test('stand beside each other at the end of the newest period, or of an older one', async () => {
    // What is counted of the reports stands beside it: the table is looked at without.
    const mapTo = async (to: string): Promise<UnitMap> => {
      const map: UnitMap = await done(`/api/overview/units?to=${to}`)
      const at = map.indicators.findIndex(({ id }) => id === revenue)
      const units = map.units.flatMap(({ body, cells: all }) =>
        all[at] && all[at].state !== 'notAsked' ? [{ body, cells: [all[at]] }] : [],
      )
      const wholes = map.wholes.slice(at, at + 1)
      return { ...map, units, wholes, province: map.province.slice(at, at + 1) }
    }
    const map = await mapTo('2026-07-31')
    expect(map.indicators.find(({ id }) => id === revenue)?.to).toBe('2026-06-30')
    expect(states(map)).toEqual([
      ['Xã A', 'late'],
      ['Xã B', 'onTrack'],
      ['Xã C', 'notJudged'],
      ['Xã D', 'missing'],
    ])
    // Sums are told with how many there are; what is reported of the province stands beside them.
    expect(map.wholes).toEqual([{ value: 44e9, parts: 3, of: 4 }])
    expect(map.province).toEqual([2e12])
    const march = await mapTo('2026-05-31')
    expect(march.to).toBe('2026-03-31')
    expect(march.wholes).toEqual([{ value: 46e9, parts: 4, of: 4 }])
    expect(await done('/api/overview/units?to=2020-01-01')).toMatchObject({ to: null, units: [] })
  })

  test('of one indicator stand by periods', async () => {
    const data: IndicatorUnits = await done(`/api/indicators/${revenue}/overview`)
    expect(data).toMatchObject({ year: 2026, ends: ['2026-03-31', '2026-06-30'] })
    expect(data.indicator).toMatchObject({ id: revenue, across: 'sum' })
    expect(states(data)).toEqual([
      ['Xã A', 'onTrack', 'late'],
      ['Xã B', 'onTrack', 'onTrack'],
      ['Xã C', 'notJudged', 'notJudged'],
      ['Xã D', 'watch', 'missing'],
    ])
    expect(data.province).toEqual([1.4e12, 2e12])
    const before: IndicatorUnits = await done(`/api/indicators/${revenue}/overview?year=2025`)
    expect(before.ends).toEqual([])
  })

  test('have a scorecard, with their reports for whoever reads them', async () => {
    const card: UnitCard = await done(`/api/organisations/${ids['Xã A']}/overview`)
    expect(card).toMatchObject({
      ...{ body: { name: 'Xã A' }, to: '2026-06-30', year: 2026, share: null },
      rows: [{ indicator: { id: revenue }, cell: { value: 30e9, state: 'late', ofTarget: 0.3 } }],
      reports: { owed: 0, missing: 0 },
      tasks: { total: 0 },
    })
    const owes: UnitCard = await done(`/api/organisations/${unit}/overview`)
    expect(owes.rows.map(({ indicator: { nameEn } }) => nameEn)).toEqual([
      'Reports sent of those owed',
      'Reports on time of those owed',
    ])
    expect(owes.reports?.missing).toBeGreaterThan(0)
    const reader = (await here.grantee('reader')).client
    expect((await done(`/api/organisations/${unit}/overview`, reader)).reports).toBeNull()
    const { status } = await office.ask('GET', `/api/organisations/${revenue}/overview`)
    expect(status).toBe(404)
  })
})
