// What an administrator sees of the province's mails, and decides of those that did not arrive for certain. Never
// their words: titles are their readers'.
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import type { MailOverview, MailState, OutgoingView } from './contract.ts'
import { mailSetting } from './setting-store.ts'
import { listSubscribers } from './subscriber-store.ts'

/** Mails in the list. */
const most = 200

/** The mail server, the counts, the mails that matter now, and who gets the heads. */
export async function mailOverview(db: Reads, actor: Actor): Promise<MailOverview> {
  authorise(actor, 'mail.manage', actor.provinceId)
  const counted = await db
    .selectFrom('mail')
    .select((build) => ['outcome', build.fn.countAll<string>().as('count')])
    .where('province_id', '=', actor.provinceId)
    .groupBy('outcome')
    .execute()
  const count = (outcome: string | null) =>
    Number(counted.find((one) => one.outcome === outcome)?.count ?? 0)
  const rows = await mailRows(db, actor)
    .orderBy((build) =>
      build
        .case()
        .when('m.outcome', 'in', ['refused', 'doubtful'])
        .then(0)
        .when('m.outcome', 'is', null)
        .then(1)
        .else(2)
        .end(),
    )
    .orderBy('m.created_at', 'desc')
    .orderBy('m.mail_id')
    .limit(most)
    .execute()
  return {
    server: await mailSetting(db),
    counts: {
      waiting: count(null),
      sent: count('sent'),
      refused: count('refused'),
      doubtful: count('doubtful'),
      dropped: count('dropped'),
    },
    mails: rows.map(shown),
    subscribers: await listSubscribers(db, actor),
  }
}

/**
 * Sends again what was refused or is in doubt, under the same Message-ID, or lets it be. `alreadyDecided` for one
 * that waits, went out or was let be.
 */
export async function decideMail(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  decision: 'resend' | 'drop',
): Promise<OutgoingView> {
  authorise(actor, 'mail.manage', actor.provinceId)
  const row = await tx
    .selectFrom('mail')
    .select(['outcome', 'version'])
    .where('province_id', '=', actor.provinceId)
    .where('mail_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  if (row.version !== version) {
    throw new Problem('versionOld', { current: await mailView(tx, actor, id) })
  }
  if (row.outcome !== 'refused' && row.outcome !== 'doubtful') throw new Problem('alreadyDecided')
  const now = new Date().toISOString()
  const again = { outcome: null, outcome_at: null, claimed_at: null, attempts: 0, reason: null }
  await tx
    .updateTable('mail')
    .set({
      ...(decision === 'resend'
        ? // Counted anew: the five days of patience begin with the person's decision.
          { ...again, created_at: now, due_at: now }
        : { outcome: 'dropped' as const, outcome_at: now, reason: 'byPerson' }),
      version: version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('mail_id', '=', id)
    .execute()
  await writeRecord(tx, actor, {
    action: decision === 'resend' ? 'mail.resend' : 'mail.drop',
    subjectKind: 'mail',
    subjectId: id,
    before: { outcome: row.outcome },
  })
  return mailView(tx, actor, id)
}

async function mailView(db: Reads, actor: Actor, id: string): Promise<OutgoingView> {
  return shown(await mailRows(db, actor).where('m.mail_id', '=', id).executeTakeFirstOrThrow())
}

const mailRows = (db: Reads, actor: Actor) =>
  db
    .selectFrom('mail as m')
    .leftJoin('account as a', (join) =>
      join.onRef('a.province_id', '=', 'm.province_id').onRef('a.account_id', '=', 'm.account_id'),
    )
    .leftJoin('notification as n', (join) =>
      join
        .onRef('n.province_id', '=', 'm.province_id')
        .onRef('n.notification_id', '=', 'm.notification_id'),
    )
    .select(['m.mail_id', 'm.kind', 'm.address', 'm.outcome', 'm.outcome_at', 'm.created_at'])
    .select(['m.due_at', 'm.attempts', 'm.reason', 'm.version', 'a.name', 'n.kind as told'])
    .where('m.province_id', '=', actor.provinceId)

type Shown = Awaited<ReturnType<ReturnType<typeof mailRows>['executeTakeFirstOrThrow']>>

const shown = (row: Shown): OutgoingView => ({
  id: row.mail_id,
  kind: row.kind,
  notification: row.told,
  to: row.name ?? row.address ?? '',
  state: (row.outcome ?? 'waiting') satisfies MailState,
  createdAt: row.created_at,
  at: row.outcome_at ?? row.due_at,
  attempts: row.attempts,
  reason: row.reason,
  version: row.version,
})
