// What the installation knows of its mail server, for all who use this database: whether mails are made at all,
// and how long the server has not been reached.
import type { Reads } from '../../database/tables.ts'

const key = 'mail'

/** The mail server, as the last attempt found it. */
export interface Trouble {
  /** Since when it fails, and when it is tried again; instants, ISO UTC. */
  since: string
  next: string
  attempts: number
  /** What the server, the network or TLS said. */
  reason: string
}

export interface MailSetting {
  /** The mail server, `host:port`, without its password. */
  server: string
  from: string
  trouble: Trouble | null
}

/** The setting of the server that was started last; null where no mail server is configured. */
export async function mailSetting(db: Reads): Promise<MailSetting | null> {
  const row = await db
    .selectFrom('server_setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
  return (row?.value as MailSetting | undefined) ?? null
}

/** Whether mails are made: a server without a mail server makes none, so that none is sent late. */
export const mailIsOn = async (db: Reads): Promise<boolean> => (await mailSetting(db)) !== null

/** Called at each start with what was configured; mails that wait already stay, and wait on. */
export async function setMail(
  db: Reads,
  configured: Omit<MailSetting, 'trouble'> | null,
): Promise<void> {
  if (configured === null) {
    await db.deleteFrom('server_setting').where('key', '=', key).execute()
    return
  }
  await keep(db, { ...configured, trouble: null })
}

/** Keeps what an attempt found. */
export async function setTrouble(db: Reads, trouble: Trouble | null): Promise<void> {
  const setting = await mailSetting(db)
  if (setting !== null) await keep(db, { ...setting, trouble })
}

async function keep(db: Reads, setting: MailSetting): Promise<void> {
  const value = JSON.stringify(setting)
  const changed = { value, changed_at: new Date().toISOString() }
  await db
    .insertInto('server_setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(changed))
    .execute()
}
