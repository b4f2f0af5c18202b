// Collects what is held on a person, table by table (`held.ts`).
import { type RawBuilder, sql } from 'kysely'
import type { Reads } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import type { PersonalData } from './contract.ts'
import { type Held, held } from './held.ts'

/** Most rows of one section. */
const most = 5000

/** What is held on the actor's own account and person. */
export function ownPersonalData(db: Reads, actor: Actor): Promise<PersonalData> {
  authorise(actor, 'session.own', actor.provinceId)
  return collect(db, actor.provinceId, { accountId: accountOf(actor) }, held)
}

/** What is held on an account, or on a person with all their accounts; `notFound` for another province. */
export function personalDataOf(
  db: Reads,
  actor: Actor,
  who: { accountId: string } | { personId: string },
): Promise<PersonalData> {
  authorise(actor, 'person.export', actor.provinceId)
  return collect(
    db,
    actor.provinceId,
    who,
    held.filter((one) => !one.ownOnly),
  )
}

interface Subject {
  name: string
  address: string | null
  accountIds: string[]
  personId: string | null
}

async function collect(
  db: Reads,
  provinceId: number,
  who: { accountId: string } | { personId: string },
  given: readonly Held[],
): Promise<PersonalData> {
  const subject = await subjectOf(db, provinceId, who)
  const province = await db
    .selectFrom('province')
    .select('name')
    .where('province_id', '=', provinceId)
    .executeTakeFirstOrThrow()
  const sections: PersonalData['sections'] = []
  for (const one of given) {
    const section = await sectionOf(db, provinceId, subject, one)
    if (section.total > 0) sections.push(section)
  }
  return {
    format: 'giaoban-personal-data',
    version: 1,
    madeAt: new Date().toISOString(),
    province: province.name,
    subject,
    sections,
  }
}

async function subjectOf(
  db: Reads,
  provinceId: number,
  who: { accountId: string } | { personId: string },
): Promise<Subject> {
  const accounts = await db
    .selectFrom('account')
    .select(['account_id', 'person_id', 'name', 'address'])
    .where('province_id', '=', provinceId)
    .where(
      'accountId' in who ? 'account_id' : 'person_id',
      '=',
      'accountId' in who ? who.accountId : who.personId,
    )
    .execute()
  const [first] = accounts
  const personId = 'personId' in who ? who.personId : (first?.person_id ?? null)
  const person = personId
    ? await db
        .selectFrom('person')
        .select('name')
        .where('province_id', '=', provinceId)
        .where('person_id', '=', personId)
        .executeTakeFirst()
    : undefined
  const name = person?.name ?? first?.name
  if (name === undefined) throw new Problem('notFound')
  return {
    name,
    address: first?.address ?? null,
    accountIds: accounts.map((one) => one.account_id),
    personId: person ? personId : null,
  }
}

async function sectionOf(
  db: Reads,
  provinceId: number,
  subject: Subject,
  one: Held,
): Promise<PersonalData['sections'][number]> {
  const { accountIds, personId } = subject
  const about: RawBuilder<unknown>[] = [
    ...(one.account ?? []).map((column) => sql`${sql.ref(column)} = any(${accountIds}::uuid[])`),
    ...(one.person ?? []).map((column) => sql`${sql.ref(column)} = ${personId}::uuid`),
  ]
  for (const { column, table, account, person = [] } of one.through ?? []) {
    const named = [
      ...account.map((by) => sql`${sql.ref(by)} = any(${accountIds}::uuid[])`),
      ...person.map((by) => sql`${sql.ref(by)} = ${personId}::uuid`),
    ]
    about.push(sql`${sql.ref(column)} in (select ${sql.ref(column)} from ${sql.table(table)}
      where province_id = ${provinceId} and (${sql.join(named, sql` or `)}))`)
  }
  if (one.about) {
    about.push(sql`(subject_kind = 'account' and subject_id = any(${accountIds}::text[]))`)
    about.push(sql`(subject_kind = 'person' and subject_id = ${personId}::text)`)
  }
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(one.columns.map((column) => sql.ref(column)))},
      count(*) over ()::integer as total
    from ${sql.table(one.table)}
    where province_id = ${provinceId} and (${sql.join(about, sql` or `)})
    order by ${sql.ref(one.newest)} desc nulls last limit ${most}`.execute(db)
  return {
    name: one.name,
    total: Number(rows[0]?.total ?? 0),
    rows: rows.map(({ total: _, ...row }) => row),
  }
}
