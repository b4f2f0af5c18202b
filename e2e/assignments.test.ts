// The register of assignments as its office uses it: a number opens the list it counts, the rules are set and counted
// by, the register goes onto paper and into Excel, the report to the Standing Board is one press away.
import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { PDFDocument } from 'pdf-lib'
import type { Browser, Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { vi as t } from '../app/src/registers/assignments/count-texts.ts'
import { vi as d } from '../app/src/registers/assignments/deadline-texts.ts'
import { registerColumnNames, registerColumns } from '../app/src/registers/assignments/register.ts'
import { vi as shared } from '../app/src/web/texts.ts'
import { openBrowser, openPage, screenshotPath } from './browser.ts'
import { sampleServer } from './sample.ts'
import type { Served } from './server.ts'
import { open, signIn } from './steps.ts'

let server: Served
let browser: Browser
let page: Page
let errors: string[]

beforeAll(async () => {
  server = sampleServer()
  browser = await openBrowser()
  ;({ page, errors } = await openPage(browser))
  await signIn(page, server, server.accounts.office)
})

afterAll(async () => {
  await browser?.close()
})

const asked = async (path: string) =>
  (await page.request.get(`${server.address}/api/${path}`)).json()

/** The bytes of what a link downloads. */
async function downloaded(name: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ])
  return readFileSync(await file.path())
}

it('every number of the scorecard opens the list that it counts', async () => {
  await open(page, server, '/assignments/counts')
  await page.screenshot({ path: screenshotPath('assignment-counts'), fullPage: true })
  const { all } = await asked('assignment-counts?by=all')
  expect(all.total).toBeGreaterThan(3)
  const number = page.locator('.scorecard tbody tr').first().getByRole('link').first()
  const counted = Number(await number.innerText())
  await number.click()
  await page.getByText(`${t.narrowed}:`).waitFor()
  const shown = page.locator('.table tbody tr')
  await shown.nth(counted - 1).waitFor()
  expect(await shown.count()).toBe(counted)
  const { search } = new URL(page.url())
  const { assignments } = await asked(`assignments${search}`)
  const leads = assignments.map(({ leadId }: { leadId: string }) => leadId)
  expect(leads).toEqual(leads.map(() => new URLSearchParams(search).get('lead')))
  await page.getByRole('link', { name: t.register.ofList }).click()
  await page
    .locator('.register-table tbody tr')
    .nth(counted - 1)
    .waitFor()
  expect(await page.locator('.register-table tbody tr').count()).toBe(counted)
})

// Others look at the same province: what is set is set back.
it('an event gets its day, and the rules that are set are the ones that are counted by', async () => {
  await open(page, server, '/assignments/deadlines')
  const name = 'Kỳ họp thứ 9 HĐND tỉnh'
  const dialog = page.getByRole('dialog')
  const save = () => dialog.getByRole('button', { name: shared.save, exact: true }).click()
  await page.getByRole('button', { name: d.events.add }).click()
  await dialog.getByLabel(d.events.name).fill(name)
  await dialog.getByLabel(d.events.day, { exact: true }).fill('10/12/2099')
  await save()
  await page.getByRole('cell', { name: '10/12/2099' }).waitFor()
  await page.getByRole('button', { name: d.events.editOne(name) }).click()
  await dialog.getByLabel(d.events.withdraw).check()
  await save()
  await page.getByText(d.events.gone).waitFor()

  const day = page.locator('.deadline-day')
  await page.getByLabel(d.setting.basis).selectOption('current')
  await page.getByRole('button', { name: d.setting.addDay }).click()
  await day.getByLabel(d.setting.day, { exact: true }).fill('26/11/2031')
  await day.getByLabel(d.setting.dayName).fill('Ngày thành lập tỉnh')
  await page.screenshot({ path: screenshotPath('assignment-deadlines'), fullPage: true })
  await page.getByRole('button', { name: d.setting.save }).click()
  await page.getByText(d.setting.saved).waitFor()
  expect((await asked('assignment-setting')).days).toMatchObject([{ day: '2031-11-26' }])
  await open(page, server, '/assignments/counts')
  await page.getByText(t.basis.current).waitFor()

  await open(page, server, '/assignments/deadlines')
  await page.getByLabel(d.setting.basis).selectOption('original')
  await day.getByRole('button').click()
  await page.getByRole('button', { name: d.setting.save }).click()
  await page.getByText(d.setting.saved).waitFor()
  expect(await asked('assignment-setting')).toMatchObject({
    setting: { basis: 'original' },
    days: [],
  })
})

it('the register is thirteen columns on A4 across, and the same in Excel', async () => {
  await open(page, server, '/assignments/register')
  await page.screenshot({ path: screenshotPath('assignment-register'), fullPage: true })
  const { lines } = await asked('assignment-register')
  const titles = registerColumnNames.map((name) => registerColumns[name].title)
  expect(await page.locator('.register-table th').allInnerTexts()).toEqual(titles)
  expect(await page.locator('.register-table tbody tr').count()).toBe(lines.length)
  const rows = await readSheet(await downloaded(t.register.get))
  expect(rows.map((cells) => cells[1])).toEqual([
    titles[1],
    ...lines.map(({ action }: { action: string }) => action),
  ])
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    path: screenshotPath('register').replace(/png$/, 'pdf'),
  })
  for (const sheet of (await PDFDocument.load(pdf)).getPages()) {
    expect(Math.abs(sheet.getWidth() - 842)).toBeLessThan(2)
    expect(Math.abs(sheet.getHeight() - 595)).toBeLessThan(2)
  }
})

it('the report to the Standing Board is one press away and tells the count', async () => {
  await open(page, server, '/assignments/counts')
  const { all } = await asked('assignment-counts?by=all')
  const { value } = await mammoth.extractRawText({ buffer: await downloaded(t.report.get) })
  expect(value).toContain(`tổng số ${all.total} nhiệm vụ`)
  expect(value).toContain(`quá hạn ${all.openOverdue} `)
  expect(value).toContain('theo hạn được giao ban đầu')
  expect(errors).toEqual([])
})
