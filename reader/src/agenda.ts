// Agenda items: what was laid before the meeting, one by one ("gồm: …; …", "cho ý kiến về dự thảo …"),
// or counted in groups ("14 nội dung xin ý kiến Ban Chấp hành trước khi …").
import { colonIn, itemsOf, trim } from './clauses.ts'
import {
  type Claim,
  type Doc,
  find,
  has,
  identify,
  isMark,
  isNumber,
  isWord,
  SentenceGate,
  seek,
  spanOf,
  type WordSet,
  words,
} from './doc.ts'
import type { AgendaItem, Quantity, Span } from './findings.ts'
import type { Frame } from './frames.ts'
import { type Mentions, mentionAt } from './mentions.ts'
import { LINE_END, WORD } from './tokens.ts'

const planWord = words('kế')
const forWord = words('cho')
const joints = words('về vào đối với và các')

const andWord = words('và')
const aboutWord = words('về')
const draftWord = words('dự')
const thatWord = words('đó')
const submitWord = words('trình')
const numberWord = words('số')
const stateWord = words('tình')
const haveWord = words('có')

/** Emits the agenda items of the sentences that tell what was dealt with. */
export function findAgenda(doc: Doc, mentions: Mentions, frames: readonly Frame[]): void {
  const counts = new Map<number, Quantity>()
  const emitted = new Set<string>()
  for (const finding of doc.quantities)
    if (countsMatters(finding.unitText)) counts.set(finding.start, finding)
  let awaited = 0
  for (let index = 0; index < frames.length; index++) {
    const frame = frames[index]
    if (!frame) continue
    const { listed, paragraph } = doc.sentences[index] ?? {}
    // A list whose length was not said ends with its last line.
    if (awaited > maximum && !listed && paragraph !== doc.sentences[index - 1]?.paragraph)
      awaited = 0
    if (awaited > 0 && listed) {
      awaited--
      emit(doc, mentions, headOf(doc, doc.sentences[index]), counts, emitted, null)
      continue
    }
    const sentence = doc.sentences[index]
    if (!sentence || frame.role === 'cause' || frame.role === 'task') continue
    if (frame.role === 'shortcoming' && frame.strong) continue
    awaited = announced(doc, sentence, counts) || awaited
    const list = listIn(doc, mentions, sentence, counts)
    const limit = frame.role === 'order' ? frame.verbAt : sentence.to
    if (list) {
      const end = decisionBehind(doc, mentions, list.from, sentence.to)
      for (const item of itemsOf(doc, list.from, end))
        for (const part of joined(doc, item)) emit(doc, mentions, part, counts, emitted, list.by)
    }
    const told = dealtWith(doc, mentions, sentence.from, list?.lead ?? limit)
    for (const title of told) emit(doc, mentions, title, counts, emitted, null)
    for (const title of among(doc, sentence, counts))
      emit(doc, mentions, title, counts, emitted, null)
    for (const title of planned(doc, sentence)) emit(doc, mentions, title, counts, emitted, null)
  }
}

const countsMatters = (unit: string): boolean =>
  (unit.length === 8 || unit.length === 6) && /^(nội dung|vấn đề)$/i.test(unit)

const dealing = new SentenceGate('dealWith')

const listing = words('gồm như sau là')

interface List {
  from: number
  /** First token of the noun that is listed. */
  lead: number
  by: Claim | null
}

/** "21 nội dung, bao gồm: …", "các nội dung do X báo cáo, xin chủ trương, gồm: …". */
function listIn(
  doc: Doc,
  mentions: Mentions,
  sentence: Claim,
  counts: Map<number, Quantity>,
): List | null {
  const colon = colonIn(doc, sentence.from, sentence.to)
  if (colon < 0 || colon >= sentence.to - 2) return null
  const told = reported(doc, mentions, sentence, colon)
  if (told) return told
  const having = isWord(doc, colon - 1, haveWord) && isWord(doc, colon - 2, thatWord)
  const said = isWord(doc, colon - 1, listing) || having
  if (!said && !isWord(doc, colon - 1, endsOfCount)) return null
  for (let at = colon - 1; at >= sentence.from; at--) {
    const counted = counts.has(doc.tokens.start[at] ?? -1)
    const named = isWord(doc, at, words('nội')) && isWord(doc, at + 1, words('dung'))
    if (said ? !counted && !named : !counted || !isTaken(doc, at, sentence.from)) continue
    const by = isWord(doc, at + 2, words('do')) ? { from: at + 3, to: colon } : null
    return { from: colon + 1, lead: at, by }
  }
  return null
}

