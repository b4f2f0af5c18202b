-- What a board reads of figures stands in the indexes it walks: the places of the province as a whole, and of each place the
-- newest version with its value. Statements stand between lines `-- ;;`.

create index figure_of_province on figure (province_id, indicator_id, period_to, period_from, accumulation)
  include (figure_id) where organisation_id is null and kind = 'actual'
-- ;;
alter table figure_source drop constraint figure_source_province_id_figure_id_number_fkey
-- ;;
alter table figure_version drop constraint figure_version_pkey
-- ;;
alter table figure_version add constraint figure_version_pkey
  primary key (province_id, figure_id, number) include (value, missing_reason, stage)
-- ;;
alter table figure_source add constraint figure_source_province_id_figure_id_number_fkey
  foreign key (province_id, figure_id, number) references figure_version (province_id, figure_id, number)
-- ;;
-- An import writes its rows as they come, and says how many they were when all are there.
alter table figure_version alter constraint figure_version_province_id_entry_id_fkey
  deferrable initially immediate
