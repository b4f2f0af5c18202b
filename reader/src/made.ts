// Statements as they are made of an indicator, its figure, its comparisons and its period.
import type { Amount } from './amounts.ts'
import type { PeriodFinder } from './antecedents.ts'
import type { Compared } from './comparisons.ts'
import { type Doc, explain, find, idOf, spanOf } from './doc.ts'
import type { Comparison, PeriodRef, PeriodValue, Statement } from './findings.ts'
import type { Noun } from './nouns.ts'
import { yearsEarlier } from './remembered.ts'

export interface Made {
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

/** Where a figure stands, or the words of a change without one. */
interface Placed {
  from: number
  to: number
  finding?: { modality: Statement['modality'] }
}

/** The period that a figure of the sentence belongs to. */
export const periodOf = (finder: PeriodFinder, index: number, { from, to, finding }: Placed) =>
  finder.of(from, to, index, finding?.modality === 'target')

export function make(
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
export const behindBound = (doc: Doc, to: number): number => find(doc, to, 'after')?.to ?? to

export function base(doc: Doc, from: number, to: number, noun: Noun) {
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

export function attach(register: Made, compared: Compared): void {
  register.statement.comparisons.push(resolve(compared.comparison, register.statement.period))
  register.to = Math.max(register.to, compared.to)
}

/** Moves the end of the statement behind its last part and settles its id. */
export function complete(doc: Doc, made: Made): void {
  const { statement } = made
  statement.end = doc.tokens.end[made.to - 1] ?? statement.end
  statement.quote = doc.text.slice(statement.start, statement.end)
  statement.id = idOf('statement', statement.start, statement.end)
}

/** "cùng kỳ" is the statement's own period a year earlier; "cùng kỳ năm 2020" that part of 2020. */
export function resolve(given: Comparison, period: PeriodValue | null): Comparison {
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
export function sameSpan(
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

/** "so với 6 tháng đầu năm 2017" of 6 months of 2018 is the same period; a whole year is the one before. */
function isYearEarlier(base: PeriodValue | null, period: PeriodValue | null): boolean {
  if (!base?.from || !base.to || !period?.from || !period.to) return false
  if (base.from.endsWith('-01-01') && base.to.endsWith('-12-31')) return false
  const same =
    base.from.slice(4) === period.from.slice(4) && base.to.slice(4) === period.to.slice(4)
  return same && Number(period.from.slice(0, 4)) - Number(base.from.slice(0, 4)) === 1
}
