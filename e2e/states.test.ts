// What the screens say when there is nothing, when a page does not exist, and when the server is
// gone; the set-up page before there is anybody.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemWords } from '../app/src/problem-texts.ts'
import { vi as assignments } from '../app/src/registers/assignments/texts.ts'
import { vi as conferences } from '../app/src/registers/conferences/texts.ts'
import { vi as documents } from '../app/src/registers/documents/texts.ts'
import { vi as indicators } from '../app/src/registers/indicators/texts.ts'
import { vi as citations } from '../app/src/registers/instruments/texts.ts'
import { vi as people, en as peopleEn } from '../app/src/registers/people/texts.ts'
import { vi as shortcomings } from '../app/src/registers/shortcomings/texts.ts'
import { vi as search } from '../app/src/web/search/texts.ts'
import { vi as shared } from '../app/src/web/texts.ts'
import { openBrowser, openPage } from './browser.ts'
import { faults, walkByTab } from './measures.ts'
import { startServer, type TestServer } from './server.ts'
import { open, visit } from './steps.ts'

const nobody = '00000000-0000-7000-8000-000000000000'

describe('an empty province', () => {
  let server: TestServer
  let browser: Browser
  let page: Page
  let errors: string[]

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startServer(), openBrowser()])
    ;({ page, errors } = await openPage(browser))
  })

  afterAll(async () => {
    await browser?.close()
    await server?.remove()
  })

  it('begins on a set-up page that is accessible in both languages', async () => {
    await page.goto(server.opened)
    await page.getByRole('heading', { name: people.setUp.title }).waitFor()
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: shared.otherLanguage }).click()
    await page.getByRole('heading', { name: peopleEn.setUp.title }).waitFor()
    expect(await faults(page)).toEqual([])
    expect(await walkByTab(page)).toEqual({ missed: [], unseen: [] })
    await page.reload()
    await page.getByRole('button', { name: 'Tiếng Việt' }).click()
    const t = people.setUp
    await page.getByRole('combobox', { name: t.provinceName }).fill('Tỉnh Trống')
    await page.getByLabel(t.name, { exact: true }).fill('Lê Thị Quản Trị')
    await page.getByLabel(t.address).fill('quantri')
    await page.getByLabel(t.password, { exact: true }).fill('mot cau de nho cua quan tri')
    await page.getByLabel(t.repeat).fill('mot cau de nho cua quan tri')
    await page.getByRole('button', { name: t.submit }).click()
    await page.getByText(documents.emptyTitle).waitFor()
    expect(errors).toEqual([])
  })

  it.each([
    ['/documents', documents.emptyTitle],
    ['/indicators', indicators.emptyTitle],
    ['/shortcomings', shortcomings.emptyTitle],
    ['/assignments', assignments.emptyTitle],
    ['/conferences', conferences.emptyTitle],
    ['/citations', citations.emptyTitle],
    ['/search', search.start],
  ])('says on %s what is missing and what to do', async (path, title) => {
    errors.length = 0
    await visit(page, server, path)
    await page.getByRole('heading', { name: title }).waitFor()
    expect([...(await faults(page)), ...errors]).toEqual([])
  })

  it('says where a page does not exist', async () => {
    errors.length = 0
    await open(page, server, '/khong-co-trang-nay')
    await page.getByRole('heading', { name: shared.notFoundTitle }).waitFor()
    expect([...(await faults(page)), ...errors]).toEqual([])
    expect(await page.title()).toContain(shared.notFoundTitle)
  })

  it.each(['/documents', '/documents/review', '/indicators', '/conferences'])(
    'says where a thing of %s does not exist',
    async (path) => {
      const review = path.endsWith('/review')
      await visit(page, server, review ? `/documents/${nobody}/review` : `${path}/${nobody}`)
      const { title } = problemWords('notFound', 'vi', {})
      await page.getByRole('alert').getByRole('heading', { name: title }).waitFor()
      expect(await faults(page)).toEqual([])
    },
  )

  it('says when the server is gone, and goes on when it is back', async () => {
    await open(page, server, '/documents')
    const port = Number(new URL(server.address).port)
    await server.stop()
    await page.getByRole('link', { name: shared.nav.shortcomings }).click()
    const alert = page.getByRole('alert')
    await alert.waitFor()
    server = await startServer({ folder: server.folder, port })
    await page
      .getByRole('button', { name: new RegExp(`^(${shared.retry}|${shared.reload})$`) })
      .click()
    await page.getByRole('heading', { name: shortcomings.emptyTitle }).waitFor()
  })
})
