// Ids of very many rows that are made at once: UUIDs of version 7 in the order in which they are read later, so that the
// indexes grow at their end and what is asked for together lies together.
import { randomBytes } from 'node:crypto'

/**
 * Makes the ids of one moment, in the order of group, then part, then row. They differ where rows differ (up to 2^28 of
 * them); of other ids of that millisecond they differ by chance, as these do among themselves.
 */
export function orderedIds(): (group: number, part: number, row: number) => string {
  const moment = hex(Date.now(), 12)
  const chance = randomBytes(3).toString('hex').slice(1)
  const head = `${moment.slice(0, 8)}-${moment.slice(8)}-7`
  return (group, part, row) =>
    `${head}${hex(group % 4096, 3)}-8${hex(part % 4096, 3)}-${hex(row, 7)}${chance}`
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
