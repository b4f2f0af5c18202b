// A backup back into a database, in one transaction: killed at any moment, the database is as it was
// or whole and new. The schema is made as the backup's release had it, filled, compared with the
// file, the record verified, later destructions applied again, then brought up to date.
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { type CopyStreamQuery, from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { madeTables, runMigrations } from '../database/migrate.ts'
import { type Database, inTransactionOf } from '../database/open.ts'
import { grantTables } from '../database/role.ts'
import type { Tx } from '../database/tables.ts'
import { recordProvinces } from '../record/heads.ts'
import { verifyChain } from '../record/store.ts'
import { applyDestructions, type Destruction } from '../registers/documents/destruction.ts'
import { applyQuarantines, type OpenQuarantine } from '../registers/documents/quarantine.ts'
import { doubtRestored } from '../registers/mail/outbox-store.ts'
import { checkArchive, type Header, RowCount, readArchive, type TableEnd } from './archive.ts'
import { copyIn, copyOut, plainForms, storedTables } from './schema.ts'

export type RestoreRefusal =
  | 'notEmpty'
  | 'foreignTables'
  | 'newerRelease'
  | 'differs'
  | 'recordBroken'

/** Why a restore was not made; nothing was changed. */
export class RestoreRefused extends Error {
  readonly why: RestoreRefusal

  constructor(why: RestoreRefusal, detail = '') {
    super(detail)
    this.name = 'RestoreRefused'
    this.why = why
  }
}

export interface RestoreResult {
  header: Header
  tables: { name: string; rows: number }[]
  provinces: { name: string; links: number; head: string }[]
  destroyedAgain: number
  /** Documents in quarantine now that the backup had as readable. */
  quarantinedAgain: number
  /** Mails that waited in the backup: they may have gone out since it was made. */
  mailsInDoubt: number
}

/**
 * Restores `file` over what the database holds, which must be the owner's. `replace` must be given where it holds a province.
 * `destructions` are those known from elsewhere; the database's own are taken over too.
 */
export async function restore(
  database: Database,
  file: string,
  options: { replace: boolean; destructions?: readonly Destruction[] },
): Promise<RestoreResult> {
  const { header, tables } = await checkArchive(file)
  const client = await database.pool.connect()
  try {
    await client.query(plainForms)
    await client.query('begin')
    const later = [...(options.destructions ?? []), ...(await ownDestructions(client, options))]
    const quarantined = await ownQuarantines(client)
    await refuseForeignTables(client)
    await client.query('drop schema public cascade')
    await client.query('create schema public')
    const known = await runMigrations(client, { upTo: header.migrations })
    if (!known) throw new RestoreRefused('newerRelease', header.product)
    await load(client, file)
    const compared = await compare(client, tables)
    await runMigrations(client, {})
    await grantTables(client)
    const result = await inTransactionOf(client, async (tx) => ({
      destroyedAgain: await applyDestructions(tx, await knownHere(tx, later)),
      quarantinedAgain: await applyQuarantines(tx, await knownHere(tx, quarantined)),
      provinces: await verifyAll(tx),
      mailsInDoubt: await doubtMails(tx),
    }))
    await client.query('commit')
    return { header, tables: compared, ...result }
  } catch (error) {
    // The connection may be gone with the database; then it rolled back by itself.
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release(true)
  }
}

async function doubtMails(tx: Tx): Promise<number> {
  let count = 0
  for (const { province_id: id } of await recordProvinces(tx)) {
    count += await doubtRestored(tx, id, new Date())
  }
  return count
}

/** Destructions the present database knows; `notEmpty` where it may not be replaced. */
async function ownDestructions(
  client: pg.ClientBase,
  { replace }: { replace: boolean },
): Promise<Destruction[]> {
  const { rows: found } = await client.query<{ exists: boolean }>(
    `select to_regclass('public.province') is not null as exists`,
  )
  if (!found[0]?.exists) return []
  const { rows: provinces } = await client.query('select name from province limit 1')
  if (provinces[0] && !replace) throw new RestoreRefused('notEmpty', provinces[0].name)
  const { rows } = await client.query<Destruction>(
    `select province_id, document_id, sha256, reason, destroyed_by, destroyed_at from document_destruction`,
  )
  return rows
}

/** Documents that the present database has in quarantine: an older backup must not give them back. */
async function ownQuarantines(
  client: pg.ClientBase,
): Promise<(OpenQuarantine & { sha256: string })[]> {
  const { rows: found } = await client.query<{ exists: boolean }>(
    `select to_regclass('public.document_quarantine') is not null as exists`,
  )
  if (!found[0]?.exists) return []
  const { rows } = await client.query<OpenQuarantine & { sha256: string }>(
    `select q.province_id, quarantine_id, q.document_id, q.reason, placed_by, placed_at, sha256
     from document_quarantine q join document d
       on d.province_id = q.province_id and d.document_id = q.document_id
     where outcome is null`,
  )
  return rows
}

/** `foreignTables` where the database holds what no migration of ours made: it is not ours to drop. */
async function refuseForeignTables(client: pg.ClientBase): Promise<void> {
  const ours = await madeTables()
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f') order by c.relname`,
  )
  const foreign = rows.find(({ name }) => !ours.has(name))
  if (foreign) throw new RestoreRefused('foreignTables', foreign.name)
}

