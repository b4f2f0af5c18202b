// What a notice says, apart from how it looks: kept in `notice.content`, edited on the screen, frozen when
// it is issued.

export const noticeKinds = ['conclusion', 'minutes', 'excerpt', 'opinions'] as const

export type NoticeKind = (typeof noticeKinds)[number]

export const blockKinds = ['heading1', 'heading2', 'paragraph', 'centred'] as const

/** A paragraph, or a table within the text. */
export type Block =
  | {
      kind: (typeof blockKinds)[number]
      text: string
      /** The item of the agenda that it is drawn from. */
      item?: string
      /** The words of the item's decision: an edit of them can go back into it. */
      decision?: boolean
      /** Stretches of the text that lead to what they tell of, in order. */
      links?: TextLink[] | undefined
    }
  | { kind: 'table'; table: TextTable }

export interface TextLink {
  from: number
  to: number
  /** A path of this server. */
  path: string
}

export interface TextTable {
  /** Widths are shares of the page's width. */
  columns: { title: string; share: number; centred?: boolean | undefined }[]
  rows: string[][]
  /** Where cells lead to, in the shape of the rows. */
  links?: (string | null)[][] | undefined
}

export interface Signature {
  /** `T/M BAN THƯỜNG VỤ`, `TL. CHỦ TỊCH`; empty for none. */
  authority: string
  post: string
  name: string
}

export interface Annex {
  label: string
  title: string
  note: string
  table: TextTable
}

export interface NoticeContent {
  above: string
  issuer: string
  /** Where it is issued, before the date. */
  place: string
  title: string
  subject: string
  blocks: Block[]
  /** One, or two side by side. */
  signatures: Signature[]
  /** Each a line after “Nơi nhận:”; none: no such list. */
  recipients: string[]
  /** The last line of the list. */
  filing: string
  annexes: Annex[]
  /** Items of the agenda that it tells of. */
  items: string[]
}

/** Where a number and a date come from; null in a draft. */
export interface Issue {
  number: number | null
  type: string
  symbol: string
  date: string | null
  /** The year that a draft without a date shows. */
  year: string
}
