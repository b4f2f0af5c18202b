// The documents of a conference that is held here, as they are found, shown and locked. Drafting, issuing and the
// signed paper have stores of their own.
import { sql, type Updateable } from 'kysely'
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Row, Tables, Tx } from '../../database/tables.ts'
import { type Action, type Actor, authorise, may, narrower } from '../../http/access.ts'
import { visibleNotice } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { conferenceRow, lockConference, touchLive } from '../conferences/plan-store.ts'
import type { Issue, NoticeContent } from './content.ts'
import type { NoticeLine, NoticeView } from './contract.ts'
import { type Issuer, issuerOf } from './facts-store.ts'
import type { Layout } from './layout.ts'
import { layoutNow } from './layout-store.ts'
import { layouts } from './layouts.ts'
import { type Recorded, recordedIn } from './mark-store.ts'
import { citedNumber, letterheadOf } from './numbering.ts'
import { nextNumber, seriesOf } from './series-store.ts'

export type NoticeRow = Row<'notice'>

/** The documents of a conference that the actor may see, in the order they were made. */
export async function listNotices(
  db: Reads,
  actor: Actor,
  conferenceId: string,
): Promise<NoticeLine[]> {
  await conferenceRow(db, actor, conferenceId)
  const rows = await db
    .selectFrom('notice')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', conferenceId)
    .where('withdrawn_at', 'is', null)
    .where(visibleNotice(actor))
    .orderBy('notice_id')
    .execute()
  return linesOf(db, actor, rows)
}

