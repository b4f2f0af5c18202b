// The command line as a stranger uses it: whole processes, their output, messages and exit codes.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reading } from '@giaoban/reader'
import { afterEach, describe, expect, test } from 'vitest'
import { connect } from '../src/cli/connect.ts'
import { programFor } from '../src/cli/main.ts'
import { cliTexts } from '../src/cli/texts.ts'
import { giaoban } from './command.ts'
import { newFolder, root, start, stopAll } from './machine.ts'

const samples = join(root, 'samples')
const report = '2024-07-bao-cao-6-thang'
const sentence = 'Thu ngân sách quý I/2024 đạt 9.500 tỷ đồng, tăng 8% so với cùng kỳ.'

afterEach(stopAll)

const linesOf = (text: string): Reading[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

/** The contract's promises on every object. */
function expectReading(reading: Reading, name: string): void {
  expect(reading).toMatchObject({ reader: expect.stringMatching(/^\d+\.\d+\.\d+$/), name })
  expect(reading.text.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(Object.keys(reading.document)).toEqual(
    expect.arrayContaining(['date', 'period', 'place', 'body']),
  )
  expect(reading.findings.length).toBeGreaterThan(0)
  for (const one of reading.findings) {
    expect(one.end).toBeLessThanOrEqual(reading.text.length)
    expect(one).not.toHaveProperty('trace')
  }
  const places = reading.findings.map((one) => [one.start, one.end])
  expect(places).toEqual([...places].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d))
}

describe('read', () => {
  test('one file is one object, several are JSON Lines, from any folder', async () => {
    const one = await giaoban(['read', `${report}.txt`], { cwd: samples })
    expect(one).toMatchObject({ code: 0, err: '' })
    expectReading(JSON.parse(one.out), `${report}.txt`)

    const forms = ['.docx', '.pdf', '.txt'].map((end) => `samples/${report}${end}`)
    const several = await giaoban(['read', ...forms, 'samples/2025-04-giao-ban-quy-1.html'], {
      cwd: root,
    })
    expect(several).toMatchObject({ code: 0, err: '' })
    const readings = linesOf(several.out)
    expect(readings).toHaveLength(4)
    for (const [index, name] of [`${report}.docx`, `${report}.pdf`, `${report}.txt`].entries()) {
      expectReading(readings[index] as Reading, name)
    }
    expectReading(readings[3] as Reading, '2025-04-giao-ban-quy-1.html')
    expect(readings[2]).toEqual(JSON.parse(one.out))
  })

  test('standard input is a document, of any format', async () => {
    const text = await giaoban(['read', '-', '--with-text'], { input: sentence })
    expect(text.code).toBe(0)
    const reading = JSON.parse(text.out)
    expect(reading.text.content).toBe(sentence)
    for (const one of reading.findings) expect(sentence.slice(one.start, one.end)).toBe(one.quote)
    const pdf = await giaoban(['read', '-'], {
      input: readFileSync(join(samples, `${report}.pdf`)),
    })
    expect(pdf.code).toBe(0)
    expectReading(JSON.parse(pdf.out), '-')
  })

  test('of lines of JSON a bad one is named and the others are read', async () => {
    const good = (name: string) => JSON.stringify({ name, text: sentence, date: '2024-04-10' })
    const bad = ['{"name":', '[]', '{"text":1}', '{"text":"a","date":"hôm qua"}']
    const input = `\ufeff${[good('a'), ...bad, '', good('b')].join('\r\n')}`
    const done = await giaoban(['read', '--input', 'jsonl', '-'], { input })
    expect(done.code).toBe(1)
    expect(linesOf(done.out).map((one) => one.name)).toEqual(['a', 'b'])
    expect(done.err.match(/^line \d+/gm)).toEqual(['line 2', 'line 3', 'line 4', 'line 5'])
    expect((await giaoban(['read', '--input', 'jsonl', '-'], { input: good('a') })).code).toBe(0)
  })

  test('a file that cannot be read is named with the reason, in both languages; the others are read', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'good.txt'), sentence)
    writeFileSync(join(folder, 'empty.txt'), '')
    const half = readFileSync(join(samples, `${report}.pdf`)).subarray(0, 2000)
    writeFileSync(join(folder, 'half.pdf'), half)
    mkdirSync(join(folder, 'sub'))
    const files = ['none.txt', 'empty.txt', 'half.pdf', 'sub', 'good.txt']
    const reasons = { en: 'there is no such file', vi: 'không có tệp này' }
    for (const language of ['en', 'vi'] as const) {
      const done = await giaoban(['read', ...files, '--lang', language], { cwd: folder })
      expect(done.code).toBe(1)
      expect(linesOf(done.out).map((one) => one.name)).toEqual(['good.txt'])
      expect(done.err).toContain(`none.txt: ${reasons[language]}`)
      const named = done.err.trimEnd().split('\n')
      expect(named.map((line) => line.split(': ')[0])).toEqual(files.slice(0, -1))
      for (const line of named) expect(line.split(': ')[1]?.length).toBeGreaterThan(8)
    }
  })

  test('tables for people: terminal, Markdown, CSV', async () => {
    const call = { input: sentence }
    const table = await giaoban(['read', '-', '--format', 'table'], call)
    expect(table.out).toMatch(/at +kind +understood as +as written/)
    const vietnamese = await giaoban(['read', '-', '--format', 'table', '--lang', 'vi'], call)
    expect(vietnamese.out).toMatch(/vị trí +loại +hiểu là +văn bản viết/)
    const markdown = await giaoban(['read', '-', '--format', 'markdown'], call)
    expect(markdown.out).toMatch(/^\| \d+–\d+ \| quantity \| [\d,]+ VND \| 9\.500 tỷ đồng \|$/m)
    const csv = await giaoban(['read', '-', '--format', 'csv', '--kinds', 'quantity'], call)
    const [head, ...rows] = csv.out.trimEnd().split('\n')
    expect(head).toMatch(/^name,kind,start,end,quote,/)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toContain('9.500 tỷ đồng')
    expect(rows[0]).toContain(',9500000000000,')
  })

  test('kinds, date and trace do what they say', async () => {
    const kinds = await giaoban(['read', '-', '--kinds', 'period, quantity', '--trace'], {
      input: sentence,
    })
    const { findings } = JSON.parse(kinds.out) as Reading
    expect(new Set(findings.map((one) => one.kind))).toEqual(new Set(['period', 'quantity']))
    for (const one of findings) expect(one).toHaveProperty('trace')
    const input = 'Quý I, thu ngân sách đạt 9.500 tỷ đồng.'
    for (const year of ['2019', '2024']) {
      const call = ['read', '-', '--kinds', 'period', '--date', `${year}-04-10`]
      const reading = JSON.parse((await giaoban(call, { input })).out)
      expect(reading.findings).toMatchObject([{ from: `${year}-01-01`, to: `${year}-03-31` }])
    }
  })

  test('the same input gives the same bytes', async () => {
    const calls = ['Asia/Ho_Chi_Minh', 'America/Lima'].map((TZ) =>
      giaoban(['read', join(samples, `${report}.docx`), '--trace'], { env: { TZ, LC_ALL: 'C' } }),
    )
    const [a, b] = await Promise.all(calls)
    expect(a?.code).toBe(0)
    expect(a?.out).toBe(b?.out)
  })
})

