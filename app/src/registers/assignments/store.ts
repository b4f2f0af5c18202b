// Assignments as confirmed and followed up.
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import { holds } from '../../database/days.ts'
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { dropSearchEntry, putSearchEntry } from '../../search/store.ts'
import { type FoundAt, sourceColumns } from '../documents/source.ts'
import { matcherOf } from '../sitting/tasks.ts'
import { byUrgency } from './assignment.ts'
import type { AssignmentView } from './contract.ts'
import { taskRows } from './rows-store.ts'
import { tellAssigned } from './tell-store.ts'
import { shownTasks } from './view-store.ts'

/** The assignments of some documents and of a conference, most urgent first. */
export async function assignmentsOf(
  db: Reads,
  actor: Actor,
  { documentIds, conferenceId }: { documentIds: string[]; conferenceId?: string },
): Promise<AssignmentView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  const found = await db
    .selectFrom('assignment')
    .select('assignment_id')
    .where('province_id', '=', actor.provinceId)
    .where((build) =>
      build.or([
        build('document_id', '=', build.fn.any(build.val(documentIds))),
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
    .execute()
  const rows = await taskRows(
    db,
    actor,
    found.map((row) => row.assignment_id),
  )
  const shown = await shownTasks(db, actor, rows)
  return shown.sort(byUrgency)
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
  const lead = await bodyNamed(tx, actor.provinceId, given.leadText)
  await tx
    .insertInto('assignment')
    .values({
      ...sourceColumns(actor, at),
      ...(await nextNumber(tx, actor.provinceId)),
      assignment_id: id,
      action: given.action,
      lead_text: given.leadText,
      lead_id: lead,
      original_deadline: given.deadline,
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
  if (lead !== null) await tellEntered(tx, actor, { id, lead, deadline: given.deadline }, at)
  return id
}

async function tellEntered(
  tx: Tx,
  actor: Actor,
  { id, lead, deadline }: { id: string; lead: string; deadline: string | null },
  { documentId }: FoundAt,
): Promise<void> {
  const { document_date: givenOn } = await tx
    .selectFrom('document')
    .select('document_date')
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow()
  const task = {
    ...{ assignment_id: id, lead_id: lead, cooperating_ids: [] },
    ...{ follower_id: null, owner_id: null, reported_by: null },
  }
  await tellAssigned(tx, actor, task, { deadline, givenOn })
}

/** The next number of the follow-up register, by the year in Vietnam; without gaps, also under contention. */
export async function nextNumber(
  tx: Tx,
  provinceId: number,
  today = todayInVietnam(),
): Promise<{ register_year: number; register_number: number }> {
  const year = Number(today.slice(0, 4))
  const { last } = await tx
    .insertInto('assignment_counter')
    .values({ province_id: provinceId, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['province_id', 'year']).doUpdateSet({
        last: sql<number>`assignment_counter.last + 1`,
      }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return { register_year: year, register_number: last }
}

/** The one standing body that has this name or short name; null where none has, or several have it. */
async function bodyNamed(tx: Tx, provinceId: number, text: string | null): Promise<string | null> {
  if (!text?.trim()) return null
  const today = todayInVietnam()
  const rows = await tx
    .selectFrom('organisation_name')
    .select(['organisation_id', 'name'])
    .where('province_id', '=', provinceId)
    .where(holds(today, 'organisation_name'))
    .execute()
  const bodies = Map.groupBy(rows, (row) => row.organisation_id)
  const match = matcherOf(
    [...bodies].map(([id, names]) => ({ id, name: '', also: names.map(({ name }) => name) })),
  )
  return match(text).id
}

/** Takes an assignment back; `entryInUse` once something happened to it. */
export async function withdrawAssignment(tx: Tx, actor: Actor, id: string): Promise<void> {
  authorise(actor, 'finding.decide', actor.provinceId)
  if (await isTouched(tx, actor.provinceId, id)) throw new Problem('entryInUse')
  await tx
    .updateTable('assignment')
    .set((build) => ({
      withdrawn_at: new Date().toISOString(),
      version: build('version', '+', 1),
    }))
    .where('province_id', '=', actor.provinceId)
    .where('assignment_id', '=', id)
    .execute()
  await dropSearchEntry(tx, actor.provinceId, 'assignment', id)
  await writeRecord(tx, actor, {
    action: 'assignment.withdraw',
    subjectKind: 'assignment',
    subjectId: id,
  })
}

/** Whether a task has steps or requests: what was reported or decided of it is not thrown away. Takes its row. */
export async function isTouched(tx: Tx, provinceId: number, id: string): Promise<boolean> {
  await tx
    .selectFrom('assignment')
    .select('assignment_id')
    .where('province_id', '=', provinceId)
    .where('assignment_id', '=', id)
    .forUpdate()
    .execute()
  for (const table of ['assignment_step', 'assignment_extension'] as const) {
    const found = await tx
      .selectFrom(table)
      .select('assignment_id')
      .where('province_id', '=', provinceId)
      .where('assignment_id', '=', id)
      .limit(1)
      .executeTakeFirst()
    if (found) return true
  }
  return false
}
