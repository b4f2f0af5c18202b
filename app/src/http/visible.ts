// The level rule of access.ts in SQL: which documents, and what was drawn from them, an actor sees.
import { type RawBuilder, sql } from 'kysely'
import { todayInVietnam } from '../calendar.ts'
import {
  type Actor,
  addressedBodies,
  allowed,
  insiders,
  type Level,
  may,
  paperBodies,
} from './access.ts'

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
  const { own, tree, named: bodies, everywhere, none } = bodiesOf(actor)
  if (none) return sql<boolean>`false`
  return sql<boolean>`(document.status <> 'quarantined' and (document.organisation_id = any(${own}::uuid[])
    or case when document.matter_id is not null then ${visibleDossier(actor)}
    else document.level in ('internal', 'public')
    or (document.level = 'organisation' and (${everywhere}::boolean
      or document.organisation_id is null or document.organisation_id = any(${tree}::uuid[])))
    or (document.level = 'participants' and exists (
      select 1 from document_participant named
      where named.province_id = document.province_id and named.document_id = document.document_id
        and (named.account_id = ${actor.accountId} or named.organisation_id = any(${bodies}::uuid[])))) end))`
}

/**
 * True for rows of `document` in a dossier that somebody may read who is no insider of the body that brought
 * it in: insiders of a body before whose conference it was brought; others only while the item is on the
 * agenda and this paper is given out there, by the narrowest of the three levels.
 */
function visibleDossier(actor: Actor): RawBuilder<boolean> {
  const { own, tree, everywhere } = bodiesOf(actor)
  const among = sql`(document.level, session_item.level, conference.level)`
  return sql<boolean>`exists (select 1 from item_paper
    join session_item on session_item.province_id = item_paper.province_id
      and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
      and conference.conference_id = session_item.conference_id
    where item_paper.province_id = document.province_id
      and item_paper.document_id = document.document_id
      and (${holds(own)}
        or (session_item.status = 'on' and item_paper.given_out_at is not null
          and conference.cancelled_at is null
          and case when 'office' in ${among} then false
            when 'participants' in ${among} then ${invitedTo(actor, 'session_item')}
            when 'organisation' in ${among} then (${everywhere}::boolean
              or conference.organisation_id is null or ${holds(tree)})
            else true end)))`
}

/** True for rows of `conference` that one of these bodies holds, leading it or meeting with the one that does. */
const holds = (bodies: readonly string[]) =>
  sql`(conference.organisation_id = any(${bodies}::uuid[]) or exists (select 1 from conference_body held
    where held.province_id = conference.province_id and held.conference_id = conference.conference_id
      and held.organisation_id = any(${bodies}::uuid[])))`

/** True for rows of `conference` that the actor sees from within: an insider of a body that holds it. */
export const withinConference = (actor: Actor): RawBuilder<boolean> =>
  seesAll(actor) ? sql<boolean>`true` : sql<boolean>`${holds(bodiesOf(actor).own)}`

/**
 * True for rows of `conference` that the actor may know of. One that only a report tells of is seen by
 * whoever reads the report; one that is held here by its level, the bodies that hold it and the invitations.
 */
export function visibleConference(actor: Actor): RawBuilder<boolean> {
  const reported = visible(actor, 'conference.document_id')
  if (seesAll(actor)) return reported
  const { own, tree, everywhere } = bodiesOf(actor)
  return sql<boolean>`(case when conference.organisation_id is null then ${reported}
    else ${holds(own)}
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation' and (${everywhere}::boolean or ${holds(tree)}))
      or (conference.level = 'participants' and exists (select 1 from invitation
        where invitation.province_id = conference.province_id
          and invitation.conference_id = conference.conference_id and ${invited(actor)}))
    end)`
}

/** A conference held here, and a live invitation to it that was sent, as the rules in words look at them. */
interface HeldConference {
  /** The body that leads it and those that meet with it (`registers/conferences/holders-store.ts`). */
  holders: readonly string[]
  level: Level
}
interface Invited {
  account_id: string | null
  substitute_account_id: string | null
  organisation_id: string | null
}

/**
 * The rule of `visibleConference` in words, for many actors and one conference held here: a test holds the
 * two together.
 */
