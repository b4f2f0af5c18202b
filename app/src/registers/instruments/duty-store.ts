// Who must study and implement an instrument: named by the office, reported by the body or its heir, confirmed by
// somebody other than the doer.
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { Row, Tx } from '../../database/tables.ts'
import { type Action, type Actor, accountOf, authorise, doesFor } from '../../http/access.ts'
import { visibleInstrument } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { answeredOf, type Holders } from '../assignments/audience.ts'
import { holdersIn } from '../assignments/holders-store.ts'
import { tellAll } from '../mail/notification-store.ts'
import { lockBody, mustStand } from '../organisations/bodyrows.ts'
import type {
  DutyChange,
  DutyReport,
  DutyVerdict,
  InstrumentView,
  LinksGiven,
  NewDuties,
} from './contract.ts'
import { lockInstrument, setInstrument } from './register-store.ts'
import { whoseDuty } from './remind-store.ts'
import { getInstrument } from './view-store.ts'

/** Names bodies that must; those that are named already stay as they are. They are told the first day that awaits them. */
export async function addDuties(
  tx: Tx,
  actor: Actor,
  instrumentId: string,
  given: NewDuties,
): Promise<InstrumentView> {
  const row = await lockInstrument(tx, actor, instrumentId, null)
  const today = todayInVietnam()
  const ids = [...new Set(given.organisationIds)]
  for (const id of ids) mustStand(await lockBody(tx, actor.provinceId, id), today)
  const named = await tx
    .insertInto('instrument_duty')
    .values(
      ids.map((organisationId) => ({
        province_id: actor.provinceId,
        duty_id: uuidv7(),
        instrument_id: instrumentId,
        organisation_id: organisationId,
        study_by: given.studyBy ?? null,
        implement_by: given.implementBy ?? null,
        note: given.note ?? null,
        made_by: accountOf(actor),
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['province_id', 'instrument_id', 'organisation_id'])
        .where('withdrawn_at', 'is', null)
        .doNothing(),
    )
    .returning(['duty_id', 'organisation_id'])
    .execute()
  const holders = await holdersIn(tx, actor.provinceId, named.map(whoseDuty), today)
  const [on] = [given.studyBy, given.implementBy].filter((day) => day != null).toSorted()
  for (const one of named) {
    await tellDuty(tx, actor, one, holders, 'dutyNamed', on ? { on } : {})
  }
  await recordDuty(tx, actor, row.instrument_id, 'instrument.addDuties', { ...given })
  return getInstrument(tx, actor, instrumentId)
}

/** Changes by when a body must, or takes a body out that was named by mistake. */
export async function changeDuty(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: DutyChange,
): Promise<InstrumentView> {
  authorise(actor, 'register.edit', actor.provinceId)
  const row = await lockDuty(tx, actor, id, version)
  const kept = <T>(value: T | undefined, former: T): T => (value === undefined ? former : value)
  await setDuty(tx, row, {
    study_by: kept(given.studyBy, row.study_by),
    implement_by: kept(given.implementBy, row.implement_by),
    note: kept(given.note, row.note),
    withdrawn_at: given.withdrawn ? new Date().toISOString() : null,
  })
  const action = given.withdrawn ? 'instrument.dropDuty' : 'instrument.changeDuty'
  await recordDuty(tx, actor, row.instrument_id, action, {
    ...given,
    organisationId: row.organisation_id,
  })
  return getInstrument(tx, actor, row.instrument_id)
}

/**
 * The body, or the one that took over from it, says how far it is; the office may write it down and says then who
 * told it. A report anew is to be confirmed anew. `invalidInput` for days that lie ahead.
 */
export async function reportDuty(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: DutyReport,
): Promise<InstrumentView> {
  const row = await lockDuty(tx, actor, id, version, 'assignment.report')
  if (!doesFor(actor, row.organisation_id) && !given.onBehalf) {
    throw new Problem('invalidInput', { where: 'onBehalf' })
  }
  const today = todayInVietnam()
  for (const name of ['studiedOn', 'doneOn'] as const) {
    if ((given[name] ?? '') > today) throw new Problem('invalidInput', { where: name })
  }
  const kept = <T>(value: T | undefined, former: T): T => (value === undefined ? former : value)
  await setDuty(tx, row, {
    studied_on: kept(given.studiedOn, row.studied_on),
    plan_symbol: kept(given.planSymbol, row.plan_symbol),
    progress: kept(given.progress, row.progress),
    done_on: kept(given.doneOn, row.done_on),
    on_behalf: given.onBehalf ?? null,
    reported_by: accountOf(actor),
    reported_at: new Date().toISOString(),
    confirmed_by: null,
    confirmed_at: null,
    sent_back: null,
  })
  await recordDuty(tx, actor, row.instrument_id, 'instrument.report', {
    ...given,
    organisationId: row.organisation_id,
  })
  return getInstrument(tx, actor, row.instrument_id)
}

/**
 * Confirms that a body implemented an instrument, or sends its report back with the reason, so that it is open again.
 * `notForDoer` for the body's own people and for whoever reported it, `assignmentStage` where nothing was reported.
 */
export async function judgeDuty(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  { outcome, reason }: DutyVerdict,
): Promise<InstrumentView> {
  authorise(actor, 'assignment.confirm', actor.provinceId)
  const row = await lockDuty(tx, actor, id, version)
  if (doesFor(actor, row.organisation_id) || row.reported_by === actor.accountId) {
    throw new Problem('notForDoer')
  }
  if (row.done_on === null || row.confirmed_at !== null) throw new Problem('assignmentStage')
  if (outcome === 'sentBack' && !reason) throw new Problem('reasonMissing')
  await setDuty(
    tx,
    row,
    outcome === 'confirmed'
      ? { confirmed_by: accountOf(actor), confirmed_at: new Date().toISOString() }
      : { done_on: null, sent_back: reason ?? null },
  )
  if (outcome === 'sentBack') {
    const holders = await holdersIn(tx, actor.provinceId, [whoseDuty(row)])
    await tellDuty(tx, actor, row, holders, 'dutySentBack', {}, row.version)
  }
  const action = outcome === 'confirmed' ? 'instrument.confirm' : 'instrument.sendBack'
  await recordDuty(
    tx,
    actor,
    row.instrument_id,
    action,
    { organisationId: row.organisation_id },
    reason,
  )
  return getInstrument(tx, actor, row.instrument_id)
}

/** Sets which tasks, indicators and shortcomings belong to an instrument; those that the actor may not see stay. */
export async function setLinks(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: LinksGiven,
): Promise<InstrumentView> {
  const row = await lockInstrument(tx, actor, id, version)
  const before = await getInstrument(tx, actor, id)
  const wanted = {
    assignment_id: new Set(given.assignmentIds),
    indicator_id: new Set(given.indicatorIds),
    shortcoming_id: new Set(given.shortcomingIds),
  }
  const shown = {
    assignment_id: before.tasks.filter(({ by }) => by === 'linked').map(({ task }) => task.id),
    indicator_id: before.indicators.map(({ indicator }) => indicator.id),
    shortcoming_id: before.shortcomings.map((one) => one.id),
  }
  for (const column of ['assignment_id', 'indicator_id', 'shortcoming_id'] as const) {
    const gone = shown[column].filter((one) => !wanted[column].has(one))
    const fresh = [...wanted[column]].filter((one) => !shown[column].includes(one))
    if (gone.length > 0) {
      await tx
        .deleteFrom('instrument_link')
        .where('province_id', '=', actor.provinceId)
        .where('instrument_id', '=', id)
        .where(column, 'in', gone)
        .execute()
    }
    for (const one of fresh) {
      await tx
        .insertInto('instrument_link')
        .values({
          province_id: actor.provinceId,
          link_id: uuidv7(),
          instrument_id: id,
          ...{ assignment_id: null, indicator_id: null, shortcoming_id: null },
          [column]: one,
        })
        .execute()
    }
  }
  await setInstrument(tx, row, {})
  const after = await getInstrument(tx, actor, id)
  const unseen =
    given.assignmentIds.some((one) => !after.tasks.some(({ task }) => task.id === one)) ||
    given.shortcomingIds.some((one) => !after.shortcomings.some((other) => other.id === one))
  // Not there, or closed to the actor: the two look alike.
  if (unseen) throw new Problem('notFound')
  await recordDuty(tx, actor, id, 'instrument.link', { ...given })
  return after
}

async function lockDuty(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  action?: Action,
): Promise<Row<'instrument_duty'>> {
  const row = await tx
    .selectFrom('instrument_duty')
    .innerJoin('instrument', (join) =>
      join
        .onRef('instrument.province_id', '=', 'instrument_duty.province_id')
        .onRef('instrument.instrument_id', '=', 'instrument_duty.instrument_id'),
    )
    .selectAll('instrument_duty')
    .where('instrument_duty.province_id', '=', actor.provinceId)
    .where('instrument_duty.duty_id', '=', id)
    .where('instrument_duty.withdrawn_at', 'is', null)
    .where('instrument.withdrawn_at', 'is', null)
    .where(visibleInstrument(actor))
    .forUpdate('instrument_duty')
    .executeTakeFirst()
  if (action) authorise(actor, action, actor.provinceId, row?.organisation_id ?? null)
  if (!row) throw new Problem('notFound')
  if (row.version !== version) {
    throw new Problem('versionOld', { current: await getInstrument(tx, actor, row.instrument_id) })
  }
  return row
}

/** Tells who works in the body, or the one that took over from it, and whoever reported; not who does it. */
async function tellDuty(
  tx: Tx,
  actor: Actor,
  row: Pick<Row<'instrument_duty'>, 'duty_id' | 'organisation_id'> & {
    reported_by?: string | null
  },
  holders: Holders,
  kind: 'dutyNamed' | 'dutySentBack',
  facts: { on?: string },
  version = 1,
): Promise<void> {
  const whose = { ...whoseDuty(row), reported_by: row.reported_by ?? null }
  const others = answeredOf(whose, holders).filter((one) => one !== actor.accountId)
  await tellAll(tx, actor.provinceId, others, {
    ...{ key: `duty:${row.duty_id}:${kind}:${version}`, kind, facts },
    about: { kind: 'instrumentDuty', id: row.duty_id },
  })
}

async function setDuty(
  tx: Tx,
  row: Row<'instrument_duty'>,
  values: Partial<Omit<Row<'instrument_duty'>, 'province_id' | 'duty_id' | 'version'>>,
): Promise<void> {
  await tx
    .updateTable('instrument_duty')
    .set({ ...values, version: row.version + 1 })
    .where('province_id', '=', row.province_id)
    .where('duty_id', '=', row.duty_id)
    .execute()
}

/** Puts on record what was done about an instrument; it belongs to the instrument's history. */
const recordDuty = (
  tx: Tx,
  actor: Actor,
  instrumentId: string,
  action: string,
  after: Record<string, unknown>,
  reason?: string,
): Promise<unknown> =>
  writeRecord(tx, actor, {
    action,
    subjectKind: 'instrument',
    subjectId: instrumentId,
    after,
    reason,
  })
