// What a format reader gives: text with its blocks, or a named failure.

export type BlockKind = 'title' | 'heading' | 'paragraph' | 'listItem' | 'tableRow' | 'caption'

/** A stretch of the text; offsets count UTF-16 code units of it. */
export interface Block {
  kind: BlockKind
  start: number
  end: number
}

export type WarningCode =
  | 'notVietnamese'
  | 'headersApart'
  | 'notesApart'
  | 'pagesWithoutText'
  | 'trackedChanges'
  | 'oldEncoding'

export interface Extracted {
  /** `jpg`, `png`: of scans and photographs alone. */
  format: 'txt' | 'md' | 'html' | 'docx' | 'pdf' | 'doc' | 'rtf' | 'odt' | 'jpg' | 'png'
  title?: string
  /** NFC, without NUL and lone surrogates, at most `longestText`. */
  text: string
  blocks: Block[]
  /** Short lines that stand on the pages, whether text of the document or not (`margins.ts`). */
  margins?: string[]
  warnings: { code: WarningCode; details?: Record<string, unknown> }[]
}

/** Longest text we read, in UTF-16 code units: about 700 pages. */
export const longestText = 2_000_000

export type FailureCode =
  | 'empty'
  | 'tooLarge'
  | 'textTooLong'
  | 'encrypted'
  | 'broken'
  | 'scanned'
  | 'zipBomb'
  | 'unsafe'
  | 'tooDeep'
  | 'tooSlow'
  | 'tooMuchMemory'
  | 'spreadsheet'
  | 'needsLibreOffice'
  | 'legacyEncoding'
  | 'notText'
  | 'program'
  | 'unsupported'

export interface Failure {
  code: FailureCode
  details?: Record<string, unknown>
}

/** Thrown inside the format readers only; `parseDocument` returns it as a value. */
export class CannotRead extends Error {
  readonly failure: Failure

  constructor(code: FailureCode, details?: Record<string, unknown>) {
    super(code)
    this.failure = details ? { code, details } : { code }
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
const unstorable = /[\u0000-\u0008\u000e-\u001f\u007f]/g

/** Text as the database and the screens can hold it: no control characters, whole characters, NFC. */
export const storable = (text: string): string =>
  text.replace(unstorable, '').toWellFormed().normalize('NFC')

/** Collects blocks into one text, a line each. */
export function textBuilder() {
  const blocks: Block[] = []
  const lines: string[] = []
  let length = 0
  return {
    add(kind: BlockKind, content: string) {
      const line = storable(content)
        .replace(/[ \t\v\f\r\u00a0\u00ad]+/g, (run) => (/^\u00ad+$/.test(run) ? '' : ' '))
        .trim()
      if (line === '') return
      if (lines.length > 0) length++
      blocks.push({ kind, start: length, end: length + line.length })
      length += line.length
      lines.push(line)
    },
    done: () => ({ text: lines.join('\n'), blocks }),
  }
}
