// The register of instruments: entered from citations or by hand, once each, however its number is typed.
import { uuidv7 } from 'uuidv7'
import { holdsDay } from '../../database/days.ts'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { visibleDocument, visibleInstrument } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { dropSearchEntry, putSearchEntry } from '../../search/store.ts'
import { holdDocument, keptHidden } from '../documents/store.ts'
import type { InstrumentChange, InstrumentView, NewInstrument } from './contract.ts'
import { mustBeNew } from './identity-store.ts'
import { type InstrumentLevel, kindNames } from './kinds.ts'
import { linkCitations } from './store.ts'
import { plainTerm, readSymbol } from './symbol.ts'
import { getInstrument } from './view-store.ts'

type InstrumentRow = Row<'instrument'>

/**
 * Registers an instrument and says of the citations that they name it. `instrumentExists` where it is there by number
 * and day or term, `instrumentMaybe` where only a person can tell: both with the ones it may be. Those in
 * `otherThan` were looked at and are others.
 */
export async function addInstrument(
  tx: Tx,
  actor: Actor,
  given: NewInstrument,
): Promise<InstrumentView> {
  authorise(actor, 'register.edit', actor.provinceId)
  const id = uuidv7()
  const columns = await columnsOf(tx, actor, given)
  const row = {
    ...columns,
    side: given.side,
    kind: given.kind,
    title: given.title,
    level: given.level ?? (await levelOf(tx, actor, given)),
  }
  await mustBeNew(tx, actor, row, given.otherThan)
  if (row.document_id) await holdDocument(tx, actor, row.document_id)
  await tx
    .insertInto('instrument')
    .values({
      ...row,
      province_id: actor.provinceId,
      instrument_id: id,
      made_by: accountOf(actor),
    })
    .execute()
  await linkCitations(tx, actor, given.citationIds, id)
  await findable(tx, actor.provinceId, id, row)
  await writeRecord(tx, actor, {
    action: 'instrument.add',
    subjectKind: 'instrument',
    subjectId: id,
    after: told(row),
  })
  return getInstrument(tx, actor, id)
}

/** Corrects an instrument; asks as `addInstrument` does where it then may be another one. */
export async function changeInstrument(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: InstrumentChange,
): Promise<InstrumentView> {
  const before = await lockInstrument(tx, actor, id, version)
  const former = {
    symbol: before.symbol,
    issuer: before.issuer,
    issuerId: before.issuer_id,
    issuedOn: before.issued_on,
    term: before.term,
    documentId: before.document_id,
    note: before.note,
  }
  const kept = await keptHidden(tx, actor, before.document_id, given.documentId)
  const columns = await columnsOf(tx, actor, { ...former, ...stated(given), documentId: kept })
  const row = {
    ...columns,
    side: given.side ?? before.side,
    kind: given.kind ?? before.kind,
    title: given.title ?? before.title,
    level: given.level ?? before.level,
  }
  if (row.document_id && row.document_id !== before.document_id) {
    await holdDocument(tx, actor, row.document_id)
  }
  await mustBeNew(tx, actor, row, given.otherThan, before)
  await setInstrument(tx, before, row)
  await findable(tx, actor.provinceId, id, row)
  await writeRecord(tx, actor, {
    action: 'instrument.change',
    subjectKind: 'instrument',
    subjectId: id,
    before: told(before),
    after: told(row),
  })
  return getInstrument(tx, actor, id)
}

/** What is given without what is left out. */
const stated = <T extends object>(given: T): Partial<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>

/**
 * Takes an instrument out. With `into` it is the same as another, entered twice since its number was typed two ways:
 * that one takes over its citations, the bodies that must implement it, its links and, where it has none, its file.
 * `entryInUse` where it has any of these and nothing takes over.
 */
export async function withdrawInstrument(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  { reason, into = null }: { reason: string; into?: string | null | undefined },
): Promise<void> {
  const before = await lockInstrument(tx, actor, id, version)
  if (into === id) throw new Problem('invalidInput', { where: 'into' })
  if (into === null) await mustBeUnused(tx, before)
  else await handOver(tx, actor, before, into)
  await setInstrument(tx, before, { withdrawn_at: new Date().toISOString(), merged_into: into })
  await dropSearchEntry(tx, actor.provinceId, 'instrument', id)
  await writeRecord(tx, actor, {
    action: into === null ? 'instrument.withdraw' : 'instrument.merge',
    subjectKind: 'instrument',
    subjectId: id,
    before: told(before),
    ...(into ? { after: { into } } : {}),
    reason,
  })
}

