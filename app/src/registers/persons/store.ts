// People and their posts. A person is no account: an account may name the person who uses it, and a right
// may hang on a post and end with it.
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import { holds } from '../../database/days.ts'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, authorise, may } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { lockBody, mustStand } from '../organisations/bodyrows.ts'
import { organisationNames } from '../organisations/names.ts'
import type { NewPerson, NewPost, PersonChange, PersonView, Post } from './contract.ts'
import { comparePeople, sortName } from './person.ts'

/** People by given name, with the posts they hold on a day; of one body where it is named. */
export async function listPersons(
  db: Reads,
  actor: Actor,
  on = todayInVietnam(),
  organisationId?: string,
): Promise<PersonView[]> {
  authorise(actor, 'person.read', actor.provinceId)
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .execute()
  const posts = await postsOf(db, actor.provinceId, { on })
  const all = rows.map((row) => shown(actor, row, posts.get(row.person_id) ?? []))
  return all
    .filter(
      (one) =>
        organisationId === undefined ||
        one.posts.some((post) => post.organisation.id === organisationId),
    )
    .sort((a, b) => comparePeople(a.name, b.name))
}

/** One person with all posts, the newest first. */
export async function getPerson(db: Reads, actor: Actor, id: string): Promise<PersonView> {
  authorise(actor, 'person.read', actor.provinceId)
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('person_id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  const posts = await postsOf(db, actor.provinceId, { personId: id })
  return shown(actor, row, posts.get(id) ?? [])
}

async function postsOf(
  db: Reads,
  provinceId: number,
  wanted: { on: string } | { personId: string },
): Promise<Map<string, Post[]>> {
  const rows = await db
    .selectFrom('membership as m')
    .leftJoin('term as t', (join) =>
      join.onRef('t.province_id', '=', 'm.province_id').onRef('t.term_id', '=', 'm.term_id'),
    )
    .selectAll('m')
    .select('t.label')
    .where('m.province_id', '=', provinceId)
    .where('on' in wanted ? holds(wanted.on, 'm') : sql<boolean>`m.person_id = ${wanted.personId}`)
    .orderBy('m.valid_from', (order) => order.desc().nullsLast())
    .orderBy('m.rank')
    .orderBy('m.membership_id')
    .execute()
  const ids = rows.map((row) => row.organisation_id)
  const names = await organisationNames(db, provinceId, ids)
  const found = new Map<string, Post[]>()
  for (const row of rows) {
    const post: Post = {
      id: row.membership_id,
      organisation: { id: row.organisation_id, name: names.get(row.organisation_id) ?? '' },
      title: row.title,
      rank: row.rank,
      term: row.term_id === null ? null : { id: row.term_id, label: row.label ?? '' },
      from: row.valid_from,
      to: row.valid_to,
      version: row.version,
    }
    found.set(row.person_id, [...(found.get(row.person_id) ?? []), post])
  }
  return found
}

/** Adds a person; with a post, who may manage people in its body is enough. */
export async function addPerson(tx: Tx, actor: Actor, given: NewPerson): Promise<PersonView> {
  authorise(actor, 'person.manage', actor.provinceId, given.post?.organisationId ?? null)
  const row = await tx
    .insertInto('person')
    .values({
      province_id: actor.provinceId,
      person_id: uuidv7(),
      name: given.name,
      sort_name: sortName(given.name),
      phone: given.phone ?? null,
      email: given.email ?? null,
      note: given.note ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  if (given.post) await insertPost(tx, actor, row.person_id, given.post)
  const person = await getPerson(tx, actor, row.person_id)
  await writeRecord(tx, actor, {
    action: 'person.add',
    subjectKind: 'person',
    subjectId: row.person_id,
    after: person,
  })
  return person
}

/** Changes name and ways to reach. */
export async function changePerson(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: PersonChange,
): Promise<PersonView> {
  authorise(actor, 'person.manage', actor.provinceId)
  const row = await lockPerson(tx, actor.provinceId, id)
  const before = await getPerson(tx, actor, id)
  if (row.version !== version) throw new Problem('versionOld', { current: before })
  const name = given.name ?? row.name
  await tx
    .updateTable('person')
    .set({
      name,
      sort_name: sortName(name),
      phone: given.phone === undefined ? row.phone : given.phone,
      email: given.email === undefined ? row.email : given.email,
      note: given.note === undefined ? row.note : given.note,
      version: row.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('person_id', '=', id)
    .execute()
  return recorded(tx, actor, 'person.change', id, before)
}

/** Gives a post in a body that is there on its first day. */
export async function addPost(
  tx: Tx,
  actor: Actor,
  personId: string,
  given: NewPost,
): Promise<PersonView> {
  authorise(actor, 'person.manage', actor.provinceId, given.organisationId)
  await lockPerson(tx, actor.provinceId, personId)
  const before = await getPerson(tx, actor, personId)
  await insertPost(tx, actor, personId, given)
  return recorded(tx, actor, 'post.add', personId, before)
}

/** The row of a post; `bodyNotThere` for a body that is not there on its first day. */
async function insertPost(tx: Tx, actor: Actor, personId: string, given: NewPost): Promise<void> {
  const body = await lockBody(tx, actor.provinceId, given.organisationId)
  if (given.from) mustStand(body, given.from)
  if (given.from && given.to && given.to < given.from) {
    throw new Problem('invalidInput', { where: 'to' })
  }
  if (given.termId) await mustBeTermOf(tx, actor.provinceId, given.termId, given.organisationId)
  await tx
    .insertInto('membership')
    .values({
      province_id: actor.provinceId,
      membership_id: uuidv7(),
      person_id: personId,
      organisation_id: given.organisationId,
      title: given.title,
      rank: given.rank ?? 100,
      term_id: given.termId ?? null,
      valid_from: given.from,
      valid_to: given.to ?? null,
    })
    .execute()
}

async function mustBeTermOf(tx: Tx, provinceId: number, termId: string, organisationId: string) {
  const row = await tx
    .selectFrom('term')
    .select('term_id')
    .where('province_id', '=', provinceId)
    .where('term_id', '=', termId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (!row) throw new Problem('invalidInput', { where: 'termId' })
}

/** Ends a post with a last day; rights that hang on it end with it (`grants.ts`). */
export async function endPost(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: { on: string; reason?: string | undefined },
): Promise<PersonView> {
  const row = await tx
    .selectFrom('membership')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('membership_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  authorise(actor, 'person.manage', actor.provinceId, row?.organisation_id ?? null)
  if (!row) throw new Problem('notFound')
  const before = await getPerson(tx, actor, row.person_id)
  if (row.version !== version) throw new Problem('versionOld', { current: before })
  if (row.valid_from !== null && given.on < row.valid_from) {
    throw new Problem('invalidInput', { where: 'on' })
  }
  await tx
    .updateTable('membership')
    .set({ valid_to: given.on, version: row.version + 1 })
    .where('province_id', '=', actor.provinceId)
    .where('membership_id', '=', id)
    .execute()
  return recorded(tx, actor, 'post.end', row.person_id, before, given.reason)
}

async function recorded(
  tx: Tx,
  actor: Actor,
  action: string,
  id: string,
  before: PersonView,
  reason?: string,
): Promise<PersonView> {
  const after = await getPerson(tx, actor, id)
  await writeRecord(tx, actor, {
    action,
    subjectKind: 'person',
    subjectId: id,
    before,
    after,
    reason,
  })
  return after
}

async function lockPerson(tx: Tx, provinceId: number, id: string): Promise<Row<'person'>> {
  const row = await tx
    .selectFrom('person')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('person_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return row
}

/** Ways to reach somebody are for those who manage people in the province. */
function shown(actor: Actor, row: Row<'person'>, posts: Post[]): PersonView {
  const reach = may(actor, 'person.manage', actor.provinceId)
  return {
    id: row.person_id,
    name: row.name,
    phone: reach ? row.phone : null,
    email: reach ? row.email : null,
    note: reach ? row.note : null,
    posts,
    version: row.version,
  }
}
