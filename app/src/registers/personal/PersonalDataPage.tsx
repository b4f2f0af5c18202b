// Everything held on a person, to read, print and take away.
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { en as recordEn, vi as recordVi } from '../../record/texts.ts'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { en as accessLogEn, vi as accessLogVi } from '../accesslog/texts.ts'
import { en as documentsEn, vi as documentsVi } from '../documents/texts.ts'
import type { PersonalData, personalRoutes } from './contract.ts'
import { type CellWords, cellText, HeldCell } from './HeldCell.tsx'
import './personal.css'
import { en, vi } from './texts.ts'

/** Of the account in the address; one's own without any. */
export function PersonalDataPage() {
  const t = useTexts(vi, en)
  const { id } = useParams<{ id?: string }>()
  const { data, error, refetch } = useQuery({
    queryKey: ['personal-data', id ?? 'own'],
    queryFn: ({ signal }) =>
      id
        ? request<typeof personalRoutes.ofAccount>('get', '/api/accounts/{id}/personal-data', {
            params: { id },
            signal,
          })
        : request<typeof personalRoutes.own>('get', '/api/session/personal-data', { signal }),
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <div className="page">
      <PageHead
        title={t.title}
        intro={`${t.intro(data.subject.name)} ${t.made(formatInstant(data.madeAt), data.province)}`}
        actions={
          <>
            <Button onClick={() => window.print()}>{t.print}</Button>
            <Button look="primary" onClick={() => save(data)}>
              {t.download}
            </Button>
          </>
        }
      />
      <p className="muted">{t.secrets}</p>
      {data.sections.map((section) => (
        <Section key={section.name} section={section} />
      ))}
    </div>
  )
}

/** Rows of a section on the page; the file holds all that the server gave. */
const mostShown = 200

function Section({ section }: { section: PersonalData['sections'][number] }) {
  const t = useTexts(vi, en)
  const words = useCellWords()
  const columns = Object.keys(section.rows[0] ?? {})
  const rows = section.rows.slice(0, mostShown)
  return (
    <section className="held-section" aria-labelledby={`held-${section.name}`}>
      <h2 id={`held-${section.name}`}>
        {t.sections[section.name] ?? section.name}{' '}
        <span className="muted">{t.count(rows.length, section.total)}</span>
      </h2>
      <div className="table-frame">
        <table className="table cards held">
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {t.columns[column] ?? t.entryColumn}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...rows.entries()].map(([place, row]) => (
              <tr key={place}>
                {columns.map((column) => (
                  <HeldCell
                    key={column}
                    name={t.columns[column] ?? t.entryColumn}
                    text={cellText(column, row[column], words)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function useCellWords(): CellWords {
  const { action } = useTexts(recordVi, recordEn).history
  const { actions, kinds } = useTexts(accessLogVi, accessLogEn)
  const { roles } = useTexts(sharedVi, sharedEn)
  const { levels } = useTexts(documentsVi, documentsEn).page
  return { roles, deeds: { ...action, ...actions }, kinds, levels }
}

/** The same export as a file. */
function save(data: PersonalData): void {
  const url = URL.createObjectURL(
    new Blob([`${JSON.stringify(data, null, 2)}\n`], { type: 'application/json' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = `giaoban-${data.subject.address ?? data.subject.personId ?? 'person'}.json`
  link.click()
  URL.revokeObjectURL(url)
}
