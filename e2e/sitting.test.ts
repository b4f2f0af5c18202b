// A conference in the browser: what two people type, a server that is killed while they do, the wall.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { vi as people } from '../app/src/registers/people/texts.ts'
import { vi as rounds } from '../app/src/registers/rounds/texts.ts'
import { vi } from '../app/src/registers/sitting/texts.ts'
import { vi as shared } from '../app/src/web/texts.ts'
import { newFolder, type Started, start, stopAll } from '../app/test/machine.ts'
import { axeViolations, openBrowser, openPage } from './browser.ts'
import type { Served, TestAccount } from './server.ts'
import { open, signIn } from './steps.ts'

let browser: Browser
let running: Started
let server: Served
let clerk: Page
let chair: Page
let conference = ''
let item = ''
let body = ''
const notComing = { answer: 'notComing', reason: 'Đi công tác xa.' }
const data = newFolder()

beforeAll(async () => {
  browser = await openBrowser()
  running = start(['--data', data, '--sample'])
  const address = await running.address()
  server = { address, opened: address, folder: data, accounts: { office: accountIn(running) } }
  clerk = (await openPage(browser)).page
  await signIn(clerk, server, server.accounts.office)
  chair = (await openPage(browser)).page
  await signIn(chair, server, server.accounts.office)
  await plan()
  await open(clerk, server, `/conferences/${conference}/clerk`)
  await open(chair, server, `/conferences/${conference}/chair`)
})

afterAll(async () => {
  await browser?.close()
  await stopAll()
})

function accountIn({ said }: Started): TestAccount {
  const [, address, password] = /^(\S+) {2}(\S+) {2}\(office\)$/m.exec(said()) ?? []
  if (!address || !password) throw new Error(said())
  return { address, password }
}

