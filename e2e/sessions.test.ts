// Signing in and out as people do it: the wrong password, too many of them, the language that
// stays, a second tab.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemWords } from '../app/src/problem-texts.ts'
import { vi as documents } from '../app/src/registers/documents/texts.ts'
import { vi as signs } from '../app/src/registers/people/signtexts.ts'
import { vi as people, en as peopleEn } from '../app/src/registers/people/texts.ts'
import { vi as shared, en as sharedEn } from '../app/src/web/texts.ts'
import { openBrowser, openPage } from './browser.ts'
import { newAccounts, sampleServer } from './sample.ts'
import type { Served, TestAccount } from './server.ts'
import { open, signIn, signOut } from './steps.ts'

describe('a session', () => {
  let server: Served
  let browser: Browser

  beforeAll(async () => {
    // Passwords are tried and the language is changed here.
    server = { ...sampleServer(), accounts: await newAccounts('phien') }
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser?.close()
  })

  const fresh = async () => (await openPage(browser)).page
  const titleOf = (code: 'signInFailed' | 'tooManyAttempts') => problemWords(code, 'vi', {}).title

  async function tryToSignIn(page: Page, account: TestAccount | undefined, password: string) {
    await page.getByLabel(people.signIn.address).fill(account?.address ?? '')
    await page.getByLabel(people.signIn.password).fill(password)
    const answer = page.waitForResponse((one) => one.request().method() === 'POST')
    await page.getByRole('button', { name: people.signIn.submit }).click()
    await answer
  }

  /** By the button with these words; waits until the account has it. */
  async function changeLanguage(page: Page, button: string) {
    const saved = page.waitForResponse(
      (one) => one.request().method() === 'PATCH' && one.status() === 200,
    )
    await page.getByRole('button', { name: button }).first().click()
    await saved
  }

  it('is seen beside one’s others, and ended from there: one, then all', async () => {
    const here = await fresh()
    const elsewhere = await fresh()
    await signIn(elsewhere, server, server.accounts.office)
    await signIn(here, server, server.accounts.office)
    await open(here, server, '/account')
    const list = here.getByRole('region', { name: signs.sessions.title })
    await list.locator('.chip').first().waitFor()
    // Tests before this one left sessions too: each of them is ended, one by one.
    const end = list.getByRole('button', { name: signs.sessions.endOf('Chrome, Linux') })
    for (let left = await end.count(); left > 0; left--) {
      await end.first().click()
      await expect.poll(() => end.count(), { timeout: 20_000 }).toBe(left - 1)
    }
    await elsewhere.reload()
    await elsewhere.getByRole('heading', { name: people.signIn.title }).waitFor()

    await list.getByRole('button', { name: signs.sessions.endAll }).click()
    await here.getByRole('heading', { name: people.signIn.title }).waitFor()
    await here.context().close()
    await elsewhere.context().close()
  })

  it('does not begin with a wrong password, and says why', async () => {
    const page = await fresh()
    await page.goto(server.address)
    await tryToSignIn(page, server.accounts.office, 'khong phai mat khau')
    await page.getByRole('alert').getByText(titleOf('signInFailed')).waitFor()
    await tryToSignIn(page, server.accounts.office, server.accounts.office?.password ?? '')
    await page.getByRole('heading', { name: documents.title, level: 1 }).waitFor()
    await page.context().close()
  })

  it('is put off after too many wrong passwords, for that account alone', async () => {
    const page = await fresh()
    await page.goto(server.address)
    const told = page.getByRole('alert').getByText(titleOf('tooManyAttempts'))
    for (let tries = 0; tries < 10 && (await told.count()) === 0; tries++) {
      await tryToSignIn(page, server.accounts.reader, `khong phai ${tries}`)
      await page.getByRole('alert').waitFor()
    }
    await told.waitFor()
    await signIn(page, server, server.accounts.office)
    await page.context().close()
  })

  it('ends with signing out: the screens are closed again', async () => {
    const page = await fresh()
    await signIn(page, server, server.accounts.office)
    await signOut(page)
    await page.goto(`${server.address}/indicators`)
    await page.getByRole('heading', { name: people.signIn.title }).waitFor()
    const answer = await page.request.get(`${server.address}/api/indicators/board`)
    expect(answer.status()).toBe(401)
    await page.context().close()
  })

  it('keeps the language: before signing in in the browser, after it with the account', async () => {
    const page = await fresh()
    await page.goto(server.address)
    await page.getByRole('button', { name: shared.otherLanguage }).click()
    await page.reload()
    await page.getByRole('heading', { name: peopleEn.signIn.title }).waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    await page.getByRole('button', { name: sharedEn.otherLanguage }).click()

    await signIn(page, server, server.accounts.administrator)
    const saved = page.waitForResponse((one) => one.request().method() === 'PATCH')
    await page.getByRole('button', { name: shared.otherLanguage }).click()
    await saved
    await page.reload()
    await page.getByRole('link', { name: sharedEn.nav.indicators }).waitFor()
    const elsewhere = await fresh()
    await signIn(elsewhere, server, server.accounts.administrator)
    await elsewhere.getByRole('link', { name: sharedEn.nav.indicators }).waitFor()
    await page.context().close()
    await elsewhere.context().close()
  })

  it('is one for all tabs: signed out in one, closed in the other, and open again together', async () => {
    const first = await fresh()
    await signIn(first, server, server.accounts.office)
    const second = await first.context().newPage()
    await open(second, server, '/assignments')
    await signOut(first)
    await second.getByRole('link', { name: shared.nav.shortcomings }).click()
    await second.getByRole('heading', { name: people.signIn.title }).waitFor()
    await signIn(second, server, server.accounts.office)

    // A page from before the new sign-in still saves: it fetches the new token by itself.
    await open(first, server, '/account')
    await signOut(second)
    await signIn(second, server, server.accounts.office)
    await changeLanguage(first, shared.otherLanguage)
    // Who signs in with this account after us speaks Vietnamese again.
    await changeLanguage(first, sharedEn.otherLanguage)
    await first.context().close()
  })
})
