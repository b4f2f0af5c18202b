// What documents say of a figure, beside the one that is typed: the sentence, and where both differ which to take.
import { formatNumber } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SourceLink } from '../../web/ui/SourceLink.tsx'
import type { SlotCell } from './contract.ts'
import { type Entry, takenFrom } from './grid.ts'
import { en, vi } from './grid-texts.ts'
import { formatPlain } from './typed.ts'

interface StatedProps {
  cell: SlotCell
  entry: Entry
  /** Of the line, for the names of buttons. */
  name: string
  /** Left out where the cell is closed: then both are shown, and that is all. */
  onTake?: ((entry: Entry) => void) | undefined
}

export function StatedBeside({ cell, entry, name, onTake }: StatedProps) {
  const g = useTexts(vi, en)
  const { language } = useLanguage()
  if (cell.statements.length === 0) return null
  return (
    <ul className="plain-list report-stated" aria-label={g.statedOf(name)}>
      {cell.statements.map((one) => {
        const figure = formatNumber(one.value, language, 6)
        const differs = entry.value !== one.value
        const { id: documentId, title } = one.document
        const source = { documentId, documentTitle: title, start: one.start, end: one.end }
        return (
          <li key={one.findingId} className={differs && entry.value != null ? 'report-check' : ''}>
            {differs && entry.value != null ? '▲ ' : ''}
            {differs
              ? one.confirmed
                ? g.stated(figure)
                : g.statedRead(figure)
              : g.statedSame(figure)}{' '}
            <SourceLink source={source}>“{one.quote}”</SourceLink>
            {onTake && differs && one.exact && (
              <Button
                small
                aria-label={g.takeOf(figure, name)}
                onClick={() =>
                  onTake(takenFrom(entry, one, (value) => formatPlain(value, language)))
                }
              >
                {g.take}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
