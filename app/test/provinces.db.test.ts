// Two provinces on one server: ids of the one in URLs, bodies, queries, forms, headers, cookies and
// idempotency keys of the other. Nothing of the first is shown, changed, or known to exist.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { matrix } from './access-matrix.ts'
import { bodyFor } from './access-requests.ts'
import { type Client, fileForm, world } from './world.ts'

let here: Awaited<ReturnType<typeof world>>
const canary = 'hoàng oanh'
const text = (
  word: string,
) => `Hội nghị giao ban tháng 9 năm 2024 của Ban Thường vụ Tỉnh ủy bàn về ${word}

Tổng thu ngân sách nhà nước về ${word} đạt 8.250 tỷ đồng. Công tác giải phóng mặt bằng ${word} còn chậm.

Thực hiện Nghị quyết số 12-NQ/TU ngày 05/3/2023 của Tỉnh ủy, yêu cầu Sở Tài chính rà soát ${word}, báo cáo trước ngày 30/10/2024.
`

/** Ids of a province by the name of their collection in the URL. */
type Things = Record<string, string>
let foreign: Things
let own: Things
let west: Record<'office' | 'administrator', Client>

beforeAll(async () => {
  here = await world()
  foreign = await furnish(here.east, canary)
  own = await furnish(here.west, 'sếu đầu đỏ')
  west = {
    office: await here.client('office', here.west),
    administrator: await here.client('administrator', here.west),
  }
}, 120_000)

afterAll(() => here.close())

/** One thing of each kind, made over HTTP. */
async function furnish(province: typeof here.east, word: string): Promise<Things> {
  const office = await here.client('office', province)
  const administrator = await here.client('administrator', province)
  const things: Things = {}
  const form = fileForm(text(word), `${word}.txt`)
  things.documents = (await office.ask('POST', '/api/documents', { form })).body.document.id
  const { findings } = (await office.ask('GET', `/api/documents/${things.documents}/findings`)).body
  for (const { id, kind, version } of findings) {
    if (!entries.has(kind) || things[`${kind}-seen`]) continue
    things[`${kind}-seen`] = id
    const { body } = await office.ask('POST', `/api/findings/${id}/confirm`, { json: {}, version })
    if (body.finding?.entry) things[`${body.finding.entry.kind}s`] = body.finding.entry.id
    things.findings = id
  }
  const { body } = await office.ask('POST', '/api/lexicon', {
    json: { class: 'actor', payload: '', phrases: [`Tổ công tác ${word}`] },
  })
  things.lexicon = body.entries[0].id
  things.indicators = (await office.ask('GET', '/api/indicators')).body.indicators[0].id
  const [account] = (await administrator.ask('GET', '/api/accounts')).body.accounts
  things.accounts = account.id
  things.grants = account.grants[0].id
  things.organisations = account.grants[0].organisation.id
  for (const kind of entries) delete things[`${kind}-seen`]
  return things
}

/** Kinds of findings that are confirmed, one of each. */
const entries = new Set(['statement', 'shortcoming', 'assignment', 'meeting'])

