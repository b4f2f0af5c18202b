// Obstacles of projects: who removes one by when, what ordered that, how it was removed.
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { taskRows } from '../assignments/rows-store.ts'
import { holdDocument, keptHidden } from '../documents/store.ts'
import { mustBeBodies, organisationNames } from '../organisations/names.ts'
import { lockOpenProject } from './store.ts'
import type { NewObstacle, ObstacleChange, ProjectWorkView } from './work-contract.ts'
import { lockPart, mustSayWhy, recordedWork } from './work-store.ts'

type Values = Pick<
  Row<'project_obstacle'>,
  | 'kind'
  | 'body'
  | 'since'
  | 'owner_id'
  | 'due_on'
  | 'level'
  | 'assignment_id'
  | 'document_id'
  | 'resolved_on'
  | 'resolution'
>

export async function addObstacle(
  tx: Tx,
  actor: Actor,
  id: string,
  given: NewObstacle,
): Promise<ProjectWorkView> {
  await lockOpenProject(tx, actor, id, 'project.enter')
  const now: Values = {
    ...{ kind: given.kind, body: given.body, since: given.since, level: given.level },
    owner_id: given.ownerId ?? null,
    due_on: given.dueOn ?? null,
    assignment_id: given.assignmentId ?? null,
    document_id: given.documentId ?? null,
    ...{ resolved_on: null, resolution: null },
  }
  await mustHold(tx, actor, given, now)
  await tx
    .insertInto('project_obstacle')
    .values({
      ...{ province_id: actor.provinceId, obstacle_id: uuidv7(), project_id: id, ...now },
      ...{ first_due_on: now.due_on, made_by: accountOf(actor) },
    })
    .execute()
  const after = await told(tx, actor, now)
  return recordedWork(tx, actor, id, { action: 'project.obstacle', after })
}

/** What is named anew is there to be known of; the days are no days to come; one thing at most ordered it. */
async function mustHold(
  tx: Tx,
  actor: Actor,
  given: Pick<NewObstacle, 'ownerId' | 'assignmentId' | 'documentId'>,
  now: Values,
): Promise<void> {
  await mustBeBodies(tx, actor.provinceId, [given.ownerId ?? null])
  if (given.assignmentId && (await taskRows(tx, actor, [given.assignmentId])).length === 0) {
    throw new Problem('notFound')
  }
  if (given.documentId) await holdDocument(tx, actor, given.documentId)
  if (now.assignment_id !== null && now.document_id !== null) {
    throw new Problem('invalidInput', { where: 'documentId' })
  }
  const today = todayInVietnam()
  if (now.since > today || (now.resolved_on ?? '') > today) throw new Problem('projectDays')
  if (now.resolved_on !== null && now.resolved_on < now.since) throw new Problem('projectDays')
}

export async function changeObstacle(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: ObstacleChange,
): Promise<ProjectWorkView> {
  const row = await lockPart(tx, actor, 'project_obstacle', id, version)
  const kept = <T>(value: T | undefined, former: T): T => (value === undefined ? former : value)
  const now: Values = {
    kind: given.kind ?? row.kind,
    body: given.body ?? row.body,
    since: given.since ?? row.since,
    level: given.level ?? row.level,
    owner_id: kept(given.ownerId, row.owner_id),
    due_on: kept(given.dueOn, row.due_on),
    assignment_id: await keptTask(tx, actor, row.assignment_id, given.assignmentId),
    document_id: await keptHidden(tx, actor, row.document_id, given.documentId),
    resolved_on: given.resolved === undefined ? row.resolved_on : (given.resolved?.on ?? null),
    resolution: given.resolved === undefined ? row.resolution : (given.resolved?.how ?? null),
  }
  mustSayWhy(row.due_on, now.due_on, given)
  await mustHold(tx, actor, given, now)
  await tx
    .updateTable('project_obstacle')
    .set({
      ...{ ...now, first_due_on: row.first_due_on ?? now.due_on },
      withdrawn_at: given.withdrawn ? new Date().toISOString() : null,
      version: row.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('obstacle_id', '=', id)
    .execute()
  return recordedWork(tx, actor, row.project_id, {
    action: given.withdrawn
      ? 'project.dropObstacle'
      : given.resolved
        ? 'project.resolve'
        : 'project.changeObstacle',
    before: await told(tx, actor, row),
    after: await told(tx, actor, now),
    reason: given.reason,
  })
}

/** The task that ordered it after a change: one that the actor does not see is not taken away by them. */
async function keptTask(
  tx: Tx,
  actor: Actor,
  former: string | null,
  given: string | null | undefined,
): Promise<string | null> {
  if (given !== null || former === null) return given === undefined ? former : given
  return (await taskRows(tx, actor, [former])).length > 0 ? null : former
}

/** What is told of it in the record; what ordered it is not, which others may not know of. */
async function told(tx: Tx, actor: Actor, one: Values) {
  const names = await organisationNames(tx, actor.provinceId, [one.owner_id])
  return {
    ...{ obstacleKind: one.kind, obstacle: one.body, since: one.since, workDue: one.due_on },
    obstacleOwner: one.owner_id === null ? null : (names.get(one.owner_id) ?? ''),
    ...{ obstacleLevel: one.level, doneOn: one.resolved_on, resolution: one.resolution },
  }
}
