// Search, spelled in every way; each result leads to its passage. That Ctrl+K opens it on every screen
// stands in pages.test.ts.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fold } from '../app/src/web/format.ts'
import { vi as t } from '../app/src/web/search/texts.ts'
import { openBrowser, openPage } from './browser.ts'
import { sampleServer } from './sample.ts'
import type { Served } from './server.ts'
import { open, signIn } from './steps.ts'

/** The same words in every spelling a person may type or paste. */
const spellings = {
  'as written': 'đầu tư công',
  'without diacritics': 'dau tu cong',
  'with đ only': 'đau tu cong',
  'in capitals': 'ĐẦU TƯ CÔNG',
  decomposed: 'đầu tư công'.normalize('NFD'),
}

describe('search', () => {
  let server: Served
  let browser: Browser
  let page: Page
  let errors: string[]

  beforeAll(async () => {
    server = sampleServer()
    browser = await openBrowser()
    ;({ page, errors } = await openPage(browser))
    await signIn(page, server, server.accounts.office)
  })

  afterAll(async () => {
    await browser?.close()
  })

  let asWritten: string[] | undefined
  it.each(Object.entries(spellings))(
    'finds the same words %s, and marks them',
    async (_, query) => {
      asWritten ??= textsOf(await ask(spellings['as written']))
      const results = await ask(query)
      expect(textsOf(results)).toEqual(asWritten)
      expect(results.length).toBeGreaterThan(2)
      const wanted = fold(query).split(' ')
      for (const { marked } of results) {
        expect(marked.length).toBeGreaterThan(0)
        for (const word of marked) expect(wanted).toContain(fold(word))
      }
    },
  )

  it('says so where there is nothing', async () => {
    await open(page, server, '/account')
    await page.keyboard.press('Control+K')
    await page.getByRole('combobox').fill('xyzzy')
    await page.getByText(t.nothing('xyzzy')).waitFor()
  })

  it.each(['by keyboard', 'by mouse'])('leads from a result to its passage %s', async (way) => {
    const results = await ask('đầu tư công')
    const at = results.findIndex(({ text }) => text.includes(t.kind.shortcoming))
    expect(at).toBeGreaterThanOrEqual(0)
    if (way === 'by mouse') await page.getByRole('option').nth(at).click()
    else {
      for (let presses = 0; presses < at; presses++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    }
    const highlighted = page.locator('.text-highlight')
    await highlighted.first().waitFor()
    expect(fold((await highlighted.allTextContents()).join(''))).toContain('dau tu cong')
    expect(errors).toEqual([])
  })

  const textsOf = (results: { text: string }[]) => results.map(({ text }) => text).toSorted()

  /** Opens the palette on a page newly loaded, asks, and returns what it shows for exactly this question. */
  async function ask(query: string): Promise<{ text: string; marked: string[] }[]> {
    await open(page, server, '/account')
    await page.keyboard.press('Control+K')
    const answered = page.waitForResponse((response) => {
      const { pathname, searchParams } = new URL(response.url())
      return pathname === '/api/search' && searchParams.get('q') === query
    })
    await page.getByRole('combobox').fill(query)
    await answered
    const options = page.getByRole('option')
    await options.first().waitFor()
    return options.evaluateAll((all) =>
      all.map((option) => ({
        text: option.textContent ?? '',
        marked: [...option.querySelectorAll('mark')].flatMap((one) =>
          (one.textContent ?? '').split(/\s+/).filter(Boolean),
        ),
      })),
    )
  }
})
