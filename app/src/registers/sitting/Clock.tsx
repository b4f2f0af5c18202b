// How long an item has been on, against its planned minutes.
import { useEffect, useState } from 'react'
import { useTexts } from '../../web/language.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { clockText, secondsOn } from './sitting.ts'
import { en, vi } from './texts.ts'

interface ClockProps {
  startedAt: string
  minutes: number | null
  /** Milliseconds to add to this computer's clock. */
  clockOff: number
  /** The digits alone, as the wall shows them. */
  plain?: boolean
}

export function Clock({ startedAt, minutes, clockOff, plain }: ClockProps) {
  const t = useTexts(vi, en)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = secondsOn(startedAt, now + clockOff)
  const over = minutes !== null && seconds > minutes * 60
  return (
    <span className={over ? 'sitting-clock over' : 'sitting-clock'} role="timer">
      {!plain && <span className="muted">{t.clock} </span>}
      <span className="digits">{clockText(seconds)}</span>{' '}
      {minutes !== null && <span className="muted">{t.planned(minutes)}</span>}{' '}
      {over && <Status tone="warn">{t.over}</Status>}
    </span>
  )
}
