// Rules of indicators: matching a name to the catalogue, codes of own ones, order of figures.
import { plain } from '@giaoban/reader'

interface Named {
  code: string
  name_vi: string
  name_en: string
  synonyms: readonly string[]
}

/** A name for comparison: no diacritics, no case, single spaces, no closing punctuation. */
export const nameKey = (name: string): string =>
  plain(name.normalize('NFC')).replace(/[.,;:\s]+$/, '')

/** The indicator a name means: by name or synonym, folded. Null where none or several fit. */
export function matchIndicator<T extends Named>(catalogue: readonly T[], name: string): T | null {
  const exact = name.normalize('NFC').toLowerCase().trim()
  const key = nameKey(name)
  if (key === '') return null
  const folded: T[] = []
  for (const one of catalogue) {
    const names = [one.name_vi, one.name_en, ...one.synonyms]
    if (names.some((other) => other.toLowerCase() === exact)) return one
    if (names.some((other) => nameKey(other) === key)) folded.push(one)
  }
  return folded.length === 1 ? (folded[0] ?? null) : null
}

/** A code for an indicator of the province's own: "Số hộ cận nghèo" → "own_so_ho_can_ngheo". */
export function ownCode(name: string, taken: ReadonlySet<string>): string {
  const base = `own_${plain(name)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60)}`
  let code = base
  for (let number = 2; taken.has(code); number++) code = `${base}_${number}`
  return code
}

interface Dated {
  period: { from: string | null; to: string | null } | null
  source: { confirmedAt: string }
}

/** Oldest first: by the end of the period, then by when it was confirmed. Without a period first. */
export function byPeriod(a: Dated, b: Dated): number {
  const endA = a.period?.to ?? a.period?.from ?? ''
  const endB = b.period?.to ?? b.period?.from ?? ''
  if (endA !== endB) return endA < endB ? -1 : 1
  return a.source.confirmedAt < b.source.confirmedAt ? -1 : 1
}
