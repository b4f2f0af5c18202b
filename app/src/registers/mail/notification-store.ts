// Telling accounts that something happened: the notification, and the mail where its reader wants one at once.
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { Tx } from '../../database/tables.ts'
import type { Facts } from '../../database/tables-mail.ts'
import { workers } from '../../http/access.ts'
import { heirsOf } from '../organisations/heirs-store.ts'
import { inForceOn, whatItHangsOn } from '../people/grants.ts'
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
 * Open accounts that act for one of the bodies (`workers`), by a right in force now that was granted in that very
 * body, or in the one that took over from it.
 */
export async function workersOf(
  tx: Tx,
  provinceId: number,
  bodies: readonly string[],
  today = todayInVietnam(),
): Promise<string[]> {
  if (bodies.length === 0) return []
  const heirs = await heirsOf(tx, provinceId, bodies, today)
  const { rows } = await sql<{ account_id: string }>`
    select distinct g.account_id from role_grant g ${whatItHangsOn}
    where g.province_id = ${provinceId} and ${inForceOn(today)}
      and g.organisation_id = any(${[...new Set([...bodies, ...heirs.values()])]}::uuid[])
      and g.role = any(${[...workers]}::text[])
    order by g.account_id`.execute(tx)
  return rows.map((row) => row.account_id)
}

/**
 * Tells accounts the same, each once, in the caller's transaction: a notification, and a mail where the account
 * wants mails at once, has an address (`mailAddress`) and this installation sends any. How many were told now;
 * who was told before, or whose account is closed, is not. Nobody's right is asked: the title is left out, in the
 * application and in the mail, for whom the record is closed when it is read. So no title is handed in or kept
 * here: what is destroyed or put away later is gone from notifications and waiting mails too, and personnel items
 * never get into a mail.
 */
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
