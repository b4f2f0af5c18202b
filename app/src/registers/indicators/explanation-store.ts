// Requests for explanation: asked, answered, read, reminded of.
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { dayFrom, daysBetween, todayInVietnam } from '../../calendar.ts'
import { eachRequest } from '../../database/prepared.ts'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise, doesFor, may } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { caughtUp } from '../assignments/audience.ts'
import { clockOf } from '../assignments/clock-store.ts'
import { accountNames } from '../documents/source.ts'
import { tellAll, workersOf } from '../mail/notification-store.ts'
import { mustBeBodies, organisationNames } from '../organisations/names.ts'
import { reminderOf } from '../programme/programme.ts'
import type { ExplanationView, NewExplanation } from './explanation-contract.ts'
import { indicatorById } from './store.ts'

type RequestRow = Row<'explanation_request'>

/** Of one indicator, or of several, the newest first. Whoever reads the indicators sees them. */
export async function explanationsOf(
  db: Reads,
  actor: Actor,
  indicatorIds: readonly string[],
): Promise<ExplanationView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  if (indicatorIds.length === 0) return []
  const rows = await db
    .selectFrom('explanation_request')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where(sql<boolean>`indicator_id = any(${[...indicatorIds]}::uuid[])`)
    .orderBy('request_id', 'desc')
    .modifyEnd(eachRequest)
    .execute()
  return rows.length === 0 ? [] : shownAll(db, actor, rows)
}

async function shownAll(
  db: Reads,
  actor: Actor,
  rows: readonly RequestRow[],
): Promise<ExplanationView[]> {
  const { provinceId } = actor
  const people = await accountNames(
    db,
    provinceId,
    rows.flatMap((row) => [row.asked_by, row.answered_by ?? []].flat()),
  )
  const bodies = await organisationNames(
    db,
    provinceId,
    rows.map((row) => row.organisation_id),
  )
  const today = todayInVietnam()
  return rows.map((row) => ({
    id: row.request_id,
    indicatorId: row.indicator_id,
    organisation: { id: row.organisation_id, name: bodies.get(row.organisation_id) ?? '' },
    targetId: row.target_id,
    question: row.question,
    dueOn: row.due_on,
    askedBy: people.get(row.asked_by) ?? '',
    askedAt: row.asked_at,
    answer: row.answer,
    answeredBy: row.answered_by === null ? null : (people.get(row.answered_by) ?? ''),
    answeredAt: row.answered_at,
    state: row.answered_at !== null ? 'answered' : row.due_on < today ? 'late' : 'open',
    mayAnswer: row.answered_at === null && mayAnswer(actor, row),
    version: row.version,
  }))
}

/** Only the unit itself, by somebody who acts for it, or for the body that took over from it. */
const mayAnswer = (actor: Actor, row: RequestRow): boolean =>
  may(actor, 'report.enter', actor.provinceId, row.organisation_id) &&
  doesFor(actor, row.organisation_id)

