// A member's tablet with the network really cut: papers read, a note written, all in step again afterwards;
// nothing readable on its disk; what is closed, over or signed out is gone.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type BrowserContext, chromium as engine, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { vi as chain } from '../app/src/registers/chain/texts.ts'
import { vi as signs } from '../app/src/registers/people/texts.ts'
import { vi } from '../app/src/web/offline/texts.ts'
import { signedIn } from './held.ts'
import { newAccounts, sampleServer } from './sample.ts'
import type { Served } from './server.ts'
import { open, signIn, signOut } from './steps.ts'

const canary = 'Chim hoàng yến hót trên nóc hội trường'
const control = 'Câu đối chứng phải tìm thấy trên đĩa'
const note = 'Hỏi lại về nguồn vốn đối ứng'
const [first, second] = ['Tờ trình chủ trương đầu tư', 'Dự thảo nghị quyết']

let server: Served
let folder: string
let context: BrowserContext
let page: Page
let papers: { id: string; version: number; item: string; conference: string }[]
let office: Awaited<ReturnType<typeof signedIn>>
let member: Awaited<ReturnType<typeof newAccounts>>['reader']

beforeAll(async () => {
  const accounts = await newAccounts('tablet')
  member = accounts.reader
  server = { ...sampleServer(), accounts }
  office = await signedIn(server)
  papers = await makeConference()
  folder = mkdtempSync(join(tmpdir(), 'giaoban-tablet-'))
  context = await engine.launchPersistentContext(folder, {
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=vi'],
    headless: true,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  })
  context.setDefaultTimeout(30_000)
  page = context.pages()[0] ?? (await context.newPage())
  await signIn(page, server, member)
})

