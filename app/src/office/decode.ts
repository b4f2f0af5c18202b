// Bytes to text: UTF-8 and UTF-16, and for web pages the encoding they name.
import { repairEncoding } from '@giaoban/reader'
import { CannotRead } from './extracted.ts'

/** A comment ends at its first end, so that a row of them is read in one way only. */
const htmlStart =
  /^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*<(!doctype\s+html|html|head|body|meta|title|article|main|section|div|table|p|h1)\b/i

/** The page as text where the bytes are one, else null. The encoding: mark, UTF-8, else what it names. */
export function decodeHtml(bytes: Uint8Array): string | null {
  const utf16 = utf16Of(bytes)
  if (utf16) {
    const text = new TextDecoder(utf16).decode(bytes)
    return htmlStart.test(text.slice(0, 4000)) ? text : null
  }
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (!htmlStart.test(head.replace(/^\u00ef\u00bb\u00bf/, '')) || bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]{3,30})/i.exec(head)?.[1]
    // Named UTF-8 with a few wrong bytes in it: read it like a browser.
    try {
      return new TextDecoder(named ?? 'utf-8', {
        fatal: named !== undefined && !/^utf-?8$/i.test(named),
      }).decode(bytes)
    } catch {
      return decodeOld(bytes) ?? refuse(bytes, named)
    }
  }
}

/** UTF-8 with or without mark, UTF-16 with or without. Throws `notText`, `legacyEncoding` or `broken`. */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes)
  if (utf16) {
    const text = new TextDecoder(utf16).decode(bytes)
    if (text.includes('\0')) throw new CannotRead('notText')
    return text
  }
  const nul = bytes.indexOf(0)
  if (nul >= 0) throw new CannotRead('notText', { line: lineOf(bytes, nul) })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    if (endsInsideLetter(bytes)) throw new CannotRead('broken', { what: 'UTF-8' })
    // Not UTF-8: text in an older encoding is mostly letters, anything else is no text.
    let controls = 0
    for (const byte of bytes) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++
    if (controls >= bytes.length * 0.03)
      throw new CannotRead('notText', { line: lineOfFirstWrong(bytes) })
    return decodeOld(bytes) ?? refuse(bytes)
  }
}

/**
 * Text in TCVN3, VNI or Windows-1258, taken for Latin-1: its letters are put right when the text is out
 * of its markup. Null where decoding does not make it Vietnamese.
 */
function decodeOld(bytes: Uint8Array): string | null {
  const latin = new TextDecoder('windows-1252').decode(bytes)
  return repairEncoding(latin) ? latin : null
}

function refuse(bytes: Uint8Array, format?: string): never {
  throw new CannotRead('legacyEncoding', { line: lineOfFirstWrong(bytes), format })
}

/** By its mark; without one, by every second byte being zero, as Latin letters and spaces have it. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 2000)
  if (sample.length < 20 || bytes.length % 2 === 1) return null
  let even = 0
  let odd = 0
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const many = sample.length * 0.3
  if (odd > many && even === 0) return 'utf-16le'
  if (even > many && odd === 0) return 'utf-16be'
  return null
}

/** A file cut off inside its last letter. */
function endsInsideLetter(bytes: Uint8Array): boolean {
  for (let cut = 1; cut <= 3; cut++) {
    const lead = bytes[bytes.length - cut]
    if (lead === undefined || lead < 0xc0) continue
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut))
      return true
    } catch {
      return false
    }
  }
  return false
}

function lineOfFirstWrong(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes)
  const at = text.indexOf('\uFFFD')
  return text.slice(0, Math.max(0, at)).split('\n').length
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1
  for (const byte of bytes.subarray(0, at)) if (byte === 10) line++
  return line
}
