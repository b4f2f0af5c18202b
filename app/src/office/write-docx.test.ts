// The Word file of a notice, read by our own reader and by a second one, and its XML looked at.
import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { partyConference, stateConference } from '../../test/notice-example.ts'
import { linesOfText } from '../registers/notices/compare.ts'
import { conclusionOf } from '../registers/notices/conclusion.ts'
import { type Regime, regimes } from '../registers/notices/layout.ts'
import { layouts } from '../registers/notices/layouts.ts'
import { minutesOf } from '../registers/notices/minutes.ts'
import { linesOf, sheetOf } from '../registers/notices/paper.ts'
import { readDocx } from './docx.ts'
import { writeDocx } from './write-docx.ts'

async function made(regime: Regime, kind: 'conclusion' | 'minutes') {
  const layout = layouts[regime]
  const facts = regime === 'state30' ? stateConference : partyConference
  const content = kind === 'minutes' ? minutesOf(facts, layout) : conclusionOf(facts, layout, null)
  const sheet = sheetOf(content, layout, {
    ...{ number: 7, type: 'TB', symbol: 'TU', date: '2026-05-28', year: '2026' },
  })
  const bytes = await writeDocx(sheet)
  const parts = unzipSync(bytes)
  const xml = (name: string) => new TextDecoder().decode(parts[name])
  return { bytes, lines: linesOfText(linesOf(sheet).join('\n')), parts: Object.keys(parts), xml }
}

const documents = regimes.flatMap((regime) =>
  (['conclusion', 'minutes'] as const).map((kind) => [regime, kind] as const),
)

describe.each(documents)('%s %s', (regime, kind) => {
  test('our reader and mammoth both find exactly its text', async () => {
    const { bytes, lines } = await made(regime, kind)
    expect(linesOfText(readDocx(bytes).text)).toEqual(lines)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    expect(linesOfText(value)).toEqual(lines)
  })
})

test('A4, the prescribed margins, fonts for all scripts, page numbers from page 2', async () => {
  const { xml, parts } = await made('party05', 'conclusion')
  const main = xml('word/document.xml')
  const page =
    /<w:pgSz w:w="(\d+)" w:h="(\d+)"[^>]*\/><w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/
  expect(page.exec(main)?.slice(1).map(Number)).toEqual([11906, 16838, 1134, 850, 1134, 1701])
  const fonts = [...main.matchAll(/<w:rFonts ([^>]*)\/>/g)].map((match) => match[1] ?? '')
  expect(fonts.length).toBeGreaterThan(40)
  for (const font of fonts) {
    for (const script of ['ascii', 'hAnsi', 'cs', 'eastAsia']) {
      expect(font).toContain(`w:${script}="Times New Roman"`)
    }
  }
  expect(main.includes('<w:titlePg/>')).toBe(true)
  const headers = parts.filter((name) => /^word\/header\d\.xml$/.test(name)).map(xml)
  expect(headers.filter((header) => header.includes('PAGE'))).not.toEqual([])
  expect(headers.filter((header) => !header.includes('PAGE'))).not.toEqual([])
  expect(/<w:lang [^>]*>/.exec(xml('word/styles.xml'))?.[0]).toContain('w:val="vi-VN"')
})

test('the head is laid out by a table without lines, the annex by one that repeats its heading', async () => {
  const { xml } = await made('state30', 'conclusion')
  const main = xml('word/document.xml')
  const tables = main.split('<w:tbl>').slice(1)
  expect(tables).toHaveLength(3)
  expect(tables[0]).toContain('w:val="nil"')
  expect(tables[0]).not.toContain('w:val="single" w:color="auto" w:sz="4"')
  expect(tables[2]).toContain('<w:tblHeader/>')
  expect(tables[2]).toContain('<w:cantSplit/>')
  expect(/<w:pBdr><w:bottom w:val="single"/.test(main)).toBe(true)
  const numbers = [...main.matchAll(/<w:pgNumType [^>]*>/g)].map(([tag]) => tag)
  expect(numbers.map((tag) => tag.includes('w:start="1"'))).toEqual([false, true])
})
