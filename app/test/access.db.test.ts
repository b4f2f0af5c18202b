// Every route × every role, granted in the province and in one body, on real HTTP; every level of
// document × every position towards that body; nothing of one province for another.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transaction } from '../src/database/open.ts'
import { type Actor, canRead, type Role } from '../src/http/access.ts'
import { addDocument, changeDocument, listDocuments } from '../src/registers/documents/store.ts'
import {
  cellCounts,
  endsTheSession,
  everybody,
  everyPaper,
  expected,
  mayChange,
  mayRead,
  noCells,
  onDocument,
  type PaperAt,
  type Placed,
  strangerRoles,
  withId,
} from './access-cells.ts'
import { everyRole, inside, matrix } from './access-matrix.ts'
import { bodyFor, queryFor, someId } from './access-requests.ts'
import { addressOf, realBody } from './contract-fields.ts'
import { makeThings } from './things.ts'
import { type Client, password, world } from './world.ts'

interface Person extends Placed {
  name: string
  actor: Actor
  client: Client
}

interface Paper extends PaperAt {
  id: string
  canary: string
}

let here: Awaited<ReturnType<typeof world>>
const people: Person[] = []
const papers: Paper[] = []
const counted = noCells()
/** Routes that somebody got more of than a refusal. */
const answered = new Set<string>()
/** The same by role. */
const rolesAnswered = new Set<Role>()

const refusals = [401, 403, 404]

/** One thing of the first province for every kind of route with an id. */
const ids: Record<string, string> = {}

/** A wrong password, a wrong token: refused for what was sent, not for who asks. */
const ofWhatIsSent = ['POST /api/session', 'POST /api/setup']

beforeAll(async () => {
  here = await world(undefined, { listen: true })
  const above = await here.body('Khối cơ quan')
  const own = await here.body('Sở Thử nghiệm', above)
  const below = await here.body('Chi cục Thử nghiệm', own)
  const beside = await here.body('Sở Bên cạnh', above)
  for (const { role, place } of everybody) {
    if (role === null) continue
    const { actor, client } = await here.grantee(role, place === 'body' ? own : undefined)
    people.push({ name: `${role} in the ${place}`, role, place, actor, client })
  }
  const nobody = await here.grantee('reader', own)
  const [grant] = nobody.actor.grants
  await here.database.db
    .updateTable('role_grant')
    .set({ ended_at: new Date().toISOString() })
    .where('province_id', '=', here.east.province_id)
    .where('grant_id', '=', grant?.id ?? '')
    .execute()
  people.push({
    name: 'an account without rights',
    role: null,
    place: 'body',
    actor: { ...nobody.actor, grants: [] },
    client: nobody.client,
  })
  const office = await here.actor('office')
  const head = people.find((one) => one.name === 'officeHead in the province')?.actor ?? office
  const over = await bodiesThatAreOver(own, above)
  const bodies = { own, below, above, beside, office: null, ...over }
  await transaction(here.database, async (tx) => {
    for (const { position, level } of everyPaper) {
      const word = `hoàngyến${position}${level}`
      const text = `Báo cáo ${word}: thu ngân sách đạt 12 tỷ đồng.`
      const { id } = await addDocument(tx, office, {
        bytes: new TextEncoder().encode(text),
        fileName: `${word}.txt`,
        date: null,
        organisationId: bodies[position],
        extracted: { format: 'txt', text, blocks: [], warnings: [] },
      })
      await changeDocument(tx, head, id, 1, { level })
      papers.push({ id, level, position, canary: word })
    }
  })
}, 120_000)

afterAll(() => here.close())

/** Three bodies that ended: merged into `own` with another, ended below it, and taken over by it in part. */
async function bodiesThatAreOver(own: string, above: string) {
  const merged = await here.body('Sở Tiền thân', above)
  const other = await here.body('Sở Tiền thân khác', above)
  const closed = await here.body('Chi cục Đã giải thể', own)
  const parted = await here.body('Sở Chia phần', above)
  const client = await here.client('administrator')
  const versionOf = async (id: string) =>
    (await client.ask('GET', `/api/organisations/${id}`)).body.body.version
  const named = async (id: string) => ({ id, version: await versionOf(id) })
  const ending = async (id: string) => ({ ...(await named(id)), ends: true })
  const half = { from: 0, to: 0, basis: 'budget', weight: 0.5 }
  const changes = [
    { kind: 'merge', predecessors: [await ending(merged), await ending(other)] },
    { kind: 'takeOver', predecessors: [await ending(parted)], lines: [half] },
  ]
  for (const change of changes) {
    const json = { ...change, on: '2025-03-01', successors: [await named(own)] }
    const { status, body } = await client.ask('POST', '/api/organisations/changes', { json })
    expect(status, JSON.stringify(body)).toBe(201)
  }
  const json = { on: '2025-02-28' }
  const version = await versionOf(closed)
  const ended = await client.ask('POST', `/api/organisations/${closed}/end`, { json, version })
  expect(ended.status, JSON.stringify(ended.body)).toBe(200)
  return { merged, closed, parted }
}

