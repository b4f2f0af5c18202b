// The shapes the reader returns: the public contract of `@giaoban/reader`.
// Every offset counts UTF-16 code units of the NFC text, half-open: `text.slice(start, end)`.

import type { Lexicon } from './lexicon/tables.ts'

/** A stretch of the text; `quote` is always `text.slice(start, end)`. */
export interface Span {
  start: number
  end: number
  quote: string
}

/** How sure the rule is. `certain` has to prove a precision of at least 0.98 on the evaluation sets. */
export type Certainty = 'certain' | 'likely' | 'possible'

export type Modality = 'actual' | 'estimate' | 'target' | 'forecast'

export type Bound = 'about' | 'almost' | 'over' | 'under' | 'atLeast' | 'atMost'

export type FindingKind =
  | 'quantity'
  | 'statement'
  | 'period'
  | 'meeting'
  | 'agendaItem'
  | 'opinion'
  | 'decision'
  | 'assignment'
  | 'shortcoming'
  | 'citation'
  | 'organisation'
  | 'person'
  | 'project'
  | 'check'

/** Why a finding was made: shown by `--trace` and beside it in the review screen. */
export interface Trace {
  /** The words that fired, with their lexicon class. */
  anchors: { start: number; end: number; class: string }[]
  /** The steps taken, as short sentences ("9.500 × tỷ = 9.5e12"). */
  steps: string[]
  /** Fields taken over from elsewhere, each with the span it came from. */
  inherited: { field: string; from: Span | null; rule: string }[]
  /** Readings considered and refused, with the reason. */
  refused: { reading: string; why: string }[]
}

interface FindingBase extends Span {
  /** Unique in its document and stable for the same input: kind, start, end. */
  id: string
  /** The id of the rule that made it. */
  rule: string
  certainty: Certainty
  trace?: Trace
}

export interface Quantity extends FindingBase {
  kind: 'quantity'
  /** In base units: 390 nghìn tỷ đồng = 390e12; a percentage stays 0–100. */
  value: number
  /** Upper end of a range, else null. */
  max: number | null
  /** m in "n/m", else null. */
  of: number | null
  /** Unit code of `units.ts`, for example `VND`, `%`, `commune`, `VND/person`; `item` for other nouns. */
  unit: string
  unitText: string
  bound: Bound | null
  boundText: string | null
  modality: Modality
}

export type Grain = 'day' | 'month' | 'quarter' | 'half' | 'months' | 'year' | 'term' | 'range'

/** Dates are ISO `YYYY-MM-DD`, both inclusive; null where the text leaves an end open. */
export interface PeriodValue {
  label: string
  from: string | null
  to: string | null
}

export interface Period extends FindingBase, PeriodValue {
  kind: 'period'
  grain: Grain
  /** True where the value counts from 1 January (or the term's start) to the end named. */
  cumulative: boolean
  /** False where the year was inherited. */
  yearStated: boolean
}

export interface Comparison extends Span {
  direction: 'up' | 'down' | 'ratio'
  /** null where only the direction is said ("thấp hơn cùng kỳ"). */
  amount: number | null
  /** `%`, `point`, `times`, or a unit code. */
  unit: string | null
  versus: 'samePeriod' | 'plan' | 'estimate' | 'previousPeriod' | 'target' | 'other' | null
  /** The period compared with, resolved, where it can be. */
  base: PeriodValue | null
}

/** A period used by another finding: the span is its own or its antecedent's. */
export interface PeriodRef extends PeriodValue {
  start: number
  end: number
}

export interface Statement extends FindingBase {
  kind: 'statement'
  indicator: Span & { code: string | null }
  /** id of the quantity, or null where the text has none ("thấp hơn cùng kỳ"). */
  quantity: string | null
  comparisons: Comparison[]
  period: PeriodRef | null
  place: Span | null
  modality: Modality
  /** id of the statement this one is a part of ("trong đó"). */
  partOf: string | null
}

export type MeetingType =
  | 'executiveCommittee'
  | 'standingCommittee'
  | 'standing'
  | 'briefing'
  | 'peoplesCouncil'
  | 'peoplesCommittee'
  | 'government'
  | 'working'
  | 'summary'
  | 'thematic'
  | 'press'
  | 'other'

export interface Meeting extends FindingBase {
  kind: 'meeting'
  body: Span | null
  type: MeetingType
  number: number | null
  /** Term as written, Roman or Arabic ("XX", "2020-2025"). */
  term: string | null
  date: { start: number; end: number; iso: string | null; yearStated: boolean } | null
  place: Span | null
  chair: { name: Span; titles: Span[] }[]
  concludedBy: Span | null
  itemCount: number | null
  reviews: PeriodRef | null
  plans: PeriodRef | null
}

