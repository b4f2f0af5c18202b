// The sample province's screens as signed-in people look at them: who opens which, at the width of an
// office computer, in either language. For the tests that look at every screen or dialog.
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { en as reviewEn, vi as reviewVi } from '../app/src/reading/texts.ts'
import { routes } from '../app/src/web/routes.tsx'
import { en as sharedEn, vi as sharedVi } from '../app/src/web/texts.ts'
import { openBrowser, openPage } from './browser.ts'
import type { Dialog } from './dialogs.ts'
import { faults } from './measures.ts'
import { newAccounts, sampleServer } from './sample.ts'
import { type Screen, screensOf, sender } from './screens.ts'
import type { Served } from './server.ts'
import { type Language, open, signIn, visit, words } from './steps.ts'

/** A page, and what went wrong in it. */
interface Watched {
  page: Page
  errors: string[]
}

export interface Looking {
  server: Served
  browser: Browser
  screens: Screen[]
  /**
   * The page of who may open a route: the office's, or the administrator's. What is held on oneself is
   * the administrator's: the office's has some thousand lines, which the page of another's data shows.
   */
  pageFor: (route: string) => Watched
  /** Opens a screen at the width of an office computer; `anew` loads the page for it. */
  openScreen: (page: Page, route: string, how?: { anew?: boolean }) => Promise<Screen>
  /** Changes the language of both pages. */
  speak: (language: Language) => Promise<void>
  close: () => Promise<void>
}

/** A browser with the office and the administrator signed in; accounts of its own, named by `prefix`. */
export async function lookingAround(prefix: string): Promise<Looking> {
  // Their own: they change their language.
  const server = { ...sampleServer(), accounts: await newAccounts(prefix) }
  const browser = await openBrowser()
  const pages = {} as Record<'office' | 'administrator', Watched>
  for (const role of ['office', 'administrator'] as const) {
    pages[role] = await openPage(browser)
    await signIn(pages[role].page, server, server.accounts[role])
  }
  const screens = await screensOf(pages.office.page, server)
  await askedToExplain(pages, server, screens)
  return {
    server,
    browser,
    screens,
    pageFor: (route) =>
      route === '/account/data' || needsMore(route) ? pages.administrator : pages.office,
    async openScreen(page, route, { anew = false } = {}) {
      const screen = screens.find((one) => one.route === route)
      if (!screen) throw new Error(`No line in screens.ts for ${route}.`)
      await page.setViewportSize({ width: 1366, height: 768 })
      await (anew ? open : visit)(page, server, screen.path)
      await screen.ready?.(page)
      return screen
    },
    async speak(language) {
      for (const { page } of Object.values(pages)) {
        await open(page, server, '/account')
        await speak(page, language)
      }
    },
    close: () => browser.close(),
  }
}

/** The office asks a department about the indicator that is looked at; its account acts for that one as well. */
async function askedToExplain(
  { office, administrator }: Record<'office' | 'administrator', Watched>,
  server: Served,
  screens: readonly Screen[],
): Promise<void> {
  const grant = await sender(administrator.page, server, `grant ${server.accounts.office?.address}`)
  const ask = await sender(office.page, server, `ask ${server.accounts.office?.address}`)
  const { bodies } = await ask('get', 'organisations')
  const body = bodies.find(({ name }: { name: string }) => name === 'Sở Nội vụ')
  const { account } = await ask('get', 'session')
  await grant('post', `accounts/${account.id}/grants`, {
    ...{ role: 'departmentHead', organisationId: body.id },
  })
  const path = screens.find(({ route }) => route === '/indicators/:id')?.path
  await ask('post', `${path?.slice(1)}/explanations`, {
    ...{ organisationId: body.id, targetId: null, dueOn: '2099-12-01' },
    question: 'Vì sao số kỳ này thấp hơn cùng kỳ?',
  })
}

/** Whether a route wants more than the office may. */
function needsMore(route: string): boolean {
  const needs = routes.find((one) => one.path === route)?.needs
  return !!needs && !['work', 'submitDossiers', 'readReports', 'acceptReports'].includes(needs)
}

/** Changes the language by its button, wherever the page is. */
export async function speak(page: Page, language: Language): Promise<void> {
  const present = (await page.getAttribute('html', 'lang')) as Language
  if (present === language) return
  const { otherLanguage } = words(present, sharedVi, sharedEn)
  // Only what the server has is still the account's on the next page.
  const saved = page.waitForResponse((one) => one.request().method() === 'PATCH')
  await page.getByRole('button', { name: otherLanguage }).first().click()
  await saved
  await page.waitForFunction((lang) => document.documentElement.lang === lang, language)
}

/** What is wrong with a dialog, opened on its screen; empty when nothing. */
export async function dialogFaults(
  looking: Looking,
  dialog: Dialog,
  { language, onlyWords }: { language: Language; onlyWords: boolean },
): Promise<string[]> {
  const { page, errors } = looking.pageFor(dialog.administrator ? '/accounts' : '/documents')
  errors.length = 0
  await looking.openScreen(page, dialog.route)
  await dialog.show(page, language)
  const part = (await page.getByRole('dialog').count()) > 0 ? 'dialog[open]' : undefined
  return [...(await faults(page, { part, onlyWords })), ...errors]
}

/** Edits every kind of finding of the review screen: the form of each has to be whole. */
export async function editEveryKind(
  looking: Looking,
  { language, onlyWords }: { language: Language; onlyWords: boolean },
): Promise<void> {
  const { page } = looking.pageFor('/documents')
  await looking.openScreen(page, '/documents/:id/review')
  const kinds = await page.locator('.finding-kind').allInnerTexts()
  const editable = [...new Set(kinds)].filter(
    (kind) => kind !== words(language, reviewVi, reviewEn).kinds.check,
  )
  expect(editable.length).toBeGreaterThan(2)
  for (const kind of editable) {
    await page.locator('.finding', { hasText: kind }).first().getByRole('button').first().click()
    await page.keyboard.press('e')
    await page.locator('.finding form').waitFor()
    const found = await faults(page, { part: '.finding form', onlyWords })
    expect({ kind, found }).toEqual({ kind, found: [] })
    await page.keyboard.press('Escape')
  }
}
