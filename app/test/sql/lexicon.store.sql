-- Functions of app/src/registers/lexicon/store.ts.

-- entriesIn
select *
  from "lexicon_entry"
  where "province_id" = $1
  and "state" in ($2)
  order by "class", "entry_id";

-- indicatorsOf
select *
  from "indicator"
  where "province_id" = $1
  and "quarantined" = $2
  order by "code";

-- insert
insert into "lexicon_entry" ("province_id", "entry_id", "class", "payload", "phrases", "added_by", "state", "origin")
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  returning *;

-- withdrawLexiconEntry
select *
  from "lexicon_entry"
  where "province_id" = $1
  and "entry_id" = $2
  and "state" = $3
  for update;

update "lexicon_entry"
  set "state" = $1, "version" = $2
  where "province_id" = $3
  and "entry_id" = $4;
