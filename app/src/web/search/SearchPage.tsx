// Search as a page: for a link to share, and for long lists.
import './search.css'
import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { useTexts } from '../language.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../ui/States.tsx'
import { ResultText } from './ResultText.tsx'
import { en, vi } from './texts.ts'
import { resultAddress, useSearch } from './useSearch.ts'

export function SearchPage() {
  const t = useTexts(vi, en)
  const [parameters, setParameters] = useSearchParams()
  const [typed, setTyped] = useState(parameters.get('q') ?? '')
  const { q, results, error, waiting } = useSearch(typed)
  return (
    <div className="page">
      <PageHead title={t.title} intro={t.intro} />
      <input
        className="input search-field"
        type="search"
        value={typed}
        placeholder={t.placeholder}
        aria-label={t.placeholder}
        onChange={(event) => {
          setTyped(event.target.value)
          setParameters(event.target.value ? { q: event.target.value } : {}, { replace: true })
        }}
      />
      {error ? (
        <ErrorPanel error={error} />
      ) : q === '' ? (
        <EmptyState title={t.start} />
      ) : results.length === 0 && !waiting ? (
        <EmptyState title={t.nothing(q)} detail={t.nothingDetail} />
      ) : (
        <>
          <p className="muted" role="status">
            {t.results(results.length)}
          </p>
          <ul className="plain-list">
            {results.map((result) => (
              <li key={`${result.kind}-${result.id}`} className="panel">
                <Link href={resultAddress(result)} className="result">
                  <ResultText result={result} />
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