const wrong: [string[], string][] = [
  [['red', 'a.txt'], 'Did you mean read?'],
  [['help', 'nothing'], 'There is no command "nothing"'],
  [['province'], 'giaoban province add|list'],
  [['account', 'ad'], 'Did you mean add?'],
  [['read'], '<file> is missing'],
  [['read', 'a', '--formt', 'csv'], 'Did you mean --format?'],
  [['read', 'a', '--format', 'xml'], 'table, json, jsonl, markdown, csv'],
  [['read', 'a', '--kinds', 'number'], 'quantity, statement'],
  [['read', 'a', '--date', '2024-02-30'], 'YYYY-MM-DD'],
  [['read', 'a', '--input', 'csv', '-'], 'There is only: jsonl'],
  [['read', '--input', 'jsonl', 'a'], 'write "-"'],
  [['read', 'a', '--lang', 'fr'], 'vi, en'],
  [['account', 'add', 'a@b', '--name', 'A'], '--role'],
]

test.each(wrong)('a wrong call %j ends with 2 and says what is right', async (args, words) => {
  const done = await giaoban(args)
  expect(done).toMatchObject({ code: 2, out: '' })
  expect(done.err).toContain(words)
  expect(done.err).not.toMatch(/outputHelp|\n\s+at /)
})

test('the help lists every command with an example, in both languages', async () => {
  for (const language of ['vi', 'en'] as const) {
    const { code, out } = await giaoban(['--help', '--lang', language])
    expect(code).toBe(0)
    const commands = programFor(cliTexts[language], language).commands
    for (const command of commands.filter((one) => one.name() !== 'help')) {
      const name = command.name()
      expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'))
      expect(out).toMatch(new RegExp(`^ +\\$ .*giaoban ${name}\\b`, 'm'))
      const own = command.helpInformation()
      expect(own).toMatch(new RegExp(`^ +\\$ .*giaoban ${name}\\b`, 'm'))
      expect(own).toContain(command.description())
    }
  }
  const inner = await giaoban(['help', 'account', 'reset'])
  expect(inner.code).toBe(0)
  expect(inner.out).toMatch(/^giaoban account reset <address>/)
})

const older = spawnSync('/usr/bin/node', ['-p', 'process.versions.node']).stdout?.toString() ?? ''

test.skipIf(!/^2[0-3]\./.test(older))(
  "on the machine's older Node it hands on, with input and exit code",
  async () => {
    const done = await giaoban(['read', '-'], { node: '/usr/bin/node', input: sentence })
    expect(done).toMatchObject({ code: 0, err: '' })
    expectReading(JSON.parse(done.out), '-')
    expect((await giaoban(['red'], { node: '/usr/bin/node' })).code).toBe(2)
  },
)

