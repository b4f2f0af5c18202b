// Writes compiled.ts from the .tsv files beside it: `node reader/src/lexicon/compile.ts`. The reader
// itself reads no files, so the data is committed as a module; a test compares the two.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The text of compiled.ts for the .tsv files in `folder`, in the order of their names. */
export function compileLexicon(folder: string): string {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
  const parts = files.map((name) => {
    const lines = readFileSync(join(folder, name), 'utf8')
      .normalize('NFC')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    return `  ${name.replace('.tsv', '')}:\n    ${quote(`${lines.join('\n')}\n`)},`
  })
  return [
    '// Generated from the .tsv files of this folder by compile.ts. Do not edit.',
    '',
    '/** The lexicon files by name, comments and empty lines left out. */',
    'export const sources: Record<string, string> = {',
    ...parts,
    '}',
    '',
  ].join('\n')
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\t', '\\t').replaceAll('\n', '\\n')}'`
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(import.meta.dirname, 'compiled.ts'), compileLexicon(import.meta.dirname))
}
