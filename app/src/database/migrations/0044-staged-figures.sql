-- Where the rows of a file of figures wait until all of them are looked at.

-- @province
-- Số liệu đang nạp: nobody's to see, and gone when the import ends; what a killed one leaves goes with the next.
create table figure_staged (
  province_id integer not null,
  indicator_id uuid not null,
  -- The place of the row in its file, from 0.
  row integer not null,
  -- Of its place, should that be new.
  figure_id uuid not null,
  organisation_id uuid,
  period_from date not null,
  period_to date not null,
  accumulation text not null,
  kind text not null,
  value numeric,
  missing_reason text,
  stage text not null,
  method text not null,
  cell text check (length(cell) <= 100),
  reason text check (length(reason) <= 1000),
  -- Growth and share of the plan in percent, as somebody wrote them beside it.
  growth double precision,
  share double precision,
  -- The version that it becomes; 0 where it says what stands there already.
  number integer not null default 1,
  primary key (province_id, indicator_id, row)
)
