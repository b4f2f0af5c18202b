// The notation of the tests: a text in which [brackets] stand around what the reader must find.
import { expect } from 'vitest'
import { type Finding, type FindingKind, read } from '../src/index.ts'

interface Marked {
  text: string
  spans: { start: number; end: number; quote: string }[]
}

/** Takes the brackets out of `marked` and says where they stood: `mark('a [b]')`. They do not nest. */
export function mark(marked: string): Marked {
  const spans: Marked['spans'] = []
  let text = ''
  for (const part of marked.split(/(\[[^[\]]*\])/)) {
    const quote = part.startsWith('[') && part.endsWith(']') ? part.slice(1, -1) : null
    if (quote !== null) spans.push({ start: text.length, end: text.length + quote.length, quote })
    text += quote ?? part
  }
  return { text, spans }
}

/** Findings of one kind in a text, in order. */
export function findingsOf<K extends FindingKind>(
  kind: K,
  text: string,
  date?: string,
): Extract<Finding, { kind: K }>[] {
  return read(text, { date }).findings.filter(
    (finding): finding is Extract<Finding, { kind: K }> => finding.kind === kind,
  )
}

/** Asserts that the findings of `kind` are exactly the bracketed spans, and returns them. */
export function expectSpans<K extends FindingKind>(
  kind: K,
  marked: string,
  date?: string,
): Extract<Finding, { kind: K }>[] {
  const { text, spans } = mark(marked)
  const found = findingsOf(kind, text, date)
  expect(found.map(({ start, end, quote }) => ({ start, end, quote }))).toEqual(spans)
  return found
}
