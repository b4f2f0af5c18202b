// The rules of every request: sign-in, forged requests, versions, repeated requests, one error shape.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { password, world } from '../../test/world.ts'

let here: Awaited<ReturnType<typeof world>>

beforeAll(async () => {
  here = await world()
})

afterAll(() => here.close())

const signIn = (address: string, secret: string, headers: Record<string, string> = {}) =>
  here.anonymous.ask('POST', '/api/session', {
    json: { address, password: secret },
    headers,
  })

test('a session knows its person, province and language', async () => {
  const reader = await here.client('reader')
  const { body } = await reader.ask('GET', '/api/session')
  expect(body).toMatchObject({
    signedIn: true,
    setUpNeeded: false,
    account: {
      roles: [{ role: 'reader', organisation: 'Tỉnh Đông Hà', everywhere: true }],
      address: 'reader@dong-ha',
    },
    province: { slug: 'dong-ha' },
  })
})

test('the cookie is closed to scripts and other sites, and the database has no token', async () => {
  const response = await here.app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address: 'reader@dong-ha', password }),
  })
  const [cookie = '', device = ''] = response.headers.getSetCookie()
  expect(cookie).toMatch(/^giaoban=\d+\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  expect(device).toMatch(
    /^giaoban-device=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  const token = /\.([\w-]{43})/.exec(cookie)?.[1] ?? ''
  const { rows } = await here.database.pool.query('select s.*, d.* from session s, known_device d')
  expect(rows.length).toBeGreaterThan(0)
  for (const secret of [token, /=([\w-]{43})/.exec(device)?.[1] ?? '']) {
    expect(JSON.stringify(rows)).not.toContain(secret)
  }
})

test('signing out ends the session for good', async () => {
  const reader = await here.client('reader')
  expect((await reader.ask('DELETE', '/api/session')).status).toBe(200)
  expect((await reader.ask('GET', '/api/documents')).status).toBe(401)
})

test('an address with accounts in two provinces is asked which', async () => {
  await here.account('both@example')
  await here.account('both@example', 'reader', here.west)
  const asked = await signIn('both@example', password)
  expect(asked.status).toBe(409)
  expect(asked.body.provinces.map((one: { name: string }) => one.name)).toEqual([
    'Tỉnh Tây Sơn',
    'Tỉnh Đông Hà',
  ])
  const chosen = await here.anonymous.ask('POST', '/api/session', {
    json: { address: 'both@example', password, provinceId: here.west.province_id },
  })
  expect(chosen.body.province.slug).toBe('tay-son')
})

test('guessing is slowed down, for the address and the network, and the answer tells nothing', async () => {
  const first = await signIn('nobody@dong-ha', 'wrong password')
  const known = await signIn('reader@tay-son', 'wrong password')
  expect(first.body.detail).toBe(known.body.detail)
  for (let attempt = 0; attempt < 4; attempt++) await signIn('reader@tay-son', 'wrong password')
  const held = await signIn('reader@tay-son', password)
  expect(held.status).toBe(429)
  expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0)
  await here.database.pool.query(`update login_attempt set last_at = now() - interval '10 minutes'`)
  expect((await signIn('reader@tay-son', password)).status).toBe(200)
})

test('a write without the token, or from another site, is refused', async () => {
  const office = await here.client('office')
  const json = { locale: 'vi' }
  const forged = await office.ask('PATCH', '/api/session', {
    json,
    headers: { 'x-csrf-token': 'x' },
  })
  expect(forged.status).toBe(200)
  const response = await here.app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address: 'office@dong-ha', password }),
  })
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const write = (headers: Record<string, string>) =>
    here.app.request('/api/session', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', cookie, ...headers },
      body: JSON.stringify(json),
    })
  expect((await write({})).status).toBe(403)
  expect((await write({ 'x-csrf-token': 'wrong' })).status).toBe(403)
  const { csrfToken } = (await response.json()) as { csrfToken: string }
  const site = { 'x-csrf-token': csrfToken, origin: 'https://evil.example', host: 'here' }
  expect((await write(site)).status).toBe(403)
  expect((await write({ 'x-csrf-token': csrfToken, 'sec-fetch-site': 'cross-site' })).status).toBe(
    403,
  )
  expect((await write({ 'x-csrf-token': csrfToken })).status).toBe(200)
})

