// Words of an edited file taken into the record: the decision they belong to, and the draft that showed it.
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { itemRow } from '../agenda/store.ts'
import { decisionRow, writeDecision } from '../sitting/decision-store.ts'
import { foundTasks } from '../sitting/tasks.ts'
import type { Offer } from './compare.ts'
import type { NoticeContent } from './content.ts'
import type { ComparisonView, NoticeView, TakenWords } from './contract.ts'
import { lockDraft } from './draft-store.ts'
import { entered, recordedOf, standingOf, write } from './store.ts'
import { decisionLines } from './wording.ts'

/** Offers with what they would change; none for a decision that has
 * these words already, or whose words the file leaves out. */
export async function offersNow(
  db: Reads,
  actor: Actor,
  offers: readonly Offer[],
): Promise<ComparisonView['offers']> {
  authorise(actor, 'register.read', actor.provinceId)
  const shown = []
  for (const { item, body } of offers) {
    const { title } = await itemRow(db, actor, item)
    const decision = await decisionRow(db, actor.provinceId, item)
    if (body.trim() === '' || decision?.body === body) continue
    shown.push({ item, title, body, version: decision?.version ?? 0 })
  }
  return shown
}

/**
 * Puts a decision in the words of an edited file, and the draft with it. Confirmed tasks whose words still
 * stand there stay; others are to be confirmed again. Refused as `changeNotice` and `writeDecision` refuse,
 * `notFound` for an item whose decision the document does not tell.
 */
export async function takeWords(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  { item, decisionVersion, body: typed, reason }: TakenWords,
): Promise<NoticeView> {
  const { row, conference } = await lockDraft(tx, actor, id, version)
  const content = row.content as unknown as NoticeContent
  if (!content.items.includes(item) || !content.blocks.some((block) => isDecision(block, item))) {
    throw new Problem('notFound')
  }
  const body = typed.normalize('NFC')
  const before = await decisionRow(tx, actor.provinceId, item)
  const given = {
    outcome: before?.outcome ?? null,
    conditions: before?.conditions ?? null,
    body,
    noTask: before?.no_task ?? false,
    tasks: before ? foundTasks(before.tasks, before.body, body) : [],
  }
  // A draft that said what the record says goes on doing so; one that did not is to be remade all the same.
  const former = await recordedOf(tx, conference)
  const current = standingOf(row, former) === 'current'
  await writeDecision(tx, actor, item, decisionVersion, given, { reason })
  const { mark, toldBy } = await recordedOf(tx, conference)
  await write(tx, row, {
    content: JSON.stringify(reworded(content, item, body)),
    ...(current ? { record_mark: mark(toldBy(row)) } : {}),
  })
  return entered(tx, actor, 'notice.change', id, row.conference_id, reason)
}

/** Whether a block holds words of this item's decision. */
const isDecision = (block: NoticeContent['blocks'][number], item: string): boolean =>
  block.kind !== 'table' && block.item === item && block.decision === true

/** The draft with the decision of an item in new words, where the old ones stood. */
function reworded(content: NoticeContent, item: string, body: string): NoticeContent {
  const own = content.blocks.map((block) => isDecision(block, item))
  const at = own.indexOf(true)
  const blocks = content.blocks.filter((_, index) => !own[index])
  return { ...content, blocks: blocks.toSpliced(at, 0, ...decisionLines(item, body)) }
}
