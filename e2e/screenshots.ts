// Takes the pictures of docs/screens from a sample province of its own. By hand:
// node e2e/screenshots.ts
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { stdout } from 'node:process'
import { openBrowser, openPage } from './browser.ts'
import { holdConference } from './held.ts'
import { screensOf } from './screens.ts'
import { startServer } from './server.ts'
import { open, signIn, signOut } from './steps.ts'

/** What each picture shows; each in both languages. */
const pictures: Record<string, string> = {
  review: '/documents/:id/review',
  shortcomings: '/shortcomings',
  indicators: '/indicators',
  assignments: '/assignments',
  conference: '/conferences/:id',
}
/** So that the repository stays light. */
const mostBytes = 200 * 1024

const folder = join(import.meta.dirname, '..', 'docs', 'screens')
mkdirSync(folder, { recursive: true })
const [server, browser] = await Promise.all([startServer({ sample: true }), openBrowser()])
try {
  await holdConference(server)
  const { page, errors } = await openPage(browser)
  await signIn(page, server, server.accounts.office)
  const screens = await screensOf(page, server)
  for (const language of ['vi', 'en'] as const) {
    if ((await page.locator('html').getAttribute('lang')) !== language) {
      await page.locator(`header button[lang=${language}]`).click()
      await page.locator(`html[lang=${language}]`).waitFor()
    }
    for (const [name, route] of Object.entries(pictures)) {
      const screen = screens.find((one) => one.route === route)
      if (!screen) throw new Error(`There is no screen ${route}.`)
      await open(page, server, screen.path)
      await page.waitForLoadState('networkidle')
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      const path = join(folder, `${name}-${language}.png`)
      await page.screenshot({ path })
      const { size } = statSync(path)
      if (size > mostBytes) throw new Error(`${path} has ${size} bytes; at most ${mostBytes}.`)
      stdout.write(`${path}: ${Math.round(size / 1024)} KB\n`)
    }
  }
  if (errors.length > 0) throw new Error(`Errors in the page:\n${errors.join('\n')}`)
  await signOut(page, 'en')
} finally {
  await browser.close()
  await server.remove()
}
