// What the tables hold on a person: each column that names an account or a person, or a row that stands for
// one, has its line here, or its reason why not (`named.ts`). A test compares with the catalogue of the
// database, so that a new table cannot be forgotten. Secrets that prove who somebody is (hashes of
// passwords, tokens, codes) are never given out.

export interface Held {
  /** Name of the section, of its heading in texts.ts. */
  name: string
  table: string
  /** Columns that name the account, or the person. */
  account?: readonly string[]
  person?: readonly string[]
  /** Columns that name a row of another table, which stands for the account or the person. */
  through?: readonly Through[]
  /** Rows about the account or the person, whose id stands as text in `subject_id`, by their `subject_kind`. */
  about?: true
  /** What is given out. */
  columns: readonly string[]
  /** Given to nobody but the person: other exports leave it out. */
  ownOnly?: boolean
  /** Newest first by this column. */
  newest: string
}

/** A column and what it names: an invitation, somebody who is asked. The key has the column's own name. */
export interface Through {
  column: string
  table: string
  account: readonly string[]
  person?: readonly string[]
}

const invitation: Through = {
  column: 'invitation_id',
  table: 'invitation',
  account: ['account_id', 'substitute_account_id'],
  person: ['person_id'],
}

const addressee: Through = {
  column: 'addressee_id',
  table: 'round_addressee',
  account: ['account_id'],
}

const entry = (table: string, key: string): Held => ({
  name: table,
  table,
  account: ['confirmed_by'],
  columns: [key, 'document_id', 'confirmed_at', 'withdrawn_at'],
  newest: 'confirmed_at',
})

