-- Functions of app/src/registers/assignments/origins-store.ts.

-- itemsOf
select "session_item"."session_item_id", "session_item"."title", "conference"."conference_id", "conference"."title" as "conference", coalesce(conference.held_on,
        (conference.starts_at at time zone 'Asia/Ho_Chi_Minh')::date) as "held_on", ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $1
     
  and status = 'quarantined')) as "known", true as "open"
  from "session_item"
  inner join "conference" on "conference"."province_id" = "session_item"."province_id"
  and "conference"."conference_id" = "session_item"."conference_id"
  where "session_item"."province_id" = $2
  and "session_item"."session_item_id" in ($3);

-- openDocuments
select "document_id"
  from "document"
  where "province_id" = $1
  and "document_id" in ($2)
  and document.status <> 'quarantined';
