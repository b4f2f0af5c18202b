// A record as the policy looks at it, kind by kind; the same refusals as its own route has.
import { todayInVietnam } from '../../calendar.ts'
import type { Reads } from '../../database/tables.ts'
import { type Actor, authorise, type Guarded } from '../../http/access.ts'
import { deeds, type RecordKind, type Subject, single } from '../../http/explain.ts'
import { Problem } from '../../problem.ts'
import { originOf } from '../../record/history.ts'
import { taskRows } from '../assignments/rows-store.ts'
import { guardsOf } from '../documents/guards.ts'
import { isTold } from '../inspections/inspection.ts'
import { getInspection } from '../inspections/view-store.ts'
import { getInstrument } from '../instruments/view-store.ts'
import { getPerson } from '../persons/store.ts'
import { listTerms } from '../persons/terms.ts'
import { getEntry } from '../programme/store.ts'
import { getProject } from '../projects/view-store.ts'
import {
  assessmentSubject,
  decisionSubject,
  guardedItem,
  heldSubject,
  invitationSubject,
  itemSubject,
  matterSubject,
  noticeSubject,
  roundOpinionSubject,
  roundSubject,
  saidOpinionSubject,
  voteSubject,
} from './meeting-subject-store.ts'
import { insideOf, nothing, openedTo } from './openings.ts'
import { reportSubjects } from './report-subject-store.ts'

type SubjectOf = (db: Reads, actor: Actor, id: string) => Promise<Subject>

/** Kinds that are asked about in a way of their own; all others are as the document that they came from. */
const own: Partial<Record<RecordKind, SubjectOf>> = {
  organisation: bodySubject,
  person: personSubject,
  term: termSubject,
  sessionItem: itemSubject,
  itemDecision: decisionSubject,
  itemOpinion: saidOpinionSubject,
  roundOpinion: roundOpinionSubject,
  itemVote: voteSubject,
  conferenceAssessment: assessmentSubject,
  invitation: invitationSubject,
  notice: noticeSubject,
  matter: matterSubject,
  programme: programmeSubject,
  round: roundSubject,
  instrument: instrumentSubject,
  inspection: inspectionSubject,
  project: projectSubject,
  ...reportSubjects,
}

/** The record as the policy looks at it. `notFound` for what is not there or closed to the actor. */
export async function subjectOf(
  db: Reads,
  actor: Actor,
  kind: RecordKind,
  id: string | null,
): Promise<Subject> {
  if (single.has(kind)) {
    authorise(actor, deeds[kind][0].needs[0], actor.provinceId)
    return nothing
  }
  if (id === null) throw new Problem('invalidInput', { where: 'id' })
  if (kind === 'account') return accountSubject(db, actor, id)
  // A report is asked for in its body.
  if (kind !== 'reportSlot') authorise(actor, deeds[kind][0].needs[0], actor.provinceId)
  const told = own[kind]
  return told ? told(db, actor, id) : originSubject(db, actor, kind, id)
}

async function originSubject(
  db: Reads,
  actor: Actor,
  kind: RecordKind,
  id: string,
): Promise<Subject> {
  const held = kind === 'heldConference' ? 'conference' : kind
  const origin = await originOf(db, actor, held as Parameters<typeof originOf>[2], id)
  const documentId = kind === 'document' ? id : origin.document_id
  if (kind === 'assignment') return taskSubject(db, actor, id, documentId)
  if (documentId === null) return held === 'conference' ? heldSubject(db, actor, id) : nothing
  const document = await documentGuard(db, actor, documentId)
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
      ? { ...nothing, document: await documentGuard(db, actor, documentId) }
      : await itemOfTask(db, actor, task.session_item_id)
  const { also = [], document } = origin
  return {
    ...nothing,
    organisationId: task.owner_id,
    leads: [task.lead_id],
    doers: task.reported_by === null ? [] : [task.reported_by],
    document,
    also: [
      ...also,
      ...openedTo(task.lead_id, 'leadingBody'),
      ...task.cooperating_ids.flatMap((body) => openedTo(body, 'cooperatingBody')),
      ...(task.follower_id
        ? [
            {
              named: { organisations: [], accounts: [task.follower_id] },
              way: 'following' as const,
            },
          ]
        : []),
    ],
  }
}

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
    also: openedTo(preparing?.id ?? null, 'preparingBody'),
  }
}

/** An instrument is the province's; those that must implement it know of it whatever its level. */
async function instrumentSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  const { level, duties } = await getInstrument(db, actor, id)
  return {
    ...nothing,
    document: { level, organisationId: null, participants: { organisations: [], accounts: [] } },
    also: duties.flatMap(({ body }) => openedTo(body.id, 'implementingBody')),
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
      ...openedTo(one.inspecting.id, 'inspectingBody'),
      ...(told ? one.subjects.flatMap(({ id: body }) => openedTo(body, 'inspectedBody')) : []),
    ],
  }
}

/** A project: of the body that owns it; everybody in the province knows of it. */
async function projectSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  return { ...nothing, organisationId: (await getProject(db, actor, id)).owner.id }
}

/** A person belongs to the province, a term to the body whose term it is. */
async function personSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  await getPerson(db, actor, id)
  return nothing
}

async function termSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  const term = (await listTerms(db, actor)).find((one) => one.id === id)
  if (!term) throw new Problem('notFound')
  return bodySubject(db, actor, term.organisation.id)
}

/** A document as the level rule looks at it. */
async function documentGuard(db: Reads, actor: Actor, documentId: string): Promise<Guarded> {
  const row = await db
    .selectFrom('document')
    .select(['document_id', 'organisation_id', 'level', 'matter_id'])
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow()
  return (await guardsOf(db, actor.provinceId, [row])).guard(row)
}
