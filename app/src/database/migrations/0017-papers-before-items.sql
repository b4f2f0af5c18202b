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
