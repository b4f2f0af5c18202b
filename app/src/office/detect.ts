// What a file is, by its bytes; the name only tells Markdown from plain text.
import { CannotRead } from './extracted.ts'
import { entryNames } from './zip.ts'

export type Detected =
  | { format: 'pdf' | 'docx' | 'doc' | 'rtf' | 'odt' }
  | { format: 'html' | 'md' | 'txt'; text: string }

const starts = (bytes: Uint8Array, ...wanted: number[]): boolean =>
  wanted.every((byte, index) => bytes[index] === byte)

/** Throws `CannotRead` with the reason for everything that is no document with text. */
export function detect(bytes: Uint8Array, fileName: string): Detected {
  if (bytes.length === 0) throw new CannotRead('empty')
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.includes('%PDF-')) return { format: 'pdf' }
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return insideZip(bytes)
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return insideCompound(bytes)
  if (head.startsWith('{\\rtf')) return { format: 'rtf' }
  if (isPicture(bytes)) throw new CannotRead('scanned')
  const text = decode(bytes)
  if (text.trim() === '') throw new CannotRead('empty')
  if (looksLikeHtml(text)) return { format: 'html', text }
  return { format: /\.(md|markdown)$/i.test(fileName) ? 'md' : 'txt', text }
}

function insideZip(bytes: Uint8Array): Detected {
  const names = entryNames(bytes)
  if (names.has('word/document.xml')) return { format: 'docx' }
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin'))
    throw new CannotRead('spreadsheet')
  if (names.has('content.xml') && names.has('mimetype')) return { format: 'odt' }
  throw new CannotRead('unsupported', {
    format: names.has('ppt/presentation.xml') ? 'pptx' : 'zip',
  })
}

/** The container of Office before 2007, and of encrypted files since: told apart by stream names. */
function insideCompound(bytes: Uint8Array): Detected {
  const holds = (name: string) => Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) throw new CannotRead('encrypted')
  if (holds('WordDocument')) return { format: 'doc' }
  if (holds('Workbook') || holds('Book')) throw new CannotRead('spreadsheet')
  throw new CannotRead('unsupported', { format: 'ole' })
}

function isPicture(bytes: Uint8Array): boolean {
  return (
    starts(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    starts(bytes, 0xff, 0xd8, 0xff) ||
    starts(bytes, 0x47, 0x49, 0x46, 0x38) ||
    starts(bytes, 0x49, 0x49, 0x2a, 0x00) ||
    starts(bytes, 0x4d, 0x4d, 0x00, 0x2a) ||
    starts(bytes, 0x42, 0x4d, 0, 0)
  )
}

/** UTF-8 with or without mark, UTF-16 with mark. */
function decode(bytes: Uint8Array): string {
  if (starts(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  if (starts(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.subarray(0, 65_536).includes(0)) throw new CannotRead('notText')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: text in an older encoding is mostly letters, anything else is no text.
    const letters = bytes.reduce(
      (sum, byte) => sum + (byte >= 32 || byte === 9 || byte === 10 || byte === 13 ? 1 : 0),
      0,
    )
    throw new CannotRead(letters / bytes.length > 0.97 ? 'legacyEncoding' : 'notText')
  }
}

const htmlStart =
  /^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body|meta|title|article|main|section|div|table|p|h1)\b/i

const looksLikeHtml = (text: string): boolean => htmlStart.test(text.slice(0, 4000))
