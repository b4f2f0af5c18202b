// The one policy: who may do what to which record. Every store function asks it first; what is not
// listed here is denied. docs/access.md is written from these tables, so they are meant to be read by
// people who do not program.
import { Problem } from '../problem.ts'

export const roles = [
  'administrator',
  'office',
  'officeHead',
  'leader',
  'departmentOfficer',
  'departmentHead',
  'communeOfficer',
  'communeHead',
  'inspector',
  'publisher',
  'reader',
] as const

export type Role = (typeof roles)[number]

/** One role in one body for a time, as it is in force now. Grants are looked at one by one, never merged. */
export interface Grant {
  id: string
  role: Role
  organisationId: string
  /** True for a grant in the province itself: it covers every body. */
  everywhere: boolean
  /** The body and all below it (administrative and party trees) today. Empty where `everywhere`. */
  covers: ReadonlySet<string>
  /** All bodies above it today. */
  above: ReadonlySet<string>
  /** Bodies that are over and whose papers came to a body it covers (`docs/access.md`). */
  inherited: ReadonlySet<string>
  /** The body itself, and those that are over whose papers came to this very body: what was sent to them is sent to it. */
  standsFor: ReadonlySet<string>
}

/** Who acts. `provinceId` 0 and no account: somebody who has not signed in. */
export interface Actor {
  kind: 'account' | 'system' | 'anonymous'
  accountId: string | null
  provinceId: number
  grants: readonly Grant[]
  name: string
  locale: 'vi' | 'en'
}

/**
 * Every action, and how far a grant reaches:
 * - `signedIn`: everybody who is signed in, about themselves;
 * - `province`: one grant with the action anywhere in the province is enough (what is seen then
 *   depends on the level of each document, below);
 * - `body`: the grant must be in the record's body or above it; a record of the province itself needs
 *   a grant in the province;
 * - `heir`: as `body`; where the body is over, also in the body that its papers came to.
 */
export const actions = {
  'session.own': 'signedIn',
  'document.read': 'province',
  'finding.read': 'province',
  'register.read': 'province',
  'history.read': 'province',
  search: 'province',
  'document.add': 'body',
  'document.edit': 'body',
  'document.publish': 'body',
  'document.destroy': 'body',
  'document.quarantine': 'body',
  'finding.decide': 'body',
  'register.edit': 'body',
  'organisation.read': 'province',
  'organisation.manage': 'body',
  'person.read': 'province',
  'person.manage': 'body',
  'account.read': 'body',
  'account.manage': 'body',
  'grant.give': 'body',
  'grant.delegate': 'body',
  'grant.read': 'body',
  'record.read': 'body',
  'record.verify': 'body',
  'record.export': 'body',
  'access.read': 'body',
  'person.export': 'body',
  'mail.manage': 'body',
  'province.add': 'body',
  // The conference: what somebody invited does about their own invitation; what the office does; what
  // only who answers for the office or presides may do.
  'conference.attend': 'signedIn',
  'conference.plan': 'body',
  'conference.run': 'body',
  'conference.close': 'body',
  'agenda.approve': 'body',
  'dossier.submit': 'body',
  'notice.issue': 'body',
  // A task: the body that gave it fills in and holds it; whoever answers there confirms it and grants more time;
  // the body that leads it, or took over from that one, reports on it.
  'assignment.manage': 'body',
  'assignment.confirm': 'body',
  'assignment.report': 'heir',
  // The programme of a body's inspections and supervisions, and what was found.
  'inspection.manage': 'body',
  // A report in figures: the body's people, or those of the one that took over from it, fill it in, whoever answers
  // there sends it, the office takes it, gives it back, or excuses it.
  'report.read': 'heir',
  'report.enter': 'heir',
  'report.submit': 'heir',
  'report.accept': 'body',
  // A project: the office keeps what it is and its plans; the body that has it done, or took over from that one,
  // enters what came of it.
  'project.manage': 'body',
  'project.enter': 'heir',
} as const

export type Action = keyof typeof actions

export const actionNames = Object.keys(actions) as Action[]

const reads: Action[] = [
  'document.read',
  'finding.read',
  'register.read',
  'organisation.read',
  'person.read',
  'search',
]
/** Who works with entries reads their history too: it names officers and what stood there before. */
const history: Action[] = ['history.read']
const ownPapers: Action[] = [
  'document.add',
  'document.edit',
  'dossier.submit',
  'assignment.report',
  'report.read',
  'report.enter',
  'project.enter',
  ...history,
]
const synthesis: Action[] = [
  ...ownPapers,
  'finding.decide',
  'register.edit',
  'organisation.manage',
  'person.manage',
  'record.read',
  'conference.plan',
  'conference.run',
  'assignment.manage',
  'assignment.confirm',
  'inspection.manage',
  'report.submit',
  'report.accept',
  'project.manage',
]

