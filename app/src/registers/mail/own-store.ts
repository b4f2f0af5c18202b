// One's own notifications: shown with what one may see now, marked as read; and which mails one wants.
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Tx } from '../../database/tables.ts'
import type { MailWish } from '../../database/tables-mail.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { keyOf, lookUp } from './about-store.ts'
import type { MailWishView, NotificationView } from './contract.ts'
import { type About, factsOn, mailAddress, pathOf } from './notification.ts'
import { mailIsOn } from './setting-store.ts'

/** Notifications in one answer. */
const page = 50

/** Newest first; `before`: the id of the last one that is known. */
export async function listNotifications(
  db: Reads,
  actor: Actor,
  before?: string,
): Promise<{ notifications: NotificationView[]; unread: number; more: boolean }> {
  authorise(actor, 'session.own', actor.provinceId)
  const rows = await db
    .selectFrom('notification')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', accountOf(actor))
    .$if(before !== undefined, (query) => query.where('notification_id', '<', before ?? ''))
    .orderBy('notification_id', 'desc')
    .limit(page + 1)
    .execute()
  const shown = rows.slice(0, page)
  const about = (row: (typeof rows)[number]): About => ({
    kind: row.about_kind as About['kind'],
    id: row.about_id,
  })
  const looked = await lookUp(db, actor, shown.map(about))
  const today = todayInVietnam()
  return {
    notifications: shown.map((row) => {
      const seen = looked.get(keyOf(about(row)))
      return {
        id: row.notification_id,
        kind: row.kind,
        facts: factsOn(row, seen?.awaited, today),
        path: seen?.path ?? pathOf(about(row)),
        title: seen?.title ?? null,
        createdAt: row.created_at,
        readAt: row.read_at,
      }
    }),
    unread: await unreadCount(db, actor),
    more: rows.length > page,
  }
}

/** How many of one's own are unread. */
export async function unreadCount(db: Reads, actor: Actor): Promise<number> {
  authorise(actor, 'session.own', actor.provinceId)
  const { count } = await db
    .selectFrom('notification')
    .select((build) => build.fn.countAll<string>().as('count'))
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', accountOf(actor))
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Marks these as read, or all of one's own; `notFound` where one of them is not one's own. How many are left. */
export async function markRead(tx: Tx, actor: Actor, ids?: readonly string[]): Promise<number> {
  authorise(actor, 'session.own', actor.provinceId)
  if (ids !== undefined) await mustBeOwn(tx, actor, ids)
  if (ids === undefined || ids.length > 0) {
    await tx
      .updateTable('notification')
      .set({ read_at: new Date().toISOString() })
      .where('province_id', '=', actor.provinceId)
      .where('account_id', '=', accountOf(actor))
      .where('read_at', 'is', null)
      .$if(ids !== undefined, (query) => query.where('notification_id', 'in', [...(ids ?? [])]))
      .execute()
  }
  return unreadCount(tx, actor)
}

async function mustBeOwn(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const own = await tx
    .selectFrom('notification')
    .select('notification_id')
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', accountOf(actor))
    .where('notification_id', 'in', [...ids])
    .execute()
  if (own.length < new Set(ids).size) throw new Problem('notFound')
}

/** Which mails one wants, and where they go. */
export async function ownWish(db: Reads, actor: Actor): Promise<MailWishView> {
  authorise(actor, 'session.own', actor.provinceId)
  const row = await db
    .selectFrom('account as a')
    .leftJoin('person as p', (join) =>
      join.onRef('p.province_id', '=', 'a.province_id').onRef('p.person_id', '=', 'a.person_id'),
    )
    .select(['a.address', 'a.mail_wish', 'p.email'])
    .where('a.province_id', '=', actor.provinceId)
    .where('a.account_id', '=', accountOf(actor))
    .executeTakeFirstOrThrow()
  return {
    wish: row.mail_wish,
    address: mailAddress(row.address, row.email),
    on: await mailIsOn(db),
  }
}

/** Chooses which mails one wants. Those that wait already still go out. */
export async function setOwnWish(tx: Tx, actor: Actor, wish: MailWish): Promise<MailWishView> {
  authorise(actor, 'session.own', actor.provinceId)
  await tx
    .updateTable('account')
    .set({ mail_wish: wish })
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', accountOf(actor))
    .execute()
  return ownWish(tx, actor)
}
