// Files as LibreOffice and Chromium really write them. Without LibreOffice its part is left out,
// with CI set it fails.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../../e2e/browser.ts'
import { extract } from './extract.ts'
import { parseDocument } from './parse.ts'

const installed = spawnSync('soffice', ['--version']).error === undefined
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'giaoban-formats-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A file in our folder. */
const made = (name: string): Uint8Array => readFileSync(join(folder, name))

function office(...args: string[]): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`
  // A macro with a mistake would wait for somebody to read what is wrong.
  const guard = { timeout: 240_000, killSignal: 'SIGKILL' } as const
  execFileSync('soffice', [profile, '--headless', ...args], { stdio: 'ignore', ...guard })
}

/** What is written from what, by which filter of LibreOffice. */
const conversions = [
  ['report.docx', 'report.odt', 'writer8'],
  ['report.docx', 'report.rtf', 'Rich Text Format'],
  ['report.docx', 'report.doc', 'MS Word 97'],
  ['report.docx', 'report.pdf', 'writer_pdf_Export'],
  ['report.docx', 'locked.pdf', 'writer_pdf_Export'],
  ['page.odt', 'page.doc', 'MS Word 97'],
] as const

/**
 * Each start of LibreOffice takes some six seconds of a core: the first reads the page of HTML and makes
 * the profile, the second writes all other files by a macro in that profile.
 */
function convertAll(): void {
  const filter = ['--infilter=HTML (StarWriter)', '--convert-to', 'odt']
  office(...filter, '--outdir', folder, join(folder, 'page.html'))
  const lines = conversions.map(
    ([from, to, by]) =>
      `WriteAs "file://${folder}/${from}", "file://${folder}/${to}", "${by}", ${to === 'locked.pdf' ? 'True' : 'False'}`,
  )
  const macro = `Sub Convert
${lines.join('\n')}
End Sub

Sub WriteAs(source, target, filter, locked)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  Dim secret(1) As New com.sun.star.beans.PropertyValue
  secret(0).Name = "EncryptFile"
  secret(0).Value = locked
  secret(1).Name = "DocumentOpenPassword"
  secret(1).Value = "x"
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = filter
  If locked Then
    how(1).Name = "FilterData"
    how(1).Value = secret()
  End If
  doc.storeToURL(target, how())
  doc.close(True)
End Sub
`
  const basic = join(folder, 'profile', 'user', 'basic', 'Standard', 'Module1.xba')
  writeFileSync(
    basic,
    `<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${macro.replaceAll('"', '&quot;')}</script:module>
