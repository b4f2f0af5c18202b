// One task as it is stored, with whose it is: for whoever changes it.
import { sql } from 'kysely'
import { eachRequest } from '../../database/prepared.ts'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Action, type Actor, authorise } from '../../http/access.ts'
import { visibleTask } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { deadlineSql } from './clock-store.ts'

/** A task with the deadline that stands, and the body whose office gave it; null: the province's. */
export type TaskRow = Row<'assignment'> & { standing: string | null; owner_id: string | null }

/**
 * The tasks among these ids that the actor may know of; those that were taken back only where they are asked for
 * (`withdrawn`), for what was shown while they stood.
 */
export async function taskRows(
  db: Reads,
  actor: Actor,
  ids: readonly string[],
  { withdrawn = false } = {},
): Promise<TaskRow[]> {
  if (ids.length === 0) return []
  const select = withdrawn ? everyTask(db, actor) : selectTasks(db, actor)
  return select
    .where(sql<boolean>`assignment.assignment_id = any(${[...ids]}::uuid[])`)
    .where(visibleTask(actor, { few: true }))
    .modifyEnd(eachRequest)
    .execute()
}

const selectTasks = (db: Reads, actor: Actor) =>
  everyTask(db, actor).where('assignment.withdrawn_at', 'is', null)

const everyTask = (db: Reads, actor: Actor) =>
  db
    .selectFrom('assignment')
    .selectAll('assignment')
    .select([
      deadlineSql.as('standing'),
      // A task of a document is the body's that the document belongs to, one of a decision the holding body's.
      sql<string | null>`case when assignment.session_item_id is null
        then (select document.organisation_id from document
          where document.province_id = assignment.province_id
            and document.document_id = assignment.document_id)
        else (select conference.organisation_id from session_item
          join conference on conference.province_id = session_item.province_id
            and conference.conference_id = session_item.conference_id
          where session_item.province_id = assignment.province_id
            and session_item.session_item_id = assignment.session_item_id) end`.as('owner_id'),
    ])
    .where('assignment.province_id', '=', actor.provinceId)

/**
 * Takes a task for a change. `forbidden` for whom the action is not given anywhere it could count, `notFound`
 * where there is no such task to be known of.
 */
export async function lockTask(tx: Tx, actor: Actor, id: string, action: Action): Promise<TaskRow> {
  const row = await selectTasks(tx, actor)
    .where('assignment.assignment_id', '=', id)
    .where(visibleTask(actor))
    .forUpdate('assignment')
    .executeTakeFirst()
  if (!row) {
    authorise(actor, action, actor.provinceId)
    throw new Problem('notFound')
  }
  const body = action === 'assignment.report' ? row.lead_id : row.owner_id
  authorise(actor, action, actor.provinceId, body)
  return row
}
