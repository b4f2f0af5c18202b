// Statements: an indicator with its figure, its comparisons, its period. One register a sentence
// keeps what the next figure may lean on ("…, tăng 29,3% so với cùng kỳ").

import {
  averageBefore,
  growth,
  isAmountOfMoney,
  isBareMeasure,
  isGiven,
  isGrowth,
  measuredBy,
  withCapital,
} from './acts.ts'
import type { Amount } from './amounts.ts'
import { PeriodFinder } from './antecedents.ts'
import { isClassifier, isStatement, namesUnit } from './belonging.ts'
import { behindLeadIn } from './clauses.ts'
import {
  type Compared,
  changeOf,
  changes,
  rateFrom,
  readBareComparison,
  readBase,
  readComparison,
  readTurnedComparison,
  shareOf,
  type Verb,
  verbBefore,
} from './comparisons.ts'
import { actBefore, isCount, nounBehind } from './counts.ts'
import {
  type Doc,
  endsPair,
  explain,
  find,
  Gate,
  has,
  idOf,
  isMark,
  isWord,
  PERIOD,
  pairs,
  phraseEnd,
  QUANTITY,
  type Sentence,
  SentenceGate,
  seek,
  spanOf,
  words,
} from './doc.ts'
import type { Comparison, Period, PeriodRef, PeriodValue, Statement } from './findings.ts'
import { codeOf, fittingCode } from './indicators.ts'
import {
  catalogueNoun,
  clauseFrom,
  clauseStart,
  isMeasureNoun,
  measuresCounts,
  type Noun,
  nounBefore,
  nounsOf,
  subjectOf,
} from './nouns.ts'
import { yearsEarlier } from './remembered.ts'
import { WORD } from './tokens.ts'

const striveWord = words('phấn')
const rateEnd = words('lệ')

const monthWord = words('tháng')
const aboutWord = words('về')
const thatWord = words('đó')
const insideWord = words('trong')
const makesUpWord = words('chiếm')
const boundWords = words('trên dưới từ hơn tối')
const stillWord = words('còn')

interface Made {
  statement: Statement
  noun: Noun
  to: number
  /** Of its figure: a share behind a share is no part of it. */
  unit: string
  /** The change that is the whole of the statement so far ("giảm 2,1 điểm phần trăm"). */
  pure: boolean
  /** The counted noun stands behind its number. */
  counts: boolean
}

/** "trên", "dưới", "từ" between verb and figure. */
function bounds(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isWord(doc, at, boundWords)) return true
  return false
}

/** Where a figure stands, or the words of a change without one. */
interface Placed {
  from: number
  to: number
  finding?: { modality: Statement['modality'] }
}

/** Links the amounts of every sentence. */
export function findStatements(doc: Doc, amounts: readonly Amount[]): void {
  const periods = doc.findings
    .filter((finding): finding is Period => finding.kind === 'period')
    .sort((a, b) => a.start - b.start)
  const finder = new PeriodFinder(doc, periods)
  let next = 0
  // What a sentence "Trong đó: …" divides: the last figure of the one before.
  let whole: Made | null = null
  for (let index = 0; index < doc.sentences.length; index++) {
    const sentence = doc.sentences[index]
    if (!sentence) continue
    const own: Amount[] = []
    while (next < amounts.length && (amounts[next]?.from ?? 0) < sentence.to) {
      const amount = amounts[next++]
      if (amount && amount.from >= sentence.from) own.push(amount)
    }
    if (own.length > 0 && aims(doc, sentence))
      for (const { finding } of own) if (finding.modality === 'actual') finding.modality = 'target'
    // Nothing to link: most sentences of a text that is no report.
    if (own.length === 0 && changes.first(doc, sentence.from, sentence.to) >= sentence.to) {
      whole = null
      continue
    }
    const made: Made[] = linkSentence(
      doc,
      sentence,
      own,
      finder,
      index,
      opensParts(doc, sentence) ? whole : null,
    )
    whole = made.findLast(({ statement }) => statement.partOf === null) ?? null
    for (const { statement } of made) {
      doc.findings.push(statement)
      doc.statements.push(statement)
    }
  }
}

/** The period that a figure of the sentence belongs to. */
const periodOf = (finder: PeriodFinder, index: number, { from, to, finding }: Placed) =>
  finder.of(from, to, index, finding?.modality === 'target')

/** "Phấn đấu GRDP cả năm tăng 7%; thu ngân sách đạt 9.000 tỷ đồng": all of it is aimed at. */
function aims(doc: Doc, { from, to }: Sentence): boolean {
  const at = behindLeadIn(doc, from, to)
  return isWord(doc, at, striveWord) && isWord(doc, at + 1, words('đấu'))
}

