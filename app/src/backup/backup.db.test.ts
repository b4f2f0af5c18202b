// A backup holds everything, and a restore brings back exactly that, or nothing.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { world } from '../../test/world.ts'
import { type Database, transaction } from '../database/open.ts'
import { confirmMany } from '../reading/confirm-many.ts'
import { importDocument } from '../reading/import.ts'
import { listFindings } from '../reading/store.ts'
import { verifyChain } from '../record/store.ts'
import { destroyDocument } from '../registers/documents/destruction.ts'
import { quarantineDocument, releaseDocument } from '../registers/documents/quarantine.ts'
import { getDocument } from '../registers/documents/store.ts'
import { checkArchive, DamagedBackup, readArchive } from './archive.ts'
import { backUp } from './backup.ts'
import { destructionsIn } from './destructions.ts'
import { RestoreRefused, restore } from './restore.ts'

const folder = mkdtempSync(join(tmpdir(), 'giaoban-backup-'))
const file = join(folder, 'whole.backup')
const secret = 'Thu ngân sách xã Cồn Mây đạt 12 tỷ đồng, giải phóng mặt bằng còn chậm.'
let place: Awaited<ReturnType<typeof world>>
const documents: { id: string; version: number }[] = []

beforeAll(async () => {
  place = await world()
  const office = await place.actor('office')
  const texts = [
    secret,
    'Kim ngạch xuất khẩu đạt 548 triệu USD.\tCột\\hai',
    'Tiếng Việt 🎉 \u00a0.',
  ]
  for (const [index, text] of texts.entries()) {
    const given = { bytes: Buffer.from(text), fileName: `${index}.txt`, date: '2024-07-01' }
    const ready = await importDocument(place.database, office, given)
    const { id } = await transaction(place.database, ready)
    const { findings } = await listFindings(place.database.db, office, id)
    await transaction(place.database, (tx) => confirmMany(tx, office, id, findings))
    documents.push({ id, version: 1 })
  }
  await backUp(place.database, file, '0.1.0')
})

