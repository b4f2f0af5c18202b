// Sections that say what is aimed at: "Mục tiêu, chỉ tiêu năm 2025" and the figures listed below it.
import {
  type Doc,
  endsPair,
  Gate,
  GOALS,
  isMark,
  isNumber,
  isWord,
  pairs,
  seek,
  words,
} from './doc.ts'

const stateWord = words('tình')

const aims = pairs('mục tiêu')
const aimsAndIndicators = pairs('mục tiêu | chỉ tiêu')
const planned = pairs('phương hướng | nhiệm vụ | kế hoạch')
const looksBackAt = words('kết đạt được đánh thực hoàn vượt rà')

/** Words of a line that can head a section; longer lines tell something. */
const longestHead = 34

/** Sentences at the head of a document that say what it is. */
const headLines = 14

/**
 * For each sentence the one that heads its goals, or -1: under a line of its own until the next heading of another kind,
 * under a lead-in with a colon as far as its list goes.
 */
export function goalHeads(doc: Doc): Int32Array {
  doc.goals ??= findGoalHeads(doc)
  return doc.goals
}

function findGoalHeads(doc: Doc): Int32Array {
  const { length } = doc.sentences
  const heads = doc.room.int32(GOALS, length).fill(-1, 0, length)
  let head = -1
  let titled = false
  // "Phương hướng, nhiệm vụ" has been headed: "Các chỉ tiêu chủ yếu" below it are goals too.
  let planning = false
  // "Nghị quyết về kế hoạch … năm 2025": the whole document plans.
  let plan = false
  for (let index = 0; index < doc.sentences.length; index++) {
    const sentence = doc.sentences[index]
    if (!sentence) continue
    const { to, title, listed } = sentence
    const colon = isMark(doc, to - 1, ':')
    const from = colon ? lastPart(doc, sentence.from, to) : sentence.from
    // A figure in a line of its own heads nothing.
    const words = to - from > 1 || !isNumber(doc, from)
    if ((title || colon) && words && to - from <= longestHead) {
      if (title && index <= headLines) plan ||= plans(doc, from, to)
      if (title) planning = plans(doc, from, to) || (planning && !otherHeading(doc, from, to))
      const sure = plan || planning || head >= 0
      const goal = index > 3 && namesGoal(doc, from, to, sure || namesLater(doc, from, to))
      if (goal) {
        head = index
        titled = title
        continue
      }
      if (title && otherHeading(doc, from, to)) head = -1
    }
    if (head >= 0 && !titled && !listed && !colon) head = -1
    heads[index] = index > 3 && opensGoal(doc, sentence.from, to) ? index : head
  }
  return heads
}

/** "1. Mục tiêu: tỷ lệ hộ nghèo giảm …": the goal and its figures in one sentence. */
function opensGoal(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to - 1, from + 10); at++)
    if (isMark(doc, at, ':')) return namesGoal(doc, from, at, false)
  return false
}

/** "Chỉ tiêu chủ yếu năm 2025" in a document that has told of 2024: of a year later than all before it. */
function namesLater(doc: Doc, from: number, to: number): boolean {
  const [start, end] = [doc.tokens.start[from] ?? 0, doc.tokens.end[to - 1] ?? 0]
  let before = ''
  let named = ''
  for (const period of doc.periods.values()) {
    if (period.grain !== 'year' || !period.from || !period.yearStated) continue
    if (period.start < start && period.from > before) before = period.from
    else if (period.start >= start && period.end <= end) named = period.from
  }
  return before !== '' && named > before
}

/** "…; thống nhất các chỉ tiêu chủ yếu như sau:": the list hangs on what stands behind the semicolon. */
function lastPart(doc: Doc, from: number, to: number): number {
  for (let at = to - 1; at > from && at > to - longestHead; at--)
    if (isMark(doc, at, ';')) return at + 1
  return from
}

/** "Mục tiêu"; among plans also "Các chỉ tiêu chủ yếu"; not "Kết quả thực hiện các chỉ tiêu". */
function namesGoal(doc: Doc, from: number, to: number, planning: boolean): boolean {
  let goal = false
  for (let at = from; at < to; at++) {
    if (isWord(doc, at, looksBackAt)) return false
    goal ||= endsPair(doc, at + 1, planning ? aimsAndIndicators : aims)
  }
  return goal
}

/** "Phương hướng, nhiệm vụ năm 2025", "Kế hoạch năm 2025" in a line that looks back on nothing. */
function plans(doc: Doc, from: number, to: number): boolean {
  let found = false
  for (let at = from; at < to; at++) {
    if (isWord(doc, at, looksBackAt) || isWord(doc, at, stateWord)) return false
    found ||= endsPair(doc, at + 1, planned)
  }
  return found
}

const headings = new Gate('heading')

const otherHeading = (doc: Doc, from: number, to: number): boolean =>
  seek(doc, headings.of(doc), from, to) < to
