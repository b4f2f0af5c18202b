-- The conference from the work programme to the conclusion notice. Statements stand between lines `-- ;;`.

-- Hội nghị do tỉnh tổ chức (not one that a report tells of): its holding body, level, times, and where it
-- stands. What can be derived (planned, invited, running, over) is derived from these moments.
alter table conference
  add column organisation_id uuid,
  add column term_id uuid,
  add column level text not null default 'participants'
    check (level in ('office', 'participants', 'organisation', 'internal', 'public')),
  add column starts_at timestamptz,
  add column ends_at timestamptz,
  add column dossiers_due timestamptz,
  -- Điều kiện tiến hành: n/m of the voting members; null where nobody said.
  add column quorum_of integer check (quorum_of > 0),
  add column quorum_part integer check (quorum_part > 0),
  add column opened_at timestamptz,
  add column closed_at timestamptz,
  add column cancelled_at timestamptz,
  add column change_reason text,
  -- What is on now, for the chair's, the clerk's and the wall's page.
  add column current_item uuid,
  add column current_speaker text,
  add column item_started_at timestamptz,
  -- Counts every change of the sitting: pages that listen fetch anew when it grew.
  add column live bigint not null default 0,
  -- SEQUENCE of the calendar entry (RFC 5545).
  add column calendar_sequence integer not null default 0,
  add constraint conference_organisation foreign key (province_id, organisation_id)
    references organisation (province_id, organisation_id),
  add constraint conference_term foreign key (province_id, term_id) references term (province_id, term_id),
  add constraint conference_quorum check ((quorum_of is null) = (quorum_part is null))
-- ;;
create index conference_starts on conference (province_id, starts_at)
-- ;;
-- @province
-- Cơ quan cùng họp: further bodies of one conference; the first is conference.organisation_id.
create table conference_body (
  province_id integer not null,
  conference_id uuid not null,
  organisation_id uuid not null,
  primary key (province_id, conference_id, organisation_id),
  foreign key (province_id, conference_id) references conference (province_id, conference_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id)
)
-- ;;
-- @province
-- Mẫu hội nghị: what a kind of conference usually has.
create table conference_template (
  province_id integer not null references province (province_id),
  template_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  organisation_id uuid,
  type text not null,
  place text,
  minutes integer check (minutes between 1 and 10000),
  items jsonb not null default '[]',
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, template_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id)
)
-- ;;
-- @province
-- Nội dung trình, xuyên qua các cấp: one matter from its submitter through the bodies it must pass.
create table matter (
  province_id integer not null references province (province_id),
  matter_id uuid not null,
  title text not null check (length(title) between 1 and 500),
  submitter_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (province_id, matter_id),
  foreign key (province_id, submitter_id) references organisation (province_id, organisation_id)
)
-- ;;
-- @province
-- Các bước của nội dung: UBND → BTV → HĐND. Where it stands follows from the conferences that had it.
create table matter_step (
  province_id integer not null,
  matter_id uuid not null,
  step integer not null check (step >= 1),
  organisation_id uuid not null,
  asked text not null check (asked in ('decide', 'agreeInPrinciple', 'giveOpinion', 'note')),
  primary key (province_id, matter_id, step),
  foreign key (province_id, matter_id) references matter (province_id, matter_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id)
)
-- ;;
-- @province
-- Một dòng của chương trình công tác (năm, quý, tháng).
create table programme_entry (
  province_id integer not null references province (province_id),
  entry_id uuid not null,
  organisation_id uuid not null,
  year integer not null check (year between 1945 and 2200),
  quarter integer check (quarter between 1 and 4),
  month integer check (month between 1 and 12),
  title text not null check (length(title) between 1 and 500),
  asked text not null check (asked in ('decide', 'agreeInPrinciple', 'giveOpinion', 'note')),
  preparing_id uuid,
  due_on date,
  note text,
  conference_id uuid,
  session_item_id uuid,
  -- Chuyển sang: the entry it was carried over from.
  carried_from uuid,
  dropped_at timestamptz,
  dropped_reason text,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (province_id, entry_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id),
  foreign key (province_id, preparing_id) references organisation (province_id, organisation_id),
  foreign key (province_id, conference_id) references conference (province_id, conference_id),
  foreign key (province_id, carried_from) references programme_entry (province_id, entry_id)
)
-- ;;
create index programme_entry_time on programme_entry (province_id, year, organisation_id)
-- ;;
-- @province
-- Nội dung của một hội nghị. `status`: on the agenda, put off to another conference, or taken off.
create table session_item (
  province_id integer not null,
  session_item_id uuid not null,
  conference_id uuid not null,
  matter_id uuid not null,
  position integer not null,
  number text check (length(number) between 1 and 20),
  group_title text check (length(group_title) between 1 and 300),
  title text not null check (length(title) between 1 and 500),
  minutes integer check (minutes between 1 and 1000),
  submitter_id uuid,
  asked text not null check (asked in ('decide', 'agreeInPrinciple', 'giveOpinion', 'note')),
  level text not null default 'participants'
    check (level in ('office', 'participants', 'organisation', 'internal', 'public')),
  personnel boolean not null default false check (not (personnel and level = 'public')),
  checked text not null default 'notYet' check (checked in ('notYet', 'passed', 'failed')),
  check_note text,
  status text not null default 'on' check (status in ('on', 'postponed', 'withdrawn')),
  status_reason text,
  moved_to uuid,
  -- Phát hành tài liệu: from then on the papers of its dossier are read by those whom their level lets.
  papers_released_at timestamptz,
  -- Ghi chú của người điều hành: seen by chair and clerk only.
  moderator_note text,
  version integer not null default 1,
  primary key (province_id, session_item_id),
  foreign key (province_id, conference_id) references conference (province_id, conference_id),
  foreign key (province_id, matter_id) references matter (province_id, matter_id),
  foreign key (province_id, submitter_id) references organisation (province_id, organisation_id)
)
-- ;;
create index session_item_conference on session_item (province_id, conference_id, position)
-- ;;
create index session_item_matter on session_item (province_id, matter_id)
-- ;;
-- @province
-- Các bản chương trình đã duyệt: A, B, C. `items` is the agenda as it was approved; never changed.
create table agenda_version (
  province_id integer not null,
  agenda_version_id uuid not null,
  conference_id uuid not null,
  label text not null check (label ~ '^[A-Z]{1,2}$'),
  items jsonb not null,
  note text,
  approved_by uuid not null,
  approved_at timestamptz not null default now(),
  primary key (province_id, agenda_version_id),
  constraint agenda_version_label unique (province_id, conference_id, label),
  foreign key (province_id, conference_id) references conference (province_id, conference_id),
  foreign key (province_id, approved_by) references account (province_id, account_id)
)
-- ;;
-- Hồ sơ: a document of a dossier names its matter; while no conference has the matter on its agenda, only
-- the office and the submitter see it (`http/visible.ts`).
alter table document add column matter_id uuid
-- ;;
alter table document add constraint document_matter foreign key (province_id, matter_id)
  references matter (province_id, matter_id)
