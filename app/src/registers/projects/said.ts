// A sentence of a document that something is entered from.
import type { ProjectSentence } from './work-contract.ts'

export interface FromSentence {
  sentence: ProjectSentence
  /** What of it is entered; null of what is told in words. */
  value: number | null
}

/** The words and the document. */
export const citedFrom = ({ sentence }: FromSentence): string =>
  `“${sentence.quote}” (${sentence.document.title})`.slice(0, 1000)

/** As a note of the project keeps it: nothing of a document that not all who read the note may read. */
export const notedFrom = (said: FromSentence | undefined): string =>
  said?.sentence.open ? citedFrom(said) : ''
