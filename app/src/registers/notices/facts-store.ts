// What the record knows of a conference, gathered for its notices. Asked by those who may run it: nothing of
// the conference is closed to them.
import { sql } from 'kysely'
import { todayInVietnam } from '../../calendar.ts'
import { holdsDay } from '../../database/days.ts'
import type { Reads, Row, Tree } from '../../database/tables.ts'
import { Problem } from '../../problem.ts'
import { numbersIn } from '../agenda/store.ts'
import { organisationNames } from '../organisations/names.ts'
import { assessmentRow } from './assessment-store.ts'
import type { ConferenceFacts, ItemFact, PersonFact } from './facts.ts'
import { type IssuingBody, isParty } from './numbering.ts'

/** The body that issues, with the one above it in its own tree on a day. */
export interface Issuer extends IssuingBody {
  id: string
  parentId: string | null
}

/** `notFound` where the body is none of the province's. */
export async function issuerOf(
  db: Reads,
  provinceId: number,
  id: string,
  day: string,
): Promise<Issuer> {
  const row = await db
    .selectFrom('organisation')
    .select(['kind', 'code'])
    .where('province_id', '=', provinceId)
    .where('organisation_id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  const tree = isParty(row.kind) ? 'party' : 'administrative'
  const parentId = await parentOf(db, provinceId, id, tree, day)
  const above = parentId === null ? null : await parentOf(db, provinceId, parentId, tree, day)
  const names = await organisationNames(db, provinceId, [id, parentId, above], day)
  const nameOf = (body: string | null) => (body === null ? null : (names.get(body) ?? null))
  return {
    id,
    ...{ kind: row.kind, code: row.code, name: names.get(id) ?? '' },
    ...{ parent: nameOf(parentId), parentId, above: nameOf(above) },
    place: await placeName(db, provinceId),
  }
}

/** The body above another in a tree on a day. */
async function parentOf(
  db: Reads,
  provinceId: number,
  id: string,
  tree: Tree,
  day: string,
): Promise<string | null> {
  const links = await db
    .selectFrom('organisation_parent')
    .select(['parent_id', 'valid_from', 'valid_to'])
    .where('province_id', '=', provinceId)
    .where('organisation_id', '=', id)
    .where('tree', '=', tree)
    .execute()
  return links.find((link) => holdsDay(link, day))?.parent_id ?? null
}

/** The facts of a conference held here, with these items or all that were on. */
export async function factsOf(
  db: Reads,
  conference: Row<'conference'>,
  issuer: Issuer,
  only: { itemId?: string | undefined; personnel: boolean },
): Promise<ConferenceFacts> {
  const { province_id, conference_id } = conference
  const assessment = await assessmentRow(db, province_id, conference_id)
  const { day, from, until } = heldAt(conference)
  return {
    title: conference.title,
    place: conference.place,
    ...{ day, from, until },
    body: issuer,
    others: await othersOf(db, conference, day),
    province: await placeName(db, conference.province_id),
    assessment: assessment?.body.trim() || null,
    people: await peopleOf(db, conference),
    items: await itemsOf(db, conference, only),
  }
}

/** The bodies that hold a conference together with the one that issues, as they were called on a day. */
async function othersOf(
  db: Reads,
  { province_id, conference_id }: Row<'conference'>,
  day: string | null,
): Promise<string[]> {
  const rows = await db
    .selectFrom('conference_body')
    .select('organisation_id')
    .where('province_id', '=', province_id)
    .where('conference_id', '=', conference_id)
    .execute()
  const ids = rows.map((row) => row.organisation_id)
  const names = await organisationNames(db, province_id, ids, day ?? todayInVietnam())
  return [...names.values()].toSorted((a, b) => a.localeCompare(b, 'vi'))
}

/** The day that papers print of a conference, with the time it began and ended, as they print them. */
export function heldAt(
  conference: Pick<
    Row<'conference'>,
    'opened_at' | 'closed_at' | 'starts_at' | 'ends_at' | 'held_on'
  >,
): Pick<ConferenceFacts, 'day' | 'from' | 'until'> {
  const { opened_at: opened, closed_at: closed } = conference
  const from = opened ?? conference.starts_at
  const day = from === null ? conference.held_on : todayInVietnam(new Date(from))
  const sameDay = closed !== null && todayInVietnam(new Date(closed)) === day
  const until = sameDay ? closed : conference.ends_at
  return { day, from: clock(from), until: clock(until) }
}

/** The province's name without its kind, as it stands before a date. */
export async function placeName(db: Reads, provinceId: number): Promise<string> {
  const { name } = await db
    .selectFrom('province')
    .select('name')
    .where('province_id', '=', provinceId)
    .executeTakeFirstOrThrow()
  return name.replace(/^(Tỉnh|Thành phố)\s+/, '')
}

const clockFormat = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
})

