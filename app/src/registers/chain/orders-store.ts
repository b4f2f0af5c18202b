// What was ordered about a shortcoming: tasks that somebody linked with it, that the same sentence orders, or whose
// words name its topic at the same conference. The last are proposed: nobody said yet that they belong together.
import { topicsOf } from '@giaoban/reader'
import { type RawBuilder, sql } from 'kysely'
import type { Reads } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { visibleTask } from '../../http/visible.ts'
import { taskRows } from '../assignments/rows-store.ts'
import { shownTasks } from '../assignments/view-store.ts'
import type { ShortcomingView } from '../shortcomings/contract.ts'
import type { LinkedBy, OrderView } from './review-contract.ts'

/** A shortcoming with all conferences that it was told at, known to the reader or not. */
export interface ToldShortcoming extends ShortcomingView {
  conferences: string[]
}

/** A task that has to do with a shortcoming; `version` of the word that somebody gave, 0 where nobody did. */
export interface TaskLink {
  shortcomingId: string
  taskId: string
  by: LinkedBy
  version: number
}

/** The conferences that documents were told at: their own, and those before whose items they were brought. */
export async function conferencesOfDocuments(
  db: Reads,
  provinceId: number,
  documentIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (documentIds.length === 0) return new Map()
  const ids = [...new Set(documentIds)]
  const { rows } = await sql<{ document_id: string; conference_id: string }>`
    select document_id, conference_id from document where province_id = ${provinceId}
      and document_id = any(${ids}::uuid[]) and conference_id is not null
    union select paper.document_id, item.conference_id from item_paper paper
    join session_item item on item.province_id = ${provinceId}
      and item.session_item_id = paper.session_item_id
    where paper.province_id = ${provinceId} and paper.document_id = any(${ids}::uuid[])`.execute(db)
  const found = Map.groupBy(rows, (row) => row.document_id)
  return new Map([...found].map(([id, of]) => [id, of.map((row) => row.conference_id)]))
}

/** The same, added to shortcomings. */
export async function withConferences(
  db: Reads,
  provinceId: number,
  entries: readonly ShortcomingView[],
): Promise<ToldShortcoming[]> {
  const conferences = await conferencesOfDocuments(
    db,
    provinceId,
    entries.map(({ source }) => source.documentId),
  )
  return entries.map((entry) => ({
    ...entry,
    conferences: conferences.get(entry.source.documentId) ?? [],
  }))
}

interface Candidate {
  assignment_id: string
  words: string
  document_id: string | null
  text_version: number | null
  start_at: number | null
  end_at: number | null
  conference_id: string | null
}

/**
 * The tasks, as far as the reader may know of them, that have to do with these shortcomings. One that somebody
 * refused is left out, unless `refused` asks for those.
 */
export async function tasksAbout(
  db: Reads,
  actor: Actor,
  entries: readonly ToldShortcoming[],
  refused = false,
): Promise<TaskLink[]> {
  if (entries.length === 0) return []
  const words = await wordsOn(db, actor.provinceId, entries)
  const linked = [...words.values()].flatMap((one) => one.assignment_id ?? [])
  const candidates = await candidatesFor(db, actor, entries, linked)
  const byConference = Map.groupBy(candidates, (one) => one.conference_id ?? '')
  const byDocument = Map.groupBy(candidates, (one) => one.document_id ?? '')
  const known = new Map(candidates.map((one) => [one.assignment_id, one]))
  const topics = new Map<Candidate, string[]>()
  const names = (task: Candidate, topic: string) => {
    const told = topics.get(task) ?? topicsOf(task.words)
    topics.set(task, told)
    return told.includes(topic)
  }
  return entries.flatMap((entry): TaskLink[] => {
    const near = new Set([
      ...(byDocument.get(entry.source.documentId) ?? []),
      ...entry.conferences.flatMap((id) => byConference.get(id) ?? []),
      ...linked.flatMap((id) => (words.has(`${entry.id} ${id}`) ? (known.get(id) ?? []) : [])),
    ])
    return [...near].flatMap((task): TaskLink[] => {
      const said = words.get(`${entry.id} ${task.assignment_id}`)
      const link = {
        shortcomingId: entry.id,
        taskId: task.assignment_id,
        version: said?.version ?? 0,
      }
      if (said) {
        const wanted = said.verdict === (refused ? 'refused' : 'confirmed')
        return wanted ? [{ ...link, by: 'confirmed' }] : []
      }
      if (refused) return []
      if (sameSentence(entry, task)) return [{ ...link, by: 'sentence' }]
      return entry.topic !== 'other' && names(task, entry.topic)
        ? [{ ...link, by: 'proposed' }]
        : []
    })
  })
}

