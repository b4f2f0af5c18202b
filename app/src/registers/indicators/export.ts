// The figures of a year as a table to take along: what stands, with its revision, stage and source. Pure.
import type { SheetCell } from '../../office/workbook.ts'
import type { IndicatorView } from './contract.ts'
import { clean } from './derive.ts'
import type { FigureView } from './figure-reads-store.ts'
import { en, vi } from './figure-texts.ts'
import { periodLabel, periodOf } from './period.ts'
import { factorName, unitName } from './unit-names.ts'

export const exportColumns = [
  'code',
  'indicator',
  'body',
  'period',
  'from',
  'to',
  'counted',
  'value',
  'unit',
  'missing',
  'stage',
  'revision',
  'method',
  'source',
  'reason',
  'recordedBy',
  'recordedOn',
] as const

export const exportWidths: Record<(typeof exportColumns)[number], number> = {
  ...{ code: 14, indicator: 34, body: 20, period: 14, from: 11, to: 11, counted: 12, value: 14 },
  ...{ unit: 10, missing: 14, stage: 11, revision: 7, method: 12, source: 28, reason: 22 },
  ...{ recordedBy: 16, recordedOn: 11 },
}

/** A figure with all that its row tells. */
export interface ExportedFigure {
  figure: FigureView
  indicator: IndicatorView
  /** What its figures are written in: 1e9 for tỷ đồng. */
  factor: number
  body: string | null
  /** The title of the document whose sentence says it, or the name of the file. */
  source: string | null
  /** The day in Việt Nam; null for what was worked out. */
  recordedOn: string | null
}

/** A row each, by indicator, body and period; numbers as numbers, in what the indicator's figures are typed in. */
export function exportRows(figures: readonly ExportedFigure[], locale: 'vi' | 'en'): SheetCell[][] {
  const t = locale === 'en' ? en : vi
  return figures.map(({ figure, indicator, factor, body, source, recordedOn }) => {
    const { periodFrom: from, periodTo: to, value, missingReason, accumulation, kind } = figure
    const unit = [factorName(factor, locale), unitName(indicator.unit, locale)]
    return [
      indicator.code,
      (locale === 'en' && indicator.nameEn) || indicator.nameVi,
      body ?? t.province,
      periodLabel(periodOf({ from, to }), locale),
      ...[{ day: from }, { day: to }],
      [t.accumulation[accumulation], kind === 'yearEstimate' ? t.kind.yearEstimate : '']
        .filter(Boolean)
        .join(', '),
      value === null ? null : { number: clean(value / factor) },
      unit.filter(Boolean).join(' '),
      missingReason && t.missing[missingReason],
      t.stage[figure.stage],
      figure.number === 0 ? null : { number: figure.number },
      t.method[figure.method],
      [source, figure.cell].filter(Boolean).join(', '),
      ...[figure.reason, figure.recordedBy || null],
      recordedOn === null ? null : { day: recordedOn },
    ]
  })
}
