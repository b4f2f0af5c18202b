// A conference that is held here: who may plan it, who knows of it and of its items.
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, world } from '../../../test/world.ts'
import type { SessionItemView } from './contract.ts'

let here: Awaited<ReturnType<typeof world>>
let board = ''
let department = ''

beforeAll(async () => {
  here = await world()
  board = await here.body('Ban Thường vụ Tỉnh ủy')
  department = await here.body('Sở Xây dựng')
})

afterAll(() => here.close())

const planned = async (json: object = {}) => {
  const office = await here.client('office')
  const given = { organisationId: board, type: 'standingCommittee', number: 12, ...json }
  const { body } = await office.ask('POST', '/api/conferences', { json: given })
  return { office, plan: body.plan }
}

test('a conference is planned with a title from what is known, and changed with its version', async () => {
  const { office, plan } = await planned({ startsAt: '2026-12-08T08:00:00+07:00' })
  expect(plan).toMatchObject({
    title: 'Hội nghị Ban Thường vụ Tỉnh ủy lần thứ 12, 08/12/2026',
    stage: 'planned',
    level: 'participants',
    bodies: [{ id: board }],
  })
  const at = `/api/conferences/${plan.id}/plan`
  const old = await office.ask('PATCH', at, { json: { place: 'Hội trường A' }, version: 9 })
  expect(old.status).toBe(412)
  const moved = await office.ask('PATCH', at, {
    json: { place: 'Hội trường A', endsAt: '2026-12-08T07:00:00+07:00' },
    version: plan.version,
  })
  expect(moved.status).toBe(400)
  const changed = await office.ask('PATCH', at, {
    json: { place: 'Hội trường A', quorum: { part: 2, of: 3 } },
    version: plan.version,
  })
  expect(changed.body.plan).toMatchObject({ place: 'Hội trường A', quorum: { part: 2, of: 3 } })
})

test('a cancelled conference keeps its reason and takes no more items', async () => {
  const { office, plan } = await planned()
  const cancelled = await office.ask('POST', `/api/conferences/${plan.id}/cancel`, {
    json: { reason: 'Bão số 10' },
    version: plan.version,
  })
  expect(cancelled.body.plan).toMatchObject({ stage: 'cancelled', changeReason: 'Bão số 10' })
  const late = await office.ask('POST', `/api/conferences/${plan.id}/items`, {
    json: { title: 'Một nội dung', asked: 'decide' },
  })
  expect(late.body.code).toBe('conferenceOver')
})

test('who is not invited knows nothing of it: not by its id, in lists, search or history', async () => {
  const { office, plan } = await planned({ title: 'Hội nghị chim hoàng yến' })
  const added = await office.ask('POST', `/api/conferences/${plan.id}/items`, {
    json: { title: 'Đề án hoàng yến', asked: 'agreeInPrinciple', submitterId: department },
  })
  expect(added.body.item).toMatchObject({ position: 1, submitter: { id: department } })
  const { client: officer } = await here.grantee('departmentOfficer', await here.body('Sở Khác'))
  const asked = [
    '/api/conferences',
    `/api/conferences/${plan.id}`,
    `/api/conferences/${plan.id}/plan`,
    `/api/conferences/${plan.id}/items`,
    '/api/search?q=hoàng+yến',
    `/api/history?kind=conference&id=${plan.id}`,
  ]
  for (const path of asked) {
    const answer = await officer.ask('GET', path)
    expect(answer.status, path).toBe(/conferences$|search/.test(path) ? 200 : 404)
    expect(JSON.stringify(answer.body)).not.toMatch(/hoàng yến/i)
  }
  const absent = '01900000-0000-7000-8000-000000000000'
  const closed = await officer.ask('PATCH', `/api/session-items/${added.body.item.id}`, {
    json: { title: 'x' },
    version: 1,
  })
  const missing = await officer.ask('PATCH', `/api/session-items/${absent}`, {
    json: { title: 'x' },
    version: 1,
  })
  expect([closed.status, closed.body.code]).toEqual([missing.status, missing.body.code])
  const found = await office.ask('GET', '/api/search?q=hoàng+yến')
  expect(found.body.results.map((one: { kind: string }) => one.kind).sort()).toEqual([
    'conference',
    'sessionItem',
  ])
})

