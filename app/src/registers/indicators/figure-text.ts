// A figure as somebody types it, read by the rules that read reports: nothing is guessed from a bare number.
import { type Quantity, read } from '@giaoban/reader'

export interface TypedFigure {
  low: number
  high: number
}

/**
 * "6.000 tỷ đồng" → 6e12, "8,3-8,5 %" → 8,3 to 8,5, in base units. `'unread'`: not one figure; `'unit'`: a
 * figure in another unit than the indicator's. A minus before it counts. Where the indicator counts things without a name of their
 * own (`item`), any counted thing and a bare number will do.
 */
export function typedFigure(text: string, unit: string): TypedFigure | 'unread' | 'unit' {
  const written = text.normalize('NFC').trim()
  // A bare number has no unit to be held against; for counted things it needs none.
  const bare = /^[\d.,\s–-]+$/.test(written)
  if (bare && unit !== 'item') return /\d/.test(written) ? 'unit' : 'unread'
  const asked = bare ? `${written} cái` : written
  const found = read(asked).findings.filter((one): one is Quantity => one.kind === 'quantity')
  const [figure] = found
  if (!figure || found.length > 1) return 'unread'
  const negative = /[-−–]\s*$/.test(asked.slice(0, figure.start))
  // Of a band below nought nobody can tell which end the sign is of.
  if (negative && figure.max != null) return 'unread'
  // What stands beside it would be lost: "6.000 tỷ đồng và 5 dự án lớn nữa".
  const around = asked.slice(0, figure.start) + asked.slice(figure.end)
  if (/[\p{L}\d]/u.test(around.replace(boundWords, ''))) return 'unread'
  if (unit === 'item' ? ['VND', '%'].includes(figure.unit) : figure.unit !== unit) return 'unit'
  if (negative) return { low: 0 - figure.value, high: 0 - figure.value }
  return { low: figure.value, high: figure.max ?? figure.value }
}

const boundWords =
  /trên|dưới|ít nhất|tối thiểu|tối đa|không quá|khoảng|đạt|từ|trở lên|trở xuống|hơn|at least|at most|over|under|about/giu
