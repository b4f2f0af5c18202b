// Mails on their way: found when due, claimed before the server hears of them, settled by what it said.
import type { Reads, Row } from '../../database/tables.ts'
import { distance, type Fate, isGivenUp } from './outbox.ts'

export type MailRow = Row<'mail'>

/**
 * What was claimed and never settled is in doubt: whoever sends alone calls this first, so what it finds is left of
 * a server that ended in the middle. Only a person sends such a mail again. How many.
 */
export async function markInterrupted(db: Reads, provinceId: number, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('mail')
    .set((build) => ({
      outcome: 'doubtful' as const,
      outcome_at: now.toISOString(),
      reason: 'interrupted',
      version: build('version', '+', 1),
    }))
    .where('province_id', '=', provinceId)
    .where('outcome', 'is', null)
    .where('claimed_at', 'is not', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** What waited when a backup was made may have gone out since: in doubt after a restore. How many. */
export async function doubtRestored(db: Reads, provinceId: number, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('mail')
    .set((build) => ({
      outcome: 'doubtful' as const,
      outcome_at: now.toISOString(),
      reason: 'restored',
      version: build('version', '+', 1),
    }))
    .where('province_id', '=', provinceId)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** The mail of this province that has waited longest for its next attempt. */
export async function nextDue(
  db: Reads,
  provinceId: number,
  now: Date,
): Promise<MailRow | undefined> {
  return db
    .selectFrom('mail')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('outcome', 'is', null)
    .where('claimed_at', 'is', null)
    .where('due_at', '<=', now.toISOString())
    .orderBy('due_at')
    .orderBy('mail_id')
    .limit(1)
    .executeTakeFirst()
}

/** Takes a mail, committed before it is handed over; false where somebody else took or settled it meanwhile. */
export async function claim(db: Reads, mail: MailRow, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mail')
    .set((build) => ({ claimed_at: now.toISOString(), attempts: build('attempts', '+', 1) }))
    .where('province_id', '=', mail.province_id)
    .where('mail_id', '=', mail.mail_id)
    .where('outcome', 'is', null)
    .where('claimed_at', 'is', null)
    .where('version', '=', mail.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Writes down how a claimed mail, or one that cannot be put into words, fared; what was put off waits for its next attempt. */
export async function settle(db: Reads, mail: MailRow, fate: Fate, now: Date): Promise<void> {
  const at = now.toISOString()
  const over = fate.kind === 'later' && isGivenUp(mail.created_at, now)
  const reason = fate.kind === 'sent' ? null : fate.reason
  const attempts = mail.attempts + 1
  const outcome = over
    ? 'refused'
    : fate.kind === 'later' || fate.kind === 'trouble'
      ? null
      : fate.kind
  const due = fate.kind === 'later' ? now.getTime() + distance(attempts) : now.getTime()
  await db
    .updateTable('mail')
    .set((build) => ({
      outcome,
      outcome_at: outcome === null ? null : at,
      claimed_at: outcome === null ? null : at,
      due_at: outcome === null ? new Date(due).toISOString() : mail.due_at,
      // A server that is away says nothing of the mail, and does not count against it.
      attempts: fate.kind === 'trouble' ? mail.attempts : attempts,
      reason,
      version: build('version', '+', 1),
    }))
    .where('province_id', '=', mail.province_id)
    .where('mail_id', '=', mail.mail_id)
    .where((where) =>
      where.or([
        where('outcome', 'is', null),
        // Taken for lost by another server, and accepted all the same.
        where.and([where('outcome', '=', 'doubtful'), where.val(fate.kind === 'sent')]),
      ]),
    )
    .execute()
}

/** Settles a mail that need not go out any more. */
export async function drop(db: Reads, mail: MailRow, reason: string, now: Date): Promise<void> {
  await db
    .updateTable('mail')
    .set((build) => ({
      outcome: 'dropped' as const,
      outcome_at: now.toISOString(),
      reason,
      version: build('version', '+', 1),
    }))
    .where('province_id', '=', mail.province_id)
    .where('mail_id', '=', mail.mail_id)
    .where('outcome', 'is', null)
    .where('claimed_at', 'is', null)
    .execute()
}
