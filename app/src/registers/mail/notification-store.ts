// Telling accounts that something happened: the notification, and the mail where its reader wants one at once.
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../database/tables.ts'
import type { Facts } from '../../database/tables-mail.ts'
import { insiders } from '../../http/access.ts'
import { grantsOfBody } from '../people/grants.ts'
import { type About, mailAddress, type NotificationKind } from './notification.ts'
import { mailIsOn } from './setting-store.ts'

export interface Telling {
  /**
   * What happened to what, and when it counts as another happening: `assignment:<id>:due:3:2026-12-01`. The
   * same key is told to an account once, whoever asks and however often. At most 200 characters.
   */
  key: string
  kind: NotificationKind
  /** The record it is about: the link, and the title that is looked up when it is shown. */
  about: About
  /** Numbers and days (`YYYY-MM-DD`) that its sentence needs. No word of a record: see below. */
  facts?: Facts
}

/**
 * Tells one account, in the caller's transaction: a notification, and a mail where the account wants mails at
 * once, has an address (`mailAddress`) and this installation sends any. False where it was told before, or the
 * account is closed. Nobody's right is asked: the title is left out, in the application and in the mail, for
 * whom the record is closed when it is read. So no title is handed in or kept here: what is destroyed or put
 * away later is gone from notifications and waiting mails too, and personnel items never get into a mail.
 */
export async function tell(
  tx: Tx,
  provinceId: number,
  { accountId, ...telling }: Telling & { accountId: string },
  now = new Date(),
): Promise<boolean> {
  return (await tellAll(tx, provinceId, [accountId], telling, now)) > 0
}

/** Tells those who work in a body (`workersOf`), as `tell` does; how many were told now. */
export async function tellBody(
  tx: Tx,
  provinceId: number,
  organisationId: string,
  telling: Telling,
  now = new Date(),
): Promise<number> {
  return tellAll(tx, provinceId, await workersOf(tx, provinceId, organisationId), telling, now)
}

/** Open accounts with a right to work (`insiders`) granted in this very body, in force now. */
export async function workersOf(
  tx: Tx,
  provinceId: number,
  organisationId: string,
): Promise<string[]> {
  const grants = await grantsOfBody(tx, provinceId, organisationId)
  const working = grants.filter((one) => insiders.has(one.role) && one.role !== 'inspector')
  return [...new Set(working.map((one) => one.accountId))]
}

/** Tells several accounts the same, each once, as `tell` does; how many were told now. */
export async function tellAll(
  tx: Tx,
  provinceId: number,
  accountIds: readonly string[],
  { key, kind, about, facts = {} }: Telling,
  now = new Date(),
): Promise<number> {
  if (accountIds.length === 0) return 0
  const accounts = await tx
    .selectFrom('account as a')
    .leftJoin('person as p', (join) =>
      join.onRef('p.province_id', '=', 'a.province_id').onRef('p.person_id', '=', 'a.person_id'),
    )
    .select(['a.account_id', 'a.address', 'a.mail_wish', 'p.email'])
    .where('a.province_id', '=', provinceId)
    .where('a.account_id', 'in', [...new Set(accountIds)])
    .where('a.disabled_at', 'is', null)
    .orderBy('a.account_id')
    .execute()
  if (accounts.length === 0) return 0
  const at = now.toISOString()
  const told = await tx
    .insertInto('notification')
    .values(
      accounts.map((one) => ({
        province_id: provinceId,
        notification_id: uuidv7(),
        account_id: one.account_id,
        key,
        kind,
        about_kind: about.kind,
        about_id: about.id,
        facts: JSON.stringify(facts),
        created_at: at,
        read_at: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['province_id', 'account_id', 'key']).doNothing())
    .returning(['notification_id', 'account_id'])
    .execute()
  const wanting = new Set(
    accounts
      .filter((one) => one.mail_wish === 'atOnce' && mailAddress(one.address, one.email) !== null)
      .map((one) => one.account_id),
  )
  const mailed = told.filter((one) => wanting.has(one.account_id))
  if (mailed.length > 0 && (await mailIsOn(tx))) {
    await tx
      .insertInto('mail')
      .values(
        mailed.map((one) => ({
          province_id: provinceId,
          mail_id: uuidv7(),
          key,
          kind: 'notification' as const,
          account_id: one.account_id,
          notification_id: one.notification_id,
          created_at: at,
          due_at: at,
        })),
      )
      .onConflict((conflict) => conflict.columns(['province_id', 'account_id', 'key']).doNothing())
      .execute()
  }
  return told.length
}
