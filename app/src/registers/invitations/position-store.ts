// Positions before the meeting: each member on each item, until the conference opens; what nobody objects to
// is then taken together.
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, asWorker } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { listItems, lockItem } from '../agenda/store.ts'
import { conferenceRow, lockConference, stageNow, touchLive } from '../conferences/plan-store.ts'
import { agreedAs, holdingOf, takesPosition, uncontested } from './invitation.ts'
import type { PositionBoardView, PositionGiven, PositionView } from './position-contract.ts'
import { invitationsOf, ownInvitations, seesAsOffice } from './view-store.ts'

/** Items and members: all for the office and who presides, for a member the own row. */
export async function positionBoard(
  db: Reads,
  actor: Actor,
  conferenceId: string,
): Promise<PositionBoardView> {
  const conference = await conferenceRow(db, actor, conferenceId)
  const rows = await invitationsOf(db, actor.provinceId, conferenceId)
  const whole = seesAsOffice(actor, conference, rows)
  // As on the pages of the sitting: what is being decided is the clerk's until the conference is closed.
  const told = whole || conference.closed_at !== null
  const members = membersOf(rows)
  const seen = members.filter((row) => whole || isOwn(actor, row))
  const items = (await listItems(db, actor, conferenceId)).filter((item) => item.status === 'on')
  const ids = items.map((item) => item.id)
  const given = await positionsOf(db, actor.provinceId, ids)
  const outcomes = await outcomesOf(db, actor.provinceId, ids)
  const of = (item: string) =>
    given.filter((one) => one.session_item_id === item && has(members, one.invitation_id))
  return {
    whole,
    open: isOpen(await stageNow(db, conference)),
    members: seen.map((row) => ({
      id: row.invitation_id,
      name: row.name,
      title: row.title,
      capacity: row.capacity,
      own: isOwn(actor, row),
      missing: ids.filter((id) => !has(of(id), row.invitation_id)).length,
    })),
    items: items.map((item) => ({
      id: item.id,
      number: item.runs?.number ?? item.number,
      title: item.title,
      asked: item.asked,
      positions: of(item.id)
        .filter((one) => has(seen, one.invitation_id))
        .map(shownPosition),
      uncontested: whole && uncontested(members.length, stands(of(item.id))),
      outcome: told ? (outcomes.get(item.id) ?? null) : null,
    })),
  }
}

const has = (rows: readonly { invitation_id: string }[], id: string): boolean =>
  rows.some((row) => row.invitation_id === id)

const stands = (rows: readonly Row<'item_position'>[]) => rows.map((row) => row.position)

const membersOf = (rows: readonly Row<'invitation'>[]) =>
  rows.filter(
    (row) => takesPosition(row.capacity) && row.sent_at !== null && row.withdrawn_at === null,
  )

/** A substitute sees what the member sees, but the position stays the member's. */
function isOwn(actor: Actor, row: Row<'invitation'>): boolean {
  const holding = holdingOf(asWorker(actor), row)
  return holding === 'invited' || holding === 'body'
}

const isOpen = (stage: string): boolean => stage === 'planned' || stage === 'invited'

const shownPosition = (row: Row<'item_position'>): PositionView => ({
  invitationId: row.invitation_id,
  stand: row.position,
  body: row.body,
  givenAt: row.given_at,
  version: row.version,
})

/** What of it goes on record. */
const wordsOf = (row: Row<'item_position'>) => ({
  itemId: row.session_item_id,
  stand: row.position,
  body: row.body,
})

async function positionsOf(db: Reads, provinceId: number, items: readonly string[]) {
  if (items.length === 0) return []
  return db
    .selectFrom('item_position')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('session_item_id', 'in', [...items])
    .execute()
}

async function outcomesOf(db: Reads, provinceId: number, items: readonly string[]) {
  if (items.length === 0) return new Map<string, NonNullable<Row<'item_decision'>['outcome']>>()
  const rows = await db
    .selectFrom('item_decision')
    .select(['session_item_id', 'outcome'])
    .where('province_id', '=', provinceId)
    .where('session_item_id', 'in', [...items])
    .execute()
  return new Map(
    rows.flatMap((row) => (row.outcome === null ? [] : [[row.session_item_id, row.outcome]])),
  )
}

/**
 * Takes a position on an item, or another one. `version`: of the position, 0 where there is none yet.
 * An opinion and an objection say what they are; `conferenceBegun` once it opened; `forbidden` for somebody
 * who sees the item but is no member.
 */
