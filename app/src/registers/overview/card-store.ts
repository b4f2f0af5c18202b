// The scorecard of one unit.
import { todayInVietnam } from '../../calendar.ts'
import type { Reads } from '../../database/tables.ts'
import { type Actor, authorise, may } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { countOf } from '../assignments/assignment.ts'
import { clockOf } from '../assignments/clock-store.ts'
import { countAssignments } from '../assignments/count-store.ts'
import { organisationNames } from '../organisations/names.ts'
import { listSlots } from '../reporting/slots-store.ts'
import type { UnitCard } from './units-contract.ts'
import { unitRows } from './units-store.ts'

/** `notFound` for no such body. Whoever does not read its reports is not told of them. */
export async function unitCard(
  db: Reads,
  actor: Actor,
  id: string,
  asked: { to?: string | undefined },
): Promise<UnitCard> {
  authorise(actor, 'register.read', actor.provinceId)
  const name = (await organisationNames(db, actor.provinceId, [id])).get(id)
  if (name === undefined) throw new Problem('notFound')
  const rows = await unitRows(db, actor, id, asked)
  const year = Number((rows.to ?? todayInVietnam()).slice(0, 4))
  const reads = may(actor, 'report.read', actor.provinceId, id)
  const reports = reads ? (await listSlots(db, actor, { year, body: id })).rates : null
  const counted = await countAssignments(db, actor, { by: 'all' })
  const own = counted.bodies.find((one) => one.id === id)
  const none = () => clockOf(db, actor.provinceId).then((clock) => countOf([], clock))
  return {
    ...rows,
    ...{ body: { id, name }, year, reports },
    tasks: own?.count ?? (await none()),
    share: own?.share ?? null,
  }
}
