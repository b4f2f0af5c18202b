// A whole cycle in the browser, from the dossier to the signed paper, and from there to the next conference: the
// specialist of the office, the chair, a member whose tablet loses its network, officers of two departments and of a
// commune, an inspector afterwards.
import mammoth from 'mammoth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { todayInVietnam } from '../app/src/calendar.ts'
import { vi as assignments } from '../app/src/registers/assignments/texts.ts'
import { vi as chain } from '../app/src/registers/chain/texts.ts'
import { vi as dossiers } from '../app/src/registers/dossiers/texts.ts'
import { vi as invitations } from '../app/src/registers/invitations/texts.ts'
import { vi as notices } from '../app/src/registers/notices/texts.ts'
import { vi as sitting } from '../app/src/registers/sitting/texts.ts'
import { vi as tablet } from '../app/src/web/offline/texts.ts'
import { openBrowser, openPage } from './browser.ts'
import { signedIn } from './held.ts'
import { newAccounts, ownSampleServer } from './sample.ts'
import { giaoban, type Served, type TestServer } from './server.ts'
import { open, signIn } from './steps.ts'

type Ask = Awaited<ReturnType<typeof signedIn>>
const people = [
  'office',
  'head',
  'chair',
  'member',
  'department',
  'helper',
  'commune',
  'inspector',
  'reader',
] as const
type Who = (typeof people)[number]

const title = 'Phương án sắp xếp trụ sở làm việc dôi dư'
const paper = 'Tờ trình sắp xếp trụ sở'
const position = 'Đề nghị nêu rõ nguồn kinh phí sửa chữa'
const note = 'Hỏi về trụ sở ở ba phường mới'
const opinion = 'Cần công khai danh mục trụ sở trước khi đấu giá.'
const order =
  'Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng rà soát trụ sở dôi dư, hoàn thành trước ngày 30/10/2099.'
const communeOrder =
  'Giao Ủy ban nhân dân xã Thanh Lâm báo cáo hiện trạng trụ sở, hoàn thành trước ngày 15/9/2099.'
const done = 'Đã rà soát 27 trụ sở, lập danh mục công khai.'

/** Its own: what is held here would stand on the screens of others. */
let started: TestServer
let server: Served
let browser: Browser
const pages = {} as Record<Who, Page>
const asks = {} as Record<Who, Ask>
let conference = ''
let item = ''

beforeAll(async () => {
  ;[started, browser] = await Promise.all([ownSampleServer(), openBrowser()])
  const accounts = await newAccounts('hoinghi', started)
  server = { ...started, accounts }
  const add = (role: string) =>
    giaoban(server, 'account', 'add', `hoinghi-${role}`, '--role', role, '--name', `Lê ${role}`)
  const called = (role: string, name: string) =>
    giaoban(server, 'account', 'add', `hoinghi-${name}`, '--role', role, '--name', `Lê ${name}`)
  const [head, chair, department, inspector, reader, helper, commune] = await Promise.all([
    ...['officeHead', 'leader', 'departmentOfficer', 'inspector'].map(add),
    called('reader', 'khac'),
    called('departmentOfficer', 'xaydung'),
    called('communeOfficer', 'thanhlam'),
  ])
  const given = {
    ...{ office: accounts.office, member: accounts.reader, head, chair, department },
    ...{ helper, commune },
  }
  const all = { ...given, inspector, reader }
  const administrator = await signedIn(server, accounts.administrator)
  for (const [account, role, name] of [
    [department, 'departmentOfficer', 'Sở Tài chính'],
    [helper, 'departmentOfficer', 'Sở Xây dựng'],
    [commune, 'communeOfficer', 'Xã Thanh Lâm'],
  ] as const) {
    await placeInBody(administrator, account?.address ?? '', role, name)
  }
  for (const who of people) {
    const account = all[who]
    asks[who] = await signedIn(server, account)
    if (who === 'reader') continue
    pages[who] = (await openPage(browser)).page
    pages[who].setDefaultTimeout(30_000)
    await signIn(pages[who], server, account)
  }
  await plan(all)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await started?.remove()
})

