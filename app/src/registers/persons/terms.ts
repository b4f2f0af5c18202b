// Terms of party committees, councils and people's committees: each numbers its own.
import { uuidv7 } from 'uuidv7'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { lockBody } from '../organisations/bodyrows.ts'
import { organisationNames } from '../organisations/names.ts'
import type { NewTerm, TermChange, TermView } from './contract.ts'
import { overlaps } from './person.ts'

/** All terms, the newest first. */
export async function listTerms(db: Reads, actor: Actor): Promise<TermView[]> {
  authorise(actor, 'person.read', actor.provinceId)
  const rows = await db
    .selectFrom('term')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .orderBy('valid_from', 'desc')
    .orderBy('term_id')
    .execute()
  return withNames(db, actor.provinceId, rows)
}

async function withNames(
  db: Reads,
  provinceId: number,
  rows: readonly Row<'term'>[],
): Promise<TermView[]> {
  const names = await organisationNames(
    db,
    provinceId,
    rows.map((row) => row.organisation_id),
  )
  return rows.map((row) => ({
    id: row.term_id,
    organisation: { id: row.organisation_id, name: names.get(row.organisation_id) ?? '' },
    kind: row.kind,
    number: row.number,
    label: row.label,
    from: row.valid_from,
    to: row.valid_to,
    version: row.version,
  }))
}

/** Adds a term; `termOverlaps` for days that another of its kind in its body has. */
export async function addTerm(tx: Tx, actor: Actor, given: NewTerm): Promise<TermView> {
  authorise(actor, 'person.manage', actor.provinceId, given.organisationId)
  await lockBody(tx, actor.provinceId, given.organisationId)
  const row = {
    province_id: actor.provinceId,
    term_id: uuidv7(),
    organisation_id: given.organisationId,
    kind: given.kind,
    number: given.number ?? null,
    label: given.label,
    valid_from: given.from,
    valid_to: given.to ?? null,
  }
  await mustNotOverlap(tx, row)
  const added = await tx.insertInto('term').values(row).returningAll().executeTakeFirstOrThrow()
  const [view] = await withNames(tx, actor.provinceId, [added])
  if (!view) throw new Problem('notFound')
  await writeRecord(tx, actor, {
    action: 'term.add',
    subjectKind: 'term',
    subjectId: row.term_id,
    after: view,
  })
  return view
}

/** Changes number, label and days. */
export async function changeTerm(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: TermChange,
): Promise<TermView> {
  const row = await tx
    .selectFrom('term')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('term_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  authorise(actor, 'person.manage', actor.provinceId, row?.organisation_id ?? null)
  if (!row) throw new Problem('notFound')
  const [before] = await withNames(tx, actor.provinceId, [row])
  if (row.version !== version) throw new Problem('versionOld', { current: before })
  const after = {
    ...row,
    number: given.number === undefined ? row.number : given.number,
    label: given.label ?? row.label,
    valid_from: given.from ?? row.valid_from,
    valid_to: given.to === undefined ? row.valid_to : given.to,
    version: row.version + 1,
  }
  await lockBody(tx, actor.provinceId, row.organisation_id)
  await mustNotOverlap(tx, after)
  await tx
    .updateTable('term')
    .set({
      number: after.number,
      label: after.label,
      valid_from: after.valid_from,
      valid_to: after.valid_to,
      version: after.version,
    })
    .where('province_id', '=', actor.provinceId)
    .where('term_id', '=', id)
    .execute()
  const [view] = await withNames(tx, actor.provinceId, [after])
  if (!view) throw new Problem('notFound')
  await writeRecord(tx, actor, {
    action: 'term.change',
    subjectKind: 'term',
    subjectId: id,
    before,
    after: view,
  })
  return view
}

async function mustNotOverlap(
  tx: Tx,
  given: Omit<Row<'term'>, 'version'> & { version?: number },
): Promise<void> {
  if (given.valid_to !== null && given.valid_to < given.valid_from) {
    throw new Problem('invalidInput', { where: 'to' })
  }
  const others = await tx
    .selectFrom('term')
    .select(['valid_from as from', 'valid_to as to', 'label'])
    .where('province_id', '=', given.province_id)
    .where('organisation_id', '=', given.organisation_id)
    .where('kind', '=', given.kind)
    .where('term_id', '<>', given.term_id)
    .execute()
  const other = others.find((one) => overlaps(one, { from: given.valid_from, to: given.valid_to }))
  if (other) throw new Problem('termOverlaps', { label: other.label })
}
