// The chain as it is shown: each entry with its day, where it stands, its sentence and its conference.
import { sql } from 'kysely'
import type { Reads } from '../../database/tables.ts'
import { type Actor, may } from '../../http/access.ts'
import { visible, visibleDocument, visibleItem, visibleOpinion } from '../../http/visible.ts'
import type { AssignmentView } from '../assignments/contract.ts'
import { taskRows } from '../assignments/rows-store.ts'
import { shownTasks } from '../assignments/view-store.ts'
import { sourcesOf } from '../documents/source.ts'
import { listObservations } from '../indicators/store.ts'
import { listShortcomings } from '../shortcomings/store.ts'
import {
  type ChainNode,
  type ChainStart,
  type ChainView,
  chainStages,
  type Linkable,
  type LinkEnd,
} from './contract.ts'
import type { Link } from './link-store.ts'
import { recurrencesByBody } from './recurrence-store.ts'
import { inSentences, type Walked, walk } from './walk-store.ts'

/** What an entry belongs together with; `notFound` for one that is not, or is closed to the reader. */
export async function getChain(
  db: Reads,
  actor: Actor,
  kind: ChainStart,
  id: string,
): Promise<ChainView> {
  const walked = await walk(db, actor, kind, id)
  const { ids } = walked
  const offered = offers(walked)
  const of = (one: Linkable) => [...ids[one], ...offered.ids[one]]
  const entries = await listShortcomings(db, actor, { ids: of('shortcoming') })
  const own = entries.filter((one) => ids.shortcoming.has(one.id))
  const rows = await taskRows(db, actor, of('assignment'))
  const tasks = await shownTasks(db, actor, rows)
  const matters = of('matter')
  const nodes = [
    ...entries.map((one) =>
      node('shortcoming', one.id, one.source.quote, {
        ...{ date: one.date, conference: one.conference, source: one.source },
        documentId: one.source.documentId,
      }),
    ),
    ...(await itemNodes(db, actor, matters)),
    ...(await paperNodes(db, actor, [...ids.matter])),
    ...(await opinionNodes(db, actor, [...ids.matter])),
    ...(await decisionNodes(db, actor, [...ids.matter])),
    ...(await toldDecisions(db, actor, tasks, kind === 'decision' ? id : null)),
    ...tasks.map(taskNode),
    ...(await resultNodes(db, actor, [...ids.assignment])),
    ...(await reviewNodes(db, actor, [...ids.assignment])),
    ...(await indicatorNodes(db, actor, of('indicator'))),
  ]
  const marked = nodes.map((one) => offered.mark(one, kind, id))
  const place = (one: ChainNode) => chainStages.indexOf(one.stage)
  marked.sort((a, b) => place(a) - place(b) || (a.date ?? '9').localeCompare(b.date ?? '9'))
  const mayLink = may(actor, 'register.edit', actor.provinceId)
  return {
    nodes: mayLink ? marked : withoutRefusals(marked),
    recurrences: await recurrencesByBody(db, actor, own),
    mayLink,
    more: walked.more,
  }
}

/** What was refused is told to those alone who may say so. */
const withoutRefusals = (nodes: readonly ChainNode[]): ChainNode[] =>
  nodes.flatMap((one) =>
    one.how === 'refused' ? [] : [one.how === 'linked' ? { ...one, link: null } : one],
  )