async function mustBeUnused(tx: Tx, row: InstrumentRow): Promise<void> {
  for (const table of ['citation', 'instrument_duty', 'instrument_link'] as const) {
    let select = tx
      .selectFrom(table)
      .select('instrument_id')
      .where('province_id', '=', row.province_id)
      .where('instrument_id', '=', row.instrument_id)
    if (table !== 'instrument_link') select = select.where('withdrawn_at', 'is', null)
    if (await select.limit(1).executeTakeFirst()) throw new Problem('entryInUse')
  }
}

async function handOver(tx: Tx, actor: Actor, from: InstrumentRow, into: string): Promise<void> {
  const heir = await lockInstrument(tx, actor, into, null)
  const { province_id: provinceId, instrument_id: id } = from
  await tx
    .updateTable('citation')
    .set((build) => ({ instrument_id: into, version: build('version', '+', 1) }))
    .where('province_id', '=', provinceId)
    .where('instrument_id', '=', id)
    .execute()
  const there = await tx
    .selectFrom('instrument_duty')
    .select('organisation_id')
    .where('province_id', '=', provinceId)
    .where('instrument_id', '=', into)
    .where('withdrawn_at', 'is', null)
    .execute()
  // A body that must implement both keeps what stands with the one that stays.
  const bodies = there.map((row) => row.organisation_id)
  const ofOne = tx
    .updateTable('instrument_duty')
    .where('province_id', '=', provinceId)
    .where('instrument_id', '=', id)
    .where('withdrawn_at', 'is', null)
  await ofOne
    .set((build) => ({
      withdrawn_at: new Date().toISOString(),
      version: build('version', '+', 1),
    }))
    .where('organisation_id', 'in', bodies.length > 0 ? bodies : [id])
    .execute()
  await ofOne.set((build) => ({ instrument_id: into, version: build('version', '+', 1) })).execute()
  const links = await tx
    .selectFrom('instrument_link')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('instrument_id', 'in', [id, into])
    .execute()
  const of = (row: Row<'instrument_link'>) =>
    row.assignment_id ?? row.indicator_id ?? row.shortcoming_id
  const kept = new Set(links.filter((row) => row.instrument_id === into).map(of))
  for (const row of links.filter((one) => one.instrument_id === id)) {
    const at = { province_id: provinceId, link_id: row.link_id }
    if (kept.has(of(row))) {
      await tx
        .deleteFrom('instrument_link')
        .where('province_id', '=', at.province_id)
        .where('link_id', '=', at.link_id)
        .execute()
    } else {
      await tx
        .updateTable('instrument_link')
        .set({ instrument_id: into })
        .where('province_id', '=', at.province_id)
        .where('link_id', '=', at.link_id)
        .execute()
    }
  }
  await setInstrument(tx, heir, { document_id: heir.document_id ?? from.document_id })
}

/** An instrument for whoever keeps the register, locked; at this version where one is given. */
export async function lockInstrument(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number | null,
): Promise<InstrumentRow> {
  authorise(actor, 'register.edit', actor.provinceId)
  const row = await tx
    .selectFrom('instrument')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('instrument_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where(visibleInstrument(actor))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  if (version !== null && row.version !== version) {
    throw new Problem('versionOld', { current: await getInstrument(tx, actor, id) })
  }
  return row
}

/** Sets columns of a locked instrument; its version counts. */
export async function setInstrument(
  tx: Tx,
  row: InstrumentRow,
  values: Partial<Omit<InstrumentRow, 'province_id' | 'instrument_id' | 'version'>>,
): Promise<void> {
  await tx
    .updateTable('instrument')
    .set({ ...values, version: row.version + 1 })
    .where('province_id', '=', row.province_id)
    .where('instrument_id', '=', row.instrument_id)
    .execute()
}

type Columns = Pick<
  InstrumentRow,
  'symbol' | 'symbol_key' | 'issuer' | 'issuer_id' | 'issued_on' | 'term' | 'document_id' | 'note'
>

