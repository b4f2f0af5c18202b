// Who may do what to one record, and why: grants in force put to the policy.
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Row } from '../../database/tables.ts'
import {
  type Actor,
  accountOf,
  authorise,
  type Guarded,
  type Level,
  may,
  mayAnywhere,
  type Named,
  type Way,
} from '../../http/access.ts'
import {
  deeds,
  explainAccess,
  type RecordKind,
  type Subject,
  type Verdict,
} from '../../http/explain.ts'
import { Problem } from '../../problem.ts'
import { originOf } from '../../record/history.ts'
import { itemRow } from '../agenda/store.ts'
import { taskRows } from '../assignments/rows-store.ts'
import { holdersOfOne } from '../conferences/holders-store.ts'
import { conferenceRow } from '../conferences/plan-store.ts'
import { guardsOf } from '../documents/guards.ts'
import { isTold } from '../inspections/inspection.ts'
import { getInspection } from '../inspections/view-store.ts'
import { getInstrument } from '../instruments/view-store.ts'
import { organisationNames } from '../organisations/names.ts'
import { allInForce, grantsInForce, type Holding } from '../people/grants.ts'
import { getPerson } from '../persons/store.ts'
import { listTerms } from '../persons/terms.ts'
import { getEntry } from '../programme/store.ts'
import { getProject } from '../projects/view-store.ts'
import { roundRow } from '../rounds/rows-store.ts'
import { invitationsOf } from '../sitting/earlier-store.ts'
import type { AccessExplanation, ThroughView } from './contract.ts'

/**
 * Deed by deed: whether the actor may and why, and by name the others who may, as far as the actor may see
 * their rights (`grant.read` in the body where each was granted). `notFound` for what is not there or
 * closed to the actor.
 */
export async function explainRecord(
  db: Reads,
  actor: Actor,
  kind: RecordKind,
  id: string,
): Promise<AccessExplanation> {
  const subject = await subjectOf(db, actor, kind, id)
  const names = whoseNames(actor)
  const all =
    names === 'none'
      ? await grantsInForce(db, actor.provinceId, accountOf(actor))
      : await allInForce(db, actor.provinceId)
  const words = await organisationNames(db, actor.provinceId, [
    subject.organisationId,
    ...all.map((one) => one.organisationId),
  ])
  const holdings = new Map(all.map((one) => [one.id, one]))
  const others = actorsOf(actor, all)
  const told = ({ through }: Verdict): ThroughView[] =>
    through.map(({ grantId, way }) => ({ way, grant: shown(holdings.get(grantId ?? ''), words) }))
  const organisation = subject.organisationId
  return {
    organisation:
      organisation === null ? null : { id: organisation, name: words.get(organisation) ?? '' },
    level: subject.document?.level ?? null,
    names,
    deeds: deeds[kind].map((deed) => {
      const verdict = explainAccess(actor, deed, subject)
      return {
        name: deed.name,
        you: { may: verdict.may, because: verdict.because, through: told(verdict) },
        others: others.flatMap((other) => {
          const through = told(seen(actor, explainAccess(other, deed, subject), holdings))
          return through.length > 0
            ? [{ accountId: other.accountId, name: other.name, through }]
            : []
        }),
      }
    }),
  }
}

const nothing: Subject = { organisationId: null, document: null, accountId: null }

/** The record as the policy looks at it; the same refusals as its own route has. */
async function subjectOf(db: Reads, actor: Actor, kind: RecordKind, id: string): Promise<Subject> {
  if (kind === 'account') return accountSubject(db, actor, id)
  authorise(actor, deeds[kind][0].needs[0], actor.provinceId)
  if (kind === 'organisation') return bodySubject(db, actor, id)
  if (kind === 'person' || kind === 'term') return peopleSubject(db, actor, kind, id)
  if (kind === 'sessionItem') return itemSubject(db, actor, id)
  if (kind === 'programme') return programmeSubject(db, actor, id)
  if (kind === 'round') return roundSubject(db, actor, id)
  if (kind === 'instrument') return instrumentSubject(db, actor, id)
  if (kind === 'inspection') return inspectionSubject(db, actor, id)
  if (kind === 'project') {
    return { ...nothing, organisationId: (await getProject(db, actor, id)).owner.id }
  }
  const origin = await originOf(db, actor, kind === 'heldConference' ? 'conference' : kind, id)
  const documentId = kind === 'document' ? id : origin.document_id
  if (kind === 'assignment') return taskSubject(db, actor, id, documentId)
  if (documentId === null) {
    return /conference/i.test(kind) ? heldSubject(db, actor, id) : nothing
  }
  const document = await guardOf(db, actor, documentId)
  return { ...nothing, organisationId: document.organisationId, document }
}

async function accountSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  if (id === actor.accountId) authorise(actor, 'session.own', actor.provinceId)
  else authorise(actor, deeds.account[0].needs[0], actor.provinceId)
  const row = await db
    .selectFrom('account')
    .select('account_id')
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return { ...nothing, accountId: id }
}

