// Very many rows into a table, as one stream.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'

/** Sends lines of `COPY` to a table, no faster than it takes them. What `lines` throws is thrown on, and no row is there. */
export async function copyLines(
  client: pg.ClientBase,
  into: string,
  lines: AsyncIterable<string>,
): Promise<void> {
  await pipeline(Readable.from(lines), client.query(from(`copy ${into} from stdin`)))
}

/** A line of `COPY`: null is no value. */
export const copyLine = (cells: readonly (string | number | null | undefined)[]): string =>
  `${cells.map(cellOf).join('\t')}\n`

const apart = /[\\\n\r\t]/
const written: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function cellOf(value: string | number | null | undefined): string | number {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'number' || !apart.test(value)) return value
  return value.replace(/[\\\n\r\t]/g, (one) => written[one] ?? one)
}
