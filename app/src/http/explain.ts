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
  type Named,
  namedBy,
  type Role,
  readsBy,
  roles,
  type Way,
  workers,
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
  // What was read in a document and confirmed.
  'observation',
  'agendaItem',
  'opinion',
  'decision',
  'citation',
  // What a conference held here consists of.
  'itemDecision',
  'itemOpinion',
  'roundOpinion',
  'itemVote',
  'conferenceAssessment',
  'invitation',
  'notice',
  'matter',
  'reportSlot',
  'reportRegime',
  'target',
  'explanation',
  'lexicon',
  // Of these a province has one: they are asked about without an id.
  'record',
  'accessLog',
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
  'respond',
  'answer',
  'draft',
  'issue',
  'send',
  'take',
  'verify',
  'export',
] as const

export type DeedName = (typeof deedNames)[number]

/** One thing that is done to records of a kind, and what its store asks the policy for it. */
export interface Deed extends Asked {
  name: DeedName
  /** Asked where the first is refused. */
  or?: Asked
}

interface Asked {
  /** All of them are needed; the last one tells how a right reaches the record. */
  needs: readonly [Action, ...Action[]]
  /** The body that is asked about: the record's own, one that leads it, or the province, which keeps the registers. */
  at: 'record' | 'lead' | 'province'
}

const deed = (name: DeedName, at: Deed['at'], ...needs: readonly [Action, ...Action[]]): Deed => ({
  name,
  needs,
  at,
})

/** Whoever may do this in its body may do it as well. */
const orBy = (one: Deed, action: Action): Deed => ({
  ...one,
  or: { needs: [action], at: 'record' },
})

const read = deed('read', 'province', 'register.read')
const history = deed('history', 'province', 'history.read')
const change = deed('change', 'province', 'register.edit')
const confirm = deed('confirm', 'province', 'finding.decide')

const plan = deed('plan', 'record', 'conference.plan')
/** The office, and who presides. */
const run = orBy(deed('run', 'record', 'conference.run'), 'conference.close')
const approve = deed('approve', 'record', 'agenda.approve')
const close = deed('close', 'record', 'conference.close')
/** What was sent to somebody is answered by them, or written down for them. */
const respond = orBy(deed('respond', 'province', 'conference.attend'), 'conference.run')
/** Who submitted the matter answers for it; so does the office of the body that heard it. */
const answer = orBy(deed('answer', 'lead', 'dossier.submit'), 'conference.run')

const entry = [read, history, confirm] as const

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
  round: [read, plan, respond],
  instrument: [read, history, change],
  inspection: [read, history, deed('inspect', 'record', 'inspection.manage')],
  project: [
    read,
    history,
    deed('change', 'record', 'project.manage'),
    deed('enter', 'record', 'project.enter'),
  ],
  shortcoming: entry,
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
  observation: entry,
  agendaItem: entry,
  opinion: entry,
  decision: entry,
  citation: entry,
  itemDecision: [read, history, run],
  itemOpinion: [read, history, run, answer],
  roundOpinion: [read, history, respond, answer],
  itemVote: [read, history, run],
  conferenceAssessment: [read, history, run],
  invitation: [read, history, plan, respond],
  notice: [
    read,
    history,
    deed('draft', 'record', 'conference.run'),
    deed('issue', 'record', 'notice.issue'),
  ],
  matter: [read, deed('answer', 'lead', 'dossier.submit')],
  reportSlot: [
    deed('read', 'record', 'report.read'),
    deed('enter', 'record', 'report.enter'),
    deed('send', 'record', 'report.submit'),
    deed('take', 'record', 'report.accept'),
  ],
  reportRegime: [deed('read', 'province', 'register.read'), change],
  target: [read, change],
  // Only who acts for the unit that is asked.
  explanation: [read, change, deed('respond', 'record', 'report.enter', 'conference.attend')],
  lexicon: [read, history, change],
  record: [
    deed('read', 'province', 'record.read'),
    deed('verify', 'province', 'record.verify'),
    deed('export', 'province', 'record.export'),
  ],
  accessLog: [deed('read', 'province', 'access.read')],
}

/** Of which a province has one. */
export const single: ReadonlySet<RecordKind> = new Set(['record', 'accessLog'])

/** What nobody does who does, sent or entered it: judging it is for others. */
const judging: ReadonlySet<DeedName> = new Set(['accept', 'take'])

/** How a record is open: by a guard, or else by one of the other ways in; with none of both to everybody. */
export interface Opened {
  /** The document that it is, or was drawn from; null where none stands behind it. */
  document: Guarded | null
  /** Other ways in: the submitter of an item, the leader of a task. */
  also?: readonly Opening[]
}

/** A way in; without a name it is the one by which the rule lets them in. */
export type Opening = { way?: Way } & (
  | { guard: Guarded }
  /** Whoever is named. */
  | { named: Named }
  /** Whoever may do this in the body. */
  | { doing: Action; organisationId: string | null }
  /** Where all of these are open; the first one tells how. */
  | { every: readonly [Opened, ...Opened[]] }
)

/** What the policy looks at in a record. */
export interface Subject extends Opened {
  /** The body it belongs to; null: the province itself. */
  organisationId: string | null
  /** The bodies that lead it: of a task, or the submitters of a matter. */
  leads?: readonly (string | null)[]
  /** Whoever did, sent or entered it and so does not judge it. */
  doers?: readonly string[]
  /** To whom it was sent to be answered. */
  addressed?: Named
  /** The account that it is; null for everything else. */
  accountId: string | null
}

