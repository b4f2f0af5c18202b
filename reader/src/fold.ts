// Spelling variants that mean the same: tone placement (hoà, hòa) and y/i (tỷ, tỉ). The lexicon
// registers every variant of its syllables once, so that matching costs nothing extra per document.

const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']

/** The blocks of Unicode with letters that have a lower case in one code unit; the rest is as it is. */
const casedBlocks = [
  [0x0041, 0x0587],
  [0x10a0, 0x10ff],
  [0x13a0, 0x13ff],
  [0x1c80, 0x1cbf],
  [0x1e00, 0x1fff],
  [0x2100, 0x218f],
  [0x24b6, 0x24cf],
  [0x2c00, 0x2cff],
  [0xa640, 0xa69f],
  [0xa720, 0xa7ff],
  [0xff21, 0xff3a],
] as const

function buildLowerCase(): Uint16Array {
  const table = new Uint16Array(65536)
  for (const [from, to] of casedBlocks)
    for (let code = from; code <= to; code++) {
      const lower = String.fromCharCode(code).toLowerCase()
      if (lower.length === 1 && lower.charCodeAt(0) !== code) table[code] = lower.charCodeAt(0)
    }
  // Đ is written with three different capitals.
  table[0x00d0] = 0x0111
  table[0x0189] = 0x0111
  // m², m³
  table[0x00b2] = 0x32
  table[0x00b3] = 0x33
  return table
}

/** Lower case by code unit, whatever the locale; 0 for what has none, or is it itself. */
export const lowerCase = buildLowerCase()

/** Letters whose lower case depends on what stands around, or that are no single code unit. */
const peculiar = /[\u00f0\u0256\u03c2\ud800-\udfff]/

/** White space as single spaces; most texts have no other and are returned as they are. */
export function oneLine(text: string): string {
  let spaced = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code !== 0x20 && !isOtherSpace(code)) spaced = false
    else if (spaced || code !== 0x20) return text.replace(/\s+/g, ' ')
    else spaced = true
  }
  return text
}

/** What `\s` matches but for the ordinary space, compared in the order that turns most letters away. */
function isOtherSpace(code: number): boolean {
  if (code < 0xa0) return code <= 0x0d && code >= 0x09
  if (code < 0x1680 || (code > 0x1680 && code < 0x2000)) return code === 0xa0
  return /\s/.test(String.fromCharCode(code))
}

/** What `\s` matches. */
export const isWhiteSpace = (code: number): boolean => code === 0x20 || isOtherSpace(code)

/** Folds a phrase for comparison: NFC, lower case, single spaces. */
export function foldPhrase(phrase: string): string {
  return foldNormal(phrase.normalize('NFC'))
}

/** Folds a phrase that is NFC already, as every part of a document's text is. */
export function foldNormal(phrase: string): string {
  const plain = oneLine(phrase.trim())
  const quick = plain.toLowerCase()
  if (quick.length === plain.length && !peculiar.test(quick)) return quick
  const lower = Array.from(plain, (letter) =>
    letter.length === 1
      ? String.fromCharCode(lowerCase[letter.charCodeAt(0)] || letter.charCodeAt(0))
      : letter,
  )
  return lower.join('')
}

/** The same of a part of a text, which is looked at in place: parts come in too many kinds of strings. */
export function foldPart(text: string, from: number, to: number): string {
  const part = text.slice(from, to)
  return isSimple(text, from, to) ? part.toLowerCase() : foldNormal(part)
}

/** White space of a part of a text as single spaces; `part` is that part. */
export const onOneLine = (text: string, from: number, to: number, part: string): string =>
  isSimple(text, from, to) ? part : oneLine(part)

/** True for words of Latin letters with a single space between them, none of which is peculiar. */
function isSimple(text: string, from: number, to: number): boolean {
  let spaced = true
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x20) {
      if (spaced) return false
      spaced = true
    } else {
      spaced = false
      if (unit < 0x20 || (unit > 0x7e && !isSimpleLetter(unit))) return false
    }
  }
  return !spaced
}

/** The letters of the language beyond ASCII; no capital of them has a lower case of another length. */
const isSimpleLetter = (unit: number): boolean =>
  (unit >= 0x1ea0 && unit <= 0x1eff) ||
  (unit >= 0xc0 &&
    unit <= 0x1b0 &&
    unit !== 0xd0 &&
    unit !== 0xf0 &&
    unit !== 0x130 &&
    unit !== 0x189)

/** All spellings of one folded syllable, itself first. */
export function spellings(syllable: string): string[] {
  const placed = otherPlace.get(syllable.slice(-2))
  const found = new Set([syllable])
  if (placed !== undefined) found.add(syllable.slice(0, -2) + placed)
  if (syllable.length > longestWithY) return [...found]
  for (const form of [...found]) {
    const match = /^([hklmst]|qu)([iyìỳíýỉỷĩỹịỵ])$/.exec(form)
    const vowel = match?.[2]
    if (!match || !vowel) continue
    const i = 'iìíỉĩị'.indexOf(vowel)
    const y = 'yỳýỷỹỵ'.indexOf(vowel)
    const other = i >= 0 ? 'yỳýỷỹỵ'[i] : 'iìíỉĩị'[y]
    found.add(match[1] + (other ?? vowel))
  }
  return [...found]
}

/** "quy", "quý": no syllable that is written with y or i alike is longer. */
const longestWithY = 3

/** The 15 pairs of the two styles of tone placement: òa oà, òe oè, ùy uỳ and their tones. */
const tonePairs = [
  ['o', 'a'],
  ['o', 'e'],
  ['u', 'y'],
].flatMap(([first, second]) =>
  tones
    .slice(1)
    .map(
      (tone) =>
        [
          `${first}${tone}${second}`.normalize('NFC'),
          `${first}${second}${tone}`.normalize('NFC'),
        ] as const,
    ),
)

/** What a syllable ends with in one style, and in the other. */
const otherPlace = new Map(
  tonePairs.flatMap(([old, fresh]) => [[old, fresh] as const, [fresh, old] as const]),
)

/** Without diacritics, đ as d, lower case: for look-ups that must forgive. */
export function plain(text: string): string {
  return foldPhrase(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
}
