// A generic platform over the same rows: Directus, installed by bench/directus/package.json alone, in a schema of its own
// of the same PostgreSQL, with an office that reads all and a unit whose policy shows it what it leads.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { env, execPath } from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import type { Embedded } from '../app/src/database/embedded.ts'
import type { Database } from '../app/src/database/open.ts'

const folder = join(import.meta.dirname, 'directus')
const schema = 'directus'

/** Tokens of the two who ask. */
export const tokens = { office: 'o'.repeat(32), unit: 'u'.repeat(32) }

const admin = { email: 'admin@example.com', password: 'bench-of-giao-ban', token: 'a'.repeat(32) }

/** Installs it where it is missing: without install scripts, as the house does. */
export function installPlatform(): void {
  if (existsSync(join(folder, 'node_modules', 'directus'))) return
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('Directus could not be installed')
}

/** Indexes that the questions want, and that the platform does not make by itself. */
const indexes = [
  `create index on ${schema}.task (lead_id, deadline, id)
       where done_on is null and revoked_on is null and withdrawn_at is null`,
  `create index on ${schema}.task (deadline, id)
       where done_on is null and revoked_on is null and withdrawn_at is null`,
  `create index on ${schema}.figure (indicator_id, period_to) where organisation_id is not null`,
  `create index on ${schema}.figure (period_to, indicator_id) where organisation_id is null`,
]

/**
 * The rows as a builder on that platform would lay them out: units, tasks with their unit, and figures with the newest
 * value in the row. The platform keeps keys alone; `indexed` adds what somebody who knows the questions would.
 */
export async function copyRows(
  owner: Database,
  provinceId: number,
  indexed: boolean,
): Promise<void> {
  const statements = [
    `drop schema if exists ${schema} cascade`,
    `create schema ${schema}`,
    `create table ${schema}.unit as select o.organisation_id as id, min(n.name) as name from organisation o
       left join organisation_name n on n.province_id = o.province_id and n.organisation_id = o.organisation_id
         and n.role = 'official' and n.valid_to is null
       where o.province_id = ${provinceId} group by o.organisation_id`,
    `alter table ${schema}.unit add primary key (id)`,
    `create table ${schema}.task as select assignment_id as id, register_year, register_number, action, lead_id,
       cooperating_ids, deadline, deadline_text, deliverable, ordered_by, done_on, revoked_on, withdrawn_at, note,
       as_written, document_id, version from assignment where province_id = ${provinceId}`,
    `alter table ${schema}.task add primary key (id),
       add foreign key (lead_id) references ${schema}.unit (id)`,
    `create table ${schema}.figure as select f.figure_id as id, f.indicator_id, f.organisation_id, f.period_from,
       f.period_to, f.kind, v.value, v.stage from figure f join lateral (select value, stage from figure_version v
         where v.province_id = f.province_id and v.figure_id = f.figure_id order by number desc limit 1) v on true
       where f.province_id = ${provinceId}`,
    `alter table ${schema}.figure add primary key (id),
       add foreign key (organisation_id) references ${schema}.unit (id)`,
    ...(indexed ? indexes : []),
    ...['unit', 'task', 'figure'].map((table) => `analyze ${schema}.${table}`),
  ]
  const client = await owner.pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    for (const statement of statements) await client.query(statement)
  } finally {
    client.release(true)
  }
}

export interface Platform {
  address: string
  stop(): Promise<void>
}

/** Bootstraps it in its schema and starts it as a process of its own, without cache, limits or its screens. */
export async function startPlatform(
  { host, port, user, password, database }: Embedded['connection'],
  unit: string,
): Promise<Platform> {
  const address = 'http://127.0.0.1:8066'
  const settings = {
    ...{ PATH: env.PATH, HOME: env.HOME, NODE_ENV: 'production' },
    ...{ DB_CLIENT: 'pg', DB_HOST: host, DB_PORT: String(port), DB_DATABASE: database },
    ...{ DB_USER: user, DB_PASSWORD: String(password), DB_SEARCH_PATH: `array:${schema}` },
    ...{ KEY: 'giao-ban-bench', SECRET: 's'.repeat(32), HOST: '127.0.0.1', PORT: '8066' },
    ...{ ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password, ADMIN_TOKEN: admin.token },
    ...{ PUBLIC_URL: address, SERVE_APP: 'false', TELEMETRY: 'false', LOG_LEVEL: 'warn' },
    ...{ CACHE_ENABLED: 'false', RATE_LIMITER_ENABLED: 'false', PRESSURE_LIMITER_ENABLED: 'false' },
  }
  const cli = join(folder, 'node_modules', 'directus', 'cli.js')
  const { status } = spawnSync(execPath, [cli, 'bootstrap'], {
    ...{ cwd: folder, env: settings, stdio: ['ignore', 'ignore', 'inherit'] },
  })
  if (status !== 0) throw new Error('Directus could not be made ready')
  const server = spawn(execPath, [cli, 'start'], {
    ...{ cwd: folder, env: settings, stdio: ['ignore', 'ignore', 'inherit'] },
  })
  try {
    await answers(`${address}/server/ping`, server)
    await addReaders(address, unit)
  } catch (error) {
    await ended(server)
    throw error
  }
  return { address, stop: () => ended(server) }
}

/** Waits until `url` answers; an error, and the server ended, where it does not. */
export async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) throw new Error(`the server of ${url} ended: ${server.exitCode}`)
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (ok) return
    await wait(200)
  }
  throw new Error(`${url} does not answer`)
}

/** Ends a server and waits for it. */
export async function ended(server: ChildProcess): Promise<void> {
  const over = new Promise((resolve) => server.once('exit', resolve))
  server.kill()
  await over
}

/** Two roles with their policies, as its own screens would make them. */
async function addReaders(address: string, unit: string): Promise<void> {
  const post = async (path: string, content: object) => {
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(content),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as { data: { id: string } }
  }
  await post('/fields/directus_users', { field: 'unit', type: 'uuid', schema: {}, meta: {} })
  const rights = {
    office: { task: {}, figure: {}, unit: {} },
    unit: { task: { lead_id: { _eq: '$CURRENT_USER.unit' } }, unit: {} },
  }
  for (const [name, collections] of Object.entries(rights)) {
    const policy = (await post('/policies', { name, app_access: false, admin_access: false })).data
    for (const [collection, permissions] of Object.entries(collections))
      await post('/permissions', {
        ...{ policy: policy.id, collection, action: 'read', fields: ['*'] },
        ...{ permissions, validation: {}, presets: null },
      })
    const role = (await post('/roles', { name })).data
    await post('/access', { role: role.id, policy: policy.id })
    await post('/users', {
      ...{ email: `${name}@example.com`, role: role.id, unit, status: 'active' },
      token: tokens[name as keyof typeof tokens],
    })
  }
}
