// The second factor in the browser: turned on in one's own account, asked for at the next sign-in, a
// recovery code in place of the telephone, and set up on the way in where its time has come.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../app/src/registers/people/factorsecret.ts'
import { vi as signs } from '../app/src/registers/people/signtexts.ts'
import { vi as people } from '../app/src/registers/people/texts.ts'
import { openBrowser, openPage } from './browser.ts'
import { faults, walkByTab } from './measures.ts'
import { startServer, type TestAccount, type TestServer } from './server.ts'
import { open, settled } from './steps.ts'

const t = signs.factor
const administrator = { address: 'quantri', password: 'mưa rơi trên mái tôn cũ' }

describe('a second factor', () => {
  let server: TestServer
  let browser: Browser
  let page: Page
  let secret: string
  let recovery: string

  beforeAll(async () => {
    // No grace: whoever needs a factor sets it up at the first sign-in after the set-up.
    ;[server, browser] = await Promise.all([
      startServer({ environment: { GIAOBAN_SECOND_FACTOR: '0' } }),
      openBrowser(),
    ])
    ;({ page } = await openPage(browser))
    await page.goto(server.opened)
    const words = people.setUp
    await page.getByRole('combobox', { name: words.provinceName }).fill('Tỉnh Hai Bước')
    await page.getByLabel(words.name, { exact: true }).fill('Lê Thị Khóa')
    await page.getByLabel(words.address).fill(administrator.address)
    await page.getByLabel(words.password, { exact: true }).fill(administrator.password)
    await page.getByLabel(words.repeat).fill(administrator.password)
    await page.getByRole('button', { name: words.submit }).click()
    await page.waitForURL(/\/documents$/)
    await settled(page)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.remove()
  })

  async function enterPassword(there: Page, account: TestAccount) {
    await there.goto(server.address)
    await there.getByLabel(people.signIn.address).fill(account.address)
    await there.getByLabel(people.signIn.password).fill(account.password)
    await there.keyboard.press('Enter')
  }

  it('is announced after the first set-up, and set up on the way in', async () => {
    expect(await page.locator('.factor-due').innerText()).toContain(t.toSetUp)
    expect(await faults(page)).toEqual([])
    const { page: theirs, errors } = await openPage(browser)
    await enterPassword(theirs, administrator)
    await theirs.getByRole('heading', { name: t.enrolTitle }).waitFor()
    expect(await faults(theirs)).toEqual([])
    await theirs.getByRole('button', { name: t.start }).click()
    await theirs.getByRole('img', { name: t.qr }).waitFor()
    expect(await faults(theirs)).toEqual([])
    expect(await walkByTab(theirs)).toEqual({ missed: [], unseen: [] })
    secret = (await theirs.locator('.factor-secret').innerText()).replace(/\s/g, '')
    await theirs.getByLabel(t.firstCode).fill(codeAt(secret, Date.now() - 30_000))
    await theirs.keyboard.press('Enter')
    await theirs.getByRole('heading', { name: t.recoveryTitle }).waitFor()
    expect(await faults(theirs)).toEqual([])
    const codes = await theirs.locator('.recovery-codes code').allInnerTexts()
    expect(codes).toHaveLength(10)
    recovery = codes[4] ?? ''
    await theirs.getByRole('button', { name: t.kept }).click()
    await theirs.waitForURL(/\/documents$/)
    expect(await theirs.locator('.factor-due').count()).toBe(0)
    expect(errors).toEqual([])
    await theirs.context().close()
  })

  it('is asked for at the next sign-in; a recovery code stands in for the telephone', async () => {
    const { page: theirs } = await openPage(browser)
    await enterPassword(theirs, administrator)
    await theirs.getByRole('heading', { name: t.askTitle }).waitFor()
    expect(await faults(theirs)).toEqual([])
    expect(await walkByTab(theirs)).toEqual({ missed: [], unseen: [] })
    await theirs.getByLabel(t.code).fill('000000')
    await theirs.keyboard.press('Enter')
    await theirs.getByRole('alert').waitFor()
    await theirs.getByLabel(t.code).fill(recovery)
    await theirs.keyboard.press('Enter')
    await theirs.waitForURL(/\/documents$/)
    await open(theirs, server, '/account')
    const panel = theirs.getByRole('region', { name: t.title })
    await panel.getByText(t.left(9)).waitFor()

    await panel.getByLabel(t.password).fill(administrator.password)
    await panel.getByRole('button', { name: t.renew }).click()
    await panel.getByRole('img', { name: t.qr }).waitFor()
    expect(await faults(theirs)).toEqual([])
    await theirs.context().close()
  })
})
