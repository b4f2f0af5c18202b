// How fast a change of a sitting reaches everybody, and what that costs: `npm run trial:sitting`, or
// node bench/sitting.ts [--clients 300] [--changes 60] [--seconds 1.5] [--events-only]
// One running product (start.mjs, embedded PostgreSQL), a process with that many clients on the stream of events,
// each of its own account, who read the sitting after each event as a page does (with --events-only they hear
// and read nothing), and three pages in Chromium: chair, clerk, wall. Changes of every kind, one in so many
// seconds on average. Measured for each: from its request until each client heard its number, until each client
// had the sitting with it, until its words stood on each page. Ends with 1 where something did not arrive, or
// a 95th percentile is above a second; by itself in any case.
import { fork } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { exit, stdout, version } from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { openEverything } from '../app/src/boot.ts'
import { type Database, transaction } from '../app/src/database/open.ts'
import type { AccountRole, Row } from '../app/src/database/tables.ts'
import { systemActor } from '../app/src/http/access.ts'
import { addProvince } from '../app/src/registers/people/provinces.ts'
import { openSession } from '../app/src/registers/people/sessions.ts'
import { addAccount } from '../app/src/registers/people/store.ts'
import { vi as sittingWords } from '../app/src/registers/sitting/texts.ts'
import { vi as wallWords } from '../app/src/registers/wall/texts.ts'
import { openBrowser, openPage } from '../e2e/browser.ts'
import { startServer, type TestServer } from '../e2e/server.ts'
import type { Heard, Order, Report } from './sitting-clients.ts'

const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '300' },
    changes: { type: 'string', default: '60' },
    seconds: { type: 'string', default: '1.5' },
    'events-only': { type: 'boolean', default: false },
  },
})
const wanted = { p95: 1000 }
const clientCount = Number(values.clients)
const changeCount = Number(values.changes)
const pace = Number(values.seconds) * 1000
/** Nothing takes longer: what has not come by then has not come. */
const patience = 30_000

type Cookies = Record<'office' | 'head', { cookie: string; csrf: string }> & { clients: string[] }

/** People and their sessions, written before the product starts: 300 sign-ins with passwords would take minutes. */
async function people(database: Database): Promise<Cookies & { bodies: string[] }> {
  const province = await transaction(database, (tx) => addProvince(tx, 'Thái Nguyên'))
  const provinceId = province.province_id
  const bodies = await database.db
    .selectFrom('organisation')
    .select('organisation_id')
    .where('province_id', '=', provinceId)
    .where('kind', '<>', 'province')
    .orderBy('kind')
    .orderBy('code')
    .limit(61)
    .execute()
  const session = (name: string, role: AccountRole, organisationId?: string) =>
    transaction(database, async (tx) => {
      const { id } = await addAccount(tx, systemActor(provinceId), {
        address: `${name}@thai-nguyen`,
        name,
        role,
        ...(organisationId ? { organisationId } : {}),
      })
      const row = await tx
        .selectFrom('account')
        .selectAll()
        .where('province_id', '=', provinceId)
        .where('account_id', '=', id)
        .executeTakeFirstOrThrow()
      const opened = await openSession(tx, row as Row<'account'>, { device: '', network: '' })
      return { cookie: `giaoban=${opened.cookie}`, csrf: opened.session.csrfToken }
    })
  const office = await session('office', 'office')
  const head = await session('head', 'officeHead')
  const ids = bodies.map((one) => one.organisation_id)
  const clients: string[] = []
  for (let index = 0; index < clientCount; index++) {
    // Each tenth works in the office that holds it; the others in one of the sixty bodies invited.
    const inside = index % 10 === 0
    const role = inside ? 'inspector' : index % 3 === 0 ? 'reader' : 'departmentHead'
    const body = inside ? undefined : ids[1 + (index % (ids.length - 1))]
    clients.push((await session(`client-${index}`, role, body)).cookie)
  }
  return { office, head, clients, bodies: ids }
}

