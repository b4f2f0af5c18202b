// A session's life: it ends when nobody uses it, at its longest age, by signing out, and by a new
// password; the brake on guessing outlives a restart.
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { password, plainSettings, world } from '../../test/world.ts'
import { createServer } from './server.ts'

let here: Awaited<ReturnType<typeof world>>

beforeAll(async () => {
  here = await world()
})

afterAll(() => here.close())

/** Sets the account's sessions back, as if time had passed. */
const age = (column: 'last_seen_at' | 'expires_at', interval: string) =>
  here.database.pool.query(`update session set ${column} = ${column} - interval '${interval}'`)

const documents = async (client: Awaited<ReturnType<typeof here.client>>) =>
  (await client.ask('GET', '/api/documents')).status

test('a session ends after twelve hours without use', async () => {
  const reader = await here.client('reader')
  await age('last_seen_at', '11 hours')
  expect(await documents(reader)).toBe(200)
  await age('last_seen_at', '11 hours')
  expect(await documents(reader), 'used in between').toBe(200)
  await age('last_seen_at', '13 hours')
  expect(await documents(reader)).toBe(401)
})

test('a session ends after seven days, however much it is used', async () => {
  const reader = await here.client('reader')
  await age('expires_at', '167 hours')
  expect(await documents(reader)).toBe(200)
  await age('expires_at', '2 hours')
  expect(await documents(reader)).toBe(401)
})

test('what is over is taken away at the next sign-in', async () => {
  await here.client('office')
  await age('expires_at', '30 days')
  await here.client('office')
  const { rows } = await here.database.pool.query(
    `select expires_at < now() as over from session join account using (province_id, account_id)
     where address = 'office@dong-ha'`,
  )
  expect(rows).toEqual([{ over: false }])
})

test('a new password ends the other sessions, this one goes on', async () => {
  await here.account('own@dong-ha')
  const [one, two] = [await here.clientAt('own@dong-ha'), await here.clientAt('own@dong-ha')]
  const change = (current: string, next: string) =>
    one.ask('PUT', '/api/session/password', { json: { current, next } })

  const wrong = await change('không phải mật khẩu', 'một câu khác thật dài')
  expect([wrong.status, wrong.body.code]).toEqual([422, 'passwordWrong'])
  expect((await change(password, 'ngắn')).body).toMatchObject({ reason: 'short' })
  expect(await documents(two)).toBe(200)

  const done = await change(password, 'một câu khác thật dài')
  expect(done.status, JSON.stringify(done.body)).toBe(200)
  expect(await documents(one)).toBe(200)
  expect(await documents(two)).toBe(401)
  const signIn = (secret: string) =>
    here.anonymous.ask('POST', '/api/session', {
      json: { address: 'own@dong-ha', password: secret },
    })
  expect((await signIn(password)).status).toBe(401)
  expect((await signIn('một câu khác thật dài')).status).toBe(200)
  const { rows } = await here.database.pool.query(
    `select action from audit_record where action = 'account.password'`,
  )
  expect(rows).toHaveLength(1)
})

test('everybody sees where they are signed in, and ends one session or all', async () => {
  const { address, client: one } = await here.grantee('office')
  const two = await here.clientAt(address)
  const { client: other } = await here.grantee('office')
  const list = async () => (await one.ask('GET', '/api/sessions')).body.sessions
  const sessions = await list()
  expect(sessions).toMatchObject([
    { present: false, device: '', network: 'local' },
    { present: true, device: '', network: 'local' },
  ])
  const theirs = (await other.ask('GET', '/api/sessions')).body.sessions
  expect(theirs).toHaveLength(1)
  const foreign = await one.ask('DELETE', `/api/sessions/${theirs[0].id}`)
  expect([foreign.status, await documents(other)]).toEqual([404, 200])

  const ended = await one.ask('DELETE', `/api/sessions/${sessions[0].id}`)
  expect(ended.body).toMatchObject({ signedIn: true, account: { address } })
  expect([await documents(one), await documents(two)]).toEqual([200, 401])
  expect(await list()).toHaveLength(1)

  const three = await here.clientAt(address)
  const out = await three.ask('DELETE', '/api/sessions')
  expect(out.body).toMatchObject({ signedIn: false })
  expect(out.headers.get('set-cookie')).toMatch(/^giaoban=;.*Max-Age=0/)
  expect([await documents(one), await documents(three)]).toEqual([401, 401])
  expect(await documents(other)).toBe(200)
})

test('a session keeps browser and system in two words, and a shortened address', async () => {
  const { address } = await here.grantee('reader')
  const agent = 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/145.0'
  const answer = await here.app.request(
    '/api/session',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': agent },
      body: JSON.stringify({ address, password }),
    },
    { incoming: { socket: { remoteAddress: '113.160.7.25' } } } as never,
  )
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { sessions } = await (
    await here.app.request('/api/sessions', { headers: { cookie } })
  ).json()
  expect(sessions).toMatchObject([
    { device: 'Firefox, Windows', network: '113.160.7.x', present: true },
    { device: '', present: false },
  ])
})

test('guessing one’s own password is slowed down as well', async () => {
  const reader = await here.client('reader', here.west)
  const guess = () =>
    reader.ask('PUT', '/api/session/password', { json: { current: 'x', next: 'một câu thật dài' } })
  const answers = await Promise.all(Array.from({ length: 9 }, guess))
  expect(answers.map(({ status }) => status).sort()).toEqual([
    ...[422, 422, 422, 422, 422, 429, 429, 429, 429],
  ])
})

test('the brake on guessing outlives a restart', async () => {
  const guess = (app: typeof here.app) =>
    app.request('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ address: 'administrator@tay-son', password: 'sai' }),
    })
  for (let attempt = 0; attempt < 6; attempt++) await guess(here.app)
  const restarted = createServer({
    settings: { ...plainSettings, secure: false, trustProxy: false, webFolder: null },
    database: here.database,
    log: pino({ level: 'silent' }),
  })
  const held = await guess(restarted)
  expect(held.status).toBe(429)
  expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('passwords are kept as argon2id, never as they are', async () => {
  const { rows } = await here.database.pool.query('select password_hash from account')
  for (const row of rows) expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})
