-- The review of earlier conclusions at the head of an agenda, what was shown of it, and links that people drew.

-- A part of the agenda that looks back: what stands in it is derived, never copied into it.
alter table session_item add column kind text not null default 'matter' check (kind in ('matter', 'review'))
-- ;;
create unique index session_item_review on session_item (province_id, conference_id) where kind = 'review'
-- ;;
-- @province
-- Việc thực hiện kết luận trước, như đã trình: what the review showed when an agenda was approved, or, without an
-- agenda, when the conference was closed. It holds no words: these are looked up where they stand.
create table item_review (
  province_id integer not null,
  review_id uuid not null,
  session_item_id uuid not null,
  agenda_version_id uuid,
  taken_at timestamptz not null default now(),
  primary key (province_id, review_id),
  foreign key (province_id, session_item_id) references session_item (province_id, session_item_id),
  foreign key (province_id, agenda_version_id) references agenda_version (province_id, agenda_version_id)
)
-- ;;
create index item_review_item on item_review (province_id, session_item_id)
-- ;;
-- @province
-- A task as it stood then.
create table item_review_task (
  province_id integer not null,
  review_id uuid not null,
  assignment_id uuid not null,
  position integer not null,
  state text not null check (length(state) between 1 and 20),
  counted text not null check (counted in ('onTime', 'late', 'open', 'overdue', 'paused', 'revoked')),
  lead_text text,
  due_on date,
  percent integer,
  primary key (province_id, review_id, assignment_id),
  foreign key (province_id, review_id) references item_review (province_id, review_id),
  foreign key (province_id, assignment_id) references assignment (province_id, assignment_id)
)
-- ;;
create index item_review_task_of on item_review_task (province_id, assignment_id)
-- ;;
-- @province
-- The conferences that it looked back on, the newest first.
create table item_review_conference (
  province_id integer not null,
  review_id uuid not null,
  conference_id uuid not null,
  position integer not null,
  held_on date,
  primary key (province_id, review_id, conference_id),
  foreign key (province_id, review_id) references item_review (province_id, review_id),
  foreign key (province_id, conference_id) references conference (province_id, conference_id)
)
-- ;;
-- @province
-- The shortcomings that had been raised again.
create table item_review_shortcoming (
  province_id integer not null,
  review_id uuid not null,
  shortcoming_id uuid not null,
  primary key (province_id, review_id, shortcoming_id),
  foreign key (province_id, review_id) references item_review (province_id, review_id),
  foreign key (province_id, shortcoming_id) references shortcoming (province_id, shortcoming_id)
)
-- ;;
-- @province
-- Mối liên hệ do người xác nhận: two entries belong together, or do not, as somebody said. What follows from the
-- entries themselves (a task and its decision) stands in no row here.
create table chain_link (
  province_id integer not null,
  link_id uuid not null,
  shortcoming_id uuid,
  assignment_id uuid,
  matter_id uuid,
  indicator_id uuid,
  verdict text not null check (verdict in ('confirmed', 'refused')),
  decided_by uuid not null,
  decided_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (province_id, link_id),
  constraint chain_link_once unique nulls not distinct
    (province_id, shortcoming_id, assignment_id, matter_id, indicator_id),
  check (num_nonnulls(shortcoming_id, assignment_id, matter_id, indicator_id) = 2),
  foreign key (province_id, shortcoming_id) references shortcoming (province_id, shortcoming_id),
  foreign key (province_id, assignment_id) references assignment (province_id, assignment_id),
  foreign key (province_id, matter_id) references matter (province_id, matter_id),
  foreign key (province_id, indicator_id) references indicator (province_id, indicator_id),
  foreign key (province_id, decided_by) references account (province_id, account_id)
)
-- ;;
create index chain_link_assignment on chain_link (province_id, assignment_id) where assignment_id is not null
-- ;;
create index chain_link_matter on chain_link (province_id, matter_id) where matter_id is not null
-- ;;
create index chain_link_indicator on chain_link (province_id, indicator_id) where indicator_id is not null
