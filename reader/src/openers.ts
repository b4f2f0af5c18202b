// What opens a stretch of the report: headings, phrases that announce shortcomings or causes, and what
// closes a notice.
import { colonIn } from './clauses.ts'
import {
  type Doc,
  find,
  has,
  isMark,
  isWord,
  type Sentence,
  SentenceGate,
  seek,
  words,
} from './doc.ts'
import { WORD } from './tokens.ts'

const thatWord = words('đó')
const copula = words('là')

/** What the sentences that follow are about. */
export type Mode = 'none' | 'orders' | 'shortcomings' | 'causes' | 'petitions'

const shortHeading = 22

/** Sentences at the head of a document in which its title stands. */
const headLines = 8

const headings = new SentenceGate('heading')

/** A line that announces a section, by its words; null for any other sentence. */
export function headingOf(
  doc: Doc,
  sentence: Sentence,
  endsOpen: boolean,
  spoken: boolean,
): Mode | null {
  const short = sentence.to - sentence.from <= shortHeading
  // "Về nhiệm vụ cụ thể:" behind a conclusion is one too, in the middle of a page.
  const open = endsOpen && (sentence.listed || spoken)
  if (!short || !(sentence.title || open)) return null
  if (sentence.title && sentence.from === doc.sentences[0]?.from) return null
  // "BÁO CÁO công tác quý I, nhiệm vụ trọng tâm quý II": the title of the whole.
  const headed = !sentence.listed && (doc.sentenceOf[sentence.from] ?? 0) < headLines
  let mode: Mode | null = null
  const gate = headings.of(doc)
  for (
    let at = seek(doc, gate, sentence.from, sentence.to);
    at < sentence.to;
    at = seek(doc, gate, at + 1, sentence.to)
  ) {
    const found = find(doc, at, 'heading')
    if (!found) continue
    // "Giải quyết kiến nghị của huyện": they are answered there.
    if (found.payload === 'petitions' && answers(doc, sentence.from, at)) {
      mode ??= 'orders'
      continue
    }
    // "Hạn chế, nguyên nhân" is about the shortcomings first.
    if (headed && found.payload === 'orders' && sentence.title && at > sentence.from + 2) continue
    mode ??= found.payload as Mode
    at = found.to - 1
  }
  return mode
}

function answers(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (has(doc, at, 'overcome') || isWord(doc, at, words('trả đối ý về'))) return true
  return false
}

/** "Nơi nhận", "Thừa lệnh", "Trên đây là": what closes a notice. */
export function isClosing(doc: Doc, sentence: Sentence): boolean {
  return has(doc, sentence.from, 'closing')
}

interface Opener {
  to: number
  strong: boolean
  /** A colon stands behind it. */
  colon: boolean
}

const openers = new SentenceGate('opener')

/** The phrase that opens shortcomings, and the token where the content starts. */
export function openerIn(doc: Doc, sentence: Sentence): Opener | null {
  let found = null as Opener | null
  const gate = openers.of(doc)
  for (
    let at = openers.first(doc, sentence.from, sentence.to);
    at < sentence.to;
    at = seek(doc, gate, at + 1, sentence.to)
  ) {
    const opener = find(doc, at, 'opener')
    if (!opener) continue
    if (isOvercome(doc, at, sentence.from)) continue
    const strong = opener.payload !== 'weak'
    if (!strong && at !== behindMarks(doc, sentence.from)) continue
    found = {
      to: found?.to ?? opener.to,
      strong: strong || (found?.strong ?? false),
      colon: false,
    }
    if (strong && at > sentence.from + 1) break
    at = opener.to - 1
  }
  found ??= labelOf(doc, sentence)
  // "Dẫu vậy, qua hai tháng, nhiều vướng mắc đã bộc lộ.": the sentences behind it name them.
  if (found && !found.strong && announces(doc, sentence)) found = { ...found, strong: true }
  if (!found) return null
  const list = found.strong ? behindThatIs(doc, found.to, sentence.to) : -1
  if (list > 0) return { to: list, strong: true, colon: true }
  const colon = colonIn(doc, found.to, sentence.to)
  const inside = colon >= 0 && colon < sentence.to - 1
  return { to: inside ? colon + 1 : found.to, strong: found.strong, colon: colon >= 0 }
}

/** A short sentence that only says that there are some. */
function announces(doc: Doc, sentence: Sentence): boolean {
  if (sentence.to - sentence.from > 16) return false
  const gate = headings.of(doc)
  for (
    let at = headings.first(doc, sentence.from, sentence.to);
    at < sentence.to;
    at = seek(doc, gate, at + 1, sentence.to)
  )
    if (find(doc, at, 'heading')?.payload === 'shortcomings') return true
  return false
}

/** "những hạn chế cần sớm khắc phục, đó là A, B": the token behind "đó là", or -1. */
function behindThatIs(doc: Doc, from: number, limit: number): number {
  for (let at = from; at < Math.min(limit - 3, from + 12); at++) {
    if (isMark(doc, at, ':') || isMark(doc, at, ';')) return -1
    if (isWord(doc, at, thatWord) && isWord(doc, at + 1, copula)) return at + 2
  }
  return -1
}

/** "Hạn chế, tồn tại: A; B", "Các vướng mắc được nêu gồm: A; B": a colon behind words for shortcomings. */
function labelOf(doc: Doc, sentence: Sentence): Opener | null {
  const colon = colonIn(doc, sentence.from, Math.min(sentence.to, sentence.from + 24))
  for (let at = sentence.from; at < colon; at++) {
    // "chỉ ra các hạn chế" names them, "khắc phục hạn chế" does not.
    const overcome = find(doc, at, 'overcome') && !has(doc, at, 'reports')
    if (overcome || has(doc, at, 'must') || has(doc, at, 'order')) return null
    const label = find(doc, at, 'heading')
    if (label?.payload === 'shortcomings') return { to: label.to, strong: true, colon: true }
    const trouble = find(doc, at, 'trouble')
    if (trouble) return { to: trouble.to, strong: true, colon: true }
  }
  return null
}

function behindMarks(doc: Doc, from: number): number {
  let at = from
  while (doc.tokens.kind[at] !== WORD && at < from + 3) at++
  return at
}

/** "khắc phục những tồn tại, hạn chế" is a task, "đã khắc phục" an achievement. */
function isOvercome(doc: Doc, at: number, from: number): boolean {
  for (let before = at - 1; before >= Math.max(from, at - 9); before--) {
    if (has(doc, before, 'overcome') && !has(doc, before, 'reports')) return true
    if (isMark(doc, before, ';') || isMark(doc, before, ':')) return false
  }
  return false
}

export function startsCause(doc: Doc, sentence: Sentence): boolean {
  for (let at = sentence.from; at < Math.min(sentence.to, sentence.from + 4); at++)
    if (has(doc, at, 'causeHead')) return true
  return false
}
