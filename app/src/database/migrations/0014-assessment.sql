-- The general part of a conference's conclusion.

-- @province
-- Đánh giá chung: what the chair says of the whole, before the decisions on single items.
create table conference_assessment (
  province_id integer not null,
  conference_id uuid not null,
  body text not null check (length(body) <= 20000),
  written_by uuid not null,
  written_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (province_id, conference_id),
  foreign key (province_id, conference_id) references conference (province_id, conference_id),
  foreign key (province_id, written_by) references account (province_id, account_id)
)
