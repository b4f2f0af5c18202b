// One-time codes: first passwords and forgotten ones; and that half a sign-in gives no right.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, password, world } from '../../test/world.ts'
import { transaction } from '../database/open.ts'
import { addAccount } from '../registers/people/store.ts'
import { systemActor } from './access.ts'

let here: Awaited<ReturnType<typeof world>>
let administrator: Client

beforeAll(async () => {
  here = await world()
  administrator = await here.client('administrator')
})

afterAll(() => here.close())

let count = 0

/** A new account without a password. */
async function newcomer(): Promise<{ id: string; address: string; version: number }> {
  const address = `new-${++count}@dong-ha`
  const { body } = await administrator.ask('POST', '/api/accounts', {
    json: { address, name: `Người mới ${count}`, role: 'office' },
  })
  return body.account
}

const issue = (accounts: string[], more: object = {}) =>
  administrator.ask('POST', '/api/session-codes', { json: { accounts, days: 7, ...more } })

const signIn = (address: string, secret: string) =>
  here.anonymous.ask('POST', '/api/session', { json: { address, password: secret } })

const choose = (client: Client, chosen = 'mưa rơi trên mái tôn cũ') =>
  client.ask('POST', '/api/session/choose-password', { json: { password: chosen } })

test('a sheet of 190 codes: each is of its own account, once, and in no table', async () => {
  const system = systemActor(here.east.province_id)
  const accounts = await transaction(here.database, async (tx) => {
    const made = []
    for (let one = 1; one <= 190; one++) {
      const given = { address: `xa-${one}@dong-ha`, name: `Cán bộ ${one}`, role: 'reader' } as const
      made.push(await addAccount(tx, system, given))
    }
    return made
  })
  const { status, body } = await issue(accounts.map((one) => one.id))
  expect(status).toBe(200)
  expect(body.codes.map((one: { address: string }) => one.address)).toEqual(
    accounts.map((one) => one.address),
  )
  expect(new Set(body.codes.map((one: { code: string }) => one.code)).size).toBe(190)
  for (const { code } of body.codes) expect(code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)

  const [first, second] = body.codes
  const kept = await here.database.pool.query(
    `select (select json_agg(t) from account_code t)::text as codes,
      (select json_agg(t) from audit_record t)::text as record,
      (select json_agg(t) from idempotency t)::text as answers`,
  )
  for (const text of Object.values(kept.rows[0])) {
    expect(String(text)).not.toContain(first.code)
    expect(String(text)).not.toContain(first.code.replaceAll('-', ''))
  }
  expect((await signIn(second.address, first.code)).status).toBe(401)
  const typed = ` ${first.code.toUpperCase().replaceAll('-', ' ')}`
  const begun = await signIn(first.address, typed)
  expect(begun.body).toMatchObject({
    signedIn: false,
    account: null,
    pending: { step: 'password', address: first.address },
  })
})

test('with a code one chooses a password, and nothing else; then it is used up', async () => {
  const { id, address } = await newcomer()
  const [{ code }] = (await issue([id])).body.codes
  const client = await here.clientAt(address, code)
  for (const [method, path] of [
    ['GET', '/api/documents'],
    ['GET', '/api/sessions'],
    ['PATCH', '/api/session'],
    ['PUT', '/api/session/password'],
  ] as const) {
    const json = { locale: 'en', current: code, next: 'mưa rơi trên mái tôn cũ' }
    const answer = await client.ask(method, path, method === 'GET' ? {} : { json })
    expect(answer.status, path).toBe(401)
  }
  const weak = await choose(client, 'Matkhau@2026')
  expect([weak.status, weak.body.reason]).toEqual([422, 'common'])
  const chosen = await choose(client)
  expect(chosen.body).toMatchObject({ signedIn: true, account: { address }, pending: null })
  // The session that waited is over, as if its token had been seen by somebody.
  expect((await choose(client)).status).toBe(409)
  expect((await client.ask('GET', '/api/documents')).status).toBe(401)

  expect((await signIn(address, code)).status).toBe(401)
  expect((await signIn(address, 'mưa rơi trên mái tôn cũ')).body.signedIn).toBe(true)
  const { rows } = await here.database.pool.query(
    'select action from audit_record where subject_id = $1 order by seq',
    [id],
  )
  expect(rows.map((row) => row.action)).toEqual([
    ...['account.add', 'grant.give', 'account.code', 'account.password'],
    ...['session.open', 'session.open'],
  ])
})