/** The body of the province itself counts as the province. */
async function bodySubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  const row = await db
    .selectFrom('organisation')
    .select('kind')
    .where('province_id', '=', actor.provinceId)
    .where('organisation_id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return { ...nothing, organisationId: row.kind === 'province' ? null : id }
}

/** A conference that is held here is guarded as a document is, by its invitations. */
async function heldSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  const conference = await conferenceRow(db, actor, id)
  const invitations = await invitationsOf(db, actor.provinceId, [id])
  const [document, ...also] = await heldGuards(db, actor.provinceId, conference, invitations)
  return {
    ...nothing,
    organisationId: conference.organisation_id,
    document: document ?? null,
    also: also.flatMap(heldWith),
  }
}

/** A conference as each body guards it that holds it, the leading one first. */
async function heldGuards(
  db: Reads,
  provinceId: number,
  conference: Pick<Row<'conference'>, 'conference_id' | 'organisation_id' | 'level'>,
  invitations: Parameters<typeof namedIn>[0],
): Promise<Guarded[]> {
  const participants = namedIn(invitations)
  const holders = await holdersOfOne(db, provinceId, conference)
  return holders.map((organisationId) => ({
    level: conference.level,
    organisationId,
    participants,
  }))
}

/** The ways in by a body that meets with the one that leads: for its own people, and for others by the level. */
const heldWith = (guard: Guarded): { guard: Guarded; way?: Way }[] => [
  ...alsoBy(guard.organisationId, 'holdingBody'),
  { guard },
]

/** Whom live invitations name. */
const namedIn = (
  invitations: readonly {
    organisation_id: string | null
    account_id: string | null
    substitute_account_id: string | null
  }[],
): Named => ({
  organisations: invitations.flatMap((one) => one.organisation_id ?? []),
  accounts: invitations.flatMap((one) =>
    [one.account_id ?? [], one.substitute_account_id ?? []].flat(),
  ),
})

/** What only the insiders of a body read. */
const insideOf = (organisationId: string): Guarded => ({
  level: 'office',
  organisationId,
  participants: { organisations: [], accounts: [] },
})

const alsoBy = (organisationId: string | null, way: Way) =>
  organisationId === null ? [] : [{ guard: insideOf(organisationId), way }]

/** An item is guarded by its own level within its conference; its submitter knows it as well. */
async function itemSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  return guardedItem(db, actor.provinceId, await itemRow(db, actor, id))
}

async function guardedItem(
  db: Reads,
  provinceId: number,
  item: Row<'session_item'>,
): Promise<Subject> {
  const conference = await db
    .selectFrom('conference')
    .select(['conference_id', 'organisation_id', 'level'])
    .where('province_id', '=', provinceId)
    .where('conference_id', '=', item.conference_id)
    .executeTakeFirstOrThrow()
  const invitations = await invitationsOf(db, provinceId, [item.conference_id])
  const toItem = invitations.filter(
    (one) => one.capacity !== 'forItems' || one.items.has(item.session_item_id),
  )
  const participants = namedIn(toItem)
  const [document, ...meeting] = (await heldGuards(db, provinceId, conference, invitations)).map(
    (within) => ({ ...within, level: item.level, participants, within }),
  )
  return {
    ...nothing,
    organisationId: conference.organisation_id,
    document: document ?? null,
    also: [...meeting.flatMap(heldWith), ...alsoBy(item.submitter_id, 'submittingBody')],
  }
}

/**
 * A task: as the document that tells of it or the item that gave it, and for the bodies that lead it or help with it
 * and whoever follows it, who need not know where it comes from.
 */
async function taskSubject(
  db: Reads,
  actor: Actor,
  id: string,
  documentId: string | null,
): Promise<Subject> {
  const [task] = await taskRows(db, actor, [id])
  if (!task) return nothing
  const origin =
    documentId !== null
      ? { ...nothing, document: await guardOf(db, actor, documentId) }
      : await itemOfTask(db, actor, task.session_item_id)
  const { also = [], document } = origin
  return {
    ...nothing,
    organisationId: task.owner_id,
    leadId: task.lead_id,
    document,
    also: [
      ...also,
      ...alsoBy(task.lead_id, 'leadingBody'),
      ...task.cooperating_ids.flatMap((body) => alsoBy(body, 'cooperatingBody')),
      ...(task.follower_id ? [followedBy(task.follower_id)] : []),
    ],
  }
}

const followedBy = (accountId: string): { guard: Guarded; way: Way } => ({
  guard: {
    level: 'participants',
    organisationId: null,
    participants: { organisations: [], accounts: [accountId] },
  },
  way: 'following',
})

