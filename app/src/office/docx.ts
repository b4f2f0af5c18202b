// Word files: paragraphs with their numbers, tables row by row. Headers, footers, comments, notes and
// deleted text stay apart. Own code, because a list's numbers are computed from its definition.
import { type BlockKind, CannotRead, type Extracted, textBuilder } from './extracted.ts'
import { inFont } from './fonts.ts'
import { marginPart, marginsOfWord } from './margins.ts'
import { type Numbering, numberingOf } from './numbering.ts'
import { type Styles, stylesOf } from './styles.ts'
import { childOf, childrenOf, parseXml, type XmlElement } from './xml.ts'
import { checkBounds, entryNames, unpack } from './zip.ts'

const mainPart = /^word\/document\d*\.xml$/

/** `zipBomb`, `broken`, `unsafe`, `scanned` or `empty` where it is no document with text. */
export function readDocx(bytes: Uint8Array): Omit<Extracted, 'format'> {
  checkBounds(bytes)
  const names = [...entryNames(bytes)]
  const parts = unpack(
    bytes,
    (name) =>
      mainPart.test(name) ||
      marginPart.test(name) ||
      name === 'word/numbering.xml' ||
      name === 'word/styles.xml',
  )
  const mainName = Object.keys(parts).find((name) => mainPart.test(name))
  const main = part(mainName ? parts[mainName] : undefined)
  const body = childOf(main, 'body')
  if (!body) throw new CannotRead('broken', { what: 'docx' })

  const builder = textBuilder()
  const warnings: Extracted['warnings'] = []
  const seen = new Set<string>()
  const context: Context = {
    numbering: numberingOf(part(parts['word/numbering.xml'])),
    styles: stylesOf(part(parts['word/styles.xml'])),
    add: builder.add,
    seen,
    held: '',
  }
  readBlocks(body, context)
  if (seen.has('changes')) warnings.push({ code: 'trackedChanges' })
  if (seen.has('notes')) warnings.push({ code: 'notesApart' })
  if (names.some((name) => /^word\/(header|footer)\d*\.xml$/.test(name))) {
    warnings.push({ code: 'headersApart' })
  }
  const { text, blocks } = builder.done()
  if (text === '') throw new CannotRead(seen.has('picture') ? 'scanned' : 'empty')
  return { text, blocks, warnings, margins: marginsOfWord(parts) }
}

interface Context {
  numbering: Numbering
  styles: Styles
  add(kind: BlockKind, content: string): void
  /** What was met on the way: `changes`, `notes`, `picture`. */
  seen: Set<string>
  /** Text of a paragraph whose end was deleted: the next one goes on with it. */
  held: string
}

function part(bytes: Uint8Array | undefined): XmlElement | null {
  if (!bytes) return null
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  return parseXml(new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes))
}

function readBlocks(parent: XmlElement, context: Context): void {
  for (const child of childrenOf(parent)) {
    if (child.name === 'p') readParagraph(child, context)
    else if (child.name === 'tbl') readTable(child, context)
    else if (leftOut.has(child.name)) note(child, context)
    else readBlocks(child, context)
  }
}

/** Never text of the document: deleted, moved away, codes of fields, marks of notes, old pictures' twins. */
const leftOut = new Set(
  'del moveFrom delText instrText delInstrText rPr pPr sectPr tblPr tblGrid trPr tcPr sdtPr sdtEndPr footnoteReference endnoteReference commentReference annotationRef footnoteRef endnoteRef Fallback rt softHyphen sym altChunk'.split(
    ' ',
  ),
)

function note(element: XmlElement, { seen }: Context): void {
  if (element.name === 'del' || element.name === 'moveFrom') seen.add('changes')
  if (/^(footnote|endnote|comment)Reference$/.test(element.name)) seen.add('notes')
}

