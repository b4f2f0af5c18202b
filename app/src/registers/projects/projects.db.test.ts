// Projects: who may do what, versions that are only added, what is derived, the file of the treasury.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../../test/world.ts'
import { readCells, writeTable } from '../../office/workbook.ts'
import type { ProjectLine, ProjectView } from './contract.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let owner = ''
let officer: Client

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  owner = await here.body('Ban Quản lý dự án tỉnh')
  officer = (await here.grantee('departmentOfficer', owner)).client
})

afterAll(() => here.close())

const add = async (json: object = {}): Promise<ProjectView> => {
  const given = { kind: 'investment', name: 'Đường vành đai', ownerId: owner, ...json }
  const { status, body } = await office.ask('POST', '/api/projects', { json: given })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.project
}

const plan = (id: string, json: object, client = office) =>
  client.ask('POST', `/api/projects/${id}/plans`, {
    json: {
      ...{ fromYear: 2025, toYear: 2025, source: 'local', authority: 'council', amount: 1000 },
      ...{ legalReference: 'Nghị quyết số 91/NQ-HĐND', decidedOn: '2024-12-06', seen: 0 },
      ...json,
    },
  })

const month = (id: string, json: object, client = officer) =>
  client.ask('POST', `/api/projects/${id}/months`, {
    json: {
      ...{ kind: 'disbursed', source: 'local', year: 2025, until: '2025-03-31' },
      ...{ amount: 300, seen: 0, ...json },
    },
  })

const get = async (id: string, client = office): Promise<ProjectView> =>
  (await client.ask('GET', `/api/projects/${id}?year=2025`)).body.project

test('the office keeps projects and plans; the owner’s people enter what came of them', async () => {
  const one = await add({ code: '7654321', category: 'b', total: 5_000_000_000 })
  expect(one).toMatchObject({ state: 'notJudged', mayManage: true, version: 1 })
  expect((await plan(one.id, {}, officer)).status).toBe(403)
  expect((await plan(one.id, {})).status).toBe(201)
  expect((await month(one.id, {})).status).toBe(201)
  const { client: other } = await here.grantee('departmentOfficer', await here.body('Sở Khác'))
  expect((await month(one.id, { until: '2025-04-30' }, other)).status).toBe(403)
  expect(await get(one.id, other)).toMatchObject({ mayEnter: false, mayManage: false })
  expect(await get(one.id, officer)).toMatchObject({ mayEnter: true, mayManage: false })
  // The office of one body adds its projects, and takes no file that speaks of all.
  const { client: own } = await here.grantee('office', owner)
  const listed = async (client: Client) => (await client.ask('GET', '/api/projects')).body
  expect(await listed(office)).toMatchObject({ mayManage: true, mayImport: true })
  expect(await listed(own)).toMatchObject({ mayManage: true, mayImport: false })
  expect(await listed(officer)).toMatchObject({ mayManage: false, mayImport: false })
  const taken = { kind: 'investment', name: 'x', ownerId: owner, code: '7654321' }
  expect((await office.ask('POST', '/api/projects', { json: taken })).body.code).toBe(
    'projectCodeTaken',
  )
})

test('one disbursement stands against what each authority gave', async () => {
  const { id } = await add({ name: 'Cầu Sông Hà' })
  await plan(id, { authority: 'primeMinister', amount: 600 })
  await plan(id, { amount: 800 })
  await plan(id, { amount: 200, source: 'lottery' })
  await plan(id, { amount: 9000, toYear: 2029 })
  await month(id, {})
  await month(id, { source: 'lottery', amount: 100, until: '2025-02-28' })
  expect(await get(id)).toMatchObject({
    planned: { primeMinister: 600, council: 1000, committee: null },
    ...{ disbursed: 400, until: '2025-03-31' },
  })
  const { projects } = (await office.ask('GET', '/api/projects?year=2025')).body
  const line = projects.find((each: ProjectLine) => each.id === id)
  expect(line).toMatchObject({ disbursed: 400, state: 'late' })
})

