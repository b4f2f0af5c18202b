// What meets at once, or comes after a right or a session has ended: parts B and D of the fault plan in a short form.
// GIAOBAN_TRIAL=1 (npm run trial:races) tries as often as the plan asks.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaction } from '../src/database/open.ts'
import { nextNumber } from '../src/registers/assignments/store.ts'
import type { Issuer } from '../src/registers/notices/facts-store.ts'
import { takeNumber } from '../src/registers/notices/series-store.ts'
import { openSession } from '../src/registers/people/sessions.ts'
import { type Answer, type Client, fileForm, password, world } from './world.ts'

const trial = Boolean(process.env.GIAOBAN_TRIAL)
const often = (plan: number, short: number) => (trial ? plan : short)

let here: Awaited<ReturnType<typeof world>>
let office: Client
let colleague: Client
let administrator: Client

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  colleague = await here.client('office')
  administrator = await here.client('administrator')
})

afterAll(() => here.close())

const times = (count: number) => Array.from({ length: count }, (_, at) => at)

/** As a client does where the server has its hands full: nothing was done, so it asks again. */
async function patient(ask: () => Promise<Answer>): Promise<Answer> {
  let answer = await ask()
  while (answer.status === 503) answer = await ask()
  return answer
}

test('B2: of many editors of one version one wins, the others are told what stands there', async () => {
  const { body } = await office.ask('POST', '/api/indicators', {
    json: { nameVi: 'Số hộ có nước sạch', unit: 'household' },
  })
  const { id } = body.indicator
  let { version } = body.indicator
  for (let round = 0; round < often(50, 2); round++) {
    const answers = await Promise.all(
      times(often(100, 12)).map((editor) =>
        patient(() =>
          (editor % 2 ? office : colleague).ask('PATCH', `/api/indicators/${id}`, {
            json: { nameEn: `Round ${round}, editor ${editor}` },
            version,
          }),
        ),
      ),
    )
    const won = answers.filter(({ status }) => status === 200)
    const lost = answers.filter(({ status }) => status === 412)
    expect([won.length, won.length + lost.length]).toEqual([1, answers.length])
    const stands = won[0]?.body.indicator.nameEn
    expect(stands).toMatch(new RegExp(`^Round ${round}, `))
    for (const one of lost) expect(one.body.current.nameEn).toBe(stands)
    version = won[0]?.body.indicator.version
  }
})

test('B4: a key is good for a day and longer: one effect, the same answer', async () => {
  for (let round = 0; round < often(100, 2); round++) {
    const send = () =>
      office.ask('POST', '/api/indicators', {
        json: { nameVi: `Chỉ tiêu theo khóa ${round}`, unit: 'item' },
        key: `a day later ${round}`,
      })
    const first = await send()
    await here.database.pool.query(
      `update idempotency set created_at = created_at - interval '25 hours'`,
    )
    // What has served is taken away when somebody signs in: a key of yesterday is not.
    if (round % 20 === 0) await here.client('office')
    const again = await send()
    expect([again.status, again.body]).toEqual([first.status, first.body])
    const { rows } = await here.database.pool.query(
      'select count(*)::int as count from indicator where name_vi = $1',
      [`Chỉ tiêu theo khóa ${round}`],
    )
    expect(rows[0].count).toBe(1)
    await here.database.pool.query(`update idempotency set created_at = now()`)
  }
})

test('B6: one finding confirmed, rejected and confirmed by another at once goes one way', async () => {
  const wanted = often(500, 3)
  let raced = 0
  for (let document = 0; raced < wanted; document++) {
    const text = times(20)
      .map((at) => `Thu ngân sách năm 2024 đạt ${document + 1}.${100 + at} tỷ đồng.`)
      .join('\n\n')
    const added = await office.ask('POST', '/api/documents', { form: fileForm(text, 'a.txt') })
    const at = `/api/documents/${added.body.document.id}/findings`
    const { findings } = (await office.ask('GET', at)).body
    for (const finding of findings.filter((one: { kind: string }) => one.kind === 'statement')) {
      if (raced === wanted) break
      raced++
      const decide = (who: Client, way: string) =>
        patient(() =>
          who.ask('POST', `/api/findings/${finding.id}/${way}`, {
            json: {},
            version: finding.version,
          }),
        )
      const answers = await Promise.all([
        decide(office, 'confirm'),
        decide(colleague, 'reject'),
        decide(colleague, 'confirm'),
      ])
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412])
      const { rows } = await here.database.pool.query(
        `select f.state, (select count(*)::int from observation o where o.finding_id = f.finding_id) as entries,
          (select array_agg(r.action order by r.seq) from audit_record r
            where r.subject_id = f.finding_id::text and r.action like 'finding.%') as record
         from finding f where f.finding_id = $1`,
        [finding.id],
      )
      const confirmed = rows[0].state === 'confirmed'
      expect(rows[0]).toEqual({
        state: confirmed ? 'confirmed' : 'rejected',
        entries: confirmed ? 1 : 0,
        record: [confirmed ? 'finding.confirm' : 'finding.reject'],
      })
    }
  }
})

