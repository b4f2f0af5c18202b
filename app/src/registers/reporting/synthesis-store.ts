// What the office's report of a period is made from: accepted figures with what stands beside them, the shortcomings
// and open orders that belong to them, and who has not reported.
import { topicCatalogue } from '@giaoban/reader'
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Row } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { openTasksAbout, shortName } from '../assignments/report-store.ts'
import { breakBetween } from '../indicators/definition.ts'
import { definedOf } from '../indicators/definition-store.ts'
import { wholeOf } from '../indicators/derive.ts'
import { placeKey, stages } from '../indicators/figure.ts'
import { type FigureView, figuresOf } from '../indicators/figure-store.ts'
import { type Interval, yearsBefore } from '../indicators/period.ts'
import { allIndicators } from '../indicators/store.ts'
import { topmost } from '../indicators/unitfigures.ts'
import type { Issue, NoticeContent } from '../notices/content.ts'
import { issuerOf, placeName } from '../notices/facts-store.ts'
import type { Layout } from '../notices/layout.ts'
import { layoutNow } from '../notices/layout-store.ts'
import { letterheadOf, regimeOf } from '../notices/numbering.ts'
import { reach } from '../people/grants.ts'
import { listShortcomings } from '../shortcomings/store.ts'
import { aimKey, aimsOf } from './aims-store.ts'
import type { RegimeVersionView } from './contract.ts'
import { placeOf } from './regime.ts'
import { contextOf, lineOf, type SlotRow, termsOf } from './slots-store.ts'
import { synthesisOf } from './synthesis.ts'
import type { SynthesisQuery } from './synthesis-contract.ts'
import type { LineFacts, Told, ToldAim, UnitFigure } from './synthesis-words.ts'

/**
 * The draft report of a regime's period, laid out by the rules that the papers of the body follow. `notFound` for a
 * period without reports, and for a body that is none of the province's.
 */
export async function synthesis(
  db: Reads,
  actor: Actor,
  { regime, to, issuer }: SynthesisQuery,
): Promise<{ content: NoticeContent; layout: Layout; issue: Issue }> {
  const { provinceId } = actor
  authorise(actor, 'report.accept', provinceId)
  const rows = await db
    .selectFrom('report_slot')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('regime_id', '=', regime)
    .where('period_to', '=', to)
    .execute()
  const context = await contextOf(db, actor, rows)
  const [first] = rows
  const terms = first && termsOf(first, context)
  if (!first || !terms) throw new Problem('notFound')
  const { today } = context.clock
  const named = await issuerOf(db, provinceId, issuer, today)
  const body = { ...named, code: named.code ?? (await shortName(db, provinceId, issuer)) }
  const layout = await layoutNow(db, provinceId, regimeOf(body.kind, today))
  const period = { from: first.period_from, to }
  const listPath = pathOfList(regime, to)
  const slots = rows
    .flatMap((row) => {
      const line = lineOf(row, context)
      return line ? [{ ...line, row }] : []
    })
    .toSorted((a, b) => a.body.name.localeCompare(b.body.name, 'vi'))
  const content = synthesisOf(
    {
      ...{ body, today, period, listPath },
      place: await placeName(db, provinceId),
      regime: { name: slots[0]?.regime.name ?? '', legalReference: terms.legalReference },
      slots: slots.map(({ state, timing, due, sentOn, body, id, row }) => ({
        ...{ state, timing, due, sentOn, body: body.name },
        ...{ path: `/reports/${id}`, reason: row.exception_reason },
      })),
      lines: await linesOf(db, actor, { regime, period, terms, slots }),
      shortcomings: await shortcomingsIn(db, actor, period),
      tasks: await tasksAbout(db, actor, terms),
    },
    layout,
  )
  const issue = {
    ...{ number: null, date: null, year: today.slice(0, 4) },
    // A report by name, as the table of opinions is one.
    type: layout.words['type.opinions'].value,
    symbol: letterheadOf(body).symbol,
  }
  return { content, layout, issue }
}

/** The reports of a regime and period. */
const pathOfList = (regime: string, to: string) =>
  `/reports?year=${to.slice(0, 4)}&regime=${regime}&to=${to}`

interface Asked {
  regime: string
  period: Interval
  terms: RegimeVersionView
  /** By name of the unit. */
  slots: readonly { id: string; body: { id: string; name: string }; row: SlotRow }[]
}