/** "nghe Ban cán sự đảng UBND thành phố trình bày: A; B": what a body laid before the meeting. */
function reported(doc: Doc, mentions: Mentions, sentence: Claim, colon: number): List | null {
  const lays =
    isWord(doc, colon - 1, words('bày cáo trình')) && isWord(doc, colon - 2, words('trình báo'))
  if (!lays) return null
  for (let at = colon - 2; at >= sentence.from; at--) {
    if (!isWord(doc, at, words('nghe'))) continue
    const named = mentionAt(mentions, at + 1)
    const by = named?.kind === 'body' ? { from: named.from, to: named.to } : null
    return { from: colon + 1, lead: at, by }
  }
  return null
}

/** "bàn ba nội dung lớn:", "cho ý kiến 7 nội dung:" */
const endsOfCount = words('dung đề lớn chính trọng yếu')

/** A verb of dealing with something stands right before the count. */
function isTaken(doc: Doc, at: number, first: number): boolean {
  for (let before = at - 1; before >= Math.max(first, at - 6); before--)
    if (has(doc, before, 'dealWith') || isWord(doc, before, words('bàn'))) return true
  return false
}

/** So many items one meeting has at most. */
const maximum = 40

/** "xem xét 4 nội dung sau:" at the end of its line: that many numbered lines follow. */
function announced(doc: Doc, sentence: Claim, counts: Map<number, Quantity>): number {
  let last = sentence.to - 1
  while (last > sentence.from && doc.tokens.kind[last] === LINE_END) last--
  if (!isMark(doc, last, ':')) return 0
  // "nghe và cho ý kiến đối với:": whatever is listed below.
  for (let at = last - 1; at >= Math.max(sentence.from, last - 5); at--)
    if ((find(doc, at, 'dealWith')?.to ?? 0) >= last - 3) return 2 * maximum
  if (!isWord(doc, last - 1, words('sau gồm là đây'))) return 0
  for (let at = last - 1; at >= Math.max(sentence.from, last - 8); at--) {
    const counted = counts.get(doc.tokens.start[at] ?? -1)
    if (counted) return Math.min(counted.value, maximum)
  }
  return 0
}

/** The heading of a numbered item: up to its colon or full stop. */
function headOf(doc: Doc, sentence: Claim | undefined): Claim {
  if (!sentence) return { from: 0, to: 0 }
  let to = sentence.from
  while (to < sentence.to && !isMark(doc, to, ':') && !isMark(doc, to, '.')) to++
  return trim(doc, { from: sentence.from, to })
}

const titleHeads = words(
  'dự báo tờ đề tình phương kế chương một chủ công kết quy nghị các việc danh nội',
)

/** "A, B và C": cut where a comma or "và" stands before the head of another title. */
function titlesIn(doc: Doc, range: Claim): Claim[] {
  const parts: Claim[] = []
  let from = range.from
  for (let at = range.from + 2; at < range.to - 1; at++) {
    const joint = isMark(doc, at, ',') || isWord(doc, at, andWord)
    const more = startsTitle(doc, at + 1) && doc.tokens.kind[at + 3] === WORD && at + 3 < range.to
    if (!joint || !more || at - from < 3) continue
    parts.push(trim(doc, { from, to: at }))
    from = at + 1
  }
  parts.push(trim(doc, { from, to: range.to }))
  return parts
}

/** A kind of paper or matter that is laid before a meeting. */
function startsTitle(doc: Doc, at: number): boolean {
  if (!isWord(doc, at, titleHeads)) return false
  if (isWord(doc, at, words('dự tờ đề'))) return isWord(doc, at + 1, words('thảo trình án'))
  if (isWord(doc, at, words('báo'))) return isWord(doc, at + 1, words('cáo'))
  if (isWord(doc, at, stateWord)) return isWord(doc, at + 1, words('hình'))
  if (isWord(doc, at, words('một'))) return isWord(doc, at + 1, numberWord)
  if (isWord(doc, at, words('phương chủ')))
    return isWord(doc, at + 1, words('án trương')) && !isWord(doc, at + 1, words('hướng'))
  if (isWord(doc, at, words('nghị quy'))) return isWord(doc, at + 1, words('quyết định'))
  return false
}

