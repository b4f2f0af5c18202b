// What the page of an indicator shows of reported figures, one typed there, and what a conference keeps.
import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { visibleConference } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { canonical, lockedTip, writeRecord } from '../../record/record.ts'
import { accountNames } from '../documents/source.ts'
import { organisationNames } from '../organisations/names.ts'
import {
  outlier,
  outsideLimits,
  type Question,
  stageFalls,
  totalFalls,
  unchangedThrice,
  unitMismatch,
} from './checks.ts'
import {
  assumedDefinition,
  breakBetween,
  type DefinitionRules,
  definitionOn,
} from './definition.ts'
import { breaksOf, definitionsOf } from './definition-store.ts'
import { placeKey, sameValue } from './figure.ts'
import type { ReportedFigure, TypedFigureBody } from './figure-contract.ts'
import { type FigureView, figuresOf, recordAt, versionsOf } from './figure-reads.ts'
import { recordFigures } from './figure-store.ts'
import { typedFigure } from './figure-text.ts'
import { previousPeriod, sinceNewYear } from './period.ts'
import { indicatorById, shown } from './store.ts'

/** Reported figures of an indicator as they stand, or stood at a moment or in a snapshot; and what it is. */
export async function reportedOf(
  db: Reads,
  actor: Actor,
  id: string,
  asked: { at?: string | undefined; snapshot?: string | undefined; since?: string | undefined },
) {
  authorise(actor, 'register.read', actor.provinceId)
  const indicator = shown(await indicatorById(db, actor.provinceId, id))
  const snapshots = await snapshotsOf(db, actor)
  const kept = snapshots.find((one) => one.id === asked.snapshot)
  if (asked.snapshot && !kept) throw new Problem('notFound')
  const number = async (moment: string | undefined) =>
    moment === undefined ? null : recordAt(db, actor.provinceId, new Date(moment).toISOString())
  const asOf = kept ? kept.recordSeq : await number(asked.at)
  const since = await number(asked.since)
  const filter = { indicatorIds: [id] }
  const now = await figuresOf(db, actor, filter, asOf)
  const then = since === null ? null : await figuresOf(db, actor, filter, since)
  const names = await bodyNamesOf(db, actor, [...now, ...(then ?? [])])
  const definitions = await definitionsOf(db, actor, id)
  return {
    figures: now.map((one) => figureTold(one, names)),
    changes:
      then &&
      differences(then, now).map(({ before, after }) => ({
        before: before && figureTold(before, names),
        after: after && figureTold(after, names),
      })),
    definitions,
    rules: definitionOn(definitions, todayInVietnam()) ?? assumedDefinition(indicator),
    breaks: await breaksOf(db, actor, id),
    snapshots: snapshots.map(({ recordSeq: _, ...one }) => one),
  }
}

/** What differs between two states: changed, new (no `before`), gone (no `after`). */
export function differences(
  before: readonly FigureView[],
  after: readonly FigureView[],
): { before: FigureView | null; after: FigureView | null }[] {
  const former = new Map(before.map((one) => [placeKey(one), one]))
  const later = new Set(after.map(placeKey))
  return [
    ...after.flatMap((one) => {
      const was = former.get(placeKey(one)) ?? null
      return was && sameValue(was, one) ? [] : [{ before: was, after: one }]
    }),
    ...before.flatMap((one) => (later.has(placeKey(one)) ? [] : [{ before: one, after: null }])),
  ]
}

const bodyNamesOf = (db: Reads, actor: Actor, figures: readonly FigureView[]) =>
  organisationNames(
    db,
    actor.provinceId,
    figures.map((one) => one.organisationId),
  )

/** A figure as it is shown, its body by name. */
export function figureTold(
  { organisationId, indicatorId: _, entryId: __, ...one }: FigureView,
  names: ReadonlyMap<string, string>,
): ReportedFigure {
  const organisation =
    organisationId === null ? null : { id: organisationId, name: names.get(organisationId) ?? '' }
  return { ...one, organisation }
}

/** All that ever stood at a place; `notFound` for none. */
export async function toldVersions(
  db: Reads,
  actor: Actor,
  figureId: string,
): Promise<ReportedFigure[]> {
  const versions = await versionsOf(db, actor, figureId)
  const names = await bodyNamesOf(db, actor, versions)
  return versions.map((one) => figureTold(one, names))
}

/**
 * Records one figure as somebody typed it, read by the rules that read reports: `figureUnread`,
 * `figureUnit`. A revision without a figure keeps the one that was seen to the digit. What there is to ask about it (V1 to V9) is asked first: `figureAsked` names the
 * questions, until it comes again with `sure`.
 */
