// More time for a task: asked for with a reason before its deadline, decided by the body that gave it. The
// first deadline is kept whatever is granted.
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../database/tables.ts'
import { type Actor, accountOf, doesFor } from '../../http/access.ts'
import { visibleTask } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { clockOf } from './clock-store.ts'
import type { AssignmentDetail } from './contract.ts'
import { lockTask } from './rows-store.ts'
import type { ExtensionDecided } from './step-contract.ts'
import { mustBeVersion, setTask, take } from './step-store.ts'
import { tellRequest } from './tell-store.ts'
import { getAssignment } from './view-store.ts'

/**
 * The lead body asks for more time. `assignmentStage` for a task that is no longer open, has no deadline or
 * a request that waits; `deadlinePassed` once the deadline is over; `invalidInput` for a day not behind it.
 */
export async function askExtension(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: { until: string; reason: string },
): Promise<AssignmentDetail> {
  const row = await lockTask(tx, actor, id, 'assignment.report')
  await mustBeVersion(tx, actor, row, version)
  const open = [row.done_on, row.revoked_on, row.paused_on, row.reported_on].every((one) => !one)
  if (!open || row.standing === null) throw new Problem('assignmentStage')
  const clock = await clockOf(tx, actor.provinceId)
  if (clock.dueOn(row.standing) < clock.today) throw new Problem('deadlinePassed')
  if (given.until <= row.standing) throw new Problem('invalidInput', { where: 'until' })
  const waiting = await tx
    .selectFrom('assignment_extension')
    .select('extension_id')
    .where('province_id', '=', actor.provinceId)
    .where('assignment_id', '=', id)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  if (waiting) throw new Problem('assignmentStage')
  const extensionId = uuidv7()
  await tx
    .insertInto('assignment_extension')
    .values({
      province_id: actor.provinceId,
      extension_id: extensionId,
      assignment_id: id,
      asked_date: given.until,
      former_date: row.standing,
      reason: given.reason,
      asked_by: accountOf(actor),
      outcome: null,
      granted_date: null,
      answer: null,
      decided_by: null,
      decided_at: null,
    })
    .execute()
  await setTask(
    tx,
    actor,
    row,
    {},
    {
      action: 'assignment.askMore',
      before: { deadline: row.standing },
      after: { deadline: given.until },
      reason: given.reason,
    },
  )
  const request = { id: extensionId, until: given.until }
  await tellRequest(tx, actor, row, request, 'taskExtensionAsked')
  return getAssignment(tx, actor, id)
}

/**
 * Grants a request, for the day asked or another one behind the deadline that stands now, refuses it with the reason,
 * or takes it back. `alreadyDecided` for one that has its answer; `notForDoer` for the doer, who may only take it back,
 * which is all that can be done once the task is confirmed or revoked (`assignmentStage`).
 * Silence grants nothing. A granted day replaces what an event gave.
 */
export async function decideExtension(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: ExtensionDecided,
): Promise<AssignmentDetail> {
  const found = await tx
    .selectFrom('assignment_extension')
    .innerJoin('assignment', (join) =>
      join
        .onRef('assignment.province_id', '=', 'assignment_extension.province_id')
        .onRef('assignment.assignment_id', '=', 'assignment_extension.assignment_id'),
    )
    .select('assignment.assignment_id')
    .where('assignment_extension.province_id', '=', actor.provinceId)
    .where('assignment_extension.extension_id', '=', id)
    .where(visibleTask(actor))
    .executeTakeFirst()
  const back = given.outcome === 'takenBack'
  const action = back ? 'assignment.report' : 'assignment.confirm'
  // What is not there is refused as a task that is not there.
  const row = await lockTask(tx, actor, found?.assignment_id ?? id, action)
  const request = await tx
    .selectFrom('assignment_extension')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('extension_id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (request.version !== version) {
    throw new Problem('versionOld', {
      current: await getAssignment(tx, actor, row.assignment_id),
    })
  }
  if (request.outcome !== null) throw new Problem('alreadyDecided')
  if (!back && (doesFor(actor, row.lead_id) || request.asked_by === actor.accountId)) {
    throw new Problem('notForDoer')
  }
  if (!back && (row.done_on !== null || row.revoked_on !== null)) {
    throw new Problem('assignmentStage')
  }
  // An event may have moved the deadline since it was asked.
  const former = row.standing ?? request.former_date
  const granted = given.outcome === 'granted' ? (given.until ?? request.asked_date) : null
  if (granted !== null && granted <= former) {
    throw new Problem('invalidInput', { where: 'until' })
  }
  await tx
    .updateTable('assignment_extension')
    .set({
      outcome: given.outcome,
      granted_date: granted,
      answer: given.answer || null,
      decided_by: accountOf(actor),
      decided_at: new Date().toISOString(),
      version: request.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('extension_id', '=', id)
    .execute()
  if (back) {
    await setTask(
      tx,
      actor,
      row,
      {},
      {
        action: 'assignment.takeBackRequest',
        after: { until: request.asked_date },
      },
    )
    const asked = { id, until: request.asked_date }
    await tellRequest(tx, actor, row, asked, 'taskRequestTakenBack')
  } else {
    await take(
      tx,
      actor,
      row,
      granted === null
        ? {}
        : {
            deadline: granted,
            event_id: null,
            event_days: null,
            original_deadline: row.original_deadline ?? former,
          },
      {
        kind: granted === null ? 'notExtended' : 'extended',
        body: given.answer,
        on: granted,
        formerDate: former,
      },
    )
  }
  return getAssignment(tx, actor, row.assignment_id)
}