async function api(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  path: string,
  data?: object,
  version?: number,
  // biome-ignore lint/suspicious/noExplicitAny: answers of every kind
): Promise<any> {
  const session = await clerk.request.get(`${server.address}/api/session`)
  const { csrfToken } = (await session.json()) as { csrfToken: string }
  const answer = await clerk.request.fetch(`${server.address}/api/${path}`, {
    method,
    ...(data ? { data } : {}),
    headers: {
      'x-csrf-token': csrfToken,
      'idempotency-key': crypto.randomUUID(),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
  })
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  return answer.json()
}

async function plan(): Promise<void> {
  const { bodies } = await api('GET', 'organisations')
  body = bodies.find((one: { name: string }) => one.name === 'Sở Tài chính').id
  const made = await api('POST', 'conferences', {
    organisationId: body,
    type: 'briefing',
    title: 'Họp giao ban thử',
  })
  conference = made.plan.id
  const items = `conferences/${conference}/items`
  item = (await api('POST', items, { title: 'Dự án chậm tiến độ', asked: 'decide' })).item.id
  await api('POST', `conferences/${conference}/open`, {}, made.plan.version)
  await api('POST', `conferences/${conference}/current`, { itemId: item, speaker: 'Đ/c A' })
}

const textOf = (page: Page) => page.getByLabel(vi.decisionBody)
const savedOn = (page: Page) =>
  page
    .getByText(/Đã lưu \d/)
    .last()
    .waitFor()
const decided = async () => (await api('GET', `conferences/${conference}/sitting`)).sitting.items[0]

it('is written by keyboard, read while it is typed, and seen by the chair at once', async () => {
  await clerk.keyboard.press('Alt+Digit4')
  await clerk.keyboard.type(
    'Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng rà soát các dự án, hoàn thành trước ngày 30/10/2099.',
  )
  await clerk.getByText(vi.proposed).waitFor()
  await clerk.keyboard.press('Alt+Digit5')
  await clerk.getByText(vi.confirmed).waitFor()
  await savedOn(clerk)
  await chair.waitForFunction(() =>
    document.querySelector('textarea')?.value.includes('rà soát các dự án'),
  )
  await chair.getByText(vi.confirmed).waitFor()
  expect((await decided()).decision.tasks).toMatchObject([{ deadline: '2099-10-30' }])
  expect(await axeViolations(clerk)).toEqual([])
  expect(await axeViolations(chair)).toEqual([])
})

it('loses nothing that was typed when the server is killed, and goes on by itself', async () => {
  const port = new URL(server.address).port
  await textOf(clerk).focus()
  await clerk.keyboard.press('Control+End')
  await clerk.keyboard.type(' Trước khi máy chủ tắt,')
  running.process.kill('SIGKILL')
  await running.ended
  await clerk.keyboard.type(' và sau khi tắt.')
  await clerk.getByText(vi.heldHere).waitFor()
  await clerk.getByText(/Mất kết nối/).waitFor()
  await clerk.locator('[data-opinion-speaker]').fill('Giám đốc Sở Y tế')
  await clerk
    .getByRole('textbox', { name: vi.opinionBody, exact: true })
    .fill('Nói lúc máy chủ tắt.')
  await clerk.keyboard.press('Control+Enter')
  await clerk.getByText(vi.waiting(1)).waitFor()
  running = start(['--data', data, '--port', port])
  await running.address()
  await clerk.getByText(vi.heldHere).waitFor({ state: 'detached' })
  await clerk.getByText(vi.waiting(1)).waitFor({ state: 'detached' })
  await savedOn(clerk)
  const { decision, opinions } = await decided()
  expect(decision.body).toMatch(/Trước khi máy chủ tắt, và sau khi tắt\.$/)
  expect(decision.tasks).toHaveLength(1)
  expect(opinions).toMatchObject([{ body: 'Nói lúc máy chủ tắt.' }])
  await clerk.locator('.sitting-contact', { hasText: vi.connected }).waitFor()
  await chair.getByText('Nói lúc máy chủ tắt.').waitFor()
})

it('goes on from its own text where the server had it and only the answer was lost', async () => {
  const path = '**/api/session-items/*/decision'
  let lost = 0
  await clerk.route(path, async (route) => {
    // Twice, so that the page is loaded anew between two of them.
    if (lost++ < 2) await route.fetch()
    await (lost > 2 ? route.continue() : route.abort())
  })
  await textOf(clerk).focus()
  await clerk.keyboard.press('Control+End')
  await clerk.keyboard.type(' Đến mà không ai nói,')
  await clerk.getByText(vi.heldHere).waitFor()
  await clerk.keyboard.type(' gõ tiếp.')
  await clerk.reload()
  await savedOn(clerk)
  expect(lost).toBeGreaterThan(2)
  expect(await clerk.getByText(vi.both).count()).toBe(0)
  expect((await decided()).decision.body).toMatch(/Đến mà không ai nói, gõ tiếp\.$/)
  await clerk.unroute(path)
})

it('shows both texts where another clerk was faster, and joins them when told so', async () => {
  const { decision } = await decided()
  const { outcome, conditions, noTask, tasks } = decision
  const theirs = { outcome, conditions, noTask, tasks, body: `${decision.body} Bản của người kia.` }
  const path = '**/api/session-items/*/decision'
  let raced = false
  await clerk.route(path, async (route) => {
    if (!raced) {
      raced = true
      await api('PUT', `session-items/${item}/decision`, theirs, decision.version)
    }
    await route.continue()
  })
  await textOf(clerk).focus()
  await clerk.keyboard.press('Control+End')
  await clerk.keyboard.type(' Bản của tôi.')
  const panel = clerk.getByRole('alert').filter({ hasText: vi.bothIntro })
  await panel.getByText('Bản của người kia.').waitFor()
  await panel.getByText('Bản của tôi.').waitFor()
  expect(await axeViolations(clerk)).toEqual([])
  await panel.getByRole('button', { name: vi.joinBoth, exact: true }).click()
  await panel.waitFor({ state: 'detached' })
  await textOf(clerk).focus()
  await clerk.keyboard.press('Control+End')
  await clerk.keyboard.type(' Đã nối.')
  const words = async () => (await decided()).decision.body
  await expect.poll(words, { timeout: 20_000 }).toMatch(/Đã nối\.$/)
  expect(await words()).toContain('Bản của người kia.')
  expect(await words()).toContain('Bản của tôi.')
  await clerk.unroute(path)
})

it('answers an opinion where somebody was faster with both texts, and takes the answer back', async () => {
  const said = { speaker: 'Giám đốc Sở Xây dựng', stance: 'other', body: 'Làm rõ nguồn vốn.' }
  const { opinion } = await api('POST', `session-items/${item}/opinions`, said)
  const { items } = await api('GET', `conferences/${conference}/items`)
  const { page } = await openPage(browser)
  await page.context().addCookies(await clerk.context().cookies())
  await open(page, server, `/matters/${items[0].matterId}/opinions`)
  const t = rounds.opinions
  const card = page.getByRole('article', { name: said.speaker })
  const press = (name: string) => card.getByRole('button', { name, exact: true }).click()
  await card.getByLabel(t.answers.accepted, { exact: true }).check()
  await card.getByLabel(t.reason, { exact: true }).fill('Đã bổ sung nguồn vốn.')
  const faster = { answer: 'notAccepted', reason: 'Chưa đủ căn cứ.' }
  await api('PUT', `item-opinions/${opinion.id}/answer`, faster, opinion.version)
  await press(t.save)
  const panel = card.getByRole('alert')
  await panel.getByText(faster.reason).waitFor()
  expect(await card.getByLabel(t.reason, { exact: true }).inputValue()).toMatch(/nguồn vốn/)
  expect(await axeViolations(page)).toEqual([])
  await panel.getByRole('button', { name: t.keepMine, exact: true }).click()
  const status = (words: string) =>
    card.locator('header .chip').filter({ hasText: new RegExp(`${words}$`) })
  await status(t.answers.accepted).waitFor()
  await press(t.takeBack)
  await status(t.unansweredOne).waitFor()
  expect(await card.getByLabel(t.answers.accepted, { exact: true }).isChecked()).toBe(false)
  const { version } = (await decided()).opinions.find(
    (one: { id: string }) => one.id === opinion.id,
  )
  const path = `item-opinions/${opinion.id}`
  await api('PATCH', path, { withdrawn: true }, version)
  await page.context().close()
})

it('corrects an opinion that was taken down, and withdraws it', async () => {
  const press = (name: string) => clerk.getByRole('button', { name, exact: true }).click()
  await press(`${vi.correct}: Giám đốc Sở Y tế`)
  const dialog = clerk.getByRole('dialog', { name: vi.correctOpinion })
  await dialog.getByLabel(vi.opinionBody, { exact: true }).fill('Nói lúc máy chủ tắt, đã sửa.')
  expect(await axeViolations(clerk)).toEqual([])
  await dialog.getByRole('button', { name: shared.save, exact: true }).click()
  await chair.getByText('Nói lúc máy chủ tắt, đã sửa.').waitFor()
  await press(`${vi.correct}: Giám đốc Sở Y tế`)
  await dialog.getByLabel(vi.withdrawOpinion).check()
  await dialog.getByRole('button', { name: vi.withdraw, exact: true }).click()
  await chair.getByText('Nói lúc máy chủ tắt, đã sửa.').waitFor({ state: 'detached' })
})

it('keeps an opinion that is half written while another speaks, another item is on and the page is loaded anew', async () => {
  const box = clerk.getByRole('textbox', { name: vi.opinionBody, exact: true })
  const words = 'Đề nghị làm rõ'
  await clerk.keyboard.press('Alt+Digit3')
  await clerk.keyboard.type(words)
  await api('POST', `conferences/${conference}/current`, { itemId: item, speaker: 'Đ/c C' })
  await chair.getByText('Đ/c C').waitFor()
  await clerk.locator('[data-speaker]').waitFor()
  expect(await box.inputValue()).toBe(words)
  const items = `conferences/${conference}/items`
  const { id } = (await api('POST', items, { title: 'Việc khác', asked: 'note' })).item
  await api('POST', `conferences/${conference}/current`, { itemId: id, speaker: null })
  await clerk.getByText(vi.opinionBegun).waitFor()
  expect(await box.inputValue()).toBe('')
  await api('POST', `conferences/${conference}/current`, { itemId: item, speaker: 'Đ/c A' })
  await clerk.getByText(vi.opinionBegun).waitFor({ state: 'detached' })
  await clerk.reload()
  expect(await box.inputValue()).toBe(words)
  await box.fill('')
  // Off again: what stands on the wall and at the gate is told of one item.
  const { version } = (await api('GET', items)).items.find((one: { id: string }) => one.id === id)
  const off = { status: 'withdrawn', reason: 'Chỉ để thử' }
  await api('POST', `session-items/${id}/take-off`, off, version)
})

it('stands on the wall by a link that opens once', async () => {
  const { token } = await api('POST', `conferences/${conference}/walls`, {})
  const { page: wall } = await openPage(browser)
  await wall.goto(`${server.address}/wall#${token}`)
  await wall.getByRole('heading', { name: 'Dự án chậm tiến độ' }).waitFor()
  expect(new URL(wall.url()).hash).toBe('')
  expect(await axeViolations(wall)).toEqual([])
  await api('POST', `conferences/${conference}/current`, { itemId: item, speaker: 'Đ/c B' })
  await wall.getByText('Đ/c B').waitFor()
  await wall.reload()
  await wall.getByText('Đ/c B').waitFor()
  const { page: second } = await openPage(browser)
  await second.goto(`${server.address}/wall#${token}`)
  await second.getByRole('alert').waitFor()
  expect(await second.getByText('Đ/c B').count()).toBe(0)
})

it('shows what others answer on the conference page and the board of positions, without a reload', async () => {
  const { plan } = await api('POST', 'conferences', {
    ...{ organisationId: body, type: 'briefing', title: 'Họp sau', level: 'participants' },
    startsAt: '2099-01-05T01:00:00Z',
  })
  const at = `conferences/${plan.id}`
  const { item } = await api('POST', `${at}/items`, { title: 'Đề án mới', asked: 'decide' })
  const address = server.accounts.office?.address
  const { invitation } = await api('POST', `${at}/invitations`, { address, capacity: 'member' })
  await api('POST', `${at}/invitations/send`, {})
  await open(chair, server, `/${at}?tab=positions`)
  const { page: guests } = await openPage(browser)
  await guests.context().addCookies(await chair.context().cookies())
  await open(guests, server, `/${at}?tab=invitations`)
  await api(
    'PUT',
    `session-items/${item.id}/position`,
    { stand: 'object', body: 'Chưa đủ vốn.' },
    0,
  )
  await chair.getByText('Chưa đủ vốn.').first().waitFor()
  const { invitations } = await api('GET', `${at}/invitations`)
  const { version } = invitations.find((one: { id: string }) => one.id === invitation.id)
  await api('POST', `invitations/${invitation.id}/answer`, notComing, version)
  await guests.getByText(notComing.reason).first().waitFor()
})

it('says at sign-out what was typed and not sent, in other tabs too, and wipes it when told so', async () => {
  const t = shared.signOutUnsent
  // The network takes what is read, and nothing that is written.
  await clerk.context().route('**/api/session-items/**', (route) => route.abort())
  await clerk.locator('[data-opinion-speaker]').fill('Giám đốc Sở Nội vụ')
  const box = clerk.getByRole('textbox', { name: vi.opinionBody, exact: true })
  await box.fill('Ý kiến chưa gửi được.')
  await clerk.keyboard.press('Control+Enter')
  await clerk.getByText(vi.waiting(1)).waitFor()
  const other = await clerk.context().newPage()
  await open(other, server, '/account')
  const leave = async (page: Page) => {
    await page.getByLabel(`${shared.account}: `).click()
    await page.getByRole('button', { name: shared.signOut, exact: true }).click()
    return page.getByRole('dialog', { name: t.title })
  }
  for (const page of [clerk, other]) {
    const dialog = await leave(page)
    await dialog.getByText('Ý kiến chưa gửi được.').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: t.stay }).click()
    await dialog.waitFor({ state: 'detached' })
  }
  await clerk.getByText(vi.waiting(1)).waitFor()
  const dialog = await leave(other)
  await dialog.getByRole('button', { name: t.lose }).click()
  await other.getByRole('heading', { name: people.signIn.title }).waitFor()
  for (const page of [clerk, other]) {
    // The word goes from one tab to the other.
    await page.waitForFunction(() => Object.keys(sessionStorage).length === 0)
  }
})
