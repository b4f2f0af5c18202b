// Opinions and their answers: of a matter, of a conference. Every opinion is answered, with the reason.
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { visibleOpinion } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { listItems } from '../agenda/store.ts'
import { touchLive } from '../conferences/plan-store.ts'
import { organisationNames } from '../organisations/names.ts'
import { draftsOf, matterRow } from './matters-store.ts'
import { opinionsOf } from './opinion-view-store.ts'
import type { MatterOpinions, OpinionAnswerGiven, OpinionView } from './opinions-contract.ts'
import { countOpinions, lacksReason } from './round.ts'

/** All opinions on a matter that the actor may know of. */
export async function matterOpinions(
  db: Reads,
  actor: Actor,
  matterId: string,
): Promise<MatterOpinions> {
  const matter = await matterRow(db, actor, matterId)
  const names = await organisationNames(db, actor.provinceId, [matter.submitter_id])
  const opinions = (await opinionsOf(db, actor, { matterId })).map(asShown)
  const drafts = await draftsOf(db, actor, matterId)
  const sheet = of(
    {
      id: matterId,
      title: matter.title,
      submitter:
        matter.submitter_id === null
          ? null
          : { id: matter.submitter_id, name: names.get(matter.submitter_id) ?? '' },
    },
    opinions,
  )
  return { ...sheet, drafts }
}

/** The opinions that were given at a conference, by item, in the agenda's order; items without are left out. */
export async function conferenceOpinions(
  db: Reads,
  actor: Actor,
  conferenceId: string,
): Promise<MatterOpinions[]> {
  const items = await listItems(db, actor, conferenceId)
  const opinions = await opinionsOf(db, actor, { items: items.map(({ id }) => id) })
  return items.flatMap((item) => {
    const own = opinions.filter((one) => one.given.itemId === item.id).map(asShown)
    if (own.length === 0) return []
    return [of({ id: item.matterId, title: item.title, submitter: item.submitter }, own)]
  })
}

const asShown = ({
  addresseeId: _place,
  ...opinion
}: OpinionView & { addresseeId: string | null }): OpinionView => opinion

function of(matter: MatterOpinions['matter'], opinions: OpinionView[]): MatterOpinions {
  const papers = new Map(opinions.flatMap(({ paper }) => (paper ? [[paper.id, paper]] : [])))
  return {
    matter,
    opinions,
    counts: countOpinions(opinions),
    papers: [...papers.values()],
    drafts: [],
  }
}

/**
 * Answers an opinion, changes the answer or takes it back. For who may not know of the opinion it is not
 * there; who knows of it and may not answer is refused. `opinionReasonMissing` where the reason is.
 */
export async function answerOpinion(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: OpinionAnswerGiven,
): Promise<OpinionView> {
  authorise(actor, 'register.read', actor.provinceId)
  const conferenceId = await lockPlace(tx, actor, id)
  const before = await opinionOf(tx, actor, id)
  if (!before.mayAnswer) throw new Problem('forbidden')
  if (before.version !== version) throw new Problem('versionOld', { current: before })
  const reason = given.reason?.trim() || null
  if (lacksReason(given.answer, reason)) throw new Problem('opinionReasonMissing')
  const none = given.answer === null
  await tx
    .updateTable('item_opinion')
    .set({
      answer: given.answer,
      answer_reason: none ? null : reason,
      answered_by: none ? null : accountOf(actor),
      answered_at: none ? null : new Date().toISOString(),
      version: before.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('item_opinion_id', '=', id)
    .execute()
  if (conferenceId !== null) await touchLive(tx, actor.provinceId, conferenceId)
  const after = await opinionOf(tx, actor, id)
  await writeRecord(tx, actor, {
    action: 'itemOpinion.answer',
    subjectKind: 'itemOpinion',
    subjectId: id,
    before: answerIn(before),
    after: answerIn(after),
    ...(reason === null ? {} : { reason }),
  })
  return after
}

async function opinionOf(db: Reads, actor: Actor, id: string): Promise<OpinionView> {
  const [found] = await opinionsOf(db, actor, { id })
  if (!found) throw new Problem('notFound')
  return asShown(found)
}

const answerIn = ({ answer, answerReason }: OpinionView) => ({ answer, answerReason })

/** Locks the conference or the round of an opinion, as all who change it do first. The conference, or null. */
async function lockPlace(tx: Tx, actor: Actor, id: string): Promise<string | null> {
  const place = await tx
    .selectFrom('item_opinion')
    .leftJoin('session_item as i', (join) =>
      join
        .onRef('i.province_id', '=', 'item_opinion.province_id')
        .onRef('i.session_item_id', '=', 'item_opinion.session_item_id'),
    )
    .leftJoin('round_addressee as a', (join) =>
      join
        .onRef('a.province_id', '=', 'item_opinion.province_id')
        .onRef('a.addressee_id', '=', 'item_opinion.addressee_id'),
    )
    .select(['i.conference_id', 'a.round_id'])
    .where('item_opinion.province_id', '=', actor.provinceId)
    .where('item_opinion.item_opinion_id', '=', id)
    .where('item_opinion.withdrawn_at', 'is', null)
    .where(visibleOpinion(actor))
    .executeTakeFirst()
  if (!place) throw new Problem('notFound')
  if (place.conference_id !== null) {
    await tx
      .selectFrom('conference')
      .select('conference_id')
      .where('province_id', '=', actor.provinceId)
      .where('conference_id', '=', place.conference_id)
      .forNoKeyUpdate()
      .execute()
  } else {
    await tx
      .selectFrom('opinion_round')
      .select('round_id')
      .where('province_id', '=', actor.provinceId)
      .where('round_id', '=', place.round_id)
      .forNoKeyUpdate()
      .execute()
  }
  return place.conference_id
}
