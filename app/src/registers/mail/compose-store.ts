// The words of a mail, made when it is sent: by what its reader may see then, in the language of the account.
import { todayInVietnam } from '../../calendar.ts'
import type { Reads } from '../../database/tables.ts'
import { headLine } from '../../record/head.ts'
import { listHeads } from '../../record/heads.ts'
import { actorOf } from '../people/grants.ts'
import { provinceById } from '../people/provinces.ts'
import { keyOf, lookUp, type Seen } from './about-store.ts'
import { lateFor } from './late-store.ts'
import {
  type About,
  factsOn,
  mailAddress,
  type NotificationKind,
  pathOf,
  remindersOfOpen,
  standsStill,
} from './notification.ts'
import type { MailRow } from './outbox-store.ts'
import { en, vi } from './texts.ts'

export interface Composed {
  to: { name: string; address: string }
  subject: string
  text: string
  language: 'vi' | 'en'
  attachment: { name: string; type: string; content: string } | null
}

/** Why a mail need not go out any more: a code that texts.ts has words for. */
export interface NotNeeded {
  drop: 'accountClosed' | 'noAddress' | 'nothingToTell'
}

/**
 * `server`: the public address that links begin with, without a stroke at its end. A reminder is left out once there is
 * no need for it any more (`standsStill`); its days are those at `now`.
 */
export async function compose(
  db: Reads,
  mail: MailRow,
  server: string,
  now: Date,
): Promise<Composed | NotNeeded> {
  const province = await provinceById(db, mail.province_id)
  if (!province) return { drop: 'nothingToTell' }
  if (mail.kind === 'head') return headMail(db, mail, province)
  const account = await db
    .selectFrom('account')
    .selectAll()
    .where('province_id', '=', mail.province_id)
    .where('account_id', '=', mail.account_id)
    .executeTakeFirst()
  if (!account || account.disabled_at !== null) return { drop: 'accountClosed' }
  const address = mailAddress(account.address, await personAddress(db, account))
  if (address === null) return { drop: 'noAddress' }
  const t = account.locale === 'en' ? en : vi
  const actor = await actorOf(db, account)
  const unread = await notificationsOf(db, mail)
  const seen = await lookUp(db, actor, unread.map(aboutOf))
  const today = todayInVietnam(now)
  const told = unread.flatMap((row) => {
    const awaited = seen.get(keyOf(aboutOf(row)))?.awaited
    if (remindersOfOpen.has(row.kind) && !standsStill(row, awaited, today)) return []
    return [{ ...row, facts: factsOn(row, awaited, today) }]
  })
  if (told.length === 0) return { drop: 'nothingToTell' }
  const lines = told.map((row) => {
    const about = aboutOf(row)
    const own = seen.get(keyOf(about))
    const sentence = t.sentences[row.kind as NotificationKind]?.(row.facts) ?? t.mail.other
    return { sentence, about, seen: own, url: server + (own?.path ?? pathOf(about)) }
  })
  const late = told.some(({ kind }) => kind === 'taskWeek')
    ? await lateFor(db, actor, today)
    : { lines: [], more: 0 }
  const [first] = lines
  const single = mail.kind === 'notification' && first !== undefined
  const title = single ? travelling(first.seen) : null
  const subject = !single
    ? t.mail.digestSubject(told.length)
    : title === null
      ? first.sentence
      : `${first.sentence}: ${title}`
  const body = single
    ? [
        t.mail.about(first.sentence),
        ...(title === null ? [t.mail.untitled] : t.mail.titled(title, first.seen)),
        '',
        t.mail.see(first.url),
      ]
    : [
        t.mail.digest,
        '',
        ...lines.flatMap((line) => t.mail.digestLine(line, travelling(line.seen))),
      ]
  if (late.lines.length > 0) {
    body.push('', t.mail.late)
    body.push(...late.lines.flatMap((one) => t.mail.lateLine({ ...one, url: server + one.path })))
    if (late.more > 0) body.push(t.mail.lateMore(late.more))
  }
  return {
    to: { name: account.name, address },
    subject: `[${t.mail.product}] ${subject}`.slice(0, 250),
    text: [
      t.mail.dear(account.name),
      '',
      ...body,
      '',
      t.mail.foot(province.name, `${server}/account`),
    ]
      .flat()
      .join('\n'),
    language: account.locale,
    attachment: null,
  }
}

const travelling = (seen: Seen | undefined): string | null => (seen?.travels ? seen.title : null)

interface ToldRow {
  kind: string
  about_kind: string
  about_id: string
  facts: Readonly<Record<string, string | number>>
}

const aboutOf = (row: ToldRow): About => ({
  kind: row.about_kind as About['kind'],
  id: row.about_id,
})

/** The notification that a mail is for, or for a digest those of its days that were not read. */
async function notificationsOf(db: Reads, mail: MailRow): Promise<ToldRow[]> {
  const query = db
    .selectFrom('notification')
    .select(['kind', 'about_kind', 'about_id', 'facts'])
    .where('province_id', '=', mail.province_id)
    .where('account_id', '=', mail.account_id)
    .orderBy('created_at')
    .orderBy('notification_id')
  if (mail.kind === 'notification') {
    return query.where('notification_id', '=', mail.notification_id).execute()
  }
  return query
    .where('read_at', 'is', null)
    .where('created_at', '>', String(mail.facts.from))
    .where('created_at', '<=', String(mail.facts.to))
    .limit(longestDigest)
    .execute()
}

/** Lines in one digest; the rest stands in the application. */
const longestDigest = 100

async function personAddress(
  db: Reads,
  account: { province_id: number; person_id: string | null },
): Promise<string | null> {
  if (account.person_id === null) return null
  const row = await db
    .selectFrom('person')
    .select('email')
    .where('province_id', '=', account.province_id)
    .where('person_id', '=', account.person_id)
    .executeTakeFirst()
  return row?.email ?? null
}

/** A signed head of the record, for people who keep it elsewhere; as text and as the line that is verified. */
async function headMail(
  db: Reads,
  mail: MailRow,
  province: { province_id: number; slug: string; name: string },
): Promise<Composed | NotNeeded> {
  const number = Number(mail.facts.number)
  const [head] = await listHeads(db, province, { after: number - 1, limit: 1 })
  if (mail.address === null || head?.statement.number !== number) return { drop: 'nothingToTell' }
  const { day, count, hash } = head.statement
  return {
    to: { name: '', address: mail.address },
    subject: vi.mail.headSubject(province.name, day),
    text: vi.mail.head({ province: province.name, day, count, hash, number }),
    language: 'vi',
    attachment: {
      name: `${province.slug}-${day}.jsonl`,
      type: 'application/jsonl',
      content: `${headLine(head)}\n`,
    },
  }
}
