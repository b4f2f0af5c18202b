// Files on their way in, part by part: rows like all bytes here, under the same transactions, rights and limits.
// Nobody reads a part back but the one who finishes the whole.
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, allowed, authorise, mayAnywhere, roles } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { safeFileName } from '../documents/document.ts'
import { sha256Of } from '../documents/store.ts'
import { inForceOn, whatItHangsOn } from '../people/grants.ts'
import type { NewUpload, UploadView } from './contract.ts'
import { addedTo, keptHours, largestPart, mostUploads } from './upload.ts'

/** `forbidden` for who may bring no document in anywhere: also between two parts. */
export function authoriseUpload(actor: Actor): void {
  if (!mayAnywhere(actor, 'document.add')) authorise(actor, 'document.add', actor.provinceId)
}

/** One's own unfinished files, oldest first. */
export async function listUploads(db: Reads, actor: Actor): Promise<UploadView[]> {
  authoriseUpload(actor)
  const rows = await own(db, actor).orderBy('upload_id').execute()
  return rows.map(shown)
}

/** One of one's own; `notFound` for somebody else's, and for what is finished or over its day. */
export async function getUpload(db: Reads, actor: Actor, id: string): Promise<UploadView> {
  authoriseUpload(actor)
  const row = await own(db, actor).where('upload_id', '=', id).executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return shown(row)
}

/**
 * Begins a file. One of the same account with the same hash and size goes on instead (`already`).
 * `uploadsTooMany` beyond `mostUploads`.
 */
export async function beginUpload(
  tx: Tx,
  actor: Actor,
  given: NewUpload,
): Promise<{ upload: UploadView; already: boolean }> {
  authoriseUpload(actor)
  const { provinceId } = actor
  // One at a time for an account, so that the limit holds.
  await tx
    .selectFrom('account')
    .select('account_id')
    .where('province_id', '=', provinceId)
    .where('account_id', '=', accountOf(actor))
    .forUpdate()
    .execute()
  const there = await own(tx, actor).execute()
  const same = there.find(
    (row) => given.sha256 && row.sha256 === given.sha256 && row.byte_size === given.size,
  )
  if (same) return { upload: shown(same), already: true }
  if (there.length >= mostUploads) throw new Problem('uploadsTooMany', { limit: mostUploads })
  const row = await tx
    .insertInto('upload')
    .values({
      province_id: provinceId,
      upload_id: uuidv7(),
      account_id: accountOf(actor),
      file_name: safeFileName(given.fileName),
      byte_size: given.size,
      sha256: given.sha256 ?? null,
      expires_at: new Date(Date.now() + keptHours * 3_600_000).toISOString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return { upload: shown(row), already: false }
}

/**
 * Adds the part that begins at `offset`. `uploadOffset`, with how much is here, where it does not follow what is
 * here: cut lines and two senders are told where to go on. `invalidInput` for a part that is empty, too
 * large, or goes beyond the whole.
 */
export async function addPart(
  tx: Tx,
  actor: Actor,
  id: string,
  offset: number | null,
  bytes: Uint8Array,
): Promise<UploadView> {
  const row = await takeUpload(tx, actor, id)
  if (offset === null) throw new Problem('invalidInput', { where: 'Upload-Offset' })
  if (offset !== row.received) throw new Problem('uploadOffset', { received: row.received })
  const received = addedTo({ received: row.received, size: row.byte_size }, offset, bytes.length)
  if (received === null)
    throw new Problem('invalidInput', { where: `body: 1–${largestPart} bytes` })
  const key = { province_id: actor.provinceId, upload_id: id }
  await tx
    .insertInto('upload_part')
    .values({ ...key, start_at: offset, bytes: Buffer.from(bytes) })
    .execute()
  const changed = await tx
    .updateTable('upload')
    .set({ received })
    .where('province_id', '=', key.province_id)
    .where('upload_id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return shown(changed)
}

/**
 * The whole of one's own file; null where its hash is not the one that was said. `uploadIncomplete`, with how
 * much is here, before its last part.
 */
export async function wholeOf(
  db: Reads,
  actor: Actor,
  id: string,
): Promise<{ bytes: Uint8Array; fileName: string } | null> {
  const upload = await getUpload(db, actor, id)
  const { size, received, sha256, fileName } = upload
  if (received < size) throw new Problem('uploadIncomplete', { received })
  const parts = await db
    .selectFrom('upload_part')
    .select('bytes')
    .where('province_id', '=', actor.provinceId)
    .where('upload_id', '=', id)
    .orderBy('start_at')
    .execute()
  const bytes = new Uint8Array(Buffer.concat(parts.map((part) => part.bytes)))
  if (bytes.length !== size || (sha256 !== null && sha256Of(bytes) !== sha256)) return null
  return { bytes, fileName }
}

/** Takes one's own file for a change. */
export async function takeUpload(tx: Tx, actor: Actor, id: string): Promise<Row<'upload'>> {
  authoriseUpload(actor)
  const row = await own(tx, actor).where('upload_id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return row
}

/** Throws one's own file away with its parts: finished, refused, or given up. */
export async function dropUpload(tx: Tx, actor: Actor, id: string): Promise<void> {
  await takeUpload(tx, actor, id)
  await drop(tx, actor.provinceId, [id])
}

/**
 * Throws away what is over its day, and what belongs to an account that is closed or may bring no document in any
 * more. How many.
 */
export async function dropStale(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const adding = roles.filter((role) => allowed[role].has('document.add'))
  const { rows } = await sql<{ upload_id: string }>`select u.upload_id from upload u
    join account h on h.province_id = u.province_id and h.account_id = u.account_id
    where u.province_id = ${provinceId} and (u.expires_at <= ${now.toISOString()}::timestamptz
      or h.disabled_at is not null or not exists (
        select 1 from role_grant g ${whatItHangsOn}
        where g.province_id = ${provinceId} and g.account_id = u.account_id
          and g.role = any(${adding}::text[]) and ${inForceOn(todayInVietnam(now))}))
    for update of u`.execute(tx)
  await drop(
    tx,
    provinceId,
    rows.map((row) => row.upload_id),
  )
  return rows.length
}

async function drop(tx: Tx, provinceId: number, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  for (const table of ['upload_part', 'upload'] as const) {
    await tx
      .deleteFrom(table)
      .where('province_id', '=', provinceId)
      .where('upload_id', 'in', [...ids])
      .execute()
  }
}

const own = (db: Reads, actor: Actor) =>
  db
    .selectFrom('upload')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', accountOf(actor))
    .where('expires_at', '>', sql<string>`now()`)

const shown = (row: Row<'upload'>): UploadView => ({
  id: row.upload_id,
  fileName: row.file_name,
  size: row.byte_size,
  received: row.received,
  sha256: row.sha256,
  expiresAt: row.expires_at,
})
