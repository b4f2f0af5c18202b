// What is held on a person: everything, by the catalogue of the database; nothing of anybody else; no
// secret that proves who somebody is.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, fileForm, password, world } from '../../../test/world.ts'
import type { PersonalData } from './contract.ts'
import { held } from './held.ts'
import { codes, idsOfThings, namesOfPeople, notHeld, standForNobody, words } from './named.ts'
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

interface Column {
  table: string
  column: string
}
const spelt = ({ table, column }: Column) => `${table}.${column}`

/** What the catalogue of the database says of columns: their type, key, what they name. */
async function catalogue() {
  const ask = async <T>(text: string) => (await here.database.pool.query(text)).rows as T[]
  const all = await ask<Column & { type: string; key: boolean }>(
    `select c.table_name as table, c.column_name as column, c.data_type as type,
       exists (select 1 from pg_constraint k
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
         where k.contype = 'p' and k.conrelid = c.table_name::regclass
           and cardinality(k.conkey) = 2 and a.attname = c.column_name) as key
     from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE'`,
  )
  const links = await ask<Column & { target: string }>(
    `select k.conrelid::regclass::text as table, a.attname as column, k.confrelid::regclass::text as target
     from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
     where k.contype = 'f' and a.attname <> 'province_id'`,
  )
  const listed = await ask<Column>(
    `select k.conrelid::regclass::text as table, a.attname as column
     from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     where k.contype = 'c' and cardinality(k.conkey) = 1
       and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%'`,
  )
  return { all, links, listed: new Set(listed.map(spelt)) }
}

const people = ['account', 'person']

/** Columns of the table of what is held, and of the reasons why not. */
const decided = new Set([
  ...held.flatMap((one) => {
    const through = (one.through ?? []).map(({ column }) => column)
    const named = [...(one.account ?? []), ...(one.person ?? []), ...through]
    return named.map((column) => spelt({ table: one.table, column }))
  }),
  ...Object.keys(notHeld),
])

test('every column that names somebody, and every row that stands for one, is given out, or says why not', async () => {
  const { all, links } = await catalogue()
  const toPeople = links.filter(({ target }) => people.includes(target))
  // What people are named in and other tables name: an invitation, somebody who is asked.
  const standing = new Set(toPeople.map(({ table }) => table))
  const throughOthers = links.filter(
    ({ target }) => standing.has(target) && !people.includes(target) && !standForNobody[target],
  )
  // An id without a foreign key is a person's, unless it is the own key, or named as a key of another table.
  const things = all.filter(({ key, table }) => key && !people.includes(table))
  const explained = new Set([
    ...links.map(spelt),
    ...all.filter(({ key }) => key).map(spelt),
    ...idsOfThings,
  ])
  const ofThings = new Set(things.map(({ column }) => column))
  const unexplained = all.filter(
    (one) => one.type === 'uuid' && !explained.has(spelt(one)) && !ofThings.has(one.column),
  )
  const naming = [...toPeople, ...throughOthers, ...unexplained].map(spelt)
  expect(naming.length).toBeGreaterThan(50)
  expect(naming).toContain('conference_closing.by_account')
  expect(naming).toContain('item_opinion.invitation_id')
  expect(naming.filter((one) => !decided.has(one)).sort()).toEqual([])
  const there = new Set(all.map(spelt))
  const listed = [
    ...decided,
    ...idsOfThings,
    ...Object.keys(standForNobody).map((one) => `${one}.province_id`),
  ]
  expect(listed.filter((one) => !there.has(one))).toEqual([])
  // The way through another table goes by the very foreign key of the database.
  const keys = new Set(links.map((one) => `${spelt(one)}>${one.target}`))
  for (const { table, through = [] } of held) {
    for (const way of through) expect(keys).toContain(`${table}.${way.column}>${way.table}`)
  }
})

