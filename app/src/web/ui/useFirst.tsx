// A long list a part at a time: the first, and a button for the next.
import { type ReactNode, useState } from 'react'
import { useTexts } from '../language.tsx'
import { en, vi } from '../texts.ts'
import { Button } from './Button.tsx'

const step = 30

export function useFirst<T>(rows: readonly T[]): { shown: readonly T[]; more: ReactNode } {
  const t = useTexts(vi, en)
  const [count, setCount] = useState(step)
  const left = rows.length - count
  return {
    shown: rows.slice(0, count),
    more: left > 0 && (
      <p>
        <Button small onClick={() => setCount(count + step)}>
          {t.showMore(Math.min(step, left), left)}
        </Button>
      </p>
    ),
  }
}