const item = async (office: Client, conferenceId: string, json: object = {}) => {
  const given = { title: `Nội dung ${++counter}`, asked: 'decide', ...json }
  const { body } = await office.ask('POST', `/api/conferences/${conferenceId}/items`, {
    json: given,
  })
  return body.item as SessionItemView
}
let counter = 0

/** Calls a body in for one item, as the register of invitations will. */
async function callIn(conferenceId: string, organisationId: string, itemId: string): Promise<void> {
  const { db } = here.database
  const own = { province_id: here.east.province_id, invitation_id: uuidv7() }
  await db
    .insertInto('invitation')
    .values({
      ...own,
      conference_id: conferenceId,
      name: 'Sở Xây dựng',
      title: null,
      person_id: null,
      account_id: null,
      organisation_id: organisationId,
      capacity: 'forItems',
      sent_at: '2026-11-26T08:00:00+07:00',
      answer: null,
      answer_reason: null,
      substitute_name: null,
      substitute_account_id: null,
      answered_at: null,
      attendance: null,
      arrived_at: null,
      withdrawn_at: null,
    })
    .execute()
  await db
    .insertInto('invitation_item')
    .values({ ...own, session_item_id: itemId })
    .execute()
}

const act = (office: Client, what: string, to: { id: string; version: number }, json: object) =>
  office.ask('POST', `/api/session-items/${to.id}/${what}`, { json, version: to.version })

const itemsOf = async (client: Client, conferenceId: string): Promise<SessionItemView[]> =>
  (await client.ask('GET', `/api/conferences/${conferenceId}/items`)).body.items

const approve = async (client: Client, conferenceId: string, note?: string) => {
  const items = (await itemsOf(client, conferenceId))
    .filter(({ status }) => status === 'on')
    .map(({ id, version }) => ({ id, version }))
  const at = `/api/conferences/${conferenceId}/agenda-versions`
  return client.ask('POST', at, { json: { items, ...(note ? { note } : {}) } })
}

test('items move in the order, one version at a time, and join groups', async () => {
  const { office, plan } = await planned()
  const [a, b, c] = [
    await item(office, plan.id),
    await item(office, plan.id),
    await item(office, plan.id),
  ]
  const moved = await act(office, 'move', c, { before: a.id, groupTitle: 'Công tác cán bộ' })
  expect(moved.body.item).toMatchObject({ groupTitle: 'Công tác cán bộ', position: 1 })
  expect((await itemsOf(office, plan.id)).map(({ id }) => id)).toEqual([c.id, a.id, b.id])
  const late = await act(office, 'move', c, { before: null })
  expect([late.status, late.body.current.position]).toEqual([412, 1])
  const elsewhere = await item(office, (await planned()).plan.id)
  expect((await act(office, 'move', a, { before: elsewhere.id })).status).toBe(404)
})

test('a matter that is closed to the planner is refused as one that is not there', async () => {
  const { office, plan } = await planned()
  const closed = await item(office, plan.id, { title: 'Đề án kín' })
  const { client: planner } = await here.grantee('office', department)
  const own = await planner.ask('POST', '/api/conferences', {
    json: { organisationId: department, type: 'briefing' },
  })
  const add = (matterId: string) =>
    planner.ask('POST', `/api/conferences/${own.body.plan.id}/items`, {
      json: { title: 'Nội dung', asked: 'decide', matterId },
    })
  const refused = await add(closed.matterId)
  const absent = await add(uuidv7())
  expect(absent.status).toBe(404)
  expect([refused.status, refused.body]).toEqual([absent.status, absent.body])
  const items = await planner.ask('GET', `/api/conferences/${own.body.plan.id}/items`)
  expect(items.body.items).toEqual([])
  const known = await item(office, plan.id, { submitterId: department })
  expect((await add(known.matterId)).status).toBe(201)
})

