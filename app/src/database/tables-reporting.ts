// Tables of the reporting cycle (migrations/0031-reporting.sql), as Kysely sees them.
import type { ColumnType, Generated } from 'kysely'
import type {
  Frequency,
  Measure,
  Method,
  Missing,
  StepKind,
} from '../registers/reporting/regime.ts'
import type { FigureStage } from './tables-figures.ts'

/** A figure as it stood at a step, in the indicator's own unit. */
export interface StepFigureJson {
  indicatorId: string
  measure: Measure
  value: number | null
  missingReason: Missing | null
  returnedReason: string | null
}

export interface ReportRegimeTable {
  province_id: number
  regime_id: string
  name: string
  closed_on: Generated<string | null>
  made_by: string
  made_at: Generated<string>
  version: Generated<number>
}

export interface ReportRegimeVersionTable {
  province_id: number
  regime_id: string
  number: number
  valid_from: string
  legal_reference: string
  frequency: Frequency
  cutoff_day: number
  due_days: number
  grace_days: number
  stage: FigureStage
  made_by: string
  made_at: Generated<string>
}

export interface ReportLineTable {
  province_id: number
  regime_id: string
  number: number
  indicator_id: string
  measure: Measure
  position: number
  power: number
}

export interface ReportUnitTable {
  province_id: number
  regime_id: string
  number: number
  organisation_id: string
  responsible_id: string
}

export interface ReportSlotTable {
  province_id: number
  slot_id: string
  regime_id: string
  organisation_id: string
  period_from: string
  period_to: string
  responsible_id: string
  excused: Generated<boolean>
  due_on: Generated<string | null>
  exception_reason: Generated<string | null>
  sent_on: Generated<string | null>
  submitted_by: Generated<string | null>
  submitted_at: Generated<string | null>
  on_behalf: Generated<string | null>
  returned_at: Generated<string | null>
  return_reason: Generated<string | null>
  accepted_by: Generated<string | null>
  accepted_at: Generated<string | null>
  locked_at: Generated<string | null>
  version: Generated<number>
}

export interface ReportValueTable {
  province_id: number
  slot_id: string
  indicator_id: string
  measure: Measure
  value: string | null
  missing_reason: Missing | null
  explanation: string | null
  returned_reason: Generated<string | null>
  method: Method
  /** The sentence that the figure was taken from. */
  finding_id: Generated<string | null>
  entered_by: string
  entered_at: Generated<string>
}

export interface ReportStepTable {
  province_id: number
  slot_id: string
  number: number
  kind: StepKind
  reason: string | null
  figures: ColumnType<StepFigureJson[], string, string>
  done_by: string
  done_at: Generated<string>
}

export interface ReportingTables {
  report_regime: ReportRegimeTable
  report_regime_version: ReportRegimeVersionTable
  report_line: ReportLineTable
  report_unit: ReportUnitTable
  report_slot: ReportSlotTable
  report_value: ReportValueTable
  report_step: ReportStepTable
}
