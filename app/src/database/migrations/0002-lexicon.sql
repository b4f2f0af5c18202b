-- A province teaches the reader: words of its own, and what was offered and declined.

-- @province
-- Từ điển của tỉnh. A line in the form of the reader's lexicon; what is withdrawn stays readable.
create table lexicon_entry (
  province_id integer not null references province (province_id),
  entry_id uuid not null,
  class text not null check (length(class) between 1 and 40),
  payload text not null,
  phrases jsonb not null,
  state text not null check (state in ('active', 'declined', 'withdrawn')),
  origin text not null check (origin in ('person', 'correction', 'file')),
  added_by uuid,
  added_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (province_id, entry_id)
)
-- ;;
create index lexicon_entry_state on lexicon_entry (province_id, state)
