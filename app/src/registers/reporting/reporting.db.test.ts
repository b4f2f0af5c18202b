// The cycle of a report over HTTP: regime, slots, draft, sent, one figure given back, sent again, accepted, locked.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../../test/world.ts'
import { transaction } from '../../database/open.ts'
import { readCells, writeTable } from '../../office/workbook.ts'
import type { RegimeView, SlotLine, SlotView } from './contract.ts'
import { remindReports } from './remind-store.ts'
import { makeSlots } from './slot-making-store.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let head: Client
let officer: Client
let stranger: Client
let unit = ''
let chief: Client
let officerId = ''
let headId = ''
let revenue = ''
let poverty = ''
let regime: RegimeView

const terms = {
  ...{ validFrom: '2026-01-01', legalReference: 'Quyết định số 12/2026/QĐ-UBND' },
  ...{ frequency: 'month', cutoffDay: 14, dueDays: 2, graceDays: 0, stage: 'estimate' },
}

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  unit = await here.body('Xã Thử')
  const other = await here.body('Xã Khác')
  chief = (await here.grantee('officeHead')).client
  const entering = await here.grantee('communeOfficer', unit)
  officer = entering.client
  officerId = entering.actor.accountId ?? ''
  const heading = await here.grantee('communeHead', unit)
  head = heading.client
  headId = heading.actor.accountId ?? ''
  stranger = (await here.grantee('communeHead', other)).client
  const { indicators } = (await office.ask('GET', '/api/indicators')).body
  const of = (kind: string, wanted: string) =>
    indicators.find(
      (one: { unit: string; kind: string }) => one.kind === kind && one.unit === wanted,
    ).id
  revenue = of('C', 'VND')
  poverty = of('P', '%')
})

afterAll(() => here.close())

const lines = () => [
  { indicatorId: revenue, measure: 'cumulative', power: 9 },
  { indicatorId: poverty, measure: 'period', power: 0 },
]

const slotsOf = async (client: Client, query = ''): Promise<SlotLine[]> =>
  (await client.ask('GET', `/api/report-slots?year=2026${query}`)).body.slots

/** The slot of a month as it stands. */
async function slotOf(month: number, client = office): Promise<SlotView> {
  const of = `2026-${String(month).padStart(2, '0')}`
  const line = (await slotsOf(client)).find(
    (one) => one.body.id === unit && one.period.to.startsWith(of),
  )
  return (await client.ask('GET', `/api/report-slots/${line?.id}`)).body.slot
}

async function act(client: Client, slot: SlotView, path: string, json: object = {}) {
  const { status, body } = await client.ask(
    path === 'values' ? 'PUT' : 'POST',
    `/api/report-slots/${slot.id}/${path}`,
    { json, version: slot.version },
  )
  return { status, code: body.code as string, slot: body.slot as SlotView }
}

const figures = (first: number | null, second: number | null, more: object = {}) => ({
  values: [
    { indicatorId: revenue, measure: 'cumulative', value: first, ...more },
    { indicatorId: poverty, measure: 'period', value: second },
  ],
})

/** A month sent by the head and accepted by the office. */
async function run(month: number, first: number): Promise<SlotView> {
  const filled = await act(officer, await slotOf(month), 'values', figures(first, 5.5))
  const sent = await act(head, filled.slot, 'submit')
  return (await act(office, sent.slot, 'accept')).slot
}

