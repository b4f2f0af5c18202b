// Dossiers as they are read: everybody sees exactly the papers that the level rule lets them read.
import { sql } from 'kysely'
import type { Reads, Row } from '../../database/tables.ts'
import { type Actor, authorise, may } from '../../http/access.ts'
import { visibleDocument, visibleItem } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { numbersIn } from '../agenda/store.ts'
import { conferenceRow } from '../conferences/plan-store.ts'
import { accountNames } from '../documents/source.ts'
import { excerptsOf } from '../notices/excerpt-store.ts'
import { organisationNames } from '../organisations/names.ts'
import type { DossierView, PaperView, SubmissionView } from './contract.ts'
import { completeness, isLate, stateOf } from './dossier.ts'
import { type Concerned, concernedBy, isInside, mayPrepare } from './rights-store.ts'
import { sittingsOf } from './sittings-store.ts'

type Item = Row<'session_item'>
type Conference = Row<'conference'>

/** The dossiers of a conference in the order of its agenda. */
export async function conferenceDossiers(
  db: Reads,
  actor: Actor,
  conferenceId: string,
): Promise<DossierView[]> {
  const conference = await conferenceRow(db, actor, conferenceId)
  const items = await itemsFor(db, actor).where('conference_id', '=', conferenceId).execute()
  return shown(db, actor, items, [conference])
}

/** One item's dossier; `notFound` where the item is closed to the actor. */
export async function getDossier(db: Reads, actor: Actor, itemId: string): Promise<DossierView> {
  authorise(actor, 'register.read', actor.provinceId)
  const items = await itemsFor(db, actor).where('session_item_id', '=', itemId).execute()
  const [one] = await shown(db, actor, items)
  if (!one) throw new Problem('notFound')
  return one
}

/**
 * What bodies of the actor's have to submit to conferences that are not over, the next deadline first; then those
 * of which an extract of the minutes was issued.
 */
export async function ownDossiers(db: Reads, actor: Actor): Promise<DossierView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  const items = await itemsFor(db, actor)
    .where('submitter_id', 'is not', null)
    .where('status', '<>', 'withdrawn')
    .where(
      sql<boolean>`exists (select 1 from conference where conference.province_id = session_item.province_id
        and conference.conference_id = session_item.conference_id and conference.withdrawn_at is null
        and conference.cancelled_at is null and (conference.closed_at is null
          or exists (select 1 from notice where notice.province_id = session_item.province_id
            and notice.session_item_id = session_item.session_item_id and notice.kind = 'excerpt'
            and notice.issued_at is not null and notice.withdrawn_at is null)))`,
    )
    .execute()
  const own = items.filter(({ submitter_id }) =>
    may(actor, 'dossier.submit', actor.provinceId, submitter_id),
  )
  const dossiers = await shown(db, actor, own)
  const dueOf = ({ conference, excerpts }: DossierView) =>
    `${excerpts.length > 0 ? 1 : 0} ${conference.dossiersDue ?? conference.startsAt ?? '9999'}`
  return dossiers.toSorted((one, other) => (dueOf(one) < dueOf(other) ? -1 : 1))
}

/** One paper; `notFound` where the actor may read none of its versions. */
export async function getPaper(db: Reads, actor: Actor, id: string): Promise<PaperView> {
  authorise(actor, 'document.read', actor.provinceId)
  const rows = await db
    .selectFrom('dossier_paper')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('paper_id', '=', id)
    // Asked here, not only below: one that is closed is answered as fast as one that is not there.
    .where(
      sql<boolean>`exists (select 1 from dossier_paper_version one join document
        on document.province_id = one.province_id and document.document_id = one.document_id
        where one.province_id = dossier_paper.province_id and one.paper_id = dossier_paper.paper_id
          and ${visibleDocument(actor)})`,
    )
    .execute()
  const concerned = await concernedBy(
    db,
    actor.provinceId,
    rows.map((row) => row.matter_id),
  )
  const [found] = await papersShown(db, actor, rows, concerned)
  if (!found) throw new Problem('notFound')
  return found.paper
}

