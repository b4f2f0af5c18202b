// Why: a document is read again with a trace when somebody asks, so that nothing of it is stored and the
// answer is the present reader's.
import { type Finding, ruleText } from '@giaoban/reader'
import type { Reads } from '../database/tables.ts'
import { type Actor, authorise } from '../http/access.ts'
import { getDocument, getDocumentText } from '../registers/documents/store.ts'
import { provinceLexicon } from '../registers/lexicon/store.ts'
import type { ReasonView } from './contract.ts'
import { readOne } from './import.ts'
import { listFindings } from './store.ts'

/** The reasons of a document's findings by their id; a person's own mark has none. */
export async function reasonsOf(
  db: Reads,
  actor: Actor,
  documentId: string,
): Promise<{ reader: string; reasons: Record<string, ReasonView> }> {
  authorise(actor, 'finding.read', actor.provinceId)
  const { findings } = await listFindings(db, actor, documentId)
  const document = await getDocument(db, actor, documentId)
  const { text } = await getDocumentText(db, actor, documentId)
  const lexicon = await provinceLexicon(db, actor)
  const reading = await readOne(text, document.fileName, document.date, lexicon, true)
  const traced = new Map(
    reading.findings.map((found) => [found.key, JSON.parse(found.payload) as Finding]),
  )
  const reasons: Record<string, ReasonView> = {}
  for (const one of findings) {
    const found = one.madeBy === 'person' ? undefined : traced.get(String(one.payload.id))
    if (found) reasons[one.id] = reasonOf(found, text)
  }
  return { reader: reading.reader, reasons }
}

function reasonOf({ rule, trace }: Finding, text: string): ReasonView {
  return {
    rule: ruleText(rule),
    anchors: (trace?.anchors ?? []).map(({ start, end, class: name }) => ({
      quote: text.slice(start, end),
      class: name.split(' ')[0] ?? '',
    })),
    steps: trace?.steps ?? [],
    inherited: (trace?.inherited ?? []).map(({ field, from, rule: how }) => ({
      field,
      quote: from?.quote ?? '',
      rule: how,
    })),
    refused: trace?.refused ?? [],
  }
}
