// Tables of the conference (migrations/0012-conference.sql), as Kysely sees them.
import type { ColumnType, Generated } from 'kysely'
import type { Level } from '../http/access.ts'

type Json<T> = ColumnType<T, string, string>

export interface ConferenceBodyTable {
  province_id: number
  conference_id: string
  organisation_id: string
}

export interface ConferenceTemplateTable {
  province_id: number
  template_id: string
  name: string
  organisation_id: string | null
  type: string
  place: string | null
  minutes: number | null
  items: ColumnType<unknown[], string | undefined, string>
  withdrawn_at: string | null
  version: Generated<number>
}

export interface MatterTable {
  province_id: number
  matter_id: string
  title: string
  submitter_id: string | null
  created_at: Generated<string>
  version: Generated<number>
}

export interface MatterStepTable {
  province_id: number
  matter_id: string
  step: number
  organisation_id: string
  asked: 'decide' | 'agreeInPrinciple' | 'giveOpinion' | 'note'
}

export interface ProgrammeEntryTable {
  province_id: number
  entry_id: string
  organisation_id: string
  year: number
  quarter: number | null
  month: number | null
  title: string
  asked: 'decide' | 'agreeInPrinciple' | 'giveOpinion' | 'note'
  preparing_id: string | null
  due_on: string | null
  note: string | null
  conference_id: string | null
  session_item_id: string | null
  carried_from: string | null
  dropped_at: string | null
  dropped_reason: string | null
  created_at: Generated<string>
  version: Generated<number>
}

export interface SessionItemTable {
  province_id: number
  session_item_id: string
  conference_id: string
  matter_id: string
  position: number
  number: string | null
  group_title: string | null
  title: string
  minutes: number | null
  submitter_id: string | null
  asked: 'decide' | 'agreeInPrinciple' | 'giveOpinion' | 'note'
  level: Generated<Level>
  personnel: Generated<boolean>
  checked: Generated<'notYet' | 'passed' | 'failed'>
  check_note: string | null
  status: Generated<'on' | 'postponed' | 'withdrawn'>
  status_reason: string | null
  moved_to: string | null
  papers_released_at: Generated<string | null>
  /** A review looks back on earlier conclusions; what stands in it is derived. */
  kind: Generated<'matter' | 'review'>
  version: Generated<number>
}

export interface AgendaVersionTable {
  province_id: number
  agenda_version_id: string
  conference_id: string
  label: string
  items: Json<unknown[]>
  note: string | null
  approved_by: string
  approved_at: Generated<string>
}

export interface DossierPaperTable {
  province_id: number
  paper_id: string
  matter_id: string
  kind: 'submission' | 'draft' | 'appraisal' | 'opinions' | 'annex' | 'reference'
  title: string
  position: number
  withdrawn_at: string | null
  version: Generated<number>
}

export interface DossierPaperVersionTable {
  province_id: number
  paper_id: string
  number: number
  document_id: string
  note: string | null
  added_by: string
  added_at: Generated<string>
}

/** A document before an item of one conference; `given_out_at`: phát hành there. */
export interface ItemPaperTable {
  province_id: number
  session_item_id: string
  document_id: string
  brought_at: Generated<string>
  given_out_at: Generated<string | null>
}

export interface DossierSubmissionTable {
  province_id: number
  submission_id: string
  session_item_id: string
  submitted_by: string
  submitted_at: Generated<string>
  note: string | null
  outcome: 'taken' | 'sentBack' | null
  reason: string | null
  decided_by: string | null
  decided_at: string | null
  version: Generated<number>
}

export interface InvitationTable {
  province_id: number
  invitation_id: string
  conference_id: string
  name: string
  title: string | null
  person_id: string | null
  account_id: string | null
  organisation_id: string | null
  capacity: 'chair' | 'member' | 'invited' | 'forItems'
  votes: Generated<boolean>
  sent_at: string | null
  answer: 'coming' | 'notComing' | 'substitute' | null
  answer_reason: string | null
  substitute_name: string | null
  substitute_account_id: string | null
  answered_at: string | null
  attendance: 'present' | 'absent' | 'excused' | null
  arrived_at: string | null
  withdrawn_at: string | null
  version: Generated<number>
}

export interface InvitationItemTable {
  province_id: number
  invitation_id: string
  session_item_id: string
}

export interface CalendarFeedTable {
  province_id: number
  account_id: string
  token_hash: Buffer
  created_at: Generated<string>
}

export interface ItemPositionTable {
  province_id: number
  session_item_id: string
  invitation_id: string
  position: 'noObjection' | 'haveOpinion' | 'object'
  body: string | null
  given_by: string
  given_at: Generated<string>
  version: Generated<number>
}

export interface OpinionRoundTable {
  province_id: number
  round_id: string
  matter_id: string
  organisation_id: string
  title: string
  question: string
  paper_id: string | null
  due_at: string
  remind_days: ColumnType<number[], string | undefined, string>
  level: Generated<Level>
  opened_by: string
  opened_at: Generated<string>
  closed_at: string | null
  version: Generated<number>
}

export interface RoundAddresseeTable {
  province_id: number
  addressee_id: string
  round_id: string
  name: string
  person_id: Generated<string | null>
  account_id: string | null
  organisation_id: string | null
  stance: 'agree' | 'agreeWithChanges' | 'disagree' | 'other' | null
  answered_by: string | null
  answered_at: string | null
  reminded: ColumnType<number[], string | undefined, string>
  version: Generated<number>
}

