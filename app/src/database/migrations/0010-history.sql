-- The history of an entry as people read it: contents beside the hashes of the record.

-- @province
-- Nội dung trước và sau của một thay đổi. Held against the hashes when it is shown; destroyed with the salts.
create table record_content (
  province_id integer not null,
  seq bigint not null,
  subject_kind text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  primary key (province_id, seq),
  foreign key (province_id, seq) references audit_record (province_id, seq)
)
-- ;;
create index record_content_subject on record_content (province_id, subject_id)
