// PDF with a text layer: lines by their place on the page, columns one after the other, lines joined
// to paragraphs; repeated heads and feet and page numbers left out.
import { getDocumentProxy } from 'unpdf'
import { CannotRead, type Extracted, textBuilder } from './extracted.ts'
import { marginsOfPages } from './margins.ts'
import { flowsOf, type Item, type Line, linesOf, wordsOf } from './page-layout.ts'

const mostPages = 1500

/** `encrypted`, `broken`, or `scanned` where there is no text layer. */
export async function readPdf(bytes: Uint8Array): Promise<Omit<Extracted, 'format'>> {
  const tail = Buffer.from(bytes.subarray(-2048)).toString('latin1')
  if (!tail.includes('%%EOF')) throw new CannotRead('broken', { what: 'PDF, %%EOF' })
  const { pages, said } = await pagesOf(bytes)
  const bare = withoutFurniture(pages)
  const builder = textBuilder()
  for (const paragraph of paragraphsOf(bare.flatMap(flowsOf))) builder.add('paragraph', paragraph)
  const { text, blocks } = builder.done()
  if (text.replace(/\s/g, '').length < 20) throw new CannotRead('scanned')
  const silent = pages.filter((lines) => lines.length === 0).length
  return {
    text,
    blocks,
    margins: marginsOfPages(pages, said),
    warnings: silent > 0 ? [{ code: 'pagesWithoutText', details: { pages: silent } }] : [],
  }
}

/** Lines of every page, and what properties and notes stuck on the pages say. */
async function pagesOf(bytes: Uint8Array): Promise<{ pages: Line[][]; said: string[] }> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      disableFontFace: true,
    })
    if (document.numPages > mostPages) {
      throw new CannotRead('textTooLong', { pages: document.numPages, most: mostPages })
    }
    const pages: Line[][] = []
    const { info } = await document.getMetadata()
    const said = Object.values(info).filter((one): one is string => typeof one === 'string')
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const content = await page.getTextContent()
      pages.push(linesOf(content.items.filter((item): item is typeof item & Item => 'str' in item)))
      for (const note of await page.getAnnotations()) {
        const words: unknown = note.contentsObj?.str
        if (typeof words === 'string') said.push(...words.split('\n'))
      }
      page.cleanup()
    }
    return { pages, said }
  } catch (error) {
    if (error instanceof CannotRead) throw error
    const { name, message } = error as Error
    if (name === 'PasswordException') throw new CannotRead('encrypted')
    throw new CannotRead('broken', { what: message.slice(0, 100) })
  }
}

const bareNumber = /^[-–\s]*(?:trang\s*|page\s*)?(\d{1,4})(?:\s*(?:\/|of)\s*\d{1,4})?[-–\s]*$/iu

/**
 * Lines that stand at the head or foot of most pages, the page's own number apart, and numbers that
 * count the pages are furniture. Only at the very edge: what stands inside of text is text.
 */
function withoutFurniture(pages: Line[][]): Line[][] {
  const often = Math.max(3, Math.ceil(pages.length * 0.6))
  const counts = new Map<string, number>()
  for (const [index, lines] of pages.entries()) {
    const edges = new Set([...lines.slice(0, 2), ...lines.slice(-2)])
    for (const key of new Set([...edges].map((line) => keyOf(line, index)))) {
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return pages.map((lines, index) => {
    const furniture = (line: Line | undefined): boolean => {
      if (!line) return false
      const key = keyOf(line, index)
      return key === numberKey(0) || (counts.get(key) ?? 0) >= often
    }
    let from = 0
    while (from < 2 && furniture(lines[from])) from++
    let to = lines.length
    while (lines.length - to < 2 && to > from && furniture(lines[to - 1])) to--
    return lines.slice(from, to)
  })
}

const numberKey = (ahead: number): string => `number of the page, ${ahead} ahead`

/** What a line has in common with its like on other pages. */
function keyOf(line: Line, index: number): string {
  const words = wordsOf(line)
  const number = bareNumber.exec(words)?.[1]
  if (number !== undefined) return numberKey(Number(number) - index - 1)
  return words.replace(/\d+/g, (digits) => (Number(digits) === index + 1 ? '#' : digits))
}

const startsItem = /^([-–•*+]\s|\d{1,3}(\.\d{1,3})*[.)]\s|[a-zđ][.)]\s|[IVXLC]+\.\s|Điều\s\d)/u

/** Joins lines: a paragraph ends at a wide gap, a short line, an indented or itemised next line. */
function paragraphsOf(flows: Line[][]): string[] {
  const paragraphs: string[] = []
  let text = ''
  let last: Line | null = null
  for (const lines of flows) {
    const margin = Math.min(...lines.map((line) => line.x))
    const edge = Math.max(...lines.map((line) => line.right))
    for (const line of lines) {
      if (last && endsBefore(last, line, margin, edge)) {
        paragraphs.push(text)
        text = ''
      }
      text = text === '' ? wordsOf(line) : joined(text, wordsOf(line))
      last = line
    }
  }
  if (text) paragraphs.push(text)
  return paragraphs
}

/** A Vietnamese syllable: consonants, vowels, consonants. */
const syllable = /^(ngh|[cgknpt]h|ng|gi|qu|tr|[bcdđghklmnprstvx])?[aeiouy]{1,3}(ch|ng|nh|[cmnpt])?$/

/**
 * A hyphen at the end of a line divides a word only where its halves are no syllables of their own
 * ("eco-" "nomy"); between syllables ("kinh tế-" "xã hội") and numbers it is part of the text.
 */
function joined(text: string, next: string): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + next
  const before = /([\p{L}\p{N}]+)-$/u.exec(text)?.[1]
  const after = /^[\p{L}\p{N}]+/u.exec(next)?.[0]
  if (!before || !after) return `${text} ${next}`
  const divides =
    /^\p{Ll}/u.test(after) && !/\d/.test(before) && !(isSyllable(before) && isSyllable(after))
  return divides ? text.slice(0, -1) + next : text + next
}

const isSyllable = (word: string): boolean =>
  syllable.test(word.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, ''))

function endsBefore(last: Line, next: Line, margin: number, edge: number): boolean {
  const words = wordsOf(next)
  const before = wordsOf(last)
  if (before.includes(' | ') || words.includes(' | ')) return true
  const newPlace = next.y > last.y
  const gap = last.y - next.y
  if (!newPlace && gap > Math.max(last.height, next.height) * 2.1) return true
  if (Math.abs(last.height - next.height) > 1.5) return true
  if (startsItem.test(words)) return true
  const lower = /^\p{Ll}/u.test(words)
  // On a new page or column the edges are others: only the sentence tells.
  if (newPlace) return /[.:;!?”"]$/.test(before) && !lower
  const short = last.right < edge - (edge - margin) * 0.15
  if (short) return !(/[,;]$/.test(before) && lower) || next.x > margin + 8
  return next.x > margin + 12 && /^[\p{Lu}"“]/u.test(words) && /[.:;!?”"]$/.test(before)
}
