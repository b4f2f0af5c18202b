// A province set up from nothing: chosen on the first screen, its units looked at on two days, one body
// added and merged away, all by a person in a browser.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vi as bodies } from '../app/src/registers/organisations/texts.ts'
import { vi as people } from '../app/src/registers/people/texts.ts'
import { vi as shared } from '../app/src/web/texts.ts'
import { openBrowser, openPage } from './browser.ts'
import { startServer, type TestServer } from './server.ts'
import { open } from './steps.ts'

describe('a province of the 34', () => {
  let server: TestServer
  let browser: Browser
  let page: Page
  let errors: string[]

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startServer(), openBrowser()])
    ;({ page, errors } = await openPage(browser))
  })

  afterAll(async () => {
    await browser?.close()
    await server?.remove()
  })

  it('is chosen by typing without diacritics, and says what it brings', async () => {
    await page.goto(server.opened)
    const t = people.setUp
    await page.getByRole('combobox', { name: t.provinceName }).fill('lang son')
    await page.keyboard.press('Enter')
    await page.getByText(t.provinceBrings(65, ['Tỉnh Lạng Sơn'])).waitFor()
    await page.getByLabel(t.name, { exact: true }).fill('Lê Thị Quản Trị')
    await page.getByLabel(t.address).fill('quantri')
    await page.getByLabel(t.password, { exact: true }).fill('mot cau de nho cua quan tri')
    await page.getByLabel(t.repeat).fill('mot cau de nho cua quan tri')
    await page.getByRole('button', { name: t.submit }).click()
    await page.waitForURL(/\/documents$/)
  })

  it('has its communes below it, and those of before on a day of before', async () => {
    await open(page, server, '/bodies')
    await page.getByRole('button', { name: `${bodies.kinds.commune} (61)` }).click()
    await page.getByRole('link', { name: 'Xã Bình Gia' }).waitFor()
    await open(page, server, '/bodies?on=2024-06-30&since=2024-01-01')
    await page.getByText(bodies.difference.none).waitFor()
    await page.getByLabel(bodies.find).fill('ban dan van')
    await page.getByRole('link', { name: 'Ban Dân vận Tỉnh ủy' }).click()
    await page.getByText(bodies.changeKinds.merge).waitFor()
    expect(
      await page.getByRole('link', { name: 'Ban Tuyên giáo và Dân vận Tỉnh ủy' }).count(),
    ).toBe(2)
  })

  it('merges two departments from a day on, and the day before shows both', async () => {
    await open(page, server, '/bodies')
    await page.getByLabel(bodies.find).fill('so tu phap')
    await page.getByRole('link', { name: 'Sở Tư pháp' }).click()
    await page.getByRole('button', { name: bodies.actions.reorganise }).click()
    const t = bodies.reorganise
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t.on).fill('01/7/2026')
    await dialog.getByRole('combobox', { name: t.others }).fill('thanh tra')
    await page.keyboard.press('Enter')
    await dialog.getByRole('combobox', { name: t.successors }).fill('Sở Tư pháp và Thanh tra')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: t.submit }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText(bodies.page.ended).waitFor()
    const shown = async (day: string) => {
      await open(page, server, `/bodies?on=${day}`)
      await page.getByLabel(bodies.find).fill('tu phap')
      await page.getByRole('status').waitFor()
      return page.getByRole('main').getByRole('link').allInnerTexts()
    }
    expect(await shown('2026-06-30')).toEqual(['Sở Tư pháp'])
    expect(await shown('2026-07-01')).toEqual(['Sở Tư pháp và Thanh tra'])
    expect(errors).toEqual([])
  })

  it('is renamed on its own page, and called so above every screen', async () => {
    await open(page, server, '/bodies')
    await page.getByRole('link', { name: 'Tỉnh Lạng Sơn', exact: true }).click()
    await page.getByRole('button', { name: bodies.actions.rename }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(bodies.form.newName).fill('Thành phố Lạng Sơn')
    await dialog.getByLabel(bodies.form.from).fill('01/10/2026')
    await dialog.getByRole('button', { name: shared.save }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('heading', { name: 'Thành phố Lạng Sơn', level: 1 }).waitFor()
    await page.getByRole('banner').getByText('Thành phố Lạng Sơn').waitFor()
  })

  it('gets a new body below another', async () => {
    await open(page, server, '/bodies')
    await page.getByRole('button', { name: bodies.add }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(bodies.form.name).fill('Chi cục Kiểm lâm')
    await dialog.getByRole('combobox', { name: bodies.form.parent }).fill('nong nghiep')
    await dialog.getByRole('option', { name: 'Sở Nông nghiệp' }).waitFor()
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: shared.save }).click()
    await page.getByRole('heading', { name: 'Chi cục Kiểm lâm', level: 1 }).waitFor()
    await page.getByRole('link', { name: 'Sở Nông nghiệp và Môi trường' }).waitFor()
    expect(errors).toEqual([])
  })
})
