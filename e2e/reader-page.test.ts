// The page where a text is read in the browser: opened as a file, with no server and no network.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { en, vi } from '../reader/page/texts.ts'
import { makePage } from '../reader/tools/page.ts'
import { openBrowser, openPage } from './browser.ts'
import { faults } from './measures.ts'

const file = join(import.meta.dirname, '..', 'docs', 'reader.html')
let browser: Browser
let page: Page
let errors: string[]
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'giaoban-page-'))
  browser = await openBrowser()
  ;({ page, errors } = await openPage(browser))
  await page.context().setOffline(true)
  await page.goto(pathToFileURL(file).href)
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

it('is what its sources make, and light', async () => {
  const made = await makePage()
  expect(readFileSync(file, 'utf8') === made, 'run: npm run build:page').toBe(true)
  expect(brotliCompressSync(made).length).toBeLessThan(120_000)
})

it('reads a sample, shows it in the text and in the list, and tells why', async () => {
  await page.getByRole('button', { name: vi.example }).click()
  const marks = page.locator('#text mark.statement')
  expect(await marks.count()).toBeGreaterThan(3)
  await marks.first().click()
  const open = page.locator('#found details[open]')
  // What stands inside is made when it opens.
  await open.locator('table').first().waitFor()
  expect(await open.textContent()).toContain(vi.rule)
  expect(await open.textContent()).toContain(vi.field.indicator)
  expect(await faults(page)).toEqual([])
})

it('hides and shows kinds', async () => {
  const list = page.locator('#found li.quantity')
  expect(await list.count()).toBe(0)
  await page.getByRole('checkbox', { name: new RegExp(`^${vi.kind.quantity}`) }).check()
  expect(await list.count()).toBeGreaterThan(5)
})

it('speaks English as well', async () => {
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText(en.intro).waitFor()
  expect(await page.title()).toBe(en.title)
  expect(await faults(page, { onlyWords: true })).toEqual([])
  await page.getByRole('button', { name: 'Tiếng Việt' }).click()
})

it('opens a file in an old encoding, and gives the result as JSON', async () => {
  const old = join(folder, 'cu.txt')
  writeFileSync(old, Buffer.from('Thu ng©n s¸ch ®¹t 8.250 tû ®ång, t¨ng 8%.', 'latin1'))
  await page.getByLabel(vi.file).setInputFiles(old)
  await page.locator('#text mark').first().waitFor()
  expect(await page.locator('#given').inputValue()).toContain('Thu ngân sách đạt 8.250 tỷ đồng')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: vi.json }).click(),
  ])
  const saved = join(folder, 'found.json')
  await download.saveAs(saved)
  const { findings } = JSON.parse(readFileSync(saved, 'utf8'))
  expect(findings.map(({ quote }: { quote: string }) => quote)).toContain('8.250 tỷ đồng')
})

it('takes a hostile text as text, and asks nobody for anything', async () => {
  await page.locator('#given').fill('<img src=x onerror=alert(1)> Thu đạt 12 tỷ đồng.')
  expect(await page.locator('#text').textContent()).toContain('<img src=x onerror=alert(1)>')
  expect(await page.locator('#text img').count()).toBe(0)
  await page.locator('#given').fill('')
  await page.getByText(vi.empty).waitFor()
  expect(errors).toEqual([])
})
