// Opinions as they are shown, wherever they were given: only those that the actor may know of.
import type { Reads } from '../../database/tables.ts'
import { type Actor, may } from '../../http/access.ts'
import { visibleOpinion } from '../../http/visible.ts'
import { accountNames } from '../documents/source.ts'
import { paperTitles } from './matters-store.ts'
import type { OpinionView } from './opinions-contract.ts'

/** Which opinions: of a matter, of items, of addressees, one. */
type Which =
  | { matterId: string }
  | { items: readonly string[] }
  | { addressees: readonly string[] }
  | { id: string }

/** Opinions that were not taken back, in the order they were given. */
export async function opinionsOf(
  db: Reads,
  actor: Actor,
  which: Which,
): Promise<(OpinionView & { addresseeId: string | null })[]> {
  const rows = await opinionRows(db, actor, which)
  const { provinceId } = actor
  const people = rows.map((row) => row.answered_by)
  const names = await accountNames(db, provinceId, people)
  const drafts = rows.map((row) => row.paper_id ?? row.round_paper)
  const papers = await paperTitles(db, provinceId, drafts)
  return rows.map((row) => {
    const paper = row.paper_id ?? row.round_paper
    return {
      id: row.item_opinion_id,
      addresseeId: row.addressee_id,
      matterId: row.matter_id,
      given:
        row.session_item_id === null
          ? {
              kind: 'round' as const,
              id: row.round_id ?? '',
              title: row.round_title ?? '',
              itemId: null,
            }
          : {
              kind: 'conference' as const,
              id: row.conference_id ?? '',
              title: row.conference_title ?? '',
              itemId: row.session_item_id,
            },
      paper: paper === null ? null : { id: paper, title: papers.get(paper) ?? '' },
      clause: row.clause,
      speaker: row.speaker,
      speakerTitle: row.speaker_title,
      stance: row.stance,
      body: row.body,
      givenAt: row.given_at,
      answer: row.answer,
      answerReason: row.answer_reason,
      answeredBy: names.get(row.answered_by ?? '') ?? null,
      answeredAt: row.answered_at,
      mayAnswer: mayAnswer(actor, row),
      version: row.version,
    }
  })
}

interface Answering {
  matter_submitter: string | null
  item_submitter: string | null
  /** The body that held the conference, or asked in the round. */
  holder: string | null
}

/** Who submitted the matter answers for it; so does the office of the body that heard it. */
export function mayAnswer(actor: Actor, row: Answering): boolean {
  const submitters = [row.matter_submitter, row.item_submitter].filter((id) => id !== null)
  return (
    submitters.some((id) => may(actor, 'dossier.submit', actor.provinceId, id)) ||
    (row.holder !== null && may(actor, 'conference.run', actor.provinceId, row.holder))
  )
}

/** The rows with what is known of the place where each was given. */
export async function opinionRows(db: Reads, actor: Actor, which: Which) {
  if ('items' in which && which.items.length === 0) return []
  if ('addressees' in which && which.addressees.length === 0) return []
  return db
    .selectFrom('item_opinion')
    .innerJoin('matter as m', (join) =>
      join
        .onRef('m.province_id', '=', 'item_opinion.province_id')
        .onRef('m.matter_id', '=', 'item_opinion.matter_id'),
    )
    .leftJoin('session_item as i', (join) =>
      join
        .onRef('i.province_id', '=', 'item_opinion.province_id')
        .onRef('i.session_item_id', '=', 'item_opinion.session_item_id'),
    )
    .leftJoin('conference as c', (join) =>
      join
        .onRef('c.province_id', '=', 'i.province_id')
        .onRef('c.conference_id', '=', 'i.conference_id'),
    )
    .leftJoin('round_addressee as a', (join) =>
      join
        .onRef('a.province_id', '=', 'item_opinion.province_id')
        .onRef('a.addressee_id', '=', 'item_opinion.addressee_id'),
    )
    .leftJoin('opinion_round as r', (join) =>
      join.onRef('r.province_id', '=', 'a.province_id').onRef('r.round_id', '=', 'a.round_id'),
    )
    .selectAll('item_opinion')
    .select((build) => [
      'm.submitter_id as matter_submitter',
      'i.submitter_id as item_submitter',
      'c.conference_id',
      'c.title as conference_title',
      'r.round_id',
      'r.title as round_title',
      'r.paper_id as round_paper',
      build.fn.coalesce('c.organisation_id', 'r.organisation_id').as('holder'),
    ])
    .where('item_opinion.province_id', '=', actor.provinceId)
    .where('item_opinion.withdrawn_at', 'is', null)
    .where(visibleOpinion(actor))
    .where((build) => {
      if ('id' in which) return build('item_opinion.item_opinion_id', '=', which.id)
      if ('matterId' in which) return build('item_opinion.matter_id', '=', which.matterId)
      if ('items' in which) return build('item_opinion.session_item_id', 'in', [...which.items])
      return build('item_opinion.addressee_id', 'in', [...which.addressees])
    })
    .orderBy('item_opinion.given_at')
    .orderBy('item_opinion.item_opinion_id')
    .execute()
}
