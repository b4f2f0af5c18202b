// Opinion rounds: opened, put off, closed by the office.
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { putSearchEntry } from '../../search/store.ts'
import { lockBody, mustStand } from '../organisations/bodyrows.ts'
import { addAddressees } from './addressees-store.ts'
import type { NewRound, RoundChange, RoundView } from './contract.ts'
import { matterOfRound, mustBePaper } from './matters-store.ts'
import { lockRound } from './rows-store.ts'
import { getRound } from './view-store.ts'

/** Opens a round: from now on those who are asked see it. */
export async function openRound(tx: Tx, actor: Actor, given: NewRound): Promise<RoundView> {
  authorise(actor, 'conference.plan', actor.provinceId, given.organisationId)
  mustStand(await lockBody(tx, actor.provinceId, given.organisationId), todayInVietnam())
  mustLieAhead(given.dueAt)
  const matterId = await matterOfRound(tx, actor, given)
  await mustBePaper(tx, actor.provinceId, matterId, given.paperId ?? null)
  const id = uuidv7()
  await tx
    .insertInto('opinion_round')
    .values({
      province_id: actor.provinceId,
      round_id: id,
      matter_id: matterId,
      organisation_id: given.organisationId,
      title: given.title,
      question: given.question,
      paper_id: given.paperId ?? null,
      due_at: given.dueAt,
      ...(given.remindDays ? { remind_days: daysText(given.remindDays) } : {}),
      level: given.level ?? 'participants',
      opened_by: accountOf(actor),
      closed_at: null,
    })
    .execute()
  const asked = await addAddressees(tx, actor.provinceId, id, given.addressees)
  if (asked === 0) throw new Problem('invalidInput', { where: 'addressees' })
  return changed(tx, actor, id, 'opinionRound.open')
}

/** Puts off the deadline, changes level or reminders, asks more people. A new deadline is reminded of anew. */
export async function changeRound(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: RoundChange,
): Promise<RoundView> {
  const { row, before } = await openForChange(tx, actor, id, version)
  const moved = given.dueAt !== undefined && Date.parse(given.dueAt) !== Date.parse(row.due_at)
  if (moved) mustLieAhead(given.dueAt ?? '')
  await tx
    .updateTable('opinion_round')
    .set({
      title: given.title ?? row.title,
      due_at: given.dueAt ?? row.due_at,
      level: given.level ?? row.level,
      remind_days: daysText(given.remindDays ?? row.remind_days),
      version: row.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('round_id', '=', id)
    .execute()
  if (moved) {
    await tx
      .updateTable('round_addressee')
      .set({ reminded: '[]' })
      .where('province_id', '=', actor.provinceId)
      .where('round_id', '=', id)
      .execute()
  }
  await addAddressees(tx, actor.provinceId, id, given.addressees ?? [])
  return changed(tx, actor, id, 'opinionRound.change', before)
}

/** Closes a round for good: it takes no more answers. */
export async function closeRound(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<RoundView> {
  const { row, before } = await openForChange(tx, actor, id, version)
  await tx
    .updateTable('opinion_round')
    .set({ closed_at: new Date().toISOString(), version: row.version + 1 })
    .where('province_id', '=', actor.provinceId)
    .where('round_id', '=', id)
    .execute()
  return changed(tx, actor, id, 'opinionRound.close', before)
}

async function openForChange(tx: Tx, actor: Actor, id: string, version: number) {
  const row = await lockRound(tx, actor, id, 'conference.plan')
  const before = await getRound(tx, actor, id)
  if (row.version !== version) throw new Problem('versionOld', { current: before })
  if (row.closed_at !== null) throw new Problem('roundClosed')
  return { row, before }
}

function mustLieAhead(dueAt: string): void {
  if (Date.parse(dueAt) <= Date.now()) throw new Problem('invalidInput', { where: 'dueAt' })
}

const daysText = (days: readonly number[]): string =>
  JSON.stringify([...new Set(days)].sort((a, b) => b - a))

async function changed(
  tx: Tx,
  actor: Actor,
  id: string,
  action: string,
  before?: RoundView,
): Promise<RoundView> {
  const after = await getRound(tx, actor, id)
  await putSearchEntry(tx, actor.provinceId, {
    kind: 'opinionRound',
    id,
    documentId: null,
    start: null,
    end: null,
    title: after.title,
    body: [after.question, after.matter.title].join('\n'),
  })
  await writeRecord(tx, actor, {
    action,
    subjectKind: 'opinionRound',
    subjectId: id,
    ...(before ? { before: factsOf(before) } : {}),
    after: factsOf(after),
  })
  return after
}

/** What is put on record of a round itself: nobody's answers. */
const factsOf = (round: RoundView) => ({
  title: round.title,
  matterId: round.matter.id,
  organisationId: round.organisation.id,
  question: round.question,
  paperId: round.paper?.id ?? null,
  dueAt: round.dueAt,
  closedAt: round.closedAt,
  level: round.level,
  remindDays: round.remindDays,
  addressees: round.addressees.map(({ id, name }) => ({ id, name })),
})
