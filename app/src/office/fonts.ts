// Fonts of the years before Unicode: their name tells which encoding the letters below them are in, and
// whether small letters stand for capitals.
import { decodeLegacy, repairEncoding } from '@giaoban/reader'
import type { Block, Extracted } from './extracted.ts'

/** Text as it was seen in a font; other fonts leave it as it is. */
export function inFont(text: string, font: string): string {
  const name = font.split(',')[0]?.replace(/["']/g, '').trim() ?? ''
  // ".VnTime", ".VnTimeH": ABC fonts, the ones ending in H show capitals only.
  if (/^\.vn/i.test(name)) return decodeLegacy(text, 'tcvn3', /H$/.test(name)).text
  return /^vni[-\s]/i.test(name) ? decodeLegacy(text, 'vni').text : text
}

/** Text and blocks with lines in an old encoding decoded; the same ones where there are none. */
export function modernised(extracted: Extracted): Extracted {
  const repaired = repairEncoding(extracted.text)
  if (!repaired) return extracted
  const text = repaired.text.normalize('NFC')
  // Where decoding changed nothing, the place is the same; each block is looked for from the last one on.
  const placeOf = places(repaired.map, extracted.text.length)
  const blocks: Block[] = extracted.blocks.map((block) => ({
    ...block,
    start: placeOf[block.start] ?? 0,
    end: placeOf[block.end] ?? text.length,
  }))
  return { ...extracted, text, blocks, warnings: [...extracted.warnings, { code: 'oldEncoding' }] }
}

/** For each offset of the former text, the offset in the decoded one. */
function places(map: Int32Array, length: number): Int32Array {
  const found = new Int32Array(length + 1).fill(-1)
  for (const [at, former] of map.entries()) if (found[former] === -1) found[former] = at
  for (let at = 1; at <= length; at++) if (found[at] === -1) found[at] = found[at - 1] ?? 0
  return found
}
