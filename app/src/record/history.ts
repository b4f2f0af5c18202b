// The history of an entry: who did what when and why, from which sentence, and what differed.
import { type RawBuilder, sql } from 'kysely'
import type { Reads } from '../database/tables.ts'
import { type Actor, authorise, may } from '../http/access.ts'
import {
  inspects,
  visible,
  visibleConference,
  visibleDocument,
  visibleInstrument,
  visibleItem,
  visibleProgramme,
  visibleTask,
} from '../http/visible.ts'
import { Problem } from '../problem.ts'
import type { HistoryView, storiedKinds } from './contract.ts'
import { contentHash } from './record.ts'
import { type InvitationSight, proceedingKinds, type Story, storyOf } from './stories.ts'
import { fieldChanges } from './story.ts'

/** Where the subjects of each kind are, and what is known of their origin there. */
const places = {
  document: { table: 'document', key: 'document_id', document: 'self' },
  assignment: { table: 'assignment', key: 'assignment_id', document: 'task' },
  shortcoming: { table: 'shortcoming', key: 'shortcoming_id', document: 'source' },
  observation: { table: 'observation', key: 'observation_id', document: 'source' },
  agendaItem: { table: 'agenda_item', key: 'agenda_item_id', document: 'source' },
  opinion: { table: 'opinion', key: 'opinion_id', document: 'source' },
  decision: { table: 'decision', key: 'decision_id', document: 'source' },
  citation: { table: 'citation', key: 'citation_id', document: 'source' },
  conference: { table: 'conference', key: 'conference_id', document: 'held' },
  sessionItem: { table: 'session_item', key: 'session_item_id', document: 'item' },
  itemDecision: { table: 'item_decision', key: 'session_item_id', document: 'decided' },
  programme: { table: 'programme_entry', key: 'entry_id', document: 'programme' },
  instrument: { table: 'instrument', key: 'instrument_id', document: 'instrument' },
  inspection: { table: 'inspection', key: 'inspection_id', document: 'inspection' },
  project: { table: 'project', key: 'project_id', document: 'none' },
  indicator: { table: 'indicator', key: 'indicator_id', document: 'none' },
  lexicon: { table: 'lexicon_entry', key: 'entry_id', document: 'none' },
} as const satisfies Record<EntryKind, unknown>

type StoriedKind = (typeof storiedKinds)[number]

/** All but what a conference's proceedings tell themselves (`stories.ts`). */
type EntryKind = Exclude<StoriedKind, (typeof proceedingKinds)[number]>

const isEntry = (kind: StoriedKind): kind is EntryKind =>
  !(proceedingKinds as readonly StoriedKind[]).includes(kind)

interface Origin {
  document_id: string | null
  finding_id: string | null
  start_at: number | null
  end_at: number | null
}

/**
 * The changes of one subject and of the finding that it came from, oldest first. `notFound` for what is not
 * there or comes from a document that is closed to the actor; entries that were taken back have a history.
 * `invitationSight` is the register's own, since the record stands below the registers.
 */
export async function historyOf(
  db: Reads,
  actor: Actor,
  kind: StoriedKind,
  id: string,
  invitationSight: InvitationSight,
): Promise<HistoryView> {
  authorise(actor, 'history.read', actor.provinceId)
  if (!isEntry(kind)) {
    const story = await storyOf(db, actor, kind, id, invitationSight)
    return { changes: await toldOf(db, actor.provinceId, story), source: null }
  }
  const origin = await originOf(db, actor, kind, id)
  const subjects = [id, ...(origin.finding_id ? [origin.finding_id] : [])]
  const decided = kind === 'itemDecision'
  const changes = await toldOf(db, actor.provinceId, {
    kinds: [kind, 'finding'],
    ids: subjects,
    tell: (change) => change,
    gathered: decided,
  })
  return {
    changes: decided ? changes.map(decisionWords) : changes,
    source: await sourceOf(db, actor, origin),
  }
}

/** Where an entry of the kind comes from; `notFound` as in `historyOf`. */
export async function originOf(
  db: Reads,
  actor: Actor,
  kind: EntryKind,
  id: string,
): Promise<Origin> {
  const { table, key } = places[kind]
  const { told, open } = openTo(actor, kind)
  const columns = told
    ? sql`document_id, finding_id, start_at, end_at`
    : sql`null::uuid as document_id, null::uuid as finding_id, null as start_at, null as end_at`
  const { rows } = await sql<Origin>`select ${columns} from ${sql.table(table)}
    where province_id = ${actor.provinceId} and ${sql.ref(key)} = ${id} and ${open}`.execute(db)
  const [found] = rows
  if (!found) throw new Problem('notFound')
  if (kind === 'itemDecision') await mustTellDecision(db, actor, id)
  return found
}

/** As in the sitting: a decision is for who runs or presides until its conference is closed. */
async function mustTellDecision(db: Reads, actor: Actor, itemId: string): Promise<void> {
  const row = await db
    .selectFrom('session_item')
    .innerJoin('conference', (join) =>
      join
        .onRef('conference.province_id', '=', 'session_item.province_id')
        .onRef('conference.conference_id', '=', 'session_item.conference_id'),
    )
    .select(['conference.organisation_id', 'conference.closed_at'])
    .where('session_item.province_id', '=', actor.provinceId)
    .where('session_item.session_item_id', '=', itemId)
    .executeTakeFirst()
  const inside = (['conference.run', 'conference.close'] as const).some((action) =>
    may(actor, action, actor.provinceId, row?.organisation_id ?? null),
  )
  if (!row || (row.closed_at === null && !inside)) throw new Problem('notFound')
}

