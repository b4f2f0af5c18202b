// Whom rows that name accounts and bodies reach: the accounts, and those who work in the bodies.
import type { Reads, Tx } from '../../database/tables.ts'
import { type Telling, tellAll, workersOf } from './notification-store.ts'

export interface Named {
  account_id: string | null
  substitute_account_id?: string | null
  organisation_id: string | null
}

/** Tells everybody whom the rows reach, each once, as `tellAll` does; how many were told now. */
export async function tellNamed(
  tx: Tx,
  provinceId: number,
  rows: readonly Named[],
  telling: Telling,
  now = new Date(),
): Promise<number> {
  const bodies = rows.flatMap((row) => row.organisation_id ?? [])
  const accounts = new Set(
    rows.flatMap((row) => [row.account_id ?? [], row.substitute_account_id ?? []].flat()),
  )
  for (const account of await workersOf(tx, provinceId, bodies)) accounts.add(account)
  return tellAll(tx, provinceId, [...accounts], telling, now)
}

/** Whom a conference invited: those whose invitation went out and stands. */
export function invitedTo(db: Reads, provinceId: number, conferenceId: string): Promise<Named[]> {
  return db
    .selectFrom('invitation')
    .select(['account_id', 'substitute_account_id', 'organisation_id'])
    .where('province_id', '=', provinceId)
    .where('conference_id', '=', conferenceId)
    .where('sent_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}
