// A number of a count.
import { Link } from 'wouter'
import { formatNumber } from '../../web/format.ts'
import { useLanguage } from '../../web/language.tsx'
import type { CountCell, TaskCount } from './contract.ts'
import { addressOf, type Chosen } from './useChosen.tsx'

interface CellLinkProps {
  cell: CountCell
  count: TaskCount
  chosen: Chosen
  /** What it counts, for who only hears the link. */
  of: string
}

/** A number that opens the list it counts; a plain one where there is nothing to open. */
export function CellLink({ cell, count, chosen, of }: CellLinkProps) {
  const { language } = useLanguage()
  const number = formatNumber(count[cell], language)
  if (count[cell] === 0) return <>{number}</>
  return (
    <Link
      href={addressOf('/assignments', { ...chosen, counted: cell })}
      aria-label={`${of}: ${number}`}
    >
      {number}
    </Link>
  )
}
