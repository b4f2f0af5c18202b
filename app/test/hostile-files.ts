// Files nobody should send, made here: what bad-input.db.test.ts feeds and docs/bad-input.md lists.
import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { PDFDocument, StandardFonts } from 'pdf-lib'

export interface HostileFile {
  what: string
  name: string
  make(): Uint8Array | Promise<Uint8Array>
}

const megabyte = 1024 * 1024
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)

const sentence = 'Thu ngân sách nhà nước ước đạt 8.250 tỷ đồng, tăng 9,3% so với cùng kỳ.'

/** Paragraphs of changing figures, at least `length` characters. */
function novel(length: number): string {
  const lines: string[] = []
  for (let at = 0, size = 0; size < length; at++) {
    const line = `Chương ${at}. Mùa ấy, thôn trồng ${at % 97} ha lúa, đạt ${at % 13},5 tấn mỗi hecta; ông giáo kể chuyện làng xưa cho lũ trẻ nghe bên bếp lửa.\n`
    lines.push(line)
    size += line.length
  }
  return lines.join('')
}

const word = (document: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(document),
    ...more,
  })

/** A zip whose directory says that its one entry unpacks to `claimed` bytes, whatever is in it. */
export function lyingZip(name: string, packed: Uint8Array, claimed: number): Uint8Array {
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  for (const [header, at] of [
    [local, 8],
    [central, 10],
  ] as const) {
    header.writeUInt16LE(8, at)
    header.writeUInt32LE(packed.length, at + 10)
    header.writeUInt32LE(claimed, at + 14)
    header.writeUInt16LE(name.length, at + 18)
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  const parts = [local, Buffer.from(name), packed, central, Buffer.from(name), end]
  return new Uint8Array(Buffer.concat(parts))
}

/** A container of Office before 2007 with one named stream; encrypted .docx files are such. */
function compound(stream: string): Uint8Array {
  const file = Buffer.alloc(2048)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file)
  file.writeUInt16LE(9, 30)
  file.write(stream, 512, 'utf16le')
  return new Uint8Array(file)
}

async function pdf(pages: string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const text of pages) document.addPage().drawText(text, { x: 50, y: 700, size: 11, font })
  return document.save()
}

