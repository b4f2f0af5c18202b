// Two people change one thing: who comes second sees what the first one saved beside their own, and overwrites it only
// by saying so.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { vi as projects } from '../app/src/registers/projects/texts.ts'
import { vi as shared } from '../app/src/web/texts.ts'
import { openBrowser, openPage } from './browser.ts'
import { faults } from './measures.ts'
import { newAccounts, sampleServer } from './sample.ts'
import { sender } from './screens.ts'
import type { Served } from './server.ts'
import { open, signIn } from './steps.ts'

let server: Served
let browser: Browser
let page: Page
let id = ''
const name = 'Đường tránh hai người cùng sửa'

beforeAll(async () => {
  server = { ...sampleServer(), accounts: await newAccounts('haingười') }
  browser = await openBrowser()
  ;({ page } = await openPage(browser))
  await signIn(page, server, server.accounts.office)
  const send = await sender(page, server, 'overtaken')
  const { bodies } = await send('get', 'organisations')
  const given = { kind: 'investment', name, ownerId: bodies[0].id, place: 'km 1' }
  id = (await send('post', 'projects', given)).project.id
})

afterAll(() => browser?.close())

const project = async () =>
  (await (await page.request.get(`${server.address}/api/projects/${id}`)).json()).project

/** What the other one does meanwhile. */
async function elsewhere(place: string): Promise<void> {
  const session = await (await page.request.get(`${server.address}/api/session`)).json()
  const answer = await page.request.patch(`${server.address}/api/projects/${id}`, {
    data: { place },
    headers: {
      ...{ 'x-csrf-token': session.csrfToken, 'idempotency-key': crypto.randomUUID() },
      'if-match': `"${(await project()).version}"`,
    },
  })
  expect(answer.status()).toBe(200)
}

it('shows the other’s words beside one’s own, and overwrites them only where the button says so', async () => {
  await open(page, server, `/projects/${id}`)
  await page.getByRole('button', { name: projects.edit, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(projects.place).fill('km 2')
  await elsewhere('km 9')
  const save = dialog.getByRole('button', { name: shared.save, exact: true })
  await save.click()
  await dialog.locator('.history-fields del', { hasText: 'km 9' }).waitFor()
  await dialog.locator('.history-fields ins', { hasText: 'km 2' }).waitFor()
  expect(await faults(page, { part: 'dialog[open]' })).toEqual([])
  expect(await save.count()).toBe(0)
  expect((await project()).place).toBe('km 9')
  // Once more somebody else, before the choice: what was not seen is not overwritten.
  await elsewhere('km 10')
  const over = dialog.getByRole('button', { name: shared.overtaken.goOn(shared.save) })
  await over.click()
  await dialog.locator('.history-fields del', { hasText: 'km 10' }).waitFor()
  expect((await project()).place).toBe('km 10')
  await over.click()
  await dialog.waitFor({ state: 'hidden' })
  expect((await project()).place).toBe('km 2')
})

it('sends the version of what the form was filled from, though its reader was elsewhere meanwhile', async () => {
  await open(page, server, `/projects/${id}`)
  await page.getByRole('button', { name: projects.edit, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(projects.place).fill('km 3')
  await elsewhere('km 11')
  const asked: string[] = []
  page.on('request', (one) => asked.push(`${one.method()} ${new URL(one.url()).pathname}`))
  // Back from another window a minute later; what would be asked anew is asked before the session.
  await page.evaluate(() => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + 60_000
    window.dispatchEvent(new Event('visibilitychange'))
    return fetch('/api/session').then((answer) => answer.text())
  })
  expect(asked).toContain('GET /api/session')
  expect(asked).not.toContain(`GET /api/projects/${id}`)
  await dialog.getByRole('button', { name: shared.save, exact: true }).click()
  await dialog.locator('.history-fields del', { hasText: 'km 11' }).waitFor()
  expect((await project()).place).toBe('km 11')
})
