// Approved agendas. A version is written once and never changed; the agenda goes on from it.
import { uuidv7 } from 'uuidv7'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf } from '../../http/access.ts'
import { visibleItem } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { keepReview } from '../chain/review-store.ts'
import { conferenceRow, lockConference, touchLive } from '../conferences/plan-store.ts'
import { labelAfter, runsIn } from './agenda.ts'
import { mustBeOpen } from './changing-store.ts'
import type { SessionItemView } from './contract.ts'
import { differenceOf, sameAgenda } from './difference.ts'
import { listItems } from './store.ts'
import type { AgendaVersionView, Approval } from './version-contract.ts'

type Line = AgendaVersionView['items'][number]

/** The approved agendas of a conference, the oldest first, without the items that are closed to the actor. */
export async function listVersions(
  db: Reads,
  actor: Actor,
  conferenceId: string,
): Promise<AgendaVersionView[]> {
  const conference = await conferenceRow(db, actor, conferenceId)
  const rows = await versionRows(db, actor.provinceId, conferenceId)
  const visible = await db
    .selectFrom('session_item')
    .select('session_item_id')
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', conferenceId)
    .where(visibleItem(actor))
    .execute()
  const known = new Set(visible.map((one) => one.session_item_id))
  return rows.map((row) => {
    const version = shown(row)
    const runs = runsIn(version.items, conference.starts_at)
    const items = version.items.filter(({ id }) => known.has(id))
    return { ...version, items: items.map((line) => ({ ...line, runs: runs.get(line.id) })) }
  })
}

function versionRows(db: Reads, provinceId: number, conferenceId: string) {
  return db
    .selectFrom('agenda_version')
    .innerJoin('account', (join) =>
      join
        .onRef('account.province_id', '=', 'agenda_version.province_id')
        .onRef('account.account_id', '=', 'agenda_version.approved_by'),
    )
    .selectAll('agenda_version')
    .select('account.name as approver')
    .where('agenda_version.province_id', '=', provinceId)
    .where('agenda_version.conference_id', '=', conferenceId)
    .orderBy('agenda_version.approved_at')
    .orderBy('agenda_version.agenda_version_id')
    .execute()
}

const shown = (row: Row<'agenda_version'> & { approver: string }): AgendaVersionView => ({
  id: row.agenda_version_id,
  label: row.label,
  note: row.note,
  approvedBy: row.approver,
  approvedAt: row.approved_at,
  items: row.items as Line[],
})

/**
 * Freezes the agenda as it stands as its next version. `versionOld` where it is not what the approver saw,
 * `agendaNotReady` with the titles of items that are not checked or failed and have to move on first,
 * `agendaSame` where nothing differs from the newest version.
 */
export async function approveAgenda(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  given: Approval,
): Promise<AgendaVersionView> {
  const conference = await lockConference(tx, actor, conferenceId, 'agenda.approve')
  await mustBeOpen(tx, conference)
  const all = await listItems(tx, actor, conferenceId)
  const items = all.filter(({ status }) => status === 'on')
  const seen = given.items.map(({ id, version }) => `${id} ${version}`).join()
  if (seen !== items.map(({ id, version }) => `${id} ${version}`).join()) {
    throw new Problem('versionOld', { current: items })
  }
  const waiting = items.filter(({ checked }) => checked !== 'passed')
  if (waiting.length > 0 || items.length === 0) {
    throw new Problem('agendaNotReady', { titles: waiting.map(({ title }) => title) })
  }
  const last = (await versionRows(tx, actor.provinceId, conferenceId)).at(-1)
  const lines = items.map(lineOf)
  if (last && sameAgenda(differenceOf(last.items as Line[], lines))) throw new Problem('agendaSame')
  const row = await tx
    .insertInto('agenda_version')
    .values({
      province_id: actor.provinceId,
      agenda_version_id: uuidv7(),
      conference_id: conferenceId,
      label: labelAfter(last?.label ?? null),
      items: JSON.stringify(lines),
      note: given.note ?? null,
      approved_by: accountOf(actor),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const version = shown({ ...row, approver: actor.name })
  await keepReview(tx, conference, version.id)
  await touchLive(tx, actor.provinceId, conferenceId)
  await writeRecord(tx, actor, {
    action: 'agenda.approve',
    subjectKind: 'conference',
    subjectId: conferenceId,
    after: { label: version.label, note: version.note, items: lines },
  })
  return version
}

const lineOf = (item: SessionItemView): Line => ({
  id: item.id,
  number: item.number,
  groupTitle: item.groupTitle,
  title: item.title,
  minutes: item.minutes,
  submitter: item.submitter,
  asked: item.asked,
  level: item.level,
  personnel: item.personnel,
})
