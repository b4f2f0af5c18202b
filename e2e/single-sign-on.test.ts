// Signing in through the province's identity provider as a person does it, with a real provider: the
// button, its forms, the way back; and what those are told whom nobody assigned, or who come when it is away.
import { createServer } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemWords } from '../app/src/problem-texts.ts'
import { vi as signs } from '../app/src/registers/people/signtexts.ts'
import { vi as people } from '../app/src/registers/people/texts.ts'
import { vi as shared } from '../app/src/web/texts.ts'
import {
  client,
  people as known,
  type RunningProvider,
  startProvider,
} from '../app/test/identity-provider.ts'
import { openBrowser, openPage } from './browser.ts'
import { faults, walkByTab } from './measures.ts'
import { giaoban, startServer, type TestAccount, type TestServer } from './server.ts'
import { open, settled, signIn } from './steps.ts'

const t = signs.sso
const name = 'Cổng xác thực của tỉnh'

describe('single sign-on', () => {
  let provider: RunningProvider
  let server: TestServer
  let browser: Browser
  const administrators: TestAccount[] = []

  beforeAll(async () => {
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    known.set('an.le', { email: 'an.le@tinh.vn', email_verified: true, amr: ['mfa'] })
    known.set('la.mat', { email: 'la.mat@tinh.vn', email_verified: true })
    provider = await startProvider(`${address}/sso`)
    const environment = {
      GIAOBAN_OIDC_ISSUER: provider.issuer,
      GIAOBAN_OIDC_CLIENT: client.id,
      GIAOBAN_OIDC_SECRET: client.secret,
      GIAOBAN_OIDC_NAME: name,
      GIAOBAN_URL: address,
    }
    ;[server, browser] = await Promise.all([startServer({ port, environment }), openBrowser()])
    for (const province of ['Tỉnh Một', 'Tỉnh Hai']) {
      const address = `quantri@${administrators.length}`
      const options = ['--account', address]
      administrators.push(await giaoban(server, 'province', 'add', province, ...options))
    }
  })

  afterAll(async () => {
    await browser?.close()
    await server?.remove()
    await provider?.close()
  })

  /** Leaves by the button of the sign-in page and signs in at the provider, up to the way back. */
  async function comeBackAs(page: Page, subject: string) {
    await page.getByRole('button', { name: t.with(name) }).click()
    await page.waitForURL(`${provider.issuer}/**`)
    await page.locator('[name=login]').fill(subject)
    await page.locator('[name=password]').fill('x')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(`${server.address}/**`)
    await settled(page)
  }

  /** The administrator signs in with the password and assigns the identity to the own account. */
  async function assign(account: TestAccount | undefined) {
    const { page } = await openPage(browser)
    await signIn(page, server, account)
    await open(page, server, '/accounts')
    await page.getByRole('button', { name: new RegExp(`^${shared.edit}: `) }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t.name).fill('an.le@tinh.vn')
    await dialog.getByRole('button', { name: shared.save }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.context().close()
  }

  it('turns away whom nobody assigned, and leads back', async () => {
    const { page } = await openPage(browser)
    await page.goto(server.address)
    await page.getByRole('button', { name: t.with(name) }).waitFor()
    expect(await faults(page)).toEqual([])
    expect(await walkByTab(page)).toEqual({ missed: [], unseen: [] })
    await comeBackAs(page, 'la.mat')
    await page.getByText(problemWords('ssoUnknown', 'vi', {}).title).waitFor()
    expect(page.url()).toBe(`${server.address}/sso`)
    expect(await faults(page)).toEqual([])
    expect(await walkByTab(page)).toEqual({ missed: [], unseen: [] })
    await page.getByRole('button', { name: t.again }).click()
    await page.getByRole('heading', { name: people.signIn.title }).waitFor()
    await page.context().close()
  })

  it('brings in who was assigned', async () => {
    await assign(administrators[0])
    const { page, errors } = await openPage(browser)
    await page.goto(server.address)
    await comeBackAs(page, 'an.le')
    await page.waitForURL(/\/documents$/)
    await page.getByText('Tỉnh Một', { exact: true }).first().waitFor()
    // The forms of the provider ask for a font from elsewhere.
    expect(errors.filter((one) => one.includes(server.address))).toEqual([])
    await page.context().close()
  })

  it('asks where to, where somebody is known in two provinces', async () => {
    await assign(administrators[1])
    const { page } = await openPage(browser)
    await page.goto(server.address)
    await comeBackAs(page, 'an.le')
    await page.getByText(t.choose).waitFor()
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: 'Tỉnh Hai' }).click()
    await page.waitForURL(/\/documents$/)
    await page.getByText('Tỉnh Hai', { exact: true }).first().waitFor()
    await page.context().close()
  })

  it('says so where the way back is opened by itself', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${server.address}/sso?code=x&state=y`)
    await page.getByText(problemWords('ssoFailed', 'vi', {}).title).waitFor()
    expect(page.url()).toBe(`${server.address}/sso`)
    await page.context().close()
  })
})

/** A port that was free a moment ago: provider and server have to know each other before they start. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const address = probe.address()
  await new Promise((done) => probe.close(done))
  if (!address || typeof address === 'string') throw new Error('No port.')
  return address.port
}
