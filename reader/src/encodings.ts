// Encodings before Unicode: TCVN3 (ABC fonts), VNI-Windows and Windows-1258. Found where a text was taken
// for Latin-1 ("Uû ban nh©n d©n"), line by line, and only where the decoded words are syllables of the
// language and the letters as they stand are not. Tables: reading.md §3.1, TCVN 5712:1993 VN3, VNI.
import { isSyllable } from './syllables.ts'

export type LegacyEncoding = 'tcvn3' | 'vni' | 'windows-1258'

/** Decoded text, and for each of its code units (and one more) the offset in the text that was given. */
export interface Decoded {
  text: string
  map: Int32Array
}

const letters = 'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ'
const tcvnCodes =
  'b5b6b7b8b9a8bbbcbdbec6a9c7c8c9cacbaecccecfd0d1aad2d3d4d5d6d7d8dcdddedfe1e2e3e4abe5e6e7e8e9aceaebecedeeeff1f2f3f4adf5f6f7f8f9fafbfcfdfe'

/** Byte of TCVN3 → letter. Capitals have codes of their own only without a tone. */
const tcvn3 = new Map<string, string>([
  ...[...letters].map(
    (letter, at) =>
      [
        String.fromCharCode(Number.parseInt(tcvnCodes.slice(at * 2, at * 2 + 2), 16)),
        letter,
      ] as const,
  ),
  ...[...'ĂÂÊÔƠƯĐ'].map((letter, at) => [String.fromCharCode(0xa1 + at), letter] as const),
])

/** What a mark of VNI makes of the letter before it. */
const vniMarks: [base: string, marks: string, made: string][] = [
  ['a', 'øùûõïâêàáåãäèéúüë', 'àáảãạâăầấẩẫậằắẳẵặ'],
  ['e', 'øùûõïâàáåãä', 'èéẻẽẹêềếểễệ'],
  ['o', 'øùûõïâàáåãä', 'òóỏõọôồốổỗộ'],
  ['u', 'øùûõï', 'ùúủũụ'],
  ['y', 'øùûõ', 'ỳýỷỹ'],
  ['ô', 'øùûõï', 'ờớởỡợ'],
  ['ö', 'øùûõï', 'ừứửữự'],
]
const vniSingles: [string, string] = ['ñôöíìæóòî', 'đơưíìỉĩịỵ']

const vni = new Map<string, string>()
for (const [base, marks, made] of vniMarks)
  for (const [at, mark] of [...marks].entries()) {
    const letter = made[at] ?? ''
    vni.set(base + mark, letter)
    vni.set(base.toUpperCase() + mark.toUpperCase(), letter.toUpperCase())
  }
for (const [at, mark] of [...vniSingles[0]].entries()) {
  const letter = vniSingles[1][at] ?? ''
  vni.set(mark, letter)
  vni.set(mark.toUpperCase(), letter.toUpperCase())
}

/** Windows-1258 taken for Windows-1252: letters that differ, and the five tones that follow a letter. */
const vietnamese1258 = new Map<string, string>([
  ['Ã', 'Ă'],
  ['ã', 'ă'],
  ['Ð', 'Đ'],
  ['ð', 'đ'],
  ['Õ', 'Ơ'],
  ['õ', 'ơ'],
  ['Ý', 'Ư'],
  ['ý', 'ư'],
])
const tones1258 = new Map<string, string>([
  ['Ì', '\u0300'],
  ['ì', '\u0301'],
  ['Ò', '\u0309'],
  ['Þ', '\u0303'],
  ['ò', '\u0323'],
])

/**
 * Decodes a text that was taken for Latin-1. With `capitals` the letters are those of a font that has
 * capitals in place of small letters (.VnTimeH).
 */
export function decodeLegacy(given: string, encoding: LegacyEncoding, capitals = false): Decoded {
  const map = new Int32Array(given.length + 1)
  let text = ''
  let at = 0
  while (at < given.length) {
    const { letter, length } = letterAt(given, at, encoding)
    for (let unit = 0; unit < letter.length; unit++) map[text.length + unit] = at
    text += capitals ? letter.toUpperCase() : letter
    at += length
  }
  map[text.length] = given.length
  return { text, map: map.slice(0, text.length + 1) }
}

function letterAt(
  given: string,
  at: number,
  encoding: LegacyEncoding,
): { letter: string; length: number } {
  const own = given.charAt(at)
  if (encoding === 'tcvn3') return { letter: tcvn3.get(own) ?? own, length: 1 }
  if (encoding === 'vni') {
    const pair = vni.get(given.slice(at, at + 2))
    if (pair !== undefined && given.length > at + 1) return { letter: pair, length: 2 }
    return { letter: vni.get(own) ?? own, length: 1 }
  }
  const base = vietnamese1258.get(own) ?? own
  const tone = tones1258.get(given.charAt(at + 1))
  const composed = tone === undefined ? base : (base + tone).normalize('NFC')
  return composed.length === 1 && tone !== undefined && /\p{L}/u.test(base)
    ? { letter: composed, length: 2 }
    : { letter: base, length: 1 }
}

