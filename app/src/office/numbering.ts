// The numbers Word shows before list paragraphs: they are computed, not written in the file.
import { childOf, childrenOf, type XmlElement } from './xml.ts'

interface Level {
  start: number
  format: string
  /** As in "%1.%2.": the place of each level's number. */
  text: string
  /** The paragraph style that stands for this level, if any. */
  style: string | null
}

interface List {
  abstract: string
  starts: Map<number, number>
  levels: Map<number, Level>
}

export interface Numbering {
  /** The next number of a list's level, as "1.2." or "–" for a bullet; empty for none. */
  next(listId: string, level: number): string
  /** The level of a list that belongs to a paragraph style. */
  levelOf(listId: string, style: string): number | null
}

const value = (element: XmlElement | null): string | undefined => element?.attributes.val

/** Reads `word/numbering.xml`; without one no paragraph has a number. */
export function numberingOf(xml: XmlElement | null): Numbering {
  const abstracts = new Map<string, Map<number, Level>>()
  const lists = new Map<string, List>()
  for (const one of xml ? childrenOf(xml, 'abstractNum') : []) {
    abstracts.set(one.attributes.abstractNumId ?? '', levelsOf(one))
  }
  for (const one of xml ? childrenOf(xml, 'num') : []) {
    const abstract = value(childOf(one, 'abstractNumId')) ?? ''
    const levels = new Map(abstracts.get(abstract))
    const starts = new Map<number, number>()
    for (const override of childrenOf(one, 'lvlOverride')) {
      const at = Number(override.attributes.ilvl ?? 0)
      const start = value(childOf(override, 'startOverride'))
      if (start !== undefined) starts.set(at, Number(start) || 0)
      for (const [key, level] of levelsOf(override)) levels.set(key, level)
    }
    lists.set(one.attributes.numId ?? '', { abstract, starts, levels })
  }

  // Lists of one definition count on together, unless a list says where it starts.
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  return {
    next(listId, at) {
      const list = lists.get(listId)
      const level = list?.levels.get(at)
      if (!list || !level) return ''
      const counts = counters.get(list.abstract) ?? []
      counters.set(list.abstract, counts)
      const start = list.starts.get(at)
      const restarts = start !== undefined && !begun.has(`${listId}:${at}`)
      begun.add(`${listId}:${at}`)
      counts[at] = restarts ? start : (counts[at] ?? level.start - 1) + 1
      counts.length = at + 1
      if (level.format === 'bullet') return '-'
      return level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const which = Number(digit) - 1
        const of = list.levels.get(which)
        return of ? written(counts[which] ?? of.start, of.format) : ''
      })
    },
    levelOf(listId, style) {
      for (const [at, level] of lists.get(listId)?.levels ?? [])
        if (level.style === style) return at
      return null
    },
  }
}

function levelsOf(element: XmlElement): Map<number, Level> {
  return new Map(
    childrenOf(element, 'lvl').map((level) => [
      Number(level.attributes.ilvl ?? 0),
      {
        start: Number(value(childOf(level, 'start')) ?? 1) || 0,
        format: value(childOf(level, 'numFmt')) ?? 'decimal',
        text: value(childOf(level, 'lvlText')) ?? '',
        style: value(childOf(level, 'pStyle')) ?? null,
      },
    ]),
  )
}

function written(count: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return ''
    case 'lowerLetter':
      return letters(count)
    case 'upperLetter':
      return letters(count).toUpperCase()
    case 'lowerRoman':
      return roman(count).toLowerCase()
    case 'upperRoman':
      return roman(count)
    case 'decimalZero':
      return String(count).padStart(2, '0')
    default:
      return String(count)
  }
}

/** 1 → a, 26 → z, 27 → aa, as Word counts. */
function letters(count: number): string {
  if (count < 1 || count > 780) return String(count)
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26))
}

const romanSigns: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(count: number): string {
  if (count < 1 || count > 4999) return String(count)
  let left = count
  let made = ''
  for (const [size, sign] of romanSigns) {
    while (left >= size) {
      made += sign
      left -= size
    }
  }
  return made
}