/** The officer's right holds in their body alone. */
async function placeInBody(
  administrator: Ask,
  address: string,
  role: string,
  body: string,
): Promise<void> {
  const { accounts } = (await administrator('GET', 'accounts')) as unknown as {
    accounts: { id: string; address: string; grants: { id: string; version: number }[] }[]
  }
  const account = accounts.find((one) => one.address === address)
  const organisationId = await bodyOf(body)
  const json = { role, organisationId }
  await administrator('POST', `accounts/${account?.id}/grants`, json)
  const [grant] = account?.grants ?? []
  const why = { reason: 'Chỉ ở sở' }
  await administrator('POST', `grants/${grant?.id}/end`, why, grant?.version)
}

async function bodyOf(name: string): Promise<string> {
  const office = await signedIn(server)
  const { bodies } = (await office('GET', 'organisations')) as unknown as {
    bodies: { id: string; name: string }[]
  }
  return bodies.find((one) => one.name.startsWith(name))?.id ?? bodies[0]?.id ?? ''
}

/** What other tests show by the screens: the conference with its item, invited to by an approved agenda. */
async function plan(all: Record<Who, { address: string } | undefined>): Promise<void> {
  const { office, head } = asks
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  const made = await office('POST', 'conferences', {
    organisationId: await bodyOf('Ban Thường vụ'),
    type: 'standingCommittee',
    review: false,
    title: 'Hội nghị thử từ đầu đến cuối',
    startsAt: tomorrow,
    dossiersDue: tomorrow,
    level: 'participants',
  })
  conference = made.plan?.id ?? ''
  const at = `conferences/${conference}`
  const added = await office('POST', `${at}/items`, {
    ...{ title, asked: 'decide', level: 'participants' },
    submitterId: await bodyOf('Sở Tài chính'),
  })
  item = added.item?.id ?? ''
  for (const [who, capacity] of [
    ['chair', 'chair'],
    ['member', 'member'],
  ] as const) {
    await office('POST', `${at}/invitations`, { address: all[who]?.address, capacity })
  }
  await office('POST', `${at}/invitations/send`)
  const version = added.item?.version as number
  const json = { checked: 'passed' }
  const checked = await office('POST', `session-items/${item}/check`, json, version)
  const items = [{ id: item, version: checked.item?.version }]
  await head('POST', `${at}/agenda-versions`, { items })
}

