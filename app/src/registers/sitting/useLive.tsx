// Hears when a sitting changes, says honestly since when nothing was heard, and asks by itself meanwhile.
import { useEffect, useRef, useState } from 'react'
import { formatTime } from './time.ts'

export interface Contact {
  /** `polling`: the page asks and is answered, but hears no events. */
  state: 'live' | 'polling' | 'lost'
  /** When the server was last heard, in milliseconds; null: never. */
  at: number | null
}

/** Two beats of the server (15 s) and a bit. */
const silence = 35_000
const pollEvery = 5_000

/**
 * Follows a stream of events (`http/events.ts`). `refresh` fetches anew and says whether it was answered;
 * it is called at each change, and every five seconds while no events come.
 */
export function useLive(address: string, refresh: () => Promise<boolean>): Contact {
  const [contact, setContact] = useState<Contact>({ state: 'polling', at: null })
  const ask = useRef(refresh)
  ask.current = refresh
  useEffect(() => {
    let source: EventSource | null = null
    let heardAt = 0
    let number = ''
    let ended = false
    const heard = () => {
      heardAt = Date.now()
      setContact({ state: 'live', at: heardAt })
    }
    const connect = () => {
      source = new EventSource(address)
      source.addEventListener('live', ({ data }: MessageEvent<string>) => {
        heard()
        if (data !== number) void ask.current()
        number = data
      })
      source.addEventListener('beat', heard)
      source.addEventListener('cut', () => {
        source?.close()
        ended = true
        void ask.current()
      })
      source.onerror = () => {
        heardAt = 0
        setContact((former) => ({ state: 'lost', at: former.at }))
      }
    }
    connect()
    const timer = setInterval(async () => {
      if (heardAt > Date.now() - silence) return
      if (source?.readyState === EventSource.CLOSED && !ended) connect()
      const answered = await ask.current()
      if (heardAt > Date.now() - silence) return
      setContact((former) =>
        answered ? { state: 'polling', at: Date.now() } : { state: 'lost', at: former.at },
      )
    }, pollEvery)
    return () => {
      clearInterval(timer)
      source?.close()
    }
  }, [address])
  return contact
}

/** When the server was last heard, as a time of day. */
export const contactTime = ({ at }: Contact, never: string): string =>
  at === null ? never : formatTime(new Date(at).toISOString())
