// Conferences as calendar entries, and the secret address of an account's calendar (only its hash is kept).
// Entries name the conference, never its items: calendars are fetched and kept by other people's servers.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { invited, visibleConference } from '../../http/visible.ts'
import type { CalendarEvent } from '../../office/icalendar.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { conferenceRow } from '../conferences/plan-store.ts'
import { ownInvitations } from '../invitations/view-store.ts'
import { actorOf } from '../people/grants.ts'
import { hashOfToken } from '../people/passwords.ts'
import { en, vi } from './texts.ts'

/** When the address of the actor's calendar was made. */
export async function calendarFeed(db: Reads, actor: Actor): Promise<{ madeAt: string | null }> {
  authorise(actor, 'session.own', actor.provinceId)
  const row = await db
    .selectFrom('calendar_feed')
    .select('created_at')
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', accountOf(actor))
    .executeTakeFirst()
  return { madeAt: row?.created_at ?? null }
}

/** Makes a new address; the former one ends. The path is told this once. */
export async function renewFeed(tx: Tx, actor: Actor): Promise<{ madeAt: string; path: string }> {
  authorise(actor, 'session.own', actor.provinceId)
  const token = randomBytes(32).toString('base64url')
  const values = { token_hash: hashOfToken(token), created_at: new Date().toISOString() }
  const own = { province_id: actor.provinceId, account_id: accountOf(actor) }
  await tx
    .insertInto('calendar_feed')
    .values({ ...own, ...values })
    .onConflict((conflict) => conflict.columns(['province_id', 'account_id']).doUpdateSet(values))
    .execute()
  const { slug } = await tx
    .selectFrom('province')
    .select('slug')
    .where('province_id', '=', actor.provinceId)
    .executeTakeFirstOrThrow()
  await recordFeed(tx, actor, 'calendar.renew')
  return { madeAt: values.created_at, path: `/api/calendar/${slug}/${token}.ics` }
}

/** Ends the address of the actor's calendar. */
export async function revokeFeed(tx: Tx, actor: Actor): Promise<void> {
  authorise(actor, 'session.own', actor.provinceId)
  const { numDeletedRows } = await tx
    .deleteFrom('calendar_feed')
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', accountOf(actor))
    .executeTakeFirst()
  if (numDeletedRows > 0n) await recordFeed(tx, actor, 'calendar.revoke')
}

const recordFeed = (tx: Tx, actor: Actor, action: string) =>
  writeRecord(tx, actor, { action, subjectKind: 'account', subjectId: accountOf(actor) })

/** Whose calendar an address is; `notFound` for none, another province's, or a closed account's. */
export async function actorOfFeed(db: Reads, slug: string, token: string): Promise<Actor> {
  const province = await db
    .selectFrom('province')
    .select('province_id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!province) throw new Problem('notFound')
  const row = await db
    .selectFrom('calendar_feed as f')
    .innerJoin('account as a', (join) =>
      join.onRef('a.province_id', '=', 'f.province_id').onRef('a.account_id', '=', 'f.account_id'),
    )
    .selectAll('a')
    .where('f.province_id', '=', province.province_id)
    .where('f.token_hash', '=', hashOfToken(token))
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return actorOf(db, row)
}

/** How long past conferences stay in a calendar, in days. */
const keptFor = 400

/** The conferences an account is invited to, as entries; `server`: where links lead. */
export async function ownEvents(
  db: Reads,
  actor: Actor,
  server: string,
): Promise<{ name: string; events: CalendarEvent[] }> {
  authorise(actor, 'conference.attend', actor.provinceId)
  const since = new Date(Date.now() - keptFor * 86_400_000).toISOString()
  const rows = await db
    .selectFrom('conference')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('withdrawn_at', 'is', null)
    .where('starts_at', '>=', since)
    .where(visibleConference(actor))
    .where(sql<boolean>`exists (select 1 from invitation
      where invitation.province_id = conference.province_id
        and invitation.conference_id = conference.conference_id and ${invited(actor)})`)
    .orderBy('starts_at')
    .orderBy('conference_id')
    .limit(1000)
    .execute()
  return eventsOf(db, actor, rows, server)
}

/** One conference as a calendar of one entry; `conferenceUntimed` while nobody said when it begins. */
export async function oneEvent(
  db: Reads,
  actor: Actor,
  id: string,
  server: string,
): Promise<{ name: string; events: CalendarEvent[] }> {
  const row = await conferenceRow(db, actor, id)
  if (row.starts_at === null) throw new Problem('conferenceUntimed')
  return eventsOf(db, actor, [row], server)
}

async function eventsOf(
  db: Reads,
  actor: Actor,
  rows: readonly Row<'conference'>[],
  server: string,
): Promise<{ name: string; events: CalendarEvent[] }> {
  const t = actor.locale === 'en' ? en : vi
  const ids = rows.map((row) => row.conference_id)
  const own = await ownInvitations(db, actor, ids)
  const changes = await changesOf(db, actor.provinceId, ids)
  const events = rows.flatMap((row): CalendarEvent[] => {
    if (row.starts_at === null) return []
    const id = row.conference_id
    const mine = own.filter((one) => one.conference_id === id)
    const url = `${server}/conferences/${id}`
    const cancelled = row.cancelled_at !== null
    return [
      {
        uid: `${id}@giaoban`,
        sequence: row.calendar_sequence,
        changedAt: changes.get(id) ?? row.starts_at,
        startsAt: row.starts_at,
        endsAt: row.ends_at,
        title: row.title,
        place: row.place,
        description: cancelled ? t.cancelled(row.change_reason ?? '') : t.papers(url),
        url,
        status: cancelled ? 'CANCELLED' : 'CONFIRMED',
        free: mine.length > 0 && mine.every((one) => one.answer === 'notComing'),
      },
    ]
  })
  return { name: t.calendar, events }
}

/** When each conference was last planned anew, from the record. */
async function changesOf(db: Reads, provinceId: number, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>()
  const rows = await db
    .selectFrom('audit_record')
    .select((build) => ['subject_id', build.fn.max('at').as('at')])
    .where('province_id', '=', provinceId)
    .where('subject_kind', '=', 'conference')
    .where('subject_id', 'in', [...ids])
    .where('action', 'in', ['conference.plan', 'conference.replan', 'conference.cancel'])
    .groupBy('subject_id')
    .execute()
  return new Map(rows.map((row) => [row.subject_id, row.at]))
}
