// Who may do what to one record, and why: the policy of access.ts asked deed by deed. No rule of its own.
import {
  type Action,
  type Actor,
  actions,
  actsBy,
  allowed,
  canRead,
  doesFor,
  type Grant,
  type Guarded,
  may,
  type Role,
  readsBy,
  roles,
  type Way,
} from './access.ts'

export const recordKinds = [
  'document',
  'assignment',
  'conference',
  'heldConference',
  'shortcoming',
  'indicator',
  'organisation',
  'person',
  'term',
  'account',
  'sessionItem',
  'programme',
  'round',
  'instrument',
  'inspection',
  'project',
] as const

export type RecordKind = (typeof recordKinds)[number]

export const deedNames = [
  'read',
  'history',
  'own',
  'change',
  'confirm',
  'publish',
  'destroy',
  'giveRights',
  'plan',
  'run',
  'approve',
  'close',
  'report',
  'accept',
  'inspect',
  'enter',
] as const

export type DeedName = (typeof deedNames)[number]

/** One thing that is done to records of a kind, and what its store asks the policy for it. */
export interface Deed {
  name: DeedName
  /** All of them are needed; the last one tells how a right reaches the record. */
  needs: readonly [Action, ...Action[]]
  /** The body that is asked about: the record's own, the one that leads it, or the province, which keeps the registers. */
  at: 'record' | 'lead' | 'province'
}

const deed = (name: DeedName, at: Deed['at'], ...needs: readonly [Action, ...Action[]]): Deed => ({
  name,
  needs,
  at,
})

const read = deed('read', 'province', 'register.read')
const history = deed('history', 'province', 'history.read')
const change = deed('change', 'province', 'register.edit')
const confirm = deed('confirm', 'province', 'finding.decide')

const plan = deed('plan', 'record', 'conference.plan')
const run = deed('run', 'record', 'conference.run')
const approve = deed('approve', 'record', 'agenda.approve')
const close = deed('close', 'record', 'conference.close')

/** What is done to records of each kind; reading comes first, since who may not read is told nothing. */
export const deeds: Record<RecordKind, readonly [Deed, ...Deed[]]> = {
  document: [
    deed('read', 'record', 'document.read'),
    history,
    deed('change', 'record', 'document.edit'),
    confirm,
    // To set or lift the level is a change as well.
    deed('publish', 'record', 'document.edit', 'document.publish'),
    deed('destroy', 'record', 'document.destroy'),
  ],
  assignment: [
    read,
    history,
    deed('change', 'record', 'assignment.manage'),
    deed('report', 'lead', 'assignment.report'),
    deed('accept', 'record', 'assignment.confirm'),
    confirm,
  ],
  conference: [read, history, change, confirm],
  heldConference: [read, history, plan, approve, run, close],
  sessionItem: [read, history, plan, run],
  programme: [read, history, plan],
  round: [read, plan],
  instrument: [read, history, change],
  inspection: [read, history, deed('inspect', 'record', 'inspection.manage')],
  project: [
    read,
    history,
    deed('change', 'record', 'project.manage'),
    deed('enter', 'record', 'project.enter'),
  ],
  shortcoming: [read, history, confirm],
  indicator: [read, history, change],
  organisation: [
    deed('read', 'record', 'organisation.read'),
    deed('change', 'record', 'organisation.manage'),
    deed('giveRights', 'record', 'grant.give'),
  ],
  // A person is the province's; a post or a term is given in a body.
  person: [deed('read', 'province', 'person.read'), deed('change', 'province', 'person.manage')],
  term: [deed('read', 'province', 'person.read'), deed('change', 'record', 'person.manage')],
  account: [
    deed('read', 'province', 'account.read'),
    deed('own', 'province', 'session.own'),
    deed('change', 'province', 'account.manage'),
    deed('giveRights', 'province', 'grant.give'),
  ],
}

/** What the policy looks at in a record. */
export interface Subject {
  /** The body it belongs to; null: the province itself. */
  organisationId: string | null
  /** The document that it is, or was drawn from; null where none stands behind it. */
  document: Guarded | null
  /**
   * Other ways in, each for who may read what it guards: the submitter of an item, the leader of a task. Without a
   * way it is the one by which the guard lets them in.
   */
  also?: readonly { guard: Guarded; way?: Way }[]
  /** The body that leads it, for a task. */
  leadId?: string | null
  /** The account that it is; null for everything else. */
  accountId: string | null
}

/** How a grant opens the record; null where it does not. */
function opensBy(grant: Grant, accountId: string | null, subject: Subject): Way | null {
  const { document, also = [] } = subject
  if (!document) return null
  const own = readsBy(grant, accountId, document)
  if (own) return own
  for (const { guard, way } of also) {
    const reads = readsBy(grant, accountId, guard)
    if (reads) return way ?? reads
  }
  return null
}

/** Whether some grant of the actor opens the record: `canRead` with all ways in. */
const isOpen = (actor: Actor, subject: Subject): boolean =>
  subject.document === null ||
  canRead(actor, subject.document) ||
  actor.grants.some((grant) => opensBy(grant, actor.accountId, subject) !== null)

/**
 * Why not: no right at all; the document is closed to them; no role of theirs may; a role of theirs may,
 * but the right was granted in a body that does not reach here; they do the task themselves; it is somebody else's own.
 */
export const reasons = ['noRight', 'closed', 'role', 'place', 'doer', 'notOneself'] as const

export type Reason = (typeof reasons)[number]

export interface Verdict {
  may: boolean
  /** Null where they may. */
  because: Reason | null
  /** The grants by which they may, each with its way; without a grant what is everybody's own. */
  through: { grantId: string | null; way: Way | 'oneself' }[]
}

const no = (because: Reason): Verdict => ({ may: false, because, through: [] })

const bodyAt = (at: Deed['at'], { organisationId, leadId = null }: Subject): string | null =>
  at === 'record' ? organisationId : at === 'lead' ? leadId : null

/** Whether the actor may do this to the record, and by which grants, or why not. */
export function explainAccess(actor: Actor, { name, needs, at }: Deed, subject: Subject): Verdict {
  const [decisive] = needs.slice(-1) as [Action]
  if (actions[decisive] === 'signedIn') {
    const own = actor.accountId !== null && actor.accountId === subject.accountId
    if (!own || !may(actor, decisive, actor.provinceId)) return no('notOneself')
    return { may: true, because: null, through: [{ grantId: null, way: 'oneself' }] }
  }
  if (actor.grants.length === 0) return no('noRight')
  if (!isOpen(actor, subject)) return no('closed')
  const body = bodyAt(at, subject)
  const missing = needs.find((action) => !may(actor, action, actor.provinceId, body))
  if (missing) {
    return no(actor.grants.some((grant) => allowed[grant.role].has(missing)) ? 'place' : 'role')
  }
  if (name === 'accept' && doesFor(actor, subject.leadId ?? null)) return no('doer')
  const through = actor.grants.flatMap((grant) => {
    const way =
      name === 'read' && subject.document
        ? opensBy(grant, actor.accountId, subject)
        : actsBy(grant, decisive, body)
    return way ? [{ grantId: grant.id, way }] : []
  })
  return { may: true, because: null, through }
}

/** The roles that may do this where they reach; none for what is everybody's own. */
export const rolesFor = ({ needs }: Deed): Role[] =>
  roles.filter((role) => needs.every((action) => allowed[role].has(action)))
