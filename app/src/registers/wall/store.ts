// Screens of the meeting room. A link opens once; the screen that opened it has a cookie of its own. Of
// both only the SHA-256 is kept.
import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { runsOf } from '../agenda/store.ts'
import { stageNow, touchLive } from '../conferences/plan-store.ts'
import { hashOfToken } from '../people/passwords.ts'
import { lockSitting, mustNotBeOver } from '../sitting/locking-store.ts'
import { shownOnWall } from '../sitting/sitting.ts'
import type { WallView } from './contract.ts'

/** How long a screen is good for: one long day of a conference. */
const hours = 12

/** Makes a link for a screen. The token is known to this answer only. */
export async function addWall(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
): Promise<{ id: string; token: string; expiresAt: string }> {
  const row = await lockSitting(tx, actor, conferenceId)
  await mustNotBeOver(tx, row)
  const id = uuidv7()
  const token = `${actor.provinceId}.${randomBytes(32).toString('base64url')}`
  const expiresAt = new Date(Date.now() + hours * 3_600_000).toISOString()
  await tx
    .insertInto('wall_link')
    .values({
      province_id: actor.provinceId,
      wall_id: id,
      conference_id: conferenceId,
      link_hash: hashOfToken(token),
      screen_hash: null,
      made_by: accountOf(actor),
      opened_at: null,
      expires_at: expiresAt,
    })
    .execute()
  await touchLive(tx, actor.provinceId, conferenceId)
  await recordWall(tx, actor, 'wall.add', id)
  return { id, token, expiresAt }
}

/** Switches a screen off: its link and its cookie open nothing from now on. */
export async function endWall(tx: Tx, actor: Actor, id: string): Promise<{ id: string }> {
  const wall = await tx
    .selectFrom('wall_link')
    .select('conference_id')
    .where('province_id', '=', actor.provinceId)
    .where('wall_id', '=', id)
    .executeTakeFirst()
  const conference = await lockSitting(tx, actor, wall?.conference_id ?? id)
  await tx
    .updateTable('wall_link')
    .set({ expires_at: new Date().toISOString() })
    .where('province_id', '=', actor.provinceId)
    .where('wall_id', '=', id)
    .execute()
  await touchLive(tx, actor.provinceId, conference.conference_id)
  await recordWall(tx, actor, 'wall.end', id)
  return { id }
}

const recordWall = (tx: Tx, actor: Actor, action: string, id: string) =>
  writeRecord(tx, actor, { action, subjectKind: 'wall', subjectId: id })

/** The province in a token `<province>.<secret>`; `linkOver` for anything else. */
function provinceIn(token: string): number {
  const match = /^(\d{1,9})\.[\w-]{43}$/.exec(token)
  if (!match) throw new Problem('linkOver')
  return Number(match[1])
}

/** Opens a link on a screen, once; the screen's own token. `linkOver` for every other link. */
export async function openWall(tx: Tx, token: string): Promise<string> {
  const provinceId = provinceIn(token)
  const screen = `${provinceId}.${randomBytes(32).toString('base64url')}`
  const opened = await tx
    .updateTable('wall_link')
    .set({ opened_at: new Date().toISOString(), screen_hash: hashOfToken(screen) })
    .where('province_id', '=', provinceId)
    .where('link_hash', '=', hashOfToken(token))
    .where('opened_at', 'is', null)
    .where('expires_at', '>', new Date().toISOString())
    .returning('conference_id')
    .executeTakeFirst()
  if (!opened) throw new Problem('linkOver')
  await touchLive(tx, provinceId, opened.conference_id)
  return screen
}

export interface OpenWall {
  provinceId: number
  conferenceId: string
  tokenHash: Buffer
  expiresAt: string
}

/** The screen of a cookie; `linkOver` where it is none, or over. */
export async function wallOf(db: Reads, screen: string): Promise<OpenWall> {
  const provinceId = provinceIn(screen)
  const row = await db
    .selectFrom('wall_link')
    .select(['conference_id', 'expires_at'])
    .where('province_id', '=', provinceId)
    .where('screen_hash', '=', hashOfToken(screen))
    .where('expires_at', '>', new Date().toISOString())
    .executeTakeFirst()
  if (!row) throw new Problem('linkOver')
  return {
    provinceId,
    conferenceId: row.conference_id,
    tokenHash: hashOfToken(screen),
    expiresAt: row.expires_at,
  }
}

/** What the wall shows now. */
export async function getWall(db: Reads, screen: string): Promise<WallView> {
  const wall = await wallOf(db, screen)
  const row = await db
    .selectFrom('conference')
    .selectAll()
    .where('province_id', '=', wall.provinceId)
    .where('conference_id', '=', wall.conferenceId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Problem('linkOver')
  const guests = await db
    .selectFrom('invitation')
    .select('attendance')
    .where('province_id', '=', wall.provinceId)
    .where('conference_id', '=', wall.conferenceId)
    .where('withdrawn_at', 'is', null)
    .execute()
  return {
    title: row.title,
    stage: await stageNow(db, row),
    live: Number(row.live),
    now: new Date().toISOString(),
    item: await itemOn(db, row),
    present: guests.filter((one) => one.attendance === 'present').length,
    invited: guests.length,
    expiresAt: wall.expiresAt,
  }
}

async function itemOn(db: Reads, conference: Row<'conference'>): Promise<WallView['item']> {
  if (conference.current_item === null) return null
  const item = await db
    .selectFrom('session_item')
    .select(['number', 'position', 'title', 'level', 'personnel', 'minutes'])
    .where('province_id', '=', conference.province_id)
    .where('session_item_id', '=', conference.current_item)
    .where('status', '=', 'on')
    .executeTakeFirst()
  if (!item) return null
  const open = shownOnWall(item)
  const { province_id: provinceId, conference_id: id } = conference
  const runs = await runsOf(db, provinceId, id, null)
  return {
    number: runs.get(conference.current_item)?.number ?? item.number ?? String(item.position),
    title: open ? item.title : null,
    speaker: open ? conference.current_speaker : null,
    startedAt: conference.item_started_at,
    minutes: item.minutes,
  }
}