export function knowsConference(
  actor: Actor,
  conference: HeldConference,
  invitations: readonly Invited[],
): boolean {
  if (!may(actor, 'register.read', actor.provinceId)) return false
  if (seesAll(actor)) return true
  const { own, tree, everywhere } = bodiesOf(actor)
  const { holders, level } = conference
  if (holders.length === 0) return false
  if (among(holders, own) || level === 'internal' || level === 'public') return true
  if (level === 'organisation') return everywhere || among(holders, tree)
  if (level !== 'participants') return false
  return ownAmong(actor, invitations).length > 0
}

const among = (some: readonly string[], all: readonly string[]): boolean =>
  some.some((one) => all.includes(one))

/** The invitations that are the actor's: the rule of `invited` in words. */
function ownAmong<I extends Invited>(actor: Actor, invitations: readonly I[]): I[] {
  const bodies = new Set(addressedBodies(actor.grants))
  return invitations.filter(
    (one) =>
      one.account_id === actor.accountId ||
      one.substitute_account_id === actor.accountId ||
      bodies.has(one.organisation_id ?? ''),
  )
}

/** An item of a conference held here, and an invitation with the items that it is for, as below. */
interface HeldItem {
  session_item_id: string
  submitter_id: string | null
  level: Level
}
interface InvitedFor extends Invited {
  capacity: string
  items: ReadonlySet<string>
}

/**
 * The rule of `visibleItem` in words, for many actors: which items of one conference held here the actor knows.
 * A test holds the two together.
 */
export function knownItems<I extends HeldItem>(
  actor: Actor,
  conference: HeldConference,
  items: readonly I[],
  invitations: readonly InvitedFor[],
): I[] {
  if (seesAll(actor)) return [...items]
  const { own, tree, everywhere } = bodiesOf(actor)
  const { holders } = conference
  if (among(holders, own)) return [...items]
  const knows = knowsConference(actor, conference, invitations)
  const invitedAs = ownAmong(actor, invitations)
  const open = ({ session_item_id: id, level }: HeldItem): boolean => {
    if (level === 'internal' || level === 'public') return true
    if (level === 'organisation') return everywhere || among(holders, tree)
    if (level !== 'participants') return false
    return invitedAs.some((one) => one.capacity !== 'forItems' || one.items.has(id))
  }
  return items.filter((item) => own.includes(item.submitter_id ?? '') || (knows && open(item)))
}

/**
 * True for rows of `session_item` that the actor may know of: as its conference, and by the item's own
 * level. Who is called in for single items knows of these only; a submitter knows its own.
 */
export function visibleItem(actor: Actor): RawBuilder<boolean> {
  if (seesAll(actor)) return sql<boolean>`true`
  const { own, tree, everywhere } = bodiesOf(actor)
  return sql<boolean>`(session_item.submitter_id = any(${own}::uuid[]) or exists (
    select 1 from conference where conference.province_id = session_item.province_id
      and conference.conference_id = session_item.conference_id
      and (${holds(own)}
        or (${visibleConference(actor)} and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation' and (${everywhere}::boolean or ${holds(tree)}))
          or (session_item.level = 'participants' and ${invitedTo(actor, 'session_item')}))))))`
}

/** True for rows of `programme_entry`: of the body that deals with it, and of the one that prepares it. */
export function visibleProgramme(actor: Actor): RawBuilder<boolean> {
  if (seesAll(actor)) return sql<boolean>`true`
  const { own } = bodiesOf(actor)
  return sql<boolean>`(programme_entry.organisation_id = any(${own}::uuid[])
    or programme_entry.preparing_id = any(${own}::uuid[]))`
}

/**
 * True for rows of `instrument`: those that are not kept within the office, and those that a body of the actor has to
 * implement, whatever their level. Nobody sees one whose only source is in quarantine.
 */
export function visibleInstrument(actor: Actor): RawBuilder<boolean> {
  if (seesAll(actor)) return sql<boolean>`not instrument.quarantined`
  const { own } = bodiesOf(actor)
  return sql<boolean>`(not instrument.quarantined and (instrument.level in ('internal', 'public') or exists (
    select 1 from instrument_duty where instrument_duty.province_id = instrument.province_id
      and instrument_duty.instrument_id = instrument.instrument_id
      and instrument_duty.withdrawn_at is null
      and instrument_duty.organisation_id = any(${own}::uuid[]))))`
}

