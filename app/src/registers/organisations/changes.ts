// Changes of several bodies at once: merge, split, take over. Old bodies end, nothing of them moves; the
// lines say who went into whom with what share.
import { dayBefore } from '../../calendar.ts'
import type { Row, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import {
  closeBody,
  insertBody,
  insertChange,
  lockBody,
  moveLink,
  mustStand,
  partsAfter,
  touch,
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
  const id = await insertChange(
    tx,
    actor.provinceId,
    given,
    lines.map(({ from, to, ...share }) => ({
      from: former[from]?.organisation_id ?? '',
      to: successors[to] ?? '',
      ...share,
    })),
  )
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
    authorise(actor, 'organisation.manage', actor.provinceId, id)
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
