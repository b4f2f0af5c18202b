// Rules of people: the Vietnamese order of names, which terms stand beside each other.

/** Whose terms are counted. */
export const termKinds = ['party', 'council', 'government'] as const

const collator = new Intl.Collator('vi')

/**
 * "Nguyễn Văn An" → "An, Nguyễn Văn": given name first, as Vietnamese lists of people are sorted. A
 * single name stays alone.
 */
export function sortName(name: string): string {
  const words = name.normalize('NFC').trim().split(/\s+/)
  const given = words.pop() ?? ''
  return words.length === 0 ? given : `${given}, ${words.join(' ')}`
}

/**
 * By given name, then family name, then what stands between; tones of the given name count before any
 * letter of the family name.
 */
export function comparePeople(a: string, b: string): number {
  const [given, family, middle] = parts(a)
  const [otherGiven, otherFamily, otherMiddle] = parts(b)
  return (
    collator.compare(given, otherGiven) ||
    collator.compare(family, otherFamily) ||
    collator.compare(middle, otherMiddle)
  )
}

function parts(name: string): [string, string, string] {
  const [given = '', rest = ''] = sortName(name).split(', ')
  const [family = '', ...middle] = rest.split(' ')
  return [given, family, middle.join(' ')]
}

interface Days {
  from: string
  to: string | null
}

/** Whether two times share a day; an open end lasts for ever. */
export const overlaps = (a: Days, b: Days): boolean =>
  (a.to === null || a.to >= b.from) && (b.to === null || b.to >= a.from)
