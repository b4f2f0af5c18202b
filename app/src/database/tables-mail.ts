// Tables of notifications, mail and jobs (migrations/0016-mail.sql), as Kysely sees them.
import type { ColumnType, Generated } from 'kysely'

export type MailWish = 'atOnce' | 'digest' | 'none'

export type MailOutcome = 'sent' | 'refused' | 'doubtful' | 'dropped'

/** Numbers and days that belong to a happening, never words of a record. */
export type Facts = Readonly<Record<string, string | number>>

export interface NotificationTable {
  province_id: number
  notification_id: string
  account_id: string
  key: string
  kind: string
  about_kind: string
  about_id: string
  facts: ColumnType<Facts, string | undefined, string>
  created_at: Generated<string>
  read_at: string | null
}

export interface MailTable {
  province_id: number
  mail_id: string
  key: string
  kind: 'notification' | 'digest' | 'head'
  account_id: string | null
  address: string | null
  notification_id: string | null
  facts: ColumnType<Facts, string | undefined, string>
  created_at: Generated<string>
  due_at: Generated<string>
  attempts: Generated<number>
  claimed_at: string | null
  outcome: MailOutcome | null
  outcome_at: string | null
  reason: string | null
  version: Generated<number>
}

export interface MailSubscriberTable {
  province_id: number
  address: string
  added_by: string
  added_at: Generated<string>
}

export interface JobRunTable {
  province_id: number
  job: string
  day: string
  done_at: string
}

export interface MailTables {
  notification: NotificationTable
  mail: MailTable
  mail_subscriber: MailSubscriberTable
  job_run: JobRunTable
}
