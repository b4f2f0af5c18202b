// Which fields of a finding can be edited, with what stands in the text for each.
import type {
  AgendaItem,
  Assignment,
  Citation,
  Decision,
  Meeting,
  Opinion,
  Shortcoming,
  Statement,
} from '@giaoban/reader'
import type { Edits, FindingView } from './contract.ts'
import { type FieldName, type Lookup, quantityOf } from './words.ts'

export interface EditableField {
  name: keyof Edits
  label: FieldName
  input: 'text' | 'area' | 'date' | 'number' | 'choice' | 'topic' | 'indicator' | 'quantity'
  /** The words of the text it was understood from. */
  written: string | null
  options?: { value: string; label: string }[]
  /** Emptied it means: not stated. */
  nullable?: boolean
  /** Stands beside the field before it. */
  beside?: boolean
  /** Gets the focus: what most probably has to be filled in. */
  first?: boolean
}

export interface Editable {
  fields: EditableField[]
  /** Values as they are now, earlier edits included. */
  read: Edits
}

export function editableFields(finding: FindingView, lookup: Lookup): Editable {
  const edited = finding.edited ?? {}
  const { fields, read } = fieldsOf(finding, lookup)
  const now: Edits = { ...read, ...edited }
  const first = firstToFill(finding.kind, fields, now)
  return { fields: fields.map((field) => ({ ...field, first: field.name === first })), read: now }
}

function firstToFill(kind: string, fields: EditableField[], now: Edits): string | undefined {
  if (kind === 'statement') {
    return now.indicatorCode || now.newIndicator ? 'value' : 'indicatorCode'
  }
  if (kind === 'assignment') {
    if (!now.leadText) return 'leadText'
    return now.deadlineIso ? 'action' : 'deadlineIso'
  }
  return fields[0]?.name
}

function fieldsOf(finding: FindingView, lookup: Lookup): Editable {
  switch (finding.kind) {
    case 'statement':
      return statement(finding, lookup)
    case 'assignment':
      return assignment(finding.payload as Partial<Assignment>, finding.quote)
    case 'shortcoming':
      return shortcoming(finding.payload as Partial<Shortcoming>, finding.quote)
    case 'decision':
      return decision(finding.payload as Partial<Decision>, lookup)
    case 'meeting':
      return meeting(finding.payload as Partial<Meeting>, lookup)
    case 'citation':
      return citation(finding.payload as Partial<Citation>)
    case 'agendaItem':
      return agendaItem(finding.payload as Partial<AgendaItem>, finding.quote)
    case 'opinion':
      return {
        fields: [{ name: 'count', label: 'count', input: 'number', written: finding.quote }],
        read: { count: (finding.payload as Partial<Opinion>).count ?? null },
      }
    default:
      return { fields: [], read: {} }
  }
}

function statement(finding: FindingView, lookup: Lookup): Editable {
  const read = finding.payload as Partial<Statement>
  const quantity = quantityOf(finding, lookup)
  const period = read.period ? lookup.text.slice(read.period.start, read.period.end) : null
  const { modality } = lookup.t
  return {
    fields: [
      {
        name: 'indicatorCode',
        label: 'indicator',
        input: 'indicator',
        written: read.indicator?.quote ?? null,
      },
      {
        name: 'value',
        label: 'value',
        input: 'quantity',
        written: quantity
          ? [quantity.boundText, quantity.quote].filter(Boolean).join(' ')
          : finding.quote,
      },
      { name: 'periodLabel', label: 'period', input: 'text', written: period, nullable: true },
      { name: 'periodFrom', label: 'from', input: 'date', written: null },
      { name: 'periodTo', label: 'to', input: 'date', written: null, beside: true },
      {
        name: 'modality',
        label: 'modality',
        input: 'choice',
        written: null,
        options: Object.entries(modality).map(([value, label]) => ({ value, label })),
      },
      {
        name: 'place',
        label: 'place',
        input: 'text',
        written: read.place?.quote ?? null,
        nullable: true,
        beside: true,
      },
    ],
    read: {
      indicatorCode: read.indicator?.code ?? undefined,
      value: quantity?.value ?? null,
      unit: quantity?.unit ?? null,
      periodLabel: read.period?.label ?? null,
      periodFrom: read.period?.from ?? null,
      periodTo: read.period?.to ?? null,
      modality: read.modality ?? 'actual',
      place: read.place?.quote ?? null,
    },
  }
}

function assignment(read: Partial<Assignment>, quote: string): Editable {
  return {
    fields: [
      { name: 'action', label: 'action', input: 'area', written: read.action?.quote ?? quote },
      {
        name: 'leadText',
        label: 'lead',
        input: 'text',
        written: read.lead?.span.quote ?? null,
        nullable: true,
      },
      {
        name: 'deadlineIso',
        label: 'deadline',
        input: 'date',
        written: read.deadline?.span.quote ?? null,
      },
    ],
    read: {
      action: read.action?.quote ?? quote,
      leadText: read.lead?.text ?? null,
      deadlineIso: read.deadline?.iso ?? null,
    },
  }
}

function shortcoming(read: Partial<Shortcoming>, quote: string): Editable {
  return {
    fields: [
      { name: 'topic', label: 'topic', input: 'topic', written: quote },
      { name: 'subject', label: 'subject', input: 'area', written: read.subject?.quote ?? quote },
    ],
    read: { topic: read.topic ?? 'other', subject: read.subject?.quote ?? quote },
  }
}

function decision(read: Partial<Decision>, { t }: Lookup): Editable {
  return {
    fields: [
      {
        name: 'outcome',
        label: 'outcome',
        input: 'choice',
        written: null,
        options: Object.entries(t.outcomes).map(([value, label]) => ({ value, label })),
      },
      {
        name: 'decidedBy',
        label: 'decidedBy',
        input: 'text',
        written: read.by?.quote ?? null,
        nullable: true,
      },
    ],
    read: { outcome: read.outcome ?? 'other', decidedBy: read.by?.quote ?? null },
  }
}

function meeting(read: Partial<Meeting>, { text }: Lookup): Editable {
  return {
    fields: [
      {
        name: 'heldOn',
        label: 'heldOn',
        input: 'date',
        written: read.date ? text.slice(read.date.start, read.date.end) : null,
      },
      {
        name: 'body',
        label: 'body',
        input: 'text',
        written: read.body?.quote ?? null,
        nullable: true,
      },
      {
        name: 'meetingPlace',
        label: 'meetingPlace',
        input: 'text',
        written: read.place?.quote ?? null,
        nullable: true,
      },
      { name: 'title', label: 'title', input: 'text', written: null },
    ],
    read: {
      heldOn: read.date?.iso ?? null,
      body: read.body?.quote ?? null,
      meetingPlace: read.place?.quote ?? null,
    },
  }
}

function citation(read: Partial<Citation>): Editable {
  return {
    fields: [
      {
        name: 'symbol',
        label: 'symbol',
        input: 'text',
        written: read.symbol ?? null,
        nullable: true,
      },
      {
        name: 'issuer',
        label: 'issuer',
        input: 'text',
        written: read.issuer ?? null,
        nullable: true,
      },
    ],
    read: { symbol: read.symbol ?? null, issuer: read.issuer ?? null },
  }
}

function agendaItem(read: Partial<AgendaItem>, quote: string): Editable {
  return {
    fields: [
      { name: 'title', label: 'title', input: 'area', written: read.title?.quote ?? quote },
      { name: 'count', label: 'count', input: 'number', written: null },
    ],
    read: { title: read.title?.quote ?? quote, count: read.count ?? null },
  }
}
