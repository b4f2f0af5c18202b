// Tables of reported figures and of definitions (migrations/0030-figures.sql), as Kysely sees them.
import type { Generated } from 'kysely'

interface FigureTable {
  province_id: number
  figure_id: string
  indicator_id: string
  organisation_id: string | null
  period_from: string
  period_to: string
  accumulation: 'period' | 'cumulative'
  kind: 'actual' | 'yearEstimate'
}

interface FigureEntryTable {
  province_id: number
  entry_id: string
  record_seq: number
  file_name: string | null
  file_sha256: string | null
  versions: number
  rows_hash: string
  recorded_by: string
  recorded_at: string
}

export type MissingReason = 'notYet' | 'notCollected' | 'notApplicable' | 'withdrawn'
export type FigureStage = 'estimate' | 'preliminary' | 'official'
export type FigureMethod = 'typed' | 'pasted' | 'file' | 'document' | 'derived'

interface FigureVersionTable {
  province_id: number
  figure_id: string
  number: number
  entry_id: string
  record_seq: number
  value: string | null
  missing_reason: MissingReason | null
  stage: FigureStage
  method: FigureMethod
  cell: string | null
  reason: string | null
}

interface FigureStagedTable {
  province_id: number
  indicator_id: string
  row: number
  figure_id: string
  organisation_id: string | null
  period_from: string
  period_to: string
  accumulation: 'period' | 'cumulative'
  kind: 'actual' | 'yearEstimate'
  value: string | null
  missing_reason: MissingReason | null
  stage: FigureStage
  method: FigureMethod
  cell: string | null
  reason: string | null
  growth: number | null
  share: number | null
  number: Generated<number>
}

interface FigureSourceTable {
  province_id: number
  figure_id: string
  number: number
  observation_id: string
}

interface IndicatorDefinitionTable {
  province_id: number
  indicator_id: string
  number: number
  valid_from: string
  value_kind: 'flow' | 'stock' | 'rate' | 'index' | 'state'
  report_mode: 'inPeriod' | 'yearToDate' | 'termToDate' | 'point'
  across_bodies: 'sum' | 'weightedMean' | 'none' | 'max' | 'min'
  across_time: 'sum' | 'last' | 'weightedMean' | 'none'
  weight_indicator_id: string | null
  formula: string | null
  entry_factor: string
  decimals: number
  price_basis: 'none' | 'current' | 'constant2010' | 'constant2020'
  least: string | null
  most: string | null
  owner_id: string
  content: string | null
  legal_reference: string
  reason: string | null
  recorded_by: string
  recorded_at: Generated<string>
}

interface IndicatorBreakTable {
  province_id: number
  break_id: string
  indicator_id: string
  on_day: string
  comparable: boolean
  reason: string
  legal_reference: string | null
  recorded_by: string
  recorded_at: Generated<string>
  withdrawn_at: string | null
}

interface ReferenceFigureTable {
  province_id: number
  reference_id: string
  indicator_id: string
  place: string
  period_from: string
  period_to: string
  value: string
  source: string
  recorded_by: string
  recorded_at: Generated<string>
  withdrawn_at: string | null
}

interface FigureSnapshotTable {
  province_id: number
  snapshot_id: string
  conference_id: string | null
  title: string
  record_seq: number
  values_hash: string
  taken_by: string
  taken_at: string
}

export interface FigureTables {
  figure: FigureTable
  figure_entry: FigureEntryTable
  figure_version: FigureVersionTable
  figure_staged: FigureStagedTable
  figure_source: FigureSourceTable
  indicator_definition: IndicatorDefinitionTable
  indicator_break: IndicatorBreakTable
  reference_figure: ReferenceFigureTable
  figure_snapshot: FigureSnapshotTable
}
