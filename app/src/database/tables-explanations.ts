// Requests for explanation (migrations/0032-explanations.sql), as Kysely sees them.
import type { Generated } from 'kysely'

interface ExplanationRequestTable {
  province_id: number
  request_id: string
  indicator_id: string
  organisation_id: string
  target_id: string | null
  question: string
  due_on: string
  asked_by: string
  asked_at: Generated<string>
  answer: Generated<string | null>
  answered_by: Generated<string | null>
  answered_at: Generated<string | null>
  version: Generated<number>
}

export interface ExplanationTables {
  explanation_request: ExplanationRequestTable
}
