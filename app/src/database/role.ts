// The role that the application works as: it reads and writes rows, makes no tables, and of the record it
// can only read and add. Who owns the tables brings them up to date and restores backups, nothing else.
import { createHmac } from 'node:crypto'
import type pg from 'pg'

/** How the application is connected; `owner` says why it is not by a role of its own. */
export type Role =
  | { name: string; kind: 'application' }
  | { name: string; kind: 'owner'; why: 'noPassword' | 'mayNotCreate' | 'cannotConnect' }

/** What each table of the record and of its like allows; any other allows rows to be changed and deleted. */
const special: Record<string, string> = {
  audit_record: 'select, insert',
  record_publication: 'select, insert',
  document_destruction: 'select, insert',
  access_entry: 'select, insert',
  document_quarantine: 'select, insert, update',
  // The newest link: a lock and a place to go on from, no evidence. It is never deleted.
  record_head: 'select, insert, update',
  // Contents and their salts are destroyed together, never changed.
  record_content: 'select, insert, delete',
  record_salt: 'select, insert, delete',
  // Steps of a task, and of a report in figures, are never changed; the former go with a task whose document is destroyed.
  assignment_step: 'select, insert, delete',
  // A figure that was told stays; a correction stands after it. So do definitions and what was shown.
  figure: 'select, insert',
  figure_entry: 'select, insert',
  figure_version: 'select, insert',
  figure_snapshot: 'select, insert',
  indicator_definition: 'select, insert',
  report_step: 'select, insert, delete',
  migration: 'select',
}

/** Tables that are only added to. */
export const appendOnly = Object.keys(special).filter((name) => special[name] === 'select, insert')

/** One at a time: two servers that start on one database grant the same. */
const lock = 4_717_238_156

/** The role that belongs to an owner's name. */
export const roleName = (owner: string): string => `${owner.slice(0, 59)}_app`

/** Its password comes from the owner's, so that no second secret has to be kept, shared or lost. */
export const rolePassword = (ownerPassword: string): string =>
  createHmac('sha256', ownerPassword).update('giaoban application role').digest('hex')

/**
 * Makes the role of the connection's owner where it is not there, or its password is another. False where
 * the owner may not.
 */
export async function makeRole(pool: pg.Pool, password: string): Promise<boolean> {
  const client = await pool.connect()
  try {
    const role = roleName(await ownerOf(client))
    const { rows } = await client.query<{ may: boolean; exists: boolean }>(
      `select (rolsuper or rolcreaterole) as may,
         exists (select 1 from pg_roles where rolname = $1) as exists
       from pg_roles where rolname = current_user`,
      [role],
    )
    if (!rows[0]?.may) return false
    const verb = rows[0].exists ? 'alter' : 'create'
    // The password is hexadecimal: there is nothing in it to escape.
    await client.query(`${verb} role ${quoted(role)} login password '${rolePassword(password)}'`)
    return true
  } finally {
    client.release()
  }
}

/** Gives the role of this owner what it needs on the tables as they are; nothing where there is no role. */
export async function grantTables(client: pg.ClientBase): Promise<void> {
  const role = roleName(await ownerOf(client))
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  if (rowCount === 0) return
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') order by c.relname`,
  )
  const name = quoted(role)
  await client.query(`revoke create on schema public from public, ${name}`)
  await client.query(`grant usage on schema public to ${name}`)
  await client.query(`revoke all on all tables in schema public from public, ${name}`)
  const rightsOf = (table: string) => special[table] ?? 'select, insert, update, delete'
  for (const [rights, tables] of Map.groupBy(rows, (table) => rightsOf(table.name))) {
    const names = tables.map((table) => quoted(table.name)).join(', ')
    await client.query(`grant ${rights} on ${names} to ${name}`)
  }
}

/** `grantTables` in a transaction of its own, one process at a time. */
export async function grantAlone(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [lock])
    await grantTables(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

async function ownerOf(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_user as name')
  return rows[0]?.name ?? ''
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
