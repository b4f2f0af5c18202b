// Two provinces with three people each, over a real database and the real server: what HTTP tests
// start from. A client is signed in through the session route like anybody else.
import type { KyselyPlugin } from 'kysely'
import { pino } from 'pino'
import type { Database } from '../src/database/open.ts'
import { transaction } from '../src/database/open.ts'
import { type Actor, systemActor } from '../src/http/access.ts'
import { createServer } from '../src/http/server.ts'
import { addProvince } from '../src/registers/people/provinces.ts'
import { actorByAddress, addAccount } from '../src/registers/people/store.ts'
import { freshDatabase } from './database.ts'

export type SignedInRole = 'administrator' | 'office' | 'reader'

export interface Client {
  /** One request with the session's cookie and CSRF token and a new idempotency key. */
  ask(method: string, path: string, options?: Ask): Promise<Answer>
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

export const password = 'mật khẩu dùng để thử'

/** `plugin` sees every query that the world makes. */
export async function world(plugin?: KyselyPlugin) {
  const fresh = await freshDatabase()
  const database = plugin ? { ...fresh, db: fresh.db.withPlugin(plugin) } : fresh
  const app = createServer({
    settings: { secure: false, trustProxy: false, webFolder: null },
    database,
    log: pino({ level: 'silent' }),
  })
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
    app,
    east,
    west,
    actor,
    anonymous: clientOf(app, null, null),
    client: (role: SignedInRole, province = east) => signIn(app, `${role}@${province.slug}`),
    /** Signed in as the account of this address, with the password of all. */
    clientAt: (address: string) => signIn(app, address),
    close: () => (database as Database).close(),
  }
}

type App = ReturnType<typeof createServer>

async function signIn(app: App, address: string): Promise<Client> {
  const response = await app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address, password }),
  })
  if (response.status !== 200) throw new Error(`sign-in of ${address}: ${await response.text()}`)
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { csrfToken } = (await response.json()) as { csrfToken: string }
  return clientOf(app, cookie, csrfToken)
}

let counter = 0

function clientOf(app: App, cookie: string | null, csrf: string | null): Client {
  return {
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
      return {
        status: response.status,
        headers: response.headers,
        body: type.includes('json') ? await response.json() : await response.text(),
      }
    },
  }
}

/** A form with one text file, as the upload sends it. */
export function fileForm(text: string | Uint8Array, name: string): FormData {
  const form = new FormData()
  form.append('file', new File([text as BlobPart], name))
  return form
}
