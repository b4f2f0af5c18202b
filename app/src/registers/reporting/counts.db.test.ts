// Completeness and timeliness as indicators, over HTTP: counted from the reports, on the board, by units, on a card.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asking, type Client, world } from '../../../test/world.ts'
import type { BoardRow } from '../indicators/contract.ts'
import type { IndicatorUnits, UnitCard, UnitMap } from '../overview/units-contract.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let first: { unit: string; head: Client; responsibleId: string | null }
let second: typeof first
const ids: Record<string, string> = {}

const done = (client = office) => asking(client)

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  const { indicators } = await done()('GET', '/api/indicators')
  for (const one of indicators) ids[one.code] = one.id
  const units = []
  for (const name of ['Xã Đúng Hạn', 'Xã Chưa Gửi']) {
    const unit = await here.body(name)
    const { client, actor } = await here.grantee('communeHead', unit)
    units.push({ unit, head: client, responsibleId: actor.accountId })
  }
  first = units[0] as typeof first
  second = units[1] as typeof second
  const [line] = indicators
  await done()('POST', '/api/report-regimes', {
    json: {
      ...{ name: 'Báo cáo tháng', legalReference: 'Quyết định số 12/QĐ-UBND', stage: 'estimate' },
      ...{ validFrom: '2026-01-01', frequency: 'month', cutoffDay: 14, dueDays: 2, graceDays: 0 },
      lines: [{ indicatorId: line.id, measure: 'period', power: 0 }],
      units: units.map(({ unit, responsibleId }) => ({ organisationId: unit, responsibleId })),
    },
  })
  // January and February come late from the first; March is excused; of the second January alone came, also late.
  const { slots } = await done()('GET', '/api/report-slots?year=2026')
  const slotOf = (unit: string, month: string) =>
    slots.find(
      (one: { body: { id: string }; period: { to: string } }) =>
        one.body.id === unit && one.period.to.startsWith(`2026-${month}`),
    )
  // February of the first has another day, so it comes on time.
  const february = slotOf(first.unit, '02')
  await done()('POST', `/api/report-slots/${february.id}/exception`, {
    json: { excused: false, dueOn: '2099-12-31', reason: 'Mất điện' },
    version: february.version,
  })
  for (const [{ unit, head }, month] of [
    [first, '01'],
    [first, '02'],
    [second, '01'],
  ] as const) {
    const { id } = slotOf(unit, month)
    const at = `/api/report-slots/${id}`
    const { version } = (await done()('GET', at)).slot
    const values = [{ indicatorId: line.id, measure: 'period', value: 5 }]
    const { slot } = await done(head)('PUT', `${at}/values`, { json: { values }, version })
    await done(head)('POST', `${at}/submit`, { json: {}, version: slot.version })
  }
  const { id, version } = slotOf(first.unit, '03')
  await done()('POST', `/api/report-slots/${id}/exception`, {
    json: { excused: true, dueOn: null, reason: 'Chuyển trụ sở' },
    version,
  })
})

afterAll(() => here.close())

const cellsOf = (data: IndicatorUnits, unit: string) =>
  data.units
    .find(({ body }) => body.id === unit)
    ?.cells.slice(0, 3)
    .map(({ value }) => value)

const overviewOf = (code: string, client = office): Promise<IndicatorUnits> =>
  done(client)('GET', `/api/indicators/${ids[code]}/overview?year=2026`)

