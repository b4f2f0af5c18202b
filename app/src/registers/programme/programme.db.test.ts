// The work programme: who sees a line, how it goes on, onto an agenda, out to Excel and back.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, world } from '../../../test/world.ts'
import { writeRows } from '../../office/workbook.ts'
import { programmeOut } from '../transfer/programme-store.ts'
import { headingsOf } from '../transfer/sheets.ts'
import type { EntryView } from './contract.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let board = ''
let finance = ''

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  board = await here.body('Ban Thường vụ Tỉnh ủy')
  finance = await here.body('Sở Tài chính')
})

afterAll(() => here.close())

const add = async (json: object = {}): Promise<EntryView> => {
  const given = { organisationId: board, year: 2099, title: 'Dự toán', asked: 'decide', ...json }
  return (await office.ask('POST', '/api/programme', { json: given })).body.entry
}

const list = async (client: Client, year = 2099): Promise<EntryView[]> =>
  (await client.ask('GET', `/api/programme?year=${year}`)).body.entries

const conference = async (json: object = {}) => {
  const given = { organisationId: board, type: 'standingCommittee', ...json }
  return (await office.ask('POST', '/api/conferences', { json: given })).body.plan
}

test('a line is seen where it is dealt with and where it is prepared, nowhere else', async () => {
  const entry = await add({ title: 'Đề án sơn ca', month: 5, preparingId: finance })
  expect(entry).toMatchObject({ quarter: 2, month: 5, state: 'planned', mayPlan: true })
  const { client: officer } = await here.grantee('departmentOfficer', finance)
  expect((await list(officer)).find(({ id }) => id === entry.id)).toMatchObject({ mayPlan: false })
  const { client: other } = await here.grantee('departmentOfficer', await here.body('Sở Khác'))
  const { client: reader } = await here.grantee('reader')
  for (const client of [other, reader]) {
    const history = await client.ask('GET', `/api/history?kind=programme&id=${entry.id}`)
    for (const seen of [await list(client), history.body])
      expect(JSON.stringify(seen)).not.toContain('sơn ca')
  }
  const change = { json: { title: 'x' }, version: 1 }
  expect((await officer.ask('PATCH', `/api/programme/${entry.id}`, change)).status).toBe(403)
})

test('a line is changed with its version, carried over once, or dropped with a reason', async () => {
  const entry = await add({ title: 'Chuyển kỳ', quarter: 1 })
  const at = `/api/programme/${entry.id}`
  const changed = await office.ask('PATCH', at, { json: { dueOn: '2099-02-01' }, version: 1 })
  expect(changed.body.entry).toMatchObject({ dueOn: '2099-02-01', quarter: 1, version: 2 })
  expect((await office.ask('PATCH', at, { json: {}, version: 1 })).status).toBe(412)
  const json = { year: 2098, quarter: 3 }
  const carried = await office.ask('POST', `${at}/carry`, { json, version: 2 })
  expect(carried.body.entry).toMatchObject({
    ...json,
    title: 'Chuyển kỳ',
    dueOn: null,
    carriedFrom: { year: 2099, quarter: 1, month: null },
  })
  expect((await list(office)).find(({ id }) => id === entry.id)?.state).toBe('carried')
  const again = await office.ask('POST', `${at}/carry`, { json, version: 3 })
  expect(again.body.code).toBe('entrySettled')
  const next = carried.body.entry
  const dropped = await office.ask('POST', `/api/programme/${next.id}/drop`, {
    json: { reason: 'Trùng' },
    version: next.version,
  })
  expect(dropped.body.entry).toMatchObject({ state: 'dropped', droppedReason: 'Trùng' })
})

