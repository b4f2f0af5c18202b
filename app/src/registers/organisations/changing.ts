// Changes of one body: added, corrected, renamed, moved, ended. What was stays as it was on its days; a
// day closes one row and opens the next.
import { uuidv7 } from 'uuidv7'
import { dayAfter, dayBefore, todayInVietnam } from '../../calendar.ts'
import { holds } from '../../database/days.ts'
import type { Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import {
  type Body,
  closeBody,
  insertBody,
  insertOwnChange,
  lastOn,
  lockBody,
  moveLink,
  mustStand,
  touch,
} from './bodyrows.ts'
import type { BodyCorrection, BodyPage, Ending, Moving, NewBody, Renaming } from './contract.ts'
import { getBody } from './store.ts'

/** Adds a body; below the province itself where no place is named. */
export async function addBody(tx: Tx, actor: Actor, given: NewBody): Promise<BodyPage> {
  const id = await insertBody(tx, actor, given)
  const page = await getBody(tx, actor, id)
  await writeRecord(tx, actor, {
    action: 'organisation.add',
    subjectKind: 'organisation',
    subjectId: id,
    after: page,
    reason: given.legalReference ?? undefined,
  })
  return page
}

/** Corrects what was always so. */
export function correctBody(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: BodyCorrection,
): Promise<BodyPage> {
  return changing(tx, actor, id, version, 'correct', given.legalReference, async (body) => {
    await correctRow(tx, body, given)
    if (given.also) await replaceOtherNames(tx, body, given.also)
  })
}

async function correctRow(tx: Tx, body: Body, given: BodyCorrection): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({
      code: given.code === undefined ? body.code : given.code,
      note: given.note === undefined ? body.note : given.note,
      legal_reference:
        given.legalReference === undefined ? body.legal_reference : given.legalReference,
      unverified: JSON.stringify(given.unverified ?? body.unverified),
    })
    .where('province_id', '=', body.province_id)
    .where('organisation_id', '=', body.organisation_id)
    .execute()
}

async function replaceOtherNames(
  tx: Tx,
  body: Body,
  also: NonNullable<BodyCorrection['also']>,
): Promise<void> {
  await tx
    .deleteFrom('organisation_name')
    .where('province_id', '=', body.province_id)
    .where('organisation_id', '=', body.organisation_id)
    .where('role', '<>', 'official')
    .execute()
  if (also.length === 0) return
  await tx
    .insertInto('organisation_name')
    .values(
      also.map(({ name, role }) => ({
        province_id: body.province_id,
        organisation_id: body.organisation_id,
        name_id: uuidv7(),
        name,
        role,
        valid_from: body.valid_from,
        valid_to: body.valid_to,
      })),
    )
    .execute()
}

/**
 * Gives a new official name from a day on; `bodyChangedLater` where a later name is known already. The
 * province itself is called so everywhere at once, so its day cannot lie ahead
 * (`provinceNameAhead`); its short name in addresses and commands stays.
 */
export function renameBody(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: Renaming,
): Promise<BodyPage> {
  return changing(tx, actor, id, version, 'rename', given.legalReference, async (body) => {
    await replaceName(tx, body, given)
    if (body.kind === 'province') await renameProvince(tx, body.province_id, given)
    await insertOwnChange(tx, body, 'rename', given.from, given)
  })
}

async function renameProvince(tx: Tx, provinceId: number, { name, from }: Renaming): Promise<void> {
  if (from > todayInVietnam()) throw new Problem('provinceNameAhead')
  await tx.updateTable('province').set({ name }).where('province_id', '=', provinceId).execute()
}

async function replaceName(tx: Tx, body: Body, given: Renaming): Promise<void> {
  mustStand(body, given.from)
  const names = await tx
    .selectFrom('organisation_name')
    .selectAll()
    .where('province_id', '=', body.province_id)
    .where('organisation_id', '=', body.organisation_id)
    .where('role', '=', 'official')
    .execute()
  const former = lastOn(names, given.from)
  await tx
    .updateTable('organisation_name')
    .set({ valid_to: dayBefore(given.from) })
    .where('province_id', '=', body.province_id)
    .where('name_id', '=', former?.name_id ?? null)
    .execute()
  await tx
    .insertInto('organisation_name')
    .values({
      province_id: body.province_id,
      organisation_id: body.organisation_id,
      name_id: uuidv7(),
      name: given.name,
      role: 'official',
      valid_from: given.from,
      valid_to: body.valid_to,
    })
    .execute()
}

/** Puts a body below another from a day on, in one tree; `bodyBelowItself` for one below it. */
export function moveBody(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: Moving,
): Promise<BodyPage> {
  return changing(tx, actor, id, version, 'move', given.legalReference, async (body) => {
    if (body.kind === 'province') throw new Problem('invalidInput', { where: 'id' })
    authorise(actor, 'organisation.manage', actor.provinceId, given.parentId)
    mustStand(body, given.from)
    mustStand(await lockBody(tx, actor.provinceId, given.parentId), given.from)
    await mustNotBeBelow(tx, actor.provinceId, id, given)
    await moveLink(tx, body, given)
    await insertOwnChange(tx, body, 'transfer', given.from, given)
  })
}

async function mustNotBeBelow(tx: Tx, provinceId: number, id: string, given: Moving) {
  const seen = new Set<string>()
  let above: string[] = [given.parentId]
  while (above.length > 0) {
    if (above.includes(id)) throw new Problem('bodyBelowItself')
    for (const one of above) seen.add(one)
    const rows = await tx
      .selectFrom('organisation_parent')
      .select('parent_id')
      .where('province_id', '=', provinceId)
      .where('organisation_id', 'in', above)
      .where('tree', '=', given.tree)
      .where(holds(given.from))
      .execute()
    above = rows.map((row) => row.parent_id).filter((one) => !seen.has(one))
  }
}

/** Ends a body with a last day; `bodyHasParts` where others stand below it and shall not end too. */
export function endBody(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: Ending,
): Promise<BodyPage> {
  return changing(tx, actor, id, version, 'end', given.legalReference, async (body) => {
    await closeBody(tx, body, given.on, given.below)
    await insertOwnChange(tx, body, 'end', dayAfter(given.on), given)
  })
}

/** One change of one body: who may, whether the version is the present one, the record. */
async function changing(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  action: string,
  reason: string | null | undefined,
  work: (body: Body) => Promise<void>,
): Promise<BodyPage> {
  authorise(actor, 'organisation.manage', actor.provinceId, id)
  const body = await lockBody(tx, actor.provinceId, id)
  const before = await getBody(tx, actor, id)
  if (body.version !== version) throw new Problem('versionOld', { current: before })
  await work(body)
  await touch(tx, body)
  const after = await getBody(tx, actor, id)
  await writeRecord(tx, actor, {
    action: `organisation.${action}`,
    subjectKind: 'organisation',
    subjectId: id,
    before,
    after,
    reason: reason ?? undefined,
  })
  return after
}
