// Issuing: a number, a date, and from then on nothing of it changes. Afterwards the signed paper is attached
// and is the official text; what is wrong in it is corrected by a new notice.
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, accountOf } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import type { Issuing, NoticeView } from './contract.ts'
import { issuerOf } from './facts-store.ts'
import { layoutNow } from './layout-store.ts'
import { regimeOf } from './numbering.ts'
import { repeats, takeNumber } from './series-store.ts'
import {
  entered,
  getNotice,
  issueOf,
  lastDayOf,
  lockNotice,
  type NoticeRow,
  noticeRow,
  paperOf,
  recordedOf,
  standingOf,
  write,
} from './store.ts'

/**
 * Issues a draft of a closed conference: `conferenceNotClosed`, `noticeIssued`, `termMissing`, `numberTaken`;
 * `noticeOutdated` where the record says something else than what it was written from, `dateBeforeConference`;
 * what `issueQuestions` names until somebody says that it is meant. Keeps the layout with it.
 */
export async function issueNotice(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: Issuing,
): Promise<NoticeView> {
  const { conference, row } = await lockNotice(tx, actor, id, 'notice.issue')
  if (row.issued_at !== null) throw new Problem('noticeIssued')
  if (row.version !== version) {
    throw new Problem('versionOld', { current: await getNotice(tx, actor, id) })
  }
  if (conference.closed_at === null) throw new Problem('conferenceNotClosed')
  if (standingOf(row, await recordedOf(tx, conference)) !== 'current') {
    throw new Problem('noticeOutdated')
  }
  const { issuedOn: date, symbol } = given
  const meant = new Set(given.meant ?? [])
  if (date > todayInVietnam()) throw new Problem('invalidInput', { where: 'issuedOn', issues: [] })
  const lastDay = lastDayOf(conference)
  if (lastDay !== null && date < lastDay) {
    throw new Problem('dateBeforeConference', { day: lastDay })
  }
  const issuer = await issuerOf(tx, actor.provinceId, row.issuer_id, date)
  const regime = regimeOf(issuer.kind, date)
  const layout = await layoutNow(tx, actor.provinceId, regime)
  const { type: kind } = issueOf(row, layout, issuer)
  const wanted = { kind, symbol, date, number: given.number ?? null }
  const { seriesId, number } = await takeNumber(tx, conference, issuer, wanted, meant)
  const same = { seriesId, number, kind, symbol, date }
  if (!meant.has('numberRepeats') && (await repeats(tx, issuer, actor.provinceId, same))) {
    throw new Problem('numberRepeats', { number, symbol })
  }
  const { content } = await paperOf(tx, row)
  await write(tx, row, {
    content: JSON.stringify({ ...content, layout }),
    regime,
    number,
    symbol,
    series_id: seriesId,
    issued_on: date,
    issued_by: accountOf(actor),
    issued_at: new Date().toISOString(),
  })
  return entered(tx, actor, 'notice.issue', id, row.conference_id)
}

/** The document, for somebody who may attach its signed paper: issued, and without one yet. */
async function mustTakeSigned(db: Reads, actor: Actor, id: string): Promise<NoticeRow> {
  const row = await noticeRow(db, actor, id)
  if (row.issued_at === null) throw new Problem('noticeNotIssued')
  if (row.signed_document_id !== null) throw new Problem('alreadySigned')
  return row
}

/** Attaches the signed paper, once. */
export async function attachSigned(
  tx: Tx,
  actor: Actor,
  id: string,
  given: { documentId: string; sha256: string },
): Promise<NoticeView> {
  await lockNotice(tx, actor, id, 'notice.issue')
  const row = await mustTakeSigned(tx, actor, id)
  await write(tx, row, {
    signed_document_id: given.documentId,
    signed_sha256: given.sha256,
    signed_at: new Date().toISOString(),
  })
  return entered(tx, actor, 'notice.sign', id, row.conference_id)
}

/**
 * The signed paper as it came: for whoever may read the notice. `notFound` where there is none or it is in
 * quarantine, `documentDestroyed` where it is gone for good.
 */
export async function getSigned(
  db: Reads,
  actor: Actor,
  id: string,
): Promise<{ bytes: Buffer; fileName: string }> {
  const row = await noticeRow(db, actor, id)
  const document = await db
    .selectFrom('document')
    .leftJoin('document_original', (join) =>
      join
        .onRef('document_original.province_id', '=', 'document.province_id')
        .onRef('document_original.document_id', '=', 'document.document_id'),
    )
    .select(['document.file_name', 'document.status', 'document_original.bytes'])
    .where('document.province_id', '=', actor.provinceId)
    .where('document.document_id', '=', row.signed_document_id)
    .executeTakeFirst()
  if (!document || document.status === 'quarantined') throw new Problem('notFound')
  if (document.bytes === null) throw new Problem('documentDestroyed')
  return { bytes: document.bytes, fileName: document.file_name }
}
