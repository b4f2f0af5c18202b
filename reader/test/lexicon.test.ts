// The lexicon is data: the committed module is what the .tsv files say.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compileLexicon } from '../src/lexicon/compile.ts'

const folder = join(import.meta.dirname, '..', 'src', 'lexicon')

it('has compiled.ts in step with the .tsv files', () => {
  expect(compileLexicon(folder)).toBe(readFileSync(join(folder, 'compiled.ts'), 'utf8'))
})
