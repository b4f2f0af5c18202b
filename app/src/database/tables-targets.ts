// Tables of targets (migrations/0023-targets.sql), as Kysely sees them.
import type { ColumnType, Generated } from 'kysely'

export interface TargetStepJson {
  by: string
  value: number
  text: string
}

interface TargetTable {
  province_id: number
  target_id: string
  indicator_id: string
  organisation_id: string | null
  period_from: string
  period_to: string
  kind: 'plan' | 'minimum' | 'stretch'
  authority: 'primeMinister' | 'council' | 'committee' | null
  created_by: string
  created_at: Generated<string>
  version: Generated<number>
}

interface TargetVersionTable {
  province_id: number
  target_id: string
  number: number
  low: string | null
  high: string | null
  words: string | null
  figure_text: string | null
  path: ColumnType<TargetStepJson[], string, never>
  withdrawn: boolean
  legal_reference: string
  decided_on: string
  note: string | null
  observation_id: string | null
  recorded_by: string
  recorded_at: Generated<string>
}

interface TargetJudgementTable {
  province_id: number
  target_id: string
  number: number
  likelihood: 'likely' | 'doubtful' | 'unlikely'
  body: string
  judged_by: string
  judged_at: Generated<string>
}

export interface TargetTables {
  target: TargetTable
  target_version: TargetVersionTable
  target_judgement: TargetJudgementTable
}
