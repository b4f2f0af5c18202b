// Every screen of the sample province in Vietnamese, light and dark, at every width: what axe finds,
// errors, titles, sideways scrolling, the way by Tab alone, and what a reader may not see.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vi as reviewVi } from '../app/src/reading/texts.ts'
import { vi as accessVi } from '../app/src/registers/access/texts.ts'
import { vi as assignmentsVi } from '../app/src/registers/assignments/texts.ts'
import { vi as documentsVi } from '../app/src/registers/documents/texts.ts'
import { routes } from '../app/src/web/routes.tsx'
import { vi as searchVi } from '../app/src/web/search/texts.ts'
import { vi as sharedVi } from '../app/src/web/texts.ts'
import { openPage } from './browser.ts'
import { type Looking, lookingAround, speak } from './looking.ts'
import { faults, walkByTab } from './measures.ts'
import { panelAt, panelElsewhere } from './panels.ts'
import { open, signIn } from './steps.ts'

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

let looking: Looking
/** Which of `changes` the office was offered when its screens were looked at. */
const offeredToOffice = new Set<string>()

beforeAll(async () => {
  looking = await lookingAround('trang')
  await looking.speak('vi')
})

afterAll(() => looking?.close())

it('every screen has its line in screens.ts', () => {
  expect(looking.screens.map((one) => one.route).sort()).toEqual(
    routes.map((one) => one.path).sort(),
  )
})

it('a screen of one thing without the panel of who may do what says where that is', () => {
  const known = routes.map((one) => one.path)
  expect(Object.keys(panelElsewhere).filter((route) => !known.includes(route))).toEqual([])
})

describe('every screen', () => {
  it.each(routes.map((one) => one.path))(
    '%s is accessible, whole, quiet, reached by Tab and searched from',
    async (route) => {
      const { page, errors } = looking.pageFor(route)
      errors.length = 0
      const screen = await looking.openScreen(page, route, { anew: true })
      if (page === looking.pageFor('/documents').page)
        for (const name of await changesOn(page)) offeredToOffice.add(name)
      expect([...(await faults(page)), ...errors]).toEqual([])
      expect(await page.title()).toBe(`${screen.title('vi')} · Giao Ban`)
      expect(await page.getAttribute('html', 'lang')).toBe('vi')
      const panels = page.getByRole('button', { name: accessVi.open })
      if (panelAt(route) === 'here') expect(await panels.count()).toBeGreaterThan(0)
      expect(await walkByTab(page)).toEqual({ missed: [], unseen: [] })
      await page.keyboard.press('Control+K')
      const search = page.getByRole('dialog', { name: searchVi.title })
      await search.waitFor()
      await page.keyboard.press('Escape')
      await search.waitFor({ state: 'hidden' })
    },
  )
})

/** Which of the changes are offered on the screen. */
async function changesOn(page: Page): Promise<string[]> {
  const shown = await page.getByRole('main').ariaSnapshot()
  return changes.filter((name) => shown.includes(`button "${name}"`))
}

describe('a reader', () => {
  it('is offered nothing that changes anything, on any screen', async () => {
    const { server } = looking
    const reader = await openPage(looking.browser)
    await signIn(reader.page, server, server.accounts.reader)
    await speak(reader.page, 'vi')
    const offered: string[] = []
    for (const route of routes.filter((one) => !one.needs)) {
      await looking.openScreen(reader.page, route.path)
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
