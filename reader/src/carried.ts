// What a figure takes from the statement before it in its sentence: its indicator, its verb, the whole that it is a part of.
import { isBareMeasure } from './acts.ts'
import type { Amount } from './amounts.ts'
import type { PeriodFinder } from './antecedents.ts'
import { isClassifier } from './belonging.ts'
import { type Compared, changeOf, readBase, type Verb } from './comparisons.ts'
import { isCount } from './counts.ts'
import {
  type Doc,
  endsPair,
  find,
  Gate,
  has,
  isMark,
  isWord,
  PERIOD,
  pairs,
  type Sentence,
  SentenceGate,
  spanOf,
  words,
} from './doc.ts'
import type { PeriodRef } from './findings.ts'
import { type Made, sameSpan } from './made.ts'
import { clauseFrom, isMeasureNoun, measuresCounts, type Noun, nounsOf } from './nouns.ts'
import { WORD } from './tokens.ts'

const rateEnd = words('lệ')

const monthWord = words('tháng')

const aboutWord = words('về')

const thatWord = words('đó')

const insideWord = words('trong')

export const makesUpWord = words('chiếm')

const stillWord = words('còn')

/** "tăng 5,2% so với tháng trước và 7,9% so với cùng kỳ": the verb counts for both. */
export function sameWay(doc: Doc, register: Made, leaning: Compared, { lead }: Amount): Compared {
  const last = register.statement.comparisons.at(-1)
  const goes = last && last.direction !== 'ratio' && isWord(doc, lead - 1, words('và'))
  if (!goes || leaning.comparison.versus !== 'samePeriod') return leaning
  return { ...leaning, comparison: { ...leaning.comparison, direction: last.direction } }
}

/** "125/142 xã (88%)", "23.015 tỷ đồng (+31,2%)": a share or a change in brackets right behind its figure. */
export function bracketedChange(doc: Doc, to: number, amount: Amount): Compared | null {
  if (amount.finding.unit !== '%' || !isMark(doc, amount.to, ')') || !isMark(doc, to, '('))
    return null
  const signed = amount.from === to + 2
  const up = signed && isMark(doc, to + 1, '+')
  if (amount.from !== to + 1 && !up && !(signed && isMark(doc, to + 1, '-'))) return null
  const direction = up ? 'up' : signed ? 'down' : 'ratio'
  return changeOf(doc, amount, direction)
}

/** "612/640 hồ sơ …, đạt tỷ lệ 95,6%": the share of the count before. */
export const isRateAlone = (doc: Doc, noun: Noun): boolean =>
  noun.code === null &&
  isWord(doc, noun.to - 1, rateEnd) &&
  isWord(doc, noun.to - 2, words('tỷ tỉ')) &&
  (noun.to - noun.from === 2 ||
    (noun.to - noun.from === 3 && isWord(doc, noun.from, words('đạt chiếm bằng'))))

/** "Trong đó: …", "Trong đó, …" at the head of a sentence. */
export const opensParts = (doc: Doc, { from }: Sentence): boolean =>
  isWord(doc, from, insideWord) && isWord(doc, from + 1, thatWord)

export const risesOrFalls = words('tăng giảm')

const inAll = pairs('tổng số | tổng cộng')

/** A measure before the figure is what is measured: "số hộ nghèo còn 412 hộ", "diện tích 20 ha". */
export const hinders = (doc: Doc, noun: Noun, amount: Amount): boolean =>
  isCount(doc, amount)
    ? measuresCounts(doc, noun) && !(noun.to - noun.from === 2 && endsPair(doc, noun.to - 1, inAll))
    : isMeasureNoun(doc, noun)

/** "515 ha", "230 con": what it is of has to stand before. */
export const namesNothing = ({ finding }: Amount): boolean =>
  isBareMeasure(finding.unit) || isClassifier(finding.unitText)

/** "với", "cho" before a count measure nothing: "giao đất tái định cư cho 1.068 hộ". */
export const measures = (doc: Doc, { from }: Verb): boolean => !isWord(doc, from, giving)

const giving = words('với cho được')

/** "Dự án đầu tư công: 121 dự án": the words before a colon only head the count. */
export const isLabelled = (doc: Doc, amount: Amount, before: Noun | null): boolean =>
  isMark(doc, amount.lead - 1, ':') &&
  isCount(doc, amount) &&
  !(before && (before.code || measuresCounts(doc, before)))

/** "tai nạn giao thông 27 vụ", "trong đó heo 7.215 con": the noun before the count is what is counted. */
export const namesPart = (noun: Noun, amount: Amount, whole: Made | null): boolean =>
  noun.to === amount.lead && whole !== null && isPart(noun, amount, whole)

