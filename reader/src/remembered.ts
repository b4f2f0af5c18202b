// Answers that are kept: patterns asked again and again of the same few words, dates written out.

/** Texts that one pattern keeps answers for; whoever makes up more of them gets each one looked at. */
const most = 1000

/** A test by the pattern that looks at each text once: unit codes and counted nouns come many times. */
export function remembered(pattern: RegExp): (text: string) => boolean {
  const known = new Map<string, boolean>()
  return (text) => {
    let answer = known.get(text)
    if (answer === undefined) {
      answer = pattern.test(text)
      if (known.size < most) known.set(text, answer)
    }
    return answer
  }
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
