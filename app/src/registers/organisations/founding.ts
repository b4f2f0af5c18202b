// A province's units and bodies, written from the shipped reference at once when the province is added.
import type { InsertObject } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Row, Tables, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { type Plan, type PlannedBody, planOf, provinceKey } from './reference.ts'

/** What was written, by kind of row. */
export interface Founded {
  bodies: number
  names: number
  links: number
  changes: number
  lines: number
}

type Rows<T extends 'organisation' | 'organisation_name' | 'organisation_parent'> = Omit<
  Row<T>,
  'created_at' | 'version'
>[]

/**
 * Writes the units and standard bodies of a province of today with codes, dates, names, places in the
 * trees, changes and predecessors; one entry in the record tells the sums. `notFound` for a code that
 * is none of the 34. Asks for a province that has no body but itself.
 */
export async function setUpFromReference(
  tx: Tx,
  actor: Actor,
  provinceId: number,
  code: string,
): Promise<Founded> {
  const plan = planOf(code)
  if (!plan) throw new Problem('notFound')
  return setUpFromPlan(tx, actor, provinceId, plan)
}

/** As `setUpFromReference`, from a plan of one's own. */
export async function setUpFromPlan(
  tx: Tx,
  actor: Actor,
  provinceId: number,
  plan: Plan,
): Promise<Founded> {
  authorise(actor, 'province.add', provinceId)
  const { code } = plan.province
  const root = await tx
    .updateTable('organisation')
    .set({ code })
    .where('province_id', '=', provinceId)
    .where('kind', '=', 'province')
    .returning('organisation_id')
    .executeTakeFirstOrThrow()
  const ids = new Map(plan.bodies.map((body) => [body.key, uuidv7()]))
  ids.set(provinceKey, root.organisation_id)
  const idOf = (key: string): string => ids.get(key) ?? ''

  const bodies = plan.bodies.map((body) => bodyRow(provinceId, idOf(body.key), body))
  await insertMany(tx, 'organisation', bodies)
  const names = plan.bodies.flatMap((body) => nameRows(provinceId, idOf(body.key), body))
  await insertMany(tx, 'organisation_name', names)
  const links = plan.bodies.flatMap((body) => linkRows(provinceId, body, idOf))
  await insertMany(tx, 'organisation_parent', links)
  const lines = await insertChanges(tx, provinceId, plan, idOf)

  const sums: Founded = {
    bodies: bodies.length,
    names: names.length,
    links: links.length,
    changes: plan.changes.length,
    lines,
  }
  await writeRecord(tx, actor, {
    action: 'organisation.setUp',
    subjectKind: 'organisation',
    subjectId: root.organisation_id,
    after: { code, ...sums, plan },
  })
  return sums
}

const bodyRow = (provinceId: number, id: string, body: PlannedBody) => ({
  province_id: provinceId,
  organisation_id: id,
  kind: body.kind,
  code: body.code,
  valid_from: body.from,
  valid_to: body.to,
  legal_reference: body.legalReference,
  unverified: JSON.stringify(body.unverified),
  note: body.note,
})

function nameRows(provinceId: number, id: string, body: PlannedBody): Rows<'organisation_name'> {
  return body.names.map(({ name, role }) => ({
    province_id: provinceId,
    name_id: uuidv7(),
    organisation_id: id,
    name,
    role,
    valid_from: body.from,
    valid_to: body.to,
  }))
}

function linkRows(
  provinceId: number,
  body: PlannedBody,
  idOf: (key: string) => string,
): Rows<'organisation_parent'> {
  return body.parents.map(({ key, tree }) => ({
    province_id: provinceId,
    link_id: uuidv7(),
    organisation_id: idOf(body.key),
    parent_id: idOf(key),
    tree,
    valid_from: body.from,
    valid_to: body.to,
  }))
}

async function insertChanges(
  tx: Tx,
  provinceId: number,
  plan: Plan,
  idOf: (key: string) => string,
): Promise<number> {
  const numbered = plan.changes.map((change) => ({ id: uuidv7(), change }))
  const changes = numbered.map(({ id, change }) => ({
    province_id: provinceId,
    change_id: id,
    kind: change.kind,
    effective_on: change.on,
    legal_reference: change.legalReference,
    note: null,
    unverified: change.unverified,
  }))
  await insertMany(tx, 'organisation_change', changes)
  const lines = numbered.flatMap(({ id, change }) =>
    change.lines.map((line) => ({
      province_id: provinceId,
      change_id: id,
      predecessor_id: idOf(line.from),
      successor_id: idOf(line.to),
      basis: line.weight === null ? ('given' as const) : ('full' as const),
      weight: line.weight,
      unverified: line.unverified,
    })),
  )
  await insertMany(tx, 'organisation_lineage', lines)
  return lines.length
}

/** Rows of one statement; PostgreSQL takes 65,535 values in one. */
const atOnce = 2000

async function insertMany<T extends keyof Tables>(
  tx: Tx,
  table: T,
  rows: readonly InsertObject<Tables, T>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += atOnce) {
    await tx
      .insertInto(table)
      .values(rows.slice(start, start + atOnce))
      .execute()
  }
}
