// Rights begin, end, are delegated and never add up across bodies.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../../test/world.ts'
import { daysBetween, todayInVietnam } from '../../calendar.ts'
import { grantsInForce } from './grants.ts'

let here: Awaited<ReturnType<typeof world>>
let administrator: Client
let department = ''
let neighbour = ''

beforeAll(async () => {
  here = await world()
  administrator = await here.client('administrator')
  department = await here.body('Sở Một')
  neighbour = await here.body('Sở Hai')
})

afterAll(() => here.close())

const shift = (days: number): string => todayInVietnam(new Date(Date.now() + days * 86_400_000))

const status = async (client: Client, path: string): Promise<number> =>
  (await client.ask('GET', path)).status

async function give(accountId: string | null, json: object) {
  return administrator.ask('POST', `/api/accounts/${accountId}/grants`, { json })
}

test('days are counted as whole days in Vietnam', () => {
  expect(daysBetween(shift(-1), shift(1))).toBe(2)
})

test('a right counts from its first to its last day', async () => {
  const { actor, address } = await here.grantee('reader', department)
  const added = await give(actor.accountId, {
    role: 'inspector',
    from: shift(2),
    to: shift(4),
  })
  expect(added.status, JSON.stringify(added.body)).toBe(201)
  const rolesOn = async (day: string) =>
    (await grantsInForce(here.database.db, here.east.province_id, actor.accountId ?? '', day)).map(
      ({ role }) => role,
    )
  expect(await rolesOn(shift(1))).toEqual(['reader'])
  expect(await rolesOn(shift(2))).toContain('inspector')
  expect(await rolesOn(shift(4))).toContain('inspector')
  expect(await rolesOn(shift(5))).toEqual(['reader'])
  expect(address).toContain('reader')
})

test('ending a right counts at the next request, and what was delegated from it falls with it', async () => {
  const head = await here.grantee('departmentHead', department)
  const deputy = await here.grantee('reader', neighbour)
  const own = (await head.client.ask('GET', '/api/session/grants')).body.grants[0]
  const delegated = await head.client.ask('POST', `/api/grants/${own.id}/delegate`, {
    json: { address: deputy.address, to: shift(7), reason: 'đi công tác' },
  })
  expect(delegated.status, JSON.stringify(delegated.body)).toBe(201)
  expect(delegated.body.grant).toMatchObject({
    role: 'departmentHead',
    onBehalfOf: head.address,
    to: shift(7),
  })
  const add = () =>
    deputy.client.ask('POST', '/api/documents', {
      form: fileForm(`Thu đạt ${Math.random()} tỷ đồng.`, 'a.txt'),
    })
  const paper = await add()
  expect(paper.status).toBe(201)
  expect(paper.body.document.organisation.id).toBe(department)
  const ended = await administrator.ask('POST', `/api/grants/${own.id}/end`, {
    json: { reason: 'thôi giữ chức vụ' },
    version: own.version,
  })
  expect(ended.status).toBe(200)
  expect((await add()).status).toBe(403)
  expect(await status(head.client, '/api/documents')).toBe(403)
  expect(await status(deputy.client, '/api/documents')).toBe(200)
})

test('what is delegated goes no further, lasts no longer, and is taken back by who gave it', async () => {
  const leader = await here.grantee('leader')
  const deputy = await here.grantee('reader')
  const third = await here.grantee('reader')
  const own = (await leader.client.ask('GET', '/api/session/grants')).body.grants[0]
  const delegate = (client: Client, id: string, json: object) =>
    client.ask('POST', `/api/grants/${id}/delegate`, { json })
  const json = { address: deputy.address, to: shift(3), reason: 'đi công tác' }
  expect((await delegate(third.client, own.id, json)).status).toBe(403)
  expect((await delegate(leader.client, own.id, { ...json, to: undefined })).status).toBe(400)
  expect((await delegate(leader.client, own.id, { ...json, to: shift(-3) })).status).toBe(400)
  expect((await delegate(leader.client, own.id, { ...json, address: 'ai-do' })).status).toBe(400)
  const { grant } = (await delegate(leader.client, own.id, json)).body
  const again = await delegate(deputy.client, grant.id, { ...json, address: third.address })
  expect([again.status, again.body.code]).toEqual([409, 'notDelegable'])
  expect(await status(deputy.client, '/api/record')).toBe(200)
  const foreign = await third.client.ask('POST', `/api/grants/${grant.id}/end`, {
    json: { reason: 'x' },
    version: grant.version,
  })
  expect(foreign.status).toBe(404)
  const back = await leader.client.ask('POST', `/api/grants/${grant.id}/end`, {
    json: { reason: 'về sớm' },
    version: grant.version,
  })
  expect(back.status).toBe(200)
  expect(await status(deputy.client, '/api/record')).toBe(403)
})

