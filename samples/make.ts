// Makes the office files among the samples from their plain texts: `node samples/make.ts`.
// Word through docx, PDF by printing from Chromium, HTML as a news portal would show it: menus,
// related links and a footer around the article, which a reader of reports has to leave out.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import chromium from '@sparticuz/chromium'
import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { chromium as engine } from 'playwright-core'

const root = import.meta.dirname
const fonts = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json')),
  'files',
)

type Block = { kind: 'paragraph'; text: string } | { kind: 'table'; rows: string[][] }

await word('2024-07-bao-cao-6-thang')
await word('2024-07-thong-bao-ket-luan')
await word('2023-10-ban-thuong-vu')
portal('2024-07-ky-hop-hdnd')
portal('2025-04-giao-ban-quy-1')
await print(['2024-12-ban-chap-hanh', '2025-07-thong-bao-ket-luan', '2024-07-bao-cao-6-thang'])

/** Lines of a plain text as paragraphs; neighbouring lines with tabs as one table. */
function blocks(name: string): Block[] {
  const found: Block[] = []
  for (const line of readFileSync(join(root, `${name}.txt`), 'utf8').split('\n')) {
    if (line.trim() === '') continue
    const last = found.at(-1)
    if (!line.includes('\t')) found.push({ kind: 'paragraph', text: line })
    else if (last?.kind === 'table') last.rows.push(line.split('\t'))
    else found.push({ kind: 'table', rows: [line.split('\t')] })
  }
  return found
}

/** A4 with the margins of the decree on records: 20 mm above and below, 30 left, 15 right. */
async function word(name: string): Promise<void> {
  const children = blocks(name).map((block) =>
    block.kind === 'table'
      ? new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: block.rows.map(
            (row) =>
              new TableRow({
                children: row.map((cell) => new TableCell({ children: [new Paragraph(cell)] })),
              }),
          ),
        })
      : new Paragraph({
          alignment: isHeading(block.text) ? AlignmentType.CENTER : AlignmentType.JUSTIFIED,
          spacing: { after: 120 },
          children: [new TextRun({ text: block.text, bold: isHeading(block.text) })],
        }),
  )
  const document = new Document({
    creator: 'Giao Ban',
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
    sections: [
      {
        properties: {
          page: { margin: { top: 1134, bottom: 1134, left: 1701, right: 850 } },
        },
        footers: {
          default: new Footer({ children: [new Paragraph('Tài liệu mẫu, số liệu hư cấu')] }),
        },
        children,
      },
    ],
  })
  writeFileSync(join(root, `${name}.docx`), await Packer.toBuffer(document))
}

function isHeading(text: string): boolean {
  return text === text.toUpperCase() && /\p{L}/u.test(text)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function body(name: string): string {
  return blocks(name)
    .map((block, index) => {
      if (block.kind === 'paragraph') {
        const tag = index === 0 ? 'h1' : isHeading(block.text) ? 'h2' : 'p'
        return `<${tag}>${escaped(block.text)}</${tag}>`
      }
      const rows = block.rows.map(
        (row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
      )
      return `<table>${rows.join('')}</table>`
    })
    .join('\n')
}

function portal(name: string): void {
  const menu = ['Trang chủ', 'Thời sự', 'Kinh tế', 'Xã hội', 'Văn bản', 'Liên hệ']
  const related = [
    'Lịch tiếp công dân tháng này',
    'Dự báo thời tiết: vùng cao có mưa rào',
    'Thông báo lịch cắt điện',
  ]
  const links = (items: string[]) =>
    items.map((item) => `<li><a href="#">${escaped(item)}</a></li>`).join('')
  const page = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>${escaped(blocks(name).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))[0] ?? name)} - Cổng thông tin điện tử tỉnh Sơn Hà</title>
<style>body { font-family: sans-serif }</style>
<script>document.documentElement.className = 'js'</script>
</head>
<body>
<header><p>Cổng thông tin điện tử tỉnh Sơn Hà</p><nav><ul>${links(menu)}</ul></nav></header>
<main><article>
${body(name)}
</article>
<aside><h3>Tin liên quan</h3><ul>${links(related)}</ul></aside></main>
<footer><p>Bản quyền thuộc Cổng thông tin điện tử tỉnh Sơn Hà. Lượt truy cập: 1.204.557</p></footer>
</body>
</html>
`
  writeFileSync(join(root, `${name}.html`), page)
}

async function print(names: string[]): Promise<void> {
  const faces = ['latin', 'latin-ext', 'vietnamese'].flatMap((subset) =>
    [400, 600].map((weight) => {
      const file = join(fonts, `be-vietnam-pro-${subset}-${weight}-normal.woff2`)
      const ranges: Record<string, string> = {
        latin: 'U+0000-00FF, U+2000-206F, U+20AB',
        'latin-ext': 'U+0100-0101, U+0104-010F, U+0112-0127, U+012A-0167, U+016A-019F',
        vietnamese:
          'U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0309, U+0323, U+1EA0-1EF9',
      }
      return `@font-face { font-family: Page; font-weight: ${weight}; unicode-range: ${ranges[subset]}; src: url(data:font/woff2;base64,${readFileSync(file).toString('base64')}) }`
    }),
  )
  const style = `${faces.join('\n')}
body { font: 12pt/1.5 Page; text-align: justify }
h1 { font-size: 14pt; text-align: center } h2 { font-size: 12pt; text-align: center }
table { border-collapse: collapse; width: 100% } td { border: 1px solid #000; padding: 2pt 4pt }`
  // One browser for each file: this build runs as one process and ends with its first page.
  for (const name of names) {
    const browser = await engine.launch({
      executablePath: await chromium.executablePath(),
      args: [...chromium.args, '--no-sandbox'],
      headless: true,
    })
    const page = await browser.newPage()
    await page.setContent(
      `<!doctype html><html lang="vi"><meta charset="utf-8"><style>${style}</style><body>${body(name)}</body></html>`,
    )
    await page.evaluate(() => document.fonts.ready.then(() => true))
    await page.pdf({
      path: join(root, `${name}.pdf`),
      format: 'A4',
      margin: { top: '20mm', bottom: '20mm', left: '30mm', right: '15mm' },
    })
    await browser.close()
  }
}
