// The spill drill: a document that should not be here is put away from everybody at once, with all that
// was drawn from it; who read it is told from the access log; then it is released or destroyed. All of
// it is on record, nothing of it shows the content.
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise, systemActor } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { dropSearchEntry } from '../../search/store.ts'
import { showIndicator } from '../indicators/store.ts'
import { instrumentsFindable } from '../instruments/register-store.ts'
import {
  destroyContent,
  entryTables,
  nearTo,
  ownIndicators,
  ownInstruments,
} from './destruction.ts'
import { accountNames } from './source.ts'

/** Who read it, as far as the access log tells. */
export interface Reader {
  /** Name and address; null: the installation itself, on the command line. */
  account: { id: string; name: string; address: string } | null
  first: string
  last: string
  times: number
  downloaded: boolean
  exported: boolean
}

/** What whoever handles the spill has to know; nothing of the content, not even the title. */
export interface Incident {
  documentId: string
  status: Row<'document'>['status']
  addedAt: string
  addedBy: string
  level: string
  /** The quarantine that lasts, or the last one; null where there was none. */
  quarantine: Row<'document_quarantine'> | null
  /** How many entries were drawn from it, by table. */
  entries: Record<string, number>
  readers: Reader[]
}

/**
 * Puts a document away. From the end of the transaction on, no list, search, export, feed or file shows it or
 * anything drawn from it, to nobody. `notFound`, `documentDestroyed`, `alreadyQuarantined`.
 */
export async function quarantineDocument(
  tx: Tx,
  actor: Actor,
  id: string,
  reason: string,
): Promise<void> {
  const before = await lockAny(tx, actor, id)
  if (before.status === 'quarantined') throw new Problem('alreadyQuarantined')
  await tx
    .insertInto('document_quarantine')
    .values({
      province_id: actor.provinceId,
      quarantine_id: uuidv7(),
      document_id: id,
      reason,
      placed_by: accountOf(actor),
      outcome: null,
      ended_by: null,
      ended_at: null,
      end_reason: null,
    })
    .execute()
  await putAway(tx, actor.provinceId, id)
  await writeRecord(tx, actor, {
    action: 'document.quarantine',
    subjectKind: 'document',
    subjectId: id,
    reason,
  })
}

/** Gives a document back to those who may read it. `notQuarantined` where it is not put away. */
export async function releaseDocument(
  tx: Tx,
  actor: Actor,
  id: string,
  reason: string,
): Promise<void> {
  await lockQuarantined(tx, actor, id)
  await endQuarantine(tx, actor, id, 'released', reason)
  await putStatus(tx, actor.provinceId, id, 'read')
  for (const indicator of await ownIndicators(tx, actor.provinceId, id)) {
    await showIndicator(tx, actor.provinceId, indicator)
  }
  await showInstruments(tx, actor, id)
  await writeRecord(tx, actor, {
    action: 'document.release',
    subjectKind: 'document',
    subjectId: id,
    reason,
  })
}

/** Destroys a document that is put away, on the ledger and on record. `notQuarantined`. */
export async function destroyQuarantined(
  tx: Tx,
  actor: Actor,
  id: string,
  reason: string,
): Promise<void> {
  const before = await lockQuarantined(tx, actor, id)
  await endQuarantine(tx, actor, id, 'destroyed', reason)
  await destroyContent(tx, actor, before, reason)
}

/** A quarantine that lasts, as the database that is replaced by a restore knew it. */
export type OpenQuarantine = Pick<
  Row<'document_quarantine'>,
  'province_id' | 'quarantine_id' | 'document_id' | 'reason' | 'placed_by' | 'placed_at'
>

