// Makes docs/reader.html, the reader as one page that works from a file and asks nobody for anything:
// npm run build:page. A test holds the committed page against its sources.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './bundle.ts'

const reader = join(import.meta.dirname, '..')
const root = join(reader, '..')

/** The whole page. */
export async function makePage(): Promise<string> {
  const folder = join(reader, 'page')
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const sample = readFileSync(join(root, 'samples', '2024-04-giao-ban-quy-1.txt'), 'utf8')
  // No tag may end inside the script.
  const script = (await bundle(join(folder, 'page.ts'), true)).replaceAll('</', '<\\/')
  const style = read('page.css')
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`
  const parts: Record<string, string> = {
    policy,
    style,
    script,
    sample: sample.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  }
  return read('page.html').replace(
    /\{\{(\w+)\}\}|\/\* (style|script) \*\//g,
    (_, word: string | undefined, code: string | undefined) => parts[word ?? code ?? ''] ?? '',
  )
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(root, 'docs', 'reader.html'), await makePage())
