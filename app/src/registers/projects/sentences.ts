// What documents say of a project: the sentence that names it, and the one figure in it that could be entered. Pure.

export const offers = ['progress', 'disbursed', 'obstacle'] as const
export type Offer = (typeof offers)[number]

/** A figure that the reader found, `start` and `end` in the text. */
export interface SaidQuantity {
  start: number
  end: number
  value: number | null
  unit: string | null
  /** "gần", "trên": no figure, only a bound. */
  bound: string | null
  max: number | null
}

/** From and to of the sentence around a place of a text: to the end of a line, or to a stop before a new sentence. */
export function sentenceAround(text: string, start: number, end: number): [number, number] {
  const stops = /\n|[.!?…](?=\s+[\p{Lu}\d"“])/gu
  let from = 0
  for (const { index } of text.matchAll(stops)) {
    if (index >= end) return trimmed(text, from, text[index] === '\n' ? index : index + 1)
    if (index < start) from = index + 1
  }
  return trimmed(text, from, text.length)
}

function trimmed(text: string, from: number, to: number): [number, number] {
  const words = text.slice(from, to)
  return [
    from + (words.length - words.trimStart().length),
    to - (words.length - words.trimEnd().length),
  ]
}

/** Words by which a sentence says what its figure is of. */
const says: Readonly<Record<Offer, RegExp>> = {
  progress: /khối lượng|tiến độ|hoàn thành/iu,
  disbursed: /giải ngân/iu,
  obstacle: /vướng mắc|khó khăn|chưa bàn giao|chậm/iu,
}

export interface Offered {
  offer: Offer
  /** Percent of progress, or đồng; null of an obstacle, which is told in words. */
  value: number | null
}

/**
 * What a sentence offers to be entered: a share as progress, an amount as what was disbursed, where the sentence says
 * that this is what it tells and has one such figure alone, told exactly; words of trouble as an obstacle. Where there
 * are two, nobody chooses for the person.
 */
export function offersOf(sentence: string, quantities: readonly SaidQuantity[]): Offered[] {
  const exact = quantities.filter(
    ({ value, bound, max }) => value !== null && !bound && max === null,
  )
  const only = (unit: string) => {
    const all = quantities.filter((one) => one.unit === unit)
    const [first] = exact.filter((one) => one.unit === unit)
    return all.length === 1 && first ? first.value : null
  }
  const percent = only('%')
  const amount = only('VND')
  const pays = says.disbursed.test(sentence)
  return [
    ...(says.progress.test(sentence) && !pays && percent !== null && percent >= 0 && percent <= 100
      ? [{ offer: 'progress' as const, value: percent }]
      : []),
    ...(pays && amount !== null ? [{ offer: 'disbursed' as const, value: amount }] : []),
    ...(says.obstacle.test(sentence) ? [{ offer: 'obstacle' as const, value: null }] : []),
  ]
}
