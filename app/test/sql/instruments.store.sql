-- Functions of app/src/registers/instruments/store.ts.

-- citationsAround

    select f.finding_id as inner, p.citation_id as id, p.as_written as quote
  from finding f
    join finding around on around.province_id = $1
  and around.document_id = f.document_id
     
  and around.text_version = f.text_version
  and around.reader_key = f.payload ->> 'within'
    join citation p on p.province_id = $2
  and p.finding_id = around.finding_id
     
  and p.withdrawn_at is null
   
  where f.province_id = $3
  and f.finding_id = any($4::uuid[]);

-- citeInstrument
select *
  from "citation"
  where "province_id" = $1
  and "citation_id" = $2
  and "withdrawn_at" is null
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
  for update;

-- enterCitation
insert into "citation" ("province_id", "document_id", "text_version", "start_at", "end_at", "as_written", "finding_id", "confirmed_by", "withdrawn_at", "citation_id", "instrument_type", "number", "symbol", "issuer", "issued_on", "about", "instrument_id")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);

-- instrumentOf
select "instrument_id", "kind", "symbol_key" as "key", "issued_on" as "issuedOn", "term"
  from "instrument"
  where "province_id" = $1
  and "symbol_key" = $2
  and "quarantined" = $3
  and "withdrawn_at" is null;

-- instrumentsNamed
select "instrument_id" as "id", "kind", "symbol", "title"
  from "instrument"
  where "province_id" = $1
  and "instrument_id" in ($2)
  and not instrument.quarantined;

-- linkCitations
select "instrument_id"
  from "instrument"
  where "province_id" = $1
  and "instrument_id" = $2
  and "withdrawn_at" is null
  and not instrument.quarantined for share;

update "citation"
  set "instrument_id" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "citation_id" in ($4)
  and "withdrawn_at" is null
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $5
     
  and status = 'quarantined'))
  returning "citation_id";

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
  and "citation_id" = $3
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
  and "instrument_id" = $3
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