/**
 * True for rows of `inspection`: for the insiders of the body whose programme it is and of the one that inspects. The
 * inspected body knows of it from the day it is told (`today`), and so do others, as far as its level goes.
 */
export function visibleInspection(actor: Actor, today: string): RawBuilder<boolean> {
  if (seesAll(actor)) return sql<boolean>`true`
  const { own } = bodiesOf(actor)
  return sql<boolean>`(${inspects(actor)} or (inspection.told_on <= ${today}::date
    and (inspection.level in ('internal', 'public') or exists (select 1 from inspected_body named
      where named.province_id = inspection.province_id
        and named.inspection_id = inspection.inspection_id
        and named.organisation_id = any(${own}::uuid[])))))`
}

/**
 * True for rows of `inspection_finding` joined with an `inspection` that the actor may know of: of several inspected
 * bodies each reads what was found about itself and about all of them.
 */
export function visibleInspectionFinding(actor: Actor): RawBuilder<boolean> {
  if (seesAll(actor)) return sql<boolean>`true`
  const { own } = bodiesOf(actor)
  return sql<boolean>`(${inspects(actor)} or inspection.level in ('internal', 'public')
    or inspection_finding.about_id is null or inspection_finding.about_id = any(${own}::uuid[]))`
}

/** True for rows of `inspection` that the actor sees from within: all that was found, before it is told. */
export function inspects(actor: Actor): RawBuilder<boolean> {
  if (seesAll(actor)) return sql<boolean>`true`
  const { own } = bodiesOf(actor)
  return sql<boolean>`(inspection.organisation_id = any(${own}::uuid[])
    or inspection.inspecting_id = any(${own}::uuid[]))`
}

/** True for rows of `report_slot` whose body's reports the actor reads (`report.read`). */
export function visibleSlot(actor: Actor): RawBuilder<boolean> {
  if (may(actor, 'report.read', actor.provinceId)) return sql<boolean>`true`
  const grants = actor.grants.filter((grant) => allowed[grant.role].has('report.read'))
  return sql<boolean>`report_slot.organisation_id = any(${paperBodies(grants)}::uuid[])`
}

/**
 * True for rows of `assignment`: one that a document tells of is seen with the document, one that a
 * conference held here gave is seen with its item; either also by the insiders of the bodies that lead it or help
 * with it, who need not know where it comes from, and by whoever is set to follow it. None of them sees one whose
 * document is in quarantine. With `few` each row's document is looked up, for who takes a few of very many rows.
 */
export function visibleTask(actor: Actor, { few = false } = {}): RawBuilder<boolean> {
  const { own } = bodiesOf(actor)
  const fromDocument =
    few && !seesAll(actor)
      ? sql<boolean>`(assignment.document_id is null or coalesce((select true from document
          where document.province_id = assignment.province_id
            and document.document_id = assignment.document_id and ${visibleDocument(actor)}), false))`
      : visible(actor, 'assignment.document_id')
  if (seesAll(actor)) return fromDocument
  const doing = sql`(assignment.lead_id = any(${own}::uuid[])
    or assignment.cooperating_ids ?| ${own}::text[] or assignment.follower_id = ${actor.accountId})`
  return sql<boolean>`(case when assignment.session_item_id is null
    then ${fromDocument} or (${doing} and not exists (select 1 from document
      where document.province_id = assignment.province_id
        and document.document_id = assignment.document_id and document.status = 'quarantined'))
    else ${doing} or exists (
      select 1 from session_item where session_item.province_id = assignment.province_id
        and session_item.session_item_id = assignment.session_item_id and ${visibleItem(actor)}) end)`
}

/**
 * True for rows of `notice`. Drafts and minutes are for the insiders of the bodies that hold its conference. What is issued is
 * for whoever knows of the conference and of every item that it tells of; an extract for whoever knows of
 * its item, as its submitter does.
 */