export async function typeFigure(
  tx: Tx,
  actor: Actor,
  indicatorId: string,
  given: TypedFigureBody,
): Promise<ReportedFigure> {
  authorise(actor, 'register.edit', actor.provinceId, given.organisationId)
  const indicator = shown(await indicatorById(tx, actor.provinceId, indicatorId))
  const place = {
    indicatorId,
    organisationId: given.organisationId,
    ...{ periodFrom: given.from, periodTo: given.to },
    ...{ accumulation: given.accumulation, kind: given.kind },
  }
  const there = await figuresOf(tx, actor, {
    indicatorIds: [indicatorId],
    organisationIds: [given.organisationId],
  })
  const standing = there.find((one) => placeKey(one) === placeKey(place)) ?? null
  const kept = given.seen !== undefined && given.missingReason === undefined
  const value =
    given.figure !== undefined
      ? mustReadOne(given.figure, indicator.unit)
      : kept
        ? (standing?.value ?? null)
        : null
  const definitions = await definitionsOf(tx, actor, indicatorId)
  const rules = definitionOn(definitions, given.to) ?? assumedDefinition(indicator)
  // What stands on the other side of a break is not what this one is held against.
  const breaks = await breaksOf(tx, actor, indicatorId)
  const acrossNoBreak = there.filter((one) => !breakBetween(breaks, one.periodTo, given.to))
  const asked = [
    ...(value === null ? [] : questionsOf(value, acrossNoBreak, place, rules, indicator.unit)),
    standing && stageFalls(standing.stage, given.stage),
  ].filter((one) => one !== null)
  if (asked.length > 0 && !given.sure) throw new Problem('figureAsked', { questions: asked })
  const { changes } = await recordFigures(tx, actor, [
    {
      ...place,
      value,
      missingReason: given.missingReason ?? null,
      ...{ stage: given.stage, method: 'typed', reason: given.reason ?? null },
      ...{ seen: given.seen, stageBack: given.sure },
    },
  ])
  const figureId = changes[0]?.figureId ?? standing?.figureId ?? ''
  const newest = (await toldVersions(tx, actor, figureId)).at(-1)
  if (!newest) throw new Problem('notFound')
  return newest
}

function mustReadOne(text: string, unit: string): number {
  const figure = typedFigure(text, unit)
  if (figure === 'unit') throw new Problem('figureUnit', { text, unit })
  // A figure of what was is one number; a band is for targets.
  if (figure === 'unread' || figure.low !== figure.high) throw new Problem('figureUnread', { text })
  return figure.low
}

type Place = Pick<FigureView, 'periodFrom' | 'periodTo' | 'accumulation' | 'kind'>

/** What is asked about a value, from what was reported for the same body. */
export function questionsOf(
  value: number,
  reported: readonly FigureView[],
  place: Place,
  rules: DefinitionRules,
  unit: string,
): Question[] {
  const interval = { from: place.periodFrom, to: place.periodTo }
  const alike = reported.filter(
    (one) => one.accumulation === place.accumulation && one.kind === place.kind,
  )
  const of = (wanted: { from: string; to: string } | null) =>
    alike.find((one) => one.periodFrom === wanted?.from && one.periodTo === wanted.to)?.value ??
    null
  // Totals have no period before them: the one of the month before begins with the same day.
  const month = previousPeriod({ from: `${interval.to.slice(0, 7)}-01`, to: interval.to })
  const total = place.accumulation === 'cumulative'
  const sameYear = month && month.to >= sinceNewYear(interval).from
  const before = of(
    total ? (sameYear ? { from: interval.from, to: month.to } : null) : previousPeriod(interval),
  )
  const history = alike
    .filter(
      (one) =>
        one.periodTo < interval.to && (!total || one.periodTo.slice(5) === interval.to.slice(5)),
    )
    .toSorted((a, b) => (a.periodTo < b.periodTo ? -1 : 1))
    .flatMap((one) => one.value ?? [])
  return [
    outlier(value, history),
    total && rules.valueKind === 'flow' ? totalFalls(value, before) : null,
    unitMismatch(value, before ?? history.at(-1) ?? null, { written: null, own: unit }),
    outsideLimits(value, rules),
    total ? null : unchangedThrice(value, history),
  ].filter((one) => one !== null)
}

/** Snapshots, the newest first, of conferences that the actor may know of. */
async function snapshotsOf(db: Reads, actor: Actor) {
  const rows = await db
    .selectFrom('figure_snapshot')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
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
  return rows.map((row) => ({ ...snapshotShown(row, people), recordSeq: row.record_seq }))
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
  const hash = valuesHash(await figuresOf(tx, actor, {}, seq))
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

/** A hash over places and what stands at them, in the order of `figuresOf`. */
export const valuesHash = (figures: readonly FigureView[]): string => {
  const hash = createHash('sha256')
  for (const one of figures)
    hash.update(`${canonical([placeKey(one), one.value, one.missingReason, one.stage])}\n`)
  return hash.digest('hex')
}
