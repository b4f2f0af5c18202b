// Assignments as confirmed and followed up.
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { visibleTask } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { dropSearchEntry, putSearchEntry } from '../../search/store.ts'
import { type FoundAt, sourceColumns } from '../documents/source.ts'
import { byUrgency, missingOf, stateOf } from './assignment.ts'
import type { AssignmentChange, AssignmentView } from './contract.ts'
import { type Origins, originsOf } from './origins-store.ts'

/** Assignments, most urgent first: all of the province, or those of some documents and of a conference. */
export async function listAssignments(
  db: Reads,
  actor: Actor,
  only: { documentIds?: string[]; conferenceId?: string } = {},
): Promise<AssignmentView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  let select = db
    .selectFrom('assignment')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where(visibleTask(actor))
    .where('withdrawn_at', 'is', null)
  const { documentIds, conferenceId } = only
  if (documentIds || conferenceId) {
    select = select.where((build) =>
      build.or([
        build('document_id', '=', build.fn.any(build.val(documentIds ?? []))),
        build(
          'session_item_id',
          'in',
          build
            .selectFrom('session_item')
            .select('session_item_id')
            .where('province_id', '=', actor.provinceId)
            .where('conference_id', '=', conferenceId ?? null),
        ),
      ]),
    )
  }
  const rows = await select.execute()
  const origins = await originsOf(db, actor, rows)
  const today = todayInVietnam()
  return rows.map((row) => shown(row, origins, today)).sort(byUrgency)
}

/** One assignment; `notFound` where it is not or was taken back. */
export async function getAssignment(db: Reads, actor: Actor, id: string): Promise<AssignmentView> {
  authorise(actor, 'register.read', actor.provinceId)
  const row = await db
    .selectFrom('assignment')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('assignment_id', '=', id)
    .where(visibleTask(actor))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return shown(row, await originsOf(db, actor, [row]), todayInVietnam())
}

export interface ConfirmedAssignment {
  action: string
  leadText: string | null
  cooperating: string[]
  deadline: string | null
  deadlineText: string | null
  deadlineFuzzy: boolean
  deliverable: string | null
  specific: boolean
  by: string | null
}

/** Enters an assignment; without owner or date it goes to the queue that asks. */
export async function enterAssignment(
  tx: Tx,
  actor: Actor,
  at: FoundAt,
  given: ConfirmedAssignment,
): Promise<string> {
  authorise(actor, 'finding.decide', actor.provinceId)
  const id = uuidv7()
  await tx
    .insertInto('assignment')
    .values({
      ...sourceColumns(actor, at),
      assignment_id: id,
      action: given.action,
      lead_text: given.leadText,
      cooperating: JSON.stringify(given.cooperating),
      deadline: given.deadline,
      deadline_text: given.deadlineText,
      deadline_fuzzy: given.deadlineFuzzy,
      deliverable: given.deliverable,
      specific: given.specific,
      ordered_by: given.by,
      done_on: null,
      note: null,
    })
    .execute()
  await putSearchEntry(tx, actor.provinceId, {
    kind: 'assignment',
    id,
    documentId: at.documentId,
    start: at.start,
    end: at.end,
    title: given.action.slice(0, 300),
    body: [given.leadText, at.quote].filter(Boolean).join(': '),
  })
  await writeRecord(tx, actor, {
    action: 'assignment.enter',
    subjectKind: 'assignment',
    subjectId: id,
    after: { ...given, at },
  })
  return id
}

/** Names owner or date, marks as done, adds a note. */
export async function changeAssignment(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: AssignmentChange,
): Promise<AssignmentView> {
  authorise(actor, 'register.edit', actor.provinceId)
  const before = await tx
    .selectFrom('assignment')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('assignment_id', '=', id)
    .where(visibleTask(actor))
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw new Problem('notFound')
  if (before.version !== version) {
    throw new Problem('versionOld', { current: await getAssignment(tx, actor, id) })
  }
  const kept = <T>(value: T | undefined, former: T): T => (value === undefined ? former : value)
  await tx
    .updateTable('assignment')
    .set({
      lead_text: kept(given.leadText, before.lead_text) || null,
      deadline: kept(given.deadline, before.deadline),
      done_on: kept(given.doneOn, before.done_on),
      note: kept(given.note, before.note) || null,
      version: before.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('assignment_id', '=', id)
    .execute()
  await writeRecord(tx, actor, {
    action: 'assignment.change',
    subjectKind: 'assignment',
    subjectId: id,
    before: {
      leadText: before.lead_text,
      deadline: before.deadline,
      doneOn: before.done_on,
      note: before.note,
    },
    after: given,
  })
  return getAssignment(tx, actor, id)
}

/** Takes an assignment back; `entryInUse` once it was marked as done. */
export async function withdrawAssignment(tx: Tx, actor: Actor, id: string): Promise<void> {
  authorise(actor, 'finding.decide', actor.provinceId)
  const row = await tx
    .updateTable('assignment')
    .set((build) => ({
      withdrawn_at: new Date().toISOString(),
      version: build('version', '+', 1),
    }))
    .where('province_id', '=', actor.provinceId)
    .where('assignment_id', '=', id)
    .returning('done_on')
    .executeTakeFirst()
  if (row && row.done_on !== null) throw new Problem('entryInUse')
  await dropSearchEntry(tx, actor.provinceId, 'assignment', id)
  await writeRecord(tx, actor, {
    action: 'assignment.withdraw',
    subjectKind: 'assignment',
    subjectId: id,
  })
}

function shown(row: Row<'assignment'>, origins: Origins, today: string): AssignmentView {
  const dates = { leadText: row.lead_text, deadline: row.deadline, doneOn: row.done_on }
  return {
    id: row.assignment_id,
    action: row.action,
    ...dates,
    cooperating: row.cooperating,
    deadlineText: row.deadline_text,
    deadlineFuzzy: row.deadline_fuzzy,
    deliverable: row.deliverable,
    specific: row.specific,
    by: row.ordered_by,
    note: row.note,
    state: stateOf(dates, today),
    missing: missingOf(dates),
    ...origins(row),
    leadId: row.lead_id,
    version: row.version,
  }
}
