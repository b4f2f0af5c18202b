// Citations as confirmed, and which instrument of the register each of them names.
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { visible, visibleInstrument } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { dropSearchEntry, putSearchEntry } from '../../search/store.ts'
import { type FoundAt, sourceColumns, sourcesOf } from '../documents/source.ts'
import type { CitationView } from './contract.ts'
import { kindsOf, readSymbol, sameness } from './symbol.ts'

/** Citations by symbol: all of the province, those of some documents, those of an instrument. */
export async function listCitations(
  db: Reads,
  actor: Actor,
  only: { documentIds?: string[]; instrumentId?: string; id?: string } = {},
): Promise<CitationView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  if (only.documentIds?.length === 0) return []
  let select = db
    .selectFrom('citation')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where(visible(actor, 'document_id'))
    .where('withdrawn_at', 'is', null)
  if (only.documentIds) select = select.where('document_id', 'in', only.documentIds)
  if (only.instrumentId) select = select.where('instrument_id', '=', only.instrumentId)
  if (only.id) select = select.where('citation_id', '=', only.id)
  const rows = await select
    .orderBy('instrument_type')
    .orderBy('symbol')
    .orderBy('confirmed_at')
    .execute()
  const sources = await sourcesOf(db, actor, rows)
  const named = await instrumentsNamed(db, actor, rows)
  const around = await citationsAround(db, actor.provinceId, rows)
  return rows.map((row) => ({
    id: row.citation_id,
    type: row.instrument_type,
    number: row.number,
    symbol: row.symbol,
    issuer: row.issuer,
    issuedOn: row.issued_on,
    about: row.about,
    instrument: named.get(row.instrument_id ?? '') ?? null,
    within: around.get(row.citation_id) ?? null,
    source: sources.of(row),
    version: row.version,
  }))
}

/** The instruments that citations name, as far as the actor may know of them. */
async function instrumentsNamed(db: Reads, actor: Actor, rows: readonly Row<'citation'>[]) {
  const ids = [...new Set(rows.flatMap((row) => row.instrument_id ?? []))]
  if (ids.length === 0) return new Map<string, never>()
  const found = await db
    .selectFrom('instrument')
    .select(['instrument_id as id', 'kind', 'symbol', 'title'])
    .where('province_id', '=', actor.provinceId)
    .where('instrument_id', 'in', ids)
    .where(visibleInstrument(actor))
    .execute()
  return new Map(found.map((one) => [one.id, one]))
}

/** By citation: the confirmed one whose title it stands in, as the reader found it. */
async function citationsAround(
  db: Reads,
  provinceId: number,
  rows: readonly Row<'citation'>[],
): Promise<Map<string, { id: string; quote: string }>> {
  if (rows.length === 0) return new Map()
  const ids = rows.map((row) => row.finding_id)
  const { rows: found } = await sql<{ inner: string; id: string; quote: string }>`
    select f.finding_id as inner, p.citation_id as id, p.as_written as quote from finding f
    join finding around on around.province_id = ${provinceId} and around.document_id = f.document_id
      and around.text_version = f.text_version and around.reader_key = f.payload ->> 'within'
    join citation p on p.province_id = ${provinceId} and p.finding_id = around.finding_id
      and p.withdrawn_at is null
    where f.province_id = ${provinceId} and f.finding_id = any(${ids}::uuid[])`.execute(db)
  const byFinding = new Map(found.map(({ inner, ...outer }) => [inner, outer]))
  return new Map(
    rows.flatMap((row) => {
      const outer = byFinding.get(row.finding_id)
      return outer ? [[row.citation_id, outer]] : []
    }),
  )
}

/**
 * Says which instrument a citation names; null where it was the wrong one and none is known. Both have to be the
 * actor's to see.
 */
export async function citeInstrument(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  instrumentId: string | null,
): Promise<CitationView> {
  authorise(actor, 'register.edit', actor.provinceId)
  const row = await tx
    .selectFrom('citation')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('citation_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where(visible(actor, 'document_id'))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  if (row.version !== version) {
    throw new Problem('versionOld', { current: await oneCitation(tx, actor, id) })
  }
  await linkCitations(tx, actor, [id], instrumentId)
  return oneCitation(tx, actor, id)
}

async function oneCitation(db: Reads, actor: Actor, id: string): Promise<CitationView> {
  const [one] = await listCitations(db, actor, { id })
  if (!one) throw new Problem('notFound')
  return one
}

