// The passes, in order, one line each. Each reads the document and adds its findings.
import { findAgenda } from './agenda.ts'
import { findAmounts } from './amounts.ts'
import { findChecks } from './checks.ts'
import { contextOf, isReport } from './context.ts'
import { findDecisions } from './decisions.ts'
import { findAssignments } from './directives.ts'
import {
  COLONS,
  type Doc,
  END,
  FAMILY,
  MARKS,
  OPENED,
  openSentences,
  PHRASE,
  SENTENCE_OF,
  WORDS,
} from './doc.ts'
import { findCitations } from './documents.ts'
import { explainAll } from './explanation.ts'
import type { Finding, Meeting, Reading, ReadOptions } from './findings.ts'
import { frameSentences } from './frames.ts'
import { sources } from './lexicon/compiled.ts'
import { buildLexicon } from './lexicon/lexicon.ts'
import { type Lexicon, MARGIN } from './lexicon/tables.ts'
import { findMeeting } from './meetings.ts'
import { findMentions, type Mentions } from './mentions.ts'
import { aimAtTargets } from './modality.ts'
import { findNames, findProjects } from './names.ts'
import { findOpinions } from './opinions.ts'
import { inOrder } from './order.ts'
import { findPeriods } from './periods.ts'
import { type Room, roomOf } from './room.ts'
import { cutSentences, joinLines } from './sentences.ts'
import { sha256 } from './sha256.ts'
import { findShortcomings } from './shortcomings.ts'
import { findStatements } from './statements.ts'
import { findTables } from './tables.ts'
import { normalise } from './text.ts'
import { tokenise } from './tokens.ts'

/** Version of the reader; a finding's meaning never changes under the same version. */
export const version = '0.1.0'

let builtIn: Lexicon | null = null

/**
 * Reads one document. Never throws on text; `RangeError` on a malformed `date`. Offsets of the result
 * count UTF-16 code units of the NFC text (`normalise` maps them back to the given string).
 */
export function read(given: string, options: ReadOptions = {}): Reading {
  if (options.date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(options.date)) {
    throw new RangeError(`date must be YYYY-MM-DD, not ${options.date}`)
  }
  const room = roomOf(given.length)
  let text = given
  room.tokens = tokenise(text, room.tokens)
  // Hardly any text has to be read once more.
  if (room.tokens.suspect) {
    ;({ text } = normalise(given))
    room.tokens = tokenise(text, room.tokens)
  }
  const doc = prepare(text, options, room)
  findCitations(doc)
  findPeriods(doc)
  findTables(doc)
  const amounts = findAmounts(doc)
  findStatements(doc, amounts)
  const mentions = findMentions(doc)
  const report = isReport(doc, mentions)
  // Elsewhere only what the catalogue knows is a statement, not every counted noun.
  if (!report) {
    doc.findings = doc.findings.filter((finding) => !isMereCount(finding))
    doc.statements = doc.statements.filter((finding) => !isMereCount(finding))
  }
  const meeting = report ? readDiscourse(doc, mentions) : null
  const document = contextOf(doc, mentions, meeting)
  if (options.trace) explainAll(doc)
  const kinds = options.kinds ? new Set<string>(options.kinds) : null
  const findings = inOrder(
    kinds ? doc.findings.filter((finding) => kinds.has(finding.kind)) : doc.findings,
    text.length,
    room,
  )
  return {
    reader: version,
    name: options.name ?? '',
    text: identity(text, options),
    document,
    findings,
  }
}

/** Length and digest of a text; the digest is only computed when it is asked for or written as JSON. */
function identity(text: string, options: ReadOptions): Reading['text'] {
  const digest = options.digest ?? sha256
  let known: string | null = null
  return {
    length: text.length,
    get sha256() {
      known ??= digest(text)
      return known
    },
    ...(options.withText ? { content: text } : {}),
  }
}

/** A statement of something counted: "23 siêu thị", "2,6 triệu lượt khách". */
const isMereCount = (finding: Finding): boolean =>
  finding.kind === 'statement' &&
  (finding.rule === 'statement.noun' || finding.indicator.start > finding.start)

/** The passes that only make sense in a report. */
function readDiscourse(doc: Doc, mentions: Mentions): Meeting | null {
  const frames = frameSentences(doc, mentions)
  const meeting = findMeeting(doc, mentions, frames)
  findAgenda(doc, mentions, frames)
  findOpinions(doc, mentions, frames)
  findDecisions(doc, mentions, frames)
  findAssignments(doc, mentions, frames)
  aimAtTargets(doc)
  findShortcomings(doc, frames)
  findNames(doc, mentions)
  findProjects(doc)
  findChecks(doc)
  return meeting
}

/** The lexicon of the reader, built with the first document: a page that only shows the catalogue does not wait for it. */
export function builtInLexicon(): Lexicon {
  builtIn ??= buildLexicon(Object.values(sources))
  return builtIn
}

/**
 * Text, tokens, anchors and sentences of a document: what every pass starts from, made of the tokens in the
 * room. In a shared room it is only good until the next text is read there.
 */
function prepare(text: string, options: ReadOptions, room: Room): Doc {
  const lexicon = options.lexicon ?? builtInLexicon()
  const { tokens } = room
  const size = tokens.count + 1
  const sentences = cutSentences(text, tokens)
  joinLines(tokens, sentences)
  const sentenceOf = room.int32(SENTENCE_OF, size).fill(0, 0, size)
  for (let index = 0; index < sentences.length; index++) {
    const { from = 0, to = 0 } = sentences[index] ?? {}
    for (let at = from; at < to; at++) sentenceOf[at] = index
  }
  const anchors = {
    phrase: room.int32(PHRASE, size + MARGIN),
    family: room.int32(FAMILY, size + MARGIN),
    end: room.int32(END, size + MARGIN),
    word: room.int32(WORDS, size + 2 * MARGIN),
    mark: room.int32(MARKS, size + 2 * MARGIN),
  }
  lexicon.mark(tokens, anchors)
  const doc: Doc = {
    text,
    tokens,
    anchors,
    family: anchors.family,
    word: anchors.word,
    mark: anchors.mark,
    lexicon,
    sentences,
    sentenceOf,
    opened: room.int32(OPENED, sentences.length + 1).fill(0, 0, sentences.length + 1),
    colons: room.int32(COLONS, sentences.length + 1).fill(0, 0, sentences.length + 1),
    claimed: room.uint8(0, size + MARGIN),
    findings: [],
    quantities: [],
    statements: [],
    agendaItems: [],
    assignments: [],
    decisions: [],
    opinions: [],
    goals: null,
    periods: new Map(),
    options,
    room,
  }
  openSentences(doc)
  return doc
}
