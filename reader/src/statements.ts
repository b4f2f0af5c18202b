// Statements: an indicator with its figure, its comparisons, its period. One register a sentence
// keeps what the next figure may lean on ("…, tăng 29,3% so với cùng kỳ").
import type { Amount } from './amounts.ts'
import {
  type Compared,
  readBareComparison,
  readComparison,
  type Verb,
  verbBefore,
} from './comparisons.ts'
import {
  type Doc,
  explain,
  find,
  isMark,
  isNumber,
  isWord,
  meaning,
  PERIOD,
  phraseEnd,
  QUANTITY,
  type Sentence,
  seek,
  spanOf,
  textOf,
  words,
} from './doc.ts'
import type { Comparison, Period, PeriodRef, PeriodValue, Statement } from './findings.ts'
import { codeOf } from './indicators.ts'
import { CAPITAL, LINE_END, WORD } from './tokens.ts'

interface Noun {
  from: number
  to: number
  code: string | null
}

interface Made {
  statement: Statement
  noun: Noun
  to: number
}

/** Links the amounts of every sentence. */
export function findStatements(doc: Doc, amounts: readonly Amount[]): void {
  const periods = doc.findings.filter((finding): finding is Period => finding.kind === 'period')
  const finder = new PeriodFinder(doc, periods)
  let next = 0
  for (const [index, sentence] of doc.sentences.entries()) {
    const own: Amount[] = []
    while (next < amounts.length && (amounts[next]?.from ?? 0) < sentence.to) {
      const amount = amounts[next++]
      if (amount && amount.from >= sentence.from) own.push(amount)
    }
    const made = linkSentence(doc, sentence, own, (at) => finder.before(at, index))
    for (const { statement } of made) doc.findings.push(statement)
  }
}

function linkSentence(
  doc: Doc,
  sentence: Sentence,
  amounts: Amount[],
  periodFor: (at: number) => PeriodRef | null,
): Made[] {
  const made: Made[] = []
  let register: Made | null = null
  let partOf: Made | null = null
  let floor = sentence.from
  for (const [index, amount] of amounts.entries()) {
    if (amount.to <= floor && made.length > 0) continue
    if (breaksRegister(doc, floor, amount.lead)) register = null
    const zipped = respectively(doc, sentence, amounts.slice(index), floor)
    if (zipped) {
      for (const { noun, amount: own } of zipped)
        made.push(make(doc, noun, own, null, periodFor(own.from), null))
      floor = zipped.at(-1)?.amount.to ?? floor
      register = made.at(-1) ?? null
      continue
    }
    const risen = amounts[index + 1]
    if (risen && isFromTo(doc, amount, risen)) {
      const verb = verbBefore(doc, amount, floor)
      const noun = nounBefore(doc, verb?.from ?? amount.lead, floor, sentence.from)
      if (noun) {
        made.push(make(doc, noun, amount, null, periodFor(amount.from), null))
        register = make(doc, noun, risen, null, periodFor(risen.from), null)
        partOf = register
        made.push(register)
      }
      floor = risen.to
      continue
    }
    const verb = verbBefore(doc, amount, floor)
    const acted =
      verb?.kind === 'up' || verb?.kind === 'down' ? null : actBefore(doc, amount, floor)
    const compared = readComparison(doc, amount, verb)
    const counted = nounBehind(doc, amount, verb, acted, sentence)
    const before =
      nounBefore(doc, verb?.from ?? amount.lead, floor, sentence.from) ??
      (acted && !counted && isAmountOfMoney(amount) ? { ...acted, code: null } : null)
    // "toàn tỉnh có 110/128 xã đạt chuẩn": what is counted stands behind the number.
    const noun = counted && !before?.code && (counted.code || acted) ? counted : before
    const end = compared?.to ?? amount.to
    if (compared && !noun && register) {
      attach(register, compared)
      complete(doc, register)
      floor = end
      continue
    }
    const indicator =
      noun ?? (verb && !register ? subjectOf(doc, sentence, verb.from) : null) ?? counted
    if (!indicator || !isStatement(doc, amount, verb, acted, indicator, compared)) {
      floor = Math.max(floor, amount.to)
      continue
    }
    const parent = hasPartCue(doc, floor, indicator.from) ? (partOf ?? made.at(-1) ?? null) : null
    register = make(doc, indicator, amount, compared, periodFor(amount.from), parent)
    if (!parent) partOf = register
    made.push(register)
    floor = end
  }
  made.push(...bareComparisons(doc, sentence, made, periodFor))
  return made
}

