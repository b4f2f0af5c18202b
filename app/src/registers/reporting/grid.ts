// What stands in the cells of a report while somebody types, and how one moves and pastes among them. Pure.
import type { GivenValue, SlotCell, SlotView } from './contract.ts'
import { type Method, type Missing, missingReasons } from './regime.ts'
import { cellsOf, readTyped } from './typed.ts'

/** A cell as typed; `value` is undefined while what stands there has no one reading. */
export interface Entry {
  text: string
  value: number | null | undefined
  missing: Missing | null
  explanation: string
  method: Method
}

export type Entries = Readonly<Record<string, Entry>>

export const cellKey = ({ indicatorId, measure }: Pick<SlotCell, 'indicatorId' | 'measure'>) =>
  `${indicatorId} ${measure}`

/** The cells as the server has them; `shown` writes a number as people of the language do. */
export const entriesOf = (
  slot: Pick<SlotView, 'cells'>,
  shown: (value: number) => string,
): Entries =>
  Object.fromEntries(
    slot.cells.map((cell): [string, Entry] => [
      cellKey(cell),
      {
        text: cell.value === null ? '' : shown(cell.value),
        value: cell.value,
        missing: cell.missingReason,
        explanation: cell.explanation ?? '',
        method: 'typed',
      },
    ]),
  )

/** A cell with another text; a figure takes the place of a reason why there is none. */
export function typedInto(entry: Entry, text: string, method: Method = 'typed'): Entry {
  const typed = readTyped(text)
  const value = typed.is === 'number' ? typed.value : typed.is === 'empty' ? null : undefined
  return { ...entry, text, value, method, missing: typed.is === 'empty' ? entry.missing : null }
}

/**
 * What is pasted at a cell: a column downwards, each line the first figure of it. Only for more than one
 * line or column; null else, so that the browser pastes into the field.
 */
export function pastedFrom(
  entries: Entries,
  keys: readonly string[],
  at: string,
  text: string,
): Entries | null {
  const rows = cellsOf(text)
  if (rows.length === 1 && (rows[0]?.length ?? 0) === 1) return null
  const start = keys.indexOf(at)
  const changed: Record<string, Entry> = { ...entries }
  for (const [index, row] of rows.entries()) {
    const key = keys[start + index]
    const entry = key === undefined ? undefined : entries[key]
    const cell = row.find((one) => readTyped(one).is !== 'unread' && one !== '') ?? row[0] ?? ''
    if (key !== undefined && entry && cell !== '') changed[key] = typedInto(entry, cell, 'pasted')
  }
  return changed
}

/** The cells that say something else than the server has; none while one has no one reading. */
export function changesOf(slot: Pick<SlotView, 'cells'>, entries: Entries): GivenValue[] {
  return slot.cells.flatMap((cell): GivenValue[] => {
    const entry = entries[cellKey(cell)]
    if (!entry || entry.value === undefined) return []
    const explanation = entry.explanation.trim() || null
    const same =
      entry.value === cell.value &&
      entry.missing === cell.missingReason &&
      explanation === cell.explanation
    if (same) return []
    const { indicatorId, measure } = cell
    const { value, missing: missingReason, method } = entry
    return [{ indicatorId, measure, value, missingReason, explanation, method }]
  })
}

export const isMissing = (text: string): text is Missing =>
  missingReasons.some((one) => one === text)
