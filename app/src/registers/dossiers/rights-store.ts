// Who works on a dossier: the body that submits the matter, and the office of a conference that has it.
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, authorise, canRead, may, mayAnywhere } from '../../http/access.ts'
import { visibleItem } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { touchLive } from '../conferences/plan-store.ts'

/** The bodies that a dossier concerns. */
export interface Concerned {
  /** Who brings the matter in. */
  submitters: readonly string[]
  /** Who holds a conference with it; null: the province. */
  holders: readonly (string | null)[]
  /** Who meets with these. */
  meeting: readonly string[]
}

/** Submitters and holders of some matters, by matter. */
export async function concernedBy(
  db: Reads,
  provinceId: number,
  matterIds: readonly string[],
): Promise<Map<string, Concerned>> {
  const wanted = [...new Set(matterIds)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('matter')
    .leftJoin('session_item as item', (join) =>
      join
        .onRef('item.province_id', '=', 'matter.province_id')
        .onRef('item.matter_id', '=', 'matter.matter_id'),
    )
    .leftJoin('conference', (join) =>
      join
        .onRef('conference.province_id', '=', 'item.province_id')
        .onRef('conference.conference_id', '=', 'item.conference_id'),
    )
    .leftJoin('conference_body as meeting', (join) =>
      join
        .onRef('meeting.province_id', '=', 'conference.province_id')
        .onRef('meeting.conference_id', '=', 'conference.conference_id'),
    )
    .select([
      'meeting.organisation_id as meeting_id',
      'matter.matter_id',
      'matter.submitter_id',
      'item.submitter_id as item_submitter',
      'item.session_item_id',
      'conference.organisation_id',
    ])
    .where('matter.province_id', '=', provinceId)
    .where('matter.matter_id', 'in', wanted)
    .execute()
  const found = new Map<string, Concerned>()
  for (const [id, own] of Map.groupBy(rows, (row) => row.matter_id)) {
    found.set(id, {
      submitters: [
        ...new Set(own.flatMap((row) => [row.submitter_id ?? [], row.item_submitter ?? []].flat())),
      ],
      holders: [
        ...new Set(own.flatMap((row) => (row.session_item_id ? [row.organisation_id] : []))),
      ],
      meeting: [...new Set(own.flatMap((row) => row.meeting_id ?? []))],
    })
  }
  return found
}

/** Whether the actor may bring papers into the dossier. */
export const mayPrepare = (actor: Actor, { submitters, holders }: Concerned): boolean =>
  submitters.some((body) => may(actor, 'dossier.submit', actor.provinceId, body)) ||
  holders.some((body) => may(actor, 'conference.plan', actor.provinceId, body))

/** Whether the actor is told how the work on the dossier goes: an insider of one of its bodies. */
export const isInside = (actor: Actor, { submitters, holders, meeting }: Concerned): boolean =>
  [...submitters, ...holders, ...meeting].some((organisationId) =>
    canRead(actor, {
      level: 'office',
      organisationId,
      participants: { organisations: [], accounts: [] },
    }),
  )

/** `forbidden` for who may not bring papers into the dossier of this matter, `notFound` without one. */
export async function authorisePapers(db: Reads, actor: Actor, matterId: string): Promise<void> {
  authoriseSomewhere(actor)
  const concerned = (await concernedBy(db, actor.provinceId, [matterId])).get(matterId)
  if (!concerned) throw new Problem('notFound')
  if (!mayPrepare(actor, concerned)) throw new Problem('forbidden', { action: 'dossier.submit' })
}

/** `forbidden` for who works on no dossier at all. */
export function authoriseSomewhere(actor: Actor): void {
  if (mayAnywhere(actor, 'dossier.submit') || mayAnywhere(actor, 'conference.plan')) return
  authorise(actor, 'dossier.submit', actor.provinceId)
}

/** The row of an item that the actor may know of, for somebody who prepares its dossier. */
export async function preparedItem(
  db: Reads,
  actor: Actor,
  itemId: string,
): Promise<Row<'session_item'>> {
  authoriseSomewhere(actor)
  const item = await db
    .selectFrom('session_item')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('session_item_id', '=', itemId)
    .where(visibleItem(actor))
    .executeTakeFirst()
  if (!item) throw new Problem('notFound')
  await authorisePapers(db, actor, item.matter_id)
  return item
}

/**
 * Locks the conferences of a matter and then the matter, for a change of its dossier; `conferenceOver` where
 * none of them is still to come or running.
 */
export async function lockDossier(tx: Tx, actor: Actor, matterId: string): Promise<void> {
  await authorisePapers(tx, actor, matterId)
  const conferences = await tx
    .selectFrom('conference')
    .select(['conference_id', 'closed_at', 'cancelled_at'])
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', 'in', (query) =>
      query
        .selectFrom('session_item')
        .select('conference_id')
        .where('province_id', '=', actor.provinceId)
        .where('matter_id', '=', matterId),
    )
    .orderBy('conference_id')
    .forNoKeyUpdate()
    .execute()
  await tx
    .selectFrom('matter')
    .select('matter_id')
    .where('province_id', '=', actor.provinceId)
    .where('matter_id', '=', matterId)
    .forNoKeyUpdate()
    .execute()
  const open = conferences.some((one) => one.closed_at === null && one.cancelled_at === null)
  if (conferences.length > 0 && !open) throw new Problem('conferenceOver')
}

/** Counts a change of the dossier on every conference that has its matter. */
export async function touchDossier(tx: Tx, provinceId: number, matterId: string): Promise<void> {
  const rows = await tx
    .selectFrom('session_item')
    .select('conference_id')
    .distinct()
    .where('province_id', '=', provinceId)
    .where('matter_id', '=', matterId)
    .orderBy('conference_id')
    .execute()
  for (const row of rows) await touchLive(tx, provinceId, row.conference_id)
}
