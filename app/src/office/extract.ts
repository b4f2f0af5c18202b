// From bytes to text, in this process. `parse.ts` runs it in a child with limits. Each format's reader
// is loaded only when it is needed: a text file does not wait for the PDF library.
import { type Detected, detect } from './detect.ts'
import { type Block, CannotRead, type Extracted, longestText } from './extracted.ts'
import { modernised } from './fonts.ts'

/** Throws `CannotRead` with the reason where there is no text to have. */
export async function extract(bytes: Uint8Array, fileName: string): Promise<Extracted> {
  const found = await detect(bytes, fileName)
  const extracted = modernised(await readFormat(found, bytes))
  if (extracted.text.trim() === '') throw new CannotRead('empty')
  if (extracted.text.length > longestText) {
    throw new CannotRead('textTooLong', { characters: extracted.text.length, most: longestText })
  }
  if (!seemsVietnamese(extracted.text)) extracted.warnings.push({ code: 'notVietnamese' })
  return extracted
}

async function readFormat(found: Detected, bytes: Uint8Array): Promise<Extracted> {
  switch (found.format) {
    case 'pdf': {
      const { readPdf } = await import('./pdf.ts')
      return { format: 'pdf', ...(await readPdf(bytes)) }
    }
    case 'docx': {
      const { readDocx } = await import('./docx.ts')
      return { format: 'docx', ...readDocx(bytes) }
    }
    case 'doc':
    case 'rtf':
    case 'odt': {
      const { readWithOffice } = await import('./legacy.ts')
      return { format: found.format, ...readWithOffice(bytes, found.format) }
    }
    case 'html': {
      const { readHtml } = await import('./html.ts')
      return { format: 'html', warnings: [], ...readHtml(found.text) }
    }
    case 'md': {
      const { readMarkdown } = await import('./markdown.ts')
      return { format: 'md', warnings: [], ...readMarkdown(found.text.replace(/^\uFEFF/, '')) }
    }
    default: {
      const text = found.text.replace(/^\uFEFF/, '').normalize('NFC')
      return { format: 'txt', text, blocks: lineBlocks(text), warnings: [] }
    }
  }
}

function lineBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const end = start + line.trimEnd().length
    if (end > start) blocks.push({ kind: 'paragraph', start, end })
    start += line.length + 1
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
