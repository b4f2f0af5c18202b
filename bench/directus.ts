// Giao Ban beside a generic platform, both as servers over HTTP on the same PostgreSQL and the same rows:
//   node bench/directus.ts [--figures 1000000] [--tasks 1000000] [--seconds 10] [--indexed] [--data DIR]
// Directus is installed by bench/directus/package.json when it is first asked for. Each question is put to both in turn,
// one request at a time and eight at a time; the platform answers with its rows, Giao Ban with what its screens show, with
// policy, session and access log. The platform's tables have their keys alone; with `--indexed` also indexes made for these
// questions by hand. Prints medians, requests a second and their ratio; compares nothing with a limit.
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, execPath, stdout, version } from 'node:process'
import { parseArgs } from 'node:util'
import { openEverything } from '../app/src/boot.ts'
import { type Embedded, startEmbedded } from '../app/src/database/embedded.ts'
import { openDatabase } from '../app/src/database/open.ts'
import { load, type Target } from './load.ts'
import { answers, copyRows, ended, installPlatform, startPlatform, tokens } from './platform.ts'
import { type Province, provinceOf, signedIn } from './province.ts'

const { values } = parseArgs({
  options: {
    figures: { type: 'string', default: '1000000' },
    tasks: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '10' },
    data: { type: 'string' },
    indexed: { type: 'boolean', default: false },
  },
})
const say = (line: string) => stdout.write(`${line}\n`)
const seconds = Number(values.seconds)

installPlatform()
const folder = values.data ?? mkdtempSync(join(tmpdir(), 'giaoban-bench-'))
mkdirSync(folder, { recursive: true })
chmodSync(folder, 0o711)
try {
  const province = await prepared()
  await bench(province)
} finally {
  if (!values.data) rmSync(folder, { recursive: true, force: true })
}

/** The province, made or found there, and closed again. */
async function prepared(): Promise<Province> {
  const running = await openEverything({ dataFolder: folder, databaseUrl: null })
  try {
    const wanted = { figures: Number(values.figures), tasks: Number(values.tasks) }
    return await provinceOf(running, wanted, say)
  } finally {
    await running.close()
  }
}

async function bench(province: Province): Promise<void> {
  const embedded = await startEmbedded(folder)
  const { connection } = embedded
  const owner = openDatabase(connection, { size: 2 })
  try {
    say(`${cpus().length} × ${cpus()[0]?.model}, Node ${version}, load ${loadavg()[0]?.toFixed(1)}`)
    await copyRows(owner, province.id, values.indexed)
    const cookies = {
      office: await signedIn(owner, province.id, 'office'),
      unit: await signedIn(owner, province.id, 'unit'),
    }
    const platform = await startPlatform(connection, province.bodies[7] ?? '')
    try {
      const ours = await startOurs(connection)
      const addresses = { ours: ours.address, theirs: platform.address }
      await compare(province, addresses, cookies).finally(ours.stop)
    } finally {
      await platform.stop()
    }
    say(`load after ${loadavg()[0]?.toFixed(1)}`)
  } finally {
    await owner.close()
    await embedded.stop()
  }
}

/** The server as `npm start` runs it, on the PostgreSQL that is there. */
async function startOurs({ host, port, user, password, database }: Embedded['connection']) {
  const address = 'http://127.0.0.1:8065'
  const url = `postgres://${user}:${password}@localhost/${database}?host=${host}&port=${port}`
  const main = join(import.meta.dirname, '..', 'app', 'src', 'main.ts')
  const server = spawn(execPath, [main, '--port', '8065', '--data', join(folder, 'served')], {
    ...{ env: { ...env, DATABASE_URL: url }, stdio: ['ignore', 'ignore', 'inherit'] },
  })
  await answers(`${address}/api/health`, server)
  return { address, stop: () => ended(server) }
}

interface Question {
  name: string
  whose: 'office' | 'unit'
  ours: string
  theirs: string
}

