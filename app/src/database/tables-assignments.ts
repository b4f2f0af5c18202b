// Tables that assignments are followed up in (migrations/0013-assignments.sql, 0021-evidence.sql), as Kysely sees them.
import type { ColumnType, Generated } from 'kysely'
import type { StepKind } from '../registers/assignments/step-contract.ts'

export interface AssignmentCounterTable {
  province_id: number
  year: number
  last: number
}

export interface DeadlineEventTable {
  province_id: number
  event_id: string
  name: string
  conference_id: string | null
  on_date: string | null
  made_by: string
  withdrawn_at: string | null
  version: Generated<number>
}

export interface AssignmentStepTable {
  province_id: number
  step_id: string
  assignment_id: string
  kind: StepKind
  on_behalf: string | null
  body: string | null
  percent: number | null
  on_date: string | null
  former_date: string | null
  from_id: string | null
  to_id: string | null
  by_account: string
  at: Generated<string>
}

export interface AssignmentEvidenceTable {
  province_id: number
  assignment_id: string
  document_id: string
  step_id: string | null
  added_by: string
  added_at: Generated<string>
}

export interface AssignmentExtensionTable {
  province_id: number
  extension_id: string
  assignment_id: string
  asked_date: string
  former_date: string
  reason: string
  asked_by: string
  asked_at: Generated<string>
  outcome: 'granted' | 'refused' | 'takenBack' | null
  granted_date: string | null
  answer: string | null
  decided_by: string | null
  decided_at: string | null
  version: Generated<number>
}

export interface AssignmentSettingTable {
  province_id: number
  basis: 'original' | 'current'
  roll: 'asWritten' | 'nextWorkingDay'
  soon_days: number
  stale_months: number
  remind_days: ColumnType<number[], string, string>
  escalate_days: number
  escalate_further_days: Generated<number>
  version: Generated<number>
}

export interface DayOffTable {
  province_id: number
  day: string
  kind: 'off' | 'working'
  name: string
}

export interface UploadTable {
  province_id: number
  upload_id: string
  account_id: string
  file_name: string
  byte_size: number
  sha256: string | null
  received: Generated<number>
  created_at: Generated<string>
  expires_at: string
}

export interface UploadPartTable {
  province_id: number
  upload_id: string
  start_at: number
  bytes: Buffer
}

export interface AssignmentTables {
  assignment_counter: AssignmentCounterTable
  deadline_event: DeadlineEventTable
  assignment_step: AssignmentStepTable
  assignment_evidence: AssignmentEvidenceTable
  assignment_extension: AssignmentExtensionTable
  assignment_setting: AssignmentSettingTable
  day_off: DayOffTable
  upload: UploadTable
  upload_part: UploadPartTable
}
