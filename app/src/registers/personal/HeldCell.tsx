// One value of the data held on a person, in words that people know; what has none stays as it is kept.
import { formatDate, formatInstant } from '../../web/format.ts'

/** What codes are called, by code. */
export interface CellWords {
  roles: Readonly<Record<string, string>>
  /** Changes on the record, and looks in the access log. */
  deeds: Readonly<Record<string, string>>
  kinds: Readonly<Record<string, string>>
  levels: Readonly<Record<string, string>>
}

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
const day = /^\d{4}-\d{2}-\d{2}$/

/** What a cell of the column shows; a dash for nothing. */
export function cellText(column: string, value: unknown, words: CellWords): string {
  if (value === null || value === undefined) return '–'
  if (typeof value !== 'string') return JSON.stringify(value)
  if (instant.test(value)) return formatInstant(value)
  if (day.test(value)) return formatDate(value)
  const named: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    role: words.roles,
    action: words.deeds,
    subject_kind: words.kinds,
    level: words.levels,
  }
  return named[column]?.[value] ?? value
}

/** The cell itself; what is long, like an id, may break anywhere. */
export const HeldCell = ({ name, text }: { name: string; text: string }) => (
  <td data-label={name} className={text.length > 20 ? 'long' : undefined}>
    {text}
  </td>
)
