// Destroying a document (a spilled secret): its words leave every table, the record stays and verifies.
// The ledger of destructions is written in the same transaction, so that a restored older backup can
// be brought to the same state.
import { sql } from 'kysely'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, systemActor } from '../../http/access.ts'
import { writeRecord } from '../../record/record.ts'
import { foldText } from '../../search/search.ts'
import { dropSearchEntry } from '../../search/store.ts'
import { showIndicator } from '../indicators/store.ts'
import type { DocumentSummary } from './contract.ts'
import { getDocument, lockDocument } from './store.ts'

export type Destruction = Row<'document_destruction'>

/**
 * Destroys bytes, text, findings' words and entries' words. The record held only hashes, whose salts
 * are destroyed with the content, so not even a short text can be guessed from them.
 */
export async function destroyDocument(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  reason: string,
): Promise<DocumentSummary> {
  const before = await lockDocument(tx, actor, 'document.destroy', id, version)
  await destroyContent(tx, actor, before, reason)
  return getDocument(tx, actor, id)
}

/** Erases a locked document, on the ledger and on record. */
export async function destroyContent(
  tx: Tx,
  actor: Actor,
  before: Row<'document'>,
  reason: string,
): Promise<void> {
  const id = before.document_id
  await tx
    .insertInto('document_destruction')
    .values({
      province_id: actor.provinceId,
      document_id: id,
      sha256: before.sha256,
      reason,
      destroyed_by: accountOf(actor),
    })
    .execute()
  await eraseContent(tx, actor.provinceId, id)
  await writeRecord(tx, actor, {
    action: 'document.destroy',
    subjectKind: 'document',
    subjectId: id,
    reason,
  })
}

/** Every destruction of the installation, oldest first: what a restore has to apply again. */
export function listDestructions(db: Reads): Promise<Destruction[]> {
  return db.selectFrom('document_destruction').selectAll().orderBy('destroyed_at').execute()
}

/**
 * Applies destructions that a restored backup does not know yet, each with its record. Those it knows
 * are erased again, which changes nothing where they are gone. Returns how many were new.
 */
export async function applyDestructions(tx: Tx, ledger: readonly Destruction[]): Promise<number> {
  let added = 0
  for (const entry of ledger) {
    const { province_id: provinceId, document_id: id } = entry
    const province = await tx
      .selectFrom('record_head')
      .select('seq')
      .where('province_id', '=', provinceId)
      .executeTakeFirst()
    if (!province) continue
    const isNew = await tx
      .insertInto('document_destruction')
      .values(entry)
      .onConflict((conflict) => conflict.columns(['province_id', 'document_id']).doNothing())
      .returning('document_id')
      .executeTakeFirst()
    await eraseContent(tx, provinceId, id)
    if (!isNew) continue
    added++
    await writeRecord(tx, systemActor(provinceId), {
      action: 'document.destroy',
      subjectKind: 'document',
      subjectId: id,
      reason: entry.reason,
    })
  }
  return added
}

/** Table of each kind of entry and its key. */
export const entryTables = {
  observation: 'observation_id',
  shortcoming: 'shortcoming_id',
  assignment: 'assignment_id',
  agenda_item: 'agenda_item_id',
  opinion: 'opinion_id',
  decision: 'decision_id',
  citation: 'citation_id',
} as const

/** What hangs on an entry and goes before it. */
const partsOf = {
  assignment: [
    'assignment_evidence',
    'assignment_extension',
    'assignment_step',
    'item_review_task',
    'chain_link',
  ],
  shortcoming: ['item_review_shortcoming', 'chain_link'],
} as const

