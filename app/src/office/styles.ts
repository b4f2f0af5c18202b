// Paragraph styles of a Word file: which are headings, and which carry a list's number.
import type { BlockKind } from './extracted.ts'
import { childOf, childrenOf, type XmlElement } from './xml.ts'

export interface Style {
  id: string
  /** Lower case, as Word names it in English. */
  name: string
  kind: BlockKind | null
  listId: string | null
  level: string
}

export interface Styles {
  of(id: string | undefined): Style
}

const plain = (id: string): Style => ({ id, name: '', kind: null, listId: null, level: '0' })

/** Reads `word/styles.xml`; a style has what it does not say from the one it is based on. */
export function stylesOf(xml: XmlElement | null): Styles {
  const elements = new Map<string, XmlElement>()
  for (const style of xml ? childrenOf(xml, 'style') : []) {
    elements.set(style.attributes.styleId ?? '', style)
  }
  const known = new Map<string, Style>()

  function of(id: string | undefined, distance = 0): Style {
    const element = id === undefined ? undefined : elements.get(id)
    if (id === undefined || !element || distance > 20) return plain(id ?? '')
    const before = known.get(id)
    if (before) return before
    const base = of(childOf(element, 'basedOn')?.attributes.val, distance + 1)
    const name = (childOf(element, 'name')?.attributes.val ?? '').toLowerCase()
    const properties = childOf(element, 'pPr')
    const numbers = childOf(properties, 'numPr')
    const style: Style = {
      id,
      name,
      kind: kindOf(name, properties) ?? base.kind,
      listId: childOf(numbers, 'numId')?.attributes.val ?? base.listId,
      level: childOf(numbers, 'ilvl')?.attributes.val ?? base.level,
    }
    known.set(id, style)
    return style
  }

  return { of }
}

function kindOf(name: string, properties: XmlElement | null): BlockKind | null {
  if (name === 'title') return 'title'
  if (name === 'caption') return 'caption'
  const outline = childOf(properties, 'outlineLvl')?.attributes.val
  if (/^heading \d/.test(name) || (outline !== undefined && Number(outline) < 9)) return 'heading'
  return null
}