-- ;;
create index document_matter_of on document (province_id, matter_id) where matter_id is not null
-- ;;
-- The same bytes may be a document of their own and a paper of each dossier: another rule says who reads them.
drop index document_same_bytes
-- ;;
drop index document_same_bytes_of_body
-- ;;
create unique index document_same_bytes on document (province_id, organisation_id, matter_id, sha256)
  nulls not distinct where status = 'read'
-- ;;
-- @province
-- Một tài liệu của hồ sơ, qua các lần dự thảo.
create table dossier_paper (
  province_id integer not null,
  paper_id uuid not null,
  matter_id uuid not null,
  kind text not null check (kind in ('submission', 'draft', 'appraisal', 'opinions', 'annex', 'reference')),
  title text not null check (length(title) between 1 and 500),
  position integer not null,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, paper_id),
  foreign key (province_id, matter_id) references matter (province_id, matter_id)
)
-- ;;
create index dossier_paper_matter on dossier_paper (province_id, matter_id, position)
-- ;;
-- @province
-- Lần dự thảo: the document that holds it.
create table dossier_paper_version (
  province_id integer not null,
  paper_id uuid not null,
  number integer not null check (number >= 1),
  document_id uuid not null,
  note text,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  primary key (province_id, paper_id, number),
  constraint dossier_paper_document unique (province_id, document_id),
  foreign key (province_id, paper_id) references dossier_paper (province_id, paper_id),
  foreign key (province_id, document_id) references document (province_id, document_id)
)
-- ;;
-- @province
-- Trình hồ sơ tới một hội nghị; the office takes it or sends it back with its reasons. Never changed after.
create table dossier_submission (
  province_id integer not null,
  submission_id uuid not null,
  session_item_id uuid not null,
  submitted_by uuid not null,
  submitted_at timestamptz not null default now(),
  note text,
  outcome text check (outcome in ('taken', 'sentBack')),
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  primary key (province_id, submission_id),
  foreign key (province_id, session_item_id) references session_item (province_id, session_item_id),
  check (outcome is distinct from 'sentBack' or reason is not null)
)
-- ;;
create index dossier_submission_item on dossier_submission (province_id, session_item_id)
-- ;;
-- @province
-- Giấy mời. A body's people, a person with an account, or somebody by name. `capacity`: a member votes where
-- `votes`; an invited one listens; one for items is called in for these only (invitation_item).
create table invitation (
  province_id integer not null,
  invitation_id uuid not null,
  conference_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  title text,
  person_id uuid,
  account_id uuid,
  organisation_id uuid,
  capacity text not null check (capacity in ('chair', 'member', 'invited', 'forItems')),
  votes boolean not null default false,
  sent_at timestamptz,
  answer text check (answer in ('coming', 'notComing', 'substitute')),
  answer_reason text,
  substitute_name text,
  substitute_account_id uuid,
  answered_at timestamptz,
  attendance text check (attendance in ('present', 'absent', 'excused')),
  arrived_at timestamptz,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, invitation_id),
  foreign key (province_id, conference_id) references conference (province_id, conference_id),
  foreign key (province_id, person_id) references person (province_id, person_id),
  foreign key (province_id, account_id) references account (province_id, account_id),
  foreign key (province_id, substitute_account_id) references account (province_id, account_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id)
)
-- ;;
create index invitation_conference on invitation (province_id, conference_id)
-- ;;
create index invitation_account on invitation (province_id, account_id)
-- ;;
create index invitation_organisation on invitation (province_id, organisation_id)
-- ;;
-- @province
-- Mời dự riêng nội dung.
create table invitation_item (
  province_id integer not null,
  invitation_id uuid not null,
  session_item_id uuid not null,
  primary key (province_id, invitation_id, session_item_id),
  foreign key (province_id, invitation_id) references invitation (province_id, invitation_id),
  foreign key (province_id, session_item_id) references session_item (province_id, session_item_id)
)
-- ;;
-- @province
-- Lịch: the secret of an account's calendar address; only its SHA-256 is kept.
create table calendar_feed (
  province_id integer not null,
  account_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null default now(),
  primary key (province_id, account_id),
  foreign key (province_id, account_id) references account (province_id, account_id)
)
-- ;;
create index calendar_feed_token on calendar_feed (province_id, token_hash)
-- ;;
-- @province
-- Ý kiến trước hội nghị: một người, một nội dung.
create table item_position (
  province_id integer not null,
  session_item_id uuid not null,
  invitation_id uuid not null,
  position text not null check (position in ('noObjection', 'haveOpinion', 'object')),
  body text,
  given_by uuid not null,
  given_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (province_id, session_item_id, invitation_id),
  foreign key (province_id, session_item_id) references session_item (province_id, session_item_id),
  foreign key (province_id, invitation_id) references invitation (province_id, invitation_id)
)
-- ;;
-- @province
-- Phiếu lấy ý kiến ngoài hội nghị: a question about a matter, to whom, until when.
create table opinion_round (
  province_id integer not null,
  round_id uuid not null,
  matter_id uuid not null,
  organisation_id uuid not null,
  title text not null check (length(title) between 1 and 500),
  question text not null check (length(question) between 1 and 5000),
  -- The draft that is asked about.
  paper_id uuid,
  due_at timestamptz not null,
  -- Nhắc: on the days so many before the day of the deadline.
  remind_days jsonb not null default '[3, 1, 0]',
  level text not null default 'participants'
    check (level in ('office', 'participants', 'organisation', 'internal', 'public')),
  opened_by uuid not null,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  version integer not null default 1,
  primary key (province_id, round_id),
  foreign key (province_id, matter_id) references matter (province_id, matter_id),
  foreign key (province_id, paper_id) references dossier_paper (province_id, paper_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id)
)
-- ;;
-- @province
create table round_addressee (
  province_id integer not null,
  addressee_id uuid not null,
  round_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  account_id uuid,
  organisation_id uuid,
  stance text check (stance in ('agree', 'agreeWithChanges', 'disagree', 'other')),
  answered_by uuid,
  answered_at timestamptz,
  -- Days before the deadline that a reminder was queued for: never two for one thing. Empty again where the
  -- deadline is put off.
  reminded jsonb not null default '[]',
  version integer not null default 1,
  primary key (province_id, addressee_id),
  foreign key (province_id, round_id) references opinion_round (province_id, round_id),
  foreign key (province_id, account_id) references account (province_id, account_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id)
)
-- ;;
create index round_addressee_round on round_addressee (province_id, round_id)
-- ;;
create index opinion_round_matter on opinion_round (province_id, matter_id)
-- ;;
create unique index round_addressee_account on round_addressee (province_id, round_id, account_id)
  where account_id is not null
