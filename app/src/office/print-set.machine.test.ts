import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { decodePDFRawStream, degrees, PDFDocument, PDFRawStream, StandardFonts } from 'pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { printSet } from './print.ts'
import type { PrintedSet } from './print-set.ts'

const paper = (title: string, text: string, pdf: Uint8Array | null = null) => {
  const end = text.indexOf('\n')
  return { title, text, blocks: [{ kind: 'heading' as const, start: 0, end }], pdf }
}

const long = Array.from(
  { length: 120 },
  (_, index) =>
    `${index + 1}. Ủy ban nhân dân tỉnh đề nghị phê duyệt nguồn vốn đối ứng, thẩm quyền.`,
).join('\n')

async function originalOf(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const words of ['Original one', 'Original two']) {
    document.addPage([400, 300]).drawText(words, { x: 50, y: 150, font })
  }
  document.getPage(1).setRotation(degrees(90))
  return document.save()
}

let made: Uint8Array
let pages: string[]
let pdf: Awaited<ReturnType<typeof getDocumentProxy>>

beforeAll(async () => {
  const set: PrintedSet = {
    title: 'Tài liệu hội nghị',
    head: [{ text: 'HỘI NGHỊ BAN THƯỜNG VỤ', face: 'bold', centred: true, size: 16 }],
    items: [
      {
        title: '1. Đề án đường ven biển',
        papers: [
          paper('Tờ trình', `Kính gửi: Ban Thường vụ\n${long}`),
          paper('Bản gốc', 'chữ của bản gốc\n', await originalOf()),
        ],
      },
      { title: '2. Việc khác', papers: [] },
      {
        title: '3. Báo cáo',
        papers: [paper('Bản hỏng', 'Chữ còn lại\n', new TextEncoder().encode('%PDF-1.7 hỏng'))],
      },
    ],
    words: {
      agenda: 'Chương trình',
      noPapers: 'Không có tài liệu',
      fromText: 'In từ phần văn bản',
      copy: 'Bản in của Nguyễn Thị Ước',
      page: 'Trang',
    },
    madeAt: '2026-01-01T00:00:00.000Z',
  }
  made = await printSet(set)
  pdf = await getDocumentProxy(new Uint8Array(made))
  pages = (await extractText(pdf, { mergePages: false })).text
}, 60_000)

const pageWith = (words: string, from = 0) =>
  pages.findIndex((page, index) => index >= from && page.includes(words)) + 1

test('every paper is there with all its words, PDFs page by page', () => {
  const all = pages.join('\n').replace(/\s+/g, ' ')
  for (const line of long.split('\n')) expect(all).toContain(line)
  expect(pageWith('Original two') - pageWith('Original one')).toBe(1)
  expect(all).not.toContain('chữ của bản gốc')
  expect(pages[pageWith('Bản hỏng', 1) - 1]).toContain('In từ phần văn bản')
  expect(all).toContain('Chữ còn lại')
})

test('each page says its number and whose copy it is', () => {
  for (const [index, page] of pages.entries()) {
    expect(page).toContain(`Bản in của Nguyễn Thị Ước · Trang ${index + 1}/${pages.length}`)
  }
})

test('the cover and the bookmarks lead to the page that each paper begins on', async () => {
  const outline = await pdf.getOutline()
  const at = async (entry: (typeof outline)[number] | undefined) => {
    if (!entry) throw new Error('no such bookmark')
    const [ref] = entry.dest as [{ num: number; gen: number }]
    return (await pdf.getPageIndex(ref)) + 1
  }
  const [cover, first, third] = outline
  expect(outline.map((one) => one.title)).toEqual([
    'Chương trình',
    '1. Đề án đường ven biển',
    '3. Báo cáo',
  ])
  expect(await at(cover)).toBe(1)
  expect(await at(first?.items[0])).toBe(pageWith('Kính gửi'))
  expect(await at(first?.items[1])).toBe(pageWith('Original one'))
  expect(await at(third)).toBe(pageWith('Chữ còn lại'))
  const lines = (pages[0] ?? '').replace(/\s+/g, ' ')
  expect(lines).toContain(`Tờ trình ${pageWith('Kính gửi')}`)
  expect(lines).toContain(`Bản gốc ${pageWith('Original one')}`)
  expect(lines).toContain('2. Việc khác Không có tài liệu')
})

test('the fonts are in it with every letter: text that can be copied may still be invisible', async () => {
  const { resolve } = createRequire(import.meta.url)
  const wanted = readFileSync(resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'))
  const { context } = await PDFDocument.load(made)
  const sizes = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : []))
    .filter((stream) => stream.getContentsSize() > 50_000)
    .map((stream) => Buffer.from(decodePDFRawStream(stream).decode()))
  expect(sizes.some((bytes) => bytes.equals(wanted))).toBe(true)
})
