// Comparisons: "tăng 9% so với cùng kỳ năm 2021", "bằng 98,35% dự toán", "gấp 1,6 lần", "thấp hơn cùng
// kỳ". A comparison runs from its verb to the end of its base.
import type { Amount } from './amounts.ts'
import {
  type Doc,
  endsPair,
  find,
  Gate,
  has,
  isMark,
  isNumber,
  isWord,
  meaning,
  PERIOD,
  pairs,
  phraseEnd,
  QUANTITY,
  SentenceGate,
  textOf,
  words,
} from './doc.ts'
import type { Comparison, PeriodValue } from './findings.ts'
import { WORD } from './tokens.ts'

const makesUpWord = words('chiếm')
const exceedWord = words('vượt')
const beforeFigure = words('tới đến khoảng gần trên hơn là')
const sourceWords = words('doanh nguồn khoản mức số tổng')
const shareVerbs = words('đạt bằng chiếm đương')

export interface Compared {
  comparison: Comparison
  from: number
  to: number
}

/** The verb in front of an amount: what kind it is and where it stands. */
export interface Verb {
  from: number
  to: number
  kind: 'up' | 'down' | 'ratio' | 'level' | 'times'
}

const fillers = words(
  'đạt được mức thêm khoảng từ là tới lên đến về ở còn khá mạnh cao nhanh bình quân trưởng cũng đã đều chỉ mới tiếp tục trên dưới gần hơn ước tính thực hiện có nhẹ sâu đạt cả',
)
const equalWords = words('bằng tương')
const countNouns = words('mức con số tổng giá trị kết quả chỉ tiêu thực hiện')
const ofWord = words('của')
const downToLevel = words('lên xuống còn đến')

const verbs = new Gate('up down times level ratio modality')
const begun = new Gate('level up down')
/** Where a change can be told. */
export const changes = new SentenceGate('up down')
const bases = new Gate('compare base')

/** Looks back from the amount for its verb, over bounds, modality and adverbs; at most seven tokens. */
export function verbBefore(doc: Doc, amount: Amount, limit: number): Verb | null {
  let seenLevel: Verb | null = null
  let toLevel = false
  const gate = verbs.of(doc)
  for (let at = amount.lead - 1; at >= limit && at >= amount.lead - 7; at--) {
    if (
      isMark(doc, at, ',') ||
      isMark(doc, at, ';') ||
      isMark(doc, at, '(') ||
      isMark(doc, at, ':') ||
      doc.claimed[at] === QUANTITY
    )
      break
    if (gate[doc.family[at] ?? 0] !== 1) {
      if (isWord(doc, at, downToLevel)) toLevel = true
      if (!isWord(doc, at, fillers) && doc.claimed[at] !== PERIOD && !isInsideVerb(doc, at)) break
      continue
    }
    const change = find(doc, at, 'up') ?? find(doc, at, 'down')
    if (change && change.to <= amount.lead) {
      const kind = find(doc, at, 'up') ? 'up' : 'down'
      if (toLevel || has(doc, at, 'toLevel')) return { from: at, to: change.to, kind: 'level' }
      // "tốc độ tăng trưởng … đạt 6,56%": a noun, the level verb behind it counts.
      // "cấp mới và tăng thêm đạt 6,88 tỷ USD": what has been added, and its level.
      const noun = isNoun(doc, at) || isWord(doc, at - 1, cutOwners)
      if (seenLevel && (noun || seenLevel.from > change.to)) return seenLevel
      if (isNoun(doc, at)) continue
      return { from: at, to: change.to, kind }
    }
    if (has(doc, at, 'times') && amount.finding.unit === 'times')
      return { from: at, to: phraseEnd(doc, at), kind: 'times' }
    const level = find(doc, at, 'level') ?? find(doc, at, 'ratio')
    if (level && level.to <= amount.lead && !seenLevel && !isHalfNoun(doc, at)) {
      const ratio = has(doc, at, 'ratio')
      seenLevel = { from: at, to: level.to, kind: ratio ? 'ratio' : 'level' }
      if (isWord(doc, at, equalWords)) return seenLevel
      continue
    }
    if (isWord(doc, at, downToLevel)) toLevel = true
    if (
      !isWord(doc, at, fillers) &&
      !has(doc, at, 'modality') &&
      doc.claimed[at] !== PERIOD &&
      !isInsideVerb(doc, at)
    )
      break
  }
  return seenLevel
}

