// The bar above both panes: where one is, how far, filters, and the one key for all certain ones.
import type { RefObject } from 'react'
import { Link } from 'wouter'
import type { DocumentSummary } from '../registers/documents/contract.ts'
import { useTexts } from '../web/language.tsx'
import { useSession } from '../web/session.tsx'
import { Button } from '../web/ui/Button.tsx'
import type { FindingView } from './contract.ts'
import { en, vi } from './texts.ts'
import { type Filter, isContext, type ListedKind, listedKinds } from './useFilter.ts'

interface ReviewBarProps {
  document: DocumentSummary
  findings: readonly FindingView[]
  filter: Filter
  onFilter: (filter: Filter) => void
  /** How many of those in sight are certain and open. */
  certain: number
  onConfirmCertain: () => void
  onHelp: () => void
  search: RefObject<HTMLInputElement | null>
}

export function ReviewBar(props: ReviewBarProps) {
  const { document, findings, certain, onConfirmCertain, onHelp } = props
  const t = useTexts(vi, en)
  const { can } = useSession()
  const listed = findings.filter((one) => !isContext(one))
  const done = listed.filter((one) => one.state !== 'proposed').length
  return (
    <div className="review-bar">
      <div className="review-bar-line">
        <div className="review-title">
          <Link href="/documents">← {t.toDocuments}</Link>
          <h1>
            <Link href={`/documents/${document.id}`} title={t.toDocument}>
              {document.title}
            </Link>
          </h1>
        </div>
        <span className="review-progress">
          <progress
            value={done}
            max={Math.max(listed.length, 1)}
            aria-label={t.progressLabel(done, listed.length)}
          />
          <span>{t.progress(done, listed.length)}</span>
        </span>
        {can.work ? (
          <Button look="primary" disabled={certain === 0} onClick={onConfirmCertain}>
            {t.confirmCertain(certain)} <kbd>⇧A</kbd>
          </Button>
        ) : (
          <span className="muted">{t.readOnly}</span>
        )}
        <Button onClick={onHelp} look="plain">
          {t.help} <kbd>?</kbd>
        </Button>
      </div>
      {can.work && listed.length > 0 && done === listed.length && (
        <p className="review-done" role="status">
          ● {t.allDone}
        </p>
      )}
      <Filters {...props} listed={listed} />
    </div>
  )
}

function Filters({
  findings,
  listed,
  filter,
  onFilter,
  search,
}: ReviewBarProps & { listed: readonly FindingView[] }) {
  const t = useTexts(vi, en)
  const counts = new Map<string, number>()
  for (const { kind } of listed) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const context = findings.length - listed.length
  function toggle(kind: ListedKind) {
    const kinds = filter.kinds.includes(kind)
      ? filter.kinds.filter((one) => one !== kind)
      : [...filter.kinds, kind]
    onFilter({ ...filter, kinds })
  }
  return (
    <div className="review-bar-line review-filters">
      <fieldset className="kind-chips">
        <legend className="visually-hidden">{t.filterKinds}</legend>
        {listedKinds
          .filter((kind) => counts.has(kind))
          .map((kind) => (
            <button
              key={kind}
              type="button"
              className="kind-chip"
              aria-pressed={filter.kinds.includes(kind)}
              onClick={() => toggle(kind)}
            >
              <span className={`kind-sample kind-${kind}`} aria-hidden="true">
                ab
              </span>
              {t.kinds[kind]} <span className="muted">{counts.get(kind)}</span>
            </button>
          ))}
        {context > 0 && (
          <button
            type="button"
            className="kind-chip"
            aria-pressed={filter.context}
            title={t.contextHint}
            onClick={() => onFilter({ ...filter, context: !filter.context })}
          >
            {t.context} <span className="muted">{context}</span>
          </button>
        )}
      </fieldset>
      <select
        className="input"
        aria-label={t.filterState}
        value={filter.state}
        onChange={(event) => onFilter({ ...filter, state: event.target.value as Filter['state'] })}
      >
        {(['all', 'proposed', 'confirmed', 'rejected'] as const).map((state) => (
          <option key={state} value={state}>
            {t.states[state]}
          </option>
        ))}
      </select>
      <input
        ref={search}
        className="input"
        type="search"
        placeholder={`${t.filterText}  /`}
        aria-label={t.filterText}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onFilter({ ...filter, text: '' })
          if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur()
        }}
      />
    </div>
  )
}
