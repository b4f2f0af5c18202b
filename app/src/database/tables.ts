// The tables as Kysely sees them; the truth is migrations/*.sql. Dates are `YYYY-MM-DD` strings,
// instants ISO strings in UTC, numerics decimal strings, 64-bit integers numbers.
import type { ColumnType, Generated, Insertable, Kysely, Selectable, Transaction } from 'kysely'
import type { AccessEntryTable, DocumentQuarantineTable } from './tables-access.ts'
import type { AssignmentTables } from './tables-assignments.ts'
import type {
  DocumentParticipantTable,
  Level,
  MembershipTable,
  OrganisationChangeTable,
  OrganisationLineageTable,
  OrganisationNameTable,
  OrganisationParentTable,
  OrganisationTable,
  PersonTable,
  RoleGrantTable,
  TermTable,
} from './tables-bodies.ts'
import type { ChainTables } from './tables-chain.ts'
import type { ConferenceTables, DecidedJson } from './tables-conference.ts'
import type { ExplanationTables } from './tables-explanations.ts'
import type { FigureTables } from './tables-figures.ts'
import type { InstrumentTables } from './tables-instruments.ts'
import type { MailTables, MailWish } from './tables-mail.ts'
import type { ProjectTables } from './tables-projects.ts'
import type { ReportingTables } from './tables-reporting.ts'
import type { TargetTables } from './tables-targets.ts'

export type { AccountRole, Level, OrganisationKind, Tree } from './tables-bodies.ts'

type Json<T> = ColumnType<T, string, string>

/** Reads may run on the pool or inside a transaction; writes need a transaction. */
export type Reads = Kysely<Tables>
export type Tx = Transaction<Tables>

export type Locale = 'vi' | 'en'

export interface PeriodJson {
  label: string
  from: string | null
  to: string | null
}

interface ProvinceTable {
  province_id: number
  slug: string
  name: string
  created_at: Generated<string>
}

interface ServerSettingTable {
  key: string
  value: Json<unknown>
  changed_at: Generated<string>
}

interface AccountTable {
  province_id: number
  account_id: string
  address: string
  name: string
  person_id: Generated<string | null>
  /** Assigned subject or address at the identity provider, and the subject it was first used by. */
  sso_name: Generated<string | null>
  sso_subject: Generated<string | null>
  /** Null: no password; nobody signs in with one. */
  password_hash: string | null
  locale: Generated<Locale>
  mail_wish: Generated<MailWish>
  disabled_at: string | null
  created_at: Generated<string>
  version: Generated<number>
}

interface SessionTable {
  province_id: number
  token_hash: Buffer
  session_id: string
  account_id: string
  csrf_token: string
  /** "Chrome, Windows", '' where unknown. */
  device: Generated<string>
  /** The network address, shortened. */
  network: Generated<string>
  /** What it waits for before it gives any right; empty for an open one. */
  pending: Generated<SignInStep[]>
  created_at: Generated<string>
  last_seen_at: Generated<string>
  expires_at: string
}

/** In the order in which they are asked for. */
export type SignInStep = 'factor' | 'password' | 'enrol'

interface AccountCodeTable {
  province_id: number
  account_id: string
  code_hash: Buffer
  issued_by: string | null
  issued_at: Generated<string>
  expires_at: string
}

interface AccountFactorTable {
  province_id: number
  account_id: string
  /** Sealed: see `factorsecret.ts`. */
  secret: Buffer | null
  next_secret: Generated<Buffer | null>
  last_step: Generated<number>
  confirmed_at: string | null
}

interface RecoveryCodeTable {
  province_id: number
  account_id: string
  code_hash: Buffer
  used_at: string | null
}

interface KnownDeviceTable {
  province_id: number
  account_id: string
  token_hash: Buffer
  last_used_at: Generated<string>
}

interface LoginAttemptTable {
  province_id: number
  key: string
  failures: number
  last_at: string
}

interface DocumentTable {
  province_id: number
  document_id: string
  title: string
  file_name: string
  format: string
  byte_size: number
  sha256: string
  document_date: string | null
  /** `quarantined`: nobody reads it, nor what was drawn from it. */
  status: 'read' | 'quarantined' | 'destroyed'
  conference_id: string | null
  level: Generated<Level>
  organisation_id: Generated<string | null>
  personnel: Generated<boolean>
  /** The matter whose dossier it belongs to. */
  matter_id: Generated<string | null>
  added_by: string
  added_at: Generated<string>
  version: Generated<number>
}

interface DocumentOriginalTable {
  province_id: number
  document_id: string
  storage_name: string
  bytes: Buffer
}

interface DocumentTextTable {
  province_id: number
  document_id: string
  text_version: number
  text: string
  blocks: Json<{ kind: string; start: number; end: number }[]>
  warnings: Json<{ code: string; details?: Record<string, unknown> }[]>
  created_at: Generated<string>
}

