// Which cells of a workbook show their number as a share: 0.125 that its writer sees as 12,5%. The library that reads
// the numbers does not say.
import { childOf, childrenOf, parseXml, type XmlElement } from './xml.ts'
import { unpack } from './zip.ts'

/** Cells of the first sheet that are shown in percent, by `cellName`. */
export function percentCells(bytes: Uint8Array): ReadonlySet<string> {
  const head = partsOf(bytes, ['xl/styles.xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'])
  const styles = percentStyles(head('xl/styles.xml'))
  // Most workbooks have none: their sheet is not read a second time.
  if (styles.size === 0) return new Set()
  const [first] = childrenOf(childOf(head('xl/workbook.xml'), 'sheets') ?? empty, 'sheet')
  const relations = head('xl/_rels/workbook.xml.rels') ?? empty
  const target = childrenOf(relations, 'Relationship').find(
    (one) => one.attributes.Id === first?.attributes.id,
  )?.attributes.Target
  if (!target) return new Set()
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
  const sheet = partsOf(bytes, [path])(path)
  const rows = childrenOf(childOf(sheet, 'sheetData') ?? empty, 'row')
  return new Set(
    rows
      .flatMap((row) => childrenOf(row, 'c'))
      .flatMap(({ attributes: { r, s } }) => (r && s && styles.has(s) ? [r] : [])),
  )
}

/** `A1` for the first cell of the first row, both counted from 0. */
export function cellName(row: number, column: number): string {
  let letters = ''
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    letters = String.fromCharCode(65 + (left % 26)) + letters
  return `${letters}${row + 1}`
}

/** A share as it is shown, with its sign: 0.125 → `12.5%`. */
export function percentText(value: number): string {
  const text = Number((value * 100).toPrecision(15)).toLocaleString('en-US', {
    ...{ useGrouping: false, maximumFractionDigits: 20 },
  })
  // Three decimals could be thousands.
  return text.split('.')[1]?.length === 3 ? `${text}0%` : `${text}%`
}

const empty: XmlElement = { name: '', attributes: {}, children: [] }

function partsOf(bytes: Uint8Array, names: readonly string[]) {
  const parts = unpack(bytes, (name) => names.includes(name))
  return (name: string): XmlElement | null => {
    const part = parts[name]
    return part ? parseXml(new TextDecoder().decode(part)) : null
  }
}

/** Numbers of the formats of cells that are shares: the two that every workbook knows, and those with a % of their own. */
function percentStyles(styles: XmlElement | null): ReadonlySet<string> {
  const own = childrenOf(childOf(styles, 'numFmts') ?? empty, 'numFmt').filter(({ attributes }) =>
    withoutWords(attributes.formatCode ?? '').includes('%'),
  )
  const shares = new Set(['9', '10', ...own.flatMap(({ attributes }) => attributes.numFmtId ?? [])])
  return new Set(
    childrenOf(childOf(styles, 'cellXfs') ?? empty, 'xf').flatMap(({ attributes }, at) =>
      shares.has(attributes.numFmtId ?? '') ? [String(at)] : [],
    ),
  )
}

/** A format without what it only writes out, leaves room for, or fills with. */
const withoutWords = (format: string): string =>
  format
    .split('"')
    .filter((_, at) => at % 2 === 0)
    .join('')
    .replaceAll('\\%', '')
    .replaceAll('_%', '')
    .replaceAll('*%', '')