test('a plan is changed by a version with its reason; none is lost', async () => {
  const { id } = await add({ name: 'Trường học' })
  await plan(id, { decidedOn: '2024-12-06', amount: 1000 })
  const less = { amount: 700, decidedOn: '2025-06-30', seen: 1 }
  expect((await plan(id, less)).body.code).toBe('projectReason')
  expect((await plan(id, { ...less, seen: 0, reason: 'x' })).body.code).toBe('versionOld')
  expect((await plan(id, { ...less, reason: 'Điều chuyển vốn' })).status).toBe(201)
  const { plans, planned } = await get(id)
  expect(planned.council).toBe(700)
  expect(plans[0]?.versions.map(({ amount }) => amount)).toEqual([700, 1000])
  const back = { amount: null, decidedOn: '2025-09-01', seen: 2, reason: 'Thu hồi' }
  expect((await plan(id, back)).body.project.planned.council).toBeNull()
  expect((await plan(id, { toYear: 2024 })).body.code).toBe('projectDays')
})

test('a month is entered once, revised with a reason, and asked about where the total falls', async () => {
  const { id } = await add({ name: 'Bệnh viện' })
  await month(id, {})
  expect((await month(id, {})).body.code).toBe('versionOld')
  // The same figure again changes nothing.
  expect((await month(id, { seen: 1 })).body.project.months[0].versions).toHaveLength(1)
  expect((await month(id, { seen: 1, amount: 310 })).body.code).toBe('projectReason')
  const fell = { until: '2025-04-30', amount: 299 }
  expect((await month(id, fell)).body.code).toBe('projectReason')
  expect((await month(id, { ...fell, reason: 'Thu hồi tạm ứng' })).status).toBe(201)
  const { months } = await get(id)
  expect(months.map(({ until, amount }) => [until, amount])).toEqual([
    ['2025-03-31', 300],
    ['2025-04-30', 299],
  ])
  for (const wrong of [
    { until: '2025-03-30' },
    { until: '2024-12-31' },
    { until: '2099-01-31', year: 2098 },
    { kind: 'committed' },
    { source: undefined },
  ])
    expect((await month(id, wrong)).status, JSON.stringify(wrong)).toBe(400)
  // January of the next year belongs to the year of the plan.
  expect((await month(id, { until: '2026-01-31', amount: 900 })).status).toBe(201)
  expect(await get(id)).toMatchObject({ disbursed: 900, until: '2026-01-31' })
})

test('a closed project takes nothing until it is opened again', async () => {
  const { id } = await add({ name: 'Kè sông', endsOn: '2020-12-31' })
  expect((await get(id)).late.map(({ rule }) => rule)).toEqual(['ended'])
  const change = (json: object, version: number) =>
    office.ask('PATCH', `/api/projects/${id}`, { json, version })
  expect((await change({ startsOn: '2021-01-01' }, 1)).body.code).toBe('projectDays')
  const closed = await change({ closed: { on: '2021-02-01', reason: 'Đã quyết toán' } }, 1)
  expect(closed.body.project).toMatchObject({ state: 'closed', late: [] })
  expect((await month(id, {})).body.code).toBe('projectClosed')
  expect((await plan(id, {})).body.code).toBe('projectClosed')
  expect((await change({ name: 'x' }, 2)).body.code).toBe('projectClosed')
  expect((await change({ closed: null }, 2)).body.project.state).toBe('late')
})

test('planning has no capital here', async () => {
  const { id } = await add({ name: 'Quy hoạch chung đô thị', kind: 'milestones' })
  expect((await plan(id, {})).body.code).toBe('projectNoMoney')
  expect((await month(id, {})).body.code).toBe('projectNoMoney')
})

test('found by its words, by everybody who reads the registers', async () => {
  const { client: reader } = await here.grantee('reader')
  await add({ name: 'Hồ chứa Nà Khuông' })
  const { results } = (await reader.ask('GET', '/api/search?q=na%20khuong')).body
  expect(results.map(({ kind }: { kind: string }) => kind)).toContain('project')
})

