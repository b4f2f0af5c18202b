// What comes in a shape that no client of ours sends: bodies, paths, addresses to go to, and words that would make
// lines of the log of their own. Parts D4, D12, E6 and E7 of the fault plan, each in as many forms as it asks.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, plainSettings, world } from '../../test/world.ts'
import { createServer } from './server.ts'

const secret = 'words of a file that is no part of the pages'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let root = ''
let app: ReturnType<typeof createServer>
const logged: string[] = []

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  root = mkdtempSync(join(tmpdir(), 'giaoban-forms-'))
  const webFolder = join(root, 'web')
  mkdirSync(webFolder)
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>x</title>')
  writeFileSync(join(root, 'outside.txt'), secret)
  app = createServer({
    settings: { ...plainSettings, webFolder },
    database: here.database,
    log: pino({ level: 'warn' }, { write: (line: string) => logged.push(line) }),
  })
})

afterAll(async () => {
  rmSync(root, { recursive: true })
  await here.close()
})

const name = (value: string) => `{"nameVi":${value},"unit":"item"}`
const deep = (open: string, close: string, depth: number) =>
  open.repeat(depth) + close.repeat(depth)

test.each<[string, string]>([
  ['nothing', ''],
  ['spaces', '   '],
  ['cut off', '{"nameVi":"x'],
  ['two values', '{} {}'],
  ['a comma too many', '{"nameVi":"x",}'],
  ['a comment', '{/* */}'],
  ['single quotes', "{'nameVi':'x'}"],
  ['a list', '[]'],
  ['a text', '"x"'],
  ['null', 'null'],
  ['a number beyond all', '1e400'],
  ['a number beyond all as a name', name('1e400')],
  ['no number', name('NaN')],
  ['lists a hundred thousand deep', deep('[', ']', 100_000)],
  ['objects fifty thousand deep', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ['a name a hundred thousand deep', name(deep('[', ']', 100_000))],
  ['fifty thousand keys', `{${Array.from({ length: 50_000 }, (_, at) => `"k${at}":1`).join()}}`],
  ['more than a megabyte', name(`"${'x'.repeat(1_100_000)}"`)],
  ['ten megabytes', name(`"${'x'.repeat(10_000_000)}"`)],
  ['bytes that are no UTF-8, as a name', name('"\\ud800"')],
  ['an end of the text inside', `${name('"x"')}\u0000`],
  ['the same key twice, the second wrong', '{"nameVi":"x","nameVi":1,"unit":"item"}'],
])('D4: a body that is %s is refused by name, none is a 500', async (_form, rawBody) => {
  const headers = { 'content-type': 'application/json' }
  const { status, body } = await office.ask('POST', '/api/indicators', { rawBody, headers })
  // Half a letter alone is text for JSON: it is kept without it, or refused.
  expect(rawBody.includes('ud800') ? [201, 400] : [400, 413], JSON.stringify(body)).toContain(
    status,
  )
  if (status !== 201) expect(['invalidInput', 'fileTooLarge']).toContain(body.code)
})

/** What begins a new line somewhere, or moves the pen of a terminal. */
const breaks = [
  ...['\r', '\n', '\r\n', '\n\n', '\u000b', '\u000c', '\u0085', '\u2028', '\u2029', '\u001b[2J'],
  ...['\u001b]0;x\u0007', '\u009b31m', '\b\b\b', '\u0000', '\t', '\\n', '%0a', '%0d%0a', '\u202e'],
  ...['"}\n{"level":50,"msg":"forged"}', '","refused":"forged', "'\n", '\r\nforged: yes', '\ufeff'],
  '\u007f',
]

test('D12: an event is one line of the log, whatever words come with it', async () => {
  const signIn = (text: string) =>
    app.request('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ address: text, password: text }),
    })
  const headed = (text: string) => text.replace(/[^\x20-\x7e\x80-\xff]/g, ' ')
  let events = 0
  for (const [at, one] of breaks.entries()) {
    for (const text of [`đầu${one}forged`, `${one}${one}forged`]) {
      const before = logged.length
      const answers = await Promise.all([
        ...(at % 4 === 0 ? [signIn(text)] : []),
        app.request(`/api/documents/${encodeURIComponent(text)}?q=${encodeURIComponent(text)}`),
        app.request('/api/documents', {
          headers: { 'user-agent': headed(text), 'accept-language': headed(text) },
        }),
      ])
      for (const answer of answers) expect(answer.status).toBeLessThan(500)
      const lines = logged.slice(before)
      events += lines.length
      expect(lines.length).toBeLessThanOrEqual(3)
      for (const line of lines) {
        for (const mark of ['\r', '\n', '\u0085', '\u2028', '\u2029', '\u001b'])
          expect(line.trimEnd().includes(mark), line).toBe(false)
        expect(JSON.parse(line).level).toBe(40)
        expect(line).not.toContain('forged')
      }
    }
  }
  expect(events).toBeGreaterThan(breaks.length)
})

