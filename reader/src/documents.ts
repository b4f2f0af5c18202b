// Citations of instruments: "Nghị quyết số 12-NQ/TU ngày 05/9/2026 của …", "Kết luận số 59", lists of
// numbers, and one cited inside another. Codes: Party NN-LOẠI/CQ (05-HD/VPTW), State NN/YYYY/LOẠI-CQ
// (Decree 30/2020/NĐ-CP).
import {
  CITATION,
  claim,
  type Doc,
  endsPair,
  explain,
  hasSpace,
  head,
  isMark,
  isNumber,
  isWord,
  meaning,
  pairs,
  phraseEnd,
  SentenceGate,
  seek,
  spanOf,
  textOf,
  words,
} from './doc.ts'
import type { Citation, Span } from './findings.ts'
import { oneLine } from './fold.ts'
import { CAPITAL, LINE_END, WORD } from './tokens.ts'

const provinceWord = words('tỉnh')

const numberWord = words('số')
const of = words('của')
const about = words('về')
const dayWord = words('ngày')
const and = words('và')
const dated = words('năm')
const congress = words('đại')

/** Type words that need a number or a code behind them to be a citation of one instrument. */
interface Head {
  from: number
  typeEnd: number
  type: string
}

const starts = new SentenceGate('docType issuer')

/** Finds citations in every sentence and links the nested ones. */
export function findCitations(doc: Doc): void {
  const gate = starts.of(doc)
  for (const sentence of doc.sentences) {
    let listIssuer: string | null = null
    let previous: { finding: Citation; to: number } | null = null
    for (
      let at = starts.first(doc, sentence.from, sentence.to);
      at < sentence.to;
      at = seek(doc, gate, at + 1, sentence.to)
    ) {
      const type = meaning(doc, at, 'docType')
      if (type === undefined) {
        if (meaning(doc, at, 'issuer') !== undefined && isListHead(doc, at, sentence.to)) {
          const to = issuersEnd(doc, at)
          listIssuer = textOf(doc, at, to)
          at = to - 1
        }
        continue
      }
      const made = readCitation(doc, { from: at, typeEnd: phraseEnd(doc, at), type }, sentence.to)
      if (made.length === 0) continue
      for (const { finding, to } of made) {
        if (finding.issuer === null && listIssuer !== null) {
          finding.issuer = listIssuer
          if (finding.trace)
            finding.trace.inherited.push({ field: 'issuer', from: null, rule: 'head of the list' })
        }
        if (previous && nests(doc, previous.to, at)) finding.within = previous.finding.id
        doc.findings.push(finding)
        at = Math.max(at, to - 1)
      }
      const last = made.at(-1)
      if (last && last.finding.within === null) previous = last
    }
  }
}

/** "văn bản mới của Bộ Chính trị, Ban Bí thư gồm:" gives its issuers to the list behind it. */
function isListHead(doc: Doc, at: number, limit: number): boolean {
  for (let next = at; next < Math.min(limit, at + 16); next++) {
    if (isMark(doc, next, ':')) return true
    if (isMark(doc, next, ';') || isMark(doc, next, '.')) return false
  }
  return false
}

/** The token behind a list of issuers ("Bộ Chính trị, Ban Bí thư"). */
function issuersEnd(doc: Doc, at: number): number {
  let to = phraseEnd(doc, at)
  for (;;) {
    const next = isMark(doc, to, ',') || isWord(doc, to, and) ? to + 1 : to
    if (next === to || meaning(doc, next, 'issuer') === undefined) break
    to = phraseEnd(doc, next)
  }
  return to
}

/** The words between two citations make one nested: "Kết luận số 61 về tiếp tục thực hiện Chỉ thị số 13". */
function nests(doc: Doc, from: number, to: number): boolean {
  if (to <= from || to - from > 24) return false
  let sawAbout = false
  for (let at = from; at < to; at++) {
    if (isMark(doc, at, ';') || isMark(doc, at, ':') || isMark(doc, at, '.')) return false
    if (
      isWord(doc, at, about) ||
      /^(thực|sửa|bổ|thi|triển|quy|hướng)$/i.test(textOf(doc, at, at + 1))
    )
      sawAbout = true
  }
  return sawAbout
}

