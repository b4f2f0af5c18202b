// Speed of figures at a province's size: node bench/indicators.ts [--figures 1000000] [--tasks 1000000] [--rounds 40]
// One embedded PostgreSQL, one province of the shipped list, 150 units, 160 indicators. The figures come in by the path
// that reports take (`recordFigures`: one entry, one record, a hash over its rows), the tasks by SQL as copies of one
// that was read and confirmed. Then each page is asked at the server in this process, with its policy and its session, and
// in the same run the rows that it cannot do without are asked for by bare SQL through pg. Prints p50 of both, the size
// of the answer, and the ratio; nothing is compared with a limit.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { stdout, version } from 'node:process'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { pino } from 'pino'
import { openEverything } from '../app/src/boot.ts'
import { type Database, transaction } from '../app/src/database/open.ts'
import type { Row } from '../app/src/database/tables.ts'
import { type Actor, systemActor } from '../app/src/http/access.ts'
import { createServer } from '../app/src/http/server.ts'
import { confirmFinding } from '../app/src/reading/confirm.ts'
import { importDocument } from '../app/src/reading/import.ts'
import { listFindings } from '../app/src/reading/store.ts'
import { type NewFigure, recordFigures } from '../app/src/registers/indicators/figure-store.ts'
import { months } from '../app/src/registers/indicators/period.ts'
import { addIndicator, allIndicators } from '../app/src/registers/indicators/store.ts'
import { addTarget } from '../app/src/registers/indicators/target-store.ts'
import { addProvince } from '../app/src/registers/people/provinces.ts'
import { openSession } from '../app/src/registers/people/sessions.ts'
import { actorByAddress, addAccount } from '../app/src/registers/people/store.ts'

const { values } = parseArgs({
  options: {
    figures: { type: 'string', default: '1000000' },
    tasks: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '40' },
  },
})
const wanted = { figures: Number(values.figures), tasks: Number(values.tasks), units: 150 }
const rounds = Number(values.rounds)
const say = (line: string) => stdout.write(`${line}\n`)

const folder = mkdtempSync(join(tmpdir(), 'giaoban-bench-'))
chmodSync(folder, 0o711)
const running = await openEverything({ dataFolder: folder, databaseUrl: null })
try {
  await bench(running.database)
} finally {
  await running.close()
  rmSync(folder, { recursive: true, force: true })
}

async function bench(database: Database): Promise<void> {
  const { rows } = await database.pool.query('show server_version')
  say(
    `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${version}`,
  )
  say(`PostgreSQL ${rows[0].server_version}, load before ${loadavg()[0]?.toFixed(1)}`)
  const province = await transaction(database, (tx) => addProvince(tx, 'Thái Nguyên'))
  const id = province.province_id
  const address = 'office@thai-nguyen'
  const account = await transaction(database, (tx) =>
    addAccount(tx, systemActor(id), { address, name: 'Văn phòng', role: 'office' }),
  )
  const actor = await actorByAddress(database.db, id, address)
  if (!actor) throw new Error('no account')
  const indicators = await withIndicators(database, actor)
  const units = await database.pool.query<{ organisation_id: string }>(
    `select organisation_id from organisation where province_id = $1 and kind <> 'province'
     and valid_to is null order by kind = any('{commune,ward}') desc, organisation_id limit $2`,
    [id, wanted.units],
  )
  const bodies = units.rows.map((row) => row.organisation_id)
  await figures(database, actor, indicators, bodies)
  await tasks(database, actor)
  await database.pool.query('analyze')
  const cookie = await signedIn(database, id, account.id)
  await asked(database, id, indicators, bodies, cookie)
  say(`load after ${loadavg()[0]?.toFixed(1)}`)
}

/** The shipped catalogue and indicators of one's own, 160 together, each with a plan of the year. */
async function withIndicators(database: Database, actor: Actor): Promise<Row<'indicator'>[]> {
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
  return all
}

/** Totals of each month, of the province and each unit, the newest month last, until so many are there. */
async function figures(
  database: Database,
  actor: Actor,
  indicators: readonly Row<'indicator'>[],
  bodies: readonly string[],
): Promise<void> {
  const whose = [null, ...bodies]
  const each = indicators.length * whose.length
  const count = Math.ceil(wanted.figures / each)
  const rows: NewFigure[] = []
  for (let back = count - 1; back >= 0; back--) {
    const index = 2026 * 12 + 8 - back
    const { from, to } = months(Math.floor(index / 12), 1, (index % 12) + 1)
    for (const { indicator_id: indicatorId } of indicators)
      for (const [at, organisationId] of whose.entries())
        rows.push({
          ...{ indicatorId, organisationId, periodFrom: from, periodTo: to },
          ...{ accumulation: 'cumulative', kind: 'actual', stage: 'official', method: 'file' },
          ...{ value: ((index % 12) + 1) * 1e9 + at, missingReason: null, reason: null },
          source: { cell: `Biểu!C${at}` },
        })
  }
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 100)
  const started = performance.now()
  const file = { name: 'nap.xlsx', sha256: 'ab'.repeat(32) }
  const own = process.cpuUsage()
  const { changes, theirs } = await transaction(database, async (tx) => {
    const {
      rows: [backend],
    } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    const begun = processorOf(backend?.pid)
    const recorded = await recordFigures(tx, actor, rows, file)
    return { changes: recorded.changes, theirs: processorOf(backend?.pid) - begun }
  })
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(own)
  clearInterval(watch)
  const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20)
  say(
    `import of ${changes.length} figures as one entry: ${seconds.toFixed(1)} s (${Math.round(
      changes.length / seconds,
    )}/s), memory ${megabytes(before)} MB with its rows at hand, at most ${megabytes(most)} MB; processor time ${(
      (user + system) / 1e6
    ).toFixed(1)} s here, ${theirs.toFixed(1)} s in PostgreSQL`,
  )
}

