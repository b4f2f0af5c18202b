// Which of the bodies that hold a conference together each member sits for: those in which the person holds a post on
// its day, or the body that is invited itself. A conference of one body has no seats to tell apart.
import { holds } from '../../database/days.ts'
import type { Reads, Row } from '../../database/tables.ts'
import { organisationNames } from '../organisations/names.ts'
import { dayOf } from './invitee-store.ts'

type Seated = Pick<Row<'invitation'>, 'invitation_id' | 'person_id' | 'organisation_id'>

export interface Seats {
  bodies: { id: string; name: string }[]
  /** By invitation. */
  of: ReadonlyMap<string, string[]>
}

export async function seatsOf(
  db: Reads,
  conference: Row<'conference'>,
  holders: readonly string[],
  invitations: readonly Seated[],
): Promise<Seats> {
  if (holders.length < 2) return { bodies: [], of: new Map() }
  const provinceId = conference.province_id
  const names = await organisationNames(db, provinceId, [...holders])
  const persons = invitations.flatMap((one) => one.person_id ?? [])
  const posts =
    persons.length === 0
      ? []
      : await db
          .selectFrom('membership as m')
          .select(['m.person_id', 'm.organisation_id'])
          .distinct()
          .where('m.province_id', '=', provinceId)
          .where('m.person_id', 'in', persons)
          .where('m.organisation_id', 'in', [...holders])
          .where(holds(dayOf(conference), 'm'))
          .execute()
  const held = Map.groupBy(posts, (post) => post.person_id)
  return {
    bodies: holders.map((id) => ({ id, name: names.get(id) ?? '' })),
    of: new Map(
      invitations.map((one) => [
        one.invitation_id,
        [
          ...(held.get(one.person_id ?? '') ?? []).map((post) => post.organisation_id),
          ...holders.filter((id) => id === one.organisation_id),
        ],
      ]),
    ),
  }
}
