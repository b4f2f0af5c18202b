// What happens to a report: filled in, sent, given back as a whole or in single figures, locked, excused; accepted in
// accept-store.ts.
import { todayInVietnam } from '../../calendar.ts'
import type { Row, Tx } from '../../database/tables.ts'
import { type Action, type Actor, accountOf, authorise } from '../../http/access.ts'
import { visibleSlot } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { tellAll } from '../mail/notification-store.ts'
import { checksOf } from './checks.ts'
import type { Excepting, GivenValue, Handing, Returning, SlotCell, SlotView } from './contract.ts'
import { actingFor } from './people-store.ts'
import { type StepKind, shifted } from './regime.ts'
import { sameFigure } from './sheet.ts'
import { getSlot, isDoer, slotOf } from './view-store.ts'

type SlotRow = Row<'report_slot'>

/**
 * Keeps figures as a draft. `reportStage` once it is sent; `reportFixed` for a figure that stands while only others
 * were given back; `invalidInput` for a line that the regime does not ask for, or a figure that is there and missing.
 */
export async function enterValues(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  values: readonly GivenValue[],
): Promise<SlotView> {
  const { row, slot } = await lockSlot(tx, actor, id, version, 'report.enter')
  mustBeOpen(row)
  const partly = slot.cells.some((cell) => cell.returnedReason !== null)
  const rows = values.map((given) => {
    const cell = slot.cells.find(
      (one) => one.indicatorId === given.indicatorId && one.measure === given.measure,
    )
    if (!cell) throw new Problem('invalidInput', { where: 'indicatorId' })
    if (given.value !== null && given.missingReason) {
      throw new Problem('invalidInput', { where: 'missingReason' })
    }
    mustBeSaid(cell, given)
    if (partly && cell.returnedReason === null && !sameFigure(cell, given)) {
      throw new Problem('reportFixed', { name: cell.nameVi })
    }
    return {
      province_id: actor.provinceId,
      slot_id: id,
      indicator_id: given.indicatorId,
      measure: given.measure,
      value: given.value === null ? null : String(shifted(given.value, cell.power)),
      missing_reason: given.missingReason ?? null,
      explanation: given.explanation ?? null,
      method: given.method,
      finding_id: given.findingId ?? null,
      entered_by: accountOf(actor),
      entered_at: new Date().toISOString(),
    }
  })
  if (rows.length > 0) {
    await tx
      .insertInto('report_value')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['province_id', 'slot_id', 'indicator_id', 'measure'])
          .doUpdateSet((build) => ({
            value: build.ref('excluded.value'),
            missing_reason: build.ref('excluded.missing_reason'),
            explanation: build.ref('excluded.explanation'),
            method: build.ref('excluded.method'),
            finding_id: build.ref('excluded.finding_id'),
            entered_by: build.ref('excluded.entered_by'),
            entered_at: build.ref('excluded.entered_at'),
          })),
      )
      .execute()
  }
  await setSlot(tx, row, {})
  await recordSlot(tx, actor, id, 'report.enter', { values })
  return getSlot(tx, actor, id)
}

/**
 * Sends a report. `reportIncomplete` where a figure is neither there nor said to be missing, `reportUnexplained` where
 * one that stands out says nothing of why; `invalidInput` where somebody else sends it and does not say who told them.
 */
export async function submitSlot(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  onBehalf: string | null,
): Promise<SlotView> {
  const { row, slot } = await lockSlot(tx, actor, id, version, 'report.submit')
  mustBeOpen(row)
  if (!slot.can.asBody && !onBehalf) throw new Problem('invalidInput', { where: 'onBehalf' })
  const namesOf = (cells: SlotView['cells']) => cells.map((cell) => cell.nameVi).join('; ')
  const empty = slot.cells.filter((cell) => cell.value === null && cell.missingReason === null)
  if (empty.length > 0) throw new Problem('reportIncomplete', { names: namesOf(empty) })
  const open = slot.cells.filter(
    (cell) =>
      cell.value !== null && cell.explanation === null && checksOf(cell.value, cell).length > 0,
  )
  if (open.length > 0) throw new Problem('reportUnexplained', { names: namesOf(open) })
  await setSlot(tx, row, {
    sent_on: row.sent_on ?? todayInVietnam(),
    submitted_by: accountOf(actor),
    submitted_at: new Date().toISOString(),
    on_behalf: slot.can.asBody ? null : onBehalf,
    returned_at: null,
    return_reason: null,
  })
  await setReturned(tx, row, null)
  await takeStep(tx, actor, slot, 'submitted', null)
  return getSlot(tx, actor, id)
}

