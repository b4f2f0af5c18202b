// Standard output that waits for whoever reads it, and ends quietly when they stop reading.
import { events } from './builtin.ts'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `giaoban read … | head`: the reader has what it wanted.
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

/** Writes and waits while the reader is slower than we are. */
export async function print(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await events.once(process.stdout, 'drain')
}

/** A message beside the result. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Columns a terminal gives a text: combining marks take none, wide East Asian letters two. */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text.normalize('NFC')) {
    if (/\p{M}/u.test(char)) continue
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(char)
        ? 2
        : 1
  }
  return width
}

export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** A text on lines of at most `width` columns, cut at spaces. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = ''
    }
    line = line ? `${line} ${word}` : word
  }
  return [...lines, line]
}

/** A plain table: columns as wide as their widest cell, except the last, which takes what is left. */
export function tableText(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width = 100,
): string {
  const last = head.length - 1
  const widths = head.map((title, column) =>
    Math.max(widthOf(title), ...rows.map((row) => widthOf(row[column] ?? ''))),
  )
  const before = widths.slice(0, last).reduce((sum, one) => sum + one + 2, 0)
  widths[last] = Math.min(widths[last] ?? 0, Math.max(24, width - before))
  const line = (cells: readonly string[]): string => {
    const tail = wrapped(cells[last] ?? '', widths[last] ?? 24)
    const lead = cells
      .slice(0, last)
      .map((cell, column) => padded(cell, widths[column] ?? 0))
      .join('  ')
    return tail
      .map((part, index) =>
        `${index === 0 ? lead : ' '.repeat(Math.max(0, before - 2))}${last > 0 ? '  ' : ''}${part}`.trimEnd(),
      )
      .join('\n')
  }
  const rule = widths.map((one) => '─'.repeat(one)).join('  ')
  return `${line(head)}\n${rule}\n${rows.map(line).join('\n')}\n`
}