/** "xảy ra", "làm chết": the verb is read at its first word. */
function isInsideVerb(doc: Doc, at: number): boolean {
  if (!begun.opens(doc, at - 1)) return false
  const verb = find(doc, at - 1, 'level') ?? find(doc, at - 1, 'up') ?? find(doc, at - 1, 'down')
  return verb !== null && verb.to > at
}

const halves = words('thu chi')
const compounds = pairs('gieo trồng | đào tạo | nuôi trồng | chế tạo | sáng tạo | cải tạo')

const equalWord = words('bằng')
const beforeEqual = words('mặt công văn thăng đồng')

/** "doanh thu", "mức chi": what is a verb by itself is half of a noun here. */
export function isHalfNoun(doc: Doc, at: number): boolean {
  // "bàn giao mặt bằng 36,8 km": the site, and nothing that equals.
  if (isWord(doc, at, equalWord) && isWord(doc, at - 1, beforeEqual)) return true
  // "lao động qua đào tạo 65%", "nuôi trồng 30.200 tấn"
  if (endsPair(doc, at, compounds)) return true
  return isWord(doc, at, halves) && isWord(doc, at - 1, sourceWords)
}

const nounCues = words('độ tốc mức sự tỷ tỉ')
const noCues = pairs('hình sự | dân sự | quân sự | nhân sự | chế độ')

/** "tốc độ tăng trưởng", "mức tăng": the verb is part of a noun. */
function isNoun(doc: Doc, at: number): boolean {
  // "phạm pháp hình sự giảm 12 vụ": no "sự giảm".
  return at > 0 && isWord(doc, at - 1, nounCues) && !endsPair(doc, at - 1, noCues)
}

const owners = words(
  'năm giao trung ương tỉnh huyện xã sở cấp trên hđnd ubnd thủ tướng chính phủ được đề ra cả trước của địa phương bộ cùng kỳ pháp lệnh ngoái quốc hội thành phố đã nghị quyết hội đồng nhân dân bình quân chung và giai đoạn',
)
const cutOwners = words('và')

/** The base that starts at token `at`, with or without "so với": what is compared with, and its end. */
export function readBase(
  doc: Doc,
  at: number,
): {
  versus: Comparison['versus']
  to: number
  period: PeriodValue | null
  explicit: boolean
} | null {
  let next = at
  let explicit = false
  if (isMark(doc, next, '(')) return null
  if (!mayBase(doc, next)) return null
  if (has(doc, next, 'compare')) {
    next = phraseEnd(doc, next)
    explicit = true
  } else if (isWord(doc, next, ofWord) && has(doc, next + 1, 'base')) next++
  while (isWord(doc, next, countNouns) && !has(doc, next, 'base') && next < at + 5) next++
  const base = find(doc, next, 'base')
  if (!base) {
    if (!explicit) return null
    if (doc.claimed[next] === PERIOD) {
      let to = claimEnd(doc, next)
      while (isWord(doc, to, words('năm trước ngoái'))) to++
      return { versus: 'previousPeriod', to, period: periodAt(doc, next), explicit }
    }
    let to = next
    while (
      to < doc.tokens.count &&
      to < next + 8 &&
      (doc.claimed[to] === PERIOD || (doc.tokens.kind[to] === WORD && doc.claimed[to] === 0)) &&
      !has(doc, to, 'up') &&
      !has(doc, to, 'down')
    )
      to = doc.claimed[to] === PERIOD ? claimEnd(doc, to) : to + 1
    // "so với thời điểm 31/12/2020", "so với vụ Hè Thu năm 2016": of an earlier time.
    const versus = isWord(doc, next, words('thời'))
      ? 'previousPeriod'
      : isWord(doc, next, words('vụ'))
        ? 'samePeriod'
        : 'other'
    return { versus, to: Math.max(to, next), period: null, explicit }
  }
  let to =
    base.payload === 'other' && doc.claimed[next - 1] === QUANTITY
      ? behindWhole(doc, base.to)
      : base.to
  let period: PeriodValue | null = doc.claimed[next] === PERIOD ? periodAt(doc, next) : null
  while (to < doc.tokens.count && to < base.to + 12) {
    if (doc.claimed[to] === PERIOD) {
      period ??= periodAt(doc, to)
      to = claimEnd(doc, to)
    } else if (isMark(doc, to, '/') && isNumber(doc, to + 1)) to += 2
    else if (isWord(doc, to, cutOwners)) break
    else if (isWord(doc, to, owners)) to++
    else {
      const given = behindGiven(doc, to)
      if (given === to) break
      to = given
    }
  }
  return { versus: base.payload as Comparison['versus'], to, period, explicit }
}