export interface AgendaItem extends FindingBase {
  kind: 'agendaItem'
  title: Span
  route: { submitter: Span | null; body: Span | null; next: Span | null }
  count: number | null
}

export interface Opinion extends FindingBase {
  kind: 'opinion'
  count: number | null
  about: Span | null
}

export type Outcome =
  | 'adopted'
  | 'agreed'
  | 'agreedInPrinciple'
  | 'agreedWithChanges'
  | 'opinionGiven'
  | 'returned'
  | 'postponed'
  | 'noted'
  | 'elected'
  | 'dismissed'
  | 'issued'
  | 'other'

export interface Decision extends FindingBase {
  kind: 'decision'
  outcome: Outcome
  /** What was decided on: spans, or ids of agenda items. */
  items: (Span | string)[]
  by: Span | null
}

export interface Deadline {
  /** null where the date is bound to an event. */
  iso: string | null
  span: Span
  /** True where the text gives a month, a quarter or "soon" rather than a day. */
  fuzzy: boolean
  event: Span | null
}

/** A body or person named as owner: where it stands, and the name as it is to be shown. */
export interface Owner {
  span: Span
  text: string
}

export interface Assignment extends FindingBase {
  kind: 'assignment'
  action: Span
  lead: Owner | null
  cooperating: Owner[]
  deadline: Deadline | null
  deliverable: Span | null
  /** True where the text names who must, or by when; false for a general direction. */
  specific: boolean
  by: Span | null
}

export interface Shortcoming extends FindingBase {
  kind: 'shortcoming'
  /** Code of `topics.tsv`, `other` where none fits. */
  topic: string
  subject: Span
  predicate: Span
  scope: Span | null
  since: Span | null
}

export interface Citation extends FindingBase {
  kind: 'citation'
  /** Vietnamese type word in lower case, expanded: "nghị quyết". */
  type: string
  number: string | null
  /** "12-NQ/TU", null where only a number stands. */
  symbol: string | null
  issuer: string | null
  /** ISO date where stated. */
  date: string | null
  about: Span | null
  /** id of the citation this one is nested in. */
  within: string | null
}

export interface Organisation extends FindingBase {
  kind: 'organisation'
  name: string
  type: string
  level: 'central' | 'province' | 'district' | 'commune' | null
  titles: Span[]
  sameAs: string | null
}

export interface Person extends FindingBase {
  kind: 'person'
  name: string
  type: string
  level: null
  titles: Span[]
  sameAs: string | null
}

export interface Project extends FindingBase {
  kind: 'project'
  name: string
  type: string
  level: null
  titles: Span[]
  sameAs: string | null
}

export type Problem =
  | 'unitMismatch'
  | 'impossibleShare'
  | 'partsNotTotal'
  | 'ambiguousSeparator'
  | 'doubledWord'
  | 'notASyllable'
  | 'unpairedQuote'
  | 'dateVsWeekday'
  | 'invalidDate'
  | 'countOverTotal'
  | 'ambiguousRatio'
  | 'excessVsShare'
  | 'signVsWord'
  | 'yearsVsSpan'

/** Something a careful editor would stop at. The suggestion is never applied by the reader. */
export interface Check extends FindingBase {
  kind: 'check'
  problem: Problem
  suggestion: string | null
}

export type Finding =
  | Quantity
  | Statement
  | Period
  | Meeting
  | AgendaItem
  | Opinion
  | Decision
  | Assignment
  | Shortcoming
  | Citation
  | Organisation
  | Person
  | Project
  | Check

/** What is inherited where nothing else is said. */
export interface DocumentContext {
  date: { iso: string; span: Span | null } | null
  period: (PeriodValue & { span: Span }) | null
  place: { name: string; span: Span } | null
  body: { name: string; span: Span } | null
}

/** The whole result for one document. */
export interface Reading {
  reader: string
  name: string
  text: { length: number; sha256: string; content?: string }
  document: DocumentContext
  /** By start, then by end. */
  findings: Finding[]
}

export interface ReadOptions {
  /** Shown as `name`. */
  name?: string
  /** The document's date `YYYY-MM-DD` where known; it only helps to resolve years. */
  date?: string
  kinds?: readonly FindingKind[]
  withText?: boolean
  trace?: boolean
  /** Also read numbers with what speech leaves out (“hai mốt”, “một triệu hai”); off where not given. */
  spoken?: boolean
  /** Made by `extendLexicon`; the built-in lexicon where none is given. */
  lexicon?: Lexicon
  /** SHA-256 of the UTF-8 bytes in lower-case hexadecimal, where the host has a faster one than ours. */
  digest?: (text: string) => string
}
