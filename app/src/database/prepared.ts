// Statements that every request sends: each connection prepares them once. To plan who has which rights
// takes ten times as long as to look it up.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'

const mark = '/* each request */'

/**
 * Ends a statement that every request sends. Its text has to be the same each time, lists in one array:
 * a connection keeps every such text, with its plan.
 */
export const eachRequest = sql.raw(mark)

const names = new Map<string, string>()

/** The name under which connections keep a text that says so; a name holds at most 63 bytes. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha256').update(text).digest('hex').slice(0, 40)
  names.set(text, name)
  return name
}

/** A connection that keeps what ends with `eachRequest` and sends anything else as it is. */
export class PreparingClient extends pg.Client {
  override query: pg.Client['query'] = ((asked: unknown, values: unknown, ...rest: unknown[]) => {
    const send = super.query.bind(this) as (...given: unknown[]) => unknown
    return typeof asked === 'string' && asked.endsWith(mark) && Array.isArray(values)
      ? send({ name: nameOf(asked), text: asked, values }, ...rest)
      : send(asked, values, ...rest)
  }) as pg.Client['query']
}