/** The erasing itself. Does nothing where the province has no such document, or it is erased already. */
export async function eraseContent(tx: Tx, provinceId: number, id: string): Promise<void> {
  const here = sql`province_id = ${provinceId} and document_id = ${id}`
  const { rows: open } = await sql`
    select 1 from document where ${here} and status <> 'destroyed' for update`.execute(tx)
  if (open.length === 0) return
  const own = await ownIndicators(tx, provinceId, id)
  const kept = await withStatements(tx, provinceId, own)
  const indicators = own.filter((one) => !kept.has(one))
  const instruments = await ownInstruments(tx, provinceId, id, 'standing')
  await eraseSalts(tx, provinceId, id, [...indicators, ...instruments])
  await sql`delete from search_entry where ${here}`.execute(tx)
  await eraseLinks(tx, provinceId, id, indicators)
  for (const [entries, parts] of Object.entries(partsOf)) {
    const key = sql.ref(entryTables[entries as keyof typeof partsOf])
    for (const part of parts) {
      await sql`delete from ${sql.table(part)} where province_id = ${provinceId}
        and ${key} in (select ${key} from ${sql.table(entries)} where ${here})`.execute(tx)
    }
  }
  // The target stays, the figure stays, the way to the sentence does not.
  await sql`update target_version set observation_id = null where province_id = ${provinceId}
    and observation_id in (select observation_id from observation where ${here})`.execute(tx)
  await sql`delete from figure_source where province_id = ${provinceId}
    and observation_id in (select observation_id from observation where ${here})`.execute(tx)
  for (const table of Object.keys(entryTables)) {
    await sql`delete from ${sql.table(table)} where ${here}`.execute(tx)
  }
  for (const indicator of indicators) {
    await dropSearchEntry(tx, provinceId, 'indicator', indicator)
    await sql`delete from chain_link
      where province_id = ${provinceId} and indicator_id = ${indicator}`.execute(tx)
    await sql`delete from indicator
      where province_id = ${provinceId} and indicator_id = ${indicator}`.execute(tx)
  }
  // Put away with the document, it would stay so for ever.
  for (const indicator of kept) await showIndicator(tx, provinceId, indicator)
  for (const instrument of instruments) {
    await dropSearchEntry(tx, provinceId, 'instrument', instrument)
    await sql`update instrument set title = '—', issuer = null, quarantined = false,
      version = version + 1 where province_id = ${provinceId} and instrument_id = ${instrument}`.execute(
      tx,
    )
  }
  // Kept answers repeat what was confirmed; they only serve a retry.
  await sql`delete from idempotency where province_id = ${provinceId}`.execute(tx)
  await eraseConferences(tx, provinceId, id)
  await erasePaper(tx, provinceId, id)
  for (const table of ['finding', 'reading', 'document_text', 'document_original']) {
    await sql`delete from ${sql.table(table)} where ${here}`.execute(tx)
  }
  await sql`update document set status = 'destroyed', title = '—', file_name = '—',
    document_date = null, conference_id = null, version = version + 1 where ${here}`.execute(tx)
}

/** The words of a document, folded, its spaces of one kind. */
async function wordsOf(tx: Tx, provinceId: number, id: string): Promise<string> {
  const texts = await tx
    .selectFrom('document_text')
    .select('text')
    .where('province_id', '=', provinceId)
    .where('document_id', '=', id)
    .execute()
  return texts.map(({ text }) => foldText(text).replace(/\s+/g, ' ')).join('\n')
}

/**
 * Indicators of the province's own that only this document fills, and whose name is its words or was
 * typed while confirming it.
 */
export async function ownIndicators(tx: Tx, provinceId: number, id: string): Promise<string[]> {
  const { rows } = await sql<{ indicator_id: string; name_vi: string; typed: boolean }>`
    select indicator_id, name_vi, exists (
      select 1 from finding where province_id = ${provinceId} and document_id = ${id}
        and lower(edited -> 'newIndicator' ->> 'name') = lower(name_vi)) as typed
    from indicator
    where province_id = ${provinceId} and not national
      and indicator_id in (select indicator_id from observation
        where province_id = ${provinceId} and document_id = ${id})
      and indicator_id not in (select indicator_id from observation
        where province_id = ${provinceId} and document_id <> ${id})`.execute(tx)
  if (rows.length === 0) return []
  const said = await wordsOf(tx, provinceId, id)
  return rows
    .filter(({ name_vi, typed }) => typed || said.includes(foldText(name_vi)))
    .map((row) => row.indicator_id)
}

/**
 * Those of the indicators that have targets, reported figures or a definition, or that weigh or are weighed, locked.
 * Those that a reporting regime asks for as well. These are the office's own statement: they stay when the document
 * goes, and their indicator with them.
 */
