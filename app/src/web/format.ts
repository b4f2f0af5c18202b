// Numbers, dates and sizes as people of the chosen language write them, in Vietnam's time.
import { writtenDate } from '../calendar.ts'
import type { Language } from './language.tsx'

const zone = 'Asia/Ho_Chi_Minh'

/** A number by the language's rules: 1.234,5 in Vietnamese, 1,234.5 in English. */
export function formatNumber(value: number, language: Language, maximumDigits = 3): string {
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'vi-VN', {
    maximumFractionDigits: maximumDigits,
  }).format(value)
}

/** A date as Vietnamese documents write it, in English too, to stay dd/mm/yyyy everywhere. */
export const formatDate = writtenDate

/** A day where its year is plain: `31/10`, `05/3`. */
export const formatDayOfYear = (day: string): string => writtenDate(day).slice(0, -'/2026'.length)

/** An instant as day and time in Vietnam. */
export function formatInstant(instant: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${formatDate(`${part('year')}-${part('month')}-${part('day')}`)} ${part('hour')}:${part('minute')}`
}

/**
 * A period as written, with a capital letter as it begins a cell; where it leaves its year out,
 * the year understood follows in brackets: "Quý I (2025)". Empty for none.
 */
export function formatPeriod(
  period: { label: string; from: string | null; to: string | null } | null | undefined,
): string {
  if (!period) return ''
  const year = (period.to ?? period.from)?.slice(0, 4)
  const label = sentenceCase(period.label)
  return year && !label.includes(year) ? `${label} (${year})` : label
}

/** With a capital letter first; what a heading shouts is lowered, Roman numerals apart. */
function sentenceCase(text: string): string {
  const shouted = /\p{Lu}{3}/u.test(text) && text === text.toLocaleUpperCase('vi')
  const calm = shouted
    ? text.replace(/\p{L}+/gu, (word) =>
        /^[IVX]+$/.test(word) ? word : word.toLocaleLowerCase('vi'),
      )
    : text
  return calm.charAt(0).toLocaleUpperCase('vi') + calm.slice(1)
}

/**
 * What a person typed as a date (30/6/2022, 30-06-22, 30062022, 2022-06-30) as `YYYY-MM-DD`;
 * null for nothing, undefined for what is no date.
 */
export function parseDate(typed: string): string | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const written =
    /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(text)
  const [day, month, year] = iso
    ? [Number(iso[3]), Number(iso[2]), Number(iso[1])]
    : written
      ? [Number(written[1]), Number(written[2]), Number(written[3])]
      : []
  if (day === undefined || month === undefined || year === undefined) return undefined
  const full = year < 100 ? 2000 + year : year
  const date = new Date(Date.UTC(full, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : undefined
}

/**
 * A number as typed in the language's way; null for nothing, undefined for what is no number.
 * "1.234" in Vietnamese means one thousand two hundred and thirty-four.
 */
export function parseNumber(typed: string, language: Language): number | null | undefined {
  const text = typed.replace(/[\s\u00a0\u202f]/g, '')
  if (text === '') return null
  const [group, decimal] = language === 'en' ? [',', '.'] : ['.', ',']
  const pattern = new RegExp(`^[-+]?(\\d+|\\d{1,3}(\\${group}\\d{3})+)(\\${decimal}\\d+)?$`)
  if (!pattern.test(text)) return undefined
  return Number(text.replaceAll(group, '').replace(decimal, '.'))
}

/** File sizes: B, KB, MB. */
export function formatSize(bytes: number, language: Language): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, language, 0)} KB`
  return `${formatNumber(bytes / 1_000_000, language, 1)} MB`
}

/** Lower case, without diacritics, đ as d: what people type when they search. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .trim()
}

/** What a person typed as a time (8:00, 8h30, 0830, 8) as `HH:MM`; null for nothing, undefined for none. */
export function parseTime(typed: string): string | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  const found = /^(\d{1,2})(?:\s*[:hg.]\s*(\d{2})?|(\d{2}))?$/i.exec(text)
  const hour = Number(found?.[1])
  const minute = Number(found?.[2] ?? found?.[3] ?? 0)
  if (!found || hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** A moment as day and time in Vietnam; both empty for none. */
export function partsOfMoment(moment: string | null): { day: string | null; time: string } {
  if (moment === null) return { day: null, time: '' }
  const [day = '', time = ''] = formatInstant(moment).split(' ')
  return { day: parseDate(day) ?? null, time }
}

/** Day and time in Vietnam as a moment; null for neither, undefined for one without the other. */
export function momentFrom(day: string | null, time: string): string | null | undefined {
  const clock = parseTime(time)
  if (day === null && clock === null) return null
  return day === null || !clock ? undefined : `${day}T${clock}:00+07:00`
}
