// Walks the chain from one entry: which matters, tasks, shortcomings and indicators belong together, both ways. It
// never goes on through an entry that is closed to the reader.
import { topicsOf } from '@giaoban/reader'
import { sql } from 'kysely'
import type { Reads } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { visible, visibleItem, visibleOpinion, visibleTask } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import type { ShortcomingView } from '../shortcomings/contract.ts'
import { listShortcomings } from '../shortcomings/store.ts'
import type { ChainStart, Linkable, LinkEnd } from './contract.ts'
import { knownOf, type Link, linksOf } from './link-store.ts'
import { type ToldShortcoming, tasksAbout, withConferences } from './orders-store.ts'

/** What was found, by kind; `links` is what people said of any of it. */
export interface Walked {
  ids: Record<Linkable, Set<string>>
  links: Link[]
  /** Pairs whose words fit, nobody said anything of: [shortcoming, the other]. */
  proposed: [LinkEnd, LinkEnd][]
  /** `kind id` of what one began with, as far as people may say of it; a decision is nothing of that kind. */
  begun: ReadonlySet<string>
  more: boolean
}

/** Entries of one kind in an answer. */
const most = 60
const rounds = 8

/** `notFound` for a start that is not, or is closed to the reader. */
export async function walk(db: Reads, actor: Actor, kind: ChainStart, id: string): Promise<Walked> {
  authorise(actor, 'register.read', actor.provinceId)
  const ids = none()
  let more = false
  const start = await startOf(db, actor, kind, id)
  let fresh = start
  for (let round = 0; round < rounds; round++) {
    const added = none()
    for (const one of kinds) {
      const wanted = [...fresh[one]].filter((each) => !ids[one].has(each))
      for (const known of await knownOf(db, actor, one, wanted)) {
        if (ids[one].size >= most) more = true
        else {
          ids[one].add(known)
          added[one].add(known)
        }
      }
    }
    if (kinds.every((one) => added[one].size === 0)) break
    fresh = await neighbours(db, actor, added)
  }
  const links = await linksOf(db, actor.provinceId, asLists(ids))
  const begun = new Set(
    kind === 'decision'
      ? []
      : kinds.flatMap((one) => [...start[one]].map((each) => `${one} ${each}`)),
  )
  return { ids, links, proposed: await proposals(db, actor, ids, links), begun, more }
}

const kinds: readonly Linkable[] = ['shortcoming', 'assignment', 'matter', 'indicator']

const none = (): Record<Linkable, Set<string>> => ({
  shortcoming: new Set(),
  assignment: new Set(),
  matter: new Set(),
  indicator: new Set(),
})

const asLists = (ids: Record<Linkable, Set<string>>): Record<Linkable, string[]> => ({
  shortcoming: [...ids.shortcoming],
  assignment: [...ids.assignment],
  matter: [...ids.matter],
  indicator: [...ids.indicator],
})

async function startOf(db: Reads, actor: Actor, kind: ChainStart, id: string) {
  const found = none()
  if (kind === 'item' || kind === 'opinion') {
    const matter = await (kind === 'item' ? matterOfItem : matterOfOpinion)(db, actor, id)
    found.matter.add(matter)
    return found
  }
  if (kind === 'decision') {
    const [told] = await sentence(db, actor, id)
    if (!told) throw new Problem('notFound')
    for (const one of await inSentences(db, actor, 'assignment', [told])) found.assignment.add(one)
    return found
  }
  if (!(await knownOf(db, actor, kind, [id])).has(id)) throw new Problem('notFound')
  found[kind].add(id)
  return found
}

async function matterOfItem(db: Reads, actor: Actor, id: string): Promise<string> {
  const row = await db
    .selectFrom('session_item')
    .select('matter_id')
    .where('province_id', '=', actor.provinceId)
    .where('session_item_id', '=', id)
    .where(visibleItem(actor))
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return row.matter_id
}