const ofWhich = words('trong')
const will = words('sẽ')

const nothing: readonly Claim[] = []

/** "6 nội dung, trong đó có A và B". */
function among(doc: Doc, sentence: Claim, counts: Map<number, Quantity>): readonly Claim[] {
  if (counts.size === 0) return nothing
  let counted = false
  let looked = sentence.from
  for (let at = sentence.from; at < sentence.to - 4; at++) {
    const opens = isWord(doc, at, ofWhich) && isWord(doc, at + 1, thatWord)
    if (!opens || !isWord(doc, at + 2, haveWord)) continue
    while (!counted && looked <= at) counted = counts.has(doc.tokens.start[looked++] ?? -1)
    if (!counted) continue
    if (!startsTitle(doc, at + 3)) return nothing
    let to = at + 3
    while (to < sentence.to && !isMark(doc, to, ';') && !isMark(doc, to, '.')) to++
    return titlesIn(doc, { from: at + 3, to })
  }
  return nothing
}

const acts = words('chất lấy bầu miễn xem thông biểu')

/** "HĐND tỉnh sẽ xem xét, quyết nghị 22 tờ trình; chất vấn X; lấy phiếu Y": the programme to come. */
function planned(doc: Doc, sentence: Claim): readonly Claim[] {
  if (dealing.first(doc, sentence.from, sentence.to) >= sentence.to) return nothing
  for (let at = sentence.from; at < sentence.to - 4; at++) {
    if (!isWord(doc, at, will) || !has(doc, at + 1, 'dealWith')) continue
    const parts = itemsOf(doc, at + 1, sentence.to).map((item) => trim(doc, item))
    const [first, ...others] = parts
    if (!first || others.length === 0 || !others.every((item) => isWord(doc, item.from, acts)))
      return nothing
    let from = first.from
    while (from < first.to && !isNumber(doc, from) && !startsTitle(doc, from)) from++
    return from < first.to ? [{ from, to: first.to }, ...others] : others
  }
  return nothing
}

/** A list that runs on into "…, đồng chí Bí thư kết luận" ends before it. */
function decisionBehind(doc: Doc, mentions: Mentions, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (!isMark(doc, at, ',')) continue
    const named = mentionAt(mentions, at + 1)
    if (named && (named.kind === 'person' || named.kind === 'title')) return at
  }
  return to
}

/** "thông qua báo cáo A và một số B" are two items. */
function joined(doc: Doc, item: Claim): Claim[] {
  for (let at = item.to - 1; at > item.from + 4; at--) {
    if (!isWord(doc, at, andWord)) continue
    const fresh =
      (isWord(doc, at + 1, words('một')) && isWord(doc, at + 2, numberWord)) ||
      (isWord(doc, at + 1, forWord) && isWord(doc, at + 2, words('ý')))
    if (fresh)
      return [trim(doc, { from: item.from, to: at }), trim(doc, { from: at + 1, to: item.to })]
  }
  for (let at = item.from + 2; at < item.to - 2; at++) {
    if (!isMark(doc, at, ',')) continue
    if (isWord(doc, at + 1, planWord) && isWord(doc, at + 2, words('hoạch')))
      return [trim(doc, { from: item.from, to: at }), trim(doc, { from: at + 1, to: item.to })]
  }
  return [item]
}

const endOfTitles = words('gồm cho')
const opening = words('báo dự tờ một nội đề kế phương các quy nghị chương công việc kết tình')
const stops = words('theo nhằm để trong')

