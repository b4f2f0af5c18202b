// Findings for people: what was understood in one line, as a table, as Markdown, as CSV.
import type { Finding, FindingKind, PeriodValue, Quantity, Reading } from '@giaoban/reader'
import { writtenDate } from '../calendar.ts'
import { tableText } from './output.ts'
import type { Language } from './texts.ts'

const kindNames: Record<FindingKind, Record<Language, string>> = {
  quantity: { vi: 'số lượng', en: 'quantity' },
  statement: { vi: 'chỉ tiêu', en: 'statement' },
  period: { vi: 'kỳ', en: 'period' },
  meeting: { vi: 'hội nghị', en: 'meeting' },
  agendaItem: { vi: 'nội dung', en: 'agenda item' },
  opinion: { vi: 'ý kiến', en: 'opinion' },
  decision: { vi: 'quyết nghị', en: 'decision' },
  assignment: { vi: 'nhiệm vụ', en: 'assignment' },
  shortcoming: { vi: 'hạn chế', en: 'shortcoming' },
  citation: { vi: 'viện dẫn', en: 'citation' },
  organisation: { vi: 'cơ quan', en: 'organisation' },
  person: { vi: 'người', en: 'person' },
  project: { vi: 'dự án', en: 'project' },
  check: { vi: 'cần xem lại', en: 'check' },
}

const columns: Record<Language, readonly string[]> = {
  vi: ['vị trí', 'loại', 'hiểu là', 'văn bản viết'],
  en: ['at', 'kind', 'understood as', 'as written'],
}

const numbers: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 }),
}

/** What a finding was understood as, in one short line; empty where the quote says it all. */
export function understood(
  finding: Finding,
  byId: ReadonlyMap<string, Finding>,
  language: Language,
): string {
  switch (finding.kind) {
    case 'quantity':
      return quantityText(finding, language)
    case 'statement': {
      const quantity = byId.get(finding.quantity ?? '')
      const value = quantity?.kind === 'quantity' ? quantityText(quantity, language) : ''
      return joined(finding.indicator.code, value, finding.period && periodText(finding.period))
    }
    case 'period':
      return periodText(finding)
    case 'meeting':
      return joined(
        finding.type,
        finding.number === null ? null : `№ ${finding.number}`,
        finding.term,
        writtenDate(finding.date?.iso),
        finding.chair.map((one) => one.name.quote).join(', '),
      )
    case 'agendaItem':
    case 'opinion':
      return finding.count === null ? '' : numbers[language].format(finding.count)
    case 'decision':
      return finding.outcome
    case 'assignment':
      return joined(finding.lead?.text, writtenDate(finding.deadline?.iso))
    case 'shortcoming':
      return finding.topic
    case 'citation':
      return joined(finding.type, finding.symbol ?? finding.number, writtenDate(finding.date))
    case 'organisation':
    case 'person':
    case 'project':
      return joined(finding.name, finding.titles.map((one) => one.quote).join(', '))
    case 'check':
      return joined(finding.problem, finding.suggestion && `→ ${finding.suggestion}`)
  }
}

const joined = (...parts: (string | null | undefined)[]): string =>
  parts.filter(Boolean).join(' · ')

function quantityText(one: Quantity, language: Language): string {
  const format = numbers[language]
  const value = [
    one.bound ? `(${one.bound}) ` : '',
    format.format(one.value),
    one.max === null ? '' : `–${format.format(one.max)}`,
    one.of === null ? '' : `/${format.format(one.of)}`,
  ].join('')
  return `${value} ${one.unit === 'item' ? (one.unitText ?? '') : one.unit}`.trim()
}

function periodText({ from, to }: PeriodValue): string {
  return from === to ? writtenDate(from) : `${writtenDate(from)}–${writtenDate(to)}`
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** One document as a table for a terminal `width` columns wide. */
export function readingTable(reading: Reading, language: Language, width: number): string {
  const byId = new Map(reading.findings.map((one) => [one.id, one]))
  const rows = reading.findings.map((one) => [
    `${one.start}–${one.end}`,
    kindNames[one.kind][language],
    oneLine(understood(one, byId, language)).slice(0, 60),
    oneLine(one.quote),
  ])
  const title = `${reading.name}  (${reading.findings.length})`
  return `${title}\n${tableText(columns[language], rows, width)}\n`
}

/** One document as a Markdown section with a table. */
export function markdownText(reading: Reading, language: Language): string {
  const byId = new Map(reading.findings.map((one) => [one.id, one]))
  const cell = (text: string) => oneLine(text).replaceAll('|', '\\|')
  const rows = reading.findings.map(
    (one) =>
      `| ${one.start}–${one.end} | ${kindNames[one.kind][language]} | ${cell(understood(one, byId, language))} | ${cell(one.quote)} |`,
  )
  const head = columns[language]
  return `## ${reading.name}\n\n| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|\n${rows.join('\n')}\n\n`
}

/** First line of the CSV. */
export const csvHead =
  'name,kind,start,end,quote,rule,certainty,value,max,of,unit,bound,code,from,to,understood\n'

/** The rows of one document (RFC 4180; numbers with a decimal point). */
export function csvRows(reading: Reading): string {
  const byId = new Map(reading.findings.map((one) => [one.id, one]))
  return reading.findings
    .map((one) => {
      const linked = one.kind === 'statement' ? byId.get(one.quantity ?? '') : one
      const quantity = linked?.kind === 'quantity' ? linked : null
      const period = one.kind === 'statement' ? one.period : one.kind === 'period' ? one : null
      const cells = [
        reading.name,
        one.kind,
        one.start,
        one.end,
        one.quote,
        one.rule,
        one.certainty,
        quantity?.value,
        quantity?.max,
        quantity?.of,
        quantity?.unit,
        quantity?.bound,
        codeOf(one),
        period?.from,
        period?.to,
        understood(one, byId, 'en'),
      ]
      return `${cells.map(csvCell).join(',')}\n`
    })
    .join('')
}

function codeOf(one: Finding): string | null {
  if (one.kind === 'statement') return one.indicator.code
  if (one.kind === 'shortcoming') return one.topic
  if (one.kind === 'decision') return one.outcome
  if (one.kind === 'meeting') return one.type
  return one.kind === 'check' ? one.problem : null
}

function csvCell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
