// First passwords for many: a sheet of strips on A4, and the first sign-in of who got one.
import { PDFDocument } from 'pdf-lib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vi as signs } from '../app/src/registers/people/signtexts.ts'
import { vi as people } from '../app/src/registers/people/texts.ts'
import { openBrowser, openPage } from './browser.ts'
import { faults, walkByTab } from './measures.ts'
import { newAccounts, sampleServer } from './sample.ts'
import type { Served } from './server.ts'
import { chooseFirstPassword, open, signIn } from './steps.ts'

describe('first passwords', () => {
  let server: Served
  let browser: Browser
  let page: Page
  let errors: string[]
  let code: string
  const newcomers = Array.from({ length: 12 }, (_, at) => `xa-${at}@sonha`)

  beforeAll(async () => {
    server = sampleServer()
    browser = await openBrowser()
    ;({ page, errors } = await openPage(browser))
    await signIn(page, server, (await newAccounts('phieu')).administrator)
    const { csrfToken } = await (await page.request.get(`${server.address}/api/session`)).json()
    for (const address of newcomers) {
      const added = await page.request.post(`${server.address}/api/accounts`, {
        headers: { 'x-csrf-token': csrfToken, 'idempotency-key': address },
        data: { address, name: `Cán bộ ${address}`, role: 'communeOfficer' },
      })
      expect(added.status()).toBe(201)
    }
  })

  afterAll(async () => {
    await browser?.close()
  })

  it('are strips on A4, each whole on one sheet', async () => {
    await open(page, server, '/accounts/codes')
    expect(await faults(page)).toEqual([])
    // Other tests' new accounts may wait for their first passwords too: as many as the button says.
    const issue = page.getByRole('button', { name: /^Cấp mã cho \d+ tài khoản$/ })
    const waiting = Number(/\d+/.exec(await issue.innerText())?.[0])
    expect(waiting).toBeGreaterThanOrEqual(newcomers.length)
    await issue.click()
    const strips = page.getByRole('article')
    await strips.first().waitFor()
    expect(await strips.count()).toBe(waiting)
    expect([...(await faults(page)), ...errors]).toEqual([])
    const strip = page.getByRole('article', { name: newcomers[3] ?? '' })
    code = await strip.locator('code').innerText()
    expect(await strip.innerText()).toContain(server.address)

    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
    const sheets = (await PDFDocument.load(pdf)).getPages()
    expect(Math.abs((sheets[0]?.getHeight() ?? 0) - 842)).toBeLessThan(2)
    expect(sheets.length).toBeGreaterThan(1)
    expect(sheets.length).toBeLessThanOrEqual(Math.ceil(waiting / 3))
  })

  it('are chosen with the code of the strip, by keyboard, on an accessible page', async () => {
    const { page: theirs } = await openPage(browser)
    await theirs.goto(server.address)
    await theirs.getByLabel(people.signIn.address).fill(newcomers[3] ?? '')
    await theirs.getByLabel(people.signIn.password).fill(code)
    await theirs.keyboard.press('Enter')
    await theirs.getByRole('heading', { name: signs.steps.password.title }).waitFor()
    expect(await faults(theirs)).toEqual([])
    expect(await walkByTab(theirs)).toEqual({ missed: [], unseen: [] })
    await theirs.getByRole('button', { name: signs.steps.cancel }).click()
    await theirs.getByRole('heading', { name: people.signIn.title }).waitFor()
    const account = { address: newcomers[3] ?? '', password: 'mưa rơi trên mái tôn cũ' }
    await chooseFirstPassword(theirs, account, code)
    await theirs.context().close()
  })
})
