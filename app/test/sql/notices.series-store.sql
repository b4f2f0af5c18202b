-- Functions of app/src/registers/notices/series-store.ts.

-- isTaken
select "notice_id"
  from "notice"
  where "province_id" = $1
  and "series_id" = $2
  and "number" = $3;

-- mustBeKnown
select "symbol"
  from "number_series"
  where "province_id" = $1
  and "organisation_id" = $2
  and "last" > $3;

-- mustFollow
select "number", "issued_on"
  from "notice"
  where "province_id" = $1
  and "series_id" = $2
  and (("number" < $3
  and "issued_on" > $4) or ("number" > $5
  and "issued_on" < $6))
  order by "number" desc
  limit $7;

-- repeats
select "notice"."notice_id"
  from "notice"
  inner join "number_series" on "number_series"."province_id" = "notice"."province_id"
  and "number_series"."series_id" = "notice"."series_id"
  where "notice"."province_id" = $1
  and "notice"."issuer_id" = $2
  and "notice"."symbol" = $3
  and "notice"."number" = $4
  and "number_series"."kind" = $5
  and "notice"."series_id" <> $6
  and "notice"."issued_on" >= $7
  and "notice"."issued_on" <= $8;

-- seriesKey
select "term_id", "organisation_id", "valid_from", "valid_to"
  from "term"
  where "province_id" = $1
  and "kind" = $2
  and ("organisation_id" in ($3) or "term_id" = $4)
  order by "term_id";

-- seriesOf
select "series_id", "number"
  from "notice"
  where "province_id" = $1
  and "series_id" in ($2);

select "series_id", "symbol", "year", "last"
  from "number_series"
  where "province_id" = $1
  and "organisation_id" = $2
  and "kind" = $3
  and "last" > $4
  order by "series_id" desc;

-- seriesRow
select *
  from "number_series"
  where "province_id" = $1
  and "organisation_id" = $2
  and "kind" = $3
  and "symbol" = $4
  and "term_id" is not distinct
  from $5
  and "year" is not distinct
  from $6;

select *
  from "number_series"
  where "province_id" = $1
  and "organisation_id" = $2
  and "kind" = $3
  and "symbol" = $4
  and "term_id" is not distinct
  from $5
  and "year" is not distinct
  from $6
  for update;

-- takeNumber
insert into "number_series" ("province_id", "series_id", "organisation_id", "kind", "symbol", "term_id", "year")
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict do nothing;

update "number_series"
  set "last" = $1, "version" = $2
  where "province_id" = $3
  and "series_id" = $4;
