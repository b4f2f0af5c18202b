// The bookmarks of a PDF (ISO 32000-1, 12.3.3), which pdf-lib does not make by itself.
import { type PDFDocument, PDFHexString, PDFName, type PDFRef } from 'pdf-lib'

export interface Bookmark {
  title: string
  page: PDFRef
  children?: Bookmark[]
}

/** Gives the document these bookmarks, all open, and asks viewers to show them. */
export function putOutline(document: PDFDocument, bookmarks: readonly Bookmark[]): void {
  if (bookmarks.length === 0) return
  const { context, catalog } = document
  const root = context.nextRef()
  const below = putLevel(document, bookmarks, root)
  context.assign(root, context.obj({ Type: 'Outlines', ...below }))
  catalog.set(PDFName.of('Outlines'), root)
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

function putLevel(document: PDFDocument, bookmarks: readonly Bookmark[], parent: PDFRef) {
  const { context } = document
  const refs = bookmarks.map(() => context.nextRef())
  let count = refs.length
  for (const [index, { title, page, children = [] }] of bookmarks.entries()) {
    const own = refs[index] as PDFRef
    const below = children.length > 0 ? putLevel(document, children, own) : null
    count += below?.Count ?? 0
    const entry = context.obj({
      Parent: parent,
      Dest: [page, 'XYZ', null, null, null],
      ...(refs[index - 1] ? { Prev: refs[index - 1] as PDFRef } : {}),
      ...(refs[index + 1] ? { Next: refs[index + 1] as PDFRef } : {}),
      ...below,
    })
    entry.set(PDFName.of('Title'), PDFHexString.fromText(title))
    context.assign(own, entry)
  }
  return { First: refs[0] as PDFRef, Last: refs.at(-1) as PDFRef, Count: count }
}
