// What a conference keeps of the reported figures: a number of the record, and a hash over all that stood then.
import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { visibleConference } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { canonical, lockedTip, writeRecord } from '../../record/record.ts'
import { accountNames } from '../documents/source.ts'
import { organisationNames } from '../organisations/names.ts'
import { placeKey } from './figure.ts'
import { type FigureView, figuresOf } from './figure-reads-store.ts'
import { differences, figureTold } from './figure-told.ts'
import { allIndicators } from './store.ts'

/** Snapshots, the newest first, of conferences that the actor may know of. */
export async function snapshotsOf(db: Reads, actor: Actor, conferenceId?: string) {
  authorise(actor, 'register.read', actor.provinceId)
  const rows = await db
    .selectFrom('figure_snapshot')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .$if(conferenceId !== undefined, (query) =>
      query.where('conference_id', '=', conferenceId ?? ''),
    )
    .where(({ or, exists, eb, selectFrom }) =>
      or([
        eb('conference_id', 'is', null),
        exists(
          selectFrom('conference')
            .select('conference.conference_id')
            .whereRef('conference.province_id', '=', 'figure_snapshot.province_id')
            .whereRef('conference.conference_id', '=', 'figure_snapshot.conference_id')
            .where(visibleConference(actor)),
        ),
      ]),
    )
    .orderBy('record_seq', 'desc')
    .execute()
  const people = await accountNames(
    db,
    actor.provinceId,
    rows.map((row) => row.taken_by),
  )
  return rows.map((row) => ({
    ...snapshotShown(row, people),
    recordSeq: row.record_seq,
    valuesHash: row.values_hash,
  }))
}

const snapshotShown = (row: Row<'figure_snapshot'>, people: ReadonlyMap<string, string>) => ({
  id: row.snapshot_id,
  title: row.title,
  takenAt: row.taken_at,
  takenBy: people.get(row.taken_by) ?? '',
  conferenceId: row.conference_id,
})

/**
 * Keeps all reported figures as they stand: the number of the record, and a hash over the values, which shows
 * later that what opens again is what was shown. `notFound` for a conference the actor does not know.
 */
export async function keepFigures(
  tx: Tx,
  actor: Actor,
  given: { title: string; conferenceId: string | null },
) {
  authorise(actor, 'register.edit', actor.provinceId)
  const { provinceId } = actor
  if (given.conferenceId) {
    const found = await tx
      .selectFrom('conference')
      .select('conference_id')
      .where('province_id', '=', provinceId)
      .where('conference_id', '=', given.conferenceId)
      .where(visibleConference(actor))
      .executeTakeFirst()
    if (!found) throw new Problem('notFound')
  }
  // Whoever records waits: nothing gets in between the number and what it stands for.
  const { seq } = await lockedTip(tx, provinceId)
  const { hash } = await hashAt(tx, actor, seq)
  const row = await tx
    .insertInto('figure_snapshot')
    .values({
      province_id: provinceId,
      snapshot_id: uuidv7(),
      conference_id: given.conferenceId,
      title: given.title,
      record_seq: seq,
      values_hash: hash,
      taken_by: accountOf(actor),
      taken_at: new Date().toISOString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await writeRecord(tx, actor, {
    action: 'figures.snapshot',
    subjectKind: 'figures',
    subjectId: row.snapshot_id,
    after: { title: given.title, conferenceId: given.conferenceId, seq, hash },
  })
  return snapshotShown(row, await accountNames(tx, provinceId, [row.taken_by]))
}

/**
 * A hash over all places and what stood at them at a record, in the order of `figuresOf`; one indicator at a time,
 * so that a million figures take no more memory than those of one.
 */
async function hashAt(
  db: Reads,
  actor: Actor,
  seq: number,
): Promise<{ hash: string; figures: number }> {
  const hash = createHash('sha256')
  let figures = 0
  const ids = (await allIndicators(db, actor.provinceId)).map((one) => one.indicator_id)
  for (const id of ids.toSorted()) {
    const stood = await figuresOf(db, actor, { indicatorIds: [id] }, seq)
    for (const one of stood) hash.update(hashed(one))
    figures += stood.length
  }
  return { hash: hash.digest('hex'), figures }
}

const hashed = (one: FigureView) =>
  `${canonical([placeKey(one), one.value, one.missingReason, one.stage])}\n`

/** The same hash over figures that are at hand, in the order of `figuresOf`. */
export const valuesHash = (figures: readonly FigureView[]): string => {
  const hash = createHash('sha256')
  for (const one of figures) hash.update(hashed(one))
  return hash.digest('hex')
}

/**
 * A snapshot opened again: whether what stood at its record still gives the hash that was kept, and what of the
 * province's figures of its last periods is otherwise now. `notFound` for one of a conference that the actor does
 * not know.
 */
export async function openSnapshot(db: Reads, actor: Actor, id: string) {
  authorise(actor, 'register.read', actor.provinceId)
  const found = (await snapshotsOf(db, actor)).find((one) => one.id === id)
  if (!found) throw new Problem('notFound')
  const { recordSeq, valuesHash: kept, ...snapshot } = found
  const { hash, figures } = await hashAt(db, actor, recordSeq)
  const province = { organisationIds: [null], kind: 'actual' } as const
  const then = await figuresOf(db, actor, province, recordSeq)
  const now = await figuresOf(db, actor, province)
  const names = await organisationNames(db, actor.provinceId, [])
  const newest = new Map(
    then
      .filter((one) => one.value !== null)
      .toSorted((a, b) => (a.periodTo < b.periodTo ? -1 : 1))
      .map((one) => [one.indicatorId, one]),
  )
  const nowAt = new Map(now.map((one) => [placeKey(one), one]))
  const indicators = await allIndicators(db, actor.provinceId)
  return {
    snapshot,
    same: hash === kept,
    figures,
    changed: differences(then, now).length,
    rows: indicators.flatMap((one) => {
      const figure = newest.get(one.indicator_id)
      if (!figure) return []
      const later = nowAt.get(placeKey(figure)) ?? null
      return [
        {
          indicator: { id: one.indicator_id, nameVi: one.name_vi, nameEn: one.name_en },
          unit: one.unit,
          figure: figureTold(figure, names),
          now: later && figureTold(later, names),
        },
      ]
    }),
  }
}
