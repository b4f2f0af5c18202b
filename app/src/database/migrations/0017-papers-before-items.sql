-- Which papers lie before which item: until now all of a matter's dossier lay before every item of the matter, and
-- what one conference gave out was given out by all.

-- @province
-- Tài liệu của một nội dung tại một hội nghị: brought in for it or carried on to it, and given out there or not yet.
create table item_paper (
  province_id integer not null,
  session_item_id uuid not null,
  document_id uuid not null,
  brought_at timestamptz not null default now(),
  -- Phát hành tại hội nghị này; null: only the two bodies read it.
  given_out_at timestamptz,
  primary key (province_id, session_item_id, document_id),
  foreign key (province_id, session_item_id) references session_item (province_id, session_item_id),
  foreign key (province_id, document_id) references document (province_id, document_id)
)
-- ;;
create index item_paper_document on item_paper (province_id, document_id)
-- ;;
-- What was before an item stays there; what was given out stays so.
insert into item_paper (province_id, session_item_id, document_id, given_out_at)
  select item.province_id, item.session_item_id, document.document_id,
    case when document.level <> 'office' then item.papers_released_at end
  from session_item item
  join document on document.province_id = item.province_id and document.matter_id = item.matter_id
-- ;;
-- A signed paper is read no wider than the document it signs: minutes inside, others as the narrowest item they tell of.
update document set level = case
    when notice.kind = 'minutes' or exists (select 1 from session_item item
      where item.province_id = notice.province_id and item.conference_id = notice.conference_id
        and notice.content->'items' @> to_jsonb(item.session_item_id::text) and item.level = 'office') then 'office'
    when exists (select 1 from session_item item
      where item.province_id = notice.province_id and item.conference_id = notice.conference_id
        and notice.content->'items' @> to_jsonb(item.session_item_id::text) and item.level = 'participants')
      then 'participants'
    when document.level in ('internal', 'public') and exists (select 1 from session_item item
      where item.province_id = notice.province_id and item.conference_id = notice.conference_id
        and notice.content->'items' @> to_jsonb(item.session_item_id::text) and item.level = 'organisation')
      then 'organisation'
    else document.level end
  from notice
  where notice.province_id = document.province_id and notice.signed_document_id = document.document_id
    and document.level <> 'office'