/** What a meeting discussed, heard or gave its opinion on, in one sentence. */
function dealtWith(doc: Doc, mentions: Mentions, from: number, limit: number): readonly Claim[] {
  const gate = dealing.of(doc)
  const begin = dealing.first(doc, from, limit)
  if (begin >= limit) return nothing
  const found: Claim[] = []
  for (let at = begin; at < limit; at = seek(doc, gate, at + 1, limit)) {
    const verb = find(doc, at, 'dealWith')
    if (!verb) continue
    let next = verb.to
    while (isMark(doc, next, ',') || has(doc, next, 'dealWith') || isWord(doc, next, joints))
      next = find(doc, next, 'dealWith')?.to ?? next + 1
    if (isMark(doc, next, ':') && next < limit - 3 && next > verb.to) {
      const items = itemsOf(doc, next + 1, limit).map((item) => trim(doc, item))
      if (items[0] && startsTitle(doc, items[0].from)) return [...found, ...items]
    }
    const hears = isWord(doc, at, words('nghe'))
    const start = hears ? at : next
    if (next >= limit || (!hears && !isWord(doc, next, opening))) continue
    const about = isWord(doc, at, words('đối đáng trọng'))
    const told = isWord(doc, next - 1, aboutWord) && startsTitle(doc, next)
    const titled = told || has(doc, next, 'docType') || isWord(doc, next, draftWord)
    if (!titled && (about || !isWord(doc, next, words('một nội')))) {
      at = next - 1
      continue
    }
    let to = next
    while (
      to < limit &&
      !isMark(doc, to, ';') &&
      !isMark(doc, to, ':') &&
      !(
        isMark(doc, to, ',') &&
        (cuts(doc, to + 1) || isWord(doc, to + 1, stops) || speaks(doc, mentions, to + 1))
      ) &&
      !(isWord(doc, to, endOfTitles) && to > next + 3)
    )
      to++
    found.push(...(hears ? [trim(doc, { from: start, to })] : titlesIn(doc, { from: start, to })))
    at = to - 1
  }
  return found
}

/** "…, Ban Pháp chế nêu": a body that says something. */
function speaks(doc: Doc, mentions: Mentions, at: number): boolean {
  const named = mentionAt(mentions, at)
  if (named?.from !== at || named.kind !== 'body') return false
  return isWord(doc, named.to, says) || isWord(doc, named.to + 1, says)
}

const says = words('nêu cho nhận đánh đề kết chỉ yêu thống')

/** A comma behind which another thought begins. */
function cuts(doc: Doc, at: number): boolean {
  return (
    isWord(doc, at, words('đáng trong qua đồng cụ')) ||
    has(doc, at, 'decide') ||
    has(doc, at, 'order')
  )
}

function emit(
  doc: Doc,
  mentions: Mentions,
  range: Claim,
  counts: Map<number, Quantity>,
  emitted: Set<string>,
  by: Claim | null,
): void {
  const counted = counts.get(doc.tokens.start[range.from] ?? -1)
  const size = range.to - range.from
  // "báo cáo", "đề án" by themselves name nothing.
  const bare = size === 2 && startsTitle(doc, range.from)
  if (size < 2 || bare || size > 90) return
  if (counted && !isWord(doc, range.from + 3, words('xin trình cho do thuộc về'))) return
  const { id, start, end, quote } = identify(doc, 'agendaItem', range.from, range.to)
  // The same title again, shorter: what was said of it.
  const title = quote.toLowerCase()
  for (const earlier of emitted) if (earlier.startsWith(title)) return
  const finding: AgendaItem = {
    id,
    kind: 'agendaItem',
    start,
    end,
    quote,
    rule: counted ? 'agenda.group' : 'agenda.title',
    certainty: 'likely',
    title: { start, end, quote },
    route: {
      submitter: submitterIn(doc, mentions, by ?? range),
      body: bodyBehind(doc, mentions, range, words('kiến chủ')),
      next: bodyBehind(doc, mentions, range, submitWord),
    },
    count: counted?.value ?? null,
  }
  emitted.add(title)
  doc.findings.push(finding)
  doc.agendaItems.push(finding)
}

/** The body that lays the item before the meeting: "của X", "do X", "X trình". */
function submitterIn(doc: Doc, mentions: Mentions, range: Claim): Span | null {
  for (let at = range.from; at < range.to; at++) {
    const named = mentionAt(mentions, at)
    if (!named || named.from !== at || named.kind !== 'body') continue
    const submits =
      isWord(doc, named.to, words('trình báo')) ||
      isWord(doc, at - 1, words('do')) ||
      (isWord(doc, at - 1, words('của')) && at - range.from < 8) ||
      at === range.from
    if (submits) return spanOf(doc, named.from, named.to)
  }
  return null
}

function bodyBehind(doc: Doc, mentions: Mentions, range: Claim, cue: WordSet): Span | null {
  for (let at = range.from; at < range.to; at++) {
    if (!isWord(doc, at, cue)) continue
    const named = mentionAt(mentions, at + 1)
    if (named?.from === at + 1 && named.kind === 'body') return spanOf(doc, named.from, named.to)
  }
  return null
}