/** A semicolon or a full stop ends what a comparison may lean on. */
function breaksRegister(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isMark(doc, at, ';') || isMark(doc, at, '.')) return true
  return false
}

const partCue = words('đó riêng gồm')

function hasPartCue(doc: Doc, from: number, to: number): boolean {
  for (let at = Math.max(0, from); at < to; at++)
    if (isWord(doc, at, partCue) && find(doc, at - 1, 'partOf')) return true
  return find(doc, to - 1, 'partOf') !== null
}

const leading = words(
  'trong đó và với là nhờ do của tại ở riêng về bao gồm cụ thể theo từ đến nay qua cùng như nổi bật song nhưng tuy nhiên mà để đã được tính vào khi có các những số cho thấy ước',
)
const trailing = words(
  'đã được cũng đều tiếp tục ước trên toàn cả chỉ mới vẫn còn có khá cao tính chung thực hiện địa bàn so với sẽ phấn đấu đạt là dự kiến năm bình quân',
)
const negligible = words('đồng thời qua đó theo báo cáo')

/**
 * The noun phrase that ends before token `to`: the last catalogue phrase since `floor`, else the words
 * since the last comma. Null where nothing but connectives stands there.
 */
function nounBefore(doc: Doc, to: number, floor: number, sentenceFrom: number): Noun | null {
  let begin = floor
  let opened = -1
  for (let at = to - 1; at >= floor; at--) {
    if (
      isMark(doc, at, ';') ||
      isMark(doc, at, ':') ||
      isMark(doc, at, '(') ||
      isMark(doc, at, '.')
    ) {
      if (isMark(doc, at, '(') && !wraps(doc, at, to)) continue
      // "thu xuất nhập khẩu: 235 tỷ đồng": the label before the colon is the noun.
      if (isMark(doc, at, ':') && at === to - 1) continue
      begin = at + 1
      if (isMark(doc, at, '(')) opened = at
      break
    }
  }
  const found = catalogueNoun(doc, begin, to)
  if (found) return found
  // "(đạt 99,99%)": the indicator stands before the bracket.
  if (opened >= 0 && isEmptyBetween(doc, begin, to))
    return (
      catalogueNoun(doc, Math.max(sentenceFrom, clauseStart(doc, opened, sentenceFrom)), opened) ??
      plainNoun(doc, clauseStart(doc, opened, sentenceFrom), opened)
    )
  for (let at = to - 1; at >= begin; at--) {
    if (isMark(doc, at, ',') && !isEnumeration(doc, at, to)) {
      begin = at + 1
      break
    }
  }
  return plainNoun(doc, begin, to)
}

/** True when the bracket at `at` is still open at `to`. */
function wraps(doc: Doc, at: number, to: number): boolean {
  for (let next = at + 1; next < to; next++) if (isMark(doc, next, ')')) return false
  return true
}

function clauseStart(doc: Doc, to: number, floor: number): number {
  for (let at = to - 1; at >= floor; at--)
    if (isMark(doc, at, ',') || isMark(doc, at, ';') || isMark(doc, at, ':')) return at + 1
  return floor
}

function isEmptyBetween(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (doc.tokens.kind[at] === WORD && !isWord(doc, at, trailing) && !isWord(doc, at, leading))
      return false
  return true
}

/** "nông, lâm nghiệp": a comma inside a name, one or two words before the next part. */
function isEnumeration(doc: Doc, comma: number, to: number): boolean {
  return (
    to - comma <= 3 &&
    !isWord(doc, comma + 1, leading) &&
    find(doc, comma + 1, 'up') === null &&
    to - comma > 1 &&
    isWord(doc, comma + 1, words('lâm thủy thuỷ thi thu chi nhập'))
  )
}

function catalogueNoun(doc: Doc, from: number, to: number): Noun | null {
  let best: Noun | null = null
  const gate = doc.lexicon.gate('indicator')
  for (let at = seek(doc, gate, from, to); at < to; at = seek(doc, gate, at + 1, to)) {
    const hit = find(doc, at, 'indicator')
    if (!hit || hit.to > to) continue
    best = { from: at, to: hit.to, code: codeOf(hit.payload) }
    at = hit.to - 1
  }
  if (!best) return null
  // Only if nothing but a place, a period or an adverb stands between it and the verb.
  let comma = false
  for (let at = best.to; at < to; at++) if (isMark(doc, at, ',')) comma = true
  if (comma && to - best.to > 3 && !onlyPeriods(doc, best.to, to)) return null
  const start = widen(doc, best.from, from)
  return { ...best, from: start, to: trimEnd(doc, best.to, to) }
}

