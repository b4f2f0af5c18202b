// HTML: the article, not the menus. Blocks in reading order; captions kept apart from paragraphs.
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { type BlockKind, CannotRead, textBuilder } from './extracted.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const dropped = new Set(
  'script style noscript template iframe svg canvas form button input select textarea nav aside footer audio video object head'.split(
    ' ',
  ),
)
const blockElements = new Set(
  'p div section article main header h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tfoot tr td th dl dt dd blockquote pre figure figcaption address hr br body html center'.split(
    ' ',
  ),
)
const deepest = 400

/** Text and blocks of a page. With `whole`, nothing is left out (converted office files). */
export function readHtml(html: string, whole = false) {
  const document = parse(html)
  const body = find(document as unknown as Element, 'body')
  const title = find(document as unknown as Element, 'title')
  if (!body) throw new CannotRead('broken', { what: 'html' })
  checkDepth(body)
  const article = whole ? body : articleOf(body)
  const builder = textBuilder()
  const heading = whole ? null : headingOutside(body, article)
  if (heading) builder.add('title', textOf(heading))
  emit(article, builder, whole)
  const pageTitle = title ? textOf(title).trim() : ''
  return { ...builder.done(), ...(pageTitle ? { title: pageTitle } : {}) }
}

const isElement = (node: Node | Element): node is Element => 'tagName' in node

const childrenOf = (element: Element): Node[] => element.childNodes ?? []

function find(root: Element, name: string): Element | null {
  const waiting: Element[] = [root]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (next.tagName === name) return next
    for (const child of childrenOf(next)) if (isElement(child)) waiting.push(child)
    if (waiting.length > 500_000) return null
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

function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? ''
}

const boilerplate =
  /(^|[\s_-])(menu|nav|navbar|breadcrumb|sidebar|footer|header-top|banner|ads?|advert|related|tin-?lien-?quan|tin-?khac|comment|binh-?luan|share|social|tags?|pagination|cookie|popup|login|search)([\s_-]|$)/i

function isDropped(element: Element, whole: boolean): boolean {
  if (whole) return element.tagName === 'script' || element.tagName === 'style'
  if (dropped.has(element.tagName)) return true
  if (attribute(element, 'hidden') !== '' || attribute(element, 'aria-hidden') === 'true')
    return true
  if (/display:\s*none/i.test(attribute(element, 'style'))) return true
  return boilerplate.test(`${attribute(element, 'class')} ${attribute(element, 'id')}`)
}

/**
 * The element that holds the running text: every paragraph gives its length, without its links, to
 * its parent, half to its grandparent and a quarter beyond.
 */
function articleOf(body: Element): Element {
  const scores = new Map<Element, number>()
  const walk = (element: Element, ancestors: Element[]): void => {
    if (isDropped(element, false)) return
    const own = ownText(element)
    const links = linkText(element)
    if (own.length >= 40 && links < own.length * 0.5) {
      const points = own.length - links
      for (const [distance, ancestor] of [element, ...ancestors.toReversed()]
        .slice(0, 5)
        .entries()) {
        const share = distance === 0 ? (element.tagName === 'p' ? 0 : 0.7) : 1 / 2 ** (distance - 1)
        scores.set(ancestor, (scores.get(ancestor) ?? 0) + points * share)
      }
    }
    for (const child of childrenOf(element))
      if (isElement(child)) walk(child, [...ancestors, element])
  }
  walk(body, [])
  let best = body
  let most = 0
  for (const [element, points] of scores) {
    const named = element.tagName === 'article' || element.tagName === 'main' ? 1.3 : 1
    if (points * named > most) {
      most = points * named
      best = element
    }
  }
  return best.tagName === 'p' ? body : best
}

/** Text directly in this block: its own and its inline children's. */
function ownText(element: Element): string {
  let text = ''
  for (const child of childrenOf(element)) {
    if ('value' in child && child.nodeName === '#text') text += child.value
    else if (isElement(child) && !blockElements.has(child.tagName) && !dropped.has(child.tagName)) {
      text += ownText(child)
    }
  }
  return text.replace(/\s+/g, ' ').trim()
}

function linkText(element: Element): number {
  let length = 0
  for (const child of childrenOf(element)) {
    if (!isElement(child) || blockElements.has(child.tagName)) continue
    length += child.tagName === 'a' ? textOf(child).trim().length : linkText(child)
  }
  return length
}

function textOf(element: Element): string {
  let text = ''
  for (const child of childrenOf(element)) {
    if ('value' in child && child.nodeName === '#text') text += child.value
    else if (isElement(child)) text += child.tagName === 'br' ? ' ' : textOf(child)
  }
  return text
}

/** The page's h1 where the article does not hold it. */
function headingOutside(body: Element, article: Element): Element | null {
  if (find(article, 'h1')) return null
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

/** Walks the article: inline text gathers until a block ends; a table row is one line. */
function emit(article: Element, builder: ReturnType<typeof textBuilder>, whole: boolean): void {
  let line = ''
  let kind: BlockKind = 'paragraph'
  const flush = (): void => {
    builder.add(kind, line.replace(/\s+/g, ' '))
    line = ''
  }
  const walk = (element: Element): void => {
    if (element !== article && isDropped(element, whole)) return
    const block = blockElements.has(element.tagName)
    if (element.tagName === 'br') {
      flush()
      return
    }
    if (element.tagName === 'tr') {
      flush()
      kind = 'tableRow'
      const cells = childrenOf(element).filter(isElement)
      line = cells.map((cell) => textOf(cell).replace(/\s+/g, ' ').trim()).join(' | ')
      flush()
      kind = 'paragraph'
      return
    }
    const former = kind
    if (block) {
      flush()
      kind = kinds[element.tagName] ?? kind
    }
    for (const child of childrenOf(element)) {
      if ('value' in child && child.nodeName === '#text') line += child.value
      else if (isElement(child)) walk(child)
    }
    if (block) {
      flush()
      kind = former
    }
  }
  walk(article)
  flush()
}
