// Two provinces with three people each, over a real database and the real server: what HTTP tests
// start from. A client is signed in through the session route like anybody else.
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { KyselyPlugin } from 'kysely'
import { pino } from 'pino'
import { uuidv7 } from 'uuidv7'
import type { Database } from '../src/database/open.ts'
import { transaction } from '../src/database/open.ts'
import type { AccountRole } from '../src/database/tables.ts'
import { type Actor, systemActor } from '../src/http/access.ts'
import type { HttpSettings } from '../src/http/context.ts'
import { createServer } from '../src/http/server.ts'
import { rootOrganisation } from '../src/registers/people/granting.ts'
import { addProvince } from '../src/registers/people/provinces.ts'
import { actorByAddress, addAccount } from '../src/registers/people/store.ts'
import { freshDatabase } from './database.ts'

export type SignedInRole = 'administrator' | 'office' | 'reader'

export interface Client {
  /** One request with the session's cookie and CSRF token and a new idempotency key. */
  ask(method: string, path: string, options?: Ask): Promise<Answer>
  /** A file that a route gives, byte by byte. */
  file(path: string): Promise<{ status: number; bytes: Uint8Array }>
}

export interface Ask {
  json?: unknown
  form?: FormData
  /** Sent as it is, for bodies that are none. */
  rawBody?: string
  version?: number
  key?: string | null
  headers?: Record<string, string>
}

export interface Answer {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any
}

/** Asks and gives the body of the answer; throws with what was said where it is a refusal. */
export async function asked(
  client: Client,
  method: string,
  path: string,
  options: Ask = {},
): Promise<Answer['body']> {
  const { status, body } = await client.ask(method, path, options)
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`)
  return body
}

/** The same as one client, or as another that is named behind the request. */
export const asking =
  (client: Client) =>
  (method: string, path: string, options: Ask = {}, who = client): Promise<Answer['body']> =>
    asked(who, method, path, options)

export const password = 'mật khẩu dùng để thử'

/** What a test's server is set to, where the test says nothing else. */
export const plainSettings: HttpSettings = {
  secure: false,
  trustProxy: false,
  webFolder: null,
  factorKey: Buffer.alloc(32, 7),
  graceDays: null,
  sso: null,
}

/** `plugin` sees every query that the world makes. */
export async function world(
  plugin?: KyselyPlugin,
  { listen = false, settings = {} }: { listen?: boolean; settings?: Partial<HttpSettings> } = {},
) {
  const fresh = await freshDatabase()
  const database = plugin ? { ...fresh, db: fresh.db.withPlugin(plugin) } : fresh
  const made = createServer({
    settings: { ...plainSettings, ...settings },
    database,
    log: pino({ level: 'silent' }),
  })
  const served = listen ? await overHttp(made) : null
  const app: App = served ?? made
  const provinces = []
  for (const name of ['Tỉnh Đông Hà', 'Tỉnh Tây Sơn']) {
    const province = await transaction(database, async (tx) => {
      const added = await addProvince(tx, name)
      for (const role of ['administrator', 'office', 'reader'] as const) {
        await addAccount(tx, systemActor(added.province_id), {
          address: `${role}@${added.slug}`,
          name: `${role} ${name}`,
          role,
          password,
        })
      }
      return added
    })
    provinces.push(province)
  }
  const [east, west] = provinces
  if (!east || !west) throw new Error('two provinces were to be made')
  const actor = async (role: SignedInRole, province = east): Promise<Actor> => {
    const found = await actorByAddress(
      database.db,
      province.province_id,
      `${role}@${province.slug}`,
    )
    if (!found) throw new Error(`no ${role}`)
    return found
  }
  return {
    database,
    /** The owner of the tables: for what the application may not do. */
    owner: fresh.owner,
    app,
    east,
    west,
    actor,
    anonymous: clientOf(app, null, null),
    client: (role: SignedInRole, province = east) => signIn(app, `${role}@${province.slug}`),
    /** A body of the first province, below another or the province itself; its id. */
    body: (name: string, parent?: string) => addBody(database, east.province_id, name, parent),
    /** A new account with a role in a body (the province where none is named), signed in. */
    async grantee(role: AccountRole, organisationId?: string) {
      const address = `${role}-${++counter}@${east.slug}`
      await transaction(database, (tx) =>
        addAccount(tx, systemActor(east.province_id), {
          address,
          name: address,
          role,
          password,
          ...(organisationId ? { organisationId } : {}),
        }),
      )
      const actor = await actorByAddress(database.db, east.province_id, address)
      if (!actor) throw new Error(`no ${address}`)
      return { address, actor, client: await signIn(app, address) }
    },
    /** A new account of any address that has the password of all. */
    account: (address: string, role: AccountRole = 'reader', province = east) =>
      transaction(database, (tx) =>
        addAccount(tx, systemActor(province.province_id), {
          address,
          name: address,
          role,
          password,
        }),
      ),
    /** Signed in as the account of this address, with the password of all or a code of its own. */
    clientAt: (address: string, secret = password) => signIn(app, address, secret),
    async close() {
      await served?.close()
      await (database as Database).close()
    },
  }
}

/** The same application behind a real socket on loopback. */
async function overHttp(app: ReturnType<typeof createServer>) {
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const request = (path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${port}${path}`, { ...init, redirect: 'manual' })
  return {
    routes: app.routes,
    request: request as ReturnType<typeof createServer>['request'],
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** Inserts a body under the province or another one, as it stands since ever. */
async function addBody(
  database: Database,
  provinceId: number,
  name: string,
  parent?: string,
): Promise<string> {
  const { db } = database
  const own = { province_id: provinceId, organisation_id: uuidv7() }
  const open = { valid_from: null, valid_to: null }
  await db
    .insertInto('organisation')
    .values({ ...own, ...open, kind: 'department', code: null })
    .execute()
  await db
    .insertInto('organisation_name')
    .values({ ...own, ...open, name_id: uuidv7(), name, role: 'official' })
    .execute()
  await db
    .insertInto('organisation_parent')
    .values({
      ...own,
      ...open,
      link_id: uuidv7(),
      parent_id: parent ?? (await rootOrganisation(db, provinceId)),
      tree: 'administrative',
    })
    .execute()
  return own.organisation_id
}

export type App = Pick<ReturnType<typeof createServer>, 'request' | 'routes'>

export async function signIn(
  app: Pick<App, 'request'>,
  address: string,
  secret = password,
): Promise<Client> {
  const response = await app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address, password: secret }),
  })
  if (response.status !== 200) throw new Error(`sign-in of ${address}: ${await response.text()}`)
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { csrfToken } = (await response.json()) as { csrfToken: string }
  return clientOf(app, cookie, csrfToken)
}

