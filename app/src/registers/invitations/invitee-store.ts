// Whom an invitation names: holders of posts on a day, a person, an account, a body, somebody by name.
import { todayInVietnam } from '../../calendar.ts'
import { holds } from '../../database/days.ts'
import type { NewRow, Reads, Row, Tx } from '../../database/tables.ts'
import { Problem } from '../../problem.ts'
import { organisationNames } from '../organisations/names.ts'
import type { NewInvitation } from './contract.ts'

/** Whom an invitation names. */
export type Invitee = Pick<
  NewRow<'invitation'>,
  'name' | 'title' | 'person_id' | 'account_id' | 'organisation_id'
>

/** The day a conference is held, or today where nobody said. */
export const dayOf = (conference: Row<'conference'>): string =>
  conference.starts_at ? todayInVietnam(new Date(conference.starts_at)) : todayInVietnam()

/** Holders of posts in the conference's bodies on its day: each person once, with the highest post. */
export async function membersOn(tx: Tx, conference: Row<'conference'>): Promise<Invitee[]> {
  const others = await tx
    .selectFrom('conference_body')
    .select('organisation_id')
    .where('province_id', '=', conference.province_id)
    .where('conference_id', '=', conference.conference_id)
    .execute()
  const bodies = [conference.organisation_id, ...others.map((one) => one.organisation_id)]
  const rows = await tx
    .selectFrom('membership as m')
    .innerJoin('person as p', (join) =>
      join.onRef('p.province_id', '=', 'm.province_id').onRef('p.person_id', '=', 'm.person_id'),
    )
    .select(['m.person_id', 'm.title', 'm.organisation_id', 'p.name'])
    .where('m.province_id', '=', conference.province_id)
    .where(
      'm.organisation_id',
      'in',
      bodies.filter((one) => one !== null),
    )
    .where(holds(dayOf(conference), 'm'))
    .orderBy('m.rank')
    .orderBy('p.sort_name')
    .orderBy('m.membership_id')
    .execute()
  const inOrder = bodies.flatMap((body) => rows.filter((row) => row.organisation_id === body))
  const once = new Map<string, (typeof rows)[number]>()
  for (const row of inOrder) if (!once.has(row.person_id)) once.set(row.person_id, row)
  const accounts = await accountsOf(tx, conference.province_id, [...once.keys()])
  return [...once.values()].map((row) => ({
    name: row.name,
    title: row.title,
    person_id: row.person_id,
    account_id: accounts.get(row.person_id) ?? null,
    organisation_id: null,
  }))
}

/** The open account of each person that has one. */
async function accountsOf(db: Reads, provinceId: number, persons: readonly string[]) {
  if (persons.length === 0) return new Map<string, string>()
  const rows = await db
    .selectFrom('account')
    .select(['account_id', 'person_id'])
    .where('province_id', '=', provinceId)
    .where('person_id', 'in', [...persons])
    .where('disabled_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.person_id ?? '', row.account_id]))
}

/** Whom the request names; `notFound` for a person or a body that is not there. */
export async function inviteeOf(
  tx: Tx,
  conference: Row<'conference'>,
  given: NewInvitation,
): Promise<Invitee> {
  const provinceId = conference.province_id
  const nobody = { person_id: null, account_id: null, organisation_id: null }
  const title = given.title ?? null
  if (given.organisationId) {
    const names = await organisationNames(tx, provinceId, [given.organisationId])
    const name = names.get(given.organisationId)
    if (!name) throw new Problem('notFound')
    return { ...nobody, name, title, organisation_id: given.organisationId }
  }
  if (given.personId) {
    const person = await personOn(tx, provinceId, given.personId, dayOf(conference))
    const account = await accountsOf(tx, provinceId, [given.personId])
    return {
      ...nobody,
      name: person.name,
      title: title ?? person.title,
      person_id: given.personId,
      account_id: account.get(given.personId) ?? null,
    }
  }
  if (given.address) {
    const account = await accountAt(tx, provinceId, given.address)
    return {
      ...nobody,
      name: account.name,
      title,
      person_id: account.person_id,
      account_id: account.account_id,
    }
  }
  return { ...nobody, name: given.name ?? '', title }
}

/** An open account of the province by its address; `invalidInput` for none. */
export async function accountAt(tx: Tx, provinceId: number, address: string) {
  const row = await tx
    .selectFrom('account')
    .select(['account_id', 'person_id', 'name'])
    .where('province_id', '=', provinceId)
    .where('address', '=', address.trim().toLowerCase())
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Problem('invalidInput', { where: 'address' })
  return row
}

async function personOn(tx: Tx, provinceId: number, id: string, day: string) {
  const person = await tx
    .selectFrom('person')
    .select('name')
    .where('province_id', '=', provinceId)
    .where('person_id', '=', id)
    .executeTakeFirst()
  if (!person) throw new Problem('notFound')
  const post = await tx
    .selectFrom('membership')
    .select('title')
    .where('province_id', '=', provinceId)
    .where('person_id', '=', id)
    .where(holds(day))
    .orderBy('rank')
    .limit(1)
    .executeTakeFirst()
  return { name: person.name, title: post?.title ?? null }
}
