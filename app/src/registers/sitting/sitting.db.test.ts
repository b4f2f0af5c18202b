// A conference while it sits: gate, lock, two clerks, tasks, the live channel and the wall.
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Client, world } from '../../../test/world.ts'
import { transaction } from '../../database/open.ts'
import { listItems } from '../agenda/store.ts'
import { conferenceRow } from '../conferences/plan-store.ts'
import { openSession } from '../people/sessions.ts'
import { getSitting } from './sitting-store.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let head: Client
let board = ''
let finance = ''
let builders = ''

beforeAll(async () => {
  here = await world(undefined, { listen: true })
  office = await here.client('office')
  head = (await here.grantee('officeHead')).client
  board = await here.body('Ban Thường vụ Tỉnh ủy')
  finance = await here.body('Sở Tài chính')
  builders = await here.body('Sở Xây dựng')
})

afterAll(() => here.close())

// biome-ignore lint/suspicious/noExplicitAny: answers of every kind
async function done(client: Client, method: string, path: string, options = {}): Promise<any> {
  const { status, body } = await client.ask(method, path, options)
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`)
  return body
}

/** An open conference with items of these titles. */
async function opened(titles: string[], more: object = {}) {
  const { plan } = await done(office, 'POST', '/api/conferences', {
    json: { organisationId: board, type: 'standingCommittee', review: false },
  })
  const at = `/api/conferences/${plan.id}`
  const items: { id: string; matterId: string }[] = []
  for (const title of titles) {
    const { item } = await done(office, 'POST', `${at}/items`, {
      json: { title, asked: 'decide', submitterId: builders, ...more },
    })
    items.push(item)
  }
  const { sitting } = await done(office, 'POST', `${at}/open`, { json: {}, version: plan.version })
  const decide = (index: number, given: object, version = 0, client = office) =>
    client.ask('PUT', `/api/session-items/${items[index]?.id}/decision`, {
      json: { outcome: 'agreed', conditions: null, body: '', noTask: false, tasks: [], ...given },
      version,
    })
  return { id: plan.id as string, at, items, version: sitting.conference.version, decide }
}

const sittingOf = async (client: Client, at: string) =>
  (await done(client, 'GET', `${at}/sitting`)).sitting

/** A confirmed task on all of a text. */
const taskOf = (body: string, more: object = {}) => ({
  id: crypto.randomUUID(),
  start: 0,
  end: body.length,
  action: 'rà soát các dự án',
  leadId: builders,
  leadText: 'Sở XD',
  cooperating: [{ id: finance, text: 'sở tài chính' }],
  deadline: '2099-10-30',
  deadlineText: 'trước ngày 30/10/2099',
  deadlineFuzzy: false,
  deliverable: null,
  ...more,
})

test('a conference is not closed while something is undecided, and its decisions are locked after', async () => {
  const { at, version, items, decide } = await opened(['Nội dung một', 'Nội dung hai'])
  const close = (asked = version) => head.ask('POST', `${at}/close`, { json: {}, version: asked })
  const [one, two] = items
  expect((await close()).body).toMatchObject({
    code: 'conferenceNotReady',
    missing: [
      { itemId: one?.id, what: 'outcome' },
      { itemId: one?.id, what: 'task' },
      { itemId: two?.id, what: 'outcome' },
      { itemId: two?.id, what: 'task' },
    ],
  })
  await decide(0, { body: 'Thống nhất.', noTask: true })
  await decide(1, { outcome: null, body: 'Cho ý kiến.', noTask: true })
  expect((await close()).body.missing).toEqual([{ itemId: two?.id, what: 'outcome' }])
  await decide(1, { outcome: 'noted', body: 'Cho ý kiến.', noTask: true }, 1)
  // Who only runs it does not close it.
  expect((await office.ask('POST', `${at}/close`, { json: {}, version })).status).toBe(403)
  const closed = await close()
  expect(closed.body.sitting.conference.stage).toBe('closed')
  expect((await decide(0, { body: 'Khác.', noTask: true }, 1)).body.code).toBe('conferenceOver')
  const late = { speaker: 'A', stance: 'agree', body: 'x' }
  const opinion = await office.ask('POST', `/api/session-items/${one?.id}/opinions`, { json: late })
  expect(opinion.body.code).toBe('conferenceOver')
  const now = closed.body.sitting.conference.version
  const silent = await head.ask('POST', `${at}/reopen`, { json: {}, version: now })
  expect(silent.status).toBe(400)
  const again = await head.ask('POST', `${at}/reopen`, {
    json: { reason: 'Sót một nội dung' },
    version: now,
  })
  expect(again.body.sitting.closings.map((step: { kind: string }) => step.kind)).toEqual([
    'opened',
    'closed',
    'reopened',
  ])
  expect((await decide(0, { body: 'Khác.', noTask: true }, 1)).status).toBe(200)
})

test('of two clerks the slower gets both texts, and a text sent twice is one', async () => {
  const { decide } = await opened(['Một nội dung'])
  const other = (await here.grantee('office')).client
  expect((await decide(0, { body: 'Của người thứ nhất.' })).body.decision.version).toBe(1)
  const lost = await decide(0, { body: 'Của người thứ hai.' }, 0, other)
  expect(lost.status).toBe(412)
  expect(lost.body.current).toMatchObject({ body: 'Của người thứ nhất.', version: 1 })
  expect(lost.body.yours).toMatchObject({ body: 'Của người thứ hai.' })
  // The page got no answer and sends again: nothing new, no refusal.
  const again = await decide(0, { body: 'Của người thứ nhất.' })
  expect([again.status, again.body.decision.version]).toEqual([200, 1])
})

test('a page goes on from its own text where only the answer was lost, and from nobody else’s', async () => {
  const { decide } = await opened(['Một nội dung'])
  const other = (await here.grantee('office')).client
  const [first, second, third] = [1, 2, 3].map(() => crypto.randomUUID())
  const text = (body: string, save: unknown, unanswered: unknown[] = []) => ({
    body,
    save,
    unanswered,
  })
  // Its answer is lost; the page types on and sends, knowing no version.
  await decide(0, text('Đã', first))
  const more = await decide(0, text('Đã gõ tiếp.', second, [first]))
  expect([more.status, more.body.decision.version]).toEqual([200, 2])
  // A copy of the tab knows the first save only: what was written since is shown to it.
  const copy = await decide(0, text('Đã chép.', third, [first]))
  expect([copy.status, copy.body.current.body]).toEqual([412, 'Đã gõ tiếp.'])
  // Whoever else names the save is not who wrote it.
  const stranger = await decide(0, text('Của người khác.', third, [second]), 0, other)
  expect(stranger.status).toBe(412)
})

test('tasks become assignments when the conference closes, and follow its decisions when it is reopened', async () => {
  const { at, id, items, version, decide } = await opened(['Dự án chậm tiến độ'])
  const body = 'Giao Sở XD chủ trì, phối hợp với sở tài chính rà soát các dự án.'
  const first = taskOf(body, { end: 40 })
  const roads = await here.body('Ban Quản lý đường bộ')
  const second = taskOf(body, { start: 41, action: 'báo cáo', leadId: roads, cooperating: [] })
  const outside = await decide(0, { body, tasks: [taskOf(body, { end: 400 })] })
  expect(outside.body.code).toBe('spanOutside')
  const strange = taskOf(body, { leadId: '01900000-0000-7000-8000-000000000000' })
  expect((await decide(0, { body, tasks: [strange] })).status).toBe(404)
  expect((await decide(0, { body, tasks: [first, second] })).status).toBe(200)
  const listed = async () =>
    (await done(office, 'GET', `/api/assignments?conference=${id}`)).assignments
  expect(await listed()).toEqual([])
  const closed = await done(head, 'POST', `${at}/close`, { json: {}, version })
  const born = await listed()
  expect(born).toHaveLength(2)
  // The id of a task is taken once: told while it is written, never by a closing that fails.
  const elsewhere = await opened(['Nội dung khác', 'Nội dung nữa'])
  expect((await elsewhere.decide(0, { body, tasks: [first] })).body.code).toBe('taskTwice')
  const fresh = taskOf(body)
  expect((await elsewhere.decide(0, { body, tasks: [fresh] })).status).toBe(200)
  expect((await elsewhere.decide(1, { body, tasks: [fresh] })).body.code).toBe('taskTwice')
  const shown = born.find((one: { id: string }) => one.id === first.id)
  expect(shown).toMatchObject({
    leadText: 'Sở Xây dựng',
    leadId: builders,
    cooperating: ['Sở Tài chính'],
    deadline: '2099-10-30',
    source: null,
    decision: {
      place: { conferenceId: id, itemId: items[0]?.id, start: 0, end: 40 },
      quote: body.slice(0, 40),
    },
  })
  expect((await done(office, 'GET', `/api/assignments/${first.id}`)).assignment.id).toBe(first.id)
  const page = await done(office, 'GET', at)
  expect(page.assignments).toHaveLength(2)
  expect(page.conference.counts.assignments).toBe(2)
  const history = await done(office, 'GET', `/api/history?kind=assignment&id=${first.id}`)
  expect(history).toMatchObject({ source: null, changes: [{ action: 'assignment.enter' }] })
  const found = await done(office, 'GET', '/api/search?q=rà+soát+các+dự+án')
  expect(found.results.map((one: { id: string }) => one.id)).toContain(first.id)
  // Nothing of it for somebody who may not know of the item.
  const { client: stranger } = await here.grantee('departmentOfficer', await here.body('Sở Khác'))
  for (const path of [`/api/assignments/${first.id}`, '/api/assignments', '/api/search?q=rà+soát'])
    expect(JSON.stringify((await stranger.ask('GET', path)).body)).not.toContain(first.id)
  // The body that leads it was not invited, and submits nothing here: it knows its task, and that alone.
  const { client: leader } = await here.grantee('departmentOfficer', roads)
  const own = await done(leader, 'GET', `/api/assignments/${second.id}`)
  expect(own.assignment).toMatchObject({ conference: null, decision: { place: null } })
  const seen = [own]
  for (const path of ['/api/assignments', '/api/search?q=báo+cáo', '/api/conferences'])
    seen.push(await done(leader, 'GET', path))
  seen.push(await done(leader, 'GET', `/api/history?kind=assignment&id=${second.id}`))
  expect(seen[1].assignments.map((one: { id: string }) => one.id)).toEqual([second.id])
  expect(seen[2].results.map((one: { id: string }) => one.id)).toEqual([second.id])
  for (const hidden of [first.id, id, 'Dự án chậm tiến độ', 'chủ trì'])
    expect(JSON.stringify(seen), hidden).not.toContain(hidden)
  for (const path of [at, `${at}/sitting`, `/api/session-items/${items[0]?.id}`])
    expect((await leader.ask('GET', path)).status, path).toBe(404)
  const reopened = await done(head, 'POST', `${at}/reopen`, {
    json: { reason: 'Sửa nhiệm vụ' },
    version: closed.sitting.conference.version,
  })
  await decide(0, { body, tasks: [{ ...first, deadline: '2099-11-30' }] }, 1)
  const again = await done(head, 'POST', `${at}/close`, {
    json: {},
    version: reopened.sitting.conference.version,
  })
  expect(await listed()).toMatchObject([{ id: first.id, deadline: '2099-11-30' }])
  // What the register changed since stays when it is closed again; what the decision changed follows it.
  const { assignment } = await done(office, 'GET', `/api/assignments/${first.id}`)
  await done(office, 'PATCH', `/api/assignments/${first.id}`, {
    json: { deadline: '2099-12-31', cooperatingIds: [roads], reason: 'Cần thêm thời gian' },
    version: assignment.version,
  })
  const third = await done(head, 'POST', `${at}/reopen`, {
    json: { reason: 'Sửa tên việc' },
    version: again.sitting.conference.version,
  })
  const renamed = { ...first, deadline: '2099-11-30', action: 'rà soát', deliverable: 'Báo cáo' }
  expect((await decide(0, { body, tasks: [renamed] }, 2)).status).toBe(200)
  await done(head, 'POST', `${at}/close`, {
    json: {},
    version: third.sitting.conference.version,
  })
  expect(await listed()).toMatchObject([
    {
      ...{ id: first.id, action: 'rà soát', deliverable: 'Báo cáo' },
      ...{ deadline: '2099-12-31', cooperating: ['Ban Quản lý đường bộ'] },
    },
  ])
})

/** Closes and opens again a conference whose one decision changes in between. */
async function rounds(titles: string[]) {
  const one = await opened(titles)
  let { version } = one
  const step = async (name: 'close' | 'reopen', json: object = {}) => {
    const answer = await head.ask('POST', `${one.at}/${name}`, { json, version })
    if (answer.status === 200) version = answer.body.sitting.conference.version
    return answer
  }
  const close = async (body: string, tasks: object[]) => {
    const { items } = await sittingOf(office, one.at)
    const written = items[0].decision?.version ?? 0
    const said = await one.decide(0, { body, tasks, noTask: tasks.length === 0 }, written)
    expect(said.status, JSON.stringify(said.body)).toBe(200)
    return step('close')
  }
  const reopen = async (reason: string) => {
    const answer = await step('reopen', { reason })
    expect(answer.status).toBe(200)
  }
  const taskAt = async (id: string) =>
    (await done(office, 'GET', `/api/assignments/${id}`)).assignment
  const change = async (id: string, json: object) =>
    done(office, 'PATCH', `/api/assignments/${id}`, { json, version: (await taskAt(id)).version })
  return { ...one, close, reopen, taskAt, change }
}

test('a task confirmed anew stays the one it was; one with steps that is gone is revoked, and comes back', async () => {
  const { at, close, reopen, taskAt, change } = await rounds(['Dự án'])
  const body = 'Sở XD rà soát. Sở TC báo cáo. Sở XD kiểm tra.'
  const ids = () => crypto.randomUUID()
  const first = taskOf(body, { end: 14, action: 'rà soát' })
  const second = taskOf(body, { start: 15, end: 29, action: 'báo cáo', leadId: finance })
  const third = taskOf(body, { start: 30, end: 45, action: 'kiểm tra' })
  expect((await close(body, [first, second, third])).status).toBe(200)
  const later = { deadline: '2099-12-31', reason: 'Cần thêm thời gian' }
  await change(first.id, later)
  await change(second.id, later)
  await change(third.id, { note: 'Đã gọi điện nhắc' })
  await reopen('Bỏ một nhiệm vụ')
  const anew = [first, third].map((task) => ({ ...task, id: ids() }))
  const closed = await close(body, anew)
  expect(closed.status, JSON.stringify(closed.body)).toBe(200)
  const { items } = await sittingOf(office, at)
  expect(items[0].decision.tasks.map((task: { id: string }) => task.id)).toEqual([
    first.id,
    third.id,
  ])
  expect(await taskAt(first.id)).toMatchObject({ deadline: '2099-12-31', life: 'assigned' })
  expect(await taskAt(third.id)).toMatchObject({ note: 'Đã gọi điện nhắc', life: 'assigned' })
  const revoked = await taskAt(second.id)
  expect([revoked.life, revoked.steps.map((one: { kind: string }) => one.kind).sort()]).toEqual([
    'revoked',
    ['corrected', 'revoked'],
  ])
  expect(JSON.stringify(revoked.steps)).toContain('Bỏ một nhiệm vụ')
  await reopen('Giao lại')
  expect((await close(body, [first, { ...second, id: ids() }, third])).status).toBe(200)
  expect(await taskAt(second.id)).toMatchObject({ deadline: '2099-12-31', life: 'assigned' })
  // What is confirmed as done is not dropped: told by its name.
  await here.database.pool.query(
    "update assignment set done_on = '2026-01-01', reported_on = '2026-01-01' where assignment_id = $1",
    [first.id],
  )
  await reopen('Bỏ việc đã xong')
  const refused = await close(body, [second, third])
  expect(refused.body).toMatchObject({ code: 'taskHeld' })
  expect(refused.body.detail).toContain('rà soát')
})

test('a deadline that follows an event stays unless the decision sets another day; a moved one is told', async () => {
  const { close, reopen, taskAt, change } = await rounds(['Quy hoạch'])
  const builder = (await here.grantee('departmentHead', builders)).actor
  const body = 'Sở XD hoàn thiện quy hoạch.'
  const bare = taskOf(body, { deadline: null, deadlineText: 'trước kỳ họp' })
  expect((await close(body, [bare])).status).toBe(200)
  const { event } = await done(office, 'POST', '/api/deadline-events', {
    json: { name: 'Kỳ họp', day: '2099-06-30' },
  })
  await change(bare.id, { eventId: event.id, eventDays: 5 })
  await change(bare.id, { eventDays: 10, reason: 'Cần thẩm tra' })
  await reopen('Sửa tên việc')
  const renamed = { ...bare, action: 'hoàn thiện', deadlineText: 'trước kỳ họp giữa năm' }
  expect((await close(body, [renamed])).status).toBe(200)
  // Ten days before is a Saturday; before an event it is due on the working day before.
  expect(await taskAt(bare.id)).toMatchObject({ action: 'hoàn thiện', deadline: '2099-06-19' })
  await reopen('Chốt ngày')
  const dated = await close(body, [{ ...renamed, deadline: '2099-05-31' }])
  expect(dated.status, JSON.stringify(dated.body)).toBe(200)
  const moved = await taskAt(bare.id)
  expect(moved).toMatchObject({ deadline: '2099-05-31', originalDeadline: '2099-05-31' })
  expect(moved.steps.filter((one: { kind: string }) => one.kind === 'corrected')).toHaveLength(2)
  expect(JSON.stringify(moved.steps)).toContain('Chốt ngày')
  const told = await here.database.pool.query(
    "select facts from notification where account_id = $1 and kind = 'taskDeadlineCorrected'",
    [builder.accountId],
  )
  expect(told.rows.map(({ facts }) => facts.on)).toContain('2099-05-31')
})

test('tallies keep within their base; opinions are corrected, withdrawn, and warn while unanswered', async () => {
  const { at, items } = await opened(['Một nội dung'])
  const item = `/api/session-items/${items[0]?.id}`
  const tally = { question: 'Thông qua?', kind: 'secret', base: 'members', baseCount: 15 }
  const many = await office.ask('POST', `${item}/votes`, {
    json: { ...tally, agree: 14, disagree: 1, abstain: 1 },
  })
  expect(many.body.code).toBe('votesTooMany')
  const { vote } = await done(office, 'POST', `${item}/votes`, {
    json: { ...tally, agree: 14, disagree: 1, abstain: 0 },
  })
  const { opinion } = await done(office, 'POST', `${item}/opinions`, {
    json: { speaker: 'Giám đốc Sở Y tế', clause: 'Điều 2', stance: 'disagree', body: 'Chưa rõ.' },
  })
  const shown = await sittingOf(office, at)
  expect(shown.items[0]).toMatchObject({ votes: [{ agree: 14 }], opinions: [{ clause: 'Điều 2' }] })
  expect(shown.unanswered).toEqual([{ itemId: items[0]?.id, opinions: 1 }])
  const opinionAt = `/api/item-opinions/${opinion.id}`
  const changed = await office.ask('PATCH', opinionAt, { json: { body: 'Rõ rồi.' }, version: 1 })
  expect(changed.body.opinion).toMatchObject({ body: 'Rõ rồi.', clause: 'Điều 2', version: 2 })
  // What was answered are the words that stood: other words wait for their answer again.
  await here.database.db
    .updateTable('item_opinion')
    .set({ answer: 'accepted' })
    .where('province_id', '=', here.east.province_id)
    .where('item_opinion_id', '=', opinion.id)
    .execute()
  const named = { json: { speaker: 'Ông Lê An' }, version: 2 }
  expect((await office.ask('PATCH', opinionAt, named)).body.opinion.answer).toBe('accepted')
  const other = { json: { body: 'Khác hẳn.' }, version: 3 }
  expect((await office.ask('PATCH', opinionAt, other)).body.opinion.answer).toBeNull()
  expect((await office.ask('PATCH', opinionAt, { json: { body: 'x' }, version: 1 })).status).toBe(
    412,
  )
  await done(office, 'PATCH', opinionAt, { json: { withdrawn: true }, version: 4 })
  await done(office, 'POST', `/api/item-votes/${vote.id}/withdraw`, { json: {}, version: 1 })
  expect((await sittingOf(office, at)).items[0]).toMatchObject({ votes: [], opinions: [] })
})

test('what is being written is for who runs the sitting; what was ordered last time is for who may know', async () => {
  const { at, version, items, decide } = await opened(['Quy hoạch'])
  const body = 'Giao Sở XD hoàn thiện quy hoạch.'
  await decide(0, { body, tasks: [taskOf(body)] })
  const { client: submitter } = await here.grantee('departmentHead', builders)
  expect(JSON.stringify(await sittingOf(office, at))).toContain(body)
  await here.database.db
    .insertInto('invitation')
    .values({
      province_id: here.east.province_id,
      invitation_id: crypto.randomUUID(),
      conference_id: at.split('/').at(-1) ?? '',
      name: 'Giám đốc Sở Xây dựng',
      organisation_id: builders,
      capacity: 'invited',
      sent_at: new Date().toISOString(),
      attendance: 'present',
    } as never)
    .execute()
  const before = await sittingOf(submitter, at)
  expect(before).toMatchObject({ items: [{ decision: null, positions: null }], missing: [] })
  expect(before.present).toMatchObject({ present: 1, invited: 1 })
  const tag = (await submitter.ask('GET', `${at}/sitting`)).headers.get('etag') ?? ''
  const same = await submitter.ask('GET', `${at}/sitting`, { headers: { 'if-none-match': tag } })
  expect(same.status).toBe(304)
  await done(head, 'POST', `${at}/close`, { json: {}, version })
  const after = await submitter.ask('GET', `${at}/sitting`, { headers: { 'if-none-match': tag } })
  expect(after.body.sitting.items[0].decision.body).toBe(body)
  const next = await opened(['Quy hoạch, lần hai'], { matterId: items[0]?.matterId })
  expect((await sittingOf(office, next.at)).items[0].earlier).toMatchObject([
    { itemId: items[0]?.id, body, tasks: [{ lead: 'Sở Xây dựng', doneOn: null }] },
  ])
  // One reading of the sitting is noted, not each of them.
  const { rows } = await here.database.pool.query(
    `select account_id from access_entry where subject_kind = 'conference' and subject_id = $1`,
    [at.split('/').at(-1)],
  )
  expect(new Set(rows.map((row) => row.account_id)).size).toBe(rows.length)
})

/** Reads events of a stream, as `event data`, until one of them fits; all that came in between. */
function eventsOf(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const field = (one: string, name: string) =>
    new RegExp(`^${name}: ?(.*)$`, 'm').exec(one)?.[1] ?? ''
  let rest = ''
  return async (fits: RegExp): Promise<string[]> => {
    const all: string[] = []
    while (reader && !all.some((one) => fits.test(one))) {
      const { value, done: over } = await reader.read()
      if (over) break
      const parts = (rest + value).split('\n\n')
      rest = parts.pop() ?? ''
      all.push(...parts.map((one) => `${field(one, 'event')} ${field(one, 'data')}`.trim()))
    }
    return all
  }
}

async function cookieOf(address: string): Promise<string> {
  const response = await here.app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address, password: 'mật khẩu dùng để thử' }),
  })
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

test('the live channel tells each change by its number, and ends for who lost the right', async () => {
  const { at, items } = await opened(['Một nội dung'])
  const { address, actor } = await here.grantee('office')
  const listening = await here.app.request(`${at}/live`, {
    headers: { cookie: await cookieOf(address) },
  })
  expect(listening.headers.get('content-type')).toContain('text/event-stream')
  const until = eventsOf(listening)
  await until(/^live \d+$/)
  const show = (itemId: string | null) =>
    done(office, 'POST', `${at}/current`, { json: { itemId, speaker: null } })
  const { sitting } = await show(items[0]?.id ?? null)
  // By its notification, not by the next sign of life.
  expect(await until(new RegExp(`^live ${sitting.live}$`))).not.toContain('beat')
  await here.database.db
    .updateTable('role_grant')
    .set({ ended_at: new Date().toISOString() })
    .where('province_id', '=', here.east.province_id)
    .where('account_id', '=', actor.accountId ?? '')
    .execute()
  await show(null)
  expect(await until(/^cut/)).toEqual(['cut'])
  const refused = await here.app.request(`${at}/live`)
  expect(refused.status).toBe(401)
})

test('twenty pages hear each change once and in order, and what they missed when they come back', async () => {
  const { at, items } = await opened(['Một nội dung'])
  const item = `/api/session-items/${items[0]?.id}`
  const { invitation } = await done(office, 'POST', `${at}/invitations`, {
    json: { name: 'Ủy viên', capacity: 'member' },
  })
  // Four people with five pages each, all opened at once.
  const people = await Promise.all(
    (['office', 'leader', 'inspector', 'departmentHead'] as const).map(
      async (role, index) =>
        (await here.grantee(role, index % 2 === 0 ? undefined : board)).actor.accountId ?? '',
    ),
  )
  const page = async (account: string) => {
    const cookie = await transaction(here.database, async (tx) => {
      const row = await tx
        .selectFrom('account')
        .selectAll()
        .where('province_id', '=', here.east.province_id)
        .where('account_id', '=', account)
        .executeTakeFirstOrThrow()
      return (await openSession(tx, row, { device: '', network: '' })).cookie
    })
    return follow(cookie)
  }
  const follow = async (cookie: string, headers: Record<string, string> = {}) => {
    const leaving = new AbortController()
    const response = await here.app.request(`${at}/live`, {
      headers: { cookie: `giaoban=${cookie}`, ...headers },
      signal: leaving.signal,
    })
    onTestFinished(() => leaving.abort())
    expect(response.status).toBe(200)
    const until = eventsOf(response)
    const heard: string[] = []
    return {
      cookie,
      heard,
      leave: () => leaving.abort(),
      hears: async (live: number) =>
        void heard.push(...(await until(new RegExp(`^live ${live}$`)))),
    }
  }
  const pages = await Promise.all(
    people.flatMap((one) => Array.from({ length: 5 }, () => page(one))),
  )
  const live = async (): Promise<number> => (await sittingOf(office, at)).live
  const numbers = [await live()]
  await Promise.all(pages.map((one) => one.hears(numbers[0] ?? 0)))
  const tally = { question: 'Thông qua?', kind: 'open', base: 'members', baseCount: 15 }
  const mark = { id: invitation.id, attendance: 'present' }
  const sent = invitation.version
  const changes: [string, string, object][] = [
    ['POST', `${at}/current`, { json: { itemId: items[0]?.id, speaker: 'A' } }],
    ['POST', `${item}/opinions`, { json: { speaker: 'A', stance: 'agree', body: 'x' } }],
    [
      'PUT',
      `${item}/decision`,
      {
        json: { outcome: 'agreed', conditions: null, body: 'x', noTask: true, tasks: [] },
        version: 0,
      },
    ],
    ['POST', `${at}/roll-call`, { json: { marks: [{ ...mark, version: sent }] } }],
    ['POST', `${item}/votes`, { json: { ...tally, agree: 15, disagree: 0, abstain: 0 } }],
  ]
  const gone = pages[3]
  const there = pages.filter((one) => one !== gone)
  for (const [index, [method, path, options]] of changes.entries()) {
    await done(office, method, path, options)
    numbers.push(await live())
    // One of them is away from the third change on.
    const listening = index < 2 ? pages : there
    await Promise.all(listening.map((one) => one.hears(numbers.at(-1) ?? 0)))
    if (index === 1) gone?.leave()
  }
  expect(new Set(numbers).size).toBe(changes.length + 1)
  for (const { heard } of there) expect(heard).toEqual(numbers.map((one) => `live ${one}`))
  expect(gone?.heard).toEqual(numbers.slice(0, 3).map((one) => `live ${one}`))
  const back = await follow(gone?.cookie ?? '', { 'last-event-id': String(numbers[2]) })
  await back.hears(numbers.at(-1) ?? 0)
  await done(office, ...(changes[0] as [string, string, object]))
  const last = await live()
  await Promise.all([...there, back].map((one) => one.hears(last)))
  expect(back.heard).toEqual([`live ${numbers.at(-1)}`, `live ${last}`])
})

test('the rule in words that the channel asks is the rule in SQL', async () => {
  const { knowsConference, visibleOpinion } = await import('../../http/visible.ts')
  const people = [
    await here.actor('office'),
    await here.actor('reader'),
    (await here.grantee('departmentHead', builders)).actor,
    (await here.grantee('reader', board)).actor,
    (await here.grantee('office', board)).actor,
    (await here.grantee('communeHead', finance)).actor,
  ]
  const roads = await here.body('Ban Quản lý đường sắt')
  people.push((await here.grantee('departmentOfficer', roads)).actor)
  // Two bodies hold it: its people see it as those of the one that leads it do.
  const meeting = await here.body('Thường trực Hội đồng nhân dân')
  for (const role of ['departmentOfficer', 'reader'] as const)
    people.push((await here.grantee(role, meeting)).actor)
  const counts = new Set<number>()
  const heard = new Map<string, Set<number>>()
  let seen = 0
  for (const level of ['office', 'participants', 'organisation', 'internal']) {
    const { plan } = await done(office, 'POST', '/api/conferences', {
      json: {
        ...{ organisationId: board, withBodies: [meeting], type: 'briefing', level, review: false },
      },
    })
    const invitation = {
      province_id: here.east.province_id,
      invitation_id: crypto.randomUUID(),
      conference_id: plan.id,
      name: 'X',
      organisation_id: builders,
      account_id: null,
      substitute_account_id: null,
      capacity: 'invited',
      sent_at: new Date().toISOString(),
    }
    const called = { ...invitation, invitation_id: crypto.randomUUID(), capacity: 'forItems' }
    const { db } = here.database
    await db
      .insertInto('invitation')
      .values([invitation, { ...called, organisation_id: finance }] as never)
      .execute()
    const items: string[] = []
    for (const own of ['office', 'participants', 'participants', 'organisation', 'internal']) {
      const json = { title: own, asked: 'note', level: own, submitterId: items[3] ? roads : board }
      items.push(
        (await done(office, 'POST', `/api/conferences/${plan.id}/items`, { json })).item.id,
      )
    }
    const { province_id, invitation_id } = called
    await db
      .insertInto('invitation_item')
      .values({ province_id, invitation_id, session_item_id: items[1] ?? '' })
      .execute()
    // The member's words on the first item, those of who is called in on the second; nobody's on the third.
    for (const [at, speaker] of [invitation.invitation_id, invitation_id, null].entries())
      await here.database.pool.query(
        `insert into item_opinion (province_id, item_opinion_id, matter_id, session_item_id,
            speaker, invitation_id, stance, body, taken_by)
          select i.province_id, gen_random_uuid(), i.matter_id, i.session_item_id, 'A', $2, 'other', 'x',
            (select account_id from account where province_id = i.province_id limit 1)
          from session_item i where i.session_item_id = $1`,
        [items[at + 1], speaker],
      )
    const closedAt = level === 'internal' ? new Date().toISOString() : null
    await here.database.pool.query(
      'update conference set closed_at = $1 where conference_id = $2',
      [closedAt, plan.id],
    )
    for (const actor of people) {
      const row = await conferenceRow(db, actor, plan.id).catch(() => null)
      if (row) {
        const listed = await listItems(db, actor, plan.id)
        const sitting = await getSitting(db, actor, plan.id)
        const ids = (of: { id: string }[]) => of.map((one) => one.id)
        expect([level, actor.name, ids(sitting.items)]).toEqual([level, actor.name, ids(listed)])
        counts.add(listed.length)
        const allowed = await db
          .selectFrom('item_opinion')
          .select('item_opinion_id as id')
          .where('province_id', '=', province_id)
          .where('session_item_id', 'in', items)
          .where(visibleOpinion(actor))
          .execute()
        const said = ids(sitting.items.flatMap((item) => item.opinions))
        expect([level, actor.name, said.sort()]).toEqual([level, actor.name, ids(allowed).sort()])
        const who = `${actor.name} ${level}`
        heard.set(who, (heard.get(who) ?? new Set()).add(said.length))
      }
      const held = { holders: [board, meeting], level: level as 'office' }
      const told = knowsConference(actor, held, [
        invitation,
        { ...called, organisation_id: finance },
      ])
      expect([level, actor.name, told]).toEqual([level, actor.name, row !== null])
      if (row) seen++
    }
  }
  expect(seen).toBeGreaterThan(8)
  expect(seen).toBeLessThan(people.length * 4)
  // Who only knows of the items hears nobody; a speaker oneself; the office all.
  const many = new Set([...heard.values()].flatMap((one) => [...one]))
  expect([...many].sort()).toEqual([0, 1, 3])
  // All, none, and some of the items.
  expect(counts.size).toBeGreaterThan(3)
})

test('a link for a screen opens once; the screen shows no more than everybody in the room may know', async () => {
  const { at, items } = await opened(['Nội dung mở'])
  const secret = await done(office, 'POST', `${at}/items`, {
    json: { title: 'Về nhân sự hoàng yến', asked: 'decide', personnel: true },
  })
  const made = await done(office, 'POST', `${at}/walls`, { json: {}, key: 'wall-once' })
  expect(made.token).toMatch(/^\d+\.[\w-]{43}$/)
  const repeated = await done(office, 'POST', `${at}/walls`, { json: {}, key: 'wall-once' })
  expect(repeated).toMatchObject({ id: made.id, token: null })
  const open = () =>
    here.app.request('/api/wall', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: made.token }),
    })
  const first = await open()
  const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  expect((await open()).status).toBe(410)
  const wall = async () => {
    const response = await here.app.request('/api/wall', { headers: { cookie } })
    return (await response.json()) as { wall: { item: unknown } }
  }
  const show = (itemId: string | undefined) =>
    done(office, 'POST', `${at}/current`, { json: { itemId, speaker: 'Đ/c B' } })
  await show(items[0]?.id)
  expect((await wall()).wall.item).toMatchObject({ title: 'Nội dung mở', speaker: 'Đ/c B' })
  await show(secret.item.id)
  expect(JSON.stringify(await wall())).not.toContain('hoàng yến')
  expect((await wall()).wall.item).toMatchObject({ number: '2', title: null, speaker: null })
  // An item that is taken off while it is on leaves the wall, the chair and the clerk.
  await show(items[0]?.id)
  await done(office, 'POST', `/api/session-items/${items[0]?.id}/take-off`, {
    json: { status: 'withdrawn', reason: 'Chưa đủ hồ sơ' },
    version: 1,
  })
  expect((await wall()).wall.item).toBeNull()
  expect((await sittingOf(office, at)).current).toBeNull()
  const kept = await here.database.pool.query('select * from wall_link, idempotency')
  expect(JSON.stringify(kept.rows)).not.toContain(made.token.split('.')[1])
  await done(office, 'POST', `/api/walls/${made.id}/end`, { json: {} })
  expect((await here.app.request('/api/wall', { headers: { cookie } })).status).toBe(410)
})
