// What a key does to a combobox's list, apart from the screen: open, move, choose, close.

export interface ListState {
  open: boolean
  /** Index of the option the keyboard is at. */
  active: number
  /** An arrow has been pressed or something typed since it opened: Enter then means the option. */
  picking: boolean
}

export type KeyResult =
  | { does: 'show'; state: ListState }
  | { does: 'choose'; index: number }
  | { does: 'close' }
  /** The key is the form's or the page's. */
  | { does: 'nothing' }

/**
 * ARIA's combobox with a list: an arrow opens it at the chosen option, further arrows move round,
 * Enter takes the option once a person has moved or typed, Esc closes. A list merely opened by the
 * pointer leaves Enter to the form.
 */
export function pressKey(key: string, list: ListState, count: number, chosen = 0): KeyResult {
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    if (!list.open) {
      return { does: 'show', state: { open: true, active: Math.max(0, chosen), picking: true } }
    }
    const step = key === 'ArrowDown' ? 1 : -1
    const active = count === 0 ? 0 : (list.active + step + count) % count
    return { does: 'show', state: { open: true, active, picking: true } }
  }
  if (!list.open) return { does: 'nothing' }
  if (key === 'Enter' && list.picking && count > 0) return { does: 'choose', index: list.active }
  if (key === 'Escape') return { does: 'close' }
  return { does: 'nothing' }
}
