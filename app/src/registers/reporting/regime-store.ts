// Reporting regimes: what is asked of whom from which day on.
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import {
  type Actor,
  accountOf,
  allowed,
  authorise,
  may,
  mayAnywhere,
  paperBodies,
} from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { accountNames } from '../documents/source.ts'
import { followsFromReports } from '../indicators/counted.ts'
import { allIndicators } from '../indicators/store.ts'
import { organisationNames } from '../organisations/names.ts'
import type { NewRegime, RegimeChange, RegimeTerms, RegimeView } from './contract.ts'
import { actingFor } from './people-store.ts'
import { dropStale, everSent, followVersion, makeSlots } from './slot-making-store.ts'

/** The regimes by name; somebody of a body sees those that ask something of it, with their own units alone. */
export async function listRegimes(
  db: Reads,
  actor: Actor,
): Promise<{ regimes: RegimeView[]; mayManage: boolean }> {
  mustRead(actor)
  return {
    regimes: await regimesOf(db, actor),
    mayManage: may(actor, 'register.edit', actor.provinceId),
  }
}

/** Throws unless the actor reads reports somewhere in the province. */
export function mustRead(actor: Actor): void {
  if (!mayAnywhere(actor, 'report.read')) {
    // `authorise` says which refusal: who is not signed in, or has no right.
    authorise(actor, 'report.read', actor.provinceId)
  }
}

/** Regimes as the actor sees them; all, or one. */
export async function regimesOf(db: Reads, actor: Actor, id?: string): Promise<RegimeView[]> {
  const { provinceId } = actor
  const regimes = await db
    .selectFrom('report_regime')
    .selectAll()
    .where('province_id', '=', provinceId)
    .$if(id !== undefined, (query) => query.where('regime_id', '=', id ?? ''))
    .orderBy('name')
    .orderBy('regime_id')
    .execute()
  const versions = await db
    .selectFrom('report_regime_version')
    .selectAll()
    .where('province_id', '=', provinceId)
    .$if(id !== undefined, (query) => query.where('regime_id', '=', id ?? ''))
    .orderBy('number')
    .execute()
  const lines = await db
    .selectFrom('report_line')
    .selectAll()
    .where('province_id', '=', provinceId)
    .$if(id !== undefined, (query) => query.where('regime_id', '=', id ?? ''))
    .orderBy('position')
    .execute()
  const units = await db
    .selectFrom('report_unit')
    .selectAll()
    .where('province_id', '=', provinceId)
    .$if(id !== undefined, (query) => query.where('regime_id', '=', id ?? ''))
    .execute()
  const indicators = new Map(
    (await allIndicators(db, provinceId)).map((one) => [one.indicator_id, one]),
  )
  const seen = units.filter(seesBody(actor))
  const names = await organisationNames(
    db,
    provinceId,
    seen.map((one) => one.organisation_id),
  )
  const people = await accountNames(
    db,
    provinceId,
    seen.map((one) => one.responsible_id),
  )
  const everything = may(actor, 'report.read', provinceId)
  return regimes
    .map(
      (row): RegimeView => ({
        id: row.regime_id,
        name: row.name,
        closedOn: row.closed_on,
        versions: versions
          .filter((one) => one.regime_id === row.regime_id)
          .map((one) => ({
            number: one.number,
            validFrom: one.valid_from,
            legalReference: one.legal_reference,
            frequency: one.frequency,
            cutoffDay: one.cutoff_day,
            dueDays: one.due_days,
            graceDays: one.grace_days,
            stage: one.stage,
            lines: lines
              .filter((line) => line.regime_id === row.regime_id && line.number === one.number)
              .flatMap((line) => {
                // One that is in quarantine with its document is nobody's to see.
                const indicator = indicators.get(line.indicator_id)
                if (!indicator) return []
                return {
                  indicatorId: line.indicator_id,
                  code: indicator.code,
                  nameVi: indicator.name_vi,
                  nameEn: indicator.name_en,
                  unit: indicator.unit,
                  measure: line.measure,
                  power: line.power,
                }
              }),
            units: seen
              .filter((unit) => unit.regime_id === row.regime_id && unit.number === one.number)
              .map((unit) => ({
                body: { id: unit.organisation_id, name: names.get(unit.organisation_id) ?? '' },
                responsible: {
                  id: unit.responsible_id,
                  name: people.get(unit.responsible_id) ?? '',
                },
              }))
              .toSorted((a, b) => a.body.name.localeCompare(b.body.name, 'vi')),
          })),
        version: row.version,
      }),
    )
    .filter((one) => everything || one.versions.some(({ units: those }) => those.length > 0))
}

const seesBody = (actor: Actor) => {
  if (may(actor, 'report.read', actor.provinceId)) return () => true
  const grants = actor.grants.filter((grant) => allowed[grant.role].has('report.read'))
  const own = new Set(paperBodies(grants))
  return ({ organisation_id: id }: { organisation_id: string }) => own.has(id)
}

/** Adds a regime and makes its slots. `responsibleMissing` for units without somebody who acts for them. */
export async function addRegime(tx: Tx, actor: Actor, given: NewRegime): Promise<RegimeView> {
  authorise(actor, 'register.edit', actor.provinceId)
  const id = uuidv7()
  await tx
    .insertInto('report_regime')
    .values({
      province_id: actor.provinceId,
      regime_id: id,
      name: given.name,
      made_by: accountOf(actor),
    })
    .execute()
  await insertVersion(tx, actor, id, 1, given)
  await makeSlots(tx, actor.provinceId, todayInVietnam(), id)
  await recordRegime(tx, actor, id, 'reportRegime.add', given)
  return oneRegime(tx, actor, id)
}

