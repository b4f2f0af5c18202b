// The slots of a year: where each report stands, who still owes theirs, how many came on time.
import { sql } from 'kysely'
import type { Reads, Row } from '../../database/tables.ts'
import { type Actor, addressedBodies, allowed, may } from '../../http/access.ts'
import { visibleSlot } from '../../http/visible.ts'
import { clockOf, type ProvinceClock } from '../assignments/clock-store.ts'
import { accountNames } from '../documents/source.ts'
import { organisationNames } from '../organisations/names.ts'
import type { RegimeVersionView, RegimeView, SlotLine } from './contract.ts'
import { actingFor } from './people-store.ts'
import { dueOf, type Rates, ratesOf, slotState, timingOf, versionFor } from './regime.ts'
import { mustRead, regimesOf } from './regime-store.ts'

export type SlotRow = Row<'report_slot'>

/** What slots are told with: the clock, their regimes, names. */
export interface SlotContext {
  clock: ProvinceClock
  regimes: ReadonlyMap<string, RegimeView>
  bodies: ReadonlyMap<string, string>
  people: ReadonlyMap<string, string>
  /** `body account` of whoever acts for a body today. */
  acting: ReadonlySet<string>
  /** The same by body. */
  workers: ReadonlyMap<string, readonly { id: string; name: string }[]>
}

export interface SlotQuery {
  year: number
  regime?: string | undefined
  body?: string | undefined
  own?: 'true' | undefined
}

export interface SlotList {
  slots: SlotLine[]
  rates: Rates
  bodies: { body: { id: string; name: string }; rates: Rates }[]
  mayManage: boolean
}

/** Reports of periods that end in the year, those that are due first first; by body as far as the actor reads them. */
export async function listSlots(db: Reads, actor: Actor, asked: SlotQuery): Promise<SlotList> {
  mustRead(actor)
  const grants = actor.grants.filter((grant) => allowed[grant.role].has('report.enter'))
  const own = asked.own ? addressedBodies(grants) : null
  const rows = await db
    .selectFrom('report_slot')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('period_to', '>=', `${asked.year}-01-01`)
    .where('period_to', '<=', `${asked.year}-12-31`)
    .where(visibleSlot(actor))
    .$if(asked.regime !== undefined, (query) => query.where('regime_id', '=', asked.regime ?? ''))
    .$if(asked.body !== undefined, (query) => query.where('organisation_id', '=', asked.body ?? ''))
    .$if(own !== null, (query) =>
      query.where(sql<boolean>`organisation_id = any(${own ?? []}::uuid[])`),
    )
    .orderBy('period_to')
    .orderBy('slot_id')
    .execute()
  const context = await contextOf(db, actor, rows)
  const slots = rows
    .flatMap((row) => lineOf(row, context) ?? [])
    .toSorted((a, b) => a.due.localeCompare(b.due) || a.body.name.localeCompare(b.body.name, 'vi'))
  const byBody = Map.groupBy(slots, (slot) => slot.body.id)
  return {
    slots,
    rates: ratesOf(slots.map((slot) => slot.timing)),
    bodies: [...byBody.values()].flatMap((those) => {
      const [first] = those
      return first ? { body: first.body, rates: ratesOf(those.map((slot) => slot.timing)) } : []
    }),
    mayManage: may(actor, 'report.accept', actor.provinceId),
  }
}

/** Looks up once what all these slots are told with. */
export async function contextOf(
  db: Reads,
  actor: Actor,
  rows: readonly SlotRow[],
): Promise<SlotContext> {
  const { provinceId } = actor
  const clock = await clockOf(db, provinceId)
  const one = new Set(rows.map((row) => row.regime_id))
  const [only] = one.size === 1 ? one : []
  const regimes = await regimesOf(db, actor, only)
  const ids = [...new Set(rows.map((row) => row.organisation_id))]
  const acting = await actingFor(db, provinceId, ids, clock.today)
  return {
    clock,
    regimes: new Map(regimes.map((regime) => [regime.id, regime])),
    bodies: await organisationNames(db, provinceId, ids),
    people: await accountNames(
      db,
      provinceId,
      rows.flatMap((row) => [row.responsible_id, row.submitted_by]),
    ),
    workers: Map.groupBy(acting, (one) => one.organisationId),
    acting: new Set(acting.map((those) => `${those.organisationId} ${those.id}`)),
  }
}

/** The version of its regime that counts for a slot. */
export const termsOf = (row: SlotRow, context: SlotContext): RegimeVersionView | null =>
  versionFor(context.regimes.get(row.regime_id)?.versions ?? [], {
    from: row.period_from,
    to: row.period_to,
  })

/** A slot as lists show it; null where its regime asks for nothing there. */
export function lineOf(row: SlotRow, context: SlotContext): SlotLine | null {
  const terms = termsOf(row, context)
  const regime = context.regimes.get(row.regime_id)
  if (!terms || !regime) return null
  const period = { from: row.period_from, to: row.period_to }
  const due = dueOf(terms, period, row.due_on, context.clock)
  return {
    id: row.slot_id,
    regime: { id: regime.id, name: regime.name },
    frequency: terms.frequency,
    body: { id: row.organisation_id, name: context.bodies.get(row.organisation_id) ?? '' },
    period,
    state: slotState({
      excused: row.excused,
      submitted: row.submitted_at !== null,
      returned: row.returned_at !== null,
      accepted: row.accepted_at !== null,
      locked: row.locked_at !== null,
    }),
    timing: timingOf({ excused: row.excused, sentOn: row.sent_on }, due, context.clock.today),
    ...due,
    sentOn: row.sent_on,
    responsible: {
      id: row.responsible_id,
      name: context.people.get(row.responsible_id) ?? '',
      acts: context.acting.has(`${row.organisation_id} ${row.responsible_id}`),
    },
    version: row.version,
  }
}
