-- Functions of app/src/registers/indicators/figure-write-store.ts.

-- addEntry
insert into "figure_entry" ("province_id", "entry_id", "record_seq", "file_name", "file_sha256", "versions", "rows_hash", "recorded_by", "recorded_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- addPlaces

    insert into figure (province_id, figure_id, indicator_id, organisation_id, period_from, period_to,
      accumulation, kind)
    select $1::integer, *
  from unnest($2::uuid[],
      $3::uuid[], $4::uuid[],
      $5::date[], $6::date[],
      $7::text[], $8::text[]);

-- addSources
insert into "figure_source" ("province_id", "figure_id", "number", "observation_id")
  values ($1, $2, $3, $4);

-- addVersions

    insert into figure_version (province_id, entry_id, record_seq, figure_id, number, value,
      missing_reason, stage, method, cell, reason)
    select $1::integer, $2::uuid, $3::bigint, *
  from unnest(
      $4::uuid[], $5::integer[],
      $6::numeric[], $7::text[],
      $8::text[], $9::text[],
      $10::text[],
      $11::text[]);

-- standing

        select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
          f.accumulation, f.kind, v.number, v.value, v.missing_reason, v.stage, v.record_seq
       
  from unnest($1::uuid[],
          $2::uuid[],
          $3::date[], $4::date[],
          $5::text[], $6::text[])
          as asked (indicator_id, organisation_id, period_from, period_to, accumulation, kind)
        join figure f on f.province_id = $7
  and f.indicator_id = asked.indicator_id
         
  and f.period_from = asked.period_from
  and f.period_to = asked.period_to
         
  and f.accumulation = asked.accumulation
  and f.kind = asked.kind
  and f.organisation_id = asked.organisation_id
       
  left join lateral (select number, value, missing_reason, stage, record_seq
  from figure_version
         
  where figure_version.province_id = $8
  and figure_version.figure_id = f.figure_id
         
  order by number desc
  limit 1) v on true /* each request */;


        select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
          f.accumulation, f.kind, v.number, v.value, v.missing_reason, v.stage, v.record_seq
       
  from unnest($1::uuid[],
          $2::uuid[],
          $3::date[], $4::date[],
          $5::text[], $6::text[])
          as asked (indicator_id, organisation_id, period_from, period_to, accumulation, kind)
        join figure f on f.province_id = $7
  and f.indicator_id = asked.indicator_id
         
  and f.period_from = asked.period_from
  and f.period_to = asked.period_to
         
  and f.accumulation = asked.accumulation
  and f.kind = asked.kind
  and f.organisation_id is null
       
  left join lateral (select number, value, missing_reason, stage, record_seq
  from figure_version
         
  where figure_version.province_id = $8
  and figure_version.figure_id = f.figure_id
         
  order by number desc
  limit 1) v on true /* each request */;
