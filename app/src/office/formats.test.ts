// Each format as office programs write it: what is text, what stays apart.
import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { zipSync } from 'fflate'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { extract } from './extract.ts'
import { CannotRead } from './extracted.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

async function failure(bytes: Uint8Array, name = 'x'): Promise<string> {
  try {
    await extract(bytes, name)
  } catch (error) {
    if (error instanceof CannotRead) return error.failure.code
    throw error
  }
  return 'read'
}

const sentence = 'Thu ngân sách đạt 8.250 tỷ đồng, tăng 9,3% so với cùng kỳ.'

/** A container of Office before 2007 with one named stream. */
function compound(stream: string): Uint8Array {
  const file = Buffer.alloc(2048)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file)
  file.writeUInt16LE(9, 30)
  file.writeUInt32LE(0, 48)
  file.write(stream, 512, 'utf16le')
  return new Uint8Array(file)
}

const zipOf = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, utf8('<x/>')])))

test.each([
  ['an encrypted .docx', compound('EncryptedPackage'), 'encrypted'],
  ['an .xls', compound('Workbook'), 'spreadsheet'],
  ['a .ppt', compound('PowerPoint Document'), 'unsupported'],
  ['a .doc cut in half', compound('WordDocument').slice(0, 700), 'broken'],
  ['an .xlsx', zipOf('[Content_Types].xml', 'xl/workbook.xml'), 'spreadsheet'],
  ['a .pptx', zipOf('[Content_Types].xml', 'ppt/presentation.xml'), 'unsupported'],
  ['a .zip', zipOf('a.txt'), 'unsupported'],
  ['an empty .zip', zipSync({}), 'empty'],
  ['a .docx that is no XML inside', zipOf('word/document.xml'), 'broken'],
])('%s is named', async (_name, bytes, code) => {
  expect(await failure(bytes, 'bao-cao.docx')).toBe(code)
})

describe('text', () => {
  const utf16 = (text: string, littleEndian: boolean, mark: boolean): Uint8Array => {
    const units = [...(mark ? '\uFEFF' : ''), ...text].join('')
    const bytes = Buffer.from(units, 'utf16le')
    return new Uint8Array(littleEndian ? bytes : bytes.swap16())
  }

  test.each([
    ['UTF-8', utf8(sentence)],
    ['UTF-8 with its mark', utf8(`\uFEFF${sentence}`)],
    ['UTF-16 little-endian', utf16(sentence, true, true)],
    ['UTF-16 big-endian', utf16(sentence, false, true)],
    ['UTF-16 without a mark', utf16(sentence, true, false)],
    ['decomposed letters', utf8(sentence.normalize('NFD'))],
  ])('%s', async (_name, bytes) => {
    const { text, format, warnings } = await extract(bytes, 'a.txt')
    expect({ text, format, warnings }).toEqual({ text: sentence, format: 'txt', warnings: [] })
  })

  test('line ends of every system are kept; blocks are the lines', async () => {
    const { text, blocks } = await extract(utf8('Một\r\n\r\n  Hai \nBa'), 'a.txt')
    expect(text).toBe('Một\r\n\r\n  Hai \nBa')
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(['Một', '  Hai', 'Ba'])
  })

  test('a file in another language is read and named', async () => {
    const english = 'The committee met on Monday and discussed the budget at some length. '.repeat(
      8,
    )
    const { warnings } = await extract(utf8(english), 'a.txt')
    expect(warnings).toEqual([{ code: 'notVietnamese' }])
  })

  test.each([
    ['nothing', new Uint8Array(0), 'empty'],
    ['only the mark', new Uint8Array([0xef, 0xbb, 0xbf]), 'empty'],
    ['only spaces', utf8(' \n\t\r\n '), 'empty'],
    ['a NUL far inside', utf8(`${'chữ '.repeat(40_000)}\0chữ`), 'notText'],
    [
      'German in Windows-1252',
      new Uint8Array([0x54, 0xfc, 0x72, 0x20, 0xfc, 0x62, 0x65, 0x72, 0x20, 0xd6, 0x6c]),
      'legacyEncoding',
    ],
    ['cut inside a letter', utf8('ngân sách ế').slice(0, -1), 'broken'],
    ['a program', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4]), 'program'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'scanned'],
  ])('%s is named', async (_name, bytes, code) => {
    expect(await failure(bytes, 'a.docx')).toBe(code)
  })
})

