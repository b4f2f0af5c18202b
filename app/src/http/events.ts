// A stream of server-sent events that tells a page when to ask again. It carries numbers, never contents.
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Parts } from './context.ts'

/** What is told on a stream. */
export interface Following {
  /** The new number. */
  tell(live: number): void
  /** A sign of life. */
  beat(): void
  /** The right is gone; nothing more will come. */
  cut(): void
}

/**
 * Answers with events: `live` with the number now and with each new one, `beat` while nothing happens,
 * `cut` before the end where the right is gone. `join` begins the listening and gives the way to end it.
 */
export function follow(
  c: Context,
  parts: Parts,
  live: number,
  join: (following: Following) => () => void,
): Response {
  // A proxy that collects the answer would hold back what is to be told at once.
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async (stream) => {
    let told = live
    const gone = Promise.withResolvers<void>()
    const end = () => gone.resolve()
    const send = (event: string, data: string) => stream.writeSSE({ event, data }).catch(end)
    stream.onAbort(end)
    parts.ending?.addEventListener('abort', end, { once: true })
    await stream.writeSSE({ event: 'live', data: String(live), retry: 2000 })
    const leave = join({
      tell(number) {
        if (number === told) return
        told = number
        void send('live', String(number))
      },
      beat: () => void send('beat', ''),
      cut: () => void send('cut', '').then(end),
    })
    await gone.promise
    parts.ending?.removeEventListener('abort', end)
    leave()
  })
}
