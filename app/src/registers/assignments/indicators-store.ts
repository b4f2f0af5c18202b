// The indicators that a task is to move: linked by a person in the chain, shown with the newest figures.
import type { Reads } from '../../database/tables.ts'
import { type Actor, may } from '../../http/access.ts'
import { indicatorBoard } from '../indicators/board-store.ts'
import type { AssignmentDetail } from './contract.ts'

/** Links between the task and indicators alone, as far as the actor may know of these. */
export async function indicatorsOfTask(
  db: Reads,
  actor: Actor,
  id: string,
): Promise<Pick<AssignmentDetail, 'indicators' | 'formerIndicators' | 'mayLink'>> {
  const mayLink = may(actor, 'register.edit', actor.provinceId)
  const links = await db
    .selectFrom('chain_link')
    .select(['indicator_id', 'verdict', 'version'])
    .where('province_id', '=', actor.provinceId)
    .where('assignment_id', '=', id)
    .where('indicator_id', 'is not', null)
    .execute()
  const versions = new Map(links.map((link) => [link.indicator_id, link.version]))
  const said = (verdict: 'confirmed' | 'refused') =>
    links.flatMap((link) => (link.verdict === verdict ? (link.indicator_id ?? []) : []))
  const rows = await indicatorBoard(db, actor, said('confirmed'))
  return {
    indicators: rows.map(({ indicator: { id, nameVi, nameEn, unit }, latest, reported }) => ({
      indicator: { id, nameVi, nameEn, unit },
      latest,
      reported,
      version: versions.get(id) ?? 0,
    })),
    formerIndicators: mayLink
      ? said('refused').map((one) => ({ id: one, version: versions.get(one) ?? 0 }))
      : [],
    mayLink,
  }
}