/** Signs that Vietnamese in Unicode hardly has and one of the old encodings has all the time. */
export const tellingSigns = '¨©ª«¬\u00ad®µ¶·¸¹»¼½¾øûïåäëüæñöîØÛÏÅÄËÜÆÑÖÎðþÞ'
const telling = new Uint8Array(256)
for (const sign of tellingSigns) telling[sign.charCodeAt(0)] = 1

/** Fewer signs than this are no text in an old encoding. */
export const fewSigns = 2

/** The letters that only Unicode has: a line with one of them is what it looks like. */
const modern = /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/

/**
 * The text with its lines in old encodings decoded, or null where there are none. Cheap for every other
 * text: one look at each code unit.
 */
export function repairEncoding(given: string): (Decoded & { encodings: LegacyEncoding[] }) | null {
  let signs = 0
  for (let at = 0; at < given.length && signs < fewSigns; at++)
    if (telling[given.charCodeAt(at)] === 1) signs++
  if (signs < fewSigns) return null
  const lines = given.split('\n')
  const found = lines.map(encodingOf)
  const counts = new Map<LegacyEncoding, number>()
  for (const encoding of found) if (encoding) counts.set(encoding, (counts.get(encoding) ?? 0) + 1)
  const [main] = [...counts].sort((a, b) => b[1] - a[1])
  if (!main) return null
  // A page in one old encoding has short lines that tell nothing by themselves ("Sè: 12/BC").
  const whole = main[1] * 2 >= lines.filter((line) => /[\u0080-\u00ff]/.test(line)).length
  const alone = whole && !lines.some((line) => modern.test(line))
  let text = ''
  const maps: Int32Array[] = []
  let at = 0
  for (const [index, line] of lines.entries()) {
    const encoding = found[index] ?? (alone ? main[0] : null)
    const end = index + 1 < lines.length ? '\n' : ''
    const decoded = encoding ? decodeLegacy(line + end, encoding) : asItIs(line + end)
    text += decoded.text
    maps.push(decoded.map.subarray(0, decoded.text.length).map((offset) => offset + at))
    at += line.length + end.length
  }
  const map = new Int32Array(text.length + 1)
  let written = 0
  for (const part of maps) {
    map.set(part, written)
    written += part.length
  }
  map[text.length] = given.length
  return { text, map, encodings: [...counts.keys()] }
}

const asItIs = (text: string): Decoded => ({
  text,
  map: Int32Array.from({ length: text.length + 1 }, (_, at) => at),
})

/** A tone of Windows-1258 behind its vowel. */
const toneBehind = /[aeiouyâêôãõý][ìÌòÒÞ]/i

/** The encoding under which the words of a line are syllables, where they are none as they stand. */
function encodingOf(line: string): LegacyEncoding | null {
  if (modern.test(line)) return null
  let signs = 0
  for (let at = 0; at < line.length; at++) {
    const next = line.charCodeAt(at + 1)
    const before = line.charCodeAt(at - 1)
    // A sign that touches a letter: "©" in front of a year is no letter.
    if (telling[line.charCodeAt(at)] === 1 && (isLetter(next) || isLetter(before))) signs++
  }
  if (signs === 0 && !toneBehind.test(line)) return null
  const own = syllables(line)
  let best: LegacyEncoding | null = null
  let most = Math.max(own.share, leastShare)
  for (const encoding of ['tcvn3', 'vni', 'windows-1258'] as const) {
    const { share, words } = syllables(decodeLegacy(line, encoding).text)
    if (words === 0 || share <= most) continue
    best = encoding
    most = share
  }
  return best
}

const isLetter = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code >= 0xa1

/** Of the words with a letter beyond ASCII, so many must be syllables. */
const leastShare = 0.8

function syllables(line: string): { words: number; share: number } {
  const words = line.match(/[\p{L}\p{M}\u00a1-\u00bf\u00d7\u00f7]+/gu) ?? []
  const marked = words.filter((word) => /[^a-z]/i.test(word))
  const right = marked.filter((word) => isSyllable(word) && /\p{L}/u.test(word))
  return { words: marked.length, share: marked.length === 0 ? 0 : right.length / marked.length }
}

/**
 * Bytes to text: UTF-8 and UTF-16 by mark or by their look, else an old Vietnamese encoding, else
 * Windows-1252. Never throws; `encoding` names what it was.
 */
export function decodeBytes(bytes: Uint8Array): { text: string; encoding: string } {
  const utf16 = utf16Of(bytes)
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16 }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    // Not UTF-8: an encoding of one byte a letter.
  }
  const latin = new TextDecoder('windows-1252').decode(bytes)
  const repaired = repairEncoding(latin)
  return repaired
    ? { text: repaired.text, encoding: repaired.encodings[0] ?? 'windows-1252' }
    : { text: latin, encoding: 'windows-1252' }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}
