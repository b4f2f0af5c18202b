-- Functions of app/src/registers/instruments/store.ts.

-- enterCitation
insert into "citation" ("province_id", "document_id", "text_version", "start_at", "end_at", "as_written", "finding_id", "confirmed_by", "withdrawn_at", "citation_id", "instrument_type", "number", "symbol", "issuer", "issued_on", "about")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);

-- listCitations
select *
  from "citation"
  where "province_id" = $1
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
  and "withdrawn_at" is null
  and "document_id" in ($3)
  order by "instrument_type", "symbol", "confirmed_at";

select *
  from "citation"
  where "province_id" = $1
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
  and "withdrawn_at" is null
  order by "instrument_type", "symbol", "confirmed_at";

-- withdrawCitation
update "citation"
  set "withdrawn_at" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "citation_id" = $4;
