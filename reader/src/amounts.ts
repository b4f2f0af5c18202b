// Quantities: a number with its unit, its bound ("gần", "trên") and its modality ("ước", "phấn đấu").
import {
  CITATION,
  claim,
  type Doc,
  explain,
  FREE,
  Gate,
  idOf,
  isMark,
  isNumber,
  isWord,
  meaning,
  phraseEnd,
  QUANTITY,
  textOf,
  words,
} from './doc.ts'
import type { Bound, Modality, Quantity } from './findings.ts'
import { type ReadNumber, readNumber } from './numbers.ts'
import { ALL_CAPITALS, LINE_END, NUMBER, PUNCTUATION, WORD } from './tokens.ts'
import { currencyAt, isGluedCode, readUnit, settle, totalWords, type Unit } from './units.ts'

/** A quantity with its tokens, for the passes that link it. */
export interface Amount {
  finding: Quantity
  /** Tokens of number and unit. */
  from: number
  to: number
  /** First token including bound and modality words before the number. */
  lead: number
  /** Whether its unit is one of what can be counted: looked up when it is asked for. */
  countable: boolean | null
}

const ordinalCues = words(
  'thứ khóa khoá điều khoản mục chương phụ quốc tỉnh lộ đường ql tl kỳ hạng nhóm tổ khu phần bước cấp top lớp tuổi xếp đứng nhì vị phố thôn ấp vòng mẫu bảng biểu hình phòng tầng ngõ ngách hẻm sư lữ trung tiểu đại vành',
)

const numberCue = words('số')

const numberNouns = words('tổng con đa thiểu trị hệ chỉ đơn lượng dân sĩ quân trong')

const rangeWords = words('đến tới')

const fromWords = words('từ')

const moreWord = words('hơn')

const inWords = new Gate('digit ten')

/** Finds every quantity in the free tokens, in order. */
export function findAmounts(doc: Doc): Amount[] {
  const amounts: Amount[] = []
  const { kind, count } = doc.tokens
  const gate = inWords.of(doc)
  for (let at = 0; at < count; at++) {
    if (kind[at] !== NUMBER && gate[doc.family[at] ?? 0] !== 1) continue
    if (doc.claimed[at] !== FREE) continue
    if (
      kind[at] !== NUMBER &&
      meaning(doc, at, 'digit') === undefined &&
      meaning(doc, at, 'ten') === undefined
    )
      continue
    const amount = readAmount(doc, at)
    if (!amount) {
      if (kind[at] === NUMBER) at = skipCode(doc, at)
      continue
    }
    claim(doc, amount.from, amount.to, QUANTITY)
    amounts.push(amount)
    doc.findings.push(amount.finding)
    doc.quantities.push(amount.finding)
    at = amount.to - 1
  }
  return amounts
}

/** Behind a number that is part of a code, jump over the code. */
function skipCode(doc: Doc, at: number): number {
  let next = at
  while (
    next + 1 < doc.tokens.count &&
    doc.tokens.start[next + 1] === doc.tokens.end[next] &&
    (isMark(doc, next + 1, '-') ||
      isMark(doc, next + 1, '/') ||
      doc.tokens.kind[next + 1] === WORD ||
      (doc.tokens.kind[next + 1] === NUMBER && next > at))
  )
    next++
  return next
}

function readAmount(doc: Doc, at: number): Amount | null {
  if (standsAlone(doc, at) || refusedBefore(doc, at)) return null
  const first = readNumber(doc, at)
  if (!first) return null
  const ratio = readRatio(doc, first) ?? readFraction(doc, first)
  if (ratio) return ratio
  const range = readRange(doc, first)
  const last = range ?? first
  // "$5 triệu": the sign stands in front.
  const sign = currencyAt(doc, first.from - 1)
  const unit = sign ? { ...sign, to: last.to, guessed: false } : readUnit(doc, last, last.to)
  if (!unit) return readOfSeries(doc, first) ?? readOfChange(doc, first)
  // "trẻ em dưới 5 tuổi" is the name of a group, not a figure.
  if (isWord(doc, first.from - 1, ageLimits) && /^tuổi/i.test(unit.text)) return null
  if (unit.guessed && !first.digits) return null
  if (first.bare && (unit.guessed || textOf(doc, at, at + 1).toLowerCase() === 'một')) return null
  if (!first.digits && first.value === 1) return null
  if (unit.guessed && looksLikeYear(first)) return null
  if (isGluedCode(doc, first, unit)) return null
  const shared = range && first.scale === 1 ? last.scale : first.scale
  const low =
    settle(doc, first, unit) *
    (first.digits ? shared : range && first.value < 1000 && last.scale > 1 ? 1 : 1)
  const high = range ? settle(doc, range, unit) * (range.digits ? range.scale : 1) : null
  if (range && (high === null || high <= low)) return null
  return build(
    doc,
    sign ? first.from - 1 : first.from,
    unit.to,
    low,
    high,
    null,
    unit,
    range ? 'quantity.range' : 'quantity',
    first,
  )
}

