// A whole reporting month: the regime, the form of the unit, figures checked, pasted and typed, sent, given back in one
// figure, sent again, accepted; the office's report and its table of all units; what was kept for a conference, a later
// revision, as it was then.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCells, writeTable } from '../app/src/office/workbook.ts'
import { vi as f } from '../app/src/registers/indicators/figure-texts.ts'
import { vi as g } from '../app/src/registers/reporting/grid-texts.ts'
import { vi as o } from '../app/src/registers/reporting/office-texts.ts'
import { vi as s } from '../app/src/registers/reporting/synthesis-texts.ts'
import { vi as t } from '../app/src/registers/reporting/texts.ts'
import { vi as shared } from '../app/src/web/texts.ts'
import { openBrowser, openPage, screenshotPath } from './browser.ts'
import { signedIn } from './held.ts'
import { ownSampleServer } from './sample.ts'
import type { TestAccount, TestServer } from './server.ts'
import { open, signIn } from './steps.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of every kind
type Answers = any

let server: TestServer
let browser: Browser
let head: TestAccount
let slotId = ''
let indicatorId = ''

const year = new Date().getUTCFullYear()
const password = 'mật khẩu của xã để thử'

beforeAll(async () => {
  server = await ownSampleServer()
  browser = await openBrowser()
  const manage = await signedIn(server, server.accounts.administrator)
  const ask = await signedIn(server)
  const { bodies } = (await ask('GET', 'organisations')) as Answers
  const { id: organisationId } = bodies.find((one: { kind: string }) => one.kind === 'commune')
  const address = 'chu-tich@xa'
  const { account } = await manage('POST', 'accounts', {
    ...{ address, name: 'Lê Văn Xã', role: 'communeHead', organisationId },
  })
  const { codes } = (await manage('POST', 'session-codes', {
    accounts: [account?.id],
    days: 1,
  })) as Answers
  const first = await signedIn(server, { address, password: codes[0].code })
  await first('POST', 'session/choose-password', { password })
  head = { address, password }
  const { indicators } = (await ask('GET', 'indicators')) as Answers
  const lines = indicators
    .filter((one: { kind: string; unit: string }) => one.kind === 'C' && one.unit === 'VND')
    .slice(0, 3)
    .map((one: { id: string }) => ({ indicatorId: one.id, measure: 'cumulative', power: 9 }))
  indicatorId = lines[1].indicatorId
  await ask('POST', 'report-regimes', {
    ...{ name: 'Báo cáo thu, chi hằng tháng', validFrom: `${year}-01-01`, frequency: 'month' },
    ...{ legalReference: 'Quyết định số 12/2026/QĐ-UBND', stage: 'estimate' },
    ...{ cutoffDay: 14, dueDays: 2, graceDays: 0, lines },
    units: [{ organisationId, responsibleId: account?.id }],
  })
  const { slots } = (await ask('GET', `report-slots?year=${year}`)) as Answers
  slotId = slots.find((one: { regime: { name: string } }) =>
    one.regime.name.includes('thu, chi'),
  ).id
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Pastes as a spreadsheet does. */
const paste = (page: Page, text: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)

/** The unit's form with one figure in it, as somebody fills it in. */
async function filledForm(page: Page) {
  const form = await page.request.get(`${server.address}/api/report-slots/${slotId}/xlsx`)
  const [head = [], ...rows] = await readCells(await form.body())
  const at = head.indexOf(t.sheet.value)
  const columns = head.map((title) => ({ title: String(title), width: 12 }))
  const filled = rows.map((cells, row) =>
    cells.map((cell, column) => (row === 0 && column === at ? { number: 12.5 } : String(cell))),
  )
  return Buffer.from(await writeTable('x', 'x', columns, filled))
}

test('a reporting month, from the form of a unit to the figure as it was at the conference', async () => {
  const { page, errors } = await openPage(browser)
  await signIn(page, server, head)
  await open(page, server, `/reports/${slotId}`)
  await page.getByRole('button', { name: t.excel, exact: true }).click()
  const sheet = page.getByRole('dialog', { name: t.excelTitle })
  await sheet.getByLabel(t.file).setInputFiles({
    ...{ name: 'bao-cao.xlsx', buffer: await filledForm(page) },
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
  await sheet.getByRole('button', { name: t.check, exact: true }).click()
  await sheet.getByText(t.checked(1, 0)).waitFor()
  await page.keyboard.press('Escape')
  const cells = page.locator('input.figure')
  await cells.first().focus()
  await paste(page, '12,5\n1.234\n7,25\n')
  // Two readings: a person says which.
  await page
    .getByRole('alert')
    .getByRole('button', { name: g.asDecimal('1,234'), exact: true })
    .click()
  await cells.first().focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('8')
  expect(
    await cells.evaluateAll((them) => them.map((one) => (one as HTMLInputElement).value)),
  ).toEqual([...['12,5', '1,234', '8']])
  // What was typed outlives the page.
  await page.reload()
  await page.getByText(t.fromDraft).waitFor()
  await page.screenshot({ path: screenshotPath('report-grid'), fullPage: true })
  for (const width of [820, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await page.screenshot({ path: screenshotPath(`report-grid-${width}`), fullPage: true })
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  const send = async () => {
    await page.getByRole('button', { name: t.submit, exact: true }).click()
    const dialog = page.getByRole('dialog', { name: t.submitTitle })
    await dialog.getByRole('button', { name: t.submit, exact: true }).click()
    await page.getByText(t.states.submitted).waitFor()
  }
  await send()

  const { page: desk } = await openPage(browser)
  await signIn(desk, server, server.accounts.office)
  await open(desk, server, `/reports/${slotId}`)
  await desk.getByRole('button', { name: t.giveBack, exact: true }).click()
  const dialog = desk.getByRole('dialog', { name: t.giveBackTitle })
  await dialog.getByLabel(t.reason, { exact: true }).fill('Rà soát lại số chi')
  await dialog.getByRole('checkbox').nth(1).check()
  await dialog.getByRole('button', { name: t.giveBack, exact: true }).click()
  await desk.getByText(t.states.returned).waitFor()

  await open(page, server, `/reports/${slotId}`)
  // Only the one that was given back is open.
  expect(await cells.count()).toBe(1)
  await cells.first().fill('1,5')
  await send()
  await open(desk, server, `/reports/${slotId}`)
  await desk.getByRole('button', { name: t.accept, exact: true }).click()
  await desk.getByText(t.states.accepted).first().waitFor()
  const ask = await signedIn(server)
  const { slot } = (await ask('GET', `report-slots/${slotId}`)) as Answers
  expect(slot).toMatchObject({ state: 'accepted', cells: [{}, { indicatorId, value: 1.5 }, {}] })
  await open(desk, server, '/reports')
  await desk.getByRole('link', { name: shared.nav.reports }).first().waitFor()
  await desk.screenshot({ path: screenshotPath('report-list'), fullPage: true })
  // The office's report of the period has the figure, and leads to where it was taken from.
  await open(desk, server, `/reports/synthesis?regime=${slot.regime.id}&to=${slot.period.to}`)
  const paper = desk.getByRole('region', { name: s.draft })
  await paper.getByRole('link', { name: '1,5', exact: true }).first().waitFor()
  for (const width of [1366, 820, 360]) {
    await desk.setViewportSize({ width, height: 800 })
    await desk.screenshot({ path: screenshotPath(`synthesis-${width}`), fullPage: true })
  }
  await paper.getByRole('link', { name: '1,5', exact: true }).last().click()
  await desk.waitForURL(new RegExp(`/reports/${slotId}$`))

  // The office fills in another month for the unit, in the table of all units.
  await open(desk, server, `/reports/grid?regime=${slot.regime.id}&to=${year}-03-31`)
  const table = desk.getByRole('table', { name: o.grid.title })
  await table.locator('input.figure').first().focus()
  await paste(desk, '13,5\t2\n')
  expect(
    await table
      .locator('input.figure')
      .evaluateAll((them) => them.map((one) => (one as HTMLInputElement).value)),
  ).toEqual(['13,5', '2', ''])
  for (const width of [1366, 820, 360]) {
    await desk.setViewportSize({ width, height: 800 })
    await desk.screenshot({ path: screenshotPath(`report-bulk-${width}`), fullPage: true })
  }
  await desk.getByRole('button', { name: o.grid.keep(2), exact: true }).click()
  await desk.getByText(o.grid.kept(2), { exact: true }).waitFor()
  await desk.getByText(o.grid.nothing, { exact: true }).waitFor()

  await desk.setViewportSize({ width: 1366, height: 768 })
  // Kept for the conference, revised later: both stay to be seen.
  await open(desk, server, `/indicators/${indicatorId}`)
  const reported = desk
    .locator('section')
    .filter({ has: desk.getByRole('heading', { name: f.title, exact: true }) })
  const row = reported.getByRole('row').filter({ hasText: slot.body.name })
  const figure = (text: string) => row.getByText(text, { exact: true }).waitFor()
  await figure('1,5 tỷ đồng')
  await desk.getByRole('button', { name: f.keep, exact: true }).click()
  const keep = desk.getByRole('dialog', { name: f.keepTitle })
  await keep.getByLabel(f.keepName).fill('Hội nghị giao ban tháng một')
  await keep.getByRole('button', { name: shared.save }).click()
  await keep.waitFor({ state: 'detached' })
  await row.getByRole('button', { name: f.revise, exact: true }).click()
  const revise = desk.getByRole('dialog', { name: f.reviseTitle })
  await revise.getByLabel(f.form.figure, { exact: true }).fill('1,75 tỷ đồng')
  await revise.getByLabel(f.form.reason, { exact: true }).fill('Bổ sung chứng từ')
  await revise.getByRole('button', { name: shared.save }).click()
  await figure('1,75 tỷ đồng')
  const kept = desk.getByLabel(f.view)
  const moment = kept.locator('option', { hasText: 'giao ban tháng một' })
  await kept.selectOption((await moment.getAttribute('value')) ?? '')
  await figure('1,5 tỷ đồng')
  await kept.selectOption('')
  await figure('1,75 tỷ đồng')
  // The report is made from the record as it is now.
  await open(desk, server, `/reports/synthesis?regime=${slot.regime.id}&to=${slot.period.to}`)
  await paper.getByRole('link', { name: '1,75', exact: true }).first().waitFor()
  expect(errors).toEqual([])
})

test('an officer is asked about an unusual figure while typing it, and the server about nothing', async () => {
  const { page } = await openPage(browser)
  await signIn(page, server, server.accounts.communeOfficer)
  await page
    .getByRole('link', { name: /^tháng/ })
    .first()
    .click()
  const cell = page.locator('input.figure').last()
  await cell.waitFor()
  await page.waitForLoadState('networkidle')
  let asked = 0
  page.on('request', () => asked++)
  await cell.pressSequentially('31,5')
  await page.getByText(g.checks.unusual).waitFor()
  await page.getByText(g.usual('').trim()).waitFor()
  await cell.fill('64')
  await expect.poll(() => page.getByText(g.checks.unusual).count()).toBe(0)
  expect(asked).toBe(0)
})