function onlyPeriods(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (doc.claimed[at] !== PERIOD && !isMark(doc, at, ',') && !isWord(doc, at, trailing))
      return false
  return true
}

const widening = words('tổng tỷ lệ tốc độ giá trị số mức kim ngạch')

/** Takes in a head noun right before a catalogue phrase ("tốc độ" + "tăng trưởng kinh tế"). */
function widen(doc: Doc, from: number, floor: number): number {
  let at = from
  while (at > floor && at > from - 2 && isWord(doc, at - 1, widening)) at--
  return at
}

/** The end of the noun phrase before the verb: periods and adverbs at its end are left out. */
function trimEnd(doc: Doc, least: number, to: number): number {
  let end = to
  while (
    end > least &&
    (doc.claimed[end - 1] === PERIOD ||
      isWord(doc, end - 1, trailing) ||
      doc.tokens.kind[end - 1] !== WORD)
  ) {
    if (isMark(doc, end - 1, ')') && doc.claimed[end - 1] !== PERIOD) break
    end--
  }
  return Math.max(end, least)
}

const measures = words(
  'tổng số giá bình tỷ tỉ sản diện doanh kim vốn mức chỉ dân dư nợ năng công đàn khách kinh lượng thu chi nguồn quỹ quy khối tốc mật chi bình tín xuất nhập học hạn',
)

const clauseWords = words('nên khiến giúp với')

/** Behind the last word that starts a clause of its own ("hạn hán kéo dài nên …", "… có tỷ lệ đỗ"). */
function behindClauseWord(doc: Doc, from: number, to: number): number {
  for (let at = to - 2; at > from; at--) {
    if (isWord(doc, at, clauseWords)) return at + 1
    if (isWord(doc, at, words('có')) && isWord(doc, at + 1, measures)) return at + 1
  }
  return from
}

function plainNoun(doc: Doc, from: number, to: number): Noun | null {
  let begin = behindClauseWord(doc, from, to)
  while (
    begin < to &&
    (doc.claimed[begin] === PERIOD ||
      doc.tokens.kind[begin] !== WORD ||
      isWord(doc, begin, leading) ||
      isWord(doc, begin, negligible))
  )
    begin++
  const end = trimEnd(doc, begin, to)
  if (end <= begin || end - begin > 24) return null
  if (
    end - begin === 1 &&
    !((doc.tokens.flags[begin] ?? 0) & CAPITAL) &&
    find(doc, begin, 'indicator') === null
  )
    return null
  if (doc.claimed[begin] === QUANTITY) return null
  return { from: begin, to: end, code: null }
}

/**
 * "giải ngân vốn đầu tư công đạt thấp, đến 30/9 mới đạt 1.980 tỷ đồng": the indicator that the clauses
 * before name, since the last semicolon.
 */
function subjectOf(doc: Doc, sentence: Sentence, verb: number): Noun | null {
  let from = verb
  while (from > sentence.from && !isMark(doc, from - 1, ';') && !isMark(doc, from - 1, ':')) from--
  for (let at = from; at < verb; at++) {
    if (doc.claimed[at] === QUANTITY) return null
    const hit = find(doc, at, 'indicator')
    if (hit && hit.to <= verb) {
      const start = widen(doc, at, from)
      return { from: start, to: hit.to, code: codeOf(hit.payload) }
    }
  }
  return null
}

const fillersBehindAct = words('được đã mới thêm cho là lên tới đến trên gần hơn khoảng có')

/** The verb of doing right before a count: "kết nạp 571 đảng viên", "đã giải quyết được 139 đơn". */
function actBefore(doc: Doc, amount: Amount, floor: number): { from: number; to: number } | null {
  let end = amount.lead
  while (end > floor && end > amount.lead - 3 && isWord(doc, end - 1, fillersBehindAct)) {
    const own = find(doc, end - 1, 'count')
    if (own?.to === end) break
    end--
  }
  for (let at = Math.max(floor, end - 7); at < end; at++) {
    const act = find(doc, at, 'count')
    if (act?.to === end) return { from: at, to: end }
  }
  return null
}