const tcvn3 = 'Uû ban nh©n d©n tØnh b¸o c¸o: thu ng©n s¸ch ®¹t 8.250 tû ®ång.'
const modern = 'Uỷ ban nhân dân tỉnh báo cáo: thu ngân sách đạt 8.250 tỷ đồng.'

test('old encodings are read, and said to have been', async () => {
  const bytes = Uint8Array.from(`${tcvn3}\r\n${tcvn3}`, (letter) => letter.charCodeAt(0))
  const { text, blocks, warnings } = await extract(bytes, 'a.txt')
  expect(text).toBe(`${modern}\r\n${modern}`)
  expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual([modern, modern])
  expect(warnings).toEqual([{ code: 'oldEncoding' }])
})

test('a page in ABC fonts is read by its fonts, capitals and all', async () => {
  const page = `<html><body><h1 style="font-family: .VnTimeH">B¸o c¸o ba th¸ng ®Çu n¨m</h1>
<p><font face=".VnTime">${tcvn3}</font> Số 12.</p><p><font face="VNI-Times">Hoäi nghò giao ban</font></p></body></html>`
  const { text } = await extract(utf8(page), 'a.html')
  expect(text).toContain('BÁO CÁO BA THÁNG ĐẦU NĂM')
  expect(text).toContain(`${modern} Số 12.`)
  expect(text).toContain('Hội nghị giao ban')
})

test('Markdown loses its marks, not its words', async () => {
  const given = `---
title: x
---
# Báo cáo tháng 9

Thu ngân sách đạt **8.250 tỷ đồng**, xem [nghị quyết](https://example.org/a_b) *số* 12\\-NQ/TU,
tệp snake_case_name.

1. Giao Sở Tài chính
- Giao \`Sở Xây dựng\`

| Chỉ tiêu | Giá trị |
|---|---:|
| Thu | 5 |
`
  const { text, blocks, title, format } = await extract(utf8(given), 'a.md')
  expect(format).toBe('md')
  expect(title).toBe('Báo cáo tháng 9')
  expect(text.split('\n')).toEqual([
    'Báo cáo tháng 9',
    'Thu ngân sách đạt 8.250 tỷ đồng, xem nghị quyết số 12-NQ/TU, tệp snake_case_name.',
    '1. Giao Sở Tài chính',
    '- Giao Sở Xây dựng',
    'Chỉ tiêu | Giá trị',
    'Thu | 5',
  ])
  expect(blocks.map((block) => block.kind)).toEqual([
    ...['title', 'paragraph', 'listItem', 'listItem', 'tableRow', 'tableRow'],
  ])
})

