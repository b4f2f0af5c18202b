// The second factor: set up, asked for, each code once, recovery codes once, guessing held up, the grace,
// and the way out for who lost the telephone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { trivialSecrets } from '../../test/trivial-secrets.ts'
import { type Client, password, world } from '../../test/world.ts'
import { codeAt } from '../registers/people/factorsecret.ts'

let here: Awaited<ReturnType<typeof world>>

beforeAll(async () => {
  here = await world(undefined, { settings: { graceDays: 14 } })
})

afterAll(() => here.close())

/** The next 30 seconds' code: in the window, and not the one that was taken before. */
const later = (secret: string, steps = 1) => codeAt(secret, Date.now() + steps * 30_000)

async function withFactor(role: 'office' | 'reader' = 'office') {
  const { address, actor, client } = await here.grantee(role)
  const begun = await client.ask('POST', '/api/session/factor/begin', { json: { password } })
  const { secret } = begun.body
  const confirmed = await client.ask('POST', '/api/session/factor/confirm', {
    json: { code: codeAt(secret, Date.now() - 30_000) },
  })
  expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(200)
  const recoveryCodes: string[] = confirmed.body.recoveryCodes
  return { id: actor.accountId ?? '', address, client, secret, recoveryCodes }
}

const pass = (client: Client, code: string) =>
  client.ask('POST', '/api/session/factor', { json: { code } })

const documents = async (client: Client) => (await client.ask('GET', '/api/documents')).status

test('setting it up asks for the password, and for a code of the new secret', async () => {
  const { client } = await here.grantee('office')
  const begin = (given: string) =>
    client.ask('POST', '/api/session/factor/begin', { json: { password: given } })
  expect((await begin('nicht dieses')).body.code).toBe('passwordWrong')
  const { uri, secret } = (await begin(password)).body
  expect(uri).toContain(`secret=${secret}`)
  const wrong = await client.ask('POST', '/api/session/factor/confirm', {
    json: { code: '000000' },
  })
  expect([wrong.status, wrong.body.code]).toEqual([422, 'factorWrong'])
  expect((await client.ask('GET', '/api/session/factor')).body.on).toBe(false)
  const kept = await here.database.pool.query('select next_secret from account_factor')
  for (const row of kept.rows) expect(row.next_secret.toString('latin1')).not.toContain(secret)
})

test('it is asked for at sign-in, and half a sign-in gives no right', async () => {
  const { address, client, secret } = await withFactor()
  expect(await documents(client)).toBe(200)
  const half = await here.clientAt(address)
  expect((await half.ask('GET', '/api/session')).body).toMatchObject({
    signedIn: false,
    account: null,
    pending: { step: 'factor' },
  })
  expect(await documents(half)).toBe(401)
  for (const path of ['/api/session/factor/begin', '/api/session/factor/confirm']) {
    const answer = await half.ask('POST', path, { json: { code: '1', password } })
    expect(answer.body.code, path).toBe('nothingPending')
  }
  const done = await pass(half, later(secret, 0))
  expect(done.body).toMatchObject({ signedIn: true, account: { address } })
  // A new token took the place of the one that waited.
  expect(await documents(half)).toBe(401)
})

test('T-F1: no trivial secret is a second factor, and none finishes a sign-in', async () => {
  const { address } = await withFactor()
  const half = await here.clientAt(address)
  const statuses = new Set<number>()
  const guesses = trivialSecrets(address)
  for (const [at, code] of guesses.entries()) {
    // The brake taken off, so that each is looked at.
    if (at % 5 === 0) await here.database.pool.query('delete from login_attempt')
    const { status } = await half.ask('POST', '/api/session/factor', { json: { code } })
    statuses.add(status)
  }
  expect(guesses.length).toBe(100)
  expect([...statuses].sort()).toEqual([400, 422])
  expect(await documents(half)).toBe(401)
})

test('a code is taken once, also by two at the same moment', async () => {
  const { address, secret } = await withFactor()
  const code = later(secret)
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => here.clientAt(address)))
  const both = await Promise.all([one, two].map((client) => pass(client as Client, code)))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422])
  expect((await pass(three as Client, code)).body.code).toBe('factorWrong')
  // Nor one of a step before the last that was taken.
  expect((await pass(three as Client, later(secret, 0))).body.code).toBe('factorWrong')
})

