// Reads a decision beside the page, so that typing never waits: text in, findings out.
import { extendLexicon, type Finding, type Lexicon, read } from '@giaoban/reader'
import { opening } from './tasks.ts'

/** A text with the number it is answered under, and the day it is read on (YYYY-MM-DD). */
export interface ToRead {
  number: number
  text: string
  date: string
  /** The province's lexicon as a file. */
  lexicon: string
}

export interface HasRead {
  number: number
  findings: Finding[]
}

let known: { file: string; lexicon: Lexicon } | null = null

function lexiconOf(file: string): Lexicon | undefined {
  if (file === '') return undefined
  if (known?.file !== file) known = { file, lexicon: extendLexicon(file) }
  return known.lexicon
}

const own = globalThis as unknown as {
  onmessage: (event: { data: ToRead }) => void
  postMessage: (answer: HasRead) => void
}

own.onmessage = ({ data: { number, text, date, lexicon } }) => {
  const extended = lexiconOf(lexicon)
  const { findings } = read(opening + text, { date, ...(extended ? { lexicon: extended } : {}) })
  own.postMessage({ number, findings })
}