`,
  )
  office('macro:///Standard.Module1.Convert')
}

const wanted = [
  'Báo cáo giao ban tháng 9 của Ban Thường vụ Tỉnh ủy Đông Hà',
  '1. Kết quả đạt được',
  'a) Thu ngân sách nhà nước ước đạt 8.250 tỷ đồng, bằng 76,4% dự toán, tăng 9,3% so với cùng kỳ năm trước; chi ngân sách bảo đảm kế hoạch.',
  'b) Giải phóng mặt bằng tại một số dự án còn chậm.',
  '2. Nhiệm vụ',
  'Chỉ tiêu | Đạt',
  'Thu nội địa | 76,4%',
]

async function report(): Promise<Uint8Array> {
  const item = (text: string, level: number) =>
    new Paragraph({ text, numbering: { reference: 'muc', level } })
  const row = (cells: string[]) =>
    new TableRow({
      children: cells.map(
        (text) =>
          new TableCell({
            children: [new Paragraph(text)],
            width: { size: 4500, type: 'dxa' },
          }),
      ),
    })
  return Packer.toBuffer(
    new Document({
      numbering: {
        config: [
          {
            reference: 'muc',
            levels: [
              { level: 0, format: LevelFormat.DECIMAL, text: '%1.' },
              { level: 1, format: LevelFormat.LOWER_LETTER, text: '%2)' },
            ],
          },
        ],
      },
      sections: [
        {
          children: [
            new Paragraph(wanted[0] ?? ''),
            item('Kết quả đạt được', 0),
            item((wanted[2] ?? '').slice(3), 1),
            item((wanted[3] ?? '').slice(3), 1),
            item('Nhiệm vụ', 0),
            new Table({ rows: [row(['Chỉ tiêu', 'Đạt']), row(['Thu nội địa', '76,4%'])] }),
          ],
        },
      ],
    }),
  )
}

describe.skipIf(!installed && !process.env.CI)('LibreOffice', () => {
  beforeAll(async () => {
    writeFileSync(join(folder, 'report.docx'), await report())
    const html = `<meta charset="utf-8"><p>${wanted[0]}</p><ol><li>Kết quả đạt được</li><li>Nhiệm vụ</li></ol>
      <table border="1"><tr><td>Chỉ tiêu</td><td>Đạt</td></tr><tr><td>Thu nội địa</td><td>76,4%</td></tr></table>`
    writeFileSync(join(folder, 'page.html'), html)
    convertAll()
  })

  test.each(['odt', 'rtf'])('a report as %s', async (to) => {
    const extracted = await parseDocument(made(`report.${to}`), 'x')
    expect('text' in extracted ? extracted.text.split('\n') : extracted).toEqual(wanted)
    expect('format' in extracted && extracted.format).toBe(to)
  })

  test('a report as .doc', async () => {
    const extracted = await parseDocument(made('page.doc'), 'x')
    expect('text' in extracted ? extracted.text.split('\n') : extracted).toEqual([
      ...[wanted[0], '1. Kết quả đạt được', '2. Nhiệm vụ', 'Chỉ tiêu | Đạt', 'Thu nội địa | 76,4%'],
    ])
    expect('format' in extracted && extracted.format).toBe('doc')
  })

  test('a report as PDF', async () => {
    const { text } = await extract(made('report.pdf'), 'x.pdf')
    const lines = text.split('\n')
    expect(lines.slice(0, 5)).toEqual(wanted.slice(0, 5))
    expect(lines.slice(5)).toEqual(wanted.slice(5))
  })

  test('an encrypted PDF is named', async () => {
    expect(await parseDocument(made('locked.pdf'), 'x')).toEqual({ code: 'encrypted' })
  })

  test('half a .doc is named', async () => {
    const whole = made('report.doc')
    const failed = await parseDocument(whole.slice(0, whole.length / 2), 'x.doc')
    expect(failed).toMatchObject({ code: 'broken' })
  })

  test('without it, .doc is named with what to do', async () => {
    const bytes = made('report.doc')
    const path = process.env.PATH
    process.env.PATH = folder
    const failed = await parseDocument(bytes, 'x.doc')
    process.env.PATH = path
    expect(failed).toEqual({ code: 'needsLibreOffice', details: { format: 'doc' } })
  })
})

describe('Chromium', () => {
  let browser: Browser
  // One page for all: this Chromium runs in one process and ends with its first page.
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    page = await browser.newPage()
  })

  afterAll(() => browser?.close())

  async function print(html: string): Promise<Uint8Array> {
    await page.setContent(
      `<meta charset="utf-8"><style>@page { size: A4; margin: 25mm }</style>${html}`,
    )
    return page.pdf({
      format: 'A4',
      displayHeaderFooter: true,
      headerTemplate: '<p style="font-size:9px;margin-left:25mm">Tài liệu lưu hành nội bộ</p>',
      footerTemplate:
        '<p style="font-size:9px;margin-left:100mm"><span class="pageNumber"></span></p>',
    })
  }

  const fields = ['thu ngân sách', 'giải ngân', 'xuất khẩu', 'trồng rừng', 'thu hút đầu tư']
  const places = ['huyện Bình Xa', 'thị xã Tân Lập', 'thành phố Đông Hà', 'các xã vùng cao']
  const sentences = Array.from({ length: 60 }, (_, at) => {
    const [field, next, place] = [fields[at % 5], fields[(at + 2) % 5], places[(at * 3) % 4]]
    return `Mục thứ ${at + 1}: ${field} tại ${place} ước đạt ${at + 100} tỷ đồng, tăng ${at % 9},5% so với cùng kỳ năm trước; công tác ${next} ở ${places[at % 4]} còn chậm, mới đạt ${at + 20}% kế hoạch đề ra.`
  })

  test('a report of several pages keeps its paragraphs whole, without heads and numbers', async () => {
    const html = sentences.map((text) => `<p>${text}</p>`).join('')
    const { text } = await extract(await print(html), 'x.pdf')
    expect(text.split('\n')).toEqual(sentences)
  })

  test('two columns are read one after the other', async () => {
    const html = `<div style="columns: 2; font-size: 11pt; text-align: justify">${sentences
      .slice(0, 24)
      .map((text) => `<p style="margin: 0">${text}</p>`)
      .join('')}</div>`
    const { text } = await extract(await print(html), 'x.pdf')
    const order = sentences.slice(0, 24).map((_, at) => text.indexOf(`Mục thứ ${at + 1}:`))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(text).not.toContain('|')
    expect(text.replace(/\s+/g, ' ')).toContain(sentences[10])
  })

  test('a scanned page is named', async () => {
    const canvas = `<canvas id="c" width="600" height="800"></canvas><script>
      const pen = c.getContext('2d'); pen.font = '30px serif'; pen.fillText('Chữ trong ảnh', 20, 60)</script>`
    await page.setContent(canvas)
    const picture = await page.locator('canvas').screenshot()
    await page.setContent(`<img src="data:image/png;base64,${picture.toString('base64')}">`)
    const bytes = await page.pdf()
    expect(await parseDocument(bytes, 'x.pdf')).toEqual({ code: 'scanned' })
  })
})
