// What was done by itself, and for which day.
import type { Reads, Tx } from '../../database/tables.ts'

/** Notes that a job is done for this day, with what it does; false where it was done before. */
export async function beginJob(
  tx: Tx,
  provinceId: number,
  job: string,
  day: string,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('job_run')
    .values({ province_id: provinceId, job, day, done_at: now.toISOString() })
    .onConflict((conflict) => conflict.columns(['province_id', 'job', 'day']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** When a job was done for the last day before this one; null where it never was. */
export async function lastRun(
  db: Reads,
  provinceId: number,
  job: string,
  day: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('job_run')
    .select('done_at')
    .where('province_id', '=', provinceId)
    .where('job', '=', job)
    .where('day', '<', day)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.done_at ?? null
}

/** Whether a job is done for this day. */
export async function isDone(
  db: Reads,
  provinceId: number,
  job: string,
  day: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('job_run')
    .select('job')
    .where('province_id', '=', provinceId)
    .where('job', '=', job)
    .where('day', '=', day)
    .executeTakeFirst()
  return row !== undefined
}
