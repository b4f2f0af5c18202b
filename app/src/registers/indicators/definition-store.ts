// What an indicator is: versions added, breaks in its series, read.
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { atOnce } from '../../database/at-once.ts'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { accountNames } from '../documents/source.ts'
import { mustBeBodies, organisationNames } from '../organisations/names.ts'
import { followsFromReports, houseFormula } from './counted.ts'
import {
  assumedDefinition,
  type DefinitionRules,
  definitionFault,
  definitionOn,
} from './definition.ts'
import type { DefinitionView, NewDefinition } from './figure-contract.ts'
import { codesIn, formulaCycle, parseFormula } from './formula.ts'
import { allIndicators, indicatorById } from './store.ts'
import { withdraw } from './withdrawal-store.ts'

/** All versions of an indicator's definition, oldest first. */
export async function definitionsOf(
  db: Reads,
  actor: Actor,
  indicatorId: string,
): Promise<DefinitionView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  const rows = await db
    .selectFrom('indicator_definition')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('indicator_id', '=', indicatorId)
    .orderBy('number')
    .execute()
  const people = await accountNames(
    db,
    actor.provinceId,
    rows.map((row) => row.recorded_by),
  )
  const bodies = await organisationNames(
    db,
    actor.provinceId,
    rows.map((row) => row.owner_id),
  )
  return rows.map((row) => definitionShown(row, people, bodies))
}

const numberOrNull = (value: string | null) => (value === null ? null : Number(value))

const definedShown = (row: Row<'indicator_definition'>) => ({
  number: row.number,
  validFrom: row.valid_from,
  valueKind: row.value_kind,
  reportMode: row.report_mode,
  acrossBodies: row.across_bodies,
  acrossTime: row.across_time,
  weightIndicatorId: row.weight_indicator_id,
  formula: row.formula,
  entryFactor: Number(row.entry_factor),
  decimals: row.decimals,
  priceBasis: row.price_basis,
  least: numberOrNull(row.least),
  most: numberOrNull(row.most),
})

const definitionShown = (
  row: Row<'indicator_definition'>,
  people: ReadonlyMap<string, string>,
  bodies: ReadonlyMap<string, string>,
): DefinitionView => ({
  ...definedShown(row),
  owner: { id: row.owner_id, name: bodies.get(row.owner_id) ?? '' },
  content: row.content,
  legalReference: row.legal_reference,
  reason: row.reason,
  recordedBy: people.get(row.recorded_by) ?? '',
  recordedAt: row.recorded_at,
})

/** Breaks in the series of an indicator, oldest first. */
export async function breaksOf(db: Reads, actor: Actor, indicatorId: string) {
  authorise(actor, 'register.read', actor.provinceId)
  const rows = await db
    .selectFrom('indicator_break')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('indicator_id', '=', indicatorId)
    .where('withdrawn_at', 'is', null)
    .orderBy('on_day')
    .execute()
  return rows.map((row) => ({
    id: row.break_id,
    onDay: row.on_day,
    comparable: row.comparable,
    reason: row.reason,
    legalReference: row.legal_reference,
  }))
}

/** What indicators are on a day, and where their series break: for rules that go over many of them. */
export interface Defined {
  rulesOn: (indicatorId: string, day: string) => DefinitionRules
  /** Somebody has said so, or it is taken from the catalogue. */
  isSaid: (indicatorId: string, day: string) => boolean
  breaksOf: (indicatorId: string) => readonly SeriesBreak[]
  /** Every formula that it has or had. */
  formulasOf: (indicatorId: string) => readonly string[]
  /** The body that answers for it on a day; null where nobody has said so. */
  ownerOf: (indicatorId: string, day: string) => string | null
}

interface SeriesBreak {
  onDay: string
  comparable: boolean
  reason: string
}

/** Of the indicators named, as they are in the catalogue where nobody has said what they are. */
export async function definedOf(
  db: Reads,
  provinceId: number,
  indicators: readonly Row<'indicator'>[],
): Promise<Defined> {
  const ids = indicators.map((one) => one.indicator_id)
  const { rows, broken } = await atOnce(db, {
    rows: sql<Row<'indicator_definition'>>`select * from indicator_definition
      where province_id = ${provinceId} and indicator_id = any(${ids}::uuid[])`,
    broken: sql<Row<'indicator_break'>>`select * from indicator_break
      where province_id = ${provinceId} and indicator_id = any(${ids}::uuid[])
        and withdrawn_at is null order by on_day`,
  })
  const assumed = new Map(
    indicators.map((row) => [
      row.indicator_id,
      assumedDefinition({
        ...{ kind: row.kind, unit: row.unit, priceBasis: row.price_basis },
        code: row.code,
      }),
    ]),
  )
  const versions = Map.groupBy(
    rows.map((row) => ({
      ...{ indicatorId: row.indicator_id, ownerId: row.owner_id },
      ...definedShown(row),
    })),
    (one) => one.indicatorId,
  )
  const breaks = Map.groupBy(
    broken.map((row) => ({
      ...{ indicatorId: row.indicator_id, onDay: row.on_day },
      ...{ comparable: row.comparable, reason: row.reason },
    })),
    (one) => one.indicatorId,
  )
  return {
    rulesOn: (id, day) => {
      const rules = definitionOn(versions.get(id) ?? [], day) ?? assumed.get(id)
      if (!rules) throw new RangeError(`indicator ${id} was not asked for`)
      return rules
    },
    isSaid: (id, day) => definitionOn(versions.get(id) ?? [], day) !== null,
    breaksOf: (id) => breaks.get(id) ?? [],
    ownerOf: (id, day) => definitionOn(versions.get(id) ?? [], day)?.ownerId ?? null,
    formulasOf: (id) =>
      [...(versions.get(id) ?? []), ...(assumed.has(id) ? [assumed.get(id)] : [])].flatMap(
        (one) => one?.formula ?? [],
      ),
  }
}