/** The table: role → what it may do, as far as the action reaches. */
export const allowed: Record<Role, ReadonlySet<Action>> = {
  administrator: new Set<Action>([
    ...reads,
    'account.read',
    'account.manage',
    'organisation.manage',
    'person.manage',
    'grant.give',
    'grant.read',
    'document.destroy',
    'document.quarantine',
    'record.read',
    'record.verify',
    'access.read',
    'person.export',
    'mail.manage',
  ]),
  office: new Set<Action>([...reads, ...synthesis, 'grant.delegate']),
  officeHead: new Set<Action>([
    ...reads,
    ...synthesis,
    'document.publish',
    'grant.delegate',
    'grant.read',
    'agenda.approve',
    'conference.close',
    'notice.issue',
  ]),
  leader: new Set<Action>([
    ...reads,
    ...history,
    'record.read',
    'grant.delegate',
    'agenda.approve',
    'conference.close',
    'assignment.confirm',
    'report.read',
  ]),
  departmentOfficer: new Set<Action>([...reads, ...ownPapers]),
  departmentHead: new Set<Action>([...reads, ...ownPapers, 'report.submit', 'grant.delegate']),
  communeOfficer: new Set<Action>([...reads, ...ownPapers]),
  communeHead: new Set<Action>([...reads, ...ownPapers, 'report.submit', 'grant.delegate']),
  // The export cannot leave out what is closed to somebody, so it is for those to whom nothing is.
  inspector: new Set<Action>([
    ...reads,
    ...history,
    'record.read',
    'record.verify',
    'record.export',
    'access.read',
    'grant.read',
    'inspection.manage',
    'report.read',
  ]),
  publisher: new Set<Action>([...reads, 'document.publish']),
  reader: new Set<Action>(reads),
}

/** Who belongs inside of a document's own office: they read all its levels in the bodies they cover. */
export const insiders: ReadonlySet<Role> = new Set<Role>([
  'office',
  'officeHead',
  'leader',
  'inspector',
  'departmentOfficer',
  'departmentHead',
  'communeOfficer',
  'communeHead',
])

/** Who acts for a body: answers what was sent to it, says what it thinks. Others of the body see it only. */
export const workers: ReadonlySet<Role> = new Set(
  [...insiders].filter((role) => role !== 'inspector'),
)

/** The actor with those grants alone that make somebody act for a body. */
export const asWorker = (actor: Actor): Actor => ({
  ...actor,
  grants: actor.grants.filter((grant) => workers.has(grant.role)),
})

/**
 * Whoever may do one of these signs in with a second factor: give rights, change what a whole body or the province
 * relies on, make something public, or read everybody's reading. Not whoever approves, closes or reports: they act
 * on what others laid before them, on record, and it can be taken back.
 */
export const factorActions: readonly Action[] = [
  'account.manage',
  'grant.give',
  'register.edit',
  'conference.run',
  'notice.issue',
  'document.publish',
  'inspection.manage',
  'record.export',
  'access.read',
]

/** The roles that may: derived, so that a right that is added to a role brings the factor with it. */
export const needsSecondFactor: ReadonlySet<Role> = new Set(
  roles.filter((role) => factorActions.some((action) => allowed[role].has(action))),
)

/** From the narrowest to the widest. No level exists for state secrets: they have no place here. */
export const levels = ['office', 'participants', 'organisation', 'internal', 'public'] as const

export type Level = (typeof levels)[number]

/** How a grant reaches a record: what somebody is told who asks why (`explain.ts`). */
export const ways = [
  'anywhere',
  'province',
  'ownBody',
  'bodyAbove',
  'bodyBelow',
  'bodyBefore',
  'level',
  'participantAccount',
  'participantBody',
  'holdingBody',
  'submittingBody',
  'leadingBody',
  'cooperatingBody',
  'following',
  'preparingBody',
  'asked',
  'implementingBody',
  'inspectingBody',
  'inspectedBody',
  'sitting',
  'speaking',
] as const

export type Way = (typeof ways)[number]