test('the treasury’s file is taken as a whole, once, with what is wrong named by its cell', async () => {
  const first = await add({ name: 'Đường A', code: '7000101' })
  const second = await add({ name: 'Đường B', code: '7000102' })
  await plan(first.id, {})
  await month(first.id, { amount: 250 })
  const form = await office.file('/api/files/disbursements?year=2025')
  const [names = [], ...lines] = await readCells(form.bytes)
  expect(lines).toContainEqual([
    '7000101',
    'Đường A',
    'Cân đối ngân sách địa phương',
    '2025',
    '',
    '',
  ])
  const send = async (rows: (string | number)[][], json: object = {}, client = office) => {
    const columns = names.map((title) => ({ title: String(title), width: 9 }))
    const cells = rows.map((row) =>
      row.map((cell) => (typeof cell === 'number' ? { number: cell } : cell)),
    )
    const file = Buffer.from(await writeTable('x', 'x', columns, cells)).toString('base64')
    return client.ask('POST', '/api/files/disbursements', {
      json: { fileName: 'kho-bac.xlsx', file, ...json },
    })
  }
  const local = 'Cân đối ngân sách địa phương'
  const a = ['7000101', '', local, '2025', '30/4/2025', 400]
  const b: (string | number)[] = ['7000102', '', 'Xổ số kiến thiết', '2025', '2025-04-30', '1.500']
  expect((await send([a], {}, officer)).status).toBe(403)
  const wrong = await send([a, b, ['1', '', 'Vay', 'x', '2025-04-29', -1], a])
  expect(wrong.body).toMatchObject({ done: false })
  expect(
    wrong.body.problems.map(({ row, code }: { row: number; code: string }) => `${row} ${code}`),
  ).toEqual([
    '3 ambiguous',
    ...['4 unknownProject', '4 unknownSource', '4 notAYear', '4 notANumber', '5 twice'],
  ])
  expect((await get(first.id)).months).toHaveLength(1)
  const good = [a, b.with(5, 1500)]
  expect((await send(good, { check: true })).body).toMatchObject({
    ...{ changed: 2, same: 0, asked: 0, done: false },
  })
  expect((await get(second.id)).months).toHaveLength(0)
  expect((await send(good)).body).toMatchObject({ changed: 2, done: true })
  // Again: nothing is doubled, nothing written.
  expect((await send(good)).body).toMatchObject({ changed: 0, same: 2, done: true })
  const { months } = await get(first.id)
  expect(months.at(-1)).toMatchObject({
    ...{ until: '2025-04-30', amount: 400 },
    versions: [{ number: 1, file: 'kho-bac.xlsx', cell: 'F2' }],
  })
  // What is revised, and a total that falls, needs a reason.
  const fell = ['7000101', '', local, '2025', '31/5/2025', 390]
  expect((await send([a.with(5, 405), fell], { check: true })).body).toMatchObject({
    ...{ changed: 2, asked: 2 },
    rows: [
      { before: 400, after: 405 },
      { before: null, after: 390, falls: true },
    ],
  })
  expect((await send([fell])).body.code).toBe('projectReason')
  expect((await send([fell], { reason: 'Kho bạc đối chiếu' })).body).toMatchObject({ done: true })
  expect((await get(first.id)).disbursed).toBe(390)
})

