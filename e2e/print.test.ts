// The registers on A4: as many sheets as there is to say, nothing cut off at the side; and a chart
// that goes into another document by the clipboard.
import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { PDFDocument } from 'pdf-lib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vi as counts } from '../app/src/registers/assignments/count-texts.ts'
import { vi as charts } from '../app/src/web/charts/texts.ts'
import { axeViolations, openBrowser, openPage, screenshotPath } from './browser.ts'
import { sampleServer } from './sample.ts'
import { type Screen, screensOf } from './screens.ts'
import type { Served } from './server.ts'
import { open, signIn } from './steps.ts'

/** A4 without the margins of 12 mm, in CSS pixels. */
const paper = { width: 703, height: 1017 }

const poppler = spawnSync('pdftoppm', ['-v']).status === 0
if (!poppler) console.warn('pdftoppm is not installed: the printed sheets are not drawn.')

describe('on paper', () => {
  let server: Served
  let browser: Browser
  let page: Page
  let screens: Screen[]

  beforeAll(async () => {
    server = sampleServer()
    browser = await openBrowser()
    const permissions = ['clipboard-read', 'clipboard-write']
    ;({ page } = await openPage(browser, undefined, { permissions }))
    await signIn(page, server, server.accounts.office)
    screens = await screensOf(page, server)
  })

  afterAll(async () => {
    await browser?.close()
  })

  it.each(['/overview', '/indicators', '/indicators/:id', '/shortcomings', '/assignments'])(
    '%s is whole on A4',
    async (route) => {
      await open(page, server, screens.find((one) => one.route === route)?.path ?? '')
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize(paper)
      const { height, beyond } = await page.evaluate((width) => {
        const shown = [...document.querySelectorAll<HTMLElement>('main *')].filter((one) =>
          one.checkVisibility(),
        )
        return {
          height: document.documentElement.scrollHeight,
          beyond: shown
            .filter((one) => one.getBoundingClientRect().right > width + 1)
            .map((one) => one.outerHTML.slice(0, 120)),
        }
      }, paper.width)
      expect(beyond).toEqual([])
      const pdf = await page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true })
      await page.emulateMedia({ media: null })
      await page.setViewportSize({ width: 1366, height: 768 })

      const sheets = (await PDFDocument.load(pdf)).getPages()
      for (const sheet of sheets) {
        expect(Math.abs(sheet.getWidth() - 595)).toBeLessThan(2)
        expect(Math.abs(sheet.getHeight() - 842)).toBeLessThan(2)
      }
      const least = Math.ceil(height / paper.height)
      expect(sheets.length).toBeGreaterThanOrEqual(least)
      expect(sheets.length).toBeLessThanOrEqual(least + 1 + Math.ceil(least / 4))

      const file = screenshotPath(`print${route.replace(/\W+/g, '-')}`).replace(/png$/, 'pdf')
      writeFileSync(file, pdf)
      if (!poppler) return
      // No sheet is empty, and the text of the page is on them.
      const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
      for (const sheet of text.split('\f').slice(0, sheets.length)) {
        expect(sheet.trim().length).toBeGreaterThan(40)
      }
      execFileSync('pdftoppm', ['-r', '60', '-png', file, file.replace(/\.pdf$/, '')])
    },
  )

  it('the follow-up register stays on the screen, with the reason, where its print cannot be fetched', async () => {
    const t = counts.register
    await open(page, server, '/assignments/register')
    const lines = page.locator('main tbody tr')
    const before = await lines.count()
    expect(before).toBeGreaterThan(3)
    await page.evaluate(() => {
      window.print = () => {
        document.title = 'printed'
      }
    })
    const print = page.getByRole('button', { name: t.print, exact: true })
    await page.route('**/api/assignment-register**', (route) => route.abort())
    await print.click()
    await page.getByRole('alert').waitFor()
    expect([await lines.count(), await page.title()]).toEqual([before, `${t.title} · Giao Ban`])
    expect(await axeViolations(page)).toEqual([])
    await page.unroute('**/api/assignment-register**')
    await print.click()
    await page.waitForFunction(() => document.title === 'printed')
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  it('a chart is copied as SVG', async () => {
    await open(page, server, screens.find((one) => one.route === '/indicators/:id')?.path ?? '')
    await page.getByRole('button', { name: charts.copy }).first().click()
    await page.getByText(charts.copied, { exact: true }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    const svg = await page.evaluate((source) => {
      const { documentElement: root } = new DOMParser().parseFromString(source, 'image/svg+xml')
      return { name: root.nodeName, space: root.namespaceURI, drawn: root.children.length }
    }, copied)
    expect(svg).toMatchObject({ name: 'svg', space: 'http://www.w3.org/2000/svg' })
    expect(svg.drawn).toBeGreaterThan(2)
  })
})