const isAmountOfMoney = ({ finding }: Amount): boolean => /^(VND|USD)$/.test(finding.unit)

const risingWords = words('lên xuống còn đến tới')

/** "tăng từ 84,6% lên 88,2%": two levels of the same thing. */
function isFromTo(doc: Doc, first: Amount, second: Amount): boolean {
  if (!isWord(doc, first.lead, words('từ')) && !isWord(doc, first.lead - 1, words('từ')))
    return false
  if (first.finding.unit !== second.finding.unit) return false
  for (let at = first.to; at < second.lead; at++)
    if (isMark(doc, at, ',') || isMark(doc, at, ';') || isMark(doc, at, '.')) return false
  return isWord(doc, second.lead - 1, risingWords) && second.lead - first.to <= 10
}

/** "A và B lần lượt đạt X và Y": each its own. */
function respectively(
  doc: Doc,
  sentence: Sentence,
  amounts: readonly Amount[],
  floor: number,
): { noun: Noun; amount: Amount }[] | null {
  const first = amounts[0]
  if (!first) return null
  let zip = first.lead - 1
  while (zip > floor && zip > first.lead - 8 && !find(doc, zip, 'zip')) zip--
  if (!find(doc, zip, 'zip')) return null
  const nouns = nounsOf(doc, clauseFrom(doc, zip, Math.max(floor, sentence.from)), zip)
  const run: Amount[] = [first]
  for (const amount of amounts.slice(1)) {
    const last = run.at(-1)
    if (!last || run.length === nouns.length || amount.lead - last.to > 2) break
    run.push(amount)
  }
  if (nouns.length < 2 || run.length !== nouns.length) return null
  return run.flatMap((amount, index) => {
    const noun = nouns[index]
    return noun ? [{ noun, amount }] : []
  })
}

function clauseFrom(doc: Doc, to: number, floor: number): number {
  for (let at = to - 1; at >= floor; at--)
    if (isMark(doc, at, ';') || isMark(doc, at, ':') || doc.claimed[at] === QUANTITY) return at + 1
  return floor
}

/** The nouns of an enumeration: at each "và" and comma, where the part is a noun. */
function nounsOf(doc: Doc, from: number, to: number): Noun[] {
  const nouns: Noun[] = []
  let begin = from
  for (let at = from; at <= to; at++) {
    if (at < to && !isMark(doc, at, ',') && !isWord(doc, at, words('và'))) continue
    const noun = catalogueNoun(doc, begin, at) ?? plainNoun(doc, begin, at)
    if (noun) nouns.push(noun)
    begin = at + 1
  }
  return nouns
}

const countable = new Set([
  'person',
  'household',
  'partyMember',
  'commune',
  'ward',
  'district',
  'enterprise',
  'cooperative',
  'project',
  'case',
  'product',
  'school',
  'house',
  'visit',
  'ha',
  'tonne',
  'unit',
  'bed',
  'km',
  'delegate',
])
/** Words behind which a count only places or divides something. */
const placing = words(
  'của cho với tại ở trong trên về từ vào theo mỗi các những thứ đối giữa bởi do hay hoặc một',
)

/** A bare count: the counted noun and what is said of it ("110/128 xã đạt chuẩn nông thôn mới"). */
function nounBehind(
  doc: Doc,
  amount: Amount,
  verb: Verb | null,
  acted: object | null,
  sentence: Sentence,
): Noun | null {
  const { finding } = amount
  const counts = countable.has(finding.unit.split('/')[0] ?? '')
  const named = finding.unit === 'item' || finding.unit === 'document'
  if (!(counts || (acted && named)) || sentence.title) return null
  const unitFrom = unitStart(doc, amount)
  const hit = find(doc, unitFrom, 'indicator')
  if (hit) return { from: unitFrom, to: hit.to, code: codeOf(hit.payload) }
  if (
    !verb &&
    !acted &&
    finding.of === null &&
    amount.lead > sentence.from &&
    (isWord(doc, amount.lead - 1, placing) || isMark(doc, amount.lead - 1, '('))
  )
    return null
  let to = amount.to
  while (to < sentence.to && to < amount.to + 10) {
    if (
      doc.tokens.kind[to] !== WORD ||
      doc.claimed[to] !== 0 ||
      isWord(doc, to, words('và với trong tại ở trên so để nhằm theo của từ bằng tăng giảm gồm là'))
    )
      break
    to++
  }
  return { from: unitFrom, to, code: null }
}

