// Answers that are kept: patterns asked again and again of the same few words, dates written out.

/** Texts that one pattern keeps answers for; whoever makes up more of them gets each one looked at. */
const most = 1000

/** Longer parts of a text may hold on to all of it: none of them is kept. */
const longest = 12

/** A test by the pattern that looks at each text once: unit codes and counted nouns come many times. */
export function remembered(pattern: RegExp): (text: string) => boolean {
  const known = new Map<string, boolean>()
  return (text) => {
    let answer = known.get(text)
    if (answer === undefined) {
      answer = pattern.test(text)
      if (known.size < most && text.length <= longest) known.set(text, answer)
    }
    return answer
  }
}

const numbers = new Map<string, number>()

/** The number that a payload of the lexicon says. */
export function numberOf(payload: string): number {
  let value = numbers.get(payload)
  if (value === undefined) {
    value = Number(payload)
    if (numbers.size < most) numbers.set(payload, value)
  }
  return value
}

/** Two digits of a day or a month. */
const twoDigits = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'))

const days = new Map<number, string>()

/** ISO form of a day, put together once for each day; month and day as they were read, right or not. */
export function isoDay(year: number, month: number, day: number): string {
  const key = (year * 100 + month) * 100 + day
  const known = days.get(key)
  if (known !== undefined) return known
  const iso = `${year}-${twoDigits[month] ?? month}-${twoDigits[day] ?? day}`
  if (days.size < 20 * most && month < 100 && day < 100) days.set(key, iso)
  return iso
}

const earlier = new Map<string, string>()

/** The same day some years before; the 28th for 29 February. */
export function yearsEarlier(day: string, years: number): string {
  const known = years === 1 ? earlier.get(day) : undefined
  if (known !== undefined) return known
  const year = Number(day.slice(0, 4)) - years
  const rest = day.slice(4)
  const moved = `${year}${rest === '-02-29' ? '-02-28' : rest}`
  if (years === 1 && earlier.size < 20 * most) earlier.set(day, moved)
  return moved
}
