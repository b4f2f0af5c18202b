// Bad files through the real server: each gets its message in both languages, the server answers
// others meanwhile, nothing is half-written and no file is left behind. The table of what was fed and
// what it said is docs/bad-input.md; `UPDATE=1` writes it anew.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostileFiles } from '../../test/hostile-files.ts'
import { type Answer, type Client, fileForm, world } from '../../test/world.ts'
import { warningText } from '../office/texts.ts'

let here: Awaited<ReturnType<typeof world>>
let vietnamese: Client
let english: Client
let folder = ''
const usualFolder = process.env.TMPDIR
const page = join(import.meta.dirname, '../../../docs/bad-input.md')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'giaoban-bad-'))
  process.env.TMPDIR = folder
  here = await world()
  vietnamese = await here.client('office')
  english = await here.client('office', here.west)
  await english.ask('PATCH', '/api/session', { json: { locale: 'en' } })
})

afterAll(async () => {
  if (usualFolder === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = usualFolder
  rmSync(folder, { recursive: true, force: true })
  await here.close()
})

/** Rows of every table. */
async function rows(): Promise<Record<string, number>> {
  const { rows: tables } = await here.database.pool.query<{ table_name: string }>(
    `select table_name from information_schema.tables where table_schema = 'public' order by 1`,
  )
  const counts: Record<string, number> = {}
  for (const { table_name } of tables) {
    const { rows: counted } = await here.database.pool.query(
      `select count(*)::int as all from ${table_name}`,
    )
    counts[table_name] = counted[0].all
  }
  return counts
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ')

const lines: string[] = []

test.each(hostileFiles.map((file) => [file.what, file] as const))(
  '%s',
  { timeout: 180_000 },
  async (what, { name, make }) => {
    const bytes = await make()
    const before = await rows()
    const send = (client: Client): Promise<Answer> =>
      client.ask('POST', '/api/documents', { form: fileForm(bytes, name) })

    // The server answers others while it is busy with this one.
    let done = false
    const sent = send(vietnamese).finally(() => {
      done = true
    })
    let answered = 0
    while (!done) {
      const health = await here.app.request('/api/health')
      expect(health.status).toBe(200)
      answered++
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const vi = await sent
    expect(answered).toBeGreaterThan(0)
    expect(readdirSync(folder), 'files left behind').toEqual([])

    if (vi.status >= 400) {
      const en = await send(english)
      expect(await rows()).toEqual(before)
      expect([413, 422]).toContain(vi.status)
      expect(en.body.code).toBe(vi.body.code)
      expect(en.body.detail).not.toBe(vi.body.detail)
      for (const { body } of [vi, en]) expect(body.detail).toMatch(/\S+\. .*\S\.$|\d MB\. /)
      const code = vi.body.reason ?? vi.body.code
      lines.push(
        `| ${what} | ${vi.status} \`${code}\` | ${cell(vi.body.detail)} | ${cell(en.body.detail)} |`,
      )
      return
    }

    // Read: kept whole, under a name that can be shown.
    expect(vi.status).toBe(201)
    const { document } = vi.body
    const after = await rows()
    expect(after.document).toBe((before.document ?? 0) + 1)
    expect(after.document_original).toBe((before.document_original ?? 0) + 1)
    expect(document.fileName).toMatch(/^[^\p{Cc}\p{Cf}/\\]{1,200}$/u)
    const { body } = await vietnamese.ask('GET', `/api/documents/${document.id}/text`)
    expect(body.text).not.toMatch(/alert|onerror|javascript:/)
    const warnings = body.warnings.map((one: { code: 'notVietnamese' }) => one.code)
    const say = (locale: 'vi' | 'en') =>
      [
        locale === 'vi' ? 'Đã đọc.' : 'Read.',
        ...warnings.map((code: 'notVietnamese') => warningText(locale, code)),
      ].join(' ')
    const shownName = document.fileName.length > 30 ? '' : ` \`${document.fileName}\``
    lines.push(`| ${what} | 201 read${shownName} | ${say('vi')} | ${say('en')} |`)
  },
)

test('docs/bad-input.md says what was fed and what it said', () => {
  const text = `# Bad input

What was fed to the upload and what it answered. Made and held by \`app/src/reading/bad-input.db.test.ts\`: while each file was read the server went on answering others, a refused one left every table as it was, and no temporary file stayed. \`UPDATE=1 npx vitest run --project database app/src/reading/bad-input.db.test.ts\` writes this page anew.

| fed | answer | tiếng Việt | English |
|---|---|---|---|
${lines.join('\n')}
`
  expect(lines).toHaveLength(hostileFiles.length)
  if (process.env.UPDATE) writeFileSync(page, text)
  expect(readFileSync(page, 'utf8')).toBe(text)
})
