// A day and a time of Vietnam side by side, as one moment.
import { useState } from 'react'
import { formatInstant, momentFrom, parseTime, partsOfMoment } from '../format.ts'
import { useTexts } from '../language.tsx'
import { en, vi } from '../texts.ts'
import { DateField, TextField } from './Field.tsx'

interface MomentFieldProps {
  label: string
  /** An instant as ISO text, or null. */
  value: string | null
  /** Called with an instant, null for an emptied field, undefined while it is none (yet). */
  onChange: (value: string | null | undefined) => void
  /** What is wrong with the moment itself, such as its place in an order. */
  error?: string | null
}

/** The field keeps what is typed; `onChange` tells what it means. */
export function MomentField({ label, value, onChange, error }: MomentFieldProps) {
  const t = useTexts(vi, en)
  const [typed, setTyped] = useState(() => partsOfMoment(value))
  const [wrongDay, setWrongDay] = useState(false)
  function put(next: typeof typed, wrong = wrongDay) {
    setTyped(next)
    setWrongDay(wrong)
    onChange(wrong ? undefined : momentFrom(next.day, next.time))
  }
  const clock = parseTime(typed.time)
  const half = clock !== undefined && (typed.day === null) !== (clock === null)
  return (
    <div className="field-pair">
      <DateField
        label={label}
        value={typed.day}
        onChange={(day) => put({ ...typed, day }, false)}
        onInvalid={(wrong) => wrong && put(typed, true)}
      />
      <TextField
        label={t.timeOf(label)}
        value={typed.time}
        onChange={(time) => put({ ...typed, time })}
        inputMode="numeric"
        placeholder={t.timeFormat}
        error={clock === undefined ? t.timeWrong : (error ?? null)}
        hint={half ? t.timeHalf : undefined}
      />
    </div>
  )
}

/** `08/12/2026 08:00 – 11:30`, the second day too where it is another; null where nobody said. */
export function timeSpan(from: string | null, to: string | null): string | null {
  if (!from) return null
  const begins = formatInstant(from)
  if (!to) return begins
  const ends = formatInstant(to)
  return `${begins} – ${ends.slice(0, 10) === begins.slice(0, 10) ? ends.slice(11) : ends}`
}
