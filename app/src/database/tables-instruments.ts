// Tables of instruments and inspections (migrations/0020-instruments.sql, 0029-inspected-bodies.sql), as Kysely sees them.
import type { Generated } from 'kysely'
import type { InspectionForm } from '../registers/inspections/inspection.ts'
import type { InstrumentKind, InstrumentLevel, Side } from '../registers/instruments/kinds.ts'

export interface InstrumentTable {
  province_id: number
  instrument_id: string
  side: Side
  kind: InstrumentKind
  symbol: string | null
  symbol_key: string | null
  issuer: string | null
  issuer_id: string | null
  issued_on: string | null
  term: string | null
  title: string
  document_id: string | null
  level: InstrumentLevel
  note: string | null
  made_by: string
  made_at: Generated<string>
  withdrawn_at: Generated<string | null>
  merged_into: Generated<string | null>
  quarantined: Generated<boolean>
  version: Generated<number>
}

export interface InstrumentDutyTable {
  province_id: number
  duty_id: string
  instrument_id: string
  organisation_id: string
  study_by: string | null
  implement_by: string | null
  note: string | null
  studied_on: Generated<string | null>
  plan_symbol: Generated<string | null>
  progress: Generated<string | null>
  done_on: Generated<string | null>
  on_behalf: Generated<string | null>
  reported_by: Generated<string | null>
  reported_at: Generated<string | null>
  confirmed_by: Generated<string | null>
  confirmed_at: Generated<string | null>
  sent_back: Generated<string | null>
  made_by: string
  withdrawn_at: Generated<string | null>
  version: Generated<number>
}

export interface InstrumentLinkTable {
  province_id: number
  link_id: string
  instrument_id: string
  assignment_id: string | null
  indicator_id: string | null
  shortcoming_id: string | null
}

export interface InspectionTable {
  province_id: number
  inspection_id: string
  organisation_id: string
  year: number
  quarter: number | null
  form: InspectionForm
  content: string
  inspecting_id: string | null
  level: InstrumentLevel
  note: string | null
  told_on: Generated<string | null>
  started_on: Generated<string | null>
  ended_on: Generated<string | null>
  team_lead: Generated<string | null>
  conclusion_id: Generated<string | null>
  dropped_at: Generated<string | null>
  dropped_reason: Generated<string | null>
  made_by: string
  made_at: Generated<string>
  version: Generated<number>
}

export interface InspectedBodyTable {
  province_id: number
  inspection_id: string
  organisation_id: string
  position: number
}

export interface InspectionFindingTable {
  province_id: number
  inspection_finding_id: string
  inspection_id: string
  about_id: Generated<string | null>
  body: string
  document_id: string | null
  text_version: number | null
  start_at: number | null
  end_at: number | null
  assignment_id: Generated<string | null>
  made_by: string
  made_at: Generated<string>
  withdrawn_at: Generated<string | null>
  version: Generated<number>
}

export interface InstrumentTables {
  instrument: InstrumentTable
  instrument_duty: InstrumentDutyTable
  instrument_link: InstrumentLinkTable
  inspection: InspectionTable
  inspected_body: InspectedBodyTable
  inspection_finding: InspectionFindingTable
}