/** The row of a document that the actor may see; `notFound` for any other. */
export async function noticeRow(db: Reads, actor: Actor, id: string): Promise<NoticeRow> {
  authorise(actor, 'register.read', actor.provinceId)
  const row = await db
    .selectFrom('notice')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('notice_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where(visibleNotice(actor))
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return row
}

/** Locks the conference of a document for a change by somebody who may do `action` there. */
export async function lockNotice(
  tx: Tx,
  actor: Actor,
  id: string,
  action: Action,
): Promise<{ conference: Row<'conference'>; row: NoticeRow }> {
  const found = await tx
    .selectFrom('notice')
    .select('conference_id')
    .where('province_id', '=', actor.provinceId)
    .where('notice_id', '=', id)
    .where(visibleNotice(actor))
    .executeTakeFirst()
  if (!found) {
    authorise(actor, action, actor.provinceId)
    throw new Problem('notFound')
  }
  const conference = await lockConference(tx, actor, found.conference_id, action)
  return { conference, row: await noticeRow(tx, actor, id) }
}

/** A document as it is shown and drawn; `notFound` where it is not or is closed to the actor. */
export async function getNotice(db: Reads, actor: Actor, id: string): Promise<NoticeView> {
  const row = await noticeRow(db, actor, id)
  const conference = await db
    .selectFrom('conference')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', row.conference_id)
    .executeTakeFirstOrThrow()
  const [line] = await linesOf(db, actor, [row])
  if (!line) throw new Problem('notFound')
  const { content, layout } = await paperOf(db, row)
  const issuer = await issuerOf(db, actor.provinceId, row.issuer_id, dayOf(row))
  const issue = issueOf(row, layout, issuer)
  const can = (action: Action) => may(actor, action, actor.provinceId, conference.organisation_id)
  const draft = row.issued_at === null
  return {
    ...line,
    content,
    layout,
    issue,
    nextNumber: draft
      ? await nextNumber(db, conference, issuer, issue.type, issue.symbol, dayOf(row))
      : null,
    series:
      draft && can('notice.issue') ? await seriesOf(db, actor.provinceId, issuer, issue.type) : [],
    notBefore: lastDayOf(conference),
    closed: conference.closed_at !== null,
    may: { edit: draft && can('conference.run'), issue: can('notice.issue') },
  }
}

/** What a document says and how it is laid out: an issued one as it was when it was issued. */
export async function paperOf(
  db: Reads,
  row: NoticeRow,
): Promise<{ content: NoticeContent; layout: Layout }> {
  const { layout: kept, ...content } = row.content as unknown as NoticeContent & {
    layout?: Layout
  }
  return { content, layout: kept ?? (await layoutNow(db, row.province_id, row.regime)) }
}

/**
 * The last day of a conference, `YYYY-MM-DD`: as planned, or the day it was closed where that was earlier; null
 * where neither is known.
 */
export function lastDayOf(row: Row<'conference'>): string | null {
  const day = (moment: string | null) => moment && todayInVietnam(new Date(moment))
  const days = [day(row.ends_at ?? row.starts_at) ?? row.held_on, day(row.closed_at)]
  return days.filter((one) => one !== null).sort()[0] ?? null
}

/** The day it bears, or today's. */
export const dayOf = (row: NoticeRow): string => row.issued_on ?? todayInVietnam()

/** Number, symbol and date as they stand on it; for a draft the symbol it would have. */
export function issueOf(row: NoticeRow, layout: Layout, issuer: Issuer): Issue {
  return {
    number: row.number,
    type: layout.words[`type.${row.kind}`].value,
    symbol: row.symbol ?? letterheadOf(issuer).symbol,
    date: row.issued_on,
    year: dayOf(row).slice(0, 4),
  }
}

/** What the record of a conference says now. */
export async function recordedOf(db: Reads, conference: Row<'conference'>): Promise<Recorded> {
  const { province_id, conference_id } = conference
  const found = (await recordedIn(db, province_id, [conference_id])).get(conference_id)
  if (!found) throw new Problem('notFound')
  return found
}

/** Changes a row whose conference is locked. */
export async function write(
  tx: Tx,
  row: NoticeRow,
  values: Updateable<Tables['notice']>,
): Promise<void> {
  await tx
    .updateTable('notice')
    .set({ ...values, version: row.version + 1 })
    .where('province_id', '=', row.province_id)
    .where('notice_id', '=', row.notice_id)
    .execute()
}

/** Puts a change on record, tells the pages that listen, and shows the document. */
export async function entered(
  tx: Tx,
  actor: Actor,
  action: string,
  id: string,
  conferenceId: string,
  reason?: string,
): Promise<NoticeView> {
  const notice = await getNotice(tx, actor, id)
  await touchLive(tx, actor.provinceId, conferenceId)
  await writeRecord(tx, actor, {
    action,
    subjectKind: 'notice',
    subjectId: id,
    after: noticeFacts(notice),
    reason,
  })
  return notice
}

/** What is put on record of a document. Of the signed file no name: it goes where the file is destroyed. */
const noticeFacts = ({
  kind,
  regime,
  cited,
  issuedOn,
  corrects,
  content,
  ...more
}: NoticeView) => ({
  kind,
  regime,
  cited,
  issuedOn,
  corrects: corrects?.id ?? null,
  itemId: more.item?.id ?? null,
  content,
  signed: more.signed && {
    documentId: more.signed.documentId,
    sha256: more.signed.sha256,
    at: more.signed.at,
  },
})

/** `120-TB/TU`; null for a draft. */
export function citedOf(row: NoticeRow): string | null {
  if (row.number === null || row.symbol === null) return null
  const { layout = layouts[row.regime] } = row.content as { layout?: Layout }
  const type = layout.words[`type.${row.kind}`].value
  return citedNumber(layout, { number: row.number, type, symbol: row.symbol })
}

async function linesOf(db: Reads, actor: Actor, rows: NoticeRow[]): Promise<NoticeLine[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.notice_id)
  const related = await db
    .selectFrom('notice')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('withdrawn_at', 'is', null)
    .where(visibleNotice(actor))
    .where((where) =>
      where.or([
        where('corrects', 'in', ids),
        where(
          'notice_id',
          'in',
          rows.map((row) => row.corrects ?? row.notice_id),
        ),
      ]),
    )
    .execute()
  const titles = await itemTitles(db, actor, rows)
  const files = await signedFiles(db, actor, rows)
  const conferences = rows.map((row) => row.conference_id)
  const recorded = await recordedIn(db, actor.provinceId, conferences)
  return rows.map((row) => {
    const corrects = related.find((one) => one.notice_id === row.corrects)
    return {
      id: row.notice_id,
      conferenceId: row.conference_id,
      kind: row.kind,
      item:
        row.session_item_id === null
          ? null
          : { id: row.session_item_id, title: titles.get(row.session_item_id) ?? '' },
      regime: row.regime,
      cited: citedOf(row),
      issuedOn: row.issued_on,
      signed:
        row.signed_document_id === null || row.signed_at === null
          ? null
          : {
              documentId: row.signed_document_id,
              fileName: files.get(row.signed_document_id) ?? '',
              sha256: row.signed_sha256 ?? '',
              at: row.signed_at,
            },
      corrects: corrects ? { id: corrects.notice_id, cited: citedOf(corrects) ?? '' } : null,
      correctedBy: related
        .filter((one) => one.corrects === row.notice_id)
        .map((one) => ({ id: one.notice_id, cited: citedOf(one) })),
      standing: standingOf(row, recorded.get(row.conference_id)),
      madeAt: row.made_at,
      version: row.version,
    }
  })
}

