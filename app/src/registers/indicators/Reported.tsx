// What units report of an indicator: as it stands, as it stood, what differs, every version.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { endOfDay } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { formatInstant, formatNumber } from '../../web/format.ts'
import { type Language, useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { DialogButton } from '../../web/ui/DialogButton.tsx'
import { DateField, SelectField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import type { IndicatorView } from './contract.ts'
import { Definition } from './Definition.tsx'
import { FigureDialog, KeepDialog } from './FigureDialogs.tsx'
import type { figureRoutes, ReportedFigure } from './figure-contract.ts'
import { en, vi } from './figure-texts.ts'
import { periodLabel, periodOf } from './period.ts'
import { References } from './References.tsx'
import { SnapshotCheck } from './Snapshots.tsx'
import { formatWritten, type Written } from './TargetStatus.tsx'

/** So many figures are drawn at first: a province has as many of one indicator as a screen takes seconds for. */
const firstFigures = 200

export function Reported({ indicator }: { indicator: IndicatorView }) {
  const t = useTexts(vi, en)
  const [day, setDay] = useState<string | null>(null)
  const [since, setSince] = useState<string | null>(null)
  const [snapshot, setSnapshot] = useState('')
  const [opened, setOpened] = useState<'keep' | 'add' | ReportedFigure | null>(null)
  const [limit, setLimit] = useState(firstFigures)
  const query = {
    limit,
    ...(snapshot ? { snapshot } : day ? { at: endOfDay(day) } : {}),
    ...(since ? { since: endOfDay(since) } : {}),
  }
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['indicators', indicator.id, 'figures', query],
    queryFn: ({ signal }) =>
      request<typeof figureRoutes.list>('get', '/api/indicators/{id}/figures', {
        params: { id: indicator.id },
        query,
        signal,
      }),
    placeholderData: (former) => former,
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const written = data.definitions.length > 0 ? data.rules : null
  const past = snapshot !== '' || day !== null
  const mayEdit = data.mayEdit && !past
  const close = () => setOpened(null)
  return (
    <>
      <Definition indicator={indicator} told={data} />
      <References indicator={indicator} references={data.references} mayEdit={mayEdit} />
      <section className="targets">
        <div className="row section-head">
          <h2>{t.title}</h2>
          {mayEdit && (
            <span className="row">
              <Button look="plain" onClick={() => setOpened('keep')}>
                {t.keep}
              </Button>
              {!data.counted && <Button onClick={() => setOpened('add')}>{t.add}</Button>}
            </span>
          )}
        </div>
        <div className="row reported-view">
          {data.snapshots.length > 0 && (
            <SelectField
              label={t.view}
              value={snapshot}
              onChange={setSnapshot}
              options={[
                { value: '', label: t.now },
                ...data.snapshots.map((one) => ({
                  value: one.id,
                  label: t.snapshotOf(one.title, formatInstant(one.takenAt)),
                })),
              ]}
            />
          )}
          {snapshot === '' && <DateField label={t.onDay} value={day} onChange={setDay} />}
          <DateField label={t.sinceDay} value={since} onChange={setSince} />
        </div>
        {snapshot !== '' && <SnapshotCheck id={snapshot} />}
        {data.changes && <Changes indicator={indicator} changes={data.changes} />}
        {data.figures.length === 0 ? (
          <p className="muted">{t.none}</p>
        ) : (
          <FigureTable
            indicator={indicator}
            figures={data.figures}
            written={written}
            onRevise={mayEdit ? setOpened : null}
          />
        )}
        {data.more && (
          <div className="row">
            <Button look="plain" disabled={isFetching} onClick={() => setLimit(limit * 4)}>
              {t.moreBodies}
            </Button>
          </div>
        )}
        {opened === 'keep' && <KeepDialog onClose={close} />}
        {opened !== null && opened !== 'keep' && (
          <FigureDialog
            indicator={indicator}
            of={opened === 'add' ? undefined : opened}
            cumulative={data.rules.reportMode === 'yearToDate'}
            definitions={data.definitions}
            onClose={close}
          />
        )}
      </section>
    </>
  )
}

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

function valueText(
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

interface ChangesProps {
  indicator: IndicatorView
  changes: readonly { before: ReportedFigure | null; after: ReportedFigure | null }[]
}

function Changes({ indicator, changes }: ChangesProps) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const said = (one: ReportedFigure | null, none: string) =>
    one ? `${valueText(t, indicator, one, language)} (${t.stage[one.stage]})` : none
  return (
    <>
      <h3>{t.changes}</h3>
      {changes.length === 0 ? (
        <p className="muted">{t.noChanges}</p>
      ) : (
        <ul className="plain-list">
          {changes.map(({ before, after }) => {
            const place = after ?? before
            if (!place) return null
            const days = { from: place.periodFrom, to: place.periodTo }
            return (
              <li key={place.figureId}>
                {periodLabel(periodOf(days), language)}, {place.organisation?.name ?? t.province}:{' '}
                {said(before, t.nothing)} → <strong>{said(after, t.gone)}</strong>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
