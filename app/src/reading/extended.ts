// Lexicons made from the files of provinces, the last few kept: building one takes longer than reading
// most documents.
import { extendLexicon, type Lexicon } from '@giaoban/reader'
import { lastFew } from '../registers/lexicon/kept.ts'

const kept = lastFew<Lexicon>(4)

/** The lexicon of a file; undefined, the built-in one, for an empty file. */
export function lexiconOf(file: string): Lexicon | undefined {
  return file === '' ? undefined : kept(file, () => extendLexicon(file))
}
