// The pictures of notices in docs/notices/: made by the product's own writer and LibreOffice, one page
// each, and looked at by a person after a change of a layout. `node docs/notices.ts` remakes them; needs
// soffice and pdftoppm (Debian: libreoffice-writer-nogui, poppler-utils, fonts-liberation).
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeDocx } from '../app/src/office/write-docx.ts'
import { conclusionOf } from '../app/src/registers/notices/conclusion.ts'
import type { Regime } from '../app/src/registers/notices/layout.ts'
import { layouts } from '../app/src/registers/notices/layouts.ts'
import { minutesOf } from '../app/src/registers/notices/minutes.ts'
import { sheetOf } from '../app/src/registers/notices/paper.ts'
import { partyConference, stateConference } from '../app/test/notice-example.ts'

const folder = join(import.meta.dirname, 'notices')
const pages: [name: string, regime: Regime, date: string, kind: 'conclusion' | 'minutes'][] = [
  ['party-until-2026-05-26', 'party36', '2026-05-22', 'conclusion'],
  ['party-from-2026-05-27', 'party05', '2026-05-28', 'conclusion'],
  ['state', 'state30', '2026-05-22', 'conclusion'],
  ['party-minutes', 'party36', '2026-05-22', 'minutes'],
]

const work = mkdtempSync(join(tmpdir(), 'giaoban-notices-'))
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
for (const [name, regime, date, kind] of pages) {
  const layout = layouts[regime]
  const facts = regime === 'state30' ? stateConference : partyConference
  const content = kind === 'minutes' ? minutesOf(facts, layout) : conclusionOf(facts, layout, null)
  const issue = {
    ...{ number: 7, type: layout.words[`type.${kind}`].value, date, year: date.slice(0, 4) },
    symbol: regime === 'state30' ? 'UBND' : 'TU',
  }
  const signed = {
    ...content,
    signatures: content.signatures.map((one) => ({ ...one, name: one.name || 'Đỗ Minh Khang' })),
  }
  const file = join(work, `${name}.docx`)
  writeFileSync(file, await writeDocx(sheetOf(signed, layout, issue)))
  execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', work, file], {
    stdio: 'ignore',
  })
  execFileSync('pdftoppm', ['-png', '-r', '70', file.replace('.docx', '.pdf'), join(folder, name)])
}
if (process.argv.includes('--keep')) process.stdout.write(`${work}\n`)
else rmSync(work, { recursive: true })
process.stdout.write(`${readdirSync(folder).join('\n')}\n`)
