// Keys of the installation: files of their own in the data folder, made once.
import { existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes the file (mode 0600, its folder 0700) where there is none; `content` is asked only then. Two
 * processes that make it at once end with the same one.
 */
export function makeKeyFile(file: string, content: () => string | Buffer): void {
  if (existsSync(file)) return
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, content(), { mode: 0o600, flush: true })
  try {
    // Unlike a renaming, a link never takes the place of one that another process has just made.
    linkSync(mine, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(mine, { force: true })
  }
}