async function itemOfTask(db: Reads, actor: Actor, itemId: string | null): Promise<Subject> {
  const item = await db
    .selectFrom('session_item')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('session_item_id', '=', itemId)
    .executeTakeFirstOrThrow()
  return guardedItem(db, actor.provinceId, item)
}

/** A line of the programme: of the body that deals with it, and of the one that prepares it. */
async function programmeSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  const { organisation, preparing } = await getEntry(db, actor, id)
  return {
    ...nothing,
    organisationId: organisation.id,
    document: insideOf(organisation.id),
    also: alsoBy(preparing?.id ?? null, 'preparingBody'),
  }
}

/** An instrument is the province's; those that must implement it know of it whatever its level. */
async function instrumentSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  const { level, duties } = await getInstrument(db, actor, id)
  return {
    ...nothing,
    document: { level, organisationId: null, participants: { organisations: [], accounts: [] } },
    also: duties.flatMap(({ body }) => alsoBy(body.id, 'implementingBody')),
  }
}

/** A subject of the inspection programme: from within, and for the inspected body and its level once it was told. */
async function inspectionSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  const one = await getInspection(db, actor, id)
  const told = isTold(one.toldOn, todayInVietnam())
  return {
    ...nothing,
    organisationId: one.organisation.id,
    document: { ...insideOf(one.organisation.id), level: told ? one.level : 'office' },
    also: [
      ...alsoBy(one.inspecting.id, 'inspectingBody'),
      ...(told ? one.subjects.flatMap(({ id: body }) => alsoBy(body, 'inspectedBody')) : []),
    ],
  }
}

/** A round: by its level, whoever is asked, and the submitter of its matter. */
async function roundSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  const { level, organisation_id: organisationId, matter_id } = await roundRow(db, actor, id)
  const asked = await db
    .selectFrom('round_addressee')
    .select(['account_id', 'organisation_id'])
    .where('province_id', '=', actor.provinceId)
    .where('round_id', '=', id)
    .execute()
  const matter = await db
    .selectFrom('matter')
    .select('submitter_id')
    .where('province_id', '=', actor.provinceId)
    .where('matter_id', '=', matter_id)
    .executeTakeFirst()
  const participants = namedIn(asked.map((one) => ({ ...one, substitute_account_id: null })))
  const guard = (own: Level): Guarded => ({ level: own, organisationId, participants })
  return {
    ...nothing,
    organisationId,
    document: guard(level),
    also: [
      ...alsoBy(matter?.submitter_id ?? null, 'submittingBody'),
      { guard: guard('participants'), way: 'asked' },
    ],
  }
}

/** A person belongs to the province, a term to the body whose term it is. */
async function peopleSubject(
  db: Reads,
  actor: Actor,
  kind: 'person' | 'term',
  id: string,
): Promise<Subject> {
  if (kind === 'person') {
    await getPerson(db, actor, id)
    return nothing
  }
  const term = (await listTerms(db, actor)).find((one) => one.id === id)
  if (!term) throw new Problem('notFound')
  return bodySubject(db, actor, term.organisation.id)
}

async function guardOf(db: Reads, actor: Actor, documentId: string): Promise<Guarded> {
  const row = await db
    .selectFrom('document')
    .select(['document_id', 'organisation_id', 'level', 'matter_id'])
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow()
  return (await guardsOf(db, actor.provinceId, [row])).guard(row)
}

function whoseNames(actor: Actor): AccessExplanation['names'] {
  if (may(actor, 'grant.read', actor.provinceId)) return 'all'
  return mayAnywhere(actor, 'grant.read') ? 'ownBodies' : 'none'
}

/** The other accounts as actors, in the order of the holdings. */
function actorsOf(actor: Actor, all: readonly Holding[]): (Actor & { accountId: string })[] {
  const others = Map.groupBy(
    all.filter((one) => one.accountId !== actor.accountId),
    (one) => one.accountId,
  )
  return [...others].map(([accountId, grants]) => ({
    kind: 'account',
    accountId,
    provinceId: actor.provinceId,
    grants,
    name: grants[0]?.holder ?? '',
    locale: 'vi',
  }))
}

/** The ways of another that the actor may see: those by rights granted where the actor reads rights. */
function seen(actor: Actor, verdict: Verdict, holdings: ReadonlyMap<string, Holding>): Verdict {
  const open = ({ grantId }: Verdict['through'][number]) => {
    const grant = holdings.get(grantId ?? '')
    const body = grant && !grant.everywhere ? grant.organisationId : null
    return may(actor, 'grant.read', actor.provinceId, body)
  }
  return { ...verdict, through: verdict.through.filter(open) }
}

const shown = (
  held: Holding | undefined,
  words: ReadonlyMap<string, string>,
): ThroughView['grant'] =>
  held
    ? {
        role: held.role,
        organisation: words.get(held.organisationId) ?? '',
        everywhere: held.everywhere,
        until: held.until,
        onBehalfOf: held.onBehalfOf,
      }
    : null
