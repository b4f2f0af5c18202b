// The review of earlier conclusions as lines of text: on paper, and on a tablet without network.
import { writtenDate } from '../../calendar.ts'
import type { AssignmentState } from '../assignments/contract.ts'
import type { CountedAs, RecurrenceView, ReviewTask, ReviewView } from './review-contract.ts'
import type { vi } from './texts.ts'

export interface ReviewLine {
  kind: 'heading' | 'paragraph' | 'listItem'
  text: string
}

export interface ReviewWords {
  review: typeof vi
  states: Record<AssignmentState, string>
  /** What a topic of shortcomings is called. */
  topic: (of: RecurrenceView) => string
}

/** How the tasks of a review are counted, in the order in which that is told. */
export const countedOrder: readonly CountedAs[] = [
  'onTime',
  'late',
  'open',
  'overdue',
  'paused',
  'revoked',
]

/** The tasks of a review: those that the last conference gave, and the open ones of those before it. */
export function dividedTasks({ last, tasks }: Pick<ReviewView, 'last' | 'tasks'>) {
  const ofLast = tasks.filter(({ conference }) => conference?.id === last?.conference.id)
  return { ofLast, before: last ? tasks.filter((one) => !ofLast.includes(one)) : tasks }
}

/** All that the screen shows of a review, in its order; links are left out. */
export function reviewLines(review: ReviewView, words: ReviewWords): ReviewLine[] {
  const t = words.review
  const { last, left, shortcomings } = review
  const { ofLast, before } = dividedTasks(review)
  const line = (kind: ReviewLine['kind'], text: string): ReviewLine => ({ kind, text })
  const listed = (some: readonly ReviewTask[]) =>
    some.map((task) => line('listItem', taskLine(task, words)))
  return [
    ...(last
      ? [
          line('heading', t.last(last.conference.title)),
          ...countsLine(last.counts, words),
          ...(ofLast.length > 0 ? listed(ofLast) : [line('paragraph', t.noTasks)]),
        ]
      : [line('paragraph', t.noLast)]),
    ...(before.length > 0
      ? [line('heading', t.open(before.length + left)), ...listed(before)]
      : []),
    ...(left > 0 ? [line('paragraph', t.left(left))] : []),
    line('heading', t.again),
    ...(shortcomings.length > 0
      ? shortcomings.flatMap((one) => recurrenceLines(one, words))
      : [line('paragraph', t.noneAgain)]),
  ]
}

function countsLine(
  counts: NonNullable<ReviewView['last']>['counts'],
  { review: t }: ReviewWords,
): ReviewLine[] {
  const parts = countedOrder.flatMap((kind) =>
    counts[kind] > 0 ? [`${counts[kind]} ${t.counted[kind]}`] : [],
  )
  return parts.length > 0 ? [{ kind: 'paragraph', text: parts.join('; ') }] : []
}

function taskLine(task: ReviewTask, { review: t, states }: ReviewWords): string {
  const due = task.dueOn ? t.due(writtenDate(task.dueOn)) : t.noDue
  const part = task.percent === null ? '' : `, ${task.percent}%`
  const number = task.number ? `${task.number}: ` : ''
  return `${number}${task.action} – ${task.lead ?? t.nobody}, ${due}: ${states[task.state]}${part}`
}

function recurrenceLines(
  one: RecurrenceView,
  { review: t, states, topic }: ReviewWords,
): ReviewLine[] {
  const { raised, of, first, times, body } = one
  const start = [t.raised(raised, of), body && t.raisedBy(body)].filter(Boolean).join(' ')
  const since = first ? `, ${t.first(writtenDate(first))}` : ''
  return [
    { kind: 'paragraph', text: `${topic(one)}: ${start}${since}.` },
    ...times.map(({ conference, orders }): ReviewLine => {
      const ordered = orders.map(
        ({ action, lead, state }) => `${action} – ${lead ?? t.nobody}: ${states[state]}`,
      )
      const what = ordered.length > 0 ? `${t.ordered} ${ordered.join('; ')}` : t.noOrder
      return { kind: 'listItem', text: `${conference.title}: ${what}` }
    }),
  ]
}
