// What an administrator does on the server for somebody's data and for a spilled document, as commands on
// a real data folder.
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Connected, connect } from '../src/cli/connect.ts'
import { cliTexts } from '../src/cli/texts.ts'
import { transaction } from '../src/database/open.ts'
import type { AccountRole } from '../src/database/tables.ts'
import { systemActor } from '../src/http/access.ts'
import { verifyChain } from '../src/record/store.ts'
import { addProvince } from '../src/registers/people/provinces.ts'
import { addAccount } from '../src/registers/people/store.ts'
import { giaoban } from './command.ts'
import { newFolder, stopAll } from './machine.ts'

const password = 'mật khẩu dùng để thử'
const canary = 'Zuluqua'
const office = 'vanphong@sonha'
const administrator = 'quantri@sonha'

let folder = ''
let beside: Connected
let document = ''
const on = (...args: string[]) =>
  giaoban([...args, '--data', join(folder, 'data')], { cwd: folder })

async function rowsOf(statement: string): Promise<Record<string, unknown>[]> {
  return (await beside.database.pool.query(statement)).rows
}

/** The folder is held by this process, as by a server: commands work beside it. */
beforeAll(async () => {
  folder = newFolder()
  beside = await connect({ data: join(folder, 'data') }, { create: true, t: cliTexts.en })
  await transaction(beside.database, async (tx) => {
    const { province_id } = await addProvince(tx, 'Tỉnh Sơn Hà')
    const actor = systemActor(province_id)
    const add = (address: string, name: string, role: AccountRole) =>
      addAccount(tx, actor, { address, name, role, password })
    await add(administrator, 'Quản trị', 'administrator')
    await add(office, 'Nguyễn Tuấn', 'office')
  })
  const text = `Sản lượng quặng ${canary} 9 tháng đầu năm 2024 ước đạt 8.250 tấn, tăng 9,3%.`
  writeFileSync(join(folder, `${canary}.txt`), text)
  const imported = await on('import', `${canary}.txt`, '--as', office, '--declare-no-secrets')
  expect(imported).toMatchObject({ code: 0, err: '' })
  document = String((await rowsOf('select document_id from document'))[0]?.document_id)
})

afterAll(async () => {
  await beside.close()
  await stopAll()
})

describe('person export', () => {
  test('gives out what is held on an account, no secret of it, and is on the access log', async () => {
    const done = await on('person', 'export', ' VanPhong@sonha ')
    expect(done).toMatchObject({ code: 0, err: '' })
    const given = JSON.parse(done.out)
    expect(given).toMatchObject({
      format: 'giaoban-personal-data',
      subject: { name: 'Nguyễn Tuấn', address: office },
    })
    const names = given.sections.map(({ name }: { name: string }) => name)
    expect(names).toEqual(expect.arrayContaining(['account', 'role_grant', 'document']))
    expect(done.out).not.toMatch(/argon2|hash|secret|token/i)
    expect(done.out).not.toContain(administrator)
    const noted = await rowsOf(`select account_id, subject_kind, subject_id from access_entry
      where action = 'export'`)
    const [account] = given.subject.accountIds
    expect(noted).toEqual([{ account_id: null, subject_kind: 'account', subject_id: account }])
  })

  test('writes a file that only its owner reads, and says where one cannot be written', async () => {
    const done = await on('person', 'export', office, '--out', 'tuan.json')
    const path = join(folder, 'tuan.json')
    expect(done.out).toMatch(/^\d+ rows on Nguyễn Tuấn written to .*tuan\.json\.\n$/)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const { sections } = JSON.parse(readFileSync(path, 'utf8'))
    const rows = sections.reduce((sum: number, { total }: { total: number }) => sum + total, 0)
    expect(done.out).toContain(`${rows} rows`)
    const refused: [string[], string][] = [
      [[office, '--out', 'none/tuan.json'], 'there is no such folder'],
      [['ai-do@sonha'], 'ai-do@sonha'],
    ]
    await Promise.all(
      refused.map(async ([args, words]) => {
        const done = await on('person', 'export', ...args)
        expect(done).toMatchObject({ code: 1, out: '' })
        expect(done.err).toContain(words)
      }),
    )
  })
})

describe('quarantine', () => {
  const quarantine = (as: string, ...more: string[]) =>
    on('quarantine', document, '--as', as, ...more)
  const status = async () =>
    (await rowsOf(`select status from document where document_id = '${document}'`))[0]?.status

  test('changes nothing on a wrong call, or for whom it is not', async () => {
    const wrong: [string, string[], number, RegExp][] = [
      [administrator, [], 2, /^Say why/],
      [administrator, ['--release', '--destroy', '--reason', 'x'], 2, /^Choose one/],
      [office, ['--reason', 'x'], 1, /./],
    ]
    await Promise.all(
      wrong.map(async ([as, args, code, words]) => {
        const done = await quarantine(as, ...args)
        expect(done).toMatchObject({ code, out: '', err: expect.stringMatching(words) })
      }),
    )
    expect(await status()).toBe('read')
  })

  test('puts away and tells no word of it, gives back, and destroys for good', async () => {
    const page = `http://127.0.0.1:3000/documents/${document}`
    const placed = await on('quarantine', page, '--as', administrator, '--reason', 'nghi lộ')
    expect(placed).toMatchObject({ code: 0, err: '' })
    expect(placed.out).toMatch(/^In quarantine: [\s\S]*^Brought in: .*Nguyễn Tuấn$/m)
    expect(placed.out).not.toContain(canary)
    expect(await status()).toBe('quarantined')
    const released = await quarantine(administrator, '--release', '--reason', 'không phải')
    expect(released.out).toMatch(/^Out of quarantine\.$/m)
    expect(await status()).toBe('read')

    await quarantine(administrator, '--reason', 'lại nghi')
    const destroyed = await quarantine(administrator, '--destroy', '--reason', 'đúng là mật')
    expect(destroyed.out).toMatch(/^Destroyed for good/)
    const shown = await quarantine(administrator, '--show', '--json')
    expect(JSON.parse(shown.out)).toMatchObject({
      ...{ documentId: document, status: 'destroyed' },
      quarantine: { outcome: 'destroyed', reason: 'lại nghi', end_reason: 'đúng là mật' },
    })
    expect(await rowsOf('select document_id, reason from document_destruction')).toEqual([
      { document_id: document, reason: 'đúng là mật' },
    ])
    const told = await rowsOf(`select action from audit_record where subject_id = '${document}'
      order by seq`)
    expect(told.map(({ action }) => String(action)).slice(-4)).toEqual([
      ...['document.quarantine', 'document.release', 'document.quarantine', 'document.destroy'],
    ])
    const province = Number((await rowsOf('select province_id from province'))[0]?.province_id)
    expect(await verifyChain(beside.database.db, province)).toMatchObject({ intact: true })
  })
})
