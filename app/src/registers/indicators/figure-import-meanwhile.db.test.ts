// Others go on writing while figures are brought in, and what they wrote counts; what is killed in the middle leaves nothing.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { world } from '../../../test/world.ts'
import { root } from '../../config.ts'
import { transaction } from '../../database/open.ts'
import type { Tx } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { verifyChain } from '../../record/store.ts'
import { addEvent } from '../assignments/event-store.ts'
import { type ImportedFigure, type ImportProgress, importFigures } from './figure-import-store.ts'
import { figuresOf, recordFigures } from './figure-store.ts'
import { hashRows } from './figure-write-store.ts'
import { months } from './period.ts'
import { allIndicators } from './store.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Actor
let indicators: string[]
let body: string
const file = { name: 'nap.csv', sha256: 'ab'.repeat(32) }

beforeAll(async () => {
  here = await world()
  office = await here.actor('office')
  const all = await allIndicators(here.database.db, office.provinceId)
  indicators = all.filter((one) => one.unit === 'VND').map((one) => one.indicator_id)
  body = await here.body('Xã Một')
})

afterAll(() => here.close())

/** What an indicator had from January 2023 to a month: it grows, so that nothing is to be asked. */
const at = (
  indicator: number,
  month: number,
  over: Partial<ImportedFigure> = {},
): ImportedFigure => {
  const { from, to } = months(2023, 1, month)
  return {
    ...{ indicatorId: indicators[indicator] ?? '', organisationId: body, value: month * 1e9 },
    ...{ periodFrom: from, periodTo: to, accumulation: 'cumulative', kind: 'actual' },
    ...{ missingReason: null, stage: 'official', method: 'file', reason: null },
    source: { cell: `C${month}` },
    ...over,
  }
}

const year = (indicator: number, over: Partial<ImportedFigure> = {}) =>
  Array.from({ length: 12 }, (_, month) => at(indicator, month + 1, over))

type Chunk = readonly ImportedFigure[] | (() => Promise<unknown>)

/** Rows as a file gives them; what is to happen between them happens before the next are read. */
async function* chunked(chunks: readonly Chunk[]) {
  for (const chunk of chunks) {
    if (typeof chunk === 'function') await chunk()
    else yield chunk
  }
}

const bring = (chunks: readonly Chunk[], sure = true, tell: ImportProgress = () => undefined) =>
  importFigures(here.database, office, chunked(chunks), file, { sure, tell })

const record = (rows: readonly ImportedFigure[]) =>
  transaction(here.database, (tx) => recordFigures(tx, office, rows))

const stands = (indicator: number) =>
  figuresOf(here.database.db, office, { indicatorIds: [indicators[indicator] ?? ''] })

/** Resolves once so many wait for another, while `bringing` goes on. */
async function waits(bringing: Promise<unknown>, many = 1): Promise<void> {
  let isOver = false
  const over = () => {
    isOver = true
  }
  bringing.then(over, over)
  for (;;) {
    const { rows } = await here.database.pool.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rows.length >= many) return
    if (isOver) throw new Error('nobody has waited')
    await new Promise((done) => setTimeout(done, 20))
  }
}

/** Somebody else's transaction that is open until it ends one way or the other. */
async function open(work: (tx: Tx) => Promise<unknown>) {
  const begun = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  const all = transaction(here.database, async (tx) => {
    await work(tx)
    begun.resolve()
    await ended.promise
  })
  await Promise.race([begun.promise, all])
  return {
    end() {
      ended.resolve()
      return all
    },
    async giveUp() {
      ended.reject(new Error('given up'))
      await expect(all).rejects.toThrow('given up')
    },
  }
}

/** Makes a place of the body, as it is made before its first version. */
const placeOf = (tx: Tx, indicator: number, { from, to }: { from: string; to: string }) =>
  tx
    .insertInto('figure')
    .values({
      ...{ province_id: office.provinceId, figure_id: crypto.randomUUID(), kind: 'actual' },
      ...{ indicator_id: indicators[indicator] ?? '', organisation_id: body },
      ...{ period_from: from, period_to: to, accumulation: 'cumulative' },
    })
    .execute()

const staged = async () => {
  const { rows } = await here.database.pool.query(
    'select 1 from figure_staged where province_id = $1',
    [office.provinceId],
  )
  return rows.length
}

/** The hash over an entry's versions, made of what stands. */
async function hashOf(entryId: string | null, indicator: number): Promise<string> {
  const hash = createHash('sha256')
  const rows = (await stands(indicator)).filter((one) => one.entryId === entryId)
  hashRows(
    hash,
    rows.map((one) => ({
      ...{ row: { ...one, source: { cell: one.cell ?? '' } }, figureId: one.figureId },
      number: one.number,
    })),
  )
  return hash.digest('hex')
}

test('others write figures and a deadline while rows come in, and while places are made', async () => {
  // A place that another is about to make keeps the import waiting before it holds the record.
  const other = await open((tx) => placeOf(tx, 0, months(2023, 1, 1)))
  const write = async (month: number) => {
    await record([at(1, month)])
    const day = `2099-01-0${month}`
    await transaction(here.database, (tx) => addEvent(tx, office, { name: `Kỳ họp ${month}`, day }))
  }
  const bringing = bring([year(0), () => write(1)])
  await waits(bringing)
  await write(2)
  await other.giveUp()
  expect(await bringing).toMatchObject({ versions: 12, unchanged: 0 })
  expect(await stands(0)).toHaveLength(12)
  expect(await stands(1)).toHaveLength(2)
  expect(await staged()).toBe(0)
  expect(await verifyChain(here.database.db, office.provinceId)).toMatchObject({ intact: true })
})

