// Opinion rounds and the answers to opinions: who sees what, late, reminded once, no answer without its reason.
import mammoth from 'mammoth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../../test/world.ts'
import { world } from '../../../test/world.ts'
import { transaction } from '../../database/open.ts'
import { dueReminders, queueReminders } from './reminders-store.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let head: Client
let stranger: Client
let member: Awaited<ReturnType<typeof here.grantee>>
let board = ''
let submitter = ''
let asked = ''
let finance: Awaited<ReturnType<typeof here.grantee>>

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  board = await here.body('Ban Thường vụ Tỉnh ủy')
  submitter = await here.body('Sở Xây dựng')
  asked = await here.body('Sở Tài chính')
  head = (await here.grantee('departmentHead', submitter)).client
  finance = await here.grantee('departmentOfficer', asked)
  member = await here.grantee('leader', await here.body('Ban Tổ chức'))
  stranger = (await here.grantee('departmentOfficer', await here.body('Sở Khác'))).client
})

afterAll(() => here.close())

/** Deadlines lie ahead when a round is opened; a test that needs one in the past moves it. */
const ahead = '2099-12-10T17:00:00+07:00'

async function opened(json: object = {}) {
  const { status, body } = await office.ask('POST', '/api/rounds', {
    json: {
      organisationId: board,
      submitterId: submitter,
      title: 'Đề án hoàng yến',
      question: 'Cho ý kiến về dự thảo Đề án hoàng yến.',
      dueAt: ahead,
      addressees: [
        { organisationId: asked },
        { address: member.address },
        { name: 'Chuyên gia Lê An' },
      ],
      ...json,
    },
  })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.round
}

const put = async (client: Client, id: string, version: number, json: object) =>
  client.ask('PUT', `/api/round-addressees/${id}`, { json, version })

const moveDeadline = (id: string, dueAt: string) =>
  here.database.db
    .updateTable('opinion_round')
    .set({ due_at: dueAt })
    .where('province_id', '=', here.east.province_id)
    .where('round_id', '=', id)
    .execute()

async function withOpinion() {
  const round = await opened()
  const [first] = round.addressees
  const answered = await put(finance.client, first.id, 1, {
    stance: 'agreeWithChanges',
    opinions: [
      { clause: 'Điều 3 khoản 2', body: 'Làm rõ nguồn vốn.' },
      { body: 'Bổ sung lộ trình.' },
    ],
  })
  expect(answered.status, JSON.stringify(answered.body)).toBe(200)
  return { round, first, opinions: answered.body.round.addressees[0].opinions }
}

test('whoever is asked sees the question and the own answer; who is not knows nothing of it', async () => {
  const { round, first } = await withOpinion()
  const own = (await finance.client.ask('GET', `/api/rounds/${round.id}`)).body.round
  expect(own.addressees.map((one: { id: string }) => one.id)).toEqual([first.id])
  expect(own).toMatchObject({ whole: false, counts: { all: 3, answered: 1, silent: 2 } })
  const other = (await member.client.ask('GET', `/api/rounds/${round.id}`)).body.round
  expect(JSON.stringify(other)).not.toContain('nguồn vốn')
  expect(JSON.stringify(other)).not.toContain('Lê An')
  const opinions = `/api/matters/${round.matter.id}/opinions`
  expect((await member.client.ask('GET', opinions)).body.opinions).toEqual([])
  const paths = [
    '/api/rounds',
    `/api/rounds/${round.id}`,
    opinions,
    '/api/round-reminders',
    '/api/search?q=hoàng+yến',
  ]
  for (const path of paths) {
    const answer = await stranger.ask('GET', path)
    expect(JSON.stringify(answer.body), path).not.toMatch(/hoàng yến|nguồn vốn/i)
    expect(answer.status, path).toBeLessThan(500)
  }
  const absent = '01900000-0000-7000-8000-000000000000'
  const given = { stance: 'agree', opinions: [] }
  const closed = await put(stranger, first.id, 2, given)
  const missing = await put(stranger, absent, 2, given)
  expect([closed.status, closed.body.code]).toEqual([missing.status, missing.body.code])
  const found = await member.client.ask('GET', '/api/search?q=hoàng+yến')
  expect(found.body.results.map((one: { kind: string }) => one.kind)).toContain('opinionRound')
})

test('a body is answered for by its people, one without an account by the office', async () => {
  const round = await opened()
  const [body, person, guest] = round.addressees
  expect((await put(member.client, body.id, 1, { stance: 'agree', opinions: [] })).status).toBe(404)
  const own = await put(member.client, person.id, 1, { stance: 'agree', opinions: [] })
  expect(own.body.round.addressees).toMatchObject([{ id: person.id, state: 'answered' }])
  const paper = await put(office, guest.id, 1, {
    stance: 'disagree',
    opinions: [{ body: 'Không đồng ý.' }],
  })
  expect(paper.body.round.addressees[2]).toMatchObject({
    state: 'answered',
    signsIn: false,
    opinions: [{ speaker: 'Chuyên gia Lê An', stance: 'disagree' }],
  })
})