/** How each entry came into the chain, and what somebody may say of it. */
function offers({ ids, links, proposed, begun }: Walked) {
  type Mark = Pick<ChainNode, 'how' | 'link'>
  type Ends = Walked['proposed'][number]
  const marks = new Map<string, Mark>()
  const more: Record<Linkable, string[]> = {
    ...{ shortcoming: [], assignment: [], matter: [], indicator: [] },
  }
  const keyOf = ({ kind, id }: LinkEnd) => `${kind} ${id}`
  const isInside = ({ kind, id }: LinkEnd) => ids[kind].has(id)
  const put = ([one, other]: Ends, how: ChainNode['how'], version: number) => {
    const [known, added] = takesMark(one, other) ? [other, one] : [one, other]
    if (marks.has(keyOf(added))) return
    marks.set(keyOf(added), { how, link: { from: known, to: added, version } })
    if (!isInside(added)) more[added.kind].push(added.id)
  }
  // The mark goes on the end that is inside by nothing else, never on what one began with.
  const takesMark = (one: LinkEnd, other: LinkEnd) => {
    if (!isInside(one) || !isInside(other)) return !isInside(one)
    return begun.has(keyOf(other)) || (!begun.has(keyOf(one)) && marks.has(keyOf(other)))
  }
  const ofStart = ({ ends }: Link) => ends.some((end) => begun.has(keyOf(end)))
  const [inner, outer] = partition(links, ({ ends }) => ends.every(isInside))
  const [confirmed, refused] = partition(inner, ({ verdict }) => verdict === 'confirmed')
  const [first, then] = partition(confirmed, ofStart)
  for (const { ends, version } of [...first, ...then]) put(ends, 'confirmed', version)
  for (const { ends, verdict, version } of outer) put(ends, verdict, version)
  for (const ends of proposed) put(ends, 'proposed', 0)
  // What belongs together by other means still does; that it was refused can be taken back.
  for (const { ends, version } of refused) put(ends, 'linked', version)
  return {
    ids: more,
    mark(one: ChainNode, kind: ChainStart, id: string): ChainNode {
      const started = one.key === `${kind} ${id}` || (kind === 'matter' && one.matterId === id)
      if (started) return { ...one, how: 'entry' }
      const named = one.stage === 'item' ? `matter ${one.matterId}` : one.key
      return { ...one, ...marks.get(named) }
    },
  }
}

function partition<T>(all: readonly T[], fits: (one: T) => boolean): [T[], T[]] {
  return [all.filter(fits), all.filter((one) => !fits(one))]
}

function node(
  stage: ChainNode['stage'],
  id: string,
  title: string,
  facts: Partial<ChainNode> = {},
): ChainNode {
  return {
    ...{ key: `${stage} ${id}`, stage, id, title, date: null, state: null, note: null },
    ...{ conference: null, source: null, place: null, itemId: null, paperId: null },
    ...{ documentId: null, matterId: null, taskId: null, looked: false },
    ...{ how: 'linked', link: null },
    ...facts,
  }
}

const taskNode = (task: AssignmentView): ChainNode =>
  node('assignment', task.id, task.action, {
    ...{ date: task.assignedOn, state: task.state, note: task.leadNow?.name ?? task.leadText },
    ...{ conference: task.conference, source: task.source, place: task.decision?.place ?? null },
  })

const dayOf = sql<string | null>`coalesce(conference.held_on,
  (conference.starts_at at time zone 'Asia/Ho_Chi_Minh')::date)::text`

interface ItemRow {
  id: string
  matter_id: string
  title: string
  status: string
  outcome: string | null
  body: string | null
  conference_id: string
  conference: string
  day: string | null
}

/** Items of the matters; outcome and words of the decision once the conference is closed. */
async function itemsOf(db: Reads, actor: Actor, matters: readonly string[]): Promise<ItemRow[]> {
  if (matters.length === 0) return []
  const { rows } = await sql<ItemRow>`
    select session_item.session_item_id as id, session_item.matter_id, session_item.title,
      session_item.status, conference.conference_id, conference.title as conference,
      ${dayOf} as day,
      case when conference.closed_at is not null then decided.outcome end as outcome,
      case when conference.closed_at is not null then decided.body end as body
    from session_item
    join conference on conference.province_id = ${actor.provinceId}
      and conference.conference_id = session_item.conference_id
    left join item_decision decided on decided.province_id = ${actor.provinceId}
      and decided.session_item_id = session_item.session_item_id
    where session_item.province_id = ${actor.provinceId}
      and session_item.matter_id = any(${[...matters]}::uuid[])
      and conference.cancelled_at is null and ${visibleItem(actor)}
    order by day nulls last, session_item.session_item_id`.execute(db)
  return rows
}