test('a right that hangs on a post ends with the post', async () => {
  const { db } = here.database
  const provinceId = here.east.province_id
  const person = { province_id: provinceId, person_id: '01900000-0000-7000-8000-0000000000aa' }
  await db
    .insertInto('person')
    .values({
      ...person,
      name: 'Lê Thị Bình',
      sort_name: 'binh le thi',
      phone: null,
      email: null,
      note: null,
    })
    .execute()
  const membership = {
    province_id: provinceId,
    membership_id: '01900000-0000-7000-8000-0000000000ab',
  }
  await db
    .insertInto('membership')
    .values({
      ...membership,
      person_id: person.person_id,
      organisation_id: department,
      title: 'Phó Giám đốc',
      term_id: null,
      valid_from: shift(-30),
      valid_to: null,
    })
    .execute()
  const holder = await here.grantee('reader', neighbour)
  const given = await give(holder.actor.accountId, {
    role: 'departmentOfficer',
    organisationId: department,
    membershipId: membership.membership_id,
  })
  expect(given.status, JSON.stringify(given.body)).toBe(201)
  const add = () =>
    holder.client.ask('POST', '/api/documents', {
      form: fileForm(`Chi đạt ${Math.random()} tỷ đồng.`, 'a.txt'),
    })
  expect((await add()).status).toBe(201)
  await db
    .updateTable('membership')
    .set({ valid_to: shift(-1) })
    .where('province_id', '=', provinceId)
    .where('membership_id', '=', membership.membership_id)
    .execute()
  expect((await add()).status).toBe(403)
  const listed = (await holder.client.ask('GET', '/api/session/grants')).body.grants
  expect(listed.map((one: { role: string; inForce: boolean }) => [one.role, one.inForce])).toEqual([
    ['reader', true],
    ['departmentOfficer', false],
  ])
})

test('rights in two bodies are looked at one by one, never added up', async () => {
  const { actor, client } = await here.grantee('administrator', neighbour)
  await give(actor.accountId, { role: 'departmentOfficer', organisationId: department })
  const office = await here.client('office')
  const make = async (organisationId: string) => {
    const { body } = await office.ask('POST', '/api/documents', {
      form: fileForm(`Vốn đạt ${Math.random()} tỷ đồng.`, 'a.txt'),
    })
    const moved = await office.ask('PATCH', `/api/documents/${body.document.id}`, {
      json: { organisationId },
      version: 1,
    })
    expect(moved.status, JSON.stringify(moved.body)).toBe(200)
    return moved.body.document
  }
  const there = await make(neighbour)
  const here_ = await make(department)
  const patch = (one: { id: string; version: number }) =>
    client.ask('PATCH', `/api/documents/${one.id}`, {
      json: { title: 'Tên khác' },
      version: one.version,
    })
  const destroy = (one: { id: string; version: number }) =>
    client.ask('POST', `/api/documents/${one.id}/destroy`, {
      json: { reason: 'thử' },
      version: one.version,
    })
  expect((await patch(there)).status).toBe(403)
  expect((await destroy(here_)).status).toBe(403)
  expect((await patch(here_)).status).toBe(200)
  const away = await client.ask('PATCH', `/api/documents/${here_.id}`, {
    json: { organisationId: neighbour },
    version: here_.version + 1,
  })
  expect(away.status, 'no moving into a body where one may not change').toBe(403)
  expect((await destroy(there)).status).toBe(200)
})

test('a document about personnel is never public, and only some may publish', async () => {
  const office = await here.client('office')
  const { client: head } = await here.grantee('officeHead')
  const { body } = await office.ask('POST', '/api/documents', {
    form: fileForm('Nợ xây dựng cơ bản là 12 tỷ đồng.', 'a.txt'),
  })
  const at = `/api/documents/${body.document.id}`
  const refused = await office.ask('PATCH', at, { json: { level: 'public' }, version: 1 })
  expect(refused.status).toBe(403)
  const personnel = await head.ask('PATCH', at, {
    json: { level: 'public', personnel: true },
    version: 1,
  })
  expect(personnel.body.code).toBe('personnelNotPublic')
  const published = await head.ask('PATCH', at, { json: { level: 'public' }, version: 1 })
  expect(published.body.document.level).toBe('public')
  expect((await office.ask('PATCH', at, { json: { level: 'office' }, version: 2 })).status).toBe(
    403,
  )
})

test('the last administrator keeps the right', async () => {
  const [own] = (await administrator.ask('GET', '/api/session/grants')).body.grants
  const ended = await administrator.ask('POST', `/api/grants/${own.id}/end`, {
    json: { reason: 'x' },
    version: own.version,
  })
  expect([ended.status, ended.body.code]).toEqual([409, 'lastAdministrator'])
})