let counter = 0

function clientOf(app: Pick<App, 'request'>, cookie: string | null, csrf: string | null): Client {
  return {
    async file(path) {
      const answer = await app.request(path, { headers: cookie ? { cookie } : {} })
      return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) }
    },
    async ask(method, path, options = {}) {
      const headers: Record<string, string> = { ...options.headers }
      if (cookie) headers.cookie = cookie
      if (csrf) headers['x-csrf-token'] = csrf
      if (options.json !== undefined) headers['content-type'] = 'application/json'
      if (options.version !== undefined) headers['if-match'] = `"${options.version}"`
      if (method === 'POST' && options.key !== null) {
        headers['idempotency-key'] = options.key ?? `key-${++counter}`
      }
      const body =
        options.form ??
        options.rawBody ??
        (options.json === undefined ? null : JSON.stringify(options.json))
      const response = await app.request(path, { method, headers, body })
      const type = response.headers.get('content-type') ?? ''
      if (type.startsWith('text/event-stream')) {
        // It would never end.
        await response.body?.cancel()
        return { status: response.status, headers: response.headers, body: '' }
      }
      return {
        status: response.status,
        headers: response.headers,
        body: /\bjson\b/.test(type) ? await response.json() : await response.text(),
      }
    },
  }
}

/** A form with one text file, as the upload sends it. */
export function fileForm(
  text: string | Uint8Array,
  name: string,
  fields: Record<string, string> = {},
): FormData {
  const form = new FormData()
  form.append('file', new File([text as BlobPart], name))
  form.append('declaration', 'noStateSecrets')
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  return form
}
