// Tasks that the reader finds in a decision while it is typed, read in a worker of the page: also while
// the server is away.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { todayInVietnam } from '../../calendar.ts'
import { useBodies } from '../organisations/useBodies.tsx'
import type { HasRead, ToRead } from './read-worker.ts'
import { type KnownBody, matcherOf, opening, type ProposedTask, proposedTasks } from './tasks.ts'

export interface TaskReading {
  proposed: ProposedTask[]
  bodies: KnownBody[]
  /** The reader could not be loaded. */
  away: boolean
}

/** Milliseconds after the last key. */
const pause = 250

/** Reads a text as it changes. */
export function useReading(text: string): TaskReading {
  const [found, setFound] = useState<HasRead['findings']>([])
  const [away, setAway] = useState(false)
  const worker = useRef<Worker | null>(null)
  const asked = useRef(0)
  const bodies = useBodies(null).data?.bodies
  const lexicon = useQuery({
    queryKey: ['lexicon-file'],
    queryFn: async ({ signal }) => {
      const response = await fetch('/api/lexicon/file', { signal })
      return response.ok ? response.text() : ''
    },
    staleTime: 10 * 60_000,
  })
  useEffect(() => {
    const started = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' })
    worker.current = started
    started.onmessage = ({ data }: MessageEvent<HasRead>) => {
      if (data.number === asked.current) setFound(data.findings)
    }
    started.onerror = () => setAway(true)
    return () => started.terminate()
  }, [])
  const file = lexicon.data
  useEffect(() => {
    if (file === undefined) return
    const timer = setTimeout(() => {
      asked.current++
      const task: ToRead = { number: asked.current, text, date: todayInVietnam(), lexicon: file }
      worker.current?.postMessage(task)
    }, pause)
    return () => clearTimeout(timer)
  }, [text, file])
  const match = useMemo(() => matcherOf(bodies ?? []), [bodies])
  const whole = opening + text
  const proposed = useMemo(
    // Read for the text of a moment ago: what stands no longer where it was is not shown.
    () =>
      proposedTasks(
        found.filter((one) => whole.slice(one.start, one.end) === one.quote),
        match,
      ),
    [found, match, whole],
  )
  return { proposed, bodies: bodies ?? [], away }
}
