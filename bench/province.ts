// A province of the size that the benches ask about: 150 units, 160 indicators, as many figures and tasks as wanted. The
// tasks are copies, by SQL, of one that was read and confirmed: led and helped with by all units in turn, a third of them
// open, each fiftieth hanging on an event, told of by two thousand documents.
import { readFileSync } from 'node:fs'
import type { Pools } from '../app/src/database/connect-as.ts'
import { type Database, transaction } from '../app/src/database/open.ts'
import type { Row } from '../app/src/database/tables.ts'
import { type Actor, systemActor } from '../app/src/http/access.ts'
import { confirmFinding } from '../app/src/reading/confirm.ts'
import { importDocument } from '../app/src/reading/import.ts'
import { listFindings } from '../app/src/reading/store.ts'
import { lockedTip } from '../app/src/record/record.ts'
import { addEvent } from '../app/src/registers/assignments/event-store.ts'
import { followsFromReports } from '../app/src/registers/indicators/counted.ts'
import {
  type ImportedFigure,
  importFigures,
} from '../app/src/registers/indicators/figure-import-store.ts'
import { months } from '../app/src/registers/indicators/period.ts'
import { addIndicator, allIndicators } from '../app/src/registers/indicators/store.ts'
import { addTarget } from '../app/src/registers/indicators/target-store.ts'
import { addProvince, listProvinces } from '../app/src/registers/people/provinces.ts'
import { openSession } from '../app/src/registers/people/sessions.ts'
import { actorByAddress, addAccount } from '../app/src/registers/people/store.ts'

export interface Province {
  id: number
  actor: Actor
  indicators: Row<'indicator'>[]
  bodies: string[]
}

type Say = (line: string) => void

const address = { office: 'office@thai-nguyen', unit: 'unit@thai-nguyen' }

/** The province, made where the database is empty. `figures` and `tasks` count only then. */
export async function provinceOf(
  { database, owner }: Pools,
  wanted: { figures: number; tasks: number },
  say: Say,
): Promise<Province> {
  const [there] = await listProvinces(database.db)
  if (there) return known(database, there.province_id)
  const province = await transaction(database, (tx) => addProvince(tx, 'Thái Nguyên'))
  const id = province.province_id
  await transaction(database, (tx) =>
    addAccount(tx, systemActor(id), { address: address.office, name: 'Văn phòng', role: 'office' }),
  )
  const actor = await actorByAddress(database.db, id, address.office)
  if (!actor) throw new Error('no account')
  await addIndicators(database, actor)
  const { indicators, bodies } = await known(database, id)
  await transaction(database, (tx) =>
    addAccount(tx, systemActor(id), {
      ...{ address: address.unit, name: 'Đơn vị', role: 'departmentHead' },
      organisationId: bodies[0],
    }),
  )
  await addFigures(database, actor, { indicators, bodies, many: wanted.figures }, say)
  await addTasks(database, actor, { bodies, many: wanted.tasks }, say)
  await owner().pool.query('vacuum analyze')
  return known(database, id)
}

async function known(database: Database, id: number): Promise<Province> {
  const actor = await actorByAddress(database.db, id, address.office)
  if (!actor) throw new Error('no account')
  const { rows } = await database.pool.query<{ organisation_id: string }>(
    `select organisation_id from organisation where province_id = $1 and kind <> 'province'
     and valid_to is null order by kind = any('{commune,ward}') desc, organisation_id limit 150`,
    [id],
  )
  const bodies = rows.map((row) => row.organisation_id)
  return { id, actor, bodies, indicators: await allIndicators(database.db, id) }
}

/** The account of the office, which sees all, or that of the first unit, which sees its own. */
async function accountOf(
  database: Database,
  id: number,
  whose: 'office' | 'unit',
): Promise<Row<'account'>> {
  return database.db
    .selectFrom('account')
    .selectAll()
    .where('province_id', '=', id)
    .where('address', '=', address[whose])
    .executeTakeFirstOrThrow()
}

/** The cookie of a new session of the office or of the first unit. */
export async function signedIn(
  database: Database,
  id: number,
  whose: 'office' | 'unit',
): Promise<string> {
  const account = await accountOf(database, id, whose)
  const session = await transaction(database, (tx) =>
    openSession(tx, account, { device: '', network: '' }),
  )
  return `giaoban=${session.cookie}`
}