/** The routes the server really has, as "GET /api/x/{id}". */
function routes(): string[] {
  const found = here.app.routes
    .filter((route) => route.method !== 'ALL' && route.path.startsWith('/api/'))
    .map((route) => `${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')}`)
  return [...new Set(found)].sort()
}

test('every route of the router has its row in the matrix, and every row its route', () => {
  expect(matrix.map((row) => row.route).sort()).toEqual(routes())
})

describe('every route × every role', () => {
  test.each(matrix.map((row) => [row.route, row] as const))('%s', async (route, row) => {
    const [method = '', path = ''] = route.split(' ')
    const askAs = (person: Person | null) => {
      const client = person?.client ?? here.anonymous
      const target = `${path.replace('{id}', someId)}${queryFor(route)}`
      return client.ask(method, target, {
        ...(method === 'GET' ? {} : bodyFor(route)),
        version: 1,
      })
    }
    // Reading changes nothing, so all read together: their sessions are then looked up together.
    const everybody = [null, ...people]
    const read = method === 'GET' ? await Promise.all(everybody.map(askAs)) : null
    for (const [at, person] of everybody.entries()) {
      if (person && endsTheSession(route)) continue
      const answer = read?.[at] ?? (await askAs(person))
      const wanted = expected(row, person)
      const refused = [401, 403].includes(answer.status) && !ofWhatIsSent.includes(route)
      counted.routes[refused || wanted === 404 ? 'refused' : 'allowed']++
      if (!refusals.includes(answer.status) && answer.status !== 400) answered.add(route)
      if (person?.role && answer.status < 300) rolesAnswered.add(person.role)
      const told = `${person?.name ?? 'nobody'}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`
      if (wanted !== 'passes') expect(answer.status, told).toBe(wanted)
      else {
        expect(answer.status, told).toBeLessThan(500)
        if (!ofWhatIsSent.includes(route)) {
          expect([401, 403], told).not.toContain(answer.status)
        }
      }
    }
  })
})

