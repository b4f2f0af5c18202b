// Several questions in one statement: what a page needs that does not hang on each other costs one round trip.
import { type RawBuilder, sql } from 'kysely'
import { eachRequest } from './prepared.ts'
import type { Reads } from './tables.ts'

/**
 * The rows of each question, by its name. They come as JSON: dates as `YYYY-MM-DD`, and instants only as what a question
 * makes of them itself. Texts have to be the same each time, as `eachRequest` says.
 */
export async function atOnce<Q extends Record<string, RawBuilder<unknown>>>(
  db: Reads,
  questions: Q,
): Promise<{ [K in keyof Q]: Q[K] extends RawBuilder<infer R> ? R[] : never }> {
  const { rows } = await sql<Record<string, unknown[]>>`select ${sql.join(
    Object.entries(questions).map(
      ([name, question]) =>
        sql`(select coalesce(json_agg(one), '[]'::json) from (${question}) one) as ${sql.ref(name)}`,
    ),
  )} ${eachRequest}`.execute(db)
  return rows[0] as { [K in keyof Q]: Q[K] extends RawBuilder<infer R> ? R[] : never }
}
