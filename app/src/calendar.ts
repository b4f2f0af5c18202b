// Days as people in Vietnam count them.

/** Made when a day is first asked for: to load the time zones takes longer than to read a report. */
let format: Intl.DateTimeFormat | null = null

/** Today in Vietnam, `YYYY-MM-DD`. */
export function todayInVietnam(now: Date = new Date()): string {
  format ??= new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Ho_Chi_Minh',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return format.format(now)
}

/** The last moment of a day in Vietnam, as an instant. */
export const endOfDay = (iso: string): string => `${iso}T23:59:59.999+07:00`

/** Days from one date to another, both `YYYY-MM-DD`; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** The day so many days after a date `YYYY-MM-DD`, or before it. */
export const dayFrom = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The day before a date `YYYY-MM-DD`. */
export const dayBefore = (iso: string): string => dayFrom(iso, -1)

/** The day after a date `YYYY-MM-DD`. */
export const dayAfter = (iso: string): string => dayFrom(iso, 1)

/**
 * A date `YYYY-MM-DD` as administrative documents write it: a zero before days below 10 and before
 * months 1 and 2 (Decree 30/2020/NĐ-CP); empty for what is none.
 */
export function writtenDate(iso: string | null | undefined): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '')
  if (!match) return ''
  const [, year, month, day] = match
  return `${day}/${Number(month) > 2 ? Number(month) : month}/${year}`
}
