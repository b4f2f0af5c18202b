// What stands on the pages of a document without being its text: headers, footers, watermarks, text
// boxes, hidden and deleted lines, properties. Looked at for marks of state secrecy, then forgotten.
import { CannotRead } from './extracted.ts'
import type { Line } from './page-layout.ts'
import { wordsOf } from './page-layout.ts'
import { childrenOf, parseXml, type XmlElement } from './xml.ts'

/** Longer ones are sentences. */
const longest = 160
const most = 4000

/** Parts of a Word file, beside its body, that a mark may stand in. */
export const marginPart =
  /^(?:word\/(?:header|footer|footnotes|endnotes|comments)\d*|docProps\/\w+)\.xml$/

/** Short lines of the given parts, the body included: what the text leaves out is among them. */
export function marginsOfWord(parts: Record<string, Uint8Array>): string[] {
  const lines = new Set<string>()
  for (const [name, bytes] of Object.entries(parts)) {
    if (!marginPart.test(name) && !/^word\/document\d*\.xml$/.test(name)) continue
    const root = parsed(bytes)
    if (root) collect(root, lines)
  }
  return kept(lines)
}

/** A part that is no XML holds nothing that an office program would show. */
function parsed(bytes: Uint8Array): XmlElement | null {
  try {
    return parseXml(new TextDecoder().decode(bytes))
  } catch (error) {
    if (error instanceof CannotRead) return null
    throw error
  }
}

function collect(element: XmlElement, lines: Set<string>): void {
  // Word art of a watermark, and what a picture of a stamp says of itself.
  for (const name of ['string', 'descr', 'title', 'alt']) {
    const said = element.attributes[name]
    if (said) lines.add(said)
  }
  if (element.name === 'p') lines.add(textIn(element))
  for (const child of childrenOf(element)) {
    if (child.children.length > 0 && child.children.every((one) => typeof one === 'string')) {
      if (child.name !== 't' && child.name !== 'delText') lines.add(child.children.join(''))
    }
    collect(child, lines)
  }
}

/** All words of a paragraph, whether shown or not; a text box in it is a paragraph of its own. */
function textIn(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return /^(t|delText)$/.test(element.name) ? child : ''
      if (child.name === 'txbxContent') return ''
      return /^(tab|br|cr)$/.test(child.name) ? '\t' : textIn(child)
    })
    .join('')
}

/** Lines of a PDF as they stand on the pages: none is joined to another, none is furniture. */
export const marginsOfPages = (pages: readonly Line[][], said: readonly string[]): string[] =>
  kept(new Set([...said, ...pages.flatMap((lines) => lines.map(wordsOf))]))

const kept = (lines: Iterable<string>): string[] =>
  [...lines].filter((line) => line.trim() !== '' && line.length <= longest).slice(0, most)
