-- Requests for explanation: what the office asks a unit about an indicator, and what it answers.

-- @province
-- Yêu cầu giải trình: one question to one body, answered once.
create table explanation_request (
  province_id integer not null,
  request_id uuid not null,
  indicator_id uuid not null,
  organisation_id uuid not null,
  -- The target that it is about, where it is about one.
  target_id uuid,
  question text not null check (length(question) between 1 and 2000),
  due_on date not null,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  answer text check (length(answer) between 1 and 4000),
  answered_by uuid,
  answered_at timestamptz,
  version integer not null default 1,
  primary key (province_id, request_id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  foreign key (province_id, indicator_id) references indicator (province_id, indicator_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id),
  foreign key (province_id, target_id) references target (province_id, target_id),
  foreign key (province_id, asked_by) references account (province_id, account_id),
  foreign key (province_id, answered_by) references account (province_id, account_id)
)
-- ;;
create index explanation_of_indicator on explanation_request (province_id, indicator_id)
-- ;;
create index explanation_open on explanation_request (province_id, due_on) where answered_at is null