async function linesOf(db: Reads, actor: Actor, asked: Asked): Promise<LineFacts[]> {
  const { provinceId } = actor
  const { regime, period, terms, slots } = asked
  const before = yearsBefore(period, 1)
  const bodies = slots.map((one) => one.body.id)
  const indicatorIds = [...new Set(terms.lines.map((line) => line.indicatorId))]
  const indicators = new Map(
    (await allIndicators(db, provinceId)).map((one) => [one.indicator_id, one]),
  )
  const defined = await definedOf(
    db,
    provinceId,
    indicatorIds.flatMap((id) => indicators.get(id) ?? []),
  )
  const standing = await standingAt(db, actor, asked, before)
  const aims = await aimsOf(db, provinceId, [...bodies, null], indicatorIds, todayInVietnam())
  const province = await figuresOf(db, actor, {
    ...{ indicatorIds, organisationIds: [null], kind: 'actual' },
  })
  const formerSlots = await slotsOf(db, provinceId, regime, before)
  const values = await explanationsOf(
    db,
    provinceId,
    slots.map((one) => one.id),
  )
  const below = await reach(db, provinceId, bodies, todayInVietnam(), 'down')
  const nested = topmost(bodies, below).inside.size > 0
  const lines: LineFacts[] = []
  for (const line of terms.lines) {
    const indicator = indicators.get(line.indicatorId)
    if (!indicator) continue
    const { kind, direction } = indicator
    const rules = defined.rulesOn(line.indicatorId, period.to)
    const broken = breakBetween(defined.breaksOf(line.indicatorId), before.to, period.to) !== null
    // The least or the most of the units is no figure of the whole, and no sum.
    const across = rules.acrossBodies === 'sum' ? 'sum' : 'none'
    const ofIndicator = `/indicators/${line.indicatorId}`
    const figureOf = (organisationId: string | null, of: Interval) =>
      standing.get(placeKey({ ...line, organisationId, ...placeOf(line.measure, of, kind) })) ??
      null
    const place = placeOf(line.measure, period, kind)
    const days = { from: place.periodFrom, to: place.periodTo }
    const aimOf = (body: string | null): ToldAim | null => {
      const history = province.flatMap((one) =>
        body === null && one.indicatorId === line.indicatorId && one.value !== null
          ? [{ from: one.periodFrom, to: one.periodTo, value: one.value }]
          : [],
      )
      const aim = aims.get(aimKey(body, line.indicatorId))?.(kind, line.measure, days, history)
      return aim ? { ...aim, path: ofIndicator } : null
    }
    const units = slots.map((slot): UnitFigure => {
      const accepted = slot.row.accepted_at !== null
      const figure = accepted ? figureOf(slot.body.id, period) : null
      const former = broken ? null : figureOf(slot.body.id, before)
      const formerSlot = formerSlots.get(slot.body.id)
      return {
        body: slot.body.name,
        value: toldAs(figure, `/reports/${slot.id}`),
        why: !accepted ? 'notAccepted' : figure ? figure.missingReason : 'withdrawn',
        explanation: values.get(`${slot.id} ${line.indicatorId} ${line.measure}`) ?? null,
        same: toldAs(former, formerSlot ? `/reports/${formerSlot}` : ofIndicator),
        aim: aimOf(slot.body.id),
      }
    })
    const own = figureOf(null, period)
    const there = units.filter((one) => one.value !== null)
    const summed = wholeOf(
      there.map((one) => ({ value: one.value?.value ?? null })),
      across,
    ).value
    const whole: LineFacts['whole'] =
      own?.value != null
        ? { value: own.value, path: ofIndicator, of: 'province' }
        : there.length === 0
          ? 'nothing'
          : nested
            ? 'nested'
            : summed === null
              ? 'notAdded'
              : { value: summed, path: pathOfList(regime, period.to), of: 'units' }
    const sameSum = there.every((one) => one.same !== null)
      ? wholeOf(
          there.map((one) => ({ value: one.same?.value ?? null })),
          across,
        ).value
      : null
    const same: Told | null =
      typeof whole === 'string'
        ? null
        : whole.of === 'province'
          ? toldAs(figureOf(null, before), ofIndicator)
          : sameSum === null
            ? null
            : { value: sameSum, path: pathOfList(regime, before.to) }
    const parts = there.flatMap((one, at) => (one.value ? [at] : []))
    lines.push({
      ...{ id: line.indicatorId, nameVi: line.nameVi, unit: line.unit, measure: line.measure },
      ...{ power: line.power, direction, valueKind: rules.valueKind },
      ...{ whole, parts: parts.length, of: units.length, units },
      stage:
        own?.value != null ? own.stage : leastSettled(slots, line, period, kind, standing, terms),
      same: broken ? 'broken' : same,
      aim: aimOf(null),
    })
  }
  return lines
}