test('a folder without data is named, and none is made', async () => {
  const data = join(newFolder(), 'typo')
  for (const args of [['status'], ['backup', 'x.backup'], ['account', 'list']]) {
    const done = await giaoban([...args, '--data', data])
    expect(done).toMatchObject({ code: 1, out: '' })
    expect(done.err).toContain(`There is no data in ${data}`)
  }
  expect(existsSync(data)).toBe(false)
})

test('provinces, accounts, import and status, with the server stopped and beside it', async () => {
  const folder = newFolder()
  const call = { cwd: folder }
  const on = (...args: string[]) => giaoban([...args, '--data', 'data'], call)
  const added = await on('province', 'add', 'Tỉnh Sơn Hà', '--account', 'QuanTri@sonha')
  expect(added).toMatchObject({ code: 0, err: '' })
  expect(added.out).toMatch(/\(son-ha\)[\s\S]*quantri@sonha {2}\S{12,}/)
  const office = ['account', 'add', 'vanphong@sonha', '--name', 'Nguyễn Tuấn', '--role', 'office']
  const first = /vanphong@sonha {2}(\S+)/.exec((await on(...office)).out)?.[1]
  expect(first).toBeTruthy()
  expect(await on(...office)).toMatchObject({ code: 1, out: '' })

  writeFileSync(join(folder, 'a.txt'), sentence)
  const importing = [
    'import',
    'a.txt',
    'none.txt',
    '--as',
    'vanphong@sonha',
    '--declare-no-secrets',
  ]
  const imported = await on(...importing)
  expect(imported.code).toBe(1)
  expect(imported.out).toMatch(/^a\.txt: added, \d+ findings to review$/m)
  expect(imported.err).toContain('none.txt: there is no such file')
  expect((await on('status')).out).toMatch(
    /not running[\s\S]*✓ Tỉnh Sơn Hà \(son-ha\): 1 documents/,
  )

  const server = start(['--data', join(folder, 'data')])
  const address = await server.address()
  expect(
    (await on('import', 'a.txt', '--as', 'vanphong@sonha', '--declare-no-secrets')).out,
  ).toContain('a.txt: here already')
  const renewed = await on('account', 'reset', 'vanphong@sonha')
  const second = /vanphong@sonha {2}(\S+)/.exec(renewed.out)?.[1]
  const signIn = async (password = '') => {
    const response = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ address: 'vanphong@sonha', password }),
    })
    const { pending } = (await response.json()) as { pending?: { step: string } }
    return `${response.status} ${pending?.step}`
  }
  expect(await signIn(first)).toBe('401 undefined')
  expect(await signIn(second)).toBe('200 password')
  expect((await on('account', 'list')).out).toMatch(/^vanphong@sonha +office +open +Nguyễn Tuấn$/m)
  const another = await on('province', 'add', 'Tỉnh Đông Hà', '--account', 'quantri@dongha')
  expect(another.code).toBe(0)
  expect(await on('account', 'list')).toMatchObject({ code: 2 })
  const running = await on('status', '--json')
  expect(running.code).toBe(0)
  const status = JSON.parse(running.out)
  expect(status).toMatchObject({ server: server.process.pid, lastBackup: null })
  expect(status.provinces).toHaveLength(2)

  const exported = await on('record', 'head', '--province', 'son-ha')
  expect(exported).toMatchObject({ code: 0, err: '' })
  const keyOf = (await on('record', 'key')).err.match(/[0-9a-f]{32}/)?.[0] ?? ''
  const heads = await on('record', 'heads', '--province', 'son-ha')
  // The server signed one when it started.
  expect(heads.out.trim().split('\n')).toHaveLength(2)
  writeFileSync(join(folder, 'heads.jsonl'), heads.out)
  const verifies = async () => {
    expect((await on('record', 'export', 'record.jsonl', '--province', 'son-ha')).code).toBe(0)
    const args = ['record.jsonl', '--heads', 'heads.jsonl', '--key', keyOf]
    const program = join(root, 'app', 'verify', 'giaoban-verify.mjs')
    return spawnSync(process.execPath, [program, ...args], { cwd: folder }).status
  }
  expect(await verifies()).toBe(0)

  const beside = await connect({ data: join(folder, 'data') }, { create: false, t: cliTexts.en })
  await beside
    .owner()
    .pool.query(`update audit_record set action = 'x' where seq = 2 and province_id =
    (select province_id from province where slug = 'son-ha')`)
  await beside.close()
  expect(await verifies()).toBe(1)
  expect((await on('record', 'export')).code).toBe(2)
  const altered = await on('status')
  expect(altered.code).toBe(1)
  expect(altered.out).toMatch(/✗ Tỉnh Sơn Hà \(son-ha\): RECORD ALTERED at link \d+/)
  expect(altered.out).toMatch(/✓ Tỉnh Đông Hà/)
  server.process.kill('SIGTERM')
  expect(await server.ended).toBe(0)
  expect((await on('status')).code).toBe(1)
})
