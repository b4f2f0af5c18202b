-- Several bodies are inspected together, each knows what was found about itself.

-- @province
-- Đối tượng của một cuộc kiểm tra, giám sát.
create table inspected_body (
  province_id integer not null,
  inspection_id uuid not null,
  organisation_id uuid not null,
  -- In the order they were named.
  position integer not null,
  primary key (province_id, inspection_id, organisation_id),
  foreign key (province_id, inspection_id) references inspection (province_id, inspection_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id)
)
-- ;;
create index inspected_body_of on inspected_body (province_id, organisation_id)
-- ;;
insert into inspected_body (province_id, inspection_id, organisation_id, position)
  select province_id, inspection_id, subject_id, 0 from inspection
-- ;;
alter table inspection drop column subject_id
-- ;;
alter table inspection_finding
  -- Đối tượng mà kết quả này nói về; null: all of them.
  add column about_id uuid,
  add constraint inspection_finding_about foreign key (province_id, inspection_id, about_id)
    references inspected_body (province_id, inspection_id, organisation_id)
-- ;;
create index inspection_finding_about_of on inspection_finding (province_id, inspection_id, about_id)
