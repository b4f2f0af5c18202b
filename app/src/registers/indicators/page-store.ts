// What the page of an indicator shows of reported figures, and one typed there.
import { sql } from 'kysely'
import { endOfDay, todayInVietnam } from '../../calendar.ts'
import { eachRequest } from '../../database/prepared.ts'
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { organisationNames } from '../organisations/names.ts'
import { askedOf, planFor } from './asked.ts'
import { pointsOf } from './board-store.ts'
import {
  lateWithoutReason,
  outlier,
  outsideLimits,
  type Question,
  stageFalls,
  sumDiffers,
  totalFalls,
  unchangedThrice,
  unitMismatch,
} from './checks.ts'
import type { IndicatorView } from './contract.ts'
import { followsFromReports } from './counted.ts'
import {
  assumedDefinition,
  breakBetween,
  type DefinitionRules,
  definitionOn,
} from './definition.ts'
import { breaksOf, definedOf, definitionsOf } from './definition-store.ts'
import { growth, shareOfPlan } from './derive.ts'
import { standingFigures, workedOutInstead } from './derived-store.ts'
import { placeKey } from './figure.ts'
import type { ReportedFigure, TypedFigureBody } from './figure-contract.ts'
import { type FigureView, figuresOf, recordAt, versionsOf } from './figure-reads-store.ts'
import { recordFigures } from './figure-store.ts'
import { differences, figureTold } from './figure-told.ts'
import { previousPeriod, sinceNewYear, yearsBefore } from './period.ts'
import { referencesOf } from './reference-store.ts'
import { snapshotsOf } from './snapshot-store.ts'
import { getIndicator, indicatorById, shown } from './store.ts'
import { plansOf } from './target-reads-store.ts'
import { mustReadOne } from './typed-figure.ts'
import { unitFiguresOf } from './unitfigures-store.ts'

/** An indicator with all figures of documents, and what there is to ask about them. */
export async function indicatorPage(db: Reads, actor: Actor, id: string) {
  const { indicator, observations } = await getIndicator(db, actor, id)
  const { provinceId } = actor
  const defined = await definedOf(db, provinceId, [await indicatorById(db, provinceId, id)])
  const reported = await standingFigures(db, actor, {
    ...{ indicatorIds: [id], organisationIds: [null], kind: 'actual' },
  })
  const asked = askedOf(observations, {
    indicator,
    rulesOn: (day) => defined.rulesOn(id, day),
    breaks: defined.breaksOf(id),
    plans: await plansOf(db, provinceId, id),
    province: reported.flatMap(({ periodFrom: from, periodTo: to, value }) =>
      value === null ? [] : [{ from, to, value }],
    ),
  })
  return { indicator, observations, reportedSeries: pointsOf(reported), asked }
}

interface ReportedAsked {
  at?: string | undefined
  snapshot?: string | undefined
  since?: string | undefined
  limit?: number | undefined
}

/** Reported figures of an indicator as they stand, or stood at a moment or in a snapshot; and what it is. */
export async function reportedOf(db: Reads, actor: Actor, id: string, asked: ReportedAsked) {
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
  const first =
    since === null && asked.limit !== undefined
      ? await firstBodies(db, actor.provinceId, id, asked.limit)
      : null
  const shownOf = first ? { ...filter, organisationIds: first } : filter
  const recorded = await figuresOf(db, actor, shownOf, asOf)
  // What follows of the province stands with them; of units their own table has it (`unitFiguresOf`).
  const whole = { ...filter, organisationIds: [null], kind: 'actual' } as const
  const now = workedOutInstead(recorded, await standingFigures(db, actor, whole, asOf))
  const then = since === null ? null : await figuresOf(db, actor, filter, since)
  const names = await bodyNamesOf(db, actor, [...recorded, ...(then ?? [])])
  const definitions = await definitionsOf(db, actor, id)
  const breaks = await breaksOf(db, actor, id)
  // Of a past state the plans of its day.
  const moment = kept?.takenAt ?? asked.at
  const on = moment === undefined ? undefined : todayInVietnam(new Date(moment))
  const plans = await plansOf(db, actor.provinceId, id, on)
  const rulesOn = (day: string) => definitionOn(definitions, day) ?? assumedDefinition(indicator)
  const at = new Map(now.map((one) => [placeKey(one), one]))
  return {
    figures: now.map((one) => ({
      ...figureTold(one, names),
      ...derivedOf(one, at, { indicator, breaks, plans, rules: rulesOn(one.periodTo) }),
    })),
    more: first !== null,
    changes:
      then &&
      differences(then, recorded).map(({ before, after }) => ({
        before: before && figureTold(before, names),
        after: after && figureTold(after, names),
      })),
    definitions,
    rules: rulesOn(todayInVietnam()),
    breaks,
    references: await referencesOf(db, actor, id, now),
    /** Figures of it follow from the reports: nobody enters one. */
    counted: followsFromReports(indicator.code),
    snapshots: snapshots.map(({ recordSeq: _, valuesHash: __, ...one }) => one),
  }
}

