// Rules of the province's lexicon: its file, what it derives from the indicators, what corrections offer.
import {
  allowedPayloads,
  checkLexicon,
  extensionClasses,
  foldPhrase,
  indicatorCatalogue,
  topicCatalogue,
} from '@giaoban/reader'
import type { LexiconProblem, LexiconSuggestion, PayloadChoice } from './contract.ts'

/** One line of the file: class, payload, phrases. */
export interface LexiconLine {
  class: string
  payload: string
  phrases: readonly string[]
}

/** Lines as the reader's tab-separated file; what would break a column becomes a space. */
export function lexiconText(lines: readonly LexiconLine[]): string {
  const plain = (text: string) => text.replace(/[\t\r\n|]+/g, ' ').trim()
  return lines
    .map((line) =>
      [line.class, plain(line.payload), line.phrases.map(plain).join(' | ')].join('\t'),
    )
    .join('\n')
}

interface Indicator {
  code: string
  name_vi: string
  name_en: string
  unit: string
  direction: string
  kind: string
  synonyms: readonly string[]
  national: boolean
}

/** The payload under which the reader knows an indicator of the province. */
export const indicatorPayload = (row: Indicator): string =>
  row.national
    ? row.code
    : [row.code, row.name_vi, row.name_en, row.unit, row.direction, row.kind]
        .map((part) => part.replaceAll(';', ','))
        .join(';')

/** What a second column says, with its names where a catalogue has them. */
export function meaningOf(name: string, payload: string): PayloadChoice {
  const [code = '', vi, en] = payload.split(';')
  if (vi !== undefined) return { code, vi, en: en ?? vi }
  const catalogue: readonly PayloadChoice[] =
    name === 'topic' ? topicCatalogue : name === 'indicator' ? indicatorCatalogue : []
  const known = catalogue.find((one) => one.code === code)
  return { code, vi: known?.vi ?? '', en: known?.en ?? '' }
}

/** The classes with what a person may choose for each; indicators are those of the province. */
export function classChoices(
  indicators: readonly Indicator[],
): { name: string; payloads: PayloadChoice[] }[] {
  return extensionClasses.map((name) => ({
    name,
    payloads:
      name === 'indicator'
        ? indicators.map((row) => ({
            code: indicatorPayload(row),
            vi: row.name_vi,
            en: row.name_en,
          }))
        : allowedPayloads(name)
            .filter((code) => code !== '')
            .map((code) => meaningOf(name, code)),
  }))
}

/** The names of the province's own indicators, and names that it gave to national ones. */
export function linesOfIndicators(rows: readonly Indicator[]): LexiconLine[] {
  const known = new Map(indicatorCatalogue.map((one) => [one.code, new Set(one.synonyms)]))
  return rows.flatMap((row) => {
    const names = new Set([...(row.national ? [] : [row.name_vi]), ...row.synonyms])
    for (const name of known.get(row.code) ?? []) names.delete(name)
    if (names.size === 0) return []
    return [{ class: 'indicator', payload: indicatorPayload(row), phrases: [...names] }]
  })
}

/** A decision of a person that differs from what the reader found. */
export interface Correction {
  documentId: string
  start: number
  end: number
  class: string
  payload: string
  phrase: string
}

/**
 * What corrections offer: the same words and meaning together, the most frequent first. Left out is what
 * the reader or the province knows already, what was declined, and what is no line of a lexicon.
 */
export function suggestionsOf(
  corrections: readonly Correction[],
  known: readonly LexiconLine[],
): LexiconSuggestion[] {
  const keyOf = (name: string, payload: string, phrase: string) =>
    [name, payload, foldPhrase(phrase)].join('\t')
  const taken = new Set(
    known.flatMap((line) => line.phrases.map((phrase) => keyOf(line.class, line.payload, phrase))),
  )
  const found = new Map<string, LexiconSuggestion>()
  for (const { class: name, payload, phrase, ...place } of corrections) {
    const key = keyOf(name, payload, phrase)
    const same = found.get(key)
    if (same) same.times++
    else if (!taken.has(key) && isNew({ class: name, payload, phrases: [phrase] }))
      found.set(key, {
        class: name,
        payload,
        meaning: meaningOf(name, payload),
        phrase,
        times: 1,
        ...place,
      })
  }
  return [...found.values()].sort(
    (a, b) => b.times - a.times || (a.phrase < b.phrase ? -1 : a.phrase > b.phrase ? 1 : 0),
  )
}

/** A line without a fault that says something the built-in lexicon does not. */
function isNew(line: LexiconLine): boolean {
  const { problems } = checkLexicon(lexiconText([line]))
  return problems.every(({ level, code }) => level === 'warning' && code !== 'known')
}

/** Faults first; a list that a screen can show whole. */
export const inOrder = (problems: readonly LexiconProblem[]): LexiconProblem[] =>
  problems.toSorted(
    (a, b) => Number(b.level === 'error') - Number(a.level === 'error') || a.line - b.line,
  )
