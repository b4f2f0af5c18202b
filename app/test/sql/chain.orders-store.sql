-- Functions of app/src/registers/chain/orders-store.ts.

-- candidatesFor

    select assignment.assignment_id, assignment.action || ' ' || assignment.as_written as words,
      assignment.document_id, assignment.text_version, assignment.start_at, assignment.end_at,
      coalesce(item.conference_id, report.conference_id) as conference_id
   
  from assignment
   
  left join session_item item on item.province_id = $1
     
  and item.session_item_id = assignment.session_item_id
   
  left join document report on report.province_id = $2
     
  and report.document_id = assignment.document_id
   
  where assignment.province_id = $3
  and assignment.withdrawn_at is null
     
  and (assignment.document_id = any($4::uuid[]) or item.conference_id = any($5::uuid[])
        or report.conference_id = any($6::uuid[]) or assignment.assignment_id = any($7::uuid[]))
     
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $8
     
  and status = 'quarantined'))
   
  order by assignment.start_at, assignment.assignment_id;

-- conferencesOfDocuments

    select document_id, conference_id
  from document
  where province_id = $1
     
  and document_id = any($2::uuid[])
  and conference_id is not null
    union select paper.document_id, item.conference_id
  from item_paper paper
    join session_item item on item.province_id = $3
     
  and item.session_item_id = paper.session_item_id
   
  where paper.province_id = $4
  and paper.document_id = any($5::uuid[]);

-- wordsOn
select "shortcoming_id", "assignment_id", "verdict", "version"
  from "chain_link"
  where "province_id" = $1
  and "assignment_id" is not null
  and "shortcoming_id" in ($2);
