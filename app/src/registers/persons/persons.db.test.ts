// People, posts and terms over HTTP: order of names, days, versions, rights that hang on a post.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, world } from '../../../test/world.ts'
import { systemActor } from '../../http/access.ts'
import { verifyRecord } from '../../record/store.ts'
import { grantsInForce } from '../people/grants.ts'
import type { PersonView, TermView } from './contract.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let department: string

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  department = await here.body('Sở Thử nghiệm')
})

afterAll(() => here.close())

const ask = async (method: string, path: string, options = {}, status = 200) => {
  const answer = await office.ask(method, path, options)
  expect(answer.status, JSON.stringify(answer.body)).toBe(status)
  return answer.body
}

async function add(name: string, more = {}): Promise<PersonView> {
  return (await ask('POST', '/api/persons', { json: { name, ...more } }, 201)).person
}

const post = (from: string | null, title = 'Giám đốc') => ({
  organisationId: department,
  title,
  from,
})

test('people are listed by given name, with the posts of a day', async () => {
  for (const name of ['Trần Thu Hà', 'Nguyễn Văn An', 'Lê Thị Ân']) await add(name)
  await add('Đỗ Văn Bình', { post: post('2026-03-01') })
  const named = async (query: string) =>
    ((await ask('GET', `/api/persons${query}`)).persons as PersonView[]).map(
      (one) => `${one.name}: ${one.posts.map((held) => held.title).join(', ')}`,
    )
  expect(await named('?on=2026-02-28')).toEqual([
    'Nguyễn Văn An: ',
    'Lê Thị Ân: ',
    'Đỗ Văn Bình: ',
    'Trần Thu Hà: ',
  ])
  expect(await named(`?on=2026-03-01&organisation=${department}`)).toEqual([
    'Đỗ Văn Bình: Giám đốc',
  ])
})

test('how to reach somebody is told only to those who manage people', async () => {
  const { id } = await add('Phạm Văn Cường', { phone: '0900 000 001' })
  expect((await ask('GET', `/api/persons/${id}`)).person.phone).toBe('0900 000 001')
  const reader = await here.client('reader')
  const { body } = await reader.ask('GET', `/api/persons/${id}`)
  expect(body.person).toMatchObject({ name: 'Phạm Văn Cường', phone: null })
  expect(JSON.stringify((await reader.ask('GET', '/api/persons')).body)).not.toContain('0900')
})

test('a change needs the version seen', async () => {
  const { id } = await add('Vũ Dung')
  const json = { name: 'Vũ Thị Dung' }
  await ask('PATCH', `/api/persons/${id}`, { json }, 428)
  await ask('PATCH', `/api/persons/${id}`, { json, version: 1 })
  expect(await ask('PATCH', `/api/persons/${id}`, { json, version: 1 }, 412)).toMatchObject({
    current: { name: 'Vũ Thị Dung', version: 2 },
  })
})

test('a right that hangs on a post ends with it', async () => {
  const { id, posts } = await add('Hoàng Em', { post: post('2026-01-01') })
  const { actor } = await here.grantee('reader')
  const administrator = await here.client('administrator')
  const given = await administrator.ask('POST', `/api/accounts/${actor.accountId}/grants`, {
    json: {
      role: 'departmentHead',
      organisationId: department,
      membershipId: posts[0]?.id,
      from: '2026-01-01',
    },
  })
  expect(given.status).toBe(201)
  const rolesOn = async (day: string) => {
    const { db } = here.database
    const all = await grantsInForce(db, here.east.province_id, actor.accountId ?? '', day)
    return all.map((one) => one.role).filter((role) => role === 'departmentHead')
  }
  expect(await rolesOn('2026-06-01')).toEqual(['departmentHead'])
  await ask(
    'POST',
    `/api/posts/${posts[0]?.id}/end`,
    { json: { on: '2025-12-31' }, version: 1 },
    400,
  )
  await ask('POST', `/api/posts/${posts[0]?.id}/end`, { json: { on: '2026-05-31' }, version: 1 })
  expect(await rolesOn('2026-05-31')).toEqual(['departmentHead'])
  expect(await rolesOn('2026-06-01')).toEqual([])
  const next = await ask(
    'POST',
    `/api/persons/${id}/posts`,
    { json: post('2026-06-01', 'Chủ tịch') },
    201,
  )
  expect(next.person.posts.map((held: { title: string }) => held.title)).toEqual([
    'Chủ tịch',
    'Giám đốc',
  ])
})

test('terms of one kind in one body follow each other; kinds number separately', async () => {
  const json = {
    organisationId: department,
    label: '2020-2025',
    from: '2020-10-01',
    to: '2025-09-30',
  }
  const { term } = (await ask(
    'POST',
    '/api/terms',
    { json: { ...json, kind: 'party', number: 'XX' } },
    201,
  )) as {
    term: TermView
  }
  await ask('POST', '/api/terms', { json: { ...json, kind: 'council', number: 'XIV' } }, 201)
  const next = {
    ...json,
    kind: 'party',
    number: 'I',
    label: '2025-2030',
    from: '2025-09-30',
    to: null,
  }
  expect(await ask('POST', '/api/terms', { json: next }, 409)).toMatchObject({
    code: 'termOverlaps',
    label: '2020-2025',
  })
  await ask('PATCH', `/api/terms/${term.id}`, { json: { to: '2025-09-29' }, version: 1 })
  await ask('PATCH', `/api/terms/${term.id}`, { json: { to: '2025-09-30' }, version: 1 }, 412)
  const { term: first } = await ask('POST', '/api/terms', { json: next }, 201)
  const { terms } = await ask('GET', '/api/terms')
  expect(terms.map((one: TermView) => `${one.kind} ${one.number}`)).toEqual([
    'party I',
    'party XX',
    'council XIV',
  ])
  const held = { ...post('2025-10-01', 'Bí thư'), termId: first.id }
  const { posts } = await add('Bùi Giang', { post: held })
  expect(posts[0]?.term).toEqual({ id: first.id, label: '2025-2030' })
  const elsewhere = { ...held, organisationId: await here.body('Sở Khác') }
  await ask('POST', '/api/persons', { json: { name: 'x', post: elsewhere } }, 400)
})

test('every change is on the record', async () => {
  const { database, east } = here
  const checked = await verifyRecord(database.db, systemActor(east.province_id))
  expect(checked.intact).toBe(true)
  const { rows } = await database.pool.query(
    `select distinct action from audit_record where province_id = $1
     and (action like 'person.%' or action like 'post.%' or action like 'term.%') order by 1`,
    [east.province_id],
  )
  expect(rows.map((row) => row.action)).toEqual([
    'person.add',
    'person.change',
    'post.add',
    'post.end',
    'term.add',
    'term.change',
  ])
})
