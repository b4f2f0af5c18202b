// F4 and F5: fields that no body may set set nothing, in any writing route; after every refusal the database
// is what it was, and the refusal is a line in the server's log.
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServer } from '../src/http/server.ts'
import { matrix } from './access-matrix.ts'
import { queryFor } from './access-requests.ts'
import {
  addressOf,
  describedRoutes,
  endingLast,
  type Json,
  type ReadingRoute,
  realBody,
  textsIn,
  type WritingRoute,
  write,
} from './contract-fields.ts'
import { everyColumn, everyRow, hashOfTables } from './rows.ts'
import { makeThings, type Things } from './things.ts'
import { type App, type Client, password, plainSettings, signIn, world } from './world.ts'

let here: Awaited<ReturnType<typeof world>>
let things: Things
let writing: WritingRoute[]
let reading: ReadingRoute[]
/** Lines of the server's log. */
const logged: Json[] = []
let app: App

beforeAll(async () => {
  here = await world()
  things = await makeThings(here)
  ;({ writing, reading } = await describedRoutes(here.anonymous))
  const lines = new Writable({
    write(line, _encoding, done) {
      logged.push(JSON.parse(String(line)))
      done()
    },
  })
  app = createServer({
    settings: plainSettings,
    database: here.database,
    log: pino({ level: 'warn' }, lines),
  })
})

afterAll(() => here.close())

/** Routes that end or begin the session that asks. */
const ofSession = /^\w+ \/api\/(session|sessions|setup)(\/|$)/

/** Whose thing it is that a route is about, where everybody may ask for what is their own. */
const ofItsOwner: Record<string, 'office' | 'administrator'> = {
  'POST /api/grants/{id}/end': 'administrator',
  'PUT /api/session-items/{id}/position': 'office',
}

/** Routes that take an old version all the same, and why. */
const settles: Record<string, string> = {
  'PUT /api/paper-notes/{id}': 'own notes of two devices: both texts stay (docs/offline.md)',
  'DELETE /api/paper-notes/{id}': 'a note that was changed meanwhile stays, and is answered',
}

const whoMay = (route: string) => matrix.find((row) => row.route === route)?.who ?? 'everybody'