test('what happens at a project is entered by the owner’s people, moved with a reason, and late by its day', async () => {
  const { id } = await add({ name: 'Đường C' })
  const at = `/api/projects/${id}`
  const post = async (path: string, json: object, client = officer) =>
    client.ask('POST', path, { json })
  const { client: other } = await here.grantee('departmentOfficer', await here.body('Sở Khác nữa'))
  const milestone = { name: 'Khởi công', dueOn: '2026-01-31' }
  expect((await post(`${at}/milestones`, milestone, other)).status).toBe(403)
  const { work } = (await post(`${at}/milestones`, milestone)).body
  const one = `/api/project-milestones/${work.milestones[0].id}`
  expect((await get(id)).late.map(({ rule, what }) => [rule, what])).toEqual([
    ['milestone', 'Khởi công'],
  ])
  const change = (json: object, version: number, path = one, client = officer) =>
    client.ask('PATCH', path, { json, version })
  expect((await change({ dueOn: '2099-01-31' }, 1)).body.code).toBe('projectReason')
  expect((await change({ doneOn: '2026-02-01' }, 1, one, other)).status).toBe(403)
  const moved = await change({ dueOn: '2099-01-31', reason: 'Chờ mặt bằng' }, 1)
  expect(moved.body.work.milestones[0]).toMatchObject({
    ...{ dueOn: '2099-01-31', firstDueOn: '2026-01-31', state: 'open' },
  })
  expect((await change({ doneOn: '2026-02-01' }, 1)).body.code).toBe('versionOld')
  expect((await change({ doneOn: '2099-01-01' }, 2)).body.code).toBe('projectDays')
  expect((await change({ doneOn: '2026-02-01' }, 2)).body.work.milestones[0].state).toBe('done')
  const land = (await post(`${at}/sections`, { name: 'Đoạn 1', dueOn: '2026-01-31' })).body.work
  const section = `/api/project-sections/${land.sections[0].id}`
  const told = { on: '2026-02-01', needHa: 3, handedHa: 2.5, households: 10, paid: 9, moved: 8 }
  const clear = (json: object) => post(`${section}/clearances`, { ...told, seen: 0, ...json })
  expect((await clear({ paid: 11 })).body.code).toBe('clearanceMore')
  expect((await clear({})).status).toBe(201)
  expect((await get(id)).late).toMatchObject([{ rule: 'clearance', reached: 2.5, expected: 3 }])
  expect((await clear({ seen: 1 })).body.code).toBe('projectReason')
  expect((await clear({ seen: 1, on: '2026-03-01', handedHa: 3 })).status).toBe(201)
  expect(await get(id)).toMatchObject({ late: [], work: { sections: [{ versions: [{}, {}] }] } })
  const progress = (json: object) =>
    post(`${at}/progress`, { on: '2026-02-01', percent: 40, seen: 0, ...json })
  await progress({})
  expect((await progress({ seen: 1, percent: 45 })).body.code).toBe('projectReason')
  await progress({ seen: 1, percent: null, reason: 'Nhầm dự án' })
  expect((await get(id)).physical).toBeNull()
  await progress({ on: '2026-01-15', percent: 35 })
  expect((await get(id)).physical).toEqual({ on: '2026-01-15', percent: 35 })
})

test('an obstacle names what ordered its removal, to those who may know of it', async () => {
  const { id } = await add({ name: 'Đường D' })
  const text = 'Giao Ban Quản lý dự án tỉnh giải phóng mặt bằng trước ngày 30/6/2025.'
  const sent = await office.ask('POST', '/api/documents', { form: fileForm(text, 'ket-luan.txt') })
  const { document } = sent.body
  const give = { kind: 'assignment', start: 0, end: text.length }
  const found = await office.ask('POST', `/api/documents/${document.id}/findings`, { json: give })
  const { finding } = found.body
  const confirmed = await office.ask('POST', `/api/findings/${finding.id}/confirm`, {
    json: { action: 'giải phóng mặt bằng đường D', leadText: 'Ban Quản lý dự án tỉnh' },
    version: finding.version,
  })
  const task = confirmed.body.finding.entry.id
  const obstacle = { kind: 'land', body: '12 hộ chưa nhận tiền', since: '2026-01-05' }
  const given = { ...obstacle, level: 'commune', dueOn: '2026-01-31', assignmentId: task }
  const post = (json: object, client = office) =>
    client.ask('POST', `/api/projects/${id}/obstacles`, { json })
  expect((await post({ ...given, documentId: document.id })).status).toBe(400)
  const { work } = (await post(given)).body
  expect(work.obstacles[0]).toMatchObject({ state: 'late', ordered: true, task: { id: task } })
  expect((await get(id)).late.map(({ rule }) => rule)).toEqual(['obstacle'])
  const narrowed = await office.ask('PATCH', `/api/documents/${document.id}`, {
    json: { level: 'office' },
    version: document.version,
  })
  expect(narrowed.status).toBe(200)
  const { client: reader } = await here.grantee('reader')
  expect((await get(id, reader)).work.obstacles[0]).toMatchObject({ ordered: true, task: null })
  const one = `/api/project-obstacles/${work.obstacles[0].id}`
  const change = (json: object, version: number, client = office) =>
    client.ask('PATCH', one, { json, version })
  const gone = { resolved: { on: '2026-02-10', how: 'Đã chi trả đủ' } }
  expect((await change(gone, 1)).body.work.obstacles[0]).toMatchObject({ state: 'done' })
  expect((await get(id)).late).toEqual([])
  expect((await change({ resolved: null, withdrawn: true }, 2)).body.code).toBe('projectReason')
  // The task is taken back: the obstacle says so, to those who knew of it alone.
  const confirmedNow = (await office.ask('GET', `/api/documents/${document.id}/findings`)).body
  const { id: findingId, version: findingVersion } = confirmedNow.findings.find(
    (each: { id: string }) => each.id === finding.id,
  )
  const undone = await office.ask('POST', `/api/findings/${findingId}/undo`, {
    json: {},
    version: findingVersion,
  })
  expect(undone.status, JSON.stringify(undone.body)).toBe(200)
  const noTask = { task: null, takenBack: text }
  expect((await get(id)).work.obstacles[0]).toMatchObject(noTask)
  expect((await get(id, reader)).work.obstacles[0]).toMatchObject({ task: null, takenBack: null })
  // The document is destroyed: the obstacle stays, what ordered it goes.
  const administrator = await here.client('administrator')
  const { version } = (
    await office.ask('PATCH', `/api/documents/${document.id}`, {
      json: { level: 'internal' },
      version: narrowed.body.document.version,
    })
  ).body.document
  const destroyed = await administrator.ask('POST', `/api/documents/${document.id}/destroy`, {
    json: { reason: 'hết hạn lưu' },
    version,
  })
  expect(destroyed.status, JSON.stringify(destroyed.body)).toBe(200)
  expect((await get(id)).work.obstacles[0]).toMatchObject({ ordered: false, task: null })
})

