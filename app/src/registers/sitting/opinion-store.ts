// Opinions that are given at a conference, and tallies of its votes.
import { uuidv7 } from 'uuidv7'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { touchLive } from '../conferences/plan-store.ts'
import type {
  ItemOpinionView,
  ItemVoteView,
  NewOpinion,
  NewVote,
  OpinionChange,
} from './contract.ts'
import { lockSittingItem, mustNotBeOver } from './locking-store.ts'
import { tooManyVotes } from './sitting.ts'

/** Takes down an opinion on an item. */
export async function addOpinion(
  tx: Tx,
  actor: Actor,
  itemId: string,
  given: NewOpinion,
): Promise<ItemOpinionView> {
  const { conference, item } = await lockSittingItem(tx, actor, itemId)
  await mustNotBeOver(tx, conference)
  await mustBeInvited(tx, actor.provinceId, conference.conference_id, given.invitationId ?? null)
  const row = await tx
    .insertInto('item_opinion')
    .values({
      province_id: actor.provinceId,
      item_opinion_id: uuidv7(),
      matter_id: item.matter_id,
      session_item_id: itemId,
      addressee_id: null,
      paper_id: null,
      clause: given.clause ?? null,
      speaker: given.speaker,
      speaker_title: given.speakerTitle ?? null,
      invitation_id: given.invitationId ?? null,
      stance: given.stance,
      body: given.body,
      taken_by: accountOf(actor),
      answer: null,
      answer_reason: null,
      answered_by: null,
      answered_at: null,
      withdrawn_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await touchLive(tx, actor.provinceId, item.conference_id)
  await recordOpinion(tx, actor, 'itemOpinion.add', row)
  return opinionView(row)
}

/** Corrects an opinion as it was taken down, or withdraws it. */
export async function changeOpinion(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: OpinionChange,
): Promise<ItemOpinionView> {
  const place = await tx
    .selectFrom('item_opinion')
    .select('session_item_id')
    .where('province_id', '=', actor.provinceId)
    .where('item_opinion_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  const { conference, item } = await lockSittingItem(tx, actor, place?.session_item_id ?? id)
  await mustNotBeOver(tx, conference)
  await mustBeInvited(tx, actor.provinceId, conference.conference_id, given.invitationId ?? null)
  const before = await tx
    .selectFrom('item_opinion')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('item_opinion_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!before) throw new Problem('notFound')
  if (before.version !== version) throw new Problem('versionOld', { current: opinionView(before) })
  const kept = <T>(value: T | undefined, former: T): T => (value === undefined ? former : value)
  const row = await tx
    .updateTable('item_opinion')
    .set({
      clause: kept(given.clause, before.clause),
      speaker: given.speaker ?? before.speaker,
      speaker_title: kept(given.speakerTitle, before.speaker_title),
      invitation_id: kept(given.invitationId, before.invitation_id),
      stance: given.stance ?? before.stance,
      body: given.body ?? before.body,
      ...(saysOther(before, given) ? unanswered : {}),
      withdrawn_at: given.withdrawn ? new Date().toISOString() : null,
      version: before.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('item_opinion_id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await touchLive(tx, actor.provinceId, item.conference_id)
  const action = given.withdrawn ? 'itemOpinion.withdraw' : 'itemOpinion.change'
  await recordOpinion(tx, actor, action, row, before)
  return opinionView(row)
}

/** An opinion whose words change waits for its answer again, as in a round. */
const unanswered = { answer: null, answer_reason: null, answered_by: null, answered_at: null }

const saysOther = (before: Row<'item_opinion'>, { body, clause }: OpinionChange): boolean =>
  (body !== undefined && body !== before.body) || (clause !== undefined && clause !== before.clause)

async function mustBeInvited(
  db: Reads,
  provinceId: number,
  conferenceId: string,
  invitationId: string | null,
): Promise<void> {
  if (invitationId === null) return
  const row = await db
    .selectFrom('invitation')
    .select('invitation_id')
    .where('province_id', '=', provinceId)
    .where('conference_id', '=', conferenceId)
    .where('invitation_id', '=', invitationId)
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
}

type OpinionDeed = 'itemOpinion.add' | 'itemOpinion.change' | 'itemOpinion.withdraw'

/** Puts an opinion on record as it stands now: one of a conference, or of a round. */
export const recordOpinion = (
  tx: Tx,
  actor: Actor,
  action: OpinionDeed,
  row: Row<'item_opinion'>,
  before?: Row<'item_opinion'>,
): Promise<void> =>
  writeRecord(tx, actor, {
    action,
    subjectKind: 'itemOpinion',
    subjectId: row.item_opinion_id,
    ...(before ? { before: opinionFacts(before) } : {}),
    after: opinionFacts(row),
  })

const opinionFacts = (row: Row<'item_opinion'>) => ({
  invitationId: row.invitation_id,
  speaker: row.speaker,
  speakerTitle: row.speaker_title,
  clause: row.clause,
  stance: row.stance,
  body: row.body,
  answer: row.answer,
  answerReason: row.answer_reason,
})

/** An opinion as it is shown. */
export const opinionView = (row: Row<'item_opinion'>): ItemOpinionView => ({
  id: row.item_opinion_id,
  itemId: row.session_item_id ?? '',
  speaker: row.speaker,
  speakerTitle: row.speaker_title,
  invitationId: row.invitation_id,
  clause: row.clause,
  stance: row.stance,
  body: row.body,
  givenAt: row.given_at,
  answer: row.answer,
  answerReason: row.answer_reason,
  version: row.version,
})

/** Enters a tally; `votesTooMany` where it counts more than its base. */
export async function addVote(
  tx: Tx,
  actor: Actor,
  itemId: string,
  given: NewVote,
): Promise<ItemVoteView> {
  const { conference, item } = await lockSittingItem(tx, actor, itemId)
  await mustNotBeOver(tx, conference)
  if (tooManyVotes(given, given.baseCount)) {
    throw new Problem('votesTooMany', { base: given.baseCount })
  }
  const row = await tx
    .insertInto('item_vote')
    .values({
      province_id: actor.provinceId,
      vote_id: uuidv7(),
      session_item_id: itemId,
      question: given.question,
      kind: given.kind,
      base: given.base,
      base_count: given.baseCount,
      agree: given.agree,
      disagree: given.disagree,
      abstain: given.abstain,
      taken_by: accountOf(actor),
      withdrawn_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await touchLive(tx, actor.provinceId, item.conference_id)
  await writeRecord(tx, actor, {
    action: 'itemVote.add',
    subjectKind: 'itemVote',
    subjectId: row.vote_id,
    after: voteFacts(row),
  })
  return voteView(row)
}

/** Takes a tally back; it stays in the record. */
export async function withdrawVote(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<ItemVoteView> {
  const found = () =>
    tx
      .selectFrom('item_vote')
      .selectAll()
      .where('province_id', '=', actor.provinceId)
      .where('vote_id', '=', id)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
  const place = await found()
  const { conference, item } = await lockSittingItem(tx, actor, place?.session_item_id ?? id)
  await mustNotBeOver(tx, conference)
  const before = await found()
  if (!before) throw new Problem('notFound')
  if (before.version !== version) throw new Problem('versionOld', { current: voteView(before) })
  await tx
    .updateTable('item_vote')
    .set({ withdrawn_at: new Date().toISOString(), version: before.version + 1 })
    .where('province_id', '=', actor.provinceId)
    .where('vote_id', '=', id)
    .execute()
  await touchLive(tx, actor.provinceId, item.conference_id)
  await writeRecord(tx, actor, {
    action: 'itemVote.withdraw',
    subjectKind: 'itemVote',
    subjectId: id,
    before: voteFacts(before),
  })
  return voteView(before)
}

/** What is put on record of a tally: counts, never who voted how. */
const voteFacts = (row: Row<'item_vote'>) => ({
  question: row.question,
  kind: row.kind,
  base: row.base,
  baseCount: row.base_count,
  agree: row.agree,
  disagree: row.disagree,
  abstain: row.abstain,
})

/** A tally as it is shown. */
export const voteView = (row: Row<'item_vote'>): ItemVoteView => ({
  id: row.vote_id,
  itemId: row.session_item_id,
  question: row.question,
  kind: row.kind,
  base: row.base,
  baseCount: row.base_count,
  agree: row.agree,
  disagree: row.disagree,
  abstain: row.abstain,
  takenAt: row.taken_at,
  version: row.version,
})
