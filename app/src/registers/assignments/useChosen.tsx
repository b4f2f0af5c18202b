// Which tasks a screen is about, as its address says it: a number of the count is a link to the list that it counts.
import { useLocation, useSearch } from 'wouter'
import type { AssignmentFilter, ListQuery } from './contract.ts'

/** The lists, in the order that they are offered. */
export const filters: AssignmentFilter[] = [
  'open',
  'queue',
  'overdue',
  'dueSoon',
  'awaiting',
  'noOwner',
  'noDate',
  'done',
  'paused',
  'revoked',
  'all',
]

const names = [
  ...['state', 'own', 'q', 'conference', 'lead', 'event', 'counted', 'by', 'from', 'to', 'asOf'],
] as const

type Name =
  | 'state'
  | 'own'
  | 'q'
  | 'conference'
  | 'lead'
  | 'event'
  | 'counted'
  | 'by'
  | 'from'
  | 'to'
  | 'asOf'

/** The conditions of a list; what is not given is left out. */
export type Chosen = Pick<ListQuery, Name>

/** The conditions in the address, and a way to change some of them in place. */
export function useChosen(): [Chosen, (change: Partial<Record<Name, string>>) => void] {
  const search = useSearch()
  const [path, go] = useLocation()
  const given = new URLSearchParams(search)
  const chosen = Object.fromEntries(
    names.flatMap((name) => {
      const value = given.get(name)
      return value ? [[name, value]] : []
    }),
  ) as Chosen
  return [
    chosen,
    (change) => go(addressOf(path, { ...chosen, ...change } as Chosen), { replace: true }),
  ]
}

/** An address with conditions; empty ones are left out. */
export function addressOf(path: string, chosen: Chosen): string {
  const given = Object.entries(chosen).flatMap(([name, value]) =>
    value ? [[name, String(value)]] : [],
  )
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}
