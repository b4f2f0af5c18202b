// Cutting a sentence into what it lists: items between semicolons, parts between commas, and the
// trimming of what only leads in or closes.
import type { Claim, Doc } from './doc.ts'
import { find, Gate, isMark, isWord, PERIOD, words } from './doc.ts'
import { MARGIN } from './lexicon/tables.ts'
import { LINE_END, PUNCTUATION } from './tokens.ts'

/** The range without marks at its ends; a bracket that closes inside stays. */
export const trim = (doc: Doc, { from, to }: Claim): Claim => trimmed(doc, from, to)

function trimmed(doc: Doc, first: number, behind: number): Claim {
  const { kind } = doc.tokens
  let from = first
  let to = behind
  while (
    from < to &&
    (kind[from] === LINE_END || (kind[from] === PUNCTUATION && !isMark(doc, from, '(')))
  )
    from++
  while (
    to > from &&
    (kind[to - 1] === LINE_END || (kind[to - 1] === PUNCTUATION && !belongs(doc, from, to - 1)))
  )
    to--
  return { from, to }
}

/** A mark at the end that is no part of the sentence's pointing: "%", what closes a bracket or a quotation of the range. */
const belongs = (doc: Doc, from: number, last: number): boolean =>
  isMark(doc, last, '%') ||
  (isMark(doc, last, ')') && opensInside(doc, from, last)) ||
  (isMark(doc, last, '"') && quotedInside(doc, from, last))

function opensInside(doc: Doc, from: number, close: number): boolean {
  for (let at = close - 1; at >= from; at--) if (isMark(doc, at, '(')) return true
  return false
}

function quotedInside(doc: Doc, from: number, close: number): boolean {
  let marks = 0
  for (let at = from; at < close; at++) if (isMark(doc, at, '"')) marks++
  return marks % 2 === 1
}

/** The items between semicolons, brackets respected, trimmed; empty ones left out. */
export function itemsOf(doc: Doc, from: number, to: number): Claim[] {
  return split(doc, from, to, ';')
}

/** The parts between commas, brackets respected, trimmed. */
export function partsOf(doc: Doc, from: number, to: number): Claim[] {
  return split(doc, from, to, ',')
}

function split(doc: Doc, from: number, to: number, mark: string): Claim[] {
  const ranges: Claim[] = []
  let begin = from
  let depth = 0
  for (let at = nextMark(doc, from, to); ; at = nextMark(doc, at + 1, to)) {
    if (at >= to || (depth === 0 && isMark(doc, at, mark))) {
      const range = trimmed(doc, begin, Math.min(at, to))
      if (range.to > range.from) ranges.push(range)
      begin = at + 1
      if (at >= to) return ranges
    } else if (isMark(doc, at, '(')) depth++
    else if (isMark(doc, at, ')')) depth = Math.max(0, depth - 1)
  }
}

/** The first mark from token `from` on, or `to`. */
function nextMark({ mark }: Doc, from: number, to: number): number {
  let at = from
  while (at < to && mark[at + MARGIN] === 0) at++
  return at
}

/** The first colon of the range outside brackets and numbers, or -1. */
export function colonIn(doc: Doc, from: number, to: number): number {
  const index = doc.sentenceOf[from] ?? 0
  const sentence = doc.sentences[index]
  if (sentence?.from !== from || to > sentence.to) return seekColon(doc, from, to)
  // Sentences are asked for theirs again and again: noted by its distance from the first token, and one more.
  let noted = doc.colons[index] ?? 0
  if (noted === 0) {
    noted = seekColon(doc, from, sentence.to) - from + 1
    doc.colons[index] = noted > 0 ? noted : none
  }
  return noted > 0 && noted - 1 + from < to ? noted - 1 + from : -1
}

/** In place of a distance: there is no colon. */
const none = -1

function seekColon(doc: Doc, from: number, to: number): number {
  let depth = 0
  for (let at = nextMark(doc, from, to); at < to; at = nextMark(doc, at + 1, to)) {
    if (isMark(doc, at, '(')) depth++
    else if (isMark(doc, at, ')')) depth--
    else if (depth <= 0 && isMark(doc, at, ':')) return at
  }
  return -1
}

const connectives = words(
  'và đồng thời cùng với đó bên cạnh trong ngoài ra mặt khác theo nhất là đặc biệt cụ thể trước mắt hết tiên do vậy song riêng nhưng thứ qua tiếp sau hai ba bốn năm sáu bảy một là từ việc những',
)

const adverbials = new Gate('adverbial')

const adverbialAt = (doc: Doc, at: number): { to: number } | null =>
  adverbials.opens(doc, at) ? find(doc, at, 'adverbial') : null

/**
 * Steps over what only leads in: "Đồng thời,", "Trong đó,", "Một là,", "6 tháng cuối năm,". Returns the
 * first token behind, or `from` where the sentence starts at once.
 */
export function behindLeadIn(doc: Doc, from: number, to: number): number {
  let start = from
  for (let round = 0; round < 3; round++) {
    const at = start
    let end = at
    while (end < to && end < at + 10) {
      const phrase = adverbialAt(doc, end)
      if (!phrase && !isWord(doc, end, connectives) && doc.claimed[end] !== PERIOD) break
      end = phrase ? phrase.to : end + 1
    }
    if (end === at || !(isMark(doc, end, ',') || isMark(doc, end, ':'))) break
    start = end + 1
  }
  const bare = adverbialAt(doc, start)
  return bare && bare.to < to && !isMark(doc, bare.to, ',') ? bare.to : start
}
