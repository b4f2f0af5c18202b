// What a list or register was narrowed to by the number that opened it.
import { Link } from 'wouter'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Notice } from '../../web/ui/States.tsx'
import { useBodies } from '../organisations/useBodies.tsx'
import { en, vi } from './count-texts.ts'
import type { Chosen } from './useChosen.tsx'
import { useEvents } from './useEvents.tsx'

/** Whether the address asks for more than a list's own filters. */
export const isNarrowed = ({ counted, lead, event, by, asOf }: Chosen): boolean =>
  Boolean(counted || lead || event || by || asOf)

interface NarrowedProps {
  chosen: Chosen
  /** The address without all that. */
  path: string
}

/** In words, with the way out. */
export function Narrowed({ chosen, path }: NarrowedProps) {
  const t = useTexts(vi, en)
  const { data } = useBodies(null)
  const events = useEvents().data?.events
  const { counted, lead, by = 'assigned', from, to, asOf } = chosen
  const days = [formatDate(from) || '…', formatDate(to) || '…'] as const
  const words = [
    counted && t.cells[counted],
    by !== 'all' && (from || to) && (by === 'due' ? t.due(...days) : t.given(...days)),
    lead &&
      (lead === 'none'
        ? t.noBody
        : t.ofBody(data?.bodies.find(({ id }) => id === lead)?.name ?? '…')),
    chosen.event && t.ofEvent(events?.find(({ id }) => id === chosen.event)?.name ?? '…'),
    asOf && t.stoodOn(formatDate(asOf)),
  ].filter(Boolean)
  return (
    <div className="narrowed">
      <Notice>
        <strong>{t.narrowed}:</strong> {words.length > 0 ? words.join(' · ') : t.by.all}{' '}
        <Link href={path}>{t.showAll}</Link>
      </Notice>
    </div>
  )
}