/** What is asked of both: our path, and their collection with the same rows. */
function questions({ indicators, bodies }: Province): Question[] {
  const open = {
    done_on: { _null: true },
    revoked_on: { _null: true },
    withdrawn_at: { _null: true },
  }
  const dated = { ...open, deadline: { _nnull: true } }
  const tasks = (filter: object) =>
    items('task', filter, { sort: 'deadline,id', limit: '50', fields: '*,lead_id.name' })
  const one = indicators.at(-1)?.indicator_id ?? ''
  const list = '/api/assignments?state=open&limit=50&counts=none'
  return [
    {
      name: '50 open tasks that a body leads',
      whose: 'office',
      ...{
        ours: `${list}&lead=${bodies[7]}`,
        theirs: tasks({ ...dated, lead_id: { _eq: bodies[7] } }),
      },
    },
    {
      name: '50 open tasks of the province',
      whose: 'office',
      ...{ ours: list, theirs: tasks(dated) },
    },
    {
      name: '50 open tasks of a unit, asked by it (with an equal number of tasks)',
      whose: 'unit',
      ...{ ours: `${list}&own=lead`, theirs: tasks(dated) },
    },
    {
      name: 'nine months of 150 units',
      whose: 'office',
      ours: `/api/indicators/${one}/units?from=2026-01-01&to=2026-09-30`,
      theirs: items(
        'figure',
        {
          ...{ indicator_id: { _eq: one }, organisation_id: { _nnull: true } },
          period_to: { _between: ['2026-01-01', '2026-09-30'] },
        },
        { limit: '-1', fields: '*,organisation_id.name' },
      ),
    },
    {
      name: 'board of 160 indicators; theirs: 36 months of their values',
      whose: 'office',
      ours: '/api/indicators/board',
      theirs: items(
        'figure',
        {
          organisation_id: { _null: true },
          kind: { _eq: 'actual' },
          period_to: { _gte: '2023-10-01' },
        },
        { limit: '-1', fields: 'indicator_id,period_to,value,stage' },
      ),
    },
  ]
}

function items(collection: string, filter: object, rest: Record<string, string>): string {
  const query = new URLSearchParams({ ...rest, filter: JSON.stringify(filter) })
  return `/items/${collection}?${query}`
}

async function compare(
  province: Province,
  addresses: { ours: string; theirs: string },
  cookies: { office: string; unit: string },
): Promise<void> {
  for (const { name, whose, ...paths } of questions(province)) {
    const ours = { url: addresses.ours + paths.ours, headers: { cookie: cookies[whose] } }
    const theirs = {
      url: addresses.theirs + paths.theirs,
      headers: { authorization: `Bearer ${tokens[whose]}` },
    }
    say(name)
    for (const clients of [1, 8]) await inTurn({ ours, theirs }, clients)
  }
}

/** Both twice in turn after a warming round; the better round of each counts. */
async function inTurn(targets: { ours: Target; theirs: Target }, clients: number): Promise<void> {
  const round = async (target: Target) => load(target, { seconds: seconds / 2, clients })
  for (const target of Object.values(targets)) await load(target, { seconds: 1, clients })
  const a = [await round(targets.ours)]
  const b = [await round(targets.theirs)]
  a.push(await round(targets.ours))
  b.push(await round(targets.theirs))
  const best = (rates: typeof a) => rates.reduce((x, y) => (x.perSecond > y.perSecond ? x : y))
  const [ours, theirs] = [best(a), best(b)]
  const told = ({ p50, p95, perSecond, bytes }: typeof ours) =>
    `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${perSecond.toFixed(0)} a second, ${Math.round(bytes / 1024)} KB`
  say(
    `  ${clients} at a time: Giao Ban ${told(ours)}; Directus ${told(theirs)}; ${(ours.perSecond / theirs.perSecond).toFixed(1)} ×`,
  )
}