export function visibleNotice(actor: Actor): RawBuilder<boolean> {
  if (seesAll(actor)) return sql<boolean>`true`
  const { own } = bodiesOf(actor)
  return sql<boolean>`exists (select 1 from conference
    where conference.province_id = notice.province_id
      and conference.conference_id = notice.conference_id
      and (${holds(own)}
        or (notice.issued_at is not null and notice.kind <> 'minutes'
          and (notice.kind = 'excerpt' or ${visibleConference(actor)})
          and not exists (select 1 from session_item
            where session_item.province_id = notice.province_id
              and session_item.conference_id = notice.conference_id
              and notice.content->'items' @> to_jsonb(session_item.session_item_id::text)
              and not ${visibleItem(actor)}))))`
}

/**
 * True for rows of `opinion_round` that the actor may know of: insiders of the body that asks and of the one
 * that submitted the matter, whoever is asked, and others as far as its level goes.
 */
export function visibleRound(actor: Actor): RawBuilder<boolean> {
  if (seesAll(actor)) return sql<boolean>`true`
  const { tree, everywhere } = bodiesOf(actor)
  return sql<boolean>`(${wholeRound(actor)} or opinion_round.level in ('internal', 'public')
    or (opinion_round.level = 'organisation' and (${everywhere}::boolean
      or opinion_round.organisation_id = any(${tree}::uuid[])))
    or exists (select 1 from round_addressee
      where round_addressee.province_id = opinion_round.province_id
        and round_addressee.round_id = opinion_round.round_id and ${addressed(actor)}))`
}

/** True for rows of `opinion_round` all of whose answers the actor sees; others see their own. */
export function wholeRound(actor: Actor): RawBuilder<boolean> {
  if (seesAll(actor)) return sql<boolean>`true`
  const { own } = bodiesOf(actor)
  return sql<boolean>`(opinion_round.organisation_id = any(${own}::uuid[]) or exists (
    select 1 from matter where matter.province_id = opinion_round.province_id
      and matter.matter_id = opinion_round.matter_id and matter.submitter_id = any(${own}::uuid[])))`
}

/** True for rows of `round_addressee` that are the actor's: own, or of a body with a grant in it or in its heir. */
export function addressed(actor: Actor): RawBuilder<boolean> {
  const bodies = addressedBodies(actor.grants)
  return sql<boolean>`(round_addressee.account_id = ${actor.accountId}
    or round_addressee.organisation_id = any(${bodies}::uuid[]))`
}

/**
 * True for rows of `item_opinion`. What somebody said at a conference stays among those who sat there: insiders of
 * a body that holds it, its chair and members at once; the insiders of the submitter once it is closed; whoever
 * said it always; nobody else, ever. One of a round as above.
 */
export function visibleOpinion(actor: Actor): RawBuilder<boolean> {
  if (seesAll(actor)) return sql<boolean>`true`
  const { own } = bodiesOf(actor)
  return sql<boolean>`(case when item_opinion.session_item_id is not null then exists (
      select 1 from session_item join conference on conference.province_id = session_item.province_id
        and conference.conference_id = session_item.conference_id
      where session_item.province_id = item_opinion.province_id
        and session_item.session_item_id = item_opinion.session_item_id and ${visibleItem(actor)}
        and (${holds(own)}
          or (conference.closed_at is not null and session_item.submitter_id = any(${own}::uuid[]))
          or exists (select 1 from invitation where invitation.province_id = conference.province_id
            and invitation.conference_id = conference.conference_id and ${invited(actor)}
            and (invitation.capacity in ('chair', 'member')
              or invitation.invitation_id = item_opinion.invitation_id))))
    else exists (select 1 from round_addressee
      join opinion_round on opinion_round.province_id = round_addressee.province_id
        and opinion_round.round_id = round_addressee.round_id
      where round_addressee.province_id = item_opinion.province_id
        and round_addressee.addressee_id = item_opinion.addressee_id
        and (${addressed(actor)} or ${wholeRound(actor)})) end)`
}

/**
 * The rule of `visibleOpinion` in words, for many actors and the items of one conference that they know
 * (`knownItems`): `all`, the items whose opinions the actor sees whole; `own`, the invitations whose words are
 * theirs. A test holds the two together.
 */