/** Puts away again, after a restore, what was in quarantine before it; returns how many. */
export async function applyQuarantines(tx: Tx, open: readonly OpenQuarantine[]): Promise<number> {
  let applied = 0
  for (const one of open) {
    const { province_id: provinceId, document_id: id } = one
    const document = await tx
      .selectFrom('document')
      .select('status')
      .where('province_id', '=', provinceId)
      .where('document_id', '=', id)
      .executeTakeFirst()
    if (document?.status !== 'read') continue
    await tx
      .insertInto('document_quarantine')
      .values({
        province_id: provinceId,
        quarantine_id: one.quarantine_id,
        document_id: id,
        reason: one.reason,
        placed_by: one.placed_by,
        placed_at: one.placed_at,
        outcome: null,
        ended_by: null,
        ended_at: null,
        end_reason: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await putAway(tx, provinceId, id)
    await writeRecord(tx, systemActor(provinceId), {
      action: 'document.quarantine',
      subjectKind: 'document',
      subjectId: id,
      reason: one.reason,
    })
    applied++
  }
  return applied
}

/** From the end of the transaction on, nobody reads it. */
async function putAway(tx: Tx, provinceId: number, id: string): Promise<void> {
  await putStatus(tx, provinceId, id, 'quarantined')
  for (const indicator of await ownIndicators(tx, provinceId, id)) {
    await dropSearchEntry(tx, provinceId, 'indicator', indicator)
    await hideIndicator(tx, provinceId, indicator)
  }
  for (const instrument of await ownInstruments(tx, provinceId, id, 'read')) {
    await dropSearchEntry(tx, provinceId, 'instrument', instrument)
    await sql`update instrument set quarantined = true
      where province_id = ${provinceId} and instrument_id = ${instrument}`.execute(tx)
  }
  // Kept answers repeat what was confirmed; they only serve a retry.
  await tx.deleteFrom('idempotency').where('province_id', '=', provinceId).execute()
}

/** Who read it and when, and what was drawn from it. */
export async function incidentOf(db: Reads, actor: Actor, id: string): Promise<Incident> {
  authorise(actor, 'document.quarantine', actor.provinceId)
  const document = await db
    .selectFrom('document')
    .select(['status', 'added_at', 'added_by', 'level'])
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', id)
    .executeTakeFirst()
  if (!document) throw new Problem('notFound')
  const quarantine = await db
    .selectFrom('document_quarantine')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', id)
    .orderBy('placed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const names = await accountNames(db, actor.provinceId, [document.added_by])
  return {
    documentId: id,
    status: document.status,
    addedAt: document.added_at,
    addedBy: names.get(document.added_by) ?? '',
    level: document.level,
    quarantine: quarantine ?? null,
    entries: await countEntries(db, actor.provinceId, id),
    readers: await readersOf(db, actor.provinceId, id, document.added_at),
  }
}

async function countEntries(
  db: Reads,
  provinceId: number,
  id: string,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of ['finding', ...Object.keys(entryTables), 'conference']) {
    const { rows } = await sql<{ all: number }>`select count(*)::integer as all
      from ${sql.table(table)} where province_id = ${provinceId} and document_id = ${id}`.execute(
      db,
    )
    counts[table] = rows[0]?.all ?? 0
  }
  return counts
}

/** Readings of the document, of entries that stand on a page of their own, and of exports of everything. */
async function readersOf(
  db: Reads,
  provinceId: number,
  id: string,
  since: string,
): Promise<Reader[]> {
  const { rows } = await sql<Reader & { id: string | null; name: string; address: string }>`
    select access_entry.account_id as id, account.name, account.address,
      min(at) as first, max(at) as last, count(*)::integer as times,
      bool_or(action = 'download') as downloaded, bool_or(action = 'export') as exported
    from access_entry left join account on account.province_id = access_entry.province_id
      and account.account_id = access_entry.account_id
    where access_entry.province_id = ${provinceId} and at >= ${since} and (
      (subject_kind = 'document' and (subject_id = ${id} or subject_id is null))
      or (subject_kind = 'assignment' and subject_id in (select assignment_id::text from assignment
        where province_id = ${provinceId} and document_id = ${id}))
      or (subject_kind = 'conference' and subject_id in (select conference_id::text from conference
        where province_id = ${provinceId} and document_id = ${id})))
    group by access_entry.account_id, account.name, account.address
    order by min(at)`.execute(db)
  return rows.map(({ id: account, name, address, ...told }) => ({
    ...told,
    account: account === null ? null : { id: account, name, address },
  }))
}

/** The row, whoever may read it: who handles a spill need not be allowed to see it. */
async function lockAny(tx: Tx, actor: Actor, id: string): Promise<Row<'document'>> {
  authorise(actor, 'document.quarantine', actor.provinceId)
  const row = await tx
    .selectFrom('document')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  if (row.status === 'destroyed') throw new Problem('documentDestroyed')
  return row
}

async function lockQuarantined(tx: Tx, actor: Actor, id: string): Promise<Row<'document'>> {
  const row = await lockAny(tx, actor, id)
  if (row.status !== 'quarantined') throw new Problem('notQuarantined')
  return row
}

async function endQuarantine(
  tx: Tx,
  actor: Actor,
  id: string,
  outcome: 'released' | 'destroyed',
  reason: string,
): Promise<void> {
  await tx
    .updateTable('document_quarantine')
    .set({
      outcome,
      ended_by: accountOf(actor),
      ended_at: new Date().toISOString(),
      end_reason: reason,
    })
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', id)
    .where('outcome', 'is', null)
    .execute()
}

async function putStatus(
  tx: Tx,
  provinceId: number,
  id: string,
  status: Row<'document'>['status'],
): Promise<void> {
  await tx
    .updateTable('document')
    .set((build) => ({ status, version: build('version', '+', 1) }))
    .where('province_id', '=', provinceId)
    .where('document_id', '=', id)
    .execute()
}

async function hideIndicator(tx: Tx, provinceId: number, id: string): Promise<void> {
  await tx
    .updateTable('indicator')
    .set({ quarantined: true })
    .where('province_id', '=', provinceId)
    .where('indicator_id', '=', id)
    .execute()
}

/** Instruments that were put away with a document, or with another that is their source as this one is: they have one again. */
async function showInstruments(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    with recursive ${nearTo(actor.provinceId, id)} update instrument set quarantined = false
      where province_id = ${actor.provinceId} and quarantined
        and instrument_id in (select instrument_id from near)
      returning instrument_id as id`.execute(tx)
  await instrumentsFindable(
    tx,
    actor,
    rows.map((row) => row.id),
  )
}
