// The review of earlier conclusions: derived as of now, and as it was kept when an agenda was approved or the
// conference closed.
import { topicCatalogue } from '@giaoban/reader'
import { type RawBuilder, sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, may, systemActor } from '../../http/access.ts'
import { visibleConference, visibleItem, visibleTask } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { byUrgency } from '../assignments/assignment.ts'
import { clockOf } from '../assignments/clock-store.ts'
import type { AssignmentState, AssignmentView } from '../assignments/contract.ts'
import { taskRows } from '../assignments/rows-store.ts'
import { shownTasks } from '../assignments/view-store.ts'
import { conferenceRow, stageNow } from '../conferences/plan-store.ts'
import { listShortcomings } from '../shortcomings/store.ts'
import { earlierConferences } from './earlier-store.ts'
import { ordersOf, type ToldShortcoming, tasksAbout, withConferences } from './orders-store.ts'
import {
  cameBack,
  countedAs,
  countsOf,
  type Looked,
  type Recurrence,
  recurrencesOf,
} from './review.ts'
import type { RecurrenceView, ReviewTask, ReviewView } from './review-contract.ts'

/** Tasks of one answer. */
const longest = 300

interface Kept {
  id: string
  label: string | null
  at: string
}

/**
 * The review of a conference, without the tasks, shortcomings and conferences that are closed to the reader.
 * `wanted`: one that was kept, `now`, or nothing for what fits: as of now, and once it is closed the last kept.
 */
export async function getReview(
  db: Reads,
  actor: Actor,
  conferenceId: string,
  wanted?: string,
): Promise<ReviewView> {
  const conference = await conferenceRow(db, actor, conferenceId)
  if (conference.organisation_id === null) throw new Problem('notFound')
  const item = await reviewItem(db, actor, conferenceId)
  const all = item ? await keptOf(db, actor.provinceId, item.id) : []
  const stage = await stageNow(db, conference)
  const over = stage === 'closed' || stage === 'cancelled'
  const kept =
    wanted === undefined
      ? over
        ? (all.at(-1) ?? null)
        : null
      : (all.find(({ id }) => id === wanted) ?? null)
  if (wanted !== undefined && wanted !== 'now' && !kept) throw new Problem('notFound')
  const shown = kept ? await asKept(db, actor, kept) : await asOfNow(db, actor, conference)
  return {
    kept,
    all,
    item,
    mayPlace:
      !over &&
      item?.status !== 'on' &&
      may(actor, 'conference.plan', actor.provinceId, conference.organisation_id),
    ...shown,
  }
}

type Shown = Pick<ReviewView, 'last' | 'tasks' | 'left' | 'shortcomings'>

async function asOfNow(db: Reads, actor: Actor, conference: Row<'conference'>): Promise<Shown> {
  const conferences = await earlierConferences(db, actor, conference)
  const known = conferences.filter((one) => one.known)
  const found = await derived(db, actor, conferences, known[0]?.id ?? null)
  const tasks = found.tasks.map(({ view, counted }) => shownTask(view, { counted }))
  return shownOf(db, actor, { known, last: known[0] }, tasks, found.shortcomings)
}

/** The tasks and shortcomings of earlier conferences; of the last one, all of its tasks. */
async function derived(
  db: Reads,
  actor: Actor,
  conferences: readonly Looked[],
  last: string | null,
) {
  const clock = await clockOf(db, actor.provinceId)
  const ids = conferences.map(({ id }) => id)
  const rows = await taskRows(db, actor, await taskIds(db, actor, ids, last))
  const views = await shownTasks(db, actor, rows, clock)
  const documents = await documentsOf(db, actor.provinceId, ids)
  const told = await listShortcomings(db, actor, { documentIds: documents })
  return {
    tasks: views.toSorted(byUrgency).map((view) => ({ view, counted: countedAs(view, clock) })),
    shortcomings: await withConferences(db, actor.provinceId, told),
  }
}

/** Tasks of these conferences that are open; all of one of them. */
async function taskIds(
  db: Reads,
  actor: Actor,
  conferences: readonly string[],
  last: string | null,
): Promise<string[]> {
  if (conferences.length === 0) return []
  const { provinceId } = actor
  const among = (ids: RawBuilder<unknown>) => sql`(assignment.session_item_id in (
      select session_item_id from session_item
      where province_id = ${provinceId} and conference_id = any(${ids}))
    or assignment.document_id in (select document_id from document
      where province_id = ${provinceId} and conference_id = any(${ids})))`
  const { rows } = await sql<{ assignment_id: string }>`
    select assignment.assignment_id from assignment
    where assignment.province_id = ${provinceId} and assignment.withdrawn_at is null
      and ((assignment.done_on is null and assignment.revoked_on is null
          and ${among(sql`${[...conferences]}::uuid[]`)})
        or ${among(sql`${last === null ? [] : [last]}::uuid[]`)})
      and ${visibleTask(actor)}`.execute(db)
  return rows.map((row) => row.assignment_id)
}

