// The row of a round, read or locked.
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Action, type Actor, authorise } from '../../http/access.ts'
import { visibleRound } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'

/** The row of a round that the actor may know of; `notFound` for any other. */
export async function roundRow(db: Reads, actor: Actor, id: string): Promise<Row<'opinion_round'>> {
  authorise(actor, 'register.read', actor.provinceId)
  const row = await db
    .selectFrom('opinion_round')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('round_id', '=', id)
    .where(visibleRound(actor))
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return row
}

/**
 * Locks a round for a change by somebody who may do `action` in its body. `forbidden` before `notFound`, so
 * that a round that is closed to the actor looks like one that is not there.
 */
export async function lockRound(
  tx: Tx,
  actor: Actor,
  id: string,
  action: Action,
): Promise<Row<'opinion_round'>> {
  const row = await tx
    .selectFrom('opinion_round')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('round_id', '=', id)
    .where(visibleRound(actor))
    .forNoKeyUpdate()
    .executeTakeFirst()
  authorise(actor, action, actor.provinceId, row?.organisation_id ?? null)
  if (!row) throw new Problem('notFound')
  return row
}
