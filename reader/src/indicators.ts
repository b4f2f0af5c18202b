// The catalogue of indicators and the way from a phrase to its code.
import type { Doc } from './doc.ts'
import { meaning, phraseEnd } from './doc.ts'
import { foldPhrase } from './fold.ts'
import { sources } from './lexicon/compiled.ts'
import { remembered } from './remembered.ts'

/** One indicator of the catalogue; `unit` is a unit code of the contract. */
export interface Indicator {
  code: string
  vi: string
  en: string
  unit: string
  /** Which way is better. */
  direction: 'up' | 'down' | 'band' | 'none'
  /** C: counts from 1 January; P: at a point in time; R: rate of the period. */
  kind: 'C' | 'P' | 'R'
  frequency: string
  priceBasis: string
  /** Other wordings, the name first. */
  synonyms: string[]
}

/** The built-in catalogue, in the order of the file. */
export const indicatorCatalogue: readonly Indicator[] = (sources.indicators ?? '')
  .split('\n')
  .filter((line) => line.startsWith('indicator\t'))
  .map((line) => {
    const [, payload = '', phrases = ''] = line.split('\t')
    const [
      code = '',
      vi = '',
      en = '',
      unit = '',
      direction = 'none',
      kind = 'P',
      frequency = '',
      priceBasis = '',
    ] = payload.split(';')
    return {
      code,
      vi,
      en,
      unit,
      direction: direction as Indicator['direction'],
      kind: kind as Indicator['kind'],
      frequency,
      priceBasis,
      synonyms: phrases.split('|').map((phrase) => phrase.trim()),
    }
  })

const unitOf = new Map(indicatorCatalogue.map(({ code, unit }) => [code, unit]))
const isMoney = remembered(/^(VND|USD|EUR)/)
const isChange = remembered(/^(%|point|times|perMille)/)
const isHeadCount = remembered(/^(household|person|partyMember|case)$/)

/**
 * The code that a figure of this unit can belong to: "tổng sản phẩm đạt 21.640 tỷ đồng" is its size, not
 * its growth; "xuất khẩu 386.000 tấn gạo" is no sum of money. Null where phrase and unit disagree.
 */
export function fittingCode(code: string | null, unit: string): string | null {
  if (code === null || unit === '%') return code
  const own = unitOf.get(code)
  if (own === unit || isChange(unit)) return code
  if (code === 'grdp_growth' && isMoney(unit))
    return unit.endsWith('/person') ? 'grdp_per_capita' : 'grdp_size'
  // "Số hộ nghèo giảm 1.234 hộ": a count is no rate.
  if (own === '%' && isHeadCount(unit)) return null
  if (own === undefined || own === '%' || own === 'item') return code
  return isMoney(own) === isMoney(unit) ? code : null
}

const codes = new Map<string, string>()

/** Indicator code of a lexicon payload: the same string each time, which is cheap to look up. */
export function codeOf(payload: string): string {
  let code = codes.get(payload)
  if (code === undefined) {
    code = payload.slice(0, payload.indexOf(';'))
    codes.set(payload, code)
  }
  return code
}

/** The indicator phrase nearest to the end of the token range, or null: [from, to, code]. */
export function lastIndicator(
  doc: Doc,
  from: number,
  to: number,
): { from: number; to: number; code: string } | null {
  let best: { from: number; to: number; code: string } | null = null
  for (let at = from; at < to; at++) {
    const payload = meaning(doc, at, 'indicator')
    if (payload === undefined) continue
    const end = phraseEnd(doc, at)
    if (end > to) continue
    best = { from: at, to: end, code: codeOf(payload) }
    at = end - 1
  }
  return best
}

const byPhrase = new Map<string, string>()

/** The code for a name as a person would write it, or null. Exact but for case and spelling variants. */
export function indicatorCode(phrase: string): string | null {
  if (byPhrase.size === 0) {
    for (const indicator of indicatorCatalogue)
      for (const synonym of indicator.synonyms) byPhrase.set(foldPhrase(synonym), indicator.code)
  }
  return byPhrase.get(foldPhrase(phrase)) ?? null
}
