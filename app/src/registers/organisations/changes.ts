// Changes of several bodies at once: merge, split, take over. Old bodies end, nothing of them moves; the
// lines say who went into whom with what share.
import { uuidv7 } from 'uuidv7'
import { dayBefore } from '../../calendar.ts'
import type { Row, Tx } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import {
  closeBody,
  insertBody,
  lockBody,
  mayManage,
  moveLink,
  mustStand,
  partsAfter,
} from './bodyrows.ts'
import type { BodyChange, Reorganisation } from './contract.ts'
import { defaultLines, faultOf } from './organisation.ts'
import { getBody, getChange } from './store.ts'

/**
 * Merges, splits or takes over from a day on. Predecessors end the day before where told, and what
 * stands below them is refused, ended or moved to the one successor. `versionOld` where a body named
 * has changed meanwhile, `invalidInput` for a shape that is no such change (`faultOf`).
 */
export async function reorganise(tx: Tx, actor: Actor, given: Reorganisation): Promise<BodyChange> {
  const lines = given.lines ?? defaultLines(given.predecessors.length, given.successors.length)
  const fault = faultOf(given, lines)
  if (fault) throw new Problem('invalidInput', { where: fault })
  const eve = dayBefore(given.on)
  const former = await lockAll(tx, actor, given.predecessors)
  for (const body of former) mustStand(body, eve)
  const successors = await successorsOf(tx, actor, given)
  if (former.some((body) => successors.includes(body.organisation_id))) {
    throw new Problem('invalidInput', { where: 'successors' })
  }
  for (const [index, body] of former.entries()) {
    if (given.predecessors[index]?.ends) await endPredecessor(tx, body, given, successors)
    else await touch(tx, body)
  }
  const id = await insertChange(tx, actor, given, lines, [
    former.map((body) => body.organisation_id),
    successors,
  ])
  const change = await getChange(tx, actor.provinceId, id)
  await writeRecord(tx, actor, {
    action: `organisation.${given.kind}`,
    subjectKind: 'organisationChange',
    subjectId: id,
    after: change,
    reason: given.legalReference ?? undefined,
  })
  return change
}

/** The bodies in the order given, locked in one order for all, each in the version told. */
async function lockAll(
  tx: Tx,
  actor: Actor,
  wanted: readonly { id: string; version: number }[],
): Promise<Row<'organisation'>[]> {
  const locked = new Map<string, Row<'organisation'>>()
  for (const { id, version } of wanted.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    await mayManage(tx, actor, id)
    const body = await lockBody(tx, actor.provinceId, id)
    if (locked.has(id)) throw new Problem('invalidInput', { where: 'predecessors' })
    if (body.version !== version) {
      throw new Problem('versionOld', { current: await getBody(tx, actor, id) })
    }
    locked.set(id, body)
  }
  return wanted.flatMap(({ id }) => locked.get(id) ?? [])
}

async function successorsOf(tx: Tx, actor: Actor, given: Reorganisation): Promise<string[]> {
  const there = await lockAll(
    tx,
    actor,
    given.successors.filter((one) => 'id' in one),
  )
  for (const body of there) {
    mustStand(body, given.on)
    await touch(tx, body)
  }
  const ids: string[] = []
  for (const one of given.successors) {
    if ('id' in one) ids.push(one.id)
    else {
      const legalReference = given.legalReference ?? null
      ids.push(await insertBody(tx, actor, { ...one.body, from: given.on, legalReference }))
    }
  }
  return ids
}

async function endPredecessor(
  tx: Tx,
  body: Row<'organisation'>,
  given: Reorganisation,
  successors: readonly string[],
): Promise<void> {
  const eve = dayBefore(given.on)
  if (body.valid_to === eve) return touch(tx, body)
  if (given.below === 'move') {
    const [heir, ...others] = successors
    if (heir === undefined || others.length > 0) {
      throw new Problem('invalidInput', { where: 'below' })
    }
    for (const { tree, ...part } of await partsAfter(tx, body, eve)) {
      await moveLink(tx, part, { tree, parentId: heir, from: given.on }, body.organisation_id)
      await touch(tx, part)
    }
  }
  await closeBody(tx, body, eve, given.below === 'end' ? 'end' : 'refuse')
}

async function touch(tx: Tx, body: Row<'organisation'>): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({ version: body.version + 1 })
    .where('province_id', '=', body.province_id)
    .where('organisation_id', '=', body.organisation_id)
    .execute()
}

async function insertChange(
  tx: Tx,
  actor: Actor,
  given: Reorganisation,
  lines: NonNullable<Reorganisation['lines']>,
  [predecessors, successors]: [string[], string[]],
): Promise<string> {
  const own = { province_id: actor.provinceId, change_id: uuidv7() }
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
        predecessor_id: predecessors[line.from] ?? '',
        successor_id: successors[line.to] ?? '',
        basis: line.basis,
        weight: line.weight === null ? null : String(line.weight),
      })),
    )
    .execute()
  return own.change_id
}