describe('a news page', () => {
  const paragraphs = [
    'Chiều 12/9, Ban Thường vụ Tỉnh ủy Đông Hà họp giao ban, đánh giá kết quả chín tháng đầu năm.',
    'Thu ngân sách đạt 8.250 tỷ đồng, bằng 76,4% dự toán; công tác giải phóng mặt bằng còn chậm.',
    'Bí thư Tỉnh ủy yêu cầu Sở Tài chính rà soát các dự án chậm tiến độ trước ngày 30 tháng 10.',
  ]
  const links = Array.from(
    { length: 12 },
    (_, index) =>
      `<li><a href="/t${index}">Tin khác số ${index}: đạt ${index}00 tỷ đồng trong tháng</a></li>`,
  ).join('')
  const page = (body: string, head = '<meta charset="utf-8">') =>
    `<!DOCTYPE html><html><head>${head}<title>Giao ban - Báo Đông Hà</title>
     <script>var thu = 'đạt 999 tỷ đồng'</script></head><body class="has-sidebar">
     <header><nav><ul>${links}</ul></nav></header>${body}
     <div class="box-tin-khac"><h3>Tin liên quan</h3><ul>${links}</ul></div>
     <div class="comment-list"><p>Bạn đọc: tôi thấy đạt 777 tỷ đồng là rất tốt cho tỉnh nhà ta.</p></div>
     <footer><p>Cơ quan chủ quản: Tỉnh ủy Đông Hà. Giấy phép số 12/GP-TTĐT ngày 3/4/2020, điện thoại.</p></footer>
     </body></html>`

  test('is its article: no menus, related links, comments, footer or scripts', async () => {
    const html = page(`<div id="wrap"><div class="main"><h1>Giao ban quý III của tỉnh Đông Hà</h1>
      <p class="sapo">${paragraphs[0]}</p>
      <div class="content-detail"><p>${paragraphs[1]}</p><figure><img><figcaption>Quang cảnh</figcaption></figure></div>
      <div class="ads">Mua ngay hôm nay giảm giá 50% cho khách hàng mới tại cửa hàng.</div>
      <div class="content-detail"><p>${paragraphs[2]}</p></div></div>
      <div class="sidebar"><ul>${links}</ul></div></div>`)
    const { text, title, blocks } = await extract(utf8(html), 'tin.html')
    expect(text.split('\n')).toEqual([
      'Giao ban quý III của tỉnh Đông Hà',
      ...paragraphs.slice(0, 2),
      'Quang cảnh',
      paragraphs[2],
    ])
    expect(title).toBe('Giao ban - Báo Đông Hà')
    expect(blocks[3]?.kind).toBe('caption')
  })

  test('tables of figures are rows, tables that lay out the page are paragraphs', async () => {
    const html =
      page(`<article><table><tr><td><p>${paragraphs[0]}</p><p>${paragraphs[1]}</p></td><td>x</td></tr></table>
      <table><tr><th>Chỉ tiêu</th><th>Đạt</th></tr><tr><td><p>Thu</p></td><td>76,4%</td></tr></table>
      <ol start="3"><li>Rà soát</li><li>Báo cáo</li></ol></article>`)
    const { text } = await extract(utf8(html), 'tin.html')
    expect(text.split('\n')).toEqual([
      ...paragraphs.slice(0, 2),
      ...['x', 'Chỉ tiêu | Đạt', 'Thu | 76,4%', '3. Rà soát', '4. Báo cáo'],
    ])
  })

  test('its encoding is the one it names', async () => {
    const html = page(
      `<p>${'Le conseil a été informé de la situation financière de la région. '.repeat(3)}</p>`,
      '<meta charset="iso-8859-1">',
    )
    const { text } = await extract(
      new Uint8Array(Buffer.from(html.replaceAll('đ', 'd').replace(/[^\x20-\xff]/g, ''), 'latin1')),
      'x',
    )
    expect(text).toContain('été informé')
  })

  test('a page of text without paragraphs is still a page', async () => {
    const { text } = await extract(
      utf8('<html><body>Thu đạt 5 tỷ đồng.<br>Chi 3 tỷ.</body></html>'),
      'x',
    )
    expect(text).toBe('Thu đạt 5 tỷ đồng.\nChi 3 tỷ.')
  })

  test('markup without end is refused by name', async () => {
    expect(await failure(utf8(`<html><body>${'<div>'.repeat(5000)}x`))).toBe('tooDeep')
  })
})

