// Where the tables name people and the export does not give it out by itself; and what else their columns hold.
// Reviewed by hand: the test of this register fails on a column that stands in none of these lists.

/** Columns that name an account or a person, or a row that stands for one, and are not given out. */
export const notHeld: Readonly<Record<string, string>> = {
  'idempotency.account_id':
    'answers kept for a retry, for seven days: copies of what stands elsewhere',
  'mail.notification_id': 'a mail is given out by the account that it went to',
  'role_grant.membership_id': 'a right is given out by its holder’s account, with this id',
  'role_grant.delegated_from': 'a right is given out by its holder’s account, with this id',
}

/**
 * Tables that people are named in, and that other tables name: those who brought a document in, or opened a round,
 * did something; the document and the round stand for nobody.
 */
export const standForNobody: Readonly<Record<string, string>> = {
  agenda_version: 'somebody approved it',
  assignment: 'somebody follows it, somebody reported on it',
  assignment_step: 'somebody wrote it down',
  deadline_event: 'somebody named it',
  document: 'somebody brought it in',
  upload: 'somebody is sending it',
  target: 'somebody entered it',
}

/** Columns of ids that no foreign key explains and that name no person. */
export const idsOfThings: readonly string[] = [
  'conference.current_item',
  'document_participant.participant_id',
  'item_decision.writer',
  'notification.about_id',
  'search_entry.subject_id',
  'session.session_id',
  'session_item.moved_to',
]

/** Free texts that hold the name or the address of somebody, and where it is given out, or why it is not. */
export const namesOfPeople: Readonly<Record<string, string>> = {
  'account.address': 'account',
  'account.name': 'account',
  'account.sso_name': 'account',
  'account.sso_subject': 'account',
  'assignment.ordered_by': 'who ordered it, as the document writes it',
  'assignment_step.on_behalf': 'who told the office, as it wrote it down',
  'audit_record.actor_name': 'the name beside `actor_id`, given out with the account',
  'conference.chair': 'who presided, as the document writes it',
  'conference.concluded_by': 'who concluded it, as the document writes it',
  'conference.current_speaker':
    'who is speaking now, typed by the clerk; gone when the next one speaks. What they said is an opinion',
  'decision.decided_by': 'the body that decided, as the document writes it',
  'invitation.name': 'invitation; of a guest without account or person the name alone',
  'invitation.title': 'invitation',
  'invitation.substitute_name': 'invitation, substitution',
  'item_opinion.speaker': 'item_opinion; of whoever was not invited as a person the name alone',
  'item_opinion.speaker_title': 'item_opinion',
  'mail.address': 'of somebody without an account, who gets the signed heads',
  'mail_subscriber.address':
    'mail_subscriber; of whoever it is, without an account, the address alone',
  'membership.title': 'membership',
  'notice.content': 'names of those present and of who signs, as the paper writes them',
  'person.name': 'person',
  'person.sort_name': 'the name of `person.name` in the order of lists',
  'person.phone': 'person',
  'person.email': 'person',
  'person.note': 'person',
  'round_addressee.name': 'round_addressee; of whoever answers on paper the name alone',
  'session.device': 'session',
  'session.network': 'session',
  'login_attempt.key': 'a hash of what was counted: an address, a network',
}

const columns = (lists: Readonly<Record<string, string>>): string[] =>
  Object.entries(lists).flatMap(([table, names]) =>
    names.split(' ').map((one) => `${table}.${one}`),
  )

/** Words of people about things. They may name somebody: they belong to their thing, and are read as it is. */
export const words: readonly string[] = columns({
  agenda_item: 'title submitter body next_body as_written',
  agenda_version: 'items note',
  assignment:
    'action lead_text cooperating deadline_text deliverable note as_written upstream directive product result decided',
  assignment_extension: 'reason answer',
  assignment_step: 'body',
  audit_record: 'reason',
  citation: 'issuer about as_written',
  conference: 'title body type term held_text place reviews plans as_written change_reason',
  conference_assessment: 'body',
  conference_closing: 'reason',
  conference_template: 'name place items',
  day_off: 'name',
  deadline_event: 'name',
  decision: 'items as_written',
  document: 'title file_name',
  document_destruction: 'reason',
  document_quarantine: 'reason end_reason',
  document_text: 'text blocks warnings',
  dossier_paper: 'title',
  dossier_paper_version: 'note',
  dossier_submission: 'note reason',
  finding: 'quote payload edited reason',
  idempotency: 'response',
  indicator: 'name_vi name_en synonyms',
  invitation: 'answer_reason',
  item_decision: 'conditions body tasks',
  item_review_task: 'lead_text',
  item_opinion: 'clause body answer_reason',
  item_position: 'body',
  item_vote: 'question',
  lexicon_entry: 'payload phrases',
  mail: 'reason',
  matter: 'title',
  observation: 'place comparisons as_written quantity_text period_label unit_text',
  opinion: 'about as_written',
  opinion_round: 'title question',
  organisation: 'legal_reference note unverified',
  organisation_change: 'legal_reference note',
  organisation_name: 'name',
  paper_note: 'quote body',
  programme_entry: 'title note dropped_reason',
  province: 'name',
  reading: 'context',
  record_content: 'before after',
  role_grant: 'reason',
  search_entry: 'title body folded',
  session_item: 'group_title title check_note status_reason moderator_note',
  shortcoming: 'subject predicate scope since as_written',
  target_judgement: 'body',
  target_version: 'words figure_text path legal_reference note',
  term: 'label',
  upload: 'file_name',
})

/** Codes, numbers, hashes, secrets and settings, but for words of a list that the database checks. */
export const codes: readonly string[] = columns({
  access_entry: 'subject_kind subject_id detail',
  account: 'password_hash',
  agenda_version: 'label',
  assignment: 'cooperating_ids',
  assignment_setting: 'remind_days',
  audit_record: 'action subject_kind subject_id before_hash after_hash previous_hash hash',
  citation: 'instrument_type number symbol',
  conference_template: 'type',
  decision: 'outcome',
  document: 'format sha256',
  document_destruction: 'sha256',
  document_original: 'storage_name',
  finding: 'reader_key kind rule entry_kind',
  format_layout: 'layout',
  idempotency: 'key request_hash',
  indicator: 'code unit frequency price_basis',
  lexicon_entry: 'class',
  item_review_task: 'state',
  job_run: 'job',
  mail: 'key facts',
  migration: 'name sha256',
  notice: 'symbol signed_sha256 record_mark',
  notification: 'key kind about_kind facts',
  number_series: 'kind symbol',
  observation: 'unit bound modality',
  opinion_round: 'remind_days',
  organisation: 'code',
  province: 'slug',
  reading: 'reader_version',
  record_content: 'subject_kind subject_id',
  record_head: 'hash',
  record_publication: 'hash previous key public_key signature',
  record_salt: 'subject_kind subject_id salt',
  round_addressee: 'reminded',
  search_entry: 'subject_kind',
  server_setting: 'key value',
  session: 'csrf_token pending',
  session_item: 'number',
  shortcoming: 'topic',
  term: 'number',
  upload: 'sha256',
})
