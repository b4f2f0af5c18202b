// What a file is, by its bytes; the name only tells Markdown from plain text.
import { decodeHtml, decodeText } from './decode.ts'
import { CannotRead } from './extracted.ts'

export type Detected =
  | { format: 'pdf' | 'docx' | 'doc' | 'rtf' | 'odt' }
  | { format: 'html' | 'md' | 'txt'; text: string }

const starts = (bytes: Uint8Array, ...wanted: number[]): boolean =>
  wanted.every((byte, index) => bytes[index] === byte)

const headOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 1024)).toString('latin1')

/** Whether it begins as a PDF does, whatever it is called. */
export const isPdf = (bytes: Uint8Array): boolean =>
  /(^|[\r\n])\s*(\u00ef\u00bb\u00bf)?%PDF-\d/.test(headOf(bytes))

/** Throws `CannotRead` with the reason for everything that is no document with text. */
export async function detect(bytes: Uint8Array, fileName: string): Promise<Detected> {
  if (bytes.length === 0) throw new CannotRead('empty')
  if (isPdf(bytes)) return { format: 'pdf' }
  const head = headOf(bytes)
  if (starts(bytes, 0x50, 0x4b, 3, 4) || starts(bytes, 0x50, 0x4b, 5, 6)) return insideZip(bytes)
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return insideCompound(bytes)
  if (head.startsWith('{\\rtf')) return { format: 'rtf' }
  if (isPicture(bytes)) throw new CannotRead('scanned')
  const program = programKind(bytes)
  if (program) throw new CannotRead('program', { format: program })
  const markdown = /\.(md|markdown)$/i.test(fileName)
  const html = markdown && !/^\W{0,9}(!doctype|html)\b/i.test(head) ? null : decodeHtml(bytes)
  if (html !== null) return { format: 'html', text: html }
  const text = decodeText(bytes)
  if (text.replace(/\uFEFF/g, '').trim() === '') throw new CannotRead('empty')
  return { format: markdown ? 'md' : 'txt', text }
}

async function insideZip(bytes: Uint8Array): Promise<Detected> {
  // A plain text does not wait for the library of archives.
  const { entryNames } = await import('./zip.ts')
  const names = entryNames(bytes)
  if (names.size === 0) throw new CannotRead('empty')
  if ([...names].some((name) => /^word\/document\d*\.xml$/.test(name))) return { format: 'docx' }
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin')) {
    throw new CannotRead('spreadsheet')
  }
  if (names.has('content.xml') && names.has('mimetype')) return { format: 'odt' }
  throw new CannotRead('unsupported', {
    format: names.has('ppt/presentation.xml') ? '.pptx' : '.zip',
  })
}

/** The container of Office before 2007, and of encrypted files since: told apart by stream names. */
function insideCompound(bytes: Uint8Array): Detected {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Where its directory should stand; a file cut in half ends before it.
  const sector = 2 ** (bytes.length < 512 ? 0 : whole.readUInt16LE(30))
  if (bytes.length < 512 || (whole.readUInt32LE(48) + 1) * sector >= bytes.length) {
    throw new CannotRead('broken', { what: 'OLE' })
  }
  const holds = (name: string) => whole.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) throw new CannotRead('encrypted')
  if (holds('WordDocument')) return { format: 'doc' }
  if (holds('Workbook') || holds('Book')) throw new CannotRead('spreadsheet')
  throw new CannotRead('unsupported', { format: holds('PowerPoint Document') ? '.ppt' : 'OLE' })
}

/** The format of a scan or a photograph that every browser shows; null for any other. */
export function scanFormat(bytes: Uint8Array): 'pdf' | 'jpg' | 'png' | null {
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'jpg'
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'png'
  return starts(bytes, 0x25, 0x50, 0x44, 0x46) ? 'pdf' : null
}

function isPicture(bytes: Uint8Array): boolean {
  return (
    starts(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    starts(bytes, 0xff, 0xd8, 0xff) ||
    starts(bytes, 0x47, 0x49, 0x46, 0x38) ||
    starts(bytes, 0x49, 0x49, 0x2a, 0x00) ||
    starts(bytes, 0x4d, 0x4d, 0x00, 0x2a) ||
    (starts(bytes, 0x42, 0x4d) && bytes.subarray(6, 10).every((byte) => byte === 0))
  )
}

/** Programs for Windows, Linux and macOS, whatever the file is called. */
function programKind(bytes: Uint8Array): string | null {
  if (starts(bytes, 0x4d, 0x5a) && bytes.subarray(0, 1024).includes(0)) return 'exe'
  if (starts(bytes, 0x7f, 0x45, 0x4c, 0x46)) return 'ELF'
  if (starts(bytes, 0xcf, 0xfa, 0xed, 0xfe)) return 'Mach-O'
  return null
}
