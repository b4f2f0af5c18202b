// What a person does on the way to nearly every test: sign in, open a page and wait for it.
import type { Page, Request } from 'playwright-core'
import { vi as documents } from '../app/src/registers/documents/texts.ts'
import { vi as signs } from '../app/src/registers/people/signtexts.ts'
import { en, vi } from '../app/src/registers/people/texts.ts'
import { en as sharedEn, vi as sharedVi } from '../app/src/web/texts.ts'
import type { Served, TestAccount } from './server.ts'

export type Language = 'vi' | 'en'

/** The catalogue of the language: `words('en', vi, en)`. */
export const words = <T>(language: Language, inVi: T, inEn: NoInfer<T>): T =>
  language === 'en' ? inEn : inVi

/** Signs in by the form and waits for the first screen behind it. */
export async function signIn(
  page: Page,
  server: Served,
  account: TestAccount | undefined,
  options: { language?: Language; province?: string } = {},
): Promise<void> {
  if (!account) throw new Error('The server printed no such account.')
  await page.goto(server.address)
  const t = words(options.language ?? 'vi', vi, en).signIn
  await page.getByLabel(t.address).fill(account.address)
  await page.getByLabel(t.password).fill(account.password)
  await page.getByRole('button', { name: t.submit, exact: true }).click()
  if (options.province) {
    await page.getByLabel(t.province).selectOption({ label: options.province })
    await page.getByRole('button', { name: t.submit, exact: true }).click()
  }
  await page.waitForURL(/\/(documents|overview|reports)$/)
  await settled(page)
}

/** Signs out by the account menu and waits for the sign-in page. */
export async function signOut(page: Page, language: Language = 'vi'): Promise<void> {
  const shared = words(language, sharedVi, sharedEn)
  await page.getByLabel(`${shared.account}: `).click()
  await page.getByRole('button', { name: shared.signOut, exact: true }).click()
  await page.getByRole('heading', { name: words(language, vi, en).signIn.title }).waitFor()
}

/**
 * Adds an office account, as the administrator who is signed in and has nobody else yet; then signs in
 * as it for the first time: with the code of its strip, choosing the password.
 */
export async function addOfficeAccount(page: Page, account: TestAccount): Promise<void> {
  const t = vi.accounts
  await page.getByRole('link', { name: documents.toAccounts }).click()
  await page.getByRole('button', { name: t.add }).click()
  const dialog = page.getByRole('dialog', { name: t.addTitle })
  await dialog.getByLabel(t.name).fill('Trần Văn Phòng')
  await dialog.getByLabel(t.address).fill(account.address)
  await dialog.getByRole('button', { name: sharedVi.save }).click()
  const code = await dialog.locator('code').innerText()
  await dialog.getByRole('button', { name: signs.codes.done }).click()
  await page.getByRole('cell', { name: account.address }).waitFor()
  await signOut(page)
  await chooseFirstPassword(page, account, code)
}

/** The first sign-in with a one-time code, from the sign-in page to the first screen. */
export async function chooseFirstPassword(
  page: Page,
  account: TestAccount,
  code: string,
): Promise<void> {
  await page.getByLabel(vi.signIn.address).fill(account.address)
  await page.getByLabel(vi.signIn.password).fill(code)
  await page.getByRole('button', { name: vi.signIn.submit }).click()
  const t = signs.steps.password
  await page.getByLabel(t.next, { exact: true }).fill(account.password)
  await page.getByLabel(t.repeat).fill(account.password)
  await page.getByRole('button', { name: t.submit, exact: true }).click()
  await page.waitForURL(/\/(documents|overview|reports|accounts)$/)
  await settled(page)
}

/** Goes to an address of the product and waits until everything on it is there. */
export async function open(page: Page, server: Served, path: string): Promise<void> {
  await page.goto(`${server.address}${path}`)
  await settled(page)
}

/**
 * Goes to an address from within the product, as a link does: the page is not loaded anew, and the screen
 * is a new one even where it is the present one. Waits until all that was asked for is there, for what is
 * known already is shown at once and asked for again. Loads the page where something stands open over it.
 */
export async function visit(page: Page, server: Served, path: string): Promise<void> {
  const waiting = waitingOf(page)
  if (!(await follow(page, path))) return open(page, server, path)
  do {
    await frame(page)
    await settled(page)
  } while (waiting.size > 0)
}

/**
 * Changes the address as a link does: to no such screen, which takes the present one away, then to the
 * wanted one. False, and no further, where something stands open. All in the page: each question takes time.
 */
const follow = (page: Page, path: string): Promise<boolean> =>
  page.evaluate(async (to) => {
    const drawn = () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
    history.pushState(null, '', '/-')
    await drawn()
    if (document.querySelector('dialog[open], details[open], [aria-expanded=true]')) return false
    history.pushState(null, '', to)
    await drawn()
    return true
  }, path)

const frame = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))),
  )

const waitingRequests = new WeakMap<Page, Set<Request>>()

/** The requests of a page that have no answer yet, from the first call on; a stream of events never ends. */
function waitingOf(page: Page): Set<Request> {
  const known = waitingRequests.get(page)
  if (known) return known
  const waiting = new Set<Request>()
  waitingRequests.set(page, waiting)
  page.on('request', (one) => {
    if (one.resourceType() !== 'eventsource') waiting.add(one)
  })
  page.on('requestfinished', (one) => waiting.delete(one))
  page.on('requestfailed', (one) => waiting.delete(one))
  page.on('load', () => waiting.clear())
  return waiting
}

/** Waits until the page has its heading and nothing on it is still loading. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('h1, h2') !== null && !document.querySelector('.loading'),
  )
}
