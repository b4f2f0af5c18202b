// The whole first path in a real browser: set up two provinces, bring the five reports in by every
// door, review them by keyboard, confirm, and end on the shortcomings page. Without the reports
// (`GIAOBAN_REPORTS`, else `../shared/seeds`) the samples stand in.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vi as review } from '../app/src/reading/texts.ts'
import { vi as record } from '../app/src/record/texts.ts'
import { vi as documents } from '../app/src/registers/documents/texts.ts'
import { vi as people } from '../app/src/registers/people/texts.ts'
import { vi as shortcomings } from '../app/src/registers/shortcomings/texts.ts'
import { vi as shared } from '../app/src/web/texts.ts'
import { openBrowser, openPage, screenshotPath } from './browser.ts'
import { confirmCertain, countStrokes, editFive, finish, reviewed, strokes } from './review.ts'
import { giaoban, startServer, type TestServer } from './server.ts'
import { addOfficeAccount, open, signIn, signOut, visit } from './steps.ts'

const root = join(import.meta.dirname, '..')
const samples = join(root, 'samples')
const given = process.env.GIAOBAN_REPORTS ?? join(root, '..', 'shared', 'seeds')
const haveReports = existsSync(given)
if (!haveReports) console.warn(`No reports in ${given}: the samples stand in.`)

/** Which report is whose, and how often each province is told of its site clearance. */
const provinces = haveReports
  ? [
      {
        name: 'Tỉnh Thái Nguyên',
        files: ['000_3e1b99e3c77b3c65', '001_c64c91737660e472', '002_da85cdaed94c0d24'].concat(
          '003_892e6a95564a613b',
        ),
        siteClearance: 2,
      },
      { name: 'Tỉnh Lạng Sơn', files: ['004_5caf706d5705e721'], siteClearance: 1 },
    ]
  : [
      {
        name: 'Tỉnh Sơn Hà',
        files: [
          '2023-10-ban-thuong-vu',
          '2024-10-giao-ban-9-thang',
          '2025-04-giao-ban-quy-1',
        ].concat('2025-07-thong-bao-ket-luan'),
        siteClearance: 3,
      },
      { name: 'Tỉnh Thủy Nguyên', files: ['2023-12-ban-chap-hanh'], siteClearance: 1 },
    ]
const pathOf = (file: string) => join(haveReports ? given : samples, `${file}.txt`)
/** A province of its own for the report with more than twenty certain findings. */
const practice = { name: 'Tỉnh Thử Nghiệm', file: join(samples, '2024-07-bao-cao-6-thang.txt') }
const [first, second] = provinces as [(typeof provinces)[0], (typeof provinces)[0]]

const administrator = { address: 'quantri', password: 'mot cau de nho cua quan tri' }
const office = { address: 'vanphong', password: 'mot cau de nho cua van phong' }

