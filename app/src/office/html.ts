// HTML: the article, not the menus. Blocks in reading order; captions kept apart from paragraphs.
import { parse } from 'parse5'
import { articleParts, isDropped } from './article.ts'
import { attribute, blockElements, childrenOf, type Element, isElement, textOf } from './dom.ts'
import { type BlockKind, CannotRead, textBuilder } from './extracted.ts'
import { inFont } from './fonts.ts'

const deepest = 400

/** Text and blocks of a page; `broken` or `tooDeep` where there is no page to read. */
export function readHtml(html: string) {
  const document = parse(html) as unknown as Element
  checkDepth(document)
  const body = find(document, 'body')
  if (!body) throw new CannotRead('broken', { what: 'html' })
  const builder = textBuilder()
  const parts = articleParts(body)
  const heading = headingOutside(body, parts)
  if (heading) builder.add('title', textOf(heading).replace(/\s+/g, ' '))
  for (const part of parts) emit(part, builder)
  const title = find(document, 'title')
  const pageTitle = title ? textOf(title).replace(/\s+/g, ' ').trim() : ''
  const margins = furniture(body)
  return { ...builder.done(), margins, ...(pageTitle ? { title: pageTitle } : {}) }
}

/** Short boxes of the page, also those that are not of the article. */
function furniture(root: Element, lines: string[] = []): string[] {
  const children = childrenOf(root).filter(isElement)
  if (!children.some((child) => blockElements.has(child.tagName))) {
    const line = textOf(root).replace(/\s+/g, ' ').trim()
    if (line !== '' && line.length <= 160) lines.push(line)
  } else for (const child of children) furniture(child, lines)
  return lines
}

/** The first element of a name, in reading order. */
function find(root: Element, name: string): Element | null {
  if (root.tagName === name) return root
  for (const child of childrenOf(root)) {
    const found = isElement(child) ? find(child, name) : null
    if (found) return found
  }
  return null
}

/** Deeply nested markup would overflow any walk; no document is written like that. */
function checkDepth(root: Element): void {
  const waiting: [Element, number][] = [[root, 0]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [element, depth] = next
    if (depth > deepest) throw new CannotRead('tooDeep')
    for (const child of childrenOf(element)) if (isElement(child)) waiting.push([child, depth + 1])
  }
}

/** The page's h1 where the article does not hold it. */
function headingOutside(body: Element, parts: Element[]): Element | null {
  if (parts.some((part) => find(part, 'h1'))) return null
  const heading = find(body, 'h1')
  return heading && textOf(heading).trim().length > 10 ? heading : null
}

const kinds: Record<string, BlockKind> = {
  h1: 'title',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'listItem',
  tr: 'tableRow',
  figcaption: 'caption',
}

/** Walks the article: inline text gathers until a block ends; a row of a table of figures is one line. */
function emit(article: Element, builder: ReturnType<typeof textBuilder>): void {
  let line = ''
  let kind: BlockKind = 'paragraph'
  const flush = (): void => {
    builder.add(kind, line.replace(/\s+/g, ' '))
    line = ''
  }
  const walk = (element: Element, around: string): void => {
    const font = fontOf(element) || around
    if (element !== article && isDropped(element)) return
    const block = blockElements.has(element.tagName)
    if (element.tagName === 'br') {
      flush()
      return
    }
    if (element.tagName === 'tr' && isRow(element)) {
      flush()
      const cells = childrenOf(element).filter(isElement)
      builder.add('tableRow', cells.map((cell) => oneLine(textOf(cell))).join(' | '))
      return
    }
    const former = kind
    if (block) {
      flush()
      kind = kinds[element.tagName] ?? kind
      if (element.tagName === 'tr') kind = 'paragraph'
      if (element.tagName === 'li') line = numberOf(element)
    }
    for (const child of childrenOf(element)) {
      if ('value' in child && child.nodeName === '#text') line += inFont(child.value, font)
      else if (isElement(child)) walk(child, font)
    }
    if (block) {
      flush()
      kind = former
    }
  }
  walk(article, '')
  flush()
}

/** The font that an element names for what is in it. */
function fontOf(element: Element): string {
  const style = /font-family\s*:\s*([^;]+)/i.exec(attribute(element, 'style'))?.[1]
  return style ?? (element.tagName === 'font' ? attribute(element, 'face') : '')
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A row with several cells, none of which holds paragraphs of its own; others only lay out the page. */
function isRow(row: Element): boolean {
  const cells = childrenOf(row).filter(isElement)
  const paragraphs = (cell: Element): number =>
    childrenOf(cell)
      .filter(isElement)
      .filter((one) => /^(p|div|ul|ol|table)$/.test(one.tagName)).length
  return cells.length > 1 && cells.every((cell) => paragraphs(cell) <= 1)
}

/** The number the browser shows before an item of an ordered list. */
function numberOf(item: Element): string {
  const list = item.parentNode as Element | null
  if (list?.tagName !== 'ol' || /list-style(-type)?:\s*none/i.test(attribute(list, 'style')))
    return ''
  const items = childrenOf(list).filter(
    (one): one is Element => isElement(one) && one.tagName === 'li',
  )
  const own = Number.parseInt(attribute(item, 'value'), 10)
  const start = Number.parseInt(attribute(list, 'start'), 10)
  const number = Number.isNaN(own) ? (Number.isNaN(start) ? 1 : start) + items.indexOf(item) : own
  const type = attribute(list, 'type')
  const letter = String.fromCharCode((type === 'A' ? 64 : 96) + number)
  return /^a$/i.test(type) && number > 0 && number < 27 ? `${letter}) ` : `${number}. `
}
