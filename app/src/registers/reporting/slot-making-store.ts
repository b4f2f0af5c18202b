// Slots, made ahead: one for each unit and period that a regime asks for, never without somebody who answers for it.
import { type ExpressionBuilder, sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { dayFrom, todayInVietnam } from '../../calendar.ts'
import { piecesOf } from '../../database/pieces.ts'
import type { Reads, Tables, Tx } from '../../database/tables.ts'
import { isPeriod, periodsBetween, versionFor } from './regime.ts'

/** Days ahead of which periods that end within them have their slots. */
const ahead = 120

/**
 * Makes the slots that are not there yet: of one regime from its first day on, or of all, for periods that end until
 * some months from today. A body has none for a period at whose end it does not stand. How many were made.
 */
export async function makeSlots(
  tx: Tx,
  provinceId: number,
  today: string,
  regimeId?: string,
): Promise<number> {
  let made = 0
  for (const asked of await askedOf(tx, provinceId, regimeId)) {
    const [first] = asked.versions
    if (!first) continue
    const until = [dayFrom(today, ahead), asked.closedOn ?? '9999-12-31'].toSorted()[0] ?? today
    const frequencies = new Set(asked.versions.map((one) => one.frequency))
    const periods = [...frequencies].flatMap((frequency) =>
      periodsBetween(frequency, first.validFrom, until).map((one) => ({ frequency, ...one })),
    )
    const rows = periods.flatMap(({ frequency, from, to }) => {
      const version = versionFor(asked.versions, { from, to })
      if (version?.frequency !== frequency) return []
      return version.units
        .filter((unit) => (unit.from ?? to) <= to && (unit.to ?? to) >= to)
        .map((unit) => ({
          province_id: provinceId,
          slot_id: uuidv7(),
          regime_id: asked.id,
          organisation_id: unit.organisationId,
          period_from: from,
          period_to: to,
          responsible_id: unit.responsibleId,
        }))
    })
    for (const some of piecesOf(rows, 1000)) {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('report_slot')
        .values(some)
        .onConflict((conflict) => conflict.constraint('report_slot_once').doNothing())
        .executeTakeFirstOrThrow()
      made += Number(numInsertedOrUpdatedRows ?? 0)
    }
  }
  return made
}

/** The job of each morning: the slots of the coming months. */
export const makeAllSlots = (tx: Tx, provinceId: number, now: Date): Promise<number> =>
  makeSlots(tx, provinceId, todayInVietnam(now))

/**
 * Whether a report was ever sent: its steps say so for good, while the slot forgets it once the report is given back
 * as a whole. What was sent is never laid over nor taken away: its steps are what is known of it.
 */
export const everSent = (build: ExpressionBuilder<Tables, 'report_slot'>) =>
  build.exists(
    build
      .selectFrom('report_step')
      .select('report_step.number')
      .whereRef('report_step.province_id', '=', 'report_slot.province_id')
      .whereRef('report_step.slot_id', '=', 'report_slot.slot_id')
      .where('report_step.kind', '=', 'submitted'),
  )

/**
 * Takes away the slots of a regime that it does not ask for any more, of periods and units that nobody ever sent
 * anything for, with their drafts.
 */
export async function dropStale(tx: Tx, provinceId: number, regimeId: string): Promise<void> {
  const [asked] = await askedOf(tx, provinceId, regimeId)
  if (!asked) return
  const slots = await tx
    .selectFrom('report_slot')
    .select(['slot_id', 'organisation_id', 'period_from', 'period_to'])
    .where('province_id', '=', provinceId)
    .where('regime_id', '=', regimeId)
    .where((build) => build.not(everSent(build)))
    .execute()
  const stale = slots
    .filter(({ organisation_id: body, period_from: from, period_to: to }) => {
      if (asked.closedOn !== null && to > asked.closedOn) return true
      const version = versionFor(asked.versions, { from, to })
      return (
        !version?.units.some((unit) => unit.organisationId === body) ||
        !isPeriod(version.frequency, { from, to })
      )
    })
    .map((slot) => slot.slot_id)
  if (stale.length === 0) return
  for (const table of ['report_value', 'report_step', 'report_slot'] as const) {
    await sql`delete from ${sql.table(table)} where province_id = ${provinceId}
      and slot_id = any(${stale}::uuid[])`.execute(tx)
  }
}

/** Open slots of the periods that the newest version of a regime counts for are answered for by whom it names. */
export async function followVersion(tx: Tx, provinceId: number, regimeId: string): Promise<void> {
  await sql`update report_slot set responsible_id = unit.responsible_id
    from report_unit unit
    join report_regime_version asked on asked.province_id = unit.province_id
      and asked.regime_id = unit.regime_id and asked.number = unit.number
    where unit.province_id = ${provinceId} and unit.regime_id = ${regimeId}
      and unit.number = (select max(number) from report_regime_version
        where province_id = ${provinceId} and regime_id = ${regimeId})
      and report_slot.province_id = unit.province_id and report_slot.regime_id = unit.regime_id
      and report_slot.organisation_id = unit.organisation_id
      and report_slot.period_to >= asked.valid_from
      and report_slot.submitted_at is null and report_slot.accepted_at is null`.execute(tx)
}

/** What regimes ask for, version by version, with the days on which their units stand. */
async function askedOf(db: Reads, provinceId: number, regimeId?: string) {
  const regimes = await db
    .selectFrom('report_regime')
    .select(['regime_id', 'closed_on'])
    .where('province_id', '=', provinceId)
    .$if(regimeId !== undefined, (query) => query.where('regime_id', '=', regimeId ?? ''))
    .execute()
  const versions = await db
    .selectFrom('report_regime_version')
    .select(['regime_id', 'number', 'valid_from', 'frequency'])
    .where('province_id', '=', provinceId)
    .$if(regimeId !== undefined, (query) => query.where('regime_id', '=', regimeId ?? ''))
    .orderBy('number')
    .execute()
  const units = await db
    .selectFrom('report_unit')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.province_id', '=', 'report_unit.province_id')
        .onRef('organisation.organisation_id', '=', 'report_unit.organisation_id'),
    )
    .select(['report_unit.regime_id', 'report_unit.number', 'report_unit.organisation_id'])
    .select(['report_unit.responsible_id', 'organisation.valid_from', 'organisation.valid_to'])
    .where('report_unit.province_id', '=', provinceId)
    .$if(regimeId !== undefined, (query) =>
      query.where('report_unit.regime_id', '=', regimeId ?? ''),
    )
    .execute()
  return regimes.map((regime) => ({
    id: regime.regime_id,
    closedOn: regime.closed_on,
    versions: versions
      .filter((one) => one.regime_id === regime.regime_id)
      .map((one) => ({
        number: one.number,
        validFrom: one.valid_from,
        frequency: one.frequency,
        units: units
          .filter((unit) => unit.regime_id === one.regime_id && unit.number === one.number)
          .map((unit) => ({
            organisationId: unit.organisation_id,
            responsibleId: unit.responsible_id,
            from: unit.valid_from,
            to: unit.valid_to,
          })),
      })),
  }))
}
