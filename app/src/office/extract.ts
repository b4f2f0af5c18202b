// From bytes to text, in this process. `parse.ts` runs it in a child with limits.
import { detect } from './detect.ts'
import { readDocx } from './docx.ts'
import type { Block, Extracted } from './extracted.ts'
import { readHtml } from './html.ts'
import { readWithOffice } from './legacy.ts'
import { readPdf } from './pdf.ts'

/** Throws `CannotRead` with the reason where there is no text to have. */
export async function extract(bytes: Uint8Array, fileName: string): Promise<Extracted> {
  const found = detect(bytes, fileName)
  const extracted = await readFormat(found, bytes)
  if (!seemsVietnamese(extracted.text)) extracted.warnings.push({ code: 'notVietnamese' })
  return extracted
}

async function readFormat(found: ReturnType<typeof detect>, bytes: Uint8Array): Promise<Extracted> {
  switch (found.format) {
    case 'pdf':
      return { format: 'pdf', ...(await readPdf(bytes)) }
    case 'docx':
      return { format: 'docx', ...(await readDocx(bytes)) }
    case 'doc':
    case 'rtf':
    case 'odt':
      return { format: found.format, ...(await readWithOffice(bytes, found.format)) }
    case 'html':
      return { format: 'html', warnings: [], ...readHtml(found.text) }
    default: {
      const text = found.text.replace(/^\uFEFF/, '').normalize('NFC')
      return { format: found.format, text, blocks: lineBlocks(text), warnings: [] }
    }
  }
}

function lineBlocks(text: string): Block[] {
  const blocks: Block[] = []
  for (const match of text.matchAll(/[^\n]*\S[^\n]*/g)) {
    blocks.push({ kind: 'paragraph', start: match.index, end: match.index + match[0].length })
  }
  return blocks
}

/** Vietnamese has a marked letter in about every third word; other languages next to none. */
export function seemsVietnamese(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < 200) return true
  const marked =
    sample.match(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu)?.length ?? 0
  return marked / letters > 0.04
}