/** How this grant covers the body, null where it does not; no body stands for the province itself. */
function coversBy(grant: Grant, organisationId: string | null): Way | null {
  if (grant.everywhere) return 'province'
  if (organisationId === null || !grant.covers.has(organisationId)) return null
  return grant.organisationId === organisationId ? 'ownBody' : 'bodyAbove'
}

/**
 * How this grant reaches the papers of the body: as it covers it, or because the body is over and its
 * papers came to one that it covers. To read them, and to report on the tasks it owed: nobody changes what a body
 * that is over has written.
 */
const reachesPapers = (grant: Grant, organisationId: string | null): Way | null =>
  coversBy(grant, organisationId) ??
  (organisationId !== null && grant.inherited.has(organisationId) ? 'bodyBefore' : null)

/** The bodies whose papers these grants reach, those everywhere apart: `reachesPapers` as a list. */
export const paperBodies = (grants: readonly Grant[]): string[] => [
  ...new Set(grants.flatMap(({ covers, inherited }) => [...covers, ...inherited])),
]

/** The bodies as whose people these grants make somebody: what is sent to one of these is sent to them. */
export const addressedBodies = (grants: readonly Grant[]): string[] => [
  ...new Set(grants.flatMap(({ standsFor }) => [...standsFor])),
]

/** How this grant lets its holder do this to a record of the body; null where it does not. */
export function actsBy(grant: Grant, action: Action, organisationId: string | null): Way | null {
  if (!allowed[grant.role].has(action)) return null
  if (actions[action] === 'province') return 'anywhere'
  return actions[action] === 'heir'
    ? reachesPapers(grant, organisationId)
    : coversBy(grant, organisationId)
}

/**
 * Whether the actor works for the body that leads a task, as its doer: a grant in that very body, or in the
 * one that took over from it. Who does a task never confirms it, whatever other rights they have.
 */
export const doesFor = (actor: Actor, leadId: string | null): boolean =>
  leadId !== null &&
  actor.grants.some(
    (grant) => allowed[grant.role].has('assignment.report') && grant.standsFor.has(leadId),
  )

/**
 * Whether the actor may; false for another province. `organisationId`: the record's body; null, or the
 * province's own, which stands below none (`moveBody` refuses it), for the province itself.
 */
export function may(
  actor: Actor,
  action: Action,
  provinceId: number,
  organisationId: string | null = null,
): boolean {
  if (actor.kind === 'anonymous' || actor.provinceId !== provinceId) return false
  if (actor.kind === 'system') return true
  if (actions[action] === 'signedIn') return true
  return actor.grants.some((grant) => actsBy(grant, action, organisationId) !== null)
}

/** Whether the actor may do it somewhere in the own province. */
export function mayAnywhere(actor: Actor, action: Action): boolean {
  if (actor.kind !== 'account') return actor.kind === 'system'
  return actions[action] === 'signedIn' || actor.grants.some((one) => allowed[one.role].has(action))
}

/**
 * Throws `Problem` where the actor may not: `signInNeeded` for nobody, `notFound` for another
 * province (its existence is not disclosed), `forbidden` else.
 */
export function authorise(
  actor: Actor,
  action: Action,
  provinceId: number,
  organisationId: string | null = null,
): void {
  if (actor.kind === 'anonymous') throw new Problem('signInNeeded')
  if (actor.provinceId !== provinceId) throw new Problem('notFound')
  if (!may(actor, action, provinceId, organisationId)) throw new Problem('forbidden', { action })
}

/** What the level rule looks at in a document. */
export interface Guarded {
  level: Level
  /** The body it belongs to; null: the province's office. */
  organisationId: string | null
  /** Bodies and accounts named for it. */
  participants: Named
  /** The conferences that it was brought before; left out where it is in no dossier. */
  sittings?: readonly Sitting[] | undefined
  /** What has to be open as well for who is let in by the level: the conference, of an item. */
  within?: Guarded
}

/** Bodies and accounts named for something. */
export interface Named {
  organisations: readonly string[]
  accounts: readonly string[]
}

/** A conference before which a paper was brought; one that several bodies hold, once for each of them. */
export interface Sitting {
  /** The body that holds it, leading it or meeting with the one that does. */
  organisationId: string | null
  /** The narrower of the levels of the item and of the conference. */
  level: Level
  /** The item is on the agenda, the paper is given out there, and the conference is not cancelled. */
  open: boolean
  /** Who is invited to the item. */
  invited: Named
}

/** The one that fewer people read. */
export const narrower = (one: Level, other: Level): Level =>
  levels.indexOf(one) <= levels.indexOf(other) ? one : other