/** The shipped catalogue and indicators of one's own, 160 together, each with a plan of the year. */
async function addIndicators(database: Database, actor: Actor): Promise<void> {
  const there = (await allIndicators(database.db, actor.provinceId)).length
  await transaction(database, async (tx) => {
    for (let at = there; at < 160; at++) {
      const unit = at % 2 === 0 ? 'VND' : 'item'
      await addIndicator(tx, actor, {
        nameVi: `Chỉ tiêu thử ${at}`,
        unit,
        kind: 'C',
        direction: 'up',
      })
    }
  })
  const all = await allIndicators(database.db, actor.provinceId)
  await transaction(database, async (tx) => {
    for (const one of all.filter((row) => row.unit === 'VND'))
      await addTarget(tx, actor, one.indicator_id, {
        ...{ organisationId: null, from: '2026-01-01', to: '2026-12-31', kind: 'plan' },
        ...{ authority: 'council', figure: '6.000 tỷ đồng' },
        ...{ legalReference: 'Nghị quyết', decidedOn: '2025-12-10' },
      })
  })
}

/** Totals of each month, of the province and each unit, the newest month last, until so many are there: as a file. */
async function* chunksOf(
  indicators: readonly Row<'indicator'>[],
  bodies: readonly string[],
  many: number,
): AsyncGenerator<ImportedFigure[]> {
  const whose = [null, ...bodies]
  const count = Math.ceil(many / (indicators.length * whose.length))
  let rows: ImportedFigure[] = []
  for (let back = count - 1; back >= 0; back--) {
    const index = 2026 * 12 + 8 - back
    const { from, to } = months(Math.floor(index / 12), 1, (index % 12) + 1)
    for (const { indicator_id: indicatorId } of indicators)
      for (const [at, organisationId] of whose.entries()) {
        rows.push({
          ...{ indicatorId, organisationId, periodFrom: from, periodTo: to },
          ...{ accumulation: 'cumulative', kind: 'actual', stage: 'official', method: 'file' },
          ...{ value: ((index % 12) + 1) * 1e9 + at, missingReason: null, reason: null },
          source: { cell: `Biểu!C${at}` },
        })
        if (rows.length < 5000) continue
        yield rows
        rows = []
      }
  }
  if (rows.length > 0) yield rows
}

async function addFigures(
  database: Database,
  actor: Actor,
  {
    indicators,
    bodies,
    many,
  }: { indicators: readonly Row<'indicator'>[]; bodies: readonly string[]; many: number },
  say: Say,
): Promise<void> {
  const memory = () => Math.round(process.memoryUsage().rss / 2 ** 20)
  const before = memory()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, memory())
  }, 100)
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  const own = process.cpuUsage()
  const begun = await theirProcessor(database)
  const other = otherWriter(database, actor)
  const phases: Record<string, number> = {}
  const reported = indicators.filter((one) => !followsFromReports(one.code))
  const file = { name: 'nap.csv', sha256: 'ab'.repeat(32) }
  const result = await importFigures(database, actor, chunksOf(reported, bodies, many), file, {
    sure: true,
    tell(done) {
      phases[Object.keys(done)[0] ?? ''] = seconds()
      if ('rows' in done && done.rows % 250_000 === 0)
        say(`  ${done.rows} rows after ${seconds().toFixed(1)} s, memory ${memory()} MB`)
    },
  })
  const took = seconds()
  const waited = await other.end()
  const theirs = (await theirProcessor(database)) - begun
  const { user, system } = process.cpuUsage(own)
  clearInterval(watch)
  say(
    `import of ${result.versions} figures as one entry: ${took.toFixed(1)} s (until ${Object.entries(
      phases,
    )
      .map(([name, at]) => `${name} ${at.toFixed(1)}`)
      .join(', ')}; V1 to V10: ${JSON.stringify(
      result.asked.counts,
    )}); another writer waited ${waited.toFixed(
      1,
    )} s at most; memory ${before} MB before, at most ${most} MB; processor time ${(
      (user + system) / 1e6
    ).toFixed(1)} s here, ${theirs.toFixed(1)} s in PostgreSQL`,
  )
}

/** Somebody else of the province who has something to record five times a second: how long it took at most. */
function otherWriter(database: Database, actor: Actor): { end: () => Promise<number> } {
  let isOver = false
  let most = 0
  const run = async () => {
    while (!isOver) {
      const started = performance.now()
      await transaction(database, (tx) => lockedTip(tx, actor.provinceId)).catch(() => undefined)
      most = Math.max(most, (performance.now() - started) / 1000)
      await new Promise((done) => setTimeout(done, 200))
    }
    return most
  }
  const running = run()
  return {
    end() {
      isOver = true
      return running
    },
  }
}

