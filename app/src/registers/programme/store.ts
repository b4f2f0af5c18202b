// The work programme of each body: lines added, changed, dropped, carried over.
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, authorise, may } from '../../http/access.ts'
import { visibleItem, visibleProgramme } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { mustBeBodies, organisationNames } from '../organisations/names.ts'
import type { CarryOver, EntryChange, EntryView, NewEntry } from './contract.ts'
import { type EntryState, entryState, type Period } from './programme.ts'

/** The lines of a year, or of all years, that the actor may know of, in the order of their periods. */
export async function listEntries(
  db: Reads,
  actor: Actor,
  year: number | null,
): Promise<EntryView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  const rows = await db
    .selectFrom('programme_entry')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .$if(year !== null, (query) => query.where('year', '=', year ?? 0))
    .where(visibleProgramme(actor))
    .orderBy('year')
    .orderBy('quarter', (order) => order.asc().nullsLast())
    .orderBy('month', (order) => order.asc().nullsLast())
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('entry_id')
    .execute()
  return shown(db, actor, rows)
}

/** One line; `notFound` where it is not or is closed to the actor. */
export async function getEntry(db: Reads, actor: Actor, id: string): Promise<EntryView> {
  const rows = await db
    .selectFrom('programme_entry')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('entry_id', '=', id)
    .where(visibleProgramme(actor))
    .execute()
  const [one] = await shown(db, actor, rows)
  if (!one) throw new Problem('notFound')
  return one
}

/**
 * Locks a line for somebody who may plan the conferences of its body. `forbidden` before `notFound`, so that a
 * line that is closed to the actor looks like one that is not there.
 */
export async function lockEntry(tx: Tx, actor: Actor, id: string): Promise<Row<'programme_entry'>> {
  const row = await tx
    .selectFrom('programme_entry')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('entry_id', '=', id)
    .where(visibleProgramme(actor))
    .forNoKeyUpdate()
    .executeTakeFirst()
  authorise(actor, 'conference.plan', actor.provinceId, row?.organisation_id ?? null)
  if (!row) throw new Problem('notFound')
  return row
}

/** Adds a line to the programme of a body. */
export async function addEntry(tx: Tx, actor: Actor, given: NewEntry): Promise<EntryView> {
  authorise(actor, 'conference.plan', actor.provinceId, given.organisationId)
  await mustBeBodies(tx, actor.provinceId, [given.organisationId, given.preparingId ?? null])
  return insertEntry(tx, actor, 'programme.add', given, null)
}

async function insertEntry(
  tx: Tx,
  actor: Actor,
  action: string,
  given: NewEntry,
  carriedFrom: string | null,
): Promise<EntryView> {
  const id = uuidv7()
  await tx
    .insertInto('programme_entry')
    .values({
      province_id: actor.provinceId,
      entry_id: id,
      organisation_id: given.organisationId,
      ...periodOf(given),
      title: given.title,
      asked: given.asked,
      preparing_id: given.preparingId ?? null,
      due_on: given.dueOn ?? null,
      note: given.note ?? null,
      conference_id: null,
      session_item_id: null,
      carried_from: carriedFrom,
      dropped_at: null,
      dropped_reason: null,
    })
    .execute()
  return recordEntry(tx, actor, action, id)
}

/** Year, quarter and month; a month says its quarter. */
const periodOf = ({ year, quarter, month }: Partial<Period> & { year: number }): Period => ({
  year,
  quarter: month ? Math.ceil(month / 3) : (quarter ?? null),
  month: month ?? null,
})

/** Changes a line that is not settled yet. */
export async function changeEntry(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: EntryChange,
): Promise<EntryView> {
  const { row, before } = await openEntry(tx, actor, id, version, ['planned', 'late', 'placed'])
  await mustBeBodies(tx, actor.provinceId, [given.preparingId ?? null])
  const kept = <T>(value: T | undefined, former: T): T => (value === undefined ? former : value)
  const period = periodOf({
    year: given.year ?? row.year,
    quarter: kept(given.quarter, row.quarter),
    month: kept(given.month, row.month),
  })
  await setEntry(tx, row, {
    ...period,
    title: given.title ?? row.title,
    asked: given.asked ?? row.asked,
    preparing_id: kept(given.preparingId, row.preparing_id),
    due_on: kept(given.dueOn, row.due_on),
    note: kept(given.note, row.note),
  })
  return recordEntry(tx, actor, 'programme.change', id, before)
}

/** Drops a line that no conference has; it stays in sight with the reason. */
export async function dropEntry(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  reason: string,
): Promise<EntryView> {
  const { row, before } = await openEntry(tx, actor, id, version, ['planned', 'late'])
  await setEntry(tx, row, { dropped_at: new Date().toISOString(), dropped_reason: reason })
  return recordEntry(tx, actor, 'programme.drop', id, before, reason)
}

/** Carries a line over: it stays where it was, and goes on as a new line, which is returned. */
export async function carryEntry(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: CarryOver,
): Promise<EntryView> {
  const { row } = await openEntry(tx, actor, id, version, ['planned', 'late'])
  const former = periodOf(row)
  const next = periodOf(given)
  if (JSON.stringify(former) === JSON.stringify(next)) {
    throw new Problem('invalidInput', { where: 'period' })
  }
  await setEntry(tx, row, {})
  const entry = {
    ...next,
    organisationId: row.organisation_id,
    title: row.title,
    asked: row.asked,
    preparingId: row.preparing_id,
    dueOn: given.dueOn ?? null,
    note: row.note,
  }
  return insertEntry(tx, actor, 'programme.carry', entry, id)
}

