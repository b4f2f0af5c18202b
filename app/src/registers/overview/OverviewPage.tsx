// The chair's page: what is late, since when, what was ordered about it, who is late; one screen.
import './overview.css'
import '../../web/ui/register.css'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { type Answer, request } from '../../web/api.ts'
import type { Tone } from '../../web/charts/tone.ts'
import { formatDate, formatNumber } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { stateTones, taskAddress } from '../assignments/AssignmentTable.tsx'
import { en as tasksEn, vi as tasksVi } from '../assignments/texts.ts'
import { addressOf } from '../assignments/useChosen.tsx'
import { periodLabel, periodOf } from '../indicators/period.ts'
import {
  formatAmount,
  formatShare,
  rough,
  stateTones as targetTones,
} from '../indicators/TargetStatus.tsx'
import { thresholds } from '../indicators/target.ts'
import type { LateIndicator, overviewRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

type Overview = Answer<typeof overviewRoutes.get>['overview']

/** So many of each stand on one screen; the others open, and paper shows all. */
const shown = { late: 5, bodies: 6, owing: 6 }

export function OverviewPage() {
  const t = useTexts(vi, en)
  const { data, error, refetch } = useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => request<typeof overviewRoutes.get>('get', '/api/overview', { signal }),
  })
  return (
    <div className="page overview">
      <PageHead
        title={t.title}
        intro={data ? `${t.intro} ${t.asOf(formatDate(data.overview.today))}.` : t.intro}
        actions={<ButtonLink to="/overview/units">{t.units}</ButtonLink>}
      />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Overview overview={data.overview} />
      ) : (
        <Loading />
      )}
    </div>
  )
}

function Overview({ overview }: { overview: Overview }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const share = (part: number) => formatShare(part, language)
  return (
    <>
      <Summary overview={overview} />
      <div className="overview-parts">
        <section className="overview-late" aria-labelledby="overview-late">
          <h2 id="overview-late">{t.late}</h2>
          <LateList overview={overview} />
        </section>
        <div className="overview-who">
          <section aria-labelledby="overview-bodies">
            <h2 id="overview-bodies">{t.bodies}</h2>
            <Bodies overview={overview} />
          </section>
          {overview.owing && (
            <section aria-labelledby="overview-owing">
              <h2 id="overview-owing">{t.owing}</h2>
              <Owing owing={overview.owing} />
            </section>
          )}
        </div>
      </div>
      <p className="muted overview-rule">
        {t.rule(share(thresholds.onTrack), share(thresholds.watch))}
      </p>
    </>
  )
}

const indicatorStates = ['late', 'watch', 'onTrack', 'notJudged'] as const
const taskCells = ['openOverdue', 'openInTerm', 'doneLate', 'doneOnTime'] as const
const cellTones: Record<(typeof taskCells)[number], Tone> = {
  openOverdue: 'bad',
  openInTerm: 'neutral',
  doneLate: 'warn',
  doneOnTime: 'good',
}

