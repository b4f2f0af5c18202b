// A finding in a person's words: what it is, each field as written beside as understood, what is
// missing. Edits stand over what was read.
import type {
  AgendaItem,
  Assignment,
  Check,
  Citation,
  Comparison,
  Decision,
  Meeting,
  Opinion,
  Period,
  PeriodRef,
  Quantity,
  Shortcoming,
  Span,
  Statement,
} from '@giaoban/reader'
import { unitName } from '../registers/indicators/unit-names.ts'
import { formatDate, formatNumber } from '../web/format.ts'
import type { Language } from '../web/language.tsx'
import { formatQuantity } from '../web/quantity.ts'
import type { Edits, FindingView } from './contract.ts'
import type { vi } from './texts.ts'

type Texts = typeof vi
export type FieldName = keyof Texts['fields']
export type Missing = keyof Texts['missing']

export interface Row {
  name: FieldName
  written: string | null
  understood: string | null
}

export interface Understood {
  /** The line by which one knows it in the list. */
  headline: string
  /** The figure, date or outcome beside the headline. */
  value: string
  rows: Row[]
  missing: Missing[]
}

/** What the words of a finding refer to outside of itself. */
export interface Lookup {
  text: string
  language: Language
  t: Texts
  /** Reader's id → the quantity of that id. */
  quantity: (id: string) => Quantity | undefined
  indicatorName: (code: string) => string | undefined
  topicName: (code: string) => string | undefined
}

/** The payload of a statement that a person added holds its quantity itself. */
type StatementPayload = Partial<Statement> & { quantityValue?: Quantity | null }

/** The quantity a statement is about, wherever it is kept. */
export function quantityOf(finding: FindingView, lookup: Pick<Lookup, 'quantity'>) {
  const payload = finding.payload as StatementPayload
  const own = payload.quantity ? lookup.quantity(payload.quantity) : undefined
  return own ?? payload.quantityValue ?? null
}

export function understand(finding: FindingView, lookup: Lookup): Understood {
  const { payload, edited } = finding
  const edits = edited ?? {}
  switch (finding.kind) {
    case 'statement':
      return statement(finding, payload as StatementPayload, edits, lookup)
    case 'shortcoming':
      return shortcoming(finding, payload as Partial<Shortcoming>, edits, lookup)
    case 'assignment':
      return assignment(finding, payload as Partial<Assignment>, edits)
    case 'decision':
      return decision(finding, payload as Partial<Decision>, edits, lookup)
    case 'meeting':
      return meeting(payload as Partial<Meeting>, edits, lookup)
    case 'citation':
      return citation(finding, payload as Partial<Citation>, edits)
    case 'agendaItem':
      return agendaItem(finding, payload as Partial<AgendaItem>, edits, lookup)
    case 'opinion':
      return opinion(finding, payload as Partial<Opinion>, edits, lookup)
    case 'check':
      return check(finding, payload as Partial<Check>, lookup)
    case 'quantity': {
      const value = formatQuantity(payload as unknown as Quantity, lookup.language)
      return { headline: finding.quote, value, rows: [], missing: [] }
    }
    case 'period': {
      const value = periodText(payload as unknown as Period) ?? ''
      return { headline: finding.quote, value, rows: [], missing: [] }
    }
    default:
      return { headline: finding.quote, value: '', rows: [], missing: [] }
  }
}

function statement(
  finding: FindingView,
  read: StatementPayload,
  edits: Edits,
  lookup: Lookup,
): Understood {
  const { t, language } = lookup
  const quantity = quantityOf(finding, lookup)
  const code = edits.indicatorCode ?? read.indicator?.code ?? null
  const known = code ? (lookup.indicatorName(code) ?? code) : null
  const name = edits.newIndicator?.name ?? known
  const written = read.indicator?.quote ?? null
  const value = formatQuantity(
    {
      value: edits.value === undefined ? (quantity?.value ?? null) : edits.value,
      max: edits.value === undefined ? (quantity?.max ?? null) : null,
      of: quantity?.of ?? null,
      unit: edits.unit === undefined ? (quantity?.unit ?? null) : edits.unit,
      unitText: quantity?.unitText ?? null,
      bound: quantity?.bound ?? null,
    },
    language,
  )
  const rows: Row[] = [
    { name: 'indicator', written, understood: name },
    { name: 'value', written: quantityWords(quantity), understood: value || null },
    {
      name: 'period',
      written: read.period ? lookup.text.slice(read.period.start, read.period.end) : null,
      understood: periodText(editedPeriod(read.period, edits)),
    },
    ...(read.comparisons ?? []).map((one) => ({
      name: 'comparison' as const,
      written: one.quote,
      understood: comparisonText(one, lookup),
    })),
  ]
  const modality = edits.modality ?? read.modality
  if (modality && modality !== 'actual') {
    rows.push({ name: 'modality', written: null, understood: t.modality[modality] })
  }
  const place = edits.place === undefined ? read.place?.quote : edits.place
  if (place) rows.push({ name: 'place', written: read.place?.quote ?? null, understood: place })
  const missing: Missing[] = []
  if (edits.newIndicator || !code) missing.push('newIndicator')
  if (!value) missing.push('noFigure')
  return { headline: name ?? written ?? finding.quote, value, rows, missing }
}

