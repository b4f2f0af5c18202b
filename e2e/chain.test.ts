// From one closed conference to the next: its agenda, its opening view, the chair's page, and the chain of a task.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { vi as assignments } from '../app/src/registers/assignments/texts.ts'
import { reviewTitle } from '../app/src/registers/chain/review.ts'
import { vi } from '../app/src/registers/chain/texts.ts'
import { vi as sitting } from '../app/src/registers/sitting/texts.ts'
import { axeViolations, openBrowser, openPage } from './browser.ts'
import { signedIn } from './held.ts'
import { newAccounts, ownSampleServer } from './sample.ts'
import { giaoban, type Served, type TestServer } from './server.ts'
import { open, signIn } from './steps.ts'

const action = 'đẩy nhanh bàn giao mặt bằng'

/** Its own: what is closed here would stand on the screens of others. */
let started: TestServer
let server: Served
let browser: Browser
let page: Page
let errors: string[]
let office: Awaited<ReturnType<typeof signedIn>>
let first = ''
let next = ''

beforeAll(async () => {
  ;[started, browser] = await Promise.all([ownSampleServer(), openBrowser()])
  server = { ...started, accounts: await newAccounts('chuoi', started) }
  const head = await giaoban(
    server,
    'account',
    'add',
    'chuoi-cvp',
    '--role',
    'officeHead',
    '--name',
    'Lê Chánh',
  )
  office = await signedIn(server, server.accounts.office)
  await holdFirst(await signedIn(server, head))
  ;({ page, errors } = await openPage(browser))
  await signIn(page, server, server.accounts.office)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await started?.remove()
})

const body = async (): Promise<string> => {
  const { bodies } = (await office('GET', 'organisations')) as unknown as {
    bodies: { id: string; name: string }[]
  }
  return bodies.find(({ name }) => name === 'Sở Tài chính')?.id ?? ''
}

/** One conference with a task whose day is over, closed; and the next one, planned. */
async function holdFirst(head: typeof office): Promise<void> {
  const organisationId = await body()
  const { plan } = await office('POST', 'conferences', {
    ...{ organisationId, type: 'briefing', title: 'Giao ban tháng 3' },
    startsAt: '2026-03-03T08:00:00+07:00',
  })
  first = plan?.id ?? ''
  const at = `conferences/${first}`
  const given = { title: 'Giải phóng mặt bằng', asked: 'decide' }
  const { item } = await office('POST', `${at}/items`, given)
  await office('POST', `${at}/open`, {}, plan?.version as number)
  const task = {
    ...{ id: crypto.randomUUID(), start: 5, end: 5 + action.length, action },
    ...{ leadId: organisationId, leadText: null, cooperating: [], deadline: '2026-04-01' },
    ...{ deadlineText: null, deadlineFuzzy: false, deliverable: null },
  }
  await office(
    'PUT',
    `session-items/${item?.id}/decision`,
    {
      ...{ outcome: 'agreed', conditions: null, body: `Giao ${action}.`, noTask: false },
      tasks: [task],
    },
    0,
  )
  const { sitting: now } = (await office('GET', `${at}/sitting`)) as unknown as {
    sitting: { conference: { version: number } }
  }
  await head('POST', `${at}/close`, {}, now.conference.version)
  const made = await office('POST', 'conferences', {
    ...{ organisationId, type: 'briefing', title: 'Giao ban tháng sau' },
    startsAt: '2099-04-07T08:00:00+07:00',
  })
  next = made.plan?.id ?? ''
}

test('the next agenda begins with the review, which tells what became of the last conference’s tasks', async () => {
  await open(page, server, `/conferences/${next}`)
  const row = page.locator('tbody tr').first()
  expect(await row.locator('th').innerText()).toContain(reviewTitle)
  await row.getByRole('link', { name: vi.toReview }).click()
  await page.getByRole('heading', { name: vi.last('Giao ban tháng 3') }).waitFor()
  await page.getByText(`1 ${vi.counted.overdue}`).waitFor()
  expect(await axeViolations(page)).toEqual([])
  const size = page.viewportSize()
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
    true,
  )
  if (size) await page.setViewportSize(size)
  await page.getByRole('link', { name: action }).click()
  await page.getByRole('heading', { name: assignments.onlyOne }).waitFor()
})

test('from the task its chain is walked by keyboard, back to the item that ordered it', async () => {
  await page.getByRole('button', { name: `${vi.chain.open}: ${action}` }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: vi.chain.title })
  await dialog.getByRole('heading', { name: vi.chain.stages.decision }).waitFor()
  expect(await axeViolations(page)).toEqual([])
  await dialog.getByRole('link', { name: 'Giải phóng mặt bằng', exact: true }).click()
  await page.waitForURL(new RegExp(`/conferences/${first}\\?tab=proceedings`))
})

test('the chair and the clerk have it before them when the review is on', async () => {
  const { plan } = await office('GET', `conferences/${next}/plan`)
  await office('POST', `conferences/${next}/open`, {}, plan?.version as number)
  const { items } = (await office('GET', `conferences/${next}/items`)) as unknown as {
    items: { id: string }[]
  }
  const current = { itemId: items[0]?.id, speaker: null }
  await office('POST', `conferences/${next}/current`, current)
  for (const who of ['chair', 'clerk']) {
    await open(page, server, `/conferences/${next}/${who}`)
    await page.getByRole('heading', { name: sitting.item('1', reviewTitle) }).waitFor()
    await page.getByRole('link', { name: action }).waitFor()
    expect(await axeViolations(page)).toEqual([])
  }
  expect(errors).toEqual([])
})