test('after every refusal the database is what it was, and the log has its line', async () => {
  const body = await here.body('Sở Bị từ chối')
  const people = new Map<string, Pick<Client, 'ask'>>([['nobody', anonymousOf()]])
  const roles = ['reader', 'publisher', 'departmentOfficer', 'administrator', 'office'] as const
  for (const role of roles) {
    const { address } = await here.grantee(role, role === 'departmentOfficer' ? body : undefined)
    people.set(role, await signIn(app, address))
  }
  const before = await hashOfTables(here.database.pool)
  const first = logged.length
  let refused = 0
  const otherwise: string[] = []
  for (const { route, path } of [...writing, ...reading]) {
    const who = whoMay(route)
    if (ofSession.test(route) || who === 'everybody') continue
    const [method = ''] = route.split(' ')
    const asked = { ...(method === 'GET' ? {} : realBody(route, things)), version: 1 }
    for (const [name, client] of people) {
      if (name !== 'nobody' && (who === 'signedIn' || who.includes(name as never))) continue
      const at = `${addressOf(path, things)}${queryFor(route)}`
      const { status } = await client.ask(method, at, asked)
      if (![401, 403, 404].includes(status)) otherwise.push(`${name}: ${route}: ${status}`)
      refused++
    }
  }
  expect(otherwise).toEqual([])
  expect(await hashOfTables(here.database.pool)).toEqual(before)
  const lines = logged.slice(first)
  process.stdout.write(`refusals: ${refused}, each with its line; no table changed\n`)
  expect(refused).toBeGreaterThan(150)
  expect(lines.filter((one) => one.msg === 'refused').length).toBe(refused)
  for (const one of lines) {
    expect(Object.keys(one).sort(), JSON.stringify(one)).toEqual(
      'account hostname id level method msg network pid province refused route time'.split(' '),
    )
    expect(textsIn(one).join(' ')).not.toMatch(/hoàng yến|@dong-ha/)
    expect(one.route).toMatch(/^\/api\//)
  }
})

test('D9: no writing route takes a request that comes from elsewhere', async () => {
  const { address } = await here.grantee('office')
  const signed = await app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address, password }),
  })
  const cookie = (signed.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { csrfToken } = (await signed.json()) as { csrfToken: string }
  const own = { cookie, 'x-csrf-token': csrfToken }
  const elsewhere: Record<string, string>[] = [
    { cookie },
    { cookie, 'x-csrf-token': csrfToken.replace(/^./, '#') },
    { ...own, origin: 'https://elsewhere.example' },
    { ...own, origin: 'null' },
    { ...own, 'sec-fetch-site': 'cross-site' },
    { ...own, 'sec-fetch-site': 'same-site' },
    { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    { cookie, 'content-type': 'text/plain' },
  ]
  const before = await hashOfTables(here.database.pool)
  let refused = 0
  for (const { route, method, path } of writing) {
    for (const headers of elsewhere) {
      // Who signs in has no token yet; from elsewhere it is refused all the same.
      if (route === 'POST /api/session' && !('origin' in headers || 'sec-fetch-site' in headers)) {
        continue
      }
      const { json } = realBody(route, things)
      const response = await app.request(addressOf(path, things), {
        method,
        headers: { 'content-type': 'application/json', 'idempotency-key': 'x', ...headers },
        body: method === 'DELETE' ? null : JSON.stringify(json ?? {}),
      })
      expect(response.status, `${route} ${JSON.stringify(headers)}`).toBe(403)
      refused++
    }
  }
  process.stdout.write(`requests from elsewhere: ${refused}, all refused\n`)
  expect(await hashOfTables(here.database.pool)).toEqual(before)
})

/** Somebody of every role that answers for something, by who may what; the first who may a route asks it. */
async function whoAnswers() {
  const roles = ['office', 'officeHead', 'administrator'] as const
  const clients = new Map<string, Client>()
  for (const role of roles) clients.set(role, (await here.grantee(role)).client)
  return (route: string): Client => {
    const who = whoMay(route)
    const role = roles.find((one) => typeof who === 'string' || who.includes(one))
    const client = clients.get(role ?? '')
    if (!client) throw new Error(`${route}: nobody may`)
    return client
  }
}

test('B3: every writing route asks for the version or for a key of its own', async () => {
  const answering = await whoAnswers()
  const before = await hashOfTables(here.database.pool)
  let asked = 0
  const otherwise: string[] = []
  for (const route of writing) {
    if (ofSession.test(route.route) || route.guard === null) continue
    const client = answering(route.route)
    const { status, body } = await client.ask(route.method, addressOf(route.path, things), {
      ...realBody(route.route, things),
      key: null,
    })
    const wanted = route.guard === 'if-match' ? 'versionMissing' : 'idempotencyKeyMissing'
    if (body.code !== wanted) otherwise.push(`${route.route}: ${status} ${body.code}`)
    asked++
  }
  expect(otherwise).toEqual([])
  process.stdout.write(`without a version or a key: ${asked} routes, all refused\n`)
  expect(asked).toBeGreaterThan(80)
  expect(await hashOfTables(here.database.pool)).toEqual(before)
})