/** A PDF that says it has `count` objects, in a table that is only claimed. */
const claimedObjects = (count: number): Uint8Array =>
  utf8(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\nxref\n0 ${count}\n0000000000 65535 f \ntrailer << /Size ${count} /Root 1 0 R >>\nstartxref\n56\n%%EOF\n`,
  )

const article = `<!DOCTYPE html><html><head><title>Giao ban</title><script>alert('đạt 999 tỷ đồng')</script></head>
<body onload="alert(1)"><article><h1>Hội nghị giao ban tháng chín</h1><p>${sentence} ${sentence}</p>
<img src=x onerror="alert(2)"><a href="javascript:alert(3)">Xem tiếp</a></article></body></html>`

const english =
  'The committee met on Monday and discussed the budget of the region at some length. '
const chinese = '省委召开月度例会，研究部署当前经济社会发展重点工作，要求各部门加快项目建设进度。'
const lao = 'ກອງປະຊຸມປະຈຳເດືອນຂອງແຂວງໄດ້ປຶກສາຫາລືກ່ຽວກັບການພັດທະນາເສດຖະກິດ ແລະ ສັງຄົມ. '

export const hostileFiles: HostileFile[] = [
  { what: 'an empty file', name: 'rong.txt', make: () => bytes() },
  {
    what: 'a byte order mark and nothing else',
    name: 'bom.txt',
    make: () => bytes(0xef, 0xbb, 0xbf),
  },
  { what: 'spaces and line ends only', name: 'trang.txt', make: () => utf8(' \r\n\t \n') },
  {
    what: 'a text of 20 MB',
    name: 'dai.txt',
    make: () => utf8(novel(18 * megabyte)).slice(0, 20 * megabyte - 3),
  },
  {
    what: 'a file above 20 MB',
    name: 'qua.txt',
    make: () => new Uint8Array(20 * megabyte + 1).fill(97),
  },
  { what: 'English', name: 'english.txt', make: () => utf8(english.repeat(12)) },
  { what: 'Chinese', name: 'chinese.txt', make: () => utf8(chinese.repeat(12)) },
  { what: 'Lao', name: 'lao.txt', make: () => utf8(lao.repeat(12)) },
  {
    what: 'a .docx that is a zip bomb',
    name: 'bom.docx',
    make: () => word('<document/>', { 'word/media/a.bin': new Uint8Array(130 * megabyte) }),
  },
  {
    what: 'a zip bomb that lies about its size',
    name: 'doi.docx',
    make: () => lyingZip('word/document.xml', deflateRawSync(Buffer.alloc(200 * megabyte)), 1000),
  },
  {
    what: 'a .docx with 6,000 entries',
    name: 'nhieu.docx',
    make: () =>
      word(
        '<document/>',
        Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`word/${at}`, bytes(1)])),
      ),
  },
  {
    what: 'a .docx whose XML declares growing entities',
    name: 'cuoi.docx',
    make: () =>
      word(
        `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><document><body><p><r><t>&b;</t></r></p></body></document>`,
      ),
  },
  {
    what: 'a .docx nested 100,000 deep',
    name: 'sau.docx',
    make: () => word(`<document><body>${'<sdt>'.repeat(100_000)}`),
  },
  { what: 'a .docx cut in half', name: 'nua.docx', make: () => word('<document/>').slice(0, 120) },
  {
    what: 'a .pdf cut in half',
    name: 'nua.pdf',
    make: async () => {
      const whole = await pdf(['Thu ngan sach dat 8.250 ty dong.', 'Chi ngan sach.'])
      return whole.slice(0, whole.length / 2)
    },
  },
  { what: 'a .pdf of blank pages, as scans are', name: 'quet.pdf', make: () => pdf(['', '']) },
  {
    what: 'a .pdf that claims 2,000,000,000 objects',
    name: 'vo-so.pdf',
    make: () => claimedObjects(2_000_000_000),
  },
  { what: 'an encrypted .docx', name: 'mat.docx', make: () => compound('EncryptedPackage') },
  {
    what: 'an .xlsx',
    name: 'bang.xlsx',
    make: () => zipSync({ 'xl/workbook.xml': strToU8('<x/>') }),
  },
  {
    what: 'a picture called .docx',
    name: 'anh.docx',
    make: () => bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
  },
  {
    what: 'a Windows program called .docx',
    name: 'may.docx',
    make: () => bytes(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff),
  },
  {
    what: 'a text with NUL bytes',
    name: 'nul.txt',
    make: () => utf8(`${sentence}\n\0\0${sentence}`),
  },
  {
    what: 'a text in TCVN3',
    name: 'tcvn3.txt',
    make: () =>
      bytes(
        ...utf8('Thu ng'),
        0xa9,
        ...utf8('n s'),
        0xb8,
        ...utf8('ch, d\u0001oi'.replace('\u0001', '')),
      ),
  },
  {
    what: 'a German text in Windows-1252',
    name: 'deutsch.txt',
    make: () => bytes(...utf8('F'), 0xfc, ...utf8('r '), 0xc4, ...utf8('pfel und '), 0xd6, 0x6c),
  },
  {
    what: 'a text cut inside its last letter',
    name: 'cut.txt',
    make: () => utf8('ngân sách ế').slice(0, -1),
  },
  { what: 'HTML with scripts', name: 'script.html', make: () => utf8(article) },
  {
    what: 'HTML of 200,000 open tags',
    name: 'mo.html',
    make: () => utf8(`<html>${'<b>'.repeat(200_000)}`),
  },
  { what: 'a file named ../../x', name: '../../x', make: () => utf8(`${sentence} Một.`) },
  {
    what: 'a name of 300 letters',
    name: `${'ế'.repeat(295)}.txt`,
    make: () => utf8(`${sentence} Hai.`),
  },
  {
    what: 'a name with control characters and a turned direction',
    name: 'bao-cao\u202Excod.\u200b\u0007txt',
    make: () => utf8(`${sentence} Ba.`),
  },
  {
    what: 'one line of 1,900,000 letters',
    name: 'dong.txt',
    make: () => utf8(novel(1_899_000).replaceAll('\n', ' ')),
  },
  {
    what: 'one word of 1,000,000 letters',
    name: 'tu.txt',
    make: () => utf8('ế'.repeat(1_000_000)),
  },
  {
    what: 'a novel of 1,200,000 letters, pasted',
    name: 'tieu-thuyet.txt',
    make: () => utf8(novel(1_200_000)),
  },
]