test('a regime makes its slots ahead, none without somebody who answers for it', async () => {
  const json = { name: 'Báo cáo kinh tế - xã hội', ...terms, lines: lines() }
  const without = { ...json, units: [{ organisationId: unit, responsibleId: null }] }
  const refused = await office.ask('POST', '/api/report-regimes', { json: without })
  expect([refused.status, refused.body.code, refused.body.units]).toEqual([
    422,
    'responsibleMissing',
    'Xã Thử',
  ])
  const units = [{ organisationId: unit, responsibleId: officerId }]
  const added = await office.ask('POST', '/api/report-regimes', { json: { ...json, units } })
  expect(added.status).toBe(201)
  regime = added.body.regime
  const slots = await slotsOf(officer)
  expect(slots.length).toBeGreaterThanOrEqual(3)
  expect(slots[0]).toMatchObject({
    ...{ period: { from: '2026-01-01', to: '2026-01-31' }, due: '2026-01-16' },
    ...{ state: 'draft', timing: 'missing', responsible: { id: officerId, acts: true } },
  })
  // A second run makes nothing twice.
  const again = await transaction(here.database, (tx) =>
    makeSlots(tx, here.east.province_id, '2026-06-01'),
  )
  expect(again).toBe(0)
})

test('an indicator that is asked for keeps its unit and kind', async () => {
  const { indicators } = (await office.ask('GET', '/api/indicators')).body
  const { version } = indicators.find(({ id }: { id: string }) => id === poverty)
  const change = async (json: object) =>
    (await office.ask('PATCH', `/api/indicators/${poverty}`, { json, version })).body.code
  expect([await change({ unit: 'VND' }), await change({ kind: 'C' })]).toEqual([
    ...['unitInUse', 'unitInUse'],
  ])
})

test('another unit knows nothing of it', async () => {
  expect(await slotsOf(stranger)).toEqual([])
  expect((await stranger.ask('GET', '/api/report-regimes')).body.regimes).toEqual([])
  const { id } = await slotOf(1)
  expect((await stranger.ask('GET', `/api/report-slots/${id}`)).status).toBe(404)
})

test('is filled in by the officer, sent by the head, given back in one figure, accepted by the office', async () => {
  const first = await slotOf(1, officer)
  expect(first.can).toMatchObject({ enter: true, submit: false, judge: false })
  const filled = await act(officer, first, 'values', figures(100, null))
  expect((await act(head, filled.slot, 'submit')).code).toBe('reportIncomplete')
  expect((await act(officer, filled.slot, 'submit')).code).toBe('forbidden')
  const whole = await act(officer, filled.slot, 'values', figures(100, 112.5))
  expect((await act(head, whole.slot, 'submit')).code).toBe('reportUnexplained')
  const right = await act(officer, whole.slot, 'values', figures(100, 12.5))
  const sent = await act(head, right.slot, 'submit')
  expect(sent.slot).toMatchObject({ state: 'submitted', timing: 'late' })
  expect((await act(officer, sent.slot, 'values', figures(1, 1))).code).toBe('reportStage')
  expect((await act(head, sent.slot, 'accept')).code).toBe('forbidden')

  const values = [{ indicatorId: poverty, measure: 'period', reason: 'Rà soát lại số hộ' }]
  const back = await act(office, sent.slot, 'return', { reason: 'Sai một số', values })
  expect(back.slot).toMatchObject({ state: 'returned', timing: 'late' })
  expect((await act(officer, back.slot, 'values', figures(101, 11))).code).toBe('reportFixed')
  const { status, slot } = await act(officer, back.slot, 'values', figures(100, 11))
  expect(status).toBe(200)
  const resent = await act(head, slot, 'submit')
  expect(resent.slot.cells.map((cell) => cell.returnedReason)).toEqual([null, null])
  const accepted = await act(office, resent.slot, 'accept')
  expect(accepted.slot.state).toBe('accepted')
  const { rows } = await here.database.pool.query(
    `select f.period_from, f.period_to, f.accumulation, v.value, v.stage, v.reason
     from figure f join figure_version v on v.province_id = f.province_id and v.figure_id = f.figure_id
     where f.province_id = $1 and f.organisation_id = $2 order by f.accumulation`,
    [here.east.province_id, unit],
  )
  expect(rows).toEqual([
    {
      ...{ period_from: '2026-01-01', period_to: '2026-01-31', accumulation: 'cumulative' },
      ...{ value: '100000000000', stage: 'estimate' },
      reason: 'Báo cáo kinh tế - xã hội, tháng 1/2026: Sai một số',
    },
    {
      ...{ period_from: '2026-01-31', period_to: '2026-01-31', accumulation: 'period' },
      ...{ value: '11', stage: 'estimate', reason: expect.any(String) },
    },
  ])
  const locked = await act(office, accepted.slot, 'lock')
  expect((await act(office, locked.slot, 'return', { reason: 'x' })).code).toBe('reportStage')
  expect(locked.slot.steps.map((step) => step.kind)).toEqual([
    ...['submitted', 'returned', 'submitted', 'accepted', 'locked'],
  ])
})