/** Requests of the office, as its pages send them. */
function clientOf(address: string, { cookie, csrf }: Cookies['office']) {
  // biome-ignore lint/suspicious/noExplicitAny: answers of every kind
  return async (method: string, path: string, body?: object, ifMatch?: number): Promise<any> => {
    const response = await fetch(`${address}/api/${path}`, {
      method,
      signal: AbortSignal.timeout(patience),
      headers: {
        cookie,
        'x-csrf-token': csrf,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return JSON.parse(text)
  }
}
type Ask = ReturnType<typeof clientOf>

const sentence = (words: string): string =>
  `${words}: đề nghị cơ quan chủ trì rà soát tiến độ, báo cáo rõ nguyên nhân chậm và người chịu trách nhiệm. `

/** A sitting in its middle: twelve items, each with eight opinions, two tallies, a decision; fifty members, sixty bodies. */
async function sitting(ask: Ask, bodies: string[]): Promise<{ id: string; items: string[] }> {
  const [board, ...invited] = bodies
  const { plan } = await ask('POST', 'conferences', {
    organisationId: board,
    type: 'briefing',
    level: 'participants',
    title: 'Phiên họp thử tải',
    startsAt: new Date().toISOString(),
  })
  const at = `conferences/${plan.id}`
  for (const organisationId of invited)
    await ask('POST', `${at}/invitations`, { organisationId, capacity: 'invited' })
  for (let index = 0; index < 50; index++)
    await ask('POST', `${at}/invitations`, { name: `Ủy viên ${index}`, capacity: 'member' })
  await ask('POST', `${at}/invitations/send`, {})
  const items: string[] = []
  for (let index = 0; index < 12; index++) {
    const given = { title: `Nội dung thứ ${index + 1} của phiên họp`, asked: 'decide' }
    items.push((await ask('POST', `${at}/items`, { ...given, submitterId: board })).item.id)
  }
  const fresh = (await ask('GET', `${at}/plan`)).plan
  await ask('POST', `${at}/open`, {}, fresh.version)
  for (const item of items) {
    for (let index = 0; index < 8; index++)
      await ask('POST', `session-items/${item}/opinions`, opinion(`Ý kiến ${index}`))
    for (let index = 0; index < 2; index++)
      await ask('POST', `session-items/${item}/votes`, tally(`Biểu quyết ${index}`))
    await ask('PUT', `session-items/${item}/decision`, decision('Kết luận'), 0)
  }
  await ask('POST', `${at}/current`, { itemId: items[0], speaker: null })
  return { id: plan.id, items }
}

const opinion = (words: string) => ({
  speaker: 'Giám đốc Sở',
  stance: 'agreeWithChanges',
  body: sentence(words).repeat(3),
})
const tally = (question: string) => ({
  ...{ question, kind: 'open', base: 'members', baseCount: 50 },
  ...{ agree: 40, disagree: 5, abstain: 5 },
})
const decision = (words: string) => ({
  ...{ outcome: 'agreed', conditions: null, noTask: true, tasks: [] },
  body: sentence(words).repeat(6),
})

const kinds = ['current', 'opinion', 'decision', 'attendance', 'tally'] as const
type Kind = (typeof kinds)[number]
const pageNames = ['chair', 'clerk', 'wall'] as const
type PageName = (typeof pageNames)[number]

interface Change {
  kind: Kind
  /** The number of the sitting with it. */
  live: number
  /** When it was asked for, in milliseconds. */
  at: number
  /** Words that stand on a page only with this change, by page; pages that do not show it are left out. */
  words: Partial<Record<PageName, string>>
}

/** Makes one change after the other, of each kind in turn. */
function changer(ask: Ask, id: string, items: string[]) {
  let count = 0
  let present = 0
  let itemAt = 0
  let drafts = 1
  // biome-ignore lint/suspicious/noExplicitAny: as the API answers
  let guests: any[] = []
  const item = () => items[itemAt]
  /** The words are told before the change is asked for, so that nobody looks for them too late. */
  return async (watch: (words: Change['words']) => Promise<void>): Promise<Change> => {
    const kind = kinds[count++ % kinds.length] as Kind
    const mark = `mã ${count}.`
    const everywhere = { chair: mark, clerk: mark, wall: mark }
    const inside = { chair: mark, clerk: mark }
    const make: Record<Kind, () => [Change['words'], () => Promise<unknown>]> = {
      current: () => {
        itemAt = (itemAt + 1) % items.length
        drafts = count <= kinds.length * items.length ? 1 : drafts
        return [
          { chair: everywhere.chair, wall: everywhere.wall },
          () => ask('POST', `conferences/${id}/current`, { itemId: item(), speaker: mark }),
        ]
      },
      opinion: () => [inside, () => ask('POST', `session-items/${item()}/opinions`, opinion(mark))],
      decision: () => [
        inside,
        () => ask('PUT', `session-items/${item()}/decision`, decision(mark), drafts),
      ],
      attendance: () => {
        const { id: guest, version } = guests[present++]
        const own = sittingWords.present(present, guests.length)
        return [
          { chair: own, clerk: own, wall: wallWords.present(present, guests.length) },
          () =>
            ask('POST', `conferences/${id}/roll-call`, {
              marks: [{ id: guest, version, attendance: 'present' }],
            }),
        ]
      },
      tally: () => [inside, () => ask('POST', `session-items/${item()}/votes`, tally(mark))],
    }
    if (guests.length === 0) {
      guests = (await ask('GET', `conferences/${id}/invitations`)).invitations
    }
    if (kind === 'decision') {
      const now = (await ask('GET', `conferences/${id}/sitting`)).sitting
      drafts = now.items[itemAt].decision.version
    }
    const [words, send] = make[kind]()
    await watch(words)
    const at = Date.now()
    await send()
    const { sitting: now } = await ask('GET', `conferences/${id}/sitting`)
    return { kind, live: now.live, at, words }
  }
}

/** In a page: notes when words stand on it, in texts or in fields. */
const looking = `
  globalThis.wanted = new Map(); globalThis.found = new Map();
  setInterval(() => {
    if (wanted.size === 0 || !document.body) return
    const fields = [...document.querySelectorAll('textarea, input')].map((one) => one.value)
    const text = document.body.textContent + ' ' + fields.join(' ')
    for (const words of wanted.keys()) if (text.includes(words)) {
      wanted.delete(words); found.set(words, Date.now())
    }
  }, 10)`

async function openPages(
  browser: Browser,
  server: TestServer,
  ask: Ask,
  id: string,
  cookies: Cookies,
): Promise<{ pages: Record<PageName, Page>; errors: string[] }> {
  const { token } = await ask('POST', `conferences/${id}/walls`, {})
  const errors: string[] = []
  const open = async (path: string, cookie: string | null) => {
    const { page, errors: own } = await openPage(browser)
    if (cookie) {
      const [name = '', value = ''] = cookie.split('=')
      await page.context().addCookies([{ name, value, url: server.address }])
    }
    await page.addInitScript(looking)
    await page.goto(`${server.address}${path}`)
    page.on('close', () => errors.push(`${path} was closed`))
    errors.push(...own)
    return page
  }
  const chair = await open(`/conferences/${id}/chair`, cookies.head.cookie)
  const clerk = await open(`/conferences/${id}/clerk`, cookies.office.cookie)
  const wall = await open(`/wall#${token}`, null)
  for (const page of [chair, clerk]) {
    await page.locator('.sitting-contact', { hasText: sittingWords.connected }).waitFor()
  }
  await wall.getByRole('heading', { name: /Nội dung thứ/ }).waitFor()
  return { pages: { chair, clerk, wall }, errors }
}

const watchOn = (page: Page, words: string) =>
  page.evaluate(`wanted.set(${JSON.stringify(words)}, true)`)
const foundOn = async (page: Page): Promise<Map<string, number>> =>
  new Map((await page.evaluate('[...found]')) as [string, number][])

/** The process of the clients, asked and answered. */
function clientProcess(order: Order) {
  const child = fork(join(import.meta.dirname, 'sitting-clients.ts'), { stdio: 'inherit' })
  let over: Error | null = null
  let answer: { resolve: (report: Report) => void; reject: (error: Error) => void } | null = null
  child.on('message', (report: Report) => answer?.resolve(report))
  child.on('exit', (code) => {
    over = new Error(`the process of the clients ended (${code})`)
    answer?.reject(over)
  })
  const ask = async <K extends Report['kind']>(message: Order | 'latest' | 'end', kind: K) => {
    if (over) throw over
    const { promise, resolve, reject } = Promise.withResolvers<Report>()
    answer = { resolve, reject }
    const late = setTimeout(
      () => reject(new Error(`the clients did not answer in time: ${kind}`)),
      patience * 2,
    )
    child.send(message)
    const report = await promise.finally(() => clearTimeout(late))
    if (report.kind !== kind) throw new Error(`the clients said ${report.kind}, not ${kind}`)
    return report as Extract<Report, { kind: K }>
  }
  return {
    joined: () => ask(order, 'joined'),
    latest: () => ask('latest', 'latest'),
    heard: () => ask('end', 'heard'),
    kill: () => child.kill('SIGKILL'),
  }
}

/** Seconds of processor time so far of the processes that name the folder, or work in it. */
function processorTime(folder: string): { server: number; database: number } {
  const used = { server: 0, database: 0 }
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      // Its own, and that of those it began that are over.
      const ticks = stat.slice(11, 15).reduce((sum, one) => sum + Number(one), 0)
      const seconds = ticks / 100
      if (readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)) used.database += seconds
      else if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)) used.server += seconds
    } catch {
      // Gone meanwhile, or another's.
    }
  }
  return used
}

