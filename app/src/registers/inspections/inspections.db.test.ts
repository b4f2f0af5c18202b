// The inspection programme: who may keep it, what the inspected body sees when, a finding that becomes a task, Excel.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../../test/world.ts'
import { transaction } from '../../database/open.ts'
import { writeRows } from '../../office/workbook.ts'
import { quarantineDocument, releaseDocument } from '../documents/quarantine.ts'
import { inspectionsOut } from '../transfer/inspections-store.ts'
import { headingsOf } from '../transfer/sheets.ts'
import type { InspectionLine, InspectionView } from './contract.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let committee = ''
let subject = ''

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  committee = await here.body('Ủy ban Kiểm tra Tỉnh ủy')
  subject = await here.body('Sở Xây dựng')
})

afterAll(() => here.close())

const add = async (json: object = {}, client = office) => {
  const given = { organisationId: committee, year: 2098, form: 'inspection', subjectIds: [subject] }
  return client.ask('POST', '/api/inspections', {
    json: { ...given, content: 'Đấu thầu', ...json },
  })
}

const list = async (client: Client, year = 2098): Promise<InspectionLine[]> =>
  (await client.ask('GET', `/api/inspections?year=${year}`)).body.inspections

test('inspectors keep the programme of their body; the inspected body knows once it is told', async () => {
  const { client: inspector } = await here.grantee('inspector', committee)
  const made: InspectionView = (await add({ quarter: 2, content: 'Cuộc sơn ca' }, inspector)).body
    .inspection
  expect(made).toMatchObject({ state: 'planned', level: 'office', mayManage: true })
  const { client: other } = await here.grantee('inspector', await here.body('Sở Khác'))
  const { client: inspected } = await here.grantee('departmentHead', subject)
  expect((await add({}, other)).status).toBe(403)
  expect((await add({}, inspected)).status).toBe(403)
  const at = `/api/inspections/${made.id}`
  await inspector.ask('POST', `${at}/findings`, { json: { body: 'Chỉ định thầu sai' } })
  for (const client of [other, inspected]) {
    expect((await client.ask('GET', at)).status).toBe(404)
    for (const path of ['/api/inspections?year=2098', '/api/search?q=son%20ca'])
      expect(JSON.stringify((await client.ask('GET', path)).body)).not.toContain('sơn ca')
  }
  const change = (json: object, version: number) => inspector.ask('PATCH', at, { json, version })
  await change({ toldOn: '2099-01-01' }, 1)
  expect((await inspected.ask('GET', at)).status).toBe(404)
  await change({ toldOn: '2026-01-02', startedOn: '2026-01-05', level: 'internal' }, 2)
  const { body } = await inspected.ask('GET', at)
  expect(body.inspection).toMatchObject({
    state: 'underWay',
    found: null,
    findings: [],
    mayManage: false,
  })
  expect((await inspected.ask('GET', `/api/history?kind=inspection&id=${made.id}`)).status).toBe(
    404,
  )
  expect((await change({ endedOn: '2026-01-04' }, 3)).body.code).toBe('inspectionDays')
  await change({ endedOn: '2026-01-09' }, 3)
  const over = await inspected.ask('GET', at)
  expect(over.body.inspection).toMatchObject({ state: 'done', found: 1 })
  expect(over.body.inspection.findings[0].body).toBe('Chỉ định thầu sai')
  expect((await list(other)).map(({ id }) => id)).toContain(made.id)
})

test('of several inspected bodies each reads what was found about itself and about all', async () => {
  const health = await here.body('Sở Y tế')
  const { client: first } = await here.grantee('departmentHead', subject)
  const { client: second } = await here.grantee('departmentHead', health)
  const both = { subjectIds: [health, subject], content: 'Hai sở' }
  const { inspection } = (await add(both)).body
  const at = `/api/inspections/${inspection.id}`
  const ids = ({ subjects }: InspectionLine) => subjects.map(({ id }) => id)
  expect(ids(inspection)).toEqual([health, subject])
  for (const [body, aboutId] of [
    ['Chung', null],
    ['Của Xây dựng', subject],
    ['Của Y tế', health],
  ]) {
    await office.ask('POST', `${at}/findings`, { json: { body, aboutId } })
  }
  const foreign = { body: 'x', aboutId: committee }
  expect((await office.ask('POST', `${at}/findings`, { json: foreign })).status).toBe(400)
  const change = (json: object, version: number) => office.ask('PATCH', at, { json, version })
  await change({ toldOn: '2026-01-02', startedOn: '2026-01-05', endedOn: '2026-01-06' }, 1)
  for (const [client, own] of [
    [first, ['Chung', 'Của Xây dựng']],
    [second, ['Chung', 'Của Y tế']],
    [office, ['Chung', 'Của Xây dựng', 'Của Y tế']],
  ] as const) {
    const { body } = await client.ask('GET', at)
    expect(body.inspection.found).toBe(own.length)
    expect(body.inspection.findings.map((one: { body: string }) => one.body)).toEqual(own)
  }
  expect((await change({ subjectIds: [subject] }, 2)).body.code).toBe('entryInUse')
  const more = await change({ subjectIds: [subject, health, committee] }, 2)
  expect(ids(more.body.inspection)).toEqual([subject, health, committee])
  expect(ids((await change({ subjectIds: [subject, health] }, 3)).body.inspection)).toHaveLength(2)
})

