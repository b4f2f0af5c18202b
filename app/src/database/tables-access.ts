// The table of the access log; the truth is migrations/*.sql.
import type { Generated } from 'kysely'

export type AccessAction = 'open' | 'read' | 'download' | 'list' | 'export'

export interface AccessEntryTable {
  province_id: number
  access_id: string
  at: Generated<string>
  /** Null: the installation itself, on the command line. */
  account_id: string | null
  action: AccessAction
  subject_kind: string
  subject_id: string | null
  detail: string | null
}

export interface DocumentQuarantineTable {
  province_id: number
  quarantine_id: string
  document_id: string
  reason: string
  placed_by: string
  placed_at: Generated<string>
  /** Null while it lasts. */
  outcome: 'released' | 'destroyed' | null
  ended_by: string | null
  ended_at: string | null
  end_reason: string | null
}
