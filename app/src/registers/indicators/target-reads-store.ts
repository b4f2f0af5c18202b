// Targets read, with how the figures stand to them.
import { sql } from 'kysely'
import { daysBetween, endOfDay, todayInVietnam } from '../../calendar.ts'
import { eachRequest } from '../../database/prepared.ts'
import type { Reads, Row } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import type { Source } from '../../http/parts.ts'
import { visible } from '../../http/visible.ts'
import { accountNames, sourcesOf } from '../documents/source.ts'
import { organisationNames } from '../organisations/names.ts'
import { reach } from '../people/grants.ts'
import type { Plan } from './asked.ts'
import type { ObservationView } from './contract.ts'
import { type Defined, definedOf } from './definition-store.ts'
import type { Placed } from './derived-figures.ts'
import { standingFigures } from './derived-store.ts'
import { recordAt } from './figure-reads-store.ts'
import { countedFrom, saidOf, standingOf } from './standing.ts'
import { figuresOf, indicatorById, listObservations } from './store.ts'
import { byNearness, splitOf, standingOn } from './target.ts'
import type { TargetView } from './target-contract.ts'
import { topmost } from './unitfigures.ts'

type VersionRow = Row<'target_version'>
type IndicatorRow = Row<'indicator'>

/**
 * Targets of an indicator, the newest period first, the province's own before those of bodies; versions
 * count as of `on`, and of a past day the figures and judgements that stood at its end. `notFound` for no such
 * indicator.
 */
export async function listTargets(
  db: Reads,
  actor: Actor,
  indicatorId: string,
  on = todayInVietnam(),
): Promise<TargetView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  const indicator = await indicatorById(db, actor.provinceId, indicatorId)
  const asOf = on < todayInVietnam() ? new Date(endOfDay(on)).toISOString() : null
  const figures = async () => {
    const said = await listObservations(db, actor, { indicatorId, asOf })
    const number = asOf === null ? null : await recordAt(db, actor.provinceId, asOf)
    const asked = { indicatorIds: [indicatorId], kind: 'actual' } as const
    const reported = Map.groupBy(
      await standingFigures(db, actor, asked, number),
      (one) => one.organisationId,
    )
    return { said, reportedOf: (_: string, body: string | null) => reported.get(body) ?? [] }
  }
  const defined = await definedOf(db, actor.provinceId, [indicator])
  return targetsOf(db, actor, [indicator], { asOf, on, figures, defined }, 'all')
}

/** What targets are held against: figures of documents and of reports. */
interface Figures {
  said: readonly ObservationView[]
  /** Of a body, null: of the province as a whole. */
  reportedOf: (indicatorId: string, bodyId: string | null) => readonly Placed[]
}

interface Held {
  /** The moment of the figures (null: now). */
  asOf: string | null
  /** The day whose versions count. */
  on: string
  /** Read where there is a target: most indicators have none, and thousands of figures. */
  figures: () => Promise<Figures>
  /** What the indicators are. */
  defined: Defined
}

/**
 * The plan of the province that an indicator's newest figure belongs to, else the newest one, by indicator:
 * what the board shows. Of the plans of a year and of a term the year's; of several authorities the council's counts
 * (the plan it splits is the one that is carried out).
 */
export async function boardTargets(
  db: Reads,
  actor: Actor,
  indicators: readonly IndicatorRow[],
  { defined, ...figures }: Figures & { defined: Defined },
): Promise<Map<string, TargetView>> {
  const now = { asOf: null, on: todayInVietnam(), figures: async () => figures, defined }
  const all = await targetsOf(db, actor, indicators, now, 'province')
  const chosen = new Map<string, TargetView>()
  for (const one of all) {
    if (one.kind !== 'plan' || one.now === null || one.now.low === null) continue
    const former = chosen.get(one.indicatorId)
    if (!former || isNearer(one, former)) chosen.set(one.indicatorId, one)
  }
  return chosen
}

/** Whether a plan is nearer to what is newest than another, which comes before it and is of the same end or a later one. */
function isNearer(one: TargetView, former: TargetView): boolean {
  const [newest, other] = [one.standing.asOf ?? '', former.standing.asOf ?? '']
  if (newest !== other) return newest > other
  const shorter = daysBetween(one.from, one.to) - daysBetween(former.from, former.to)
  if (newest !== '' && shorter !== 0) return shorter < 0
  if (one.to !== former.to) return false
  return one.authority === 'council' && former.authority !== 'council'
}

