// What a paper was written from, as one mark: told anew, it says whether the record is still the same.
import { createHash } from 'node:crypto'
import type { Reads, Row } from '../../database/tables.ts'
import { canonical } from '../../record/record.ts'
import type { NoticeContent, NoticeKind } from './content.ts'
import { heldAt } from './facts-store.ts'

/** What a paper tells of: the whole, with personnel items or without, or one item. */
export interface Told {
  kind: NoticeKind
  itemId: string | null
  personnel: boolean
}

/** What the record of one conference says now, for the marks of its papers. */
export interface Recorded {
  closed: boolean
  /** The mark of a paper that was written now: 64 hex digits, SHA-256. */
  mark(told: Told): string
  /** The same as it was taken before it held the bodies that hold the conference together: issued papers keep it. */
  formerMark(told: Told): string
  /** What an existing paper tells of. */
  toldBy(row: Pick<Row<'notice'>, 'kind' | 'session_item_id' | 'content'>): Told
}

/** Reads what papers of these conferences are written from, by conference. */
export async function recordedIn(
  db: Reads,
  provinceId: number,
  conferenceIds: readonly string[],
): Promise<Map<string, Recorded>> {
  const ids = [...new Set(conferenceIds)]
  if (ids.length === 0) return new Map()
  const conferences = await db
    .selectFrom('conference')
    .select(['conference_id', 'title', 'place', 'held_on'])
    .select(['starts_at', 'ends_at', 'opened_at', 'closed_at'])
    .where('province_id', '=', provinceId)
    .where('conference_id', 'in', ids)
    .execute()
  const items = await db
    .selectFrom('session_item')
    .select(['session_item_id', 'conference_id', 'title', 'submitter_id', 'personnel'])
    .where('province_id', '=', provinceId)
    .where('conference_id', 'in', ids)
    .where('status', '=', 'on')
    .orderBy('position')
    .orderBy('session_item_id')
    .execute()
  const itemIds = items.map((item) => item.session_item_id)
  const said = itemIds.length === 0 ? null : await saidOn(db, provinceId, itemIds)
  const assessments = await db
    .selectFrom('conference_assessment')
    .select(['conference_id', 'body'])
    .where('province_id', '=', provinceId)
    .where('conference_id', 'in', ids)
    .execute()
  const others = await db
    .selectFrom('conference_body')
    .select(['conference_id', 'organisation_id'])
    .where('province_id', '=', provinceId)
    .where('conference_id', 'in', ids)
    .orderBy('organisation_id')
    .execute()
  const people = await db
    .selectFrom('invitation')
    .select(['invitation_id', 'conference_id', 'name', 'title', 'capacity', 'attendance'])
    .select(['answer', 'substitute_name', 'answer_reason'])
    .where('province_id', '=', provinceId)
    .where('conference_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .orderBy('invitation_id')
    .execute()
  const of = <T extends { conference_id: string }>(rows: T[], id: string) =>
    rows.filter((row) => row.conference_id === id)
  return new Map(
    conferences.map((conference) => {
      const { conference_id: id, closed_at: closed, title, place } = conference
      const agenda = of(items, id)
      const held = heldAt(conference)
      const chair = of(people, id).find((one) => one.capacity === 'chair')
      const together = of(others, id).map((one) => one.organisation_id)
      const markWith = ({ kind, itemId, personnel }: Told, bodies: readonly string[]) => {
        const chosen = itemId
          ? agenda.filter((item) => item.session_item_id === itemId)
          : agenda.filter((item) => personnel || !item.personnel)
        const whole = kind === 'minutes'
        return sha256({
          // Left out where there is none: so it was before they were printed.
          ...(bodies.length > 0 ? { together: bodies } : {}),
          ...{ title, place, day: held.day },
          chair: chair ? { name: chair.name, title: chair.title } : null,
          // A conclusion prints the day alone, an extract when it began.
          from: kind === 'conclusion' ? null : held.from,
          until: whole ? held.until : null,
          items: chosen.map((item) => ({ ...item, ...said?.(item.session_item_id, kind, closed) })),
          assessment: kind === 'conclusion' ? (of(assessments, id)[0]?.body.trim() ?? '') : null,
          people: whole ? of(people, id) : null,
          closed: whole ? closed !== null : null,
        })
      }
      const toldBy: Recorded['toldBy'] = ({ kind, session_item_id, content }) => {
        const { items: told } = content as unknown as NoticeContent
        return {
          kind,
          itemId: session_item_id,
          personnel:
            kind === 'minutes' ||
            agenda.some((item) => item.personnel && told.includes(item.session_item_id)),
        }
      }
      const mark = (told: Told) => markWith(told, together)
      const formerMark = (told: Told) => markWith(told, [])
      return [id, { closed: closed !== null, mark, formerMark, toldBy }]
    }),
  )
}

const sha256 = (content: unknown): string =>
  createHash('sha256').update(canonical(content)).digest('hex')

/** What was decided, said and voted on items. Tasks count once closing has given them out. */
async function saidOn(db: Reads, provinceId: number, ids: string[]) {
  const decisions = await db
    .selectFrom('item_decision')
    .select(['session_item_id', 'outcome', 'conditions', 'body', 'tasks'])
    .where('province_id', '=', provinceId)
    .where('session_item_id', 'in', ids)
    .execute()
  const opinions = await db
    .selectFrom('item_opinion')
    .select(['session_item_id', 'item_opinion_id', 'speaker', 'speaker_title', 'clause', 'body'])
    .where('province_id', '=', provinceId)
    .where('session_item_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .orderBy('item_opinion_id')
    .execute()
  const votes = await db
    .selectFrom('item_vote')
    .select(['session_item_id', 'vote_id', 'question', 'kind', 'base', 'base_count'])
    .select(['agree', 'disagree', 'abstain'])
    .where('province_id', '=', provinceId)
    .where('session_item_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .orderBy('vote_id')
    .execute()
  return (id: string, kind: NoticeKind, closed: string | null) => {
    const on = <T extends { session_item_id: string | null }>(rows: T[]) =>
      rows.filter((row) => row.session_item_id === id)
    const [decision] = on(decisions)
    const annexed = kind === 'conclusion' && closed !== null
    return {
      decision: decision && { ...decision, tasks: annexed ? decision.tasks : [] },
      opinions: kind === 'minutes' ? on(opinions) : [],
      votes: kind === 'conclusion' ? [] : on(votes),
    }
  }
}
