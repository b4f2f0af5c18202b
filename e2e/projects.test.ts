// A project in Chromium: capital given and changed, the treasury's file with a fault and without, progress from a
// sentence of a document, land, a milestone, an obstacle tied to the conclusion that ordered its removal, the curve, the rule by which it is late.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCells, writeRows } from '../app/src/office/workbook.ts'
import { vi as t } from '../app/src/registers/projects/texts.ts'
import { vi as w } from '../app/src/registers/projects/work-texts.ts'
import { vi as shared } from '../app/src/web/texts.ts'
import { axeViolations, openBrowser, openPage, screenshotPath } from './browser.ts'
import { signedIn } from './held.ts'
import { ownSampleServer } from './sample.ts'
import type { TestServer } from './server.ts'
import { open, signIn } from './steps.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of every kind
type Answers = any

let server: TestServer
let browser: Browser
let projectId = ''

/** The year of public investment that is in hand: in January still the one before. */
const year = new Date(Date.now() - 31 * 86_400_000).getUTCFullYear()
const name = 'Khu công nghiệp Sông Công II'
const sentence = `${name} đạt 12,5% khối lượng.`

beforeAll(async () => {
  server = await ownSampleServer()
  browser = await openBrowser()
  const ask = await signedIn(server)
  const { bodies } = (await ask('GET', 'organisations')) as Answers
  const { project } = (await ask('POST', 'projects', {
    ...{ kind: 'investment', name, category: 'b', code: '7123456', total: 900_000_000_000 },
    ownerId: bodies[0].id,
  })) as Answers
  projectId = project.id
  const form = new FormData()
  const text = `Hội nghị Ban Thường vụ Tỉnh ủy ngày 15/02/${year}\n\n${sentence}\n\nYêu cầu Sở Tài chính báo cáo trước ngày 28/02/${year}.\n`
  form.append('file', new File([text], 'thong-bao.txt'))
  form.append('declaration', 'noStateSecrets')
  await ask('POST', 'documents', form)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Opens a dialog by its button, fills it in and saves. */
async function inDialog(
  page: Page,
  button: string | RegExp,
  title: string,
  fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
): Promise<void> {
  const exact = typeof button === 'string' ? { exact: true } : {}
  await page
    .getByRole('button', { name: button, ...exact })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: title })
  await fill(dialog)
  await dialog.getByRole('button', { name: shared.save, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** The treasury's form, its first row of the project filled in. */
async function treasuryFile(page: Page, amount: string): Promise<Buffer> {
  const form = await page.request.get(`${server.address}/api/files/disbursements?year=${year}`)
  const [head = [], ...rows] = await readCells(await form.body())
  const own = rows.find((cells) => cells.includes('7123456')) ?? []
  const filled = own.map((cell, at) =>
    at === head.indexOf(t.treasury.columns.until)
      ? `${year}-01-31`
      : at === head.indexOf(t.treasury.columns.amount)
        ? amount
        : String(cell),
  )
  return Buffer.from(await writeRows('x', head.map(String), [filled]))
}

test('from the capital to why it is late', async () => {
  const { page, errors } = await openPage(browser)
  await signIn(page, server, server.accounts.office)
  await open(page, server, `/projects/${projectId}?year=${year}`)

  const given = async (dialog: ReturnType<Page['getByRole']>, amount: string, on: string) => {
    await dialog.getByLabel(t.money.amount).fill(amount)
    await dialog.getByLabel(t.money.legalReference).fill('Nghị quyết số 45/NQ-HĐND')
    await dialog.getByLabel(t.money.decidedOn).fill(on)
  }
  await inDialog(page, t.money.add, t.money.addTitle, (dialog) =>
    given(dialog, '120000', `10/01/${year}`),
  )
  await inDialog(page, new RegExp(`^${t.money.change}: `), t.money.changeTitle, async (dialog) => {
    await given(dialog, '100000', `15/01/${year}`)
    await dialog.getByLabel(t.money.reasonAgain).fill('Điều chuyển cho dự án khác')
  })
  const money = page.locator('[aria-labelledby=project-money]')
  await money.getByText(t.money.versions(2)).waitFor()
  await money.getByRole('cell', { name: '100.000' }).first().waitFor()

  await inDialog(page, t.months.commit, t.months.commitTitle, async (dialog) => {
    await dialog.getByLabel(t.months.until).selectOption(`${year}-01-31`)
    await dialog.getByLabel(t.months.amount).fill('20000')
  })

  // A file that says what is wrong in which cell, and takes nothing; then one that is taken.
  await open(page, server, '/projects')
  await page.getByRole('button', { name: t.treasury.open, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: t.treasury.title })
  const choose = async (amount: string) =>
    dialog.getByLabel(t.treasury.file).setInputFiles({
      ...{ name: 'kho-bac.xlsx', buffer: await treasuryFile(page, amount) },
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    })
  await choose('mười tỷ')
  await dialog.getByRole('button', { name: t.treasury.check, exact: true }).click()
  await dialog.getByText(t.treasury.faults(1)).waitFor()
  await dialog
    .getByText(
      `${t.treasury.cell(2, t.treasury.columns.amount)}: ${t.treasury.problems.notANumber}`,
    )
    .waitFor()
  expect(
    await dialog.getByRole('button', { name: t.treasury.take, exact: true }).isDisabled(),
  ).toBe(true)
  await choose('10000000000')
  await dialog.getByRole('button', { name: t.treasury.check, exact: true }).click()
  await dialog.getByText(t.treasury.checked(1, 0)).waitFor()
  await dialog.getByRole('button', { name: t.treasury.take, exact: true }).click()
  await page.getByText(t.treasury.taken(1)).waitFor()

  await open(page, server, `/projects/${projectId}?year=${year}`)
  await page.getByRole('img', { name: t.months.curve(year) }).waitFor()
  // Half of what was committed: the rule and both amounts stand there.
  await page
    .getByText(
      t.late.disbursement({
        ...{ month: t.month(`${year}-01-31`), reached: '10.000', expected: '20.000' },
        ...{ share: '50%', on: '', what: '' },
      }),
    )
    .waitFor()
  await page.getByText(t.rulesTitle).first().waitFor()

  // What a document says is offered: the figure stands there, of which day is for a person to say.
  const offer = `${w.sentences.offers.progress}: ${sentence}`
  await inDialog(page, offer, w.progress.title, async (dialog) => {
    expect(await dialog.getByLabel(w.progress.percent).inputValue()).toBe('12,5')
    const save = dialog.getByRole('button', { name: shared.save, exact: true })
    expect(await save.isDisabled()).toBe(true)
    await dialog.getByLabel(w.progress.on).fill(`15/02/${year}`)
  })
  await page.getByText(w.progress.now('12,5%', `15/02/${year}`)).waitFor()

  await inDialog(page, w.land.add, w.land.addTitle, async (dialog) =>
    dialog.getByLabel(w.land.section).fill('Km 0 – Km 3'),
  )
  await inDialog(page, new RegExp(`^${w.land.enter}: `), w.land.enterTitle, async (dialog) => {
    for (const [label, value] of [
      [w.land.needHa, '12,5'],
      [w.land.handedHa, '4'],
      [w.land.all, '40'],
      [w.land.paid, '21'],
      [w.land.moved, '9'],
    ] as const)
      await dialog.getByLabel(label, { exact: true }).fill(value)
  })
  await page.getByText(w.land.ofHa('4', '12,5')).waitFor()

  await inDialog(page, w.milestones.add, w.milestones.add, async (dialog) => {
    await dialog.getByLabel(w.milestones.name).fill('Thông xe kỹ thuật')
    await dialog.getByLabel(w.due, { exact: true }).fill(`01/02/${year}`)
  })
  await inDialog(page, w.obstacles.add, w.obstacles.add, async (dialog) => {
    await dialog.getByLabel(w.obstacles.body).fill('19 hộ chưa nhận tiền bồi thường')
    const document = dialog.getByRole('combobox', { name: w.obstacles.document })
    await document.click()
    const list = dialog.getByRole('listbox', { name: w.obstacles.document })
    await list.getByRole('option').first().click()
  })
  const obstacles = page.locator('section', {
    has: page.getByRole('heading', { name: w.obstacles.title, exact: true }),
  })
  await obstacles.locator('a[href^="/documents/"]').waitFor()
  await page.screenshot({ path: screenshotPath('project'), fullPage: true })
  for (const width of [820, 360]) {
    await page.setViewportSize({ width, height: 800 })
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways).toBe(0)
    await page.screenshot({ path: screenshotPath(`project-${width}`), fullPage: true })
  }
  expect(await axeViolations(page)).toEqual([])
  expect(errors).toEqual([])
})
