-- Functions of app/src/registers/indicators/import-look-store.ts.

-- firstTouched

    select f.indicator_id::text as id
  from figure_entry e
    join figure_version v on v.province_id = $1
  and v.entry_id = e.entry_id
    join figure f on f.province_id = $2
  and f.figure_id = v.figure_id
   
  where e.province_id = $3
  and e.record_seq > $4
    union
    select case when subject_kind = 'indicator' then subject_id end
  from audit_record
   
  where province_id = $5
  and seq > $6
  and (subject_kind in ('indicator', 'organisation')
      or action = 'figures.snapshot');
