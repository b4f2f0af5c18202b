// The map of communes: tiles without a file, outlines with one, at three widths, on paper and copied.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en, vi } from '../app/src/registers/overview/units-texts.ts'
import { axeViolations, openBrowser, openPage, screenshotPath } from './browser.ts'
import { speak } from './looking.ts'
import { newAccounts, sampleServer } from './sample.ts'
import type { Served } from './server.ts'
import { open, signIn } from './steps.ts'

interface Units {
  units: { body: { name: string } }[]
}

const commune = /^(Phường|Xã|Thị trấn|Đặc khu) /

/** A square of a tenth of a degree for each name, side by side. */
const squares = (names: readonly string[]) => ({
  type: 'FeatureCollection',
  features: names.map((ten, at) => {
    const [left, bottom] = [105 + (at % 3) / 10, 21 + Math.floor(at / 3) / 10]
    const ring = [
      [left, bottom],
      [left + 0.1, bottom],
      [left + 0.1, bottom + 0.1],
      [left, bottom + 0.1],
      [left, bottom],
    ]
    return {
      ...{ type: 'Feature', properties: { ten } },
      geometry: { type: 'Polygon', coordinates: [ring] },
    }
  }),
})

describe('the map of communes', () => {
  let server: Served
  let browser: Browser
  let page: Page
  let path: string
  let names: string[]

  beforeAll(async () => {
    server = { ...sampleServer(), accounts: await newAccounts('map') }
    browser = await openBrowser()
    const permissions = ['clipboard-read', 'clipboard-write']
    ;({ page } = await openPage(browser, undefined, { permissions }))
    await signIn(page, server, server.accounts.office)
    const get = <T>(url: string) =>
      page.evaluate(async (at) => (await fetch(at)).json(), url) as Promise<T>
    const { indicators } = await get<{ indicators: { id: string }[] }>('/api/overview/units')
    for (const { id } of indicators) {
      const { units } = await get<Units>(`/api/indicators/${id}/overview`)
      names = units.map(({ body }) => body.name).filter((name) => commune.test(name))
      path = `/overview/indicators/${id}?view=map`
      if (names.length > 1) break
    }
  })

  afterAll(async () => {
    await browser?.close()
  })

  it('shows each commune as a tile that leads to it', async () => {
    await open(page, server, path)
    const tiles = page.locator('.map-tile')
    await tiles.first().waitFor()
    expect(await tiles.count()).toBe(names.length)
    for (const width of [1280, 820, 360]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      await page.screenshot({ path: screenshotPath(`map-tiles-${width}`), fullPage: true })
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: vi.copySvg }).click()
    await page.getByText(vi.copied, { exact: true }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.match(/<g><title>/g)).toHaveLength(names.length)
    await tiles.first().click()
    await page.waitForURL(/\/overview\/units\//)
  })

  it('draws outlines from a file, says which communes have none, and keeps them here', async () => {
    await open(page, server, path)
    const folder = mkdtempSync(join(tmpdir(), 'giaoban-map-'))
    const choose = async (content: string) => {
      const file = join(folder, 'xa.geojson')
      writeFileSync(file, content)
      await page.getByLabel(vi.outlinesFile).setInputFiles(file)
    }
    await choose('{"features": 3}')
    await page.getByText(vi.outlineProblems.notCollection).waitFor()
    expect(await page.locator('.map-tile').count()).toBe(names.length)

    await choose(JSON.stringify(squares(names)))
    await page.locator('.map-outlines').waitFor()
    expect(await page.locator('.map-place').count()).toBe(names.length)
    await page.screenshot({ path: screenshotPath('map-outlines-1280'), fullPage: true })
    const pdf = await page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true })
    writeFileSync(screenshotPath('map-outlines').replace(/\.png$/, '.pdf'), pdf)
    expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1)
    expect(await axeViolations(page)).toEqual([])

    await page.getByLabel(vi.mapDrawn).selectOption('tiles')
    expect(await page.locator('.map-tile').count()).toBe(names.length)
    await page.getByLabel(vi.mapDrawn).selectOption('outlines')

    await choose(JSON.stringify(squares([...names.slice(1), 'Xã Không Có'])))
    await page.getByText('Xã Không Có').waitFor()
    expect(await page.locator('.map-place').count()).toBe(names.length - 1)
    expect(await page.locator('.map-tile').count()).toBe(1)

    await open(page, server, path)
    await page.locator('.map-outlines').waitFor()
    await page.getByRole('button', { name: vi.outlinesDrop }).click()
    await page.locator('.map-tile').first().waitFor()
  })

  it('goes on paper across, and is told in English', async () => {
    await open(page, server, path)
    await page.locator('.map-tile').first().waitFor()
    const pdf = await page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true })
    writeFileSync(screenshotPath('map').replace(/\.png$/, '.pdf'), pdf)
    expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1)
    await speak(page, 'en')
    await open(page, server, path)
    await page.getByRole('tab', { name: en.views.map }).waitFor()
    await page.getByLabel(en.outlinesFile).waitFor()
  })
})