test('B3: every route that takes a version refuses an old one, with the present text', async () => {
  const answering = await whoAnswers()
  const owners = {
    office: await here.client('office'),
    administrator: await here.client('administrator'),
  }
  const before = await hashOfTables(here.database.pool)
  const otherwise: string[] = []
  let asked = 0
  for (const route of writing) {
    if (route.guard !== 'if-match' || settles[route.route]) continue
    const owner = ofItsOwner[route.route]
    const client = owner ? owners[owner] : answering(route.route)
    const { status, body } = await client.ask(route.method, addressOf(route.path, things), {
      ...realBody(route.route, things),
      version: 987_654,
    })
    if (status !== 412 || body.code !== 'versionOld' || !('current' in body)) {
      otherwise.push(`${route.route}: ${status} ${JSON.stringify(body).slice(0, 200)}`)
    }
    asked++
  }
  expect(otherwise).toEqual([])
  process.stdout.write(`of an old version: ${asked} routes, all 412\n`)
  expect(asked).toBeGreaterThan(40)
  expect(await hashOfTables(here.database.pool)).toEqual(before)
})

/** Somebody who has not signed in, asking the server whose log is read. */
function anonymousOf(): Pick<Client, 'ask'> {
  let key = 0
  return {
    async ask(method, path, { json, form, version } = {}) {
      const response = await app.request(path, {
        method,
        headers: {
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
          'idempotency-key': `refused-${++key}`,
        },
        body: form ?? (json === undefined ? null : JSON.stringify(json)),
      })
      return { status: response.status, headers: response.headers, body: await response.text() }
    },
  }
}

const forbidden = {
  text: 'không-được-đặt-1987',
  number: 198_706_051,
  day: '1987-06-05',
  moment: '1987-06-05T04:03:02Z',
  id: '19870605-0403-7020-8000-000000001987',
}

/** A value of the column's type that stands nowhere else. */
function valueFor(type: string): Json {
  if (/int|numeric|double/.test(type)) return forbidden.number
  if (/timestamp/.test(type)) return forbidden.moment
  if (type === 'date') return forbidden.day
  if (type === 'uuid') return forbidden.id
  if (type === 'boolean') return true
  if (type === 'ARRAY') return [forbidden.text]
  return forbidden.text
}

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())

/** Every column of every table under both spellings, besides what the body may have. */
function withForbidden(
  json: Json,
  columns: { name: string; type: string }[],
  names: ReadonlySet<string>,
) {
  const more = columns.flatMap(({ name, type }) =>
    [name, camel(name)].map((spelt) => [spelt, valueFor(type)] as const),
  )
  const added = Object.fromEntries(more.filter(([name]) => !names.has(name)))
  return { ...added, ...json }
}

test('fields that are not of the contract set nothing', async () => {
  const clients: Record<string, Client> = {
    office: (await here.grantee('office')).client,
    administrator: (await here.grantee('administrator')).client,
  }
  const columns = await everyColumn(here.database.pool)
  let [fields, taken] = [0, 0]
  for (const route of endingLast(writing)) {
    expect(route.open, `${route.route} takes names that its contract does not list`).toBe(false)
    if (ofSession.test(route.route) || route.content === 'form') continue
    const who = whoMay(route.route)
    const client =
      typeof who === 'string' || who.includes('office') ? clients.office : clients.administrator
    if (!client) throw new Error(route.route)
    const { json } = realBody(route.route, things)
    const sent = withForbidden(json ?? {}, columns, route.names)
    fields += Object.keys(sent).length
    const { status, body } = await write(client, route, things, { json: sent })
    expect(status, `${route.route}: ${JSON.stringify(body)}`).toBeLessThan(500)
    if (status < 300) taken++
  }
  process.stdout.write(
    `fields out of contract: ${fields} in ${writing.length} routes, ${taken} requests taken\n`,
  )
  expect(taken).toBeGreaterThan(20)
  const values = new Set(Object.values(forbidden).map(String))
  const kept: string[] = []
  for (const [table, rows] of await everyRow(here.database.pool)) {
    for (const row of rows) {
      const all = JSON.stringify(row)
      for (const value of values) if (all.includes(value)) kept.push(`${table}: ${all}`)
    }
  }
  expect(kept.slice(0, 3)).toEqual([])
})
