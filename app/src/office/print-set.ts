// The printed set of a conference: one PDF with a cover, every paper behind the other, bookmarks by item and
// paper, and on each page its number and whose copy it is.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { degrees, PDFDocument, type PDFFont, type PDFPage, rgb } from 'pdf-lib'
import type { Block } from './extracted.ts'
import { type Face, flow, type Measure, mm, type Paragraph, type Placed, sheet } from './flow.ts'
import { type Bookmark, putOutline } from './outline.ts'

export interface PrintedPaper {
  title: string
  text: string
  blocks: readonly Pick<Block, 'kind' | 'start' | 'end'>[]
  /** Its original where that is a PDF, to be taken over page by page; else null. */
  pdf: Uint8Array | null
}

export interface PrintedSet {
  /** Title of the file. */
  title: string
  /** The cover's head, above the agenda. */
  head: Paragraph[]
  items: { title: string; papers: PrintedPaper[] }[]
  words: {
    /** Above the agenda. */
    agenda: string
    /** Under an item without papers. */
    noPapers: string
    /** Above a paper whose PDF could not be taken over. */
    fromText: string
    /** On each page, before its number. */
    copy: string
    page: string
  }
  /** Instant, ISO UTC. */
  madeAt: string
}

const faces: Record<Face, string> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
}

/** The bytes of the PDF. A paper whose PDF is encrypted or broken is printed from its text. */
export async function composeSet(set: PrintedSet): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const fonts = await embedFonts(document)
  const measure = measureWith(fonts)
  const bookmarks: Bookmark[] = []
  const firsts: (number | null)[][] = []
  for (const item of set.items) {
    const children: Bookmark[] = []
    const starts: (number | null)[] = []
    for (const paper of item.papers) {
      const at = document.getPageCount()
      await addPaper(document, paper, { fonts, measure, fromText: set.words.fromText })
      starts.push(at)
      children.push({ title: paper.title, page: document.getPage(at).ref })
    }
    firsts.push(starts)
    const page = children[0]?.page
    if (page) bookmarks.push({ title: item.title, page, children })
  }
  const cover = addCover(document, set, { fonts, measure, firsts })
  putOutline(document, [{ title: set.words.agenda, page: cover.ref }, ...bookmarks])
  numberPages(document, set, fonts.regular)
  document.setTitle(set.title, { showInWindowTitleBar: true })
  document.setLanguage('vi')
  document.setProducer('Giao Ban')
  document.setCreator('Giao Ban')
  document.setCreationDate(new Date(set.madeAt))
  document.setModificationDate(new Date(set.madeAt))
  return document.save()
}

type Fonts = Record<Face, PDFFont>

async function embedFonts(document: PDFDocument): Promise<Fonts> {
  const require = createRequire(import.meta.url)
  document.registerFontkit(require('@pdf-lib/fontkit'))
  const embed = async (face: Face) =>
    document.embedFont(await readFile(require.resolve(`@expo-google-fonts/tinos/${faces[face]}`)), {
      // Whole, 1 MB: subsets of these fonts lose the outlines of letters that are built of others.
      subset: false,
      // "fi" as two letters, so that words are found and copied as they were written.
      features: { liga: false },
    })
  return {
    regular: await embed('regular'),
    bold: await embed('bold'),
    italic: await embed('italic'),
  }
}

/** Words come again and again: each is measured once. */
function measureWith(fonts: Fonts): Measure {
  const known = new Map<string, number>()
  return (text, face, size) => {
    const key = `${face} ${text}`
    let width = known.get(key)
    if (width === undefined) {
      width = fonts[face].widthOfTextAtSize(text, 1)
      known.set(key, width)
    }
    return width * size
  }
}

interface Hand {
  fonts: Fonts
  measure: Measure
}

async function addPaper(
  document: PDFDocument,
  paper: PrintedPaper,
  { fonts, measure, fromText }: Hand & { fromText: string },
): Promise<void> {
  if (paper.pdf && (await addPages(document, paper.pdf))) return
  const head: Paragraph[] = [
    { text: paper.title, face: 'bold', size: 14, centred: true },
    ...(paper.pdf ? [{ text: fromText, face: 'italic', size: 11, before: 6 } as const] : []),
  ]
  for (const placed of flow([...head, ...paragraphsOf(paper)], measure)) {
    draw(document.addPage([sheet.width, sheet.height]), placed, fonts)
  }
}