/** Seconds of processor time that a process has had, on Linux; the unit there is a hundredth. */
function processorOf(pid: number | undefined): number {
  try {
    const [user, system] =
      readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13) ?? []
    return (Number(user) + Number(system)) / 100
  } catch {
    return Number.NaN
  }
}

/** Copies of one confirmed task, by the owner's SQL: how they get in is not what is measured. */
async function tasks(database: Database, actor: Actor): Promise<void> {
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
  const { rows: columns } = await database.pool.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_name = 'assignment'
     and column_name not in ('assignment_id', 'deadline', 'done_on', 'register_number', 'register_year')
     order by 1`,
  )
  const others = columns.map((one) => one.column_name).join(', ')
  const started = performance.now()
  await database.pool.query(
    `insert into assignment (assignment_id, register_year, register_number, deadline, done_on, ${others})
     select uuidv7(), 2026, n + 1, date '2025-01-01' + (n % 900)::integer,
       case when n % 3 > 0 then date '2026-06-01' end, ${others}
     from (select * from assignment limit 1) one cross join generate_series(1, ${wanted.tasks}) n`,
  )
  say(`${wanted.tasks} tasks copied in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

async function signedIn(database: Database, provinceId: number, accountId: string) {
  return transaction(database, async (tx) => {
    const row = await tx
      .selectFrom('account')
      .selectAll()
      .where('province_id', '=', provinceId)
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow()
    const { cookie } = await openSession(tx, row, { device: '', network: '' })
    return `giaoban=${cookie}`
  })
}

/** Each page at the server, and its rows by bare SQL. */
async function asked(
  database: Database,
  provinceId: number,
  indicators: readonly Row<'indicator'>[],
  bodies: readonly string[],
  cookie: string,
): Promise<void> {
  const settings = {
    ...{ secure: false, trustProxy: false, webFolder: null, graceDays: null, sso: null },
    factorKey: Buffer.alloc(32, 7),
  }
  const app = createServer({ settings, database, log: pino({ level: 'silent' }) })
  const one = indicators.at(-1)?.indicator_id ?? ''
  const newest = `from figure f join lateral (select value, stage from figure_version v
    where v.province_id = f.province_id and v.figure_id = f.figure_id order by number desc limit 1) v
    on true where f.province_id = $1`
  const cases: [string, string, string, unknown[]][] = [
    [
      'board of 160 indicators',
      '/api/indicators/board',
      `select distinct on (f.indicator_id) f.indicator_id, f.period_to, v.value, v.stage ${newest}
       and f.organisation_id is null and f.kind = 'actual' order by f.indicator_id, f.period_to desc`,
      [provinceId],
    ],
    [
      `nine months of ${bodies.length} units, together; bare SQL: their months`,
      `/api/indicators/${one}/units?from=2026-01-01&to=2026-09-30`,
      `select f.organisation_id, f.period_to, v.value, v.stage ${newest} and f.indicator_id = $2
       and f.organisation_id is not null and f.period_to between '2026-01-01' and '2026-09-30'`,
      [provinceId, one],
    ],
    [
      'page of one indicator, all its figures',
      `/api/indicators/${one}/figures`,
      `select f.organisation_id, f.period_to, v.value, v.stage ${newest} and f.indicator_id = $2`,
      [provinceId, one],
    ],
    [
      'targets of one indicator',
      `/api/indicators/${one}/targets`,
      `select * from target t join target_version v using (province_id, target_id)
       where t.province_id = $1 and t.indicator_id = $2`,
      [provinceId, one],
    ],
    [
      'list of 50 open tasks',
      '/api/assignments?state=open&limit=50',
      `select * from assignment where province_id = $1 and done_on is null and withdrawn_at is null
       order by deadline, assignment_id limit 50`,
      [provinceId],
    ],
  ]
  for (const [name, path, text, parameters] of cases) {
    const ours: number[] = []
    const bare: number[] = []
    let bytes = 0
    let many = 0
    for (let round = 0; round < rounds + 5; round++) {
      let started = performance.now()
      const response = await app.request(path, { headers: { cookie } })
      const body = await response.text()
      const took = performance.now() - started
      if (!response.ok) throw new Error(`${path}: ${response.status} ${body.slice(0, 300)}`)
      started = performance.now()
      const { rows } = await database.pool.query(text, parameters)
      const plain = performance.now() - started
      bytes = body.length
      many = rows.length
      if (round < 5) continue
      ours.push(took)
      bare.push(plain)
    }
    const [p50, p95, plainest] = [half(ours, 0.5), half(ours, 0.95), half(bare, 0.5)]
    say(
      `${name}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (${Math.round(bytes / 1024)} KB); bare SQL ${plainest.toFixed(
        1,
      )} ms (${many} rows); ${(p50 / plainest).toFixed(1)} ×`,
    )
  }
}

function half(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0
}