function linkSentence(
  doc: Doc,
  sentence: Sentence,
  amounts: Amount[],
  finder: PeriodFinder,
  index: number,
  above: Made | null,
): Made[] {
  const made: Made[] = []
  let register: Made | null = null
  let partOf: Made | null = null
  // What the last figure measures, across semicolons too: "…; lũy kế 9 tháng đạt 38.900 tỷ đồng".
  let last: Noun | null = null
  let floor = sentence.from
  // "trong đó" has been said: one word may name a part.
  let cued = above !== null
  for (let place = 0; place < amounts.length; place++) {
    const amount = amounts[place]
    if (!amount) continue
    if (amount.to <= floor && made.length > 0) continue
    if (register && breaksRegister(doc, floor, amount.lead)) register = null
    cued ||= hasPartCue(doc, floor, amount.lead)
    const zipped = respectively(doc, sentence, amounts, place, floor)
    if (zipped) {
      const rising = verbBefore(doc, amount, floor)
      const moves = rising?.kind === 'up' || rising?.kind === 'down'
      for (const { noun, amount: own } of zipped) {
        // The verb in front of the first figure counts for all of them.
        const verb = rising && (own === amount ? rising : { ...rising, from: own.lead })
        const compared = moves ? readComparison(doc, own, verb) : null
        made.push(make(doc, noun, own, compared, periodOf(finder, index, own), null))
      }
      floor = zipped.at(-1)?.amount.to ?? floor
      register = made.at(-1) ?? null
      continue
    }
    const bracketed = register && bracketedChange(doc, register.to, amount)
    if (register && bracketed) {
      attach(register, bracketed)
      complete(doc, register)
      floor = amount.to
      continue
    }
    if (register && isPlanOf(doc, register, amount)) {
      amount.finding.modality = 'target'
      made.push(make(doc, register.noun, amount, null, periodOf(finder, index, amount), null))
      floor = amount.to
      continue
    }
    const earlier = register && yearEarlier(doc, register, amount)
    if (register && earlier) {
      const compared = readComparison(doc, amount, verbBefore(doc, amount, floor))
      made.push(make(doc, register.noun, amount, compared, earlier, null))
      floor = compared?.to ?? amount.to
      continue
    }
    const risen = amounts[place + 1]
    if (risen && isFromTo(doc, amount, risen)) {
      const verb = verbBefore(doc, amount, floor)
      const noun = nounBefore(doc, verb?.from ?? amount.lead, floor, sentence.from)
      if (noun) {
        made.push(make(doc, noun, amount, null, periodOf(finder, index, amount), null))
        register = make(doc, noun, risen, null, periodOf(finder, index, risen), null)
        partOf = register
        made.push(register)
      }
      floor = risen.to
      continue
    }
    const verb = verbBefore(doc, amount, floor)
    const acted =
      verb?.kind === 'up' || verb?.kind === 'down' ? null : actBefore(doc, amount, floor)
    const turned = readTurnedComparison(doc, amount, floor)
    if (turned && register) {
      attach(register, turned)
      complete(doc, register)
      floor = amount.to
      continue
    }
    // "11/16 khoản thu đạt trên 75% dự toán": which ones are counted.
    if (
      register?.counts &&
      verb?.from === register.to &&
      amount.finding.unit === '%' &&
      bounds(doc, verb.to, amount.from)
    ) {
      floor = amount.to
      continue
    }
    const grown = isGrowth(doc, amount, verb)
    const compared = grown ? null : (turned ?? readComparison(doc, amount, verb))
    // "312 đảng viên (đạt 19,5% chỉ tiêu)": told in brackets of the figure before.
    if (
      register &&
      compared &&
      isMark(doc, register.to, '(') &&
      compared.from === register.to + 1
    ) {
      attach(register, compared)
      complete(doc, register)
      floor = compared.to
      continue
    }
    const counted = nounBehind(doc, amount, verb, acted, sentence)
    const before =
      (isOfKind(doc, floor, verb?.from ?? amount.lead)
        ? null
        : nounBefore(doc, turned?.from ?? verb?.from ?? amount.lead, floor, sentence.from)) ??
      partBefore(doc, amount, cued || namesNothing(amount) ? (partOf ?? above) : null) ??
      sharerBefore(doc, verb) ??
      (acted && !counted && isAmountOfMoney(amount)
        ? { ...acted, from: withCapital(doc, acted.from, floor), code: null }
        : null)
    // "toàn tỉnh có 110/128 xã đạt chuẩn": what is counted stands behind the number.
    // "thi hành kỷ luật 97 đảng viên": the act of the catalogue right before a count counts them.
    const average = before ? null : averageBefore(doc, amount, verb?.from ?? amount.lead, floor)
    const bare = grown && verb && !before ? { from: verb.from, to: verb.to, code: growth } : null
    const acts = before?.code && acted && counted && before.from === acted.from
    const noun =
      bare ??
      average ??
      (acts ? { ...counted, code: before.code } : null) ??
      repeated(doc, register, amount, floor, before) ??
      (!register && last && goesOn(doc, floor, amount, before, verb, made.at(-1)?.unit)
        ? last
        : null) ??
      (acted && counted && !before?.code
        ? measuredBy(doc, acted, amount, counted, before)
        : null) ??
      (counted && isLabelled(doc, amount, before) ? counted : null) ??
      (before && !before.code && namesUnit(doc, before, amount) ? before : null) ??
      (counted &&
      !before?.code &&
      (counted.code ||
        acted ||
        (!(verb && measures(doc, verb)) && (counted.from === amount.to || isCount(doc, amount)))) &&
      !(
        before &&
        !(acted && before.from >= acted.from) &&
        hinders(doc, before, amount) &&
        !isGiven(doc, amount)
      ) &&
      !(before && !acted && namesPart(before, amount, cued ? (partOf ?? above) : null)) &&
      !(
        before?.to === amount.lead &&
        counted.to === amount.to &&
        !acted &&
        isClassifier(amount.finding.unitText)
      )
        ? counted
        : before)
    const end = compared?.to ?? amount.to
    const rate = before && register?.unit !== '%' && isRateAlone(doc, before)
    const share = noun || !register || register.unit === '%' ? null : shareOf(doc, amount, verb)
    const leaning = compared ?? share
    const rated = rate && register ? rateFrom(doc, amount, before.from) : null
    if (rated && register) {
      attach(register, rated)
      complete(doc, register)
      floor = end
      continue
    }
    const leans = leaning && !noun ? register : null
    // "công suất buồng phòng 58%, riêng tháng 7 lên tới 86%": a level of another time.
    const level = !noun && !leaning && verb !== null && register?.unit === amount.finding.unit
    const again =
      (leans || level) && isOfAnother(doc, floor, verb?.from ?? amount.lead)
        ? (register?.noun ?? null)
        : null
    if (leaning && !noun && register && !again) {
      attach(register, verb ? leaning : sameWay(doc, register, leaning, amount))
      complete(doc, register)
      floor = end
      continue
    }
    if (register && !noun && isLevelReached(doc, register, amount, verb)) {
      // "Tỷ lệ hộ nghèo giảm 2,1 điểm phần trăm, còn 4,3%": the level is the value.
      register.statement.quantity = amount.finding.id
      register.unit = amount.finding.unit
      register.pure = false
      register.to = Math.max(register.to, behindBound(doc, amount.to))
      complete(doc, register)
      floor = end
      continue
    }
    const subject =
      !noun && !again && !register && (verb || isOnly(doc, amount))
        ? subjectOf(doc, sentence, verb?.from ?? amount.lead - 1)
        : null
    // "tăng 12 vụ": a change of what was said before, and nothing counted anew.
    const changed = verb !== null && isWord(doc, verb.from, risesOrFalls)
    const indicator = noun ?? again ?? subject ?? (changed ? null : counted)
    const total = partOf ?? above
    const whole =
      indicator && total && (cued || total.unit !== 'item') && isPart(indicator, amount, total)
        ? total
        : null
    // An indicator that is not said again: the statement begins with what is said of it anew.
    const repeats = subject !== null && indicator === subject
    const sure =
      whole !== null ||
      (repeats && isOnly(doc, amount)) ||
      (indicator !== null && indicator === last)
    if (!indicator || !(sure || isStatement(doc, amount, verb, acted, indicator, compared))) {
      floor = Math.max(floor, amount.to)
      continue
    }
    const parent = hasPartCue(doc, floor, indicator.from)
      ? (partOf ?? made.at(-1) ?? null)
      : indicator.code
        ? null
        : whole
    const code = indicator.code ?? codeBeside(doc, indicator, made) ?? codeOfAct(doc, acted, amount)
    const makesUp = verb && isWord(doc, verb.from, makesUpWord) && code?.includes('growth')
    const meant = { ...indicator, code: makesUp ? null : fittingCode(code, amount.finding.unit) }
    const period = monthOf(doc, amount, compared, floor, finder) ?? periodOf(finder, index, amount)
    const from = repeats ? Math.min(compared?.from ?? amount.lead, amount.lead) : undefined
    register = make(doc, meant, amount, compared, period, parent, from)
    last = register.noun
    if (!parent) partOf = register
    made.push(register)
    // "210 vụ phạm pháp hình sự (giảm 12 vụ)": the counted noun measures nothing once more.
    floor = register.counts ? Math.max(end, register.noun.to) : end
  }
  let figures: Map<string, Amount['finding']> | null = null
  for (const { statement } of made) {
    // What lies ahead of the document's day is aimed at, whatever the verb.
    if (statement.modality !== 'actual' || !finder.isAhead(statement.period?.from ?? '')) continue
    statement.modality = 'target'
    figures ??= new Map(amounts.map(({ finding }) => [finding.id, finding]))
    const own = figures.get(statement.quantity ?? '')
    if (own?.modality === 'actual') own.modality = 'target'
  }
  for (const bare of bareComparisons(doc, sentence, made, finder, index)) made.push(bare)
  return made
}