/** Targets of the indicators, with all that is told of them. */
async function targetsOf(
  db: Reads,
  actor: Actor,
  indicators: readonly IndicatorRow[],
  { asOf, on, figures: read, defined }: Held,
  whose: 'province' | 'all',
): Promise<TargetView[]> {
  const { provinceId } = actor
  const { rows } = await sql<Row<'target'>>`select * from target
    where province_id = ${provinceId} and indicator_id = any(${indicators.map((one) => one.indicator_id)}::uuid[])
      ${whose === 'province' ? sql`and organisation_id is null` : sql``}
    order by period_to desc, period_from desc, organisation_id nulls first, target_id
    ${eachRequest}`.execute(db)
  if (rows.length === 0) return []
  const { said, reportedOf } = await read()
  const ids = rows.map((row) => row.target_id)
  const { rows: versions } = await sql<VersionRow>`select * from target_version
    where province_id = ${provinceId} and target_id = any(${ids}::uuid[]) order by number
    ${eachRequest}`.execute(db)
  const { rows: judgements } = await sql<Row<'target_judgement'>>`select * from target_judgement
    where province_id = ${provinceId} and target_id = any(${ids}::uuid[])
      and judged_at <= coalesce(${asOf}::timestamptz, 'infinity') order by number
    ${eachRequest}`.execute(db)
  const people = await accountNames(db, provinceId, [
    ...versions.map((one) => one.recorded_by),
    ...judgements.map((one) => one.judged_by),
  ])
  const bodies = rows.map((row) => row.organisation_id)
  const names = await organisationNames(db, provinceId, bodies)
  const sources = await sourcesOfVersions(db, actor, versions)
  const indicatorOf = new Map(indicators.map((one) => [one.indicator_id, one]))
  const saidByIndicator = Map.groupBy(figuresOf(said), (one) => one.indicatorId)
  const versionsOf = Map.groupBy(versions, (one) => one.target_id)
  const judgementOf = new Map(judgements.map((one) => [one.target_id, one]))
  const views = rows.flatMap((row): TargetView[] => {
    const indicator = indicatorOf.get(row.indicator_id)
    if (!indicator) return []
    const shown = (versionsOf.get(row.target_id) ?? []).map((one) =>
      versionShown(one, people, sources),
    )
    const name = names.get(row.organisation_id ?? '')
    const judged = judgementOf.get(row.target_id)
    const now = standingOn(shown, on)
    const id = row.indicator_id
    const whole = { from: row.period_from, to: row.period_to }
    const rulesOn = (day: string) => defined.rulesOn(id, day)
    const sent = reportedOf(id, row.organisation_id)
    const figures = {
      said: saidOf(saidByIndicator.get(id) ?? [], indicator, name ?? null),
      reported: countedFrom(sent, whole, indicator.kind, rulesOn),
    }
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
        standing: standingOf(indicator, whole, now, figures, defined.breaksOf(id)),
        split: null,
        judgement: judged
          ? {
              likelihood: judged.likelihood,
              body: judged.body,
              by: people.get(judged.judged_by) ?? '',
              at: judged.judged_at,
            }
          : null,
        version: row.version,
      },
    ]
  })
  return whose === 'all' ? withSplits(db, actor, views, indicatorOf) : views
}

/**
 * Plans in figures that stand on a day, the province's and those of bodies by their names; the shortest period first,
 * of one period the council's.
 */
export async function plansOf(
  db: Reads,
  provinceId: number,
  indicatorId: string,
  on = todayInVietnam(),
): Promise<(Plan & { organisationId: string | null })[]> {
  const rows = await db
    .selectFrom('target')
    .innerJoin('target_version', (join) =>
      join
        .onRef('target_version.province_id', '=', 'target.province_id')
        .onRef('target_version.target_id', '=', 'target.target_id'),
    )
    .select(['target.target_id', 'organisation_id', 'authority', 'period_from', 'period_to'])
    .select(['number', 'decided_on', 'withdrawn', 'low'])
    .where('target.province_id', '=', provinceId)
    .where('target.indicator_id', '=', indicatorId)
    .where('target.kind', '=', 'plan')
    .execute()
  const names = await organisationNames(
    db,
    provinceId,
    rows.map((row) => row.organisation_id),
  )
  return [...Map.groupBy(rows, (row) => row.target_id).values()]
    .flatMap((versions) => {
      const now = standingOn(
        versions.map((row) => ({ ...row, decidedOn: row.decided_on })),
        on,
      )
      if (now?.low == null) return []
      const { organisation_id: organisationId, period_from: from, period_to: to } = now
      const body = organisationId === null ? null : (names.get(organisationId) ?? '')
      return [{ organisationId, body, from, to, value: Number(now.low), authority: now.authority }]
    })
    .toSorted(byNearness)
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

/** What the rules of targets need of a version. */
export const versionOf = (
  row: Pick<VersionRow, 'number' | 'low' | 'high' | 'words' | 'path' | 'withdrawn' | 'decided_on'>,
) => ({
  number: row.number,
  low: row.low === null ? null : Number(row.low),
  high: row.high === null ? null : Number(row.high),
  words: row.words,
  path: row.path,
  withdrawn: row.withdrawn,
  decidedOn: row.decided_on,
})

const versionShown = (
  row: VersionRow,
  people: ReadonlyMap<string, string>,
  sources: ReadonlyMap<string, Source>,
): TargetView['versions'][number] => ({
  ...versionOf(row),
  figureText: row.figure_text,
  legalReference: row.legal_reference,
  note: row.note,
  recordedBy: people.get(row.recorded_by) ?? '',
  recordedAt: row.recorded_at,
  source: sources.get(row.observation_id ?? '') ?? null,
})

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
    const { inside } = topmost(ids, below)
    const top = parts.filter(({ organisation }) => !inside.has(organisation?.id ?? ''))
    const split = splitOf(
      low,
      top.map(({ now }) => now?.low ?? 0),
    )
    return { ...one, split: split && { bodies: top.length, ...split } }
  })
}
