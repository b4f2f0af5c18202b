// Instruments as documents cite them.
import '../../web/ui/register.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { HistoryButton } from '../../record/History.tsx'
import { request } from '../../web/api.ts'
import { fold, formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { SourceLink } from '../../web/ui/SourceLink.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import type { CitationView, instrumentRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

export function CitationList() {
  const t = useTexts(vi, en)
  const [filter, setFilter] = useState('')
  const { data, error, refetch } = useQuery({
    queryKey: ['citations'],
    queryFn: ({ signal }) =>
      request<typeof instrumentRoutes.list>('get', '/api/citations', { signal }),
  })
  const wanted = fold(filter)
  const shown = data?.citations.filter((one) =>
    fold([one.source.quote, one.issuer, one.about].join(' ')).includes(wanted),
  )
  return (
    <div className="page">
      <PageHead title={t.title} intro={t.intro} />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !data || !shown ? (
        <Loading />
      ) : data.citations.length === 0 ? (
        <EmptyState
          title={t.emptyTitle}
          detail={t.emptyDetail}
          action={<ButtonLink to="/documents">{t.toDocuments}</ButtonLink>}
        />
      ) : (
        <>
          <div className="row register-filter">
            <input
              className="input"
              type="search"
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
              placeholder={t.filter}
              aria-label={t.filter}
            />
            <span className="muted" role="status">
              {t.shown(shown.length, data.citations.length)}
            </span>
          </div>
          {shown.length === 0 ? <EmptyState title={t.noMatch} /> : <Table citations={shown} />}
        </>
      )}
    </div>
  )
}

function Table({ citations }: { citations: CitationView[] }) {
  const t = useTexts(vi, en)
  const none = <span className="muted">{t.notStated}</span>
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.column.instrument}</th>
            <th scope="col">{t.column.symbol}</th>
            <th scope="col">{t.column.issuer}</th>
            <th scope="col">{t.column.date}</th>
            <th scope="col">{t.column.source}</th>
          </tr>
        </thead>
        <tbody>
          {citations.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.source.quote}</th>
              <td data-label={t.column.symbol}>{one.symbol ?? none}</td>
              <td data-label={t.column.issuer}>{one.issuer ?? none}</td>
              <td data-label={t.column.date}>{formatDate(one.issuedOn) || none}</td>
              <td data-label={t.column.source}>
                <SourceLink source={one.source}>{one.source.documentTitle}</SourceLink>{' '}
                <HistoryButton kind="citation" id={one.id} of={one.source.quote} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
