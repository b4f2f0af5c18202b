// The samples agree with each other: texts and gold are what the annotations make, and an office file
// says to the reader what its plain text says.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '@giaoban/reader'
import { expect, test } from 'vitest'
import { parseDocument } from '../src/office/parse.ts'

const samples = join(import.meta.dirname, '../../samples')

test('texts and gold are what the annotations make', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(samples, 'gold.ts'), '--check'],
    { encoding: 'utf8' },
  )
  expect(stdout + stderr.replace(/^\(node:.*|^\(Use.*/gm, '').trim()).toBe('')
  expect(status).toBe(0)
})

const officeFiles = readdirSync(samples).filter((name) => /\.(docx|pdf|html)$/.test(name))

test('there is a sample of each format', () => {
  const formats = new Set(officeFiles.map((name) => name.split('.').pop()))
  expect([...formats].sort()).toEqual(['docx', 'html', 'pdf'])
})

/** Words and signs only: a page breaks lines elsewhere, and the cells of a row have a sign between. */
const words = (text: string): string =>
  text.normalize('NFC').replaceAll(' | ', ' ').split(/\s+/).filter(Boolean).join(' ')

/** What the reader finds, without places: the same sentences stand at other characters. */
function found(text: string): string[] {
  return read(text)
    .findings.map((one) => `${one.kind}: ${words(one.quote)}`)
    .sort()
}

test.each(officeFiles)('%s says what its text says', async (name) => {
  const text = readFileSync(join(samples, name.replace(/\.\w+$/, '.txt')), 'utf8')
  const extracted = await parseDocument(readFileSync(join(samples, name)), name)
  if ('code' in extracted) throw new Error(`${name}: ${extracted.code}`)
  const table = text.includes('\t')
  if (!table || !name.endsWith('.pdf')) expect(words(extracted.text)).toBe(words(text))
  if (!table) expect(found(extracted.text)).toEqual(found(text))
  // A page does not say which words share a cell of several lines; all around the table is the same.
  let at = 0
  for (const line of text.split('\n').filter((one) => one.trim() && !one.includes('\t'))) {
    const next = words(extracted.text).indexOf(words(line), at)
    expect(next, line).toBeGreaterThanOrEqual(at)
    at = next + words(line).length
  }
})