function readCitation(doc: Doc, at: Head, limit: number): { finding: Citation; to: number }[] {
  let next = skipLine(doc, at.typeEnd)
  const law = at.type === 'luật' || at.type === 'bộ luật' || at.type === 'pháp lệnh'
  let number = isWord(doc, next, numberWord) ? skipLine(doc, next + 1) : next
  const hasWord = number !== next
  if (isMark(doc, number, ':')) number++
  const code = readCode(doc, number)
  if (!code) {
    if (hasWord) return []
    if (/^nghị quyết$/.test(at.type) && isWord(doc, next, congress))
      return congressResolution(doc, at, limit)
    if (law) return namedLaw(doc, at, limit)
    return plenumResolution(doc, at, limit)
  }
  if (!hasWord && code.symbol === null) return []
  if (
    code.symbol === null &&
    /^(báo cáo|kế hoạch|chương trình|văn bản|đề án)$/.test(at.type) &&
    !hasWord
  )
    return []
  const made: { finding: Citation; to: number }[] = []
  let to = code.to
  const tail = readTail(doc, to, limit)
  made.push(make(doc, at.from, to, tail, at.type, code))
  // "Nghị quyết số 01, 02 và 05": the same type again, each its own citation.
  next = to
  while ((isMark(doc, next, ',') || isWord(doc, next, and)) && hasWord) {
    const again = readCode(doc, isWord(doc, next + 1, numberWord) ? next + 2 : next + 1)
    const behind = again ? again.to : next
    if (
      !again ||
      (again.symbol === null &&
        !isMark(doc, behind, ',') &&
        !isWord(doc, behind, and) &&
        !isWord(doc, behind, of) &&
        !isMark(doc, behind, '.') &&
        !isMark(doc, behind, ';'))
    )
      break
    if (meaning(doc, behind, 'unit') !== undefined) break
    made.push(make(doc, next + 1, again.to, readTail(doc, again.to, limit), at.type, again))
    to = again.to
    next = to
  }
  return made
}

interface Code {
  to: number
  number: string
  symbol: string | null
}

const maxCode = 14

/** A number, or a number with its symbol. Case matters in symbols, so the text is looked at, not the fold. */
function readCode(doc: Doc, at: number): Code | null {
  if (!isNumber(doc, at)) return null
  let to = at + 1
  let behind = doc.tokens.end[at] ?? 0
  // The code runs on while tokens touch, or while single dashes and slashes stand between them.
  while (to < doc.tokens.count && to < at + maxCode) {
    const kind = doc.tokens.kind[to]
    if (kind === LINE_END) break
    const separator = isMark(doc, to, '/') || isMark(doc, to, '-') || isMark(doc, to, '.')
    const touching = doc.tokens.start[to] === behind
    if (separator) {
      const next = to + 1
      if (next >= doc.tokens.count || !(isNumber(doc, next) || startsUpper(doc, next))) break
      if (!touching && (isMark(doc, to, '.') || !hasSymbolAhead(doc, next))) break
      if (hasSpace(doc, next) && isMark(doc, to, '.')) break
      to = next + 1
      behind = doc.tokens.end[next] ?? 0
      continue
    }
    if (!touching || !(kind === WORD || isNumber(doc, to))) break
    to++
    behind = doc.tokens.end[to - 1] ?? 0
  }
  const written = textOf(doc, at, to)
  const number = /^\d+/.exec(written)?.[0] ?? ''
  if (to === at + 1) return /^\d{1,5}$/.test(written) ? { to, number, symbol: null } : null
  const tight = written.replace(/\s+/g, '').replace(/[‐-―−]/g, '-')
  if (!/[A-ZĐ]{1,}/.test(tight)) {
    // "số 24/2018" without letters: the number alone.
    return /^\d{1,5}\/(19|20)\d\d$/.test(tight)
      ? { to, number, symbol: tight }
      : { to: at + 1, number, symbol: null }
  }
  if (!/^\d{1,5}[-/]/.test(tight)) return null
  return { to, number, symbol: tight }
}