export function opinionSight(
  actor: Actor,
  conference: HeldConference & { closed_at: string | null },
  items: readonly HeldItem[],
  invitations: readonly (InvitedFor & { invitation_id: string })[],
): { all: ReadonlySet<string>; own: ReadonlySet<string> } {
  const { own } = bodiesOf(actor)
  const mine = ownAmong(actor, invitations)
  const sits =
    seesAll(actor) ||
    among(conference.holders, own) ||
    mine.some(({ capacity }) => capacity === 'chair' || capacity === 'member')
  const over = conference.closed_at !== null
  const seen = items.filter((item) => sits || (over && own.includes(item.submitter_id ?? '')))
  return {
    all: new Set(seen.map((item) => item.session_item_id)),
    own: new Set(mine.map((one) => one.invitation_id)),
  }
}

/** True for rows of `matter`: the submitter's, and where a conference or a round with it is known. */
export function visibleMatter(actor: Actor): RawBuilder<boolean> {
  if (seesAll(actor)) return sql<boolean>`true`
  const { own } = bodiesOf(actor)
  return sql<boolean>`(matter.submitter_id = any(${own}::uuid[])
    or exists (select 1 from session_item where session_item.province_id = matter.province_id
      and session_item.matter_id = matter.matter_id and ${visibleItem(actor)})
    or exists (select 1 from opinion_round where opinion_round.province_id = matter.province_id
      and opinion_round.matter_id = matter.matter_id and ${visibleRound(actor)}))`
}

/**
 * True for rows of `search_entry` that the actor may know of. What no document stands behind is seen where
 * its own kind is.
 */
export function visibleEntry(actor: Actor): RawBuilder<boolean> {
  const byDocument = visible(actor, 'search_entry.document_id')
  if (seesAll(actor)) return byDocument
  const among = (kind: string, table: string, key: string, open: RawBuilder<boolean>) =>
    sql`when ${kind} then search_entry.subject_id in (select ${sql.ref(`${table}.${key}`)}
      from ${sql.table(table)} where ${sql.ref(`${table}.province_id`)} = ${actor.provinceId} and ${open})`
  return sql<boolean>`(case when search_entry.document_id is not null then ${byDocument}
    else case search_entry.subject_kind
      ${among('conference', 'conference', 'conference_id', visibleConference(actor))}
      ${among('sessionItem', 'session_item', 'session_item_id', visibleItem(actor))}
      ${among('assignment', 'assignment', 'assignment_id', visibleTask(actor))}
      ${among('opinionRound', 'opinion_round', 'round_id', visibleRound(actor))}
      ${among('instrument', 'instrument', 'instrument_id', visibleInstrument(actor))}
      ${among('inspection', 'inspection', 'inspection_id', visibleInspection(actor, todayInVietnam()))}
      else true end end)`
}

/**
 * True where a live invitation (columns of `invitation`) is the actor's: own, as a substitute, of the own
 * body or of one whose heir it is. One that was not sent yet opens nothing (`holdingOf` in registers/invitations says the same of a row).
 */
export function invited(actor: Actor): RawBuilder<boolean> {
  const bodies = addressedBodies(actor.grants)
  return sql<boolean>`(invitation.withdrawn_at is null and invitation.sent_at is not null
    and (invitation.account_id = ${actor.accountId}
    or invitation.substitute_account_id = ${actor.accountId}
    or invitation.organisation_id = any(${bodies}::uuid[])))`
}

/** True where the actor is invited to the whole conference of a session item `item`, or to this item. */
export function invitedTo(actor: Actor, item: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from invitation
    where invitation.province_id = ${sql.ref(`${item}.province_id`)}
      and invitation.conference_id = ${sql.ref(`${item}.conference_id`)} and ${invited(actor)}
      and (invitation.capacity <> 'forItems' or exists (select 1 from invitation_item
        where invitation_item.province_id = invitation.province_id
          and invitation_item.invitation_id = invitation.invitation_id
          and invitation_item.session_item_id = ${sql.ref(`${item}.session_item_id`)})))`
}

/** The bodies of an actor as the level rule needs them. */
function bodiesOf(actor: Actor) {
  const grants = actor.grants.filter((grant) => allowed[grant.role].has('document.read'))
  const inside = grants.filter((grant) => insiders.has(grant.role))
  return {
    /** Of whose papers the actor reads all levels. */
    own: paperBodies(inside),
    tree: [...new Set([...paperBodies(grants), ...grants.flatMap((grant) => [...grant.above])])],
    named: addressedBodies(grants),
    everywhere: grants.some((grant) => grant.everywhere),
    none: actor.kind !== 'account' || grants.length === 0,
  }
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
