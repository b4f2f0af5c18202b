-- A figure of a report may be taken from a sentence of a document.

alter table report_value add column finding_id uuid
-- ;;
alter table report_value add constraint report_value_finding
  foreign key (province_id, finding_id) references finding (province_id, finding_id)
-- ;;
create index report_value_of_finding on report_value (province_id, finding_id)
-- ;;
alter table report_value drop constraint report_value_method_check
-- ;;
alter table report_value add constraint report_value_method_check
  check (method in ('typed', 'pasted', 'file', 'document'))