-- ;;
create unique index round_addressee_body on round_addressee (province_id, round_id, organisation_id)
  where organisation_id is not null
-- ;;
-- @province
-- Một ý kiến (at a conference or in a round) on a matter, with its clause; and the answer: tiếp thu, giải trình.
create table item_opinion (
  province_id integer not null,
  item_opinion_id uuid not null,
  matter_id uuid not null,
  session_item_id uuid,
  addressee_id uuid,
  paper_id uuid,
  clause text check (length(clause) between 1 and 300),
  speaker text not null check (length(speaker) between 1 and 300),
  speaker_title text,
  invitation_id uuid,
  stance text not null check (stance in ('agree', 'agreeWithChanges', 'disagree', 'other')),
  body text not null check (length(body) between 1 and 20000),
  given_at timestamptz not null default now(),
  taken_by uuid not null,
  answer text check (answer in ('accepted', 'partly', 'notAccepted')),
  answer_reason text,
  answered_by uuid,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, item_opinion_id),
  foreign key (province_id, matter_id) references matter (province_id, matter_id),
  foreign key (province_id, session_item_id) references session_item (province_id, session_item_id),
  foreign key (province_id, addressee_id) references round_addressee (province_id, addressee_id),
  foreign key (province_id, paper_id) references dossier_paper (province_id, paper_id),
  foreign key (province_id, invitation_id) references invitation (province_id, invitation_id),
  check (answer is null or answer = 'accepted' or answer_reason is not null)
)
-- ;;
create index item_opinion_matter on item_opinion (province_id, matter_id)
-- ;;
create index item_opinion_item on item_opinion (province_id, session_item_id)
-- ;;
-- @province
-- Biểu quyết: a tally with its base; secret ballots stay on paper, only their count is kept.
create table item_vote (
  province_id integer not null,
  vote_id uuid not null,
  session_item_id uuid not null,
  question text not null check (length(question) between 1 and 1000),
  kind text not null check (kind in ('open', 'secret')),
  base text not null check (base in ('present', 'members')),
  base_count integer not null check (base_count >= 0),
  agree integer not null check (agree >= 0),
  disagree integer not null check (disagree >= 0),
  abstain integer not null check (abstain >= 0),
  taken_by uuid not null,
  taken_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, vote_id),
  foreign key (province_id, session_item_id) references session_item (province_id, session_item_id),
  check (agree + disagree + abstain <= base_count)
)
-- ;;
create index item_vote_item on item_vote (province_id, session_item_id)
-- ;;
-- @province
-- Kết luận của một nội dung: one for each item; locked when its conference closes.
create table item_decision (
  province_id integer not null,
  session_item_id uuid not null,
  outcome text check (outcome in ('adopted', 'agreed', 'agreedInPrinciple', 'agreedWithChanges',
    'opinionGiven', 'returned', 'postponed', 'noted', 'elected', 'dismissed', 'issued', 'other')),
  conditions text,
  body text not null default '',
  -- Kết luận không phát sinh nhiệm vụ: said, not forgotten.
  no_task boolean not null default false,
  -- Nhiệm vụ: confirmed while writing, with their places in `body`; assignments when the conference closes.
  tasks jsonb not null default '[]',
  written_by uuid not null,
  written_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (province_id, session_item_id),
  foreign key (province_id, session_item_id) references session_item (province_id, session_item_id)
)
-- ;;
-- @province
-- Mở lại: every closing and reopening with its reason.
create table conference_closing (
  province_id integer not null,
  closing_id uuid not null,
  conference_id uuid not null,
  kind text not null check (kind in ('opened', 'closed', 'reopened')),
  reason text,
  by_account uuid not null,
  at timestamptz not null default now(),
  primary key (province_id, closing_id),
  foreign key (province_id, conference_id) references conference (province_id, conference_id),
  check (kind <> 'reopened' or reason is not null)
)
-- ;;
create index conference_closing_of on conference_closing (province_id, conference_id, at)
-- ;;
-- @province
-- Màn hình phòng họp: a link that opens once; only hashes are kept.
create table wall_link (
  province_id integer not null,
  wall_id uuid not null,
  conference_id uuid not null,
  link_hash bytea not null,
  screen_hash bytea,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  opened_at timestamptz,
  expires_at timestamptz not null,
  primary key (province_id, wall_id),
  foreign key (province_id, conference_id) references conference (province_id, conference_id)
)
-- ;;
create index wall_link_hash on wall_link (province_id, link_hash)
-- ;;
create index wall_link_screen on wall_link (province_id, screen_hash)
-- ;;
-- A task may come from a decision of a conference held here instead of a document.
alter table assignment
  alter column document_id drop not null,
  alter column text_version drop not null,
  alter column start_at drop not null,
  alter column end_at drop not null,
  alter column finding_id drop not null,
  add column session_item_id uuid,
  add column lead_id uuid,
  add column cooperating_ids jsonb not null default '[]',
  add constraint assignment_item foreign key (province_id, session_item_id)
    references session_item (province_id, session_item_id),
  add constraint assignment_lead foreign key (province_id, lead_id)
    references organisation (province_id, organisation_id),
  add constraint assignment_origin check (document_id is not null or session_item_id is not null)
