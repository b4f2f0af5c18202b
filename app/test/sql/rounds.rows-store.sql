-- Functions of app/src/registers/rounds/rows-store.ts.

-- lockRound
select *
  from "opinion_round"
  where "province_id" = $1
  and "round_id" = $2
  and true for no key update;

-- roundRow
select *
  from "opinion_round"
  where "province_id" = $1
  and "round_id" = $2
  and true;
