// What is ordered is a target: the figures inside an assignment are what is to be reached, unless the
// text calls them something else.
import { colonIn } from './clauses.ts'
import { type Doc, endsPair, isMark, isWord, pairs, seekPair, words } from './doc.ts'
import type { Finding, Statement } from './findings.ts'
import { goalHeads } from './goals.ts'

const thatWord = words('đó')
const insideWord = words('trong')

/** Offsets of a stretch of the text. */
interface Place {
  start: number
  end: number
}

/** Gives figures and statements inside assignments the modality `target`. */
export function aimAtTargets(doc: Doc): void {
  aimBehindGoals(doc)
  const orders = inOrder(doc.assignments)
  if (orders.length === 0) return
  for (const figures of [doc.quantities, doc.statements])
    for (const finding of figures)
      if (finding.modality === 'actual' && isInside(finding.start, finding.end, orders))
        finding.modality = 'target'
  // The owner before the task may have been taken for the noun: the end tells where the figure stands.
  const endsIn = ({ end }: Finding, spans: readonly Finding[]): boolean =>
    isInside(end - 1, end, spans)
  const decisions = inOrder(doc.decisions)
  const opinions = inOrder(doc.opinions.filter(({ count }) => count === null))
  const stays = (one: Finding): boolean =>
    one.kind !== 'statement' ||
    !(endsIn(one, orders) || endsIn(one, decisions) || endsIn(one, opinions)) ||
    !isPassing(one)
  if (doc.statements.every(stays)) return
  doc.findings = doc.findings.filter(stays)
  doc.statements = doc.statements.filter(stays)
}

const inOrder = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => a.start - b.start)

/** "mở 2 lớp dạy nghề", "tiêm phòng trên 80% tổng đàn": how much is to be done, no measure of anything. */
const isPassing = (finding: Statement): boolean =>
  finding.indicator.code === null &&
  finding.comparisons.length === 0 &&
  !measured.test(finding.indicator.quote)

const measured =
  /^(tổng|tỷ lệ|tỉ lệ|diện tích|chiều dài|sản lượng|giá trị|số |mức|tốc độ|tăng trưởng|doanh thu|thu |chi |vốn|kinh phí|thu nhập|năng suất|quy mô|giải ngân|xuất khẩu|tín dụng|bình quân)/i

const goals = pairs('mục tiêu | chỉ tiêu')

/** "Mục tiêu năm 2017: GRDP tăng 6,5 - 7%; …": what a sentence that opens with a goal names is aimed at. */
function aimBehindGoals(doc: Doc): void {
  const spans: Place[] = []
  const heads = goalHeads(doc)
  for (let index = 0; index < doc.sentences.length; index++) {
    const sentence = doc.sentences[index]
    if (!sentence) continue
    const { from, to } = sentence
    if ((heads[index] ?? -1) >= 0) {
      spans.push({ start: (doc.tokens.start[from] ?? 0) - 1, end: doc.tokens.end[to - 1] ?? 0 })
      continue
    }
    const goal = goalIn(doc, from, Math.min(to, from + 24))
    if (goal < 0) continue
    const colon = colonIn(doc, goal, Math.min(to, goal + 16))
    const list = colon >= 0 ? colon : partsBehind(doc, goal, Math.min(to, goal + 16))
    if (list < 0 || reaches(doc, from, list)) continue
    spans.push({ start: doc.tokens.start[list] ?? 0, end: doc.tokens.end[to - 1] ?? 0 })
  }
  if (spans.length === 0) return
  for (const figures of [doc.quantities, doc.statements])
    for (const finding of figures) {
      if (finding.modality !== 'actual') continue
      // One span a sentence at most, in their order; a finding begins behind the start of its span.
      if (isInside(finding.start - 1, finding.end, spans)) finding.modality = 'target'
    }
}

const aiming = pairs('đề ra | đặt ra | phấn đấu | mục tiêu')

/** "Mục tiêu năm 2017: …", "UBND tỉnh đề ra 17 chỉ tiêu, trong đó …": the token of the goal, or -1. */
function goalIn(doc: Doc, from: number, to: number): number {
  if (endsPair(doc, from + 1, goals)) return from
  const goal = seekPair(doc, aiming, from + 1, to) - 1
  if (goal >= to - 1) return -1
  for (let at = from; at < goal; at++) if (isMark(doc, at, ';') || isMark(doc, at, ':')) return -1
  return goal
}

/** "…, trong đó …" behind a goal: the token of the comma, or -1. */
function partsBehind(doc: Doc, from: number, to: number): number {
  for (let at = from; at < to - 2; at++)
    if (isMark(doc, at, ',') && isWord(doc, at + 1, insideWord) && isWord(doc, at + 2, thatWord))
      return at
  return -1
}

/** "Các chỉ tiêu đạt được:" looks back. */
function reaches(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (isWord(doc, at, words('đã hoàn thực được vượt'))) return true
  return false
}

function isInside(start: number, end: number, orders: readonly Place[]): boolean {
  let low = 0
  let high = orders.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((orders[middle]?.start ?? 0) <= start) low = middle + 1
    else high = middle
  }
  return low > 0 && end <= (orders[low - 1]?.end ?? -1)
}
