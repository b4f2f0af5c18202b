// The conferences that have a matter, as the level rule of its papers looks at them.
import type { Reads } from '../../database/tables.ts'
import { narrower, type Sitting } from '../../http/access.ts'

/** By matter, every conference that has it on its agenda or had; `visible.ts` asks the same in SQL. */
export async function sittingsOf(
  db: Reads,
  provinceId: number,
  matterIds: readonly string[],
): Promise<Map<string, Sitting[]>> {
  const wanted = [...new Set(matterIds)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('session_item as item')
    .innerJoin('conference', (join) =>
      join
        .onRef('conference.province_id', '=', 'item.province_id')
        .onRef('conference.conference_id', '=', 'item.conference_id'),
    )
    .select([
      'item.session_item_id',
      'item.conference_id',
      'item.matter_id',
      'item.status',
      'item.level',
      'item.papers_released_at',
      'conference.organisation_id',
      'conference.level as conference_level',
      'conference.cancelled_at',
    ])
    .where('item.province_id', '=', provinceId)
    .where('item.matter_id', 'in', wanted)
    .orderBy('item.session_item_id')
    .execute()
  const invited = await invitedToItems(db, provinceId, rows)
  const sittings = rows.map((row) => ({
    matterId: row.matter_id,
    organisationId: row.organisation_id,
    level: narrower(row.level, row.conference_level),
    open: row.status === 'on' && row.papers_released_at !== null && row.cancelled_at === null,
    invited: invited(row),
  }))
  return Map.groupBy(sittings, (one) => one.matterId)
}

interface ItemOf {
  session_item_id: string
  conference_id: string
}

async function invitedToItems(db: Reads, provinceId: number, items: readonly ItemOf[]) {
  const conferences = [...new Set(items.map((item) => item.conference_id))]
  if (conferences.length === 0) return () => ({ organisations: [], accounts: [] })
  const rows = await db
    .selectFrom('invitation')
    .leftJoin('invitation_item as called', (join) =>
      join
        .onRef('called.province_id', '=', 'invitation.province_id')
        .onRef('called.invitation_id', '=', 'invitation.invitation_id'),
    )
    .select([
      'invitation.conference_id',
      'invitation.capacity',
      'invitation.account_id',
      'invitation.substitute_account_id',
      'invitation.organisation_id',
      'called.session_item_id',
    ])
    .where('invitation.province_id', '=', provinceId)
    .where('invitation.conference_id', 'in', conferences)
    .where('invitation.withdrawn_at', 'is', null)
    .execute()
  return (item: ItemOf) => {
    const own = rows.filter(
      (row) =>
        row.conference_id === item.conference_id &&
        (row.capacity !== 'forItems' || row.session_item_id === item.session_item_id),
    )
    return {
      organisations: own.flatMap((row) => row.organisation_id ?? []),
      accounts: own.flatMap((row) =>
        [row.account_id ?? [], row.substitute_account_id ?? []].flat(),
      ),
    }
  }
}
