// A sheet as a Word file. Its library is large: it is loaded where a file is made, and a start of the server
// or a command does not wait for it.
import type { Sheet } from './sheet.ts'

/** The bytes of a .docx with the sheet's pages; `base` goes before the paths that its links are. */
export async function writeDocx(sheet: Sheet, base = ''): Promise<Uint8Array> {
  const { docxOf } = await import('./docx-sheet.ts')
  return docxOf(sheet, base)
}
