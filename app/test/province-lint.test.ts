// The lint itself on texts that it must find and must let pass, and on all committed SQL.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exceptionOf, exceptions, provinceTrouble } from './province-lint.ts'

const bad = [
  'select title from document where document_id = $1',
  'select "d"."title" from "document" as "d" where "d"."document_id" = $1',
  "select title from document where status = 'province_id = 1'",
  'select title from document -- where province_id = $1',
  'select province_id from document order by province_id',
  'select d.title from document d join finding f on f.document_id = d.document_id where d.province_id = $1',
  'select d.title from document d where d.province_id = $1 and exists (select 1 from finding f where f.document_id = d.document_id)',
  'with d as (select title from document) select title from d',
  'select title from document where province_id = $1 union all select title from conference',
  'insert into document (document_id, title) values ($1, $2)',
  'insert into document select * from document where province_id = $1',
  'update document set title = $1 where document_id = $2',
  'delete from finding where document_id = $1',
  'delete from finding using document where finding.province_id = $1 and finding.document_id = document.document_id',
  'update document set province_id = $1 where province_id = $2',
  'insert into document (province_id, title) values ($1, (select title from province))',
  'update finding set finding_id = gen_random_uuid() where province_id = $1',
  'merge into document using province p on document.province_id = p.province_id when matched then delete',
  'create temporary table x (y integer)',
]

const good = [
  'select 1',
  'select "title" from "document" where "province_id" = $1 for update',
  'select name from province where slug = $1',
  'select d.title from document d join finding f on f.province_id = d.province_id and f.document_id = d.document_id where d.province_id = $1',
  'select title from document join finding using (province_id, document_id) where document.province_id = $1',
  'select title from document where province_id = $1 and document_id in (select document_id from finding where province_id = $1)',
  'with d as (select title from document where province_id = $1) select title from d',
  'insert into "document" ("province_id", "title") values ($1, $2) on conflict do nothing',
  'insert into record_head (province_id, seq) select province_id, 0 from province',
  'update document set title = $1 where province_id = $2 and document_id = $3',
  'delete from session where expires_at < now() and province_id = $1',
]

test.each(bad)('found: %s', (text) => {
  expect(provinceTrouble(text)).not.toBeNull()
})

test.each(good)('passes: %s', (text) => {
  expect(provinceTrouble(text)).toBeNull()
})

const folder = join(import.meta.dirname, 'sql')
const committed = readdirSync(folder).flatMap((name) =>
  readFileSync(join(folder, name), 'utf8')
    .split(/;\n/)
    .map((text) => text.replace(/^--.*$/gm, '').trim())
    .filter(Boolean),
)

test('all committed SQL carries its province or is excepted', () => {
  expect(committed.length).toBeGreaterThan(150)
  expect(committed.filter((text) => provinceTrouble(text) && !exceptionOf(text))).toEqual([])
})

/** What `backup/` sends past the query builder. */
const ofBackup = [
  'copy (select "seq" from "audit_record") to stdout',
  'select q.province_id, quarantine_id, q.document_id from document_quarantine q join document d on d.province_id = q.province_id',
  'select province_id, document_id, sha256, reason, destroyed_by, destroyed_at from document_destruction',
]

test('every exception is needed', () => {
  const used = new Set(
    [...committed, ...ofBackup]
      .filter((text) => provinceTrouble(text))
      .map((text) => exceptionOf(text)),
  )
  expect(exceptions.filter((one) => !used.has(one))).toEqual([])
})
