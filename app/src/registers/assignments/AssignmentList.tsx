// Assignments with their lists: what is open, late, and what has to be asked.
import '../../web/ui/register.css'
import './assignments.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel, Notice } from '../../web/ui/States.tsx'
import type { conferenceRoutes } from '../conferences/contract.ts'
import { AssignmentTable } from './AssignmentTable.tsx'
import type { AssignmentFilter, assignmentRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

const filters: AssignmentFilter[] = [
  'open',
  'queue',
  'overdue',
  'dueSoon',
  'noOwner',
  'noDate',
  'done',
  'all',
]

/** The list, or the one task that the address names (`?task=`). */
export function AssignmentList() {
  const task = new URLSearchParams(useSearch()).get('task')
  return task ? <OneAssignment id={task} /> : <AllAssignments />
}

function OneAssignment({ id }: { id: string }) {
  const t = useTexts(vi, en)
  const { can } = useSession()
  const { data, error, refetch } = useQuery({
    queryKey: ['assignments', id],
    queryFn: ({ signal }) =>
      request<typeof assignmentRoutes.get>('get', '/api/assignments/{id}', {
        params: { id },
        signal,
      }),
  })
  return (
    <div className="page">
      <PageHead
        title={t.onlyOne}
        actions={<ButtonLink to="/assignments">{t.showAll}</ButtonLink>}
      />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <AssignmentTable assignments={[data.assignment]} editable={can.work} />
      ) : (
        <Loading />
      )}
    </div>
  )
}

function AllAssignments() {
  const t = useTexts(vi, en)
  const { can } = useSession()
  const [state, setState] = useState<AssignmentFilter>('open')
  const [q, setQ] = useState('')
  const [conference, setConference] = useState('')
  const { data, error, refetch } = useQuery({
    queryKey: ['assignments', state, q, conference],
    queryFn: ({ signal }) =>
      request<typeof assignmentRoutes.list>('get', '/api/assignments', {
        query: { state, q, conference },
        signal,
      }),
    placeholderData: (former) => former,
  })
  const conferences = useQuery({
    queryKey: ['conferences'],
    queryFn: ({ signal }) =>
      request<typeof conferenceRoutes.list>('get', '/api/conferences', { signal }),
  })
  const none = data && data.counts.all === 0 && !q && !conference
  return (
    <div className="page">
      <PageHead title={t.title} intro={t.intro} />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : none ? (
        <EmptyState
          title={t.emptyTitle}
          detail={t.emptyDetail}
          action={<ButtonLink to="/documents">{t.toDocuments}</ButtonLink>}
        />
      ) : (
        <>
          <fieldset className="filter-buttons">
            <legend className="visually-hidden">{t.listOf}</legend>
            {filters.map((filter) => (
              <button
                key={filter}
                type="button"
                className="button small"
                aria-pressed={filter === state}
                onClick={() => setState(filter)}
              >
                {t.filters[filter]} <span className="muted">{data.counts[filter]}</span>
              </button>
            ))}
          </fieldset>
          <div className="row register-filter">
            <input
              className="input"
              type="search"
              value={q}
              onChange={(event) => setQ(event.target.value)}
              placeholder={t.find}
              aria-label={t.find}
            />
            <select
              className="input"
              value={conference}
              onChange={(event) => setConference(event.target.value)}
              aria-label={t.conference}
            >
              <option value="">{t.allConferences}</option>
              {conferences.data?.conferences.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
            </select>
          </div>
          {['queue', 'noOwner', 'noDate'].includes(state) && data.assignments.length > 0 && (
            <Notice tone="warn">{t.queueIntro}</Notice>
          )}
          {data.assignments.length === 0 ? (
            <EmptyState title={t.nothing} />
          ) : (
            <AssignmentTable assignments={data.assignments} editable={can.work} />
          )}
        </>
      )}
    </div>
  )
}