/** The tasks of links as a list shows them, each once, by the shortcoming's id. */
export async function ordersOf(
  db: Reads,
  actor: Actor,
  links: readonly TaskLink[],
): Promise<(shortcomingIds: ReadonlySet<string>) => OrderView[]> {
  const rows = await taskRows(db, actor, [...new Set(links.map((link) => link.taskId))])
  const tasks = new Map((await shownTasks(db, actor, rows)).map((one) => [one.id, one]))
  return (shortcomingIds) => {
    const orders = new Map<string, OrderView>()
    for (const { shortcomingId, taskId, by } of links) {
      const task = tasks.get(taskId)
      if (!task || !shortcomingIds.has(shortcomingId)) continue
      const former = orders.get(taskId)
      if (former && former.by !== 'proposed') continue
      const lead = task.leadNow?.name ?? task.leadText
      orders.set(taskId, { id: taskId, action: task.action, lead, state: task.state, by })
    }
    return [...orders.values()]
  }
}

/** What people said of a shortcoming and a task, by both ids. */
async function wordsOn(db: Reads, provinceId: number, entries: readonly ToldShortcoming[]) {
  const rows = await db
    .selectFrom('chain_link')
    .select(['shortcoming_id', 'assignment_id', 'verdict', 'version'])
    .where('province_id', '=', provinceId)
    .where('assignment_id', 'is not', null)
    .where(
      'shortcoming_id',
      'in',
      entries.map((one) => one.id),
    )
    .execute()
  return new Map(rows.map((row) => [`${row.shortcoming_id} ${row.assignment_id}`, row]))
}

/** Tasks of the same documents and conferences, and those that people named. */
async function candidatesFor(
  db: Reads,
  actor: Actor,
  entries: readonly ToldShortcoming[],
  linked: readonly string[],
): Promise<Candidate[]> {
  const { provinceId } = actor
  const documents = uuids(entries.map(({ source }) => source.documentId))
  const conferences = uuids(entries.flatMap((entry) => entry.conferences))
  const { rows } = await sql<Candidate>`
    select assignment.assignment_id, assignment.action || ' ' || assignment.as_written as words,
      assignment.document_id, assignment.text_version, assignment.start_at, assignment.end_at,
      coalesce(item.conference_id, report.conference_id) as conference_id
    from assignment
    left join session_item item on item.province_id = ${provinceId}
      and item.session_item_id = assignment.session_item_id
    left join document report on report.province_id = ${provinceId}
      and report.document_id = assignment.document_id
    where assignment.province_id = ${provinceId} and assignment.withdrawn_at is null
      and (assignment.document_id = any(${documents}) or item.conference_id = any(${conferences})
        or report.conference_id = any(${conferences}) or assignment.assignment_id = any(${uuids(linked)}))
      and ${visibleTask(actor)}
    order by assignment.start_at, assignment.assignment_id`.execute(db)
  return rows
}

const uuids = (ids: readonly string[]): RawBuilder<unknown> => sql`${[...new Set(ids)]}::uuid[]`

/** Whether the sentence that tells of the shortcoming orders the task as well. */
function sameSentence({ source }: ShortcomingView, task: Candidate): boolean {
  return (
    task.document_id === source.documentId &&
    task.text_version === source.textVersion &&
    (task.start_at ?? 0) < source.end &&
    (task.end_at ?? 0) > source.start
  )
}