/** Takes over all pages; false for a PDF that cannot be read, of which nothing is taken. */
async function addPages(document: PDFDocument, bytes: Uint8Array): Promise<boolean> {
  try {
    const from = await PDFDocument.load(bytes, { updateMetadata: false })
    const pages = await document.copyPages(from, from.getPageIndices())
    if (pages.length === 0) return false
    for (const page of pages) document.addPage(page)
    return true
  } catch {
    // Encrypted, cut off, of a kind that the library does not know: its text is printed.
    return false
  }
}

const looks: Partial<Record<Block['kind'], Omit<Paragraph, 'text'>>> = {
  title: { face: 'bold', centred: true, before: 8 },
  heading: { face: 'bold', before: 8 },
  listItem: { indent: 18, before: 3 },
  tableRow: { size: 11, before: 2 },
  caption: { face: 'italic', size: 11, before: 4 },
}

function paragraphsOf({ text, blocks }: PrintedPaper): Paragraph[] {
  const lines: Paragraph[] = []
  let block = 0
  let start = 0
  for (const line of text.split('\n')) {
    while (block < blocks.length && (blocks[block]?.end ?? 0) <= start) block++
    const at = blocks[block]
    const kind = at && at.start < start + line.length ? at.kind : 'paragraph'
    if (line.trim() !== '') lines.push({ text: line, before: 5, ...looks[kind] })
    start += line.length + 1
  }
  return lines
}

/** Puts the cover before all others, with the page that each paper begins on; its first page. */
function addCover(
  document: PDFDocument,
  set: PrintedSet,
  { fonts, measure, firsts }: Hand & { firsts: readonly (number | null)[][] },
): PDFPage {
  const agenda = (shift: number): Paragraph[] =>
    set.items.flatMap(({ title, papers }, item) => [
      { text: title, face: 'bold', before: 8 } as const,
      ...papers.map((paper, index) => ({
        text: paper.title,
        indent: 18,
        before: 3,
        right: String((firsts[item]?.[index] ?? 0) + shift + 1),
      })),
      ...(papers.length === 0
        ? [{ text: set.words.noPapers, face: 'italic', indent: 18, before: 3 } as const]
        : []),
    ])
  const all = (shift: number): Paragraph[] => [
    ...set.head,
    { text: set.words.agenda, face: 'bold', before: 24, centred: true },
    ...agenda(shift),
  ]
  // Its length does not depend on the numbers, for which a column is kept free.
  const { length } = flow(all(0), measure)
  for (const [index, placed] of flow(all(length), measure).entries()) {
    draw(document.insertPage(index, [sheet.width, sheet.height]), placed, fonts)
  }
  return document.getPage(0)
}

function draw(page: PDFPage, placed: readonly Placed[], fonts: Fonts): void {
  for (const { text, face, size, x, y } of placed) {
    page.drawText(text, { x, y, size, font: fonts[face], color: rgb(0, 0, 0) })
  }
}

/** At the foot of each page as it is seen, also of one that is turned or whose box does not begin at 0. */
function numberPages(document: PDFDocument, { words }: PrintedSet, font: PDFFont): void {
  const size = 8
  const pages = document.getPages()
  for (const [index, page] of pages.entries()) {
    const text = `${words.copy} · ${words.page} ${index + 1}/${pages.length}`
    const box = page.getCropBox()
    const turned = ((page.getRotation().angle % 360) + 360) % 360
    const across = turned % 180 === 0 ? box.width : box.height
    const along = Math.max(6 * mm, (across - font.widthOfTextAtSize(text, size)) / 2)
    const [x, y] = footOf(box, turned, along)
    page.drawText(text, {
      ...{ x: box.x + x, y: box.y + y, size, font, rotate: degrees(turned) },
      color: rgb(0.25, 0.25, 0.25),
    })
  }
}

/** Where a line at the foot begins, from the corner of the box, on a page that viewers turn clockwise. */
function footOf(box: { width: number; height: number }, turned: number, along: number) {
  const up = 7 * mm
  if (turned === 90) return [box.width - up, along] as const
  if (turned === 180) return [box.width - along, box.height - up] as const
  if (turned === 270) return [up, box.height - along] as const
  return [along, up] as const
}
