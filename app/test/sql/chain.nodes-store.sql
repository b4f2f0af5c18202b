-- Functions of app/src/registers/chain/nodes-store.ts.

-- indicatorNodes
select "indicator_id", "name_vi"
  from "indicator"
  where "province_id" = $1
  and "indicator_id" in ($2)
  and "quarantined" = $3;

-- itemsOf

    select session_item.session_item_id as id, session_item.matter_id, session_item.title,
      session_item.status, conference.conference_id, conference.title as conference,
      coalesce(conference.held_on,
  (conference.starts_at at time zone 'Asia/Ho_Chi_Minh')::date)::text as day,
      case when conference.closed_at is not null then decided.outcome end as outcome,
      case when conference.closed_at is not null then decided.body end as body
   
  from session_item
    join conference on conference.province_id = $1
     
  and conference.conference_id = session_item.conference_id
   
  left join item_decision decided on decided.province_id = $2
     
  and decided.session_item_id = session_item.session_item_id
   
  where session_item.province_id = $3
     
  and session_item.matter_id = any($4::uuid[])
     
  and conference.cancelled_at is null
  and true
   
  order by day nulls last, session_item.session_item_id;

-- opinionNodes
select item_opinion.item_opinion_id as id, item_opinion.matter_id, item_opinion.speaker,
      item_opinion.body, item_opinion.answer, item_opinion.session_item_id as item_id,
      (item_opinion.given_at at time zone 'Asia/Ho_Chi_Minh')::date::text as day,
      conference.conference_id, conference.title as conference
   
  from item_opinion
   
  left join session_item item on item.province_id = $1
     
  and item.session_item_id = item_opinion.session_item_id
   
  left join conference on conference.province_id = $2
     
  and conference.conference_id = item.conference_id
   
  where item_opinion.province_id = $3
  and item_opinion.withdrawn_at is null
     
  and item_opinion.matter_id = any($4::uuid[])
  and true
   
  order by item_opinion.given_at;

-- paperNodes

    select distinct on (paper.paper_id) paper.paper_id as id, paper.title, one.number,
      (one.added_at at time zone 'Asia/Ho_Chi_Minh')::date::text as day
   
  from dossier_paper paper
    join dossier_paper_version one on one.province_id = $1
     
  and one.paper_id = paper.paper_id
    join document on document.province_id = $2
     
  and document.document_id = one.document_id
  and document.status = 'read'
   
  where paper.province_id = $3
  and paper.withdrawn_at is null
     
  and paper.matter_id = any($4::uuid[])
  and document.status <> 'quarantined'
   
  order by paper.paper_id, one.number desc;

-- resultNodes
select step.step_id as id, step.assignment_id as task_id, step.kind, step.body,
      coalesce(step.on_date, (step.at at time zone 'Asia/Ho_Chi_Minh')::date)::text as day,
      shows.document_id, shows.title as document
   
  from assignment_step step
   
  left join lateral (select document.document_id, document.title
  from assignment_evidence proof
      join document on document.province_id = $1
       
  and document.document_id = proof.document_id
  and document.status = 'read'
     
  where proof.province_id = $2
  and proof.step_id = step.step_id
       
  and document.status <> 'quarantined'
     
  order by proof.added_at desc
  limit 1) shows on true
   
  where step.province_id = $3
     
  and step.assignment_id = any($4::uuid[])
     
  and step.kind in ('reported', 'confirmed', 'sentBack')
   
  order by step.at;

-- reviewNodes
select distinct on (kept.assignment_id, conference.conference_id) looked.review_id as id,
      kept.assignment_id as task_id, kept.state, coalesce(conference.held_on,
  (conference.starts_at at time zone 'Asia/Ho_Chi_Minh')::date)::text as day, conference.conference_id,
      conference.title as conference
   
  from item_review_task kept
    join item_review looked on looked.province_id = $1
     
  and looked.review_id = kept.review_id
    join session_item on session_item.province_id = $2
     
  and session_item.session_item_id = looked.session_item_id
    join conference on conference.province_id = $3
     
  and conference.conference_id = session_item.conference_id
   
  where kept.province_id = $4
     
  and kept.assignment_id = any($5::uuid[])
  and true
   
  order by kept.assignment_id, conference.conference_id, looked.taken_at desc;

-- toldDecisions
select *
  from "decision"
  where "province_id" = $1
  and "decision_id" in ($2)
  and "withdrawn_at" is null
  and ("decision"."document_id" is null or "decision"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'));
