// The official count with the rule it goes by, the scorecard of bodies, and the report to the Standing Board.
import '../../web/ui/register.css'
import './assignments.css'
import './counts.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { DateField, SelectField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel, Notice } from '../../web/ui/States.tsx'
import { AssignmentNav } from './AssignmentNav.tsx'
import { CellLink } from './CellLink.tsx'
import type { assignmentRoutes, CountCell, TaskCount } from './contract.ts'
import { en, vi } from './count-texts.ts'
import { ReportPanel } from './ReportPanel.tsx'
import { Scorecard } from './Scorecard.tsx'
import { addressOf, type Chosen, useChosen } from './useChosen.tsx'

const scopes = ['all', 'assigned', 'due'] as const

export function CountPage() {
  const t = useTexts(vi, en)
  const { can } = useSession()
  const [{ by = 'all', from, to, asOf }, choose] = useChosen()
  const given: Chosen = by === 'all' ? { by } : { by, from, to }
  const period: Chosen = { ...given, ...(asOf ? { asOf } : {}) }
  const { data, error, refetch } = useQuery({
    queryKey: ['assignments', 'counts', period],
    queryFn: ({ signal }) =>
      request<typeof assignmentRoutes.count>('get', '/api/assignment-counts', {
        query: { ...period },
        signal,
      }),
    placeholderData: (former) => former,
  })
  return (
    <div className="page">
      <PageHead title={t.title} intro={t.intro} />
      <AssignmentNav />
      <div className="row register-filter count-filter">
        <SelectField
          label={t.by.label}
          value={by}
          onChange={(value) => choose({ by: value })}
          options={scopes.map((value) => ({ value, label: t.by[value] }))}
        />
        {by !== 'all' && (
          <>
            <DateField
              label={t.from}
              value={from ?? null}
              onChange={(day) => choose({ from: day ?? '' })}
            />
            <DateField
              label={t.to}
              value={to ?? null}
              onChange={(day) => choose({ to: day ?? '' })}
            />
          </>
        )}
        <DateField
          label={t.asOfLabel}
          value={asOf ?? null}
          onChange={(day) => choose({ asOf: day ?? '' })}
        />
      </div>
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          <p className="count-rule">
            <strong>{t.asOf(formatDate(data.today))}</strong>
            {asOf && `, ${t.asOfRule}`}. {t.rule}: {t.basis[data.basis]}; {t.roll[data.roll]};{' '}
            {t.noDateRule}.
          </p>
          <Overall count={data.all} period={period} />
          {data.all.stale > 0 && (
            <Notice tone="warn">
              {t.stale(data.all.stale, data.staleMonths)}{' '}
              <Link href={addressOf('/assignments', { ...period, counted: 'stale' })}>
                {t.seeStale}
              </Link>
            </Notice>
          )}
          <section className="register-section" aria-labelledby="scorecard">
            <h2 id="scorecard">{t.bodies}</h2>
            <p className="muted count-rule">{t.formula}</p>
            {data.bodies.length === 0 ? (
              <EmptyState title={t.none} />
            ) : (
              <Scorecard bodies={data.bodies} period={period} />
            )}
          </section>
          {can.manageTasks &&
            (asOf ? (
              <p className="muted count-rule">{t.report.todayOnly}</p>
            ) : (
              <ReportPanel period={given} today={data.today} />
            ))}
        </>
      )}
    </div>
  )
}

/** The four-way count as provinces report it: a number, and what it is made of. */
const groups: { of: CountCell; parts: CountCell[] }[] = [
  { of: 'total', parts: ['withDeadline', 'withoutDeadline'] },
  { of: 'done', parts: ['doneOnTime', 'doneLate', 'doneWithoutDeadline'] },
  {
    of: 'open',
    parts: ['openInTerm', 'openOverdue', 'openOverdue30', 'openWithoutDeadline', 'awaiting'],
  },
]

const aside: CountCell[] = ['paused', 'revoked']

function Overall({ count, period }: { count: TaskCount; period: Chosen }) {
  const t = useTexts(vi, en)
  return (
    <section aria-label={t.overall} className="count-groups">
      {groups.map(({ of, parts }) => (
        <dl key={of} className="panel count-group">
          <Figure cell={of} count={count} period={period} main />
          {parts.map((cell) => (
            <Figure key={cell} cell={cell} count={count} period={period} />
          ))}
        </dl>
      ))}
      <dl className="panel count-group">
        <div className="count-aside muted">
          <dt>{t.aside}</dt>
          <dd>{aside.reduce((sum, cell) => sum + count[cell], 0)}</dd>
        </div>
        {aside.map((cell) => (
          <Figure key={cell} cell={cell} count={count} period={period} />
        ))}
      </dl>
    </section>
  )
}

interface FigureProps {
  cell: CountCell
  count: TaskCount
  period: Chosen
  main?: boolean
}

function Figure({ cell, count, period, main = false }: FigureProps) {
  const t = useTexts(vi, en)
  return (
    <div className={main ? 'count-main' : undefined}>
      <dt>{t.cells[cell]}</dt>
      <dd>
        <CellLink cell={cell} count={count} chosen={period} of={t.cells[cell]} />
      </dd>
    </div>
  )
}