/**
 * The province as a whole and the first bodies that together have so many figures of an indicator at least; null where
 * these are all.
 */
async function firstBodies(
  db: Reads,
  provinceId: number,
  indicatorId: string,
  limit: number,
): Promise<(string | null)[] | null> {
  const { rows } = await sql<{ body: string | null; n: number }>`
    select organisation_id as body, count(*)::integer as n from figure
    where province_id = ${provinceId} and indicator_id = ${indicatorId}
    group by organisation_id order by organisation_id nulls first ${eachRequest}`.execute(db)
  let figures = 0
  const first = rows.filter(({ n }) => {
    const wanted = figures < limit
    figures += n
    return wanted
  })
  return first.length === rows.length ? null : first.map(({ body }) => body)
}

/** Growth over the same period of last year, unless the series broke since, and the part of the body's plan. */
function derivedOf(
  one: FigureView,
  at: ReadonlyMap<string, FigureView>,
  known: {
    indicator: IndicatorView
    breaks: Awaited<ReturnType<typeof breaksOf>>
    plans: Awaited<ReturnType<typeof plansOf>>
    rules: DefinitionRules
  },
) {
  const interval = { from: one.periodFrom, to: one.periodTo }
  const former = yearsBefore(interval, 1)
  const broken = breakBetween(known.breaks, former.to, interval.to)
  const before = at.get(placeKey({ ...one, periodFrom: former.from, periodTo: former.to }))
  const own = known.plans.filter((plan) => plan.organisationId === one.organisationId)
  const bodiless = own.map((plan) => ({ ...plan, body: null }))
  // An estimate of the year is of the whole year's plan, as the year's own figure is.
  const plan = planFor(bodiless, interval, known.indicator.kind, null)
  return {
    growth: broken ? null : growth(one.value, before?.value ?? null, known.rules),
    broken: broken !== null && before !== undefined,
    ofPlan: shareOfPlan(one.value, plan?.value ?? null),
  }
}

const bodyNamesOf = (db: Reads, actor: Actor, figures: readonly FigureView[]) =>
  organisationNames(
    db,
    actor.provinceId,
    figures.map((one) => one.organisationId),
  )

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
 * `figureUnit`. A revision without a figure keeps the one that was seen to the digit. What there is to ask about it (V1 to V10) is asked first: `figureAsked` names the
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
  const definitions = await definitionsOf(tx, actor, indicatorId)
  const defined = definitionOn(definitions, given.to)
  const rules = defined ?? assumedDefinition(indicator)
  const value =
    given.figure !== undefined
      ? mustReadOne(given.figure, indicator.unit, defined?.entryFactor ?? null)
      : kept
        ? (standing?.value ?? null)
        : null
  // What stands on the other side of a break is not what this one is held against.
  const breaks = await breaksOf(tx, actor, indicatorId)
  const acrossNoBreak = there.filter((one) => !breakBetween(breaks, one.periodTo, given.to))
  const asked = [
    ...(await besideProvince(tx, actor, indicatorId, given, value)),
    lateWithoutReason(
      new Date().toISOString(),
      given.reason ? null : await keptAfter(tx, actor, given.to),
      given.reason ?? null,
    ),
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

/** V4: what is typed of the province as a whole against what its units have for the same period together. */
async function besideProvince(
  tx: Tx,
  actor: Actor,
  indicatorId: string,
  given: TypedFigureBody,
  value: number | null,
): Promise<(Question | null)[]> {
  if (value === null || given.organisationId !== null || given.kind !== 'actual') return []
  const { from, to } = given
  const { across, whole } = await unitFiguresOf(tx, actor, indicatorId, { from, to })
  return across === 'sum' ? [sumDiffers(whole, value)] : []
}

/** When figures were kept last, after a period was over; null for never. */
async function keptAfter(tx: Tx, actor: Actor, periodTo: string): Promise<string | null> {
  const [newest] = await snapshotsOf(tx, actor)
  return newest && newest.takenAt > new Date(endOfDay(periodTo)).toISOString()
    ? newest.takenAt
    : null
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
