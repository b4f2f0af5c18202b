// The access log: written by the server for every answer that shows a document or somebody's data
// (`logged.ts`), read by inspectors and administrators.
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Reads } from '../../database/tables.ts'
import type { AccessAction } from '../../database/tables-access.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { visibleDocument, visibleSubject } from '../../http/visible.ts'
import { accountNames } from '../documents/source.ts'
import type { AccessEntry, AccessFilter } from './contract.ts'

/** One reading that took place. */
export interface Access {
  action: AccessAction
  kind: string
  /** Null: the whole list. */
  id: string | null
  detail?: string | null
}

/** Most entries in one answer. */
const pageSize = 200

/** Adds one entry; nothing changes or takes away an entry. */
export async function noteAccess(db: Reads, actor: Actor, access: Access): Promise<void> {
  authorise(actor, 'session.own', actor.provinceId)
  await db
    .insertInto('access_entry')
    .values({
      province_id: actor.provinceId,
      access_id: uuidv7(),
      account_id: actor.accountId,
      action: access.action,
      subject_kind: access.kind,
      subject_id: access.id,
      detail: access.detail?.slice(0, 1000) ?? null,
    })
    .execute()
}

/**
 * Entries that fit the filter, newest first, at most 200; `more` where there are older ones. Readings of
 * documents that the actor may not read are left out, like the documents themselves.
 */
export async function listAccesses(
  db: Reads,
  actor: Actor,
  filter: AccessFilter,
): Promise<{ entries: AccessEntry[]; more: boolean }> {
  authorise(actor, 'access.read', actor.provinceId)
  let select = db
    .selectFrom('access_entry')
    .leftJoin('account', (join) =>
      join
        .onRef('account.province_id', '=', 'access_entry.province_id')
        .onRef('account.account_id', '=', 'access_entry.account_id'),
    )
    .selectAll('access_entry')
    .select(['account.name', 'account.address'])
    .where('access_entry.province_id', '=', actor.provinceId)
    .where(openTo(actor))
  if (filter.kind) select = select.where('subject_kind', '=', filter.kind)
  if (filter.subject) select = select.where('subject_id', '=', filter.subject)
  if (filter.action) select = select.where('action', '=', filter.action)
  if (filter.before) select = select.where('access_id', '<', filter.before)
  if (filter.from) select = select.where(sql<boolean>`at >= ${startOfDay(filter.from)}`)
  if (filter.to) {
    select = select.where(
      sql<boolean>`at < ${startOfDay(filter.to)}::timestamptz + interval '1 day'`,
    )
  }
  if (filter.who?.trim()) {
    const part = filter.who.normalize('NFC').trim().toLowerCase()
    select = select.where(
      sql<boolean>`position(${part} in lower(account.name || ' ' || account.address)) > 0`,
    )
  }
  const rows = await select
    .orderBy('access_id', 'desc')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize)
  const names = await subjectNames(db, actor, shown)
  return {
    more: rows.length > pageSize,
    entries: shown.map((row) => ({
      id: row.access_id,
      at: row.at,
      account:
        row.account_id === null
          ? null
          : { id: row.account_id, name: row.name ?? '', address: row.address ?? '' },
      action: row.action,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      subjectName: names.get(row.subject_id ?? '') ?? null,
      detail: row.detail,
    })),
  }
}

/** Subjects that a document stands behind. */
const fromDocuments = ['document', 'assignment', 'conference']

const openTo = (actor: Actor) =>
  visibleSubject(actor, sql<boolean>`subject_kind <> all(${fromDocuments})`)

/** Midnight of a day in Vietnam (UTC+7, no summer time). */
const startOfDay = (day: string): string => `${day}T00:00:00+07:00`

/** Titles of documents that the actor may read, and names of accounts. */
async function subjectNames(
  db: Reads,
  actor: Actor,
  rows: readonly { subject_kind: string; subject_id: string | null }[],
): Promise<Map<string, string>> {
  const idsOf = (kind: string): string[] => [
    ...new Set(
      rows.flatMap((row) => (row.subject_kind === kind && row.subject_id ? row.subject_id : [])),
    ),
  ]
  const documents = idsOf('document')
  const titles = documents.length
    ? await db
        .selectFrom('document')
        .select(['document_id', 'title'])
        .where('province_id', '=', actor.provinceId)
        .where('document_id', 'in', documents)
        .where(visibleDocument(actor))
        .execute()
    : []
  const accounts = await accountNames(db, actor.provinceId, idsOf('account'))
  return new Map([
    ...titles.map((row): [string, string] => [row.document_id, row.title]),
    ...accounts,
  ])
}