const series = new Gate('zip')

/** "lần lượt đạt 85,1; 36,4 và 32,8 tỷ USD": a number of a series takes unit and scale of the last one. */
function readOfSeries(doc: Doc, first: ReadNumber): Amount | null {
  if (!first.digits || first.scale !== 1 || !goesOnSeries(doc, first.to)) return null
  let before = first.from - 1
  while (goesOnSeries(doc, before) || doc.claimed[before] === QUANTITY) before--
  let zip = before
  while (zip > before - 4 && !(series.opens(doc, zip) && meaning(doc, zip, 'zip') !== undefined))
    zip--
  if (zip === before - 4) return null
  for (let at = first.to + 1; isNumber(doc, at); ) {
    const next = readNumber(doc, at)
    if (!next) return null
    const unit = readUnit(doc, next, next.to)
    if (unit && !unit.guessed) {
      const value = settle(doc, first, unit) * next.scale
      return build(doc, first.from, first.to, value, null, null, unit, 'quantity', first)
    }
    if (!goesOnSeries(doc, next.to)) return null
    at = next.to + 1
  }
  return null
}

/** "giảm từ 2.340 xuống còn 2.100 người": the earlier figure takes unit and scale of the later one. */
function readOfChange(doc: Doc, first: ReadNumber): Amount | null {
  if (!first.digits || first.scale !== 1 || !isWord(doc, first.from - 1, fromWords)) return null
  let at = first.to
  while (at < first.to + 2 && isWord(doc, at, changing)) at++
  const next = at > first.to && isNumber(doc, at) ? readNumber(doc, at) : null
  const unit = next && readUnit(doc, next, next.to)
  if (!next || !unit || unit.guessed) return null
  const value = settle(doc, first, unit) * next.scale
  return build(doc, first.from, first.to, value, null, null, unit, 'quantity', first)
}

const changing = words('lên xuống còn')

const goesOnSeries = (doc: Doc, at: number): boolean =>
  isMark(doc, at, ';') || isMark(doc, at, ',') || isWord(doc, at, andWord)

const andWord = words('và')

/** A figure in a line of its own, without a sign of a currency: nothing says what it counts. */
function standsAlone(doc: Doc, at: number): boolean {
  const { kind, hash } = doc.tokens
  if (kind[at] !== NUMBER || kind[at + 1] !== LINE_END || kind[at - 1] === PUNCTUATION) return false
  const next = hash[at + 1] === 1 ? kind[at + 2] : LINE_END
  return next !== WORD && next !== PUNCTUATION
}

const ageLimits = words('dưới trên từ đủ trẻ em')
const degreeCue = words('độ')
const levelCue = words('mức cấp')

const looksLikeYear = (number: ReadNumber): boolean =>
  number.scale === 1 &&
  number.doubt === null &&
  Number.isInteger(number.value) &&
  number.value >= 1800 &&
  number.value <= 2200

/** A word with a letter beyond ASCII: a figure glued to it lost its space, it is no code. */
function isVietnamese(doc: Doc, at: number): boolean {
  for (let index = doc.tokens.start[at] ?? 0; index < (doc.tokens.end[at] ?? 0); index++)
    if (doc.text.charCodeAt(index) > 0x7f) return true
  return false
}

