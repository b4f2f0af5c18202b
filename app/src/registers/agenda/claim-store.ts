// Whether a body may put a matter that it knows of on its own agenda: knowing of it is not enough.
import type { Row, Tx } from '../../database/tables.ts'
import { type Actor, may, systemActor } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { concernedBy, mayPrepare } from '../dossiers/rights-store.ts'
import { standings } from './standing-store.ts'

/**
 * `matterNotGiven` unless one of these holds: the actor brings the matter in (`dossier.submit` in its
 * submitter); plans conferences of a body that has it already, and so carries it on; plans for the body that
 * asked about it in writing, where nobody submitted it and no conference had it; or the step that the matter's
 * route is at is of the conference's body.
 */
export async function mustBeGiven(
  tx: Tx,
  actor: Actor,
  conference: Row<'conference'>,
  matterId: string,
): Promise<void> {
  const { provinceId } = actor
  const concerned = (await concernedBy(tx, provinceId, [matterId])).get(matterId)
  if (concerned && mayPrepare(actor, concerned)) return
  const { submitters = [], holders = [] } = concerned ?? {}
  if (holders.length === 0 && submitters.length === 0 && (await askedBy(tx, actor, matterId)))
    return
  // What the actor may not know of counts too: the route is at one step, whoever looks.
  const [stands] = await standings(tx, systemActor(provinceId), [matterId])
  const { steps = [], now = null } = stands?.standing ?? {}
  if (now !== null && steps[now]?.organisationId === conference.organisation_id) return
  throw new Problem('matterNotGiven')
}

async function askedBy(tx: Tx, actor: Actor, matterId: string): Promise<boolean> {
  const rounds = await tx
    .selectFrom('opinion_round')
    .select('organisation_id')
    .where('province_id', '=', actor.provinceId)
    .where('matter_id', '=', matterId)
    .execute()
  return rounds.some((row) => may(actor, 'conference.plan', actor.provinceId, row.organisation_id))
}