/** "tăng 5,2% so với tháng trước và 7,9% so với cùng kỳ": the verb counts for both. */
function sameWay(doc: Doc, register: Made, leaning: Compared, { lead }: Amount): Compared {
  const last = register.statement.comparisons.at(-1)
  const goes = last && last.direction !== 'ratio' && isWord(doc, lead - 1, words('và'))
  if (!goes || leaning.comparison.versus !== 'samePeriod') return leaning
  return { ...leaning, comparison: { ...leaning.comparison, direction: last.direction } }
}

/** "125/142 xã (88%)", "23.015 tỷ đồng (+31,2%)": a share or a change in brackets right behind its figure. */
function bracketedChange(doc: Doc, to: number, amount: Amount): Compared | null {
  if (amount.finding.unit !== '%' || !isMark(doc, amount.to, ')') || !isMark(doc, to, '('))
    return null
  const signed = amount.from === to + 2
  const up = signed && isMark(doc, to + 1, '+')
  if (amount.from !== to + 1 && !up && !(signed && isMark(doc, to + 1, '-'))) return null
  const direction = up ? 'up' : signed ? 'down' : 'ratio'
  return changeOf(doc, amount, direction)
}

/** "612/640 hồ sơ …, đạt tỷ lệ 95,6%": the share of the count before. */
const isRateAlone = (doc: Doc, noun: Noun): boolean =>
  noun.code === null &&
  isWord(doc, noun.to - 1, rateEnd) &&
  isWord(doc, noun.to - 2, words('tỷ tỉ')) &&
  (noun.to - noun.from === 2 ||
    (noun.to - noun.from === 3 && isWord(doc, noun.from, words('đạt chiếm bằng'))))

