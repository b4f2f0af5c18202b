// The page of commands says what the commands say.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commandsPath, commandsText } from '../../docs/commands.ts'

test('docs/commands.md is what the definitions make', () => {
  expect(readFileSync(commandsPath, 'utf8')).toBe(commandsText())
})

test('every command stands on it in both languages', () => {
  const page = commandsText()
  for (const name of ['read', 'import', 'evaluate', 'lexicon check', 'backup', 'restore', 'status'])
    expect(page.split(`giaoban ${name}`).length, name).toBeGreaterThan(2)
})
