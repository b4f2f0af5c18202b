// The findings in reading order. Long lists grow as one comes to their end.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTexts } from '../web/language.tsx'
import { Button } from '../web/ui/Button.tsx'
import { EmptyState } from '../web/ui/States.tsx'
import type { FindingView } from './contract.ts'
import { FindingItem } from './FindingItem.tsx'
import { en, vi } from './texts.ts'
import type { Lookup } from './words.ts'

const step = 200

interface FindingListProps {
  shown: readonly FindingView[]
  /** How many there are without filters. */
  all: number
  lookup: Lookup
  selected: string | null
  editing: string | null
  mayDecide: boolean
  form: ReactNode
  onClearFilter: () => void
  onSelect: (id: string) => void
  onConfirm: (finding: FindingView) => void
  onReject: (finding: FindingView) => void
  onEdit: (finding: FindingView) => void
  onUndo: (finding: FindingView) => void
}

export function FindingList({
  shown,
  all,
  selected,
  editing,
  form,
  onClearFilter,
  ...rest
}: FindingListProps) {
  const t = useTexts(vi, en)
  const [limit, setLimit] = useState(step)
  const end = useRef<HTMLDivElement>(null)
  const needed = shown.findIndex((one) => one.id === selected) + 20
  const drawn = shown.slice(0, Math.max(limit, needed))
  const more = drawn.length < shown.length

  // biome-ignore lint/correctness/useExhaustiveDependencies: observes again after each growth
  useEffect(() => {
    if (!end.current) return
    const observer = new IntersectionObserver(
      (entries) => entries.some((one) => one.isIntersecting) && setLimit(drawn.length + step),
      { rootMargin: '800px' },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [drawn.length, more])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must get there
    <section className="review-list" aria-label={t.findings} tabIndex={0}>
      {shown.length === 0 &&
        (all === 0 ? (
          <EmptyState title={t.nothingFound} detail={t.nothingFoundDetail} />
        ) : (
          <EmptyState
            title={t.nothingShown}
            action={<Button onClick={onClearFilter}>{t.clearFilters}</Button>}
          />
        ))}
      <ol>
        {drawn.map((finding) => (
          <FindingItem
            key={finding.id}
            finding={finding}
            selected={finding.id === selected}
            form={finding.id === editing ? form : null}
            {...rest}
          />
        ))}
      </ol>
      {more && <div ref={end} />}
    </section>
  )
}
