// The unit that a line is typed in: "tỷ đồng", "%", "nghìn người".
import { unitName } from '../indicators/unit-names.ts'

const scales = {
  vi: { 0: '', 3: 'nghìn', 6: 'triệu', 9: 'tỷ' },
  en: { 0: '', 3: 'thousand', 6: 'million', 9: 'billion' },
} as const

/** The unit of a line with its power of ten in words. */
export function unitInWords(
  { unit, power }: { unit: string; power: number },
  locale: 'vi' | 'en',
): string {
  const scale = scales[locale][power as keyof (typeof scales)['vi']] ?? ''
  return [scale, unitName(unit, locale)].filter(Boolean).join(' ')
}
