// What a format reader gives: text with its blocks, or a named failure.

export type BlockKind = 'title' | 'heading' | 'paragraph' | 'listItem' | 'tableRow' | 'caption'

/** A stretch of the text; offsets count UTF-16 code units of it. */
export interface Block {
  kind: BlockKind
  start: number
  end: number
}

export type WarningCode = 'notVietnamese' | 'headersApart' | 'pagesWithoutText' | 'trackedChanges'

export interface Extracted {
  format: 'txt' | 'md' | 'html' | 'docx' | 'pdf' | 'doc' | 'rtf' | 'odt'
  title?: string
  /** NFC. */
  text: string
  blocks: Block[]
  warnings: { code: WarningCode; details?: Record<string, unknown> }[]
}

export type FailureCode =
  | 'empty'
  | 'tooLarge'
  | 'encrypted'
  | 'broken'
  | 'scanned'
  | 'zipBomb'
  | 'tooDeep'
  | 'tooSlow'
  | 'tooMuchMemory'
  | 'spreadsheet'
  | 'needsLibreOffice'
  | 'legacyEncoding'
  | 'notText'
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

/** Collects blocks into one text, a line each. */
export function textBuilder() {
  const blocks: Block[] = []
  let text = ''
  return {
    add(kind: BlockKind, content: string) {
      const line = content
        .normalize('NFC')
        .replace(/[ \t\u00a0]+/g, ' ')
        .trim()
      if (line === '') return
      if (text !== '') text += '\n'
      blocks.push({ kind, start: text.length, end: text.length + line.length })
      text += line
    },
    done: () => ({ text, blocks }),
  }
}