test('are counted by unit and month, the excused apart, and worked out by their formulas', async () => {
  const sent = await overviewOf('report_completeness')
  expect(sent.ends.slice(0, 3)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31'])
  expect(cellsOf(sent, first.unit)).toEqual([100, 100, null])
  expect(cellsOf(sent, second.unit)).toEqual([100, 0, 0])
  const onTime = await overviewOf('report_timeliness')
  expect(cellsOf(onTime, first.unit)).toEqual([0, 100, null])
  expect(cellsOf(onTime, second.unit)).toEqual([0, 0, 0])
  // All together: of the reports, not the mean of shares; March of one unit.
  expect(sent.wholes.slice(0, 3)).toEqual([
    { value: 100, parts: 2, of: 2 },
    { value: 50, parts: 2, of: 2 },
    { value: 0, parts: 2, of: 2 },
  ])
  expect(sent.province.slice(0, 3)).toEqual([100, 50, 0])
  expect(sent.indicator.across).toBe('formula')
})

test('stand on the board, held against a plan like any other', async () => {
  await done()('POST', `/api/indicators/${ids.report_completeness}/targets`, {
    json: {
      ...{ organisationId: null, from: '2026-01-01', to: '2026-12-31', kind: 'plan' },
      ...{ authority: null, figure: '95%', legalReference: 'x', decidedOn: '2025-12-10' },
    },
  })
  const { rows } = (await done()('GET', '/api/indicators/board')) as { rows: BoardRow[] }
  const row = rows.find(({ indicator }) => indicator.code === 'report_completeness')
  expect(row?.reported).toMatchObject({ value: 0, stage: 'official' })
  expect(row?.target?.standing).toMatchObject({ state: 'late', actual: 0, by: 'reported' })
  const told = await done()('GET', `/api/indicators/${ids.report_completeness}/figures`)
  expect(told.rules.formula).toBe('100 * reports_sent / reports_owed')
  expect(told.counted).toBe(true)
  expect(told.figures[0]).toMatchObject({ periodTo: '2026-01-31', value: 100, organisation: null })
  const { late } = (await done()('GET', '/api/overview')).overview
  expect(late).toMatchObject([{ indicator: { code: 'report_completeness' }, since: '2026-02-28' }])
})

test('are drilled to units, with those that have none by name', async () => {
  const at = `/api/indicators/${ids.report_completeness}/units`
  const data = await done()('GET', `${at}?from=2026-02-01&to=2026-02-28`)
  expect(
    data.rows.map((row: { organisation: { name: string }; value: number; worked: string }) => [
      row.organisation.name,
      row.value,
      row.worked,
    ]),
  ).toEqual([
    ['Xã Chưa Gửi', 0, 'formula'],
    ['Xã Đúng Hạn', 100, 'formula'],
  ])
  expect(data.whole).toEqual({ value: 50, parts: 2, of: 2 })
  const newest = await done()('GET', at)
  expect(newest.periods.at(-1)).toEqual({ from: '2026-01-01', to: '2026-01-31' })
})

test('are a part of other formulas, whose periods are told once, the newest first', async () => {
  const { indicator: staff } = await done()('POST', '/api/indicators', {
    json: { nameVi: 'Số người làm báo cáo', unit: 'item', kind: 'P' },
  })
  const { indicator: each } = await done()('POST', '/api/indicators', {
    json: { nameVi: 'Báo cáo mỗi người', unit: 'item', kind: 'R' },
  })
  for (const [month, last] of [
    ['01', '31'],
    ['02', '28'],
  ])
    await done()('POST', `/api/indicators/${staff.id}/figures`, {
      json: {
        ...{ organisationId: first.unit, from: `2026-${month}-01`, to: `2026-${month}-${last}` },
        ...{ kind: 'actual', accumulation: 'period', figure: '2', stage: 'official', sure: true },
      },
    })
  const { rules } = await done()('GET', `/api/indicators/${each.id}/figures`)
  await done()('POST', `/api/indicators/${each.id}/definitions`, {
    json: {
      ...{ ...rules, formula: `reports_sent / ${staff.code}`, validFrom: '2020-01-01', seen: 0 },
      ...{ ownerId: first.unit, content: null, legalReference: 'x', reason: null, breaks: false },
    },
  })
  const at = `/api/indicators/${each.id}/units`
  const { periods } = await done()('GET', at)
  const ends: string[] = periods.map((one: { to: string }) => one.to)
  expect(ends).toEqual([...new Set(ends)].toSorted().toReversed())
  expect(ends.slice(-2)).toEqual(['2026-02-28', '2026-01-31'])
  const { rows } = await done()('GET', `${at}?from=2026-02-01&to=2026-02-28`)
  expect(rows[0]).toMatchObject({ organisation: { id: first.unit }, value: 0.5 })
})

test('stand in the map of units and on a unit’s card', async () => {
  const map = (await done()('GET', '/api/overview/units?to=2026-02-28')) as UnitMap
  const place = map.indicators.findIndex(({ id }) => id === ids.report_timeliness)
  expect(map.units.map(({ body, cells }) => [body.name, cells[place]?.value])).toEqual([
    ['Xã Chưa Gửi', 0],
    ['Xã Đúng Hạn', 100],
  ])
  const card = (await done()(
    'GET',
    `/api/organisations/${second.unit}/overview?to=2026-02-28`,
  )) as UnitCard
  expect(
    card.rows.find(({ indicator }) => indicator.id === ids.report_completeness)?.cell.value,
  ).toBe(0)
})

test('are told of those units alone whose reports one reads, and of the province to nobody else', async () => {
  const data = await overviewOf('report_completeness', first.head)
  expect(data.units.map(({ body }) => body.id)).toEqual([first.unit])
  expect(data.province.every((value) => value === null)).toBe(true)
  const { rows } = (await done(first.head)('GET', '/api/indicators/board')) as { rows: BoardRow[] }
  const row = rows.find(({ indicator }) => indicator.code === 'report_completeness')
  expect(row?.reported).toBeNull()
  expect(row?.target?.standing.actual).toBeNull()
})

test('are entered by nobody and asked for by no regime', async () => {
  const figure = await office.ask('POST', `/api/indicators/${ids.report_completeness}/figures`, {
    json: {
      ...{ organisationId: null, from: '2026-01-01', to: '2026-01-31', kind: 'actual' },
      ...{ accumulation: 'period', figure: '50%', stage: 'official', sure: true },
    },
  })
  expect([figure.status, figure.body.code]).toEqual([409, 'figureCounted'])
  const regime = await office.ask('POST', '/api/report-regimes', {
    json: {
      ...{ name: 'Khác', legalReference: 'x', stage: 'estimate', validFrom: '2026-01-01' },
      ...{ frequency: 'month', cutoffDay: 14, dueDays: 2, graceDays: 0 },
      lines: [{ indicatorId: ids.reports_owed, measure: 'period', power: 0 }],
      units: [{ organisationId: first.unit, responsibleId: first.responsibleId }],
    },
  })
  expect([regime.status, regime.body.code]).toEqual([409, 'figureCounted'])
})