const conferenceOf = (row: Pick<ItemRow, 'conference_id' | 'conference' | 'day'>) => ({
  id: row.conference_id,
  title: row.conference,
  date: row.day,
})

const itemNodes = async (db: Reads, actor: Actor, matters: readonly string[]) =>
  (await itemsOf(db, actor, matters)).map((row) =>
    node('item', row.id, row.title, {
      ...{ date: row.day, state: row.status, conference: conferenceOf(row) },
      ...{ itemId: row.id, matterId: row.matter_id },
    }),
  )

const decisionNodes = async (db: Reads, actor: Actor, matters: readonly string[]) =>
  (await itemsOf(db, actor, matters)).flatMap((row) =>
    row.outcome === null
      ? []
      : [
          node('decision', row.id, row.body || row.title, {
            ...{ date: row.day, state: row.outcome, conference: conferenceOf(row), itemId: row.id },
          }),
        ],
  )

/** Papers of the dossiers, each by the newest version that the reader may read. */
async function paperNodes(db: Reads, actor: Actor, matters: readonly string[]) {
  if (matters.length === 0) return []
  const { rows } = await sql<{ id: string; title: string; number: number; day: string }>`
    select distinct on (paper.paper_id) paper.paper_id as id, paper.title, one.number,
      (one.added_at at time zone 'Asia/Ho_Chi_Minh')::date::text as day
    from dossier_paper paper
    join dossier_paper_version one on one.province_id = ${actor.provinceId}
      and one.paper_id = paper.paper_id
    join document on document.province_id = ${actor.provinceId}
      and document.document_id = one.document_id and document.status = 'read'
    where paper.province_id = ${actor.provinceId} and paper.withdrawn_at is null
      and paper.matter_id = any(${[...matters]}::uuid[]) and ${visibleDocument(actor)}
    order by paper.paper_id, one.number desc`.execute(db)
  return rows.map((row) =>
    node('dossier', row.id, row.title, {
      ...{ date: row.day, note: String(row.number), paperId: row.id },
    }),
  )
}

async function opinionNodes(db: Reads, actor: Actor, matters: readonly string[]) {
  if (matters.length === 0) return []
  const { rows } = await sql<{
    id: string
    matter_id: string
    item_id: string | null
    speaker: string
    body: string
    answer: string | null
    day: string
    conference_id: string | null
    conference: string | null
  }>`select item_opinion.item_opinion_id as id, item_opinion.matter_id, item_opinion.speaker,
      item_opinion.body, item_opinion.answer, item_opinion.session_item_id as item_id,
      (item_opinion.given_at at time zone 'Asia/Ho_Chi_Minh')::date::text as day,
      conference.conference_id, conference.title as conference
    from item_opinion
    left join session_item item on item.province_id = ${actor.provinceId}
      and item.session_item_id = item_opinion.session_item_id
    left join conference on conference.province_id = ${actor.provinceId}
      and conference.conference_id = item.conference_id
    where item_opinion.province_id = ${actor.provinceId} and item_opinion.withdrawn_at is null
      and item_opinion.matter_id = any(${[...matters]}::uuid[]) and ${visibleOpinion(actor)}
    order by item_opinion.given_at`.execute(db)
  return rows.map((row) =>
    node('opinion', row.id, row.body, {
      ...{ date: row.day, state: row.answer ?? 'unanswered', note: row.speaker },
      ...{ itemId: row.item_id, matterId: row.matter_id },
      conference:
        row.conference_id === null
          ? null
          : { id: row.conference_id, title: row.conference ?? '', date: row.day },
    }),
  )
}

