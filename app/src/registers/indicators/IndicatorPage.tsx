// One indicator: its chart, and every figure with its sentence, who confirmed it and when.
import './indicators.css'
import '../../web/ui/register.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'
import { HistoryButton } from '../../record/History.tsx'
import { request } from '../../web/api.ts'
import { roomFor } from '../../web/charts/room.ts'
import { Trend } from '../../web/charts/Trend.tsx'
import { formatInstant, formatNumber, formatPeriod } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { SourceLink } from '../../web/ui/SourceLink.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { ChainButton } from '../chain/ChainButton.tsx'
import { askedIn, en as checksEn, vi as checksVi } from './check-texts.ts'
import type { Question } from './checks.ts'
import type { IndicatorView, indicatorRoutes, ObservationView } from './contract.ts'
import { Explanations } from './Explanations.tsx'
import { Comparisons, Figure } from './Figure.tsx'
import { Reported } from './Reported.tsx'
import { trendOf } from './series.ts'
import { formatAmount } from './TargetStatus.tsx'
import { Targets } from './Targets.tsx'
import { en, vi } from './texts.ts'
import { UnitFigures } from './UnitFigures.tsx'
import { unitName } from './unit-names.ts'

export function IndicatorPage() {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const { id } = useParams<{ id: string }>()
  const { data, error, refetch } = useQuery({
    queryKey: ['indicators', id],
    queryFn: ({ signal }) =>
      request<typeof indicatorRoutes.get>('get', '/api/indicators/{id}', {
        params: { id },
        signal,
      }),
  })
  if (error)
    return (
      <ErrorPanel
        error={error}
        onRetry={() => void refetch()}
        page
        list={{ to: '/indicators', words: t.back }}
      />
    )
  if (!data) return <Loading />
  const { indicator, observations, reportedSeries, asked } = data
  const name = language === 'en' ? indicator.nameEn : indicator.nameVi
  const trend = trendOf(indicator, observations, language, reportedSeries)
  return (
    <div className="page">
      <PageHead
        title={name}
        actions={
          <>
            <ChainButton kind="indicator" id={indicator.id} of={name} />
            <HistoryButton kind="indicator" id={indicator.id} of={name} />
            <AccessButton kind="indicator" id={indicator.id} of={name} />
            <ButtonLink to={`/overview/indicators/${indicator.id}`}>{t.byUnit}</ButtonLink>
            <ButtonLink to="/indicators">{t.back}</ButtonLink>
          </>
        }
      />
      <dl className="facts">
        <Fact name={t.unit} value={unitName(indicator.unit, language)} />
        <Fact name={t.direction} value={t.better[indicator.direction]} />
        <Fact name={t.code} value={indicator.code} />
      </dl>
      {trend.points.length > 1 && (
        <section className="panel padded">
          <Trend
            {...trend}
            width={roomFor(860, window.innerWidth)}
            height={280}
            title={t.chart(name)}
          />
        </section>
      )}
      <Targets indicator={indicator} observations={observations} />
      <Explanations indicator={indicator} />
      <Reported indicator={indicator} />
      <UnitFigures indicator={indicator} />
      <h2>{t.figures}</h2>
      {observations.length === 0 ? (
        <EmptyState title={t.emptyTitle} detail={t.emptyDetail} />
      ) : (
        <Figures
          indicator={indicator}
          observations={observations.toReversed()}
          asked={new Map(asked.map((one) => [one.observationId, one.questions]))}
        />
      )}
    </div>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  if (!value) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Figures({
  indicator,
  observations,
  asked,
}: {
  indicator: IndicatorView
  observations: ObservationView[]
  asked: ReadonlyMap<string, readonly Question[]>
}) {
  const t = useTexts(vi, en)
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.column.period}</th>
            <th scope="col">{t.column.latest}</th>
            <th scope="col">{t.column.comparisons}</th>
            <th scope="col">{t.conference}</th>
            <th scope="col">{t.source}</th>
          </tr>
        </thead>
        <tbody>
          {observations.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {formatPeriod(one.period) || '–'}
                {one.place && <span className="muted"> · {one.place}</span>}
              </th>
              <td>
                <Figure observation={one} />
              </td>
              <td>
                <Comparisons observation={one} indicator={indicator} />
                {asked.get(one.id)?.map((question) => (
                  <Asked
                    key={`${question.code} ${question.found}`}
                    of={question}
                    indicator={indicator}
                  />
                ))}
              </td>
              <td data-label={t.conference}>
                {one.conference && (
                  <Link href={`/conferences/${one.conference.id}`}>{one.conference.title}</Link>
                )}
              </td>
              <td>
                <SourceLink source={one.source} />{' '}
                <HistoryButton kind="observation" id={one.id} of={one.source.quote} />{' '}
                <AccessButton kind="observation" id={one.id} of={one.source.quote} />
                <span className="muted source-note">
                  {t.confirmed(one.source.confirmedBy, formatInstant(one.source.confirmedAt))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A question about a figure of a document: what it says against what the figures give. */
function Asked({ of, indicator }: { of: Question; indicator: IndicatorView }) {
  const t = useTexts(vi, en)
  const words = useTexts(checksVi, checksEn)
  const { language } = useLanguage()
  const write = (value: number) => formatAmount(indicator, language, value)
  const percent = (value: number) => `${formatNumber(value, language, 2)}%`
  return (
    <span className="source-note">
      <Status tone="warn">{t.ask}</Status> {askedIn(words, of, write, percent)}
    </span>
  )
}
