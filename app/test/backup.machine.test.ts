// Backup and restore as commands that are killed, refused and repeated: nothing is ever lost.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkArchive } from '../src/backup/archive.ts'
import { backUp } from '../src/backup/backup.ts'
import { connect } from '../src/cli/connect.ts'
import { cliTexts } from '../src/cli/texts.ts'
import { begin, giaoban } from './command.ts'
import { kill, newFolder, postgresIn, start, stopAll } from './machine.ts'

let folder = ''
let data = ''
const first = () => join(folder, 'first.backup')
const on = (...args: string[]) => giaoban([...args, '--data', data], { cwd: folder })

/** What every table holds: rows and hash, without the note of the last backup. */
async function contentOf(of: string): Promise<Record<string, unknown>> {
  const opened = await connect({ data: of }, { create: false, t: cliTexts.en })
  try {
    const path = join(folder, 'compare.backup')
    await opened.database.pool.query(`delete from server_setting where key = 'last_backup'`)
    await backUp(opened.database, path, '0.1.0')
    return Object.fromEntries((await checkArchive(path)).tables)
  } finally {
    await opened.close()
  }
}

/** A system with a province and a document, and enough rows that a backup takes a while. */
beforeAll(async () => {
  folder = newFolder()
  data = join(folder, 'data')
  await on('province', 'add', 'Tỉnh Sơn Hà', '--account', 'quantri@sonha')
  writeFileSync(join(folder, 'a.txt'), 'Thu ngân sách đạt 9.500 tỷ đồng, tăng 8% so với cùng kỳ.')
  await on('account', 'add', 'vp@sonha', '--name', 'Văn phòng', '--role', 'office')
  expect(await on('import', 'a.txt', '--as', 'vp@sonha', '--declare-no-secrets')).toMatchObject({
    code: 0,
    err: '',
  })
  const opened = await connect({ data }, { create: false, t: cliTexts.en })
  await opened.database.pool.query(
    `insert into server_setting (key, value)
      select 'filling ' || n, to_jsonb(repeat(md5(n::text), 300)) from generate_series(1, 4000) n`,
  )
  await opened.close()
  expect((await on('backup', 'first.backup')).code).toBe(0)
})

afterAll(stopAll)

/** Kills a command with its PostgreSQL, as a power cut would. */
async function cut(call: ReturnType<typeof begin>): Promise<void> {
  call.process.kill('SIGKILL')
  for (const pid of postgresIn(data)) kill(pid, 'SIGKILL')
  await call.ended
}

/** Backups to the first file that are not whole yet, or never became it. */
const halves = (): string[] =>
  readdirSync(folder)
    .filter((name) => /^first\.backup\..*new$/.test(name))
    .map((name) => join(folder, name))

test('a backup killed in the middle leaves the former file', async () => {
  const former = readFileSync(first())
  const call = begin(['backup', 'first.backup', '--data', data], { cwd: folder })
  let over = false
  call.ended.then(() => {
    over = true
  })
  while (!over && !halves().some((path) => statSync(path).size > 0)) await wait(2)
  expect(over).toBe(false)
  await cut(call)
  expect(readFileSync(first()).equals(former)).toBe(true)
  await checkArchive(first())
  expect((await on('backup', 'first.backup')).code).toBe(0)
  expect(halves()).toEqual([])
})

test('a restore killed at several moments leaves the data whole, and works the next time', async () => {
  const later = await on('province', 'add', 'Tỉnh Đông Hà', '--account', 'quantri@dongha')
  expect(later.code).toBe(0)
  const before = await contentOf(data)
  for (const delay of [0, 150, 600]) {
    const call = begin(['restore', 'first.backup', '--replace', '--data', data], { cwd: folder })
    // The safety copy is made when the restore itself begins.
    const copies = readCopies()
    let over = false
    call.ended.then(() => {
      over = true
    })
    while (!over && readCopies() === copies) await wait(5)
    await wait(delay)
    expect(over).toBe(false)
    await cut(call)
    expect(await contentOf(data)).toEqual(before)
  }
  const done = await on('restore', 'first.backup', '--replace')
  expect(done).toMatchObject({ code: 0, err: '' })
  expect(done.out).toContain('✓ Tỉnh Sơn Hà: record intact')
  expect((await on('province', 'list')).out).not.toContain('Đông Hà')
})

/** Safety copies that are whole. */
function readCopies(): number {
  const path = join(data, 'backups')
  return existsSync(path) ? readdirSync(path).filter((one) => one.endsWith('.backup')).length : 0
}

test('restored into another folder, every table is the same', async () => {
  const other = join(folder, 'other')
  const done = await giaoban(['restore', first(), '--data', other])
  expect(done.code).toBe(0)
  expect(await contentOf(other)).toEqual(await contentOf(data))
  expect((await giaoban(['status', '--data', other])).code).toBe(0)
})

test('a damaged, missing or unasked-for restore is refused, and nothing is touched', async () => {
  const before = await contentOf(data)
  const copies = readCopies()
  const bytes = readFileSync(first())
  writeFileSync(join(folder, 'half.backup'), bytes.subarray(0, bytes.length / 2))
  const cases: [string[], string][] = [
    [['half.backup', '--replace'], 'cannot be used'],
    [['a.txt', '--replace'], 'not a backup'],
    [['none.backup', '--replace'], 'there is no such file'],
    [['first.backup'], '--replace'],
    [['first.backup', '--replace', '--destructions', 'none.jsonl'], 'there is no such file'],
  ]
  for (const [args, words] of cases) {
    const done = await on('restore', ...args)
    expect(done.code).toBe(1)
    expect(done.err).toContain(words)
    expect(done.err).not.toContain('Unexpected')
  }
  const nowhere = await on('backup', 'no/such/folder.backup')
  expect(nowhere.code).toBe(1)
  expect(nowhere.err).toContain('there is no such folder')
  expect(readCopies()).toBe(copies)
  expect(await contentOf(data)).toEqual(before)
})

test('a restore beside a running server is refused, a backup is made', async () => {
  const server = start(['--data', data])
  await server.address()
  const refused = await on('restore', 'first.backup', '--replace')
  expect(refused.code).toBe(1)
  expect(refused.err).toContain(`The server is running (process ${server.process.pid})`)
  expect((await on('backup', 'beside.backup')).code).toBe(0)
  await checkArchive(join(folder, 'beside.backup'))
  server.process.kill('SIGTERM')
  expect(await server.ended).toBe(0)
})
