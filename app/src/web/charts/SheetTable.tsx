// A table whose cells say how they stand, by sign, word and colour; with a way to take it along as a picture and as a
// table of another document.
import './sheet.css'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../ui/Button.tsx'
import { gridSvg } from './grid.ts'
import { type Sheet, type SheetCell, sheetHtml, sheetText } from './sheet.ts'
import { signs } from './tone.ts'

/** With more columns a cell has no room for its word, and the legend says it; it is there to be heard. */
const columnsWithWords = 7

export function SheetTable({ sheet }: { sheet: Sheet }) {
  const many = sheet.heads.length > columnsWithWords
  return (
    <>
      <ul className="sheet-legend">
        {sheet.legend.map(({ tone, word }) => (
          <li key={tone}>
            <span className={`chip ${tone}`}>
              <span className="sign" aria-hidden="true">
                {signs[tone]}
              </span>
              {word}
            </span>
          </li>
        ))}
      </ul>
      <div className="table-frame sheet-frame">
        <table className={`table cards sheet${many ? ' many' : ''}`}>
          <thead>
            <tr>
              {sheet.heads.map(({ text, href }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a head is its column; two may have the same words
                <th key={at} scope="col">
                  {href ? <Link href={href}>{text}</Link> : text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map(({ name, href, cells, whole }) => (
              <tr key={href ?? name} className={whole ? 'whole' : undefined}>
                <th scope="row">{href ? <Link href={href}>{name}</Link> : name}</th>
                {cells.map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                  <Cell key={at} cell={cell} head={sheet.heads[at + 1]?.text ?? ''} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Cell({
  cell: { text, tone, word, title, href },
  head,
}: {
  cell: SheetCell
  head: string
}) {
  const shown = (
    <>
      {tone && (
        <span className="sign" aria-hidden="true">
          {signs[tone]}
        </span>
      )}
      {text && <span className="sheet-figure">{text}</span>}
      {word && (
        <span className="sheet-word">
          {text && ' '}
          {word}
        </span>
      )}
    </>
  )
  return (
    <td className={tone ? `number tone ${tone}` : 'number'} title={title} data-label={head}>
      {href && text ? <Link href={href}>{shown}</Link> : shown}
    </td>
  )
}

interface CopyWords {
  copySvg: string
  copyTable: string
  copied: string
  copyFailed: string
}

/** Both ways to take a sheet along; `svg` where the picture is another one than the table's. */
export function CopySheet({ sheet, svg, t }: { sheet: Sheet; svg?: () => string; t: CopyWords }) {
  const [said, setSaid] = useState('')
  const done = (copying: Promise<void>) =>
    copying.then(
      () => setSaid(t.copied),
      () => setSaid(t.copyFailed),
    )
  return (
    <span className="row sheet-copy">
      <Button small onClick={() => void done(copyText(svg ? svg() : gridSvg(sheet)))}>
        {t.copySvg}
      </Button>
      <Button small onClick={() => void done(copyTable(sheet))}>
        {t.copyTable}
      </Button>
      <span className="muted" role="status">
        {said}
      </span>
    </span>
  )
}

/** Refused, not thrown, where a page without TLS has no clipboard at all. */
const copyText = async (text: string): Promise<void> => navigator.clipboard.writeText(text)

/** As a table for documents and as text for spreadsheets, in one; as text alone where a browser takes no more. */
async function copyTable(sheet: Sheet): Promise<void> {
  const text = sheetText(sheet)
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(text)
  const as = (type: string, content: string) => [type, new Blob([content], { type })] as const
  await navigator.clipboard.write([
    new ClipboardItem(
      Object.fromEntries([as('text/html', sheetHtml(sheet)), as('text/plain', text)]),
    ),
  ])
}