/** Sets the instrument of some citations that the actor may see; `notFound` where one of them is not there. */
export async function linkCitations(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  instrumentId: string | null,
): Promise<void> {
  if (ids.length === 0) return
  if (instrumentId !== null) {
    const known = await tx
      .selectFrom('instrument')
      .select('instrument_id')
      .where('province_id', '=', actor.provinceId)
      .where('instrument_id', '=', instrumentId)
      .where('withdrawn_at', 'is', null)
      .where(visibleInstrument(actor))
      .forShare()
      .executeTakeFirst()
    if (!known) throw new Problem('notFound')
  }
  const changed = await tx
    .updateTable('citation')
    .set((build) => ({ instrument_id: instrumentId, version: build('version', '+', 1) }))
    .where('province_id', '=', actor.provinceId)
    .where('citation_id', 'in', [...new Set(ids)])
    .where('withdrawn_at', 'is', null)
    .where(visible(actor, 'document_id'))
    .returning('citation_id')
    .execute()
  if (changed.length !== new Set(ids).size) throw new Problem('notFound')
  for (const { citation_id } of changed) {
    await writeRecord(tx, actor, {
      action: 'citation.link',
      subjectKind: 'citation',
      subjectId: citation_id,
      after: { instrumentId },
    })
  }
}

/**
 * The one instrument of the register that a citation names beyond doubt: by number and day, or by a number that
 * carries its year. Null where none does, where two could, and where its kind is not told.
 */
async function instrumentOf(
  tx: Tx,
  provinceId: number,
  given: { quote: string; type: string; symbol: string | null; issuedOn: string | null },
): Promise<string | null> {
  const read = readSymbol(given.symbol ?? '')
  const kinds = kindsOf(given.quote, given.type, given.symbol)
  if (!read || read.bare || kinds.length !== 1) return null
  const rows = await tx
    .selectFrom('instrument')
    .select(['instrument_id', 'kind', 'symbol_key as key', 'issued_on as issuedOn', 'term'])
    .where('province_id', '=', provinceId)
    .where('symbol_key', '=', read.key)
    .where('quarantined', '=', false)
    .where('withdrawn_at', 'is', null)
    .execute()
  const own = { kind: kinds[0] ?? null, key: read.key, issuedOn: given.issuedOn, term: null }
  const outcomes = rows.map((row) => ({ id: row.instrument_id, is: sameness(own, row) }))
  const same = outcomes.filter(({ is }) => is === 'same')
  return same.length === 1 && outcomes.every(({ is }) => is !== 'maybe')
    ? (same[0]?.id ?? null)
    : null
}

/** Enters a citation. */
export async function enterCitation(
  tx: Tx,
  actor: Actor,
  at: FoundAt,
  given: {
    type: string
    number: string | null
    symbol: string | null
    issuer: string | null
    issuedOn: string | null
    about: string | null
  },
): Promise<string> {
  authorise(actor, 'finding.decide', actor.provinceId)
  const id = uuidv7()
  await tx
    .insertInto('citation')
    .values({
      ...sourceColumns(actor, at),
      citation_id: id,
      instrument_type: given.type,
      number: given.number,
      symbol: given.symbol,
      issuer: given.issuer,
      issued_on: given.issuedOn,
      about: given.about,
      instrument_id: await instrumentOf(tx, actor.provinceId, { ...given, quote: at.quote }),
    })
    .execute()
  await putSearchEntry(tx, actor.provinceId, {
    kind: 'citation',
    id,
    documentId: at.documentId,
    start: at.start,
    end: at.end,
    title: at.quote,
    body: [given.symbol, given.issuer, given.about].filter(Boolean).join('; '),
  })
  await writeRecord(tx, actor, {
    action: 'citation.enter',
    subjectKind: 'citation',
    subjectId: id,
    after: { ...given, at },
  })
  return id
}

/** Takes a citation back. */
export async function withdrawCitation(tx: Tx, actor: Actor, id: string): Promise<void> {
  authorise(actor, 'finding.decide', actor.provinceId)
  await tx
    .updateTable('citation')
    .set((build) => ({
      withdrawn_at: new Date().toISOString(),
      version: build('version', '+', 1),
    }))
    .where('province_id', '=', actor.provinceId)
    .where('citation_id', '=', id)
    .execute()
  await dropSearchEntry(tx, actor.provinceId, 'citation', id)
  await writeRecord(tx, actor, {
    action: 'citation.withdraw',
    subjectKind: 'citation',
    subjectId: id,
  })
}