function startsUpper(doc: Doc, at: number): boolean {
  return doc.tokens.kind[at] === WORD && ((doc.tokens.flags[at] ?? 0) & CAPITAL) !== 0
}

function hasSymbolAhead(doc: Doc, at: number): boolean {
  return startsUpper(doc, at) && /^[A-ZĐ][A-ZĐa-z]{0,8}\d*$/.test(textOf(doc, at, at + 1))
}

interface Tail {
  issuer: string | null
  issuerEnd: number
  date: string | null
  about: Span | null
}

/** Date, issuer and subject behind a number, in any order that occurs. */
function readTail(doc: Doc, from: number, limit: number): Tail {
  const tail: Tail = { issuer: null, issuerEnd: from, date: null, about: null }
  let at = from
  for (let round = 0; round < 4 && at < limit; round++) {
    let next = skipLine(doc, at)
    if (isMark(doc, next, ',') || isMark(doc, next, '(')) next = skipLine(doc, next + 1)
    if (isWord(doc, next, dayWord)) {
      const match =
        /^ngày\s+(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})|^ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/i.exec(
          doc.text.slice(doc.tokens.start[next], (doc.tokens.start[next] ?? 0) + 40),
        )
      if (!match || tail.date) break
      const [day, month, year] = match[1]
        ? [match[1], match[2], match[3]]
        : [match[4], match[5], match[6]]
      tail.date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
      const end = (doc.tokens.start[next] ?? 0) + match[0].length
      at = next
      while (at < limit && (doc.tokens.start[at] ?? 0) < end) at++
      if (isMark(doc, at, ')')) at++
    } else if (isWord(doc, next, of) && !tail.issuer) {
      const body = skipLine(doc, next + 1)
      const doubled = isWord(doc, body, of) ? body + 1 : body
      const end = nameEnd(doc, doubled, limit)
      if (end === doubled) break
      tail.issuer = oneLine(textOf(doc, doubled, end))
      tail.issuerEnd = end
      at = end
    } else if (isWord(doc, next, about) && !tail.about) {
      let end = next + 1
      while (
        end < limit &&
        !isMark(doc, end, ';') &&
        !isMark(doc, end, ',') &&
        !isMark(doc, end, '.') &&
        !isMark(doc, end, ')') &&
        !isMark(doc, end, '"')
      )
        end++
      if (end === next + 1) break
      tail.about = spanOf(doc, next + 1, end)
      at = end
    } else break
  }
  return tail
}

const stops = words('về và đã đến ngày trong để nhằm cho theo tại gồm là với có do khi')

/** End of the name of a body: a known issuer, else its words up to "về", a comma, a verb. */
function nameEnd(doc: Doc, at: number, limit: number): number {
  let end = meaning(doc, at, 'issuer') !== undefined ? phraseEnd(doc, at) : at
  if (end === at) {
    if (!startsUpper(doc, at)) return at
    end = at + 1
    while (
      end < limit &&
      end < at + 14 &&
      doc.tokens.kind[end] === WORD &&
      !isWord(doc, end, stops)
    )
      end++
    return end
  }
  while (end < limit && end < at + 10 && startsUpper(doc, end)) end++
  if (isWord(doc, end, provinceWord)) {
    end++
    while (end < limit && startsUpper(doc, end)) end++
  }
  return end
}