/** The conferences whose item of the matter the actor knows of, the newest first. */
export async function conferencesWith(
  db: Reads,
  actor: Actor,
  matterId: string,
): Promise<{ id: string; name: string }[]> {
  authorise(actor, 'register.read', actor.provinceId)
  const items = await itemsFor(db, actor).where('matter_id', '=', matterId).execute()
  if (items.length === 0) return []
  const rows = await conferencesOf(db, actor.provinceId, items)
  return rows
    .toSorted((one, other) => (one.conference_id < other.conference_id ? 1 : -1))
    .map((row) => ({ id: row.conference_id, name: row.title }))
}

const itemsFor = (db: Reads, actor: Actor) =>
  db
    .selectFrom('session_item')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where(visibleItem(actor))
    .orderBy('position')
    .orderBy('session_item_id')

async function shown(
  db: Reads,
  actor: Actor,
  items: readonly Item[],
  known?: readonly Conference[],
): Promise<DossierView[]> {
  if (items.length === 0) return []
  const { provinceId } = actor
  const conferences = new Map(
    (known ?? (await conferencesOf(db, provinceId, items))).map((row) => [row.conference_id, row]),
  )
  const matters = items.map((item) => item.matter_id)
  const concerned = await concernedBy(db, provinceId, matters)
  const papers = Map.groupBy(
    await papersShown(db, actor, await papersOf(db, provinceId, matters), concerned),
    ({ paper }) => paper.matterId,
  )
  const submissions = await submissionsOf(db, provinceId, items)
  const excerpts = await excerptsOf(
    db,
    actor,
    items.map((item) => item.session_item_id),
  )
  const numbers = await numbersIn(
    db,
    provinceId,
    items.map((item) => item.conference_id),
  )
  const bodies = await organisationNames(
    db,
    provinceId,
    items.map((item) => item.submitter_id),
  )
  return items.flatMap((item) => {
    const conference = conferences.get(item.conference_id)
    const about = concerned.get(item.matter_id)
    if (!conference || !about) return []
    const own = (papers.get(item.matter_id) ?? []).map(({ paper, openAt }) => ({
      ...paper,
      released: openAt.includes(item.session_item_id),
    }))
    const current = own.filter((paper) => !paper.withdrawn)
    const due = conference.dossiers_due
    const sent = (submissions.get(item.session_item_id) ?? []).map((row) => row.shown(due))
    return {
      conference: {
        id: conference.conference_id,
        title: conference.title,
        startsAt: conference.starts_at,
        dossiersDue: due,
      },
      item: itemShown(item, numbers.get(item.session_item_id) ?? item.number, bodies),
      papers: own,
      counts: { papers: current.length, released: current.filter((one) => one.released).length },
      releasedAt: item.papers_released_at,
      excerpts: excerpts.get(item.session_item_id) ?? [],
      inside: isInside(actor, about)
        ? {
            state: stateOf(sent[0], due, new Date()),
            late: sent[0]?.late ?? isLate(new Date(), due),
            submissions: sent,
            completeness: completeness(current.map((paper) => paper.kind)),
          }
        : null,
      may: {
        prepare: mayPrepare(actor, about),
        decide: may(actor, 'conference.plan', provinceId, conference.organisation_id),
      },
    }
  })
}

const itemShown = (
  item: Item,
  number: string | null,
  bodies: ReadonlyMap<string, string>,
): DossierView['item'] => ({
  id: item.session_item_id,
  matterId: item.matter_id,
  position: item.position,
  number,
  title: item.title,
  submitter:
    item.submitter_id === null
      ? null
      : { id: item.submitter_id, name: bodies.get(item.submitter_id) ?? '' },
  level: item.level,
  status: item.status,
  version: item.version,
})

/** The conferences of items that the actor knows of: a submitter is told where its own item goes. */
async function conferencesOf(db: Reads, provinceId: number, items: readonly Item[]) {
  return db
    .selectFrom('conference')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('conference_id', 'in', [...new Set(items.map((item) => item.conference_id))])
    .execute()
}

async function papersOf(db: Reads, provinceId: number, matters: readonly string[]) {
  return db
    .selectFrom('dossier_paper')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('matter_id', 'in', [...new Set(matters)])
    .orderBy('position')
    .orderBy('paper_id')
    .execute()
}

