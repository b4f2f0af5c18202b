// What is asked of a new password: length, and that nobody would guess it among the first. No kinds of
// characters, no change by the calendar (OWASP ASVS 5.0, 6.2.5 and 6.2.10: both make people choose worse
// ones). A sentence one remembers passes.
import { plain } from '@giaoban/reader'
import { isCommon } from './common.ts'

/** Least length in characters. The most is what a contract takes (1,000). */
export const leastLength = 10

/** Digits alone are telephone numbers and birthdays, unless there are many of them. */
const leastDigits = 16

/** What must be left of a password when the person's own name and address are taken out of it. */
const leastOwn = 6

export type PasswordFault = 'short' | 'simple' | 'common' | 'personal'

/**
 * What is wrong with a new password, or null. `about`: what everybody knows of its owner (name,
 * address, province).
 */
export function passwordFault(password: string, about: readonly string[]): PasswordFault | null {
  if ([...password].length < leastLength) return 'short'
  const folded = plain(password).replace(/\s+/g, '')
  if (isSimple(folded)) return 'simple'
  if (isPersonal(folded, about)) return 'personal'
  return isCommon(folded) || coresOf(folded).some(isCommon) ? 'common' : null
}

/** Few different characters, one piece over and over, figures alone, or a walk over the keyboard. */
function isSimple(folded: string): boolean {
  if (new Set(folded).size < 5) return true
  if (/^(.{1,5})\1+$/u.test(folded)) return true
  if (/^\d+$/.test(folded) && folded.length < leastDigits) return true
  return walks(folded) <= 2
}

const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz']

/** The sequences, both ways, and the columns of the keyboard. */
const tracks = [
  ...rows,
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
].flatMap((row) => [row, [...row].reverse().join('')])

/** How many walks along a track, of three or more, make it up; infinite where something is left. */
function walks(folded: string): number {
  let count = 0
  for (let at = 0; at < folded.length; count++) {
    let length = 0
    for (const track of tracks) {
      let end = at + 3
      while (end <= folded.length && track.includes(folded.slice(at, end))) end++
      length = Math.max(length, end - 1 - at)
    }
    if (length < 3) return Number.POSITIVE_INFINITY
    at += length
  }
  return count
}

const lookalikes: Record<string, string> = {
  ...{ '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', $: 's', '5': 's', '7': 't' },
}

/**
 * The word inside: without the figures and signs around it, as it is and with signs that stand for
 * letters read as such ("P@ssw0rd123" → "password").
 */
function coresOf(folded: string): string[] {
  const bare = folded.replace(/^[^a-z]+|[^a-z]+$/g, '')
  const letters = bare.replace(/[@4310$57!]/g, (sign) => lookalikes[sign] ?? sign)
  const joined = bare.replace(/[^a-z]+/g, '')
  const all = [bare, letters, joined].filter((one) => one.length > 2)
  return [...new Set([...all, ...all.map((one) => one.replace(/^(.{2,}?)\1+$/, '$1'))])]
}

/** Little is left when one's own name, address and province are taken out of it. */
function isPersonal(folded: string, about: readonly string[]): boolean {
  const pieces = about.flatMap(piecesOf).sort((a, b) => b.length - a.length)
  let rest = folded
  for (const piece of pieces) rest = rest.replaceAll(piece, '')
  return rest !== folded && rest.replace(/[^a-z0-9]/g, '').length < leastOwn
}

/** "Trần Văn Phòng" → tranvanphong, vanphong, tran, van, phong; an address likewise. */
function piecesOf(text: string): string[] {
  const parts = plain(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const tails = parts.map((_, at) => parts.slice(at).join(''))
  return [...new Set([...tails, ...parts])].filter((piece) => piece.length > 2)
}
