-- Instruments with the bodies that must carry them out, and the programme of inspections.

-- @province
-- Văn bản chỉ đạo của Trung ương và của tỉnh. One row an instrument, however often and however its number is written.
create table instrument (
  province_id integer not null references province (province_id),
  instrument_id uuid not null,
  side text not null check (side in ('central', 'own')),
  -- Thể loại. Never read from "QĐ" alone, which stands for two.
  kind text not null check (length(kind) between 1 and 30),
  -- Số, ký hiệu as it is written officially; null for laws cited by name.
  symbol text check (length(symbol) between 1 and 60),
  -- The same for all ways to write one number (`symbol.ts`).
  symbol_key text check (length(symbol_key) between 1 and 60),
  issuer text check (length(issuer) between 1 and 300),
  -- Where a body of the province issued it.
  issuer_id uuid,
  issued_on date,
  -- Nhiệm kỳ: party numbers run through the term of the issuing committee.
  term text check (length(term) between 1 and 20),
  title text not null check (length(title) between 1 and 500),
  -- Its file, if it was brought in.
  document_id uuid,
  level text not null default 'internal' check (level in ('office', 'internal', 'public')),
  note text check (length(note) <= 1000),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  -- Trùng với: the one that took over its citations, bodies and links.
  merged_into uuid,
  version integer not null default 1,
  primary key (province_id, instrument_id),
  foreign key (province_id, issuer_id) references organisation (province_id, organisation_id),
  foreign key (province_id, document_id) references document (province_id, document_id),
  foreign key (province_id, made_by) references account (province_id, account_id),
  foreign key (province_id, merged_into) references instrument (province_id, instrument_id),
  check ((symbol is null) = (symbol_key is null))
)
-- ;;
create unique index instrument_day_unique on instrument (province_id, kind, symbol_key, issued_on)
  where withdrawn_at is null
-- ;;
create unique index instrument_term_unique on instrument (province_id, kind, symbol_key, term)
  where withdrawn_at is null
-- ;;
create index instrument_by_key on instrument (province_id, symbol_key)
-- ;;
alter table citation
  -- Văn bản được viện dẫn, once a person or its number and day say which.
  add column instrument_id uuid,
  add constraint citation_instrument foreign key (province_id, instrument_id)
    references instrument (province_id, instrument_id)
-- ;;
create index citation_of_instrument on citation (province_id, instrument_id) where instrument_id is not null
-- ;;
-- @province
-- Cơ quan phải quán triệt, thực hiện một văn bản.
create table instrument_duty (
  province_id integer not null,
  duty_id uuid not null,
  instrument_id uuid not null,
  organisation_id uuid not null,
  -- Hạn quán triệt, học tập; hạn thực hiện.
  study_by date,
  implement_by date,
  note text check (length(note) <= 1000),
  -- What the body, or the one that took over from it, reported.
  studied_on date,
  -- Số, ký hiệu kế hoạch, chương trình của cơ quan.
  plan_symbol text check (length(plan_symbol) between 1 and 60),
  progress text check (length(progress) <= 5000),
  done_on date,
  -- Ghi theo lời: who told the office, where it wrote it down.
  on_behalf text check (length(on_behalf) between 1 and 300),
  reported_by uuid,
  reported_at timestamptz,
  -- What the office, never the doer, says of it.
  confirmed_by uuid,
  confirmed_at timestamptz,
  sent_back text check (length(sent_back) between 1 and 1000),
  made_by uuid not null,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, duty_id),
  foreign key (province_id, instrument_id) references instrument (province_id, instrument_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id),
  foreign key (province_id, reported_by) references account (province_id, account_id),
  foreign key (province_id, confirmed_by) references account (province_id, account_id),
  foreign key (province_id, made_by) references account (province_id, account_id),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (confirmed_at is null or done_on is not null)
)
-- ;;
create unique index instrument_duty_once on instrument_duty (province_id, instrument_id, organisation_id)
  where withdrawn_at is null
