// The text as the reader sees it: NFC, with a way back to the offsets of the string that was given.

import { fewSigns, repairEncoding, tellingSigns } from './encodings.ts'

/** NFC text and, where normalising moved characters, the map back. */
export interface NormalText {
  text: string
  /**
   * `map[i]` is the offset in the given string of the code unit `i` of `text`; one entry more than
   * `text` is long. `null` where both are the same string.
   */
  map: Int32Array | null
}

/** Combining marks, as the pattern below has them. */
const combiningBlocks = [
  [0x0300, 0x036f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
] as const
const combining = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/

const TELLING = 1
const COMBINING = 2

/** Code units that call for a closer look: signs of an old encoding, combining marks. */
function buildSuspects(): Uint8Array {
  const table = new Uint8Array(65536)
  for (const sign of tellingSigns) table[sign.charCodeAt(0)] = TELLING
  for (const [from, to] of combiningBlocks) table.fill(COMBINING, from, to + 1)
  return table
}

/** By code unit 0, or what it may be a sign of. */
export const suspects = buildSuspects()

/** True for a text with neither combining marks nor what an old encoding would have. */
function isPlain(text: string): boolean {
  let signs = 0
  for (let at = 0; at < text.length; at++) {
    const suspect = suspects[text.charCodeAt(at)]
    if (suspect !== 0 && (suspect === COMBINING || ++signs >= fewSigns)) return false
  }
  return true
}

/**
 * Decodes what is in an encoding before Unicode and normalises to NFC. Other text without combining
 * marks is returned as it is, without a copy and after one look at each code unit.
 */
export function normalise(given: string): NormalText {
  if (isPlain(given)) return { text: given, map: null }
  const repaired = repairEncoding(given)
  if (!repaired) return compose(given)
  const composed = compose(repaired.text)
  if (!composed.map) return { text: composed.text, map: repaired.map }
  return {
    text: composed.text,
    map: composed.map.map((offset) => repaired.map[offset] ?? given.length),
  }
}

function compose(given: string): NormalText {
  if (!combining.test(given)) return { text: given, map: null }
  const whole = given.normalize('NFC')
  if (whole === given) return { text: given, map: null }
  const map = new Int32Array(whole.length + 1)
  let written = 0
  let at = 0
  while (at < given.length) {
    let next = at + 1
    while (next < given.length && combining.test(given.charAt(next))) next++
    const composed = next === at + 1 ? 1 : given.slice(at, next).normalize('NFC').length
    for (let k = 0; k < composed && written < whole.length; k++)
      map[written++] = at + (k > 0 ? Math.min(k, next - at - 1) : 0)
    at = next
  }
  while (written <= whole.length) map[written++] = given.length
  return { text: whole, map }
}

/** Offset in the given string for an offset in the normalised text. */
export function originalOffset(normal: NormalText, offset: number): number {
  return normal.map ? (normal.map[offset] ?? normal.map[normal.map.length - 1] ?? offset) : offset
}
