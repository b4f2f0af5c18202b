// One project: what it is, why it is late, its capital, what came of it.
import '../../web/ui/register.css'
import './projects.css'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useParams, useSearchParams } from 'wouter'
import { todayInVietnam } from '../../calendar.ts'
import { HistoryButton } from '../../record/History.tsx'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { useMoney } from './AmountField.tsx'
import type { ProjectView, projectRoutes } from './contract.ts'
import { LandSection } from './LandSection.tsx'
import { LateReasons, LateRules } from './LateReasons.tsx'
import { MediumSection } from './MediumSection.tsx'
import { MilestoneSection } from './MilestoneSection.tsx'
import { MoneySection } from './MoneySection.tsx'
import { MonthSection } from './MonthSection.tsx'
import { ObstacleSection } from './ObstacleSection.tsx'
import { ProgressSection } from './ProgressSection.tsx'
import { CloseDialog, OpenDialog, ProjectDialog } from './ProjectDialogs.tsx'
import { planYears, projectTones } from './ProjectList.tsx'
import { yearInHand } from './project.ts'
import { SentenceSection } from './SentenceSection.tsx'
import { TaskSection } from './TaskSection.tsx'
import { en, vi } from './texts.ts'

export function ProjectPage() {
  const t = useTexts(vi, en)
  const { id } = useParams<{ id: string }>()
  const [query, setQuery] = useSearchParams()
  const year = query.get('year') ?? String(yearInHand(todayInVietnam()))
  const { data, error, refetch } = useQuery({
    queryKey: ['projects', 'one', id, year],
    queryFn: ({ signal }) =>
      request<typeof projectRoutes.get>('get', '/api/projects/{id}', {
        params: { id },
        query: { year },
        signal,
      }),
    placeholderData: (former) => former,
  })
  if (error) {
    const list = { to: '/projects', words: t.back }
    return <ErrorPanel error={error} onRetry={() => void refetch()} page list={list} />
  }
  if (!data) return <Loading />
  return (
    <Shown
      project={data.project}
      year={year}
      onYear={(chosen) => setQuery({ year: chosen }, { replace: true })}
    />
  )
}

interface ShownProps {
  project: ProjectView
  year: string
  onYear: (year: string) => void
}

function Shown({ project, year, onYear }: ShownProps) {
  const t = useTexts(vi, en)
  const [opened, open] = useState<'edit' | 'close' | 'open' | null>(null)
  const shut = () => open(null)
  const { name, closedOn } = project
  return (
    <div className="page project-page">
      <PageHead
        title={name}
        intro={t.kinds[project.kind]}
        actions={
          <>
            {project.mayManage && closedOn === null && (
              <>
                <Button onClick={() => open('edit')}>{t.edit}</Button>
                <Button look="plain" onClick={() => open('close')}>
                  {t.close}
                </Button>
              </>
            )}
            {project.mayManage && closedOn !== null && (
              <Button onClick={() => open('open')}>{t.open}</Button>
            )}
            <HistoryButton kind="project" id={project.id} of={name} />
            <AccessButton kind="project" id={project.id} of={name} />
            <ButtonLink to="/projects">{t.back}</ButtonLink>
          </>
        }
      />
      <p>
        <Status tone={projectTones[project.state]}>{t.states[project.state]}</Status>{' '}
        {closedOn && (
          <span className="muted">
            {t.closedSince(formatDate(closedOn), project.closedReason ?? '')}
          </span>
        )}
      </p>
      <LateReasons reasons={project.late} />
      <LateRules />
      <Facts project={project} />
      {project.kind === 'investment' && (
        <>
          <div className="row project-filter">
            <SelectField
              label={t.year}
              hint={t.yearHint(project.year)}
              value={year}
              onChange={onYear}
              options={[...new Set([...planYears, year])].map((value) => ({ value, label: value }))}
            />
          </div>
          <MoneySection project={project} />
          <MonthSection project={project} />
          <MediumSection project={project} />
          <ProgressSection project={project} />
        </>
      )}
      <MilestoneSection project={project} />
      <ObstacleSection project={project} />
      <LandSection project={project} />
      <SentenceSection project={project} />
      <TaskSection project={project} />
      {opened === 'edit' && <ProjectDialog project={project} onClose={shut} />}
      {opened === 'close' && <CloseDialog project={project} onClose={shut} />}
      {opened === 'open' && <OpenDialog project={project} onClose={shut} />}
    </div>
  )
}

function Facts({ project }: { project: ProjectView }) {
  const t = useTexts(vi, en)
  const money = useMoney()
  const { owner, total, spent, startsOn, endsOn } = project
  const facts: [string, ReactNode][] = [
    [t.owner, owner.now ? `${owner.name} (${t.ownerNow(owner.now.name)})` : owner.name],
    [t.category, project.category && t.categories[project.category]],
    [t.code, project.code],
    [t.place, project.place],
    [t.term, (startsOn ?? endsOn) && t.fromTo(formatDate(startsOn), formatDate(endsOn))],
    [t.total, total !== null && t.amountOf(money.millions(total))],
    [
      t.spent,
      spent !== null && project.kind === 'investment'
        ? [
            t.amountOf(money.millions(spent)),
            ...(total ? [t.ofTotal(money.share(spent, total))] : []),
          ].join(', ')
        : null,
    ],
    [t.note, project.note],
  ]
  return (
    <dl className="facts project-facts">
      {facts
        .filter(([, value]) => Boolean(value))
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
