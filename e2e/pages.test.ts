// Every screen of the sample province in both languages, light and dark, at every width: what axe
// finds, errors, titles, sideways scrolling, the way by Tab alone, and what a reader may not see.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en as reviewEn, vi as reviewVi } from '../app/src/reading/texts.ts'
import { vi as assignmentsVi } from '../app/src/registers/assignments/texts.ts'
import { vi as documentsVi } from '../app/src/registers/documents/texts.ts'
import { routes } from '../app/src/web/routes.tsx'
import { vi as searchVi } from '../app/src/web/search/texts.ts'
import { en as sharedEn, vi as sharedVi } from '../app/src/web/texts.ts'
import { openBrowser, openPage } from './browser.ts'
import { dialogs } from './dialogs.ts'
import { faults, walkByTab } from './measures.ts'
import { newAccounts, sampleServer } from './sample.ts'
import { type Screen, screensOf } from './screens.ts'
import type { Served } from './server.ts'
import { type Language, open, signIn, visit, words } from './steps.ts'

/** What the office is offered and a reader is not, in the words of the screens. */
const changes = [
  documentsVi.add,
  documentsVi.paste,
  documentsVi.page.edit,
  documentsVi.page.readAgain,
  assignmentsVi.update,
  `${reviewVi.confirm} Enter`,
  `${reviewVi.edit} e`,
  `${reviewVi.reject} x`,
]

let server: Served
let browser: Browser
let screens: Screen[]
/** Which of `changes` the office was offered when its screens were looked at. */
const offeredToOffice = new Set<string>()
/** A page signed in by role: the administrator for what the office may not open. */
const pages = new Map<'office' | 'administrator', { page: Page; errors: string[] }>()

beforeAll(async () => {
  // Their own: they change their language.
  server = { ...sampleServer(), accounts: await newAccounts('trang') }
  browser = await openBrowser()
  for (const role of ['office', 'administrator'] as const) {
    const opened = await openPage(browser)
    await signIn(opened.page, server, server.accounts[role])
    pages.set(role, opened)
  }
  screens = await screensOf(pageFor('/documents').page, server)
})

afterAll(async () => {
  await browser?.close()
})

/**
 * The page of who may open it. What is held on oneself is the administrator's: the office's has some
 * thousand lines, which the page of another's data shows already.
 */
function pageFor(route: string): { page: Page; errors: string[] } {
  if (route === '/account/data') return pageFor('/accounts')
  const needs = routes.find((one) => one.path === route)?.needs
  const found = pages.get(
    needs && !['work', 'submitDossiers', 'readReports', 'acceptReports'].includes(needs)
      ? 'administrator'
      : 'office',
  )
  if (!found) throw new Error('Not signed in.')
  return found
}

describe('every screen and dialog', () => {
  it('has its line in screens.ts', () => {
    expect(screens.map((one) => one.route).sort()).toEqual(routes.map((one) => one.path).sort())
  })

  describe.each(['vi', 'en'] as const)('in %s', (language) => {
    const onlyWords = language === 'en'

    beforeAll(async () => {
      for (const { page } of pages.values()) {
        await open(page, server, '/account')
        await speak(page, language)
      }
    })

    it.each(routes.map((one) => one.path))(
      onlyWords
        ? '%s is whole and quiet'
        : '%s is accessible, whole, quiet, reached by Tab and searched from',
      async (route) => {
        const { page, errors } = pageFor(route)
        errors.length = 0
        const screen = await openScreen(page, route, { anew: !onlyWords })
        if (!onlyWords && page === pages.get('office')?.page)
          for (const name of await changesOn(page)) offeredToOffice.add(name)
        expect([...(await faults(page, { onlyWords })), ...errors]).toEqual([])
        expect(await page.title()).toBe(`${screen.title(language)} · Giao Ban`)
        expect(await page.getAttribute('html', 'lang')).toBe(language)
        if (onlyWords) return
        expect(await walkByTab(page)).toEqual({ missed: [], unseen: [] })
        await page.keyboard.press('Control+K')
        const search = page.getByRole('dialog', { name: searchVi.title })
        await search.waitFor()
        await page.keyboard.press('Escape')
        await search.waitFor({ state: 'hidden' })
      },
    )

    it.each(dialogs)(`$name is ${onlyWords ? '' : 'accessible and '}whole`, async (dialog) => {
      const { page, errors } = dialog.administrator ? pageFor('/accounts') : pageFor('/documents')
      errors.length = 0
      await openScreen(page, dialog.route)
      await dialog.show(page, language)
      const part = (await page.getByRole('dialog').count()) > 0 ? 'dialog[open]' : undefined
      expect([...(await faults(page, { part, onlyWords })), ...errors]).toEqual([])
    })

    it('every kind of finding is edited in an accessible form', async () => {
      const { page } = pageFor('/documents')
      await openScreen(page, '/documents/:id/review')
      const kinds = await page.locator('.finding-kind').allInnerTexts()
      const editable = [...new Set(kinds)].filter(
        (kind) => kind !== words(language, reviewVi, reviewEn).kinds.check,
      )
      expect(editable.length).toBeGreaterThan(2)
      for (const kind of editable) {
        await page
          .locator('.finding', { hasText: kind })
          .first()
          .getByRole('button')
          .first()
          .click()
        await page.keyboard.press('e')
        await page.locator('.finding form').waitFor()
        const found = await faults(page, { part: '.finding form', onlyWords })
        expect({ kind, found }).toEqual({ kind, found: [] })
        await page.keyboard.press('Escape')
      }
    })
  })
})

/** Opens a screen at the width of an office computer; `anew` loads the page for it. */
async function openScreen(page: Page, route: string, { anew = false } = {}): Promise<Screen> {
  const screen = screens.find((one) => one.route === route)
  if (!screen) throw new Error(`No line in screens.ts for ${route}.`)
  await page.setViewportSize({ width: 1366, height: 768 })
  await (anew ? open : visit)(page, server, screen.path)
  await screen.ready?.(page)
  return screen
}

/** Changes the language by its button, wherever the page is. */
async function speak(page: Page, language: Language): Promise<void> {
  const present = (await page.getAttribute('html', 'lang')) as Language
  if (present === language) return
  const { otherLanguage } = words(present, sharedVi, sharedEn)
  // Only what the server has is still the account's on the next page.
  const saved = page.waitForResponse((one) => one.request().method() === 'PATCH')
  await page.getByRole('button', { name: otherLanguage }).first().click()
  await saved
  await page.waitForFunction((lang) => document.documentElement.lang === lang, language)
}

/** Which of the changes are offered on the screen. */
async function changesOn(page: Page): Promise<string[]> {
  const shown = await page.getByRole('main').ariaSnapshot()
  return changes.filter((name) => shown.includes(`button "${name}"`))
}

describe('a reader', () => {
  it('is offered nothing that changes anything, on any screen', async () => {
    const reader = await openPage(browser)
    await signIn(reader.page, server, server.accounts.reader)
    await speak(reader.page, 'vi')
    const offered: string[] = []
    for (const route of routes.filter((one) => !one.needs)) {
      await openScreen(reader.page, route.path)
      offered.push(...(await changesOn(reader.page)))
    }
    expect(offered).toEqual([])
    // And there was something to offer.
    expect([...offeredToOffice].sort()).toEqual([...changes].sort())
    await open(reader.page, server, '/accounts')
    await reader.page.getByText(sharedVi.notFoundTitle).waitFor()
    // What a reader may not see is not there, and that is all that goes wrong.
    expect(reader.errors.filter((one) => !/\b404\b/.test(one))).toEqual([])
    await reader.page.context().close()
  })
})
