// The page for whoever runs it names every variable that the program reads.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

test('docs/operations.md names every environment variable, and no other', () => {
  const read = [
    'app/src/config.ts',
    ...readdirSync(join(root, 'app/src/cli')).map((name) => `app/src/cli/${name}`),
  ]
    .flatMap((path) => [
      ...readFileSync(join(root, path), 'utf8').matchAll(/\benv\.((?:GIAOBAN_\w+)|DATABASE_URL)/g),
    ])
    .map((match) => match[1])
  const page = readFileSync(join(root, 'docs/operations.md'), 'utf8')
  const named = [...page.matchAll(/`(GIAOBAN_[A-Z_]+|DATABASE_URL)`/g)].map((match) => match[1])
  expect([...new Set(named)].sort()).toEqual([...new Set(read)].sort())
})