-- ;;
create index assignment_of_item on assignment (province_id, session_item_id) where session_item_id is not null
-- ;;
-- @province
-- Sổ văn bản: numbers of one body, kind and series, without gaps. Party: through a term; State: through a year.
create table number_series (
  province_id integer not null references province (province_id),
  series_id uuid not null,
  organisation_id uuid not null,
  kind text not null check (length(kind) between 1 and 10),
  symbol text not null check (length(symbol) between 1 and 30),
  term_id uuid,
  year integer,
  last integer not null default 0 check (last >= 0),
  version integer not null default 1,
  primary key (province_id, series_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id),
  foreign key (province_id, term_id) references term (province_id, term_id),
  check ((term_id is null) <> (year is null))
)
-- ;;
create unique index number_series_term on number_series (province_id, organisation_id, kind, symbol, term_id)
  where term_id is not null
-- ;;
create unique index number_series_year on number_series (province_id, organisation_id, kind, symbol, year)
  where year is not null
-- ;;
-- @province
-- Văn bản của hội nghị: thông báo kết luận, biên bản, trích biên bản. `content`: its parts as they were made
-- from the record; `signed_document_id`: the paper that came back signed, which is the official text.
create table notice (
  province_id integer not null,
  notice_id uuid not null,
  conference_id uuid not null,
  session_item_id uuid,
  kind text not null check (kind in ('conclusion', 'minutes', 'excerpt', 'opinions')),
  regime text not null check (regime in ('party36', 'party05', 'state30')),
  issuer_id uuid not null,
  content jsonb not null,
  number integer,
  symbol text,
  series_id uuid,
  issued_on date,
  issued_by uuid,
  issued_at timestamptz,
  signed_document_id uuid,
  signed_sha256 text,
  signed_at timestamptz,
  corrects uuid,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, notice_id),
  foreign key (province_id, conference_id) references conference (province_id, conference_id),
  foreign key (province_id, session_item_id) references session_item (province_id, session_item_id),
  foreign key (province_id, issuer_id) references organisation (province_id, organisation_id),
  foreign key (province_id, series_id) references number_series (province_id, series_id),
  foreign key (province_id, signed_document_id) references document (province_id, document_id),
  foreign key (province_id, corrects) references notice (province_id, notice_id)
)
-- ;;
create index notice_conference on notice (province_id, conference_id)
-- ;;
create unique index notice_number on notice (province_id, series_id, number)
  where series_id is not null and number is not null
