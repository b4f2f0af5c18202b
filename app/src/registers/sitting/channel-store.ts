// The live channel: one connection a server listens for changes of conferences and tells the pages that
// are open. A page is told nothing but a number; before each one the policy is asked again for all who
// listen, in the same few queries however many they are.
import { sql } from 'kysely'
import { type Ear, listenOn } from '../../database/listen.ts'
import type { Database } from '../../database/open.ts'
import type { Reads } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import type { Following } from '../../http/events.ts'
import { knowsConference } from '../../http/visible.ts'
import { holdersOfOne } from '../conferences/holders-store.ts'
import { grantsOfAccounts, type Holding } from '../people/grants.ts'
import { liveSessions } from '../people/sessions.ts'

/** Seconds between two signs of life; a page that hears none for longer than two says so. */
export const beatSeconds = 15

/** Who listens: a signed-in page, or a screen of the room. */
export type Who =
  | { kind: 'session'; sessionId: string; actor: Actor }
  | { kind: 'wall'; tokenHash: Buffer }

export interface Listener extends Following {
  who: Who
}

export interface Channel {
  /** Listens to one conference until the returned function is called. */
  join(provinceId: number, conferenceId: string, listener: Listener): () => void
  /** Listeners now, of all conferences. */
  size(): number
}

interface Room {
  provinceId: number
  id: string
  listeners: Set<Listener>
  busy: boolean
  again: boolean
}

/** A channel over a database; it listens while somebody listens to it. */
export function openChannel(database: Database, onError: (error: Error) => void): Channel {
  const rooms = new Map<string, Room>()
  let ear: Ear | null = null
  let timer: NodeJS.Timeout | null = null

  function heard(payload: string): void {
    const room = rooms.get(payload)
    if (room) void spread(room)
  }

  /** Changes that come while one is being told are told together after it. */
  async function spread(room: Room, beat = false): Promise<void> {
    if (room.busy) {
      room.again = true
      return
    }
    room.busy = true
    try {
      // Who joins meanwhile was not asked about: they are told by the round that their joining asked for.
      const { live, staying } = await audience(database.db, room, [...room.listeners])
      for (const listener of staying) if (beat) listener.beat()
      if (live !== null) for (const listener of staying) listener.tell(live)
    } catch (error) {
      // The database is away: nobody is told anything; the page says that it hears nothing.
      onError(error as Error)
    } finally {
      room.busy = false
    }
    if (room.again) {
      room.again = false
      await spread(room)
    }
  }

  function start(): void {
    ear = listenOn(database.pool, 'conference', {
      heard: (payload) => heard(keyOfPayload(payload)),
      // What happened meanwhile was not heard: everybody looks again.
      back: () => {
        for (const room of rooms.values()) void spread(room)
      },
      failed: onError,
    })
    timer = setInterval(() => {
      for (const room of rooms.values()) void spread(room, true)
    }, beatSeconds * 1000)
    timer.unref()
  }

  function stop(): void {
    if (timer) clearInterval(timer)
    ear?.close()
    timer = null
    ear = null
  }

  return {
    join(provinceId, id, listener) {
      const key = keyOf(provinceId, id)
      const room = rooms.get(key) ?? {
        provinceId,
        id,
        listeners: new Set(),
        busy: false,
        again: false,
      }
      rooms.set(key, room)
      room.listeners.add(listener)
      if (!ear) start()
      // What changed since the page was answered is told at once.
      void spread(room)
      return () => {
        room.listeners.delete(listener)
        if (room.listeners.size === 0) rooms.delete(key)
        if (rooms.size === 0) stop()
      }
    },
    size: () => [...rooms.values()].reduce((sum, room) => sum + room.listeners.size, 0),
  }
}

const keyOf = (provinceId: number, id: string): string => `${provinceId} ${id}`

function keyOfPayload(payload: string): string {
  const { provinceId, id } = JSON.parse(payload) as { provinceId: number; id: string }
  return keyOf(provinceId, id)
}

/**
 * The number of the conference (null: it is gone), and who of these listeners may still know of it; the others
 * were cut off.
 */
async function audience(
  db: Reads,
  room: Room,
  listeners: readonly Listener[],
): Promise<{ live: number | null; staying: Listener[] }> {
  const row = await db
    .selectFrom('conference')
    .select(['live', 'organisation_id', 'level'])
    .where('province_id', '=', room.provinceId)
    .where('conference_id', '=', room.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  const held = row
    ? await holdersOfOne(db, room.provinceId, { ...row, conference_id: room.id })
    : []
  const invitations = await db
    .selectFrom('invitation')
    .select(['account_id', 'substitute_account_id', 'organisation_id'])
    .where('province_id', '=', room.provinceId)
    .where('conference_id', '=', room.id)
    .where('withdrawn_at', 'is', null)
    .where('sent_at', 'is not', null)
    .execute()
  const sessions: Map<string, Actor> = new Map()
  const screens: Listener[] = []
  for (const { who } of listeners) {
    if (who.kind === 'session') sessions.set(who.sessionId, who.actor)
  }
  for (const listener of listeners) if (listener.who.kind === 'wall') screens.push(listener)
  const alive = await liveSessions(db, room.provinceId, [...sessions.keys()])
  const accounts = [...new Set([...sessions.values()].map((actor) => actor.accountId ?? ''))]
  const grants = Map.groupBy(
    await grantsOfAccounts(db, room.provinceId, accounts),
    (one) => one.accountId,
  )
  const lit = await wallsLit(db, room.provinceId, screens.length > 0)
  const staying: Listener[] = []
  for (const listener of listeners) {
    if (!room.listeners.has(listener)) continue
    const { who } = listener
    const stays =
      row !== undefined &&
      (who.kind === 'wall'
        ? lit.has(who.tokenHash.toString('hex'))
        : alive.has(who.sessionId) &&
          knowsConference(withGrants(who.actor, grants), { ...row, holders: held }, invitations))
    if (stays) {
      staying.push(listener)
      continue
    }
    room.listeners.delete(listener)
    listener.cut()
  }
  return { live: row ? Number(row.live) : null, staying }
}

const withGrants = (actor: Actor, grants: Map<string, Holding[]>): Actor => ({
  ...actor,
  grants: grants.get(actor.accountId ?? '') ?? [],
})

/** Screens of a province that are on, by the hash of their cookie. */
async function wallsLit(db: Reads, provinceId: number, any: boolean): Promise<Set<string>> {
  if (!any) return new Set()
  const rows = await db
    .selectFrom('wall_link')
    .select(sql<string>`encode(screen_hash, 'hex')`.as('hash'))
    .where('province_id', '=', provinceId)
    .where('screen_hash', 'is not', null)
    .where('expires_at', '>', new Date().toISOString())
    .execute()
  return new Set(rows.map((row) => row.hash))
}
