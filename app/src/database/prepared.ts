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

/** What PostgreSQL says where a kept statement would answer with other columns than when it was kept. */
const otherColumns = '0A000'

/** A connection that keeps what ends with `eachRequest` and sends anything else as it is. */
export class PreparingClient extends pg.Client {
  /** How often another server has changed a table under this connection: its statements are then kept anew. */
  #changes = 0

  override query: pg.Client['query'] = ((asked: unknown, values: unknown, ...rest: unknown[]) => {
    const send = super.query.bind(this) as (...given: unknown[]) => unknown
    if (typeof asked !== 'string' || !asked.endsWith(mark) || !Array.isArray(values))
      return send(asked, values, ...rest)
    const answer = send({ name: `${nameOf(asked)}.${this.#changes}`, text: asked, values }, ...rest)
    if (rest.length > 0) return answer
    return (answer as Promise<unknown>).catch((error: { code?: string }) => {
      if (error.code !== otherColumns) throw error
      this.#changes++
      return send(asked, values)
    })
  }) as pg.Client['query']
}
