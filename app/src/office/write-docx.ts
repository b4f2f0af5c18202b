// A sheet as a Word file. Its library is large: it is loaded where a file is made, and a start of the server
// or a command does not wait for it.
import type { Sheet } from './sheet.ts'

/** The bytes of a .docx with the sheet's pages. */
export async function writeDocx(sheet: Sheet): Promise<Uint8Array> {
  const { docxOf } = await import('./docx-sheet.ts')
  return docxOf(sheet)
}