-- ;;
create index instrument_duty_of_body on instrument_duty (province_id, organisation_id)
-- ;;
-- @province
-- Nhiệm vụ, chỉ tiêu, hạn chế của một văn bản.
create table instrument_link (
  province_id integer not null,
  link_id uuid not null,
  instrument_id uuid not null,
  assignment_id uuid,
  indicator_id uuid,
  shortcoming_id uuid,
  primary key (province_id, link_id),
  foreign key (province_id, instrument_id) references instrument (province_id, instrument_id),
  foreign key (province_id, assignment_id) references assignment (province_id, assignment_id),
  foreign key (province_id, indicator_id) references indicator (province_id, indicator_id),
  foreign key (province_id, shortcoming_id) references shortcoming (province_id, shortcoming_id),
  check (num_nonnulls(assignment_id, indicator_id, shortcoming_id) = 1)
)
-- ;;
create unique index instrument_link_once on instrument_link
  (province_id, instrument_id, coalesce(assignment_id, indicator_id, shortcoming_id))
-- ;;
create index instrument_link_assignment on instrument_link (province_id, assignment_id)
-- ;;
-- @province
-- Một cuộc của chương trình kiểm tra, giám sát.
create table inspection (
  province_id integer not null,
  inspection_id uuid not null,
  -- Cơ quan có chương trình.
  organisation_id uuid not null,
  year integer not null check (year between 1945 and 2200),
  quarter integer check (quarter between 1 and 4),
  form text not null check (form in ('inspection', 'supervision')),
  -- Đối tượng, nội dung.
  subject_id uuid not null,
  content text not null check (length(content) between 1 and 1000),
  -- Cơ quan tiến hành; null: the body of the programme itself.
  inspecting_id uuid,
  level text not null default 'office' check (level in ('office', 'internal', 'public')),
  note text check (length(note) <= 1000),
  -- Ngày thông báo cho đối tượng: before it the subject knows of nothing.
  told_on date,
  started_on date,
  ended_on date,
  team_lead text check (length(team_lead) between 1 and 200),
  -- Kết luận, báo cáo kết quả.
  conclusion_id uuid,
  dropped_at timestamptz,
  dropped_reason text check (length(dropped_reason) between 1 and 1000),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (province_id, inspection_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id),
  foreign key (province_id, subject_id) references organisation (province_id, organisation_id),
  foreign key (province_id, inspecting_id) references organisation (province_id, organisation_id),
  foreign key (province_id, conclusion_id) references document (province_id, document_id),
  foreign key (province_id, made_by) references account (province_id, account_id),
  check (ended_on is null or started_on is not null),
  check (ended_on >= started_on),
  check ((dropped_at is null) = (dropped_reason is null))
)
-- ;;
create index inspection_year on inspection (province_id, year, organisation_id)
-- ;;
create index inspection_subject on inspection (province_id, subject_id)
-- ;;
-- @province
-- Khuyết điểm, vi phạm, kiến nghị rút ra qua một cuộc kiểm tra, giám sát.
create table inspection_finding (
  province_id integer not null,
  inspection_finding_id uuid not null,
  inspection_id uuid not null,
  body text not null check (length(body) between 1 and 2000),
  -- The sentence of the document that says so.
  document_id uuid,
  text_version integer,
  start_at integer,
  end_at integer,
  -- Nhiệm vụ khắc phục.
  assignment_id uuid,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, inspection_finding_id),
  foreign key (province_id, inspection_id) references inspection (province_id, inspection_id),
  foreign key (province_id, document_id) references document (province_id, document_id),
  foreign key (province_id, assignment_id) references assignment (province_id, assignment_id),
  foreign key (province_id, made_by) references account (province_id, account_id),
  check (num_nulls(text_version, start_at, end_at) in (0, 3)),
  check (document_id is not null or start_at is null)
)
-- ;;
create index inspection_finding_of on inspection_finding (province_id, inspection_id)
-- ;;
create index inspection_finding_task on inspection_finding (province_id, assignment_id)