test('stands beside the next period; a jump by a thousand and a fall are to be explained', async () => {
  const february = await slotOf(2)
  expect(february.cells.map((cell) => cell.last)).toEqual([100, 11])
  const filled = await act(officer, february, 'values', figures(90, 11))
  expect((await act(head, filled.slot, 'submit')).code).toBe('reportUnexplained')
  const told = figures(90, 11, { explanation: 'Hoàn thuế 10 tỷ đồng' })
  const again = await act(officer, filled.slot, 'values', told)
  expect((await act(head, again.slot, 'submit')).status).toBe(200)
  // Given back as a whole it counts as not sent.
  const back = await act(office, await slotOf(2), 'return', { reason: 'Thiếu phụ lục' })
  expect(back.slot).toMatchObject({ state: 'returned', timing: 'missing', sentOn: null })
})

test('is held against the plan of the unit', async () => {
  const plan = (to: string, authority: string | null, figure: string) =>
    office.ask('POST', `/api/indicators/${revenue}/targets`, {
      json: {
        ...{ organisationId: unit, from: '2026-01-01', to, kind: 'plan' },
        ...{ authority, figure, decidedOn: '2025-12-10' },
        legalReference: 'Nghị quyết số 45/NQ-HĐND',
      },
    })
  // The year's comes before the term's, though that is the council's; of two for the year the council's.
  expect((await plan('2030-12-31', 'council', '30.000 tỷ đồng')).status).toBe(201)
  expect((await plan('2026-12-31', null, '9.000 tỷ đồng')).status).toBe(201)
  expect((await plan('2026-12-31', 'council', '3.650 tỷ đồng')).status).toBe(201)
  const [cell] = (await slotOf(1)).cells
  expect(cell?.expected).toEqual({ low: 310, high: 310 })
})

test('the office sends for a unit and says who told it, and does not accept that itself', async () => {
  const filled = await act(office, await slotOf(3), 'values', {
    values: [
      { indicatorId: revenue, measure: 'cumulative', value: 950 },
      { indicatorId: poverty, measure: 'period', value: null, missingReason: 'notYet' },
    ],
  })
  expect((await act(office, filled.slot, 'submit')).code).toBe('invalidInput')
  const excusing = { excused: true, dueOn: null, reason: 'x' }
  expect((await act(office, filled.slot, 'exception', excusing)).code).toBe('notForDoer')
  expect(filled.slot.can.except).toBe(false)
  const sent = await act(office, filled.slot, 'submit', { onBehalf: 'Chị Hoa, văn phòng xã' })
  expect((await act(office, sent.slot, 'accept')).code).toBe('notForDoer')
  const accepted = await act(chief, sent.slot, 'accept')
  expect(accepted.slot).toMatchObject({ state: 'accepted', can: { judge: true, lock: true } })
  // Nor does it lock that, nor excuse where it filled in.
  expect((await act(office, accepted.slot, 'lock')).code).toBe('notForDoer')
  expect((await slotOf(3)).can).toMatchObject({ judge: false, lock: false })
})