export interface ItemOpinionTable {
  province_id: number
  item_opinion_id: string
  matter_id: string
  session_item_id: string | null
  addressee_id: string | null
  paper_id: string | null
  clause: string | null
  speaker: string
  speaker_title: string | null
  invitation_id: string | null
  stance: 'agree' | 'agreeWithChanges' | 'disagree' | 'other'
  body: string
  given_at: Generated<string>
  taken_by: string
  answer: 'accepted' | 'partly' | 'notAccepted' | null
  answer_reason: string | null
  answered_by: string | null
  answered_at: string | null
  withdrawn_at: string | null
  version: Generated<number>
}

export interface ItemVoteTable {
  province_id: number
  vote_id: string
  session_item_id: string
  question: string
  kind: 'open' | 'secret'
  base: 'present' | 'members'
  base_count: number
  agree: number
  disagree: number
  abstain: number
  taken_by: string
  taken_at: Generated<string>
  withdrawn_at: string | null
  version: Generated<number>
}

/** A task of a decision; `start` and `end` count UTF-16 code units of the decision's text. */
export interface TaskJson {
  id: string
  start: number
  end: number
  action: string
  leadId: string | null
  leadText: string | null
  cooperating: { id: string | null; text: string }[]
  deadline: string | null
  deadlineText: string | null
  deadlineFuzzy: boolean
  deliverable: string | null
}

/** What a decision gave a task when its conference was closed last. */
export interface DecidedJson {
  leadId: string | null
  leadText: string | null
  cooperating: string[]
  cooperatingIds: string[]
  deadline: string | null
  deadlineText: string | null
  deliverable: string | null
}

export interface ConferenceAssessmentTable {
  province_id: number
  conference_id: string
  body: string
  written_by: string
  written_at: ColumnType<string, string | undefined, string>
  version: Generated<number>
}

export interface ItemDecisionTable {
  province_id: number
  session_item_id: string
  outcome:
    | 'adopted'
    | 'agreed'
    | 'agreedInPrinciple'
    | 'agreedWithChanges'
    | 'opinionGiven'
    | 'returned'
    | 'postponed'
    | 'noted'
    | 'elected'
    | 'dismissed'
    | 'issued'
    | 'other'
    | null
  conditions: string | null
  body: Generated<string>
  no_task: Generated<boolean>
  tasks: ColumnType<TaskJson[], string | undefined, string>
  writer: Generated<string | null>
  written_by: string
  written_at: Generated<string>
  version: Generated<number>
}

export interface ConferenceClosingTable {
  province_id: number
  closing_id: string
  conference_id: string
  kind: 'opened' | 'closed' | 'reopened'
  reason: string | null
  by_account: string
  at: Generated<string>
}

export interface WallLinkTable {
  province_id: number
  wall_id: string
  conference_id: string
  link_hash: Buffer
  screen_hash: Buffer | null
  made_by: string
  made_at: Generated<string>
  opened_at: string | null
  expires_at: string
}

export interface NumberSeriesTable {
  province_id: number
  series_id: string
  organisation_id: string
  kind: string
  symbol: string
  term_id: string | null
  year: number | null
  last: Generated<number>
  version: Generated<number>
}

export interface NoticeTable {
  province_id: number
  notice_id: string
  conference_id: string
  session_item_id: string | null
  kind: 'conclusion' | 'minutes' | 'excerpt' | 'opinions'
  regime: 'party36' | 'party05' | 'state30'
  issuer_id: string
  content: Json<Record<string, unknown>>
  number: number | null
  symbol: string | null
  series_id: string | null
  issued_on: string | null
  issued_by: string | null
  issued_at: string | null
  signed_document_id: string | null
  signed_sha256: string | null
  signed_at: string | null
  corrects: string | null
  /** SHA-256 over what the record said when it was written from it. */
  record_mark: Generated<string | null>
  made_by: string
  made_at: Generated<string>
  withdrawn_at: string | null
  version: Generated<number>
}

export interface FormatLayoutTable {
  province_id: number
  regime: 'party36' | 'party05' | 'state30'
  layout: Json<Record<string, unknown>>
  version: Generated<number>
}

export interface PaperNoteTable {
  province_id: number
  note_id: string
  account_id: string
  paper_id: string
  document_id: string
  start_at: number
  end_at: number
  quote: string
  body: Generated<string>
  mark: Generated<'note' | 'highlight' | 'question'>
  changed_at: Generated<string>
  deleted_at: string | null
  version: Generated<number>
}

export interface ConferenceTables {
  conference_body: ConferenceBodyTable
  conference_template: ConferenceTemplateTable
  matter: MatterTable
  matter_step: MatterStepTable
  programme_entry: ProgrammeEntryTable
  session_item: SessionItemTable
  agenda_version: AgendaVersionTable
  dossier_paper: DossierPaperTable
  dossier_paper_version: DossierPaperVersionTable
  item_paper: ItemPaperTable
  dossier_submission: DossierSubmissionTable
  invitation: InvitationTable
  invitation_item: InvitationItemTable
  calendar_feed: CalendarFeedTable
  item_position: ItemPositionTable
  opinion_round: OpinionRoundTable
  round_addressee: RoundAddresseeTable
  item_opinion: ItemOpinionTable
  item_vote: ItemVoteTable
  item_decision: ItemDecisionTable
  conference_closing: ConferenceClosingTable
  conference_assessment: ConferenceAssessmentTable
  wall_link: WallLinkTable
  number_series: NumberSeriesTable
  notice: NoticeTable
  format_layout: FormatLayoutTable
  paper_note: PaperNoteTable
}