/** Asks a unit. `responsibleMissing` where nobody acts for it: nobody is chosen for the office. */
export async function askExplanation(
  tx: Tx,
  actor: Actor,
  indicatorId: string,
  given: NewExplanation,
): Promise<ExplanationView> {
  authorise(actor, 'register.edit', actor.provinceId)
  const { provinceId } = actor
  await indicatorById(tx, provinceId, indicatorId)
  await mustBeBodies(tx, provinceId, [given.organisationId])
  if (given.targetId) await mustBeTarget(tx, provinceId, indicatorId, given.targetId)
  if (given.dueOn < todayInVietnam()) throw new Problem('invalidInput', { where: 'dueOn' })
  const told = await workersOf(tx, provinceId, [given.organisationId])
  if (told.length === 0) {
    const names = await organisationNames(tx, provinceId, [given.organisationId])
    throw new Problem('responsibleMissing', { units: names.get(given.organisationId) ?? '' })
  }
  const row = await tx
    .insertInto('explanation_request')
    .values({
      province_id: provinceId,
      request_id: uuidv7(),
      indicator_id: indicatorId,
      organisation_id: given.organisationId,
      target_id: given.targetId,
      question: given.question,
      due_on: given.dueOn,
      asked_by: accountOf(actor),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const view = await one(tx, actor, row)
  await writeRecord(tx, actor, {
    action: 'indicator.explanationAsked',
    subjectKind: 'indicator',
    subjectId: indicatorId,
    after: { explanationOf: view.organisation.name, question: row.question, dueOn: row.due_on },
  })
  await tellAll(
    tx,
    provinceId,
    told.filter((account) => account !== actor.accountId),
    {
      key: `explanation:${row.request_id}:asked`,
      kind: 'explanationAsked',
      about: { kind: 'explanation', id: row.request_id },
      facts: { on: row.due_on },
    },
  )
  return view
}

/** What the unit answers. `versionOld` where somebody else of it was first. */
export async function answerExplanation(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  answer: string,
): Promise<ExplanationView> {
  const { provinceId } = actor
  const row = await tx
    .selectFrom('explanation_request')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('request_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  authorise(actor, 'report.enter', provinceId, row?.organisation_id ?? null)
  if (!row) throw new Problem('notFound')
  if (!doesFor(actor, row.organisation_id)) throw new Problem('forbidden')
  // `notFound` where the indicator is in quarantine.
  await indicatorById(tx, provinceId, row.indicator_id)
  if (row.version !== version || row.answered_at !== null)
    throw new Problem('versionOld', { current: await one(tx, actor, row) })
  const after = await tx
    .updateTable('explanation_request')
    .set({
      answer,
      answered_by: accountOf(actor),
      answered_at: new Date().toISOString(),
      version: row.version + 1,
    })
    .where('province_id', '=', provinceId)
    .where('request_id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const view = await one(tx, actor, after)
  await writeRecord(tx, actor, {
    action: 'indicator.explanationGiven',
    subjectKind: 'indicator',
    subjectId: row.indicator_id,
    after: { explanationOf: view.organisation.name, answer },
  })
  await tellAll(
    tx,
    provinceId,
    [row.asked_by].filter((asker) => asker !== actor.accountId),
    {
      key: `explanation:${id}:given`,
      kind: 'explanationGiven',
      about: { kind: 'explanation', id },
    },
  )
  return view
}

async function one(tx: Tx, actor: Actor, row: RequestRow): Promise<ExplanationView> {
  const [view] = await shownAll(tx, actor, [row])
  if (!view) throw new Problem('notFound')
  return view
}

async function mustBeTarget(tx: Tx, provinceId: number, indicatorId: string, id: string) {
  const found = await tx
    .selectFrom('target')
    .select('target_id')
    .where('province_id', '=', provinceId)
    .where('target_id', '=', id)
    .where('indicator_id', '=', indicatorId)
    .executeTakeFirst()
  if (!found) throw new Problem('notFound')
}

/**
 * Tells who acts for a unit that an explanation is due in so many days (the distances of the province's tasks), or late;
 * each once. How many were told.
 */
export async function remindExplanations(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const today = todayInVietnam(now)
  const { remindDays } = await clockOf(tx, provinceId)
  const rows = await tx
    .selectFrom('explanation_request')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('answered_at', 'is', null)
    .where('due_on', '>=', dayFrom(today, -caughtUp))
    .execute()
  let told = 0
  for (const row of rows) {
    const left = daysBetween(today, row.due_on)
    const reminder = left < 0 ? null : reminderOf(row.due_on, remindDays, today)
    if (left >= 0 && reminder === null) continue
    // A distance that was reached before it was asked: whoever is told has only just heard of it.
    if (
      reminder &&
      dayFrom(row.due_on, -reminder.distance) < todayInVietnam(new Date(row.asked_at))
    )
      continue
    const part = reminder === null ? 'late' : `due${reminder.distance}`
    told += await tellAll(
      tx,
      provinceId,
      await workersOf(tx, provinceId, [row.organisation_id], today),
      {
        key: `explanation:${row.request_id}:${part}:${row.due_on}`,
        kind: reminder === null ? 'explanationLate' : 'explanationDue',
        about: { kind: 'explanation', id: row.request_id },
        facts: { days: Math.abs(left), on: row.due_on },
      },
      now,
    )
  }
  return told
}
