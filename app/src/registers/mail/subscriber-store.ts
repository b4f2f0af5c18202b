// Who gets the signed head of the record by mail each day: addresses outside, listed by an administrator.
import { uuidv7 } from 'uuidv7'
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { mailIsOn } from './setting-store.ts'

/** The addresses, in order. */
export async function listSubscribers(db: Reads, actor: Actor): Promise<string[]> {
  authorise(actor, 'mail.manage', actor.provinceId)
  const rows = await db
    .selectFrom('mail_subscriber')
    .select('address')
    .where('province_id', '=', actor.provinceId)
    .orderBy('address')
    .execute()
  return rows.map((row) => row.address)
}

/** Adds an address; one that is there stays as it is. It gets the heads from the next one on. */
export async function addSubscriber(tx: Tx, actor: Actor, address: string): Promise<string[]> {
  authorise(actor, 'mail.manage', actor.provinceId)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mail_subscriber')
    .values({
      province_id: actor.provinceId,
      address: address.toLowerCase(),
      added_by: accountOf(actor),
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'address']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) await recordIt(tx, actor, 'mail.subscribe', address)
  return listSubscribers(tx, actor)
}

/** Takes an address off; `notFound` for one that is not there. */
export async function removeSubscriber(tx: Tx, actor: Actor, address: string): Promise<string[]> {
  authorise(actor, 'mail.manage', actor.provinceId)
  const { numDeletedRows } = await tx
    .deleteFrom('mail_subscriber')
    .where('province_id', '=', actor.provinceId)
    .where('address', '=', address.toLowerCase())
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new Problem('notFound')
  await recordIt(tx, actor, 'mail.unsubscribe', address)
  return listSubscribers(tx, actor)
}

const recordIt = (tx: Tx, actor: Actor, action: string, address: string) =>
  writeRecord(tx, actor, {
    action,
    subjectKind: 'province',
    subjectId: String(actor.provinceId),
    after: { address: address.toLowerCase() },
  })

/** Makes the mails of the newest head, to whom was listed before it was signed; each once. How many addresses. */
export async function mailHeads(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const head = await tx
    .selectFrom('record_publication')
    .select(['number', 'at'])
    .where('province_id', '=', provinceId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!head || !(await mailIsOn(tx))) return 0
  const rows = await tx
    .selectFrom('mail_subscriber')
    .select('address')
    .where('province_id', '=', provinceId)
    .where('added_at', '<=', head.at)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('mail')
            .select('mail_id')
            .whereRef('mail.province_id', '=', 'mail_subscriber.province_id')
            .whereRef('mail.address', '=', 'mail_subscriber.address')
            .where('mail.key', '=', `head:${head.number}`),
        ),
      ),
    )
    .orderBy('address')
    .execute()
  if (rows.length === 0) return 0
  await tx
    .insertInto('mail')
    .values(
      rows.map((row) => ({
        province_id: provinceId,
        mail_id: uuidv7(),
        key: `head:${head.number}`,
        kind: 'head' as const,
        address: row.address,
        facts: JSON.stringify({ number: head.number }),
        created_at: now.toISOString(),
        due_at: now.toISOString(),
      })),
    )
    .onConflict((conflict) => conflict.columns(['province_id', 'address', 'key']).doNothing())
    .execute()
  return rows.length
}
