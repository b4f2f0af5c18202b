-- Functions of app/src/registers/instruments/identity-store.ts.

-- mustBeHere
select "instrument_id"
  from "instrument"
  where "province_id" = $1
  and "instrument_id" in ($2);

-- mustBeNew
select "instrument_id", "kind", "symbol", "symbol_key", "issued_on", "term", "title", "quarantined"
  from "instrument"
  where "province_id" = $1
  and "symbol_key" = $2
  and "withdrawn_at" is null
  and (not instrument.quarantined or "quarantined" = $3);
