// Where in a page the article stands: by its running text, as a person would see it, not by names of
// one site. Every paragraph speaks for the boxes around it; links speak against.
import { attribute, blockElements, childrenOf, type Element, isElement } from './dom.ts'

const dropped = new Set(
  'script style noscript template iframe svg canvas form button input select textarea nav aside footer audio video object head'.split(
    ' ',
  ),
)

const boilerplate =
  /(^|[\s_-])(menu|nav|navbar|navigation|breadcrumbs?|sidebar|footer|header-top|banner|ads?|advert|advertisement|quang-?cao|related|tin-?lien-?quan|tin-?khac|tin-?moi|doc-?nhieu|xem-?nhieu|most-?read|comments?|binh-?luan|share|social|tags?|pagination|cookie|popup|login|search)([\s_-]|$)/i

/** What is no text of the page: scripts, menus, hidden parts, advertisements. */
export function isDropped(element: Element): boolean {
  if (dropped.has(element.tagName)) return true
  if (element.attrs.some((one) => one.name === 'hidden')) return true
  if (attribute(element, 'aria-hidden') === 'true') return true
  if (/display:\s*none/i.test(attribute(element, 'style'))) return true
  if (keptAnyway.has(element)) return false
  return boilerplate.test(`${attribute(element, 'class')} ${attribute(element, 'id')}`)
}

/** Boxes named like furniture ("has-sidebar") that nevertheless hold most of the page's text. */
const keptAnyway = new WeakSet<Element>()

interface Weight {
  /** Letters of running text inside, links not counted. */
  text: number
  links: number
}

/**
 * The elements that hold the article, in reading order: the best one and those brothers of it that
 * are running text too (a lead above, the second half below an advertisement).
 */
export function articleParts(body: Element): Element[] {
  const weights = new Map<Element, Weight>()
  const { text: whole } = weigh(body, weights, false)
  if (keptText(body, weights) < whole * 0.25) {
    for (const [element, { text }] of weights) if (text > whole * 0.5) keptAnyway.add(element)
  }
  const best = bestOf(body, weights)
  if (best === body) return [body]
  const brothers = childrenOf(best.parentNode as Element).filter(isElement)
  const own = weights.get(best)?.text ?? 0
  return brothers.filter((brother) => {
    if (brother === best) return true
    if (isDropped(brother)) return false
    const { text, links } = weights.get(brother) ?? { text: 0, links: 0 }
    if (text < 60 || links > text * 0.3) return false
    return /^(p|h2|h3|blockquote)$/.test(brother.tagName) || text > own * 0.2
  })
}

/** How much text is left when everything that is named like furniture is taken away. */
function keptText(body: Element, weights: Map<Element, Weight>): number {
  let left = weights.get(body)?.text ?? 0
  const walk = (element: Element): void => {
    for (const child of childrenOf(element)) {
      if (!isElement(child)) continue
      if (isDropped(child)) left -= weights.get(child)?.text ?? 0
      else walk(child)
    }
  }
  walk(body)
  return left
}

/** Letters of text and of links inside each block, bottom up. */
function weigh(element: Element, weights: Map<Element, Weight>, inLink: boolean): Weight {
  const sum: Weight = { text: 0, links: 0 }
  let own = 0
  for (const child of childrenOf(element)) {
    if ('value' in child && child.nodeName === '#text') {
      const length = lettersOf(child.value)
      if (inLink) sum.links += length
      else own += length
    } else if (isElement(child) && !dropped.has(child.tagName)) {
      const inner = weigh(child, weights, inLink || child.tagName === 'a')
      sum.links += inner.links
      sum.text += inner.text
    }
  }
  sum.text += own
  if (blockElements.has(element.tagName)) weights.set(element, sum)
  return sum
}

function bestOf(body: Element, weights: Map<Element, Weight>): Element {
  const points = new Map<Element, number>()
  const walk = (element: Element, around: Element[]): void => {
    if (isDropped(element)) return
    const block = blockElements.has(element.tagName)
    const { own, links } = block ? directText(element) : { own: 0, links: 0 }
    if (own >= 40 && links < own * 0.5) {
      // A paragraph speaks for the box it stands in, half for the next, and so on.
      const boxes = element.tagName === 'p' ? around : [element, ...around]
      for (const [distance, box] of boxes.slice(0, 4).entries()) {
        points.set(box, (points.get(box) ?? 0) + (own - links) / 2 ** distance)
      }
    }
    const next = block ? [element, ...around].slice(0, 5) : around
    for (const child of childrenOf(element)) if (isElement(child)) walk(child, next)
  }
  walk(body, [])
  let best = body
  let most = 0
  for (const [element, sum] of points) {
    const { text, links } = weights.get(element) ?? { text: 1, links: 0 }
    const named = element.tagName === 'article' || element.tagName === 'main' ? 1.3 : 1
    const value = sum * named * (text / Math.max(1, text + links))
    if (value > most) {
      most = value
      best = element
    }
  }
  return best
}

/** Letters directly in this block, its inline children's among them, and how many of them are links. */
function directText(block: Element): { own: number; links: number } {
  let own = 0
  let links = 0
  const walk = (element: Element, inLink: boolean): void => {
    for (const child of childrenOf(element)) {
      if ('value' in child && child.nodeName === '#text') {
        const length = lettersOf(child.value)
        own += length
        if (inLink) links += length
      } else if (isElement(child) && !blockElements.has(child.tagName)) {
        if (!dropped.has(child.tagName)) walk(child, inLink || child.tagName === 'a')
      }
    }
  }
  walk(block, false)
  return { own, links }
}

const lettersOf = (text: string): number => text.replace(/\s+/g, ' ').trim().length
