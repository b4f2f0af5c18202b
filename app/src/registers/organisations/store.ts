// Bodies as they stand on a day. Nothing is rewritten when they change, so every day of the past can
// be asked for.
import { todayInVietnam } from '../../calendar.ts'
import { holds } from '../../database/days.ts'
import type { Reads, Row } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import type { BodyChange, BodyLine, BodyPage } from './contract.ts'
import { organisationNames } from './names.ts'
import { byKindAndName } from './organisation.ts'

/** The bodies of a day (`YYYY-MM-DD`), by kind and name. */
export async function listBodies(
  db: Reads,
  actor: Actor,
  on = todayInVietnam(),
): Promise<BodyLine[]> {
  authorise(actor, 'organisation.read', actor.provinceId)
  const rows = await db
    .selectFrom('organisation')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where(holds(on))
    .execute()
  return (await linesOf(db, actor.provinceId, rows, on)).sort(byKindAndName)
}

/** Bodies as lists show them; `only` where they are this one alone. */
async function linesOf(
  db: Reads,
  provinceId: number,
  rows: readonly Row<'organisation'>[],
  on: string,
  only?: string,
): Promise<BodyLine[]> {
  const ids = rows.map((row) => row.organisation_id)
  const names = await organisationNames(db, provinceId, ids, on)
  const also = await otherNames(db, provinceId, on, only)
  const parents = await parentsOn(db, provinceId, on, only)
  return rows.map((row) => ({
    id: row.organisation_id,
    kind: row.kind,
    code: row.code,
    name: names.get(row.organisation_id) ?? '',
    also: also.get(row.organisation_id) ?? [],
    parents: parents.get(row.organisation_id) ?? [],
    from: row.valid_from,
    to: row.valid_to,
    unverified: row.unverified,
    version: row.version,
  }))
}

async function otherNames(
  db: Reads,
  provinceId: number,
  on: string,
  only?: string,
): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('organisation_name')
    .select(['organisation_id', 'name'])
    .where('province_id', '=', provinceId)
    .where('role', '<>', 'official')
    .$if(only !== undefined, (query) => query.where('organisation_id', '=', only ?? null))
    .where(holds(on))
    .orderBy('role')
    .orderBy('name_id')
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.organisation_id)
  return new Map([...grouped].map(([id, all]) => [id, all.map((row) => row.name)]))
}

async function parentsOn(
  db: Reads,
  provinceId: number,
  on: string,
  only?: string,
): Promise<Map<string, BodyLine['parents']>> {
  const rows = await db
    .selectFrom('organisation_parent')
    .select(['organisation_id', 'parent_id', 'tree'])
    .where('province_id', '=', provinceId)
    .$if(only !== undefined, (query) => query.where('organisation_id', '=', only ?? null))
    .where(holds(on))
    .orderBy('link_id')
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.organisation_id)
  return new Map(
    [...grouped].map(([id, all]) => [
      id,
      all.map((row) => ({ id: row.parent_id, tree: row.tree })),
    ]),
  )
}

/**
 * What came after one day, up to another, whose bodies are `after`: bodies that began and ended, and the
 * changes told.
 */
export async function differenceBetween(
  db: Reads,
  actor: Actor,
  since: string,
  on: string,
  after: readonly BodyLine[],
) {
  authorise(actor, 'organisation.read', actor.provinceId)
  const before = await listBodies(db, actor, since)
  const short = ({ id, name }: BodyLine) => ({ id, name })
  const had = new Set(before.map((body) => body.id))
  const has = new Set(after.map((body) => body.id))
  return {
    since,
    began: after.filter((body) => !had.has(body.id)).map(short),
    ended: before.filter((body) => !has.has(body.id)).map(short),
    changes: await changesBetween(db, actor.provinceId, since, on),
  }
}

async function changesBetween(
  db: Reads,
  provinceId: number,
  since: string,
  on: string,
): Promise<BodyChange[]> {
  const rows = await db
    .selectFrom('organisation_change')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('effective_on', '>', since)
    .where('effective_on', '<=', on)
    .execute()
  return withLines(db, provinceId, rows, on)
}