export async function givePosition(
  tx: Tx,
  actor: Actor,
  itemId: string,
  version: number,
  given: PositionGiven,
): Promise<PositionView> {
  const { conference, item } = await lockItem(tx, actor, itemId, 'conference.attend')
  const own = await ownInvitations(tx, actor, [conference.conference_id])
  const by = own.find(
    (row) =>
      takesPosition(row.capacity) &&
      isOwn(actor, row) &&
      (given.invitationId === undefined || given.invitationId === row.invitation_id),
  )
  if (!by) throw new Problem('forbidden')
  const stage = await stageNow(tx, conference)
  if (!isOpen(stage)) {
    throw new Problem(stage === 'running' ? 'conferenceBegun' : 'conferenceOver')
  }
  if (item.status !== 'on') throw new Problem('notFound')
  if (given.stand !== 'noObjection' && !given.body) {
    throw new Problem('invalidInput', { where: 'body' })
  }
  const key = { province_id: actor.provinceId, session_item_id: itemId }
  const before = (await positionsOf(tx, actor.provinceId, [itemId])).find(
    (row) => row.invitation_id === by.invitation_id,
  )
  if ((before?.version ?? 0) !== version) {
    throw new Problem('versionOld', { current: before ? shownPosition(before) : null })
  }
  const values = {
    position: given.stand,
    body: given.body ?? null,
    given_by: accountOf(actor),
    given_at: new Date().toISOString(),
    version: version + 1,
  }
  const row = await tx
    .insertInto('item_position')
    .values({ ...key, invitation_id: by.invitation_id, ...values })
    .onConflict((conflict) =>
      conflict.columns(['province_id', 'session_item_id', 'invitation_id']).doUpdateSet(values),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  const after = shownPosition(row)
  await writeRecord(tx, actor, {
    action: 'position.give',
    subjectKind: 'position',
    subjectId: `${itemId}/${by.invitation_id}`,
    ...(before ? { before: wordsOf(before) } : {}),
    after: wordsOf(row),
  })
  await touchLive(tx, actor.provinceId, conference.conference_id)
  return after
}

/**
 * Decides in one act items on which every member said “no objection”; each gets a decision of its own.
 * `itemContested` where one of them is not so, or is decided already; then none is decided.
 */
export async function takeTogether(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  itemIds: readonly string[],
): Promise<{ decided: number }> {
  const conference = await lockConference(tx, actor, conferenceId, 'conference.run')
  const stage = await stageNow(tx, conference)
  if (stage !== 'running') {
    throw new Problem(isOpen(stage) ? 'conferenceNotRunning' : 'conferenceOver')
  }
  const items = await listItems(tx, actor, conferenceId)
  const members = membersOf(await invitationsOf(tx, actor.provinceId, conferenceId))
  const wanted = [...new Set(itemIds)]
  const given = await positionsOf(tx, actor.provinceId, wanted)
  const outcomes = await outcomesOf(tx, actor.provinceId, wanted)
  for (const id of wanted) {
    const item = items.find((one) => one.id === id && one.status === 'on')
    if (!item) throw new Problem('notFound')
    const said = given.filter(
      (one) => one.session_item_id === id && has(members, one.invitation_id),
    )
    if (outcomes.has(id) || !uncontested(members.length, stands(said))) {
      throw new Problem('itemContested', { title: item.title })
    }
    await decide(tx, actor, id, agreedAs[item.asked])
  }
  await touchLive(tx, actor.provinceId, conferenceId)
  return { decided: wanted.length }
}

async function decide(
  tx: Tx,
  actor: Actor,
  itemId: string,
  outcome: NonNullable<Row<'item_decision'>['outcome']>,
): Promise<void> {
  const by = { written_by: accountOf(actor), written_at: new Date().toISOString() }
  await tx
    .insertInto('item_decision')
    .values({
      province_id: actor.provinceId,
      session_item_id: itemId,
      outcome,
      conditions: null,
      ...by,
    })
    .onConflict((conflict) =>
      conflict.columns(['province_id', 'session_item_id']).doUpdateSet((build) => ({
        outcome,
        ...by,
        version: build('item_decision.version', '+', 1),
      })),
    )
    .execute()
  await writeRecord(tx, actor, {
    action: 'sessionItem.takeTogether',
    subjectKind: 'sessionItem',
    subjectId: itemId,
    after: { outcome },
  })
}
