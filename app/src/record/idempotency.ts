// A repeated request changes nothing: its first answer is kept under the client's key and given again.
import { createHash } from 'node:crypto'
import type { Tx } from '../database/tables.ts'
import { type Actor, accountOf } from '../http/access.ts'
import { Problem } from '../problem.ts'
import { canonical } from './record.ts'

export interface Answer {
  status: number
  body: unknown
}

/** What makes two requests the same: route and body. */
export const requestHash = (route: string, body: unknown): string =>
  createHash('sha256')
    .update(canonical([route, body]))
    .digest('hex')

/**
 * Runs `work` once for this key. A second request with the same key waits for the first and gets its
 * answer; `Problem('idempotencyKeyReused')` where the request differs.
 */
export async function once(
  tx: Tx,
  actor: Actor,
  key: string,
  hash: string,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const own = {
    province_id: actor.provinceId,
    account_id: accountOf(actor),
    key,
  }
  const claimed = await tx
    .insertInto('idempotency')
    .values({ ...own, request_hash: hash, status: 0, response: 'null' })
    .onConflict((conflict) => conflict.columns(['province_id', 'account_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!claimed) {
    const former = await tx
      .selectFrom('idempotency')
      .select(['request_hash', 'status', 'response'])
      .where('province_id', '=', own.province_id)
      .where('account_id', '=', own.account_id)
      .where('key', '=', key)
      .executeTakeFirstOrThrow()
    if (former.request_hash !== hash) throw new Problem('idempotencyKeyReused')
    return { status: former.status, body: former.response }
  }
  const answer = await work()
  await tx
    .updateTable('idempotency')
    .set({ status: answer.status, response: JSON.stringify(answer.body) })
    .where('province_id', '=', own.province_id)
    .where('account_id', '=', own.account_id)
    .where('key', '=', key)
    .execute()
  return answer
}