type Standing = ReadonlyMap<string, FigureView>

const toldAs = (figure: FigureView | null, path: string): Told | null =>
  figure?.value == null ? null : { value: figure.value, path }

/** The stage of what was added up: that of its least settled part. */
function leastSettled(
  slots: Asked['slots'],
  line: RegimeVersionView['lines'][number],
  period: Interval,
  kind: 'C' | 'P' | 'R',
  standing: Standing,
  terms: RegimeVersionView,
) {
  const found = slots.flatMap(({ body, row }) => {
    const at = { ...line, organisationId: body.id, ...placeOf(line.measure, period, kind) }
    const figure = row.accepted_at === null ? undefined : standing.get(placeKey(at))
    return figure ? [figure.stage] : []
  })
  return stages.find((one) => found.includes(one)) ?? terms.stage
}

/** What stands at the places of the period and of a year before, of the units and of the province as a whole. */
async function standingAt(
  db: Reads,
  actor: Actor,
  { terms, slots, period }: Asked,
  before: Interval,
): Promise<Standing> {
  const filter = {
    indicatorIds: [...new Set(terms.lines.map((line) => line.indicatorId))],
    organisationIds: [...slots.map((one) => one.body.id), null],
  }
  const years = terms.lines.some((line) => line.measure === 'yearEstimate')
    ? [period, before].map(({ to }) => `${to.slice(0, 4)}-12-31`)
    : []
  const standing = new Map<string, FigureView>()
  for (const day of new Set([period.to, before.to, ...years])) {
    for (const one of await figuresOf(db, actor, { ...filter, endsFrom: day, endsTo: day }))
      standing.set(placeKey(one), one)
  }
  return standing
}

/** The reports of a regime for a period, by unit. */
async function slotsOf(
  db: Reads,
  provinceId: number,
  regime: string,
  { from, to }: Interval,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('report_slot')
    .select(['slot_id', 'organisation_id'])
    .where('province_id', '=', provinceId)
    .where('regime_id', '=', regime)
    .where('period_from', '=', from)
    .where('period_to', '=', to)
    .execute()
  return new Map(rows.map((row) => [row.organisation_id, row.slot_id]))
}

/** What units said of figures that stand out. */
async function explanationsOf(
  db: Reads,
  provinceId: number,
  slots: readonly string[],
): Promise<Map<string, string>> {
  const rows: Pick<Row<'report_value'>, 'slot_id' | 'indicator_id' | 'measure' | 'explanation'>[] =
    await db
      .selectFrom('report_value')
      .select(['slot_id', 'indicator_id', 'measure', 'explanation'])
      .where('province_id', '=', provinceId)
      .where('slot_id', 'in', slots)
      .where('explanation', 'is not', null)
      .execute()
  return new Map(
    rows.map((row) => [`${row.slot_id} ${row.indicator_id} ${row.measure}`, row.explanation ?? '']),
  )
}

/** Shortcomings of documents and conferences that are dated in the period, each with its sentence. */
async function shortcomingsIn(db: Reads, actor: Actor, { from, to }: Interval) {
  const topics = new Map(topicCatalogue.map((one) => [one.code, one.vi]))
  const all = await listShortcomings(db, actor)
  return all
    .filter(({ date }) => date !== null && date >= from && date <= to)
    .map(({ topic, source }) => ({
      quote: source.quote,
      topic: topics.get(topic) ?? topic,
      document: source.documentTitle,
      path: `/documents/${source.documentId}?at=${source.start}-${source.end}`,
    }))
}

/** Open orders that somebody linked with one of the indicators. */
async function tasksAbout(db: Reads, actor: Actor, { lines }: RegimeVersionView) {
  const found = await openTasksAbout(
    db,
    actor,
    lines.map((line) => line.indicatorId),
  )
  return found.map(({ task, row }) => ({
    ...{ action: task.action, lead: row.lead, due: task.deadline },
    path: `/assignments?task=${task.id}`,
  }))
}
