// Sends the mails that are due: one server of all that use the database, one mail after the other, each claimed
// before the mail server hears of it and settled by what that said.
import { alone } from '../database/alone.ts'
import type { Database } from '../database/open.ts'
import { recordProvinces } from '../record/heads.ts'
import { type Composed, compose, type NotNeeded } from '../registers/mail/compose-store.ts'
import { distance, type Fate, messageId } from '../registers/mail/outbox.ts'
import {
  claim,
  drop,
  type MailRow,
  markInterrupted,
  nextDue,
  settle,
} from '../registers/mail/outbox-store.ts'
import { mailSetting, setTrouble } from '../registers/mail/setting-store.ts'
import { type MailServer, type OpenLine, openLine, type Patience, type Sender } from './smtp.ts'

export interface MailSettings {
  server: MailServer
  from: Sender
  /** Where links lead: the public address of this server, without a stroke at its end. */
  url: string
  patience?: Patience
}

export interface Sent {
  sent: number
  /** Mails that the receiver's server refused, or whose fate nobody knows. */
  failed: number
  /** What kept the mail server from being reached; null where it was, or nothing was due. */
  trouble: string | null
}

/** What hears of a mail that could not be put into words, and why. */
export type Uncomposed = (mailId: string, error: Error) => void

/** What a mail under way gets when this server ends, in milliseconds. */
const lastWait = 5000

/** Mails in one go; the rest waits for the next tick. */
const mostInOneGo = 500

/**
 * Sends what is due at `now`. Null where another server is at it. Nothing is due while the mail server is in
 * trouble and its next attempt lies ahead. After `ending` no other mail is begun, and the one that is under way
 * has five seconds. A mail that cannot be put into words is put off and told to `uncomposed`; the others go out.
 */
export async function sendDue(
  database: Database,
  settings: MailSettings,
  clock: () => Date = () => new Date(),
  ending?: AbortSignal,
  uncomposed: Uncomposed = () => {},
): Promise<Sent | null> {
  return alone(database.pool, 'post', async () => {
    const { db } = database
    const provinces = await recordProvinces(db)
    for (const { province_id: id } of provinces) await markInterrupted(db, id, clock())
    const done: Sent = { sent: 0, failed: 0, trouble: null }
    const known = (await mailSetting(db))?.trouble ?? null
    if (known !== null && Date.parse(known.next) > clock().getTime()) return done
    const line = lineOf(settings, ending)
    try {
      for (const { province_id: id } of provinces) {
        while (done.sent + done.failed < mostInOneGo && !ending?.aborted) {
          const mail = await nextDue(db, id, clock())
          if (!mail) break
          const fate = await sendOne(database, settings, line, mail, clock, uncomposed)
          if (fate?.kind === 'sent') done.sent++
          if (fate?.kind === 'refused' || fate?.kind === 'doubtful') done.failed++
          if (fate?.kind !== 'trouble') continue
          done.trouble = fate.reason
          const attempts = (known?.attempts ?? 0) + 1
          await setTrouble(db, {
            since: known?.since ?? clock().toISOString(),
            next: new Date(clock().getTime() + distance(attempts)).toISOString(),
            attempts,
            reason: fate.reason,
          })
          return done
        }
      }
      if (known !== null && line.reached()) await setTrouble(db, null)
      return done
    } finally {
      line.close()
    }
  })
}

/** One mail to its end, or to its next attempt; null where it need not go out, or is no longer ours. */
async function sendOne(
  database: Database,
  { from, url }: MailSettings,
  line: ReturnType<typeof lineOf>,
  mail: MailRow,
  clock: () => Date,
  uncomposed: Uncomposed,
): Promise<Fate | null> {
  const { db } = database
  let composed: Composed | NotNeeded
  try {
    composed = await compose(db, mail, url, clock())
  } catch (error) {
    const fate = { kind: 'later', reason: 'notComposed' } as const
    await settle(db, mail, fate, clock())
    uncomposed(mail.mail_id, error as Error)
    return fate
  }
  if ('drop' in composed) {
    await drop(db, mail, composed.drop, clock())
    return null
  }
  let open: OpenLine
  try {
    open = await line.open()
  } catch (error) {
    // Nothing was claimed: it simply waits.
    return { kind: 'trouble', reason: (error as Error).message.replace(/\s+/g, ' ').slice(0, 500) }
  }
  if (!(await claim(db, mail, clock()))) return null
  const id = messageId(mail.province_id, mail.mail_id, from.address)
  const fate = await open.send(from, { ...composed, messageId: id }, clock())
  await settle(db, mail, fate, clock())
  // A server that ends a line after so many mails, or without a word, gets a new one for the next mail.
  if (fate.kind !== 'sent') line.drop()
  return fate.kind === 'trouble' && line.again() ? null : fate
}

/** The line to the server: opened with the first mail, opened anew once where one that worked is lost. */
function lineOf({ server, patience }: MailSettings, ending?: AbortSignal) {
  const cut = new AbortController()
  const cutSoon = () => setTimeout(() => cut.abort(), lastWait).unref()
  ending?.addEventListener('abort', cutSoon, { once: true })
  let open: OpenLine | null = null
  let reached = false
  let fresh = true
  return {
    async open(): Promise<OpenLine> {
      if (open === null) {
        open = await openLine(server, patience, cut.signal)
        fresh = true
        reached = true
      } else fresh = false
      return open
    },
    drop(): void {
      open?.close()
      open = null
    },
    /** Whether the mail that just failed was not the first on its line. */
    again: (): boolean => !fresh,
    reached: (): boolean => reached,
    close(): void {
      ending?.removeEventListener('abort', cutSoon)
      open?.close()
    },
  }
}
