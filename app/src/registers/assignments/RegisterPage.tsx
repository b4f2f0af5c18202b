// The follow-up register as offices keep it: thirteen columns on a page that lies, and as an Excel file.
import '../../web/ui/register.css'
import './assignments.css'
import './counts.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { AssignmentNav } from './AssignmentNav.tsx'
import { taskAddress } from './AssignmentTable.tsx'
import { en, vi } from './count-texts.ts'
import { isNarrowed, Narrowed } from './Narrowed.tsx'
import { registerColumnNames, registerColumns, registerTitle } from './register.ts'
import type { reportRoutes } from './report-contract.ts'
import { en as listEn, vi as listVi } from './texts.ts'
import { addressOf, filters, useChosen } from './useChosen.tsx'

export function RegisterPage() {
  const { register: t } = useTexts(vi, en)
  const list = useTexts(listVi, listEn)
  const [chosen, choose] = useChosen()
  const { data, error, refetch } = useQuery({
    queryKey: ['assignments', 'register', chosen],
    queryFn: ({ signal }) =>
      request<typeof reportRoutes.register>('get', '/api/assignment-register', {
        query: { ...chosen },
        signal,
      }),
    placeholderData: (former) => former,
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
            <Button onClick={() => window.print()}>{t.print}</Button>
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
        {data && <span className="muted">{t.chosen(data.lines.length)}</span>}
      </div>
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.lines.length === 0 ? (
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
              {data.lines.map((line) => (
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
    </div>
  )
}