/** "Trong đó: …", "Trong đó, …" at the head of a sentence. */
const opensParts = (doc: Doc, { from }: Sentence): boolean =>
  isWord(doc, from, insideWord) && isWord(doc, from + 1, thatWord)

const risesOrFalls = words('tăng giảm')

const inAll = pairs('tổng số | tổng cộng')

/** A measure before the figure is what is measured: "số hộ nghèo còn 412 hộ", "diện tích 20 ha". */
const hinders = (doc: Doc, noun: Noun, amount: Amount): boolean =>
  isCount(doc, amount)
    ? measuresCounts(doc, noun) && !(noun.to - noun.from === 2 && endsPair(doc, noun.to - 1, inAll))
    : isMeasureNoun(doc, noun)

/** "515 ha", "230 con": what it is of has to stand before. */
const namesNothing = ({ finding }: Amount): boolean =>
  isBareMeasure(finding.unit) || isClassifier(finding.unitText)

/** "với", "cho" before a count measure nothing: "giao đất tái định cư cho 1.068 hộ". */
const measures = (doc: Doc, { from }: Verb): boolean => !isWord(doc, from, giving)

const giving = words('với cho được')

/** "Dự án đầu tư công: 121 dự án": the words before a colon only head the count. */
const isLabelled = (doc: Doc, amount: Amount, before: Noun | null): boolean =>
  isMark(doc, amount.lead - 1, ':') &&
  isCount(doc, amount) &&
  !(before && (before.code || measuresCounts(doc, before)))

/** "tai nạn giao thông 27 vụ", "trong đó heo 7.215 con": the noun before the count is what is counted. */
const namesPart = (noun: Noun, amount: Amount, whole: Made | null): boolean =>
  noun.to === amount.lead && whole !== null && isPart(noun, amount, whole)

/** "…, ngô 12.000 ha": one word before a part in the unit of the whole. */
function partBefore(doc: Doc, amount: Amount, whole: Made | null): Noun | null {
  const at = amount.lead - 1
  if (!whole || !isSameUnit(whole.unit, amount.finding.unit) || whole.unit === '%') return null
  // "trong đó xoài 9.700 ha"
  const cued = isWord(doc, at - 1, partCue) && has(doc, at - 2, 'partOf')
  const opens =
    cued || isMark(doc, at - 1, ',') || isMark(doc, at - 1, ';') || isMark(doc, at - 1, ':')
  const noun = doc.tokens.kind[at] === WORD && doc.claimed[at] === 0 && !isWord(doc, at, noPart)
  return opens && noun && !has(doc, at, 'level') && !has(doc, at, 'up') && !has(doc, at, 'down')
    ? { from: at, to: amount.lead, code: null }
    : null
}