test('members of a body are asked one by one, each once', async () => {
  const body = await here.body('Ban Chấp hành')
  const post = { organisationId: body, title: 'Ủy viên', from: null }
  // Two of them have one name: both are asked.
  for (const name of ['Đỗ Minh', 'Hà Thu', 'Đỗ Minh'])
    await office.ask('POST', '/api/persons', { json: { name, post } })
  const round = await opened({ addressees: [{ membersOf: body }, { name: 'Hà Thu' }] })
  expect(round.addressees.map((one: { name: string }) => one.name).sort()).toEqual([
    'Hà Thu',
    'Đỗ Minh',
    'Đỗ Minh',
  ])
})

test('an answer changes until the deadline, then only late ones do; a closed round takes none', async () => {
  const { round, first, opinions } = await withOpinion()
  const [kept] = opinions
  const again = await put(finance.client, first.id, 2, {
    stance: 'agreeWithChanges',
    opinions: [{ id: kept.id, clause: kept.clause, body: 'Làm rõ nguồn vốn và cơ cấu.' }],
  })
  expect(again.body.round.addressees[0].opinions).toMatchObject([
    { id: kept.id, body: 'Làm rõ nguồn vốn và cơ cấu.', version: 2 },
  ])
  const old = await put(finance.client, first.id, 2, { stance: 'agree', opinions: [] })
  expect([old.status, old.body.current.version, old.body.yours.stance]).toEqual([412, 3, 'agree'])
  await moveDeadline(round.id, new Date(Date.now() - 60_000).toISOString())
  const person = round.addressees[1]
  const late = await put(member.client, person.id, 1, { stance: 'agree', opinions: [] })
  expect(late.body.round.addressees[0]).toMatchObject({ state: 'answeredLate' })
  await here.database.db
    .updateTable('round_addressee')
    .set({ answered_at: new Date(Date.now() - 3_600_000).toISOString() })
    .where('province_id', '=', here.east.province_id)
    .where('addressee_id', '=', first.id)
    .execute()
  const frozen = await put(finance.client, first.id, 3, { stance: 'agree', opinions: [] })
  expect(frozen.body.code).toBe('answerFrozen')
  const closed = await office.ask('POST', `/api/rounds/${round.id}/close`, { json: {}, version: 1 })
  expect(closed.body.round.addressees.map((one: { state: string }) => one.state)).toEqual([
    'answered',
    'answeredLate',
    'silent',
  ])
  const after = await put(member.client, person.id, 2, { stance: 'disagree', opinions: [] })
  expect(after.body.code).toBe('roundClosed')
})

test('nobody is reminded twice of one deadline, whoever asks and however often', async () => {
  const round = await opened({ dueAt: '2099-01-10T17:00:00+07:00' })
  const actor = await here.actor('office')
  const queue = (now: string) =>
    transaction(here.database, (tx) => queueReminders(tx, actor, new Date(now)))
  const of = (all: { roundId: string; days: number }[]) =>
    all.filter((one) => one.roundId === round.id).map((one) => one.days)
  await put(finance.client, round.addressees[0].id, 1, { stance: 'agree', opinions: [] })
  expect(
    of(await dueReminders(here.database.db, actor, new Date('2099-01-06T08:00:00+07:00'))),
  ).toEqual([])
  const [one, two] = await Promise.all([
    queue('2099-01-07T08:00:00+07:00'),
    queue('2099-01-07T08:00:01+07:00'),
  ])
  expect([...of(one), ...of(two)]).toEqual([3, 3])
  expect(of(await queue('2099-01-08T08:00:00+07:00'))).toEqual([])
  expect(of(await queue('2099-01-10T08:00:00+07:00'))).toEqual([0, 0])
  const moved = await office.ask('PATCH', `/api/rounds/${round.id}`, {
    json: { dueAt: '2099-02-10T17:00:00+07:00' },
    version: 1,
  })
  expect(moved.body.round.addressees[1].reminded).toEqual([])
  expect(of(await queue('2099-02-09T08:00:00+07:00'))).toEqual([1, 1])
})