async function withStatements(
  tx: Tx,
  provinceId: number,
  indicators: readonly string[],
): Promise<Set<string>> {
  const these = sql`province_id = ${provinceId}
    and indicator_id = any(${[...indicators]}::uuid[])`
  // First the lock: a target that is being set, a figure that is being recorded is waited for.
  await sql`select 1 from indicator where ${these} order by indicator_id for update`.execute(tx)
  const { rows } = await sql<{ indicator_id: string }>`
    select indicator_id from target where ${these}
    union select indicator_id from figure where ${these}
    union select indicator_id from indicator_definition where ${these}
    union select indicator_id from indicator_break where ${these}
    union select indicator_id from reference_figure where ${these}
    union select weight_indicator_id from indicator_definition where province_id = ${provinceId}
      and weight_indicator_id = any(${[...indicators]}::uuid[])
    union select indicator_id from explanation_request where ${these}
    union select indicator_id from report_line where ${these}`.execute(tx)
  return new Set(rows.map((row) => row.indicator_id))
}

/**
 * Instruments that come of this document alone: it cites them or is their file, no other document does, and the title
 * is its words, or was typed once the document was there (it is what they were registered from). Of those that were
 * merged into one that it cites, all with such a title. `others`: which other documents count as a source; what is
 * in quarantine shows nothing, yet its words may come back.
 */
export async function ownInstruments(
  tx: Tx,
  provinceId: number,
  id: string,
  others: 'read' | 'standing',
): Promise<string[]> {
  const counts = others === 'read' ? sql`= 'read'` : sql`<> 'destroyed'`
  const { rows } = await sql<{ instrument_id: string; title: string; typed: boolean }>`
    with recursive ${nearTo(provinceId, id)}, sourced as (
      select instrument_id, document_id from citation
      where province_id = ${provinceId} and instrument_id is not null and withdrawn_at is null
      union all select instrument_id, document_id from instrument
      where province_id = ${provinceId} and document_id is not null
    )
    select instrument_id, title, (exists (select 1 from citation
        where province_id = ${provinceId} and citation.document_id = ${id}
          and citation.instrument_id in (select instrument_id from near)
          and (citation.instrument_id = i.instrument_id or i.merged_into is not null)
          and citation.confirmed_at <= i.made_at)
      or exists (select 1 from document where province_id = ${provinceId}
        and document.document_id = ${id} and i.document_id = ${id}
        and document.added_at <= i.made_at)) as typed
    from instrument i where province_id = ${provinceId}
      and instrument_id in (select instrument_id from near)
      and (instrument_id in (select instrument_id from near where given_up)
        or instrument_id not in (select sourced.instrument_id from sourced join document
          on document.province_id = ${provinceId} and document.document_id = sourced.document_id
            and document.document_id <> ${id} and document.status ${counts}))`.execute(tx)
  if (rows.length === 0) return []
  const said = await wordsOf(tx, provinceId, id)
  return rows
    .filter(({ title, typed }) => typed || said.includes(foldText(title)))
    .map((row) => row.instrument_id)
}

/** `near`, for a `with recursive`: instruments that a document cites or is the file of, and what was merged into these. */
export const nearTo = (provinceId: number, id: string) => sql`near (instrument_id, given_up) as (
  select instrument_id, false from citation
  where province_id = ${provinceId} and document_id = ${id} and instrument_id is not null
  union select instrument_id, false from instrument
  where province_id = ${provinceId} and document_id = ${id}
  union
  select merged.instrument_id, true from near join instrument merged
    on merged.province_id = ${provinceId} and merged.merged_into = near.instrument_id
)`

