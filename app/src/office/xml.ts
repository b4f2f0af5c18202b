// The XML of office files as a tree. Only the five built-in entities and character references exist:
// a file that declares its own is refused, so none can grow.
import { CannotRead } from './extracted.ts'

export interface XmlElement {
  /** Without its namespace prefix. */
  name: string
  /** Names without prefixes. */
  attributes: Record<string, string>
  children: (XmlElement | string)[]
}

const deepest = 300

/** The root element. `broken` where it is not well-formed, `unsafe` with a document type, `tooDeep`. */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [root]
  let at = 0
  while (at < xml.length) {
    const parent = open[open.length - 1] ?? root
    const next = xml.indexOf('<', at)
    const text = xml.slice(at, next < 0 ? xml.length : next)
    if (text !== '') parent.children.push(decoded(text))
    if (next < 0) break
    at = skipped(xml, next, parent)
    if (at >= 0) continue
    const end = endOfTag(xml, next)
    const inside = xml.slice(next + 1, end)
    at = end + 1
    if (inside.startsWith('/')) {
      if (open.length < 2 || parent.name !== localName(inside.slice(1).trim())) throw broken()
      open.pop()
      continue
    }
    const empty = inside.endsWith('/')
    const element = elementOf(empty ? inside.slice(0, -1) : inside)
    parent.children.push(element)
    if (empty) continue
    open.push(element)
    if (open.length > deepest) throw new CannotRead('tooDeep')
  }
  const first = root.children.find((child) => typeof child !== 'string')
  if (open.length !== 1 || !first) throw broken()
  return first
}

/** Child elements, all or those of one name. */
export function childrenOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  )
}

/** The first child of a name, or of a name inside a name: `childOf(p, 'pPr', 'numPr')`. */
export function childOf(element: XmlElement | null, ...path: string[]): XmlElement | null {
  let found = element
  for (const name of path) found = (found && childrenOf(found, name)[0]) ?? null
  return found
}

const broken = () => new CannotRead('broken', { what: 'XML' })

/** The place after a comment, CDATA or instruction that starts here; -1 where a tag does. */
function skipped(xml: string, at: number, parent: XmlElement): number {
  const after = (mark: string): number => {
    const end = xml.indexOf(mark, at)
    if (end < 0) throw broken()
    return end + mark.length
  }
  if (xml.startsWith('<?', at)) return after('?>')
  if (!xml.startsWith('<!', at)) return -1
  if (xml.startsWith('<!--', at)) return after('-->')
  if (!xml.startsWith('<![CDATA[', at)) throw new CannotRead('unsafe')
  const end = after(']]>')
  parent.children.push(xml.slice(at + 9, end - 3))
  return end
}

/** The `>` of the tag that starts at `from`, not one inside a quoted value. */
function endOfTag(xml: string, from: number): number {
  for (let at = from + 1; at < xml.length; at++) {
    const letter = xml[at]
    if (letter === '>') return at
    if (letter === '"' || letter === "'") {
      at = xml.indexOf(letter, at + 1)
      if (at < 0) break
    }
  }
  throw broken()
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function elementOf(tag: string): XmlElement {
  const name = /^[^\s/=]+/.exec(tag)?.[0]
  if (!name) throw broken()
  const attributes: Record<string, string> = {}
  for (const [, key = '', one, two] of tag
    .slice(name.length)
    .matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes[localName(key)] = decoded(one ?? two ?? '')
  }
  return { name: localName(name), attributes, children: [] }
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,10}));/gi,
    (whole, hex, decimal, name) => {
      if (name) return entities[name] ?? whole
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}
