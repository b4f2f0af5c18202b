// Days off work in Vietnam, and which working day a deadline falls on.
import { dayFrom } from '../../calendar.ts'

export interface DayOff {
  day: string
  /** `working`: a day off that is worked for another (làm bù). */
  kind: 'off' | 'working'
  name: string
}

/** First days of the lunar year and the tenth days of its third month, by Vietnam's calendar (UTC+7). */
const lunar: Record<number, [tet: string, kings: string]> = {
  2020: ['01-25', '04-02'],
  2021: ['02-12', '04-21'],
  2022: ['02-01', '04-10'],
  2023: ['01-22', '04-29'],
  2024: ['02-10', '04-18'],
  2025: ['01-29', '04-07'],
  2026: ['02-17', '04-26'],
  2027: ['02-06', '04-16'],
  2028: ['01-26', '04-04'],
  2029: ['02-13', '04-23'],
  2030: ['02-02', '04-12'],
}

/** The years that the program knows the lunar feasts of. */
export const knownYears = Object.keys(lunar).map(Number)

/**
 * The public holidays of a year by article 112 of the Labour Code (45/2019/QH14): New Year, Tết (five days: here the
 * last day of the old year and four of the new, the arrangement that is usual; each year's own, and days
 * that are worked for others, the province enters), the Hùng Kings' day, 30/4, 1/5, 2/9 and the day before it (which
 * of the two neighbours is set each year). A holiday on a weekend is made up for on the next day that is worked.
 * Empty for years without known lunar feasts.
 */
export function publicHolidays(year: number): DayOff[] {
  const feasts = lunar[year]
  if (!feasts) return []
  const tet = `${year}-${feasts[0]}`
  const named: [string, string][] = [
    [`${year}-01-01`, 'Tết Dương lịch'],
    ...[-1, 0, 1, 2, 3].map((after): [string, string] => [dayFrom(tet, after), 'Tết Nguyên đán']),
    [`${year}-${feasts[1]}`, 'Giỗ Tổ Hùng Vương'],
    [`${year}-04-30`, 'Ngày Chiến thắng'],
    [`${year}-05-01`, 'Ngày Quốc tế lao động'],
    [`${year}-09-01`, 'Quốc khánh'],
    [`${year}-09-02`, 'Quốc khánh'],
  ]
  const off = new Map(named)
  for (const [day, name] of named) {
    if (!isWeekend(day)) continue
    let next = day
    while (isWeekend(next) || off.has(next)) next = dayFrom(next, 1)
    off.set(next, `${name} (nghỉ bù)`)
  }
  return [...off]
    .map(([day, name]): DayOff => ({ day, kind: 'off', name }))
    .sort((a, b) => a.day.localeCompare(b.day))
}

/**
 * Days that may be off and are not counted so, since no law in force was found that says it: 24/11, “Ngày Văn hóa Việt
 * Nam”. Resolution 80-NQ/TW of the Politburo (7/1/2026) chose it to be a paid holiday; the government's programme
 * (resolution 30/NQ-CP, 2026) has article 112 of the Labour Code amended for it. A province adds it where it holds.
 */
export const unverifiedHolidays = (year: number): DayOff[] =>
  year < 2026 ? [] : [{ day: `${year}-11-24`, kind: 'off', name: 'Ngày Văn hóa Việt Nam' }]

const isWeekend = (day: string): boolean =>
  [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/**
 * Whether a day is worked: weekends and holidays are not, but what the province says of a day goes first.
 * `own`: the province's days, which stand over those that are shipped.
 */
export function workingDays(own: readonly DayOff[]): (day: string) => boolean {
  const said = new Map(own.map((one) => [one.day, one.kind]))
  const shipped = new Map<number, ReadonlySet<string>>()
  return (day) => {
    const kind = said.get(day)
    if (kind) return kind === 'working'
    const year = Number(day.slice(0, 4))
    const off = shipped.get(year) ?? new Set(publicHolidays(year).map((one) => one.day))
    shipped.set(year, off)
    return !isWeekend(day) && !off.has(day)
  }
}

/** The day itself where it is worked, else the next one that is; at most 60 days on. */
export function nextWorkingDay(day: string, works: (day: string) => boolean): string {
  for (let after = 0; after <= 60; after++) {
    const one = dayFrom(day, after)
    if (works(one)) return one
  }
  return day
}
