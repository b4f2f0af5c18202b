// The weekly digest, for accounts that want one mail a week: what they were told and have not read.
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { Tx } from '../../database/tables.ts'
import { lastRun } from './job-store.ts'
import { mailAddress } from './notification.ts'
import { mailIsOn } from './setting-store.ts'

const week = 7 * 86_400_000

/**
 * Makes the digests of a day: of what was told since those before, or in seven days where there are none; nothing
 * for whom nothing is unread. How many.
 */
export async function makeDigests(
  tx: Tx,
  provinceId: number,
  now: Date,
  day: string | null,
): Promise<number> {
  if (!(await mailIsOn(tx))) return 0
  const before = await lastRun(tx, provinceId, 'digest', day ?? todayInVietnam(now))
  const from = before ?? new Date(now.getTime() - week).toISOString()
  const rows = await tx
    .selectFrom('account as a')
    .leftJoin('person as p', (join) =>
      join.onRef('p.province_id', '=', 'a.province_id').onRef('p.person_id', '=', 'a.person_id'),
    )
    .select(['a.account_id', 'a.address', 'p.email'])
    .where('a.province_id', '=', provinceId)
    .where('a.mail_wish', '=', 'digest')
    .where('a.disabled_at', 'is', null)
    .where((where) =>
      where.exists(
        where
          .selectFrom('notification as n')
          .select('n.notification_id')
          .where('n.province_id', '=', provinceId)
          .whereRef('n.account_id', '=', 'a.account_id')
          .where('n.read_at', 'is', null)
          .where('n.created_at', '>', from)
          .where('n.created_at', '<=', now.toISOString()),
      ),
    )
    .orderBy('a.account_id')
    .execute()
  const reached = rows.filter((row) => mailAddress(row.address, row.email) !== null)
  if (reached.length === 0) return 0
  await tx
    .insertInto('mail')
    .values(
      reached.map((row) => ({
        province_id: provinceId,
        mail_id: uuidv7(),
        key: `digest:${day ?? todayInVietnam(now)}`,
        kind: 'digest' as const,
        account_id: row.account_id,
        facts: JSON.stringify({ from, to: now.toISOString() }),
        created_at: now.toISOString(),
        due_at: now.toISOString(),
      })),
    )
    .onConflict((conflict) => conflict.columns(['province_id', 'account_id', 'key']).doNothing())
    .execute()
  return reached.length
}
