-- Functions of app/src/registers/persons/terms.ts.

-- addTerm
insert into "term" ("province_id", "term_id", "organisation_id", "kind", "number", "label", "valid_from", "valid_to")
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  returning *;

-- changeTerm
select *
  from "term"
  where "province_id" = $1
  and "term_id" = $2
  for update;

update "term"
  set "number" = $1, "label" = $2, "valid_from" = $3, "valid_to" = $4, "version" = $5
  where "province_id" = $6
  and "term_id" = $7;

-- listTerms
select *
  from "term"
  where "province_id" = $1
  order by "valid_from" desc, "term_id";

-- mustNotOverlap
select "valid_from" as "from", "valid_to" as "to", "label"
  from "term"
  where "province_id" = $1
  and "organisation_id" = $2
  and "kind" = $3
  and "term_id" <> $4;
