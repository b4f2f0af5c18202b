// The rows of a body as they open and close: what every change is made of.
import { uuidv7 } from 'uuidv7'
import { dayBefore } from '../../calendar.ts'
import { holdsDay } from '../../database/days.ts'
import type { Row, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { rootOrganisation } from '../people/granting.ts'
import type { BodyChange, Ending, Moving, NewBody } from './contract.ts'

export type Body = Row<'organisation'>

/** The rows of a new body; who may manage every place that it gets. */
export async function insertBody(tx: Tx, actor: Actor, given: NewBody): Promise<string> {
  const provinceId = actor.provinceId
  const parents = given.parents?.length
    ? given.parents
    : [{ id: await rootOrganisation(tx, provinceId), tree: 'administrative' as const }]
  for (const parent of parents) {
    authorise(actor, 'organisation.manage', provinceId, parent.id)
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

/** A change of some day and who went into whom with what share; its id. */
export async function insertChange(
  tx: Tx,
  provinceId: number,
  given: Pick<BodyChange, 'kind' | 'on'> & Pick<Ending, 'legalReference' | 'note'>,
  lines: readonly (Pick<Share, 'basis' | 'weight'> & { from: string; to: string })[],
): Promise<string> {
  const own = { province_id: provinceId, change_id: uuidv7() }
  await tx
    .insertInto('organisation_change')
    .values({
      ...own,
      kind: given.kind,
      effective_on: given.on,
      legal_reference: given.legalReference ?? null,
      note: given.note ?? null,
    })
    .execute()
  await tx
    .insertInto('organisation_lineage')
    .values(
      lines.map((line) => ({
        ...own,
        predecessor_id: line.from,
        successor_id: line.to,
        basis: line.basis,
        weight: line.weight === null ? null : String(line.weight),
      })),
    )
    .execute()
  return own.change_id
}

type Share = BodyChange['lines'][number]

/** A change that concerns one body alone hangs on it by a line from itself to itself. */
export async function insertOwnChange(
  tx: Tx,
  body: Body,
  kind: BodyChange['kind'],
  on: string,
  { legalReference, note }: Pick<Ending, 'legalReference' | 'note'>,
): Promise<void> {
  const id = body.organisation_id
  await insertChange(tx, body.province_id, { kind, on, legalReference, note }, [
    { from: id, to: id, basis: 'full', weight: 1 },
  ])
}

/** Counts the version of a body up: something of it has changed. */
export async function touch(tx: Tx, body: Body): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({ version: body.version + 1 })
    .where('province_id', '=', body.province_id)
    .where('organisation_id', '=', body.organisation_id)
    .execute()
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
  if (!holdsDay(body, day)) throw new Problem('bodyNotThere')
}