const behindShare = words(
  'và với so do vì là tại trong trên theo thì nhưng song đạt bằng chiếm được có đã chưa không còn để của tăng giảm',
)

/** "tổng số hộ nghèo", "tổng kim ngạch xuất khẩu": the token behind the whole that a share is taken of. */
function behindWhole(doc: Doc, at: number): number {
  let to = at
  while (
    to < at + 6 &&
    doc.tokens.kind[to] === WORD &&
    doc.claimed[to] === 0 &&
    !isWord(doc, to, behindShare)
  )
    to++
  return to
}

/** "chỉ tiêu Bộ Công an giao": the token behind "giao" where only a name stands before it. */
function behindGiven(doc: Doc, at: number): number {
  for (let to = at; to < at + 5; to++) {
    if (doc.tokens.kind[to] !== WORD || doc.claimed[to] !== 0 || isWord(doc, to, cutOwners)) break
    if (to > at && isWord(doc, to, words('giao'))) return to + 1
    if (find(doc, to, 'up') ?? find(doc, to, 'down') ?? find(doc, to, 'order')) break
  }
  return at
}

/** False where neither a base nor what goes before one stands. */
const mayBase = (doc: Doc, at: number): boolean =>
  bases.opens(doc, at) || isWord(doc, at, countNouns) || isWord(doc, at, ofWord)

function claimEnd(doc: Doc, at: number): number {
  let to = at
  while (to < doc.tokens.count && doc.claimed[to] === PERIOD) to++
  return to
}

/** The period finding that covers token `at`. */
export function periodAt(doc: Doc, at: number): PeriodValue | null {
  if (doc.claimed[at] !== PERIOD) return null
  // Periods do not overlap: the one that covers the token starts at it or at the nearest start before.
  for (let token = at; token >= 0 && doc.claimed[token] === PERIOD; token--) {
    const period = doc.periods.get(doc.tokens.start[token] ?? -1)
    if (period) return { label: period.label, from: period.from, to: period.to }
  }
  return null
}

/** "giảm 14 vụ (9,9%) so với quý I/2018": the token behind a figure in brackets, else `at`. */
function behindBracket(doc: Doc, at: number): number {
  if (!isMark(doc, at, '(') || doc.claimed[at + 1] !== QUANTITY) return at
  for (let to = at + 1; to < at + 6; to++) if (isMark(doc, to, ')')) return to + 1
  return at
}

/** Reads the comparison that this amount carries, or null when it is a level. */
export function readComparison(doc: Doc, amount: Amount, verb: Verb | null): Compared | null {
  const { finding } = amount
  const base = readBase(doc, amount.to) ?? readBase(doc, behindBracket(doc, amount.to))
  const share = finding.unit === '%' || finding.unit === 'times' || finding.unit === 'perMille'
  // "xuất khẩu lần đầu vượt 1,2 tỷ USD": a level that is passed, no change.
  if (verb && !share && !base && isWord(doc, verb.from, exceedWord)) return null
  if (verb?.kind === 'up' || verb?.kind === 'down')
    return compared(doc, verb.from, base?.to ?? amount.to, verb.kind, finding, base)
  if (!share) return null
  const from = verb?.from ?? amount.lead
  if (
    finding.unit === 'times' &&
    (verb?.kind === 'times' || meaning(doc, amount.lead - 1, 'times') !== undefined)
  ) {
    if (base) return compared(doc, from, base.to, 'ratio', finding, base)
    // "gấp 2,3 lần năm 2015": the base stands bare.
    if (doc.claimed[amount.to] !== PERIOD)
      return compared(doc, from, amount.to, 'ratio', finding, null)
    const period = periodAt(doc, amount.to)
    const bare = { versus: 'other' as const, period }
    return compared(doc, from, claimEnd(doc, amount.to), 'ratio', finding, bare)
  }
  // "nợ xấu chiếm 1,14% tổng dư nợ": a share of a whole, compared with nothing.
  if ((!base || base.versus === 'other') && verb && isWord(doc, verb.from, makesUpWord))
    return compared(doc, from, base?.to ?? amount.to, 'ratio', finding, null)
  if (!base || base.versus === 'other') return null
  if (verb && verb.kind !== 'ratio' && verb.kind !== 'level') return null
  return compared(doc, from, base.to, 'ratio', finding, base)
}

