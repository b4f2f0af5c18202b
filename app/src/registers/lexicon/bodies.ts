// What the province's bodies teach the reader: their names, other names and abbreviations of all days,
// as far as the reader does not know them and they mean one thing only.
import { checkLexicon, foldPhrase } from '@giaoban/reader'
import type { OrganisationKind } from '../../database/tables.ts'
import { lastFew } from './kept.ts'
import { type LexiconLine, lexiconText } from './lexicon.ts'

/** A name of a body. */
export interface BodyName {
  kind: OrganisationKind
  name: string
}

const places: Partial<Record<OrganisationKind, string>> = {
  commune: 'commune',
  ward: 'commune',
  specialZone: 'commune',
  district: 'district',
}

/** Bodies that are told to act. Councils meet and decide; the reader knows them by their words. */
const actors: ReadonlySet<OrganisationKind> = new Set<OrganisationKind>([
  'partyCommittee',
  'partyBody',
  'partyExecutive',
  'peoplesCommittee',
  'department',
  'agency',
  'front',
  'massOrganisation',
  'other',
])

/** The province's own leading bodies: the reader has them with what they decide. */
const leading =
  /^(ban chấp hành|ban thường vụ|thường trực)(\s|$)|^(đảng bộ|tỉnh ủy|thành ủy|(ubnd|ủy ban nhân dân) (tỉnh|thành phố))$/i

const kept = lastFew<LexiconLine[]>(4)

/**
 * Lines of a lexicon for these names, without what the reader knows (`known`), what is ambiguous
 * (`oneSyllable`, two meanings) and what stands among `before` already: words that people gave.
 */
export function linesOfBodies(
  names: readonly BodyName[],
  before: readonly LexiconLine[],
): LexiconLine[] {
  const taken = new Set(before.flatMap((line) => line.phrases.map(foldPhrase)))
  return usable(names).filter((line) => !line.phrases.some((one) => taken.has(foldPhrase(one))))
}

function usable(names: readonly BodyName[]): LexiconLine[] {
  const lines = names.flatMap(({ kind, name }): LexiconLine[] => {
    const place = places[kind]
    if (place) return [{ class: 'place', payload: place, phrases: [name] }]
    if (!actors.has(kind) || leading.test(name)) return []
    return [{ class: 'actor', payload: '', phrases: [name] }]
  })
  const text = lexiconText(lines)
  return kept(text, () => {
    const doubtful = new Set(checkLexicon(text).problems.map(({ line }) => line - 1))
    return lines.filter((_, index) => !doubtful.has(index))
  })
}