/** "trong đó nữ chiếm 40,2%": one word that has a share in what goes before. */
function sharerBefore(doc: Doc, verb: Verb | null): Noun | null {
  if (!verb || !(isWord(doc, verb.from, makesUpWord) || verb.kind === 'up' || verb.kind === 'down'))
    return null
  const at = verb.from - 1
  const cued =
    has(doc, at - 1, 'partOf') || (isWord(doc, at - 1, partCue) && has(doc, at - 2, 'partOf'))
  return cued && doc.tokens.kind[at] === WORD && doc.claimed[at] === 0 && !isWord(doc, at, noPart)
    ? { from: at, to: verb.from, code: null }
    : null
}

const noPart = words('riêng còn là có đạt và hay với trong được gồm')

/** "tăng 4,1% về lượng và tăng 15,8% về trị giá": in what respect, and no measure of its own. */
function isOfKind(doc: Doc, floor: number, verb: number): boolean {
  if (!isWord(doc, floor, aboutWord) || !isWord(doc, verb - 1, words('và nhưng'))) return false
  for (let at = floor; at < verb; at++) if (doc.tokens.kind[at] !== WORD) return false
  return verb - floor < 8
}

/** "…, 9 tháng tăng 8,8%": nothing but a period before the verb, so that it is told of that period. */
function isOfAnother(doc: Doc, floor: number, verb: number): boolean {
  let at = verb - 1
  let period = false
  for (; at >= floor && !isMark(doc, at, ','); at--) {
    if (doc.claimed[at] === PERIOD) period = true
    else if (!isWord(doc, at, betweenPeriods)) return false
  }
  return period && at >= floor - 1
}

const planning = pairs('kế hoạch | mục tiêu | dự toán | chỉ tiêu')

/** "… đạt 7,02% (kế hoạch 8,5%)": of the same measure, what was planned. */
const isPlanOf = (doc: Doc, { to, unit }: Made, { lead, finding }: Amount): boolean =>
  isMark(doc, to, '(') &&
  lead === to + 3 &&
  endsPair(doc, to + 2, planning) &&
  finding.unit === unit

/** "… 8 tháng tăng 7,2% (cùng kỳ năm 2023 tăng 5,4%)": of the figure in the bracket, the same months of the earlier year. */
function yearEarlier(doc: Doc, { statement, to, unit }: Made, amount: Amount): PeriodRef | null {
  if (!isMark(doc, to, '(') || amount.finding.unit !== unit || amount.lead - to > 10) return null
  const base = readBase(doc, to + 1)
  if (base?.versus !== 'samePeriod' || base.to > amount.lead) return null
  for (let at = base.to; at < amount.lead; at++) if (doc.tokens.kind[at] !== WORD) return null
  const moved = sameSpan(base.period, statement.period)
  const { start, end, quote } = spanOf(doc, to + 1, base.to)
  return moved && { start, end, label: base.period?.label ?? quote, ...moved }
}

const betweenPeriods = words(
  'lũy luỹ kế tính chung cộng dồn ước đã cũng riêng trong cả đến bình quân',
)

/** "thu ngân sách trong tháng …", "tăng 3,3% so với tháng trước": of the month that is reported on. */
function monthOf(
  doc: Doc,
  amount: Amount,
  compared: Compared | null,
  floor: number,
  finder: PeriodFinder,
): PeriodRef | null {
  const before =
    compared?.comparison.versus === 'previousPeriod' &&
    /so (với )?tháng/i.test(compared.comparison.quote)
  let within = false
  for (let at = amount.lead - 1; at > floor && at > amount.lead - 14; at--) {
    if (doc.claimed[at] === PERIOD) return null
    if (isWord(doc, at, monthWord) && isWord(doc, at - 1, insideWord)) within = true
  }
  return before || within ? finder.month() : null
}

/** "…, dịch vụ tăng 6,4%" beside the other sectors of GRDP, "doanh thu" beside the visitors of a place. */
function codeBeside(doc: Doc, noun: Noun, made: readonly Made[]): string | null {
  const meant = find(doc, noun.from, 'beside')
  if (meant?.to !== noun.to) return null
  const [code = null, family = ''] = meant.payload.split(';')
  return made.some((one) => one.noun.code?.startsWith(family)) ? code : null
}

/** "kết nạp 1.018 đảng viên": what the verb makes of the count. */
function codeOfAct(doc: Doc, acted: { from: number } | null, { finding }: Amount): string | null {
  const counted = acted && find(doc, acted.from, 'countedAs')
  const [code = null, unit] = counted?.payload.split(';') ?? []
  return unit === finding.unit ? code : null
}

