// Whether an instrument is in the register already, under whatever way its number was typed.
import type { Reads, Row } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { visibleInstrument } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { type Identity, sameness } from './symbol.ts'

type InstrumentRow = Row<'instrument'>

/**
 * Refuses what is in the register already, and asks about what may be. Of one that is in quarantine with its document
 * it says only that there is one (`instrumentPutAway`).
 */
export async function mustBeNew(
  db: Reads,
  actor: Actor,
  row: Pick<InstrumentRow, 'kind' | 'symbol_key' | 'issued_on' | 'term'>,
  otherThan: readonly string[],
  before?: InstrumentRow,
): Promise<void> {
  if (row.symbol_key === null) return
  const rows = await db
    .selectFrom('instrument')
    .select(['instrument_id', 'kind', 'symbol', 'symbol_key', 'issued_on', 'term', 'title'])
    .select('quarantined')
    .where('province_id', '=', actor.provinceId)
    .where('symbol_key', '=', row.symbol_key)
    .where('withdrawn_at', 'is', null)
    .where((build) => build.or([visibleInstrument(actor), build('quarantined', '=', true)]))
    .execute()
  const unseen = otherThan.filter((id) => !rows.some((one) => one.instrument_id === id))
  if (unseen.length > 0) await mustBeHere(db, actor, unseen)
  const hidden = rows.filter((one) => one.quarantined)
  if (hidden.some((one) => sameness(identityOf(row), identityOf(one)) === 'same')) {
    throw new Problem('instrumentPutAway')
  }
  const outcomes = rows
    .filter((one) => !one.quarantined)
    .filter((one) => one.instrument_id !== before?.instrument_id)
    .map((one) => ({
      one,
      is: sameness(identityOf(row), identityOf(one)),
      // What a correction does not touch was asked when it was entered.
      asked: before !== undefined && sameness(identityOf(before), identityOf(one)) === 'maybe',
    }))
  const shown = (them: typeof outcomes) =>
    them.map(({ one }) => ({
      id: one.instrument_id,
      kind: one.kind,
      symbol: one.symbol,
      issuedOn: one.issued_on,
      term: one.term,
      title: one.title,
    }))
  const same = outcomes.filter(({ is }) => is === 'same')
  if (same.length > 0) throw new Problem('instrumentExists', { candidates: shown(same) })
  const maybe = outcomes.filter(
    ({ one, is, asked }) => is === 'maybe' && !asked && !otherThan.includes(one.instrument_id),
  )
  if (maybe.length > 0) throw new Problem('instrumentMaybe', { candidates: shown(maybe) })
}

const identityOf = (
  row: Pick<InstrumentRow, 'kind' | 'symbol_key' | 'issued_on' | 'term'>,
): Identity => ({
  kind: row.kind,
  key: row.symbol_key,
  issuedOn: row.issued_on,
  term: row.term,
})

/** What was looked at meanwhile went, or was given another number: it has to be of this province all the same. */
async function mustBeHere(db: Reads, actor: Actor, ids: readonly string[]): Promise<void> {
  const rows = await db
    .selectFrom('instrument')
    .select('instrument_id')
    .where('province_id', '=', actor.provinceId)
    .where('instrument_id', 'in', ids)
    .execute()
  if (rows.length !== new Set(ids).size) throw new Problem('notFound')
}