/**
 * Gives a report back: single figures, which alone are open then, or the whole, which counts as not sent. Also one
 * that was accepted, as long as it is not locked (`reportStage`). `notForDoer` for the unit's own people.
 */
export async function returnSlot(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  { reason, values }: Returning,
): Promise<SlotView> {
  const { row, slot } = await lockJudged(tx, actor, id, version)
  const known = (given: { indicatorId: string; measure: string }) =>
    slot.cells.some((one) => one.indicatorId === given.indicatorId && one.measure === given.measure)
  if (!values.every(known)) throw new Problem('invalidInput', { where: 'values' })
  await setSlot(tx, row, {
    sent_on: values.length === 0 ? null : row.sent_on,
    submitted_at: null,
    accepted_at: null,
    accepted_by: null,
    returned_at: new Date().toISOString(),
    return_reason: reason,
  })
  await setReturned(tx, row, null)
  for (const one of values) await setReturned(tx, row, one)
  const number = await takeStep(tx, actor, slot, 'returned', reason, values)
  const told = await toldOfReturn(tx, row)
  await tellAll(tx, actor.provinceId, told, {
    key: `report:${id}:returned:${number}`,
    kind: 'reportReturned',
    about: { kind: 'reportSlot', id },
  })
  return getSlot(tx, actor, id)
}

/**
 * Whoever answers for a report, or all who act for its unit where that account does no more; and who sent it, on behalf
 * of the unit or as somebody who still acts for it.
 */
async function toldOfReturn(tx: Tx, row: SlotRow): Promise<string[]> {
  const acting = (await actingFor(tx, row.province_id, [row.organisation_id])).map((one) => one.id)
  const { responsible_id: responsible, submitted_by: sender } = row
  const sends = sender !== null && (row.on_behalf !== null || acting.includes(sender))
  return [...(acting.includes(responsible) ? [responsible] : acting), ...(sends ? [sender] : [])]
}

