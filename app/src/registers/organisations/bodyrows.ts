// The rows of a body as they open and close: what every change is made of.
import { uuidv7 } from 'uuidv7'
import { dayBefore } from '../../calendar.ts'
import type { Row, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { rootOrganisation } from '../people/granting.ts'
import type { Ending, Moving, NewBody } from './contract.ts'

export type Body = Row<'organisation'>

/** The rows of a new body; who may manage every place that it gets. */
export async function insertBody(tx: Tx, actor: Actor, given: NewBody): Promise<string> {
  const provinceId = actor.provinceId
  const root = await rootOrganisation(tx, provinceId)
  const parents = given.parents?.length
    ? given.parents
    : [{ id: root, tree: 'administrative' as const }]
  for (const parent of parents) {
    authorise(actor, 'organisation.manage', provinceId, parent.id === root ? null : parent.id)
    const above = await lockBody(tx, provinceId, parent.id)
    if (given.from !== null) mustStand(above, given.from)
  }
  const own = { province_id: provinceId, organisation_id: uuidv7() }
  const days = { valid_from: given.from, valid_to: null }
  await tx
    .insertInto('organisation')
    .values({
      ...own,
      ...days,
      kind: given.kind,
      code: given.code ?? null,
      legal_reference: given.legalReference ?? null,
      note: given.note ?? null,
    })
    .execute()
  const names = [{ name: given.name, role: 'official' as const }, ...(given.also ?? [])]
  await tx
    .insertInto('organisation_name')
    .values(names.map((name) => ({ ...own, ...days, ...name, name_id: uuidv7() })))
    .execute()
  await tx
    .insertInto('organisation_parent')
    .values(
      parents.map(({ id, tree }) => ({ ...own, ...days, parent_id: id, tree, link_id: uuidv7() })),
    )
    .execute()
  return own.organisation_id
}

/** Closes the place of a body in a tree and opens the next from a day on. */
export async function moveLink(
  tx: Tx,
  body: Body,
  { tree, parentId, from }: Pick<Moving, 'tree' | 'parentId' | 'from'>,
  formerParent?: string,
): Promise<void> {
  const links = await tx
    .selectFrom('organisation_parent')
    .selectAll()
    .where('province_id', '=', body.province_id)
    .where('organisation_id', '=', body.organisation_id)
    .where('tree', '=', tree)
    .execute()
  const former = lastOn(
    links.filter((link) => formerParent === undefined || link.parent_id === formerParent),
    from,
  )
  await tx
    .updateTable('organisation_parent')
    .set({ valid_to: dayBefore(from) })
    .where('province_id', '=', body.province_id)
    .where('link_id', '=', former?.link_id ?? null)
    .execute()
  await tx
    .insertInto('organisation_parent')
    .values({
      province_id: body.province_id,
      organisation_id: body.organisation_id,
      link_id: uuidv7(),
      parent_id: parentId,
      tree,
      valid_from: from,
      valid_to: body.valid_to,
    })
    .execute()
}

/** The row in force before and on a day; a row that begins on the day or later is refused. */
export function lastOn<T extends { valid_from: string | null; valid_to: string | null }>(
  rows: readonly T[],
  day: string,
): T | undefined {
  if (rows.some((row) => row.valid_from !== null && row.valid_from >= day)) {
    throw new Problem('bodyChangedLater')
  }
  return rows.find((row) => row.valid_to === null || row.valid_to >= day)
}

/** Bodies that stand below one after a day, with the tree of each place. */
export async function partsAfter(tx: Tx, body: Body, day: string) {
  return tx
    .selectFrom('organisation_parent as p')
    .innerJoin('organisation as o', (join) =>
      join
        .onRef('o.province_id', '=', 'p.province_id')
        .onRef('o.organisation_id', '=', 'p.organisation_id'),
    )
    .selectAll('o')
    .select('p.tree')
    .where('p.province_id', '=', body.province_id)
    .where('p.parent_id', '=', body.organisation_id)
    .where((both) =>
      both.and([
        both.or([both('p.valid_to', 'is', null), both('p.valid_to', '>', day)]),
        both.or([both('o.valid_to', 'is', null), both('o.valid_to', '>', day)]),
      ]),
    )
    .execute()
}

/** Closes a body, its names and places on its last day, and where told those below as well. */
export async function closeBody(
  tx: Tx,
  body: Body,
  on: string,
  below: 'refuse' | 'end',
): Promise<void> {
  if (body.kind === 'province') throw new Problem('invalidInput', { where: 'id' })
  if (body.valid_to !== null && body.valid_to <= on) throw new Problem('bodyNotThere')
  mustStand(body, on)
  const parts = await partsAfter(tx, body, on)
  if (parts.length > 0 && below === 'refuse') {
    throw new Problem('bodyHasParts', { count: parts.length })
  }
  for (const { tree, ...part } of parts) {
    // A tree of a sector gives guidance only: its bodies live on.
    if (tree !== 'sector') await closeBody(tx, part, on, 'end')
  }
  await closeRows(tx, body, on)
}

async function closeRows(tx: Tx, body: Body, on: string): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({ valid_to: on, version: body.version + 1 })
    .where('province_id', '=', body.province_id)
    .where('organisation_id', '=', body.organisation_id)
    .execute()
  for (const table of ['organisation_name', 'organisation_parent'] as const) {
    const rows = await tx
      .updateTable(table)
      .set({ valid_to: on })
      .where('province_id', '=', body.province_id)
      .where((either) =>
        table === 'organisation_name'
          ? either('organisation_id', '=', body.organisation_id)
          : either.or([
              either('organisation_id', '=', body.organisation_id),
              either('parent_id' as 'organisation_id', '=', body.organisation_id),
            ]),
      )
      .where((either) => either.or([either('valid_to', 'is', null), either('valid_to', '>', on)]))
      .returning('valid_from')
      .execute()
    if (rows.some((row) => row.valid_from !== null && row.valid_from > on)) {
      throw new Problem('bodyChangedLater')
    }
  }
}

/** A change that concerns one body alone hangs on it by a line from itself to itself. */
export async function insertOwnChange(
  tx: Tx,
  body: Body,
  kind: Row<'organisation_change'>['kind'],
  on: string,
  given: Pick<Ending, 'legalReference' | 'note'>,
): Promise<void> {
  const own = { province_id: body.province_id, change_id: uuidv7() }
  await tx
    .insertInto('organisation_change')
    .values({
      ...own,
      kind,
      effective_on: on,
      legal_reference: given.legalReference ?? null,
      note: given.note ?? null,
    })
    .execute()
  await tx
    .insertInto('organisation_lineage')
    .values({
      ...own,
      predecessor_id: body.organisation_id,
      successor_id: body.organisation_id,
      basis: 'full',
      weight: '1',
    })
    .execute()
}

/** Refuses who may not manage this body; the province itself needs a right in the province. */
export async function mayManage(tx: Tx, actor: Actor, id: string): Promise<void> {
  const root = await rootOrganisation(tx, actor.provinceId)
  authorise(actor, 'organisation.manage', actor.provinceId, id === root ? null : id)
}

/** The body, locked until the transaction ends; `notFound` for one of nowhere. */
export async function lockBody(tx: Tx, provinceId: number, id: string): Promise<Body> {
  const row = await tx
    .selectFrom('organisation')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('organisation_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return row
}

/** Throws `bodyNotThere` where the body does not exist on a day. */
export function mustStand(body: Body, day: string): void {
  const began = body.valid_from === null || body.valid_from <= day
  const lasts = body.valid_to === null || body.valid_to >= day
  if (!began || !lasts) throw new Problem('bodyNotThere')
}
