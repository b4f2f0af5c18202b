// A state by sign, word and colour together, so that none of them carries it alone.
import './ui.css'
import type { ReactNode } from 'react'
import { signs, type Tone } from '../charts/tone.ts'

export type { Tone }

export function Status({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`chip ${tone}`}>
      <span className="sign" aria-hidden="true">
        {signs[tone]}
      </span>
      {children}
    </span>
  )
}

/** A plain label without judgement. */
export function Chip({ children, title }: { children: ReactNode; title?: string }) {
  return (
    <span className="chip" title={title}>
      {children}
    </span>
  )
}