/** Every row of the first province, as one hash. What only tells of a visit is left out. */
async function stateOfEast(): Promise<string> {
  const { pool } = here.database
  const { rows: tables } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     where a.attname = 'province_id' and c.relkind = 'r' order by 1`,
  )
  const hash = createHash('sha256')
  for (const { name } of tables) {
    if (['session', 'login_attempt'].includes(name)) continue
    const { rows } = await pool.query(
      `select t::text as row from "${name}" t where province_id = $1 order by 1`,
      [here.east.province_id],
    )
    hash.update(name).update(JSON.stringify(rows))
  }
  return hash.digest('hex')
}

interface Field {
  route: string
  /** Way to the id in the body; `[]` for members of a list. */
  path: string[]
}

// biome-ignore lint/suspicious/noExplicitAny: a schema of any shape
type Schema = any

/** Fields of a schema that hold an id. */
function idsIn(schema: Schema, all: Schema, path: string[] = []): string[][] {
  if (!schema) return []
  if (schema.$ref) return idsIn(all.components.schemas[schema.$ref.split('/').pop()], all, path)
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  return [
    ...(String(schema.pattern ?? '').includes('[0-9a-f]{8}') || /Id$/.test(path.at(-1) ?? '')
      ? [path]
      : []),
    ...inner.flatMap((one: Schema) => idsIn(one, all, path)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
      idsIn(one, all, [...path, name]),
    ),
    ...(schema.items ? idsIn(schema.items, all, [...path, '[]']) : []),
  ]
}

/** Every field of every body that takes an id, from the server's own description. */
async function idFields(): Promise<Field[]> {
  const api = (await here.anonymous.ask('GET', '/api/openapi.json')).body
  const fields: Field[] = []
  for (const [path, methods] of Object.entries<Schema>(api.paths)) {
    for (const [method, route] of Object.entries<Schema>(methods)) {
      for (const { schema } of Object.values<Schema>(route.requestBody?.content ?? {})) {
        const ways = new Map(idsIn(schema, api).map((way) => [way.join('.'), way]))
        for (const way of ways.values()) {
          fields.push({ route: `${method.toUpperCase()} ${path}`, path: way })
        }
      }
    }
  }
  return fields
}

/** A body with the id put in at the end of the way. */
function withId(base: Schema, [first = '', ...rest]: readonly string[], id: string): Schema {
  if (first === '') return id
  if (first === '[]') return [withId(base?.[0] ?? {}, rest, id)]
  return { ...base, [first]: withId(base?.[first], rest, id) }
}

/** Which of the things a field means; every kind is tried where the name does not tell. */
const kindsOf = (path: readonly string[]): string[] => {
  const name = path.filter((one) => one !== '[]').join('.')
  const found = Object.keys(foreign).filter((kind) =>
    name.toLowerCase().includes(kind.replace(/s$/, '')),
  )
  return found.length > 0 ? found : Object.keys(foreign)
}

const urlOf = (route: string, things: Things): string =>
  route.replace(/^\w+ /, '').replace('{id}', things[route.split('/')[2] ?? ''] ?? '')

let requests = 0

async function mustBeRefused(client: Client, route: string, asked: Parameters<Client['ask']>[2]) {
  const [method = ''] = route.split(' ')
  const answer = await client.ask(method, urlOf(route, own), { version: 1, ...asked })
  requests++
  const told = `${route} ${JSON.stringify(asked?.json)}: ${answer.status} ${JSON.stringify(answer.body)}`
  // Many at once are answered one by one.
  if (answer.status === 200 && answer.body.skipped) {
    expect(answer.body, told).toMatchObject({ confirmed: [], skipped: [{ code: 'notFound' }] })
    return
  }
  expect(answer.status, told).toBeGreaterThanOrEqual(400)
  expect(answer.status, told).toBeLessThan(500)
  expect(JSON.stringify(answer.body), told).not.toContain(canary)
}

describe('ids of another province', () => {
  let before = ''

  beforeAll(async () => {
    before = await stateOfEast()
  })

  test('in a body or a form: refused, whatever the field', async () => {
    const fields = await idFields()
    expect(fields.length).toBeGreaterThan(10)
    for (const { route, path } of fields) {
      for (const kind of kindsOf(path)) {
        const id = foreign[kind] ?? ''
        for (const client of Object.values(west)) {
          const base = bodyFor(route)
          if (base.form) {
            base.form.set(path[0] ?? '', id)
            await mustBeRefused(client, route, { form: base.form })
          } else await mustBeRefused(client, route, { json: withId(base.json, path, id) })
        }
      }
    }
  })

  test('in the address, together with one’s own in the body', async () => {
    const fields = (await idFields()).filter(({ route }) => route.includes('{id}'))
    for (const { route, path } of fields) {
      const [method = ''] = route.split(' ')
      for (const kind of kindsOf(path)) {
        const json = withId(bodyFor(route).json, path, own[kind] ?? '')
        for (const client of Object.values(west)) {
          const answer = await client.ask(method, urlOf(route, foreign), { json, version: 1 })
          requests++
          expect([400, 403, 404], `${route}: ${answer.status}`).toContain(answer.status)
        }
      }
    }
  })

  test('in every query: nothing is found', async () => {
    const lists = matrix
      .map(({ route }) => route)
      .filter((route) => route.startsWith('GET ') && !route.includes('{id}'))
    for (const route of lists) {
      for (const id of Object.values(foreign)) {
        const query = ['subjectId', 'subject', 'id', 'organisationId', 'before', 'q', 'province_id']
          .map((name) => `${name}=${name === 'province_id' ? here.east.province_id : id}`)
          .join('&')
        const path = `${route.slice(4)}?subjectKind=document&kind=document&${query}`
        const answer = await west.administrator.ask('GET', path)
        requests++
        const said = JSON.stringify(answer.body)
        expect(said, path).not.toContain(canary)
        for (const other of Object.values(foreign)) expect(said, path).not.toContain(other)
      }
    }
  })

  test('headers that name a province change nothing', async () => {
    const number = String(here.east.province_id)
    const headers = Object.fromEntries(
      ['x-province', 'x-province-id', 'x-tenant', 'x-tenant-id', 'x-organisation'].map((name) => [
        name,
        number,
      ]),
    )
    const named = { ...headers, 'x-original-url': urlOf('GET /api/documents/{id}', foreign) }
    const plain = await west.office.ask('GET', '/api/documents')
    const answer = await west.office.ask('GET', '/api/documents', { headers: named })
    expect(answer.body).toEqual(plain.body)
    const other = await west.office.ask('GET', urlOf('GET /api/documents/{id}', foreign), {
      headers: named,
    })
    expect(other.status).toBe(404)
    requests += 3
  })

  test('after all of it the other province is what it was, to the last row', async () => {
    process.stdout.write(`two provinces: ${requests} requests with swapped ids\n`)
    expect(requests).toBeGreaterThan(300)
    expect(await stateOfEast()).toBe(before)
  })

  test('an idempotency key of another province is another key', async () => {
    const json = { nameVi: 'Chỉ tiêu chung', unit: 'item' }
    const east = await here.client('office')
    const first = await east.ask('POST', '/api/indicators', { json, key: 'cung-mot-khoa' })
    const second = await west.office.ask('POST', '/api/indicators', { json, key: 'cung-mot-khoa' })
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body.indicator.id).not.toBe(first.body.indicator.id)
    const repeated = await west.office.ask('POST', '/api/indicators', {
      json,
      key: 'cung-mot-khoa',
    })
    expect(repeated.body.indicator.id).toBe(second.body.indicator.id)
  })

  test('the same bytes in both are two documents, and each province knows only its own', async () => {
    const form = () => fileForm(text(canary), 'giong-nhau.txt')
    const copy = await west.office.ask('POST', '/api/documents', { form: form() })
    expect(copy.status).toBe(201)
    expect(copy.body.already).toBe(false)
    expect(copy.body.document.id).not.toBe(foreign.documents)
  })
})