interface Figures {
  n: number
  p50: number
  p95: number
  max: number
}

function figuresOf(times: number[]): Figures {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) =>
    sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) }
}

/** Milliseconds from each change to the first thing with its number or a later one; what never came is missing. */
function arrivals(changes: Change[], seen: [number, number][], missing: () => void): number[] {
  return changes.flatMap(({ live, at }) => {
    const first = seen.find(([number]) => number >= live)
    if (!first) missing()
    return first ? [first[1] - at] : []
  })
}

const say = (text: string) => stdout.write(`${text}\n`)

/** How what was started is ended, the last first. */
const ends: (() => unknown)[] = []

async function endAll(): Promise<void> {
  for (let end = ends.shift(); end; end = ends.shift()) await end()
}

async function run(folder: string): Promise<boolean> {
  const started = Date.now()
  const { database, close } = await openEverything({ dataFolder: folder, databaseUrl: null })
  const cookies = await people(database).finally(close)
  const server = await startServer({ folder })
  ends.unshift(() => server.stop())
  try {
    const ask = clientOf(server.address, cookies.office)
    const { id, items } = await sitting(ask, cookies.bodies)
    const browser = await openBrowser()
    ends.unshift(() => browser.close())
    const { pages, errors } = await openPages(browser, server, ask, id, cookies)
    const clients = clientProcess({
      address: server.address,
      conference: id,
      cookies: cookies.clients,
      reads: !values['events-only'],
    })
    ends.unshift(clients.kill)
    await clients.joined()
    await arrived(clients, await numberOf(ask, id))
    say(`prepared in ${((Date.now() - started) / 1000).toFixed(0)} s; ${clientCount} streams open`)
    const before = processorTime(folder)
    const begun = Date.now()
    const change = changer(ask, id, items)
    const changes: Change[] = []
    for (let index = 0; index < changeCount; index++) {
      const from = Date.now()
      changes.push(
        await change(async (words) => {
          await Promise.all(
            pageNames.map((name) => words[name] && watchOn(pages[name], words[name])),
          )
        }),
      )
      // Not in step with anything: between half and one and a half of the pace.
      await wait(Math.max(0, pace * (0.5 + Math.random()) - (Date.now() - from)))
    }
    const all = await arrived(clients, changes.at(-1)?.live ?? 0)
    const seconds = (Date.now() - begun) / 1000
    const after = processorTime(folder)
    await wait(500)
    const found = { chair: new Map(), clerk: new Map(), wall: new Map() } as Record<
      PageName,
      Map<string, number>
    >
    for (const name of pageNames) found[name] = await foundOn(pages[name])
    const { clients: heard, cpuSeconds } = await clients.heard()
    return tell({ changes, heard, found, errors, all, seconds, before, after, cpuSeconds })
  } finally {
    await endAll()
  }
}

