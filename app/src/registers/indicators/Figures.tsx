// Reported figures of an indicator: those of the province, and of each body folded under its newest.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { formatInstant, formatNumber } from '../../web/format.ts'
import { type Language, useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { DialogButton } from '../../web/ui/DialogButton.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import type { IndicatorView } from './contract.ts'
import type { figureRoutes, ReportedFigure } from './figure-contract.ts'
import { en, vi } from './figure-texts.ts'
import { periodLabel, periodOf } from './period.ts'
import { formatWritten, type Written } from './TargetStatus.tsx'

type DerivedFigure = ReportedFigure & {
  growth: { amount: number; unit: '%' | 'point' } | null
  broken: boolean
  ofPlan: number | null
}

interface TableProps {
  indicator: IndicatorView
  figures: readonly DerivedFigure[]
  written: Written | null
  onRevise: ((figure: ReportedFigure) => void) | null
}

/** A table a body where several have some; a hundred units have thousands of figures, so they are drawn when opened. */
export function Figures({ figures, ...rest }: TableProps) {
  const groups = Map.groupBy(figures, (one) => one.organisation?.id ?? '')
  if (groups.size === 1) return <FigureTable figures={figures} {...rest} />
  const province = groups.get('')
  return (
    <>
      {province && <FigureTable figures={province} {...rest} />}
      {[...groups].map(([id, own]) => id !== '' && <OfBody key={id} figures={own} {...rest} />)}
    </>
  )
}

function OfBody({ figures, ...rest }: TableProps) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const [open, setOpen] = useState(false)
  const newest = figures.at(-1)
  if (!newest) return null
  return (
    <details className="figures-of" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{newest.organisation?.name}</strong>{' '}
        <span className="muted">
          {t.newestOf(
            figures.length,
            periodLabel(periodOf({ from: newest.periodFrom, to: newest.periodTo }), language),
            valueText(t, rest.indicator, newest, language, rest.written),
          )}
        </span>
      </summary>
      {open && <FigureTable figures={figures} {...rest} />}
    </details>
  )
}

function FigureTable({ indicator, figures, written, onRevise }: TableProps) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.column.period}</th>
            <th scope="col">{t.column.body}</th>
            <th scope="col">{t.column.value}</th>
            <th scope="col">{t.column.stage}</th>
            <th scope="col">{t.column.source}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((one) => (
            <tr key={one.figureId ?? `${one.periodFrom} ${one.periodTo} ${one.accumulation}`}>
              <th scope="row">
                {periodLabel(periodOf({ from: one.periodFrom, to: one.periodTo }), language)}{' '}
                <span className="muted">
                  {t.accumulation[one.accumulation]}
                  {one.kind === 'yearEstimate' && ` · ${t.kind.yearEstimate}`}
                </span>
              </th>
              <td data-label={t.column.body}>{one.organisation?.name ?? t.province}</td>
              <td data-label={t.column.value}>
                {valueText(t, indicator, one, language, written)}
                <Derived of={one} />
              </td>
              <td data-label={t.column.stage}>
                <Chip>{t.stage[one.stage]}</Chip>
              </td>
              <td data-label={t.column.source}>
                {[t.method[one.method], one.cell].filter(Boolean).join(' ')}{' '}
                {one.figureId && (
                  <span className="muted source-note">
                    {t.recorded(one.recordedBy, formatInstant(one.recordedAt))}
                  </span>
                )}
                {one.reason && <span className="muted source-note">{t.because(one.reason)}</span>}
                <span className="row">
                  {onRevise && one.figureId && (
                    <Button small onClick={() => onRevise(one)}>
                      {t.revise}
                    </Button>
                  )}
                  {one.figureId && one.number > 1 && (
                    <DialogButton
                      open={t.history}
                      title={t.history}
                      of={periodLabel(
                        periodOf({ from: one.periodFrom, to: one.periodTo }),
                        language,
                      )}
                    >
                      <Versions indicator={indicator} figureId={one.figureId} />
                    </DialogButton>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What follows from it: growth over last year, and the part of its plan. */
function Derived({ of: { growth, broken, ofPlan } }: { of: DerivedFigure }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const number = (value: number) => formatNumber(value, language, 2)
  const change = growth && `${growth.amount > 0 ? '+' : ''}${number(growth.amount)}`
  const told = [
    growth && t.growth(growth.unit === '%' ? `${change}%` : `${change} ${t.point}`),
    broken ? t.broken : '',
    ofPlan === null ? '' : t.ofPlan(`${number(ofPlan)}%`),
  ].filter(Boolean)
  if (told.length === 0) return null
  return <span className="muted source-note">{told.join(' · ')}</span>
}

/** The value as its unit is written, or why there is none. */
export function valueText(
  t: typeof vi,
  indicator: IndicatorView,
  { value, missingReason }: ReportedFigure,
  language: Language,
  written: Written | null = null,
): string {
  if (value !== null) return formatWritten(indicator, language, value, written)
  return missingReason ? t.missing[missingReason] : ''
}

function Versions({ indicator, figureId }: { indicator: IndicatorView; figureId: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['indicators', 'versions', figureId],
    queryFn: ({ signal }) =>
      request<typeof figureRoutes.versions>('get', '/api/figures/{id}/versions', {
        params: { id: figureId },
        signal,
      }),
  })
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <ol className="plain-list">
      {data.versions.map((one) => (
        <li key={one.number}>
          <strong>{valueText(t, indicator, one, language)}</strong>{' '}
          <Chip>{t.stage[one.stage]}</Chip> {t.method[one.method]}{' '}
          <span className="muted">
            {t.recorded(one.recordedBy, formatInstant(one.recordedAt))}
            {one.reason && ` · ${t.because(one.reason)}`}
          </span>
        </li>
      ))}
    </ol>
  )
}