test('lines become items, move on with them, and are to be placed anew when taken off', async () => {
  const plan = await conference()
  const later = await conference({ title: 'Hội nghị sau' })
  const entry = await add({ title: 'Quy hoạch', preparingId: finance })
  const place = (id: string) =>
    office.ask('POST', `/api/conferences/${id}/programme`, { json: { entryIds: [entry.id] } })
  const placed = await place(plan.id)
  expect(placed.body.entries).toMatchObject([{ state: 'placed', conference: { id: plan.id } }])
  expect((await place(later.id)).body.code).toBe('entrySettled')
  const itemOf = async (id: string) =>
    (await office.ask('GET', `/api/conferences/${id}/items`)).body.items.at(-1)
  const item = await itemOf(plan.id)
  expect(item).toMatchObject({ title: 'Quy hoạch', submitter: { id: finance } })
  const off = (on: { id: string; version: number }, json: object) =>
    office.ask('POST', `/api/session-items/${on.id}/take-off`, { json, version: on.version })
  await off(item, { status: 'postponed', reason: 'x', conferenceId: later.id })
  const now = async () => (await list(office)).find(({ id }) => id === entry.id)
  expect(await now()).toMatchObject({ state: 'placed', conference: { title: 'Hội nghị sau' } })
  await off(await itemOf(later.id), { status: 'withdrawn', reason: 'x' })
  expect(await now()).toMatchObject({ state: 'planned', conference: null })
  await place(plan.id)
  expect((await itemOf(plan.id)).matterId).toBe(item.matterId)
})

test('a conference begins with the items of a template and chosen lines', async () => {
  const first = await conference({ level: 'internal' })
  await office.ask('POST', `/api/conferences/${first.id}/items`, {
    json: { title: 'Giao ban', asked: 'note', minutes: 20, personnel: true, level: 'office' },
  })
  const saved = await office.ask('POST', `/api/conferences/${first.id}/template`, {
    json: { name: 'Giao ban quý' },
  })
  const { template } = saved.body
  const entry = await add({ title: 'Từ chương trình' })
  const plan = await conference({ templateId: template.id, entryIds: [entry.id] })
  const { body } = await office.ask('GET', `/api/conferences/${plan.id}/items`)
  expect(body.items).toMatchObject([
    { title: 'Giao ban', minutes: 20, personnel: true, level: 'office' },
    { title: 'Từ chương trình', level: 'participants' },
  ])
  const { client: reader } = await here.grantee('reader')
  const seen = await reader.ask('GET', '/api/conference-templates')
  expect(seen.body.templates).toEqual([])
  await office.ask('POST', `/api/conference-templates/${template.id}/withdraw`, {
    json: {},
    version: template.version,
  })
  const left = await office.ask('GET', '/api/conference-templates')
  expect(left.body.templates).toEqual([])
})

const takeIn = async (rows: string[][], check = false) => {
  const bytes = await writeRows('x', headingsOf('programme', 'vi'), rows)
  const file = Buffer.from(bytes).toString('base64')
  return (await office.ask('POST', '/api/files/programme', { json: { file, check } })).body
}

const row = (title: string, more: Partial<Record<number, string>> = {}) =>
  [
    'Ban Thường vụ Tỉnh ủy',
    '2097',
    '',
    '4',
    title,
    'Cho ý kiến',
    'Sở Tài chính',
    '01/3/2097',
    '',
  ].map((cell, index) => more[index] ?? cell)

test('a sheet comes in as a whole or not at all, and a second time adds nothing', async () => {
  const wrong = await takeIn([
    row('Đúng'),
    row('Sai năm', { 1: '97' }),
    row('Sai tháng', { 3: '13' }),
    row('Sai từ', { 5: 'Hỏi' }),
  ])
  const faults = wrong.problems.map(
    ({ row: at, column, code }: { row: number; column: string; code: string }) =>
      `${at} ${column}: ${code}`,
  )
  expect(faults).toEqual(['3 Năm: notAYear', '4 Tháng: unknownWord', '5 Đề nghị: unknownWord'])
  const lost = await takeIn([row('Đúng'), row('đúng'), row('Lạc', { 6: 'Sở Không Có' })])
  expect(lost).toMatchObject({
    done: false,
    problems: [{ code: 'twice' }, { code: 'unknownBody' }],
  })
  expect(await list(office, 2097)).toEqual([])

  const rows = [row('Đúng'), row('Cả năm', { 3: '', 6: '', 7: '' })]
  expect(await takeIn(rows)).toMatchObject({ added: 2, already: 0, done: true })
  expect(await list(office, 2097)).toMatchObject([
    { title: 'Đúng', quarter: 2, month: 4, asked: 'giveOpinion', dueOn: '2097-03-01' },
    { title: 'Cả năm', quarter: null, month: null, preparing: null },
  ])
  const all = await programmeOut(here.database.db, await here.actor('office'))
  expect(await takeIn(all)).toMatchObject({ added: 0, already: all.length, problems: [] })
})