const quantityWords = (quantity: Quantity | null): string | null =>
  quantity ? [quantity.boundText, quantity.quote].filter(Boolean).join(' ') : null

function editedPeriod(read: PeriodRef | null | undefined, edits: Edits) {
  const given = (edit: string | null | undefined, own: string | null | undefined) =>
    edit === undefined ? (own ?? null) : edit
  return {
    label: given(edits.periodLabel, read?.label) ?? '',
    from: given(edits.periodFrom, read?.from),
    to: given(edits.periodTo, read?.to),
  }
}

/** "6 tháng đầu năm 2022 (01/01/2022–30/6/2022)"; null where nothing is known. */
export function periodText(
  period: { label: string; from: string | null; to: string | null } | null | undefined,
): string | null {
  if (!period) return null
  const { label, from, to } = period
  if (!label && !from && !to) return null
  const range = from === to ? formatDate(from) : `${formatDate(from)}–${formatDate(to)}`
  if (!from && !to) return label
  return label ? `${label} (${range})` : range
}

function comparisonText(one: Comparison, { t, language }: Lookup): string {
  const amount =
    one.amount === null
      ? ''
      : `${formatNumber(one.amount, language)}${one.unit === '%' ? '%' : ` ${unitName(one.unit, language, one.amount)}`}`
  const versus = one.versus ? t.versus[one.versus] : ''
  const base = one.base?.label ? `(${one.base.label})` : ''
  return [t.compared[one.direction](amount.trim(), versus), base].filter(Boolean).join(' ')
}

function shortcoming(
  finding: FindingView,
  read: Partial<Shortcoming>,
  edits: Edits,
  lookup: Lookup,
): Understood {
  const topic = edits.topic ?? read.topic ?? 'other'
  const subject = edits.subject ?? words(read.subject) ?? finding.quote
  return {
    headline: finding.quote,
    value: lookup.topicName(topic) ?? topic,
    rows: present([
      { name: 'topic', written: null, understood: lookup.topicName(topic) ?? topic },
      { name: 'subject', written: words(read.subject), understood: subject },
      same('predicate', read.predicate),
      same('scope', read.scope),
      same('since', read.since),
    ]),
    missing: [],
  }
}

function assignment(finding: FindingView, read: Partial<Assignment>, edits: Edits): Understood {
  const lead = edits.leadText === undefined ? (read.lead?.text ?? null) : edits.leadText
  const deadline =
    edits.deadlineIso === undefined ? (read.deadline?.iso ?? null) : edits.deadlineIso
  const written = words(read.deadline?.span)
  const missing: Missing[] = []
  if (read.specific === false && !lead && !deadline) missing.push('general')
  if (!lead) missing.push('owner')
  if (!deadline && !written) missing.push('date')
  return {
    headline: edits.action ?? words(read.action) ?? finding.quote,
    value: formatDate(deadline) || written || '',
    rows: present([
      { name: 'lead', written: words(read.lead?.span), understood: lead },
      { name: 'deadline', written, understood: formatDate(deadline) || written },
      {
        name: 'cooperating',
        written: null,
        understood: (read.cooperating ?? []).map((one) => one.text).join('; ') || null,
      },
      same('deliverable', read.deliverable),
      same('by', read.by),
    ]),
    missing,
  }
}