test('what was found about the only body stays its own when another one is added', async () => {
  const { client: first } = await here.grantee('departmentHead', subject)
  const joining = await here.body('Sở Nội vụ')
  const { client: second } = await here.grantee('departmentHead', joining)
  const at = `/api/inspections/${(await add({ content: 'Một rồi hai' })).body.inspection.id}`
  await office.ask('POST', `${at}/findings`, { json: { body: 'Của riêng' } })
  const change = (json: object, version: number) => office.ask('PATCH', at, { json, version })
  const days = { toldOn: '2026-01-02', startedOn: '2026-01-05', endedOn: '2026-01-06' }
  await change(days, 1)
  expect((await change({ subjectIds: [joining] }, 2)).body.code).toBe('entryInUse')
  await change({ subjectIds: [joining, subject] }, 2)
  const { body } = await office.ask('POST', `${at}/findings`, {
    json: { body: 'Của Nội vụ', aboutId: joining },
  })
  const read = async (client: Client) =>
    (await client.ask('GET', at)).body.inspection.findings.map((one: { body: string }) => one.body)
  expect(await read(first)).toEqual(['Của riêng'])
  expect(await read(second)).toEqual(['Của Nội vụ'])
  // Taken back, it does not keep its body.
  const { id, version } = body.inspection.findings.at(-1)
  const back = { json: { withdrawn: true }, version }
  expect((await office.ask('PATCH', `/api/inspection-findings/${id}`, back)).status).toBe(200)
  const left = await change({ subjectIds: [subject] }, 3)
  expect(left.body.inspection.subjects.map((one: { id: string }) => one.id)).toEqual([subject])
})

test('one that is dropped stays in sight, and one that is done is not dropped', async () => {
  const { inspection } = (await add({ content: 'Bỏ' })).body
  const drop = (id: string, version: number) =>
    office.ask('POST', `/api/inspections/${id}/drop`, { json: { reason: 'Trùng' }, version })
  expect((await drop(inspection.id, 1)).body.inspection).toMatchObject({
    ...{ state: 'dropped', droppedReason: 'Trùng' },
  })
  const change = { json: { content: 'x' }, version: 2 }
  expect((await office.ask('PATCH', `/api/inspections/${inspection.id}`, change)).body.code).toBe(
    'inspectionOver',
  )
  const done = (await add({ content: 'Xong' })).body.inspection
  const days = { startedOn: '2026-01-05', endedOn: '2026-01-06' }
  await office.ask('PATCH', `/api/inspections/${done.id}`, { json: days, version: 1 })
  expect((await drop(done.id, 2)).body.code).toBe('inspectionOver')
})