function readParagraph(paragraph: XmlElement, context: Context): void {
  const properties = childOf(paragraph, 'pPr')
  const style = context.styles.of(childOf(properties, 'pStyle')?.attributes.val)
  const boxes: XmlElement[] = []
  const text = context.held + inline(paragraph, context, boxes)
  context.held = ''
  const contents = /^toc \d/i.test(style.name)
  const number = text.trim() === '' || contents ? '' : numberOf(properties, style, context)
  if (childOf(properties, 'rPr', 'del')) {
    context.held = number ? `${number} ${text}` : text
  } else if (!contents) {
    const kind = style.kind ?? (number ? 'listItem' : 'paragraph')
    for (const [index, line] of text.split('\n').entries()) {
      context.add(kind, index === 0 && number ? `${number} ${line}` : line)
    }
  }
  for (const box of boxes) readBlocks(box, context)
}

function numberOf(
  properties: XmlElement | null,
  style: ReturnType<Styles['of']>,
  { numbering }: Context,
): string {
  const own = childOf(properties, 'numPr')
  const listId = childOf(own, 'numId')?.attributes.val ?? style.listId
  if (listId === null || listId === '0') return ''
  const level =
    childOf(own, 'ilvl')?.attributes.val ?? numbering.levelOf(listId, style.id) ?? style.level
  return numbering.next(listId, Number(level))
}

/** The running text of a paragraph; text boxes in it are collected for later. */
function inline(element: XmlElement, context: Context, boxes: XmlElement[]): string {
  let text = ''
  for (const child of childrenOf(element)) {
    if (leftOut.has(child.name)) note(child, context)
    else if (child.name === 't')
      text += child.children.filter((one) => typeof one === 'string').join('')
    else if (child.name === 'tab' || child.name === 'ptab') text += ' '
    else if (child.name === 'br' || child.name === 'cr') text += '\n'
    else if (child.name === 'noBreakHyphen') text += '-'
    else if (child.name === 'txbxContent') boxes.push(child)
    else if (child.name === 'r' && isHidden(child)) continue
    else if (child.name === 'r') text += inFont(inline(child, context, boxes), fontOf(child))
    else {
      if (child.name === 'ins' || child.name === 'moveTo') context.seen.add('changes')
      if (child.name === 'drawing' || child.name === 'pict') context.seen.add('picture')
      text += inline(child, context, boxes)
    }
  }
  return text
}

/** The font a run names; empty where it has that of its paragraph. */
const fontOf = (run: XmlElement): string => childOf(run, 'rPr', 'rFonts')?.attributes.ascii ?? ''

function isHidden(run: XmlElement): boolean {
  const vanish = childOf(run, 'rPr', 'vanish')
  return vanish !== null && !['0', 'false', 'off'].includes(vanish.attributes.val ?? '')
}

/**
 * A row of short cells is one line, "a | b". Where a cell holds several paragraphs the table lays out
 * the page (a letterhead, minutes in columns): then every paragraph is its own line.
 */
function readTable(table: XmlElement, context: Context): void {
  for (const row of rowsOf(table)) {
    if (childOf(row, 'trPr', 'del')) {
      context.seen.add('changes')
      continue
    }
    const cells = cellsOf(row).map((cell) => {
      const lines: [BlockKind, string][] = []
      readBlocks(cell, {
        ...context,
        held: '',
        add: (kind, line) => {
          if (line.trim() !== '') lines.push([kind, line.trim()])
        },
      })
      return lines
    })
    if (cells.some((lines) => lines.length > 1) || cells.length === 1) {
      for (const [kind, line] of cells.flat()) context.add(kind, line)
    } else {
      const line = cells.map(([only]) => only?.[1] ?? '').join(' | ')
      if (/[^\s|]/.test(line)) context.add('tableRow', line)
    }
  }
}

/** Rows and cells may stand inside content controls. */
const rowsOf = (table: XmlElement): XmlElement[] =>
  inside(table, 'tr', ['sdt', 'sdtContent', 'ins'])
const cellsOf = (row: XmlElement): XmlElement[] => inside(row, 'tc', ['sdt', 'sdtContent'])

function inside(element: XmlElement, name: string, wrappers: string[]): XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === name) return [child]
    return wrappers.includes(child.name) ? inside(child, name, wrappers) : []
  })
}
