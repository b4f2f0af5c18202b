// The lexicon is data: the committed module is what the .tsv files say.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { builtInLexicon, packLexicon, read, unpackLexicon } from '../src/index.ts'
import { compileLexicon } from '../src/lexicon/compile.ts'

const folder = join(import.meta.dirname, '..', 'src', 'lexicon')

it('has compiled.ts in step with the .tsv files', () => {
  expect(compileLexicon(folder)).toBe(readFileSync(join(folder, 'compiled.ts'), 'utf8'))
})

it('reads the same with the lexicon packed and unpacked, wherever its bytes lie', () => {
  const packed = packLexicon(builtInLexicon())
  const shifted = new Uint8Array(packed.length + 1)
  shifted.set(packed, 1)
  const text =
    'Yêu cầu Sở Tài chính hoàn thành trước ngày 30/6/2024; thu ngân sách đạt 9.500 tỷ đồng.'
  const own = JSON.stringify(read(text, { trace: true }))
  for (const bytes of [packed, shifted.subarray(1)])
    expect(JSON.stringify(read(text, { trace: true, lexicon: unpackLexicon(bytes) }))).toBe(own)
})