test('an excused unit owes nothing; another day moves what is due', async () => {
  const april = await act(office, await slotOf(4), 'exception', {
    ...{ excused: true, dueOn: null, reason: 'Sáp nhập đơn vị' },
  })
  expect(april.slot).toMatchObject({ state: 'excused', timing: 'excused' })
  const may = await act(office, await slotOf(5), 'exception', {
    ...{ excused: false, dueOn: '2099-12-31', reason: 'Lũ lụt' },
  })
  expect(may.slot).toMatchObject({
    ...{ due: '2099-12-31', otherDay: '2099-12-31', timing: 'notDue' },
  })
  const none = { excused: false, dueOn: '2099-12-31', reason: null }
  expect((await act(office, await slotOf(6), 'exception', none)).code).toBe('reasonMissing')
  const { bodies } = (await office.ask('GET', '/api/report-slots?year=2026')).body
  expect(bodies[0].rates).toMatchObject({ sent: 2, onTime: 0 })
})

test('comes in from a file as a whole, twice the same, or not at all with each wrong cell', async () => {
  const slot = await slotOf(6)
  const at = `/api/report-slots/${slot.id}/xlsx`
  const form = await readCells((await officer.file(at)).bytes)
  const send = async (rows: (string | number)[][], version: number, check = false) => {
    const [head = [], ...body] = rows
    const columns = head.map((title) => ({ title: String(title), width: 10 }))
    const cells = body.map((row) =>
      row.map((cell) => (typeof cell === 'number' ? { number: cell } : cell)),
    )
    const bytes = await writeTable('x', 'x', columns, cells)
    const file = Buffer.from(bytes).toString('base64')
    return (await officer.ask('POST', at, { json: { file, check }, version })).body
  }
  const filled = (first: string | number, second: string | number) =>
    form.map((row, index) =>
      row.map((cell, place) => (place === 6 && index > 0 ? (index === 1 ? first : second) : cell)),
    )
  const wrong = await send(filled('1.234', 'mười'), slot.version)
  expect(wrong.problems.map((one: { row: number; code: string }) => [one.row, one.code])).toEqual([
    [2, 'ambiguous'],
    [3, 'notANumber'],
  ])
  expect(await send(filled(1960.5, '9,5'), slot.version, true)).toMatchObject({
    ...{ changed: 2, done: false, problems: [] },
  })
  expect((await slotOf(6)).cells.map((cell) => cell.value)).toEqual([null, null])
  const taken = await send(filled(1960.5, '9,5'), slot.version)
  expect(taken.slot.cells.map((cell: { value: number }) => cell.value)).toEqual([1960.5, 9.5])
  expect(await send(filled(1960.5, '9,5'), taken.slot.version)).toMatchObject({
    ...{ changed: 0, same: 2, done: true },
  })
})

test('whoever answers for it is reminded once for each day, and told what was given back', async () => {
  const remind = (day: string) =>
    transaction(here.database, (tx) =>
      remindReports(tx, here.east.province_id, new Date(`${day}T00:30:00Z`)),
    )
  // 14 June 2026 is a Sunday: the second working day after it is Tuesday 16.
  expect(await remind('2026-06-16')).toBe(1)
  expect(await remind('2026-06-16')).toBe(0)
  expect(await remind('2026-06-17')).toBe(1)
  const { notifications } = (await officer.ask('GET', '/api/session/notifications')).body
  expect(notifications.map((one: { kind: string }) => one.kind).toSorted()).toEqual([
    ...['reportDue', 'reportMissing', 'reportReturned', 'reportReturned'],
  ])
})

