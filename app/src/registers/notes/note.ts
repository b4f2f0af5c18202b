// Rules of own notes on papers: which of two edits stands, and where a note belongs in another text.

/** Ghi chú, đánh dấu, câu hỏi. */
export const noteMarks = ['note', 'highlight', 'question'] as const

export type NoteMark = (typeof noteMarks)[number]

/** What is written in a note, and when (instant, ISO UTC). */
export interface Written {
  version: number
  body: string
  mark: NoteMark
  at: string
}

export type Settled =
  /** Nothing to do: it stands there already, or the edit says less. */
  | 'same'
  | 'replace'
  /** Two devices wrote different things: the later edit is the note, the other becomes a note beside it. */
  | { both: 'incoming' | 'current' }

/**
 * What becomes of an edit that was made on version `incoming.version`. Text is never lost: it gives way only
 * to an edit that was made knowing it.
 */
export function settle(current: Written & { deleted: boolean }, incoming: Written): Settled {
  const alike = current.body === incoming.body && current.mark === incoming.mark
  if (alike && !current.deleted) return 'same'
  if (incoming.version === current.version || current.deleted) return 'replace'
  if (current.body === '' || current.body === incoming.body) return 'replace'
  if (incoming.body === '') return 'same'
  return { both: Date.parse(incoming.at) > Date.parse(current.at) ? 'incoming' : 'current' }
}

export interface Anchor {
  /** UTF-16 offsets, half open, in the text that the quote was taken from. */
  start: number
  end: number
  quote: string
}

/**
 * Where a note belongs in a text, which may be a later version of the one it was written on: at its offsets
 * where the quote still stands there, else at the nearest place with the same words, however they are spaced;
 * null where the words are gone. A note on no words belongs nowhere in particular.
 */
export function anchorIn(text: string, { start, end, quote }: Anchor): [number, number] | null {
  if (quote.trim() === '') return null
  if (text.slice(start, end) === quote) return [start, end]
  const words = quote.normalize('NFC').trim().split(/\s+/u).map(escaped)
  let nearest: [number, number] | null = null
  for (const found of text.matchAll(new RegExp(words.join('\\s+'), 'gu'))) {
    const distance = Math.abs(found.index - start)
    if (nearest && distance >= Math.abs(nearest[0] - start)) break
    nearest = [found.index, found.index + found[0].length]
  }
  return nearest
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
