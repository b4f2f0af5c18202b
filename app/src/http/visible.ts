// The level rule of access.ts in SQL: which documents, and what was drawn from them, an actor sees.
import { type RawBuilder, sql } from 'kysely'
import { type Actor, allowed, insiders, paperBodies } from './access.ts'

/**
 * A condition on a column that holds a document's id: true where the actor may read that document, or
 * where the column is null (an entry that no document stands behind). Those who may read everything are
 * asked only about the few documents in quarantine, which nobody reads.
 */
export function visible(actor: Actor, column: string): RawBuilder<boolean> {
  if (seesAll(actor)) {
    return sql<boolean>`(${sql.ref(column)} is null or ${sql.ref(column)} not in (
    select document_id from document where province_id = ${actor.provinceId}
      and status = 'quarantined'))`
  }
  return sql<boolean>`(${sql.ref(column)} is null or ${sql.ref(column)} in (
    select document_id from document where province_id = ${actor.provinceId}
      and ${visibleDocument(actor)}))`
}

/** The same on rows of `document` itself. */
export function visibleDocument(actor: Actor): RawBuilder<boolean> {
  if (seesAll(actor)) return sql<boolean>`document.status <> 'quarantined'`
  const grants = actor.grants.filter((grant) => allowed[grant.role].has('document.read'))
  if (actor.kind !== 'account' || grants.length === 0) return sql<boolean>`false`
  const inside = grants.filter((grant) => insiders.has(grant.role))
  const own = paperBodies(inside)
  const tree = [...paperBodies(grants), ...grants.flatMap((grant) => [...grant.above])]
  const bodies = [...new Set(grants.map((grant) => grant.organisationId))]
  const everywhere = grants.some((grant) => grant.everywhere)
  return sql<boolean>`(document.status <> 'quarantined' and (document.level in ('internal', 'public')
    or document.organisation_id = any(${own}::uuid[])
    or (document.level = 'organisation' and (${everywhere}::boolean
      or document.organisation_id is null or document.organisation_id = any(${tree}::uuid[])))
    or (document.level = 'participants' and exists (
      select 1 from document_participant named
      where named.province_id = document.province_id and named.document_id = document.document_id
        and (named.account_id = ${actor.accountId} or named.organisation_id = any(${bodies}::uuid[]))))))`
}

/**
 * A condition on rows that name a subject (`subject_kind`, `subject_id`): true where `without` says that no
 * document stands behind it, or where it is a document that the actor may read.
 */
export function visibleSubject(actor: Actor, without: RawBuilder<boolean>): RawBuilder<boolean> {
  if (seesAll(actor)) return sql<boolean>`true`
  return sql<boolean>`(${without} or (subject_kind = 'document'
    and subject_id in (select document_id::text from document
      where province_id = ${actor.provinceId} and ${visibleDocument(actor)})))`
}

/** True where no document of the province is closed to the actor, those in quarantine apart. */
export const seesAll = (actor: Actor): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'account' &&
    actor.grants.some((grant) => grant.everywhere && insiders.has(grant.role)))
