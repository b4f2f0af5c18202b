// Runs the reader over a document's text and stores what it found as proposals.
import { read, version as readerVersion } from '@giaoban/reader'
import { uuidv7 } from 'uuidv7'
import { piecesOf } from '../database/pieces.ts'
import type { Tx } from '../database/tables.ts'
import { type Actor, authorise } from '../http/access.ts'
import { Problem } from '../problem.ts'
import { writeRecord } from '../record/record.ts'
import { placeOf } from '../registers/documents/guards.ts'
import { authoriseAdding, getDocumentText, holdDocument } from '../registers/documents/store.ts'
import { type Edits, type EntryKind, entryKinds, type FindingView } from './contract.ts'
import type { Found, FoundInText } from './found.ts'
import { shown } from './store.ts'

/**
 * Stores the findings that are new. What the same reader key stands for already, what overlaps a
 * decision of the same kind by half, and what only moves the edges of an open proposal, is left as it
 * is: a person may be looking at it. Returns how many are new.
 */
export async function propose(
  tx: Tx,
  actor: Actor,
  documentId: string,
  textVersion: number,
  reading: FoundInText,
): Promise<number> {
  const { organisationId, matterId } = await placeOf(tx, actor, documentId)
  await authoriseAdding(tx, actor, organisationId, matterId)
  const provinceId = actor.provinceId
  const readingId = uuidv7()
  await tx
    .insertInto('reading')
    .values({
      province_id: provinceId,
      reading_id: readingId,
      document_id: documentId,
      text_version: textVersion,
      reader_version: reading.reader,
      context: JSON.stringify(reading.document),
    })
    .execute()
  const former = await tx
    .selectFrom('finding')
    .select(['reader_key', 'kind', 'start_at', 'end_at', 'state'])
    .where('province_id', '=', provinceId)
    .where('document_id', '=', documentId)
    .where('text_version', '=', textVersion)
    .execute()
  const known = new Set(former.map((row) => row.reader_key))
  const entries = former.filter((row) => isEntry.has(row.kind))
  const fresh = reading.findings.filter(
    (finding) =>
      !known.has(finding.key) &&
      !entries.some((row) => row.kind === finding.kind && isSame(finding, row)),
  )
  for (const some of piecesOf(fresh, 500)) {
    await tx
      .insertInto('finding')
      .values(
        some.map((finding) => ({
          province_id: provinceId,
          finding_id: uuidv7(),
          document_id: documentId,
          reading_id: readingId,
          text_version: textVersion,
          reader_key: finding.key,
          kind: finding.kind,
          start_at: finding.start,
          end_at: finding.end,
          quote: finding.quote,
          certainty: finding.certainty,
          rule: finding.rule,
          payload: finding.payload,
          state: 'proposed' as const,
          made_by: 'reader' as const,
        })),
      )
      .onConflict((conflict) => conflict.constraint('finding_once').doNothing())
      .execute()
  }
  await writeRecord(tx, actor, {
    action: 'document.read',
    subjectKind: 'document',
    subjectId: documentId,
    after: { reader: reading.reader, textVersion, proposals: fresh.length },
  })
  return fresh.length
}

const isEntry = new Set<string>(entryKinds)

/** A decision is met by half of the shorter one, an open proposal by half of both together. */
function isSame(finding: Found, row: { start_at: number; end_at: number; state: string }): boolean {
  const overlap = Math.min(finding.end, row.end_at) - Math.max(finding.start, row.start_at)
  const lengths = [finding.end - finding.start, row.end_at - row.start_at] as const
  const measure =
    row.state === 'proposed' ? lengths[0] + lengths[1] - overlap : Math.min(...lengths)
  return overlap * 2 >= measure
}

/** Longest stretch a person may mark as one finding, in UTF-16 code units. */
const longestFinding = 20_000

/** A finding that a person adds by selecting text: proposed first, decided like the others. */
export async function addFinding(
  tx: Tx,
  actor: Actor,
  documentId: string,
  given: { kind: EntryKind; start: number; end: number; edits?: Edits | undefined },
): Promise<FindingView> {
  authorise(actor, 'finding.decide', actor.provinceId)
  await holdDocument(tx, actor, documentId)
  const { text, textVersion } = await getDocumentText(tx, actor, documentId)
  const quote = text.slice(given.start, given.end)
  const fits = given.end <= text.length && given.end - given.start <= longestFinding
  if (!fits || quote.trim() === '' || !quote.isWellFormed()) throw new Problem('spanOutside')
  const readingId = uuidv7()
  await tx
    .insertInto('reading')
    .values({
      province_id: actor.provinceId,
      reading_id: readingId,
      document_id: documentId,
      text_version: textVersion,
      reader_version: `${readerVersion}+person`,
      context: JSON.stringify(await lastContext(tx, actor.provinceId, documentId)),
    })
    .execute()
  const findingId = uuidv7()
  const row = await tx
    .insertInto('finding')
    .values({
      province_id: actor.provinceId,
      finding_id: findingId,
      document_id: documentId,
      reading_id: readingId,
      text_version: textVersion,
      reader_key: `person:${findingId}`,
      kind: given.kind,
      start_at: given.start,
      end_at: given.end,
      quote,
      certainty: 'likely',
      rule: 'person',
      payload: JSON.stringify(personPayload(given.kind, text, given.start, given.end, findingId)),
      edited: given.edits ? JSON.stringify(given.edits) : null,
      state: 'proposed',
      made_by: 'person',
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await writeRecord(tx, actor, {
    action: 'finding.add',
    subjectKind: 'finding',
    subjectId: findingId,
    after: { kind: given.kind, start: given.start, end: given.end, quote },
  })
  const [view] = await shown(tx, actor.provinceId, [row])
  if (!view) throw new Problem('notFound')
  return view
}

/** What the reader makes of the selected words alone, else just the words. */
function personPayload(
  kind: EntryKind,
  text: string,
  start: number,
  end: number,
  id: string,
): Record<string, unknown> {
  const span = { start, end, quote: text.slice(start, end) }
  const own = read(text.slice(start, end)).findings
  const quantity = own.find((finding) => finding.kind === 'quantity')
  return {
    ...span,
    id: `person:${id}`,
    kind,
    subject: span,
    action: span,
    title: span,
    quantityValue: kind === 'statement' && quantity ? quantity : null,
  }
}

async function lastContext(tx: Tx, provinceId: number, documentId: string): Promise<unknown> {
  const row = await tx
    .selectFrom('reading')
    .select('context')
    .where('province_id', '=', provinceId)
    .where('document_id', '=', documentId)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.context ?? {}
}