async function matterOfOpinion(db: Reads, actor: Actor, id: string): Promise<string> {
  const row = await db
    .selectFrom('item_opinion')
    .select('matter_id')
    .where('province_id', '=', actor.provinceId)
    .where('item_opinion_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where(visibleOpinion(actor))
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return row.matter_id
}

/** One step from these entries, both ways; what is closed to the reader may be among it. */
async function neighbours(db: Reads, actor: Actor, from: Record<Linkable, Set<string>>) {
  const found = none()
  for (const { ends, verdict } of await linksOf(db, actor.provinceId, asLists(from))) {
    if (verdict === 'confirmed') for (const { kind, id } of ends) found[kind].add(id)
  }
  await fromShortcomings(db, actor, [...from.shortcoming], found)
  await fromTasks(db, actor, [...from.assignment], found)
  await fromMatters(db, actor, [...from.matter], found)
  return found
}

async function fromShortcomings(
  db: Reads,
  actor: Actor,
  ids: readonly string[],
  found: Record<Linkable, Set<string>>,
): Promise<void> {
  if (ids.length === 0) return
  const entries = await listShortcomings(db, actor, { ids: [...ids] })
  for (const id of await inSentences(db, actor, 'assignment', entries)) found.assignment.add(id)
  const { rows } = await sql<{ id: string; matter_id: string | null }>`
    select shortcoming.shortcoming_id as id, document.matter_id from shortcoming
    join document on document.province_id = ${actor.provinceId}
      and document.document_id = shortcoming.document_id
    where shortcoming.province_id = ${actor.provinceId} and shortcoming.withdrawn_at is null
      and (shortcoming.shortcoming_id = any(${[...ids]}::uuid[]) or shortcoming.topic = any(
        ${[...new Set(entries.map((one) => one.topic))].filter((one) => one !== 'other')}::text[]))
      and ${visible(actor, 'shortcoming.document_id')}
    order by shortcoming.shortcoming_id desc limit ${2 * most}`.execute(db)
  // The same shortcoming, raised again, is the same link of the chain.
  for (const { id, matter_id } of rows) {
    found.shortcoming.add(id)
    if (matter_id !== null && ids.includes(id)) found.matter.add(matter_id)
  }
}

async function fromTasks(
  db: Reads,
  actor: Actor,
  ids: readonly string[],
  found: Record<Linkable, Set<string>>,
): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await sql<{ matter_id: string | null; shortcoming_id: string | null }>`
    select session_item.matter_id, told.shortcoming_id from assignment
    left join session_item on session_item.province_id = ${actor.provinceId}
      and session_item.session_item_id = assignment.session_item_id and ${visibleItem(actor)}
    left join shortcoming told on told.province_id = ${actor.provinceId}
      and told.withdrawn_at is null and told.document_id = assignment.document_id
      and told.text_version = assignment.text_version
      and told.start_at < assignment.end_at and told.end_at > assignment.start_at
    where assignment.province_id = ${actor.provinceId}
      and assignment.assignment_id = any(${[...ids]}::uuid[])`.execute(db)
  for (const row of rows) {
    if (row.matter_id !== null) found.matter.add(row.matter_id)
    if (row.shortcoming_id !== null) found.shortcoming.add(row.shortcoming_id)
  }
}

async function fromMatters(
  db: Reads,
  actor: Actor,
  ids: readonly string[],
  found: Record<Linkable, Set<string>>,
): Promise<void> {
  if (ids.length === 0) return
  const matters = sql`${[...ids]}::uuid[]`
  const { rows: tasks } = await sql<{ id: string }>`
    select assignment.assignment_id as id from assignment
    join session_item on session_item.province_id = ${actor.provinceId}
      and session_item.session_item_id = assignment.session_item_id
    where assignment.province_id = ${actor.provinceId} and assignment.withdrawn_at is null
      and session_item.matter_id = any(${matters}) and ${visibleTask(actor)}`.execute(db)
  for (const { id } of tasks) found.assignment.add(id)
  const { rows: told } = await sql<{ id: string }>`
    select shortcoming.shortcoming_id as id from shortcoming
    join document on document.province_id = ${actor.provinceId}
      and document.document_id = shortcoming.document_id
    where shortcoming.province_id = ${actor.provinceId} and shortcoming.withdrawn_at is null
      and document.matter_id = any(${matters})
      and ${visible(actor, 'shortcoming.document_id')}`.execute(db)
  for (const { id } of told) found.shortcoming.add(id)
}

interface Told {
  source: { documentId: string; textVersion: number; start: number; end: number }
}