function unitStart(doc: Doc, amount: Amount): number {
  for (let at = amount.from; at < amount.to; at++)
    if (!isNumber(doc, at) && !isMark(doc, at, '/') && find(doc, at, 'unit')) return at
  return amount.to
}

/** Whether indicator and figure belong together at all. */
function isStatement(
  doc: Doc,
  amount: Amount,
  verb: Verb | null,
  acted: object | null,
  noun: Noun,
  compared: Compared | null,
): boolean {
  const { finding } = amount
  const papers = finding.unit === 'document' && !/^(hồ sơ|đơn)/.test(finding.unitText ?? '')
  const behind = acted !== null && noun.to > amount.from
  if (behind && !papers && finding.unit !== 'opinion' && finding.unit !== 'delegate') return true
  // Who was there, and how they voted, measures nothing.
  if (finding.unit === 'delegate' && noun.code === null) return false
  if (finding.unit === 'document' || finding.unit === 'opinion') return noun.code !== null
  if (finding.rule.endsWith('.noun') || (finding.unit === 'item' && finding.of === null))
    return noun.code !== null && verb !== null
  const touching = noun.to === amount.lead && noun.to - noun.from > 1
  const linked = touching || isAdjacent(doc, noun, amount) || noun.from >= amount.from
  if (noun.code === null && !verb && !acted && finding.of === null && !linked) return false
  if (noun.code === null && finding.unit === 'item') return false
  // A phrase of the head of the sentence that is no measure: only with a measure's unit.
  if (
    noun.code === null &&
    !compared &&
    !/^(VND|USD|%|point|ha|tonne|kg|km|MW|kWh|quintal)/.test(finding.unit) &&
    !countable.has(finding.unit)
  )
    return false
  if (noun.code === null && countable.has(finding.unit) && noun.from < amount.from)
    return (verb !== null || linked) && isMeasureNoun(doc, noun)
  return true
}

/** "tổng kinh phí 1,27 tỷ đồng": the figure right behind a noun that measures. */
function isAdjacent(doc: Doc, noun: Noun, amount: Amount): boolean {
  if (noun.to > amount.lead || noun.to - noun.from < 2 || !isMeasureNoun(doc, noun)) return false
  for (let at = noun.to; at < amount.lead; at++)
    if (!isMark(doc, at, ':') && doc.claimed[at] !== PERIOD && !isWord(doc, at, trailing))
      return false
  return true
}

function isMeasureNoun(doc: Doc, noun: Noun): boolean {
  return isWord(doc, noun.from, measures)
}

function make(
  doc: Doc,
  noun: Noun,
  amount: Amount,
  compared: Compared | null,
  period: PeriodRef | null,
  parent: Made | null,
): Made {
  const from = Math.min(noun.from, amount.lead)
  const statement: Statement = {
    ...base(doc, from, amount.to, noun),
    rule: noun.code ? 'statement.catalogue' : 'statement.noun',
    certainty: noun.code ? 'certain' : 'likely',
    quantity: amount.finding.id,
    comparisons: compared ? [resolve(compared.comparison, period)] : [],
    period,
    modality: amount.finding.modality,
    partOf: parent?.statement.id ?? null,
  }
  const made = { statement, noun, to: Math.max(amount.to, noun.to, compared?.to ?? 0) }
  complete(doc, made)
  explain(doc, statement, () => ({
    anchors: [
      {
        start: statement.indicator.start,
        end: statement.indicator.end,
        class: noun.code ? `indicator ${noun.code}` : 'noun phrase before the verb',
      },
    ],
    steps: [
      `figure ${amount.finding.quote}`,
      ...(compared ? [`comparison ${compared.comparison.quote}`] : []),
    ],
    inherited: period
      ? [
          {
            field: 'period',
            from: {
              start: period.start,
              end: period.end,
              quote: doc.text.slice(period.start, period.end),
            },
            rule: 'nearest period before',
          },
        ]
      : [],
  }))
  return made
}

function base(doc: Doc, from: number, to: number, noun: Noun) {
  const { start, end, quote } = spanOf(doc, from, to)
  return {
    id: `statement:${start}:${end}`,
    kind: 'statement' as const,
    start,
    end,
    quote,
    indicator: { ...spanOf(doc, noun.from, noun.to), code: noun.code },
    place: null,
  }
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
  statement.id = `statement:${statement.start}:${statement.end}`
}

