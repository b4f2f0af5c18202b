// What keeps the conference from being closed, each with the way to it; and what is only worth knowing.
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import type { SittingView } from './contract.ts'
import { en, vi } from './texts.ts'

interface MissingProps {
  sitting: SittingView
  /** Left out: the items are only named. */
  onGo?: (itemId: string) => void
}

export function MissingList({ sitting, onGo }: MissingProps) {
  const t = useTexts(vi, en)
  const titleOf = (id: string) => {
    const item = sitting.items.find((one) => one.id === id)
    return item ? t.item(item.number ?? '–', item.title) : id
  }
  const line = (itemId: string, words: string) => (
    <li key={`${itemId} ${words}`}>
      {onGo ? (
        <Button small look="plain" onClick={() => onGo(itemId)}>
          {titleOf(itemId)}
        </Button>
      ) : (
        `${titleOf(itemId)} –`
      )}{' '}
      {words}
    </li>
  )
  return (
    <section data-missing tabIndex={-1} aria-label={t.missing}>
      <h2>{t.missing}</h2>
      {sitting.missing.length === 0 ? (
        <p>{t.nothingMissing}</p>
      ) : (
        <ul className="plain-list">
          {sitting.missing.map(({ itemId, what }) => line(itemId, t.what[what]))}
        </ul>
      )}
      {sitting.unanswered.length > 0 && (
        <>
          <h3>{t.warnings}</h3>
          <ul className="plain-list">
            {sitting.unanswered.map(({ itemId, opinions }) => line(itemId, t.unanswered(opinions)))}
          </ul>
        </>
      )}
    </section>
  )
}
