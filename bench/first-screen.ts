// What a screen costs on a slow PC behind a slow line: node bench/first-screen.ts [--rounds 5] [--data DIR] [--plain] [--gzip]
// One running product (start.mjs, embedded PostgreSQL) with the sample province; Chromium with its processor slowed
// four times, 1.6 Mbit/s down, 750 kbit/s up, 150 ms a request. Measured for each screen, in a browser that has
// nothing of ours: from navigation until the main content stands, bytes over the wire, requests, processor time of
// the page's main thread until it has come to rest (as slowed, and in a round apart as it is). Then, from the list of
// bodies at rest, the next screens by clicking: the first time and once more. With --data the province stays there
// for a later run; --plain slows nothing; with --gzip the browser takes no brotli, as over plain HTTP.
import { cpus, loadavg } from 'node:os'
import { stdout, version } from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { vi as words } from '../app/src/web/texts.ts'
import { openBrowser } from '../e2e/browser.ts'
import { giaoban, startServer, type TestAccount, type TestServer } from '../e2e/server.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    data: { type: 'string' },
    plain: { type: 'boolean', default: false },
    gzip: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)

/** A line as mobile networks of the countryside give it; bytes a second, milliseconds. */
const line = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}
const slowed = 4

interface Screen {
  name: string
  path: string
  /** What stands on it when its main content does. */
  content: string
}

const door: Screen = { name: 'sign-in page', path: '/', content: 'form input[type=password]' }
const screens: Screen[] = [
  { name: 'list of documents', path: '/documents', content: 'main table tbody tr' },
  { name: 'overview', path: '/overview', content: 'main h2' },
  { name: 'board of indicators', path: '/indicators', content: 'main table tbody tr' },
  { name: 'list of tasks', path: '/assignments', content: 'main table tbody tr' },
  { name: 'reports in figures', path: '/reports', content: 'main table tbody tr, main .state' },
  { name: 'projects', path: '/projects', content: 'main table tbody tr' },
]

interface Cost {
  /** Milliseconds from the start of the navigation. */
  shown: number
  requests: number
  bytes: number
  /** Milliseconds of the main thread. */
  busy: number
}

/** In the page: notes when something of the selector is to be seen, at the frame that shows it. */
const watching = (content: string) => `
  globalThis.shownAt = 0
  ;(function look() {
    if (document.querySelector(${JSON.stringify(content)})?.checkVisibility()) {
      requestAnimationFrame(() => { globalThis.shownAt = performance.now() })
    } else requestAnimationFrame(look)
  })()`

/** The protocol of a page, with the line and the processor as wanted. */
async function slowDown(page: Page, slow: boolean): Promise<CDPSession> {
  const protocol = await page.context().newCDPSession(page)
  await protocol.send('Network.enable')
  if (values.gzip) await page.setExtraHTTPHeaders({ 'accept-encoding': 'gzip, deflate' })
  await protocol.send('Performance.enable', { timeDomain: 'threadTicks' })
  if (slow) {
    await protocol.send('Network.emulateNetworkConditions', line)
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowed })
  }
  return protocol
}

