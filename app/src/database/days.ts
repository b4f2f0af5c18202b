// The days of a row, `valid_from` to `valid_to`: both included, an open end holds every day.
import { type RawBuilder, sql } from 'kysely'

/** Whether the days of a row hold one, in SQL; `row` is what the query calls the row. */
export const holds = (day: string, row?: string): RawBuilder<boolean> => {
  const column = (name: string) => sql.ref(row ? `${row}.${name}` : name)
  return sql<boolean>`(coalesce(${column('valid_from')}, ${day}::date) <= ${day}::date
    and coalesce(${column('valid_to')}, ${day}::date) >= ${day}::date)`
}

/** As `holds`, of a row that was read. */
export const holdsDay = (
  row: { valid_from: string | null; valid_to: string | null },
  day: string,
): boolean =>
  (row.valid_from === null || row.valid_from <= day) &&
  (row.valid_to === null || row.valid_to >= day)
