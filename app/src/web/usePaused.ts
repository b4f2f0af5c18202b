// What is typed, once somebody pauses: so that not every letter is asked for.
import { useEffect, useState } from 'react'

const pause = 150

export function usePaused(typed: string): string {
  const [settled, settle] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => settle(typed), pause)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}
