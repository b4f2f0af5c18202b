// The reports of all units for one period as one table: what is pasted into it, what of it is to be looked at. Pure.
import { checksOf } from './checks.ts'
import type { SlotCell, SlotView } from './contract.ts'
import { cellKey, type Entry, isOpen, type Typing, typedInto } from './grid.ts'
import { cellsOf } from './typed.ts'

/** A row of the table: a unit's report with what is typed over it. */
export interface UnitRow {
  slot: SlotView
  typing: Typing
}

/** A column: a line of the regime. */
export type Column = Pick<
  SlotCell,
  'indicatorId' | 'measure' | 'nameVi' | 'nameEn' | 'unit' | 'power'
>

/** The lines of the reports, in the order of the first that has them. */
export function columnsOf(slots: readonly Pick<SlotView, 'cells'>[]): Column[] {
  const columns = new Map(slots.flatMap(({ cells }) => cells.map((cell) => [cellKey(cell), cell])))
  return [...columns.values()]
}

export const cellAt = (slot: Pick<SlotView, 'cells'>, column: Column): SlotCell | undefined =>
  slot.cells.find((cell) => cellKey(cell) === cellKey(column))

/** Whether a cell has no one reading, two people's figures, or what is to be explained. */
export function isToLookAt(cell: SlotCell, entry: Entry): boolean {
  if (entry.value === undefined || entry.theirs) return true
  if (entry.value === null) return false
  return checksOf(entry.value, cell).length > 0 && entry.explanation.trim() === ''
}

/**
 * A block of cells pasted at a place, its rows downwards over the units and its columns over the lines; empty cells
 * leave what is there. `over`: cells that say something and found no open one. Null for a single cell, so that the
 * browser pastes into the field.
 */
export function pastedBlock(
  rows: readonly UnitRow[],
  columns: readonly Column[],
  at: { row: number; column: number },
  text: string,
): { typings: Map<string, Typing>; over: number } | null {
  const block = cellsOf(text)
  if (block.length === 1 && block[0]?.length === 1) return null
  const typings = new Map<string, Typing>()
  let over = 0
  for (const [down, line] of block.entries()) {
    const row = rows[at.row + down]
    const entries = { ...row?.typing.entries }
    for (const [right, typed] of line.entries()) {
      if (typed === '') continue
      const column = columns[at.column + right]
      const cell = row && column && cellAt(row.slot, column)
      const entry = cell && entries[cellKey(cell)]
      if (!cell || !entry || !isOpen(row.slot, cell)) over++
      else entries[cellKey(cell)] = typedInto(entry, typed, 'pasted')
    }
    if (row) typings.set(row.slot.id, { ...row.typing, entries })
  }
  return { typings, over }
}
