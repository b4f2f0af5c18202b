// The targets of an indicator: what was decided, how the figures stand to it, where the year will end.

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { request } from '../../web/api.ts'
import { formatDate, formatInstant } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { DateField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { SourceLink } from '../../web/ui/SourceLink.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import type { IndicatorView, ObservationView } from './contract.ts'
import { JudgeDialog, TargetDialog } from './TargetDialogs.tsx'
import {
  formatAmount,
  formatShare,
  ReachedBy,
  rough,
  TargetBullet,
  TargetStatus,
} from './TargetStatus.tsx'
import type { TargetView, targetRoutes } from './target-contract.ts'
import { en, vi } from './target-texts.ts'

type Opened = { what: 'add'; from?: ObservationView } | { what: 'revise' | 'judge'; of: TargetView }

export function Targets({
  indicator,
  observations,
}: {
  indicator: IndicatorView
  observations: readonly ObservationView[]
}) {
  const t = useTexts(vi, en)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [day, setDay] = useState<string | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['indicators', indicator.id, 'targets', day],
    queryFn: ({ signal }) =>
      request<typeof targetRoutes.list>('get', '/api/indicators/{id}/targets', {
        params: { id: indicator.id },
        query: day ? { on: day } : {},
        signal,
      }),
    placeholderData: (former) => former,
  })
  const close = () => setOpened(null)
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { targets } = data
  const mayEdit = data.mayEdit && day === null
  const used = new Set(
    targets.flatMap(({ versions }) => versions.flatMap(({ source }) => source?.findingId ?? [])),
  )
  const said = observations.filter(
    (one) => one.modality === 'target' && !used.has(one.source.findingId),
  )
  return (
    <section className="targets">
      <div className="row section-head">
        <h2>{t.title}</h2>
        {mayEdit && <Button onClick={() => setOpened({ what: 'add' })}>{t.add}</Button>}
      </div>
      {targets.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <>
          <div className="row reported-view">
            <DateField label={t.onDay} hint={t.onDayHint} value={day} onChange={setDay} />
          </div>
          <TargetTable
            indicator={indicator}
            targets={targets}
            actions={(of) => (
              <span className="row">
                {mayEdit && (
                  <>
                    <Button small onClick={() => setOpened({ what: 'revise', of })}>
                      {t.revise}
                    </Button>
                    <Button small look="plain" onClick={() => setOpened({ what: 'judge', of })}>
                      {t.judge}
                    </Button>
                  </>
                )}
                <AccessButton
                  kind="target"
                  id={of.id}
                  of={`${of.organisation?.name ?? t.province}, ${t.kind[of.kind]}`}
                />
              </span>
            )}
          />
          <p className="muted targets-rule">
            {t.rule} {t.legend}
          </p>
        </>
      )}
      {mayEdit && said.length > 0 && (
        <>
          <h3>{t.fromReports}</h3>
          <ul className="plain-list">
            {said.map((one) => (
              <li key={one.id} className="row">
                <SourceLink source={one.source}>{one.source.quote}</SourceLink>
                <Button small onClick={() => setOpened({ what: 'add', from: one })}>
                  {t.take}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {opened?.what === 'add' && (
        <TargetDialog indicator={indicator} from={opened.from} onClose={close} />
      )}
      {opened?.what === 'revise' && (
        <TargetDialog indicator={indicator} of={opened.of} onClose={close} />
      )}
      {opened?.what === 'judge' && <JudgeDialog target={opened.of} onClose={close} />}
    </section>
  )
}

interface TableProps {
  indicator: IndicatorView
  targets: readonly TargetView[]
  actions: (target: TargetView) => ReactNode
}

function TargetTable({ indicator, targets, actions }: TableProps) {
  const t = useTexts(vi, en)
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.column.target}</th>
            <th scope="col">{t.column.period}</th>
            <th scope="col">{t.column.reached}</th>
            <th scope="col">{t.column.expected}</th>
            <th scope="col">{t.column.state}</th>
            <th scope="col">{t.column.basis}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => (
            <Row key={target.id} indicator={indicator} target={target} actions={actions} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ indicator, target, actions }: Omit<TableProps, 'targets'> & { target: TargetView }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const { now, standing, versions, split, judgement } = target
  const amount = (low: number, high?: number) => formatAmount(indicator, language, low, high)
  const gone = versions.at(-1)?.withdrawn
  return (
    <tr>
      <th scope="row">
        {now === null
          ? gone
            ? t.withdrawn
            : t.notYet
          : now.low === null
            ? now.words
            : amount(now.low, now.high ?? now.low)}{' '}
        <span className="muted">
          {target.organisation?.name ?? t.province} · {t.kind[target.kind]}
          {target.authority && ` · ${t.authority[target.authority]}`}
        </span>
        {split && (
          <span className="muted source-note">
            {t.split(split.bodies, amount(split.sum))} (
            {split.difference === 0
              ? t.even
              : split.difference > 0
                ? t.over(amount(split.difference))
                : t.short(amount(-split.difference))}
            )
          </span>
        )}
      </th>
      <td data-label={t.column.period}>
        {formatDate(target.from)}–{formatDate(target.to)}
      </td>
      <td data-label={t.column.reached}>
        <Reached indicator={indicator} target={target} />
      </td>
      <td data-label={t.column.expected}>
        {standing.expected && (
          <>
            {amount(rough(standing.expected.low), rough(standing.expected.high))}{' '}
            <span className="muted source-note">
              {standing.expected.by === 'seasonal'
                ? t.by.seasonal(standing.expected.years)
                : t.by[standing.expected.by]}
            </span>
          </>
        )}
      </td>
      <td data-label={t.column.state}>
        <TargetStatus target={target} />
        {standing.share !== null && (
          <span className="muted source-note">
            {t.ofExpected(formatShare(standing.share, language))}
          </span>
        )}
        {judgement && (
          <span className="source-note">
            <Chip>{t.likelihood[judgement.likelihood]}</Chip> {judgement.body}{' '}
            <span className="muted">
              {t.judged(judgement.by, formatInstant(judgement.at))}
              {differs(target) && ` · ${t.differs}`}
            </span>
          </span>
        )}
      </td>
      <td data-label={t.column.basis}>
        <Versions indicator={indicator} target={target} />
        {actions(target)}
      </td>
    </tr>
  )
}

/** Somebody thinks otherwise than the figures say. */
const differs = ({ standing, judgement }: TargetView) =>
  (standing.state === 'onTrack' && judgement?.likelihood !== 'likely') ||
  (standing.state === 'late' && judgement?.likelihood === 'likely')

function Reached({ indicator, target }: { indicator: IndicatorView; target: TargetView }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const { actual, asOf, ofTarget, forecast, samePeriod, broken } = target.standing
  const amount = (value: number) => formatAmount(indicator, language, value)
  const near = (value: number) => amount(rough(value))
  if (actual === null) return <span className="muted">{t.noFigure}</span>
  return (
    <>
      <TargetBullet indicator={indicator} target={target} width={150} />
      {amount(actual)}{' '}
      <span className="muted source-note">
        {[
          t.asOf(formatDate(asOf)),
          ofTarget === null ? '' : t.ofTarget(formatShare(ofTarget, language)),
          samePeriod === null ? '' : t.samePeriod(amount(samePeriod)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <ReachedBy target={target} said={target.standing.said} />
      {broken && (
        <span className="muted source-note">
          {t.broken(formatDate(broken.onDay), broken.reason)}
        </span>
      )}
      {forecast && (
        <span className="muted source-note">
          {t.column.forecast}: {near(forecast.value)}
          {forecast.years > 1 && ` (${t.range(near(forecast.least), near(forecast.most))})`},{' '}
          {t.ranged(forecast.years)}
        </span>
      )}
    </>
  )
}

function Versions({ indicator, target }: { indicator: IndicatorView; target: TargetView }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const newest = target.versions.at(-1)
  if (!newest) return null
  const what = (one: TargetView['versions'][number]) =>
    one.withdrawn
      ? t.withdrawn
      : one.low === null
        ? one.words
        : formatAmount(indicator, language, one.low, one.high ?? one.low)
  return (
    <>
      {t.decided(formatDate(newest.decidedOn), newest.legalReference)}{' '}
      {newest.source && <SourceLink source={newest.source} />}
      {newest.path.map((step) => (
        <span key={step.by} className="muted source-note">
          {t.step(formatDate(step.by), step.text)}
        </span>
      ))}
      {newest.note && <span className="muted source-note">{newest.note}</span>}
      {target.versions.length > 1 && (
        <details>
          <summary>{t.versions(target.versions.length)}</summary>
          <ol className="plain-list">
            {target.versions.map((one) => (
              <li key={one.number}>
                {what(one)}: {t.decided(formatDate(one.decidedOn), one.legalReference)}{' '}
                <span className="muted">
                  {t.recorded(one.recordedBy, formatInstant(one.recordedAt))}
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}
