// Signing in through a real identity provider: whom it opens an account for, and whom not.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  client,
  people,
  type RunningProvider,
  signInThere,
  startProvider,
} from '../../test/identity-provider.ts'
import { password, world } from '../../test/world.ts'
import { codeAt } from '../registers/people/factorsecret.ts'

const url = 'http://127.0.0.1:9'
let provider: RunningProvider
let here: Awaited<ReturnType<typeof world>>

beforeAll(async () => {
  provider = await startProvider(`${url}/sso`)
  const sso = {
    ...{ issuer: provider.issuer, clientId: client.id, clientSecret: client.secret },
    ...{ name: 'Cổng của tỉnh', url },
  }
  here = await world(undefined, { settings: { sso } })
})

afterAll(async () => {
  await here?.close()
  await provider?.close()
})

/** An account that an administrator has assigned to a subject or an address. */
async function assigned(ssoName: string, address = `${ssoName}@dong-ha`) {
  const administrator = await here.client('administrator')
  const added = await administrator.ask('POST', '/api/accounts', {
    json: { address, name: address, role: 'office' },
  })
  const { id, version } = added.body.account
  const { status, body } = await administrator.ask('PATCH', `/api/accounts/${id}`, {
    json: { ssoName },
    version,
  })
  expect(status, JSON.stringify(body)).toBe(200)
  return { address, account: body.account, administrator }
}

const post = (path: string, json: object, cookie = '') =>
  here.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(json),
  })

const cookieIn = (response: Response, name: string): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .find((pair) => pair.startsWith(`${name}=`) && !pair.endsWith('=')) ?? ''

async function begin(json: object = {}) {
  const response = await post('/api/session/sso/begin', json)
  const { address } = (await response.json()) as { address: string }
  return { address, cookie: cookieIn(response, 'giaoban-sso') }
}

async function finish(query: string, cookie: string) {
  const response = await post('/api/session/sso/finish', { query }, cookie)
  // biome-ignore lint/suspicious/noExplicitAny: a session or a problem
  return { response, status: response.status, body: (await response.json()) as any }
}

/** The whole way, as a browser goes it. */
async function enter(subject: string, json: object = {}) {
  const { address, cookie } = await begin(json)
  const query = await signInThere(address, subject, `${url}/sso`)
  return { query, cookie, ...(await finish(query, cookie)) }
}

const known = (subject: string, more: object = {}) =>
  people.set(subject, { email: `${subject}@tinh.gov.vn`, email_verified: true, ...more })

test('the screens are told of the provider, and where it is', async () => {
  const state = await (await here.app.request('/api/session')).json()
  expect(state).toMatchObject({ signedIn: false, sso: 'Cổng của tỉnh' })
  const { address } = await begin()
  const { origin, searchParams } = new URL(address)
  expect(origin).toBe(provider.issuer)
  expect(Object.fromEntries(searchParams)).toMatchObject({
    ...{ response_type: 'code', code_challenge_method: 'S256', redirect_uri: `${url}/sso` },
    ...{
      state: expect.stringMatching(/^[\w-]{40,}$/),
      nonce: expect.stringMatching(/^[\w-]{40,}$/),
    },
  })
})

test('an account that is assigned to a subject opens for it', async () => {
  known('an')
  const { address } = await assigned('an')
  const { status, body, response } = await enter('an')
  expect([status, body.account?.address], JSON.stringify(body)).toEqual([200, address])
  const documents = await here.app.request('/api/documents', {
    headers: { cookie: cookieIn(response, 'giaoban') },
  })
  expect(documents.status).toBe(200)
})

test('nobody whom no administrator assigned comes in, and no account is made', async () => {
  known('la')
  const count = async () =>
    (await here.database.pool.query('select count(*)::int as n from account')).rows[0].n
  const before = await count()
  const { status, body } = await enter('la')
  expect([status, body.code]).toEqual([403, 'ssoUnknown'])
  expect(await count()).toBe(before)
})

test('an address counts only where the provider verified it, and only for its first subject', async () => {
  const { account, administrator } = await assigned('Chung@tinh.gov.vn', 'chung@dong-ha')
  expect(account.ssoName).toBe('chung@tinh.gov.vn')
  known('gia', { email: 'chung@tinh.gov.vn', email_verified: false })
  expect((await enter('gia')).status).toBe(403)
  known('chung', { email: 'chung@tinh.gov.vn' })
  expect((await enter('chung')).body.account.address).toBe('chung@dong-ha')
  // The address is given to a successor later: it is another person.
  known('moi', { email: 'chung@tinh.gov.vn' })
  expect((await enter('moi')).status).toBe(403)
  known('chung', { email: 'khac@tinh.gov.vn' })
  expect((await enter('chung')).status).toBe(200)

  const taken = await administrator.ask('PATCH', `/api/accounts/${account.id}`, {
    json: { ssoName: null },
    version: account.version,
  })
  expect(taken.body.account.signsInBy).toBe('nothing')
  expect((await enter('chung')).status).toBe(403)
})

test('an answer serves once, for the browser that asked', async () => {
  known('binh')
  await assigned('binh')
  const first = await enter('binh')
  expect(first.status).toBe(200)
  expect((await finish(first.query, first.cookie)).body.code).toBe('ssoFailed')
  const one = await begin()
  const other = await begin()
  const query = await signInThere(one.address, 'binh', `${url}/sso`)
  expect((await finish(query, other.cookie)).body.code).toBe('ssoFailed')
  expect((await finish(query, '')).body.code).toBe('ssoFailed')
  expect((await finish('code=x&state=y', one.cookie)).body.code).toBe('ssoFailed')
  expect((await finish('error=access_denied', one.cookie)).body.code).toBe('ssoFailed')
})

test('a closed account stays closed, and no password opens one that has none', async () => {
  known('cuong')
  const { address, account, administrator } = await assigned('cuong')
  for (const guess of ['', ' ', 'x', 'null', 'undefined', 'cuong', password, '123456', '!']) {
    const answer = await here.anonymous.ask('POST', '/api/session', {
      json: { address, password: guess },
    })
    expect([400, 401, 429], guess).toContain(answer.status)
  }
  await administrator.ask('PATCH', `/api/accounts/${account.id}`, {
    json: { disabled: true },
    version: account.version,
  })
  expect((await enter('cuong')).status).toBe(403)
})

test('somebody with accounts in two provinces chooses one', async () => {
  known('dung')
  await assigned('dung')
  const west = await here.account('dung@tay-son', 'reader', here.west)
  await here.database.pool.query('update account set sso_name = $1 where account_id = $2', [
    'dung',
    west.id,
  ])
  const { status, body } = await enter('dung')
  expect([status, body.provinces?.length]).toEqual([409, 2])
  const chosen = await enter('dung', { provinceId: here.west.province_id })
  expect(chosen.body.province.slug).toBe('tay-son')
})

test('the second factor is asked for, unless the provider says that it asked for several', async () => {
  known('giang')
  await assigned('giang')
  const { response, body } = await enter('giang')
  const cookie = cookieIn(response, 'giaoban')
  const ask = async (path: string, json: object) => {
    const answer = await here.app.request(path, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'x-csrf-token': body.csrfToken, cookie },
      },
      body: JSON.stringify(json),
    })
    return (await answer.json()) as { secret: string }
  }
  const { secret } = await ask('/api/session/factor/begin', {})
  await ask('/api/session/factor/confirm', { code: codeAt(secret, Date.now()) })
  expect((await enter('giang')).body.pending.step).toBe('factor')
  known('giang', { amr: ['pwd', 'mfa'] })
  expect((await enter('giang')).body.signedIn).toBe(true)
})
