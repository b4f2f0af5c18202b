// What stands in the cells of a report while somebody types, and how one moves and pastes among them. Pure.
import type { GivenValue, SlotCell, SlotView } from './contract.ts'
import { type Method, type Missing, missingReasons } from './regime.ts'
import { sameFigure } from './sheet.ts'
import { cellsOf, readTyped } from './typed.ts'

/** What a cell says: a figure, or why there is none. */
export type Said = Pick<SlotCell, 'value' | 'missingReason' | 'explanation'> &
  Partial<Pick<SlotCell, 'findingId'>>

/** A cell as typed; `value` is undefined while what stands there has no one reading. */
export interface Entry {
  text: string
  value: number | null | undefined
  missing: Missing | null
  explanation: string
  method: Method
  /** The sentence that it was taken from. */
  findingId: string | null
  /** What somebody else wrote there meanwhile, until one says which of both stands. */
  theirs: Said | null
}

export type Entries = Readonly<Record<string, Entry>>

/** What is typed, over the cells as the server had them in this version when typing began. */
export interface Typing {
  version: number
  cells: readonly (Pick<SlotCell, 'indicatorId' | 'measure'> & Said)[]
  entries: Entries
}

type Slot = Pick<SlotView, 'version' | 'cells'> & { can: Pick<SlotView['can'], 'enter'> }

export const cellKey = ({ indicatorId, measure }: Pick<SlotCell, 'indicatorId' | 'measure'>) =>
  `${indicatorId} ${measure}`

/** Whether a cell may be typed in: where single figures were given back, only these. */
export const isOpen = (slot: Slot, cell: SlotCell): boolean =>
  slot.can.enter &&
  (cell.returnedReason !== null || slot.cells.every((one) => one.returnedReason === null))

/** A cell as it is given; `shown` writes a number as it is put into a field. */
export const entryOf = (said: Said, shown: (value: number) => string): Entry => ({
  text: said.value === null ? '' : shown(said.value),
  value: said.value,
  missing: said.missingReason,
  explanation: said.explanation ?? '',
  method: said.findingId ? 'document' : 'typed',
  findingId: said.findingId ?? null,
  theirs: null,
})

/** The cells as the server has them. */
export const begunOn = ({ version, cells }: Slot, shown: (value: number) => string): Typing => ({
  version,
  cells: cells.map(({ indicatorId, measure, value, missingReason, explanation, findingId }) => ({
    ...{ indicatorId, measure, value, missingReason, explanation, findingId },
  })),
  entries: Object.fromEntries(cells.map((cell) => [cellKey(cell), entryOf(cell, shown)])),
})

/** What an entry says; null while it has no one reading, or while two people's wait to be chosen from. */
function saidIn(entry: Entry): Said | null {
  const { value, missing: missingReason, theirs } = entry
  if (value === undefined || theirs) return null
  return { value, missingReason, explanation: entry.explanation.trim() || null }
}

/** Whether a cell was typed in: it says, or is to say, something else than when typing began. */
function isTouched(cell: Said, entry: Entry): boolean {
  const said = saidIn(entry)
  return said === null || !sameFigure(cell, said)
}

/**
 * What is typed, over a report that was changed meanwhile: cells that were typed in stay so, all others say what the
 * server says. A cell that was changed there as well, to something else, has both (`theirs`) and is asked about.
 */
export function carriedOver(
  { cells, entries }: Typing,
  slot: Slot,
  shown: (value: number) => string,
): Typing {
  const base = new Map(cells.map((cell) => [cellKey(cell), cell]))
  const now = begunOn(slot, shown)
  const typed = slot.cells.flatMap((cell): [string, Entry][] => {
    const key = cellKey(cell)
    const entry = entries[key]
    const former = base.get(key)
    if (!entry || !former || !isOpen(slot, cell) || !isTouched(former, entry)) return []
    const mine = saidIn({ ...entry, theirs: null })
    if (mine && sameFigure(cell, mine)) return []
    if (sameFigure(cell, former)) return [[key, entry]]
    const { value, missingReason, explanation } = cell
    return [[key, { ...entry, theirs: { value, missingReason, explanation } }]]
  })
  return { ...now, entries: { ...now.entries, ...Object.fromEntries(typed) } }
}

/** The same after some of it went to the server: what was sent counts as what the server had. */
export const sentOf = (typing: Typing, sent: readonly GivenValue[]): Typing => ({
  ...typing,
  cells: typing.cells.map((cell) => {
    const given = sent.find((one) => cellKey(one) === cellKey(cell))
    if (!given) return cell
    const { value, missingReason = null, explanation = null } = given
    return { ...cell, value, missingReason, explanation }
  }),
})

/** Whether something is typed that the server does not have. */
export const isWaiting = ({ cells, entries }: Typing): boolean =>
  cells.some((cell) => {
    const entry = entries[cellKey(cell)]
    return entry !== undefined && isTouched(cell, entry)
  })

/** A cell with another text; a figure takes the place of a reason why there is none. */
export function typedInto(entry: Entry, text: string, method: Method = 'typed'): Entry {
  const typed = readTyped(text)
  const value = typed.is === 'number' ? typed.value : typed.is === 'empty' ? null : undefined
  const missing = typed.is === 'empty' ? entry.missing : null
  return { ...entry, text, value, method, missing, findingId: null }
}

/** The figure of a document's sentence, which becomes its source; asks nothing by itself. */
export const takenFrom = (
  entry: Entry,
  { value, findingId }: Pick<SlotCell['statements'][number], 'value' | 'findingId'>,
  shown: (value: number) => string,
): Entry => ({
  ...entry,
  ...{ text: shown(value), value, findingId, method: 'document', missing: null },
})

export type Pasted =
  | { is: 'columns' }
  /** `over`: lines that say something and found no row. */
  | { is: 'taken'; entries: Entries; over: number }

/**
 * What is pasted at a cell: one column downwards, line by line over all rows; closed rows and empty lines leave what
 * is there. Several columns are refused: nobody can tell which of them is the figure. Null for a single cell, so that
 * the browser pastes into the field.
 */
export function pastedFrom(entries: Entries, slot: Slot, at: string, text: string): Pasted | null {
  const lines = cellsOf(text)
  if (lines.some((line) => line.length > 1)) return { is: 'columns' }
  if (lines.length === 1) return null
  const start = slot.cells.findIndex((cell) => cellKey(cell) === at)
  const changed: Record<string, Entry> = { ...entries }
  let over = 0
  for (const [index, [typed = '']] of lines.entries()) {
    if (typed === '') continue
    const cell = slot.cells[start + index]
    const entry = cell && entries[cellKey(cell)]
    if (!cell || !entry) over++
    else if (isOpen(slot, cell)) changed[cellKey(cell)] = typedInto(entry, typed, 'pasted')
  }
  return { is: 'taken', entries: changed, over }
}

/** The cells that say something else than when typing began; none that is still to be asked about. */
export function changesOf({ cells, entries }: Typing): GivenValue[] {
  return cells.flatMap((cell): GivenValue[] => {
    const entry = entries[cellKey(cell)]
    const said = entry && saidIn(entry)
    if (!entry || !said || sameFigure(cell, said)) return []
    const { indicatorId, measure } = cell
    const { method, findingId } = entry
    return [{ indicatorId, measure, ...said, method, ...(findingId && { findingId }) }]
  })
}

export const isMissing = (text: string): text is Missing =>
  missingReasons.some((one) => one === text)
