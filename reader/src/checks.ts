// What a careful editor would stop at: a unit that cannot be, parts that do not add up, doubled words,
// strings that are no syllable, quotation marks without a partner, impossible dates. Precision first.

import { lastDayOf } from './dates.ts'
import {
  CITATION,
  type Doc,
  find,
  Gate,
  has,
  head,
  isMark,
  isWord,
  textOf,
  tokenAt,
  words,
} from './doc.ts'
import type { Certainty, Check, Problem, Quantity, Statement } from './findings.ts'
import { indicatorCatalogue } from './indicators.ts'
import { remembered } from './remembered.ts'
import { isSyllable } from './syllables.ts'
import { CAPITAL, LINE_END, PUNCTUATION, WORD } from './tokens.ts'

/** Emits every check. */
export function findChecks(doc: Doc): void {
  const { quantities, statements } = doc
  checkUnits(doc, statements, quantities)
  checkCounts(doc, quantities)
  checkWords(doc)
  checkQuotes(doc)
  checkDates(doc)
  checkSigns(doc, quantities)
  checkYears(doc, quantities)
}

function emit(
  doc: Doc,
  from: number,
  to: number,
  problem: Problem,
  suggestion: string | null,
  certainty: Certainty,
): void {
  const base = head(doc, 'check', from, to, `check.${problem}`, certainty)
  const finding: Check = { ...base, id: `${base.id}:${problem}`, problem, suggestion }
  doc.findings.push(finding)
}

/** The same at a place of the text. */
function emitAt(
  doc: Doc,
  place: { start: number; end: number },
  problem: Problem,
  suggestion: string | null,
  certainty: Certainty,
): void {
  const to = tokenAt(doc, place.end - 1) + 1
  emit(doc, tokenAt(doc, place.start), to, problem, suggestion, certainty)
}

const moneyIndicators = new Set(
  indicatorCatalogue.filter((item) => /^(VND|USD)$/.test(item.unit)).map((item) => item.code),
)

/** Shares that cannot pass one hundred. */
const boundedShares = new Set(
  indicatorCatalogue
    .filter((item) => item.unit === '%' && /^Tỷ lệ/.test(item.vi))
    .map((item) => item.code),
)

/** "tổng thu đạt 5.738,9%": a level of money with a percent sign; shares above one hundred. */
function checkUnits(
  doc: Doc,
  statements: readonly Statement[],
  quantities: readonly Quantity[],
): void {
  const shares = new Map<string, Quantity>()
  for (const quantity of quantities)
    if (quantity.unit === '%' && (quantity.value > 100 || isGrouped(quantity)))
      shares.set(quantity.id, quantity)
  for (const finding of statements) {
    checkExcess(doc, finding)
    const code = finding.indicator.code
    if (shares.size === 0 || (code !== null && !isLimited(code))) continue
    const quantity = shares.get(finding.quantity ?? '')
    if (!quantity) continue
    const compared = isCompared(finding, quantity)
    const grouped = isGrouped(quantity)
    if (
      !compared &&
      (quantity.value > 1000 || grouped) &&
      (code === null ? /^(tổng )?(thu|chi|giá trị|doanh thu|vốn|kim ngạch)/i : /./).test(
        finding.indicator.quote,
      ) &&
      (code === null || moneyIndicators.has(code))
    )
      emitAt(doc, quantity, 'unitMismatch', quantity.quote.replace(/\s*%$/, ' tỷ đồng'), 'certain')
    else if (!compared && quantity.value > 100 && isBounded(code, finding.indicator.quote))
      emitAt(doc, quantity, 'impossibleShare', null, 'likely')
  }
}

/** An indicator of money, or of a share that cannot pass one hundred. */
const isLimited = (code: string): boolean => moneyIndicators.has(code) || boundedShares.has(code)

/** "5.738,9": a number of thousands. */
const isGrouped = ({ quote }: Quantity): boolean =>
  quote.length > 6 && quote.includes('.') && /\d\.\d{3},\d/.test(quote)

/** What may pass one hundred though it is called a rate: fulfilment, growth, use of money. */
const unbounded =
  /hoàn thành|thực hiện|giải ngân|thu |tăng|so với|đạt|huy động|sử dụng|kế hoạch|dự toán|chỉ tiêu|sinh lời|nợ|lấp đầy|công suất|khám phá/i

