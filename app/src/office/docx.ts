// Word files: paragraphs, tables and lists; headers and footers stay apart.
import mammoth from 'mammoth'
import { CannotRead, type Extracted } from './extracted.ts'
import { readHtml } from './html.ts'
import { checkBounds, entryNames, unpack } from './zip.ts'

/** `zipBomb`, `broken` or `empty` where it is no document with text. */
export async function readDocx(bytes: Uint8Array): Promise<Omit<Extracted, 'format'>> {
  checkBounds(bytes)
  const warnings: Extracted['warnings'] = []
  const names = [...entryNames(bytes)]
  const main = unpack(bytes, (name) => name === 'word/document.xml')['word/document.xml']
  if (!main) throw new CannotRead('broken', { what: 'docx' })
  const xml = new TextDecoder().decode(main)
  checkNesting(xml)
  if (/<w:(ins|del) /.test(xml)) warnings.push({ code: 'trackedChanges' })
  if (names.some((name) => /^word\/(header|footer)\d*\.xml$/.test(name))) {
    warnings.push({ code: 'headersApart' })
  }
  let html: string
  try {
    const options = {
      includeDefaultStyleMap: true,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    }
    html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)).value
  } catch (error) {
    throw new CannotRead('broken', { what: (error as Error).message.slice(0, 100) })
  }
  const { text, blocks } = readHtml(`<body>${html}</body>`, true)
  if (text.trim() === '')
    throw new CannotRead(/<(w:drawing|w:pict)\b/.test(xml) ? 'scanned' : 'empty')
  return { text, blocks, warnings }
}

const deepest = 300

/** Elements nested without end would overflow the parser. */
function checkNesting(xml: string): void {
  let depth = 0
  for (const match of xml.matchAll(/<(\/)?[A-Za-z][^>]*?(\/)?>/g)) {
    if (match[1]) depth--
    else if (!match[2]) depth++
    if (depth > deepest) throw new CannotRead('tooDeep')
  }
}