/** Presses a button, and the same in the dialog that asks whether it is meant. */
async function confirmed(page: Page, button: string, asks: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: asks })
  await dialog.getByRole('button', { name: button, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Waits for what the office's API tells of the sitting. */
async function sittingNow() {
  // biome-ignore lint/suspicious/noExplicitAny: the answer of the sitting
  return ((await asks.office('GET', `conferences/${conference}/sitting`)) as any).sitting
}

const reaches = (stage: string) =>
  expect.poll(async () => (await sittingNow()).conference.stage, { timeout: 20_000 }).toBe(stage)

test('the department puts its paper in and submits the dossier; the office takes it and gives it out', async () => {
  const { department: page, office } = pages
  await open(page, server, '/dossiers')
  const panel = page.locator('section', { hasText: title }).last()
  await panel.getByRole('button', { name: dossiers.add }).first().click()
  const upload = page.getByRole('dialog', { name: dossiers.addTitle(title) })
  await upload.locator('input[type=file]').setInputFiles({
    name: 'to-trinh.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(`${paper}\nĐiều 1. Sắp xếp 27 trụ sở.\nĐiều 2. Kinh phí 12 tỷ đồng.\n`),
  })
  await upload.getByLabel(dossiers.upload.name).fill(paper)
  await upload.getByLabel(dossiers.upload.declare).check()
  // Twice, as people do: it is one paper, one conclusion.
  await upload.getByRole('button', { name: dossiers.upload.send }).dblclick()
  await page.getByText(dossiers.upload.done).waitFor()
  await panel.getByRole('button', { name: dossiers.submit }).click()
  const submitting = page.getByRole('dialog')
  await submitting.getByRole('button', { name: dossiers.submit }).click()
  await page.getByText(dossiers.submitDone).waitFor()
  await open(office, server, `/conferences/${conference}?tab=dossiers`)
  await office.getByRole('button', { name: dossiers.take }).click()
  await office.getByText(dossiers.takeDone).waitFor()
  await office.getByRole('button', { name: dossiers.release }).click()
  await office.getByRole('dialog').getByRole('button', { name: dossiers.release }).click()
  await office.getByText(dossiers.releaseDone).waitFor()
})

test('the member answers, says what they think, reads without network and notes something down', async () => {
  const { member: page } = pages
  await open(page, server, '/my-conferences')
  const { answers, position: words } = invitations
  await page.getByRole('button', { name: answers.coming, exact: true }).click()
  await page.locator(`[aria-pressed=true]`, { hasText: answers.coming }).waitFor()
  await page.getByRole('button', { name: words.stands.haveOpinion, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: words.yours(title) })
  await dialog.getByLabel(words.text).fill(position)
  await dialog.getByRole('button', { name: words.save }).click()
  await page.getByText(words.saved).waitFor()
  await open(page, server, '/tablet')
  await page.getByRole('button', { name: tablet.take }).click()
  await page.getByRole('status').getByText(tablet.complete(1)).waitFor()
  await page.context().setOffline(true)
  await page.reload()
  await page.getByRole('link', { name: paper }).click()
  await page.getByText('Sắp xếp 27 trụ sở').waitFor()
  await page.getByRole('button', { name: tablet.addLoose }).click()
  await page.getByLabel(tablet.noteLabel).fill(note)
  await page.getByRole('button', { name: tablet.save }).click()
  await page.getByText(tablet.waiting, { exact: true }).waitFor()
  await page.context().setOffline(false)
  const notes = async () =>
    ((await asks.member('GET', 'paper-notes')) as unknown as { notes: { body: string }[] }).notes
  await expect.poll(notes, { timeout: 30_000 }).toMatchObject([{ body: note }])
})

test('while it sits the clerk types what is said and decided, and the chair sees it and what is missing', async () => {
  const { office: clerk, chair } = pages
  await open(clerk, server, `/conferences/${conference}/clerk`)
  await open(chair, server, `/conferences/${conference}/chair`)
  await confirmed(chair, sitting.open, sitting.openTitle)
  await reaches('running')
  await chair.getByRole('button', { name: sitting.toNext, exact: true }).click()
  await chair.getByText(position).waitFor()
  await clerk.getByText(sitting.what.outcome).waitFor()
  await clerk.locator('[data-opinion-speaker]').fill('Giám đốc Sở Nội vụ')
  await clerk.getByRole('textbox', { name: sitting.opinionBody, exact: true }).fill(opinion)
  await clerk.keyboard.press('Control+Enter')
  await chair.getByText(opinion).waitFor()
  // The gate: without a decision it does not close, and says what is missing.
  const { version } = (await sittingNow()).conference
  const tooEarly = asks.chair('POST', `conferences/${conference}/close`, {}, version)
  await expect(tooEarly).rejects.toThrow(/: 409 /)
  await clerk.getByLabel(sitting.outcome, { exact: true }).selectOption('agreedWithChanges')
  await clerk.getByLabel(sitting.decisionBody, { exact: true }).fill('Đồng ý với phương án. ')
  await clerk.getByLabel(sitting.decisionBody, { exact: true }).press('Control+End')
  await clerk.keyboard.type(`${order} ${communeOrder}`)
  // Both tasks, one after the other.
  await clerk.getByText(sitting.proposed).nth(1).waitFor()
  for (const at of [0, 1]) {
    await clerk.keyboard.press('Alt+Digit5')
    await clerk.getByText(sitting.confirmed).nth(at).waitFor()
  }
  await clerk.getByText(sitting.nothingMissing).waitFor()
  await chair.getByText(sitting.confirmed).nth(1).waitFor()
  await confirmed(chair, sitting.close, sitting.closeTitle)
  await reaches('closed')
  // Who submitted it reads what was said once the conference is closed, and answers it.
  const said = (await sittingNow()).items[0].opinions[0]
  const answered = { answer: 'accepted', reason: 'Bổ sung danh mục công khai' }
  await asks.department('PUT', `item-opinions/${said.id}/answer`, answered, said.version)
  const own = (await tasksOf('department')).filter(({ deadline }) => deadline === '2099-10-30')
  expect(own).toHaveLength(1)
  expect(own[0]?.action).toContain('rà soát trụ sở dôi dư')
})

test('the conclusion is written from the record, issued, signed, and led back to by the inspector', async () => {
  const { office, inspector } = pages
  await open(office, server, `/conferences/${conference}?tab=notices`)
  await office.getByRole('button', { name: notices.make.conclusion }).dblclick()
  const download = office.waitForEvent('download')
  await office.getByRole('link', { name: notices.download }).click()
  const { value: text } = await mammoth.extractRawText({ path: await (await download).path() })
  expect(text).toContain(order)
  expect(text).toContain(title)
  const made = (await asks.head('GET', `conferences/${conference}/notices`)) as unknown as {
    notices: { id: string }[]
  }
  expect(made.notices).toHaveLength(1)
  const at = `notices/${made.notices[0]?.id}`
  const { notice } = await asks.head('GET', at)
  const today = todayInVietnam()
  await asks.head(
    'POST',
    `${at}/issue`,
    { symbol: 'TB/TU', issuedOn: today, number: 412, meant: ['symbolNew', 'numberGap'] },
    notice?.version as number,
  )
  const signed = new FormData()
  const pdf = await office.pdf()
  signed.append('file', new File([new Uint8Array(pdf)], 'da-ky.pdf', { type: 'application/pdf' }))
  signed.append('declaration', 'noStateSecrets')
  await asks.head('POST', `${at}/signed`, signed)

  await open(inspector, server, `/conferences/${conference}?tab=notices`)
  await inspector.getByText(notices.signed, { exact: true }).waitFor()
  await inspector.getByRole('button', { name: notices.open, exact: true }).click()
  await inspector.getByText(notices.official).waitFor()
  const seen = await inspector.getByRole('main').ariaSnapshot()
  for (const change of [notices.edit, notices.discard, notices.issue.open, notices.sign.open]) {
    expect(seen).not.toContain(`button "${change}"`)
  }
  const sum = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(pdf)))
  expect(seen.replaceAll(/\s/g, '')).toContain(sum.toString('hex'))
  const { intact } = (await asks.inspector('GET', 'record/verify')) as unknown as {
    intact: boolean
  }
  expect(intact).toBe(true)
  await expect(asks.reader('GET', `conferences/${conference}/plan`)).rejects.toThrow(/: 404 /)
  await expect(asks.reader('GET', at)).rejects.toThrow(/: 404 /)
})

