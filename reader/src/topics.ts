// The catalogue of topics that shortcomings are sorted under, and which of them a sentence names.
import { foldPhrase } from './fold.ts'
import { sources } from './lexicon/compiled.ts'

/** One topic: stable code, names. */
export interface Topic {
  code: string
  vi: string
  en: string
}

const lines = (sources.topics ?? '')
  .split('\n')
  .filter((line) => line.startsWith('topic\t'))
  .map((line) => line.split('\t'))

/** The built-in topics, in the order of the file; `other`, for what fits none, is the last. */
export const topicCatalogue: readonly Topic[] = [
  ...lines.map(([, payload = '']) => {
    const [code = '', vi = '', en = ''] = payload.split(';')
    return { code, vi, en }
  }),
  { code: 'other', vi: 'Vấn đề khác', en: 'Other' },
]

let phrases: { code: string; words: string[] }[] | null = null

/**
 * The codes of the built-in topics whose phrases stand in a text as whole words, in the order of the catalogue. It
 * says what a sentence is about, not that something is wrong there; `other` is never among them.
 *
 * @example topicsOf('đẩy nhanh giải ngân vốn đầu tư công') // ['public_investment_disbursement']
 */
export function topicsOf(text: string): string[] {
  phrases ??= lines.map(([, payload = '', given = '']) => ({
    code: payload.slice(0, payload.indexOf(';')),
    words: given.split(' | ').map((one) => ` ${spaced(one)} `),
  }))
  const there = ` ${spaced(text)} `
  return phrases
    .filter(({ words }) => words.some((one) => there.includes(one)))
    .map(({ code }) => code)
}

/** Folded words with single spaces between them: signs part words as spaces do. */
const spaced = (text: string): string =>
  foldPhrase(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