/** A line at this version in one of the states, locked; `entrySettled` in any other state. */
export async function openEntry(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number | null,
  states: readonly EntryState[],
): Promise<{ row: Row<'programme_entry'>; before: EntryView }> {
  const row = await lockEntry(tx, actor, id)
  const before = await getEntry(tx, actor, id)
  if (version !== null && row.version !== version) {
    throw new Problem('versionOld', { current: before })
  }
  if (!states.includes(before.state)) throw new Problem('entrySettled', { name: row.title })
  return { row, before }
}

/** Sets columns of a locked line; its version counts. */
export async function setEntry(
  tx: Tx,
  row: Row<'programme_entry'>,
  values: Partial<Omit<Row<'programme_entry'>, 'province_id' | 'entry_id' | 'version'>>,
): Promise<void> {
  await tx
    .updateTable('programme_entry')
    .set({ ...values, version: row.version + 1 })
    .where('province_id', '=', row.province_id)
    .where('entry_id', '=', row.entry_id)
    .execute()
}

/** Puts what was done to a line on record, and returns it as it is now. */
export async function recordEntry(
  tx: Tx,
  actor: Actor,
  action: string,
  id: string,
  before?: EntryView,
  reason?: string,
): Promise<EntryView> {
  const entry = await getEntry(tx, actor, id)
  await writeRecord(tx, actor, {
    action,
    subjectKind: 'programme',
    subjectId: id,
    ...(before ? { before: told(before) } : {}),
    after: told(entry),
    ...(reason ? { reason } : {}),
  })
  return entry
}

const told = ({ mayPlan: _may, ...entry }: EntryView) => entry

async function shown(
  db: Reads,
  actor: Actor,
  rows: readonly Row<'programme_entry'>[],
): Promise<EntryView[]> {
  if (rows.length === 0) return []
  const names = await organisationNames(
    db,
    actor.provinceId,
    rows.flatMap((row) => [row.organisation_id, row.preparing_id]),
  )
  const items = await itemsOf(db, actor, rows)
  const { periods, carried } = await carriedOf(db, actor.provinceId, rows)
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })
  const today = todayInVietnam()
  return rows.map((row) => {
    const item = items.get(row.session_item_id ?? '') ?? null
    const facts = {
      ...periodOf(row),
      dropped: row.dropped_at !== null,
      carried: carried.has(row.entry_id),
      dueOn: row.due_on,
      item,
    }
    return {
      id: row.entry_id,
      organisation: named(row.organisation_id),
      ...periodOf(row),
      title: row.title,
      asked: row.asked,
      preparing: row.preparing_id === null ? null : named(row.preparing_id),
      dueOn: row.due_on,
      note: row.note,
      state: entryState(facts, today),
      conference:
        item?.seen && item.status === 'on' ? { id: item.conferenceId, title: item.title } : null,
      carriedFrom: periods.get(row.carried_from ?? '') ?? null,
      droppedReason: row.dropped_reason,
      mayPlan: may(actor, 'conference.plan', actor.provinceId, row.organisation_id),
      version: row.version,
    }
  })
}

/** The items of the lines; `seen` where the actor may know of the item and so of its conference. */
async function itemsOf(db: Reads, actor: Actor, rows: readonly Row<'programme_entry'>[]) {
  const ids = rows.flatMap((row) => row.session_item_id ?? [])
  if (ids.length === 0) return new Map<string, never>()
  const found = await db
    .selectFrom('session_item')
    .innerJoin('conference as held', (join) =>
      join
        .onRef('held.province_id', '=', 'session_item.province_id')
        .onRef('held.conference_id', '=', 'session_item.conference_id'),
    )
    .leftJoin('item_decision as decided', (join) =>
      join
        .onRef('decided.province_id', '=', 'session_item.province_id')
        .onRef('decided.session_item_id', '=', 'session_item.session_item_id'),
    )
    .select([
      'session_item.session_item_id as id',
      'session_item.status',
      'held.conference_id as conferenceId',
      'held.title',
      'held.closed_at',
      'held.cancelled_at',
      'decided.outcome',
      visibleItem(actor).as('seen'),
    ])
    .where('session_item.province_id', '=', actor.provinceId)
    .where('session_item.session_item_id', 'in', ids)
    .execute()
  return new Map(
    found.map((one) => [
      one.id,
      {
        ...one,
        // What a cancelled conference had on its agenda is to be placed anew.
        status: one.cancelled_at === null ? one.status : ('postponed' as const),
        closed: one.closed_at !== null,
      },
    ]),
  )
}

/** The periods of the lines that these were carried from, and which of these were carried on. */
async function carriedOf(db: Reads, provinceId: number, rows: readonly Row<'programme_entry'>[]) {
  const ids = rows.map((row) => row.entry_id)
  const from = rows.flatMap((row) => row.carried_from ?? [])
  const found = await db
    .selectFrom('programme_entry')
    .select(['entry_id', 'carried_from', 'year', 'quarter', 'month'])
    .where('province_id', '=', provinceId)
    .where((is) =>
      is.or([
        is('carried_from', 'in', ids),
        ...(from.length > 0 ? [is('entry_id', 'in', from)] : []),
      ]),
    )
    .execute()
  return {
    periods: new Map(found.map((one) => [one.entry_id, periodOf(one)])),
    carried: new Set(found.flatMap((one) => one.carried_from ?? [])),
  }
}