/** A share of people, places or things that are there: it cannot pass one hundred. */
const isBounded = (code: string | null, name: string): boolean =>
  code === null ? /^t(ỷ|ỉ) lệ /i.test(name) && !unbounded.test(name) : boundedShares.has(code)

/** "bằng 104,3% kế hoạch, vượt 5,3%": the excess is not what the share leaves over one hundred. */
function checkExcess(doc: Doc, statement: Statement): void {
  if (statement.comparisons.length < 2) return
  const [share, excess] = statement.comparisons
  if (!share || !excess || share.direction !== 'ratio' || share.unit !== '%') return
  if (excess.direction !== 'up' || excess.unit !== '%' || !/^vượt/i.test(excess.quote)) return
  if (excess.versus !== null && excess.versus !== share.versus) return
  if (!/^(plan|estimate|target)$/.test(share.versus ?? '') || (share.amount ?? 0) < 100) return
  const left = (share.amount ?? 0) - 100
  if (Math.abs(left - (excess.amount ?? 0)) <= 0.11) return
  emitAt(doc, excess, 'excessVsShare', left.toFixed(2).replace('.', ','), 'likely')
}

/** "tăng -5%": the word says one thing and the sign another. */
function checkSigns(doc: Doc, quantities: readonly Quantity[]): void {
  for (const finding of quantities) {
    if (finding.unit !== '%') continue
    // The mark touches the figure: most figures stand behind a space.
    if (finding.start === 0 || doc.text.charCodeAt(finding.start - 1) === 0x20) continue
    const at = tokenAt(doc, finding.start) - 1
    const touches = doc.tokens.end[at] === finding.start
    if (!touches || !isMark(doc, at, '-')) continue
    if (has(doc, at - 1, 'up') || has(doc, at - 1, 'down'))
      emit(doc, at - 1, tokenAt(doc, finding.end - 1) + 1, 'signVsWord', null, 'likely')
  }
}