/** What stands before says that this is no quantity: ordinals, numbers of documents, codes, names. */
function refusedBefore(doc: Doc, at: number): boolean {
  if (at === 0) return false
  const before = at - 1
  const touching = doc.tokens.end[before] === doc.tokens.start[at]
  if (touching && doc.tokens.kind[before] === WORD && !isVietnamese(doc, before)) return true
  if (touching && (isMark(doc, before, '-') || isMark(doc, before, '/')) && before > 0) {
    const part = before - 1
    if (
      doc.tokens.end[part] === doc.tokens.start[before] &&
      (doc.tokens.kind[part] === WORD || isMark(doc, before, '/'))
    )
      return true
  }
  // "ĐT.741", "QL.1": a road, a code.
  if (
    touching &&
    isMark(doc, before, '.') &&
    doc.tokens.start[before] === doc.tokens.end[before - 1]
  )
    if (((doc.tokens.flags[before - 1] ?? 0) & ALL_CAPITALS) !== 0) return true
  if (isNumber(doc, before) && touching) return true
  // "mức độ 4 chỉ 23,1%": which level.
  if (isWord(doc, before, degreeCue) && isWord(doc, before - 1, levelCue)) return true
  if (isWord(doc, before, numberCue)) return !(before > 0 && isWord(doc, before - 1, numberNouns))
  if (isWord(doc, before, ordinalCues)) {
    if (meaning(doc, before, 'docType') !== undefined) return false
    // "tỉnh 12 tỷ" or "đường 15 km": a unit other than a bare noun rescues it.
    const number = readNumber(doc, at)
    if (number && isWord(doc, before, grantWord) && isRatioOfUnits(doc, number.to)) return false
    return (
      !number ||
      (number.scale === 1 &&
        !isMark(doc, number.to, '%') &&
        meaning(doc, number.to, 'unit') === undefined &&
        meaning(doc, number.to, 'point') === undefined)
    )
  }
  return before > 0 && isMark(doc, before, '/') && isNumber(doc, before - 1)
}

const grantWord = words('cấp')

/** "cấp 12.340/15.600 giấy chứng nhận": a total and its unit behind the slash. */
function isRatioOfUnits(doc: Doc, slash: number): boolean {
  const total = isMark(doc, slash, '/') ? readNumber(doc, slash + 1) : null
  return total !== null && meaning(doc, total.to, 'unit') !== undefined
}

/** "110/128 xã", "1.234/5.678 tỷ đồng", "2/3 số xã". Not a date, a scale or part of a code. */
function readRatio(doc: Doc, first: ReadNumber): Amount | null {
  if (!isMark(doc, first.to, '/') || !first.digits || first.scale !== 1) return null
  const second = readNumber(doc, first.to + 1)
  if (!second || !isNumber(doc, first.to + 1)) return null
  if (isMark(doc, second.to, '/') || isMark(doc, second.to, '-')) return null
  if (/^(tỷ lệ|tỉ lệ|tỷ số)$/i.test(textOf(doc, Math.max(0, first.from - 2), first.from)))
    return null
  const total = isWord(doc, second.to, totalWords)
  const unit = readUnit(doc, second, second.to)
  if (!unit || (unit.guessed && !total && first.value > second.value)) return null
  if (unit.code === '%' || (unit.guessed && !total && /^(năm|và|tại|của)$/i.test(unit.text)))
    return null
  const upper = settle(doc, first, unit)
  const lower = settle(doc, second, unit) * second.scale
  const value = upper * second.scale
  if (lower === 0) return null
  return build(doc, first.from, unit.to, value, null, lower, unit, 'quantity.ofTotal', first)
}

/** "hai phần ba số xã": a fraction in words, of what is counted behind it. */
function readFraction(doc: Doc, first: ReadNumber): Amount | null {
  if (first.digits || !isWord(doc, first.to, words('phần'))) return null
  const second = readNumber(doc, first.to + 1)
  if (!second || second.digits || second.value <= first.value) return null
  const behind = isWord(doc, second.to, words('số tổng')) ? second.to + 1 : second.to
  const unit = readUnit(doc, second, isWord(doc, behind, numberCue) ? behind + 1 : behind)
  if (!unit || unit.guessed) return null
  const { value } = second
  return build(doc, first.from, unit.to, first.value, null, value, unit, 'quantity.ofTotal', first)
}

/** "6,5-7%", "từ 6,5 đến 7%", "500 - 700 triệu đồng": the second number, or null. */
function readRange(doc: Doc, first: ReadNumber): ReadNumber | null {
  let middle = first.to
  if (isMark(doc, middle, '%')) middle++
  else if (
    meaning(doc, middle, 'unit') !== undefined &&
    !isMark(doc, phraseEnd(doc, middle), ',')
  ) {
    if (
      isWord(doc, phraseEnd(doc, middle), rangeWords) &&
      first.from > 0 &&
      isWord(doc, first.from - 1, fromWords)
    )
      middle = phraseEnd(doc, middle)
  }
  const dash = isMark(doc, middle, '-')
  const word = isWord(doc, middle, rangeWords)
  if (!dash && !word) return null
  if (
    word &&
    !(
      first.from > 0 &&
      (isWord(doc, first.from - 1, fromWords) || meaning(doc, first.from - 1, 'bound') === 'about')
    )
  )
    return null
  if (!isNumber(doc, middle + 1) && !word) return null
  const second = readNumber(doc, middle + 1)
  if (!second || second.bare) return null
  // "5-7" must rise; a hyphen inside a code or a date does not come here.
  if (
    dash &&
    second.value * second.scale <= first.value * (first.scale === 1 ? 1 : first.scale) &&
    first.scale !== 1
  )
    return null
  if (dash && first.scale === 1 && second.value <= first.value && second.scale === 1) return null
  return second
}

