// The Word files of notices and of the office's report as LibreOffice opens them: the text is the record's, no font is missing, the page
// is A4, the numbers begin on page 2. Says that it was skipped where the machine has no LibreOffice.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { partyConference, stateConference } from '../../test/notice-example.ts'
import { synthesisExample } from '../../test/synthesis-example.ts'
import { conclusionOf } from '../registers/notices/conclusion.ts'
import { regimes } from '../registers/notices/layout.ts'
import { layouts } from '../registers/notices/layouts.ts'
import { linesOf, sheetOf } from '../registers/notices/paper.ts'
import { synthesisOf } from '../registers/reporting/synthesis.ts'
import { writeDocx } from './write-docx.ts'

const has = (command: string): boolean => spawnSync(command, ['-v']).error === undefined
const installed = ['soffice', 'pdftotext', 'pdffonts', 'pdfinfo'].every(has)

let folder = ''
/** A notice by each rules, and the office's report of a period, whose numbers are links. */
const papers = [...regimes, 'synthesis'] as const
const lines = new Map<string, string[]>()

beforeAll(async () => {
  if (!installed && !process.env.CI) return
  folder = mkdtempSync(join(tmpdir(), 'giaoban-pages-'))
  const files: string[] = []
  const issue = { number: null, date: null, type: 'BC', symbol: 'UBND', year: '2026' }
  const report = synthesisOf(synthesisExample, layouts.state30)
  const sheets = new Map([['synthesis', sheetOf(report, layouts.state30, issue)]])
  for (const regime of regimes) {
    const facts = regime === 'state30' ? stateConference : partyConference
    const notice = conclusionOf(facts, layouts[regime], null)
    const issued = { number: 7, type: 'TB', symbol: 'TU', date: '2026-05-28', year: '2026' }
    sheets.set(regime, sheetOf(notice, layouts[regime], issued))
  }
  for (const [name, sheet] of sheets) {
    lines.set(name, linesOf(sheet))
    const file = join(folder, `${name}.docx`)
    writeFileSync(file, await writeDocx(sheet, 'https://giaoban.example'))
    files.push(file)
  }
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const to = ['--headless', '--convert-to', 'pdf', '--outdir', folder]
  execFileSync('soffice', [profile, ...to, ...files], { stdio: 'ignore' })
})

afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true })
})

const asked = (command: string, ...options: string[]): string =>
  execFileSync(command, options, { encoding: 'utf8' }).normalize('NFC')

test.skipIf(!installed && !process.env.CI).each(papers)(
  '%s: LibreOffice shows the text of the record on A4 pages',
  (name) => {
    const file = join(folder, `${name}.pdf`)
    const words = (text: string) => text.replace(/\s+/g, '')
    const pages = asked('pdftotext', '-raw', file, '-').split('\f')
    const shown = words(pages.join(''))
    for (const line of lines.get(name) ?? []) expect(shown).toContain(words(line))
    expect(pages[0]?.trim()).not.toMatch(/^1\n/)
    expect(pages[1]?.trim()).toMatch(/^2\n/)
    expect(asked('pdfinfo', file)).toMatch(/Page size:.*A4/)
  },
)

test.skipIf(!installed && !process.env.CI).each(papers)(
  '%s: no font stands in that has another face',
  (name) => {
    const fonts = asked('pdffonts', join(folder, `${name}.pdf`))
    expect(fonts).toMatch(/LiberationSerif|TimesNewRoman/)
    expect(fonts).not.toMatch(/DejaVu|Carlito|Noto/)
  },
)
