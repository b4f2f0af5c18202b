// Gathers what the printed set of a conference holds: exactly the papers that the asker may read.
import type { Reads } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { noteAccess } from '../accesslog/store.ts'
import type { SessionItemView } from '../agenda/contract.ts'
import { listItems } from '../agenda/store.ts'
import type { ReviewView } from '../chain/review-contract.ts'
import { getReview } from '../chain/review-store.ts'
import type { PlanView } from '../conferences/plan-contract.ts'
import { getPlan } from '../conferences/plan-store.ts'
import { getDocumentText, getOriginal } from '../documents/store.ts'
import type { ReleasedPaper } from '../dossiers/contract.ts'
import { releasedPapers } from '../dossiers/released-store.ts'

/** PDFs taken over page by page, in bytes; those beyond are printed from their text. */
const mostOriginals = 150 * 1024 * 1024

export interface GatheredPaper {
  paper: ReleasedPaper
  text: string
  blocks: { kind: string; start: number; end: number }[]
  pdf: Uint8Array | null
}

export interface Gathered {
  plan: PlanView
  items: {
    item: SessionItemView
    papers: GatheredPaper[]
    /** What the part of the agenda that looks back shows to the asker; null for every other item. */
    review: ReviewView | null
  }[]
}

/** The agenda with the papers given out; each paper that is taken is in the access log. */
export async function gatherSet(db: Reads, actor: Actor, conferenceId: string): Promise<Gathered> {
  const plan = await getPlan(db, actor, conferenceId)
  const items = await listItems(db, actor, conferenceId)
  const papers = await releasedPapers(db, actor, conferenceId)
  let left = mostOriginals
  const gathered: GatheredPaper[] = []
  for (const paper of papers) {
    const { text, blocks } = await getDocumentText(db, actor, paper.documentId)
    const takes = paper.format === 'pdf' && paper.byteSize <= left
    const pdf = takes ? (await getOriginal(db, actor, paper.documentId)).bytes : null
    if (pdf) left -= pdf.length
    await noteAccess(db, actor, {
      action: 'download',
      kind: 'document',
      id: paper.documentId,
      detail: 'print',
    })
    gathered.push({ paper, text, blocks, pdf })
  }
  const on = items.filter((item) => item.status === 'on')
  const looksBack = on.some((item) => item.kind === 'review')
  const review = looksBack ? await getReview(db, actor, conferenceId) : null
  return {
    plan,
    items: on.map((item) => ({
      item,
      papers: gathered.filter(({ paper }) => paper.itemId === item.id),
      review: item.kind === 'review' ? review : null,
    })),
  }
}