interface Task {
  id: string
  action: string
  deadline: string
  leadText: string
  leadId: string | null
  state: string
  version: number
}

const tasksOf = async (who: Who, query = '') =>
  ((await asks[who]('GET', `assignments${query}`)) as unknown as { assignments: Task[] })
    .assignments

test('who leads a task takes it on and reports it; who helps sees it and cannot; somebody else confirms', async () => {
  const { department: page, head } = pages
  await open(page, server, '/assignments')
  await page.getByRole('link', { name: /rà soát trụ sở dôi dư/ }).click()
  const act = async (on: Page, name: string) => {
    await on.getByRole('button', { name, exact: true }).click()
    return on.getByRole('dialog')
  }
  const taking = await act(page, assignments.act.receive)
  await taking.getByRole('button', { name: assignments.act.receive, exact: true }).click()
  await page.getByText(assignments.life.received).first().waitFor()
  const report = await act(page, assignments.act.report)
  await report.getByLabel(assignments.form.whatDone).fill(done)
  await report.getByRole('button', { name: assignments.act.report, exact: true }).dblclick()
  await page.getByText(assignments.life.reported).first().waitFor()
  // Who did it does not say that it is done.
  expect(
    await page.getByRole('button', { name: assignments.act.confirm, exact: true }).count(),
  ).toBe(0)
  const [helped] = await tasksOf('helper', '?own=cooperating')
  expect(helped?.action).toContain('rà soát trụ sở dôi dư')
  await expect(
    asks.helper(
      'POST',
      `assignments/${helped?.id}/progress`,
      { kind: 'progress', body: 'x' },
      helped?.version,
    ),
  ).rejects.toThrow(/: 403 /)
  const { pathname, search } = new URL(page.url())
  await open(head, server, pathname + search)
  await head.getByText(done).first().waitFor()
  const confirming = await act(head, assignments.act.confirm)
  await confirming.getByRole('button', { name: assignments.act.confirm, exact: true }).click()
  await head.getByText(assignments.life.confirmed).first().waitFor()
})