function build(
  doc: Doc,
  from: number,
  to: number,
  value: number,
  max: number | null,
  of: number | null,
  unit: Unit,
  rule: string,
  number: ReadNumber,
): Amount {
  const before = readBound(doc, from, to)
  const start = doc.tokens.start[from] ?? 0
  const end = doc.tokens.end[to - 1] ?? start
  const finding: Quantity = {
    id: idOf('quantity', start, end),
    kind: 'quantity',
    start,
    end,
    quote: doc.text.slice(start, end),
    rule: unit.guessed ? `${rule}.noun` : rule,
    certainty: unit.guessed ? 'likely' : 'certain',
    value: tidy(value),
    max: max === null ? null : tidy(max),
    of: of === null ? null : tidy(of),
    unit: unit.code,
    unitText: unit.text,
    bound: before.bound,
    boundText: before.text,
    modality: readModality(doc, before.lead),
  }
  if (doc.options.trace) explainFigure(doc, finding, number)
  return { finding, from, to, lead: before.lead, countable: null }
}

function explainFigure(doc: Doc, finding: Quantity, number: ReadNumber): void {
  const { start, end, value, unit, unitText, bound, boundText } = finding
  const measured = `“${unitText}” = ${unit}`
  explain(doc, finding, () => ({
    anchors: [{ start, end, class: 'number' }],
    steps: [
      `“${textOf(doc, number.from, number.to)}” = ${value}`,
      measured,
      ...(boundText ? [`“${boundText}” = ${bound}`] : []),
    ],
    refused: number.doubt ? [{ reading: String(number.other), why: measured }] : [],
  }))
}

/** Removes the noise of binary fractions: 95.1e6, not 95099999.99999999. */
function tidy(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value
  // A quotient of small integers is already the double nearest to its decimal digits.
  for (let power = 10; power <= 1e4; power *= 10) {
    const digits = Math.round(value * power)
    if (Math.abs(digits) < 1e15 && digits / power === value) return value
  }
  return Number(value.toPrecision(15))
}

const bounds = new Gate('bound')
const modalities = new Gate('modality')

const comparing = words('cao thấp lớn nhỏ nhiều ít nhanh chậm kém tốt')

/** Bound words right before the number ("gần", "khoảng từ") or behind the unit ("trở lên"). */
function readBound(
  doc: Doc,
  from: number,
  to: number,
): { bound: Bound | null; text: string | null; lead: number } {
  // The longest phrase wins: "không dưới" is no "dưới".
  const behindFrom = isWord(doc, from - 1, fromWords) ? 1 : 0
  for (let length = 3; length >= 1; length--) {
    const at = from - length - behindFrom
    if (at < 0 || !bounds.opens(doc, at)) continue
    const bound = meaning(doc, at, 'bound')
    if (
      bound !== undefined &&
      // "cao hơn 2,4 điểm": the word belongs to the comparison.
      !(length === 1 && isWord(doc, at, moreWord) && isWord(doc, at - 1, comparing)) &&
      phraseEnd(doc, at) >= from - behindFrom &&
      phraseEnd(doc, at) <= from
    ) {
      return { bound: bound as Bound, text: textOf(doc, at, phraseEnd(doc, at)), lead: at }
    }
  }
  const after = meaning(doc, to, 'after')
  if (after !== undefined)
    return { bound: after as Bound, text: textOf(doc, to, phraseEnd(doc, to)), lead: from }
  return { bound: null, text: null, lead: from - behindFrom }
}

/** Looks back inside the clause for "ước", "phấn đấu", "dự kiến". */
function readModality(doc: Doc, from: number): Modality {
  for (let at = from - 1; at >= 0 && at > from - 9; at--) {
    if (
      isMark(doc, at, ',') ||
      isMark(doc, at, ';') ||
      isMark(doc, at, '.') ||
      isMark(doc, at, '(') ||
      doc.claimed[at] === QUANTITY
    )
      break
    if (!modalities.opens(doc, at)) continue
    const found = meaning(doc, at, 'modality')
    if (found === undefined || doc.claimed[at] === CITATION) continue
    if (
      found === 'target' &&
      /^(kế hoạch|mục tiêu|chỉ tiêu)$/i.test(textOf(doc, at, phraseEnd(doc, at)))
    )
      continue
    return found as Modality
  }
  return 'actual'
}
