// Runs jobs: which is due is a matter of Vietnamese time and of what was done; nothing is kept in memory.
import { dayFrom, todayInVietnam } from '../calendar.ts'
import { alone } from '../database/alone.ts'
import { type Database, transaction } from '../database/open.ts'
import type { Tx } from '../database/tables.ts'
import { recordProvinces } from '../record/heads.ts'
import { beginJob, isDone } from '../registers/mail/job-store.ts'

export interface Job {
  /** Kept in the database: not to be changed. */
  name: string
  /** From when on it is due on its day, `HH:MM` in Vietnam; null: at every tick. */
  at: string | null
  /** 1 Monday … 7 Sunday; left out: every day. */
  weekday?: number
  /** `day`: the one it is due on. All of it in one transaction with the note that it was done. It may run again after a failure, for one province. */
  run: (tx: Tx, provinceId: number, now: Date, day: string | null) => Promise<unknown>
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
})

/** The newest day on which this job was due at `now`, `YYYY-MM-DD` in Vietnam; null for one without a time. */
export function dueDay({ at, weekday }: Pick<Job, 'at' | 'weekday'>, now: Date): string | null {
  if (at === null) return null
  const today = todayInVietnam(now)
  const last = clock.format(now) >= at ? today : dayFrom(today, -1)
  if (weekday === undefined) return last
  const back = ((new Date(`${last}T00:00:00Z`).getUTCDay() || 7) - weekday + 7) % 7
  return dayFrom(last, -back)
}

/**
 * Runs what is due at `now` in every province and was not done for its day. Of several days that were missed only
 * the newest is caught up. One job's trouble is told to `failed` and keeps no other back; it is tried again at
 * the next tick. The names of what ran; null where another server is at it.
 */
export async function runJobs(
  database: Database,
  jobs: readonly Job[],
  now: Date,
  failed: (job: string, error: Error) => void,
): Promise<string[] | null> {
  return alone(database.pool, 'jobs', async () => {
    const ran: string[] = []
    for (const { province_id: id } of await recordProvinces(database.db)) {
      for (const job of jobs) {
        const { name, run } = job
        try {
          const day = dueDay(job, now)
          // Most ticks find everything done; `beginJob` is what holds.
          if (day !== null && (await isDone(database.db, id, name, day))) continue
          const done = await transaction(database, async (tx) => {
            if (day !== null && !(await beginJob(tx, id, name, day, now))) return false
            await run(tx, id, now, day)
            return true
          })
          if (done) ran.push(name)
        } catch (error) {
          failed(name, error as Error)
        }
      }
    }
    return ran
  })
}

/** Calls `work` now and then every so many milliseconds, never twice at once; what it returns ends it in order. */
export function every(
  milliseconds: number,
  work: () => Promise<unknown>,
  failed: (error: Error) => void,
): () => Promise<void> {
  let running: Promise<unknown> | null = null
  const tick = () => {
    running ??= work()
      .catch(failed)
      .finally(() => {
        running = null
      })
  }
  tick()
  const timer = setInterval(tick, milliseconds)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
