// Figures as somebody types or pastes them: read where there is one reading, asked where there are two. Pure.

export type Typed =
  | { is: 'empty' }
  | { is: 'number'; value: number }
  /** `1.234` is one thousand two hundred and thirty-four, or one and a bit: only a person knows. */
  | { is: 'either'; thousands: number; decimal: number }
  | { is: 'unread' }

/**
 * Reads a number in the Vietnamese or the English way. Both marks, or one of them more than once, say which is
 * which; one mark before three digits does not, unless nothing but a decimal can stand there (`0,123`, `1234,567`).
 */
export function readTyped(text: string): Typed {
  const bare = text
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(/^[−–]/, '-')
  if (bare === '') return { is: 'empty' }
  const [, sign = '', digits = ''] = /^([-+]?)([\d.,]+)$/.exec(bare) ?? []
  if (!/^\d/.test(digits) || !/\d$/.test(digits)) return { is: 'unread' }
  const number = (group: string, decimal: string): number | null => {
    const form = new RegExp(`^(\\d+|\\d{1,3}(\\${group}\\d{3})+)(\\${decimal}\\d+)?$`)
    if (!form.test(digits)) return null
    const plain = digits.replaceAll(group, '').replace(decimal, '.')
    return Number(`${sign}${plain}`)
  }
  const readings = [number('.', ','), number(',', '.')].filter((one) => one !== null)
  // Beyond this it would be kept as another number than was typed.
  if (readings.some((one) => Math.abs(one) > Number.MAX_SAFE_INTEGER)) return { is: 'unread' }
  const [first, second] = readings
  if (first === undefined) return { is: 'unread' }
  if (second === undefined || first === second) return { is: 'number', value: first }
  // No number begins a group of thousands with a nought.
  const [least, most] = [first, second].toSorted((a, b) => Math.abs(a) - Math.abs(b))
  if (/^0/.test(digits)) return { is: 'number', value: least ?? first }
  return { is: 'either', thousands: most ?? first, decimal: least ?? first }
}

/** A number as it is put into a field to be gone on with: every digit, no marks for thousands (`1234,5`). */
export const formatPlain = (value: number, language: 'vi' | 'en'): string =>
  new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'vi-VN', {
    ...{ useGrouping: false, maximumFractionDigits: 20 },
  }).format(value)

/** Cells of what a spreadsheet puts on the clipboard: rows by line, columns by tab; without the empty last line. */
export function cellsOf(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()))
}