afterAll(async () => {
  await context?.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

/** Two papers given out to the member, who is invited. */
async function makeConference() {
  const { bodies } = (await office('GET', 'organisations')) as unknown as {
    bodies: { id: string; name: string }[]
  }
  const { plan } = await office('POST', 'conferences', {
    organisationId: bodies[0]?.id,
    type: 'briefing',
    review: false,
    startsAt: new Date(Date.now() + 86_400_000).toISOString(),
  })
  await office('POST', `conferences/${plan?.id}/review`)
  const made: typeof papers = []
  for (const title of [first, second]) {
    const { item } = await office('POST', `conferences/${plan?.id}/items`, {
      ...{ title: `Nội dung: ${title}`, asked: 'decide', level: 'participants' },
    })
    const form = new FormData()
    form.append('file', new File([`${title}\nĐoạn mở đầu.\n${canary}: ${title}.\n`], 'a.txt'))
    form.append('declaration', 'noStateSecrets')
    form.append('kind', 'draft')
    form.append('title', title)
    const { paper } = await office('POST', `session-items/${item?.id}/papers`, form)
    const version = item?.version as number
    await office('POST', `session-items/${item?.id}/papers/release`, {}, version)
    const { paper: now } = await office('GET', `papers/${paper?.id}`)
    made.push({
      ...{ id: paper?.id ?? '', version: now?.version as number },
      ...{ item: item?.id ?? '', conference: plan?.id ?? '' },
    })
  }
  await office('POST', `conferences/${plan?.id}/invitations`, {
    ...{ address: member.address, capacity: 'member' },
  })
  await office('POST', `conferences/${plan?.id}/invitations/send`)
  return made
}

const badge = (words: string) => page.getByRole('status').getByText(words)
const names = () => page.evaluate(everythingKept)
const texts = async () => (await names()).labels.filter((label) => label.startsWith('copies/text:'))

test('the papers are taken along, all of them', async () => {
  await open(page, server, '/tablet')
  await page.getByRole('button', { name: vi.take }).click()
  await badge(vi.complete(2)).waitFor()
})

test('without network the page loads anew, a paper is read and searched, a note is written', async () => {
  await context.setOffline(true)
  await page.reload()
  await badge('Đang ngoại tuyến').waitFor()
  await page.getByText(/nhiệm vụ của các hội nghị trước/).click()
  await page.getByRole('heading', { name: chain.again }).waitFor()
  await page.getByRole('link', { name: first }).click()
  await page.getByText(`${canary}: ${first}.`).waitFor()
  await page.getByLabel(vi.search).fill('chim hoang yen')
  await page.getByText(vi.found(1, 1)).waitFor()
  await page.getByRole('button', { name: vi.addLoose }).click()
  await page.getByLabel(vi.noteLabel).fill(note)
  await page.getByRole('button', { name: vi.save }).click()
  await page.getByText(vi.waiting, { exact: true }).waitFor()
  await page.reload()
  await page.getByText(note).waitFor()
})

test('neither papers nor notes can be read on the disk, or in the browser’s stores', async () => {
  const kept = await names()
  expect(await texts()).toHaveLength(2)
  expect(kept.labels.filter((label) => label.startsWith('outbox/'))).toHaveLength(1)
  for (const words of [canary, note]) expect(kept.text).not.toContain(words)
  await page.evaluate(putControl, control)
  expect(onDisk(control)).toBe(true)
  expect(onDisk(canary)).toBe(false)
  expect(onDisk(note)).toBe(false)
})

test('back on the network the note is on the server, and a withdrawn paper is gone', async () => {
  await office('POST', `papers/${papers[1]?.id}/withdraw`, { reason: 'x' }, papers[1]?.version)
  await context.setOffline(false)
  const own = await signedIn(server, member)
  const bodies = async () =>
    ((await own('GET', 'paper-notes')) as unknown as { notes: { body: string }[] }).notes.map(
      ({ body }) => body,
    )
  await expect.poll(bodies, { timeout: 20_000 }).toEqual([note])
  await open(page, server, '/tablet')
  await badge(vi.complete(1)).waitFor()
  expect(await page.getByText(second, { exact: true }).count()).toBe(0)
  expect(await texts()).toHaveLength(1)
})

test('an item that is postponed takes its paper from the tablet at the next contact', async () => {
  const { item = '', conference = '', id: paper = '?' } = papers[0] ?? {}
  await context.setOffline(true)
  await page.reload()
  await page.getByRole('link', { name: first }).waitFor()
  const off = { status: 'postponed', reason: 'Chờ hoàn thiện hồ sơ' }
  await office('POST', `session-items/${item}/take-off`, off, await versionOf(conference, item))
  // Nobody has told the tablet: it reads on.
  expect(await texts()).toHaveLength(1)
  await context.setOffline(false)
  await page.reload()
  await expect.poll(texts, { timeout: 20_000 }).toEqual([])
  expect(await page.getByText(first, { exact: true }).count()).toBe(0)
  expect((await names()).labels.filter((label) => label.includes(paper))).toEqual([])
  await office('POST', `session-items/${item}/put-back`, {}, await versionOf(conference, item))
})

/** The version that an item of a conference has now. */
async function versionOf(conference: string, id: string): Promise<number> {
  const { items } = (await office('GET', `conferences/${conference}/items`)) as unknown as {
    items: { id: string; version: number }[]
  }
  return items.find((one) => one.id === id)?.version ?? 0
}

test('a clock that was turned back opens nothing; after the last day all is wiped', async () => {
  await context.setOffline(true)
  await page.clock.setFixedTime(Date.now() - 86_400_000)
  await page.reload()
  await page.getByText(vi.clock).waitFor()
  await page.clock.setFixedTime(Date.now() + 15 * 86_400_000)
  await page.reload()
  await page.getByText(vi.over).waitFor()
  expect((await names()).labels).toEqual([])
  await page.clock.setFixedTime(Date.now())
  await context.setOffline(false)
})

test('signing out in another tab wipes it here', async () => {
  await open(page, server, '/tablet')
  await page.getByRole('button', { name: vi.take }).click()
  await badge(vi.complete(1)).waitFor()
  const other = await context.newPage()
  await open(other, server, '/tablet')
  await signOut(other)
  await page.getByRole('button', { name: vi.take }).waitFor()
  expect((await names()).labels).toEqual([])
  await page.reload()
  await page.getByRole('heading', { name: signs.signIn.title }).waitFor()
})

/** In the page: names of all that our stores and caches hold, and all of it as text in two encodings. */
async function everythingKept(): Promise<{ labels: string[]; text: string }> {
  const labels: string[] = []
  const parts: string[] = []
  const ended = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const read = (value: unknown): void => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      for (const encoding of ['utf-8', 'utf-16le'])
        parts.push(new TextDecoder(encoding).decode(value))
    } else if (value && typeof value === 'object') Object.values(value).forEach(read)
    else parts.push(String(value))
  }
  const db = await ended(indexedDB.open('giaoban-tablet'))
  for (const name of db.objectStoreNames) {
    const store = db.transaction(name).objectStore(name)
    const [keys, values] = await Promise.all([ended(store.getAllKeys()), ended(store.getAll())])
    labels.push(...keys.map((key) => `${name}/${key}`))
    read(values)
  }
  db.close()
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      const kept = await cache.match(request)
      if (new URL(request.url).pathname.startsWith('/api/')) labels.push(request.url)
      parts.push((await kept?.text()) ?? '')
    }
  }
  parts.push(JSON.stringify(localStorage), JSON.stringify(sessionStorage))
  return { labels, text: parts.join('\n') }
}

/** In the page: a sentence as somebody would keep it who encrypts nothing. */
function putControl(words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('control', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('control')
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const transaction = request.result.transaction('control', 'readwrite', {
        durability: 'strict',
      })
      transaction.objectStore('control').put({ text: words }, 'control')
      transaction.oncomplete = () => resolve()
    }
  })
}

/** Whether a file of the browser's profile holds the words. */
function onDisk(words: string): boolean {
  const wanted = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')]
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name))
      return wanted.some((one) => bytes.includes(one))
    })
}
