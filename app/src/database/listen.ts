// Listens to notifications of PostgreSQL on a connection of its own, and comes back when it is lost.
import pg from 'pg'

export interface Hearing {
  heard(payload: string): void
  /** Listens again after the connection was lost: something may have been missed. */
  back(): void
  failed(error: Error): void
}

export interface Ear {
  close(): void
}

/** Milliseconds until a lost connection is tried again. */
const pause = 1000

/** Listens to `channel` (a plain identifier) on a new connection to where the pool leads. */
export function listenOn(pool: pg.Pool, channel: string, hearing: Hearing): Ear {
  if (!/^[a-z_]+$/.test(channel)) throw new RangeError(`no channel: ${channel}`)
  let client: pg.Client | null = null
  let closed = false
  let again: NodeJS.Timeout | null = null

  async function connect(): Promise<void> {
    // The pool hides its password from being copied along.
    const { password } = pool.options
    const mine = new pg.Client({ ...pool.options, password, application_name: 'giaoban live' })
    client = mine
    let lost = false
    const retry = (error: Error) => {
      if (lost || closed) return
      lost = true
      hearing.failed(error)
      void mine.end().catch(() => undefined)
      again = setTimeout(() => void connect(), pause)
      again.unref()
    }
    mine.on('error', retry)
    mine.on('end', () => retry(new Error('the listening connection ended')))
    mine.on('notification', ({ payload }) => hearing.heard(payload ?? ''))
    try {
      await mine.connect()
      await mine.query(`listen ${channel}`)
    } catch (error) {
      retry(error as Error)
      return
    }
    // Closed while it was still connecting.
    if (closed) await mine.end().catch(() => undefined)
    else hearing.back()
  }

  void connect()
  return {
    close() {
      closed = true
      if (again) clearTimeout(again)
      void client?.end().catch(() => undefined)
    },
  }
}
