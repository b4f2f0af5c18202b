-- Functions of app/src/registers/notices/store.ts.

-- conclusionsOn
select *
  from "notice"
  where "province_id" = $1
  and "kind" = $2
  and "issued_at" is not null
  and "withdrawn_at" is null
  and content->'items' ?| $3::text[]
  and true
  order by "issued_at";

-- getNotice
select *
  from "conference"
  where "province_id" = $1
  and "conference_id" = $2;

-- itemTitles
select "session_item_id", "title"
  from "session_item"
  where "province_id" = $1
  and "session_item_id" in ($2);

-- linesOf
select *
  from "notice"
  where "province_id" = $1
  and "withdrawn_at" is null
  and true
  and ("corrects" in ($2) or "notice_id" in ($3));

-- listNotices
select *
  from "notice"
  where "province_id" = $1
  and "conference_id" = $2
  and "withdrawn_at" is null
  and true
  order by "notice_id";

-- lockNotice
select "conference_id"
  from "notice"
  where "province_id" = $1
  and "notice_id" = $2
  and true;

-- noticeRow
select *
  from "notice"
  where "province_id" = $1
  and "notice_id" = $2
  and "withdrawn_at" is null
  and true;

-- signedFiles
select "document_id", "file_name"
  from "document"
  where "province_id" = $1
  and "document_id" in ($2);

-- signedInto
select "level"
  from "session_item"
  where "province_id" = $1
  and "session_item_id" in ($2);

-- write
update "notice"
  set "content" = $1, "regime" = $2, "number" = $3, "symbol" = $4, "series_id" = $5, "issued_on" = $6, "issued_by" = $7, "issued_at" = $8, "version" = $9
  where "province_id" = $10
  and "notice_id" = $11;

update "notice"
  set "content" = $1, "regime" = $2, "record_mark" = $3, "version" = $4
  where "province_id" = $5
  and "notice_id" = $6;

update "notice"
  set "content" = $1, "version" = $2
  where "province_id" = $3
  and "notice_id" = $4;

update "notice"
  set "signed_document_id" = $1, "signed_sha256" = $2, "signed_at" = $3, "version" = $4
  where "province_id" = $5
  and "notice_id" = $6;

update "notice"
  set "withdrawn_at" = $1, "version" = $2
  where "province_id" = $3
  and "notice_id" = $4;