async function busyOf(protocol: CDPSession): Promise<number> {
  const { metrics } = await protocol.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

/** Resolves once the page has shown it; how long after the start of its clock. */
async function shownOn(page: Page): Promise<number> {
  const until = Date.now() + 60_000
  for (;;) {
    // Through the protocol: the page's own content policy stays in force.
    const at = (await page.evaluate('globalThis.shownAt')) as number
    if (at) return at
    if (Date.now() > until) throw new Error(`${page.url()} did not show what it should`)
    await wait(50)
  }
}

/** Opens a screen in a browser of its own. */
async function firstVisit(
  browser: Browser,
  server: TestServer,
  screen: Screen,
  state: State,
  slow: boolean,
): Promise<Cost> {
  const context = await browser.newContext(state ? { storageState: state } : {})
  try {
    const page = await context.newPage()
    const protocol = await slowDown(page, slow)
    const wire = { requests: 0, bytes: 0 }
    protocol.on('Network.loadingFinished', ({ encodedDataLength }) => {
      wire.requests++
      wire.bytes += encodedDataLength
    })
    await page.addInitScript(watching(screen.content))
    await page.goto(`${server.address}${screen.path}`, { waitUntil: 'commit' })
    const shown = await shownOn(page)
    await page.waitForLoadState('networkidle')
    return { shown, ...wire, busy: await busyOf(protocol) }
  } finally {
    await context.close()
  }
}

type State = Awaited<ReturnType<BrowserContext['storageState']>> | undefined

/** Milliseconds from the click on its line of the navigation until a screen stands, for the first and the second time. */
async function nextScreens(
  browser: Browser,
  server: TestServer,
  state: State,
): Promise<Map<string, [number, number]>> {
  const context = await browser.newContext({ ...(state ? { storageState: state } : {}), viewport })
  const page = await context.newPage()
  await slowDown(page, !values.plain)
  await page.goto(`${server.address}/bodies`)
  await page.locator('main h1').waitFor()
  // As long as somebody looks at a screen before going on.
  await wait(looking)
  const times = new Map<string, [number, number]>()
  const order = [...screens, ...screens]
  for (const { name, path, content } of order) {
    await wait(500)
    const line = page.locator(`.shell-nav a[href="${path}"]`)
    await line.hover()
    await wait(aiming)
    await page.evaluate(watchNext(path, content))
    await line.click()
    const took = await shownOn(page)
    times.set(name, [times.get(name)?.[0] ?? took, took])
    await page.waitForLoadState('networkidle')
  }
  await context.close()
  return times
}
/** Milliseconds. */
const looking = 6_000
const viewport = { width: 1366, height: 768 }

/** Milliseconds that a hand rests on a line before it presses. */
const aiming = 150

/** In the page: notes how long after the next click the screen of that address shows its content. */
const watchNext = (path: string, content: string) => `
  globalThis.shownAt = 0
  addEventListener('click', ({ timeStamp: begun }) => {
    const former = document.querySelector('main h1')
    ;(function look() {
      const head = document.querySelector('main h1')
      const there = document.querySelector(${JSON.stringify(content)})?.checkVisibility()
      if (there && location.pathname === '${path}' && head && head !== former) {
        requestAnimationFrame(() => { globalThis.shownAt = performance.now() - begun })
      } else requestAnimationFrame(look)
    })()
  }, { capture: true, once: true })`

const median = (given: number[]): number =>
  given.toSorted((a, b) => a - b)[Math.floor(given.length / 2)] ?? Number.NaN
const say = (text: string) => stdout.write(`${text}\n`)

async function signedIn(
  browser: Browser,
  server: TestServer,
  account: TestAccount,
): Promise<State> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(server.address)
  const [address, password] = [page.locator('input').first(), page.locator('input[type=password]')]
  await address.fill(account.address)
  await password.fill(account.password)
  await password.press('Enter')
  await page.getByRole('navigation', { name: words.mainNavigation }).waitFor()
  const state = await context.storageState()
  await context.close()
  return state
}

const server = await startServer({
  sample: true,
  ...(values.data ? { folder: values.data } : {}),
})
const browser = await openBrowser()
try {
  const added = await giaoban(
    ...([server, 'account', 'add', `bench-${Date.now()}`, '--role', 'office'] as const),
    ...['--name', 'Nguyễn Thử'],
  )
  const state = await signedIn(browser, server, added)
  say(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${version}, Chromium ${browser.version()}`)
  say(
    `load ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}; ${rounds} rounds, medians (most)`,
  )
  for (const screen of [door, ...screens]) {
    const known = screen === door ? undefined : state
    const costs: Cost[] = []
    for (let round = 0; round < rounds; round++) {
      costs.push(await firstVisit(browser, server, screen, known, !values.plain))
    }
    const quick = await firstVisit(browser, server, screen, known, false)
    const shown = costs.map((one) => one.shown)
    say(
      `${screen.name.padEnd(20)} ${median(shown).toFixed(0)} ms (${Math.max(...shown).toFixed(0)}); ` +
        `${median(costs.map((one) => one.requests))} requests, ${(median(costs.map((one) => one.bytes)) / 1000).toFixed(1)} kB; ` +
        `main thread ${median(costs.map((one) => one.busy)).toFixed(0)} ms, unslowed ${quick.busy.toFixed(0)} ms`,
    )
  }
  const clicks: Map<string, [number, number]>[] = []
  for (let round = 0; round < rounds; round++) {
    clicks.push(await nextScreens(browser, server, state))
  }
  for (const { name } of screens) {
    const of = (time: 0 | 1) => median(clicks.map((one) => one.get(name)?.[time] ?? Number.NaN))
    say(
      `by clicking: ${name.padEnd(20)} first ${of(0).toFixed(0)} ms, again ${of(1).toFixed(0)} ms`,
    )
  }
} finally {
  await browser.close()
  await (values.data ? server.stop() : server.remove())
}
