// Assignments with their lists: what is open, late, and what has to be asked.
import '../../web/ui/register.css'
import './assignments.css'
import './counts.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel, Notice } from '../../web/ui/States.tsx'
import type { conferenceRoutes } from '../conferences/contract.ts'
import { AssignmentNav } from './AssignmentNav.tsx'
import { AssignmentPage } from './AssignmentPage.tsx'
import { AssignmentTable } from './AssignmentTable.tsx'
import type { assignmentRoutes } from './contract.ts'
import { en as countEn, vi as countVi } from './count-texts.ts'
import { isNarrowed, Narrowed } from './Narrowed.tsx'
import { en, vi } from './texts.ts'
import { addressOf, filters, useChosen } from './useChosen.tsx'

const owns = ['all', 'any', 'lead', 'cooperating', 'following'] as const

/** The list under the conditions of the address, one's own with `?own=any`, or the one task that it names (`?task=`). */
export function AssignmentList() {
  const task = new URLSearchParams(useSearch()).get('task')
  return task ? <AssignmentPage id={task} /> : <AllAssignments />
}

function AllAssignments() {
  const t = useTexts(vi, en)
  const count = useTexts(countVi, countEn)
  const [chosen, choose] = useChosen()
  const { can } = useSession()
  const { conference = '' } = chosen
  const narrowed = isNarrowed(chosen)
  // Who works for one body begins with what is its own; the whole province is one choice away.
  const ofOneBody = can.enterReports && !can.acceptReports
  const given = new URLSearchParams(useSearch()).get('own')
  const own = owns.find((one) => one === given) ?? (ofOneBody && !narrowed ? 'any' : 'all')
  const asked = { ...chosen, own: own === 'all' ? undefined : own }
  const state = chosen.state ?? (narrowed ? 'all' : 'open')
  const [q, setQ] = useState(chosen.q ?? '')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    {
      queryKey: ['assignments', 'list', { ...asked, state, q }],
      queryFn: ({ signal, pageParam }) =>
        request<typeof assignmentRoutes.list>('get', '/api/assignments', {
          query: {
            ...asked,
            ...{ state, q, counts: 'none' },
            ...(pageParam ? { after: pageParam } : {}),
          },
          signal,
        }),
      initialPageParam: '',
      getNextPageParam: (page) => page.next,
      placeholderData: (former) => former,
    },
  )
  // By itself: the first tasks are there long before all are counted.
  const { data: counted } = useQuery({
    queryKey: ['assignments', 'listCounts', { ...asked, q }],
    queryFn: ({ signal }) => {
      const { state: _state, ...conditions } = asked
      return request<typeof assignmentRoutes.list>('get', '/api/assignments', {
        query: { ...conditions, q, counts: 'only' },
        signal,
      })
    },
    placeholderData: (former) => former,
  })
  const counts = counted?.counts
  const assignments = data?.pages.flatMap((page) => page.assignments) ?? []
  const conferences = useQuery({
    queryKey: ['conferences'],
    queryFn: ({ signal }) =>
      request<typeof conferenceRoutes.list>('get', '/api/conferences', { signal }),
  })
  const none = counts?.all === 0 && !q && !conference && own === 'all' && !narrowed
  return (
    <div className="page">
      <PageHead
        title={t.title}
        intro={t.intro}
        actions={
          !none && (
            <ButtonLink to={addressOf('/assignments/register', { ...asked, state, q })}>
              {count.register.ofList}
            </ButtonLink>
          )
        }
      />
      <AssignmentNav />
      {narrowed && <Narrowed chosen={chosen} path="/assignments" />}
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
                onClick={() => choose({ state: filter })}
              >
                {t.filters[filter]}{' '}
                {counts && <span className="muted">{t.counted(counts[filter])}</span>}
              </button>
            ))}
          </fieldset>
          <div className="row register-filter">
            <select
              className="input"
              value={own}
              onChange={({ target }) => choose({ own: target.value })}
              aria-label={t.own.label}
            >
              {owns.map((one) => (
                <option key={one} value={one}>
                  {t.own[one]}
                </option>
              ))}
            </select>
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
              onChange={(event) => choose({ conference: event.target.value })}
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
          {['queue', 'noOwner', 'noDate'].includes(state) && assignments.length > 0 && (
            <Notice tone="warn">{t.queueIntro}</Notice>
          )}
          {assignments.length === 0 ? (
            <EmptyState title={t.nothing} />
          ) : (
            <>
              <AssignmentTable assignments={assignments} />
              {hasNextPage && (
                <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  {t.more}
                </Button>
              )}
            </>
          )}
        </>
      )}
    </div>
  )
}
