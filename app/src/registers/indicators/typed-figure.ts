// A figure as somebody typed it, or why it is none.
import { Problem } from '../../problem.ts'
import { clean } from './derive.ts'
import { typedFigure } from './figure-text.ts'
import { unitName } from './unit-names.ts'

/**
 * A bare number counts in what the definition says that figures are typed in (tỷ đồng); where nobody has said it, it is
 * refused.
 */
export function mustReadOne(text: string, unit: string, factor: number | null): number {
  const bare = /^[-−–]?[\d.,\s]+$/.test(text.trim())
  if (factor !== null && bare) {
    // Counted things have no name of their own.
    const own = typedFigure(`${text.trim()} ${unitName(unit, 'vi')}`.trim(), unit)
    if (own !== 'unread' && own !== 'unit' && own.low === own.high) return clean(own.low * factor)
  }
  const figure = typedFigure(text, unit)
  if (figure === 'unit') throw new Problem('figureUnit', { text, unit })
  // A figure of what was is one number; a band is for targets.
  if (figure === 'unread' || figure.low !== figure.high) throw new Problem('figureUnread', { text })
  return figure.low
}