test('what another writes at a place of the file before the record is held is found, and nothing is written', async () => {
  await record(year(2))
  const before = await stands(2)
  const other = await open((tx) =>
    recordFigures(tx, office, [at(2, 3, { value: 7e9, reason: 'Tính lại' })]),
  )
  const bringing = bring([[...year(2), ...year(3)]])
  const refused = expect(bringing).rejects.toMatchObject({
    ...{ code: 'reasonNeeded', details: { row: 2 } },
  })
  await waits(bringing)
  await other.end()
  await refused
  expect(await stands(3)).toEqual([])
  expect((await stands(2)).map((one) => one.number)).toEqual(
    before.map((_, month) => (month === 2 ? 2 : 1)),
  )
})

test('a row with a reason stands after what another wrote meanwhile, and one that says the same is left out', async () => {
  const reason = 'Số liệu quyết toán'
  const other = await open((tx) => recordFigures(tx, office, [at(4, 1, { value: 5 }), at(4, 2)]))
  const bringing = bring([year(4, { reason })])
  await waits(bringing)
  await other.end()
  const { entryId, rowsHash, ...result } = await bringing
  expect(result).toMatchObject({ versions: 11, unchanged: 1 })
  const numbers = (await stands(4)).map(({ number, value }) => [number, value])
  expect(numbers).toEqual(year(4).map(({ value }, month) => [month === 0 ? 2 : 1, value]))
  expect(rowsHash).toBe(await hashOf(entryId, 4))
  expect(await bring([year(4, { reason })])).toMatchObject({ entryId: null, unchanged: 12 })
})

test('two who wait for each other, one with a place and one with the record, both get through', async () => {
  const reason = 'Tính lại'
  const third = await open((tx) => placeOf(tx, 11, months(2023, 1, 2)))
  // It has made the first place, and waits for the second.
  const bringing = bring([year(11, { reason })])
  await waits(bringing)
  const recording = record([at(11, 1, { value: 7, reason })])
  await waits(bringing, 2)
  await third.giveUp()
  expect(await bringing).toMatchObject({ versions: 12 })
  await recording
  expect((await stands(11)).map((one) => one.number)).toEqual([2, ...Array(11).fill(1)])
})

test('what is to be asked because of what another wrote meanwhile is asked', async () => {
  const other = await open((tx) => recordFigures(tx, office, [at(5, 1, { value: 9e9 })]))
  const bringing = bring([year(5).slice(1)], false)
  const refused = expect(bringing).rejects.toMatchObject({ code: 'figureAsked' })
  await waits(bringing)
  await other.end()
  await refused
  expect(await stands(5)).toHaveLength(1)
  expect(await staged()).toBe(0)
})

test('two imports of one province do not run at once; another province is not held up', async () => {
  const west = await here.actor('office', here.west)
  const [own] = await allIndicators(here.database.db, west.provinceId)
  const elsewhere = at(0, 1, { indicatorId: own?.indicator_id ?? '', organisationId: null })
  const second = async () => {
    await expect(bring([year(6)])).rejects.toMatchObject({ code: 'busy' })
    await importFigures(here.database, west, chunked([[elsewhere]]), file, { sure: true })
  }
  expect(await bring([year(6), second])).toMatchObject({ versions: 12 })
  expect(await stands(6)).toHaveLength(12)
})

for (const [index, stop] of (['rows', 'asked', 'places', 'versions'] as const).entries())
  test(`killed at the ${stop} it leaves nothing, and comes again once`, async () => {
    const rows = year(7 + index)
    const tip = await verifyChain(here.database.db, office.provinceId)
    await killedAt(stop, rows)
    expect(await stands(7 + index)).toEqual([])
    expect(await verifyChain(here.database.db, office.provinceId)).toEqual(tip)
    expect(await staged()).toBe(stop === 'rows' ? 0 : 12)
    expect(await bring([rows])).toMatchObject({ versions: 12, unchanged: 0 })
    expect(await stands(7 + index)).toHaveLength(12)
    expect(await staged()).toBe(0)
    expect(await bring([rows])).toMatchObject({ entryId: null, versions: 0, unchanged: 12 })
  })

/** An import in a process of its own that ends there by SIGKILL; done when the database has noticed. */
async function killedAt(stop: string, rows: readonly ImportedFigure[]): Promise<void> {
  const { host, port, user, password, database } = here.database.pool.options
  const address = `office@${here.east.slug}`
  const connection = { host, port, user, password, database }
  const asked = { connection, provinceId: office.provinceId, address, rows, stop }
  const script = join(root, 'app/test/import-process.ts')
  const child = spawn(process.execPath, [script, JSON.stringify(asked)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const [said] = await Promise.race([once(child.stdout, 'data'), ended])
  expect(String(said)).toBe(`${stop}\n`)
  child.kill('SIGKILL')
  await ended
  for (;;) {
    const { rows: all } = await here.database.pool.query(
      `select 1 from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`,
    )
    if (all.length === here.database.pool.totalCount) return
    await new Promise((done) => setTimeout(done, 20))
  }
}