/** A destruction counts only where its document is in what was restored: ids of provinces recur elsewhere. */
async function knownHere<T extends { province_id: number; document_id: string; sha256: string }>(
  tx: Tx,
  later: readonly T[],
): Promise<T[]> {
  const known: T[] = []
  for (const one of later) {
    const row = await tx
      .selectFrom('document')
      .select('document_id')
      .where('province_id', '=', one.province_id)
      .where('document_id', '=', one.document_id)
      .where('sha256', '=', one.sha256)
      .executeTakeFirst()
    if (row) known.push(one)
  }
  return known
}

async function load(client: pg.ClientBase, file: string): Promise<void> {
  let into: CopyStreamQuery | null = null
  let loaded: Promise<void> = Promise.resolve()
  for await (const one of readArchive(file)) {
    if (one.kind === 'table') {
      into = client.query(copyFrom(copyIn(one.table)))
      loaded = finished(into)
      // Looked at when the table ends; a rejection must not go unheard before that.
      loaded.catch(() => undefined)
    } else if (one.kind === 'rows' && into) {
      if (!into.write(one.bytes)) await Promise.race([once(into, 'drain'), loaded])
    } else if (one.kind === 'end') {
      into?.end()
      await loaded
    }
  }
}

/** Reads back what was loaded: the same rows with the same content, or `differs`. */
async function compare(
  client: pg.ClientBase,
  wanted: ReadonlyMap<string, TableEnd>,
): Promise<{ name: string; rows: number }[]> {
  const compared: { name: string; rows: number }[] = []
  const tables = await storedTables(client)
  for (const name of wanted.keys()) {
    if (!tables.some((table) => table.name === name)) throw new RestoreRefused('differs', name)
  }
  for (const table of tables) {
    const count = new RowCount()
    for await (const bytes of client.query(copyTo(copyOut(table)))) count.add(bytes)
    const own = count.end()
    const end = wanted.get(table.name)
    if (own.rows !== end?.rows || own.sha256 !== end.sha256) {
      throw new RestoreRefused('differs', table.name)
    }
    compared.push({ name: table.name, rows: own.rows })
  }
  return compared
}

async function verifyAll(tx: Tx): Promise<RestoreResult['provinces']> {
  const provinces = await tx.selectFrom('province').selectAll().orderBy('province_id').execute()
  const verified: RestoreResult['provinces'] = []
  for (const { province_id, name } of provinces) {
    const { intact, links, head } = await verifyChain(tx, province_id)
    if (!intact) throw new RestoreRefused('recordBroken', name)
    verified.push({ name, links, head })
  }
  return verified
}