export const held: readonly Held[] = [
  {
    name: 'account',
    table: 'account',
    account: ['account_id'],
    person: ['person_id'],
    columns: [
      ...['account_id', 'address', 'name', 'locale', 'mail_wish'],
      ...['disabled_at', 'created_at', 'person_id'],
      ...['sso_name', 'sso_subject'],
    ],
    newest: 'created_at',
  },
  {
    name: 'person',
    table: 'person',
    person: ['person_id'],
    columns: ['person_id', 'name', 'phone', 'email', 'note', 'created_at'],
    newest: 'created_at',
  },
  {
    name: 'membership',
    table: 'membership',
    person: ['person_id'],
    columns: ['membership_id', 'organisation_id', 'title', 'term_id', 'valid_from', 'valid_to'],
    newest: 'valid_from',
  },
  {
    name: 'role_grant',
    table: 'role_grant',
    account: ['account_id'],
    columns: [
      ...['grant_id', 'role', 'organisation_id', 'valid_from', 'valid_to', 'membership_id'],
      ...['delegated_from', 'reason', 'granted_at', 'ended_at'],
    ],
    newest: 'granted_at',
  },
  {
    name: 'granted',
    table: 'role_grant',
    account: ['granted_by'],
    columns: ['grant_id', 'role', 'organisation_id', 'granted_at', 'ended_at'],
    newest: 'granted_at',
  },
  {
    name: 'session',
    table: 'session',
    account: ['account_id'],
    columns: ['session_id', 'created_at', 'last_seen_at', 'expires_at', 'device', 'network'],
    newest: 'created_at',
  },
  {
    name: 'account_code',
    table: 'account_code',
    account: ['account_id', 'issued_by'],
    columns: ['account_id', 'issued_at', 'expires_at'],
    newest: 'issued_at',
  },
  {
    name: 'account_factor',
    table: 'account_factor',
    account: ['account_id'],
    columns: ['confirmed_at'],
    newest: 'confirmed_at',
  },
  {
    name: 'recovery_code',
    table: 'recovery_code',
    account: ['account_id'],
    columns: ['used_at'],
    newest: 'used_at',
  },
  {
    name: 'known_device',
    table: 'known_device',
    account: ['account_id'],
    columns: ['last_used_at'],
    newest: 'last_used_at',
  },
  {
    name: 'document',
    table: 'document',
    account: ['added_by'],
    columns: ['document_id', 'byte_size', 'status', 'level', 'added_at'],
    newest: 'added_at',
  },
  {
    name: 'document_participant',
    table: 'document_participant',
    account: ['account_id'],
    columns: ['document_id'],
    newest: 'participant_id',
  },
  {
    name: 'document_destruction',
    table: 'document_destruction',
    account: ['destroyed_by'],
    columns: ['document_id', 'reason', 'destroyed_at'],
    newest: 'destroyed_at',
  },
  {
    name: 'document_quarantine',
    table: 'document_quarantine',
    account: ['placed_by', 'ended_by'],
    columns: ['document_id', 'reason', 'placed_at', 'outcome', 'ended_at', 'end_reason'],
    newest: 'placed_at',
  },
  {
    name: 'dossier_paper_version',
    table: 'dossier_paper_version',
    account: ['added_by'],
    columns: ['paper_id', 'number', 'document_id', 'note', 'added_at'],
    newest: 'added_at',
  },
  {
    name: 'dossier_submission',
    table: 'dossier_submission',
    account: ['submitted_by', 'decided_by'],
    columns: [
      ...['submission_id', 'session_item_id', 'submitted_at', 'note'],
      ...['outcome', 'reason', 'decided_at'],
    ],
    newest: 'submitted_at',
  },
  {
    name: 'finding',
    table: 'finding',
    account: ['decided_by'],
    columns: ['finding_id', 'document_id', 'kind', 'state', 'decided_at', 'reason'],
    newest: 'decided_at',
  },
  entry('observation', 'observation_id'),
  entry('shortcoming', 'shortcoming_id'),
  entry('assignment', 'assignment_id'),
  {
    name: 'assignment_doing',
    table: 'assignment',
    account: ['follower_id', 'reported_by'],
    columns: ['assignment_id', 'action', 'deadline', 'reported_on', 'done_on'],
    newest: 'confirmed_at',
  },
  {
    name: 'assignment_step',
    table: 'assignment_step',
    account: ['by_account'],
    columns: ['step_id', 'assignment_id', 'kind', 'on_behalf', 'body', 'percent', 'on_date', 'at'],
    newest: 'at',
  },
  {
    name: 'assignment_evidence',
    table: 'assignment_evidence',
    account: ['added_by'],
    columns: ['assignment_id', 'document_id', 'added_at'],
    newest: 'added_at',
  },
  {
    name: 'assignment_extension',
    table: 'assignment_extension',
    account: ['asked_by', 'decided_by'],
    columns: [
      ...['extension_id', 'assignment_id', 'asked_date', 'reason', 'asked_at'],
      ...['outcome', 'granted_date', 'answer', 'decided_at'],
    ],
    newest: 'asked_at',
  },
  {
    name: 'upload',
    table: 'upload',
    account: ['account_id'],
    columns: ['upload_id', 'file_name', 'byte_size', 'received', 'created_at', 'expires_at'],
    newest: 'created_at',
  },
  {
    name: 'deadline_event',
    table: 'deadline_event',
    account: ['made_by'],
    columns: ['event_id', 'name', 'on_date'],
    newest: 'event_id',
  },
  entry('conference', 'conference_id'),
  {
    name: 'paper_note',
    table: 'paper_note',
    account: ['account_id'],
    ownOnly: true,
    // Not the quote: it is the paper's.
    columns: ['note_id', 'paper_id', 'body', 'mark', 'changed_at', 'deleted_at'],
    newest: 'changed_at',
  },
  {
    name: 'invitation',
    table: 'invitation',
    account: ['account_id'],
    person: ['person_id'],
    columns: [
      ...['invitation_id', 'conference_id', 'name', 'title', 'capacity', 'sent_at', 'answer'],
      ...['answer_reason', 'substitute_name', 'attendance', 'arrived_at', 'withdrawn_at'],
    ],
    newest: 'invitation_id',
  },
  {
    // Not the reason why the invited one does not come: it is theirs.
    name: 'substitution',
    table: 'invitation',
    account: ['substitute_account_id'],
    columns: [
      ...['invitation_id', 'conference_id', 'substitute_name', 'capacity', 'sent_at'],
      ...['attendance', 'arrived_at', 'withdrawn_at'],
    ],
    newest: 'invitation_id',
  },
  {
    name: 'invitation_item',
    table: 'invitation_item',
    through: [invitation],
    columns: ['invitation_id', 'session_item_id'],
    newest: 'invitation_id',
  },
  {
    name: 'item_position',
    table: 'item_position',
    account: ['given_by'],
    through: [invitation],
    columns: ['session_item_id', 'position', 'body', 'given_at'],
    newest: 'given_at',
  },
  {
    name: 'calendar_feed',
    table: 'calendar_feed',
    account: ['account_id'],
    columns: ['created_at'],
    newest: 'created_at',
  },
  {
    name: 'notification',
    table: 'notification',
    account: ['account_id'],
    columns: ['notification_id', 'kind', 'about_kind', 'about_id', 'created_at', 'read_at'],
    newest: 'created_at',
  },
  {
    name: 'mail',
    table: 'mail',
    account: ['account_id'],
    columns: ['mail_id', 'kind', 'created_at', 'outcome', 'outcome_at'],
    newest: 'created_at',
  },
  {
    name: 'mail_subscriber',
    table: 'mail_subscriber',
    account: ['added_by'],
    columns: ['address', 'added_at'],
    newest: 'added_at',
  },
  {
    name: 'agenda_version',
    table: 'agenda_version',
    account: ['approved_by'],
    columns: ['conference_id', 'label', 'approved_at'],
    newest: 'approved_at',
  },
  {
    name: 'notice',
    table: 'notice',
    account: ['made_by', 'issued_by'],
    columns: ['notice_id', 'kind', 'number', 'symbol', 'made_at', 'issued_at'],
    newest: 'made_at',
  },
  {
    name: 'opinion_round',
    table: 'opinion_round',
    account: ['opened_by'],
    columns: ['round_id', 'title', 'due_at', 'opened_at', 'closed_at'],
    newest: 'opened_at',
  },
  {
    name: 'round_addressee',
    table: 'round_addressee',
    account: ['account_id', 'answered_by'],
    person: ['person_id'],
    columns: ['addressee_id', 'round_id', 'name', 'stance', 'answered_at', 'reminded'],
    newest: 'addressee_id',
  },
  {
    // Of whoever said it, or wrote it in a round.
    name: 'item_opinion',
    table: 'item_opinion',
    through: [invitation, addressee],
    columns: [
      ...['item_opinion_id', 'matter_id', 'speaker', 'speaker_title', 'clause', 'stance', 'body'],
      ...['given_at', 'answer', 'answer_reason', 'answered_at', 'withdrawn_at'],
    ],
    newest: 'given_at',
  },
  {
    // Of whoever took it down: not the words, nor whose they are.
    name: 'opinion_taken',
    table: 'item_opinion',
    account: ['taken_by'],
    columns: ['item_opinion_id', 'matter_id', 'given_at', 'withdrawn_at'],
    newest: 'given_at',
  },
  {
    name: 'opinion_answer',
    table: 'item_opinion',
    account: ['answered_by'],
    columns: ['item_opinion_id', 'matter_id', 'answer', 'answer_reason', 'answered_at'],
    newest: 'answered_at',
  },
  entry('agenda_item', 'agenda_item_id'),
  entry('opinion', 'opinion_id'),
  entry('decision', 'decision_id'),
  entry('citation', 'citation_id'),
  {
    name: 'instrument',
    table: 'instrument',
    account: ['made_by'],
    columns: ['instrument_id', 'made_at', 'withdrawn_at'],
    newest: 'made_at',
  },
  {
    name: 'instrument_duty',
    table: 'instrument_duty',
    account: ['made_by', 'reported_by', 'confirmed_by'],
    columns: ['duty_id', 'instrument_id', 'organisation_id', 'reported_at', 'confirmed_at'],
    newest: 'duty_id',
  },
  {
    name: 'inspection',
    table: 'inspection',
    account: ['made_by'],
    columns: ['inspection_id', 'organisation_id', 'year', 'quarter', 'made_at'],
    newest: 'made_at',
  },
  {
    name: 'inspection_finding',
    table: 'inspection_finding',
    account: ['made_by'],
    columns: ['inspection_finding_id', 'inspection_id', 'made_at', 'withdrawn_at'],
    newest: 'made_at',
  },
  {
    name: 'project',
    table: 'project',
    account: ['made_by'],
    columns: ['project_id', 'made_at'],
    newest: 'made_at',
  },
  {
    name: 'project_plan',
    table: 'project_plan',
    account: ['recorded_by'],
    columns: ['project_id', 'from_year', 'to_year', 'source', 'authority', 'recorded_at'],
    newest: 'recorded_at',
  },
  {
    name: 'project_file',
    table: 'project_file',
    account: ['taken_by'],
    columns: ['file_id', 'file_name', 'figures', 'taken_at'],
    newest: 'taken_at',
  },
  {
    name: 'project_month',
    table: 'project_month',
    account: ['recorded_by'],
    columns: ['project_id', 'kind', 'until', 'source', 'recorded_at'],
    newest: 'recorded_at',
  },
  {
    name: 'project_progress',
    table: 'project_progress',
    account: ['recorded_by'],
    columns: ['project_id', 'on_day', 'recorded_at'],
    newest: 'recorded_at',
  },
  {
    name: 'project_section',
    table: 'project_section',
    account: ['made_by'],
    columns: ['section_id', 'project_id', 'made_at', 'withdrawn_at'],
    newest: 'made_at',
  },
  {
    name: 'project_clearance',
    table: 'project_clearance',
    account: ['recorded_by'],
    columns: ['section_id', 'on_day', 'recorded_at'],
    newest: 'recorded_at',
  },
  {
    name: 'project_milestone',
    table: 'project_milestone',
    account: ['made_by'],
    columns: ['milestone_id', 'project_id', 'made_at', 'withdrawn_at'],
    newest: 'made_at',
  },
  {
    name: 'project_obstacle',
    table: 'project_obstacle',
    account: ['made_by'],
    columns: ['obstacle_id', 'project_id', 'made_at', 'withdrawn_at'],
    newest: 'made_at',
  },
  {
    name: 'project_task',
    table: 'project_task',
    account: ['linked_by'],
    columns: ['project_id', 'assignment_id', 'linked_at'],
    newest: 'linked_at',
  },
  {
    name: 'item_vote',
    table: 'item_vote',
    account: ['taken_by'],
    columns: ['vote_id', 'session_item_id', 'taken_at'],
    newest: 'taken_at',
  },
  {
    name: 'item_decision',
    table: 'item_decision',
    account: ['written_by'],
    columns: ['session_item_id', 'written_at'],
    newest: 'written_at',
  },
  {
    name: 'chain_link',
    table: 'chain_link',
    account: ['decided_by'],
    columns: [
      ...['link_id', 'shortcoming_id', 'assignment_id', 'matter_id', 'indicator_id'],
      ...['verdict', 'decided_at'],
    ],
    newest: 'decided_at',
  },
  {
    name: 'conference_assessment',
    table: 'conference_assessment',
    account: ['written_by'],
    columns: ['conference_id', 'written_at'],
    newest: 'written_at',
  },
  {
    name: 'target',
    table: 'target',
    account: ['created_by'],
    columns: ['target_id', 'indicator_id', 'created_at'],
    newest: 'created_at',
  },
  {
    name: 'target_version',
    table: 'target_version',
    account: ['recorded_by'],
    columns: ['target_id', 'number', 'decided_on', 'recorded_at'],
    newest: 'recorded_at',
  },
  {
    name: 'target_judgement',
    table: 'target_judgement',
    account: ['judged_by'],
    columns: ['target_id', 'number', 'likelihood', 'body', 'judged_at'],
    newest: 'judged_at',
  },
  {
    name: 'explanation_request',
    table: 'explanation_request',
    account: ['asked_by', 'answered_by'],
    columns: [
      'request_id',
      'indicator_id',
      'question',
      'due_on',
      'asked_at',
      'answer',
      'answered_at',
    ],
    newest: 'asked_at',
  },
  {
    name: 'figure_entry',
    table: 'figure_entry',
    account: ['recorded_by'],
    columns: ['entry_id', 'versions', 'file_name', 'recorded_at'],
    newest: 'recorded_at',
  },
  {
    name: 'indicator_definition',
    table: 'indicator_definition',
    account: ['recorded_by'],
    columns: ['indicator_id', 'number', 'valid_from', 'recorded_at'],
    newest: 'recorded_at',
  },
  {
    name: 'indicator_break',
    table: 'indicator_break',
    account: ['recorded_by'],
    columns: ['indicator_id', 'on_day', 'recorded_at', 'withdrawn_at'],
    newest: 'recorded_at',
  },
  {
    name: 'reference_figure',
    table: 'reference_figure',
    account: ['recorded_by'],
    columns: ['indicator_id', 'place', 'period_to', 'recorded_at', 'withdrawn_at'],
    newest: 'recorded_at',
  },
  {
    name: 'figure_snapshot',
    table: 'figure_snapshot',
    account: ['taken_by'],
    columns: ['snapshot_id', 'title', 'taken_at'],
    newest: 'taken_at',
  },
  {
    name: 'report_regime',
    table: 'report_regime',
    account: ['made_by'],
    columns: ['regime_id', 'made_at'],
    newest: 'made_at',
  },
  {
    name: 'report_regime_version',
    table: 'report_regime_version',
    account: ['made_by'],
    columns: ['regime_id', 'number', 'valid_from', 'made_at'],
    newest: 'made_at',
  },
  {
    name: 'report_unit',
    table: 'report_unit',
    account: ['responsible_id'],
    columns: ['regime_id', 'number', 'organisation_id'],
    newest: 'number',
  },
  {
    name: 'report_slot',
    table: 'report_slot',
    account: ['responsible_id', 'submitted_by', 'accepted_by'],
    columns: [
      ...['slot_id', 'regime_id', 'organisation_id', 'period_from', 'period_to'],
      ...['sent_on', 'submitted_at', 'accepted_at'],
    ],
    newest: 'period_to',
  },
  {
    name: 'report_value',
    table: 'report_value',
    account: ['entered_by'],
    columns: ['slot_id', 'indicator_id', 'measure', 'entered_at'],
    newest: 'entered_at',
  },
  {
    name: 'report_step',
    table: 'report_step',
    account: ['done_by'],
    columns: ['slot_id', 'number', 'kind', 'done_at'],
    newest: 'done_at',
  },
  {
    name: 'conference_closing',
    table: 'conference_closing',
    account: ['by_account'],
    columns: ['conference_id', 'kind', 'reason', 'at'],
    newest: 'at',
  },
  {
    name: 'wall_link',
    table: 'wall_link',
    account: ['made_by'],
    columns: ['wall_id', 'conference_id', 'made_at', 'opened_at', 'expires_at'],
    newest: 'made_at',
  },
  {
    name: 'lexicon_entry',
    table: 'lexicon_entry',
    account: ['added_by'],
    columns: ['entry_id', 'class', 'state', 'added_at'],
    newest: 'added_at',
  },
  {
    name: 'record',
    table: 'audit_record',
    account: ['actor_id'],
    columns: ['seq', 'at', 'action', 'subject_kind', 'subject_id', 'reason'],
    newest: 'seq',
  },
  {
    name: 'recordAbout',
    table: 'audit_record',
    about: true,
    columns: ['seq', 'at', 'action', 'reason'],
    newest: 'seq',
  },
  {
    name: 'access',
    table: 'access_entry',
    account: ['account_id'],
    columns: ['at', 'action', 'subject_kind', 'subject_id', 'detail'],
    newest: 'access_id',
  },
  {
    name: 'accessAbout',
    table: 'access_entry',
    about: true,
    columns: ['at', 'action'],
    newest: 'access_id',
  },
]