/** "thấp, chỉ 61,4%", "chưa đạt yêu cầu, mới 47,9%": valued before it is told. */
const isOnly = (doc: Doc, { lead, finding }: Amount): boolean =>
  finding.unit === '%' && isWord(doc, lead - 1, words('chỉ mới')) && isMark(doc, lead - 2, ',')

/** ", còn 4,3%", ", lên 91%" right behind a change of the same measure. */
function isLevelReached(doc: Doc, register: Made, amount: Amount, verb: Verb | null): boolean {
  if (!register.pure || !verb || !isMark(doc, register.to, ',')) return false
  const reached =
    isWord(doc, verb.from, stillWord) ||
    has(doc, verb.from, 'toLevel') ||
    (isWord(doc, verb.from, words('lên xuống')) && verb.kind === 'level')
  const shares = (register.unit === '%' || register.unit === 'point') && amount.finding.unit === '%'
  return (
    reached && verb.from === register.to + 1 && (shares || register.unit === amount.finding.unit)
  )
}

const cumulative = words('lũy luỹ cộng tính')
const cumulatively = words('kế dồn chung')

/** "…, lũy kế 4 tháng 4.310 tỷ đồng": the same indicator over a longer period. */
function repeated(
  doc: Doc,
  register: Made | null,
  amount: Amount,
  floor: number,
  before: Noun | null,
): Noun | null {
  if (!register || before?.code || register.unit !== amount.finding.unit) return null
  if (register.unit === '%') return null
  for (let at = Math.max(floor, amount.lead - 10); at < amount.lead - 1; at++)
    if (isWord(doc, at, cumulative) && isWord(doc, at + 1, cumulatively)) return register.noun
  return null
}

/** "567 đảng viên, trong đó nữ 234 đồng chí": people of the Party are people. */
const isSameUnit = (one: string, other: string): boolean =>
  one === other || (one === 'partyMember' && other === 'person')

/** "…, trong đó: cây lúa 58.100 ha; cây ngô 12.350 ha": parts of a whole in the same unit. */
function isPart(noun: Noun, amount: Amount, whole: Made): boolean {
  return (
    noun.to === amount.lead && isSameUnit(whole.unit, amount.finding.unit) && whole.unit !== '%'
  )
}

/** "…; lũy kế 9 tháng đạt …", "…; bình quân 10 tháng tăng …": nothing but how long before the verb. */
function goesOn(
  doc: Doc,
  floor: number,
  amount: Amount,
  before: Noun | null,
  verb: Verb | null,
  unit: string | undefined,
): boolean {
  if (before?.code) return false
  // "…; lũy kế 10 tháng 1.400 tỷ đồng": as many more of the same unit.
  if (!verb && (unit !== amount.finding.unit || unit === '%')) return false
  // "…; 11 tháng đạt 531 nghìn tỷ đồng": in the unit of the figure before no other word is needed.
  let cue = unit === amount.finding.unit && unit !== '%' && /^(level|ratio)$/.test(verb?.kind ?? '')
  let period = false
  let at = (verb?.from ?? amount.lead) - 1
  for (; at >= floor && !isMark(doc, at, ';'); at--) {
    if (doc.claimed[at] === PERIOD) period = true
    else if (isWord(doc, at, spanning)) cue = true
    else if (!isMark(doc, at, ',')) return false
  }
  return cue && period && at >= floor && amount.finding.unit !== 'item'
}

const spanning = words('lũy luỹ kế tính chung cộng dồn bình quân ước đã cả riêng trong')

/** A semicolon or a full stop ends what a comparison may lean on. */
function breaksRegister(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isMark(doc, at, ';') || isMark(doc, at, '.')) return true
  return false
}

const partCue = words('đó riêng gồm')

const parts = new SentenceGate('partOf')

function hasPartCue(doc: Doc, from: number, to: number): boolean {
  if (!parts.near(doc, to - 1) && !parts.near(doc, Math.max(0, from - 1))) return false
  for (let at = Math.max(0, from); at < to; at++)
    if (isWord(doc, at, partCue) && has(doc, at - 1, 'partOf')) return true
  return has(doc, to - 1, 'partOf')
}

const fromWord = words('từ')
const risingWords = words('lên xuống còn đến tới')

/** "tăng từ 84,6% lên 88,2%": two levels of the same thing. */
function isFromTo(doc: Doc, first: Amount, second: Amount): boolean {
  if (!isWord(doc, first.lead, fromWord) && !isWord(doc, first.lead - 1, fromWord)) return false
  if (first.finding.unit !== second.finding.unit) return false
  for (let at = first.to; at < second.lead; at++)
    if (isMark(doc, at, ',') || isMark(doc, at, ';') || isMark(doc, at, '.')) return false
  return isWord(doc, second.lead - 1, risingWords) && second.lead - first.to <= 10
}

