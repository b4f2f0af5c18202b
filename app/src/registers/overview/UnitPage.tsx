// The scorecard of one unit: its indicators, its reports on time, its tasks by the official count.
import './overview.css'
import '../../web/ui/register.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'
import { request } from '../../web/api.ts'
import { CopySheet, SheetTable } from '../../web/charts/SheetTable.tsx'
import type { Tone } from '../../web/charts/tone.ts'
import { formatDate, formatNumber } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { addressOf } from '../assignments/useChosen.tsx'
import { formatShare } from '../indicators/TargetStatus.tsx'
import { YearLink } from '../indicators/YearLink.tsx'
import { Rule } from './Rule.tsx'
import { cardSheet } from './series.ts'
import type { UnitCard, unitRoutes } from './units-contract.ts'
import { en, vi } from './units-texts.ts'

export function UnitPage() {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const { id } = useParams<{ id: string }>()
  const { data, error, refetch } = useQuery({
    queryKey: ['overview', 'unit', id],
    queryFn: ({ signal }) =>
      request<typeof unitRoutes.unit>('get', '/api/organisations/{id}/overview', {
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
        list={{ to: '/overview/units', words: t.toUnits }}
      />
    )
  if (!data) return <Loading />
  const sheet = cardSheet(data, { t, language })
  return (
    <div className="page">
      <PageHead
        title={t.card(data.body.name)}
        intro={data.to ? `${t.cardIntro} ${t.until(formatDate(data.to))}.` : t.cardIntro}
        actions={
          <>
            <YearLink year={data.year} body={id} />
            <ButtonLink to={`/bodies/${id}`}>{t.toBody}</ButtonLink>
            <ButtonLink to="/overview/units">{t.toUnits}</ButtonLink>
          </>
        }
      />
      <div className="unit-facts">
        <Tasks card={data} />
        {data.reports && <Reports card={data} rates={data.reports} />}
      </div>
      <section className="register-section unit-indicators">
        <div className="row">
          <h2>{t.indicators}</h2>
          {data.rows.length > 0 && <CopySheet sheet={sheet} t={t} />}
        </div>
        {data.rows.length === 0 ? (
          <EmptyState title={t.noneOfUnit} detail={t.noneDetail} />
        ) : (
          <>
            <SheetTable sheet={sheet} />
            <Rule />
          </>
        )}
      </section>
    </div>
  )
}

const cells = ['doneOnTime', 'doneLate', 'openInTerm', 'openOverdue'] as const
const tones: Record<(typeof cells)[number], Tone> = {
  doneOnTime: 'good',
  doneLate: 'warn',
  openInTerm: 'neutral',
  openOverdue: 'bad',
}

function Tasks({ card: { tasks, share, body } }: { card: UnitCard }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  return (
    <section>
      <h2>{t.tasks}</h2>
      {tasks.total === 0 ? (
        <p className="muted">{t.tasksNone}</p>
      ) : (
        <ul className="overview-summary">
          {cells.map((cell) => (
            <li key={cell}>
              <Link href={addressOf('/assignments', { by: 'all', counted: cell, lead: body.id })}>
                <strong>{formatNumber(tasks[cell], language)}</strong>{' '}
                <Status tone={tones[cell]}>{t.taskCells[cell]}</Status>
              </Link>
            </li>
          ))}
          {share !== null && <li>{t.taskShare(formatShare(share, language))}</li>}
        </ul>
      )}
    </section>
  )
}

function Reports({
  card: { year },
  rates,
}: {
  card: UnitCard
  rates: NonNullable<UnitCard['reports']>
}) {
  const t = useTexts(vi, en)
  const { owed, sent, onTime, missing } = rates
  return (
    <section>
      <h2>{t.reports(year)}</h2>
      {owed === 0 ? (
        <p className="muted">{t.reportsNone}</p>
      ) : (
        <ul className="overview-summary">
          <li>
            <strong>{t.ofOwed(sent, owed)}</strong> <Status tone="neutral">{t.reportsSent}</Status>
          </li>
          <li>
            <strong>{t.ofOwed(onTime, owed)}</strong> <Status tone="good">{t.reportsOnTime}</Status>
          </li>
          <li>
            <Link href="/reports">
              <strong>{missing}</strong>{' '}
              <Status tone={missing > 0 ? 'bad' : 'none'}>{t.reportsMissing}</Status>
            </Link>
          </li>
        </ul>
      )}
    </section>
  )
}