test('every text that may name somebody was looked at', async () => {
  const { all, listed } = await catalogue()
  const texts = all
    .filter((one) => ['text', 'jsonb', 'ARRAY', 'character varying'].includes(one.type))
    .map(spelt)
    .filter((one) => !listed.has(one))
  const looked = [...Object.keys(namesOfPeople), ...words, ...codes]
  expect(texts.filter((one) => !looked.includes(one)).sort()).toEqual([])
  expect(looked.filter((one) => !texts.includes(one)).sort()).toEqual([])
  expect(looked.filter((one, at) => looked.indexOf(one) !== at)).toEqual([])
  const sections = new Map(held.map((one) => [one.name, one]))
  for (const [column, where] of Object.entries(namesOfPeople)) {
    const [table = '', name = ''] = column.split('.')
    // Before a semicolon stand names of sections; a reason is a sentence.
    const names = (where.split(';')[0] ?? '').split(', ')
    const given = names.flatMap((one) => sections.get(one) ?? [])
    if (names.every((one) => !one.includes(' '))) {
      expect(given.length, `${column}: ${names}`).toBe(names.length)
      expect(
        given.some((one) => one.table === table && one.columns.includes(name)),
        column,
      ).toBe(true)
    } else expect(given, column).toEqual([])
  }
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

test('an opinion is its speaker’s, and the clerk’s only that it was taken down', async () => {
  const { address, client } = await here.grantee('leader')
  const { db } = here.database
  const done = async (method: string, path: string, options: object = {}) => {
    const { status, body } = await office.ask(method, path, options)
    expect(status, `${path}: ${JSON.stringify(body)}`).toBeLessThan(300)
    return body
  }
  const board = await here.body('Ban Thường vụ')
  const json = {
    organisationId: board,
    type: 'standingCommittee',
    startsAt: '2099-12-08T08:00:00+07:00',
  }
  const { plan } = await done('POST', '/api/conferences', { json })
  const at = `/api/conferences/${plan.id}`
  const { item } = await done('POST', `${at}/items`, { json: { title: 'Đề án', asked: 'decide' } })
  const { invitation } = await done('POST', `${at}/invitations`, {
    json: { address, capacity: 'forItems', itemIds: [item.id] },
  })
  await done('POST', `${at}/invitations/send`)
  const said = {
    speaker: 'Ông A',
    invitationId: invitation.id,
    stance: 'agree',
    body: 'nói tại họp',
  }
  await done('POST', `/api/session-items/${item.id}/opinions`, { json: said })
  const { round } = await done('POST', '/api/rounds', {
    json: {
      ...{ organisationId: board, title: 'Lấy ý kiến', question: 'Đồng ý không?' },
      ...{ dueAt: '2099-11-30T17:00:00+07:00', addressees: [{ address }] },
    },
  })
  const [asked] = round.addressees
  const answer = { stance: 'agree', opinions: [{ clause: 'Điều 1', body: 'viết trong phiếu' }] }
  // As it came on paper: the clerk writes down what the one who was asked says.
  await done('PUT', `/api/round-addressees/${asked.id}`, { json: answer, version: asked.version })
  const data = await own(client)
  expect(
    rowsOf(data, 'item_opinion')
      .map((one) => one.body)
      .sort(),
  ).toEqual(['nói tại họp', 'viết trong phiếu'])
  expect(rowsOf(data, 'invitation_item')).toMatchObject([{ session_item_id: item.id }])
  const clerks = await own(office)
  expect(rowsOf(clerks, 'opinion_taken')).toHaveLength(2)
  expect(rowsOf(clerks, 'item_opinion')).toEqual([])
  expect(JSON.stringify(clerks)).not.toMatch(/nói tại họp|viết trong phiếu|Ông A/)
  // Why somebody does not come is theirs: not the substitute's. The office may name one of another body.
  await done('POST', `/api/invitations/${invitation.id}/answer`, {
    json: { answer: 'substitute', reason: 'đi khám', substitute: { address: 'reader@dong-ha' } },
    version: invitation.version + 1,
  })
  expect(JSON.stringify(await own(client))).toContain('đi khám')
  const substitute = await own(await here.client('reader'))
  expect(rowsOf(substitute, 'substitution')).toHaveLength(1)
  expect(JSON.stringify(substitute)).not.toContain('đi khám')
  // By the person of an invitation, where no account stands in it.
  await here.owner().pool.query(
    `update invitation set person_id = $1, account_id = null, substitute_account_id = null
     where province_id = $2 and invitation_id = $3`,
    ['01900000-0000-7000-8000-00000000aaaa', here.east.province_id, invitation.id],
  )
  const by = await personalDataOf(db, await here.actor('administrator'), {
    personId: '01900000-0000-7000-8000-00000000aaaa',
  })
  expect(rowsOf(by, 'item_opinion')).toMatchObject([{ body: 'nói tại họp' }])
  expect(rowsOf(await own(client), 'item_opinion')).toHaveLength(1)
})
