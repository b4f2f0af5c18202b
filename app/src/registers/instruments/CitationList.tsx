// Instruments as documents cite them, and which of the register each citation names.
import { AccessButton } from '../access/AccessButton.tsx'
import '../../web/ui/register.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { HistoryButton } from '../../record/History.tsx'
import { request } from '../../web/api.ts'
import { fold, formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { CheckField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { SourceLink } from '../../web/ui/SourceLink.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import type { CitationView, instrumentRoutes } from './contract.ts'
import { InstrumentDialog } from './InstrumentDialogs.tsx'
import { kindsOf, readSymbol } from './symbol.ts'
import { en, vi } from './texts.ts'
import { useInstrumentName } from './useInstruments.tsx'

export function CitationList() {
  const t = useTexts(vi, en)
  const [filter, setFilter] = useState('')
  const [onlyOpen, setOnlyOpen] = useState(false)
  const [chosen, choose] = useState<CitationView | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['citations'],
    queryFn: ({ signal }) =>
      request<typeof instrumentRoutes.list>('get', '/api/citations', { signal }),
  })
  const wanted = fold(filter)
  const shown = data?.citations.filter(
    (one) =>
      (!onlyOpen || one.instrument === null) &&
      fold([one.source.quote, one.issuer, one.about].join(' ')).includes(wanted),
  )
  return (
    <div className="page">
      <PageHead
        title={t.title}
        intro={t.intro}
        actions={<ButtonLink to="/instruments">{t.page.back}</ButtonLink>}
      />
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
            <CheckField label={t.onlyOpen} value={onlyOpen} onChange={setOnlyOpen} />
            <span className="muted" role="status">
              {t.shown(shown.length, data.citations.length)}
            </span>
          </div>
          {shown.length === 0 ? (
            <EmptyState title={t.noMatch} />
          ) : (
            <Table citations={shown} onChoose={choose} />
          )}
        </>
      )}
      {chosen && data && (
        <InstrumentDialog citations={likeIt(data.citations, chosen)} onClose={() => choose(null)} />
      )}
    </div>
  )
}

/** The open citations that name the same number, kind and day as this one, itself first. */
function likeIt(citations: readonly CitationView[], one: CitationView): CitationView[] {
  const keyOf = ({ symbol, issuedOn, source, type }: CitationView) => {
    const read = readSymbol(symbol ?? '')
    return (
      read &&
      !read.bare &&
      JSON.stringify([read.key, issuedOn, kindsOf(source.quote, type, symbol)])
    )
  }
  const key = keyOf(one)
  const others = citations.filter(
    (other) =>
      other.id !== one.id && other.instrument === null && key !== null && keyOf(other) === key,
  )
  return [one, ...others]
}

interface TableProps {
  citations: CitationView[]
  onChoose: (citation: CitationView) => void
}

function Table({ citations, onChoose }: TableProps) {
  const t = useTexts(vi, en)
  const name = useInstrumentName()
  const { can } = useSession()
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
            <th scope="col">{t.column.register}</th>
          </tr>
        </thead>
        <tbody>
          {citations.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.source.quote}
                {one.within && <span className="source-note">{t.within(one.within.quote)}</span>}
              </th>
              <td data-label={t.column.symbol}>{one.symbol ?? none}</td>
              <td data-label={t.column.issuer}>{one.issuer ?? none}</td>
              <td data-label={t.column.date}>{formatDate(one.issuedOn) || none}</td>
              <td data-label={t.column.source}>
                <SourceLink source={one.source}>{one.source.documentTitle}</SourceLink>{' '}
                <HistoryButton kind="citation" id={one.id} of={one.source.quote} />{' '}
                <AccessButton kind="citation" id={one.id} of={one.source.quote} />
              </td>
              <td data-label={t.column.register}>
                {one.instrument ? (
                  <Link href={`/instruments/${one.instrument.id}`}>{name(one.instrument)}</Link>
                ) : can.work ? (
                  <Button
                    small
                    onClick={() => onChoose(one)}
                    aria-label={`${t.toRegister}: ${one.source.quote}`}
                  >
                    {t.toRegister}
                  </Button>
                ) : (
                  none
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
