-- Functions of app/src/registers/accesslog/store.ts.

-- listAccesses
select "access_entry".*, "account"."name", "account"."address"
  from "access_entry"
  left join "account" on "account"."province_id" = "access_entry"."province_id"
  and "account"."account_id" = "access_entry"."account_id"
  where "access_entry"."province_id" = $1
  and (subject_kind <> all($2) or (subject_kind = 'document'
   
  and subject_id in (select document_id::text
  from document
     
  where province_id = $3
  and (document.status <> 'quarantined'
  and (document.level in ('internal', 'public')
    or document.organisation_id = any($4::uuid[])
    or (document.level = 'organisation'
  and ($5::boolean
      or document.organisation_id is null or document.organisation_id = any($6::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $7 or named.organisation_id = any($8::uuid[])))))))))
  and "subject_kind" = $9
  and "subject_id" = $10
  and "action" = $11
  and "access_id" < $12
  and at >= $13
  and at < $14::timestamptz + interval '1 day'
  and position($15 in lower(account.name || ' ' || account.address)) > 0
  order by "access_id" desc
  limit $16;

select "access_entry".*, "account"."name", "account"."address"
  from "access_entry"
  left join "account" on "account"."province_id" = "access_entry"."province_id"
  and "account"."account_id" = "access_entry"."account_id"
  where "access_entry"."province_id" = $1
  and (subject_kind <> all($2) or (subject_kind = 'document'
   
  and subject_id in (select document_id::text
  from document
     
  where province_id = $3
  and (document.status <> 'quarantined'
  and (document.level in ('internal', 'public')
    or document.organisation_id = any($4::uuid[])
    or (document.level = 'organisation'
  and ($5::boolean
      or document.organisation_id is null or document.organisation_id = any($6::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $7 or named.organisation_id = any($8::uuid[])))))))))
  order by "access_id" desc
  limit $9;

-- noteAccess
insert into "access_entry" ("province_id", "access_id", "account_id", "action", "subject_kind", "subject_id", "detail")
  values ($1, $2, $3, $4, $5, $6, $7);

-- subjectNames
select "document_id", "title"
  from "document"
  where "province_id" = $1
  and "document_id" in ($2)
  and (document.status <> 'quarantined'
  and (document.level in ('internal', 'public')
    or document.organisation_id = any($3::uuid[])
    or (document.level = 'organisation'
  and ($4::boolean
      or document.organisation_id is null or document.organisation_id = any($5::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $6 or named.organisation_id = any($7::uuid[]))))));
