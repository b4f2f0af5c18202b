// Who acts for which body: those who may answer for its reports.
import { sql } from 'kysely'
import { todayInVietnam } from '../../calendar.ts'
import type { Reads } from '../../database/tables.ts'
import { type Actor, authorise, workers } from '../../http/access.ts'
import { heirsOf } from '../organisations/heirs-store.ts'
import { inForceOn, whatItHangsOn } from '../people/grants.ts'

export interface Acting {
  organisationId: string
  id: string
  name: string
}

/** Open accounts with a right in force to act for a body, or for the one that took over from it; by name. */
export async function actingFor(
  db: Reads,
  provinceId: number,
  bodies: readonly string[],
  today = todayInVietnam(),
): Promise<Acting[]> {
  if (bodies.length === 0) return []
  const heirs = await heirsOf(db, provinceId, bodies, today)
  const acting = await actingIn(db, provinceId, [...new Set([...bodies, ...heirs.values()])], today)
  return bodies.flatMap((body) =>
    acting
      .filter((one) => one.organisationId === body || one.organisationId === heirs.get(body))
      .map((one) => ({ ...one, organisationId: body })),
  )
}

/** The same of all bodies, for whoever sets up a regime. */
export async function peopleToChoose(db: Reads, actor: Actor): Promise<Acting[]> {
  authorise(actor, 'register.edit', actor.provinceId)
  return actingIn(db, actor.provinceId, null, todayInVietnam())
}

async function actingIn(
  db: Reads,
  provinceId: number,
  bodies: readonly string[] | null,
  today: string,
): Promise<Acting[]> {
  const { rows } = await sql<{ organisation_id: string; account_id: string; name: string }>`
    select distinct g.organisation_id, h.account_id, h.name
    from role_grant g ${whatItHangsOn}
    join account h on h.province_id = g.province_id and h.account_id = g.account_id
    where g.province_id = ${provinceId} and ${inForceOn(today)} and h.disabled_at is null
      and g.role = any(${[...workers]}::text[])
      and (${bodies === null} or g.organisation_id = any(${bodies ?? []}::uuid[]))
    order by h.name, h.account_id, g.organisation_id`.execute(db)
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    id: row.account_id,
    name: row.name,
  }))
}
