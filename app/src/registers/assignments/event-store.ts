// Events that deadlines follow ("trước kỳ họp HĐND"): a conference held here, or one that is only named.
import { type RawBuilder, sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { eachRequest } from '../../database/prepared.ts'
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise, may } from '../../http/access.ts'
import { visibleConference, visibleTask } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { eventDaySql } from './clock-store.ts'
import type { EventChange, EventView, NewEvent } from './event-contract.ts'
import { eventDays, tellMoved } from './event-move-store.ts'

/**
 * Events that were not taken back, those without a day first, then by day: all of them for whoever gives tasks,
 * for others those that a task follows which they may know of.
 */
export async function listEvents(db: Reads, actor: Actor): Promise<EventView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  return countedEvents(db, actor, sql`e.withdrawn_at is null and ${known(actor)}`)
}

/** Events as tasks name them, by id. The conference is named to who may know of it. */
export async function eventsById(
  db: Reads,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, Omit<EventView, 'version' | 'tasks'>>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Omit<EventView, 'version' | 'tasks'>>`
    select ${eventColumns(actor)} ${eventsFrom(actor)} and e.event_id = any(${[...new Set(ids)]}::uuid[])
    ${eachRequest}`.execute(db)
  return new Map(rows.map((event) => [event.id, event]))
}

/** Events with their version, and how many tasks follow each of which one may know. */
async function countedEvents(
  db: Reads,
  actor: Actor,
  only: RawBuilder<unknown>,
): Promise<EventView[]> {
  const { rows } = await sql<EventView>`
    select ${eventColumns(actor)}, e.version,
      (select count(*)::integer from assignment where assignment.province_id = e.province_id
        and assignment.event_id = e.event_id and assignment.withdrawn_at is null
        and ${visibleTask(actor)}) as tasks
    ${eventsFrom(actor)} and ${only}
    order by day nulls first, e.name, e.event_id`.execute(db)
  return rows
}

const eventColumns = (actor: Actor) => sql`e.event_id as id, e.name, ${eventDaySql} as day,
  (select conference_id from conference where conference.province_id = e.province_id
    and conference.conference_id = e.conference_id and ${visibleConference(actor)}) as "conferenceId"`

const eventsFrom = (actor: Actor) => sql`from deadline_event e
  left join conference ec on ec.province_id = e.province_id and ec.conference_id = e.conference_id
  where e.province_id = ${actor.provinceId}`

const known = (actor: Actor) =>
  may(actor, 'assignment.manage', actor.provinceId)
    ? sql`true`
    : sql`exists (select 1 from assignment where assignment.province_id = e.province_id
        and assignment.event_id = e.event_id and assignment.withdrawn_at is null
        and ${visibleTask(actor)})`

/** Names an event; with the same conference, the one that is there already. */
export async function addEvent(tx: Tx, actor: Actor, given: NewEvent): Promise<EventView> {
  authorise(actor, 'register.edit', actor.provinceId)
  if (given.conferenceId) {
    const known = await tx
      .selectFrom('conference')
      .select('conference_id')
      .where('province_id', '=', actor.provinceId)
      .where('conference_id', '=', given.conferenceId)
      .where('withdrawn_at', 'is', null)
      .where(visibleConference(actor))
      .executeTakeFirst()
    if (!known) throw new Problem('notFound')
  }
  const id = uuidv7()
  await tx
    .insertInto('deadline_event')
    .values({
      province_id: actor.provinceId,
      event_id: id,
      name: given.name,
      conference_id: given.conferenceId ?? null,
      on_date: given.day ?? null,
      made_by: accountOf(actor),
      withdrawn_at: null,
    })
    .execute()
  await writeRecord(tx, actor, {
    action: 'deadlineEvent.add',
    subjectKind: 'deadlineEvent',
    subjectId: id,
    after: given,
  })
  return eventOf(tx, actor, id)
}

/**
 * Renames an event, sets or moves its day, or takes it back. One that a conference gives has no day of its own;
 * `entryInUse` for taking back what tasks still hang on. Those who do the tasks whose deadline moves with it are told.
 */
export async function changeEvent(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: EventChange,
): Promise<EventView> {
  authorise(actor, 'register.edit', actor.provinceId)
  const row = await tx
    .selectFrom('deadline_event')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('event_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  const before = await eventOf(tx, actor, id)
  if (row.version !== version) throw new Problem('versionOld', { current: before })
  if (given.day !== undefined && row.conference_id !== null) {
    throw new Problem('invalidInput', { where: 'day' })
  }
  if (given.withdrawn) await mustBeFree(tx, actor.provinceId, id)
  const days = await eventDays(tx, actor.provinceId, { event: id })
  await tx
    .updateTable('deadline_event')
    .set({
      name: given.name ?? row.name,
      on_date: given.day === undefined ? row.on_date : given.day,
      withdrawn_at: given.withdrawn ? new Date().toISOString() : null,
      version: row.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('event_id', '=', id)
    .execute()
  await writeRecord(tx, actor, {
    action: 'deadlineEvent.change',
    subjectKind: 'deadlineEvent',
    subjectId: id,
    before,
    after: given,
  })
  await tellMoved(tx, actor, { event: id }, days)
  return eventOf(tx, actor, id)
}

async function mustBeFree(tx: Tx, provinceId: number, id: string): Promise<void> {
  const used = await tx
    .selectFrom('assignment')
    .select('assignment_id')
    .where('province_id', '=', provinceId)
    .where('event_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (used) throw new Problem('entryInUse')
}

async function eventOf(db: Reads, actor: Actor, id: string): Promise<EventView> {
  const [event] = await countedEvents(db, actor, sql`e.event_id = ${id}`)
  if (!event) throw new Problem('notFound')
  return event
}
