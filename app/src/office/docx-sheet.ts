// A sheet as a Word file: every font named for all four scripts, rules as paragraph borders, the page
// number in the header from page 2 on. The text is exactly the sheet's.
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Header,
  LineRuleType,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  SectionType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Sheet, SheetBlock, SheetParagraph, SheetRun, SheetTable } from './sheet.ts'

/** Millimetres in twentieths of a point; the library's own conversion cuts off instead of rounding. */
const mm = (length: number): number => Math.round((length / 25.4) * 1440)
const twentieths = (points: number): number => Math.round(points * 20)

/** As `writeDocx`, which loads this where a file is made. */
export async function docxOf(given: Sheet, base: string): Promise<Uint8Array> {
  const sheet = leading(given, base)
  const font = fontsOf(sheet.font)
  const size = sheet.pageNumberSize * 2
  const document = new Document({
    title: sheet.title,
    creator: 'Giao Ban',
    lastModifiedBy: 'Giao Ban',
    styles: {
      default: {
        document: { run: { font, size: 28, language: { value: 'vi-VN', eastAsia: 'vi-VN' } } },
      },
    },
    sections: sheet.sections.map((section, index) => ({
      properties: {
        type: SectionType.NEXT_PAGE,
        titlePage: index === 0 || section.ownPages,
        page: {
          size: pageSize(sheet.page),
          margin: {
            top: mm(sheet.page.top),
            bottom: mm(sheet.page.bottom),
            left: mm(sheet.page.left),
            right: mm(sheet.page.right),
            header: mm(sheet.page.header),
            footer: mm(sheet.page.header),
          },
          pageNumbers: {
            formatType: NumberFormat.DECIMAL,
            ...(section.ownPages ? { start: 1 } : {}),
          },
        },
      },
      headers: {
        default: new Header({
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ children: [PageNumber.CURRENT], font, size })],
            }),
          ],
        }),
        first: new Header({ children: [new Paragraph({ children: [] })] }),
      },
      children: section.blocks.map((block) => written(block, sheet.font)),
    })),
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** The sheet with links that lead out of the file. */
function leading(sheet: Sheet, base: string): Sheet {
  const paragraph = (one: SheetParagraph): SheetParagraph => ({
    ...one,
    runs: one.runs.map((run) =>
      run.link?.startsWith('/') ? { ...run, link: `${base}${run.link}` } : run,
    ),
  })
  const block = (one: SheetBlock): SheetBlock =>
    one.kind === 'table'
      ? { ...one, rows: one.rows.map((cells) => cells.map((those) => those.map(paragraph))) }
      : paragraph(one)
  return {
    ...sheet,
    sections: sheet.sections.map((one) => ({ ...one, blocks: one.blocks.map(block) })),
  }
}

/** A page that lies is told as one that stands, turned: the library turns its measures itself. */
const pageSize = ({ width, height }: Sheet['page']) =>
  width > height
    ? { width: mm(height), height: mm(width), orientation: PageOrientation.LANDSCAPE }
    : { width: mm(width), height: mm(height), orientation: PageOrientation.PORTRAIT }

const fontsOf = (name: string) => ({ ascii: name, hAnsi: name, cs: name, eastAsia: name })

const written = (block: SheetBlock, font: string): Paragraph | Table =>
  block.kind === 'table' ? tableOf(block, font) : paragraphOf(block, font)

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
}

function paragraphOf(given: SheetParagraph, font: string): Paragraph {
  const line =
    given.exact === null
      ? { line: Math.round(given.times * 240), lineRule: LineRuleType.AUTO }
      : { line: twentieths(given.exact), lineRule: LineRuleType.EXACT }
  return new Paragraph({
    alignment: alignments[given.align],
    keepNext: given.keepNext,
    spacing: { before: twentieths(given.before), after: twentieths(given.after), ...line },
    indent: { left: mm(given.left), right: mm(given.right), firstLine: mm(given.firstLine) },
    ...(given.rule === null
      ? {}
      : {
          border: {
            bottom: { style: BorderStyle.SINGLE, size: Math.round(given.rule * 8), space: 0 },
          },
        }),
    children: given.runs.flatMap((run) => runsOf(run, font)),
  })
}

/** Linked words look like the text around them: the paper is read as any other. */
const runsOf = (run: SheetRun, font: string): ParagraphChild[] =>
  run.link === undefined
    ? textOf(run, font)
    : [new ExternalHyperlink({ link: run.link, children: textOf(run, font) })]

const textOf = (run: SheetRun, font: string): TextRun[] =>
  run.text.split('\n').map(
    (text, index) =>
      new TextRun({
        text,
        ...(index > 0 ? { break: 1 } : {}),
        font: fontsOf(font),
        size: run.size * 2,
        sizeComplexScript: run.size * 2,
        bold: run.bold ?? false,
        italics: run.italic ?? false,
        ...(run.underline ? { underline: {} } : {}),
      }),
  )

const noBorder = { style: BorderStyle.NIL, size: 0 }
const thinBorder = { style: BorderStyle.SINGLE, size: 4 }

function tableOf(given: SheetTable, font: string): Table {
  const edge = given.borders ? thinBorder : noBorder
  const widths = given.widths.map((width) => mm(width))
  const side = given.borders ? mm(1.2) : 0
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { top: 0, bottom: 0, left: side, right: side },
    borders: {
      ...{ top: edge, bottom: edge, left: edge, right: edge },
      ...{ insideHorizontal: edge, insideVertical: edge },
    },
    rows: given.rows.map(
      (cells, index) =>
        new TableRow({
          cantSplit: !given.longRows.has(index),
          tableHeader: index < given.headRows,
          children: cells.map(
            (paragraphs, column) =>
              new TableCell({
                width: { size: widths[column] ?? 0, type: WidthType.DXA },
                verticalAlign: VerticalAlignTable.TOP,
                children: paragraphs.map((one) => paragraphOf(one, font)),
              }),
          ),
        }),
    ),
  })
}
