// Accepting a report: its values become figures, but for those beside which something stands that counts for more.
import type { Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf } from '../../http/access.ts'
import { visible } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { type NewFigure, writeFigures } from '../indicators/figure-store.ts'
import { periodLabel, periodOf } from '../indicators/period.ts'
import type { SlotView } from './contract.ts'
import { en, vi } from './kept-texts.ts'
import { placeOf } from './regime.ts'
import { lockJudged, setSlot, takeStep } from './step-store.ts'
import { getSlot } from './view-store.ts'

type SlotRow = Row<'report_slot'>

/**
 * Accepts a report: its values become figures of the indicators, each with its regime and period as the reason, and
 * why it was given back before. Nobody accepts what they or their own body entered or sent (`notForDoer`). Left as
 * they are, and named in the step and its record: figures in whose place a more settled one stands, and estimates of
 * the year that a report of a later period has given already.
 */
export async function acceptSlot(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<SlotView> {
  const { row, slot } = await lockJudged(tx, actor, id, version)
  if (row.accepted_at !== null) throw new Problem('reportStage')
  const figures = await figuresOfSlot(tx, actor, row, slot)
  const estimated = await estimatedLater(tx, row)
  const later = figures.filter(
    (one) => one.kind === 'yearEstimate' && estimated.has(one.indicatorId),
  )
  const { kept } = await writeFigures(
    tx,
    actor,
    figures.filter((one) => !later.includes(one)),
  )
  await setSlot(tx, row, {
    accepted_by: accountOf(actor),
    accepted_at: new Date().toISOString(),
  })
  const t = actor.locale === 'en' ? en : vi
  const named = (those: readonly Told[]) => those.map((one) => one.name).join('; ')
  const ofKept = figures.filter((one) => kept.includes(one))
  const told = [
    ofKept.length > 0 ? t.settled(named(ofKept)) : null,
    later.length > 0 ? t.later(named(later)) : null,
  ].filter((one) => one !== null)
  const reason = told.length > 0 ? told.join(' ').slice(0, 1000) : null
  await takeStep(tx, actor, slot, 'accepted', reason)
  return getSlot(tx, actor, id)
}

/** A figure to record, with the name of its line. */
interface Told extends NewFigure {
  name: string
}

/** The figures that a report says, as they are recorded. */
async function figuresOfSlot(tx: Tx, actor: Actor, row: SlotRow, slot: SlotView): Promise<Told[]> {
  const values = await tx
    .selectFrom('report_value')
    .select(['indicator_id', 'measure', 'value', 'missing_reason', 'method', 'finding_id'])
    .where('province_id', '=', row.province_id)
    .where('slot_id', '=', row.slot_id)
    .execute()
  const findings = values.flatMap((one) => one.finding_id ?? [])
  // The confirmed figures of sentences that the actor may read.
  const told =
    findings.length === 0
      ? []
      : await tx
          .selectFrom('observation')
          .select(['observation_id', 'finding_id', 'indicator_id'])
          .where('province_id', '=', actor.provinceId)
          .where('finding_id', 'in', findings)
          .where('withdrawn_at', 'is', null)
          .where(visible(actor, 'document_id'))
          .execute()
  const sources = new Map(
    told.map((one) => [
      `${one.finding_id} ${one.indicator_id}`,
      { observationId: one.observation_id },
    ]),
  )
  const returned = slot.steps.findLast((step) => step.kind === 'returned')?.reason
  const title = `${slot.regime.name}, ${periodLabel(periodOf(slot.period), 'vi')}`
  const reason = (returned ? `${title}: ${returned}` : title).slice(0, 1000)
  return slot.cells.flatMap(({ indicatorId, measure, kind, nameVi }): Told[] => {
    const value = values.find((one) => one.indicator_id === indicatorId && one.measure === measure)
    if (!value) return []
    return [
      {
        ...{ indicatorId, organisationId: row.organisation_id, reason, name: nameVi },
        ...placeOf(measure, slot.period, kind),
        value: value.value === null ? null : Number(value.value),
        missingReason: value.missing_reason,
        stage: slot.stage,
        method: value.method,
        source: sources.get(`${value.finding_id} ${indicatorId}`),
        yields: true,
      },
    ]
  })
}

/**
 * Indicators whose year a report of the same unit has estimated that is of a later period of that year and was
 * accepted once: all estimates of a year share one place, which the newest one holds.
 */
async function estimatedLater(tx: Tx, row: SlotRow): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('report_slot')
    .innerJoin('report_value', (join) =>
      join
        .onRef('report_value.province_id', '=', 'report_slot.province_id')
        .onRef('report_value.slot_id', '=', 'report_slot.slot_id'),
    )
    .innerJoin('report_step', (join) =>
      join
        .onRef('report_step.province_id', '=', 'report_slot.province_id')
        .onRef('report_step.slot_id', '=', 'report_slot.slot_id'),
    )
    .select('report_value.indicator_id')
    .distinct()
    .where('report_slot.province_id', '=', row.province_id)
    .where('report_slot.organisation_id', '=', row.organisation_id)
    .where('report_slot.period_to', '>', row.period_to)
    .where('report_slot.period_to', '<=', `${row.period_to.slice(0, 4)}-12-31`)
    .where('report_value.measure', '=', 'yearEstimate')
    .where('report_step.kind', '=', 'accepted')
    .execute()
  return new Set(rows.map((one) => one.indicator_id))
}