/** How a grant of the actor opens the record; null where it does not. */
function opensBy(actor: Actor, grant: Grant, { document, also }: Opened): Way | null {
  const own = document && readsBy(grant, actor.accountId, document)
  if (own) return own
  for (const opening of also ?? []) {
    const way = leadsIn(actor, grant, opening)
    // A right in the whole province needs no other reason.
    if (way) return way === 'province' ? way : (opening.way ?? way)
  }
  return null
}

function leadsIn(actor: Actor, grant: Grant, opening: Opening): Way | null {
  if ('guard' in opening) return readsBy(grant, actor.accountId, opening.guard)
  if ('named' in opening) return namedBy(grant, actor.accountId, opening.named)
  if ('doing' in opening) return actsBy(grant, opening.doing, opening.organisationId)
  return opening.every.every((one) => isOpen(actor, one))
    ? opensBy(actor, grant, opening.every[0])
    : null
}

const isGuarded = ({ document, also }: Opened): boolean => document !== null || also !== undefined

/** Whether some grant of the actor opens the record: `canRead` with all ways in. */
const isOpen = (actor: Actor, subject: Opened): boolean =>
  !isGuarded(subject) ||
  (subject.document !== null && canRead(actor, subject.document)) ||
  actor.grants.some((grant) => opensBy(actor, grant, subject) !== null)

/**
 * Why not: no right at all; the document is closed to them; no role of theirs may; a role of theirs may,
 * but the right was granted in a body that does not reach here; they do the task themselves; it is somebody else's own;
 * it was sent to others.
 */
export const reasons = [
  'noRight',
  'closed',
  'role',
  'place',
  'doer',
  'notOneself',
  'notAddressed',
] as const

export type Reason = (typeof reasons)[number]

export interface Verdict {
  may: boolean
  /** Null where they may. */
  because: Reason | null
  /** The grants by which they may, each with its way; without a grant what is everybody's own. */
  through: { grantId: string | null; way: Way | 'oneself' }[]
}

const no = (because: Reason): Verdict => ({ may: false, because, through: [] })

const bodiesAt = (at: Asked['at'], { organisationId, leads = [null] }: Subject) =>
  at === 'record' ? [organisationId] : at === 'lead' ? leads : [null]

/** Whether the actor may do this to the record, and by which grants, or why not. */
export function explainAccess(actor: Actor, deed: Deed, subject: Subject): Verdict {
  if (deed.name === 'own') return explainOwn(actor, deed, subject)
  if (actor.grants.length === 0) return no('noRight')
  if (!isOpen(actor, subject)) return no('closed')
  const first = doingBy(actor, deed, subject)
  const other = deed.or ? doingBy(actor, deed.or, subject) : []
  // Each right once, also where it lets one do it in both ways.
  const named = new Set(first.map((one) => one.grantId))
  const through = [...first, ...other.filter((one) => !named.has(one.grantId))]
  if (through.length === 0) return no(whyNot(actor, deed))
  if (judging.has(deed.name) && isDoer(actor, subject)) return no('doer')
  if (deed.name !== 'read' || !isGuarded(subject)) return { may: true, because: null, through }
  const opening = actor.grants.flatMap((grant) => {
    const way = opensBy(actor, grant, subject)
    return way ? [{ grantId: grant.id, way }] : []
  })
  return { may: true, because: null, through: opening }
}

function explainOwn(actor: Actor, { needs }: Deed, { accountId }: Subject): Verdict {
  const own = actor.accountId !== null && actor.accountId === accountId
  if (!own || !needs.every((action) => may(actor, action, actor.provinceId))) {
    return no('notOneself')
  }
  return { may: true, because: null, through: [{ grantId: null, way: 'oneself' }] }
}

/** The grants by which the actor may, each with its way; none where something that is needed is refused. */
function doingBy(actor: Actor, { needs, at }: Asked, subject: Subject): Verdict['through'] {
  const [decisive, ...before] = needs.toReversed() as [Action, ...Action[]]
  const ways = (way: (grant: Grant) => Way | null) =>
    actor.grants.flatMap((grant) => {
      const by = way(grant)
      return by ? [{ grantId: grant.id, way: by }] : []
    })
  if (actions[decisive] === 'signedIn') {
    return ways((grant) =>
      before.every((action) => allowed[grant.role].has(action))
        ? respondsBy(grant, actor.accountId, subject.addressed)
        : null,
    )
  }
  const bodies = bodiesAt(at, subject).filter((body) =>
    needs.every((action) => may(actor, action, actor.provinceId, body)),
  )
  return ways((grant) => {
    for (const body of bodies) {
      const way = actsBy(grant, decisive, body)
      if (way) return way
    }
    return null
  })
}

/** Who is named answers; for a body whoever acts for it. */
function respondsBy(grant: Grant, accountId: string | null, addressed?: Named): Way | null {
  if (!addressed) return null
  const organisations = workers.has(grant.role) ? addressed.organisations : []
  return namedBy(grant, accountId, { ...addressed, organisations })
}

function whyNot(actor: Actor, { needs }: Deed): Reason {
  if (needs.some((action) => actions[action] === 'signedIn')) return 'notAddressed'
  const has = (action: Action) => actor.grants.some((grant) => allowed[grant.role].has(action))
  return needs.every(has) ? 'place' : 'role'
}

const isDoer = (actor: Actor, { leads = [], doers = [] }: Subject): boolean =>
  leads.some((lead) => doesFor(actor, lead)) || doers.includes(actor.accountId ?? '')

/** The roles that may do this where they reach; none for what is everybody's own. */
export const rolesFor = ({ needs, or }: Deed): Role[] => {
  const kinds = [needs, or?.needs ?? []].map((all) =>
    all.filter((action) => actions[action] !== 'signedIn'),
  )
  return roles.filter((role) =>
    kinds.some((all) => all.length > 0 && all.every((action) => allowed[role].has(action))),
  )
}
