-- Where documents name a project is asked on its page.
create index finding_project on finding (province_id, lower(payload->>'name')) where kind = 'project'
-- ;;
-- @province
-- Số liệu tham chiếu: what another province or the country has of an indicator, as somebody entered it from a source.
create table reference_figure (
  province_id integer not null,
  reference_id uuid not null,
  indicator_id uuid not null,
  place text not null check (length(place) between 1 and 200),
  period_from date not null,
  period_to date not null,
  value numeric not null,
  -- The document, the statistics office: where it can be read.
  source text not null check (length(source) between 1 and 500),
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (province_id, reference_id),
  check (period_from <= period_to),
  foreign key (province_id, indicator_id) references indicator (province_id, indicator_id),
  foreign key (province_id, recorded_by) references account (province_id, account_id)
)
-- ;;
create index reference_figure_indicator on reference_figure (province_id, indicator_id, period_to)