describe('every document route × role × position × level', () => {
  test.each(onDocument.map((row) => [row.route, row] as const))(
    '%s',
    async (route, row) => {
      const [method = '', path = ''] = route.split(' ')
      for (const person of people) {
        // Together: whose session it is is then looked up once for all of them.
        const asked = papers.map(async (paper) => {
          const answer = await person.client.ask(method, path.replace('{id}', paper.id), {
            ...(method === 'GET' ? {} : bodyFor(route)),
            // Never the present version: what is let through changes nothing here.
            version: 999,
          })
          return { paper, answer }
        })
        for (const { paper, answer } of await Promise.all(asked)) {
          counted.documents[refusals.includes(answer.status) ? 'refused' : 'allowed']++
          const told = `${person.name}, ${paper.level} document ${paper.position}: ${answer.status}`
          if (person.role === null) expect(answer.status, told).toBe(403)
          else if (!mayRead(person, paper)) {
            expect(answer.status, told).toBe(404)
            expect(JSON.stringify(answer.body), told).not.toContain(paper.canary)
          } else if (method === 'GET') expect(answer.status, told).toBe(200)
          else if (mayChange(person, paper, row.who))
            expect([200, 412], told).toContain(answer.status)
          else expect(answer.status, told).toBe(403)
        }
      }
    },
    240_000,
  )

  test('lists and search show exactly what may be read', async () => {
    const lists = matrix
      .filter((row) => row.route.startsWith('GET /api/') && !row.route.includes('{id}'))
      .map((row) => row.route.slice(4))
    let bytes = 0
    for (const person of people) {
      const hidden = papers.filter((paper) => !mayRead(person, paper))
      const asked = lists.map(async (path) => {
        const answer = await person.client.ask('GET', `${path}?q=ho%C3%A0ngy%E1%BA%BFn`)
        return { path, text: JSON.stringify(answer.body) }
      })
      for (const { path, text } of await Promise.all(asked)) {
        bytes += text.length
        for (const paper of hidden) {
          expect(
            text.includes(paper.canary),
            `${person.name} sees ${paper.canary} in ${path}`,
          ).toBe(false)
          expect(text.includes(paper.id), `${person.name} sees ${paper.canary} in ${path}`).toBe(
            false,
          )
        }
      }
      const shown = await person.client.ask('GET', '/api/documents')
      if (person.role === null) continue
      const ids = new Set(shown.body.documents.map((one: { id: string }) => one.id))
      for (const paper of papers) {
        expect(ids.has(paper.id), `${person.name}: ${paper.canary}`).toBe(mayRead(person, paper))
      }
    }
    process.stdout.write(`leak test: ${papers.length} canaries, ${bytes} bytes searched\n`)
  })

  test('the rule in SQL and the rule in words are one', async () => {
    const bodies = new Map(
      (await listDocuments(here.database.db, await here.actor('office'))).map((one) => [
        one.id,
        one.organisation?.id ?? null,
      ]),
    )
    for (const person of people) {
      if (person.role === null) continue
      const rows = await listDocuments(here.database.db, person.actor)
      const seen = new Set(rows.map((row) => row.id))
      for (const paper of papers) {
        const organisationId = bodies.get(paper.id) ?? null
        const participants = { organisations: [], accounts: [] }
        const guarded = { level: paper.level, organisationId, participants }
        expect(seen.has(paper.id), `${person.name}: ${paper.canary}`).toBe(
          canRead(person.actor, guarded),
        )
      }
    }
  })
})

describe('another province', () => {
  const strangers: Partial<Record<Role, Client>> = {}

  beforeAll(async () => {
    for (const role of strangerRoles) strangers[role] = await here.client(role, here.west)
    Object.assign(ids, await makeThings(here))
  })

  test('every kind of thing was made', () => {
    const kinds = new Set(withId.map((row) => row.route.split('/')[2]))
    expect([...kinds].filter((kind) => !ids[kind ?? ''])).toEqual([])
  })

  describe.each(strangerRoles)('%s', (role) => {
    test.each(withId.map((row) => [row.route, row] as const))(
      '%s: its things do not exist here',
      async (route, { who, where }) => {
        const [method = '', path = ''] = route.split(' ')
        const id = ids[path.split('/')[2] ?? ''] ?? ''
        const asked = `${path.replace('{id}', id)}${queryFor(route)}`
        const answer = await strangers[role]?.ask(method, asked, {
          ...(method === 'GET' ? {} : bodyFor(route)),
          version: 1,
        })
        counted.otherProvince[refusals.includes(answer?.status ?? 0) ? 'refused' : 'allowed']++
        const passes = typeof who === 'string' || who.includes(role) || where === 'record'
        expect(answer?.status, JSON.stringify(answer?.body)).toBe(passes ? 404 : 403)
        expect(JSON.stringify(answer?.body)).not.toContain('hoàng yến')
      },
    )
  })

  test('lists, search and record hold nothing of it', async () => {
    const lists = matrix
      .filter((row) => row.route.startsWith('GET /api/') && !row.route.includes('{id}'))
      .map((row) => row.route.slice(4))
    for (const path of lists) {
      const answer = await strangers.office?.ask('GET', `${path}?q=ho%C3%A0ng%20y%E1%BA%BFn`)
      expect(JSON.stringify(answer?.body), path).not.toContain('hoàng yến')
      expect(JSON.stringify(answer?.body), path).not.toContain(ids.documents)
    }
    const own = await (await here.client('office')).ask('GET', '/api/search?q=hoang%20yen')
    expect(own.body.results.length).toBeGreaterThan(0)
  })

  test('what was drawn from a document that is closed to somebody is closed as well', async () => {
    const office = await here.client('office')
    const { documents } = (await office.ask('GET', '/api/documents')).body
    expect(documents.map(({ id }: { id: string }) => id)).toContain(ids.documents)
    // Those that cite an instrument and tell of an inspection too.
    const drawn = ['dan.txt', 'ket-luan.txt']
    for (const { id, fileName, version } of documents) {
      if (id !== ids.documents && !drawn.includes(fileName)) continue
      const json = { level: 'office' }
      const narrowed = await office.ask('PATCH', `/api/documents/${id}`, { json, version })
      expect(narrowed.body.document.level).toBe('office')
    }
    const outside = people.filter(
      (person) => person.role !== null && !(person.place === 'province' && inside.has(person.role)),
    )
    const gets = matrix.filter((row) => row.route.startsWith('GET /api/'))
    for (const person of outside) {
      const asked = gets.map(async ({ route }) => {
        const path = route.slice(4)
        const id = ids[path.split('/')[2] ?? ''] ?? ''
        const answer = await person.client.ask(
          'GET',
          `${path.replace('{id}', id)}?q=ho%C3%A0ng%20y%E1%BA%BFn`,
        )
        return { route, answer }
      })
      for (const { route, answer } of await Promise.all(asked)) {
        const text = JSON.stringify(answer.body).replaceAll('Tổ công tác hoàng yến', '')
        expect(text, `${person.name}: ${route}`).not.toContain('hoàng yến')
      }
    }
    for (const kind of ['assignments', 'conferences', 'shortcomings']) {
      expect(ids[kind], kind).toBeTruthy()
    }
  })

  test('a session of one province is none in another', async () => {
    const signedIn = await here.app.request('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ address: 'reader@dong-ha', password }),
    })
    const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const moved = cookie.replace(/=\d+\./, `=${here.west.province_id}.`)
    expect(moved).not.toBe(cookie)
    const ask = (value: string) =>
      here.app.request('/api/documents', { headers: { cookie: value } })
    expect((await ask(cookie)).status).toBe(200)
    expect((await ask(moved)).status).toBe(401)
  })
})

