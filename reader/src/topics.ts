// The catalogue of topics that shortcomings are sorted under.
import { sources } from './lexicon/compiled.ts'

/** One topic: stable code, names. */
export interface Topic {
  code: string
  vi: string
  en: string
}

/** The built-in topics, in the order of the file; `other`, for what fits none, is the last. */
export const topicCatalogue: readonly Topic[] = [
  ...(sources.topics ?? '')
    .split('\n')
    .filter((line) => line.startsWith('topic\t'))
    .map((line) => {
      const [code = '', vi = '', en = ''] = (line.split('\t')[1] ?? '').split(';')
      return { code, vi, en }
    }),
  { code: 'other', vi: 'Vấn đề khác', en: 'Other' },
]