const numberOf = async (ask: Ask, id: string): Promise<number> =>
  (await ask('GET', `conferences/${id}/sitting`)).sitting.live

/** Waits until every client has this number; false where some have not in time. */
async function arrived(clients: ReturnType<typeof clientProcess>, live: number): Promise<boolean> {
  const until = Date.now() + patience
  while (Date.now() < until) {
    const { numbers } = await clients.latest()
    if (numbers.every((number) => number >= live)) return true
    await wait(100)
  }
  return false
}

interface Result {
  changes: Change[]
  heard: Heard[]
  found: Record<PageName, Map<string, number>>
  errors: string[]
  all: boolean
  seconds: number
  before: { server: number; database: number }
  after: { server: number; database: number }
  cpuSeconds: number
}

/** Prints the figures; whether all arrived, in time. */
function tell({ changes, heard, found, errors, seconds, before, after, ...rest }: Result): boolean {
  const faults = [
    ...errors,
    ...heard.flatMap((one, index) => one.faults.map((why) => `client ${index}: ${why}`)),
  ]
  let late = false
  const line = (name: string, times: number[]) => {
    const { n, p50, p95, max } = figuresOf(times)
    if (n > 0 && p95 > wanted.p95) late = true
    if (n > 0) say(`| ${name} | ${n} | ${p50} | ${p95} | ${max} |`)
  }
  for (const [index, { events }] of heard.entries()) {
    const numbers = events.map(([number]) => number)
    if (numbers.some((number, at) => at > 0 && number <= (numbers[at - 1] ?? 0)))
      faults.push(`client ${index} heard numbers twice or out of order: ${numbers.join(' ')}`)
  }
  const times = (what: 'events' | 'readings', of = changes) =>
    heard.flatMap((one, index) =>
      arrivals(of, one[what], () => faults.push(`client ${index} misses a change (${what})`)),
    )
  const onPages = (of: Change[]) =>
    pageNames.flatMap((name) =>
      of.flatMap(({ at, kind, words }) => {
        if (!words[name]) return []
        const seen = found[name].get(words[name])
        if (!seen) faults.push(`${name} never showed “${words[name]}” (${kind})`)
        return seen ? [seen - at] : []
      }),
    )
  const [cpu] = cpus()
  say(
    `${cpus().length} × ${cpu?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${version}; ${clientCount} streams, ${changes.length} changes in ${seconds.toFixed(0)} s`,
  )
  say('| ms from the request | n | p50 | p95 | max |')
  say('|---|---|---|---|---|')
  line('clients: heard the event', times('events'))
  if (!values['events-only']) line('clients: had the sitting', times('readings'))
  line('pages: words on the screen', onPages(changes))
  for (const kind of kinds) {
    const of = changes.filter((one) => one.kind === kind)
    line(`pages: ${kind}`, onPages(of))
  }
  const sum = (pick: (one: Heard) => number) => heard.reduce((all, one) => all + pick(one), 0)
  const each = (value: number) => (value / heard.length).toFixed(1)
  say(
    `per client: ${each(sum((one) => one.events.length))} events, ${each(sum((one) => one.streamBytes))} bytes of events, ${each(sum((one) => one.readings.length))} readings (${each(sum((one) => one.unchanged))} unchanged), ${each(sum((one) => one.readBytes) / 1024)} KiB read`,
  )
  const part = (used: number) => `${used.toFixed(1)} s (${((100 * used) / seconds).toFixed(0)} %)`
  say(
    `processor of ${seconds.toFixed(0)} s: server ${part(after.server - before.server)}, database ${part(after.database - before.database)}, all clients ${part(rest.cpuSeconds)}`,
  )
  const shown = faults.slice(0, 20)
  for (const fault of shown) say(`FAULT ${fault}`)
  if (faults.length > shown.length) say(`… ${faults.length - shown.length} more`)
  if (late) say(`FAULT a 95th percentile is above ${wanted.p95} ms`)
  if (!rest.all) say('FAULT not everybody had everything in time')
  return !late && rest.all && faults.length === 0
}

const folder = mkdtempSync(join(tmpdir(), 'giaoban-sitting-'))
chmodSync(folder, 0o711)
/** Whatever hangs: preparing, the changes, and twice the patience. */
const longest = 240_000 + changeCount * (pace * 1.5 + 2_000) + patience * 2
const watchdog = setTimeout(() => {
  say(`FAULT the trial did not end in ${longest / 1000} s`)
  void Promise.race([endAll(), wait(10_000)]).finally(() => exit(1))
}, longest)
let good = false
try {
  good = await run(folder)
} catch (error) {
  say(`FAULT ${error instanceof Error ? error.stack : error}`)
}
clearTimeout(watchdog)
rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
exit(good ? 0 : 1)