/** "cùng kỳ" is the statement's own period a year earlier; "cùng kỳ năm 2020" that part of 2020. */
function resolve(comparison: Comparison, period: PeriodValue | null): Comparison {
  if (comparison.versus !== 'samePeriod' || !period?.to) return comparison
  const stated = comparison.base?.to ? Number(comparison.base.to.slice(0, 4)) : null
  const shift = stated === null ? 1 : Number(period.to.slice(0, 4)) - stated
  if (shift <= 0) return comparison
  const move = (date: string | null): string | null => {
    if (!date) return null
    const year = Number(date.slice(0, 4)) - shift
    const day = date.slice(4) === '-02-29' ? '-02-28' : date.slice(4)
    return `${year}${day}`
  }
  return {
    ...comparison,
    base: { label: comparison.base?.label ?? '', from: move(period.from), to: move(period.to) },
  }
}

/** Directions without a number: "một số chỉ tiêu đều đạt thấp hơn cùng kỳ, trong đó có A và B". */
function bareComparisons(
  doc: Doc,
  sentence: Sentence,
  made: Made[],
  periodFor: (at: number) => PeriodRef | null,
): Made[] {
  const found: Made[] = []
  const gate = doc.lexicon.gate('up down')
  for (
    let at = seek(doc, gate, sentence.from, sentence.to);
    at < sentence.to;
    at = seek(doc, gate, at + 1, sentence.to)
  ) {
    if (
      doc.tokens.kind[at] !== WORD ||
      (find(doc, at, 'up') === null && find(doc, at, 'down') === null)
    )
      continue
    const compared = readBareComparison(doc, at)
    if (!compared || made.some((other) => other.noun.from <= at && other.to > at)) continue
    if (isMark(doc, compared.to, '(')) continue
    const begin = clauseStart(doc, at, sentence.from)
    const own = catalogueNoun(doc, begin, at)
    const nouns = own ? [own] : nounsBehind(doc, compared.to, sentence.to)
    for (const noun of nouns) {
      const period = periodFor(at)
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
      found.push({ statement, noun, to: own ? compared.to : noun.to })
    }
    at = compared.to - 1
  }
  return found
}

/** The indicators listed behind "trong đó có". */
function nounsBehind(doc: Doc, from: number, limit: number): Noun[] {
  let at = from
  while (at < limit && at < from + 3 && !find(doc, at, 'partOf')) at++
  if (!find(doc, at, 'partOf')) return []
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

/** Answers which period a figure at a token belongs to: clause, sentence, paragraph, document. */
class PeriodFinder {
  private readonly doc: Doc
  private readonly usable: { period: Period; sentence: number; token: number }[] = []
  private at = 0
  private readonly first: Period | null

  constructor(doc: Doc, periods: Period[]) {
    this.doc = doc
    let token = 0
    for (const period of periods) {
      while ((doc.tokens.end[token] ?? 0) <= period.start && token < doc.tokens.count) token++
      const before = textOf(doc, Math.max(0, token - 3), token + 1).toLowerCase()
      if (
        /cùng kỳ|so với|cùng kì|nhiệm kỳ|giai đoạn/.test(before) ||
        period.grain === 'term' ||
        period.from === null
      )
        continue
      this.usable.push({ period, sentence: doc.sentenceOf[token] ?? 0, token })
    }
    this.first = this.usable.find((item) => item.period.grain !== 'day')?.period ?? null
  }

  before(at: number, sentence: number): PeriodRef | null {
    while (this.at < this.usable.length && (this.usable[this.at]?.token ?? 0) < at) this.at++
    const paragraph = this.doc.sentences[sentence]?.paragraph
    for (let index = this.at - 1; index >= 0 && index > this.at - 8; index--) {
      const item = this.usable[index]
      if (!item) break
      if (item.period.grain === 'day' && item.sentence !== sentence) continue
      const near = this.doc.sentences[item.sentence]?.paragraph
      if (near !== paragraph && item.sentence < sentence - 6) break
      return reference(item.period)
    }
    return this.first ? reference(this.first) : null
  }
}

function reference(period: Period): PeriodRef {
  return {
    start: period.start,
    end: period.end,
    label: period.label,
    from: period.from,
    to: period.to,
  }
}

export const isLineBreak = (doc: Doc, at: number): boolean => doc.tokens.kind[at] === LINE_END
export const hasMeaning = (doc: Doc, at: number, name: string): boolean =>
  meaning(doc, at, name) !== undefined