test('an agenda is approved once all is checked, freezes, and goes on as the next version', async () => {
  const { office, plan } = await planned()
  const { client: head } = await here.grantee('officeHead')
  expect((await approve(head, plan.id)).body.code).toBe('agendaNotReady')
  const first = await item(office, plan.id, { title: 'Quy hoạch', minutes: 30 })
  const second = await item(office, plan.id, { title: 'Đầu tư công' })
  expect((await act(office, 'check', first, { checked: 'failed' })).body.code).toBe('reasonMissing')
  const failed = await act(office, 'check', first, { checked: 'failed', note: 'Thiếu tờ trình' })
  expect(failed.body.item).toMatchObject({ checked: 'failed', checkNote: 'Thiếu tờ trình' })
  const refused = await approve(head, plan.id)
  expect(refused.body).toMatchObject({ code: 'agendaNotReady' })
  expect(refused.body.detail).toContain('Quy hoạch; Đầu tư công')

  const checked = await act(office, 'check', failed.body.item, { checked: 'passed' })
  await act(office, 'check', second, { checked: 'passed' })
  expect((await approve(office, plan.id)).status).toBe(403)
  expect((await approve(head, plan.id, 'Bản đầu')).body.version).toMatchObject({
    label: 'A',
    note: 'Bản đầu',
    items: [{ title: 'Quy hoạch', minutes: 30 }, { title: 'Đầu tư công' }],
  })
  expect((await approve(head, plan.id)).body.code).toBe('agendaSame')
  const stale = await head.ask('POST', `/api/conferences/${plan.id}/agenda-versions`, {
    json: { items: [{ id: first.id, version: 1 }] },
  })
  expect(stale.status).toBe(412)

  await office.ask('PATCH', `/api/session-items/${first.id}`, {
    json: { title: 'Quy hoạch tỉnh' },
    version: checked.body.item.version,
  })
  expect((await approve(head, plan.id)).body.version.label).toBe('B')
  const { body } = await office.ask('GET', `/api/conferences/${plan.id}/agenda-versions`)
  const titles = body.versions.map(({ items }: { items: SessionItemView[] }) => items[0]?.title)
  expect(titles).toEqual(['Quy hoạch', 'Quy hoạch tỉnh'])
})

test('an approved agenda shows nobody the items that are closed to them', async () => {
  const { office, plan } = await planned({ startsAt: '2099-12-08T08:00:00+07:00' })
  const { client: head } = await here.grantee('officeHead')
  const closed = await item(office, plan.id, {
    ...{ title: 'Nhân sự kim oanh', personnel: true, minutes: 45 },
  })
  const open = await item(office, plan.id, { title: 'Ngân sách', submitterId: department })
  for (const one of [open, closed]) await act(office, 'check', one, { checked: 'passed' })
  await approve(head, plan.id)
  const { client: officer } = await here.grantee('departmentOfficer', department)
  await callIn(plan.id, department, open.id)
  for (const part of ['agenda-versions', 'items', 'matters']) {
    const { body } = await officer.ask('GET', `/api/conferences/${plan.id}/${part}`)
    expect(JSON.stringify(body)).toContain('Ngân sách')
    expect(JSON.stringify(body)).not.toContain('kim oanh')
  }
  // The second item stays the second, at its own time, wherever it is told of.
  const [second] = await itemsOf(officer, plan.id)
  const startsAt = '2099-12-08T01:45:00.000Z'
  expect(second?.runs).toEqual({ number: '2', startsAt })
  const { body: listed } = await officer.ask('GET', `/api/conferences/${plan.id}/agenda-versions`)
  expect(listed.versions[0].items).toMatchObject([{ runs: { number: '2', startsAt } }])
  const { body: sat } = await officer.ask('GET', `/api/conferences/${plan.id}/sitting`)
  expect(sat.sitting.items).toMatchObject([{ title: 'Ngân sách', number: '2' }])
  const hidden = await officer.ask('GET', `/api/history?kind=sessionItem&id=${closed.id}`)
  expect(hidden.status).toBe(404)
  const story = await officer.ask('GET', `/api/history?kind=sessionItem&id=${open.id}`)
  expect(story.body.changes.map(({ action }: { action: string }) => action)).toEqual([
    'sessionItem.add',
    'sessionItem.check',
  ])
  const { body } = await officer.ask('GET', `/api/access?kind=heldConference&id=${plan.id}`)
  const told = body.deeds.map((deed: { name: string; you: { may: boolean; because: string } }) => [
    deed.name,
    deed.you.may || deed.you.because,
  ])
  expect(told).toEqual([
    ['read', true],
    ['history', true],
    ['plan', 'role'],
    ['approve', 'role'],
    ['run', 'role'],
    ['close', 'role'],
  ])
})