/** Renames a regime or ends it; slots of later periods that nobody ever sent go. */
export async function changeRegime(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: RegimeChange,
): Promise<RegimeView> {
  const row = await lockRegime(tx, actor, id, version)
  const closedOn = given.closedOn === undefined ? row.closed_on : given.closedOn
  await touchRegime(tx, row, { name: given.name ?? row.name, closed_on: closedOn })
  await dropStale(tx, actor.provinceId, id)
  await makeSlots(tx, actor.provinceId, todayInVietnam(), id)
  await recordRegime(tx, actor, id, 'reportRegime.change', given)
  return oneRegime(tx, actor, id)
}

/**
 * What a regime asks from a day on. Slots of the periods from then on that nobody sent follow it, also in who answers; `reportBegun` where
 * one of them was ever sent, though it was given back since, `invalidInput` for a day before the last version's.
 */
export async function reviseRegime(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: RegimeTerms,
): Promise<RegimeView> {
  const row = await lockRegime(tx, actor, id, version)
  const { provinceId } = actor
  const former = await tx
    .selectFrom('report_regime_version')
    .select(['number', 'valid_from'])
    .where('province_id', '=', provinceId)
    .where('regime_id', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  if (given.validFrom < former.valid_from) throw new Problem('invalidInput', { where: 'validFrom' })
  const sent = await tx
    .selectFrom('report_slot')
    .select('period_to')
    .where('province_id', '=', provinceId)
    .where('regime_id', '=', id)
    .where('period_to', '>=', given.validFrom)
    .where(everSent)
    .orderBy('period_to', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (sent) throw new Problem('reportBegun', { day: sent.period_to })
  await insertVersion(tx, actor, id, former.number + 1, given)
  await touchRegime(tx, row, {})
  await dropStale(tx, provinceId, id)
  await followVersion(tx, provinceId, id)
  await makeSlots(tx, provinceId, todayInVietnam(), id)
  await recordRegime(tx, actor, id, 'reportRegime.revise', given)
  return oneRegime(tx, actor, id)
}

async function insertVersion(
  tx: Tx,
  actor: Actor,
  id: string,
  number: number,
  given: RegimeTerms,
): Promise<void> {
  const own = { province_id: actor.provinceId, regime_id: id, number }
  await mustAnswer(tx, actor, given.units)
  const known = new Map(
    (await allIndicators(tx, actor.provinceId)).map((one) => [one.indicator_id, one.code]),
  )
  if (given.lines.some((line) => !known.has(line.indicatorId))) throw new Problem('notFound')
  const codes = given.lines.map((line) => known.get(line.indicatorId) ?? '')
  const counted = codes.find(followsFromReports)
  if (counted !== undefined) throw new Problem('figureCounted', { code: counted })
  await tx
    .insertInto('report_regime_version')
    .values({
      ...own,
      valid_from: given.validFrom,
      legal_reference: given.legalReference,
      frequency: given.frequency,
      cutoff_day: given.cutoffDay,
      due_days: given.dueDays,
      grace_days: given.graceDays,
      stage: given.stage,
      made_by: accountOf(actor),
    })
    .execute()
  const lines = new Map(given.lines.map((line) => [`${line.indicatorId} ${line.measure}`, line]))
  await tx
    .insertInto('report_line')
    .values(
      [...lines.values()].map((line, position) => ({
        ...own,
        indicator_id: line.indicatorId,
        measure: line.measure,
        position,
        power: line.power,
      })),
    )
    .execute()
  const units = new Map(given.units.map((unit) => [unit.organisationId, unit]))
  await tx
    .insertInto('report_unit')
    .values(
      [...units.values()].map((unit) => ({
        ...own,
        organisation_id: unit.organisationId,
        responsible_id: unit.responsibleId ?? '',
      })),
    )
    .execute()
}

/** Each unit has somebody, who acts for it: `responsibleMissing` names those that have not. */
async function mustAnswer(tx: Tx, actor: Actor, units: RegimeTerms['units']): Promise<void> {
  const ids = units.map((unit) => unit.organisationId)
  const acting = await actingFor(tx, actor.provinceId, ids)
  const names = await organisationNames(tx, actor.provinceId, ids)
  if (names.size < new Set(ids).size) throw new Problem('notFound')
  const without = units.filter(
    (unit) =>
      !acting.some(
        (one) => one.organisationId === unit.organisationId && one.id === unit.responsibleId,
      ),
  )
  if (without.length === 0) return
  throw new Problem('responsibleMissing', {
    units: without.map((unit) => names.get(unit.organisationId) ?? '').join('; '),
  })
}

async function lockRegime(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<Row<'report_regime'>> {
  authorise(actor, 'register.edit', actor.provinceId)
  const row = await tx
    .selectFrom('report_regime')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('regime_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  if (row.version !== version) {
    throw new Problem('versionOld', { current: await oneRegime(tx, actor, id) })
  }
  return row
}

async function touchRegime(
  tx: Tx,
  row: Row<'report_regime'>,
  values: Partial<Pick<Row<'report_regime'>, 'name' | 'closed_on'>>,
): Promise<void> {
  await tx
    .updateTable('report_regime')
    .set({ ...values, version: row.version + 1 })
    .where('province_id', '=', row.province_id)
    .where('regime_id', '=', row.regime_id)
    .execute()
}

async function oneRegime(tx: Tx, actor: Actor, id: string): Promise<RegimeView> {
  const [regime] = await regimesOf(tx, actor, id)
  if (!regime) throw new Problem('notFound')
  return regime
}

const recordRegime = (
  tx: Tx,
  actor: Actor,
  id: string,
  action: string,
  after: object,
): Promise<unknown> =>
  writeRecord(tx, actor, { action, subjectKind: 'reportRegime', subjectId: id, after })
