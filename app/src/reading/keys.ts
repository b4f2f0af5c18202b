// The keyboard of the review screen.

export type Command =
  | 'next'
  | 'previous'
  | 'confirm'
  | 'edit'
  | 'reject'
  | 'undo'
  | 'certain'
  | 'add'
  | 'filter'
  | 'help'

/** Shown in the help, in this order. */
export const keyNames: readonly { command: Command; keys: readonly string[] }[] = [
  { command: 'next', keys: ['j', '↓'] },
  { command: 'previous', keys: ['k', '↑'] },
  { command: 'confirm', keys: ['Enter'] },
  { command: 'edit', keys: ['e'] },
  { command: 'reject', keys: ['x'] },
  { command: 'undo', keys: ['u'] },
  { command: 'certain', keys: ['Shift + A'] },
  { command: 'add', keys: ['a'] },
  { command: 'filter', keys: ['/'] },
  { command: 'help', keys: ['?'] },
]

const byCode: Record<string, Command> = {
  KeyJ: 'next',
  KeyK: 'previous',
  KeyE: 'edit',
  KeyX: 'reject',
  KeyU: 'undo',
  KeyA: 'add',
}

interface Press {
  key: string
  code: string
  shiftKey: boolean
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
}

/**
 * The command of a key press. Letters go by their place on the keyboard, so that they work while a
 * Vietnamese input method holds the letter back ("e" waiting to become "ê").
 */
export function commandOf(press: Press): Command | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null
  if (press.key === '?') return 'help'
  if (press.key === '/' || (press.code === 'Slash' && !press.shiftKey)) return 'filter'
  if (press.code === 'Slash') return 'help'
  if (press.key === 'Enter') return 'confirm'
  if (press.key === 'ArrowDown') return 'next'
  if (press.key === 'ArrowUp') return 'previous'
  if (press.code === 'KeyA' && press.shiftKey) return 'certain'
  if (press.shiftKey) return null
  return byCode[press.code] ?? null
}