describe('a Word file', () => {
  const numbered = (text: string, level = 0) =>
    new Paragraph({ text, numbering: { reference: 'muc', level } })
  const build = (children: (Paragraph | Table)[], more: object = {}) =>
    Packer.toBuffer(
      new Document({
        numbering: {
          config: [
            {
              reference: 'muc',
              levels: [
                {
                  level: 0,
                  format: LevelFormat.UPPER_ROMAN,
                  text: '%1.',
                  alignment: AlignmentType.START,
                },
                {
                  level: 1,
                  format: LevelFormat.DECIMAL,
                  text: '%2.',
                  alignment: AlignmentType.START,
                },
                {
                  level: 2,
                  format: LevelFormat.LOWER_LETTER,
                  text: '%3)',
                  alignment: AlignmentType.START,
                },
              ],
            },
          ],
        },
        ...more,
        sections: [
          {
            headers: { default: new Header({ children: [new Paragraph('Đầu trang mật')] }) },
            footers: { default: new Footer({ children: [new Paragraph('Chân trang')] }) },
            children,
          },
        ],
      }),
    )

  test('runs in ABC fonts are read by their fonts', async () => {
    const bytes = await build([
      new Paragraph({
        children: [
          new TextRun({ text: 'b¸o c¸o ', font: '.VnTimeH' }),
          new TextRun({ text: tcvn3, font: '.VnTime' }),
          new TextRun(' Số 12.'),
        ],
      }),
    ])
    const { text } = await extract(bytes, 'a.docx')
    expect(text.trim()).toBe(`BÁO CÁO ${modern} Số 12.`)
  })

  test('has its numbers, tables and headings; headers and footers stay apart', async () => {
    const cell = (...texts: string[]) =>
      new TableCell({ children: texts.map((text) => new Paragraph(text)) })
    const bytes = await build([
      new Table({
        rows: [
          new TableRow({
            children: [cell('TỈNH ỦY ĐÔNG HÀ', 'Số 12-BC/TU'), cell('ĐẢNG CỘNG SẢN VIỆT NAM')],
          }),
        ],
      }),
      new Paragraph({ text: 'Báo cáo quý III', heading: HeadingLevel.HEADING_1 }),
      numbered('Kết quả'),
      numbered('Thu ngân sách', 1),
      numbered('Thu nội địa', 2),
      numbered('Thu hải quan', 2),
      numbered('Chi ngân sách', 1),
      numbered('Nhiệm vụ'),
      numbered('Giao Sở Tài chính', 1),
      new Table({
        rows: [
          new TableRow({ children: [cell('Chỉ tiêu'), cell('Đạt')] }),
          new TableRow({ children: [cell('Thu'), cell('76,4%')] }),
        ],
      }),
      new Paragraph({ children: [new TextRun('Một'), new TextRun({ text: 'Hai', break: 1 })] }),
    ])
    const { text, blocks, warnings } = await extract(bytes, 'a.docx')
    expect(text.split('\n')).toEqual([
      ...['TỈNH ỦY ĐÔNG HÀ', 'Số 12-BC/TU', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'Báo cáo quý III'],
      ...[
        'I. Kết quả',
        '1. Thu ngân sách',
        'a) Thu nội địa',
        'b) Thu hải quan',
        '2. Chi ngân sách',
      ],
      ...['II. Nhiệm vụ', '1. Giao Sở Tài chính', 'Chỉ tiêu | Đạt', 'Thu | 76,4%', 'Một', 'Hai'],
    ])
    expect(blocks[3]?.kind).toBe('heading')
    expect(blocks[4]?.kind).toBe('listItem')
    expect(blocks[11]?.kind).toBe('tableRow')
    for (const { start, end } of blocks) expect(text.slice(start, end)).not.toMatch(/\n|^$/)
    expect(warnings).toContainEqual({ code: 'headersApart' })
  })

  test('is read as if its changes were accepted, without notes and comments', async () => {
    const change = { id: 1, author: 'X', date: '2024-09-01T00:00:00Z' }
    const bytes = await build(
      [
        new Paragraph({
          children: [
            new TextRun('Thu đạt '),
            new DeletedTextRun({ text: '7.000', ...change }),
            new InsertedTextRun({ text: '8.250', ...change, id: 2 }),
            new CommentRangeStart(0),
            new TextRun(' tỷ đồng'),
            new CommentRangeEnd(0),
            new TextRun({ children: [new CommentReference(0)] }),
            new FootnoteReferenceRun(1),
            new TextRun(', tăng 9%.'),
            new TextRun({ text: 'ẩn', vanish: true }),
          ],
        }),
      ],
      {
        comments: { children: [{ id: 0, author: 'X', children: [new Paragraph('Kiểm tra lại')] }] },
        footnotes: { 1: { children: [new Paragraph('Nguồn: Kho bạc')] } },
      },
    )
    const { text, warnings } = await extract(bytes, 'a.docx')
    expect(text).toBe('Thu đạt 8.250 tỷ đồng, tăng 9%.')
    expect(warnings.map(({ code }) => code)).toEqual([
      'trackedChanges',
      'notesApart',
      'headersApart',
    ])
  })

  test('without any words is named', async () => {
    expect(await failure(await build([new Paragraph('')]))).toBe('empty')
  })
})

