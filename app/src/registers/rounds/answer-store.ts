// What somebody who is asked answers: a stance and any number of opinions.
import { uuidv7 } from 'uuidv7'
import type { Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, asWorker, authorise, may } from '../../http/access.ts'
import { addressed, visibleRound } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { recordOpinion } from '../sitting/opinion-store.ts'
import type { RoundAnswer, RoundView } from './contract.ts'
import { refusedAnswer } from './round.ts'
import { getRound } from './view-store.ts'

/**
 * Answers for oneself or one's body; whoever runs conferences of the body that asks writes down what came on
 * paper. `roundClosed` and `answerFrozen` as in `refusedAnswer`.
 */
export async function answerRound(
  tx: Tx,
  actor: Actor,
  addresseeId: string,
  version: number,
  given: RoundAnswer,
): Promise<RoundView> {
  authorise(actor, 'conference.attend', actor.provinceId)
  const { round, asked } = await lockAsked(tx, actor, addresseeId)
  if (asked.version !== version) {
    const { addressees } = await getRound(tx, actor, round.round_id)
    throw new Problem('versionOld', { current: addressees.find(({ id }) => id === addresseeId) })
  }
  const now = new Date()
  const deadline = { dueAt: round.due_at, closedAt: round.closed_at }
  const refused = refusedAnswer(deadline, asked.answered_at, now)
  if (refused) throw new Problem(refused)
  const answer = {
    stance: given.stance,
    answered_by: accountOf(actor),
    answered_at: now.toISOString(),
  }
  await tx
    .updateTable('round_addressee')
    .set({ ...answer, version: asked.version + 1 })
    .where('province_id', '=', actor.provinceId)
    .where('addressee_id', '=', addresseeId)
    .execute()
  await putOpinions(tx, actor, round, asked, given)
  await writeRecord(tx, actor, {
    action: 'opinionRound.answer',
    subjectKind: 'roundAddressee',
    subjectId: addresseeId,
    after: given,
  })
  return getRound(tx, actor, round.round_id)
}

/** Locks the round of an addressee that the actor may answer for; for anybody else it is not there. */
async function lockAsked(tx: Tx, actor: Actor, addresseeId: string) {
  const place = await tx
    .selectFrom('round_addressee')
    .select('round_id')
    .where('province_id', '=', actor.provinceId)
    .where('addressee_id', '=', addresseeId)
    .executeTakeFirst()
  if (!place) throw new Problem('notFound')
  const round = await tx
    .selectFrom('opinion_round')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('round_id', '=', place.round_id)
    .where(visibleRound(actor))
    .forNoKeyUpdate()
    .executeTakeFirst()
  const asked = await tx
    .selectFrom('round_addressee')
    .selectAll()
    .select(addressed(asWorker(actor)).as('own'))
    .where('province_id', '=', actor.provinceId)
    .where('addressee_id', '=', addresseeId)
    .executeTakeFirst()
  const writesDown = round && may(actor, 'conference.run', actor.provinceId, round.organisation_id)
  if (!round || !asked || !(asked.own || writesDown)) throw new Problem('notFound')
  return { round, asked }
}

/** Writes the opinions as they shall stand. A text that changed waits for its answer again. */
async function putOpinions(
  tx: Tx,
  actor: Actor,
  round: Row<'opinion_round'>,
  asked: Row<'round_addressee'>,
  { stance, opinions }: RoundAnswer,
): Promise<void> {
  const standing = await tx
    .selectFrom('item_opinion')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('addressee_id', '=', asked.addressee_id)
    .where('withdrawn_at', 'is', null)
    .execute()
  const kept = new Map(opinions.flatMap((one) => (one.id ? [[one.id, one] as const] : [])))
  const own = new Set(standing.map((row) => row.item_opinion_id))
  if ([...kept.keys()].some((id) => !own.has(id))) throw new Problem('notFound')
  for (const row of standing) {
    const wanted = kept.get(row.item_opinion_id)
    if (wanted) await change(tx, actor, 'itemOpinion.change', row, changesOf(row, wanted, stance))
    else await change(tx, actor, 'itemOpinion.withdraw', row, withdrawn())
  }
  for (const { id, clause, body } of opinions) {
    if (id) continue
    const row = await tx
      .insertInto('item_opinion')
      .values({
        province_id: actor.provinceId,
        item_opinion_id: uuidv7(),
        matter_id: round.matter_id,
        session_item_id: null,
        addressee_id: asked.addressee_id,
        paper_id: round.paper_id,
        clause: clause ?? null,
        speaker: asked.name,
        speaker_title: null,
        invitation_id: null,
        stance,
        body,
        taken_by: accountOf(actor),
        answer: null,
        answer_reason: null,
        answered_by: null,
        answered_at: null,
        withdrawn_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await recordOpinion(tx, actor, 'itemOpinion.add', row)
  }
}

const withdrawn = () => ({ withdrawn_at: new Date().toISOString() })

function changesOf(
  row: Row<'item_opinion'>,
  { clause = null, body }: RoundAnswer['opinions'][number],
  stance: RoundAnswer['stance'],
) {
  const same = row.body === body && row.clause === clause
  if (same && row.stance === stance) return null
  const open = { answer: null, answer_reason: null, answered_by: null, answered_at: null }
  return { stance, clause, body, ...(same ? {} : open) }
}

async function change(
  tx: Tx,
  actor: Actor,
  action: 'itemOpinion.change' | 'itemOpinion.withdraw',
  before: Row<'item_opinion'>,
  values: ReturnType<typeof changesOf> | ReturnType<typeof withdrawn>,
): Promise<void> {
  if (values === null) return
  const row = await tx
    .updateTable('item_opinion')
    .set({ ...values, version: before.version + 1 })
    .where('province_id', '=', before.province_id)
    .where('item_opinion_id', '=', before.item_opinion_id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordOpinion(tx, actor, action, row, before)
}
