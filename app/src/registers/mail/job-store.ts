// What was done by itself, and for which day.
import type { Tx } from '../../database/tables.ts'

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
