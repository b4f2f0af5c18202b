// Drafting a document of a conference from the record, editing and discarding the draft.
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { itemRow } from '../agenda/store.ts'
import { lockConference, touchLive } from '../conferences/plan-store.ts'
import { type Corrected, conclusionOf } from './conclusion.ts'
import type { NoticeContent } from './content.ts'
import type { NewNotice, NoticeView } from './contract.ts'
import { factsOf, issuerOf } from './facts-store.ts'
import type { Regime } from './layout.ts'
import { layoutNow } from './layout-store.ts'
import { excerptOf, minutesOf } from './minutes.ts'
import { regimeOf } from './numbering.ts'
import { citedOf, entered, getNotice, lockNotice, noticeRow, recordedOf, write } from './store.ts'

/** Drafts a document from the record; `notFound` for an item or a corrected notice of another conference. */
export async function makeNotice(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  given: NewNotice,
): Promise<NoticeView> {
  const conference = await lockConference(tx, actor, conferenceId, 'conference.run')
  if (conference.organisation_id === null) throw new Problem('notFound')
  if (conference.cancelled_at !== null) throw new Problem('conferenceOver')
  if ((given.kind === 'excerpt') !== (given.itemId !== undefined)) {
    throw new Problem('invalidInput', { where: 'itemId' })
  }
  // Minutes and extracts bear no number that others cite: only a conclusion is corrected, by a conclusion.
  if (given.corrects !== undefined && given.kind !== 'conclusion') {
    throw new Problem('invalidInput', { where: 'corrects' })
  }
  if (given.itemId) {
    const item = await itemRow(tx, actor, given.itemId)
    if (item.conference_id !== conferenceId) throw new Problem('notFound')
  }
  const id = uuidv7()
  const draft = await drafted(tx, actor, conference, {
    kind: given.kind,
    itemId: given.itemId ?? null,
    corrects: given.corrects ?? null,
    personnel: given.personnel ?? given.kind === 'minutes',
  })
  await tx
    .insertInto('notice')
    .values({
      province_id: actor.provinceId,
      notice_id: id,
      conference_id: conferenceId,
      session_item_id: given.itemId ?? null,
      kind: given.kind,
      regime: draft.regime,
      issuer_id: conference.organisation_id,
      content: JSON.stringify(draft.content),
      ...{ number: null, symbol: null, series_id: null },
      ...{ issued_on: null, issued_by: null, issued_at: null },
      ...{ signed_document_id: null, signed_sha256: null, signed_at: null },
      corrects: given.corrects ?? null,
      record_mark: draft.mark,
      made_by: accountOf(actor),
      withdrawn_at: null,
    })
    .execute()
  return entered(tx, actor, 'notice.make', id, conferenceId)
}

interface Wanted {
  kind: NewNotice['kind']
  itemId: string | null
  corrects: string | null
  personnel: boolean
}

async function drafted(
  tx: Tx,
  actor: Actor,
  conference: Row<'conference'>,
  wanted: Wanted,
): Promise<{ regime: Regime; content: NoticeContent; mark: string }> {
  const { mark } = await recordedOf(tx, conference)
  return { ...(await contentOf(tx, actor, conference, wanted)), mark: mark(wanted) }
}

async function contentOf(
  tx: Tx,
  actor: Actor,
  conference: Row<'conference'>,
  wanted: Wanted,
): Promise<{ regime: Regime; content: NoticeContent }> {
  const today = todayInVietnam()
  const issuer = await issuerOf(tx, actor.provinceId, conference.organisation_id ?? '', today)
  const regime = regimeOf(issuer.kind, today)
  const layout = await layoutNow(tx, actor.provinceId, regime)
  const facts = await factsOf(tx, conference, issuer, {
    itemId: wanted.itemId ?? undefined,
    personnel: wanted.personnel,
  })
  if (wanted.kind === 'minutes') return { regime, content: minutesOf(facts, layout) }
  if (wanted.kind === 'excerpt') {
    const [item] = facts.items
    if (!item) throw new Problem('notFound')
    return { regime, content: excerptOf(facts, layout, item) }
  }
  const corrected = wanted.corrects
    ? await correctedOf(tx, actor, wanted.corrects, conference.conference_id)
    : null
  return { regime, content: conclusionOf(facts, layout, corrected) }
}

async function correctedOf(
  tx: Tx,
  actor: Actor,
  id: string,
  conferenceId: string,
): Promise<Corrected> {
  const row = await noticeRow(tx, actor, id)
  const cited = citedOf(row)
  if (
    row.conference_id !== conferenceId ||
    row.kind !== 'conclusion' ||
    cited === null ||
    row.issued_on === null
  ) {
    throw new Problem('notFound')
  }
  return { cited, date: row.issued_on }
}

/** Edits a draft; `noticeIssued` once it is issued. */
export async function changeNotice(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  content: NoticeContent,
): Promise<NoticeView> {
  const { row } = await lockDraft(tx, actor, id, version)
  // Which items it tells of decides who may read it: never edited away.
  const { items } = row.content as unknown as NoticeContent
  await write(tx, row, { content: JSON.stringify({ ...content, items }) })
  return entered(tx, actor, 'notice.change', id, row.conference_id)
}

/** Writes a draft anew from the record. */
export async function remakeNotice(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<NoticeView> {
  const { row, conference } = await lockDraft(tx, actor, id, version)
  if (row.kind === 'opinions') throw new Problem('notFound')
  const { toldBy } = await recordedOf(tx, conference)
  const draft = await drafted(tx, actor, conference, {
    ...toldBy(row),
    kind: row.kind,
    corrects: row.corrects,
  })
  const { content, regime, mark } = draft
  await write(tx, row, { content: JSON.stringify(content), regime, record_mark: mark })
  return entered(tx, actor, 'notice.remake', id, row.conference_id)
}

/** Discards a draft. */
export async function withdrawNotice(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<void> {
  const { row } = await lockDraft(tx, actor, id, version)
  await write(tx, row, { withdrawn_at: new Date().toISOString() })
  await touchLive(tx, actor.provinceId, row.conference_id)
  await writeRecord(tx, actor, {
    action: 'notice.withdraw',
    subjectKind: 'notice',
    subjectId: id,
  })
}

/** Locks a draft for an edit; `noticeIssued`, `versionOld` where it is not the one that was seen. */
export async function lockDraft(tx: Tx, actor: Actor, id: string, version: number) {
  const locked = await lockNotice(tx, actor, id, 'conference.run')
  if (locked.row.issued_at !== null) throw new Problem('noticeIssued')
  if (locked.row.version !== version) {
    throw new Problem('versionOld', { current: await getNotice(tx, actor, id) })
  }
  return locked
}