test('every answer carries the security headers', async () => {
  for (const path of ['/api/session', '/api/documents', '/api/nothing-here']) {
    const { headers } = await here.anonymous.ask('GET', path)
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control'), path).toBe('private, no-store')
  }
})

test('a problem says what is wrong in the user’s language', async () => {
  const vi = await here.anonymous.ask('GET', '/api/documents')
  const en = await here.anonymous.ask('GET', '/api/documents', {
    headers: { 'accept-language': 'en-GB' },
  })
  expect(vi.headers.get('content-type')).toContain('application/problem+json')
  expect(vi.body).toMatchObject({ code: 'signInNeeded', status: 401, title: 'Cần đăng nhập' })
  expect(en.body).toMatchObject({ code: 'signInNeeded', title: 'Please sign in' })
})

test('two people change one thing: the first wins, the second sees both', async () => {
  const office = await here.client('office')
  const other = await here.client('office')
  const made = await office.ask('POST', '/api/indicators', {
    json: { nameVi: 'Số hộ dùng nước sạch', unit: 'household' },
  })
  const { id, version } = made.body.indicator
  const path = `/api/indicators/${id}`
  expect((await office.ask('PATCH', path, { json: { nameEn: 'A' } })).status).toBe(428)
  const first = await office.ask('PATCH', path, { json: { nameEn: 'A' }, version })
  expect(first.status).toBe(200)
  const second = await other.ask('PATCH', path, { json: { nameEn: 'B' }, version })
  expect(second.status).toBe(412)
  expect(second.body.current).toMatchObject({ nameEn: 'A', version: version + 1 })
})

test('the same request twice changes once, even at the same moment', async () => {
  const office = await here.client('office')
  const ask = () =>
    office.ask('POST', '/api/indicators', {
      json: { nameVi: 'Số trạm y tế xã', unit: 'unit' },
      key: 'the-same',
    })
  const answers = await Promise.all([ask(), ask(), ask(), ask()])
  const ids = new Set(answers.map((answer) => answer.body.indicator?.id))
  expect([...ids]).toHaveLength(1)
  const reused = await office.ask('POST', '/api/indicators', {
    json: { nameVi: 'Một chỉ tiêu khác', unit: 'unit' },
    key: 'the-same',
  })
  expect(reused.body.code).toBe('idempotencyKeyReused')
  const without = await office.ask('POST', '/api/indicators', {
    json: { nameVi: 'Một chỉ tiêu khác', unit: 'unit' },
    key: null,
  })
  expect(without.body.code).toBe('idempotencyKeyMissing')
})

test('broken input is named, never a server error', async () => {
  const office = await here.client('office')
  const broken = await here.app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"address": ',
  })
  expect(broken.status).toBe(400)
  const wrong = await office.ask('PATCH', '/api/session', { json: { locale: 'fr' } })
  expect(wrong.body).toMatchObject({ code: 'invalidInput', where: 'locale' })
  expect((await office.ask('GET', '/api/documents/../../etc/passwd')).status).toBe(404)
  expect((await office.ask('GET', '/api/documents/not-an-id')).status).toBe(400)
  const nul = await office.ask('GET', '/api/search?q=%00%27%22%3B--%20a')
  expect(nul.status).toBe(200)
})

test('the last administrator stays, and a closed account is out at once', async () => {
  const admin = await here.client('administrator')
  const actor = await here.actor('administrator')
  const { body } = await admin.ask('GET', '/api/accounts')
  const own = body.accounts.find((one: { id: string }) => one.id === actor.accountId)
  const refused = await admin.ask('PATCH', `/api/accounts/${own.id}`, {
    json: { disabled: true },
    version: own.version,
  })
  expect(refused.body.code).toBe('lastAdministrator')
  const made = await here.account('leaves@dong-ha', 'office')
  const signedIn = await signIn('leaves@dong-ha', password)
  expect(signedIn.status).toBe(200)
  const closed = await admin.ask('PATCH', `/api/accounts/${made.id}`, {
    json: { disabled: true },
    version: made.version,
  })
  expect(closed.body.account.disabled).toBe(true)
  expect((await signIn('leaves@dong-ha', password)).status).toBe(401)
})
