-- Functions of app/src/registers/rounds/view-store.ts.

-- addresseesOf
select *, (round_addressee.account_id = $1
    or round_addressee.organisation_id = any($2::uuid[])) as "own"
  from "round_addressee"
  where "province_id" = $3
  and "round_id" = $4
  order by "addressee_id";

-- listRounds
select *
  from "opinion_round"
  where "province_id" = $1
  and true
  and "closed_at" is not null
  order by "closed_at" desc
  limit $2;

select *
  from "opinion_round"
  where "province_id" = $1
  and true
  and "closed_at" is null
  order by "due_at", "round_id";

-- roundLines
select "addressee_id", "round_id", "name", "answered_at", "reminded", (round_addressee.account_id = $1
    or round_addressee.organisation_id = any($2::uuid[])) as "own"
  from "round_addressee"
  where "province_id" = $3
  and "round_id" in ($4)
  order by "addressee_id";

select "matter_id", "title"
  from "matter"
  where "province_id" = $1
  and "matter_id" in ($2);

-- roundsOn
select *
  from "opinion_round"
  where "province_id" = $1
  and "matter_id" = $2
  and true
  order by "round_id";

-- seesWhole
select "round_id"
  from "opinion_round"
  where "province_id" = $1
  and "round_id" = $2
  and true;
