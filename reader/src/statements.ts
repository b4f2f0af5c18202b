// Statements: an indicator with its figure, its comparisons, its period. One register a sentence
// keeps what the next figure may lean on ("…, tăng 29,3% so với cùng kỳ").
import {
  averageBefore,
  growth,
  isAmountOfMoney,
  isGiven,
  isGrowth,
  measuredBy,
  withCapital,
} from './acts.ts'
import type { Amount } from './amounts.ts'
import { PeriodFinder } from './antecedents.ts'
import { isClassifier, isStatement, namesUnit } from './belonging.ts'
import {
  bracketedChange,
  breaksRegister,
  codeBeside,
  codeOfAct,
  goesOn,
  hasPartCue,
  hinders,
  isFromTo,
  isLabelled,
  isLevelReached,
  isOfAnother,
  isOfKind,
  isOnly,
  isPart,
  isPlanOf,
  isRateAlone,
  makesUpWord,
  measures,
  monthOf,
  namesNothing,
  namesPart,
  opensParts,
  partBefore,
  repeated,
  respectively,
  risesOrFalls,
  sameWay,
  sharerBefore,
  yearEarlier,
} from './carried.ts'
import { behindLeadIn } from './clauses.ts'
import {
  changes,
  rateFrom,
  readComparison,
  readTurnedComparison,
  shareOf,
  verbBefore,
} from './comparisons.ts'
import { actBefore, isCount, nounBehind } from './counts.ts'
import { bareComparisons } from './directions.ts'
import { type Doc, isMark, isWord, type Sentence, words } from './doc.ts'
import type { Period } from './findings.ts'
import { fittingCode } from './indicators.ts'
import { attach, behindBound, complete, type Made, make, periodOf } from './made.ts'
import { type Noun, nounBefore, subjectOf } from './nouns.ts'

const striveWord = words('phấn')

const boundWords = words('trên dưới từ hơn tối')

/** "trên", "dưới", "từ" between verb and figure. */
function bounds(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isWord(doc, at, boundWords)) return true
  return false
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
