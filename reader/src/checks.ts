// What a careful editor would stop at: a unit that cannot be, parts that do not add up, doubled words,
// strings that are no syllable, quotation marks without a partner, impossible dates. Precision first.
import { CITATION, type Doc, find, head, isMark, isWord, textOf, tokenAt, words } from './doc.ts'
import type { Certainty, Check, Problem, Quantity, Statement } from './findings.ts'
import { indicatorCatalogue } from './indicators.ts'
import { isSyllable } from './syllables.ts'
import { CAPITAL, WORD } from './tokens.ts'

/** Emits every check. */
export function findChecks(doc: Doc): void {
  checkUnits(doc)
  checkCounts(doc)
  checkWords(doc)
  checkQuotes(doc)
  checkDates(doc)
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
function checkUnits(doc: Doc): void {
  const quantities = new Map<string, Quantity>()
  for (const finding of doc.findings)
    if (finding.kind === 'quantity') quantities.set(finding.id, finding)
  for (const finding of [...doc.findings]) {
    if (finding.kind !== 'statement') continue
    const quantity = quantities.get(finding.quantity ?? '')
    if (quantity?.unit !== '%') continue
    const from = tokenAt(doc, quantity.start)
    const to = tokenAt(doc, quantity.end - 1) + 1
    const code = finding.indicator.code
    const compared = isCompared(finding, quantity)
    const grouped = /\d\.\d{3},\d/.test(quantity.quote)
    if (
      !compared &&
      (quantity.value > 1000 || grouped) &&
      (code === null ? /^(tổng )?(thu|chi|giá trị|doanh thu|vốn|kim ngạch)/i : /./).test(
        finding.indicator.quote,
      ) &&
      (code === null || moneyIndicators.has(code))
    )
      emit(doc, from, to, 'unitMismatch', quantity.quote.replace(/\s*%$/, ' tỷ đồng'), 'certain')
    else if (!compared && code !== null && boundedShares.has(code) && quantity.value > 100)
      emit(doc, from, to, 'impossibleShare', null, 'likely')
  }
}

function isCompared(statement: Statement, quantity: Quantity): boolean {
  return statement.comparisons.some(
    (comparison) => comparison.start <= quantity.start && comparison.end >= quantity.end,
  )
}

/** "130/128 xã"; a total of items whose counted groups do not add up. */
function checkCounts(doc: Doc): void {
  const counts: Quantity[] = []
  for (const finding of [...doc.findings]) {
    if (finding.kind !== 'quantity') continue
    const from = tokenAt(doc, finding.start)
    if (finding.of !== null && finding.value > finding.of && !/VND|USD/.test(finding.unit))
      emit(doc, from, tokenAt(doc, finding.end - 1) + 1, 'countOverTotal', null, 'likely')
    counts.push(finding)
  }
  for (const [index, total] of counts.entries()) {
    if (total.unit !== 'person' && total.unit !== 'case' && total.unit !== 'commune') continue
    const sentence = doc.sentences[doc.sentenceOf[tokenAt(doc, total.start)] ?? 0]
    const parts = counts
      .slice(index + 1, index + 6)
      .filter(
        (part) =>
          part.unit === total.unit &&
          part.unitText === total.unitText &&
          sentence !== undefined &&
          part.end <= (doc.tokens.end[sentence.to - 1] ?? 0),
      )
    if (parts.length < 2) continue
    const between = doc.text.slice(total.end, parts[0]?.start)
    if (!/^\s*[,(:]?\s*(trong đó|gồm|bao gồm)( có)?:?\s*$/.test(between)) continue
    const sum = parts.reduce((so, part) => so + part.value, 0)
    if (sum > total.value)
      emit(
        doc,
        tokenAt(doc, total.start),
        tokenAt(doc, total.end - 1) + 1,
        'partsNotTotal',
        String(sum),
        'likely',
      )
  }
}

const doublets = words(
  'của và các là đã được trong cho với những để về tại có cần phải theo do từ đến này một bị sẽ trên khi mà ở',
)

/** Function words written twice, and strings of Vietnamese letters that are no syllable. */
function checkWords(doc: Doc): void {
  const { kind, hash, flags, count } = doc.tokens
  for (let at = 0; at < count; at++) {
    if (kind[at] !== WORD) continue
    const twice = kind[at + 1] === WORD && hash[at] === hash[at + 1] && at + 1 < count
    if (twice && isWord(doc, at, doublets) && ((flags[at + 1] ?? 0) & CAPITAL) === 0)
      emit(doc, at, at + 2, 'doubledWord', textOf(doc, at, at + 1), 'certain')
    const slip = doc.anchors.entry[at] ? find(doc, at, 'slip') : null
    if (slip) emit(doc, at, slip.to, 'notASyllable', slip.payload, 'likely')
    else if (((flags[at] ?? 0) & CAPITAL) === 0 && !isKnown(doc, at) && isMisspelt(doc, at))
      emit(doc, at, at + 1, 'notASyllable', null, 'likely')
  }
}

/** What the syllable test said of a word, by its hash. */
const known = new Map<number, boolean>()
const mostKnown = 20_000

/** True where the word is a syllable, or has no Vietnamese letters: judged once for each word. */
function isKnown(doc: Doc, at: number): boolean {
  const hash = doc.tokens.hash[at] ?? 0
  let right = known.get(hash)
  if (right === undefined) {
    const written = textOf(doc, at, at + 1)
    right = !toned.test(written) || written.length > 9 || written.length < 2 || isSyllable(written)
    if (known.size < mostKnown) known.set(hash, right)
  }
  return right
}

const toned = /[àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵăâđêôơư]/

/**
 * A lower-case word with Vietnamese letters that breaks the rules of the syllable. Words without such
 * letters may be foreign or abbreviations and are left alone.
 */
function isMisspelt(doc: Doc, at: number): boolean {
  if (doc.claimed[at] === CITATION) return false
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
    const code = doc.tokens.hash[at] ?? 0
    if (doc.tokens.kind[at] === 4) {
      if (opened >= 0) report(doc, opened)
      opened = -1
      continue
    }
    if (doc.tokens.kind[at] !== 3) continue
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
    const [year = 0, month = 1, day = 1] = period.from.split('-').map(Number)
    const date = new Date(Date.UTC(year, month - 1, day))
    const from = tokenAt(doc, period.start)
    const to = tokenAt(doc, period.end - 1) + 1
    if (date.getUTCMonth() !== month - 1) {
      emit(doc, from, to, 'invalidDate', null, 'certain')
      continue
    }
    if (!period.yearStated) continue
    const quote = period.quote.toLowerCase()
    const said = weekdays.findIndex((name) => quote.startsWith(name))
    const is = date.getUTCDay()
    if (said >= 0 && said !== is)
      emit(doc, from, to, 'dateVsWeekday', weekdays[is] ?? null, 'likely')
  }
}