/** Documents told at these conferences: about them, or brought before their items. */
async function documentsOf(
  db: Reads,
  provinceId: number,
  conferences: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ document_id: string }>`
    select document_id from document
    where province_id = ${provinceId} and conference_id = any(${[...conferences]}::uuid[])
    union select paper.document_id from item_paper paper
    join session_item item on item.province_id = ${provinceId}
      and item.session_item_id = paper.session_item_id
    where paper.province_id = ${provinceId}
      and item.conference_id = any(${[...conferences]}::uuid[])`.execute(db)
  return rows.map((row) => row.document_id)
}

/** The conferences that the reader may know of; `last`: the one all of whose tasks are there. */
interface LookedBack {
  known: readonly Looked[]
  last: Looked | undefined
}

async function shownOf(
  db: Reads,
  actor: Actor,
  { known, last }: LookedBack,
  tasks: readonly ReviewTask[],
  shortcomings: readonly ToldShortcoming[],
): Promise<Shown> {
  const again = recurrencesOf(known, shortcomings).filter(cameBack)
  return {
    last: last
      ? {
          conference: linkTo(last),
          counts: countsOf(tasks.filter(({ conference }) => conference?.id === last.id)),
        }
      : null,
    tasks: tasks.slice(0, longest),
    left: Math.max(0, tasks.length - longest),
    shortcomings: await shownRecurrences(
      db,
      actor,
      again.map((one) => ({ ...one, body: null })),
    ),
  }
}

/** What came back with what was ordered each time; `body`: whose conferences these are. One query for all of them. */
export async function shownRecurrences(
  db: Reads,
  actor: Actor,
  found: readonly (Recurrence<ToldShortcoming> & { body: string | null })[],
): Promise<RecurrenceView[]> {
  const entries = found.flatMap(({ times }) => times.flatMap((time) => time.entries))
  const orders = await ordersOf(db, actor, await tasksAbout(db, actor, entries))
  const names = new Map(topicCatalogue.map((one) => [one.code, one]))
  return found.map(({ topic, raised, of, first, times, body }) => ({
    topic,
    nameVi: names.get(topic)?.vi ?? topic,
    nameEn: names.get(topic)?.en ?? topic,
    body,
    raised,
    of,
    first,
    times: times.map((time) => ({
      conference: linkTo(time.conference),
      sentences: time.entries.map(({ id, source }) => ({ id, source })),
      orders: orders(new Set(time.entries.map(({ id }) => id))),
    })),
  }))
}

const linkTo = ({ id, title, date }: Looked) => ({ id, title, date })

const shownTask = (
  view: AssignmentView,
  as: Pick<ReviewTask, 'counted'> & Partial<ReviewTask>,
): ReviewTask => ({
  id: view.id,
  number: view.number,
  action: view.action,
  lead: view.leadNow?.name ?? view.leadText,
  dueOn: view.dueOn,
  state: view.state,
  percent: view.percent,
  conference: view.conference,
  now: null,
  ...as,
})

/** The review's item as far as the reader may know of it. */
async function reviewItem(
  db: Reads,
  actor: Actor,
  conferenceId: string,
): Promise<ReviewView['item']> {
  const row = await db
    .selectFrom('session_item')
    .select(['session_item_id as id', 'status'])
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', conferenceId)
    .where('kind', '=', 'review')
    .where(visibleItem(actor))
    .executeTakeFirst()
  return row ?? null
}

async function keptOf(db: Reads, provinceId: number, itemId: string): Promise<Kept[]> {
  return db
    .selectFrom('item_review')
    .leftJoin('agenda_version', (join) =>
      join
        .onRef('agenda_version.province_id', '=', 'item_review.province_id')
        .onRef('agenda_version.agenda_version_id', '=', 'item_review.agenda_version_id'),
    )
    .select(['item_review.review_id as id', 'agenda_version.label', 'item_review.taken_at as at'])
    .where('item_review.province_id', '=', provinceId)
    .where('item_review.session_item_id', '=', itemId)
    .orderBy('item_review.taken_at')
    .orderBy('item_review.review_id')
    .execute()
}

