// The destructions that a backup knows of, for restoring an older one.

import type { Destruction } from '../registers/documents/destruction.ts'
import type { Frame } from './archive.ts'

/** Rows of `document_destruction` among the frames of a backup. */
export async function destructionsIn(frames: AsyncIterable<Frame>): Promise<Destruction[]> {
  let columns: string[] = []
  let inside = false
  const chunks: Buffer[] = []
  for await (const one of frames) {
    if (one.kind === 'table') {
      inside = one.table.name === 'document_destruction'
      if (inside) columns = one.table.columns
    } else if (one.kind === 'rows' && inside) chunks.push(one.bytes)
  }
  return rowsOf(Buffer.concat(chunks).toString(), columns)
}

/** COPY text: a line a row, tabs between, `\\N` for null, backslash escapes. */
function rowsOf(text: string, columns: readonly string[]): Destruction[] {
  const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v' }
  const plain = (cell: string) => cell.replace(/\\(.)/g, (_, one: string) => escapes[one] ?? one)
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t').map(plain)
      const row = Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? '']))
      return { ...row, province_id: Number(row.province_id) } as unknown as Destruction
    })
}
