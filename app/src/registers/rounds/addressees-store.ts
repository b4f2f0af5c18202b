// Who is asked: bodies, accounts, people, everybody who holds a post in a body, somebody by name.

import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import { holds } from '../../database/days.ts'
import type { NewRow, Reads, Tx } from '../../database/tables.ts'
import { Problem } from '../../problem.ts'
import { tellNamed } from '../mail/audience-store.ts'
import { organisationNames } from '../organisations/names.ts'
import type { NewAddressee } from './contract.ts'

interface Asked extends Pick<NewRow<'round_addressee'>, 'name' | 'account_id' | 'organisation_id'> {
  person_id: string | null
}

/** Adds whom the request names; who is asked already is left alone. How many are new. */
export async function addAddressees(
  tx: Tx,
  provinceId: number,
  roundId: string,
  given: readonly NewAddressee[],
): Promise<number> {
  const known = await tx
    .selectFrom('round_addressee')
    .select(['name', 'account_id', 'organisation_id', 'person_id'])
    .where('province_id', '=', provinceId)
    .where('round_id', '=', roundId)
    .execute()
  // A name alone may be of somebody who is asked already; two people of one name are two.
  const taken = new Set(known.flatMap((one) => [...idsOf(one), one.name]))
  const added: NewRow<'round_addressee'>[] = []
  for (const one of given) {
    for (const asked of await askedBy(tx, provinceId, one)) {
      const ids = idsOf(asked)
      if (ids.some((id) => taken.has(id))) continue
      for (const id of [...ids, asked.name]) taken.add(id)
      added.push({
        province_id: provinceId,
        addressee_id: uuidv7(),
        round_id: roundId,
        ...asked,
        stance: null,
        answered_by: null,
        answered_at: null,
      })
    }
  }
  if (added.length > 0) {
    await tx.insertInto('round_addressee').values(added).execute()
    const named = added.map((one) => ({
      account_id: one.account_id ?? null,
      organisation_id: one.organisation_id ?? null,
    }))
    await tellNamed(tx, provinceId, named, {
      key: `round:${roundId}:asked`,
      kind: 'roundAsked',
      about: { kind: 'opinionRound', id: roundId },
    })
  }
  return added.length
}

/** Who it is: the account and the person, or the body; a name alone where nothing else is known. */
function idsOf({ name, account_id, organisation_id, person_id }: Asked): string[] {
  const ids = [account_id, person_id, organisation_id].flatMap((id) => id ?? [])
  return ids.length > 0 ? ids : [name]
}

async function askedBy(tx: Tx, provinceId: number, given: NewAddressee): Promise<Asked[]> {
  const nobody = { account_id: null, organisation_id: null, person_id: null }
  if ('name' in given) return [{ ...nobody, name: given.name }]
  if ('address' in given) return [await accountAt(tx, provinceId, given.address)]
  if ('personId' in given) return [await personAsked(tx, provinceId, given.personId)]
  if ('membersOf' in given) return membersOf(tx, provinceId, given.membersOf)
  const name = (await organisationNames(tx, provinceId, [given.organisationId])).get(
    given.organisationId,
  )
  if (!name) throw new Problem('notFound')
  return [{ ...nobody, name, organisation_id: given.organisationId }]
}

async function accountAt(tx: Tx, provinceId: number, address: string): Promise<Asked> {
  const row = await tx
    .selectFrom('account')
    .select(['account_id', 'name', 'person_id'])
    .where('province_id', '=', provinceId)
    .where('address', '=', address.trim().toLowerCase())
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Problem('invalidInput', { where: 'address' })
  return { ...row, organisation_id: null }
}

async function personAsked(tx: Tx, provinceId: number, id: string): Promise<Asked> {
  const person = await tx
    .selectFrom('person')
    .select('name')
    .where('province_id', '=', provinceId)
    .where('person_id', '=', id)
    .executeTakeFirst()
  if (!person) throw new Problem('notFound')
  const accounts = await openAccounts(tx, provinceId, [id])
  return {
    name: person.name,
    account_id: accounts.get(id) ?? null,
    person_id: id,
    organisation_id: null,
  }
}

/** Everybody who holds a post in the body today: each once, the highest post first. */
async function membersOf(tx: Tx, provinceId: number, body: string): Promise<Asked[]> {
  const rows = await tx
    .selectFrom('membership as m')
    .innerJoin('person as p', (join) =>
      join.onRef('p.province_id', '=', 'm.province_id').onRef('p.person_id', '=', 'm.person_id'),
    )
    .select(['m.person_id', 'p.name'])
    .where('m.province_id', '=', provinceId)
    .where('m.organisation_id', '=', body)
    .where(holds(todayInVietnam(), 'm'))
    .orderBy('m.rank')
    .orderBy('p.sort_name')
    .orderBy('m.membership_id')
    .execute()
  const once = new Map(rows.map((row) => [row.person_id, row.name]))
  const accounts = await openAccounts(tx, provinceId, [...once.keys()])
  return [...once].map(([person, name]) => ({
    name,
    account_id: accounts.get(person) ?? null,
    person_id: person,
    organisation_id: null,
  }))
}

/** The open account of each person that has one. */
async function openAccounts(db: Reads, provinceId: number, persons: readonly string[]) {
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
