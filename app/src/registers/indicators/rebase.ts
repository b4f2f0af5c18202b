// Bodies that became others: figures of then on the map of another day. Nothing is rewritten; what is shown
// is worked out from lines of descent with their shares, and says so. Pure.
import { clean } from './derive.ts'

/** A body, or a share of it, that became (part of) another on a day. */
export interface Descent {
  from: string
  to: string
  /** The first day of the new state. */
  on: string
  /** Part of `from` that went there, 1 for all; null where nobody knows. */
  share: number | null
}

export interface Former {
  organisationId: string
  value: number
  /** Of what it is a mean (its denominator), for weighted means. */
  weight?: number | null
}

export interface Rebased {
  organisationId: string
  value: number | null
  /** The bodies it is made of; itself alone where nothing changed. */
  from: string[]
  /** Of how many bodies that became it there was a value. */
  parts: number
  of: number
  /**
   * How it came about: its own value; a sum or mean of whole bodies, exact; one with shares, estimated;
   * or why there is none.
   */
  how: 'own' | 'exact' | 'estimated' | 'notAdded' | 'shareUnknown' | 'weightMissing'
}

export interface Mapped {
  rows: Rebased[]
  /** For sums: what there was, what is shown, and what could not be placed. The first is the sum of both others. */
  control: { before: number; after: number; unplaced: number } | null
}

interface Arrival {
  to: string
  /** Null: not known. */
  share: number | null
}

/**
 * Figures of a period that ended on `periodTo`, on the map of `day`. Lines count that begin after the
 * period; of a body that is over on that day (`lastDayOf`) all lines. `sum` adds by shares,
 * `weightedMean` weighs by the denominators, anything else is left blank ("không cộng được") unless a
 * body became one other alone.
 */
export function rebase(
  values: readonly Former[],
  descents: readonly Descent[],
  lastDayOf: (id: string) => string | null,
  at: { periodTo: string; day: string },
  across: 'sum' | 'weightedMean' | 'none' | 'max' | 'min',
): Mapped {
  const lines = Map.groupBy(
    descents.filter((one) => one.from !== one.to && one.on <= at.day),
    (one) => one.from,
  )
  const over = (id: string) => {
    const last = lastDayOf(id)
    return last !== null && last < at.day
  }
  /** Where a body went, wholly or in part, from a day on. */
  const arrivals = (id: string, since: string, way: readonly string[]): Arrival[] => {
    const steps = (lines.get(id) ?? [])
      .filter((one) => one.on > since || over(id))
      .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    const found: Arrival[] = []
    let kept: number | null = 1
    for (const { to, on, share } of steps) {
      if (way.includes(to)) continue
      for (const next of arrivals(to, on, [...way, to]))
        found.push({
          to: next.to,
          share: share === null || next.share === null ? null : share * next.share,
        })
      kept = kept === null || share === null ? null : kept - share
    }
    if (!over(id) && (kept === null || kept > 1e-9)) found.push({ to: id, share: kept })
    return found
  }
  const arrivalsOf = new Map<string, Arrival[]>()
  // What was over before the period ended had nothing to give to it.
  const there = [...lines.keys()].filter((id) => (lastDayOf(id) ?? at.periodTo) >= at.periodTo)
  for (const id of new Set([...values.map((one) => one.organisationId), ...there]))
    arrivalsOf.set(id, arrivals(id, at.periodTo, [id]))
  const comingTo = new Map<string, Set<string>>()
  for (const [id, all] of arrivalsOf)
    for (const { to } of all) comingTo.set(to, (comingTo.get(to) ?? new Set()).add(id))

  const contributions = values.flatMap((former) =>
    (arrivalsOf.get(former.organisationId) ?? []).map((arrival) => ({ former, ...arrival })),
  )
  const rows = [...Map.groupBy(contributions, (one) => one.to)].map(([to, parts]): Rebased => {
    const from = [...new Set(parts.map(({ former }) => former.organisationId))]
    const own = from.length === 1 && from[0] === to && parts.every(({ share }) => share === 1)
    const alone = comingTo.get(to)?.size === 1
    return {
      organisationId: to,
      from,
      parts: from.length,
      of: comingTo.get(to)?.size ?? from.length,
      ...(own && alone
        ? { value: parts[0]?.former.value ?? null, how: 'own' as const }
        : combined(parts, alone, across)),
    }
  })
  if (across !== 'sum') return { rows, control: null }
  const total = (list: readonly number[]) => clean(list.reduce((sum, one) => sum + one, 0))
  const before = total(values.map(({ value }) => value))
  const after = total(rows.flatMap(({ value }) => value ?? []))
  return { rows, control: { before, after, unplaced: clean(before - after) } }
}

interface Contribution {
  former: Former
  share: number | null
}

function combined(
  parts: readonly Contribution[],
  alone: boolean,
  across: 'sum' | 'weightedMean' | 'none' | 'max' | 'min',
): Pick<Rebased, 'value' | 'how'> {
  const [first] = parts
  const whole = parts.every(({ share }) => share === 1)
  // One body became this one and no other did: what it was is what this is.
  if (alone && whole && first) return { value: first.former.value, how: 'exact' }
  if (across === 'none' || (!whole && (across === 'max' || across === 'min')))
    return { value: null, how: 'notAdded' }
  if (parts.some(({ share }) => share === null)) return { value: null, how: 'shareUnknown' }
  const how = whole ? 'exact' : 'estimated'
  const shares = parts.map(({ former, share }) => ({ ...former, share: share ?? 0 }))
  if (across === 'sum')
    return { value: clean(shares.reduce((sum, one) => sum + one.value * one.share, 0)), how }
  if (across === 'max' || across === 'min')
    return { value: Math[across](...shares.map(({ value }) => value)), how }
  if (shares.some(({ weight }) => weight == null)) return { value: null, how: 'weightMissing' }
  const weights = shares.reduce((sum, one) => sum + (one.weight ?? 0) * one.share, 0)
  if (weights <= 0) return { value: null, how: 'weightMissing' }
  const weighed = shares.reduce((sum, one) => sum + one.value * (one.weight ?? 0) * one.share, 0)
  return { value: clean(weighed / weights), how }
}