const ups = [
  ...[
    '../',
    '..%2f',
    '..%2F',
    '%2e%2e/',
    '%2e%2e%2f',
    '%2E%2E%5C',
    '..\\',
    '..%5c',
    '%252e%252e%252f',
  ],
  ...[
    '..%00/',
    '..%c0%af',
    '..%ef%bc%8f',
    '.../',
    '....//',
    '..;/',
    '%u002e%u002e/',
    '//../',
    '/./../',
  ],
  ...['..%0a/', '\u2025/'],
]

test('E6: no path leads out of the folder of the pages, nor to a file of the machine', async () => {
  const targets = ['outside.txt', 'web/../outside.txt', 'etc/passwd']
  let tried = 0
  for (const up of ups) {
    for (const target of targets) {
      for (const at of ['/', '/assets/', '/api/documents/', '/api/notices/']) {
        const path = `${at}${up.repeat(at === '/' ? 1 : 4)}${target}`
        const answer = await app.request(new Request(`http://localhost${path}`))
        const bytes = await answer.text()
        expect(bytes, path).not.toContain(secret)
        expect(bytes, path).not.toContain('root:')
        // A path without an ending is a screen's: the page itself, or nothing.
        if (answer.status < 400) expect(bytes, path).toContain('<!doctype html>')
        tried++
      }
    }
  }
  expect(tried).toBeGreaterThanOrEqual(120)
})

const elsewhere = [
  ...[
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    'https:elsewhere.example',
  ],
  ...[
    'https://elsewhere.example',
    'http:/elsewhere.example',
    '///elsewhere.example',
    '/%09/elsewhere.example',
  ],
  ...['%2f%2felsewhere.example', '/%5celsewhere.example', 'javascript:window.hit=1'],
  ...['/x%0d%0aLocation:%20https://elsewhere.example', 'https://localhost@elsewhere.example'],
]

test('E7: nothing that is sent makes the server send somebody elsewhere', async () => {
  let tried = 0
  for (const to of elsewhere) {
    const query = ['next', 'return', 'returnTo', 'redirect', 'redirect_uri', 'url', 'continue']
      .map((key) => `${key}=${to}`)
      .join('&')
    for (const path of [`/?${query}`, `/sso?${query}`, `/api/session?${query}`, `/${to}`]) {
      const headers = {
        referer: 'https://elsewhere.example',
        'x-forwarded-host': 'elsewhere.example',
      }
      const answer = await app.request(new Request(`http://localhost${path}`, { headers }))
      expect(answer.headers.get('location'), path).toBeNull()
      expect(answer.headers.get('refresh'), path).toBeNull()
      expect([200, 401, 404], path).toContain(answer.status)
      tried++
    }
  }
  expect(tried).toBeGreaterThanOrEqual(40)
})
