// Who is invited sees what they are invited to, for as long as they are; answers, roll call, positions, calendars.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, world } from '../../../test/world.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let board = ''
let counter = 0

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  board = await here.body('Ban Thường vụ Tỉnh ủy')
})

afterAll(() => here.close())

// biome-ignore lint/suspicious/noExplicitAny: answers of every kind
type Shown = any

async function done(client: Client, method: string, path: string, options = {}): Promise<Shown> {
  const { status, body } = await client.ask(method, path, options)
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`)
  return body
}

/** A conference with two items that only those invited know of. */
async function planned(json: object = {}) {
  const { plan } = await done(office, 'POST', '/api/conferences', {
    json: {
      organisationId: board,
      type: 'standingCommittee',
      title: `Hội nghị số ${++counter}`,
      startsAt: '2099-12-08T08:00:00+07:00',
      place: 'Hội trường A',
      ...json,
    },
  })
  const at = `/api/conferences/${plan.id}`
  const items: Shown[] = []
  for (const title of ['Đề án công khai', 'Đề án hoàng yến']) {
    items.push(
      (await done(office, 'POST', `${at}/items`, { json: { title, asked: 'decide' } })).item,
    )
  }
  const invite = async (given: object): Promise<Shown> =>
    (await done(office, 'POST', `${at}/invitations`, { json: given })).invitation
  const send = () => done(office, 'POST', `${at}/invitations/send`)
  return { plan, at, items, invite, send }
}

/** Somebody of a body of their own, and the next conferences that they see. */
async function outsider(role: 'departmentHead' | 'reader' = 'departmentHead') {
  const body = await here.body(`Sở số ${++counter}`)
  const { client, address } = await here.grantee(role, body)
  const own = async (id: string): Promise<Shown> =>
    (await done(client, 'GET', '/api/my-conferences')).conferences.find(
      (one: Shown) => one.id === id,
    )
  return { client, address, body, own }
}

const titles = (seen: Shown) => seen.items.map((one: Shown) => one.title)

test('members come from the posts of the day, once each, with the account that is theirs', async () => {
  const council = await here.body('Thường trực HĐND')
  const { plan, at } = await planned({ withBodies: [council] })
  const member = await outsider('reader')
  const add = async (name: string, posts: object[]): Promise<Shown> => {
    const { person } = await done(office, 'POST', '/api/persons', { json: { name } })
    for (const json of posts)
      await done(office, 'POST', `/api/persons/${person.id}/posts`, { json })
    return person
  }
  const first = await add('Lê An', [
    { organisationId: council, title: 'Chủ tịch', from: null, rank: 1 },
    { organisationId: board, title: 'Phó Bí thư', from: '2025-01-01', rank: 2 },
  ])
  await add('Trần Bích', [{ organisationId: board, title: 'Bí thư', from: '2025-01-01', rank: 1 }])
  await add('Vũ Cũ', [
    { organisationId: board, title: 'Ủy viên', from: '2020-01-01', to: '2099-12-07', rank: 3 },
  ])
  await here.database.db
    .updateTable('account')
    .set({ person_id: first.id })
    .where('province_id', '=', here.east.province_id)
    .where('address', '=', member.address)
    .execute()
  expect(await done(office, 'POST', `${at}/invitations/members`)).toEqual({ added: 2 })
  expect(await done(office, 'POST', `${at}/invitations/members`)).toEqual({ added: 0 })
  const list = await done(office, 'GET', `${at}/invitations`)
  expect(list.invitations).toMatchObject([
    { name: 'Trần Bích', title: 'Bí thư', hasAccount: false, votes: true, capacity: 'member' },
    { name: 'Lê An', title: 'Phó Bí thư', hasAccount: true },
  ])
  const twice = await office.ask('POST', `${at}/invitations`, {
    json: { personId: first.id, capacity: 'invited' },
  })
  expect(twice.body.code).toBe('alreadyInvited')
  // Not before it is sent.
  expect(await member.own(plan.id)).toBeUndefined()
  expect((await member.client.ask('GET', `${at}/plan`)).status).toBe(404)
  expect(await done(office, 'POST', `${at}/invitations/send`)).toEqual({ sent: 2 })
  expect(titles(await member.own(plan.id))).toEqual(['Đề án công khai', 'Đề án hoàng yến'])
  expect((await done(office, 'GET', `${at}/plan`)).plan.stage).toBe('invited')
})

test('who is called in for an item sees this item alone, their substitute too, and nothing once it is taken back', async () => {
  const { plan, at, items, invite, send } = await planned()
  const called = await outsider()
  const instead = await outsider()
  await invite({ organisationId: (await outsider()).body, capacity: 'invited' })
  await invite({ organisationId: called.body, capacity: 'forItems', itemIds: [items[0].id] })
  await send()
  const seen = await called.own(plan.id)
  expect(titles(seen)).toEqual(['Đề án công khai'])
  expect(seen.positionBy).toBeNull()
  const paths = (id: string) => [
    at,
    `${at}/plan`,
    `${at}/items`,
    `${at}/invitations`,
    `${at}/positions`,
    `${at}/calendar`,
    `/api/invitations/${id}`,
    '/api/my-conferences',
    '/api/conferences',
    '/api/search?q=hoàng+yến',
  ]
  const [own] = seen.invitations
  for (const path of paths(own.id)) {
    const { body } = await called.client.ask('GET', path)
    expect(JSON.stringify(body), path).not.toMatch(/hoàng yến/i)
  }
  const list = await done(called.client, 'GET', `${at}/invitations`)
  expect(list).toMatchObject({ sight: 'own', answers: null, presence: null })
  expect(list.invitations.map((one: Shown) => one.id)).toEqual([own.id])

  expect(await instead.own(plan.id)).toBeUndefined()
  const sends = {
    json: { answer: 'substitute', substitute: { address: instead.address } },
    version: own.version,
  }
  // Somebody of another body is not let in by the one who is invited, but by the office.
  const answerAt = `/api/invitations/${own.id}/answer`
  expect((await called.client.ask('POST', answerAt, sends)).body.code).toBe('substituteElsewhere')
  expect(await instead.own(plan.id)).toBeUndefined()
  const answered = await done(office, 'POST', answerAt, sends)
  expect(titles(await instead.own(plan.id))).toEqual(['Đề án công khai'])
  // The one who comes instead answers nothing; who comes after all sends nobody.
  const again = { json: { answer: 'coming' }, version: answered.invitation.version }
  expect(
    (await instead.client.ask('POST', `/api/invitations/${own.id}/answer`, again)).status,
  ).toBe(404)
  const coming = await done(called.client, 'POST', `/api/invitations/${own.id}/answer`, again)
  expect(await instead.own(plan.id)).toBeUndefined()

  await done(office, 'POST', `/api/invitations/${own.id}/withdraw`, {
    json: { reason: 'Nội dung rút' },
    version: coming.invitation.version,
  })
  expect(await called.own(plan.id)).toBeUndefined()
  const absent = '01900000-0000-7000-8000-000000000000'
  for (const path of paths(own.id).slice(0, 7)) {
    const { status, body } = await called.client.ask('GET', path)
    const nowhere = await called.client.ask('GET', path.replace(/[0-9a-f-]{36}/, absent))
    expect([status, body.code], path).toEqual([nowhere.status, nowhere.body.code])
  }
})

test('who declines says why; the reason is for the office, and nobody answers for others', async () => {
  const { at, invite, send } = await planned()
  const guest = await outsider()
  const other = await outsider()
  const own = await invite({ organisationId: guest.body, capacity: 'invited' })
  await invite({ organisationId: other.body, capacity: 'invited' })
  await send()
  const answer = (client: Client, json: object, version = own.version + 1) =>
    client.ask('POST', `/api/invitations/${own.id}/answer`, { json, version })
  expect((await answer(guest.client, { answer: 'notComing' })).body.code).toBe('reasonMissing')
  expect((await answer(other.client, { answer: 'coming' })).status).toBe(404)
  const given = await answer(guest.client, { answer: 'notComing', reason: 'Đi công tác hoàng yến' })
  expect(given.status).toBe(200)
  expect((await answer(guest.client, { answer: 'coming' })).status).toBe(412)
  const seen = await done(other.client, 'GET', `${at}/invitations`)
  expect(seen.answers).toMatchObject({ notComing: 1, unanswered: 1 })
  expect(JSON.stringify(seen)).not.toContain('hoàng yến')
  const all = await done(office, 'GET', `${at}/invitations`)
  expect(JSON.stringify(all)).toContain('hoàng yến')
})

test('the roll is called with versions, and says whether those there are enough', async () => {
  const { at, invite, send } = await planned({ quorum: { part: 2, of: 3 } })
  const names = ['A', 'B', 'C']
  for (const name of names) await invite({ name, capacity: 'member' })
  await invite({ name: 'Khách', capacity: 'invited' })
  await send()
  const { invitations } = await done(office, 'GET', `${at}/invitations`)
  const present = (rows: Shown[]) => ({
    json: { marks: rows.map(({ id, version }) => ({ id, version, attendance: 'present' })) },
  })
  const one = await done(office, 'POST', `${at}/roll-call`, present(invitations.slice(0, 1)))
  expect(one.presence).toMatchObject({ members: 3, present: 1, needed: 2, reached: false })
  expect(one.invitations[0].arrivedAt).not.toBeNull()
  // Somebody else marked the first one meanwhile: none of these is written.
  const old = await office.ask('POST', `${at}/roll-call`, present(invitations))
  expect(old.status).toBe(412)
  const now = await done(office, 'POST', `${at}/roll-call`, present(one.invitations.slice(1)))
  expect(now.presence).toMatchObject({ present: 3, presentInAll: 4, reached: true, notMarked: 0 })
  // Two of the three sit in for members: the pages of the sitting count as this tab does.
  await here.database.pool.query(
    `update invitation set answer = 'substitute', substitute_name = 'Dự thay'
      where invitation_id = any($1)`,
    [[invitations[0].id, invitations[1].id]],
  )
  const { presence } = await done(office, 'GET', `${at}/invitations`)
  const { sitting } = await done(office, 'GET', `${at}/sitting`)
  expect(presence).toMatchObject({ present: 1, reached: false })
  expect(sitting.present).toMatchObject({ present: 4, votersPresent: 1, quorum: { met: false } })
})

test('positions until it opens; only what every member has no objection to is taken together', async () => {
  const { plan, at, items, invite, send } = await planned()
  const member = await outsider()
  const second = await outsider()
  const listener = await outsider()
  await invite({ organisationId: member.body, capacity: 'member' })
  await invite({ address: second.address, capacity: 'chair' })
  await invite({ organisationId: listener.body, capacity: 'invited' })
  await send()
  const give = (client: Client, item: Shown, json: object, version = 0) =>
    client.ask('PUT', `/api/session-items/${item.id}/position`, { json, version })
  const fine = { stand: 'noObjection' }
  expect((await give(member.client, items[1], { stand: 'object' })).status).toBe(400)
  expect(
    (await give(member.client, items[1], { stand: 'object', body: 'Chưa rõ vốn' })).status,
  ).toBe(200)
  expect((await give(member.client, items[1], fine)).status).toBe(412)
  expect((await give(member.client, items[0], fine)).status).toBe(200)
  expect((await give(listener.client, items[0], fine)).status).toBe(403)
  // Who only reads in a body sees what was sent to it, and neither answers nor speaks for it.
  const reader = (await here.grantee('reader', member.body)).client
  expect((await give(reader, items[0], fine, 1)).status).toBe(403)
  const [sent] = (await done(member.client, 'GET', `${at}/invitations`)).invitations
  const coming = { json: { answer: 'coming' }, version: sent.version }
  expect((await reader.ask('POST', `/api/invitations/${sent.id}/answer`, coming)).status).toBe(404)
  expect((await give((await outsider()).client, items[0], fine)).status).toBe(404)

  const chair = await done(second.client, 'GET', `${at}/positions`)
  expect(chair).toMatchObject({ whole: true, open: true })
  expect(chair.members.map((one: Shown) => one.missing)).toEqual([2, 0])
  const own = await done(member.client, 'GET', `${at}/positions`)
  expect(own).toMatchObject({ whole: false, members: [{ own: true, missing: 0 }] })
  const heard = await done(listener.client, 'GET', `${at}/positions`)
  expect(JSON.stringify(heard)).not.toContain('Chưa rõ vốn')

  const together = (item: Shown) =>
    office.ask('POST', `${at}/take-together`, { json: { itemIds: [item.id] } })
  expect((await together(items[0])).body.code).toBe('conferenceNotRunning')
  await here.database.db
    .updateTable('conference')
    .set({ opened_at: new Date().toISOString() })
    .where('province_id', '=', here.east.province_id)
    .where('conference_id', '=', plan.id)
    .execute()
  expect((await give(second.client, items[0], fine)).body.code).toBe('conferenceBegun')
  expect((await together(items[0])).body.code).toBe('itemContested')
  await here.database.db
    .insertInto('item_position')
    .values(
      items.map((item) => ({
        province_id: here.east.province_id,
        session_item_id: item.id,
        invitation_id: chair.members[0].id,
        position: 'noObjection' as const,
        body: null,
        given_by: plan.id,
      })),
    )
    .execute()
  expect((await together(items[1])).body.code).toBe('itemContested')
  expect((await together(items[0])).body).toEqual({ decided: 1 })
  expect((await together(items[0])).body.code).toBe('itemContested')
  const after = await done(office, 'GET', `${at}/positions`)
  expect(after.items.map((one: Shown) => one.outcome)).toEqual(['adopted', null])
  // What is being decided is the clerk's until the conference is closed.
  const before = await done(member.client, 'GET', `${at}/positions`)
  expect(before.items.map((one: Shown) => one.outcome)).toEqual([null, null])
})

test('a calendar shows its account’s conferences to whoever has the present address', async () => {
  const { plan, at, invite, send } = await planned()
  const guest = await outsider()
  await invite({ organisationId: guest.body, capacity: 'invited' })
  const first = await done(guest.client, 'POST', '/api/session/calendar')
  const read = async (path: string) => here.anonymous.ask('GET', path)
  expect((await read(first.path)).body).not.toContain(plan.id)
  await send()
  const { status, headers, body } = await read(first.path)
  expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(body).toContain(`UID:${plan.id}@giaoban\r\n`)
  expect(body).toContain('SEQUENCE:0\r\n')
  expect(body).toContain('DTSTART;TZID=Asia/Ho_Chi_Minh:20991208T080000\r\n')
  // Calendars are kept by others: they never learn of items.
  expect(body).not.toMatch(/Đề án/)
  await done(office, 'POST', `${at}/cancel`, { json: { reason: 'Bão' }, version: plan.version })
  const cancelled = (await read(first.path)).body
  expect(cancelled).toContain('STATUS:CANCELLED\r\n')
  expect(cancelled).toContain('SEQUENCE:1\r\n')

  const { rows } = await here.database.pool.query('select token_hash from calendar_feed')
  const [, token = ''] = /([\w-]{43})\.ics$/.exec(first.path) ?? []
  expect(rows.map((row) => row.token_hash.toString('base64url'))).not.toContain(token)
  const elsewhere = first.path.replace(here.east.slug, here.west.slug)
  expect((await read(elsewhere)).status).toBe(404)
  const second = await done(guest.client, 'POST', '/api/session/calendar')
  expect((await read(first.path)).status).toBe(404)
  const other = await outsider()
  expect(
    (await read((await done(other.client, 'POST', '/api/session/calendar')).path)).body,
  ).not.toContain(plan.id)
  await done(guest.client, 'DELETE', '/api/session/calendar')
  expect((await read(second.path)).status).toBe(404)
})
