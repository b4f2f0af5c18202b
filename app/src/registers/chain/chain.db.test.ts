// The chain over two years of conferences: both ways, as each may see it, with what people say belongs together.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Held, hold, report } from '../../../test/chain.ts'
import { type Client, fileForm, world } from '../../../test/world.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let works = ''
let first: Held
let second: Held
const raised: string[][] = []

// biome-ignore lint/suspicious/noExplicitAny: answers of every kind
const done = async (client: Client, method: string, path: string, options = {}): Promise<any> => {
  const { status, body } = await client.ask(method, path, options)
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`)
  return body
}

interface Node {
  stage: string
  id: string
  title: string
  how: string
  state: string | null
  link: { from: object; to: object; version: number } | null
}

const chainOf = async (kind: string, id: string | undefined, client = office) =>
  (await done(client, 'GET', `/api/chain?kind=${kind}&id=${id}`)).chain as {
    nodes: Node[]
    recurrences: object[]
    mayLink: boolean
  }

const idsOf = (
  { nodes }: { nodes: Node[] },
  stage: string,
  how = ['linked', 'entry', 'confirmed'],
) => nodes.filter((one) => one.stage === stage && how.includes(one.how)).map(({ id }) => id)

const say = (from: string, task: string, verdict: string, version: number, client = office) =>
  client.ask('PUT', '/api/chain-links', {
    json: {
      from: { kind: 'shortcoming', id: from },
      to: { kind: 'assignment', id: task },
      verdict,
    },
    version,
  })

beforeAll(async () => {
  here = await world()
  const board = await here.body('Ban Thường vụ Tỉnh ủy')
  works = await here.body('Sở Xây dựng')
  office = await here.client('office')
  const { client: head } = await here.grantee('officeHead')
  const clear = { action: 'đẩy nhanh bàn giao mặt bằng', leadId: works, deadline: '2024-06-30' }
  first = await hold(office, head, board, '2024-03-05', [clear])
  const again = { ...clear, action: 'bàn giao mặt bằng sạch', deadline: '2099-06-30' }
  const paper = fileForm('Tờ trình về mặt bằng.', 'to-trinh.txt', { kind: 'submission' })
  second = await hold(office, head, board, '2025-03-04', [again], paper)
  const words = 'Tuy nhiên, vẫn còn một số hạn chế: công tác giải phóng mặt bằng còn chậm.'
  for (const [{ id }, year] of [
    [first, 2024],
    [second, 2025],
  ] as const) {
    const text = `Hội nghị giao ban tháng 3 năm ${year} của Ban Thường vụ Tỉnh ủy\n\n${words}\n`
    raised.push((await report(here, office, id, text)).shortcomings)
  }
  expect(raised.map((one) => one.length)).toEqual([1, 1])
}, 60_000)

afterAll(() => here.close())

test('from a task to its decision, item, dossier and result; what only words join is proposed', async () => {
  const [task] = second.tasks
  const { assignment } = await done(office, 'GET', `/api/assignments/${task}`)
  await done(office, 'POST', `/api/assignments/${task}/progress`, {
    json: { kind: 'reported', on: '2025-06-01', body: 'Đã bàn giao', onBehalf: 'Sở Xây dựng' },
    version: assignment.version,
  })
  const chain = await chainOf('assignment', task)
  expect(chain.nodes.map(({ stage, title, how, state }) => [stage, title, how, state])).toEqual([
    ['shortcoming', 'công tác giải phóng mặt bằng còn chậm', 'proposed', null],
    ['item', 'Tình hình thực hiện nhiệm vụ', 'linked', 'on'],
    ['dossier', 'Tờ trình về mặt bằng.', 'linked', null],
    ['decision', 'Giao bàn giao mặt bằng sạch.', 'linked', 'agreed'],
    ['assignment', 'bàn giao mặt bằng sạch', 'entry', 'awaiting'],
    ['result', 'Đã bàn giao', 'linked', 'reported'],
  ])
})

test('once somebody confirmed what was proposed, the chain goes across the years, both ways', async () => {
  const [[s1 = ''] = [], [s2 = ''] = []] = raised
  const [[t1 = ''], [t2 = '']] = [first.tasks, second.tasks]
  const before = await chainOf('shortcoming', s2)
  expect(idsOf(before, 'shortcoming').sort()).toEqual([s1, s2].sort())
  expect(idsOf(before, 'assignment')).toEqual([])
  expect(idsOf(before, 'assignment', ['proposed']).sort()).toEqual([t1, t2].sort())
  expect((await say(s1, t1, 'confirmed', 0)).body).toEqual({ version: 1 })
  expect((await say(s1, t1, 'refused', 0)).body.code).toBe('versionOld')
  expect((await say(s2, t2, 'refused', 0)).status).toBe(200)
  const refused = await chainOf('shortcoming', s2)
  expect(idsOf(refused, 'assignment')).toEqual([t1])
  expect(idsOf(refused, 'assignment', ['refused'])).toEqual([t2])
  expect((await say(s2, t2, 'confirmed', 1)).body).toEqual({ version: 2 })
  const starts = [
    ['shortcoming', s1],
    ['assignment', t2],
    ['item', first.itemId],
    ['matter', second.matterId],
  ]
  for (const [kind = '', id] of starts) {
    const chain = await chainOf(kind, id)
    expect(idsOf(chain, 'shortcoming').sort(), kind).toEqual([s1, s2].sort())
    expect(idsOf(chain, 'item').sort(), kind).toEqual([first.itemId, second.itemId].sort())
    expect(idsOf(chain, 'assignment').sort(), kind).toEqual([t1, t2].sort())
    expect(chain.nodes.filter(({ how }) => how === 'entry')).toHaveLength(1)
  }
  const { recurrences } = await chainOf('assignment', t1)
  expect(recurrences).toMatchObject([
    {
      ...{ topic: 'site_clearance', body: 'Ban Thường vụ Tỉnh ủy', raised: 2, of: 2 },
      ...{ first: '2024-03-05', times: [{ orders: [{ id: t2, by: 'confirmed' }] }, {}] },
    },
  ])
  const { topics } = await done(office, 'GET', '/api/shortcomings')
  expect(topics[0].recurrences).toEqual(recurrences)
})

const sayOf = (one: [string, string], other: [string, string], verdict: string, version: number) =>
  done(office, 'PUT', '/api/chain-links', {
    json: { from: { kind: one[0], id: one[1] }, to: { kind: other[0], id: other[1] }, verdict },
    version,
  })

test('what was confirmed can be taken back from either end, and refused it takes no end away', async () => {
  const [s1 = ''] = raised[0] ?? []
  const [t1 = ''] = first.tasks
  for (const [kind, id, stage, other] of [
    ['shortcoming', s1, 'assignment', t1],
    ['assignment', t1, 'shortcoming', s1],
  ] as const) {
    const { nodes } = await chainOf(kind, id)
    const marked = nodes.find((one) => one.stage === stage && one.id === other)
    const ends = [marked?.link?.from, marked?.link?.to]
    expect(marked?.how, kind).toBe('confirmed')
    expect(ends, kind).toEqual([
      { kind, id },
      { kind: stage, id: other },
    ])
  }
  // A task belongs to the matter of its item, whatever is said of the two.
  const ends: [[string, string], [string, string]] = [
    ['assignment', t1],
    ['matter', first.matterId],
  ]
  const { version } = await sayOf(...ends, 'refused', 0)
  const { nodes } = await chainOf('assignment', t1)
  expect(nodes.find(({ id }) => id === first.itemId)).toMatchObject({
    how: 'linked',
    link: { version },
  })
  const { client: leader } = await here.grantee('leader')
  const read = await chainOf('assignment', t1, leader)
  expect(read.nodes.find(({ id }) => id === first.itemId)).toMatchObject({
    how: 'linked',
    link: null,
  })
  expect(idsOf(await chainOf('item', first.itemId, leader), 'assignment')).toContain(t1)
})

test('an indicator in quarantine is told nowhere, also where somebody said that it belongs', async () => {
  const [s1 = ''] = raised[0] ?? []
  const [{ id }] = (await done(office, 'GET', '/api/indicators')).indicators
  await sayOf(['shortcoming', s1], ['indicator', id], 'confirmed', 0)
  expect(idsOf(await chainOf('shortcoming', s1), 'indicator')).toEqual([id])
  const put = (quarantined: boolean) =>
    here.database.db
      .updateTable('indicator')
      .set({ quarantined })
      .where('province_id', '=', here.east.province_id)
      .where('indicator_id', '=', id)
      .execute()
  await put(true)
  expect(JSON.stringify(await chainOf('shortcoming', s1))).not.toContain(id)
  await put(false)
})

test('an indicator linked with a task stands on it with its newest figure, and in the chain both ways', async () => {
  const [task = ''] = second.tasks
  const text = 'Thu ngân sách nhà nước trên địa bàn năm 2025 đạt 5.000 tỷ đồng.'
  const { document } = await done(office, 'POST', '/api/documents', {
    form: fileForm(text, 'thu.txt'),
  })
  const { findings } = await done(office, 'GET', `/api/documents/${document.id}/findings`)
  const { id: finding, version } = findings.find(
    ({ kind }: { kind: string }) => kind === 'statement',
  )
  await done(office, 'POST', `/api/findings/${finding}/confirm`, { json: {}, version })
  const { rows } = await done(office, 'GET', '/api/indicators/board')
  const { id } = rows.find(({ latest }: { latest: object | null }) => latest !== null).indicator
  const at = async (client = office) =>
    (await done(client, 'GET', `/api/assignments/${task}`)).assignment
  const say = (verdict: string, known: number) =>
    sayOf(['assignment', task], ['indicator', id], verdict, known)
  expect(await at()).toMatchObject({ indicators: [], mayLink: true })
  await say('confirmed', 0)
  const shown = [
    {
      indicator: { id },
      latest: { quantityText: '5.000 tỷ đồng', value: 5e12 },
      reported: null,
      version: 1,
    },
  ]
  expect((await at()).indicators).toMatchObject(shown)
  expect(idsOf(await chainOf('assignment', task), 'indicator', ['confirmed'])).toContain(id)
  expect(idsOf(await chainOf('indicator', id), 'assignment', ['confirmed'])).toContain(task)
  const { client: worker } = await here.grantee('departmentOfficer', works)
  expect(await at(worker)).toMatchObject({ indicators: shown, mayLink: false })
  await say('refused', 1)
  expect(await at()).toMatchObject({ indicators: [], formerIndicators: [{ id, version: 2 }] })
  expect(await at(worker)).toMatchObject({ indicators: [], formerIndicators: [] })
  expect(idsOf(await chainOf('assignment', task), 'indicator')).not.toContain(id)
})

const levelOfReports = (level: 'office' | 'internal') =>
  here.database.db
    .updateTable('document')
    .set({ level })
    .where('province_id', '=', here.east.province_id)
    .where('conference_id', 'in', [first.id, second.id])
    .execute()

test('what a reader may not see is left out without a trace, and nobody goes on through it', async () => {
  const [[t1], [t2]] = [first.tasks, second.tasks]
  const { client: worker } = await here.grantee('departmentOfficer', works)
  await levelOfReports('office')
  const own = await chainOf('assignment', t1, worker)
  // The task is theirs; the decision, the item and the reports are not: nothing leads to the other year's.
  expect(idsOf(own, 'assignment')).toEqual([t1])
  expect(own.nodes.map(({ stage }) => stage)).toEqual(['assignment'])
  expect(own).toMatchObject({ recurrences: [], mayLink: false, more: false })
  const reader = await here.client('reader')
  for (const [kind, id] of [
    ['assignment', t2],
    ['item', second.itemId],
    ['matter', second.matterId],
  ]) {
    const { status } = await reader.ask('GET', `/api/chain?kind=${kind}&id=${id}`)
    expect(status, kind).toBe(404)
  }
  const said = await say(raised[0]?.[0] ?? '', t1 ?? '', 'refused', 1, worker)
  expect(said.status).toBe(403)
})

test('a destroyed report takes its shortcoming out of the chain and what was said of it', async () => {
  await levelOfReports('internal')
  const administrator = await here.client('administrator')
  const [[s1]] = raised as [[string]]
  const { topics } = await done(office, 'GET', '/api/shortcomings')
  const { documentId } = topics[0].entries.find(({ id }: { id: string }) => id === s1).source
  const { document } = await done(office, 'GET', `/api/documents/${documentId}`)
  await done(administrator, 'POST', `/api/documents/${documentId}/destroy`, {
    json: { reason: 'x' },
    version: document.version,
  })
  expect((await office.ask('GET', `/api/chain?kind=shortcoming&id=${s1}`)).status).toBe(404)
  expect(idsOf(await chainOf('assignment', first.tasks[0]), 'shortcoming')).toEqual([])
})