function decision(
  finding: FindingView,
  read: Partial<Decision>,
  edits: Edits,
  { t }: Lookup,
): Understood {
  const outcome = (edits.outcome ?? read.outcome ?? 'other') as keyof Texts['outcomes']
  const by = edits.decidedBy === undefined ? words(read.by) : edits.decidedBy
  const items = (read.items ?? []).flatMap((item) => (typeof item === 'string' ? [] : [item.quote]))
  return {
    headline: finding.quote,
    value: t.outcomes[outcome] ?? outcome,
    rows: present([
      { name: 'outcome', written: null, understood: t.outcomes[outcome] ?? outcome },
      { name: 'items', written: null, understood: items.join('; ') || null },
      { name: 'decidedBy', written: words(read.by), understood: by },
    ]),
    missing: [],
  }
}

function meeting(read: Partial<Meeting>, edits: Edits, lookup: Lookup): Understood {
  const { t, text } = lookup
  const type = t.meetingTypes[read.type ?? 'other'] ?? read.type
  const body = edits.body === undefined ? words(read.body) : edits.body
  const heldOn = edits.heldOn === undefined ? (read.date?.iso ?? null) : edits.heldOn
  const place = edits.meetingPlace === undefined ? words(read.place) : edits.meetingPlace
  const chair = (read.chair ?? [])
    .map((one) => [one.name.quote, ...one.titles.map((title) => title.quote)].join(', '))
    .join('; ')
  return {
    headline: edits.title ?? [type, body].filter(Boolean).join(' · '),
    value: formatDate(heldOn),
    rows: present([
      { name: 'meetingType', written: null, understood: type ?? null },
      { name: 'body', written: words(read.body), understood: body },
      { name: 'number', written: null, understood: read.number ? String(read.number) : null },
      { name: 'term', written: null, understood: read.term ?? null },
      {
        name: 'heldOn',
        written: read.date ? text.slice(read.date.start, read.date.end) : null,
        understood: formatDate(heldOn) || null,
      },
      { name: 'meetingPlace', written: words(read.place), understood: place },
      { name: 'chair', written: null, understood: chair || null },
      same('concludedBy', read.concludedBy),
      {
        name: 'itemCount',
        written: null,
        understood: read.itemCount ? String(read.itemCount) : null,
      },
      { name: 'reviews', written: null, understood: periodText(read.reviews) },
      { name: 'plans', written: null, understood: periodText(read.plans) },
    ]),
    missing: [],
  }
}

function citation(finding: FindingView, read: Partial<Citation>, edits: Edits): Understood {
  const symbol = edits.symbol === undefined ? (read.symbol ?? read.number ?? null) : edits.symbol
  const issuer = edits.issuer === undefined ? (read.issuer ?? null) : edits.issuer
  return {
    headline: finding.quote,
    value: symbol ?? '',
    rows: present([
      { name: 'type', written: null, understood: read.type ?? null },
      { name: 'symbol', written: null, understood: symbol },
      { name: 'issuer', written: null, understood: issuer },
      { name: 'issued', written: null, understood: formatDate(read.date) || null },
      same('about', read.about),
    ]),
    missing: [],
  }
}

function agendaItem(
  finding: FindingView,
  read: Partial<AgendaItem>,
  edits: Edits,
  { language }: Lookup,
): Understood {
  const count = edits.count === undefined ? (read.count ?? null) : edits.count
  const route = [read.route?.submitter, read.route?.body, read.route?.next]
    .flatMap((one) => (one ? [one.quote] : []))
    .join(' → ')
  return {
    headline: edits.title ?? words(read.title) ?? finding.quote,
    value: count === null ? '' : `× ${formatNumber(count, language)}`,
    rows: present([{ name: 'route', written: null, understood: route || null }]),
    missing: [],
  }
}

function opinion(
  finding: FindingView,
  read: Partial<Opinion>,
  edits: Edits,
  { language }: Lookup,
): Understood {
  const count = edits.count === undefined ? (read.count ?? null) : edits.count
  return {
    headline: finding.quote,
    value: count === null ? '' : formatNumber(count, language),
    rows: present([same('about', read.about)]),
    missing: [],
  }
}

function check(finding: FindingView, read: Partial<Check>, { t }: Lookup): Understood {
  const problem = read.problem
    ? ((t.problems as Record<string, string>)[read.problem] ?? read.problem)
    : t.kinds.check
  return {
    headline: problem,
    value: '',
    rows: present([
      { name: 'suggestion', written: finding.quote, understood: read.suggestion ?? null },
    ]),
    missing: [],
  }
}

const words = (span: Span | null | undefined): string | null => span?.quote ?? null

const same = (name: FieldName, span: Span | null | undefined): Row => ({
  name,
  written: words(span),
  understood: words(span),
})

const present = (rows: Row[]): Row[] => rows.filter((row) => row.written || row.understood)