const zips = new Gate('zip')

/** "A và B lần lượt đạt X và Y": each its own. */
function respectively(
  doc: Doc,
  sentence: Sentence,
  amounts: readonly Amount[],
  index: number,
  floor: number,
): { noun: Noun; amount: Amount }[] | null {
  const first = amounts[index]
  if (!first) return null
  let zip = first.lead - 1
  while (zip > floor && zip > first.lead - 8 && !zips.opens(doc, zip)) zip--
  while (zip > floor && zip > first.lead - 8 && !has(doc, zip, 'zip')) zip--
  if (!has(doc, zip, 'zip')) return null
  const nouns = nounsOf(doc, clauseFrom(doc, zip, Math.max(floor, sentence.from)), zip)
  const run: Amount[] = [first]
  for (const amount of amounts.slice(index + 1)) {
    const last = run.at(-1)
    if (!last || run.length === nouns.length || amount.lead - last.to > 2) break
    run.push(amount)
  }
  if (run.length < 2) return null
  // "vụ mùa, diện tích ngô, đậu và vừng lần lượt …": what leads in goes before the nouns.
  const own = nouns.slice(-run.length)
  return run.flatMap((amount, place) => {
    const noun = own[place]
    return noun ? [{ noun, amount }] : []
  })
}

function make(
  doc: Doc,
  noun: Noun,
  amount: Amount,
  compared: Compared | null,
  period: PeriodRef | null,
  parent: Made | null,
  from = noun.from < amount.from || amount.finding.bound
    ? Math.min(noun.from, amount.lead)
    : amount.from,
): Made {
  const start = doc.tokens.start[from] ?? 0
  const statement: Statement = {
    // Id, end and quote are settled below.
    id: '',
    kind: 'statement',
    start,
    end: doc.tokens.end[amount.to - 1] ?? start,
    quote: '',
    indicator: indicatorOf(doc, noun),
    place: null,
    rule: noun.code ? 'statement.catalogue' : 'statement.noun',
    certainty: noun.code ? 'certain' : 'likely',
    quantity: amount.finding.id,
    comparisons: compared ? [resolve(compared.comparison, period)] : [],
    period,
    modality: amount.finding.modality,
    partOf: parent?.statement.id ?? null,
  }
  const made = {
    statement,
    noun,
    to: Math.max(behindBound(doc, amount.to), noun.to, compared?.to ?? 0),
    unit: amount.finding.unit,
    pure: compared !== null && compared.comparison.direction !== 'ratio',
    counts: noun.from >= amount.from,
  }
  complete(doc, made)
  if (doc.options.trace) explainMade(doc, made, amount, compared)
  return made
}

function explainMade(
  doc: Doc,
  { statement, noun }: Made,
  { finding }: Amount,
  compared: Compared | null,
): void {
  const { start, end } = statement.indicator
  const named = noun.code ? `indicator ${noun.code}` : 'noun phrase before the verb'
  explain(doc, statement, () => ({
    anchors: [{ start, end, class: named }],
    steps: [
      `“${finding.quote}” = ${finding.value} ${finding.unit}`,
      ...(compared ? [`“${compared.comparison.quote}” → ${compared.comparison.direction}`] : []),
    ],
  }))
}

/** "95% trở lên": the bound behind the figure belongs to the statement. */
const behindBound = (doc: Doc, to: number): number => find(doc, to, 'after')?.to ?? to

function base(doc: Doc, from: number, to: number, noun: Noun) {
  const { start, end, quote } = spanOf(doc, from, to)
  return {
    id: idOf('statement', start, end),
    kind: 'statement' as const,
    start,
    end,
    quote,
    indicator: indicatorOf(doc, noun),
    place: null,
  }
}

function indicatorOf(doc: Doc, noun: Noun): Statement['indicator'] {
  const { start, end, quote } = spanOf(doc, noun.from, noun.to)
  return { start, end, quote, code: noun.code }
}

function attach(register: Made, compared: Compared): void {
  register.statement.comparisons.push(resolve(compared.comparison, register.statement.period))
  register.to = Math.max(register.to, compared.to)
}

/** Moves the end of the statement behind its last part and settles its id. */
function complete(doc: Doc, made: Made): void {
  const { statement } = made
  statement.end = doc.tokens.end[made.to - 1] ?? statement.end
  statement.quote = doc.text.slice(statement.start, statement.end)
  statement.id = idOf('statement', statement.start, statement.end)
}