test('a code runs out, also in the middle of a sign-in', async () => {
  const { id, address } = await newcomer()
  const [{ code }] = (await issue([id], { days: 1 })).body.codes
  const client = await here.clientAt(address, code)
  await here.database.pool.query(
    `update account_code set expires_at = expires_at - interval '25 hours' where account_id = $1`,
    [id],
  )
  const late = await choose(client)
  expect([late.status, late.body.code]).toEqual([410, 'codeOver'])
  expect((await signIn(address, code)).status).toBe(401)
})

test('two sign-ins with one code choose one password', async () => {
  const { id, address } = await newcomer()
  const [{ code }] = (await issue([id])).body.codes
  const clients = await Promise.all([here.clientAt(address, code), here.clientAt(address, code)])
  const answers = await Promise.all(
    clients.map((client, at) => choose(client, `mưa rơi trên mái tôn số ${at}`)),
  )
  expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200])
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('a forgotten password: the code needs a reason and ends password and sessions', async () => {
  const { id } = await here.account('forgets@dong-ha', 'office')
  const client = await here.clientAt('forgets@dong-ha')
  const without = await issue([id])
  expect([without.status, without.body.code]).toEqual([422, 'reasonMissing'])
  expect((await client.ask('GET', '/api/documents')).status).toBe(200)
  const [first] = (await issue([id], { reason: 'quên mật khẩu' })).body.codes
  const [second] = (await issue([id])).body.codes
  expect((await client.ask('GET', '/api/documents')).status).toBe(401)
  expect((await signIn('forgets@dong-ha', password)).status).toBe(401)
  expect((await signIn('forgets@dong-ha', first.code)).status).toBe(401)
  expect((await signIn('forgets@dong-ha', second.code)).body.pending.step).toBe('password')
  const { accounts } = (await administrator.ask('GET', '/api/accounts')).body
  expect(accounts.find((one: { id: string }) => one.id === id)).toMatchObject({
    signsInBy: 'code',
    codeUntil: second.expiresAt,
  })
})

test('codes are for open accounts of the own province, all or none, and not for oneself', async () => {
  const open = await newcomer()
  const closed = await newcomer()
  await administrator.ask('PATCH', `/api/accounts/${closed.id}`, {
    json: { disabled: true },
    version: closed.version,
  })
  const theirs = await here.account('theirs@tay-son', 'reader', here.west)
  const own = await here.actor('administrator')
  expect((await issue([open.id, closed.id])).status).toBe(404)
  expect((await issue([open.id, theirs.id], { reason: 'x' })).status).toBe(404)
  expect((await issue([open.id, own.accountId ?? '']).then(({ body }) => body)).code).toBe(
    'notForOneself',
  )
  const { rows } = await here.database.pool.query(
    'select 1 from account_code where account_id = any($1)',
    [[open.id, closed.id, theirs.id]],
  )
  expect(rows).toEqual([])
})

test('closing an account takes its code away', async () => {
  const { id, address, version } = await newcomer()
  const [{ code }] = (await issue([id])).body.codes
  const client = await here.clientAt(address, code)
  await administrator.ask('PATCH', `/api/accounts/${id}`, { json: { disabled: true }, version })
  expect((await choose(client)).status).toBe(409)
  expect((await signIn(address, code)).status).toBe(401)
  const again = await administrator.ask('PATCH', `/api/accounts/${id}`, {
    json: { disabled: false },
    version: version + 1,
  })
  expect(again.body.account.signsInBy).toBe('nothing')
  expect((await signIn(address, code)).status).toBe(401)
})

test.each([
  ['short', 'ngắn'],
  ['common', 'Matkhau@123456'],
  ['personal', 'DongHa2026!!'],
])('a %s password is refused wherever one is chosen, saying why', async (reason, weak) => {
  const { id, address } = await newcomer()
  const [{ code }] = (await issue([id])).body.codes
  const { client: open } = await here.grantee('reader')
  const answers = [
    await choose(await here.clientAt(address, code), weak),
    await open.ask('PUT', '/api/session/password', { json: { current: password, next: weak } }),
  ]
  for (const { status, body } of answers) {
    expect([status, body.code, body.reason], JSON.stringify(body)).toEqual([
      ...[422, 'passwordWeak', reason],
    ])
    expect(body.detail.length).toBeGreaterThan(30)
  }
})
