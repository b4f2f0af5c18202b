-- Functions of app/src/registers/notices/draft-store.ts.

-- makeNotice
insert into "notice" ("province_id", "notice_id", "conference_id", "session_item_id", "kind", "regime", "issuer_id", "content", "number", "symbol", "series_id", "issued_on", "issued_by", "issued_at", "signed_document_id", "signed_sha256", "signed_at", "corrects", "record_mark", "made_by", "withdrawn_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21);
