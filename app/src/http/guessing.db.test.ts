// What an attacker gets by guessing, and what nobody gets by locking somebody else out: the answers to
// T-F1 to T-F6, T-H1 and T-H2 of the threat list (docs/sign-in.md).
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { matrix } from '../../test/access-matrix.ts'
import { bodyFor, someId } from '../../test/access-requests.ts'
import { trivialSecrets } from '../../test/trivial-secrets.ts'
import { type Client, password, world } from '../../test/world.ts'

/** Hashes made at the least costs, where hundreds are compared; how many were compared. */
const costs = vi.hoisted(() => {
  // Files of a worker share their modules: what follows has to see the library below, not one that is loaded.
  vi.resetModules()
  return { least: false, compared: 0 }
})

vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof import('@node-rs/argon2')>()
  const least = { memoryCost: 64, timeCost: 1 }
  const hash: typeof argon2.hash = (password, options) =>
    argon2.hash(password, costs.least ? { ...options, ...least } : options)
  const verify: typeof argon2.verify = (...given) => {
    costs.compared++
    return argon2.verify(...given)
  }
  return { ...argon2, hash, verify }
})

let here: Awaited<ReturnType<typeof world>>

beforeAll(async () => {
  here = await world()
})

afterAll(() => here.close())

const forget = () => here.database.pool.query('delete from login_attempt')

beforeEach(forget)

/** One attempt from a network address, with the cookies of a browser. */
async function attempt(
  address: string,
  secret: unknown,
  from = '113.160.7.25',
  cookie = '',
  forwarded = '',
) {
  const response = await here.app.request(
    '/api/session',
    {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', cookie },
        ...(forwarded ? { 'x-forwarded-for': forwarded } : {}),
      },
      body: JSON.stringify({ address, password: secret }),
    },
    { incoming: { socket: { remoteAddress: from } } } as never,
  )
  const device = response.headers.getSetCookie().find((one) => one.startsWith('giaoban-device='))
  return { status: response.status, device: device?.split(';')[0] ?? '' }
}

const count = (statuses: number[], status: number) =>
  statuses.filter((one) => one === status).length

describe('T-F1: trivial secrets', () => {
  beforeAll(() => {
    costs.least = true
  })

  afterAll(() => {
    costs.least = false
  })

  test('open no account of any kind', async () => {
    const administrator = await here.client('administrator')
    const add = async (address: string) => {
      const json = { address, name: address, role: 'office' }
      return (await administrator.ask('POST', '/api/accounts', { json })).body.account
    }
    await here.account('local@dong-ha')
    const disabled = await here.account('disabled@dong-ha')
    await administrator.ask('PATCH', `/api/accounts/${disabled.id}`, {
      json: { disabled: true },
      version: disabled.version,
    })
    await add('imported@dong-ha')
    const sso = await add('sso@dong-ha')
    await administrator.ask('PATCH', `/api/accounts/${sso.id}`, {
      json: { ssoName: 'sso' },
      version: sso.version,
    })
    const code = await add('code@dong-ha')
    const issued = await administrator.ask('POST', '/api/session-codes', {
      json: { accounts: [code.id], days: 1 },
    })
    expect(issued.status).toBe(200)
    const kinds = ['local', 'disabled', 'imported', 'sso', 'code', 'nobody']
    const guesses = kinds.flatMap((kind) =>
      trivialSecrets(`${kind}@dong-ha`).map((secret, at) => ({ kind, secret, at })),
    )
    expect(
      new Set(guesses.map(({ kind, secret }) => `${kind} ${JSON.stringify(secret)}`)).size,
    ).toBe(kinds.length * 100)
    // The brake taken off after every five of an account, so that each guess is looked at.
    for (let first = 0; first < 100; first += 5) {
      const some = guesses.filter(({ at }) => at >= first && at < first + 5)
      await Promise.all(
        some.map(async ({ kind, secret, at }) => {
          const { status } = await attempt(`${kind}@dong-ha`, secret, `10.${at}.0.1`)
          const refused = typeof secret === 'string' ? [400, 401] : [400]
          expect(refused, `${kind}: ${JSON.stringify(secret)}`).toContain(status)
        }),
      )
      await forget()
    }
  })

  test('a closed account does not open with its right password either', async () => {
    expect((await attempt('disabled@dong-ha', password)).status).toBe(401)
    expect((await attempt('local@dong-ha', password)).status).toBe(200)
  })
})