test('each recovery code opens once, and new ones end the old', async () => {
  const { id, address, client, secret, recoveryCodes } = await withFactor()
  expect(new Set(recoveryCodes).size).toBe(10)
  const [first = '', second = ''] = recoveryCodes
  expect((await pass(await here.clientAt(address), ` ${first.toUpperCase()} `)).status).toBe(200)
  expect((await pass(await here.clientAt(address), first)).status).toBe(422)
  expect((await client.ask('GET', '/api/session/factor')).body).toMatchObject({ on: true, left: 9 })
  const { rows } = await here.database.pool.query(
    `select (select json_agg(r) from recovery_code r)::text as kept,
      (select count(*)::int from audit_record where action = 'account.recoveryCode'
        and subject_id = $1) as told`,
    [id],
  )
  expect(rows[0].kept).not.toContain(second.replaceAll('-', ''))
  expect(rows[0].told).toBe(1)

  const begun = await client.ask('POST', '/api/session/factor/begin', { json: { password } })
  // Until the new one is confirmed, the old one stays.
  expect((await pass(await here.clientAt(address), later(secret))).status).toBe(200)
  await client.ask('POST', '/api/session/factor/confirm', {
    json: { code: later(begun.body.secret, 0) },
  })
  expect((await pass(await here.clientAt(address), second)).status).toBe(422)
  expect((await pass(await here.clientAt(address), later(secret))).status).toBe(422)
  expect((await pass(await here.clientAt(address), later(begun.body.secret))).status).toBe(200)
})

test('guessing codes is held up, in whichever sign-in it is done', async () => {
  const { address } = await withFactor('reader')
  const halves = await Promise.all([here.clientAt(address), here.clientAt(address)])
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) => pass(halves[at % 2] as Client, `11111${at % 10}`)),
  )
  const checked = answers.filter(({ status }) => status === 422).length
  expect(checked).toBeLessThanOrEqual(5)
  expect(answers.filter(({ status }) => status === 429).length).toBe(20 - checked)
})

test('after its days of grace a role that needs it signs in only by setting it up', async () => {
  const { address, client, actor } = await here.grantee('officeHead')
  const state = (await client.ask('GET', '/api/session')).body
  const due = Date.parse(state.factorDueOn) - Date.now()
  expect(due / 86_400_000).toBeCloseTo(14, 1)
  for (const [role, needed] of [
    ['inspector', true],
    ['publisher', true],
    ['leader', false],
    ['reader', false],
  ] as const) {
    const { body } = await (await here.grantee(role)).client.ask('GET', '/api/session')
    expect(body.factorDueOn !== null, role).toBe(needed)
  }

  await here.database.pool.query(
    `update role_grant set granted_at = granted_at - interval '15 days' where account_id = $1`,
    [actor.accountId],
  )
  const half = await here.clientAt(address)
  expect((await half.ask('GET', '/api/session')).body.pending.step).toBe('enrol')
  expect(await documents(half)).toBe(401)
  expect((await pass(half, '123456')).body.code).toBe('nothingPending')
  const { secret } = (
    await half.ask('POST', '/api/session/factor/begin', { json: { password: '' } })
  ).body
  const done = await half.ask('POST', '/api/session/factor/confirm', {
    json: { code: later(secret, 0) },
  })
  expect(done.body.recoveryCodes).toHaveLength(10)
  expect(done.body.session).toMatchObject({ signedIn: true, factorDueOn: null })
  // Further sessions of the account, opened before, ended with it.
  expect(await documents(client)).toBe(401)
})

test('a one-time code does not go round the factor', async () => {
  const { id, address, secret } = await withFactor()
  const administrator = await here.client('administrator')
  const { body } = await administrator.ask('POST', '/api/session-codes', {
    json: { accounts: [id], days: 1, reason: 'quên' },
  })
  const half = await here.clientAt(address, body.codes[0].code)
  const choose = { json: { password: 'mưa rơi trên mái tôn cũ' } }
  expect((await half.ask('POST', '/api/session/choose-password', choose)).status).toBe(409)
  const passed = await pass(half, later(secret, 0))
  expect(passed.body).toMatchObject({ signedIn: false, pending: { step: 'password' } })
})

test('an administrator takes it away from others, never from themselves', async () => {
  const { id, address, client } = await withFactor()
  const administrator = await here.client('administrator')
  const reset = (account: string, version: number) =>
    administrator.ask('POST', `/api/accounts/${account}/factor/reset`, {
      json: { reason: 'mất điện thoại' },
      version,
    })
  const { accounts } = (await administrator.ask('GET', '/api/accounts')).body
  const account = accounts.find((one: { id: string }) => one.id === id)
  expect(account.secondFactor).toBe(true)
  const done = await reset(id, account.version)
  expect(done.body.account.secondFactor).toBe(false)
  expect(await documents(client)).toBe(401)
  expect(await documents(await here.clientAt(address))).toBe(200)
  const own = await here.actor('administrator')
  const mine = accounts.find((one: { id: string }) => one.id === own.accountId)
  expect((await reset(mine.id, mine.version)).body.code).toBe('notForOneself')
})
