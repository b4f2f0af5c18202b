// A PDF with a text layer, as a records office brings it back.
import { PDFDocument, StandardFonts } from 'pdf-lib'

/** Pages with these words each, in letters without marks; the first line in the middle of the upper edge. */
export async function pdfOf(words: string, pages = 1): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let count = 0; count < pages; count++) {
    const page = document.addPage([400, 600])
    for (const [line, text] of words.split('\n').entries()) {
      page.drawText(text, { x: line === 0 ? 180 : 30, y: 580 - line * 20, size: 12, font })
    }
  }
  return document.save()
}