function make(
  doc: Doc,
  from: number,
  numberEnd: number,
  tail: Tail,
  type: string,
  code: Code,
): { finding: Citation; to: number } {
  claim(doc, from, numberEnd, CITATION)
  const finding: Citation = {
    ...head(
      doc,
      'citation',
      from,
      numberEnd,
      code.symbol ? 'citation.symbol' : 'citation.number',
      'certain',
    ),
    type,
    number: code.number,
    symbol: code.symbol && /[A-ZĐ]/.test(code.symbol) ? code.symbol : null,
    issuer: tail.issuer,
    date: tail.date,
    about: tail.about,
    within: null,
  }
  explain(doc, finding, () => ({
    anchors: [{ start: finding.start, end: finding.end, class: `docType ${type}` }],
    steps: [
      `№ = ${code.number}`,
      ...(code.symbol ? [`№ = ${code.symbol}`] : []),
      ...(tail.issuer ? [`“của” → ${tail.issuer}`] : []),
    ],
  }))
  return { finding, to: numberEnd }
}

const ordinalWord = words('lần')

/** "Nghị quyết Đại hội … lần thứ XIII": cited by its congress, not by a number. */
function congressResolution(
  doc: Doc,
  at: Head,
  limit: number,
): { finding: Citation; to: number }[] {
  for (let next = at.typeEnd; next < Math.min(limit, at.typeEnd + 14); next++) {
    if (isMark(doc, next, ',') || isMark(doc, next, ';')) return []
    if (!isWord(doc, next, ordinalWord)) continue
    const value = next + 2
    if (!/^([IVXLC]+|\d{1,2})$/.test(textOf(doc, value, value + 1))) return []
    const tail = readTail(doc, value + 1, limit)
    const made = make(doc, at.from, value + 1, tail, at.type, {
      to: value + 1,
      number: textOf(doc, value, value + 1),
      symbol: null,
    })
    made.finding.number = null
    made.finding.rule = 'citation.congress'
    made.finding.certainty = 'likely'
    made.finding.about ??= null
    made.finding.issuer ??= textOf(doc, at.typeEnd, value + 1)
    return [made]
  }
  return []
}

/** "Nghị quyết Trung ương 4 (khóa XI)", "Kết luận Trung ương 10": cited by the plenum of the Central Committee. */
function plenumResolution(
  doc: Doc,
  { from, typeEnd, type }: Head,
  limit: number,
): { finding: Citation; to: number }[] {
  const at = typeEnd + 2
  if (!/^(nghị quyết|kết luận)$/.test(type) || !endsPair(doc, typeEnd + 1, central)) return []
  if (!isNumber(doc, at) || !/^\d{1,2}$/.test(textOf(doc, at, at + 1))) return []
  const code = { to: at + 1, number: textOf(doc, at, at + 1), symbol: null }
  const made = make(doc, from, at + 1, readTail(doc, at + 1, limit), type, code)
  made.finding.rule = 'citation.plenum'
  made.finding.issuer ??= textOf(doc, typeEnd, at)
  return [made]
}

const central = pairs('trung ương')

/** "Luật Đất đai năm 2024": cited by name and year. */
function namedLaw(doc: Doc, at: Head, limit: number): { finding: Citation; to: number }[] {
  let next = at.typeEnd
  if (!startsUpper(doc, next)) return []
  while (
    next < Math.min(limit, at.typeEnd + 14) &&
    (doc.tokens.kind[next] === WORD || isMark(doc, next, ',')) &&
    !isWord(doc, next, dated) &&
    !isWord(doc, next, stops)
  )
    next++
  const year = isWord(doc, next, dated) ? next + 1 : next
  if (!isNumber(doc, year) || !/^(19|20)\d\d$/.test(textOf(doc, year, year + 1))) return []
  const made = make(doc, at.from, year + 1, readTail(doc, year + 1, limit), at.type, {
    to: year + 1,
    number: '',
    symbol: null,
  })
  made.finding.number = null
  made.finding.rule = 'citation.law'
  made.finding.certainty = 'likely'
  made.finding.about = spanOf(doc, at.typeEnd, next)
  return [made]
}

function skipLine(doc: Doc, at: number): number {
  return doc.tokens.kind[at] === LINE_END && doc.tokens.hash[at] === 1 ? at + 1 : at
}
