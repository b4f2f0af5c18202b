// What the chair says of a conference as a whole: the general part of its conclusion.
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, may } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { conferenceRow, touchLive } from '../conferences/plan-store.ts'
import { accountNames } from '../documents/source.ts'
import { lockSitting } from '../sitting/locking-store.ts'
import type { AssessmentView } from './contract.ts'

/** The assessment as it stands; null for who neither runs nor presides, to whom it comes with the conclusion. */
export async function assessmentOf(
  db: Reads,
  actor: Actor,
  conferenceId: string,
): Promise<AssessmentView | null> {
  const { organisation_id } = await conferenceRow(db, actor, conferenceId)
  const inside = (['conference.run', 'conference.close'] as const).some((action) =>
    may(actor, action, actor.provinceId, organisation_id),
  )
  if (!inside) return null
  const row = await assessmentRow(db, actor.provinceId, conferenceId)
  return viewOf(db, row, await issuedConclusion(db, actor.provinceId, conferenceId))
}

/** The row of an assessment; undefined where nothing was written. */
export async function assessmentRow(
  db: Reads,
  provinceId: number,
  conferenceId: string,
): Promise<Row<'conference_assessment'> | undefined> {
  return db
    .selectFrom('conference_assessment')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('conference_id', '=', conferenceId)
    .executeTakeFirst()
}

/**
 * Writes the assessment; version 0 where there is none yet. Unlike decisions it is open until a conclusion is
 * issued (`noticeIssued`): it is often written after the sitting. `conferenceOver` for a cancelled conference.
 */
export async function writeAssessment(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  version: number,
  given: string,
): Promise<AssessmentView> {
  const { provinceId } = actor
  const conference = await lockSitting(tx, actor, conferenceId)
  if (conference.cancelled_at !== null) throw new Problem('conferenceOver')
  const before = await assessmentRow(tx, provinceId, conferenceId)
  if ((before?.version ?? 0) !== version) {
    throw new Problem('versionOld', { current: await viewOf(tx, before, false) })
  }
  if (await issuedConclusion(tx, provinceId, conferenceId)) throw new Problem('noticeIssued')
  const values = {
    body: given.normalize('NFC'),
    written_by: accountOf(actor),
    written_at: new Date().toISOString(),
    version: version + 1,
  }
  const row = await tx
    .insertInto('conference_assessment')
    .values({ province_id: provinceId, conference_id: conferenceId, ...values })
    .onConflict((conflict) =>
      conflict.columns(['province_id', 'conference_id']).doUpdateSet(values),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  await touchLive(tx, provinceId, conferenceId)
  await writeRecord(tx, actor, {
    action: 'conferenceAssessment.write',
    subjectKind: 'conferenceAssessment',
    subjectId: conferenceId,
    ...(before ? { before: { body: before.body } } : {}),
    after: { body: row.body },
  })
  return viewOf(tx, row, false)
}

async function issuedConclusion(
  db: Reads,
  provinceId: number,
  conferenceId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('notice')
    .select('notice_id')
    .where('province_id', '=', provinceId)
    .where('conference_id', '=', conferenceId)
    .where('kind', '=', 'conclusion')
    .where('issued_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function viewOf(
  db: Reads,
  row: Row<'conference_assessment'> | undefined,
  frozen: boolean,
): Promise<AssessmentView> {
  if (!row) return { body: '', writtenBy: null, writtenAt: null, version: 0, frozen }
  const names = await accountNames(db, row.province_id, [row.written_by])
  const writtenBy = names.get(row.written_by) ?? null
  return { body: row.body, writtenBy, writtenAt: row.written_at, version: row.version, frozen }
}