interface ReadingTable {
  province_id: number
  reading_id: string
  document_id: string
  text_version: number
  reader_version: string
  context: Json<unknown>
  created_at: Generated<string>
}

interface DocumentDestructionTable {
  province_id: number
  document_id: string
  sha256: string
  reason: string
  destroyed_by: string
  destroyed_at: Generated<string>
}

export type FindingState = 'proposed' | 'confirmed' | 'rejected'

interface FindingTable {
  province_id: number
  finding_id: string
  document_id: string
  reading_id: string
  text_version: number
  reader_key: string
  kind: string
  start_at: number
  end_at: number
  quote: string
  certainty: 'certain' | 'likely' | 'possible'
  rule: string
  payload: Json<Record<string, unknown>>
  edited: ColumnType<Record<string, unknown> | null, string | null, string | null>
  state: FindingState
  made_by: 'reader' | 'person'
  decided_by: string | null
  decided_at: string | null
  reason: string | null
  entry_kind: string | null
  entry_id: string | null
  version: Generated<number>
}

interface IndicatorTable {
  province_id: number
  indicator_id: string
  code: string
  name_vi: string
  name_en: string
  unit: string
  direction: 'up' | 'down' | 'band' | 'none'
  kind: 'C' | 'P' | 'R'
  frequency: string
  price_basis: string
  synonyms: Json<string[]>
  national: boolean
  quarantined: Generated<boolean>
  created_at: Generated<string>
  version: Generated<number>
}

interface LexiconEntryTable {
  province_id: number
  entry_id: string
  class: string
  payload: string
  phrases: Json<string[]>
  state: 'active' | 'declined' | 'withdrawn'
  origin: 'person' | 'correction' | 'file'
  added_by: string | null
  added_at: Generated<string>
  version: Generated<number>
}

/** The columns every register entry carries: where it came from and who confirmed it. */
export interface EntrySource {
  province_id: number
  document_id: string
  text_version: number
  start_at: number
  end_at: number
  as_written: string
  finding_id: string
  confirmed_by: string
  confirmed_at: Generated<string>
  withdrawn_at: string | null
  version: Generated<number>
}

export interface ComparisonJson {
  quote: string
  direction: 'up' | 'down' | 'ratio'
  amount: number | null
  unit: string | null
  versus: string | null
  base: PeriodJson | null
}

interface ObservationTable extends EntrySource {
  observation_id: string
  indicator_id: string
  period_label: string | null
  period_from: string | null
  period_to: string | null
  value: string | null
  value_max: string | null
  value_of: string | null
  unit: string | null
  unit_text: string | null
  quantity_text: string | null
  bound: string | null
  modality: string
  place: string | null
  comparisons: Json<ComparisonJson[]>
}

interface ShortcomingTable extends EntrySource {
  shortcoming_id: string
  topic: string
  subject: string
  predicate: string
  scope: string | null
  since: string | null
}

interface AssignmentTable
  extends Omit<EntrySource, 'document_id' | 'text_version' | 'start_at' | 'end_at' | 'finding_id'> {
  /** Null where it comes from a decision of a conference held here (`session_item_id`). */
  document_id: string | null
  text_version: number | null
  start_at: number | null
  end_at: number | null
  finding_id: string | null
  session_item_id: string | null
  lead_id: string | null
  cooperating_ids: ColumnType<string[], string | undefined, string>
  assignment_id: string
  action: string
  lead_text: string | null
  cooperating: Json<string[]>
  deadline: string | null
  deadline_text: string | null
  deadline_fuzzy: boolean
  deliverable: string | null
  specific: boolean
  ordered_by: string | null
  done_on: string | null
  note: string | null
  register_year: Generated<number | null>
  register_number: Generated<number | null>
  assigned_on: Generated<string | null>
  original_deadline: Generated<string | null>
  event_id: Generated<string | null>
  event_days: Generated<number | null>
  follower_id: Generated<string | null>
  upstream: Generated<string | null>
  directive: Generated<string | null>
  product: Generated<string | null>
  result: Generated<string | null>
  received_at: Generated<string | null>
  percent: Generated<number | null>
  reported_on: Generated<string | null>
  reported_by: Generated<string | null>
  paused_on: Generated<string | null>
  revoked_on: Generated<string | null>
  recognised_on: Generated<string | null>
  decided: ColumnType<DecidedJson | null, string | null | undefined, string | null>
}