describe('a PDF', () => {
  const long = (word: string, lines: number) =>
    Array.from({ length: lines }, (_, at) => `${word}${at} thu ngan sach dat ke hoach quy nay`)

  async function pdf(draw: (page: (lines: [string, number, number][]) => void) => void) {
    const document = await PDFDocument.create()
    const font = await document.embedFont(StandardFonts.Helvetica)
    draw((lines) => {
      const page = document.addPage([595, 842])
      for (const [text, x, y] of lines) page.drawText(text, { x, y, size: 11, font })
    })
    return document.save()
  }

  test('joins lines to paragraphs, leaves out heads, feet and page numbers', async () => {
    const bytes = await pdf((page) => {
      for (let number = 1; number <= 4; number++) {
        page([
          ['BAO CAO THANG 9', 230, 800],
          [
            `Thu ngan sach trang ${'abcd'[number - 1]} dat 8.250 ty dong, bang 76,4% du toan ca nam, tang`,
            72,
            740,
          ],
          ['9,3% so voi cung ky nam truoc.', 72, 726],
          ['Nhung du an cham tien do duoc giao cho So Tai chinh ra soat va bao cao truoc', 72, 690],
          [`ngay 30 thang 10${' nam nay'.repeat(number)}.`, 72, 676],
          [`- ${number} -`, 290, 40],
        ])
      }
    })
    const { text } = await extract(bytes, 'a.pdf')
    const lines = text.split('\n')
    expect(lines).toHaveLength(8)
    expect(lines[0]).toBe(
      'Thu ngan sach trang a dat 8.250 ty dong, bang 76,4% du toan ca nam, tang 9,3% so voi cung ky nam truoc.',
    )
    expect(text).not.toMatch(/BAO CAO|- \d -/)
  })

  test.each([
    ['side by side', 0],
    ['with lines at other heights', 6],
  ])('two columns %s are read one after the other', async (_name, shift) => {
    const bytes = await pdf((page) =>
      page([
        [
          'Hoi nghi giao ban cua tinh Dong Ha ve ket qua phat trien kinh te xa hoi nam nay',
          60,
          800,
        ],
        ...long('trai', 20).map((text, at): [string, number, number] => [text, 60, 760 - at * 14]),
        ...long('phai', 20).map((text, at): [string, number, number] => [
          text,
          320,
          760 - shift - at * 14,
        ]),
      ]),
    )
    const { text } = await extract(bytes, 'a.pdf')
    expect(text).not.toContain('|')
    expect(text.indexOf('trai19')).toBeGreaterThan(0)
    expect(text.indexOf('trai19')).toBeLessThan(text.indexOf('phai0'))
    expect(text.indexOf('Hoi nghi')).toBe(0)
  })

  test('a table stays rows', async () => {
    const rows = Array.from({ length: 12 }, (_, at): [string, number, number][] => [
      [`Chi tieu ${at}`, 72, 740 - at * 16],
      [`${at * 10} ty`, 300, 740 - at * 16],
      [`${at}%`, 450, 740 - at * 16],
    ]).flat()
    const { text } = await extract(await pdf((page) => page(rows)), 'a.pdf')
    expect(text.split('\n')[3]).toBe('Chi tieu 3 | 30 ty | 3%')
  })

  test('a word divided at the end of a line is whole, a hyphen of the text stays', async () => {
    const bytes = await pdf((page) =>
      page([
        [
          'Su phat trien cua cong nghe thong tin va truyen thong toan cau theo mo hinh eco-',
          72,
          740,
        ],
        ['nomy va giai doan 2021-', 72, 726],
        ['2025 duoc hoi nghi danh gia cao trong linh vuc phat trien ben vung kinh te-', 72, 712],
        ['xa hoi cua tinh.', 72, 698],
      ]),
    )
    const { text } = await extract(bytes, 'a.pdf')
    expect(text).toContain('economy')
    expect(text).toMatch(/2021-\s?2025/)
    expect(text).toContain('kinh te-xa hoi')
  })

  test('of pictures, or with a page or half of it missing, is named', async () => {
    const blank = await PDFDocument.create()
    blank.addPage()
    expect(await failure(await blank.save())).toBe('scanned')
    const whole = await pdf((page) =>
      page(long('a', 30).map((text, at) => [text, 60, 780 - at * 20])),
    )
    expect(await failure(whole.slice(0, whole.length / 2))).toBe('broken')
    expect(await failure(whole.slice(0, whole.length - 8))).toBe('broken')
  })
})
