// What a first visit costs: the JavaScript that the sign-in page and the review page really load,
// under brotli, as the server sends it.
import { get } from 'node:http'
import { brotliCompressSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asksOf } from '../app/src/web/asks.ts'
import { capabilitiesOf } from '../app/src/web/capabilities.ts'
import { openBrowser, openPage } from './browser.ts'
import { sampleServer } from './sample.ts'
import { screensOf } from './screens.ts'
import type { Served } from './server.ts'
import { settled, signIn } from './steps.ts'

/** 200 KiB. */
const most = 200 * 1024

describe('the first load', () => {
  let server: Served
  let browser: Browser

  beforeAll(async () => {
    server = sampleServer()
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser?.close()
  })

  it('of the sign-in page stays within 200 KiB of JavaScript', async () => {
    const { page } = await openPage(browser)
    await within(await loadedBy(page.context(), server.address))
  })

  it('of the review page stays within 200 KiB of JavaScript', async () => {
    const { page } = await openPage(browser)
    await signIn(page, server, server.accounts.office)
    const answer = await page.request.get(`${server.address}/api/documents`)
    const { documents } = (await answer.json()) as { documents: { id: string }[] }
    // The same person on a machine that has nothing of ours in its cache.
    const storageState = await page.context().storageState()
    const fresh = await browser.newContext({ storageState })
    await within(await loadedBy(fresh, `${server.address}/documents/${documents[0]?.id}/review`))
  })

  it('asks nothing twice and nothing in vain before its scripts are there', async () => {
    const { page } = await openPage(browser)
    await signIn(page, server, server.accounts.office)
    const screens = await screensOf(page, server)
    const storageState = await page.context().storageState()
    const can = capabilitiesOf(await mayOf(page))
    let looked = 0
    for (const { path } of screens) {
      const expected = asksOf(path, can)
      if (path.includes('?') || expected.length === 0) continue
      const fresh = await browser.newContext({ storageState, timezoneId: 'Asia/Ho_Chi_Minh' })
      const opened = await fresh.newPage()
      const asked: string[] = []
      opened.on('request', (request) => asked.push(request.url().replace(server.address, '')))
      await opened.goto(`${server.address}${path}`)
      await settled(opened)
      await opened.waitForLoadState('networkidle')
      // Whatever the page did not come for is still there.
      const left = await opened.evaluate(() => [
        ...((globalThis as { giaobanEarly?: Map<string, unknown> }).giaobanEarly?.keys() ?? []),
      ])
      expect(left, path).toEqual([])
      for (const one of ['/api/session', ...expected]) {
        expect(
          asked.filter((address) => address === one),
          `${path}: ${one}`,
        ).toEqual([one])
      }
      looked++
      await fresh.close()
    }
    expect(looked).toBeGreaterThan(10)
  })

  async function mayOf(page: Page): Promise<string[]> {
    const answer = await page.request.get(`${server.address}/api/session`)
    return ((await answer.json()) as { account: { may: string[] } }).account.may
  }

  /** The scripts a page loads, each with its bytes unpacked. */
  async function loadedBy(context: BrowserContext, address: string): Promise<Map<string, Buffer>> {
    const page = await context.newPage()
    const bodies = new Map<string, Promise<Buffer>>()
    page.on('response', (response) => {
      // What is fetched ahead, once the page stands, is of other pages.
      const ahead = 'sec-purpose' in response.request().headers()
      if (!ahead && /javascript/.test(response.headers()['content-type'] ?? '')) {
        bodies.set(response.url(), response.body())
      }
    })
    await page.goto(address)
    await settled(page)
    await page.waitForLoadState('networkidle')
    const loaded = new Map<string, Buffer>()
    for (const [url, body] of bodies) loaded.set(url, await body)
    return loaded
  }

  async function within(loaded: Map<string, Buffer>): Promise<void> {
    expect(loaded.size).toBeGreaterThan(1)
    let sent = 0
    let packed = 0
    for (const [url, body] of loaded) {
      const answer = await asSent(url)
      expect(answer.encoding).toBe('br')
      sent += answer.bytes
      packed += brotliCompressSync(body).length
    }
    const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`
    console.log(`${loaded.size} scripts: ${kib(sent)} as sent, ${kib(packed)} at brotli's best`)
    expect(sent).toBeLessThanOrEqual(most)
    expect(packed).toBeLessThanOrEqual(most)
  }
})

/** The bytes on the wire for a client that takes brotli. */
function asSent(url: string): Promise<{ bytes: number; encoding: string | undefined }> {
  return new Promise((resolve, reject) => {
    // A connection of its own: while we compress, the server closes one that is kept, and asks nobody.
    get(url, { agent: false, headers: { 'accept-encoding': 'br' } }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('end', () => resolve({ bytes, encoding: answer.headers['content-encoding'] }))
    }).on('error', reject)
  })
}