test('what is given back goes to those who act for the unit now', async () => {
  // Figures that the office typed itself, whoever sends them, it does not take.
  const typed = await act(office, await slotOf(6), 'values', figures(1960.5, 9.5))
  const sent = await act(head, typed.slot, 'submit')
  expect((await act(office, sent.slot, 'accept')).code).toBe('notForDoer')
  const back = await act(chief, sent.slot, 'return', { reason: 'Thiếu phụ lục' })
  const resent = await act(office, back.slot, 'submit', { onBehalf: 'Chị Hoa, văn phòng xã' })
  const { pool } = here.database
  const told = async () => {
    const { rows } = await pool.query(
      `select account_id = $2 as answers, count(*)::integer as times from notification
       where province_id = $1 and kind = 'reportReturned' and account_id = any($3) group by 1 order by 1`,
      [here.east.province_id, officerId, [officerId, headId]],
    )
    return rows.map((row) => row.times)
  }
  const [heads = 0, officers = 0] = await told()
  const leave = (at: string | null) =>
    pool.query('update account set disabled_at = $3 where province_id = $1 and account_id = $2', [
      ...[here.east.province_id, officerId, at],
    ])
  await leave('2026-06-01T00:00:00Z')
  const again = await act(chief, resent.slot, 'return', { reason: 'Thiếu phụ lục' })
  await leave(null)
  expect(again.slot).toMatchObject({ state: 'returned', sentOn: null })
  expect(await told()).toEqual([heads + 1, officers])
})

test('another version counts from its day on, never over what was sent', async () => {
  const units = [{ organisationId: unit, responsibleId: headId }]
  const json = { ...terms, frequency: 'quarter', lines: lines().slice(0, 1), units }
  const at = `/api/report-regimes/${regime.id}/versions`
  const early = await office.ask('POST', at, { json, version: regime.version })
  expect([early.status, early.body.code]).toEqual([409, 'reportBegun'])
  // June was given back as a whole: it was sent all the same, is not laid over, and does not go with its steps.
  const june = { json: { ...json, validFrom: '2026-06-30' }, version: regime.version }
  expect((await office.ask('POST', at, june)).body).toMatchObject({ day: '2026-06-30' })
  const later = { ...json, validFrom: '2026-07-01' }
  const { status } = await office.ask('POST', at, { json: later, version: regime.version })
  expect(status).toBe(200)
  const after = (await slotsOf(office)).filter((one) => one.period.to > '2026-07-01')
  expect(new Set(after.map((one) => one.frequency))).toEqual(new Set(['quarter']))
  expect((await run(5, 1500)).state).toBe('accepted')
})

test('another version names who answers for what is open; who takes that over stands in the newest alone', async () => {
  const now = async (): Promise<RegimeView> =>
    (await office.ask('GET', '/api/report-regimes')).body.regimes.find(
      (one: RegimeView) => one.id === regime.id,
    )
  const open = async () => (await slotsOf(office)).filter((one) => one.period.to > '2026-07-01')
  const answering = async () => new Set((await open()).map((one) => one.responsible.id))
  expect(await answering()).toEqual(new Set([headId]))
  const units = [{ organisationId: unit, responsibleId: officerId }]
  const json = {
    ...{ ...terms, frequency: 'quarter', validFrom: '2026-07-01' },
    ...{ lines: lines().slice(0, 1), units },
  }
  const at = `/api/report-regimes/${regime.id}/versions`
  const { status } = await office.ask('POST', at, { json, version: (await now()).version })
  expect(status).toBe(200)
  expect(await answering()).toEqual(new Set([officerId]))
  const [first] = (await open()).toSorted((a, b) => a.period.to.localeCompare(b.period.to))
  const { slot } = (await office.ask('GET', `/api/report-slots/${first?.id}`)).body
  expect((await act(office, slot, 'responsible', { responsibleId: headId })).status).toBe(200)
  expect(await answering()).toEqual(new Set([headId]))
  expect((await now()).versions.map((one) => one.units[0]?.responsible.id)).toEqual([
    ...[officerId, headId, headId],
  ])
})

test('the end of a regime takes away what was never sent, and nothing else', async () => {
  const { regimes } = (await office.ask('GET', '/api/report-regimes')).body
  const [now] = regimes.filter((one: RegimeView) => one.id === regime.id)
  const json = { closedOn: '2026-02-27' }
  const ended = await office.ask('PATCH', `/api/report-regimes/${regime.id}`, {
    ...{ json, version: now.version },
  })
  expect(ended.status).toBe(200)
  expect((await slotsOf(office)).map((one) => one.period.to).toSorted()).toEqual([
    ...['2026-01-31', '2026-02-28', '2026-03-31', '2026-05-31', '2026-06-30'],
  ])
  expect((await slotOf(2)).steps.map((step) => step.kind)).toEqual(['submitted', 'returned'])
})