-- ;;
-- @province
-- Thể thức: a province's own values of a regime's layout; what is not here is as the program ships it.
create table format_layout (
  province_id integer not null references province (province_id),
  regime text not null check (regime in ('party36', 'party05', 'state30')),
  layout jsonb not null,
  version integer not null default 1,
  primary key (province_id, regime)
)
-- ;;
-- @province
-- Ghi chú riêng trên tài liệu: nobody else's to see; the same paper's later drafts keep it by its quote.
create table paper_note (
  province_id integer not null,
  note_id uuid not null,
  account_id uuid not null,
  paper_id uuid not null,
  document_id uuid not null,
  start_at integer not null check (start_at >= 0),
  end_at integer not null,
  quote text not null,
  body text not null default '',
  mark text not null default 'note' check (mark in ('note', 'highlight', 'question')),
  changed_at timestamptz not null default now(),
  deleted_at timestamptz,
  version integer not null default 1,
  primary key (province_id, note_id),
  foreign key (province_id, account_id) references account (province_id, account_id),
  foreign key (province_id, paper_id) references dossier_paper (province_id, paper_id),
  foreign key (province_id, document_id) references document (province_id, document_id),
  check (end_at >= start_at)
)
-- ;;
create index paper_note_account on paper_note (province_id, account_id)