/** "cùng kỳ" is the statement's own period a year earlier; "cùng kỳ năm 2020" that part of 2020. */
function resolve(given: Comparison, period: PeriodValue | null): Comparison {
  const earlier = isYearEarlier(given.base, period)
  if (!earlier && given.versus !== 'samePeriod') return given
  const moved = sameSpan(given.base, period)
  if (!earlier && !moved) return given
  const { start, end, quote, direction, amount, unit } = given
  const base = moved
    ? { label: given.base?.label ?? '', from: moved.from, to: moved.to }
    : given.base
  return { start, end, quote, direction, amount, unit, versus: 'samePeriod', base }
}

/** The days of `period` in the year that `base` names, else in the year before. */
function sameSpan(
  base: PeriodValue | null,
  period: PeriodValue | null,
): Pick<PeriodValue, 'from' | 'to'> | null {
  if (!period?.to) return null
  const stated = base?.to ? Number(base.to.slice(0, 4)) : null
  const shift = stated === null ? 1 : Number(period.to.slice(0, 4)) - stated
  if (shift <= 0) return null
  return {
    from: period.from && yearsEarlier(period.from, shift),
    to: yearsEarlier(period.to, shift),
  }
}

/** The statement that a bare direction follows: "GRDP chỉ tăng 2,04%, thấp hơn nhiều so với cùng kỳ". */
function followed(doc: Doc, made: readonly Made[], at: number): Made | null {
  if (!isMark(doc, at - 1, ',')) return null
  return made.find((one) => one.to === at - 1) ?? null
}

/** "so với 6 tháng đầu năm 2017" of 6 months of 2018 is the same period; a whole year is the one before. */
function isYearEarlier(base: PeriodValue | null, period: PeriodValue | null): boolean {
  if (!base?.from || !base.to || !period?.from || !period.to) return false
  if (base.from.endsWith('-01-01') && base.to.endsWith('-12-31')) return false
  const same =
    base.from.slice(4) === period.from.slice(4) && base.to.slice(4) === period.to.slice(4)
  return same && Number(period.from.slice(0, 4)) - Number(base.from.slice(0, 4)) === 1
}

/** Directions without a number: "một số chỉ tiêu đều đạt thấp hơn cùng kỳ, trong đó có A và B". */
function bareComparisons(
  doc: Doc,
  sentence: Sentence,
  made: Made[],
  finder: PeriodFinder,
  index: number,
): Made[] {
  const found: Made[] = []
  const gate = changes.of(doc)
  for (
    let at = changes.first(doc, sentence.from, sentence.to);
    at < sentence.to;
    at = seek(doc, gate, at + 1, sentence.to)
  ) {
    if (doc.tokens.kind[at] !== WORD || (!has(doc, at, 'up') && !has(doc, at, 'down'))) continue
    const compared = readBareComparison(doc, at)
    if (!compared || made.some((other) => other.noun.from <= at && other.to > at)) continue
    if (isMark(doc, compared.to, '(')) continue
    const before = followed(doc, made, at)
    if (!before && compared.comparison.versus === 'other') continue
    if (before) {
      attach(before, compared)
      complete(doc, before)
      at = compared.to - 1
      continue
    }
    const begin = clauseStart(doc, at, sentence.from)
    const own = catalogueNoun(doc, begin, at)
    const nouns = own ? [own] : nounsBehind(doc, compared.to, sentence.to)
    for (const noun of nouns) {
      const period = periodOf(finder, index, { from: at, to: compared.to })
      const from = Math.min(noun.from, at)
      const statement: Statement = {
        ...base(doc, own ? from : noun.from, own ? compared.to : noun.to, noun),
        rule: 'statement.direction',
        certainty: 'likely',
        quantity: null,
        comparisons: [resolve(compared.comparison, period)],
        period,
        modality: 'actual',
        partOf: null,
      }
      found.push({
        statement,
        noun,
        to: own ? compared.to : noun.to,
        unit: '%',
        pure: false,
        counts: false,
      })
    }
    at = compared.to - 1
  }
  return found
}

/** The indicators listed behind "trong đó có". */
function nounsBehind(doc: Doc, from: number, limit: number): Noun[] {
  let at = from
  while (at < limit && at < from + 3 && !has(doc, at, 'partOf')) at++
  if (!has(doc, at, 'partOf')) return []
  const nouns: Noun[] = []
  for (at = phraseEnd(doc, at); at < limit; at++) {
    const hit = find(doc, at, 'indicator')
    if (hit) {
      nouns.push({ from: at, to: hit.to, code: codeOf(hit.payload) })
      at = hit.to - 1
    } else if (isMark(doc, at, ';') || isMark(doc, at, '.') || doc.claimed[at] === QUANTITY) break
  }
  return nouns
}