/** One body with everything known of it; `notFound` for one of nowhere. */
export async function getBody(
  db: Reads,
  actor: Actor,
  id: string,
  on = todayInVietnam(),
): Promise<BodyPage> {
  authorise(actor, 'organisation.read', actor.provinceId)
  const provinceId = actor.provinceId
  const row = await db
    .selectFrom('organisation')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('organisation_id', '=', id)
    .executeTakeFirst()
  const [line] = row ? await linesOf(db, provinceId, [row], on, id) : []
  if (!row || !line) throw new Problem('notFound')
  const names = await db
    .selectFrom('organisation_name')
    .select(['name_id as id', 'name', 'role', 'valid_from as from', 'valid_to as to'])
    .where('province_id', '=', provinceId)
    .where('organisation_id', '=', id)
    .orderBy('valid_from', (order) => order.desc().nullsLast())
    .orderBy('name_id')
    .execute()
  return {
    body: { ...line, legalReference: row.legal_reference, note: row.note },
    names,
    parents: await placesOf(db, provinceId, id),
    below: await below(db, provinceId, id, on),
    changes: await changesOf(db, provinceId, id, on),
  }
}

/** Where it stands and stood, newest first. */
async function placesOf(db: Reads, provinceId: number, id: string): Promise<BodyPage['parents']> {
  const rows = await db
    .selectFrom('organisation_parent')
    .select(['parent_id', 'tree', 'valid_from as from', 'valid_to as to'])
    .where('province_id', '=', provinceId)
    .where('organisation_id', '=', id)
    .orderBy('valid_from', (order) => order.desc().nullsLast())
    .orderBy('link_id')
    .execute()
  const ids = rows.map((row) => row.parent_id)
  const names = await organisationNames(db, provinceId, ids)
  return rows.map(({ parent_id, ...rest }) => ({
    id: parent_id,
    name: names.get(parent_id) ?? '',
    ...rest,
  }))
}

async function below(
  db: Reads,
  provinceId: number,
  id: string,
  on: string,
): Promise<BodyPage['below']> {
  const rows = await db
    .selectFrom('organisation_parent as p')
    .innerJoin('organisation as o', (join) =>
      join
        .onRef('o.province_id', '=', 'p.province_id')
        .onRef('o.organisation_id', '=', 'p.organisation_id'),
    )
    .select(['o.organisation_id as id', 'o.kind', 'p.tree'])
    .where('p.province_id', '=', provinceId)
    .where('p.parent_id', '=', id)
    .where(holds(on, 'p'))
    .where(holds(on, 'o'))
    .execute()
  const ids = rows.map((row) => row.id)
  const names = await organisationNames(db, provinceId, ids, on)
  return rows.map((row) => ({ ...row, name: names.get(row.id) ?? '' })).sort(byKindAndName)
}

async function changesOf(
  db: Reads,
  provinceId: number,
  id: string,
  on: string,
): Promise<BodyChange[]> {
  const rows = await db
    .selectFrom('organisation_change')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('change_id', 'in', (build) =>
      build
        .selectFrom('organisation_lineage')
        .select('change_id')
        .where('province_id', '=', provinceId)
        .where((either) =>
          either.or([either('predecessor_id', '=', id), either('successor_id', '=', id)]),
        ),
    )
    .execute()
  return withLines(db, provinceId, rows, on)
}

/** One change with its lines. */
export async function getChange(db: Reads, provinceId: number, id: string): Promise<BodyChange> {
  const rows = await db
    .selectFrom('organisation_change')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('change_id', '=', id)
    .execute()
  const [change] = await withLines(db, provinceId, rows, todayInVietnam())
  if (!change) throw new Problem('notFound')
  return change
}

async function withLines(
  db: Reads,
  provinceId: number,
  rows: readonly Row<'organisation_change'>[],
  on: string,
): Promise<BodyChange[]> {
  if (rows.length === 0) return []
  const lines = await db
    .selectFrom('organisation_lineage')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where(
      'change_id',
      'in',
      rows.map((row) => row.change_id),
    )
    .execute()
  const ids = lines.flatMap((line) => [line.predecessor_id, line.successor_id])
  const names = await organisationNames(db, provinceId, ids, on)
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })
  const grouped = Map.groupBy(lines, (line) => line.change_id)
  return rows
    .map((row) => ({
      id: row.change_id,
      kind: row.kind,
      on: row.effective_on,
      legalReference: row.legal_reference,
      note: row.note,
      unverified: row.unverified,
      lines: (grouped.get(row.change_id) ?? []).map((line) => ({
        from: named(line.predecessor_id),
        to: named(line.successor_id),
        basis: line.basis,
        weight: line.weight === null ? null : Number(line.weight),
        unverified: line.unverified,
      })),
    }))
    .sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? 1 : -1))
}