/** Both counts: indicators by state, tasks by the official four. */
function Summary({ overview }: { overview: Overview }) {
  const t = useTexts(vi, en)
  const { states, tasks } = overview
  return (
    <div className="overview-counts">
      <ul className="overview-summary" aria-label={t.indicators}>
        <li className="muted" aria-hidden="true">
          {t.indicators}
        </li>
        {indicatorStates.map((state) => (
          <li key={state}>
            <Count n={states[state]} to={`/indicators?state=${state}`} tone={targetTones[state]}>
              {t.states[state]}
            </Count>
          </li>
        ))}
      </ul>
      <ul className="overview-summary" aria-label={t.tasksCounted}>
        <li className="muted" aria-hidden="true">
          {t.tasksCounted}
        </li>
        {taskCells.map((cell) => (
          <li key={cell}>
            <Count
              n={tasks[cell]}
              to={addressOf('/assignments', { by: 'all', counted: cell })}
              tone={cellTones[cell]}
            >
              {t.tasks[cell]}
            </Count>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A number that opens what it counts. */
function Count({ n, to, tone, children }: { n: number; to: string; tone: Tone; children: string }) {
  const { language } = useLanguage()
  return (
    <Link href={to}>
      <strong>{formatNumber(n, language)}</strong> <Status tone={tone}>{children}</Status>
    </Link>
  )
}

function LateList({ overview }: { overview: Overview }) {
  const t = useTexts(vi, en)
  const { states, late } = overview
  const plans = states.late + states.watch + states.onTrack + states.notJudged
  if (plans === 0)
    return (
      <EmptyState
        title={t.lateNone}
        detail={t.noPlans}
        action={<ButtonLink to="/indicators">{t.noPlansAction}</ButtonLink>}
      />
    )
  if (late.length === 0) return <p className="muted">{t.lateNone}</p>
  return (
    <Some of={late.length} most={shown.late}>
      <div className="table-frame">
        <table className="table cards">
          <thead>
            <tr>
              <th scope="col">{t.column.indicator}</th>
              <th scope="col">{t.column.reached}</th>
              <th scope="col">{t.column.since}</th>
              <th scope="col">{t.column.ordered}</th>
            </tr>
          </thead>
          <tbody>
            {late.map((one) => (
              <LateRow key={one.indicator.id} {...one} today={overview.today} />
            ))}
          </tbody>
        </table>
      </div>
    </Some>
  )
}

function LateRow(row: LateIndicator & { today: string }) {
  const { indicator, target, since, figures, raised, tasks, ordered, overdue, today } = row
  const t = useTexts(vi, en)
  const states = useTexts(tasksVi, tasksEn).state
  const { language } = useLanguage()
  const { standing } = target
  const actual = standing.actual === null ? '–' : formatAmount(indicator, language, standing.actual)
  const expected = standing.expected
    ? formatAmount(indicator, language, rough(standing.expected.low), rough(standing.expected.high))
    : '–'
  return (
    <tr>
      <th scope="row">
        <Link href={`/indicators/${indicator.id}`}>
          {language === 'en' ? indicator.nameEn : indicator.nameVi}
        </Link>
        {target.to < today && (
          <span className="source-note muted">
            {t.planOver(periodLabel(periodOf(target), language))}
          </span>
        )}
        {raised > 0 && <span className="source-note muted">{t.raised(raised)}</span>}
      </th>
      <td data-label={t.column.reached}>
        {t.reached(actual, expected)}
        <span className="source-note">
          <Status tone="bad">
            {standing.share === null
              ? t.states.late
              : t.reachedShare(formatShare(standing.share, language))}
          </Status>
        </span>
        {standing.asOf && (
          <span className="source-note muted">{t.figureTo(formatDate(standing.asOf))}</span>
        )}
      </td>
      <td data-label={t.column.since}>
        {since && formatDate(since)}
        {figures > 1 && <span className="source-note muted">{t.inRow(figures)}</span>}
      </td>
      <td data-label={t.column.ordered}>
        {ordered === 0 ? (
          <span className="muted">{t.notOrdered}</span>
        ) : (
          <>
            {t.ordered(ordered)}
            {overdue > 0 && (
              <>
                {' · '}
                <Status tone="bad">{t.overdue(overdue)}</Status>
              </>
            )}
            <ul className="overview-tasks">
              {tasks.map((task) => (
                <li key={task.id}>
                  <Link href={taskAddress(task.id)} title={task.action}>
                    {task.action}
                  </Link>
                  <span className="muted">
                    {[task.lead, task.dueOn && t.due(formatDate(task.dueOn))]
                      .filter(Boolean)
                      .join(', ')}{' '}
                  </span>
                  <Status tone={stateTones[task.state]}>{states[task.state]}</Status>
                </li>
              ))}
            </ul>
          </>
        )}
      </td>
    </tr>
  )
}

function Bodies({ overview: { bodies } }: { overview: Overview }) {
  const t = useTexts(vi, en)
  if (bodies.length === 0) return <p className="muted">{t.bodiesNone}</p>
  return (
    <Some of={bodies.length} most={shown.bodies}>
      <ol className="overview-list">
        {bodies.map(({ body, overdue, overdue30 }) => (
          <li key={body.id}>
            <Link href={`/bodies/${body.id}`}>{body.name}</Link>
            <span>
              <Link
                href={addressOf('/assignments', {
                  by: 'all',
                  counted: 'openOverdue',
                  lead: body.id,
                })}
                aria-label={`${body.name}: ${t.bodyOverdue(overdue)}`}
              >
                {t.bodyOverdue(overdue)}
              </Link>
              {overdue30 > 0 && <span className="muted"> · {t.bodyOverdue30(overdue30)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </Some>
  )
}

function Owing({ owing }: { owing: NonNullable<Overview['owing']> }) {
  const t = useTexts(vi, en)
  if (owing.length === 0) return <p className="muted">{t.owingNone}</p>
  return (
    <Some of={owing.length} most={shown.owing}>
      <ol className="overview-list">
        {owing.map(({ body, reports, since, slotId }) => (
          <li key={body.id}>
            <Link href={`/bodies/${body.id}`}>{body.name}</Link>
            <span>
              <Link href={`/reports/${slotId}`} aria-label={`${body.name}: ${t.owes(reports)}`}>
                {t.owes(reports)}
              </Link>
              <span className="muted"> · {t.owesSince(formatDate(since))}</span>
            </span>
          </li>
        ))}
      </ol>
    </Some>
  )
}

/** The first of a list, and a way to all of them; paper has no such way, and shows them. */
function Some({ of, most, children }: { of: number; most: number; children: ReactNode }) {
  const t = useTexts(vi, en)
  const [all, setAll] = useState(false)
  return (
    <div className={all ? undefined : `overview-some first-${most}`}>
      {children}
      {of > most && (
        <Button small look="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.less : t.more(of - most)}
        </Button>
      )}
    </div>
  )
}
