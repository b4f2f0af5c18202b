// The way to a year's figures as a file.
import { useTexts } from '../../web/language.tsx'
import { en, vi } from './figure-texts.ts'

/** Of one body, or of all where none is named. */
export function YearLink({ year, body }: { year: number; body?: string }) {
  const t = useTexts(vi, en).year
  const query = new URLSearchParams({ year: String(year), ...(body ? { body } : {}) })
  return (
    <a className="button" href={`/api/figures/xlsx?${query}`} download>
      {t.get(year)}
    </a>
  )
}
