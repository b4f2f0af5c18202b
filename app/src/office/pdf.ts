// PDF with a text layer: lines by their place on the page, joined to paragraphs; repeated heads and
// feet and page numbers left out.
import { getDocumentProxy } from 'unpdf'
import { CannotRead, type Extracted, textBuilder } from './extracted.ts'

interface Line {
  text: string
  x: number
  right: number
  y: number
  height: number
}

interface Item {
  str: string
  transform: number[]
  width: number
  height: number
}

const mostPages = 1500

/** `encrypted`, `broken`, or `scanned` where there is no text layer. */
export async function readPdf(bytes: Uint8Array): Promise<Omit<Extracted, 'format'>> {
  const pages = await pagesOf(bytes)
  const bare = withoutFurniture(pages)
  const builder = textBuilder()
  for (const paragraph of paragraphsOf(bare)) builder.add('paragraph', paragraph)
  const { text, blocks } = builder.done()
  if (text.replace(/\s/g, '').length < 20) throw new CannotRead('scanned')
  const silent = pages.filter((lines) => lines.length === 0).length
  return {
    text,
    blocks,
    warnings: silent > 0 ? [{ code: 'pagesWithoutText', details: { pages: silent } }] : [],
  }
}

async function pagesOf(bytes: Uint8Array): Promise<Line[][]> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    if (document.numPages > mostPages) throw new CannotRead('unsupported', { format: 'pdf' })
    const pages: Line[][] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const content = await page.getTextContent()
      pages.push(linesOf(content.items.filter((item): item is typeof item & Item => 'str' in item)))
    }
    return pages
  } catch (error) {
    if (error instanceof CannotRead) throw error
    const { name, message } = error as Error
    if (name === 'PasswordException') throw new CannotRead('encrypted')
    throw new CannotRead('broken', { what: message.slice(0, 100) })
  }
}

/** Pieces at one height make a line; a gap wider than a letter becomes a space, a wide one a column. */
function linesOf(items: Item[]): Line[] {
  const lines: { pieces: Item[]; y: number }[] = []
  for (const item of items) {
    if (item.str.trim() === '') continue
    const y = item.transform[5] ?? 0
    const near = lines.findLast((line) => Math.abs(line.y - y) < Math.max(2, item.height * 0.4))
    if (near) near.pieces.push(item)
    else lines.push({ pieces: [item], y })
  }
  return lines
    .sort((a, b) => b.y - a.y)
    .map(({ pieces, y }) => {
      const sorted = pieces.toSorted((a, b) => left(a) - left(b))
      let text = ''
      let right = left(sorted[0])
      for (const piece of sorted) {
        const gap = left(piece) - right
        const height = piece.height || 10
        if (text !== '' && gap > height * 2) text += ' | '
        else if (text !== '' && gap > height * 0.12 && !text.endsWith(' ')) text += ' '
        text += piece.str
        right = left(piece) + piece.width
      }
      const height = Math.max(...sorted.map((piece) => piece.height), 1)
      return { text: text.normalize('NFC').trim(), x: left(sorted[0]), right, y, height }
    })
}

const left = (item: Item | undefined): number => item?.transform[4] ?? 0

/** Lines that stand at the head or foot of most pages, and bare page numbers, are furniture. */
function withoutFurniture(pages: Line[][]): Line[][] {
  const counts = new Map<string, number>()
  const key = (line: Line) => line.text.replace(/\d+/g, '#')
  const edges = (lines: Line[]) => [...new Set([...lines.slice(0, 2), ...lines.slice(-2)])]
  for (const lines of pages) {
    for (const one of new Set(edges(lines).map(key))) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  const often = Math.max(3, Math.ceil(pages.length * 0.6))
  return pages.map((lines) => {
    const edge = new Set(edges(lines))
    return lines.filter((line) => {
      if (!edge.has(line)) return true
      const bareNumber = /^[-–\s]*(trang\s*)?\d{1,4}(\s*\/\s*\d{1,4})?[-–\s]*$/iu.test(line.text)
      return !bareNumber && (counts.get(key(line)) ?? 0) < often
    })
  })
}

const startsItem = /^([-–•*+]\s|\d{1,3}[.)]\s|[a-zđ][.)]\s|[IVXLC]+\.\s|Điều\s\d)/u

/** Joins lines: a paragraph ends at a wide gap, a short line, an indented or itemised next line. */
function paragraphsOf(pages: Line[][]): string[] {
  const paragraphs: string[] = []
  let text = ''
  let last: Line | null = null
  for (const lines of pages) {
    const margin = Math.min(...lines.map((line) => line.x))
    const edge = Math.max(...lines.map((line) => line.right))
    for (const line of lines) {
      if (last && endsBefore(last, line, margin, edge)) {
        paragraphs.push(text)
        text = ''
      }
      text +=
        text === ''
          ? line.text
          : text.endsWith('-') && /^\p{Ll}/u.test(line.text)
            ? line.text
            : ` ${line.text}`
      last = line
    }
  }
  if (text) paragraphs.push(text)
  return paragraphs
}

function endsBefore(last: Line, next: Line, margin: number, edge: number): boolean {
  if (last.text.includes(' | ') || next.text.includes(' | ')) return true
  const newPage = next.y > last.y
  const gap = last.y - next.y
  if (!newPage && gap > Math.max(last.height, next.height) * 2.1) return true
  if (Math.abs(last.height - next.height) > 1.5) return true
  if (startsItem.test(next.text)) return true
  const short = last.right < edge - (edge - margin) * 0.15
  if (short) return !(/[,;]$/.test(last.text) && /^\p{Ll}/u.test(next.text)) || next.x > margin + 8
  return next.x > margin + 12 && /^[\p{Lu}"“]/u.test(next.text) && /[.:;!?”"]$/.test(last.text)
}
