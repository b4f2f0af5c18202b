// What stands in the review of earlier conclusions; the same on the page of the conference, of the chair and of
// the clerk.
import '../../web/ui/register.css'
import './chain.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { isAway, request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { ErrorPanel, Notice } from '../../web/ui/States.tsx'
import { Status, type Tone } from '../../web/ui/Status.tsx'
import { stateTones, taskAddress } from '../assignments/AssignmentTable.tsx'
import { en as assignmentsEn, vi as assignmentsVi } from '../assignments/texts.ts'
import { RecurrenceList } from './Recurrence.tsx'
import type { CountedAs, ReviewTask, ReviewView, reviewRoutes } from './review-contract.ts'
import { countedOrder, dividedTasks } from './review-words.ts'
import { en, vi } from './texts.ts'

const countTones: Record<CountedAs, Tone> = {
  onTime: 'good',
  late: 'warn',
  open: 'neutral',
  overdue: 'bad',
  paused: 'none',
  revoked: 'none',
}

/** The review of a conference: as of now or what fits, or one that was kept. */
export const useReview = (id: string, of?: string) =>
  useQuery({
    queryKey: ['conferences', id, 'review', of ?? ''],
    queryFn: ({ signal }) =>
      request<typeof reviewRoutes.get>('get', '/api/conferences/{id}/review', {
        params: { id },
        query: of ? { of } : {},
        signal,
      }),
  })

export function ReviewPanel({ id, of }: { id: string; of?: string | undefined }) {
  const t = useTexts(vi, en)
  const { data, error, refetch } = useReview(id, of)
  if (!data) {
    if (error && isAway(error)) return <Notice>{t.away}</Notice>
    return error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <Loading />
  }
  return <Review review={data.review} />
}

function Review({ review }: { review: ReviewView }) {
  const t = useTexts(vi, en)
  const { last, left, shortcomings, kept } = review
  const { ofLast, before } = dividedTasks(review)
  return (
    <div className="stack">
      {last ? (
        <section aria-labelledby="review-last">
          <h2 id="review-last">
            <Link href={`/conferences/${last.conference.id}`}>{t.last(last.conference.title)}</Link>
          </h2>
          <Counts counts={last.counts} />
          {ofLast.length === 0 ? (
            <p className="muted">{t.noTasks}</p>
          ) : (
            <TaskList tasks={ofLast} wasKept={kept !== null} label={t.tasksOf} />
          )}
        </section>
      ) : (
        <p className="muted">{t.noLast}</p>
      )}
      {before.length > 0 && (
        <section aria-labelledby="review-open">
          <h2 id="review-open">{t.open(before.length + left)}</h2>
          <TaskList tasks={before} wasKept={kept !== null} label={t.open(before.length + left)} />
          {left > 0 && <p className="muted">{t.left(left)}</p>}
        </section>
      )}
      <section aria-labelledby="review-again">
        <h2 id="review-again">{t.again}</h2>
        {shortcomings.length === 0 ? (
          <p className="muted">{t.noneAgain}</p>
        ) : (
          <RecurrenceList recurrences={shortcomings} />
        )}
      </section>
    </div>
  )
}

function Counts({ counts }: { counts: NonNullable<ReviewView['last']>['counts'] }) {
  const t = useTexts(vi, en)
  return (
    <ul className="chain-counts">
      {countedOrder
        .filter((kind) => counts[kind] > 0)
        .map((kind) => (
          <li key={kind}>
            <Status tone={countTones[kind]}>
              {counts[kind]} {t.counted[kind]}
            </Status>
          </li>
        ))}
    </ul>
  )
}

interface TaskListProps {
  tasks: readonly ReviewTask[]
  /** What is shown is of an earlier day: where it stands now is told beside it. */
  wasKept: boolean
  label: string
}

function TaskList({ tasks, wasKept, label }: TaskListProps) {
  const t = useTexts(vi, en)
  const words = useTexts(assignmentsVi, assignmentsEn)
  return (
    <ul className="chain-tasks" aria-label={label}>
      {tasks.map((task) => (
        <li key={task.id}>
          <Link href={taskAddress(task.id)}>{task.action}</Link>
          <span>
            <Status tone={stateTones[task.state]}>{words.state[task.state]}</Status>{' '}
            {wasKept && task.now !== task.state && (
              <span className="muted">
                {task.now ? t.nowStands(words.state[task.now]) : t.takenBack}
              </span>
            )}
          </span>
          <span className="muted">
            {task.number && `${task.number} · `}
            {task.lead ?? t.nobody} · {task.dueOn ? t.due(formatDate(task.dueOn)) : t.noDue}
            {task.percent !== null && ` · ${words.percent(task.percent)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