test('accepts what stands behind other figures, leaves these and says which', async () => {
  const of = (measure: string) => ({ indicatorId: revenue, measure, power: 9 })
  const asked = {
    ...{ ...terms, name: 'Báo cáo ước cả năm', lines: [of('period'), of('yearEstimate')] },
    units: [{ organisationId: unit, responsibleId: officerId }],
  }
  const { body } = await office.ask('POST', '/api/report-regimes', { json: asked })
  const query = `&regime=${body.regime.id}`
  const taken = async (to: string, inPeriod: number, year: number): Promise<SlotView> => {
    const line = (await slotsOf(office, query)).find((one) => one.period.to === to)
    const { slot } = (await office.ask('GET', `/api/report-slots/${line?.id}`)).body
    const values = [inPeriod, year].map((value, at) => ({
      ...{ indicatorId: revenue, measure: at === 0 ? 'period' : 'yearEstimate', value },
    }))
    const filled = await act(officer, slot, 'values', { values })
    return (await act(office, (await act(head, filled.slot, 'submit')).slot, 'accept')).slot
  }
  const official = await office.ask('POST', `/api/indicators/${revenue}/figures`, {
    json: {
      ...{ organisationId: unit, from: '2026-02-01', to: '2026-02-28', accumulation: 'period' },
      ...{ kind: 'actual', figure: '10 tỷ đồng', stage: 'official' },
    },
  })
  expect(official.status).toBe(201)
  expect((await taken('2026-03-31', 20, 4000)).steps.at(-1)?.reason).toBeNull()
  const february = await taken('2026-02-28', 12, 3500)
  const [{ nameVi } = { nameVi: '' }] = february.cells
  expect(february).toMatchObject({ state: 'accepted' })
  expect(february.steps.at(-1)?.reason).toBe(
    `Giữ số liệu đã có ở mức chắc chắn hơn: ${nameVi}. Giữ ước cả năm của kỳ báo cáo sau: ${nameVi}.`,
  )
  const { figures: standing } = (await office.ask('GET', `/api/indicators/${revenue}/figures`)).body
  const at = (to: string, kind: string, from: string) =>
    standing.find(
      (one: { periodTo: string; periodFrom: string; kind: string }) =>
        one.periodTo === to && one.kind === kind && one.periodFrom === from,
    )
  expect(at('2026-02-28', 'actual', '2026-02-01')).toMatchObject({ value: 1e10, stage: 'official' })
  expect(at('2026-12-31', 'yearEstimate', '2026-01-01')).toMatchObject({ value: 4e12, number: 1 })
  // Beside March stands what February thought, not what March itself put there.
  const third = (await slotsOf(office, query)).find((one) => one.period.to === '2026-03-31')
  const { slot } = (await office.ask('GET', `/api/report-slots/${third?.id}`)).body
  expect(slot.cells.map((cell: { last: number }) => cell.last)).toEqual([10, 3500])
})

test('beside a cell stands what is usual there, in its own power of ten', async () => {
  for (const [index, billions] of [8, 10, 9, 11, 10].entries()) {
    const month = `2025-0${index + 1}`
    const { status } = await office.ask('POST', `/api/indicators/${revenue}/figures`, {
      json: {
        ...{ organisationId: unit, from: `${month}-01`, to: `${month}-28`, accumulation: 'period' },
        ...{ kind: 'actual', figure: `${billions} tỷ đồng`, stage: 'official' },
      },
    })
    expect(status).toBe(201)
  }
  const line = (await slotsOf(office)).find(
    (one) => one.regime.name === 'Báo cáo ước cả năm' && one.period.to === '2026-01-31',
  )
  const { slot } = (await officer.ask('GET', `/api/report-slots/${line?.id}`)).body
  const [inPeriod, wholeYear] = slot.cells
  expect(inPeriod).toMatchObject({
    ...{ power: 9, usual: { middle: 10, distance: 1 }, latest: [11, 10] },
    limits: { least: null, most: null },
  })
  expect(wholeYear).toMatchObject({ usual: null, latest: [] })
})