/** What other registers hang on the entries that go: links of instruments and projects, tasks that follow a finding up. */
async function eraseLinks(
  tx: Tx,
  provinceId: number,
  id: string,
  indicators: readonly string[],
): Promise<void> {
  const of = sql`where province_id = ${provinceId} and document_id = ${id}`
  await sql`delete from instrument_link where province_id = ${provinceId}
    and (assignment_id in (select assignment_id from assignment ${of})
      or shortcoming_id in (select shortcoming_id from shortcoming ${of})
      or indicator_id = any(${[...indicators]}::uuid[]))`.execute(tx)
  await sql`update inspection_finding set assignment_id = null, version = version + 1
    where province_id = ${provinceId}
      and assignment_id in (select assignment_id from assignment ${of})`.execute(tx)
  await sql`delete from project_task where province_id = ${provinceId}
    and assignment_id in (select assignment_id from assignment ${of})`.execute(tx)
  // The obstacle stays; what ordered its removal goes.
  await sql`update project_obstacle set assignment_id = null, version = version + 1
    where province_id = ${provinceId}
      and assignment_id in (select assignment_id from assignment ${of})`.execute(tx)
  await sql`update project_obstacle set document_id = null, version = version + 1 ${of}`.execute(tx)
  // The finding stays in the words of who entered it; its sentence went with the document.
  await sql`update inspection_finding set document_id = null, text_version = null, start_at = null,
    end_at = null, version = version + 1 ${of}`.execute(tx)
  // So does what a unit reported after one of its sentences.
  await sql`update report_value set finding_id = null where province_id = ${provinceId}
    and finding_id in (select finding_id from finding ${of})`.execute(tx)
}

/** Salts and kept contents of the document, its findings, all entries that ever came of them, and its indicators. */
async function eraseSalts(
  tx: Tx,
  provinceId: number,
  id: string,
  indicators: string[],
): Promise<void> {
  const subjects = new Set([id, ...indicators])
  const keys = {
    ...entryTables,
    finding: 'finding_id',
    conference: 'conference_id',
    dossier_paper_version: 'paper_id',
  }
  for (const [table, key] of Object.entries(keys)) {
    const { rows } = await sql<{ id: string }>`select ${sql.ref(key)} as id
      from ${sql.table(table)} where province_id = ${provinceId} and document_id = ${id}`.execute(
      tx,
    )
    for (const row of rows) subjects.add(row.id)
  }
  for (const table of ['record_salt', 'record_content'] as const) {
    await tx
      .deleteFrom(table)
      .where('province_id', '=', provinceId)
      .where(sql<boolean>`subject_id = any(${[...subjects]})`)
      .execute()
  }
}

/**
 * In a dossier the version stays, without words: neither its note nor the notes of those who read it. The
 * paper's title becomes that of its newest version that is left, since it may be the destroyed one's words.
 */
async function erasePaper(tx: Tx, provinceId: number, id: string): Promise<void> {
  await sql`delete from paper_note
    where province_id = ${provinceId} and document_id = ${id}`.execute(tx)
  await sql`update dossier_paper set version = version + 1, title = coalesce((
      select document.title from dossier_paper_version one
      join document on document.province_id = one.province_id
        and document.document_id = one.document_id
      where one.province_id = dossier_paper.province_id and one.paper_id = dossier_paper.paper_id
        and document.status <> 'destroyed' and document.document_id <> ${id}
      order by one.number desc limit 1), '—')
    where province_id = ${provinceId} and paper_id in (select paper_id from dossier_paper_version
      where province_id = ${provinceId} and document_id = ${id})`.execute(tx)
  await sql`update dossier_paper_version set note = null
    where province_id = ${provinceId} and document_id = ${id}`.execute(tx)
}

/** Conferences known from this document; other documents' findings of them are open again. */
async function eraseConferences(tx: Tx, provinceId: number, id: string): Promise<void> {
  const of = sql`(select conference_id from conference
    where province_id = ${provinceId} and document_id = ${id})`
  await sql`update finding set state = 'proposed', entry_kind = null, entry_id = null,
    decided_by = null, decided_at = null, version = version + 1
    where province_id = ${provinceId} and entry_kind = 'conference' and document_id <> ${id}
      and entry_id in ${of}`.execute(tx)
  await sql`update document set conference_id = null, version = version + 1
    where province_id = ${provinceId} and conference_id in ${of} and document_id <> ${id}`.execute(
    tx,
  )
  await sql`update document set conference_id = null
    where province_id = ${provinceId} and document_id = ${id}`.execute(tx)
  await sql`delete from item_review_conference
    where province_id = ${provinceId} and conference_id in ${of}`.execute(tx)
  // Deadlines that followed it ask for a day again.
  await sql`update deadline_event set conference_id = null, version = version + 1
    where province_id = ${provinceId} and conference_id in ${of}`.execute(tx)
  await sql`delete from conference
    where province_id = ${provinceId} and document_id = ${id}`.execute(tx)
}
