-- Functions of app/src/registers/indicators/catalogue.ts.

-- fillCatalogue
insert into "indicator" ("province_id", "indicator_id", "code", "name_vi", "name_en", "unit", "direction", "kind", "frequency", "price_basis", "synonyms", "national")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  on conflict ("province_id", "code") do nothing;
