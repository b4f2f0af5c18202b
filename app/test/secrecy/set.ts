// The evaluation set of the secrecy detector: every sample of a file, with the body of each of our
// invented reports in the place of "…".
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../src/config.ts'
import type { Markable } from '../../src/registers/documents/secrecy.ts'

export interface Sample {
  /** What the mark, or the innocent word, is. */
  form: string
  body: string
  document: Markable
}

/** Texts of our own reports, by name: the bodies, and innocent as they are. */
export const reports: ReadonlyMap<string, string> = new Map(
  ['samples', 'samples/evaluation', 'samples/unseen'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name): [string, string] => [
        `${folder}/${name}`,
        readFileSync(join(root, folder, name), 'utf8').normalize('NFC'),
      ]),
  ),
)

/** The samples of `file`, each with `bodies` reports. */
export function samplesOf(file: string, bodies = reports.size): Sample[] {
  const given = readFileSync(join(import.meta.dirname, file), 'utf8')
  const bodyTexts = [...reports].slice(0, bodies)
  return given
    .split(/^=== /m)
    .slice(1)
    .flatMap((one) => {
      const [form = '', ...lines] = one.trimEnd().split('\n')
      return bodyTexts.map(([body, text]) => ({ form, body, document: documentOf(lines, text) }))
    })
}

function documentOf(lines: readonly string[], body: string): Markable {
  const values = (name: string): string[] =>
    lines.filter((line) => line.startsWith(`@${name} `)).map((line) => line.slice(name.length + 2))
  return {
    fileName: values('file')[0] ?? 'bao-cao.docx',
    titles: values('title'),
    margins: values('margin'),
    text: lines
      .filter((line) => !line.startsWith('@'))
      .map((line) => (line === '…' ? body : line))
      .join('\n'),
  }
}
