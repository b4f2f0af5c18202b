// What the table of opinions and answers on a matter is made from, as far as the actor may know.
import { todayInVietnam } from '../../calendar.ts'
import type { Reads } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import type { Issue, NoticeContent } from '../notices/content.ts'
import { issuerOf, placeName } from '../notices/facts-store.ts'
import { type Layout, lying } from '../notices/layout.ts'
import { layoutNow } from '../notices/layout-store.ts'
import { letterheadOf, regimeOf } from '../notices/numbering.ts'
import { matterRow } from './matters-store.ts'
import { opinionPaper } from './opinion-paper.ts'
import { opinionRows, opinionsOf } from './opinion-view-store.ts'
import { roundsOn } from './view-store.ts'

/** Only what names this draft, only what was given at this conference; all where neither is given. */
export interface OpinionChoice {
  paper?: string | undefined
  conference?: string | undefined
}

/**
 * The paper with the opinions on a matter that the actor may know of and their answers, on a page that
 * lies. `notFound` where the matter is closed to the actor, or has no such opinion.
 */
export async function opinionTable(
  db: Reads,
  actor: Actor,
  matterId: string,
  { paper, conference }: OpinionChoice,
): Promise<{ content: NoticeContent; layout: Layout; issue: Issue }> {
  const { provinceId } = actor
  const matter = await matterRow(db, actor, matterId)
  const all = await opinionsOf(db, actor, { matterId })
  const opinions = all.filter(
    (one) =>
      (paper === undefined || one.paper?.id === paper) &&
      (conference === undefined || one.given.id === conference),
  )
  const [first] = opinions
  if (!first) throw new Problem('notFound')
  const issuerId = matter.submitter_id ?? (await heardBy(db, actor, first.id))
  const day = todayInVietnam()
  const body = await issuerOf(db, provinceId, issuerId, day)
  const layout = lying(await layoutNow(db, provinceId, regimeOf(body.kind, day)))
  const named = new Set(opinions.map((one) => one.given.id))
  const rounds = await roundsOn(db, actor, matterId)
  const content = opinionPaper(
    {
      ...{ matter: matter.title, body, day, opinions },
      province: await placeName(db, provinceId),
      rounds: rounds.filter(({ id }) => named.has(id)),
    },
    layout,
  )
  const issue = {
    ...{ number: null, date: null, year: day.slice(0, 4) },
    type: layout.words['type.opinions'].value,
    symbol: letterheadOf(body).symbol,
  }
  return { content, layout, issue }
}

/** The body whose conference heard an opinion, or that asked for it. */
async function heardBy(db: Reads, actor: Actor, id: string): Promise<string> {
  const [row] = await opinionRows(db, actor, { id })
  if (!row?.holder) throw new Problem('notFound')
  return row.holder
}