describe('from a report to what comes back', () => {
  let server: TestServer
  let browser: Browser
  let page: Page
  let errors: string[]

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startServer(), openBrowser()])
    const permissions = ['clipboard-read', 'clipboard-write']
    ;({ page, errors } = await openPage(browser, undefined, { permissions }))
    await countStrokes(page)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.remove()
  })

  it('is set up behind the token of the terminal, and gets an office account', async () => {
    expect(server.opened).toContain('/setup#token=')
    await page.goto(server.opened)
    const t = people.setUp
    await page.getByRole('combobox', { name: t.provinceName }).fill(first.name)
    await page.getByLabel(t.name, { exact: true }).fill('Lê Thị Quản Trị')
    await page.getByLabel(t.address).fill(administrator.address)
    await page.getByLabel(t.password, { exact: true }).fill(administrator.password)
    await page.getByLabel(t.repeat).fill(administrator.password)
    await page.getByRole('button', { name: t.submit }).click()

    await addOfficeAccount(page, office)
    expect(errors).toEqual([])
    await signOut(page)
  })

  it('gets further provinces, and asks where an address is known in several', async () => {
    const there = await giaoban(server, 'province', 'add', second.name, '--account', 'quantri')
    await signIn(page, server, there)
    await addOfficeAccount(page, office)
    await signOut(page)
    await enter(second.name)
    expect(await page.getByText(documents.emptyTitle).count()).toBe(1)
    expect(errors).toEqual([])
  })

  it('takes reports by picker, by drop and by paste', async () => {
    await signOut(page)
    await enter(first.name)
    const [one, two, three, four] = first.files.map(pathOf) as [string, string, string, string]
    const tray = page.getByRole('region', { name: documents.uploads.title })
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: documents.add }).click()
    await (await chooser).setFiles([one, two])
    await declare(page)
    await tray.getByText(documents.uploads.summary(2, 2)).waitFor()

    await drop(page, three)
    await declare(page)
    await tray.getByText(documents.uploads.summary(3, 3)).waitFor()

    await page.evaluate((text) => navigator.clipboard.writeText(text), readFileSync(four, 'utf8'))
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('Control+V')
    await page.getByLabel(documents.declaration.box).check()
    await page.getByRole('button', { name: documents.pasteDialog.submit }).click()
    await tray.getByText(documents.uploads.summary(4, 4)).waitFor()
    await page.getByText(documents.filtered(4, 4)).waitFor()
    expect(errors).toEqual([])
  })

  it('recognises a file that it has', async () => {
    await drop(page, pathOf(first.files[0] ?? ''))
    await declare(page)
    await page.getByText(documents.uploads.already).waitFor()
    await open(page, server, '/documents')
    await page.getByText(documents.filtered(4, 4)).waitFor()
    expect(errors).toEqual([])
  })

  it('is reviewed by keyboard, one key a finding and the words of the edits', async () => {
    for (const address of await reviewsWaiting(page, server)) await reviewOne(address)
    await page.screenshot({ path: screenshotPath('reviewed') })
    // What was filled in while reviewing is in its register.
    await open(page, server, '/assignments')
    expect(await page.getByText('VP', { exact: true }).count()).toBeGreaterThan(0)
    expect(errors).toEqual([])
  })

  it('leads from every entry to its sentence', async () => {
    const followed = new Set<string>()
    const pages = ['/shortcomings', '/assignments', '/citations']
    pages.push(...(await linksOf('/indicators', /^\/indicators\/./)))
    pages.push(...(await linksOf('/conferences', /^\/conferences\/./)))
    for (const path of pages) await followSources(path, followed)
    expect(followed.size).toBeGreaterThan(20)
    expect(errors).toEqual([])
  })

  it('takes an entry back on undo, and keeps both records', async () => {
    await open(page, server, '/shortcomings')
    const topic = page.getByRole('region', { name: 'Giải phóng mặt bằng' })
    await topic.getByText(shortcomings.times(first.siteClearance)).waitFor()
    const entry = topic.getByRole('listitem').first()
    const quote = (await entry.innerText()).match(/“(.+)”/s)?.[1] ?? ''
    const source = await entry.getByRole('link', { name: shared.showSource }).getAttribute('href')
    const documentPath = new URL(source ?? '', server.address).pathname

    await open(page, server, `${documentPath}/review`)
    await page.getByLabel(review.filterText).fill(quote)
    await page.getByLabel(review.filterText).press('Enter')
    await page.keyboard.press('j')
    await page.keyboard.press('u')
    await page.getByText(review.undone(1)).waitFor()
    await open(page, server, '/shortcomings')
    await topic.getByText(shortcomings.times(first.siteClearance - 1)).waitFor()

    await open(page, server, `${documentPath}/review`)
    await page.keyboard.press('Enter')
    await page.getByText(review.allDone).waitFor()
    await reviewed(page)
    await open(page, server, '/record')
    const lines = await page.getByRole('row').allInnerTexts()
    const { 'finding.confirm': confirmed = '', 'finding.undo': undone = '' } = record.history.action
    const decisions = lines
      .flatMap((line) => [confirmed, undone].filter((words) => line.includes(words)))
      .slice(0, 3)
    expect(decisions).toEqual([confirmed, undone, confirmed])
    expect(errors).toEqual([])
  })

  it('takes 25 keystrokes for twenty certain findings and five edits', async () => {
    await giaoban(server, 'province', 'add', practice.name, '--account', 'quantri')
    const options = ['--province', 'thu-nghiem', '--role', 'office', '--name', 'Đỗ Văn Phòng']
    const account = await giaoban(server, 'account', 'add', 'nguoi-moi', ...options)
    await signOut(page)
    await signIn(page, server, account)
    await drop(page, practice.file)
    await declare(page)
    await open(page, server, await firstReview())
    const certain = await confirmCertain(page)
    expect(certain).toBeGreaterThanOrEqual(20)
    expect((await editFive(page)).edited).toBe(5)
    expect(await strokes(page)).toBeLessThanOrEqual(25)
    await finish(page)
    expect(errors).toEqual([])
  })

  it('ends on the shortcomings page of each province, never mixed', async () => {
    await signOut(page)
    await enter(second.name)
    await drop(page, pathOf(second.files[0] ?? ''))
    await declare(page)
    await reviewOne(await firstReview())
    const there = await siteClearance(second)
    await signOut(page)
    await enter(first.name)
    const here = await siteClearance(first)
    expect(there.filter((quote) => here.includes(quote))).toEqual([])
    expect(errors).toEqual([])
  })

  async function enter(province: string): Promise<void> {
    await signIn(page, server, office, { province })
    // That the address is known in several provinces is an answer of its own (409).
    errors.length = 0
  }

  /** Certain ones at once, five edits, the rest one by one. */
  async function reviewOne(address: string): Promise<void> {
    await open(page, server, address)
    await confirmCertain(page)
    // What is counted on the shortcomings page keeps its topic.
    const { edited, between } = await editFive(page, 'giải phóng mặt bằng')
    expect(await strokes(page)).toBeLessThanOrEqual(1 + between + edited * 4)
    await finish(page)
  }

  /** Opens the shortcomings from the navigation; all sentences that stand there. */
  async function siteClearance(province: (typeof provinces)[0]): Promise<string[]> {
    await page.getByRole('link', { name: shared.nav.shortcomings }).click()
    const topic = page.getByRole('region', { name: 'Giải phóng mặt bằng' })
    await topic.getByText(shortcomings.times(province.siteClearance)).waitFor()
    expect(await topic.getByRole('listitem').count()).toBe(province.siteClearance)
    const quotes = await page.getByRole('main').getByText(/^“/).allInnerTexts()
    expect(quotes.length).toBeGreaterThan(province.siteClearance)
    await page.screenshot({ path: screenshotPath(`shortcomings-${province.name}`) })
    return quotes
  }

  async function firstReview(): Promise<string> {
    const tray = page.getByRole('region', { name: documents.uploads.title })
    await tray.getByText(documents.uploads.summary(1, 1)).waitFor()
    return (await tray.getByRole('link').first().getAttribute('href')) ?? ''
  }

  /**
   * Follows each link of a page to a sentence that was not followed before: the first into each
   * document by a click, the others from there, as by the address.
   */
  async function followSources(path: string, followed: Set<string>): Promise<void> {
    const links = (await linksOf(path, /\?at=\d+-\d+$/)).filter((link) => !followed.has(link))
    const byDocument = Object.groupBy(links, (link) => link.split('?')[0] ?? '')
    for (const [first = '', ...others] of Object.values(byDocument).map((group) => group ?? [])) {
      if (!page.url().endsWith(path)) await visit(page, server, path)
      await page.locator(`main a[href="${first}"]`).first().click()
      await showsItsSentence(first)
      for (const link of others) {
        await page.evaluate((to) => history.pushState(null, '', to), link)
        await showsItsSentence(link)
      }
    }
    for (const link of links) followed.add(link)
  }

  /** Waits until what a link stands for, by its places in the text, is what is highlighted. */
  async function showsItsSentence(link: string): Promise<void> {
    const [id = '', start, end] = /documents\/([^?]+)\?at=(\d+)-(\d+)/.exec(link)?.slice(1) ?? []
    const sentence = (await textOf(id)).slice(Number(start), Number(end)).replaceAll('\n', '')
    expect(sentence).not.toBe('')
    await page.waitForFunction((wanted) => {
      const parts = [...document.querySelectorAll('.text-highlight')]
      return parts.map((part) => part.textContent).join('') === wanted
    }, sentence)
  }

  const texts = new Map<string, string>()
  async function textOf(documentId: string): Promise<string> {
    const known = texts.get(documentId)
    if (known !== undefined) return known
    const answer = await page.request.get(`${server.address}/api/documents/${documentId}/text`)
    const { text } = (await answer.json()) as { text: string }
    texts.set(documentId, text)
    return text
  }

  async function linksOf(path: string, wanted: RegExp): Promise<string[]> {
    await visit(page, server, path)
    const all = await page
      .locator('main')
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    return [...new Set(all.filter((link) => wanted.test(link)))]
  }
})

async function reviewsWaiting(page: Page, server: TestServer): Promise<string[]> {
  await open(page, server, '/documents')
  const links = await page
    .getByRole('rowheader')
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(links.every((link) => link.endsWith('/review'))).toBe(true)
  return links
}

/** Declares that the files that wait hold no state secrets. */
const declare = (page: Page): Promise<void> =>
  page.getByRole('button', { name: documents.declaration.declare }).click()

/** Drops a file from outside onto the page, as the desktop does it. */
async function drop(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data })
  }
  await session.detach()
}