/** Where a decision that a report tells of stands, for who may read the report. */
async function sentence(db: Reads, actor: Actor, id: string): Promise<Told[]> {
  const rows = await db
    .selectFrom('decision')
    .select(['document_id', 'text_version', 'start_at', 'end_at'])
    .where('province_id', '=', actor.provinceId)
    .where('decision_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where(visible(actor, 'decision.document_id'))
    .execute()
  return rows.map((row) => ({
    source: {
      ...{ documentId: row.document_id, textVersion: row.text_version },
      ...{ start: row.start_at, end: row.end_at },
    },
  }))
}

/** Entries of a table whose sentence is one of these. */
export async function inSentences(
  db: Reads,
  actor: Actor,
  table: 'assignment' | 'decision',
  told: readonly Told[],
): Promise<string[]> {
  if (told.length === 0) return []
  const key = sql.ref(`${table}.${table}_id`)
  const { rows } = await sql<{ id: string }>`select distinct ${key} as id from ${sql.table(table)}
    join unnest(${told.map(({ source }) => source.documentId)}::uuid[],
        ${told.map(({ source }) => source.textVersion)}::integer[],
        ${told.map(({ source }) => source.start)}::integer[],
        ${told.map(({ source }) => source.end)}::integer[])
      as told (document_id, text_version, start_at, end_at)
      on told.document_id = ${sql.ref(`${table}.document_id`)}
      and told.text_version = ${sql.ref(`${table}.text_version`)}
      and told.start_at < ${sql.ref(`${table}.end_at`)}
      and told.end_at > ${sql.ref(`${table}.start_at`)}
    where ${sql.ref(`${table}.province_id`)} = ${actor.provinceId}
      and ${sql.ref(`${table}.withdrawn_at`)} is null`.execute(db)
  return rows.map((row) => row.id)
}

/** What fits by its words alone: tasks and items of the conferences that raised a shortcoming, and indicators. */
async function proposals(
  db: Reads,
  actor: Actor,
  ids: Record<Linkable, Set<string>>,
  links: readonly Link[],
): Promise<Walked['proposed']> {
  const own = await listShortcomings(db, actor, { ids: [...ids.shortcoming] })
  const near = await shortcomingsNear(db, actor, ids)
  const all = new Map([...own, ...near].map((one) => [one.id, one]))
  const told = await withConferences(db, actor.provinceId, [...all.values()])
  const pairs: [LinkEnd, LinkEnd][] = []
  const pair = (shortcomingId: string, kind: Linkable, id: string) =>
    pairs.push([
      { kind: 'shortcoming', id: shortcomingId },
      { kind, id },
    ])
  for (const link of await tasksAbout(db, actor, told)) {
    if (link.by === 'proposed') pair(link.shortcomingId, 'assignment', link.taskId)
  }
  for (const [entry, matter] of await mattersNamed(db, actor, told)) pair(entry, 'matter', matter)
  for (const [entry, id] of await indicatorsNamed(db, actor, told)) pair(entry, 'indicator', id)
  const said = new Set(links.map(({ ends }) => ends.map(({ id }) => id).join(' ')))
  const touches = ({ kind, id }: LinkEnd) => ids[kind].has(id)
  return pairs
    .filter((ends) => ends.some(touches) && !ends.every(touches))
    .filter((ends) => !said.has(ends.map(({ id }) => id).join(' ')))
    .slice(0, most)
}

/** Shortcomings raised at the conferences of these tasks and matters. */
async function shortcomingsNear(
  db: Reads,
  actor: Actor,
  ids: Record<Linkable, Set<string>>,
): Promise<ShortcomingView[]> {
  if (ids.assignment.size + ids.matter.size === 0) return []
  const { provinceId } = actor
  const { rows } = await sql<{ document_id: string }>`
    with near as (
      select conference_id from session_item where province_id = ${provinceId}
        and matter_id = any(${[...ids.matter]}::uuid[]) and ${visibleItem(actor)}
      union select report.conference_id from assignment
      join document report on report.province_id = ${provinceId}
        and report.document_id = assignment.document_id
      where assignment.province_id = ${provinceId} and report.conference_id is not null
        and assignment.assignment_id = any(${[...ids.assignment]}::uuid[])
    ) select document_id from document where province_id = ${provinceId}
      and conference_id in (select conference_id from near)`.execute(db)
  return listShortcomings(db, actor, { documentIds: rows.map((row) => row.document_id) })
}

/** Matters on the agendas of the conferences that raised a shortcoming, whose titles name its topic. */
async function mattersNamed(
  db: Reads,
  actor: Actor,
  told: readonly ToldShortcoming[],
): Promise<[string, string][]> {
  const conferences = [...new Set(told.flatMap((one) => one.conferences))]
  if (conferences.length === 0) return []
  const items = await db
    .selectFrom('session_item')
    .select(['matter_id', 'conference_id', 'title'])
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', 'in', conferences)
    .where('kind', '=', 'matter')
    .where(visibleItem(actor))
    .execute()
  const named = items.map((item) => ({ ...item, topics: topicsOf(item.title) }))
  return told.flatMap((entry) =>
    named
      .filter(
        ({ conference_id, topics }) =>
          entry.conferences.includes(conference_id) && topics.includes(entry.topic),
      )
      .map(({ matter_id }): [string, string] => [entry.id, matter_id]),
  )
}

/** Indicators with figures whose code or name is a shortcoming's topic. */
async function indicatorsNamed(
  db: Reads,
  actor: Actor,
  told: readonly ToldShortcoming[],
): Promise<[string, string][]> {
  const topics = new Map(told.map((one) => [one.topic, one.id]))
  topics.delete('other')
  if (topics.size === 0) return []
  const { rows } = await sql<{ indicator_id: string; code: string; name_vi: string }>`
    select indicator_id, code, name_vi from indicator
    where province_id = ${actor.provinceId} and not quarantined and exists (
      select 1 from observation where observation.province_id = ${actor.provinceId}
        and observation.indicator_id = indicator.indicator_id and observation.withdrawn_at is null
        and ${visible(actor, 'observation.document_id')})`.execute(db)
  return rows.flatMap(({ indicator_id, code, name_vi }) =>
    [...new Set([code, ...topicsOf(name_vi)])].flatMap((topic): [string, string][] => {
      const entry = topics.get(topic)
      return entry ? [[entry, indicator_id]] : []
    }),
  )
}
