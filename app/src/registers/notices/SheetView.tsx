// A sheet on the screen, close to the page that Word shows: the same measures, in millimetres and points.
import './notices.css'
import type { CSSProperties } from 'react'
import { Link } from 'wouter'
import type { Sheet, SheetBlock, SheetParagraph, SheetTable } from '../../office/sheet.ts'

export function SheetView({ sheet, label }: { sheet: Sheet; label: string }) {
  const { page } = sheet
  return (
    <section className="paper-desk" aria-label={label}>
      {sheet.sections.map((section, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: sections have no names and keep their order
          key={index}
          className="paper"
          lang="vi"
          style={{
            ...measured({
              width: `${page.width}mm`,
              height: `${page.height}mm`,
              padding: `${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm`,
            }),
            fontFamily: `'${sheet.font}', 'Liberation Serif', serif`,
          }}
        >
          {section.blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn anew as a whole
            <Block key={at} block={block} />
          ))}
        </div>
      ))}
    </section>
  )
}

/** Measures of the printed page, which notices.css leaves where the window has no room for them. */
const measured = (values: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`--sheet-${name}`, value]),
  ) as CSSProperties

const Block = ({ block }: { block: SheetBlock }) =>
  block.kind === 'table' ? <PlacedTable table={block} /> : <Paragraph paragraph={block} />

function Paragraph({ paragraph }: { paragraph: SheetParagraph }) {
  const { align, before, after, exact, times, firstLine, left, right, rule, runs } = paragraph
  return (
    <p
      className={runs.length === 0 && rule === null ? 'blank' : undefined}
      style={{
        ...measured({ left: `${left}mm`, right: `${right}mm` }),
        textAlign: align === 'both' ? 'justify' : align,
        marginTop: `${before}pt`,
        marginBottom: `${after}pt`,
        textIndent: `${firstLine}mm`,
        lineHeight: exact === null ? times * 1.15 : `${exact}pt`,
        ...(rule === null ? {} : { borderBottom: `${rule}pt solid #000`, height: `${exact}pt` }),
      }}
    >
      {runs.map((run, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: runs keep their order
          key={index}
          style={{
            fontSize: `${run.size}pt`,
            fontWeight: run.bold ? 700 : 400,
            fontStyle: run.italic ? 'italic' : 'normal',
            textDecoration: run.underline ? 'underline' : 'none',
          }}
        >
          {run.link ? <Link href={run.link}>{run.text}</Link> : run.text}
        </span>
      ))}
    </p>
  )
}

function PlacedTable({ table }: { table: SheetTable }) {
  return (
    <table
      className={table.borders ? 'lined' : undefined}
      role={table.borders ? undefined : 'none'}
    >
      <colgroup>
        {table.widths.map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
          <col key={index} style={measured({ column: `${width}mm` })} />
        ))}
      </colgroup>
      <tbody>
        {table.rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their order
          <tr key={row}>
            {cells.map((paragraphs, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells keep their order
              <td key={column}>
                {paragraphs.map((one, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: drawn anew as a whole
                  <Paragraph key={index} paragraph={one} />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
