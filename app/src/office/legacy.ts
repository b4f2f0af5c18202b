// .doc, .rtf and .odt through LibreOffice, where it is installed: converted to .docx, then read.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readDocx } from './docx.ts'
import { CannotRead, type Extracted } from './extracted.ts'

/** `needsLibreOffice` where there is none, `broken` where it cannot open the file. */
export async function readWithOffice(
  bytes: Uint8Array,
  format: 'doc' | 'rtf' | 'odt',
): Promise<Omit<Extracted, 'format'>> {
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-office-'))
  try {
    const input = join(folder, `input.${format}`)
    writeFileSync(input, bytes)
    const profile = pathToFileURL(join(folder, 'profile')).href
    const { error, signal } = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=${profile}`,
        ...['--headless', '--norestore', '--convert-to', 'docx', '--outdir', folder, input],
      ],
      {
        timeout: 60_000,
        killSignal: 'SIGKILL',
        stdio: 'ignore',
        env: { PATH: process.env.PATH, HOME: folder },
      },
    )
    if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
      throw new CannotRead('needsLibreOffice', { format })
    }
    if (signal) throw new CannotRead('tooSlow', { seconds: 60 })
    let converted: Uint8Array
    try {
      converted = readFileSync(join(folder, 'input.docx'))
    } catch {
      // LibreOffice ends with 0 even where it could not open the file; the missing result tells.
      throw new CannotRead('broken', { what: format })
    }
    return await readDocx(converted)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
