-- Targets: what an indicator is to reach in a period, as decided, and as decided anew.

-- @province
-- Mục tiêu: of the province as a whole (no body) or of one body. What it asks stands in its versions, which are only added.
create table target (
  province_id integer not null,
  target_id uuid not null,
  indicator_id uuid not null,
  organisation_id uuid,
  period_from date not null,
  period_to date not null,
  kind text not null check (kind in ('plan', 'minimum', 'stretch')),
  -- Who gave it, where several give one for the same (the plan of public investment): two denominators.
  authority text check (authority in ('primeMinister', 'council', 'committee')),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (province_id, target_id),
  constraint target_once unique nulls not distinct
    (province_id, indicator_id, organisation_id, period_from, period_to, kind, authority),
  check (period_from <= period_to),
  foreign key (province_id, indicator_id) references indicator (province_id, indicator_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id),
  foreign key (province_id, created_by) references account (province_id, account_id)
)
-- ;;
-- @province
-- Low and high are one for a point, and both are null for a target in words, and for one that was taken back.
create table target_version (
  province_id integer not null,
  target_id uuid not null,
  number integer not null,
  low numeric,
  high numeric,
  words text check (length(words) <= 1000),
  -- As written: "6.000 tỷ đồng".
  figure_text text check (length(figure_text) <= 300),
  -- What is to be reached on the way: [{"by": "2026-06-30", "value": 3000, "text": "…"}].
  path jsonb not null default '[]',
  withdrawn boolean not null default false,
  legal_reference text not null check (length(legal_reference) between 1 and 500),
  decided_on date not null,
  note text check (length(note) <= 1000),
  -- The figure of a document that says so.
  observation_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (province_id, target_id, number),
  check ((low is null) = (high is null)),
  check (low <= high),
  check (withdrawn = (low is null and words is null)),
  foreign key (province_id, target_id) references target (province_id, target_id),
  foreign key (province_id, observation_id) references observation (province_id, observation_id),
  foreign key (province_id, recorded_by) references account (province_id, account_id)
)
-- ;;
-- @province
-- Nhận định: how likely somebody thinks it is, beside what the figures say.
create table target_judgement (
  province_id integer not null,
  target_id uuid not null,
  number integer not null,
  likelihood text not null check (likelihood in ('likely', 'doubtful', 'unlikely')),
  body text not null check (length(body) between 1 and 2000),
  judged_by uuid not null,
  judged_at timestamptz not null default now(),
  primary key (province_id, target_id, number),
  foreign key (province_id, target_id) references target (province_id, target_id),
  foreign key (province_id, judged_by) references account (province_id, account_id)
)
