// Opens the pool of the application's own role beside the owner's, or says why it cannot.
import pg from 'pg'
import { type Connection, type Database, openDatabase } from './open.ts'
import { grantAlone, makeRole, type Role, roleName, rolePassword } from './role.ts'

export interface Pools {
  /** What everything works through. */
  database: Database
  /** The owner of the tables, for migrations and restores; opened when asked for. */
  owner(): Database
  role: Role
  /** Closes both. */
  close(): Promise<void>
}

interface Options {
  size?: number
  onError?: (error: Error) => void
}

/**
 * `owner` is a migrated database's, reached by `connection`; it is closed where the role takes over. Where
 * the role cannot be had, the application goes on as the owner, and `role` says why: `giaoban status`
 * shows it.
 */
export async function connectAs(
  connection: Connection,
  owner: Database,
  options: Options = {},
): Promise<Pools> {
  const { user, password } = credentialsOf(connection)
  const asOwner = (why: Extract<Role, { kind: 'owner' }>['why']): Pools => ({
    database: owner,
    owner: () => owner,
    role: { name: user, kind: 'owner', why },
    close: () => owner.close(),
  })
  if (user === '' || password === '') return asOwner('noPassword')
  const own = roleConnection(connection)
  if (!(await opens(own))) {
    if (!(await makeRole(owner.pool, password))) return asOwner('mayNotCreate')
    if (!(await opens(own))) return asOwner('cannotConnect')
  }
  await grantAlone(owner.pool)
  await owner.close()
  return openBeside(connection, options)
}

/** The pools of a database whose role is known to be there. */
export function openBeside(connection: Connection, options: Options = {}): Pools {
  const database = openDatabase(roleConnection(connection), options)
  let opened: Database | null = null
  return {
    database,
    owner() {
      opened ??= openDatabase(connection, { ...options, size: 2 })
      return opened
    },
    role: { name: roleName(credentialsOf(connection).user), kind: 'application' },
    async close() {
      await database.close()
      await opened?.close()
    },
  }
}

/** The same database, as the application's role. */
export function roleConnection(connection: Connection): Connection {
  const { user, password } = credentialsOf(connection)
  const own = { user: roleName(user), password: rolePassword(password) }
  if (typeof connection !== 'string') return { ...connection, ...own }
  const url = new URL(connection)
  for (const name of ['user', 'password']) url.searchParams.delete(name)
  url.username = encodeURIComponent(own.user)
  url.password = own.password
  return url.href
}

function credentialsOf(connection: Connection): { user: string; password: string } {
  if (typeof connection !== 'string') {
    return { user: connection.user ?? '', password: String(connection.password ?? '') }
  }
  const { username, password, searchParams } = new URL(connection)
  return {
    user: searchParams.get('user') ?? decodeURIComponent(username),
    password: searchParams.get('password') ?? decodeURIComponent(password),
  }
}

/** Whether the role is there and let in. */
async function opens(connection: Connection): Promise<boolean> {
  const client = new pg.Client(
    typeof connection === 'string' ? { connectionString: connection } : connection,
  )
  // A connection that breaks while it is being tried is a no.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    // Only the role's own troubles (class 28: no such role, wrong password, refused by pg_hba.conf).
    if (!String((error as { code?: string }).code).startsWith('28')) throw error
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
