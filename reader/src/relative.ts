// Days and periods that are told from the day of the document: "hôm qua", "tháng này", "quý trước",
// "3 tháng tới". Read only where that day is known: nothing is guessed.
import { monthWord, smallNumber } from './dates.ts'
import { type Doc, head, isWord, meaning, phraseEnd, textOf, words } from './doc.ts'
import type { Grain, Period } from './findings.ts'

const accordingWord = words('theo')

/** Milliseconds of a day. */
export const dayMs = 86_400_000
/** The day of a time in UTC. */
export const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10)
const at = (year: number, month: number, day: number): number => Date.UTC(year, month, day)

/** The days from the first to the last of a unit of time, `shift` units from that of `today`. */
function unitOf(unit: string, shift: number, count: number, today: string): [string, string] {
  const time = Date.parse(today)
  const date = new Date(time)
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth()
  switch (unit) {
    case 'day':
      return [isoDay(time + shift * dayMs), isoDay(time + (shift + count - 1) * dayMs)]
    case 'week': {
      // Weeks start on Monday.
      const monday = time - ((date.getUTCDay() + 6) % 7) * dayMs
      return [
        isoDay(monday + shift * 7 * dayMs),
        isoDay(monday + ((shift + count) * 7 - 1) * dayMs),
      ]
    }
    case 'month':
      return [isoDay(at(year, month + shift, 1)), isoDay(at(year, month + shift + count, 0))]
    case 'quarter': {
      const first = Math.floor(month / 3) * 3 + shift * 3
      return [isoDay(at(year, first, 1)), isoDay(at(year, first + count * 3, 0))]
    }
    default:
      return [`${year + shift}-01-01`, `${year + shift + count - 1}-12-31`]
  }
}

const grains: Record<string, Grain> = {
  day: 'day',
  week: 'range',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
}

const past = words('qua')
const justPast = words('vừa')
const ahead = words('tới')
const next = words('tiếp')
const units: readonly [ReturnType<typeof words>, string][] = [
  [words('ngày'), 'day'],
  [words('tuần'), 'week'],
  [monthWord, 'month'],
  [words('quý quí'), 'quarter'],
  [words('năm'), 'year'],
]

/** A base of comparison ("so với tháng trước") is read there, as what it is compared with. */
const comparing = /(so với|cùng kỳ|cùng kì|so cùng|hơn|bằng|của)\s*$/i

/**
 * The relative period at this token, its token end, or null: none, or the document's day is not known.
 */
export function readRelative(doc: Doc, from: number): { finding: Period; to: number } | null {
  const today = doc.options.date
  if (!today) return null
  const found = relativeAt(doc, from, today)
  if (!found) return null
  const { start } = found.finding
  return comparing.test(doc.text.slice(Math.max(0, start - 12), start)) ? null : found
}

function relativeAt(doc: Doc, from: number, today: string): { finding: Period; to: number } | null {
  const named = meaning(doc, from, 'relative')
  if (named !== undefined) {
    const [unit = '', shift = '0'] = named.split(' ')
    return made(doc, from, phraseEnd(doc, from), unit, Number(shift), 1, today)
  }
  const count = smallNumber(doc, from)
  if (count === null || count < 1 || count > 60) return null
  const unit = units.find(([word]) => isWord(doc, from + 1, word))?.[1]
  if (!unit) return null
  if (isWord(doc, from + 2, past)) return made(doc, from, from + 3, unit, -count, count, today)
  if (isWord(doc, from + 2, justPast) && isWord(doc, from + 3, words('qua rồi')))
    return made(doc, from, from + 4, unit, -count, count, today)
  if (isWord(doc, from + 2, ahead)) return made(doc, from, from + 3, unit, 1, count, today)
  if (isWord(doc, from + 2, next) && isWord(doc, from + 3, accordingWord))
    return made(doc, from, from + 4, unit, 1, count, today)
  return null
}

function made(
  doc: Doc,
  from: number,
  to: number,
  unit: string,
  shift: number,
  count: number,
  today: string,
): { finding: Period; to: number } {
  const [first, last] = unitOf(unit, shift, count, today)
  return {
    to,
    finding: {
      ...head(doc, 'period', from, to, 'period.relative', 'likely'),
      label: textOf(doc, from, to),
      from: first,
      to: last,
      grain: count === 1 ? (grains[unit] ?? 'range') : 'range',
      cumulative: false,
      yearStated: false,
    },
  }
}