test('the commune has its task, and its inspector reads how far it is', async () => {
  const { commune: page } = pages
  const isIts = ({ action }: Task) => action.includes('hiện trạng trụ sở')
  const given = (await tasksOf('office')).find(isIts)
  // The text names the commune's committee; the office says which body of the register that is.
  await asks.office(
    'PATCH',
    `assignments/${given?.id}`,
    { leadId: await bodyOf('Xã Thanh Lâm') },
    given?.version,
  )
  const task = (await tasksOf('commune', '?own=lead')).find(isIts)
  expect(task).toMatchObject({ deadline: '2099-09-15', state: 'inTerm' })
  await open(page, server, '/assignments')
  await page.getByRole('link', { name: /hiện trạng trụ sở/ }).click()
  await page.getByRole('button', { name: assignments.act.receive, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: assignments.act.receive, exact: true }).click()
  await page.getByText(assignments.life.received).first().waitFor()
  const seen = await tasksOf('inspector')
  expect(seen.find(({ id }) => id === task?.id)?.state).toBe('inTerm')
  expect(await tasksOf('reader', '?own=any')).toEqual([])
})

test('the next conference begins with what became of it', async () => {
  const { office: page, chair } = pages
  const soon = new Date(Date.now() + 8 * 86_400_000).toISOString()
  const made = await asks.office('POST', 'conferences', {
    organisationId: await bodyOf('Ban Thường vụ'),
    type: 'standingCommittee',
    title: 'Hội nghị kế tiếp',
    startsAt: soon,
    level: 'participants',
  })
  const next = made.plan?.id
  const { items } = (await asks.office('GET', `conferences/${next}/items`)) as unknown as {
    items: { title: string }[]
  }
  expect(items[0]?.title).toMatch(/kết luận/i)
  await open(page, server, `/conferences/${next}?tab=review`)
  await page.getByText(chain.last('Hội nghị thử từ đầu đến cuối')).first().waitFor()
  const opening = await page.getByRole('main').innerText()
  for (const word of ['rà soát trụ sở dôi dư', 'hiện trạng trụ sở', chain.counted.onTime])
    expect(opening).toContain(word)
  await open(chair, server, `/conferences/${next}?tab=review`)
  await chair
    .getByText(/rà soát trụ sở dôi dư/)
    .first()
    .waitFor()
  const { intact } = (await asks.inspector('GET', 'record/verify')) as unknown as {
    intact: boolean
  }
  expect(intact).toBe(true)
})
