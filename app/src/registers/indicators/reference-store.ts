// What other provinces and the country have of an indicator, as somebody entered it, beside the province's own figure.
import { uuidv7 } from 'uuidv7'
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { accountNames } from '../documents/source.ts'
import { decimalText } from './figure.ts'
import type { NewReference, ReferenceView } from './figure-contract.ts'
import type { FigureView } from './figure-reads-store.ts'
import { figuresOf, indicatorById, listObservations, shown } from './store.ts'
import { mustReadOne } from './typed-figure.ts'
import { withdraw } from './withdrawal-store.ts'

/**
 * Those of an indicator that stand, the newest period first, each with the province's own figure of the same days:
 * what was reported (`reported`) before what a document says.
 */
export async function referencesOf(
  db: Reads,
  actor: Actor,
  indicatorId: string,
  reported: readonly FigureView[],
): Promise<ReferenceView[]> {
  const { provinceId } = actor
  const rows = await db
    .selectFrom('reference_figure')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('indicator_id', '=', indicatorId)
    .where('withdrawn_at', 'is', null)
    .orderBy('period_to', 'desc')
    .orderBy('period_from')
    .orderBy('reference_id')
    .execute()
  if (rows.length === 0) return []
  const people = await accountNames(
    db,
    provinceId,
    rows.map((row) => row.recorded_by),
  )
  const { unit } = await indicatorById(db, provinceId, indicatorId)
  const said = figuresOf(await listObservations(db, actor, { indicatorId })).filter(
    (one) => one.place === null && one.unit === unit && one.bound === null,
  )
  const ownOf = (from: string, to: string): number | null =>
    reported.find(
      (one) =>
        one.organisationId === null &&
        one.kind === 'actual' &&
        one.periodFrom === from &&
        one.periodTo === to &&
        one.value !== null,
    )?.value ??
    said.findLast(({ period }) => period?.from === from && period.to === to)?.value ??
    null
  return rows.map((row) => ({
    id: row.reference_id,
    place: row.place,
    from: row.period_from,
    to: row.period_to,
    value: Number(row.value),
    own: ownOf(row.period_from, row.period_to),
    source: row.source,
    recordedBy: people.get(row.recorded_by) ?? '',
    recordedAt: row.recorded_at,
  }))
}

/** Enters one as typed, unit included (`figureUnread`, `figureUnit`); `invalidInput` where its days are no period. */
export async function addReference(
  tx: Tx,
  actor: Actor,
  indicatorId: string,
  given: NewReference,
): Promise<void> {
  authorise(actor, 'register.edit', actor.provinceId)
  const { provinceId } = actor
  const indicator = shown(await indicatorById(tx, provinceId, indicatorId, true))
  if (given.from > given.to) throw new Problem('invalidInput', { where: 'from' })
  const value = mustReadOne(given.figure, indicator.unit, null)
  const { place, from, to, source } = given
  await tx
    .insertInto('reference_figure')
    .values({
      ...{ province_id: provinceId, reference_id: uuidv7(), indicator_id: indicatorId, place },
      ...{ period_from: from, period_to: to, value: decimalText(value), source },
      ...{ recorded_by: accountOf(actor), withdrawn_at: null },
    })
    .execute()
  await writeRecord(tx, actor, {
    action: 'indicator.reference',
    subjectKind: 'indicator',
    subjectId: indicatorId,
    after: { place, from, to, value, source },
  })
}

/** Takes one back that was entered by mistake, or that its source has changed; the record keeps both. */
export const withdrawReference = (
  tx: Tx,
  actor: Actor,
  id: string,
  reason: string,
): Promise<void> =>
  withdraw(tx, actor, { table: 'reference_figure', id, reason }, (row) => ({
    action: 'indicator.referenceWithdrawn',
    before: { place: row.place, value: Number(row.value), source: row.source },
  }))