/** A paper, and the items at which its newest version that the actor may read is given out. */
interface Shown {
  paper: PaperView
  openAt: string[]
}

/** Papers with the versions that the actor may read; one without any is left out, and so is one that was withdrawn, for outsiders. */
async function papersShown(
  db: Reads,
  actor: Actor,
  rows: readonly Row<'dossier_paper'>[],
  concerned: ReadonlyMap<string, Concerned>,
): Promise<Shown[]> {
  if (rows.length === 0) return []
  const { provinceId } = actor
  const versions = await db
    .selectFrom('dossier_paper_version as one')
    .innerJoin('document', (join) =>
      join
        .onRef('document.province_id', '=', 'one.province_id')
        .onRef('document.document_id', '=', 'one.document_id'),
    )
    .select([
      'one.paper_id',
      'one.number',
      'one.document_id',
      'one.note',
      'one.added_by',
      'one.added_at',
      'document.file_name',
      'document.format',
      'document.byte_size',
      'document.sha256',
      'document.level',
      'document.status',
    ])
    .where('one.province_id', '=', provinceId)
    .where(
      'one.paper_id',
      'in',
      rows.map((row) => row.paper_id),
    )
    .where(visibleDocument(actor))
    .orderBy('one.number')
    .execute()
  const byPaper = Map.groupBy(versions, (one) => one.paper_id)
  const people = await accountNames(
    db,
    provinceId,
    versions.map((one) => one.added_by),
  )
  const sittings = await sittingsOf(
    db,
    provinceId,
    versions.map((one) => one.document_id),
  )
  return rows.flatMap((row) => {
    const own = byPaper.get(row.paper_id) ?? []
    const about = concerned.get(row.matter_id)
    if (own.length === 0 || !about) return []
    const withdrawn = row.withdrawn_at !== null
    if (withdrawn && !isInside(actor, about)) return []
    const newest = own.at(-1)
    const before = (sittings.get(newest?.document_id ?? '') ?? []).filter(
      (sitting) => sitting.open && !withdrawn && newest?.level !== 'office',
    )
    const openAt = [...new Set(before.map((sitting) => sitting.itemId))]
    const paper: PaperView = {
      id: row.paper_id,
      matterId: row.matter_id,
      kind: row.kind,
      title: row.title,
      position: row.position,
      withdrawn,
      released: openAt.length > 0,
      versions: own.map((one) => ({
        number: one.number,
        documentId: one.document_id,
        fileName: one.file_name,
        format: one.format,
        byteSize: one.byte_size,
        sha256: one.sha256,
        level: one.level,
        status: one.status === 'destroyed' ? ('destroyed' as const) : ('read' as const),
        note: one.note,
        addedBy: people.get(one.added_by) ?? '',
        addedAt: one.added_at,
      })),
      may: { change: mayPrepare(actor, about) },
      version: row.version,
    }
    return { paper, openAt }
  })
}

/** Submissions by item, newest first; each is shown against the deadline as it stands. */
async function submissionsOf(db: Reads, provinceId: number, items: readonly Item[]) {
  const rows = await db
    .selectFrom('dossier_submission')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where(
      'session_item_id',
      'in',
      items.map((item) => item.session_item_id),
    )
    .orderBy('submitted_at', 'desc')
    .orderBy('submission_id', 'desc')
    .execute()
  const people = await accountNames(
    db,
    provinceId,
    rows.flatMap((row) => [row.submitted_by, row.decided_by]),
  )
  const sent = rows.map((row) => ({
    item: row.session_item_id,
    shown: (due: string | null): SubmissionView => ({
      id: row.submission_id,
      submittedAt: row.submitted_at,
      submittedBy: people.get(row.submitted_by) ?? '',
      note: row.note,
      late: isLate(row.submitted_at, due),
      outcome: row.outcome,
      reason: row.reason,
      decidedAt: row.decided_at,
      decidedBy: row.decided_by === null ? null : (people.get(row.decided_by) ?? ''),
      version: row.version,
    }),
  }))
  return Map.groupBy(sent, (one) => one.item)
}
