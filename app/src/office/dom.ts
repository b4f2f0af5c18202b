// The parsed page: the few questions every reader of it asks.
import type { DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element

/** Elements that end a line before and after them. */
export const blockElements = new Set(
  'p div section article main header h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tfoot tr td th dl dt dd blockquote pre figure figcaption address hr br body html center'.split(
    ' ',
  ),
)

export const isElement = (node: Node | Element): node is Element => 'tagName' in node

export const childrenOf = (element: Element): Node[] => element.childNodes ?? []

export function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? ''
}

/** All text inside; the words of two blocks never touch. */
export function textOf(element: Element): string {
  let text = ''
  for (const child of childrenOf(element)) {
    if ('value' in child && child.nodeName === '#text') text += child.value
    else if (isElement(child)) {
      text += blockElements.has(child.tagName) ? ` ${textOf(child)} ` : textOf(child)
    }
  }
  return text
}
