// Lays paragraphs out on A4 pages: where each line stands. Knows no PDF, only widths.

/** Millimetres in PDF points. */
export const mm = 72 / 25.4

/** A4 upright; the margins of NĐ 30/2020, annex I: 20–25 top and bottom, 30–35 left, 15–20 right. */
export const sheet = {
  ...{ width: 210 * mm, height: 297 * mm },
  ...{ top: 20 * mm, bottom: 22 * mm, left: 30 * mm, right: 17 * mm },
}

export type Face = 'regular' | 'bold' | 'italic'

export interface Paragraph {
  text: string
  face?: Face
  /** In points. */
  size?: number
  /** From the left margin, in points. */
  indent?: number
  /** Empty space above it, in points; none at the top of a page. */
  before?: number
  centred?: boolean
  /** What stands at the right end of its last line, a page number. */
  right?: string
}

export interface Placed {
  text: string
  face: Face
  size: number
  /** Of the baseline, from the lower left corner, in points. */
  x: number
  y: number
}

/** Width of words in points. */
export type Measure = (text: string, face: Face, size: number) => number

const usualSize = 13
const leading = 1.35
/** Kept free for what stands at the right end. */
const rightColumn = 14 * mm

/** Lines on pages, in order; at least one page. */
export function flow(paragraphs: readonly Paragraph[], measure: Measure): Placed[][] {
  const pages: Placed[][] = [[]]
  let y = sheet.height - sheet.top
  for (const paragraph of paragraphs) {
    const { face = 'regular', size = usualSize, indent = 0, centred, right } = paragraph
    const left = sheet.left + indent
    const width = sheet.width - sheet.right - left - (right === undefined ? 0 : rightColumn)
    if ((pages.at(-1)?.length ?? 0) > 0) y -= paragraph.before ?? 0
    const lines = broken(paragraph.text, width, (words) => measure(words, face, size))
    for (const [index, text] of lines.entries()) {
      y -= size * leading
      if (y < sheet.bottom) {
        pages.push([])
        y = sheet.height - sheet.top - size * leading
      }
      const page = pages.at(-1)
      const x = centred ? left + (width - measure(text, face, size)) / 2 : left
      page?.push({ text, face, size, x, y })
      if (right !== undefined && index === lines.length - 1) {
        const end = sheet.width - sheet.right - measure(right, face, size)
        page?.push({ text: right, face, size, x: end, y })
      }
    }
  }
  return pages
}

/** A text cut into lines that fit; a word that is too long for any line is cut where it must be. */
function broken(text: string, width: number, measure: (words: string) => number): string[] {
  const space = measure(' ')
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of text.split(/\s+/u).filter(Boolean).flatMap(cutToFit)) {
    const length = measure(word)
    if (line !== '' && used + space + length > width) {
      lines.push(line)
      line = word
      used = length
    } else {
      used += (line === '' ? 0 : space) + length
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return line === '' ? lines : [...lines, line]

  function cutToFit(word: string): string[] {
    if (measure(word) <= width) return [word]
    const parts: string[] = []
    let part = ''
    for (const letter of word) {
      if (part !== '' && measure(part + letter) > width) {
        parts.push(part)
        part = ''
      }
      part += letter
    }
    return [...parts, part]
  }
}
