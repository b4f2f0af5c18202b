// A scan of what was done, from a bad line: cut in the middle, it goes on by itself; after a reload it goes on where
// it stood; and it is evidence of the report.
import { randomBytes } from 'node:crypto'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { vi as t } from '../app/src/registers/assignments/texts.ts'
import { vi as documents } from '../app/src/registers/documents/texts.ts'
import { openBrowser, openPage } from './browser.ts'
import { signedIn } from './held.ts'
import { ownSampleServer } from './sample.ts'
import type { TestServer } from './server.ts'
import { open, signIn } from './steps.ts'

const part = 256 * 1024
let server: TestServer
let browser: Browser
let page: Page
let line: CDPSession
let task: { id: string }
/** Where each part began that the server took. */
const taken: number[] = []

/** A line of so many bytes a second, or none at all. */
const lineOf = (bytes: number | null) =>
  line.send('Network.emulateNetworkConditions', {
    ...{ offline: bytes === null, latency: 0 },
    ...{ downloadThroughput: bytes ?? 0, uploadThroughput: bytes ?? 0 },
  })

const photograph = (name: string, size: number) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size)]),
})

beforeAll(async () => {
  server = await ownSampleServer()
  browser = await openBrowser()
  ;({ page } = await openPage(browser, { width: 390, height: 844 }))
  await signIn(page, server, server.accounts.office)
  const ask = await signedIn(server)
  const { assignments } = (await ask('GET', 'assignments?state=open')) as unknown as {
    assignments: { id: string; state: string }[]
  }
  task = assignments.find(({ state }) => !['awaiting', 'paused'].includes(state)) ?? { id: '' }
  line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  page.on('response', (response) => {
    const offset = response.request().headers()['upload-offset']
    if (offset !== undefined && response.ok()) taken.push(Number(offset))
  })
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function openReport() {
  await open(page, server, `/assignments?task=${task.id}`)
  await page.getByRole('button', { name: t.act.report, exact: true }).click()
  return page.getByRole('dialog', { name: t.act.report })
}

async function choose(file: ReturnType<typeof photograph>) {
  await page.getByLabel(t.file.label).setInputFiles(file)
  await page.getByRole('button', { name: documents.declaration.declare }).click()
}

const someIsThere = () => expect.poll(() => taken.length, { timeout: 20_000 }).toBeGreaterThan(0)

/** No part twice, and none left out but the one whose answer was lost with the line. */
function inOrder(size: number): void {
  const all = Array.from({ length: Math.ceil(size / part) }, (_, at) => at * part)
  expect(taken).toEqual(all.filter((from) => taken.includes(from)))
  expect(all.length - taken.length).toBeLessThanOrEqual(1)
}

test('the line is cut in the middle, the page is loaded again: nothing is sent twice, and the report has it', async () => {
  const dialog = await openReport()
  const first = photograph('to-trinh.jpg', 2_500_000)
  await lineOf(500_000)
  await choose(first)
  await someIsThere()
  await lineOf(null)
  await dialog.getByText(t.file.lost).waitFor()
  await lineOf(50_000_000)
  await dialog.getByText(t.file.added('to-trinh.jpg')).waitFor()
  inOrder(first.buffer.length)

  taken.length = 0
  const second = photograph('bien-ban.jpg', 2_000_000)
  await lineOf(500_000)
  await choose(second)
  await someIsThere()
  await lineOf(null)
  await dialog.getByText(t.file.lost).waitFor()
  await lineOf(50_000_000)
  await openReport()
  await dialog.getByText('bien-ban.jpg').waitFor()
  await choose(second)
  await dialog.getByText(t.file.added('bien-ban.jpg')).waitFor()
  inOrder(second.buffer.length)

  await dialog.getByLabel(t.form.onBehalf).fill('Công văn 12/SXD')
  await dialog.getByLabel(t.form.whatDone).fill('Đã trình.')
  await dialog.getByRole('button', { name: t.act.report, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: 'bien-ban.jpg' }).click()
  await page.getByText('bien-ban.jpg').first().waitFor()
})