test('T-F2: a hash of former costs gives way at the next sign-in', async () => {
  const { id } = await here.account('old@dong-ha')
  const { hash } = await import('@node-rs/argon2')
  const old = await hash(password.normalize('NFC'), {
    memoryCost: 4096,
    timeCost: 1,
    parallelism: 1,
  })
  const stored = async () =>
    (
      await here.database.pool.query('select password_hash from account where account_id = $1', [
        id,
      ])
    ).rows[0].password_hash
  await here.database.pool.query('update account set password_hash = $1 where account_id = $2', [
    ...[old, id],
  ])
  expect((await attempt('old@dong-ha', 'falsch')).status).toBe(401)
  expect(await stored()).toBe(old)
  expect((await attempt('old@dong-ha', password)).status).toBe(200)
  expect(await stored()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect((await attempt('old@dong-ha', password)).status).toBe(200)
})

test('T-F3: an address with accounts in two provinces takes as many looks as any other', async () => {
  for (const province of [here.east, here.west]) {
    await here.account('both@giaoban', 'reader', province)
  }
  await here.account('one@giaoban')
  const looks = async (address: string, more = {}) => {
    costs.compared = 0
    const json = { address, password: 'đoán', ...more }
    const { status } = await here.anonymous.ask('POST', '/api/session', { json })
    return { status, looks: costs.compared }
  }
  for (const address of ['both@giaoban', 'one@giaoban', 'none@giaoban']) {
    expect(await looks(address), address).toEqual({ status: 401, looks: 2 })
    const named = await looks(address, { provinceId: here.east.province_id })
    expect(named, address).toEqual({ status: 401, looks: 1 })
  }
  const json = { address: 'both@giaoban', password }
  const right = await here.anonymous.ask('POST', '/api/session', { json })
  expect([right.status, right.body.code]).toEqual([409, 'provinceAmbiguous'])
})

test('T-F3: no secret is compared but in constant time', () => {
  const folder = join(import.meta.dirname, '..')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (one) => one.endsWith('.ts') && !one.endsWith('.test.ts'),
  )
  expect(files.length).toBeGreaterThan(400)
  const secret = /(csrfToken|[tT]okenHash|[cC]odeHash|\w+_hash|[sS]ecretHash|setup_?[tT]oken)\b/
  // Hashes of what the record, documents and requests hold, which are no secrets.
  const open = /(before|after|previous|own|text|content|request)_hash/
  const found: string[] = []
  for (const file of files) {
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const compared = /[!=]==/.test(line) && !/[!=]== (null|undefined|0)/.test(line)
      if (compared && secret.test(line) && !open.test(line)) found.push(`${file}: ${line.trim()}`)
    }
  }
  expect(found).toEqual([])
})

test('T-F5: closed, out at once, with all sessions and steps half done', async () => {
  const administrator = await here.client('administrator')
  const { id, version } = await here.account('leaves@dong-ha', 'office')
  const clients: Client[] = [
    await here.clientAt('leaves@dong-ha'),
    await here.clientAt('leaves@dong-ha'),
  ]
  for (const client of clients) expect((await client.ask('GET', '/api/documents')).status).toBe(200)
  await administrator.ask('PATCH', `/api/accounts/${id}`, { json: { disabled: true }, version })
  for (const client of clients) expect((await client.ask('GET', '/api/documents')).status).toBe(401)
})

test('T-F6: nothing is served that a page of another site could hold open', async () => {
  const { paths } = await (await here.app.request('/api/openapi.json')).json()
  const streams = Object.keys(paths).filter((path) =>
    JSON.stringify(paths[path]).includes('text/event-stream'),
  )
  expect(streams.sort()).toEqual(['/api/conferences/{id}/live', '/api/wall/live'])
  // A stream shows nobody but who asks with a cookie of this site: it is SameSite=Strict, and no answer names
  // another origin. Without the cookie there is none.
  for (const path of streams) {
    const answer = await here.app.request(path.replace('{id}', someId), {
      headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
    })
    expect([401, 410], path).toContain(answer.status)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  }
  const upgraded = await here.app.request('/api/session', {
    headers: { upgrade: 'websocket', connection: 'upgrade', origin: 'https://elsewhere.example' },
  })
  expect(upgraded.status).not.toBe(101)
})