/** "190 năm (1831-2022)": the years in brackets are more or fewer than the number before them. */
function checkYears(doc: Doc, quantities: readonly Quantity[]): void {
  for (const finding of quantities) {
    if (finding.unitText.length !== 3 || !/^năm$/i.test(finding.unitText)) continue
    const behind = doc.text.slice(finding.end, finding.end + 60)
    const span = /^[^.;\n(]{0,36}\(\s?(\d{4})\s?[-–]\s?(\d{4})\s?\)/.exec(behind)
    const years = span ? Number(span[2]) - Number(span[1]) : finding.value
    if (years === finding.value || years <= 0) continue
    emitAt(doc, finding, 'yearsVsSpan', String(years), 'likely')
  }
}

function isCompared(statement: Statement, quantity: Quantity): boolean {
  return statement.comparisons.some(
    (comparison) => comparison.start <= quantity.start && comparison.end >= quantity.end,
  )
}

/** "130/128 xã"; a total of items whose counted groups do not add up. */
function checkCounts(doc: Doc, counts: readonly Quantity[]): void {
  for (const finding of counts)
    if (finding.of !== null && finding.value > finding.of && !/VND|USD/.test(finding.unit))
      emitAt(doc, finding, 'countOverTotal', null, 'likely')
  for (let index = 0; index < counts.length; index++) {
    const total = counts[index]
    if (!total) continue
    if (total.unit === '%' || isMoneyOrRate(total.unit)) continue
    checkUnitsOfPlace(doc, total, counts, index)
    if (!isRepeated(total, counts, index)) continue
    const parts = partsBehind(doc, total, counts, index)
    if (parts.length < 2) continue
    const between = doc.text.slice(total.end, parts[0]?.start)
    if (!/^\s*[,(:]?\s*(trong đó|gồm|bao gồm)( có)?:?\s*$/.test(between)) continue
    const sum = parts.reduce((so, part) => so + part.value, 0)
    if (sum > total.value) emitAt(doc, total, 'partsNotTotal', String(sum), 'likely')
  }
}

const isMoneyOrRate = remembered(/^(VND|USD|EUR|point|times)/)

/** Of the next five figures those of the sentence that count the same in the same words. */
function partsBehind(
  doc: Doc,
  total: Quantity,
  counts: readonly Quantity[],
  index: number,
): Quantity[] {
  const sentence = doc.sentences[doc.sentenceOf[tokenAt(doc, total.start)] ?? 0]
  const end = sentence ? (doc.tokens.end[sentence.to - 1] ?? 0) : 0
  const parts: Quantity[] = []
  for (let next = index + 1; next < index + 6; next++) {
    const part = counts[next]
    if (!part || part.end > end) break
    if (part.unit === total.unit && part.unitText === total.unitText) parts.push(part)
  }
  return parts
}

/** Two of the next figures count the same thing: they could be its parts. */
function isRepeated(total: Quantity, counts: readonly Quantity[], index: number): boolean {
  let alike = 0
  for (let next = index + 1; next < counts.length && next < index + 6; next++)
    if (counts[next]?.unit === total.unit) alike++
  return alike >= 2
}

/** "96 đơn vị hành chính cấp xã, gồm 82 xã và 13 phường": all of them are told, and they are 95. */
function checkUnitsOfPlace(
  doc: Doc,
  total: Quantity,
  counts: readonly Quantity[],
  index: number,
): void {
  const first = counts[index + 1]
  if (!first || total.unitText.length !== 6 || !/^đơn vị$/i.test(total.unitText)) return
  const name = doc.text.slice(total.end, first.start)
  if (!/^ hành chính[^.;,]{0,12}[,(:]?\s?(bao )?gồm:?\s?$/.test(name)) return
  let sum = 0
  let end = first.start
  for (const part of counts.slice(index + 1, index + 5)) {
    const joint = doc.text.slice(end, part.start)
    if (sum > 0 && !/^(,| và|, và)\s$/.test(joint)) break
    if (!/^(xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố|quận)$/i.test(part.unitText)) return
    sum += part.value
    end = part.end
  }
  // "gồm 82 xã, các phường": something was not counted.
  if (sum === total.value || /^(,| và) \p{L}/u.test(doc.text.slice(end, end + 5))) return
  emitAt(doc, total, 'partsNotTotal', String(sum), 'likely')
}

/** Words of two syllables that are said twice on purpose begin with these. */
const repeating = words('từng ngày nhiều rất người nhà mỗi dần năm lớp đời')

/** "đôi lúc đôi lúc": two words, the first of which comes again behind them, and the same two again. */
function isDoubledPair(doc: Doc, at: number): boolean {
  const { kind, hash, flags, count } = doc.tokens
  if (hash[at + 1] !== hash[at + 3]) return false
  if (at + 3 >= count || isWord(doc, at, repeating) || hash[at] === hash[at + 1]) return false
  for (let next = at; next < at + 4; next++)
    if (kind[next] !== WORD || doc.claimed[next] !== 0 || ((flags[next] ?? 0) & CAPITAL) !== 0)
      return false
  return true
}

const doublets = words(
  'của và các là đã được trong cho với những để về tại có cần phải theo do từ đến này một bị sẽ trên khi mà ở còn nhằm nếu vì cũng đang nên thì giữa bởi chưa không',
)

const slips = new Gate('slip')

/** Function words written twice, and strings of Vietnamese letters that are no syllable. */
function checkWords(doc: Doc): void {
  const { kind, hash, flags, count } = doc.tokens
  const gate = slips.of(doc)
  for (let at = 0; at < count; at++) {
    if (kind[at] !== WORD) continue
    const twice = kind[at + 1] === WORD && hash[at] === hash[at + 1] && at + 1 < count
    if (twice && isWord(doc, at, doublets) && ((flags[at + 1] ?? 0) & CAPITAL) === 0)
      emit(doc, at, at + 2, 'doubledWord', textOf(doc, at, at + 1), 'certain')
    else if (hash[at] === hash[at + 2] && isDoubledPair(doc, at))
      emit(doc, at, at + 4, 'doubledWord', textOf(doc, at, at + 2), 'likely')
    const slip = gate[doc.family[at] ?? 0] === 1 ? find(doc, at, 'slip') : null
    if (slip) emit(doc, at, slip.to, 'notASyllable', slip.payload, 'likely')
    else if (((flags[at] ?? 0) & CAPITAL) === 0 && !isKnown(doc, at) && isMisspelt(doc, at))
      emit(doc, at, at + 1, 'notASyllable', null, 'likely')
  }
}

/** What the syllable test said of a word, by its hash. */
const known = new Map<number, boolean>()
const mostKnown = 20_000

/** The right words seen last, by the low end of their hashes; a slot begins with a word of another one. */
const recent = Int32Array.from({ length: 4096 }, (_, slot) => slot + 1)

/** True where the word is a syllable, or has no Vietnamese letters: judged once for each word. */
function isKnown(doc: Doc, at: number): boolean {
  const hash = doc.tokens.hash[at] ?? 0
  if (recent[hash & 4095] === hash) return true
  let right = known.get(hash)
  if (right === undefined) {
    const written = textOf(doc, at, at + 1)
    right = !toned.test(written) || written.length > 9 || written.length < 2 || isSyllable(written)
    if (known.size < mostKnown) known.set(hash, right)
  }
  if (right) recent[hash & 4095] = hash
  return right
}

const toned = /[àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵăâđêôơư]/

/** Words from elsewhere that are written in one piece. */
const loans = words(
  'kiốt axít ôxi ôxy rađa rôbốt rôbôt contenơ côngtenơ víđêô xêri rơmoóc rờmoóc môtô ôtô canô đôla ximăng phôtô ápphích épphê bêtông điôxít phóocmôn prôtêin vắcxin',
)

/**
 * A lower-case word with Vietnamese letters that breaks the rules of the syllable. Words without such
 * letters may be foreign or abbreviations and are left alone.
 */
function isMisspelt(doc: Doc, at: number): boolean {
  if (doc.claimed[at] === CITATION || isWord(doc, at, loans)) return false
  // Joined to something else by a dash, a dot or a slash: part of a code or a foreign name.
  for (const mark of ['-', '.', '/', '&', "'", '@', '_'])
    if (
      (isMark(doc, at - 1, mark) && doc.tokens.end[at - 1] === doc.tokens.start[at]) ||
      (isMark(doc, at + 1, mark) &&
        doc.tokens.start[at + 1] === doc.tokens.end[at] &&
        mark !== '.' &&
        mark !== '/')
    )
      return false
  return !/\d/.test(textOf(doc, at, at + 1))
}

/** A quotation mark without a partner of its own kind in its paragraph. */
function checkQuotes(doc: Doc): void {
  let opened = -1
  for (let at = 0; at < doc.tokens.count; at++) {
    const kind = doc.tokens.kind[at]
    if (kind === LINE_END) {
      if (opened >= 0) report(doc, opened)
      opened = -1
      continue
    }
    if (kind !== PUNCTUATION) continue
    const code = doc.tokens.hash[at] ?? 0
    if (code === 0x201c) {
      if (opened >= 0) report(doc, opened)
      opened = at
    } else if (code === 0x201d) {
      if (opened < 0) report(doc, at)
      opened = -1
    } else if (code === 0x22 && opened >= 0) {
      // “mục tiêu kép": opened one way, closed another.
      if (at - opened < 40) emit(doc, opened, at + 1, 'unpairedQuote', '”', 'likely')
      opened = -1
    }
  }
  if (opened >= 0) report(doc, opened)
}

function report(doc: Doc, at: number): void {
  emit(doc, at, at + 1, 'unpairedQuote', null, 'possible')
}

const weekdays = ['chủ nhật', 'thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy']

/** A weekday that the date does not fall on; days and months that do not exist. */
function checkDates(doc: Doc): void {
  for (const period of doc.periods.values()) {
    if (period.grain !== 'day' || !period.from) continue
    const year = Number(period.from.slice(0, 4))
    const month = Number(period.from.slice(5, 7))
    const day = Number(period.from.slice(8, 10))
    if (day > lastDayOf(year, month)) {
      emitAt(doc, period, 'invalidDate', null, 'certain')
      continue
    }
    if (!period.yearStated) continue
    if (!/^[ct]/i.test(period.quote)) continue
    const quote = period.quote.toLowerCase()
    const said = weekdays.findIndex((name) => quote.startsWith(name))
    const is = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
    if (said >= 0 && said !== is)
      emitAt(doc, period, 'dateVsWeekday', weekdays[is] ?? null, 'likely')
  }
}
