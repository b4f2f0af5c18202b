// The access log: what goes into it, who reads it, and that reading it is in it as well.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../../test/world.ts'
import type { AccessEntry } from './contract.ts'
import { loggedRoutes } from './logged.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let reader: Client
let inspector: Client
let inspectorId = ''
let id = ''

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  reader = await here.client('reader')
  const granted = await here.grantee('inspector')
  inspector = granted.client
  inspectorId = granted.actor.accountId ?? ''
  const form = fileForm('Thu ngân sách đạt 12 tỷ đồng.', 'a.txt')
  id = (await office.ask('POST', '/api/documents', { form })).body.document.id
})

afterAll(() => here.close())

async function entries(query: string, client = inspector): Promise<AccessEntry[]> {
  const { status, body } = await client.ask('GET', `/api/access-log?${query}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body.entries
}

test('every reading route says whether it is logged, or why not', () => {
  const gets = here.app.routes
    .filter((route) => route.method === 'GET' && route.path.startsWith('/api/'))
    .map((route) => route.path.replace(/:(\w+)/g, '{$1}'))
  expect(Object.keys(loggedRoutes).sort()).toEqual([...new Set(gets)].sort())
})

test('opening, reading and downloading a document is logged with who, what and when', async () => {
  for (const part of ['', '/text', '/original', '/findings']) {
    expect((await reader.ask('GET', `/api/documents/${id}${part}`)).status).toBe(200)
  }
  const own = await entries(`kind=document&subject=${id}&who=reader`)
  expect(own.map((one) => one.action)).toEqual(['read', 'download', 'read', 'open'])
  for (const one of own) {
    expect(one).toMatchObject({
      account: { name: 'reader Tỉnh Đông Hà', address: 'reader@dong-ha' },
      subjectId: id,
      subjectName: 'Thu ngân sách đạt 12 tỷ đồng.',
    })
    expect(Number.isNaN(Date.parse(one.at))).toBe(false)
  }
})

test('a chain, which tells whole opinions, is logged with the entry that it was asked from', async () => {
  const [{ id: indicator }] = (await office.ask('GET', '/api/indicators')).body.indicators
  const asked = `kind=indicator&id=${indicator}`
  expect((await reader.ask('GET', `/api/chain?${asked}`)).status).toBe(200)
  expect(await entries('kind=chain&who=reader')).toMatchObject([{ action: 'read', detail: asked }])
})

test('a list of accounts is logged as reading everybody’s data', async () => {
  const administrator = await here.client('administrator')
  await administrator.ask('GET', '/api/accounts')
  const [entry] = await entries('kind=account&action=list')
  expect(entry).toMatchObject({ subjectId: null, account: { address: 'administrator@dong-ha' } })
})

test('what was refused, and what does not exist, is no reading', async () => {
  const nobody = await here.grantee('reader', await here.body('Sở Bên cạnh'))
  const { document } = (await office.ask('GET', `/api/documents/${id}`)).body
  const narrowed = await office.ask('PATCH', `/api/documents/${id}`, {
    json: { level: 'office' },
    version: document.version,
  })
  expect(narrowed.status).toBe(200)
  expect((await nobody.client.ask('GET', `/api/documents/${id}/text`)).status).toBe(404)
  expect(await entries(`who=${nobody.address}&kind=document`)).toEqual([])
})

test('reading the log is in the log, with what was asked for', async () => {
  await entries('kind=document&action=download')
  const [entry] = await entries(`kind=accessLog&who=${'inspector'}`)
  expect(entry).toMatchObject({
    account: { id: inspectorId },
    action: 'list',
    detail: 'kind=document&action=download',
  })
})

describe('filters', () => {
  test('days in Vietnam, an account, a page', async () => {
    const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())
    expect((await entries(`from=${today}&to=${today}`)).length).toBeGreaterThan(5)
    expect(await entries('to=2020-01-01')).toEqual([])
    expect(await entries('from=2099-01-01')).toEqual([])
    const [first, second] = await entries('kind=document')
    const [next] = await entries(`kind=document&before=${first?.id}`)
    expect(next?.id).toBe(second?.id)
  })

  test('wild cards are letters', async () => {
    expect(await entries('who=%25')).toEqual([])
  })
})

test('readings of a document that one may not read are left out, like the document', async () => {
  const administrator = await here.client('administrator')
  expect(await entries(`kind=document&subject=${id}`, administrator)).toEqual([])
  expect((await entries(`kind=document&subject=${id}`)).length).toBeGreaterThan(3)
  expect((await entries('kind=account', administrator)).length).toBeGreaterThan(0)
})

test('another province sees nothing of it', async () => {
  const stranger = await here.client('administrator', here.west)
  const found = await entries(`kind=document`, stranger)
  expect(found).toEqual([])
  expect(await entries(`subject=${id}`, stranger)).toEqual([])
})

test('an answer that cannot be logged is not given', async () => {
  await here.owner().pool.query('alter table access_entry rename to access_entry_away')
  try {
    const answer = await office.ask('GET', `/api/documents/${id}/text`)
    expect(answer.status).toBe(500)
    expect(JSON.stringify(answer.body)).not.toContain('ngân sách')
  } finally {
    await here.owner().pool.query('alter table access_entry_away rename to access_entry')
  }
})