describe('T-H1: how many guesses are looked at', () => {
  test('at most 10 in 15 minutes for one account, from however many networks', async () => {
    const statuses: number[] = []
    for (let at = 0; at < 40; at++) {
      statuses.push((await attempt('reader@dong-ha', `đoán ${at}`, `10.0.${at}.1`)).status)
    }
    // All within the first wait: later in the 15 minutes four more are looked at (30, 60, 120, 240 s).
    expect(count(statuses, 401)).toBe(6)
    expect(count(statuses, 429)).toBe(34)
    let [looked, seconds] = [6, 0]
    for (let wait = 30; seconds + wait <= 900; wait *= 2) {
      seconds += wait
      looked++
    }
    expect(looked).toBeLessThanOrEqual(10)
  })

  test('at most 100 in an hour from one /64, over however many accounts', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 150 }, (_, at) =>
        attempt(`nobody-${at}@dong-ha`, 'x', `2001:db8:1:2::${(at + 1).toString(16)}`),
      ),
    )
    expect(
      count(
        statuses.map(({ status }) => status),
        401,
      ),
    ).toBe(60)
    expect((await attempt('nobody-a@dong-ha', 'x', '2001:db8:1:3::1')).status).toBe(401)
  })
})

/** How many guesses of each kind; `trial:guessing` makes ten thousand. */
const guesses = Number(process.env.GIAOBAN_TRIAL ?? 200)

describe(`D5: ${guesses} guesses`, () => {
  let device = ''

  beforeAll(async () => {
    costs.least = true
    await here.account('guessed@dong-ha', 'office')
    ;({ device } = await attempt('guessed@dong-ha', password))
  })

  afterAll(() => {
    costs.least = false
  })

  type Guess = (at: number) => Parameters<typeof attempt>

  /** How many of them were looked at, so many asked at once; none opens anything. */
  async function looked(guess: Guess, atOnce = 10): Promise<number> {
    const statuses: number[] = []
    for (let first = 0; first < guesses; first += atOnce) {
      const some = Array.from({ length: Math.min(atOnce, guesses - first) }, (_, at) =>
        attempt(...guess(first + at)),
      )
      for (const { status } of await Promise.all(some)) statuses.push(status)
    }
    expect(count(statuses, 401) + count(statuses, 429)).toBe(guesses)
    return count(statuses, 401)
  }

  const host = (at: number) => `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`
  const ways: Record<string, { guess: Guess; most: number; atOnce?: number }> = {
    'at one account, each from another network': {
      guess: (at) => ['guessed@dong-ha', `đoán ${at}`, host(at)],
      most: 10,
    },
    'at one account, a hundred at once': {
      guess: (at) => ['guessed@dong-ha', `đoán ${at}`, host(at)],
      most: 10,
      atOnce: 100,
    },
    'one password at a thousand accounts, from one network': {
      guess: (at) => [`nobody-${at % 1000}@dong-ha`, 'Matkhau@123', '113.160.7.99'],
      most: 100,
    },
    'from as many addresses of one /64': {
      guess: (at) => [`nobody-${at}@dong-ha`, 'x', `2001:db8:9:9::${(at + 1).toString(16)}`],
      most: 100,
    },
    'that say they come from elsewhere': {
      guess: (at) => [`nobody-${at}@dong-ha`, 'x', '113.160.7.98', '', host(at)],
      most: 100,
    },
  }

  test.each(Object.entries(ways))(
    '%s: few are looked at, and the owner gets in',
    async (name, way) => {
      const { guess, most, atOnce } = way
      const began = Date.now()
      const tried = await looked(guess, atOnce)
      console.log(`${guesses} guesses ${name}: ${tried} looked at, in ${Date.now() - began} ms`)
      expect(tried).toBeLessThanOrEqual(most)
      expect(tried).toBeGreaterThan(0)
      expect((await attempt('guessed@dong-ha', password, '113.160.7.25', device)).status).toBe(200)
    },
  )
})