test('B7: numbers of papers and of the register, many at once: no gap, none twice', async () => {
  const body = await here.body('Ủy ban nhân dân tỉnh Đông Hà')
  const { db } = here.database
  const { rows } = await here.database.pool.query(
    `select * from organisation where organisation_id = $1`,
    [body],
  )
  const issuer = { ...rows[0], id: body, name: 'Ủy ban nhân dân tỉnh', parentId: null } as Issuer
  const made = await office.ask('POST', '/api/conferences', {
    json: { organisationId: body, type: 'working', startsAt: '2026-05-20T08:00:00+07:00' },
  })
  const conference = await db
    .selectFrom('conference')
    .selectAll()
    .where('conference_id', '=', made.body.plan.id)
    .executeTakeFirstOrThrow()
  const size = often(200, 20)
  for (let book = 0; book < often(50, 2); book++) {
    const date = `${1950 + book}-05-06`
    const taken = await Promise.all(
      times(size).map((at) =>
        transaction(here.database, async (tx) => {
          const given = { kind: 'conclusion', symbol: 'UBND', date, number: null }
          const meant = new Set(['symbolNew', 'numberGap', 'dateOutOfOrder'] as const)
          const { number } = await takeNumber(tx, conference, issuer, given, meant)
          const { register_number } = await nextNumber(tx, here.east.province_id, date)
          // Each seventh fails after it has its numbers: they are for the next one.
          if (at % 7 === 3) throw new Error('refused afterwards')
          return [number, register_number]
        }).catch((error: Error) => {
          if (error.message !== 'refused afterwards') throw error
          return null
        }),
      ),
    )
    const numbers = taken.filter((one) => one !== null)
    for (const kind of [0, 1])
      expect(numbers.map((one) => one[kind] ?? 0).toSorted((a, b) => a - b)).toEqual(
        times(numbers.length).map((at) => at + 1),
      )
  }
})

test('B9: once a right has ended, no request that begins afterwards gets through', async () => {
  const department = await here.body('Sở Xây dựng')
  const { actor, client } = await here.grantee('reader', department)
  const form = fileForm('Chi đạt 7 tỷ đồng.', 'a.txt', { level: 'office' })
  const { id } = (await office.ask('POST', '/api/documents', { form })).body.document
  const read = async () => (await client.ask('GET', `/api/documents/${id}`)).status
  for (let round = 0; round < often(200, 1); round++) {
    const given = await administrator.ask('POST', `/api/accounts/${actor.accountId}/grants`, {
      json: { role: 'office' },
    })
    const grant = given.body.account.grants.find(
      (one: { role: string; inForce: boolean }) => one.role === 'office' && one.inForce,
    )
    expect(await read()).toBe(200)
    const before = times(25).map(read)
    const ended = await patient(() =>
      administrator.ask('POST', `/api/grants/${grant.id}/end`, {
        json: { reason: 'thử' },
        version: grant.version,
      }),
    )
    expect(ended.status).toBe(200)
    const after = await Promise.all(times(25).map(read))
    expect(after.filter((status) => status < 400)).toEqual([])
    expect((await Promise.all(before)).filter((one) => ![200, 404, 503].includes(one))).toEqual([])
  }
})

/** Ways a session ends, or is used by who stole its cookie. */
const endings: Record<string, (one: Stolen) => Promise<unknown>> = {
  'signing out': ({ owner }) => owner.ask('DELETE', '/api/session'),
  'another password': ({ other }) =>
    other.ask('PUT', '/api/session/password', {
      json: { current: password, next: 'một câu khác thật dài' },
    }),
  'sign out everywhere': ({ other }) => other.ask('DELETE', '/api/sessions'),
  'a closed account': async ({ id }) => {
    const { accounts } = (await administrator.ask('GET', '/api/accounts')).body
    const { version } = accounts.find((one: { id: string }) => one.id === id)
    await administrator.ask('PATCH', `/api/accounts/${id}`, { json: { disabled: true }, version })
  },
  'a one-time code issued': ({ id }) =>
    administrator.ask('POST', '/api/session-codes', {
      json: { accounts: [id], days: 1, reason: 'thử' },
    }),
  'twelve hours without use': ({ id }) =>
    here.database.pool.query(
      `update session set last_seen_at = last_seen_at - interval '13 hours' where account_id = $1`,
      [id],
    ),
  'seven days': ({ id }) =>
    here.database.pool.query(
      `update session set expires_at = expires_at - interval '169 hours' where account_id = $1`,
      [id],
    ),
}

interface Stolen {
  id: string
  owner: Client
  other: Client
}

test('D7: a cookie opens nothing once its session is over', async () => {
  for (const [way, end] of Object.entries(endings)) {
    for (let round = 0; round < often(50, 1); round++) {
      const { actor, address, client: owner } = await here.grantee('reader')
      const other = await here.clientAt(address)
      const status = async () => (await owner.ask('GET', '/api/documents')).status
      expect(await status(), way).toBe(200)
      await end({ id: actor.accountId ?? '', owner, other })
      expect(await status(), way).toBe(401)
    }
  }
})

test('D8: tokens are of 256 bits, none twice, and one from before signing in is worth nothing', async () => {
  const { db } = here.database
  const account = await db
    .selectFrom('account')
    .selectAll()
    .where('address', '=', 'reader@dong-ha')
    .executeTakeFirstOrThrow()
  const wanted = often(10_000, 50)
  const tokens = new Set<string>()
  while (tokens.size < wanted) {
    const before = tokens.size
    const some = await transaction(here.database, async (tx) => {
      const made = []
      for (const _ of times(50))
        made.push(await openSession(tx, account, { device: '', network: '' }))
      return made
    })
    for (const { cookie } of some) tokens.add(cookie.split('.')[1] ?? '')
    expect(tokens.size).toBe(before + some.length)
  }
  for (const one of tokens) expect(Buffer.from(one, 'base64url')).toHaveLength(32)
  const planted = `giaoban=${here.east.province_id}.${Buffer.alloc(32, 1).toString('base64url')}`
  const answer = await here.app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: planted },
    body: JSON.stringify({ address: 'reader@dong-ha', password }),
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('set-cookie')).not.toContain(planted)
  const again = await here.app.request('/api/documents', { headers: { cookie: planted } })
  expect(again.status).toBe(401)
})
