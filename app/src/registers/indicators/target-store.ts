// Targets: set, decided anew, judged; read with how the figures stand to them.
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import type { TargetStepJson } from '../../database/tables-targets.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import type { Source } from '../../http/parts.ts'
import { visible } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { accountNames, sourcesOf } from '../documents/source.ts'
import { organisationNames } from '../organisations/names.ts'
import { reach } from '../people/grants.ts'
import type { ObservationView } from './contract.ts'
import { typedFigure } from './figure-text.ts'
import { nameKey } from './indicator.ts'
import { yearsBefore } from './period.ts'
import { figuresOf, indicatorById, listObservations } from './store.ts'
import {
  expectedBy,
  figureFor,
  forecastOf,
  type Reached,
  splitOf,
  standingOn,
  standingTo,
} from './target.ts'
import type {
  NewJudgement,
  NewTarget,
  NewTargetVersion,
  TargetStanding,
  TargetView,
} from './target-contract.ts'

type TargetRow = Row<'target'>
type VersionRow = Row<'target_version'>
type IndicatorRow = Row<'indicator'>

/**
 * Targets of an indicator, the newest period first, the province's own before those of bodies; versions
 * count as of `on`. `notFound` for no such indicator.
 */
export async function listTargets(
  db: Reads,
  actor: Actor,
  indicatorId: string,
  on = todayInVietnam(),
): Promise<TargetView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  const indicator = await indicatorById(db, actor.provinceId, indicatorId)
  const figures = await listObservations(db, actor, { indicatorId })
  return targetsOf(db, actor, [indicator], figures, on)
}

/**
 * The plan of the province that an indicator's newest figure belongs to, else the newest one, by indicator:
 * what the board shows. Of several authorities the council's counts (the plan it splits is the one that is
 * carried out).
 */
export async function boardTargets(
  db: Reads,
  actor: Actor,
  indicators: readonly IndicatorRow[],
  figures: readonly ObservationView[],
): Promise<Map<string, TargetView>> {
  const all = await targetsOf(db, actor, indicators, figures, todayInVietnam(), 'province')
  const chosen = new Map<string, TargetView>()
  const rank = (one: TargetView) =>
    (one.standing.actual === null ? 0 : 2) + (one.authority === 'council' ? 1 : 0)
  for (const one of all) {
    if (one.kind !== 'plan' || one.now === null || one.now.low === null) continue
    const former = chosen.get(one.indicatorId)
    if (!former || rank(one) > rank(former)) chosen.set(one.indicatorId, one)
  }
  return chosen
}

