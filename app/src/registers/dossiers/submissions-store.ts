// A dossier on its way to one conference: submitted, then taken or sent back with the reason.

import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise, mayAnywhere } from '../../http/access.ts'
import { visibleItem } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { lockItem } from '../agenda/store.ts'
import { tellNamed } from '../mail/audience-store.ts'
import type { DossierView, SubmissionDecision } from './contract.ts'
import { bringBefore } from './item-papers-store.ts'
import { lockDossier, preparedItem, touchDossier } from './rights-store.ts'
import { getDossier } from './store.ts'

/**
 * Submits the dossier of an item to its conference, late or not. `noPapers` where there is nothing to submit,
 * `alreadySubmitted` while one waits for its answer or was taken, `itemNotOn` where the item is not on.
 */
export async function submitDossier(
  tx: Tx,
  actor: Actor,
  itemId: string,
  note: string | undefined,
): Promise<DossierView> {
  const { matter_id: matterId } = await preparedItem(tx, actor, itemId)
  await lockDossier(tx, actor, matterId)
  const before = await getDossier(tx, actor, itemId)
  if (before.item.status !== 'on') throw new Problem('itemNotOn')
  if (before.counts.papers === 0) throw new Problem('noPapers')
  const last = before.inside?.submissions[0]
  if (last && last.outcome !== 'sentBack') throw new Problem('alreadySubmitted')
  const id = uuidv7()
  await tx
    .insertInto('dossier_submission')
    .values({
      province_id: actor.provinceId,
      submission_id: id,
      session_item_id: itemId,
      submitted_by: accountOf(actor),
      note: note ?? null,
      outcome: null,
      reason: null,
      decided_by: null,
      decided_at: null,
    })
    .execute()
  await bringBefore(
    tx,
    actor.provinceId,
    itemId,
    before.papers.flatMap((paper) =>
      paper.withdrawn ? [] : (paper.versions.at(-1)?.documentId ?? []),
    ),
  )
  return entered(tx, actor, 'dossier.submit', matterId, itemId, id)
}

/** Takes what was submitted, or sends it back; each submission is decided once (`alreadyDecided`). */
export async function decideSubmission(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  { outcome, reason }: SubmissionDecision,
): Promise<DossierView> {
  if (!mayAnywhere(actor, 'conference.plan')) authorise(actor, 'conference.plan', actor.provinceId)
  const found = await tx
    .selectFrom('dossier_submission as sent')
    .innerJoin('session_item', (join) =>
      join
        .onRef('session_item.province_id', '=', 'sent.province_id')
        .onRef('session_item.session_item_id', '=', 'sent.session_item_id'),
    )
    .select(['session_item.session_item_id', 'session_item.matter_id'])
    .select(['sent.submitted_by as account_id', 'session_item.submitter_id as organisation_id'])
    .where('sent.province_id', '=', actor.provinceId)
    .where('sent.submission_id', '=', id)
    .where(visibleItem(actor))
    .executeTakeFirst()
  if (!found) throw new Problem('notFound')
  const { session_item_id: itemId, matter_id: matterId } = found
  await lockItem(tx, actor, itemId, 'conference.plan')
  const before = await getDossier(tx, actor, itemId)
  const sent = before.inside?.submissions.find((one) => one.id === id)
  if (!sent) throw new Problem('notFound')
  if (sent.version !== version) throw new Problem('versionOld', { current: before })
  if (sent.outcome !== null) throw new Problem('alreadyDecided')
  await tx
    .updateTable('dossier_submission')
    .set({
      outcome,
      reason: reason ?? null,
      decided_by: accountOf(actor),
      decided_at: new Date().toISOString(),
      version: version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('submission_id', '=', id)
    .execute()
  if (outcome === 'sentBack') {
    await tellNamed(tx, actor.provinceId, [found], {
      key: `submission:${id}:sentBack`,
      kind: 'dossierSentBack',
      about: { kind: 'dossier', id: itemId },
    })
  }
  const action = outcome === 'taken' ? 'dossier.take' : 'dossier.sendBack'
  return entered(tx, actor, action, matterId, itemId, id, reason)
}

async function entered(
  tx: Tx,
  actor: Actor,
  action: string,
  matterId: string,
  itemId: string,
  submissionId: string,
  reason?: string,
): Promise<DossierView> {
  await touchDossier(tx, actor.provinceId, matterId)
  await writeRecord(tx, actor, {
    action,
    subjectKind: 'sessionItem',
    subjectId: itemId,
    after: { submissionId },
    ...(reason ? { reason } : {}),
  })
  return getDossier(tx, actor, itemId)
}
