// The files that a call names: files as they are, folders with all documents in them, in order of their
// names, one folder at a time, so that a hundred thousand of them cost no memory.
import { fs, path as paths } from './builtin.ts'
import type { Job } from './reading.ts'

type FileJob = Extract<Job, { kind: 'file' }>

/** What is taken out of a folder; a file that is named is tried whatever it is called. */
const endings = new Set(['.txt', '.md', '.html', '.htm', '.docx', '.pdf', '.doc', '.rtf'])

/** Jobs for the files named and for the documents in the folders named. */
export async function* jobsOf(paths: readonly string[]): AsyncGenerator<FileJob> {
  for (const path of paths) {
    if (path === '-') yield { kind: 'file', path, name: '-' }
    else if (isFolder(path)) {
      let empty = true
      for (const job of documentsIn(path, path)) {
        empty = false
        yield job
      }
      // Whoever reads the folder itself will say that there is nothing in it.
      if (empty) yield { kind: 'file', path, name: path }
    } else yield { kind: 'file', path, name: path.split(/[\\/]/).at(-1) ?? path }
  }
}

/** A folder named among the paths, so that there may be many documents. */
export const hasFolder = (paths: readonly string[]): boolean =>
  paths.some((path) => path !== '-' && isFolder(path))

function* documentsIn(folder: string, top: string): Generator<FileJob> {
  const entries = fs.readdirSync(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    // What begins with a dot or "~$" is the system's or an open document's lock.
    if (/^(\.|~\$)/.test(entry.name)) continue
    const path = paths.join(folder, entry.name)
    if (entry.isDirectory()) yield* documentsIn(path, top)
    else if (entry.isFile() && endings.has(paths.extname(entry.name).toLowerCase()))
      yield { kind: 'file', path, name: paths.relative(top, path).replaceAll('\\', '/') }
  }
}

function isFolder(path: string): boolean {
  try {
    return fs.statSync(path).isDirectory()
  } catch {
    // Not there: whoever reads it will say so.
    return false
  }
}