/** "…, ngô 12.000 ha": one word before a part in the unit of the whole. */
export function partBefore(doc: Doc, amount: Amount, whole: Made | null): Noun | null {
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
export function sharerBefore(doc: Doc, verb: Verb | null): Noun | null {
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
export function isOfKind(doc: Doc, floor: number, verb: number): boolean {
  if (!isWord(doc, floor, aboutWord) || !isWord(doc, verb - 1, words('và nhưng'))) return false
  for (let at = floor; at < verb; at++) if (doc.tokens.kind[at] !== WORD) return false
  return verb - floor < 8
}

/** "…, 9 tháng tăng 8,8%": nothing but a period before the verb, so that it is told of that period. */
export function isOfAnother(doc: Doc, floor: number, verb: number): boolean {
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
export const isPlanOf = (doc: Doc, { to, unit }: Made, { lead, finding }: Amount): boolean =>
  isMark(doc, to, '(') &&
  lead === to + 3 &&
  endsPair(doc, to + 2, planning) &&
  finding.unit === unit

/** "… 8 tháng tăng 7,2% (cùng kỳ năm 2023 tăng 5,4%)": of the figure in the bracket, the same months of the earlier year. */
export function yearEarlier(
  doc: Doc,
  { statement, to, unit }: Made,
  amount: Amount,
): PeriodRef | null {
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
export function monthOf(
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
export function codeBeside(doc: Doc, noun: Noun, made: readonly Made[]): string | null {
  const meant = find(doc, noun.from, 'beside')
  if (meant?.to !== noun.to) return null
  const [code = null, family = ''] = meant.payload.split(';')
  return made.some((one) => one.noun.code?.startsWith(family)) ? code : null
}

/** "kết nạp 1.018 đảng viên": what the verb makes of the count. */
export function codeOfAct(
  doc: Doc,
  acted: { from: number } | null,
  { finding }: Amount,
): string | null {
  const counted = acted && find(doc, acted.from, 'countedAs')
  const [code = null, unit] = counted?.payload.split(';') ?? []
  return unit === finding.unit ? code : null
}

/** "thấp, chỉ 61,4%", "chưa đạt yêu cầu, mới 47,9%": valued before it is told. */
export const isOnly = (doc: Doc, { lead, finding }: Amount): boolean =>
  finding.unit === '%' && isWord(doc, lead - 1, words('chỉ mới')) && isMark(doc, lead - 2, ',')

/** ", còn 4,3%", ", lên 91%" right behind a change of the same measure. */
export function isLevelReached(
  doc: Doc,
  register: Made,
  amount: Amount,
  verb: Verb | null,
): boolean {
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
export function repeated(
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
export function isPart(noun: Noun, amount: Amount, whole: Made): boolean {
  return (
    noun.to === amount.lead && isSameUnit(whole.unit, amount.finding.unit) && whole.unit !== '%'
  )
}

/** "…; lũy kế 9 tháng đạt …", "…; bình quân 10 tháng tăng …": nothing but how long before the verb. */
export function goesOn(
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
export function breaksRegister(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isMark(doc, at, ';') || isMark(doc, at, '.')) return true
  return false
}

const partCue = words('đó riêng gồm')

const parts = new SentenceGate('partOf')

export function hasPartCue(doc: Doc, from: number, to: number): boolean {
  if (!parts.near(doc, to - 1) && !parts.near(doc, Math.max(0, from - 1))) return false
  for (let at = Math.max(0, from); at < to; at++)
    if (isWord(doc, at, partCue) && has(doc, at - 1, 'partOf')) return true
  return has(doc, to - 1, 'partOf')
}

const fromWord = words('từ')

const risingWords = words('lên xuống còn đến tới')

/** "tăng từ 84,6% lên 88,2%": two levels of the same thing. */
export function isFromTo(doc: Doc, first: Amount, second: Amount): boolean {
  if (!isWord(doc, first.lead, fromWord) && !isWord(doc, first.lead - 1, fromWord)) return false
  if (first.finding.unit !== second.finding.unit) return false
  for (let at = first.to; at < second.lead; at++)
    if (isMark(doc, at, ',') || isMark(doc, at, ';') || isMark(doc, at, '.')) return false
  return isWord(doc, second.lead - 1, risingWords) && second.lead - first.to <= 10
}

const zips = new Gate('zip')

/** "A và B lần lượt đạt X và Y": each its own. */
export function respectively(
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
