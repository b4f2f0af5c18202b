-- Functions of app/src/registers/instruments/register-store.ts.

-- addInstrument
insert into "instrument" ("symbol", "symbol_key", "issuer", "issuer_id", "issued_on", "term", "document_id", "note", "side", "kind", "title", "level", "province_id", "instrument_id", "made_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);

-- citingDocuments
select "document_id"
  from "citation"
  where "province_id" = $1
  and "citation_id" in ($2);

-- handOver
delete
  from "instrument_link"
  where "province_id" = $1
  and "link_id" = $2;

select "organisation_id"
  from "instrument_duty"
  where "province_id" = $1
  and "instrument_id" = $2
  and "withdrawn_at" is null;

select *
  from "instrument_link"
  where "province_id" = $1
  and "instrument_id" in ($2);

update "citation"
  set "instrument_id" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "instrument_id" = $4;

update "instrument_duty"
  set "instrument_id" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "instrument_id" = $4
  and "withdrawn_at" is null;

update "instrument_duty"
  set "withdrawn_at" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "instrument_id" = $4
  and "withdrawn_at" is null
  and "organisation_id" in ($5);

update "instrument_link"
  set "instrument_id" = $1
  where "province_id" = $2
  and "link_id" = $3;

-- instrumentsFindable
select *
  from "instrument"
  where "province_id" = $1
  and "instrument_id" in ($2)
  and "withdrawn_at" is null;

-- levelOf
select "document_id", "level", "matter_id"
  from "document"
  where "province_id" = $1
  and "document_id" in ($2)
  and document.status <> 'quarantined';

-- lockInstrument
select *
  from "instrument"
  where "province_id" = $1
  and "instrument_id" = $2
  and "withdrawn_at" is null
  and not instrument.quarantined
  for update;

-- mustBeUnused
select "instrument_id"
  from "citation"
  where "province_id" = $1
  and "instrument_id" = $2
  and "withdrawn_at" is null
  limit $3;

select "instrument_id"
  from "instrument_duty"
  where "province_id" = $1
  and "instrument_id" = $2
  and "withdrawn_at" is null
  limit $3;

select "instrument_id"
  from "instrument_link"
  where "province_id" = $1
  and "instrument_id" = $2
  limit $3;

-- setInstrument
update "instrument"
  set "document_id" = $1, "version" = $2
  where "province_id" = $3
  and "instrument_id" = $4;

update "instrument"
  set "symbol" = $1, "symbol_key" = $2, "issuer" = $3, "issuer_id" = $4, "issued_on" = $5, "term" = $6, "document_id" = $7, "note" = $8, "side" = $9, "kind" = $10, "title" = $11, "level" = $12, "version" = $13
  where "province_id" = $14
  and "instrument_id" = $15;

update "instrument"
  set "version" = $1
  where "province_id" = $2
  and "instrument_id" = $3;

update "instrument"
  set "withdrawn_at" = $1, "merged_into" = $2, "version" = $3
  where "province_id" = $4
  and "instrument_id" = $5;

-- termOn
select "label", "valid_from", "valid_to"
  from "term"
  where "province_id" = $1
  and "organisation_id" = $2
  and "kind" = $3;
