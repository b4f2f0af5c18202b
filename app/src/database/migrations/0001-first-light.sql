-- First light: provinces, people, documents, findings, the first registers, search and the record.
-- Statements stand between lines `-- ;;` and run one at a time. A line `-- @province` marks a table
-- that is keyed by province first; `-- @reference` one that every node of a cluster holds whole.

-- @reference
-- Tỉnh, thành phố: one tenant.
create table province (
  province_id integer primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null default now()
)
-- ;;
-- @reference
-- Settings of the whole server: the hash of the set-up token.
create table server_setting (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now()
)
-- ;;
-- @province
-- Tài khoản. The address is unique within its province only.
create table account (
  province_id integer not null references province (province_id),
  account_id uuid not null,
  address text not null check (address = lower(address) and length(address) between 1 and 254),
  name text not null check (length(name) between 1 and 200),
  role text not null check (role in ('administrator', 'office', 'reader')),
  password_hash text not null,
  locale text not null default 'vi' check (locale in ('vi', 'en')),
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (province_id, account_id),
  constraint account_address_unique unique (province_id, address)
)
-- ;;
-- @province
-- Phiên đăng nhập. Only the SHA-256 of the token is kept.
create table session (
  province_id integer not null,
  token_hash bytea not null,
  account_id uuid not null,
  csrf_token text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (province_id, token_hash),
  foreign key (province_id, account_id) references account (province_id, account_id)
)
-- ;;
create index session_account on session (province_id, account_id)
-- ;;
-- @province
-- Failed sign-ins by address and by network address; province 0 where the province is not known yet.
create table login_attempt (
  province_id integer not null,
  key text not null,
  failures integer not null,
  last_at timestamptz not null,
  primary key (province_id, key)
)
-- ;;
-- @province
-- Hội nghị, phiên họp, cuộc giao ban. Dates that the report does not say stay null.
create table conference (
  province_id integer not null references province (province_id),
  conference_id uuid not null,
  title text not null,
  body text,
  type text not null,
  number integer,
  term text,
  held_on date,
  held_text text,
  place text,
  chair jsonb not null default '[]',
  concluded_by text,
  item_count integer,
  reviews jsonb,
  plans jsonb,
  document_id uuid,
  text_version integer,
  start_at integer,
  end_at integer,
  as_written text not null default '',
  finding_id uuid,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, conference_id)
)
-- ;;
create index conference_held on conference (province_id, held_on)
-- ;;
-- @province
-- Văn bản, báo cáo đã nhập.
create table document (
  province_id integer not null references province (province_id),
  document_id uuid not null,
  title text not null check (length(title) between 1 and 500),
  file_name text not null,
  format text not null,
  byte_size integer not null,
  sha256 text not null,
  document_date date,
  status text not null check (status in ('read', 'destroyed')),
  conference_id uuid,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (province_id, document_id),
  foreign key (province_id, added_by) references account (province_id, account_id),
  foreign key (province_id, conference_id) references conference (province_id, conference_id)
)
-- ;;
create unique index document_same_bytes on document (province_id, sha256) where status = 'read'
-- ;;
-- @province
-- Bản gốc: the bytes as they came, under a random name.
create table document_original (
  province_id integer not null,
  document_id uuid not null,
  storage_name text not null,
  bytes bytea not null,
  primary key (province_id, document_id),
  foreign key (province_id, document_id) references document (province_id, document_id)
)
-- ;;
-- @province
-- The extracted text; offsets of findings count UTF-16 code units of it.
create table document_text (
  province_id integer not null,
  document_id uuid not null,
  text_version integer not null,
  text text not null,
  blocks jsonb not null,
  warnings jsonb not null default '[]',
  created_at timestamptz not null default now(),
  primary key (province_id, document_id, text_version),
  foreign key (province_id, document_id) references document (province_id, document_id)
)
-- ;;
-- @province
-- One run of the reader over one text.
create table reading (
  province_id integer not null,
  reading_id uuid not null,
  document_id uuid not null,
  text_version integer not null,
  reader_version text not null,
  context jsonb not null,
  created_at timestamptz not null default now(),
  primary key (province_id, reading_id),
  foreign key (province_id, document_id, text_version)
    references document_text (province_id, document_id, text_version)
)
-- ;;
create index reading_document on reading (province_id, document_id)
-- ;;
-- @province
-- Documents that were destroyed (a spilled secret): kept apart so that a restored backup applies them again.
create table document_destruction (
  province_id integer not null,
  document_id uuid not null,
  sha256 text not null,
  reason text not null,
  destroyed_by uuid not null,
  destroyed_at timestamptz not null default now(),
  primary key (province_id, document_id)
)
-- ;;
-- @province
-- What the reader proposed, or a person added, and what was decided about it.
create table finding (
  province_id integer not null,
  finding_id uuid not null,
  document_id uuid not null,
  reading_id uuid not null,
  text_version integer not null,
  reader_key text not null,
  kind text not null,
  start_at integer not null,
  end_at integer not null,
  quote text not null,
  certainty text not null check (certainty in ('certain', 'likely', 'possible')),
  rule text not null,
  payload jsonb not null,
  edited jsonb,
  state text not null check (state in ('proposed', 'confirmed', 'rejected')),
  made_by text not null check (made_by in ('reader', 'person')),
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  entry_kind text,
  entry_id uuid,
  version integer not null default 1,
  primary key (province_id, finding_id),
  constraint finding_once unique (province_id, document_id, text_version, reader_key),
  foreign key (province_id, reading_id) references reading (province_id, reading_id),
  check (start_at >= 0 and end_at > start_at)
)
-- ;;
create index finding_document on finding (province_id, document_id, start_at)
-- ;;
-- @province
-- Chỉ tiêu: the national list copied at the province's creation, and the province's own.
create table indicator (
  province_id integer not null references province (province_id),
  indicator_id uuid not null,
  code text not null,
  name_vi text not null,
  name_en text not null,
  unit text not null,
  direction text not null check (direction in ('up', 'down', 'band', 'none')),
  kind text not null check (kind in ('C', 'P', 'R')),
  frequency text not null,
  price_basis text not null,
  synonyms jsonb not null default '[]',
  national boolean not null default false,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (province_id, indicator_id),
  constraint indicator_code_unique unique (province_id, code)
)
-- ;;
-- @province
-- Số liệu: one figure of one indicator, as a document says it. Never changed, only withdrawn.
create table observation (
  province_id integer not null,
  observation_id uuid not null,
  indicator_id uuid not null,
  period_label text,
  period_from date,
  period_to date,
  value numeric,
  value_max numeric,
  value_of numeric,
  unit text,
  unit_text text,
  quantity_text text,
  bound text,
  modality text not null,
  place text,
  comparisons jsonb not null default '[]',
  document_id uuid not null,
  text_version integer not null,
  start_at integer not null,
  end_at integer not null,
  as_written text not null,
  finding_id uuid not null,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, observation_id),
  foreign key (province_id, indicator_id) references indicator (province_id, indicator_id),
  foreign key (province_id, finding_id) references finding (province_id, finding_id)
)
-- ;;
create index observation_indicator on observation (province_id, indicator_id, period_to)
-- ;;
-- @province
-- Hạn chế, tồn tại.
create table shortcoming (
  province_id integer not null,
  shortcoming_id uuid not null,
  topic text not null,
  subject text not null,
  predicate text not null,
  scope text,
  since text,
  document_id uuid not null,
  text_version integer not null,
  start_at integer not null,
  end_at integer not null,
  as_written text not null,
  finding_id uuid not null,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, shortcoming_id),
  foreign key (province_id, finding_id) references finding (province_id, finding_id)
)
-- ;;
create index shortcoming_topic on shortcoming (province_id, topic)
-- ;;
-- @province
-- Nhiệm vụ được giao. Whether it is overdue is derived from deadline and done_on.
create table assignment (
  province_id integer not null,
  assignment_id uuid not null,
  action text not null,
  lead_text text,
  cooperating jsonb not null default '[]',
  deadline date,
  deadline_text text,
  deadline_fuzzy boolean not null default false,
  deliverable text,
  specific boolean not null,
  ordered_by text,
  done_on date,
  note text,
  document_id uuid not null,
  text_version integer not null,
  start_at integer not null,
  end_at integer not null,
  as_written text not null,
  finding_id uuid not null,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, assignment_id),
  foreign key (province_id, finding_id) references finding (province_id, finding_id)
)
-- ;;
create index assignment_deadline on assignment (province_id, deadline)
-- ;;
-- @province
-- Nội dung chương trình hội nghị.
create table agenda_item (
  province_id integer not null,
  agenda_item_id uuid not null,
  title text not null,
  submitter text,
  body text,
  next_body text,
  item_count integer,
  document_id uuid not null,
  text_version integer not null,
  start_at integer not null,
  end_at integer not null,
  as_written text not null,
  finding_id uuid not null,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, agenda_item_id),
  foreign key (province_id, finding_id) references finding (province_id, finding_id)
)
-- ;;
-- @province
-- Ý kiến tham gia.
create table opinion (
  province_id integer not null,
  opinion_id uuid not null,
  opinion_count integer,
  about text,
  document_id uuid not null,
  text_version integer not null,
  start_at integer not null,
  end_at integer not null,
  as_written text not null,
  finding_id uuid not null,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, opinion_id),
  foreign key (province_id, finding_id) references finding (province_id, finding_id)
)
-- ;;
-- @province
-- Nội dung đã quyết nghị, thống nhất.
create table decision (
  province_id integer not null,
  decision_id uuid not null,
  outcome text not null,
  items jsonb not null default '[]',
  decided_by text,
  document_id uuid not null,
  text_version integer not null,
  start_at integer not null,
  end_at integer not null,
  as_written text not null,
  finding_id uuid not null,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, decision_id),
  foreign key (province_id, finding_id) references finding (province_id, finding_id)
)
-- ;;
-- @province
-- Văn bản được viện dẫn.
create table citation (
  province_id integer not null,
  citation_id uuid not null,
  instrument_type text not null,
  number text,
  symbol text,
  issuer text,
  issued_on date,
  about text,
  document_id uuid not null,
  text_version integer not null,
  start_at integer not null,
  end_at integer not null,
  as_written text not null,
  finding_id uuid not null,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, citation_id),
  foreign key (province_id, finding_id) references finding (province_id, finding_id)
)
-- ;;
-- @province
-- Nhật ký thay đổi: hashes of what was, never the content; each row holds the hash of the one before.
create table audit_record (
  province_id integer not null,
  seq bigint not null,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  before_hash text,
  after_hash text,
  reason text,
  previous_hash text not null,
  hash text not null,
  primary key (province_id, seq)
)
-- ;;
create index audit_record_subject on audit_record (province_id, subject_kind, subject_id)
-- ;;
-- @province
-- The newest link of a province's chain; its row is locked by each write.
create table record_head (
  province_id integer not null references province (province_id),
  seq bigint not null,
  hash text not null,
  primary key (province_id)
)
-- ;;
-- @province
-- Salts of the record's hashes: without them a hash of a short text cannot be guessed; destroyed with the content.
create table record_salt (
  province_id integer not null,
  subject_kind text not null,
  subject_id text not null,
  salt text not null,
  primary key (province_id, subject_kind, subject_id)
)
-- ;;
-- @province
-- Answers to requests with an Idempotency-Key, so that a repeated one changes nothing.
create table idempotency (
  province_id integer not null,
  account_id uuid not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  response jsonb not null,
  created_at timestamptz not null default now(),
  primary key (province_id, account_id, key)
)
-- ;;
-- @province
-- One row per thing that can be found, long documents in parts. `folded` is lower case without diacritics, đ as d.
create table search_entry (
  province_id integer not null,
  subject_kind text not null,
  subject_id uuid not null,
  part integer not null default 0,
  document_id uuid,
  start_at integer,
  end_at integer,
  title text not null,
  body text not null,
  folded text not null,
  changed_at timestamptz not null default now(),
  primary key (province_id, subject_kind, subject_id, part)
)
-- ;;
create index search_entry_words on search_entry using gin (to_tsvector('simple', folded))
-- ;;
create index search_entry_province on search_entry (province_id, subject_kind)