/**
 * The columns of what is given. A number has to be one (`symbolUnread`). Where a body of the province issued it and
 * nobody says in which term, it is the party term of that body that holds its day.
 */
async function columnsOf(
  db: Reads,
  actor: Actor,
  given: Pick<
    NewInstrument,
    'symbol' | 'issuer' | 'issuerId' | 'issuedOn' | 'term' | 'documentId' | 'note'
  >,
): Promise<Columns> {
  const read = given.symbol ? readSymbol(given.symbol) : null
  if (given.symbol && (!read || read.bare))
    throw new Problem('symbolUnread', { given: given.symbol })
  const term = given.term
    ? plainTerm(given.term)
    : read?.runs === 'term' && given.issuerId && given.issuedOn
      ? await termOn(db, actor.provinceId, given.issuerId, given.issuedOn)
      : null
  return {
    symbol: read?.written ?? null,
    symbol_key: read?.key ?? null,
    issuer: given.issuer ?? null,
    issuer_id: given.issuerId ?? null,
    issued_on: given.issuedOn ?? null,
    term,
    document_id: given.documentId ?? null,
    note: given.note ?? null,
  }
}

async function termOn(
  db: Reads,
  provinceId: number,
  organisationId: string,
  day: string,
): Promise<string | null> {
  const terms = await db
    .selectFrom('term')
    .select(['label', 'valid_from', 'valid_to'])
    .where('province_id', '=', provinceId)
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'party')
    .execute()
  const found = terms.find((term) => holdsDay(term, day))
  return found ? plainTerm(found.label).slice(0, 20) : null
}

/**
 * Nobody learns of an instrument from the register what the documents that cite it, or its own file, keep from them. A
 * paper of a dossier opens nothing: its item and its conference may be closed where the paper is not.
 */
async function levelOf(
  db: Reads,
  actor: Actor,
  { citationIds, documentId }: Pick<NewInstrument, 'citationIds' | 'documentId'>,
): Promise<InstrumentLevel> {
  const cited = citationIds.length === 0 ? [] : await citingDocuments(db, actor, citationIds)
  const sources = [...cited, ...(documentId ? [documentId] : [])]
  if (sources.length === 0) return 'internal'
  const rows = await db
    .selectFrom('document')
    .select(['document_id', 'level', 'matter_id'])
    .where('province_id', '=', actor.provinceId)
    .where('document_id', 'in', sources)
    .where(visibleDocument(actor))
    .execute()
  const open = (id: string): boolean =>
    rows.some(
      (row) =>
        row.document_id === id &&
        row.matter_id === null &&
        (row.level === 'internal' || row.level === 'public'),
    )
  if (documentId && !open(documentId)) return 'office'
  return citationIds.length === 0 || cited.some(open) ? 'internal' : 'office'
}

async function citingDocuments(
  db: Reads,
  actor: Actor,
  citationIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('citation')
    .select('document_id')
    .where('province_id', '=', actor.provinceId)
    .where('citation_id', 'in', citationIds)
    .execute()
  return rows.map((row) => row.document_id)
}

/** Puts instruments that are out of quarantine back into the search; those taken out stay out. */
export async function instrumentsFindable(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<void> {
  authorise(actor, 'document.quarantine', actor.provinceId)
  if (ids.length === 0) return
  const rows = await tx
    .selectFrom('instrument')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('instrument_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .execute()
  for (const row of rows) await findable(tx, actor.provinceId, row.instrument_id, row)
}

type Worded = Columns & Pick<InstrumentRow, 'kind' | 'title' | 'side' | 'level'>

const findable = (tx: Tx, provinceId: number, id: string, row: Worded): Promise<void> =>
  putSearchEntry(tx, provinceId, {
    kind: 'instrument',
    id,
    documentId: null,
    start: null,
    end: null,
    title: [kindNames[row.kind], row.symbol, row.title].filter(Boolean).join(' '),
    // The number as people type it, apart from its dashes.
    body: [row.issuer, row.symbol_key, row.note].filter(Boolean).join('; '),
  })

const told = (row: Worded) => ({
  side: row.side,
  instrumentKind: row.kind,
  symbol: row.symbol,
  issuer: row.issuer,
  organisationId: row.issuer_id,
  issuedOn: row.issued_on,
  term: row.term,
  title: row.title,
  documentId: row.document_id,
  level: row.level,
  note: row.note,
})