/** Which rows of a kind the actor may know of, and whether the table says what document they come from. */
function openTo(actor: Actor, kind: EntryKind): { told: boolean; open: RawBuilder<boolean> } {
  switch (places[kind].document) {
    case 'self':
      return { told: false, open: visibleDocument(actor) }
    case 'source':
      return { told: true, open: visible(actor, 'document_id') }
    case 'held':
      return { told: true, open: visibleConference(actor) }
    case 'task':
      return { told: true, open: visibleTask(actor) }
    case 'item':
      return { told: false, open: visibleItem(actor) }
    case 'decided':
      return {
        told: false,
        open: sql<boolean>`exists (select 1 from session_item
          where session_item.province_id = item_decision.province_id
            and session_item.session_item_id = item_decision.session_item_id and ${visibleItem(actor)})`,
      }
    case 'programme':
      return { told: false, open: visibleProgramme(actor) }
    case 'instrument':
      return { told: false, open: visibleInstrument(actor) }
    case 'inspection':
      // What the plan was and why it changed is not told to the body that is inspected.
      return { told: false, open: inspects(actor) }
    default:
      return { told: false, open: kind === 'indicator' ? sql`not quarantined` : sql`true` }
  }
}

type ChangeRow = Awaited<ReturnType<typeof changesOf>>[number]

/** At most this many changes are told; an entry that has more is a sign of something else. */
const most = 2000

function changesOf(db: Reads, provinceId: number, { kinds, ids }: Pick<Story, 'kinds' | 'ids'>) {
  return db
    .selectFrom('audit_record as link')
    .leftJoin('record_content as content', (join) =>
      join
        .onRef('content.province_id', '=', 'link.province_id')
        .onRef('content.seq', '=', 'link.seq'),
    )
    .leftJoin('record_salt as salt', (join) =>
      join
        .onRef('salt.province_id', '=', 'link.province_id')
        .onRef('salt.subject_kind', '=', 'link.subject_kind')
        .onRef('salt.subject_id', '=', 'link.subject_id'),
    )
    .select([
      'link.seq',
      'link.at',
      'link.actor_name',
      'link.action',
      'link.reason',
      'link.before_hash',
      'link.after_hash',
      'content.before',
      'content.after',
      'content.seq as kept',
      'salt.salt',
    ])
    .where('link.province_id', '=', provinceId)
    .where('link.subject_kind', 'in', [...kinds])
    .where('link.subject_id', 'in', [...ids])
    .orderBy('link.seq')
    .limit(most)
    .execute()
}

type ChangeView = HistoryView['changes'][number]

/** A text is saved while it is typed: what one person saved within so many milliseconds is one change. */
const oneGo = 10 * 60_000

/** Changes that are told as one: what stood before the first, what stands after the last. */
interface Go {
  last: ChangeRow
  before: unknown
  after: unknown
  reason: string | null
  proven: boolean | null
}

/** The changes that a story is made of, as far as it tells them. */
async function toldOf(db: Reads, provinceId: number, story: Story): Promise<ChangeView[]> {
  const gone: Go[] = []
  let former: unknown
  for (const row of await changesOf(db, provinceId, story)) {
    const told = story.tell(row)
    if (!told) continue
    const { reason, after } = told
    const before = told.before ?? (story.onlyAfter ? former : undefined)
    former = after ?? former
    const proven = row.kept === null ? null : fits(row)
    const go = gone.at(-1)
    if (!story.gathered || !go || !goesOn(go, row, reason)) {
      gone.push({ last: row, before, after, reason, proven })
      continue
    }
    Object.assign(go, {
      last: row,
      after: after ?? go.after,
      proven: proven === false || go.proven === false ? false : (go.proven ?? proven),
    })
  }
  return gone.map(({ last, before, after, reason, proven }) => ({
    seq: last.seq,
    at: last.at,
    actorName: last.actor_name,
    action: last.action,
    reason,
    fields: fieldChanges(before ?? undefined, after ?? undefined),
    proven,
  }))
}

const goesOn = ({ last, reason: former }: Go, row: ChangeRow, reason: string | null): boolean =>
  reason === null &&
  former === null &&
  last.actor_name === row.actor_name &&
  last.action === row.action &&
  Date.parse(row.at) - Date.parse(last.at) < oneGo

/** Elsewhere a `body` is an organisation; here it is the words. */
const decisionWords = (change: ChangeView): ChangeView => ({
  ...change,
  fields: change.fields.map((one) =>
    one.field === 'body' ? { ...one, field: 'decisionBody' } : one,
  ),
})

/** Whether the content is the one whose hashes are on record. */
function fits({ salt, before, after, before_hash, after_hash }: ChangeRow): boolean {
  const hash = (content: unknown) =>
    content === null || salt === null ? null : contentHash(salt, content)
  return hash(before) === before_hash && hash(after) === after_hash
}

/** The sentence, where the document is still there. */
async function sourceOf(db: Reads, actor: Actor, origin: Origin): Promise<HistoryView['source']> {
  if (origin.document_id === null || origin.finding_id === null) return null
  const row = await db
    .selectFrom('finding')
    .innerJoin('document', (join) =>
      join
        .onRef('document.province_id', '=', 'finding.province_id')
        .onRef('document.document_id', '=', 'finding.document_id'),
    )
    .select(['document.title', 'finding.quote'])
    .where('finding.province_id', '=', actor.provinceId)
    .where('document.province_id', '=', actor.provinceId)
    .where('finding.finding_id', '=', origin.finding_id)
    .executeTakeFirst()
  if (!row) return null
  return {
    documentId: origin.document_id,
    documentTitle: row.title,
    start: origin.start_at ?? 0,
    end: origin.end_at ?? 0,
    quote: row.quote,
  }
}