describe('T-H2: every route that takes a secret has a limit', () => {
  /** What everybody may read, and why nothing is to be guessed there, or cannot be. */
  const openReads: Record<string, string> = {
    'GET /api/health': 'takes no secret',
    'GET /api/openapi.json': 'takes no secret',
    'GET /api/session': 'looks a session up by the hash of 256 random bits',
    'GET /api/reference/provinces': 'takes no secret',
    'GET /api/calendar/{province}/{file}': 'looks a calendar up by the hash of 256 random bits',
    'GET /api/wall':
      'looks a screen up by the hash of 256 random bits; its code is sent to POST /api/wall',
    'GET /api/wall/live': 'as GET /api/wall',
    'GET /api/record/heads': 'takes no secret',
  }

  test('and what everybody may read takes none that can be guessed', () => {
    const reads = matrix.filter(({ who, route }) => who === 'everybody' && route.startsWith('GET '))
    expect(reads.map(({ route }) => route).sort()).toEqual(Object.keys(openReads).sort())
  })

  /** Why a write that everybody may call needs none. */
  const needsNone: Record<string, string> = {
    'DELETE /api/session': 'takes no secret',
    'POST /api/session/choose-password': 'only behind a one-time code, and takes no secret',
    'POST /api/session/sso/begin': 'takes no secret',
    'POST /api/session/factor': 'only behind a password; counted in factor.db.test.ts',
  }
  const open = matrix.filter(
    ({ who, route }) =>
      (who === 'everybody' && !route.startsWith('GET ')) ||
      /password|factor\/(begin|confirm)/.test(route),
  )

  test.each(open.map(({ route }) => route).filter((route) => !needsNone[route]))(
    '%s',
    async (route) => {
      const client = /password$|factor\//.test(route)
        ? (await here.grantee('reader')).client
        : here.anonymous
      if (route.endsWith('confirm')) {
        await client.ask('POST', '/api/session/factor/begin', { json: { password } })
      }
      const [method = '', path = ''] = route.split(' ')
      const answers = await Promise.all(
        Array.from({ length: 70 }, () => client.ask(method, path, bodyFor(route))),
      )
      const statuses = answers.map(({ status }) => status)
      expect(count(statuses, 429), JSON.stringify(answers[0]?.body)).toBeGreaterThanOrEqual(10)
      expect(statuses.some((status) => status < 400)).toBe(false)
    },
  )
})

describe('nobody locks somebody else out', () => {
  async function hammer(address: string, from: (at: number) => string, cookie = '') {
    for (let at = 0; at < 12; at++) await attempt(address, `đoán ${at}`, from(at), cookie)
  }

  test('the browser the owner always uses gets in while others guess from everywhere', async () => {
    await here.account('victim@dong-ha', 'office')
    const { device } = await attempt('victim@dong-ha', password)
    expect(device).toMatch(/^giaoban-device=[\w-]{43}$/)
    await hammer('victim@dong-ha', (at) => `10.1.${at}.1`)
    expect((await attempt('victim@dong-ha', password, '113.160.7.25')).status).toBe(429)
    expect((await attempt('victim@dong-ha', password, '113.160.7.25', device)).status).toBe(200)
  })

  test('also from the very network that the guesses come from', async () => {
    await here.account('colleague@dong-ha')
    const { device } = await attempt('colleague@dong-ha', password)
    for (let at = 0; at < 70; at++) await attempt(`spray-${at}@dong-ha`, 'x')
    expect((await attempt('colleague@dong-ha', password)).status).toBe(429)
    expect((await attempt('colleague@dong-ha', password, '113.160.7.25', device)).status).toBe(200)
  })

  test('a browser known to one account is none to another, and is held up itself', async () => {
    await here.account('mine@dong-ha')
    await here.account('theirs@dong-ha')
    const { device } = await attempt('mine@dong-ha', password)
    await hammer('theirs@dong-ha', (at) => `10.2.${at}.1`)
    expect((await attempt('theirs@dong-ha', password, '10.3.0.1', device)).status).toBe(429)
    await hammer('mine@dong-ha', () => '10.4.0.1', device)
    expect((await attempt('mine@dong-ha', password, '10.4.0.1', device)).status).toBe(429)
    // Which holds up this browser, not the owner at another.
    expect((await attempt('mine@dong-ha', password, '10.5.0.1')).status).toBe(200)
  })

  test('a one-time code gets in while others hammer, and forgets the browsers', async () => {
    const { id } = await here.account('stolen@dong-ha')
    const { device } = await attempt('stolen@dong-ha', password)
    await hammer('stolen@dong-ha', (at) => `10.6.${at}.1`)
    const administrator = await here.client('administrator')
    const { body } = await administrator.ask('POST', '/api/session-codes', {
      json: { accounts: [id], days: 1, reason: 'máy bị mất' },
    })
    expect((await attempt('stolen@dong-ha', 'x', '10.7.0.1', device)).status).toBe(429)
    expect((await attempt('stolen@dong-ha', body.codes[0].code, '10.7.0.1')).status).toBe(200)
  })
})
