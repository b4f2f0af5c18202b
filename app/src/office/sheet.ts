// A document as it will stand on paper, whatever file or screen it goes to: paragraphs and tables with
// every measure resolved. Lengths in millimetres, sizes and distances of lines in points.

export interface SheetRun {
  text: string
  size: number
  bold?: boolean
  italic?: boolean
  underline?: boolean
  /** The address that it leads to; a path alone is one of this server. */
  link?: string
}

export interface SheetParagraph {
  kind: 'paragraph'
  /** A line break is `\n`. */
  runs: SheetRun[]
  align: 'left' | 'center' | 'right' | 'both'
  before: number
  after: number
  /** Exact height of a line; null: `times` the font's own. */
  exact: number | null
  times: number
  firstLine: number
  left: number
  right: number
  /** Never the last on its page. */
  keepNext: boolean
  /** A rule along its lower edge, of this weight. */
  rule: number | null
}

export interface SheetTable {
  kind: 'table'
  /** Lines around the cells; without, it only places its cells side by side. */
  borders: boolean
  widths: number[]
  /** So many rows are repeated on every page. */
  headRows: number
  rows: SheetParagraph[][][]
  /** Rows, counted from 0, that may go on on the next page: too high to be kept whole. */
  longRows: ReadonlySet<number>
}

export type SheetBlock = SheetParagraph | SheetTable

export interface SheetSection {
  blocks: SheetBlock[]
  /** Pages counted from 1 again. */
  ownPages: boolean
}

export interface Sheet {
  title: string
  font: string
  page: {
    width: number
    height: number
    top: number
    bottom: number
    left: number
    right: number
    header: number
  }
  pageNumberSize: number
  /** The first is the document, the others its annexes, each from a new page. */
  sections: SheetSection[]
}
