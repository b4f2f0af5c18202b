// What the review of an instrument is drawn from, as far as the actor may know.
import { todayInVietnam } from '../../calendar.ts'
import type { Reads } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { clockOf } from '../assignments/clock-store.ts'
import { indicatorBoard } from '../indicators/board-store.ts'
import type { Issue, NoticeContent } from '../notices/content.ts'
import { issuerOf, placeName } from '../notices/facts-store.ts'
import type { Layout } from '../notices/layout.ts'
import { layoutNow } from '../notices/layout-store.ts'
import { letterheadOf, regimeOf } from '../notices/numbering.ts'
import type { ReviewQuery } from './contract.ts'
import { reviewPaper } from './review.ts'
import { getInstrument } from './view-store.ts'

/**
 * The draft of a review, for whoever keeps the register. `notFound` for an instrument or a body that is not there,
 * `invalidInput` for a period that ends before it begins.
 */
export async function draftReview(
  db: Reads,
  actor: Actor,
  id: string,
  { kind, from, to, body: bodyId }: ReviewQuery,
): Promise<{ content: NoticeContent; layout: Layout; issue: Issue }> {
  authorise(actor, 'register.edit', actor.provinceId)
  if (to < from) throw new Problem('invalidInput', { where: 'to' })
  const { provinceId } = actor
  const instrument = await getInstrument(db, actor, id)
  const today = todayInVietnam()
  const body = await issuerOf(db, provinceId, bodyId, today)
  const layout = await layoutNow(db, provinceId, regimeOf(body.kind, today))
  const linked = instrument.indicators.map(({ indicator }) => indicator.id)
  const content = reviewPaper(
    {
      board: await indicatorBoard(db, actor, linked),
      ...{ instrument, kind, from, to, today, body },
      province: await placeName(db, provinceId),
      clock: await clockOf(db, provinceId),
    },
    layout,
  )
  const issue = {
    ...{ number: null, date: null, year: today.slice(0, 4), type: 'BC' },
    symbol: letterheadOf(body).symbol,
  }
  return { content, layout, issue }
}
