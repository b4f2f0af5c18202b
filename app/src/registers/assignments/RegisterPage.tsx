// The follow-up register as offices keep it: thirteen columns on a page that lies, and as an Excel file.
import '../../web/ui/register.css'
import './assignments.css'
import './counts.css'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel, FormError } from '../../web/ui/States.tsx'
import { AssignmentNav } from './AssignmentNav.tsx'
import { taskAddress } from './AssignmentTable.tsx'
import { en, vi } from './count-texts.ts'
import { isNarrowed, Narrowed } from './Narrowed.tsx'
import { registerColumnNames, registerColumns, registerTitle } from './register.ts'
import type { reportRoutes } from './report-contract.ts'
import { en as listEn, vi as listVi } from './texts.ts'
import { addressOf, filters, useChosen } from './useChosen.tsx'

/** Lines at a time on the screen; paper and the Excel file have all. */
const pageLength = 100

export function RegisterPage() {
  const { register: t } = useTexts(vi, en)
  const list = useTexts(listVi, listEn)
  const [chosen, choose] = useChosen()
  const client = useQueryClient()
  const queryKey = ['assignments', 'register', chosen]
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey,
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) =>
      request<typeof reportRoutes.register>('get', '/api/assignment-register', {
        query: { ...chosen, limit: pageLength, skip: pageParam },
        signal,
      }),
    getNextPageParam: ({ total }, pages) => {
      const known = pages.reduce((sum, { lines }) => sum + lines.length, 0)
      return known < total ? known : undefined
    },
    placeholderData: (former) => former,
  })
  const lines = data?.pages.flatMap((page) => page.lines) ?? []
  const total = data?.pages.at(-1)?.total ?? 0
  // What the screen shows once the answer is there: another choice, or another screen, is not printed.
  const shown = useRef<string | null>(null)
  const address = addressOf('/assignments/register', chosen)
  useEffect(() => {
    shown.current = address
    return () => {
      shown.current = null
    }
  }, [address])
  // Paper has no way to go on: it is printed whole, from one answer, so that no line falls between two.
  const print = useMutation({
    mutationFn: () =>
      request<typeof reportRoutes.register>('get', '/api/assignment-register', {
        query: { ...chosen },
      }),
    async onSuccess(all) {
      await client.cancelQueries({ queryKey })
      client.setQueryData(queryKey, { pages: [all], pageParams: [0] })
      requestAnimationFrame(() => {
        if (shown.current === address) window.print()
      })
    },
  })
  return (
    <div className="page register-paper">
      <PageHead
        title={t.title}
        intro={t.intro}
        actions={
          <>
            <a
              className="button"
              href={addressOf('/api/assignment-register/xlsx', chosen)}
              download
            >
              {t.get}
            </a>
            <Button onClick={() => print.mutate()} disabled={isFetching || print.isPending}>
              {t.print}
            </Button>
          </>
        }
      />
      <AssignmentNav />
      {isNarrowed(chosen) && <Narrowed chosen={chosen} path="/assignments/register" />}
      <div className="row register-filter count-filter">
        <SelectField
          label={t.state}
          value={chosen.state ?? 'all'}
          onChange={(state) => choose({ state })}
          options={filters.map((value) => ({ value, label: list.filters[value] }))}
        />
        {data && <span className="muted">{t.chosen(total)}</span>}
      </div>
      <FormError error={print.error ?? (data ? error : null)} />
      {error && !data ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : lines.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <div className="table-frame">
          <table className="table register-table" lang="vi" aria-label={registerTitle}>
            <thead>
              <tr>
                {registerColumnNames.map((name) => (
                  <th key={name} scope="col" data-column={name}>
                    {registerColumns[name].title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.id}>
                  {registerColumnNames.map((name) => (
                    <td key={name} data-column={name} data-label={registerColumns[name].title}>
                      {name === 'action' ? (
                        <Link href={taskAddress(line.id)}>{line.action}</Link>
                      ) : name === 'deadline' && line.deadline ? (
                        formatDate(line.deadline)
                      ) : (
                        (name === 'deadline' ? line.deadlineText : line[name]) || null
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hasNextPage && (
        <div className="row on-screen">
          <Button onClick={() => void fetchNextPage()} disabled={isFetching}>
            {list.more}
          </Button>
          <span className="muted">{t.shownOf(lines.length, total)}</span>
        </div>
      )}
    </div>
  )
}
