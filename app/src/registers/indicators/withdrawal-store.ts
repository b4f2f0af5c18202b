// Taking back what was said of an indicator beside its figures: a break in its series, a figure of another place.
import { sql } from 'kysely'
import type { Row, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { type Change, writeRecord } from '../../record/record.ts'
import { indicatorById } from './store.ts'

const keys = { indicator_break: 'break_id', reference_figure: 'reference_id' } as const

/** Takes a row back, with its reason, as `told` of it; `notFound` where it is not there, or not any more. */
export async function withdraw<T extends keyof typeof keys>(
  tx: Tx,
  actor: Actor,
  { table, id, reason }: { table: T; id: string; reason: string },
  told: (row: Row<T>) => Pick<Change, 'action' | 'before' | 'after'>,
): Promise<void> {
  const { provinceId } = actor
  authorise(actor, 'register.edit', provinceId)
  const {
    rows: [row],
  } = await sql<Row<T> & { indicator_id: string }>`
    update ${sql.table(table)} set withdrawn_at = ${new Date().toISOString()}
    where province_id = ${provinceId} and ${sql.ref(keys[table])} = ${id} and withdrawn_at is null
    returning *`.execute(tx)
  if (!row) throw new Problem('notFound')
  await indicatorById(tx, provinceId, row.indicator_id)
  const subject = { subjectKind: 'indicator', subjectId: row.indicator_id }
  await writeRecord(tx, actor, { ...subject, ...told(row), reason })
}
