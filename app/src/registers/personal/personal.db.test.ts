// What is held on a person: everything, by the catalogue of the database; nothing of anybody else; no
// secret that proves who somebody is.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, fileForm, password, world } from '../../../test/world.ts'
import type { PersonalData } from './contract.ts'
import { held, notHeld } from './held.ts'
import { personalDataOf } from './store.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let administrator: Client
let officeId = ''

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  administrator = await here.client('administrator')
  officeId = (await here.actor('office')).accountId ?? ''
  const text = 'Công tác giải phóng mặt bằng còn chậm. Thu ngân sách đạt 12 tỷ đồng.'
  const form = fileForm(text, 'a.txt')
  const { id } = (await office.ask('POST', '/api/documents', { form })).body.document
  const added = await office.ask('POST', `/api/documents/${id}/findings`, {
    json: { kind: 'shortcoming', start: 0, end: 38 },
  })
  const { finding } = added.body
  await office.ask('POST', `/api/findings/${finding.id}/confirm`, {
    json: {},
    version: finding.version,
  })
  await office.ask('GET', `/api/documents/${id}/text`)
  await here.owner().pool.query(
    `insert into person (province_id, person_id, name, sort_name, phone)
     values ($1, $2, 'Nguyễn Kim Tước', 'Tước Nguyễn Kim', '0900 000 001')`,
    [here.east.province_id, '01900000-0000-7000-8000-00000000aaaa'],
  )
  await here
    .owner()
    .pool.query('update account set person_id = $1 where province_id = $2 and account_id = $3', [
      '01900000-0000-7000-8000-00000000aaaa',
      here.east.province_id,
      officeId,
    ])
})

afterAll(() => here.close())

const own = async (client: Client): Promise<PersonalData> =>
  (await client.ask('GET', '/api/session/personal-data')).body

const rowsOf = (data: PersonalData, name: string) =>
  data.sections.find((one) => one.name === name)?.rows ?? []

test('every column that names somebody is given out, or says why not', async () => {
  const { rows } = await here.database.pool.query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column
     from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     where a.attnum > 0 and not a.attisdropped
       and a.attname ~ '(^|_)(account_id|person_id|actor_id|actor_name)$|_by$'`,
  )
  const told = new Set([
    ...held.flatMap((one) =>
      [...(one.account ?? []), ...(one.person ?? [])].map((column) => `${one.table}.${column}`),
    ),
    ...Object.keys(notHeld),
  ])
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.map((row) => `${row.table}.${row.column}`).filter((one) => !told.has(one))).toEqual(
    [],
  )
})

test('one’s own data: account, person, rights, sessions, work, record, access', async () => {
  const data = await own(office)
  expect(data).toMatchObject({
    format: 'giaoban-personal-data',
    province: 'Tỉnh Đông Hà',
    subject: { name: 'Nguyễn Kim Tước', address: 'office@dong-ha', accountIds: [officeId] },
  })
  expect(rowsOf(data, 'person')).toMatchObject([{ phone: '0900 000 001' }])
  expect(rowsOf(data, 'account')).toMatchObject([{ address: 'office@dong-ha' }])
  expect(rowsOf(data, 'role_grant')).toMatchObject([{ role: 'office', ended_at: null }])
  expect(rowsOf(data, 'session').length).toBeGreaterThan(0)
  expect(rowsOf(data, 'document')).toHaveLength(1)
  expect(rowsOf(data, 'shortcoming')).toHaveLength(1)
  expect(rowsOf(data, 'finding')).toMatchObject([{ state: 'confirmed' }])
  expect(rowsOf(data, 'record').map((one) => one.action)).toContain('document.add')
  expect(rowsOf(data, 'access').map((one) => one.action)).toContain('read')
})

test('no secret, and nothing of anybody else', async () => {
  const { rows } = await here.owner().pool.query(
    `select password_hash as secret from account union all select csrf_token from session
     union all select encode(token_hash, 'hex') from session
     union all select salt from record_salt`,
  )
  const said = JSON.stringify(await own(office))
  expect(said).not.toContain(password)
  for (const { secret } of rows) expect(said).not.toContain(secret)
  const others = await own(await here.client('reader'))
  expect(others.sections.map((one) => one.name).sort()).toEqual([
    'account',
    'known_device',
    'record',
    'recordAbout',
    'role_grant',
    'session',
  ])
  expect(JSON.stringify(others)).not.toContain(officeId)
})

test('for an administrator by the account; each export is logged', async () => {
  const path = `/api/accounts/${officeId}/personal-data`
  const { status, body } = await administrator.ask('GET', path)
  expect(status).toBe(200)
  expect(body.subject.address).toBe('office@dong-ha')
  const log = (await administrator.ask('GET', '/api/access-log?action=export&kind=account')).body
  expect(log.entries[0]).toMatchObject({
    account: { address: 'administrator@dong-ha' },
    subjectId: officeId,
  })
  expect(rowsOf(await own(office), 'accessAbout')).toMatchObject([{ action: 'export' }])
  const stranger = await here.client('administrator', here.west)
  expect((await stranger.ask('GET', path)).status).toBe(404)
  expect((await office.ask('GET', path)).status).toBe(403)
})

test('by the person, also without an account; another province has none such', async () => {
  const who = { personId: '01900000-0000-7000-8000-00000000aaaa' }
  const db = here.database.db
  const data = await personalDataOf(db, await here.actor('administrator'), who)
  expect(data.subject).toMatchObject({ personId: who.personId, accountIds: [officeId] })
  expect(rowsOf(data, 'document')).toHaveLength(1)
  const stranger = await here.actor('administrator', here.west)
  await expect(personalDataOf(db, stranger, who)).rejects.toThrow('notFound')
})