/** A review as it was kept: the words and the rights of today, the facts of then. */
async function asKept(db: Reads, actor: Actor, { id }: Kept): Promise<Shown> {
  const { provinceId } = actor
  const facts = await db
    .selectFrom('item_review_task')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('review_id', '=', id)
    .orderBy('position')
    .execute()
  const known = await keptConferences(db, actor, id)
  // Of those before it only what was open then was kept: no counts for who may not know the last one.
  const last = known.find(({ position }) => position === 0)
  const views = await everShown(
    db,
    actor,
    facts.map((one) => one.assignment_id),
  )
  const tasks = facts.flatMap((one): ReviewTask[] => {
    const found = views.get(one.assignment_id)
    if (!found) return []
    const { view, there } = found
    return [
      shownTask(view, {
        counted: one.counted,
        lead: one.lead_text,
        dueOn: one.due_on,
        state: one.state as AssignmentState,
        percent: one.percent,
        now: there ? view.state : null,
      }),
    ]
  })
  const raised = await db
    .selectFrom('item_review_shortcoming')
    .select('shortcoming_id')
    .where('province_id', '=', provinceId)
    .where('review_id', '=', id)
    .execute()
  const told = await listShortcomings(db, actor, {
    ids: raised.map((one) => one.shortcoming_id),
  })
  const shortcomings = await withConferences(db, provinceId, told)
  return shownOf(db, actor, { known, last }, tasks, shortcomings)
}

async function keptConferences(db: Reads, actor: Actor, reviewId: string) {
  const { rows } = await sql<Looked & { position: number }>`
    select conference.conference_id as id, conference.title, looked.held_on::text as date,
      looked.position
    from item_review_conference looked
    join conference on conference.province_id = looked.province_id
      and conference.conference_id = looked.conference_id
    where looked.province_id = ${actor.provinceId} and looked.review_id = ${reviewId}
      and ${visibleConference(actor)}
    order by looked.position`.execute(db)
  return rows
}

/** Tasks that the reader may know of, also those that were taken back since (`there` is false). */
async function everShown(db: Reads, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { view: AssignmentView; there: boolean }>()
  const rows = await taskRows(db, actor, ids, { withdrawn: true })
  const there = new Set(rows.flatMap((row) => (row.withdrawn_at === null ? row.assignment_id : [])))
  const views = await shownTasks(db, actor, rows)
  return new Map(views.map((view) => [view.id, { view, there: there.has(view.id) }]))
}

/**
 * Keeps what the review of a conference shows now, all of it, whoever may see which part: with an approved agenda,
 * or, without one (`versionId` null), at its closing. Nothing where no review is on the agenda.
 */
export async function keepReview(
  tx: Tx,
  conference: Row<'conference'>,
  versionId: string | null,
): Promise<void> {
  const { province_id, conference_id } = conference
  const all = systemActor(province_id)
  const item = await reviewItem(tx, all, conference_id)
  if (item?.status !== 'on') return
  const conferences = await earlierConferences(tx, all, conference)
  const found = await derived(tx, all, conferences, conferences[0]?.id ?? null)
  const review_id = uuidv7()
  const of = { province_id, review_id }
  await tx
    .insertInto('item_review')
    .values({ ...of, session_item_id: item.id, agenda_version_id: versionId })
    .execute()
  const tasks = found.tasks.map(({ view, counted }, position) => ({
    ...of,
    assignment_id: view.id,
    position,
    state: view.state,
    counted,
    lead_text: view.leadNow?.name ?? view.leadText,
    due_on: view.dueOn,
    percent: view.percent,
  }))
  if (tasks.length > 0) await tx.insertInto('item_review_task').values(tasks).execute()
  const looked = conferences.map((one, position) => ({
    ...of,
    conference_id: one.id,
    position,
    held_on: one.date,
  }))
  if (looked.length > 0) await tx.insertInto('item_review_conference').values(looked).execute()
  const again = new Set(
    recurrencesOf(conferences, found.shortcomings)
      .filter(cameBack)
      .map(({ topic }) => topic),
  )
  const raised = found.shortcomings
    .filter(({ topic }) => again.has(topic))
    .map(({ id }) => ({ ...of, shortcoming_id: id }))
  if (raised.length > 0) await tx.insertInto('item_review_shortcoming').values(raised).execute()
}