afterAll(async () => {
  await place.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs on an empty database of its own. */
async function onEmpty<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await freshDatabase()
  try {
    return await work(database.owner())
  } finally {
    await database.close()
  }
}

/** Every row of every kept table, as text. */
async function contentOf(database: Database): Promise<Record<string, unknown[]>> {
  const { tables } = await checkArchive(file)
  const content: Record<string, unknown[]> = {}
  for (const table of tables.keys()) {
    if (table === 'server_setting') continue
    const { rows } = await database.pool.query(`select t::text as row from ${table} t order by 1`)
    content[table] = rows.map((one: { row: string }) => one.row)
  }
  return content
}

test('everything comes back as it was, and the record still verifies', async () => {
  await onEmpty(async (database) => {
    const done = await restore(database, file, { replace: false })
    const restored = await contentOf(database)
    expect(restored).toEqual(await contentOf(place.database))
    expect(restored.document_original).toHaveLength(3)
    expect(restored.observation?.length).toBeGreaterThan(0)
    for (const { links } of done.provinces) expect(links).toBeGreaterThan(0)
    const chain = await verifyChain(database.db, place.east.province_id)
    expect(chain.intact).toBe(true)
    expect(done.provinces.map((one) => one.head)).toContain(chain.head)
  })
})

test('who was signed in is not in it', async () => {
  const { tables } = await checkArchive(file)
  expect([...tables.keys()]).not.toContain('session')
  expect([...tables.keys()]).not.toContain('idempotency')
})

test('what is there is replaced only when asked for', async () => {
  const before = await contentOf(place.database)
  const refused = restore(place.owner(), file, { replace: false })
  await expect(refused).rejects.toThrow(RestoreRefused)
  expect(await contentOf(place.database)).toEqual(before)
})

test('tables of somebody else are not ours to drop', async () => {
  await onEmpty(async (database) => {
    await database.pool.query('create table their_ledger (amount integer)')
    const refused = restore(database, file, { replace: true })
    await expect(refused).rejects.toMatchObject({ why: 'foreignTables', message: 'their_ledger' })
    expect((await database.pool.query('select * from their_ledger')).rowCount).toBe(0)
  })
})

test('a destruction of another installation with the same province number does nothing', async () => {
  await onEmpty(async (database) => {
    const [document] = documents
    const elsewhere = {
      province_id: place.east.province_id,
      document_id: document?.id ?? '',
      sha256: '0'.repeat(64),
      reason: 'nơi khác',
      destroyed_by: place.east.slug,
      destroyed_at: new Date().toISOString(),
    }
    const done = await restore(database, file, { replace: false, destructions: [elsewhere] })
    expect(done.destroyedAgain).toBe(0)
    expect(await contentOf(database)).toEqual(await contentOf(place.database))
  })
})

const whole = () => readFileSync(file)
const damaged: [string, () => Buffer][] = [
  ['empty', () => Buffer.alloc(0)],
  ['another file', () => Buffer.from('%PDF-1.7 not a backup at all')],
  ['cut in half', () => whole().subarray(0, whole().length / 2)],
  ['without its last byte', () => whole().subarray(0, -1)],
  ...[0.2, 0.5, 0.8, 0.99].map((part): [string, () => Buffer] => [
    `altered at ${part}`,
    () => {
      const bytes = Buffer.from(whole())
      const at = Math.floor(bytes.length * part)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      return bytes
    },
  ]),
]

test.each(damaged)('a file that is %s is refused, and nothing is changed', async (name, bytes) => {
  const path = join(folder, `${name.replaceAll(' ', '-')}.backup`)
  writeFileSync(path, bytes())
  const before = await contentOf(place.database)
  await expect(restore(place.owner(), path, { replace: true })).rejects.toThrow(DamagedBackup)
  expect(await contentOf(place.database)).toEqual(before)
})

test('a connection that dies in the middle of a restore leaves what was there', async () => {
  await onEmpty(async (database) => {
    await restore(database, file, { replace: false })
    const before = await contentOf(database)
    const running = restore(database, file, { replace: true }).catch((error: Error) => error)
    for (;;) {
      const { rows } = await database.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and query ilike 'copy %' and pid <> pg_backend_pid()`,
      )
      if (rows.length > 0) break
      const ended = await Promise.race([running, new Promise((r) => setImmediate(r, 'running'))])
      if (ended !== 'running') break
    }
    await running
    expect(await contentOf(database)).toEqual(before)
    await restore(database, file, { replace: true })
    expect(await contentOf(database)).toEqual(before)
  })
})

test('a document put into quarantine later stays there in what an older backup brings back', async () => {
  const [victim] = documents
  if (!victim) throw new Error('no document')
  const administrator = await place.actor('administrator')
  await transaction(place.database, (tx) =>
    quarantineDocument(tx, administrator, victim.id, 'nghi lộ'),
  )
  const done = await restore(place.owner(), file, { replace: true })
  expect(done.quarantinedAgain).toBe(1)
  const office = await place.actor('office')
  await expect(getDocument(place.database.db, office, victim.id)).rejects.toThrow('notFound')
  expect((await verifyChain(place.database.db, place.east.province_id)).intact).toBe(true)
  await transaction(place.database, (tx) => releaseDocument(tx, administrator, victim.id, 'không'))
  expect((await getDocument(place.database.db, office, victim.id)).status).toBe('read')
})

test('a document destroyed later is destroyed again in what an older backup brings back', async () => {
  const [victim] = documents
  if (!victim) throw new Error('no document')
  const administrator = await place.actor('administrator')
  const { version } = await place.database.db
    .selectFrom('document')
    .select('version')
    .where('document_id', '=', victim.id)
    .executeTakeFirstOrThrow()
  await transaction(place.database, (tx) =>
    destroyDocument(tx, administrator, victim.id, version, 'lộ bí mật'),
  )
  const newer = join(folder, 'newer.backup')
  await backUp(place.database, newer, '0.1.0')
  const destructions = await destructionsIn(readArchive(newer))
  expect(destructions).toMatchObject([{ document_id: victim.id, reason: 'lộ bí mật' }])
  const spilled = async (database: Database): Promise<boolean> =>
    JSON.stringify(await contentOf(database)).includes('Cồn Mây')

  // On another machine, where the destruction is known from the newer backup only.
  await onEmpty(async (database) => {
    await restore(database, file, { replace: false })
    expect(await spilled(database)).toBe(true)
    const done = await restore(database, file, { replace: true, destructions })
    expect(done.destroyedAgain).toBe(1)
    expect(await spilled(database)).toBe(false)
    expect((await verifyChain(database.db, place.east.province_id)).intact).toBe(true)
  })
  // On this one, which knows it by itself.
  const done = await restore(place.owner(), file, { replace: true })
  expect(done.destroyedAgain).toBe(1)
  expect(await spilled(place.database)).toBe(false)
})
