// Lexicons made from the files of provinces, the last few kept: building one takes longer than reading
// most documents.
import { extendLexicon, type Lexicon } from '@giaoban/reader'

const kept = new Map<string, Lexicon>()
const most = 4

/** The lexicon of a file; undefined, the built-in one, for an empty file. */
export function lexiconOf(file: string): Lexicon | undefined {
  if (file === '') return undefined
  const lexicon = kept.get(file) ?? extendLexicon(file)
  // Used last, dropped last.
  kept.delete(file)
  kept.set(file, lexicon)
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break
    kept.delete(oldest)
  }
  return lexicon
}