/** Whether the record still says what a paper was written from. */
export function standingOf(row: NoticeRow, recorded: Recorded | undefined): NoticeLine['standing'] {
  if (!recorded || row.kind === 'opinions') return 'current'
  if (row.issued_at !== null && !recorded.closed) return 'reopened'
  // One that was issued before marks were kept is not told apart.
  if (row.issued_at !== null && row.record_mark === null) return 'current'
  const told = recorded.toldBy(row)
  const marks = [
    recorded.mark(told),
    ...(row.issued_at === null ? [] : [recorded.formerMark(told)]),
  ]
  return row.record_mark !== null && marks.includes(row.record_mark) ? 'current' : 'differs'
}

/** The issued conclusions that tell of items and that the actor may see, by item, in the order of their issue. */
export async function conclusionsOn(
  db: Reads,
  actor: Actor,
  itemIds: readonly string[],
): Promise<Map<string, { cited: string; issuedOn: string }[]>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('notice')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('kind', '=', 'conclusion')
    .where('issued_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`content->'items' ?| ${[...new Set(itemIds)]}::text[]`)
    .where(visibleNotice(actor))
    .orderBy('issued_at')
    .execute()
  const on = new Map<string, { cited: string; issuedOn: string }[]>()
  for (const row of rows) {
    const told = { cited: citedOf(row) ?? '', issuedOn: row.issued_on ?? '' }
    for (const item of (row.content as unknown as NoticeContent).items) {
      on.set(item, [...(on.get(item) ?? []), told])
    }
  }
  return on
}

async function itemTitles(db: Reads, actor: Actor, rows: NoticeRow[]) {
  const ids = rows.flatMap((row) => row.session_item_id ?? [])
  if (ids.length === 0) return new Map<string, string>()
  const found = await db
    .selectFrom('session_item')
    .select(['session_item_id', 'title'])
    .where('province_id', '=', actor.provinceId)
    .where('session_item_id', 'in', ids)
    .execute()
  return new Map(found.map((row) => [row.session_item_id, row.title]))
}

async function signedFiles(db: Reads, actor: Actor, rows: NoticeRow[]) {
  const ids = rows.flatMap((row) => row.signed_document_id ?? [])
  if (ids.length === 0) return new Map<string, string>()
  const found = await db
    .selectFrom('document')
    .select(['document_id', 'file_name'])
    .where('province_id', '=', actor.provinceId)
    .where('document_id', 'in', ids)
    .execute()
  return new Map(found.map((row) => [row.document_id, row.file_name]))
}

/**
 * For reading a file against a document: throws unless the actor runs its conference. `open`: it is a draft,
 * and its decisions can still be changed.
 */
export async function mustRun(db: Reads, actor: Actor, id: string): Promise<{ open: boolean }> {
  const conference = await conferenceOf(db, actor, id, 'conference.run')
  const { issued_at } = await noticeRow(db, actor, id)
  const over = conference.closed_at !== null || conference.cancelled_at !== null
  return { open: issued_at === null && !over }
}

/**
 * Where the signed paper of a document goes: the conference's body, and no wider than the document itself is
 * read (`visibleNotice`): minutes stay inside, else the narrowest of the conference and the items it tells of.
 */
export async function signedInto(db: Reads, actor: Actor, id: string) {
  const conference = await conferenceOf(db, actor, id, 'notice.issue')
  const row = await noticeRow(db, actor, id)
  const { items } = row.content as unknown as NoticeContent
  const told = items.length
    ? await db
        .selectFrom('session_item')
        .select('level')
        .where('province_id', '=', actor.provinceId)
        .where('session_item_id', 'in', items)
        .execute()
    : []
  const level =
    row.kind === 'minutes'
      ? ('office' as const)
      : told.reduce((least, item) => narrower(least, item.level), conference.level)
  return { level, organisationId: conference.organisation_id }
}

/** The conference of a document that the actor may do this to; refusals as in `lockNotice`. */
async function conferenceOf(db: Reads, actor: Actor, id: string, action: Action) {
  const found = await noticeRow(db, actor, id).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'notFound') {
      authorise(actor, action, actor.provinceId)
    }
    throw error
  })
  const conference = await conferenceRow(db, actor, found.conference_id)
  authorise(actor, action, actor.provinceId, conference.organisation_id)
  return conference
}