/**
 * The level rule: whether the actor may read this document, and everything that was drawn from it.
 * `visible.ts` says the same in SQL; a test holds the two together.
 * - office: insiders whose grant covers its body, or the heir of one that is over;
 * - participants: they, and the accounts and the people of the bodies named for it, or of their heirs;
 * - organisation: they, and whoever has a grant in its body or its heir, above or below it;
 * - internal, public: whoever has a grant in the province.
 * A document in a dossier is read by insiders of its body and of the bodies before whose conferences it was
 * brought. Others read it only while such a conference has the item on its agenda and gave the paper out, by
 * the narrowest of the levels of paper, item and conference; its participants are those invited to the item.
 */
export function canRead(actor: Actor, document: Guarded): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'anonymous') return false
  return actor.grants.some((grant) => readsBy(grant, actor.accountId, document) !== null)
}

/** How this grant lets the account that holds it read the document; null where it does not. */
export function readsBy(grant: Grant, accountId: string | null, document: Guarded): Way | null {
  if (!allowed[grant.role].has('document.read')) return null
  const covered = reachesPapers(grant, document.organisationId)
  if (covered && insiders.has(grant.role)) return covered
  if (!document.sittings) {
    const { within } = document
    return within && !readsBy(grant, accountId, within)
      ? null
      : readsLevel(grant, accountId, document)
  }
  for (const sitting of document.sittings) {
    if (insiders.has(grant.role) && reachesPapers(grant, sitting.organisationId))
      return 'holdingBody'
    if (!sitting.open) continue
    const level = narrower(document.level, sitting.level)
    const way = readsLevel(grant, accountId, { ...sitting, level, participants: sitting.invited })
    if (way) return way
  }
  return null
}

/** How a level lets somebody in who is no insider. */
function readsLevel(
  grant: Grant,
  accountId: string | null,
  { level, organisationId: body, participants }: Omit<Guarded, 'sittings'>,
): Way | null {
  if (level === 'internal' || level === 'public') return 'level'
  if (level === 'organisation') {
    if (body === null) return 'level'
    return reachesPapers(grant, body) ?? (grant.above.has(body) ? 'bodyBelow' : null)
  }
  return level === 'participants' ? namedBy(grant, accountId, participants) : null
}

/** How this grant makes its holder one of those named: themselves, their body, or one that it is the heir of. */
export function namedBy(grant: Grant, accountId: string | null, named: Named): Way | null {
  if (named.accounts.includes(accountId ?? '')) return 'participantAccount'
  if (named.organisations.includes(grant.organisationId)) return 'participantBody'
  return named.organisations.some((body) => grant.standsFor.has(body)) ? 'bodyBefore' : null
}

/**
 * Throws unless both the record as it was and the record as it will be are the actor's to change:
 * nobody moves a record out of, or into, a body that is not theirs.
 */
export function authoriseChange(
  actor: Actor,
  action: Action,
  before: Guarded,
  after: Guarded,
): void {
  if (!canRead(actor, before)) throw new Problem('notFound')
  authorise(actor, action, actor.provinceId, before.organisationId)
  authorise(actor, action, actor.provinceId, after.organisationId)
  if (before.level !== after.level && [before.level, after.level].includes('public')) {
    authorise(actor, 'document.publish', actor.provinceId, after.organisationId)
  }
}

/**
 * The body a new record of this actor belongs to: the one asked for, else the province where the
 * actor may do it there, else the body of the first grant that allows it.
 */
export function homeOf(actor: Actor, action: Action, asked?: string | null): string | null {
  if (asked !== undefined) return asked
  if (may(actor, action, actor.provinceId)) return null
  const grant = actor.grants.find((one) => allowed[one.role].has(action))
  return grant?.organisationId ?? null
}

/** Everything the actor may do somewhere: for screens, which leave out what would be refused. */
export const capabilities = (actor: Actor): Action[] =>
  actionNames.filter((action) => mayAnywhere(actor, action))

export const anonymous: Actor = {
  kind: 'anonymous',
  accountId: null,
  provinceId: 0,
  grants: [],
  name: '',
  locale: 'vi',
}

/** The installation itself (command line on the server, sample loader), inside one province. */
export const systemActor = (provinceId: number): Actor => ({
  kind: 'system',
  accountId: null,
  provinceId,
  grants: [],
  name: 'system',
  locale: 'vi',
})

/** The account a row is confirmed or added by; the installation itself cannot confirm. */
export function accountOf(actor: Actor): string {
  if (actor.accountId === null) throw new Problem('forbidden')
  return actor.accountId
}