test('a finding becomes a task from the sentence of its document, and shows where that stands', async () => {
  const text = 'Kết luận.\nSở Xây dựng còn chậm\ncông khai quy hoạch.'
  const { document } = (
    await office.ask('POST', '/api/documents', { form: fileForm(text, 'ket-luan.txt') })
  ).body
  const { inspection } = (await add({ content: 'Quy hoạch' })).body
  const at = `/api/inspections/${inspection.id}/findings`
  const find = (json: object) =>
    office.ask('POST', at, { json: { body: 'Chậm công khai', ...json } })
  expect((await find({ documentId: document.id, quote: 'không có câu này' })).body.code).toBe(
    'quoteNotThere',
  )
  await find({})
  const found = await find({
    documentId: document.id,
    quote: 'Sở Xây dựng còn chậm công khai quy hoạch',
  })
  const [plain, sourced] = (found.body.inspection as InspectionView).findings
  expect(sourced?.document?.quote).toBe('Sở Xây dựng còn chậm\ncông khai quy hoạch')
  const assign = (id = '', client = office, leadText = 'Sở Xây dựng') =>
    client.ask('POST', `/api/inspection-findings/${id}/assignment`, {
      json: { action: 'Công khai quy hoạch', leadText, deadline: '2099-06-30' },
    })
  expect((await assign(plain?.id)).body.code).toBe('findingUnsourced')
  expect((await assign(sourced?.id)).body.code).toBe('inspectionNotOver')
  const carry = (json: object, version: number) =>
    office.ask('PATCH', `/api/inspections/${inspection.id}`, { json, version })
  await carry({ startedOn: '2026-01-05', endedOn: '2026-01-06', toldOn: '2099-01-01' }, 1)
  // Neither it nor a body below it, whose tasks its people see; and of the attempt nothing is left.
  await here.body('Chi cục Nhà ở', subject)
  for (const lead of ['Sở Xây dựng', 'Chi cục Nhà ở'])
    expect((await assign(sourced?.id, office, lead)).body.code).toBe('inspectionUntold')
  const { client: inspected } = await here.grantee('departmentHead', subject)
  for (const path of ['/api/assignments', '/api/notifications'])
    expect(JSON.stringify((await inspected.ask('GET', path)).body)).not.toContain('Công khai')
  await carry({ toldOn: '2026-01-02' }, 2)
  const { client: inspector } = await here.grantee('inspector', committee)
  expect((await assign(sourced?.id, inspector)).status).toBe(403)
  const assigned = await assign(sourced?.id)
  const task = (assigned.body.inspection as InspectionView).findings[1]?.task
  expect(task).toMatchObject({
    ...{ action: 'Công khai quy hoạch', leadId: subject, deadline: '2099-06-30', state: 'inTerm' },
    source: { documentId: document.id, start: 10 },
  })
  expect((await assign(sourced?.id)).body.code).toBe('entryInUse')
  const linked = await office.ask('PATCH', `/api/inspection-findings/${plain?.id}`, {
    json: { assignmentId: task?.id },
    version: 1,
  })
  expect(linked.body.inspection.findings[0].task.id).toBe(task?.id)
  // What is only hidden from whoever saves is not taken away: here all of it, in quarantine.
  await carry({ conclusionId: document.id }, 3)
  const administrator = await here.actor('administrator')
  await transaction(here.database, (tx) =>
    quarantineDocument(tx, administrator, document.id, 'nghi lộ'),
  )
  const hidden: InspectionView = (await office.ask('GET', `/api/inspections/${inspection.id}`)).body
    .inspection
  expect(hidden).toMatchObject({ conclusion: null, findings: [{ task: null }, { document: null }] })
  await carry({ conclusionId: null }, 4)
  for (const { id, version } of hidden.findings) {
    const json = { body: 'x', documentId: null, assignmentId: null }
    const saved = await office.ask('PATCH', `/api/inspection-findings/${id}`, { json, version })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
  }
  await transaction(here.database, (tx) =>
    releaseDocument(tx, administrator, document.id, 'không phải'),
  )
  const back = await office.ask('GET', `/api/inspections/${inspection.id}`)
  expect(back.body.inspection).toMatchObject({
    conclusion: { id: document.id },
    findings: [
      { task: { id: task?.id } },
      { task: { id: task?.id }, document: { quote: sourced?.document?.quote } },
    ],
  })
})

test('the programme goes out to a sheet and its plan comes in, once', async () => {
  const row = [
    'Ủy ban Kiểm tra Tỉnh ủy',
    '2097',
    '3',
    'Giám sát',
    'Sở Xây dựng',
    'Cấp phép',
    '',
    '',
  ]
  const takeIn = async (rows: string[][]) => {
    const bytes = await writeRows('x', headingsOf('inspections', 'vi'), rows)
    const file = Buffer.from(bytes).toString('base64')
    return (await office.ask('POST', '/api/files/inspections', { json: { file } })).body
  }
  const wrong = await takeIn([row, row.with(3, 'Thanh tra'), row.with(4, 'Sở Không Có')])
  expect(wrong.problems.map(({ code }: { code: string }) => code)).toEqual(['unknownWord'])
  expect(await takeIn([row])).toMatchObject({ added: 1, done: true })
  expect(await list(office, 2097)).toMatchObject([
    { quarter: 3, form: 'supervision', subjects: [{ name: 'Sở Xây dựng' }], state: 'planned' },
  ])
  const two = row.with(4, 'Sở Xây dựng; Sở Y tế').with(5, 'Hai sở')
  expect(await takeIn([two])).toMatchObject({ added: 1, done: true })
  expect((await list(office, 2097)).map(({ subjects }) => subjects.length)).toEqual([1, 2])
  const all = await inspectionsOut(here.database.db, await here.actor('office'))
  expect(await takeIn(all)).toMatchObject({ added: 0, already: all.length, problems: [] })
})
