// What people of a province confirmed, edited and rejected, as an evaluation set. It holds the whole
// texts: it belongs to the office, like the documents. A destroyed document is in no set.
import type { Finding, Quantity } from '@giaoban/reader'
import type { Reads, Row } from '../database/tables.ts'
import { type Actor, authorise } from '../http/access.ts'
import { getDocumentText, listDocuments } from '../registers/documents/store.ts'
import { provinceLexicon } from '../registers/lexicon/store.ts'
import { type Edits, type EntryKind, entryKinds } from './contract.ts'
import { type FieldValues, fieldsOf, type JudgedDocument, type SetHead } from './evaluation.ts'

/** The first line of the province's set. */
export async function evaluationHead(db: Reads, actor: Actor): Promise<SetHead> {
  return {
    format: 'giaoban-evaluation',
    version: 1,
    lexicon: await provinceLexicon(db, actor),
  }
}

/** The documents of the province about which somebody has decided something, one at a time. */
export async function* judgedDocuments(db: Reads, actor: Actor): AsyncGenerator<JudgedDocument> {
  authorise(actor, 'finding.read', actor.provinceId)
  for (const document of await listDocuments(db, actor)) {
    if (document.status === 'destroyed') continue
    const { text, textVersion } = await getDocumentText(db, actor, document.id)
    const rows = await db
      .selectFrom('finding')
      .selectAll()
      .where('province_id', '=', actor.provinceId)
      .where('document_id', '=', document.id)
      .where('text_version', '=', textVersion)
      .orderBy('start_at')
      .orderBy('finding_id')
      .execute()
    const entries = rows.filter((row) => isEntry.has(row.kind))
    const decided = entries.filter((row) => row.state !== 'proposed')
    if (decided.length === 0) continue
    const byKey = new Map(rows.map((row) => [row.reader_key, row]))
    yield {
      name: document.fileName,
      date: document.date,
      text,
      complete: decided.length === entries.length,
      judgements: decided.map((row) => ({
        kind: row.kind as EntryKind,
        start: row.start_at,
        end: row.end_at,
        state: row.state as 'confirmed' | 'rejected',
        fields: row.state === 'confirmed' ? judgedFields(row, byKey) : {},
      })),
    }
  }
}

const isEntry = new Set<string>(entryKinds)

/** The reader's fields with the person's over them. What a person marked by hand counts by its edges. */
function judgedFields(
  row: Row<'finding'>,
  byKey: ReadonlyMap<string, Row<'finding'>>,
): FieldValues {
  const edits = (row.edited ?? {}) as Edits
  const found =
    row.made_by === 'person'
      ? {}
      : fieldsOf(row.payload as unknown as Finding, (id) => {
          const quantity = byKey.get(id)?.payload as Quantity | undefined
          return quantity ? { value: quantity.value, unit: quantity.unit } : null
        })
  const edited: Record<string, string | number | null | undefined> = {
    indicator: edits.newIndicator ? undefined : edits.indicatorCode,
    value: edits.value,
    unit: edits.unit,
    from: edits.periodFrom,
    to: edits.periodTo,
    modality: edits.modality,
    lead: edits.leadText,
    deadline: edits.deadlineIso,
    topic: edits.topic,
    outcome: edits.outcome,
    by: edits.decidedBy,
    body: edits.body,
    date: edits.heldOn,
    place: row.kind === 'meeting' ? edits.meetingPlace : undefined,
    symbol: edits.symbol,
    issuer: edits.issuer,
    count: edits.count,
  }
  const given = Object.entries(edited).filter(
    (entry): entry is [string, string | number | null] => entry[1] !== undefined,
  )
  // An indicator that was made for this figure has a code the reader can only learn from the lexicon.
  if (edits.newIndicator) delete found.indicator
  return { ...found, ...Object.fromEntries(given) }
}
