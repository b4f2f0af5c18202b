-- Functions of app/src/registers/chain/review-store.ts.

-- asKept
select "shortcoming_id"
  from "item_review_shortcoming"
  where "province_id" = $1
  and "review_id" = $2;

select *
  from "item_review_task"
  where "province_id" = $1
  and "review_id" = $2
  order by "position";

-- documentsOf

    select document_id
  from document
   
  where province_id = $1
  and conference_id = any($2::uuid[])
    union select paper.document_id
  from item_paper paper
    join session_item item on item.province_id = $3
     
  and item.session_item_id = paper.session_item_id
   
  where paper.province_id = $4
     
  and item.conference_id = any($5::uuid[]);

-- keepReview
insert into "item_review" ("province_id", "review_id", "session_item_id", "agenda_version_id")
  values ($1, $2, $3, $4);

insert into "item_review_conference" ("province_id", "review_id", "conference_id", "position", "held_on")
  values ($1, $2, $3, $4, $5);

insert into "item_review_shortcoming" ("province_id", "review_id", "shortcoming_id")
  values ($1, $2, $3);

insert into "item_review_task" ("province_id", "review_id", "assignment_id", "position", "state", "counted", "lead_text", "due_on", "percent")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- keptConferences

    select conference.conference_id as id, conference.title, looked.held_on::text as date,
      looked.position
   
  from item_review_conference looked
    join conference on conference.province_id = looked.province_id
     
  and conference.conference_id = looked.conference_id
   
  where looked.province_id = $1
  and looked.review_id = $2
     
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
   
  order by looked.position;

-- keptOf
select "item_review"."review_id" as "id", "agenda_version"."label", "item_review"."taken_at" as "at"
  from "item_review"
  left join "agenda_version" on "agenda_version"."province_id" = "item_review"."province_id"
  and "agenda_version"."agenda_version_id" = "item_review"."agenda_version_id"
  where "item_review"."province_id" = $1
  and "item_review"."session_item_id" = $2
  order by "item_review"."taken_at", "item_review"."review_id";

-- reviewItem
select "session_item_id" as "id", "status"
  from "session_item"
  where "province_id" = $1
  and "conference_id" = $2
  and "kind" = $3
  and true;

-- taskIds

    select assignment.assignment_id
  from assignment
   
  where assignment.province_id = $1
  and assignment.withdrawn_at is null
     
  and ((assignment.done_on is null
  and assignment.revoked_on is null
         
  and (assignment.session_item_id in (
      select session_item_id
  from session_item
     
  where province_id = $2
  and conference_id = any($3::uuid[]))
    or assignment.document_id in (select document_id
  from document
     
  where province_id = $4
  and conference_id = any($5::uuid[]))))
        or (assignment.session_item_id in (
      select session_item_id
  from session_item
     
  where province_id = $6
  and conference_id = any($7::uuid[]))
    or assignment.document_id in (select document_id
  from document
     
  where province_id = $8
  and conference_id = any($9::uuid[]))))
     
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $10
     
  and status = 'quarantined'));