test('every route lets somebody through', async () => {
  const own = [await here.client('office'), await here.client('administrator')] as const
  const provincial = people.filter((one) => one.place === 'province').map((one) => one.client)
  const things = ids.documents ? ids : await makeThings(here)
  const addresses = await addressesOf(own[0], things)
  const refused: string[] = []
  for (const { route } of matrix.toSorted(
    (one, other) => ending(one.route) - ending(other.route),
  )) {
    if (answered.has(route)) continue
    const [method = '', path = ''] = route.split(' ')
    const at = addresses[route] ?? `${addressOf(path, things)}${queryFor(route)}`
    const told: number[] = []
    let through = false
    for (const client of [...own, ...provincial]) {
      // Never the present version: what is guarded by one is let through and changes nothing.
      const { status } = await client.ask(method, at, {
        ...(method === 'GET' ? {} : realBody(route, things)),
        version: 987_654,
      })
      told.push(status)
      // What is wrong with the request is told only to who may make it; others get 403 for the same.
      through ||= status < 300 || [409, 410, 412, 422].includes(status)
      through ||= told.includes(403) && (told.includes(400) || told.includes(404))
      if (through) break
    }
    if (!through && !ofWhatIsSent.includes(route)) refused.push(`${route}: ${told}`)
  }
  expect(refused).toEqual([])
})

/** Reading comes first, ending one’s own session last. */
const ending = (route: string): number => {
  if (route.startsWith('GET')) return 0
  if (!route.startsWith('DELETE /api/session')) return 1
  return route.endsWith('{id}') ? 2 : 3
}

/** Addresses of what a route's own words do not lead to. */
async function addressesOf(
  office: Client,
  things: Record<string, string>,
): Promise<Record<string, string>> {
  const feed = (await office.ask('POST', '/api/session/calendar')).body.path
  const { notices } = (await office.ask('GET', `/api/conferences/${things.planned}/notices`)).body
  const signed = notices.find((one: { signed: unknown }) => one.signed)
  return {
    'GET /api/calendar/{province}/{file}': feed,
    'GET /api/notices/{id}/signed': `/api/notices/${signed?.id}/signed`,
    'GET /api/record/heads': `/api/record/heads?province=${here.east.slug}`,
    'GET /api/access': `/api/access?kind=assignment&id=${things.assignments}`,
    'GET /api/chain': `/api/chain?kind=assignment&id=${things.assignments}`,
    'GET /api/history': `/api/history?kind=assignment&id=${things.assignments}`,
  }
}

test('the matrix is checked cell by cell, and its page tells how many', () => {
  expect(counted).toEqual(cellCounts())
  expect([...rolesAnswered].sort()).toEqual(everyRole.toSorted())
})