test('sentences that name it are offered with what they say, to those who may read the document', async () => {
  const name = 'Khu công nghiệp Sông Công II'
  const { id } = await add({ name })
  const text = `Hội nghị Ban Thường vụ Tỉnh ủy ngày 15/10/2026

${name} đạt 45% khối lượng. ${name} đã giải ngân 12,5 tỷ đồng. Tuy nhiên, ${name} còn vướng mắc về mặt bằng.

Khu công nghiệp Sông Công III đạt 60% khối lượng.

Yêu cầu Sở Tài chính rà soát các khoản thu, báo cáo trước ngày 30/10/2026.
`
  const sent = await office.ask('POST', '/api/documents', { form: fileForm(text, 'ket-luan.txt') })
  const { document } = sent.body
  const { sentences } = await get(id)
  expect(sentences.map(({ quote, offers }) => [quote, offers])).toEqual([
    [`${name} đạt 45% khối lượng.`, [{ offer: 'progress', value: 45 }]],
    [`${name} đã giải ngân 12,5 tỷ đồng.`, [{ offer: 'disbursed', value: 12_500_000_000 }]],
    [`Tuy nhiên, ${name} còn vướng mắc về mặt bằng.`, [{ offer: 'obstacle', value: null }]],
  ])
  const [first] = sentences
  expect(text.slice(first?.start, first?.end)).toBe(first?.quote)
  expect(first).toMatchObject({ document: { id: document.id }, open: true })
  // Nothing of it is entered by itself.
  expect((await get(id)).physical).toBeNull()
  const narrowed = await office.ask('PATCH', `/api/documents/${document.id}`, {
    json: { level: 'office' },
    version: document.version,
  })
  expect(narrowed.status).toBe(200)
  // Its words are offered to nobody's note any more.
  expect((await get(id)).sentences.map(({ open }) => open)).toEqual([false, false, false])
  const { client: reader } = await here.grantee('reader')
  expect((await get(id, reader)).sentences).toEqual([])
  // A finding that somebody rejected names nothing.
  const { findings } = (await office.ask('GET', `/api/documents/${document.id}/findings`)).body
  for (const one of findings.filter(({ kind }: { kind: string }) => kind === 'project'))
    await office.ask('POST', `/api/findings/${one.id}/reject`, {
      json: { reason: 'Không phải dự án này' },
      version: one.version,
    })
  expect((await get(id)).sentences).toEqual([])
})