/**
 * Adds a version, from its day on. `invalidInput` names the field that contradicts another, `formulaWrong`
 * where the formula cannot be read, names no indicator, or comes back to itself; `versionOld` where
 * somebody else added one meanwhile.
 */
export async function defineIndicator(
  tx: Tx,
  actor: Actor,
  indicatorId: string,
  given: NewDefinition,
): Promise<DefinitionView> {
  authorise(actor, 'register.edit', actor.provinceId)
  const { provinceId } = actor
  const indicator = await indicatorById(tx, provinceId, indicatorId, true)
  const fault = definitionFault(given)
  if (fault) throw new Problem('invalidInput', { where: fault })
  // What is counted of the reports is made in one way alone; who answers for it, and its limits, may be said.
  if (followsFromReports(indicator.code) && given.formula !== houseFormula(indicator.code))
    throw new Problem('invalidInput', { where: 'formula' })
  if (given.breaks && given.reason === null) throw new Problem('invalidInput', { where: 'reason' })
  await mustBeBodies(tx, provinceId, [given.ownerId])
  if (given.weightIndicatorId) await indicatorById(tx, provinceId, given.weightIndicatorId)
  if (given.formula) await mustBeFormula(tx, actor, indicatorId, given.formula)
  const former = await definitionsOf(tx, actor, indicatorId)
  const before = former.at(-1)
  if ((before?.number ?? 0) !== given.seen) throw new Problem('versionOld', { current: before })
  await tx
    .insertInto('indicator_definition')
    .values({
      province_id: provinceId,
      indicator_id: indicatorId,
      number: given.seen + 1,
      valid_from: given.validFrom,
      value_kind: given.valueKind,
      report_mode: given.reportMode,
      across_bodies: given.acrossBodies,
      across_time: given.acrossTime,
      weight_indicator_id: given.weightIndicatorId,
      formula: given.formula,
      entry_factor: String(given.entryFactor),
      decimals: given.decimals,
      price_basis: given.priceBasis,
      least: given.least === null ? null : String(given.least),
      most: given.most === null ? null : String(given.most),
      owner_id: given.ownerId,
      content: given.content,
      legal_reference: given.legalReference,
      reason: given.reason,
      recorded_by: accountOf(actor),
    })
    .execute()
  if (given.breaks) {
    await tx
      .insertInto('indicator_break')
      .values({
        province_id: provinceId,
        break_id: uuidv7(),
        indicator_id: indicatorId,
        on_day: given.validFrom,
        comparable: false,
        reason: given.reason ?? '',
        legal_reference: given.legalReference,
        recorded_by: accountOf(actor),
        withdrawn_at: null,
      })
      .execute()
  }
  const after = (await definitionsOf(tx, actor, indicatorId)).at(-1)
  if (!after) throw new Problem('notFound')
  await writeRecord(tx, actor, {
    action: 'indicator.define',
    subjectKind: 'indicator',
    subjectId: indicatorId,
    ...(before ? { before: told(before) } : {}),
    after: told(after),
  })
  return after
}

/** A break that is none after all: figures on both sides are compared again. `notFound` for one taken back. */
export const withdrawBreak = (tx: Tx, actor: Actor, id: string, reason: string): Promise<void> =>
  withdraw(tx, actor, { table: 'indicator_break', id, reason }, (row) => ({
    action: 'indicator.breakWithdrawn',
    after: { breakOn: row.on_day },
  }))

/** What the history shows of it. */
const told = ({ owner, legalReference, validFrom, formula, content }: DefinitionView) => ({
  ...{ owner: owner.name, legalReference, validFrom, formula, content },
})

async function mustBeFormula(
  tx: Tx,
  actor: Actor,
  indicatorId: string,
  text: string,
): Promise<void> {
  const formula = parseFormula(text)
  if ('faultAt' in formula)
    throw new Problem('formulaWrong', { rest: text.slice(formula.faultAt, formula.faultAt + 30) })
  const all = await allIndicators(tx, actor.provinceId)
  const own = all.find((one) => one.indicator_id === indicatorId)
  const codes = codesIn(formula)
  const unknown = codes.find((code) => !all.some((one) => one.code === code))
  if (unknown) throw new Problem('formulaWrong', { rest: unknown })
  const formulas = await formulasOf(tx, actor.provinceId)
  const parts = new Map(
    all.map((one) => [
      one.code,
      one === own ? codes : codesOf(formulas.get(one.indicator_id) ?? null),
    ]),
  )
  const cycle = formulaCycle(own?.code ?? '', (code) => parts.get(code) ?? [])
  if (cycle) throw new Problem('formulaWrong', { rest: cycle.join(' → ') })
}

function codesOf(text: string | null): string[] {
  const formula = text === null ? null : parseFormula(text)
  return formula && !('faultAt' in formula) ? codesIn(formula) : []
}

/** The newest formula of each indicator that has one. */
async function formulasOf(db: Reads, provinceId: number): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom('indicator_definition')
    .select(['indicator_id', 'formula'])
    .where('province_id', '=', provinceId)
    .orderBy('number')
    .execute()
  return new Map(rows.map((row) => [row.indicator_id, row.formula]))
}
