-- Functions of app/src/registers/rounds/store.ts.

-- changeRound
update "opinion_round"
  set "title" = $1, "due_at" = $2, "level" = $3, "remind_days" = $4, "version" = $5
  where "province_id" = $6
  and "round_id" = $7;

update "round_addressee"
  set "reminded" = $1
  where "province_id" = $2
  and "round_id" = $3;

-- closeRound
update "opinion_round"
  set "closed_at" = $1, "version" = $2
  where "province_id" = $3
  and "round_id" = $4;

-- openRound
insert into "opinion_round" ("province_id", "round_id", "matter_id", "organisation_id", "title", "question", "paper_id", "due_at", "level", "opened_by", "closed_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