/** The comparison told by tokens `from` to `to`, of a figure or of none, with a base or with none. */
function compared(
  doc: Doc,
  from: number,
  to: number,
  direction: Comparison['direction'],
  figure: { value: number; unit: string } | null,
  base: { versus: Comparison['versus']; period: PeriodValue | null } | null,
): Compared {
  const start = doc.tokens.start[from] ?? 0
  const end = doc.tokens.end[to - 1] ?? start
  return {
    comparison: {
      start,
      end,
      quote: doc.text.slice(start, end),
      direction,
      amount: figure ? figure.value : null,
      unit: figure ? figure.unit : null,
      versus: base ? base.versus : null,
      base: base ? base.period : null,
    },
    from,
    to,
  }
}

/**
 * "thấp hơn cùng kỳ 1,2 điểm phần trăm": the base stands between verb and amount. Null where the words
 * before the amount are no such comparison.
 */
export function readTurnedComparison(doc: Doc, amount: Amount, floor: number): Compared | null {
  if (!changes.near(doc, amount.from)) return null
  for (let at = amount.lead - 1; at >= floor && at >= amount.lead - 9; at--) {
    if (isMark(doc, at, ',') || isMark(doc, at, ';') || doc.claimed[at] === QUANTITY) return null
    if (!changes.opens(doc, at)) continue
    const up = find(doc, at, 'up')
    const verb = up ?? find(doc, at, 'down')
    if (!verb || isNoun(doc, at)) continue
    const base = readBase(doc, verb.to)
    let behind = base?.to ?? 0
    // "kém cùng kỳ năm 2021 tới 5,7 điểm phần trăm"
    while (behind < amount.lead && isWord(doc, behind, beforeFigure)) behind++
    if (!base || base.versus === null || behind !== amount.lead) return null
    return compared(doc, at, amount.to, up ? 'up' : 'down', amount.finding, base)
  }
  return null
}

/** "đã giải quyết 139 đơn, đạt 97,2%": the share that a count before makes up. */
export function shareOf(doc: Doc, amount: Amount, verb: Verb | null): Compared | null {
  if (amount.finding.unit !== '%' || (verb?.kind !== 'ratio' && verb?.kind !== 'level')) return null
  if (!isWord(doc, verb.to - 1, shareVerbs)) return null
  return compared(doc, verb.from, wholeBehind(doc, amount.to), 'ratio', amount.finding, null)
}

const wholes = pairs('kim ngạch | tổng số | giá trị | doanh thu | sản lượng | diện tích | tổng mức')

/** "bằng 3,15% kim ngạch xuất khẩu": the token behind what the share is of, where that is a measure, else `at`. */
const wholeBehind = (doc: Doc, at: number): number =>
  endsPair(doc, at + 1, wholes) ? behindWhole(doc, at + 2) : at

/** A change or share told by nothing but its figure. */
export const changeOf = (
  doc: Doc,
  { from, to, finding }: Amount,
  direction: Comparison['direction'],
): Compared => compared(doc, from, to, direction, finding, null)

/** "…, đạt tỷ lệ 95,6%": the share of the count before, told by the words from token `from` on. */
export const rateFrom = (doc: Doc, amount: Amount, from: number): Compared | null =>
  amount.finding.unit === '%' ? compared(doc, from, amount.to, 'ratio', amount.finding, null) : null

const degree = words('cao mạnh nhẹ sâu khá nhanh đáng kể chút ít nhiều')

/** "thấp hơn cùng kỳ", "tăng cao so với cùng kỳ năm 2020": a direction without a number. */
export function readBareComparison(doc: Doc, at: number): Compared | null {
  const up = find(doc, at, 'up')
  const verb = up ?? find(doc, at, 'down')
  if (!verb || isNoun(doc, at)) return null
  let next = verb.to
  while (isWord(doc, next, degree)) next++
  const base = readBase(doc, next)
  if (!base || base.versus === null) return null
  // "cao hơn bình quân chung"; what else stands behind "so với" is no known base.
  if (base.versus === 'other' && !/bình quân|trung bình/i.test(textOf(doc, next, base.to)))
    return null
  if (!base.explicit && !/hơn|vượt/i.test(textOf(doc, at, verb.to))) return null
  return compared(doc, at, base.to, up ? 'up' : 'down', null, base)
}
