import { expect, test } from 'vitest'
import { commandOf, keyNames } from './keys.ts'

const press = (code: string, key: string, held: Partial<Record<string, boolean>> = {}) => ({
  code,
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
})

test.each([
  [press('KeyJ', 'j'), 'next'],
  [press('KeyE', 'Process'), 'edit'],
  [press('KeyA', 'a'), 'add'],
  [press('KeyA', 'A', { shiftKey: true }), 'certain'],
  [press('Slash', '?', { shiftKey: true }), 'help'],
  [press('Slash', '/'), 'filter'],
  [press('Enter', 'Enter'), 'confirm'],
  [press('KeyA', 'a', { ctrlKey: true }), null],
  [press('KeyK', 'k', { metaKey: true }), null],
  [press('KeyE', 'E', { shiftKey: true }), null],
  [press('KeyQ', 'q'), null],
] as const)('%o', (given, command) => {
  expect(commandOf(given)).toBe(command)
})

test('every command stands in the help once', () => {
  expect(new Set(keyNames.map(({ command }) => command)).size).toBe(10)
  expect(keyNames).toHaveLength(10)
})
