// Rounds as they are shown: a line for lists, a page for one.
import type { Reads, Row } from '../../database/tables.ts'
import { type Actor, authorise, may } from '../../http/access.ts'
import { addressed, visibleRound, wholeRound } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { accountNames } from '../documents/source.ts'
import { organisationNames } from '../organisations/names.ts'
import type { AddresseeView, RoundLine, RoundView } from './contract.ts'
import { paperTitles } from './matters-store.ts'
import { opinionsOf } from './opinion-view-store.ts'
import type { OpinionView } from './opinions-contract.ts'
import { answerState, countAnswers, refusedAnswer, reminderDue, roundState } from './round.ts'
import { roundRow } from './rows-store.ts'

/** Closed rounds that a list still shows. */
const mostClosed = 200

/** Open rounds by their deadline, then closed ones, newest first. */
export async function listRounds(db: Reads, actor: Actor): Promise<RoundLine[]> {
  authorise(actor, 'register.read', actor.provinceId)
  const rounds = () =>
    db
      .selectFrom('opinion_round')
      .selectAll()
      .where('province_id', '=', actor.provinceId)
      .where(visibleRound(actor))
  const open = await rounds()
    .where('closed_at', 'is', null)
    .orderBy('due_at')
    .orderBy('round_id')
    .execute()
  const closed = await rounds()
    .where('closed_at', 'is not', null)
    .orderBy('closed_at', 'desc')
    .limit(mostClosed)
    .execute()
  return roundLines(db, actor, [...open, ...closed])
}

/** The rounds on a matter that the actor may know of, in the order they were opened. */
export async function roundsOn(db: Reads, actor: Actor, matterId: string): Promise<RoundLine[]> {
  const rows = await db
    .selectFrom('opinion_round')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('matter_id', '=', matterId)
    .where(visibleRound(actor))
    .orderBy('round_id')
    .execute()
  return roundLines(db, actor, rows)
}

/** Rounds as a list shows them, with how many answered and the actor's own places in them. */
export async function roundLines(
  db: Reads,
  actor: Actor,
  rows: readonly Row<'opinion_round'>[],
  now = new Date(),
): Promise<RoundLine[]> {
  if (rows.length === 0) return []
  const names = await organisationNames(
    db,
    actor.provinceId,
    rows.map((row) => row.organisation_id),
  )
  const matters = await db
    .selectFrom('matter')
    .select(['matter_id', 'title'])
    .where('province_id', '=', actor.provinceId)
    .where(
      'matter_id',
      'in',
      rows.map((row) => row.matter_id),
    )
    .execute()
  const asked = await db
    .selectFrom('round_addressee')
    .select(['addressee_id', 'round_id', 'name', 'answered_at', 'reminded'])
    .select(addressed(actor).as('own'))
    .where('province_id', '=', actor.provinceId)
    .where(
      'round_id',
      'in',
      rows.map((row) => row.round_id),
    )
    .orderBy('addressee_id')
    .execute()
  return rows.map((row) => {
    const round = { dueAt: row.due_at, closedAt: row.closed_at, remindDays: row.remind_days }
    const here = asked.filter((one) => one.round_id === row.round_id)
    const stateOf = (answeredAt: string | null) => answerState(round, answeredAt, now)
    return {
      id: row.round_id,
      title: row.title,
      matter: {
        id: row.matter_id,
        title: matters.find((one) => one.matter_id === row.matter_id)?.title ?? '',
      },
      organisation: { id: row.organisation_id, name: names.get(row.organisation_id) ?? '' },
      level: row.level,
      dueAt: row.due_at,
      openedAt: row.opened_at,
      closedAt: row.closed_at,
      state: roundState(round, now),
      counts: countAnswers(here.map((one) => stateOf(one.answered_at))),
      own: here
        .filter((one) => one.own)
        .map((one) => ({
          id: one.addressee_id,
          name: one.name,
          state: stateOf(one.answered_at),
          // Shown as long as it stands, whether it was queued or not.
          reminder: one.answered_at === null ? reminderDue(round, [], now) : null,
        })),
      version: row.version,
    }
  })
}

/** A round with its answers: all of them for who sees the whole round, else the actor's own. */
export async function getRound(
  db: Reads,
  actor: Actor,
  id: string,
  now = new Date(),
): Promise<RoundView> {
  const row = await roundRow(db, actor, id)
  const [line] = await roundLines(db, actor, [row], now)
  if (!line) throw new Problem('notFound')
  const whole = await seesWhole(db, actor, id)
  const papers = await paperTitles(db, actor.provinceId, [row.paper_id])
  return {
    ...line,
    question: row.question,
    paper:
      row.paper_id === null ? null : { id: row.paper_id, title: papers.get(row.paper_id) ?? '' },
    remindDays: row.remind_days,
    addressees: await addresseesOf(db, actor, row, whole, now),
    whole,
    may: { plan: may(actor, 'conference.plan', actor.provinceId, row.organisation_id) },
  }
}

async function seesWhole(db: Reads, actor: Actor, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('opinion_round')
    .select('round_id')
    .where('province_id', '=', actor.provinceId)
    .where('round_id', '=', id)
    .where(wholeRound(actor))
    .executeTakeFirst()
  return found !== undefined
}

async function addresseesOf(
  db: Reads,
  actor: Actor,
  round: Row<'opinion_round'>,
  whole: boolean,
  now: Date,
): Promise<AddresseeView[]> {
  let select = db
    .selectFrom('round_addressee')
    .selectAll()
    .select(addressed(actor).as('own'))
    .where('province_id', '=', actor.provinceId)
    .where('round_id', '=', round.round_id)
  if (!whole) select = select.where(addressed(actor))
  const rows = await select.orderBy('addressee_id').execute()
  const bodies = rows.map((one) => one.organisation_id)
  const names = await organisationNames(db, actor.provinceId, bodies)
  const people = rows.map((one) => one.answered_by)
  const writers = await accountNames(db, actor.provinceId, people)
  const opinions = await opinionsOf(db, actor, { addressees: rows.map((one) => one.addressee_id) })
  const deadline = { dueAt: round.due_at, closedAt: round.closed_at }
  const writesDown = may(actor, 'conference.run', actor.provinceId, round.organisation_id)
  return rows.map((one) => ({
    id: one.addressee_id,
    name: one.name,
    organisation:
      one.organisation_id === null
        ? null
        : { id: one.organisation_id, name: names.get(one.organisation_id) ?? '' },
    signsIn: one.account_id !== null || one.organisation_id !== null,
    own: one.own,
    state: answerState(deadline, one.answered_at, now),
    stance: one.stance,
    answeredBy: writers.get(one.answered_by ?? '') ?? null,
    answeredAt: one.answered_at,
    opinions: ofAddressee(opinions, one.addressee_id),
    reminded: one.reminded,
    mayAnswer: (one.own || writesDown) && refusedAnswer(deadline, one.answered_at, now) === null,
    version: one.version,
  }))
}

const ofAddressee = (
  opinions: readonly (OpinionView & { addresseeId: string | null })[],
  id: string,
): OpinionView[] =>
  opinions
    .filter((one) => one.addresseeId === id)
    .map(({ addresseeId: _known, ...opinion }) => opinion)