/** Decisions that reports tell of in the sentence that orders one of the tasks, and the one that was begun with. */
async function toldDecisions(
  db: Reads,
  actor: Actor,
  tasks: readonly AssignmentView[],
  start: string | null,
): Promise<ChainNode[]> {
  const told = tasks.flatMap(({ source }) => (source ? [{ source }] : []))
  const ids = await inSentences(db, actor, 'decision', told)
  if (start !== null) ids.push(start)
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('decision_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .where(visible(actor, 'decision.document_id'))
    .execute()
  const sources = await sourcesOf(db, actor, rows)
  return rows.map((row) =>
    node('decision', row.decision_id, row.as_written, {
      ...{ date: sources.dateOf(row), state: row.outcome, note: row.decided_by },
      ...{ conference: sources.conferenceOf(row), source: sources.of(row) },
    }),
  )
}

/** What was reported done, confirmed or sent back, with the newest document that shows it. */
async function resultNodes(db: Reads, actor: Actor, tasks: readonly string[]) {
  if (tasks.length === 0) return []
  const { rows } = await sql<{
    id: string
    task_id: string
    kind: string
    body: string | null
    day: string
    document_id: string | null
    document: string | null
  }>`select step.step_id as id, step.assignment_id as task_id, step.kind, step.body,
      coalesce(step.on_date, (step.at at time zone 'Asia/Ho_Chi_Minh')::date)::text as day,
      shows.document_id, shows.title as document
    from assignment_step step
    left join lateral (select document.document_id, document.title from assignment_evidence proof
      join document on document.province_id = ${actor.provinceId}
        and document.document_id = proof.document_id and document.status = 'read'
      where proof.province_id = ${actor.provinceId} and proof.step_id = step.step_id
        and ${visibleDocument(actor)}
      order by proof.added_at desc limit 1) shows on true
    where step.province_id = ${actor.provinceId}
      and step.assignment_id = any(${[...tasks]}::uuid[])
      and step.kind in ('reported', 'confirmed', 'sentBack')
    order by step.at`.execute(db)
  return rows.map((row) =>
    node('result', row.id, row.body ?? row.document ?? '', {
      ...{ date: row.day, state: row.kind, note: row.document, documentId: row.document_id },
      taskId: row.task_id,
    }),
  )
}

/** Where a task stood when a later conference looked back on it: the last time at each. */
async function reviewNodes(db: Reads, actor: Actor, tasks: readonly string[]) {
  if (tasks.length === 0) return []
  const { rows } = await sql<{
    id: string
    task_id: string
    state: string
    day: string | null
    conference_id: string
    conference: string
  }>`select distinct on (kept.assignment_id, conference.conference_id) looked.review_id as id,
      kept.assignment_id as task_id, kept.state, ${dayOf} as day, conference.conference_id,
      conference.title as conference
    from item_review_task kept
    join item_review looked on looked.province_id = ${actor.provinceId}
      and looked.review_id = kept.review_id
    join session_item on session_item.province_id = ${actor.provinceId}
      and session_item.session_item_id = looked.session_item_id
    join conference on conference.province_id = ${actor.provinceId}
      and conference.conference_id = session_item.conference_id
    where kept.province_id = ${actor.provinceId}
      and kept.assignment_id = any(${[...tasks]}::uuid[]) and ${visibleItem(actor)}
    order by kept.assignment_id, conference.conference_id, looked.taken_at desc`.execute(db)
  return rows.map((row) =>
    node('result', row.id, '', {
      ...{ key: `review ${row.id} ${row.task_id}`, date: row.day, state: row.state },
      ...{ conference: conferenceOf(row), taskId: row.task_id, looked: true },
    }),
  )
}

/** Indicators with the figure that stands last. */
async function indicatorNodes(db: Reads, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('indicator')
    .select(['indicator_id', 'name_vi'])
    .where('province_id', '=', actor.provinceId)
    .where('indicator_id', 'in', [...ids])
    // What is offered was not walked through: it may be put away.
    .where('quarantined', '=', false)
    .execute()
  const all = await listObservations(db, actor, { indicatorIds: ids })
  const figuresOf = Map.groupBy(all, (one) => one.indicatorId)
  return rows.map(({ indicator_id: id, name_vi }) => {
    const figures = figuresOf.get(id) ?? []
    const last = figures.filter(({ modality }) => modality === 'actual').at(-1) ?? figures.at(-1)
    return node('indicator', id, name_vi, {
      ...{ date: last?.period?.to ?? null, note: last?.quantityText ?? null },
      source: last?.source ?? null,
    })
  })
}