/** Locks an accepted report; `notForDoer` as for accepting it. */
export async function lockAccepted(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<SlotView> {
  const { row, slot } = await lockJudged(tx, actor, id, version)
  if (row.accepted_at === null) throw new Problem('reportStage')
  await setSlot(tx, row, { locked_at: new Date().toISOString() })
  await takeStep(tx, actor, slot, 'locked', null)
  return getSlot(tx, actor, id)
}

/** Excuses a unit for one period or sets another day, with the reason; neither of both takes that back. `notForDoer` as accepting. */
export async function exceptSlot(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  { excused, dueOn, reason }: Excepting,
): Promise<SlotView> {
  const { row, slot } = await lockForOther(tx, actor, id, version)
  mustBeOpen(row)
  const excepts = excused || dueOn !== null
  if (excepts && !reason) throw new Problem('reasonMissing')
  await setSlot(tx, row, {
    excused,
    due_on: excused ? null : dueOn,
    exception_reason: excepts ? reason : null,
  })
  await takeStep(tx, actor, slot, 'excepted', reason)
  return getSlot(tx, actor, id)
}

/** Sets who answers for a report that is not accepted, and for the unit's later ones that are not sent, as the newest version then says; `responsibleMissing` for who does not act for it. */
export async function handOver(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  { responsibleId, later }: Handing,
): Promise<SlotView> {
  const { row, slot } = await lockSlot(tx, actor, id, version, 'report.submit')
  if (row.accepted_at !== null) throw new Problem('reportStage')
  const body = row.organisation_id
  const acting = await actingFor(tx, actor.provinceId, [body])
  if (!acting.some((one) => one.id === responsibleId)) {
    throw new Problem('responsibleMissing', { units: slot.body.name })
  }
  await setSlot(tx, row, { responsible_id: responsibleId })
  if (later) {
    await tx
      .updateTable('report_slot')
      .set({ responsible_id: responsibleId })
      .where('province_id', '=', actor.provinceId)
      .where('regime_id', '=', row.regime_id)
      .where('organisation_id', '=', body)
      .where('period_to', '>', row.period_to)
      // Whoever answered for what was sent stays who did.
      .where('submitted_at', 'is', null)
      .where('accepted_at', 'is', null)
      .execute()
    await tx
      .updateTable('report_unit')
      .set({ responsible_id: responsibleId })
      .where('province_id', '=', actor.provinceId)
      .where('regime_id', '=', row.regime_id)
      .where('organisation_id', '=', body)
      .where('number', '=', (build) =>
        build
          .selectFrom('report_regime_version')
          .select((of) => of.fn.max('report_regime_version.number').as('newest'))
          .where('report_regime_version.province_id', '=', actor.provinceId)
          .where('report_regime_version.regime_id', '=', row.regime_id),
      )
      .execute()
  }
  await takeStep(tx, actor, slot, 'handedOver', null)
  return getSlot(tx, actor, id)
}

/** A figure with a sentence is one that the sentence says (`invalidInput`); one without is none of a document. */
function mustBeSaid(cell: SlotCell, { findingId, method, value }: GivenValue): void {
  if (!findingId && method !== 'document') return
  const said = cell.statements.find((one) => one.findingId === findingId)
  const taken = said?.exact && said.value === value
  // What was taken before stays where its document is not the actor's to read.
  const stands = findingId === cell.findingId && value === cell.value
  if (method !== 'document' || !findingId || !(taken || stands)) {
    throw new Problem('invalidInput', { where: 'findingId' })
  }
}

function mustBeOpen(row: SlotRow): void {
  if (row.submitted_at !== null || row.accepted_at !== null) throw new Problem('reportStage')
}

/** As `lockSlot`, for the office alone, and not for who has a part in the report (`notForDoer`, see `isDoer`). */
async function lockForOther(tx: Tx, actor: Actor, id: string, version: number) {
  const found = await lockSlot(tx, actor, id, version, 'report.accept')
  const values = await tx
    .selectFrom('report_value')
    .select('entered_by')
    .where('province_id', '=', actor.provinceId)
    .where('slot_id', '=', id)
    .execute()
  if (isDoer(actor, found.row, values)) throw new Problem('notForDoer')
  return found
}

/** As `lockForOther`, of a report that was sent and is not locked (`reportStage`). */
export async function lockJudged(tx: Tx, actor: Actor, id: string, version: number) {
  const found = await lockForOther(tx, actor, id, version)
  const { row } = found
  if ((row.submitted_at === null && row.accepted_at === null) || row.locked_at !== null) {
    throw new Problem('reportStage')
  }
  return found
}

/** The row, locked, and how it stands. */
async function lockSlot(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  action: Action,
): Promise<{ row: SlotRow; slot: SlotView }> {
  const row = await tx
    .selectFrom('report_slot')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('slot_id', '=', id)
    .where(visibleSlot(actor))
    .forUpdate()
    .executeTakeFirst()
  authorise(actor, action, actor.provinceId, row?.organisation_id ?? null)
  if (!row) throw new Problem('notFound')
  const slot = await slotOf(tx, actor, row)
  if (row.version !== version) throw new Problem('versionOld', { current: slot })
  return { row, slot }
}

/** Sets columns of a slot, whose version goes on by one. */
export async function setSlot(
  tx: Tx,
  row: SlotRow,
  values: Partial<Omit<SlotRow, 'province_id' | 'slot_id' | 'version'>>,
): Promise<void> {
  await tx
    .updateTable('report_slot')
    .set({ ...values, version: row.version + 1 })
    .where('province_id', '=', row.province_id)
    .where('slot_id', '=', row.slot_id)
    .execute()
}

/** Marks one figure as given back; null: none of the report is any more. */
async function setReturned(
  tx: Tx,
  row: SlotRow,
  one: Returning['values'][number] | null,
): Promise<void> {
  await tx
    .updateTable('report_value')
    .set({ returned_reason: one?.reason ?? null })
    .where('province_id', '=', row.province_id)
    .where('slot_id', '=', row.slot_id)
    .$if(one !== null, (query) =>
      query
        .where('indicator_id', '=', one?.indicatorId ?? '')
        .where('measure', '=', one?.measure ?? 'period'),
    )
    .execute()
}

/** Writes a step with the figures as they stand, and puts it on record; its number. */
export async function takeStep(
  tx: Tx,
  actor: Actor,
  slot: SlotView,
  kind: StepKind,
  reason: string | null,
  returned: Returning['values'] = [],
): Promise<number> {
  const number = slot.steps.length + 1
  const figures = slot.cells.map(({ indicatorId, measure, value, missingReason, power }) => ({
    ...{ indicatorId, measure, missingReason },
    value: value === null ? null : shifted(value, power),
    returnedReason:
      returned.find((one) => one.indicatorId === indicatorId && one.measure === measure)?.reason ??
      null,
  }))
  await tx
    .insertInto('report_step')
    .values({
      province_id: actor.provinceId,
      slot_id: slot.id,
      number,
      kind,
      reason,
      figures: JSON.stringify(kind === 'submitted' || kind === 'returned' ? figures : []),
      done_by: accountOf(actor),
    })
    .execute()
  await recordSlot(tx, actor, slot.id, `report.${kind}`, { figures }, reason ?? undefined)
  return number
}

const recordSlot = (
  tx: Tx,
  actor: Actor,
  id: string,
  action: string,
  after: object,
  reason?: string,
): Promise<unknown> =>
  writeRecord(tx, actor, { action, subjectKind: 'reportSlot', subjectId: id, after, reason })