test('a personnel item is never public', async () => {
  const { office, plan } = await planned({ level: 'public' })
  const added = await item(office, plan.id, { personnel: true })
  expect(added.level).toBe('participants')
  const asked = await office.ask('PATCH', `/api/session-items/${added.id}`, {
    json: { level: 'public' },
    version: added.version,
  })
  expect(asked.body.code).toBe('personnelNotPublic')
})

test('an item that is not ready goes on at another conference, its place there is told', async () => {
  const { office, plan } = await planned()
  const { plan: later } = await planned({ title: 'Hội nghị sau' })
  const first = await item(office, plan.id, { minutes: 15 })
  const off = await act(office, 'take-off', first, {
    status: 'postponed',
    reason: 'Chờ thẩm định',
    conferenceId: later.id,
  })
  expect(off.body.item).toMatchObject({
    status: 'postponed',
    statusReason: 'Chờ thẩm định',
    movedTo: { conferenceId: later.id, title: 'Hội nghị sau' },
  })
  expect(await itemsOf(office, later.id)).toMatchObject([
    { title: first.title, minutes: 15, checked: 'notYet', matterId: first.matterId },
  ])
  expect((await act(office, 'check', off.body.item, { checked: 'passed' })).body.code).toBe(
    'itemOff',
  )
  expect((await act(office, 'put-back', off.body.item, {})).body.code).toBe('itemMovedOn')
  const second = await item(office, plan.id)
  const out = await act(office, 'take-off', second, { status: 'withdrawn', reason: 'Trùng' })
  const back = await act(office, 'put-back', out.body.item, {})
  expect(back.body.item).toMatchObject({ status: 'on', statusReason: null })
  // Taken off, and its matter put on anew: the first one does not come back beside it.
  const gone = await act(office, 'take-off', back.body.item, {
    status: 'withdrawn',
    reason: 'Trùng',
  })
  await item(office, plan.id, { matterId: second.matterId })
  expect((await act(office, 'put-back', gone.body.item, {})).body.code).toBe('matterPlaced')
})

test('a matter goes through its bodies; where it stands follows from closed conferences', async () => {
  const { office, plan } = await planned()
  const council = await here.body('Hội đồng nhân dân')
  const first = await item(office, plan.id)
  const at = `/api/session-items/${first.id}`
  const steps = [
    { organisationId: board, asked: 'agreeInPrinciple' },
    { organisationId: council, asked: 'giveOpinion' },
  ]
  const put = await office.ask('PUT', `${at}/route`, { json: { steps }, version: 1 })
  expect(put.body.matter).toMatchObject({
    now: 0,
    steps: [{ state: 'placed' }, { state: 'ahead' }],
  })
  const old = await office.ask('PUT', `${at}/route`, { json: { steps: [] }, version: 1 })
  expect([old.status, old.body.current.steps.length]).toEqual([412, 2])

  const { plan: next } = await planned({ organisationId: council, type: 'peoplesCouncil' })
  const carried = await office.ask('POST', `${at}/carry`, { json: { conferenceId: next.id } })
  expect(carried.body.item).toMatchObject({ asked: 'giveOpinion', matterId: first.matterId })
  const twice = await office.ask('POST', `${at}/carry`, { json: { conferenceId: next.id } })
  expect(twice.body.code).toBe('matterPlaced')

  const { db } = here.database
  const { accountId } = await here.actor('office')
  const own = { province_id: here.east.province_id }
  await db
    .insertInto('item_decision')
    .values({
      ...own,
      session_item_id: first.id,
      outcome: 'agreedInPrinciple',
      conditions: null,
      written_by: accountId ?? '',
    })
    .execute()
  const matters = async () =>
    (await office.ask('GET', `/api/conferences/${plan.id}/matters`)).body.matters[0]
  expect((await matters()).places[0].outcome).toBeNull()
  await db
    .updateTable('conference')
    .set({ closed_at: '2026-12-08T04:00:00Z' })
    .where('province_id', '=', own.province_id)
    .where('conference_id', '=', plan.id)
    .execute()
  expect(await matters()).toMatchObject({
    now: 1,
    steps: [
      { state: 'done', place: { outcome: 'agreedInPrinciple' } },
      { state: 'placed', place: { conferenceId: next.id } },
    ],
  })
})
