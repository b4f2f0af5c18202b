// Speed of figures and tasks at a province's size:
//   node bench/indicators.ts [--figures 1000000] [--tasks 1000000] [--rounds 40] [--data DIR]
// One embedded PostgreSQL, one province of the shipped list, 150 units, 160 indicators (bench/province.ts). Each page is
// asked at the server in this process, with its policy and its session, and in the same run the rows that it cannot do
// without are asked for by bare SQL through pg. Prints p50 of both, the size of the answer, and the ratio; nothing is
// compared with a limit. With `--data` the province stays there, and a run that finds it asks only.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { stdout, version } from 'node:process'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { openEverything } from '../app/src/boot.ts'
import type { Pools } from '../app/src/database/connect-as.ts'
import type { Database } from '../app/src/database/open.ts'
import { createServer } from '../app/src/http/server.ts'
import { type Province, provinceOf, signedIn } from './province.ts'

const { values } = parseArgs({
  options: {
    figures: { type: 'string', default: '1000000' },
    tasks: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '40' },
    data: { type: 'string' },
    only: { type: 'string' },
  },
})
const wanted = { figures: Number(values.figures), tasks: Number(values.tasks) }
const rounds = Number(values.rounds)
const say = (line: string) => stdout.write(`${line}\n`)

const folder = values.data ?? mkdtempSync(join(tmpdir(), 'giaoban-bench-'))
mkdirSync(folder, { recursive: true })
chmodSync(folder, 0o711)
const running = await openEverything({ dataFolder: folder, databaseUrl: null })
try {
  await bench(running)
} finally {
  await running.close()
  if (!values.data) rmSync(folder, { recursive: true, force: true })
}

async function bench(pools: Pools): Promise<void> {
  const { database } = pools
  const { rows } = await database.pool.query('show server_version')
  say(
    `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${version}`,
  )
  say(`PostgreSQL ${rows[0].server_version}, load before ${loadavg()[0]?.toFixed(1)}`)
  const province = await provinceOf(pools, wanted, say)
  const office = await signedIn(database, province.id, 'office')
  const unit = await signedIn(database, province.id, 'unit')
  await asked(database, province, { office, unit })
  say(`load after ${loadavg()[0]?.toFixed(1)}`)
}

/** Each page at the server, and its rows by bare SQL. */
async function asked(
  database: Database,
  { id: provinceId, indicators, bodies }: Province,
  cookies: Record<'office' | 'unit', string>,
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
  const open = 'done_on is null and revoked_on is null and withdrawn_at is null'
  const cases: [keyof typeof cookies, string, string, string, unknown[]][] = [
    [
      'office',
      'board of 160 indicators',
      '/api/indicators/board',
      `select distinct on (f.indicator_id) f.indicator_id, f.period_to, v.value, v.stage ${newest}
       and f.organisation_id is null and f.kind = 'actual' order by f.indicator_id, f.period_to desc`,
      [provinceId],
    ],
    [
      'office',
      `nine months of ${bodies.length} units, together; bare SQL: their months`,
      `/api/indicators/${one}/units?from=2026-01-01&to=2026-09-30`,
      `select f.organisation_id, f.period_to, v.value, v.stage ${newest} and f.indicator_id = $2
       and f.organisation_id is not null and f.period_to between '2026-01-01' and '2026-09-30'`,
      [provinceId, one],
    ],
    [
      'office',
      'page of one indicator, as it opens; bare SQL: all its figures',
      `/api/indicators/${one}/figures?limit=200`,
      `select f.organisation_id, f.period_to, v.value, v.stage ${newest} and f.indicator_id = $2`,
      [provinceId, one],
    ],
    [
      'office',
      'all figures of one indicator',
      `/api/indicators/${one}/figures`,
      `select f.organisation_id, f.period_to, v.value, v.stage ${newest} and f.indicator_id = $2`,
      [provinceId, one],
    ],
    [
      'office',
      'targets of one indicator',
      `/api/indicators/${one}/targets`,
      `select * from target t join target_version v using (province_id, target_id)
       where t.province_id = $1 and t.indicator_id = $2`,
      [provinceId, one],
    ],
    [
      'office',
      '50 open tasks of the province',
      '/api/assignments?state=open&limit=50&counts=none',
      `select * from assignment where province_id = $1 and ${open} and deadline is not null
       order by deadline, assignment_id limit 50`,
      [provinceId],
    ],
    [
      'office',
      '50 open tasks that a body leads',
      `/api/assignments?state=open&limit=50&counts=none&lead=${bodies[7]}`,
      `select * from assignment where province_id = $1 and ${open} and deadline is not null
       and lead_id = $2 order by deadline, assignment_id limit 50`,
      [provinceId, bodies[7]],
    ],
    [
      'office',
      '50 open tasks that a body leads or helps with',
      `/api/assignments?state=open&limit=50&counts=none&body=${bodies[7]}`,
      `select * from assignment where province_id = $1 and ${open} and deadline is not null
       and (lead_id = $2 or cooperating_ids ? $2::text) order by deadline, assignment_id limit 50`,
      [provinceId, bodies[7]],
    ],
    [
      'unit',
      '50 open tasks of its own, asked by a unit',
      '/api/assignments?state=open&limit=50&counts=none&own=any',
      `select * from assignment where province_id = $1 and ${open} and deadline is not null
       and (lead_id = $2 or cooperating_ids ? $2::text) order by deadline, assignment_id limit 50`,
      [provinceId, bodies[0]],
    ],
    [
      'office',
      'counts of the tasks of the province',
      '/api/assignments?counts=only',
      `select count(*) from assignment where province_id = $1 and ${open}`,
      [provinceId],
    ],
    [
      'office',
      'counts of the tasks that a body leads',
      `/api/assignments?counts=only&lead=${bodies[7]}`,
      `select count(*) from assignment where province_id = $1 and ${open} and lead_id = $2`,
      [provinceId, bodies[7]],
    ],
  ]
  for (const [whose, name, path, text, parameters] of cases) {
    if (values.only && !name.includes(values.only)) continue
    const ours: number[] = []
    const bare: number[] = []
    let bytes = 0
    let many = 0
    for (let round = 0; round < rounds + 5; round++) {
      let started = performance.now()
      const response = await app.request(path, { headers: { cookie: cookies[whose] } })
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
