// .doc, .rtf and .odt through LibreOffice, where it is installed: converted to .docx, then read.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readDocx } from './docx.ts'
import { CannotRead, type Extracted } from './extracted.ts'

const seconds = 60

/** No macros, and nothing that the file points to on the network or on this machine is opened. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
`

/** `needsLibreOffice` where there is none, `broken` where it cannot open the file. */
export function readWithOffice(
  bytes: Uint8Array,
  format: 'doc' | 'rtf' | 'odt',
): Omit<Extracted, 'format'> {
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-office-'))
  try {
    const input = join(folder, `input.${format}`)
    writeFileSync(input, bytes)
    mkdirSync(join(folder, 'profile', 'user'), { recursive: true })
    writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), settings)
    const profile = pathToFileURL(join(folder, 'profile')).href
    const { error, signal } = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=${profile}`,
        ...['--headless', '--norestore', '--convert-to', 'docx', '--outdir', folder, input],
      ],
      {
        timeout: seconds * 1000,
        killSignal: 'SIGKILL',
        stdio: 'ignore',
        env: { PATH: process.env.PATH, HOME: folder, TMPDIR: folder },
      },
    )
    if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
      throw new CannotRead('needsLibreOffice', { format })
    }
    if (signal) throw new CannotRead('tooSlow', { seconds })
    let converted: Uint8Array
    try {
      converted = readFileSync(join(folder, 'input.docx'))
    } catch (cause) {
      // LibreOffice ends with 0 even where it could not open the file; the missing result tells.
      if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
      throw new CannotRead('broken', { what: `.${format}` })
    }
    return readDocx(converted)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
