// Reminders of rounds: which are due is derived; queued ones are remembered, so that none goes out twice.
// Whoever is asked is told with it (registers/mail), by mail too where they want that.

import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, authorise, may } from '../../http/access.ts'
import { visibleRound } from '../../http/visible.ts'
import { writeRecord } from '../../record/record.ts'
import { tellNamed } from '../mail/audience-store.ts'
import type { Reminder } from './contract.ts'
import { daysLeft, reminderDue } from './round.ts'

/** Reminders that are due now and not queued, in rounds of bodies that the actor plans for. */
export async function dueReminders(db: Reads, actor: Actor, now = new Date()): Promise<Reminder[]> {
  authorise(actor, 'register.read', actor.provinceId)
  const rows = await db
    .selectFrom('opinion_round')
    .innerJoin('round_addressee as a', (join) =>
      join
        .onRef('a.province_id', '=', 'opinion_round.province_id')
        .onRef('a.round_id', '=', 'opinion_round.round_id'),
    )
    .select(['a.addressee_id', 'a.name', 'a.reminded', 'opinion_round.round_id'])
    .select(['opinion_round.title', 'opinion_round.due_at', 'opinion_round.remind_days'])
    .select(['opinion_round.organisation_id', 'opinion_round.closed_at'])
    .where('opinion_round.province_id', '=', actor.provinceId)
    .where('opinion_round.closed_at', 'is', null)
    .where('opinion_round.due_at', '>=', now.toISOString())
    .where('a.answered_at', 'is', null)
    .where(visibleRound(actor))
    .orderBy('opinion_round.due_at')
    .orderBy('a.addressee_id')
    .execute()
  return rows.flatMap((row) => {
    if (!may(actor, 'conference.plan', actor.provinceId, row.organisation_id)) return []
    const round = { dueAt: row.due_at, closedAt: row.closed_at, remindDays: row.remind_days }
    const days = reminderDue(round, row.reminded, now)
    if (days === null) return []
    const { addressee_id: addresseeId, name, round_id: roundId, title, due_at: dueAt } = row
    return [{ addresseeId, name, roundId, title, dueAt, days }]
  })
}

/** Queues what is due: each once, also where two do it at the same time. What was queued now. */
export async function queueReminders(tx: Tx, actor: Actor, now = new Date()): Promise<Reminder[]> {
  const due = await dueReminders(tx, actor, now)
  const queued: Reminder[] = []
  for (const one of due) {
    const row = await tx
      .selectFrom('round_addressee')
      .select(['reminded', 'answered_at', 'account_id', 'organisation_id'])
      .where('province_id', '=', actor.provinceId)
      .where('addressee_id', '=', one.addresseeId)
      .forUpdate()
      .executeTakeFirst()
    if (!row || row.answered_at !== null || row.reminded.includes(one.days)) continue
    await tx
      .updateTable('round_addressee')
      .set({ reminded: JSON.stringify([...row.reminded, one.days]) })
      .where('province_id', '=', actor.provinceId)
      .where('addressee_id', '=', one.addresseeId)
      .execute()
    await tellNamed(
      tx,
      actor.provinceId,
      [row],
      {
        key: `round:${one.roundId}:${one.dueAt}:${one.days}`,
        kind: 'roundReminder',
        about: { kind: 'opinionRound', id: one.roundId },
        facts: { days: daysLeft(one.dueAt, now), on: todayInVietnam(new Date(one.dueAt)) },
      },
      now,
    )
    queued.push(one)
  }
  for (const roundId of new Set(queued.map((one) => one.roundId))) {
    await writeRecord(tx, actor, {
      action: 'opinionRound.remind',
      subjectKind: 'opinionRound',
      subjectId: roundId,
      after: queued.filter((one) => one.roundId === roundId),
    })
  }
  return queued
}