/** Copies of one confirmed task, by the owner's SQL: how they get in is not what is measured. */
async function addTasks(
  database: Database,
  actor: Actor,
  { bodies, many }: { bodies: readonly string[]; many: number },
  say: Say,
): Promise<void> {
  const text =
    'Đồng chí Bí thư Tỉnh ủy yêu cầu Sở Tài chính rà soát hồ sơ, báo cáo trước ngày 30/10/2026.\n'
  const ready = await importDocument(database, actor, {
    bytes: Buffer.from(text),
    fileName: 'giao-viec.txt',
    date: '2026-09-01',
  })
  const document = await transaction(database, ready)
  const { findings: found } = await listFindings(database.db, actor, document.id)
  const order = found.find((one) => one.kind === 'assignment')
  if (!order) throw new Error('no task was read')
  await transaction(database, (tx) => confirmFinding(tx, actor, order.id, order.version, {}))
  const events = await transaction(database, async (tx) => {
    const made = []
    for (let at = 1; at <= 9; at++)
      made.push(await addEvent(tx, actor, { name: `Kỳ họp ${at}`, day: `2026-12-0${at}` }))
    return made.map(({ id }) => id)
  })
  const started = performance.now()
  await copies(database, 'document', ['document_id', 'sha256'], {
    ...{ many: 2000, values: "uuidv7(), md5(n::text) || md5(n::text || 'x')" },
  })
  const { rows } = await database.pool.query<{ document_id: string }>(
    'select document_id from document where province_id = $1 order by document_id',
    [actor.provinceId],
  )
  const documents = rows.map((row) => row.document_id)
  const values = `uuidv7(), 2026, n + 1,
    case when n % 50 > 0 and n % 23 > 0 then date '2025-01-01' + (n * 7 % 900)::integer end,
    case when n % 50 = 0 then ('{${events.join()}}'::uuid[])[n / 50 % 9 + 1] end,
    case when n % 50 = 0 then n / 450 % 10 end,
    case when n % 3 > 0 then date '2026-06-01' - (n % 300)::integer end,
    case when n % 21 = 0 then date '2026-09-01' end, case when n % 210 = 3 then date '2026-09-01' end,
    case when n % 97 > 0 then ('{${bodies.join()}}'::uuid[])[n / 3 % ${bodies.length} + 1] end,
    case when n % 2 = 0 then jsonb_build_array(('{${bodies.join()}}'::uuid[])[n / 7 % ${bodies.length} + 1])
      else '[]'::jsonb end,
    ('{${documents.join()}}'::uuid[])[n % ${documents.length} + 1]`
  const own = [
    ...['assignment_id', 'register_year', 'register_number', 'deadline', 'event_id', 'event_days'],
    ...['done_on', 'reported_on', 'paused_on', 'lead_id', 'cooperating_ids', 'document_id'],
  ]
  await copies(database, 'assignment', own, { many, values })
  say(`${many} tasks copied in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

/** Copies of the only row of a table with columns of their own. */
async function copies(
  database: Database,
  table: string,
  own: readonly string[],
  { many, values }: { many: number; values: string },
): Promise<void> {
  const { rows } = await database.pool.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_name = $1
     and column_name <> all($2) order by 1`,
    [table, own],
  )
  const others = rows.map((one) => one.column_name)
  // No statement may take longer than half a minute.
  for (let from = 1; from <= many; from += 50_000) {
    await database.pool.query(
      `insert into ${table} (${own.join()}, ${others.join()})
       select ${values}, ${others.map((one) => `one.${one}`).join()}
       from (select * from ${table} limit 1) one
       cross join generate_series(${from}, ${Math.min(many, from + 49_999)}) n`,
    )
  }
}

/** Seconds of processor time that the processes of the database have had. */
async function theirProcessor(database: Database): Promise<number> {
  const { rows } = await database.pool.query<{ pid: number }>('select pid from pg_stat_activity')
  return rows.reduce((sum, { pid }) => sum + processorOf(pid), 0)
}

/** Seconds of processor time that a process has had, on Linux; the unit there is a hundredth. */
function processorOf(pid: number | undefined): number {
  try {
    const [user, system] =
      readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13) ?? []
    return (Number(user) + Number(system)) / 100
  } catch {
    return 0
  }
}