test('the office’s report of a period says what was accepted, and who has not reported', async () => {
  const { regimes } = (await office.ask('GET', '/api/report-regimes')).body
  const of = regimes.find((one: RegimeView) => one.name === 'Báo cáo ước cả năm')
  const issuer = await here.body('Văn phòng Ủy ban nhân dân tỉnh')
  const target = await office.ask('POST', `/api/indicators/${revenue}/targets`, {
    json: {
      ...{ organisationId: null, from: '2026-01-01', to: '2026-12-31', kind: 'plan' },
      ...{ authority: 'council', figure: '5.000 tỷ đồng', legalReference: 'Nghị quyết số 1' },
      decidedOn: '2025-12-10',
    },
  })
  expect(target.status).toBe(201)
  const path = (to: string) => `?regime=${of.id}&to=${to}&issuer=${issuer}`
  const draft = async (to: string) =>
    (await office.ask('GET', `/api/report-synthesis${path(to)}`)).body.content
  const march = await draft('2026-03-31')
  const said = march.blocks.map((one: { text: string }) => one.text).join('\n')
  expect(said).toContain('(trong kỳ): ước đạt 20 tỷ đồng, cộng từ số liệu của 1/1 đơn vị')
  expect(said).toContain('ước đạt 4.000 tỷ đồng')
  expect(said).toContain('bằng 80% kế hoạch năm 2026 (5.000 tỷ đồng)')
  expect(said).toContain('Không có.')
  const april = (await draft('2026-04-30')).blocks.map((one: { text: string }) => one.text)
  expect(april).toContain('Chưa có số liệu của: Xã Thử (chưa có báo cáo được duyệt).')
  expect(april.join()).toContain('quá hạn: 1 đơn vị (Xã Thử)')
  const file = await office.file(`/api/report-synthesis/docx${path('2026-03-31')}`)
  expect(Buffer.from(file.bytes).subarray(0, 2).toString()).toBe('PK')
  const refused = await head.ask('GET', `/api/report-synthesis${path('2026-03-31')}`)
  const none = await office.ask('GET', `/api/report-synthesis${path('2026-03-30')}`)
  expect([refused.status, none.status]).toEqual([403, 404])
})

