-- Documents in quarantine.

alter table document drop constraint document_status_check
-- ;;
-- quarantined: nobody reads it, nor anything that was drawn from it, until it is released or destroyed.
alter table document add constraint document_status_check
  check (status in ('read', 'quarantined', 'destroyed'))
-- ;;
create index document_quarantined on document (province_id, document_id) where status = 'quarantined'
-- ;;
-- True while the only document that fills it is in quarantine, and its name is of that document.
alter table indicator add column quarantined boolean not null default false
-- ;;
-- @province
-- Cách ly: each time a document was put away, by whom and why, and how it ended.
create table document_quarantine (
  province_id integer not null,
  quarantine_id uuid not null,
  document_id uuid not null,
  reason text not null check (length(reason) between 1 and 1000),
  -- No key: a restored backup may be older than the account.
  placed_by uuid not null,
  placed_at timestamptz not null default now(),
  outcome text check (outcome in ('released', 'destroyed')),
  ended_by uuid,
  ended_at timestamptz,
  end_reason text,
  primary key (province_id, quarantine_id),
  foreign key (province_id, document_id) references document (province_id, document_id),
  check ((outcome is null) = (ended_at is null))
)
-- ;;
create unique index document_quarantine_open on document_quarantine (province_id, document_id)
  where outcome is null
