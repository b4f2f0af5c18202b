// One task: what was ordered and by which sentence, where it stands, what happened, and what one may do now.
import '../../web/ui/register.css'
import './assignments.css'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { HistoryButton } from '../../record/History.tsx'
import { request } from '../../web/api.ts'
import { formatDate, formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { SourceLink } from '../../web/ui/SourceLink.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { ChainButton } from '../chain/ChainButton.tsx'
import { Deadline, decisionAddress, stateTones } from './AssignmentTable.tsx'
import type { AssignmentDetail, assignmentRoutes } from './contract.ts'
import { ExtensionActions } from './ExtensionActions.tsx'
import type { ExtensionView, StepView } from './step-contract.ts'
import { TaskActions } from './TaskActions.tsx'
import { TaskIndicators, TaskProjects } from './TaskIndicators.tsx'
import { en, vi } from './texts.ts'

export function AssignmentPage({ id }: { id: string }) {
  const t = useTexts(vi, en)
  const { data, error, refetch } = useQuery({
    queryKey: ['assignments', id],
    queryFn: ({ signal }) =>
      request<typeof assignmentRoutes.get>('get', '/api/assignments/{id}', {
        params: { id },
        signal,
      }),
  })
  if (error) {
    const list = { to: '/assignments', words: t.showAll }
    return <ErrorPanel error={error} onRetry={() => void refetch()} page list={list} />
  }
  if (!data) return <Loading />
  const task = data.assignment
  return (
    <div className="page">
      <PageHead
        title={t.onlyOne}
        actions={
          <>
            <ChainButton kind="assignment" id={task.id} of={task.action} />
            <HistoryButton kind="assignment" id={task.id} of={task.action} />
            <AccessButton kind="assignment" id={task.id} of={task.action} />
            <ButtonLink to="/assignments">{t.showAll}</ButtonLink>
          </>
        }
      />
      <p className="assignment-title">{task.action}</p>
      <p className="row">
        <Status tone={stateTones[task.state]}>{t.state[task.state]}</Status>
        <span className="muted">{t.life[task.life]}</span>
        {task.percent !== null && <span className="muted">{t.percent(task.percent)}</span>}
        {task.extensionAsked && <Status tone="warn">{t.extensionWaits}</Status>}
      </p>
      <TaskActions task={task} />
      <Facts task={task} />
      <section className="register-section" aria-labelledby="task-quote">
        <h2 id="task-quote">{t.quote}</h2>
        <blockquote className="assignment-quote">{task.quote}</blockquote>
        <p className="row">
          {task.conference && (
            <Link href={`/conferences/${task.conference.id}`}>{task.conference.title}</Link>
          )}
          {task.source && <SourceLink source={task.source} />}
          {task.decision?.place && (
            <Link href={decisionAddress(task.decision.place)} className="source-link">
              {t.toDecision}
            </Link>
          )}
        </p>
      </section>
      <TaskIndicators task={task} />
      <TaskProjects task={task} />
      <Extensions task={task} />
      <Steps steps={task.steps} />
    </div>
  )
}

function Facts({ task }: { task: AssignmentDetail }) {
  const t = useTexts(vi, en)
  const day = (one: string | null) => one && formatDate(one)
  const facts: [string, ReactNode][] = [
    [t.number, task.number],
    [
      t.body,
      task.leadText && (
        <>
          {task.leadText}
          {task.leadNow && ` (${t.leadNow(task.leadNow.name)})`}
        </>
      ),
    ],
    [t.with, task.cooperating.join(', ')],
    [t.deadline, <Deadline key="deadline" task={task} />],
    [t.assignedOn, day(task.assignedOn)],
    [t.givenBy, task.by],
    [t.follower, task.follower?.name],
    [t.deliverable, task.deliverable],
    [t.upstream, task.upstream],
    [t.directive, task.directive],
    [t.product, task.product],
    [t.result, task.result],
    [t.recognisedOn, day(task.recognisedOn)],
    [t.note, task.note],
  ]
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => Boolean(value))
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function Extensions({ task }: { task: AssignmentDetail }) {
  const t = useTexts(vi, en)
  if (task.extensions.length === 0) return null
  const outcome = (one: ExtensionView) =>
    one.outcome === 'granted'
      ? t.extensionOutcome.granted(formatDate(one.granted))
      : t.extensionOutcome[one.outcome ?? 'waiting']
  return (
    <section className="register-section" aria-labelledby="task-extensions">
      <h2 id="task-extensions">{t.extensionsTitle}</h2>
      <ul className="task-steps">
        {task.extensions.map((one) => (
          <li key={one.id}>
            <strong>{t.extensionAsks(formatDate(one.former), formatDate(one.until))}</strong>{' '}
            <Status tone={one.outcome === null ? 'warn' : 'none'}>{outcome(one)}</Status>
            <p>{one.reason}</p>
            {one.answer && <p>{one.answer}</p>}
            <span className="muted">
              {one.askedBy}, {formatInstant(one.askedAt)}
              {one.decidedAt && ` · ${one.decidedBy}, ${formatInstant(one.decidedAt)}`}
            </span>
            {one.outcome === null && <ExtensionActions task={task} extension={one} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Steps({ steps }: { steps: readonly StepView[] }) {
  const t = useTexts(vi, en)
  return (
    <section className="register-section" aria-labelledby="task-steps">
      <h2 id="task-steps">{t.progressTitle}</h2>
      {steps.length === 0 && <p className="muted">{t.noSteps}</p>}
      <ol className="task-steps">
        {steps.map((step) => (
          <li key={step.id}>
            <strong>{t.stepOf[step.kind]}</strong>
            {step.on && ` · ${dateOf(t, step)}`}
            {step.percent !== null && ` · ${t.percent(step.percent)}`}
            {step.to && ` · ${t.fromTo(step.from, step.to)}`}
            {step.body && <p>{step.body}</p>}
            {step.evidence.length > 0 && (
              <p>
                {t.evidence}:{' '}
                {step.evidence.map((one) => (
                  <Link key={one.documentId} href={`/documents/${one.documentId}`}>
                    {one.title}
                  </Link>
                ))}
              </p>
            )}
            <span className="muted">
              {step.by}
              {step.onBehalf && `, ${t.onBehalf(step.onBehalf)}`}, {formatInstant(step.at)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const dateOf = (t: typeof vi, { on, formerDate }: StepView): string =>
  formerDate ? t.dates(formatDate(formerDate), formatDate(on)) : formatDate(on)