test('a Word report’s figures stand beside those of the unit, one press takes one with its sentence', async () => {
  const { indicators } = (await office.ask('GET', '/api/indicators')).body
  const { id: indicatorId } = indicators.find(
    (one: { nameVi: string }) => one.nameVi === 'Tổng thu ngân sách nhà nước trên địa bàn',
  )
  const asked = {
    ...{ ...terms, name: 'Báo cáo thu', units: [{ organisationId: unit, responsibleId: headId }] },
    lines: [{ indicatorId, measure: 'period', power: 9 }],
  }
  const { id: of } = (await office.ask('POST', '/api/report-regimes', { json: asked })).body.regime
  const line = (await slotsOf(office, `&regime=${of}`)).find(
    (one) => one.period.to === '2026-05-31',
  )
  const now = async (client = officer): Promise<SlotView> =>
    (await client.ask('GET', `/api/report-slots/${line?.id}`)).body.slot
  const add = async (text: string, organisationId: string) => {
    const fields = { level: 'internal', organisationId, date: '2026-06-02' }
    const form = fileForm(text, `${organisationId}.txt`, fields)
    return (await office.ask('POST', '/api/documents', { form })).body.document.id as string
  }
  const sentence = 'Thu ngân sách nhà nước trên địa bàn tháng 5 năm 2026 đạt 12,5 tỷ đồng.'
  const documentId = await add(sentence, unit)
  // Of another unit, in its own report: nothing of this one's.
  await add(sentence.replace('12,5', '99'), await here.body('Xã Bên cạnh'))
  const [read] = (await now(office)).cells
  expect(read?.statements).toMatchObject([
    { confirmed: false, exact: true, value: 12.5, document: { id: documentId } },
  ])
  const { findings } = (await office.ask('GET', `/api/documents/${documentId}/findings`)).body
  const found = findings.find((one: { kind: string }) => one.kind === 'statement')
  await office.ask('POST', `/api/findings/${found.id}/confirm`, {
    json: {},
    version: found.version,
  })
  const cell = { indicatorId, measure: 'period' }
  const given = { ...cell, value: 12.5, method: 'document', findingId: found.id }
  const put = async (value: object) => act(officer, await now(), 'values', { values: [value] })
  // What the sentence does not say cannot have it as its source.
  expect((await put({ ...given, value: 13 })).code).toBe('invalidInput')
  expect((await put({ ...cell, value: 13 })).slot.cells[0]).toMatchObject({
    ...{ value: 13, findingId: null, statements: [{ confirmed: true, value: 12.5 }] },
  })
  expect((await put(given)).slot.cells[0]).toMatchObject({ value: 12.5, findingId: found.id })
  const sent = await act(head, await now(), 'submit')
  expect((await act(office, sent.slot, 'accept')).slot.state).toBe('accepted')
  const { figures: standing } = (await office.ask('GET', `/api/indicators/${indicatorId}/figures`))
    .body
  const figure = standing.find((one: { periodTo: string }) => one.periodTo === '2026-05-31')
  expect(figure).toMatchObject({ value: 12.5e9, method: 'document' })
  const { rows } = await here.database.pool.query(
    'select observation_id from figure_source where province_id = $1 and figure_id = $2',
    [here.east.province_id, figure.figureId],
  )
  expect(rows).toHaveLength(1)
  // The document goes, the unit's figure stays.
  const { document } = (await office.ask('GET', `/api/documents/${documentId}`)).body
  const gone = await (await here.client('administrator')).ask(
    ...(['POST', `/api/documents/${documentId}/destroy`] as const),
    { json: { reason: 'hết hạn lưu' }, version: document.version },
  )
  expect(gone.status, JSON.stringify(gone.body)).toBe(200)
  expect((await now(office)).cells[0]).toMatchObject({ value: 12.5, findingId: null })
})

test('who takes over the later ones does not answer for what was sent', async () => {
  const asked = {
    ...{ ...terms, name: 'Báo cáo bàn giao', lines: lines().slice(1) },
    units: [{ organisationId: unit, responsibleId: officerId }],
  }
  const { id } = (await office.ask('POST', '/api/report-regimes', { json: asked })).body.regime
  const those = async () => slotsOf(office, `&regime=${id}`)
  const [first, second] = await those()
  const read = async (of: SlotLine | undefined): Promise<SlotView> =>
    (await head.ask('GET', `/api/report-slots/${of?.id}`)).body.slot
  const value = { indicatorId: poverty, measure: 'period', value: 5 }
  const filled = await act(officer, await read(second), 'values', { values: [value] })
  const sent = await act(head, filled.slot, 'submit')
  const taken = await act(office, sent.slot, 'accept')
  expect((await act(office, taken.slot, 'responsible', { responsibleId: headId })).code).toBe(
    'reportStage',
  )
  const open = await read(first)
  expect(open.acting.map((one) => one.id).toSorted()).toEqual([headId, officerId].toSorted())
  expect((await act(head, open, 'responsible', { responsibleId: headId })).status).toBe(200)
  const [former, after, later] = (await those()).map((one) => one.responsible.id)
  expect([former, after, later]).toEqual([headId, officerId, headId])
  // An officer hands nothing over, and is not told who could take it.
  expect((await officer.ask('GET', `/api/report-slots/${first?.id}`)).body.slot.acting).toEqual([])
})