/** Sets a target. `targetTaken` where there is one of the kind for the same; figures as `readAsked`. */
export async function addTarget(
  tx: Tx,
  actor: Actor,
  indicatorId: string,
  given: NewTarget,
): Promise<TargetView> {
  authorise(actor, 'register.edit', actor.provinceId)
  const indicator = await indicatorById(tx, actor.provinceId, indicatorId)
  const row = await tx
    .insertInto('target')
    .values({
      province_id: actor.provinceId,
      target_id: uuidv7(),
      indicator_id: indicatorId,
      organisation_id: given.organisationId,
      period_from: given.from,
      period_to: given.to,
      kind: given.kind,
      authority: given.authority,
      created_by: accountOf(actor),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await addVersion(tx, actor, indicator, row, 1, given)
  return recorded(tx, actor, 'indicator.target', row, null)
}

/** What was decided anew, or taken back. `versionOld` where somebody else was first. */
export async function reviseTarget(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: NewTargetVersion,
): Promise<TargetView> {
  const { row, before, indicator } = await openTarget(tx, actor, id, version)
  await addVersion(tx, actor, indicator, row, before.versions.length + 1, given)
  return recorded(tx, actor, 'indicator.target', row, before)
}

/** How likely somebody thinks it is. The figures are not asked: where they differ, both are shown. */
export async function judgeTarget(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: NewJudgement,
): Promise<TargetView> {
  const { row, before } = await openTarget(tx, actor, id, version)
  const { count } = await tx
    .selectFrom('target_judgement')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('province_id', '=', actor.provinceId)
    .where('target_id', '=', id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('target_judgement')
    .values({
      province_id: actor.provinceId,
      target_id: id,
      number: Number(count) + 1,
      likelihood: given.likelihood,
      body: given.body,
      judged_by: accountOf(actor),
    })
    .execute()
  return recorded(tx, actor, 'indicator.judge', row, before)
}

async function openTarget(tx: Tx, actor: Actor, id: string, version: number) {
  authorise(actor, 'register.edit', actor.provinceId)
  const row = await tx
    .selectFrom('target')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('target_id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  // `notFound` where its indicator is in quarantine.
  const indicator = await indicatorById(tx, actor.provinceId, row.indicator_id)
  const before = await targetById(tx, actor, row)
  if (row.version !== version) throw new Problem('versionOld', { current: before })
  await tx
    .updateTable('target')
    .set({ version: row.version + 1 })
    .where('province_id', '=', actor.provinceId)
    .where('target_id', '=', id)
    .execute()
  return { row, before, indicator }
}

/** The record is the indicator's: its history tells of its targets. */
async function recorded(
  tx: Tx,
  actor: Actor,
  action: 'indicator.target' | 'indicator.judge',
  row: TargetRow,
  before: TargetView | null,
): Promise<TargetView> {
  const after = await targetById(tx, actor, row)
  await writeRecord(tx, actor, {
    action,
    subjectKind: 'indicator',
    subjectId: row.indicator_id,
    ...(before ? { before: told(before) } : {}),
    after: told(after),
  })
  return after
}

/** What the history shows of it: not what is derived, nor what stood before. */
function told({ organisation, from, to, kind, authority, versions, judgement }: TargetView) {
  const newest = versions.at(-1)
  return {
    targetFor: organisation?.name ?? null,
    from,
    to,
    targetKind: kind,
    authority,
    target: newest?.withdrawn ? null : (newest?.figureText ?? newest?.words ?? null),
    targetPath: newest?.path.map(({ by, text }) => `${by}: ${text}`) ?? [],
    legalReference: newest?.legalReference ?? null,
    decidedOn: newest?.decidedOn ?? null,
    likelihood: judgement?.likelihood ?? null,
    judgement: judgement?.body ?? null,
  }
}

async function targetById(tx: Tx, actor: Actor, row: TargetRow): Promise<TargetView> {
  const all = await listTargets(tx, actor, row.indicator_id)
  const one = all.find(({ id }) => id === row.target_id)
  if (!one) throw new Problem('notFound')
  return one
}

async function addVersion(
  tx: Tx,
  actor: Actor,
  indicator: IndicatorRow,
  row: TargetRow,
  number: number,
  given: NewTargetVersion,
): Promise<void> {
  const asked = readAsked(given, indicator, row)
  if (given.observationId) await mustBeFigure(tx, actor, indicator, given.observationId)
  await tx
    .insertInto('target_version')
    .values({
      province_id: actor.provinceId,
      target_id: row.target_id,
      number,
      low: asked.low,
      high: asked.high,
      words: given.words ?? null,
      figure_text: given.figure ?? null,
      path: JSON.stringify(asked.path),
      withdrawn: given.withdrawn ?? false,
      legal_reference: given.legalReference,
      decided_on: given.decidedOn,
      note: given.note ?? null,
      observation_id: given.observationId ?? null,
      recorded_by: accountOf(actor),
    })
    .execute()
}

/**
 * The figures as typed, in the indicator's unit. `figureUnread`, `figureUnit` name the text; `pathOutside`
 * where a step lies outside the period or two lie on one day.
 */
function readAsked(
  given: NewTargetVersion,
  indicator: IndicatorRow,
  row: Pick<TargetRow, 'period_from' | 'period_to'>,
): { low: string | null; high: string | null; path: TargetStepJson[] } {
  const figure = given.figure === undefined ? null : mustRead(given.figure, indicator.unit)
  const path = (given.path ?? []).map(({ by, figure: text }) => {
    const { low } = mustRead(text, indicator.unit)
    return { by, value: low, text }
  })
  const days = path.map(({ by }) => by)
  const outside = days.find((day) => day < row.period_from || day >= row.period_to)
  const twice = days.find((day, at) => days.indexOf(day) !== at)
  if (outside ?? twice) throw new Problem('pathOutside', { day: outside ?? twice })
  return {
    low: figure === null ? null : String(figure.low),
    high: figure === null ? null : String(figure.high),
    path,
  }
}

function mustRead(text: string, unit: string): { low: number; high: number } {
  const figure = typedFigure(text, unit)
  if (figure === 'unread') throw new Problem('figureUnread', { text })
  if (figure === 'unit') throw new Problem('figureUnit', { text, unit })
  return figure
}

/** A figure of this indicator in a document that the actor may read; `notFound` else. */
async function mustBeFigure(
  tx: Tx,
  actor: Actor,
  indicator: IndicatorRow,
  id: string,
): Promise<void> {
  const found = await tx
    .selectFrom('observation')
    .select('observation_id')
    .where('province_id', '=', actor.provinceId)
    .where('observation_id', '=', id)
    .where('indicator_id', '=', indicator.indicator_id)
    .where('withdrawn_at', 'is', null)
    .where(visible(actor, 'document_id'))
    .executeTakeFirst()
  if (!found) throw new Problem('notFound')
}

/** Targets of the indicators, with all that is told of them. */
async function targetsOf(
  db: Reads,
  actor: Actor,
  indicators: readonly IndicatorRow[],
  figures: readonly ObservationView[],
  on: string,
  whose: 'province' | 'all' = 'all',
): Promise<TargetView[]> {
  const { provinceId } = actor
  const rows = await db
    .selectFrom('target')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where(
      'indicator_id',
      'in',
      indicators.map((one) => one.indicator_id),
    )
    .$if(whose === 'province', (query) => query.where('organisation_id', 'is', null))
    .orderBy('period_to', 'desc')
    .orderBy('period_from', 'desc')
    .orderBy('organisation_id', (order) => order.asc().nullsFirst())
    .orderBy('target_id')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.target_id)
  const versions = await db
    .selectFrom('target_version')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('target_id', 'in', ids)
    .orderBy('number')
    .execute()
  const judgements = await db
    .selectFrom('target_judgement')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('target_id', 'in', ids)
    .orderBy('number')
    .execute()
  const people = await accountNames(db, provinceId, [
    ...versions.map((one) => one.recorded_by),
    ...judgements.map((one) => one.judged_by),
  ])
  const bodies = rows.map((row) => row.organisation_id)
  const names = await organisationNames(db, provinceId, bodies)
  const sources = await sourcesOfVersions(db, actor, versions)
  const indicatorOf = new Map(indicators.map((one) => [one.indicator_id, one]))
  const figuresByIndicator = Map.groupBy(figures, (one) => one.indicatorId)
  const versionsOf = Map.groupBy(versions, (one) => one.target_id)
  const judgementOf = new Map(judgements.map((one) => [one.target_id, one]))
  const views = rows.flatMap((row): TargetView[] => {
    const indicator = indicatorOf.get(row.indicator_id)
    if (!indicator) return []
    const shown = (versionsOf.get(row.target_id) ?? []).map((one) =>
      versionShown(one, people, sources),
    )
    const name = names.get(row.organisation_id ?? '')
    const said = judgementOf.get(row.target_id)
    const now = standingOn(shown, on)
    const own = figuresByIndicator.get(row.indicator_id) ?? []
    return [
      {
        id: row.target_id,
        indicatorId: row.indicator_id,
        organisation: row.organisation_id ? { id: row.organisation_id, name: name ?? '' } : null,
        from: row.period_from,
        to: row.period_to,
        kind: row.kind,
        authority: row.authority,
        now,
        versions: shown,
        standing: standingOf(indicator, row, now, placed(own, indicator, name ?? null)),
        split: null,
        judgement: said
          ? {
              likelihood: said.likelihood,
              body: said.body,
              by: people.get(said.judged_by) ?? '',
              at: said.judged_at,
            }
          : null,
        version: row.version,
      },
    ]
  })
  return whose === 'all' ? withSplits(db, actor, views, indicatorOf) : views
}

/** Sentences of the versions that have one, of documents that the actor may read. */
async function sourcesOfVersions(
  db: Reads,
  actor: Actor,
  versions: readonly VersionRow[],
): Promise<Map<string, Source>> {
  const ids = [...new Set(versions.flatMap(({ observation_id: id }) => (id ? [id] : [])))]
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('observation')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('observation_id', 'in', ids)
    .where(visible(actor, 'document_id'))
    .execute()
  const sources = await sourcesOf(db, actor, rows)
  return new Map(rows.map((row) => [row.observation_id, sources.of(row)]))
}

const versionShown = (
  row: VersionRow,
  people: ReadonlyMap<string, string>,
  sources: ReadonlyMap<string, Source>,
): TargetView['versions'][number] => ({
  number: row.number,
  low: row.low === null ? null : Number(row.low),
  high: row.high === null ? null : Number(row.high),
  words: row.words,
  figureText: row.figure_text,
  path: row.path,
  withdrawn: row.withdrawn,
  legalReference: row.legal_reference,
  decidedOn: row.decided_on,
  note: row.note,
  recordedBy: people.get(row.recorded_by) ?? '',
  recordedAt: row.recorded_at,
  source: sources.get(row.observation_id ?? '') ?? null,
})

type Placed = Reached & { modality: string }

/**
 * Figures in the indicator's unit, of a whole period, that say what is: of the province where no body is
 * named, else of the place that is called as the body is.
 */
function placed(
  figures: readonly ObservationView[],
  indicator: IndicatorRow,
  body: string | null,
): Placed[] {
  return figuresOf(figures).flatMap(({ period, value, unit, place, modality }) => {
    const here = body === null ? place === null : place !== null && nameKey(place) === nameKey(body)
    const sameUnit = unit === indicator.unit || (indicator.unit === 'item' && unit !== 'VND')
    if (!here || !sameUnit || value === null || !period?.from || !period.to) return []
    return [{ from: period.from, to: period.to, value, modality }]
  })
}

/** All that is derived of one target. */
function standingOf(
  indicator: IndicatorRow,
  row: TargetRow,
  now: TargetView['now'],
  figures: readonly Placed[],
): TargetStanding {
  const whole = { from: row.period_from, to: row.period_to }
  const figure = figureFor(whole, indicator.kind, figures)
  const found: TargetStanding = {
    state: 'notJudged',
    share: null,
    actual: figure?.value ?? null,
    asOf: figure?.to ?? null,
    modality: figure?.modality ?? null,
    ofTarget: null,
    expected: null,
    forecast: figure && forecastOf(figure, whole, indicator.kind, figures),
    samePeriod: null,
  }
  if (!figure) return found
  const former = yearsBefore(figure, 1)
  found.samePeriod =
    figures.findLast((one) => one.from === former.from && one.to === former.to)?.value ?? null
  if (now?.low == null || now.high === null) return found
  const { low, high, path } = now
  const expected = expectedBy({ ...whole, value: low, path }, indicator.kind, figure, figures)
  if (!expected) return found
  // The upper end comes nearer in the same measure.
  const upper =
    low === 0 || low === high ? expected.value + (high - low) : expected.value * (high / low)
  const ends = { low: expected.value, high: upper }
  return {
    ...found,
    ofTarget: low > 0 ? figure.value / low : null,
    expected: { ...ends, by: expected.by, years: expected.years },
    ...standingTo(figure.value, ends, indicator.direction),
  }
}

/** What bodies were given, under the target of the whole: those below another that has one count in it. */
async function withSplits(
  db: Reads,
  actor: Actor,
  views: readonly TargetView[],
  indicatorOf: ReadonlyMap<string, IndicatorRow>,
): Promise<TargetView[]> {
  const bodies = [...new Set(views.flatMap(({ organisation }) => organisation?.id ?? []))]
  if (bodies.length === 0) return [...views]
  const below = await reach(db, actor.provinceId, bodies, todayInVietnam(), 'down')
  const key = (one: TargetView) =>
    [one.indicatorId, one.from, one.to, one.kind, one.authority].join(' ')
  const given = Map.groupBy(
    views.filter(({ organisation }) => organisation !== null),
    key,
  )
  return views.map((one) => {
    const indicator = indicatorOf.get(one.indicatorId)
    const low = one.now?.low
    const adds = indicator?.kind === 'C' && indicator.unit !== '%'
    if (one.organisation || low == null || !adds) return one
    const parts = (given.get(key(one)) ?? []).filter(({ now }) => now?.low != null)
    const ids = parts.map(({ organisation }) => organisation?.id ?? '')
    const top = parts.filter(
      ({ organisation }) =>
        !ids.some((id) => id !== organisation?.id && below.get(id)?.has(organisation?.id ?? '')),
    )
    const split = splitOf(
      low,
      top.map(({ now }) => now?.low ?? 0),
    )
    return { ...one, split: split && { bodies: top.length, ...split } }
  })
}