/** `08 giờ 00`. */
const clock = (moment: string | null): string | null =>
  moment === null ? null : clockFormat.format(new Date(moment)).replace(':', ' giờ ')

async function peopleOf(db: Reads, conference: Row<'conference'>): Promise<PersonFact[]> {
  const rows = await db
    .selectFrom('invitation')
    .selectAll()
    .where('province_id', '=', conference.province_id)
    .where('conference_id', '=', conference.conference_id)
    .where('withdrawn_at', 'is', null)
    .orderBy(sql`array_position(array['chair', 'member', 'invited', 'forItems'], capacity)`)
    .orderBy('invitation_id')
    .execute()
  return rows.map((row) => ({
    name: row.name,
    title: row.title,
    capacity: row.capacity,
    attendance: row.attendance,
    substitute: row.answer === 'substitute' ? row.substitute_name : null,
    reason: row.answer_reason,
  }))
}

async function itemsOf(
  db: Reads,
  conference: Row<'conference'>,
  { itemId, personnel }: { itemId?: string | undefined; personnel: boolean },
): Promise<ItemFact[]> {
  let select = db
    .selectFrom('session_item')
    .selectAll()
    .where('province_id', '=', conference.province_id)
    .where('conference_id', '=', conference.conference_id)
    .where('status', '=', 'on')
  if (itemId) select = select.where('session_item_id', '=', itemId)
  else if (!personnel) select = select.where('personnel', '=', false)
  const rows = await select.orderBy('position').orderBy('session_item_id').execute()
  const ids = rows.map((row) => row.session_item_id)
  if (ids.length === 0) return []
  const numbers = await numbersIn(db, conference.province_id, [conference.conference_id])
  const given = await givenTo(db, conference.province_id, ids)
  // What was ordered, whatever became of it in the register; tasks are given out when the conference closes.
  const ordered = (decision: Row<'item_decision'> | undefined) =>
    conference.closed_at === null || !decision
      ? []
      : decision.tasks.toSorted((a, b) => a.start - b.start)
  const names = await organisationNames(db, conference.province_id, [
    ...rows.map((row) => row.submitter_id),
    ...given.decisions.flatMap(({ tasks }) =>
      tasks.flatMap((task) => [task.leadId, ...task.cooperating.map((one) => one.id)]),
    ),
  ])
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return rows.map((row) => {
    const mine = <T extends { session_item_id: string | null }>(all: T[]) =>
      all.filter((one) => one.session_item_id === row.session_item_id)
    const [decision] = mine(given.decisions)
    return {
      id: row.session_item_id,
      number: numbers.get(row.session_item_id) ?? row.number,
      title: row.title,
      submitter: nameOf(row.submitter_id),
      personnel: row.personnel,
      decision: decision
        ? { outcome: decision.outcome, conditions: decision.conditions, body: decision.body }
        : null,
      tasks: ordered(decision).map((task) => ({
        action: task.action,
        lead: nameOf(task.leadId) ?? task.leadText,
        cooperating: task.cooperating.map(({ id, text }) => nameOf(id) ?? text),
        product: task.deliverable,
        deadline: task.deadline,
        deadlineText: task.deadlineText,
      })),
      opinions: mine(given.opinions).map((opinion) => ({
        speaker: opinion.speaker,
        speakerTitle: opinion.speaker_title,
        clause: opinion.clause,
        body: opinion.body,
      })),
      votes: mine(given.votes).map((vote) => ({
        question: vote.question,
        kind: vote.kind,
        base: vote.base,
        baseCount: vote.base_count,
        agree: vote.agree,
        disagree: vote.disagree,
        abstain: vote.abstain,
      })),
    }
  })
}

async function givenTo(db: Reads, provinceId: number, ids: string[]) {
  const decisions = await db
    .selectFrom('item_decision')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('session_item_id', 'in', ids)
    .execute()
  const opinions = await db
    .selectFrom('item_opinion')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('session_item_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .orderBy('given_at')
    .orderBy('item_opinion_id')
    .execute()
  const votes = await db
    .selectFrom('item_vote')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('session_item_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .orderBy('taken_at')
    .orderBy('vote_id')
    .execute()
  return { decisions, opinions, votes }
}