interface ConferenceTable {
  province_id: number
  conference_id: string
  title: string
  body: string | null
  type: string
  number: number | null
  term: string | null
  held_on: string | null
  held_text: string | null
  place: string | null
  chair: Json<{ name: string; titles: string[] }[]>
  concluded_by: string | null
  item_count: number | null
  reviews: ColumnType<PeriodJson | null, string | null, string | null>
  plans: ColumnType<PeriodJson | null, string | null, string | null>
  document_id: string | null
  text_version: number | null
  start_at: number | null
  end_at: number | null
  as_written: string
  finding_id: string | null
  confirmed_by: string
  confirmed_at: Generated<string>
  withdrawn_at: string | null
  version: Generated<number>
  /** The holding body, for a conference that is held here; null for one that only a report tells of. */
  organisation_id: string | null
  term_id: string | null
  level: Generated<Level>
  starts_at: string | null
  ends_at: string | null
  dossiers_due: string | null
  quorum_of: number | null
  quorum_part: number | null
  opened_at: string | null
  closed_at: string | null
  cancelled_at: string | null
  change_reason: string | null
  current_item: string | null
  current_speaker: string | null
  item_started_at: string | null
  live: Generated<string>
  calendar_sequence: Generated<number>
}

interface AgendaItemTable extends EntrySource {
  agenda_item_id: string
  title: string
  submitter: string | null
  body: string | null
  next_body: string | null
  item_count: number | null
}

interface OpinionTable extends EntrySource {
  opinion_id: string
  opinion_count: number | null
  about: string | null
}

interface DecisionTable extends EntrySource {
  decision_id: string
  outcome: string
  items: Json<string[]>
  decided_by: string | null
}

interface CitationTable extends EntrySource {
  citation_id: string
  instrument_type: string
  number: string | null
  symbol: string | null
  issuer: string | null
  issued_on: string | null
  about: string | null
  instrument_id: Generated<string | null>
}

interface AuditRecordTable {
  province_id: number
  seq: number
  at: string
  actor_id: string | null
  actor_name: string
  action: string
  subject_kind: string
  subject_id: string
  before_hash: string | null
  after_hash: string | null
  reason: string | null
  previous_hash: string
  hash: string
}

interface RecordHeadTable {
  province_id: number
  seq: number
  hash: string
}

interface RecordContentTable {
  province_id: number
  seq: number
  subject_kind: string
  subject_id: string
  before: Json<unknown> | null
  after: Json<unknown> | null
}

interface RecordPublicationTable {
  province_id: number
  number: number
  day: string
  at: string
  count: number
  hash: string
  previous: string
  key: string
  public_key: string
  signature: string
}

interface RecordSaltTable {
  province_id: number
  subject_kind: string
  subject_id: string
  salt: string
}

interface IdempotencyTable {
  province_id: number
  account_id: string
  key: string
  request_hash: string
  status: number
  response: Json<unknown>
  created_at: Generated<string>
}

interface SearchEntryTable {
  province_id: number
  subject_kind: string
  subject_id: string
  part: Generated<number>
  document_id: string | null
  start_at: number | null
  end_at: number | null
  title: string
  body: string
  folded: string
  changed_at: Generated<string>
}

export interface Tables
  extends AssignmentTables,
    ConferenceTables,
    ChainTables,
    InstrumentTables,
    MailTables,
    ProjectTables,
    ReportingTables,
    TargetTables,
    FigureTables,
    ExplanationTables {
  access_entry: AccessEntryTable
  document_quarantine: DocumentQuarantineTable
  organisation: OrganisationTable
  organisation_name: OrganisationNameTable
  organisation_parent: OrganisationParentTable
  organisation_change: OrganisationChangeTable
  organisation_lineage: OrganisationLineageTable
  person: PersonTable
  term: TermTable
  membership: MembershipTable
  role_grant: RoleGrantTable
  document_participant: DocumentParticipantTable
  province: ProvinceTable
  server_setting: ServerSettingTable
  account: AccountTable
  session: SessionTable
  login_attempt: LoginAttemptTable
  account_code: AccountCodeTable
  account_factor: AccountFactorTable
  known_device: KnownDeviceTable
  recovery_code: RecoveryCodeTable
  document: DocumentTable
  document_original: DocumentOriginalTable
  document_text: DocumentTextTable
  reading: ReadingTable
  document_destruction: DocumentDestructionTable
  finding: FindingTable
  indicator: IndicatorTable
  lexicon_entry: LexiconEntryTable
  observation: ObservationTable
  shortcoming: ShortcomingTable
  assignment: AssignmentTable
  conference: ConferenceTable
  agenda_item: AgendaItemTable
  opinion: OpinionTable
  decision: DecisionTable
  citation: CitationTable
  audit_record: AuditRecordTable
  record_head: RecordHeadTable
  record_content: RecordContentTable
  record_publication: RecordPublicationTable
  record_salt: RecordSaltTable
  idempotency: IdempotencyTable
  search_entry: SearchEntryTable
}

export type Row<T extends keyof Tables> = Selectable<Tables[T]>
export type NewRow<T extends keyof Tables> = Insertable<Tables[T]>
