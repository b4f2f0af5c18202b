// A day on which figures end, chosen for a view of one indicator.
import { useState } from 'react'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { placesOf } from './series.ts'
import type { IndicatorUnits as Data } from './units-contract.ts'
import { en, vi } from './units-texts.ts'

/** The place of the day chosen, the newest of the year until one is; and how to choose another. */
export function useEnd(data: Data): [number, (place: number) => void] {
  const newest = placesOf(data).at(-1) ?? 0
  const [chosen, setChosen] = useState<number | null>(null)
  return [chosen !== null && chosen < data.ends.length ? chosen : newest, setChosen]
}

/** A day of the data to choose, by its place; the newest first. */
export function EndField({
  data,
  label,
  value,
  onChange,
}: {
  data: Data
  label: string
  value: number
  onChange: (place: number) => void
}) {
  const t = useTexts(vi, en)
  return (
    <SelectField
      label={label}
      value={String(value)}
      onChange={(place) => onChange(Number(place))}
      options={data.ends
        .map((day, at) => ({ value: String(at), label: t.until(formatDate(day)) }))
        .toReversed()}
    />
  )
}
