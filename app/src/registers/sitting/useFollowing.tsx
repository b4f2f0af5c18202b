// Keeps the page of a conference in step: what is shown of it is asked for anew at each change of it.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** Milliseconds until a stream that was refused is tried again; a lost one the browser takes up by itself. */
const again = 5_000

/** Pages ask within this time after a change, not all at once, and not again before `rest` is over (milliseconds). */
const spread = 800
const rest = 4_000

/**
 * Follows a conference while the page is looked at: a browser has few connections to one server, and pages in the
 * background would take them. Whoever comes back hears the number at once. Nothing is asked while no event comes: the
 * page stands as it is.
 */
export function useFollowing(conferenceId: string, on: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!on) return
    let source: EventSource | null = null
    let number = ''
    let cut = false
    let asked = 0
    let asking: ReturnType<typeof setTimeout> | undefined
    const fresh = () => {
      asking ??= setTimeout(
        () => {
          asking = undefined
          asked = Date.now()
          void client.invalidateQueries({ queryKey: ['conferences', conferenceId] })
        },
        Math.max(spread * Math.random(), asked + rest - Date.now()),
      )
    }
    const keep = () => {
      const wanted = document.visibilityState === 'visible' && !cut
      if (source && (!wanted || source.readyState === EventSource.CLOSED)) {
        source.close()
        source = null
      }
      if (!wanted || source) return
      source = new EventSource(`/api/conferences/${conferenceId}/live`)
      source.addEventListener('live', ({ data }: MessageEvent<string>) => {
        if (data !== number) fresh()
        number = data
      })
      source.addEventListener('cut', () => {
        cut = true
        fresh()
        keep()
      })
    }
    keep()
    const timer = setInterval(keep, again)
    document.addEventListener('visibilitychange', keep)
    return () => {
      clearInterval(timer)
      clearTimeout(asking)
      document.removeEventListener('visibilitychange', keep)
      source?.close()
    }
  }, [client, conferenceId, on])
}