test('an opinion is answered by who submitted the matter or by the office, never without its reason', async () => {
  const { round, first, opinions } = await withOpinion()
  const at = (id: string) => `/api/item-opinions/${id}/answer`
  const [one, other] = opinions
  const answer = (client: Client, json: object, version = 1) =>
    client.ask('PUT', at(one.id), { json, version })
  expect((await answer(stranger, { answer: 'accepted' })).status).toBe(404)
  expect((await answer(finance.client, { answer: 'accepted' })).status).toBe(403)
  const bare = await answer(head, { answer: 'notAccepted', reason: ' ' })
  expect(bare.body.code).toBe('opinionReasonMissing')
  const given = await answer(head, { answer: 'partly', reason: 'Sẽ làm rõ ở Điều 5.' })
  expect(given.body.opinion).toMatchObject({ answer: 'partly', version: 2 })
  const old = await answer(office, { answer: 'accepted' })
  expect([old.status, old.body.current.answerReason, old.body.yours.answer]).toEqual([
    412,
    'Sẽ làm rõ ở Điều 5.',
    'accepted',
  ])
  const accepted = await office.ask('PUT', at(other.id), {
    json: { answer: 'accepted' },
    version: 1,
  })
  expect(accepted.status).toBe(200)
  const { body } = await head.ask('GET', `/api/matters/${round.matter.id}/opinions`)
  expect(body.counts).toEqual({ all: 2, unanswered: 0, accepted: 1, partly: 1, notAccepted: 0 })
  // What was answered is no answer to another text.
  const changed = await put(finance.client, first.id, 2, {
    stance: 'agreeWithChanges',
    opinions: [
      { id: one.id, clause: one.clause, body: 'Nói khác đi.' },
      { id: other.id, body: other.body },
    ],
  })
  expect(changed.body.round.addressees[0].opinions).toMatchObject([
    { answer: null, version: 3 },
    { answer: 'accepted', version: 2 },
  ])
})

const docxOf = async (client: Client, path: string) => {
  const { status, bytes } = await client.file(path)
  if (status !== 200) return status
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  return value.split(/\n+/).map((line) => line.trim())
}

test('the table of a matter says of each opinion who gave it and what was answered, in a Word file', async () => {
  const { round, opinions } = await withOpinion()
  const answer = { answer: 'notAccepted', reason: 'Đã có ở Điều 9.' }
  const done = await head.ask('PUT', `/api/item-opinions/${opinions[0].id}/answer`, {
    json: answer,
    version: 1,
  })
  expect(done.status).toBe(200)
  const at = `/api/matters/${round.matter.id}/opinions/docx`
  const lines = await docxOf(head, at)
  expect(lines).toEqual(
    expect.arrayContaining([
      ...['SỞ XÂY DỰNG', '(Dự thảo)', 'Tiếp thu', 'Giải trình', 'Sở Tài chính', 'Điều 3 khoản 2'],
      ...['Đồng ý, có góp ý: Làm rõ nguồn vốn.', 'Không tiếp thu', 'Đã có ở Điều 9.'],
      ...['Đồng ý, có góp ý: Bổ sung lộ trình.', '(Chưa trả lời)'],
      'Đợt lấy ý kiến “Đề án hoàng yến”: hỏi 3, trả lời 1, không trả lời 2. Không trả lời không được tính là đồng ý.',
      'Tổng số 2 ý kiến: tiếp thu 0, tiếp thu một phần 0, không tiếp thu 1, chưa trả lời 1.',
    ]),
  )
  // As with the opinions themselves: who is asked has the own ones, who is not nothing.
  expect(await docxOf(finance.client, at)).toContain('Đã có ở Điều 9.')
  expect(await docxOf(member.client, at)).toBe(404)
  expect(await docxOf(stranger, at)).toBe(404)
  expect(await docxOf(head, `${at}?conference=${round.id}`)).toContain('Đã có ở Điều 9.')
  expect(await docxOf(head, `${at}?paper=${round.id}`)).toBe(404)
})

test('only the office of the body opens and closes; a matter that is closed to it cannot be asked about', async () => {
  const round = await opened()
  const json = {
    organisationId: board,
    title: 'x',
    question: 'x',
    dueAt: ahead,
    addressees: [{ name: 'x' }],
  }
  expect((await head.ask('POST', '/api/rounds', { json })).status).toBe(403)
  const bodyOffice = (await here.grantee('office', asked)).client
  const foreign = { ...json, organisationId: asked, matterId: round.matter.id }
  const own = await here.body('Sở Y tế')
  const elsewhere = (await here.grantee('office', own)).client
  const unseen = await elsewhere.ask('POST', '/api/rounds', {
    json: { ...foreign, organisationId: own },
  })
  expect(unseen.status).toBe(404)
  // Asked itself, it knows the matter.
  expect((await bodyOffice.ask('POST', '/api/rounds', { json: foreign })).status).toBe(201)
  const past = await office.ask('POST', '/api/rounds', {
    json: { ...json, dueAt: '2020-01-01T00:00:00Z' },
  })
  expect(past.body.code).toBe('invalidInput')
  const close = await bodyOffice.ask('POST', `/api/rounds/${round.id}/close`, {
    json: {},
    version: 1,
  })
  expect(close.status).toBe(403)
})
