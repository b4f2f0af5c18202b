// What opens over the screens of the sample province, and how a person opens it.
import type { Page } from 'playwright-core'
import { writeRows } from '../app/src/office/workbook.ts'
import { en as reviewEn, vi as reviewVi } from '../app/src/reading/texts.ts'
import { en as whyEn, vi as whyVi } from '../app/src/reading/whywords.ts'
import { en as recordEn, vi as recordVi } from '../app/src/record/texts.ts'
import { en as accessEn, vi as accessVi } from '../app/src/registers/access/texts.ts'
import { en as agendaEn, vi as agendaVi } from '../app/src/registers/agenda/texts.ts'
import {
  en as deadlinesEn,
  vi as deadlinesVi,
} from '../app/src/registers/assignments/deadline-texts.ts'
import { en as assignmentsEn, vi as assignmentsVi } from '../app/src/registers/assignments/texts.ts'
import { en as chainEn, vi as chainVi } from '../app/src/registers/chain/texts.ts'
import { en as planEn, vi as planVi } from '../app/src/registers/conferences/plan-texts.ts'
import { en as documentsEn, vi as documentsVi } from '../app/src/registers/documents/texts.ts'
import {
  en as explanationsEn,
  vi as explanationsVi,
} from '../app/src/registers/indicators/explanation-texts.ts'
import { en as figuresEn, vi as figuresVi } from '../app/src/registers/indicators/figure-texts.ts'
import { en as targetsEn, vi as targetsVi } from '../app/src/registers/indicators/target-texts.ts'
import { en as inspectionsEn, vi as inspectionsVi } from '../app/src/registers/inspections/texts.ts'
import { en as instrumentsEn, vi as instrumentsVi } from '../app/src/registers/instruments/texts.ts'
import { en as invitationsEn, vi as invitationsVi } from '../app/src/registers/invitations/texts.ts'
import { en as lexiconEn, vi as lexiconVi } from '../app/src/registers/lexicon/texts.ts'
import { en as noticesEn, vi as noticesVi } from '../app/src/registers/notices/texts.ts'
import { en as bodiesEn, vi as bodiesVi } from '../app/src/registers/organisations/texts.ts'
import { en as peopleEn, vi as peopleVi } from '../app/src/registers/people/texts.ts'
import { en as personsEn, vi as personsVi } from '../app/src/registers/persons/texts.ts'
import { en as programmeEn, vi as programmeVi } from '../app/src/registers/programme/texts.ts'
import { en as projectsEn, vi as projectsVi } from '../app/src/registers/projects/texts.ts'
import { en as workEn, vi as workVi } from '../app/src/registers/projects/work-texts.ts'
import { en as officeEn, vi as officeVi } from '../app/src/registers/reporting/office-texts.ts'
import { en as reportingEn, vi as reportingVi } from '../app/src/registers/reporting/texts.ts'
import { en as roundsEn, vi as roundsVi } from '../app/src/registers/rounds/texts.ts'
import { en as sittingEn, vi as sittingVi } from '../app/src/registers/sitting/texts.ts'
import { en as transferEn, vi as transferVi } from '../app/src/registers/transfer/texts.ts'
import { en as sharedEn, vi as sharedVi } from '../app/src/web/texts.ts'
import { sender } from './screens.ts'
import { type Language, words } from './steps.ts'

export interface Dialog {
  name: string
  /** The screen it opens on, as in routes.tsx. */
  route: string
  administrator?: boolean
  show: (page: Page, language: Language) => Promise<void>
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click()

const dialogIn = (page: Page, name: string) => page.getByRole('dialog', { name }).waitFor()

/** From the clerk's page of a conference to one of its tabs. */
async function tabOf(page: Page, tab: string): Promise<void> {
  await page.goto(page.url().replace(/\/clerk$/, `?tab=${tab}`))
}

/** From the clerk's page to that of a conference that sits, with an opinion, a tally and a draft of its minutes. */
async function toSitting(page: Page, part = 'clerk'): Promise<void> {
  const address = new URL(page.url()).origin
  const send = await sender(page, { address }, 'sitting')
  const { bodies } = await send('get', 'organisations')
  const made = await send('post', 'conferences', {
    ...{ organisationId: bodies[0].id, type: 'working', title: 'Họp', review: false },
    startsAt: '2001-02-03T08:00:00+07:00',
  })
  const at = `conferences/${made.plan.id}`
  const { item } = await send('post', `${at}/items`, { title: 'Quy hoạch', asked: 'decide' })
  const { plan } = await send('get', `${at}/plan`)
  if (plan.openedAt === null) await send('post', `${at}/open`, {}, plan.version)
  await send('post', `${at}/current`, { itemId: item.id, speaker: null })
  const of = `session-items/${item.id}`
  await send('post', `${of}/opinions`, { speaker: 'Lê An', stance: 'agree', body: 'Nhất trí.' })
  const counts = { baseCount: 9, agree: 7, disagree: 1, abstain: 1 }
  await send('post', `${of}/votes`, {
    question: 'Thông qua',
    kind: 'open',
    base: 'present',
    ...counts,
  })
  await send('post', `${at}/notices`, { kind: 'minutes' })
  await page.goto(`${address}/${at}${part === 'clerk' ? '/clerk' : `?tab=${part}`}`)
}

/** To an indicator of its own, whose series breaks. */
async function toBroken(page: Page): Promise<void> {
  const address = new URL(page.url()).origin
  const send = await sender(page, { address }, 'broken')
  const { bodies } = await send('get', 'organisations')
  const { indicator } = await send('post', 'indicators', {
    // Tests in the other language make theirs on the same server.
    nameVi: `Số hộ theo cách tính mới ${crypto.randomUUID().slice(0, 8)}`,
    ...{ unit: 'household', kind: 'P', direction: 'down' },
  })
  const at = `indicators/${indicator.id}`
  await send('post', `${at}/definitions`, {
    ...{ valueKind: 'stock', reportMode: 'point', acrossBodies: 'sum', acrossTime: 'last' },
    ...{ weightIndicatorId: null, formula: null, entryFactor: 1, decimals: 0, priceBasis: 'none' },
    ...{ least: null, most: null, ownerId: bodies[0].id, content: null, validFrom: '2026-01-01' },
    ...{ legalReference: 'Công văn số 5', reason: 'Cách tính mới', seen: 0, breaks: true },
  })
  await page.goto(`${address}/${at}`)
}

/** Opens a task that is still due, by the one that can be asked to wait longer. */
async function openTask(page: Page, offers: string): Promise<void> {
  await page
    .locator('tr', { has: page.locator('.chip.good, .chip.warn') })
    .first()
    .locator('th a')
    .click()
  await page.getByRole('button', { name: offers, exact: true }).waitFor()
}

export const dialogs: Dialog[] = [
  {
    name: 'the account menu',
    route: '/account',
    async show(page, language) {
      const { account, signOut } = words(language, sharedVi, sharedEn)
      await page.getByLabel(`${account}: `).click()
      await page.getByRole('button', { name: signOut, exact: true }).waitFor()
    },
  },
  {
    name: 'what was not sent, at sign-out',
    route: '/account',
    async show(page, language) {
      const { account, signOut, signOutUnsent } = words(language, sharedVi, sharedEn)
      const { id } = (
        await (await page.request.get(new URL('/api/session', page.url()).href)).json()
      ).account
      // As the clerk's page keeps it while the server does not answer.
      await page.evaluate(
        (key) => sessionStorage.setItem(key, '{"version":0,"given":{"body":"Giao Sở Tài chính"}}'),
        `giaoban.draft.${id}.item`,
      )
      await page.getByLabel(`${account}: `).click()
      await page.getByRole('button', { name: signOut, exact: true }).click()
      await dialogIn(page, signOutUnsent.title)
      await page.evaluate(() => sessionStorage.clear())
    },
  },
  {
    name: 'the navigation of a phone',
    route: '/account',
    async show(page, language) {
      await page.setViewportSize({ width: 360, height: 740 })
      const t = words(language, sharedVi, sharedEn)
      await press(page, t.menu)
      await page.getByRole('link', { name: t.nav.record }).waitFor()
    },
  },
  {
    name: 'the history of a task',
    route: '/assignments',
    async show(page, language) {
      const t = words(language, recordVi, recordEn).history
      await press(page, new RegExp(`^${t.open}: `))
      await dialogIn(page, t.title)
      await page.locator('.history li').first().waitFor()
    },
  },
  {
    name: 'who may do what to a document, and why',
    route: '/documents/:id',
    administrator: true,
    async show(page, language) {
      const t = words(language, accessVi, accessEn)
      await press(page, new RegExp(`^${t.open}: `))
      await dialogIn(page, t.title)
      await page.locator('.access-deeds summary').first().click()
      await page.locator('.access-others li').first().waitFor()
    },
  },
  {
    name: 'the chain of a shortcoming',
    route: '/shortcomings',
    async show(page, language) {
      const { chain } = words(language, chainVi, chainEn)
      await press(page, new RegExp(`^${chain.open}: `))
      await dialogIn(page, chain.title)
      await page.locator('.chain-nodes li').first().waitFor()
    },
  },
  {
    name: 'the search palette',
    route: '/indicators',
    async show(page) {
      await page.keyboard.press('Control+K')
      const palette = page.getByRole('dialog')
      await palette.getByRole('combobox').fill('quy hoach')
      await palette.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'the dialog of a reported figure',
    route: '/indicators/:id',
    async show(page, language) {
      const t = words(language, figuresVi, figuresEn)
      // Of another province as well, by words that begin alike.
      await page.getByRole('button', { name: t.add, exact: true }).click()
      await dialogIn(page, t.addTitle)
    },
  },
  {
    name: 'the dialog of figures to keep',
    route: '/indicators/:id',
    async show(page, language) {
      const t = words(language, figuresVi, figuresEn)
      await press(page, t.keep)
      await dialogIn(page, t.keepTitle)
    },
  },
  {
    name: 'the dialog of a request for explanation',
    route: '/indicators/:id',
    async show(page, language) {
      const t = words(language, explanationsVi, explanationsEn)
      await press(page, t.ask)
      await dialogIn(page, t.askTitle)
    },
  },
  {
    name: 'the dialog of an answer to a request for explanation',
    route: '/indicators/:id',
    async show(page, language) {
      const t = words(language, explanationsVi, explanationsEn)
      await press(page, t.answer)
      await dialogIn(page, t.answerTitle)
    },
  },
  {
    name: 'the dialog of what an indicator is',
    route: '/indicators/:id',
    async show(page, language) {
      const t = words(language, figuresVi, figuresEn).definition
      await press(page, t.define)
      await dialogIn(page, t.dialogTitle)
    },
  },
  {
    name: 'the dialog that takes a break of a series back',
    route: '/indicators/:id',
    async show(page, language) {
      const t = words(language, figuresVi, figuresEn).definition
      await toBroken(page)
      await press(page, t.breakBack)
      await dialogIn(page, t.breakTitle)
    },
  },
  {
    name: 'the dialog of a new target',
    route: '/indicators/:id',
    async show(page, language) {
      const t = words(language, targetsVi, targetsEn)
      await press(page, t.add)
      await dialogIn(page, t.addTitle)
    },
  },
  {
    name: 'the dialog of a new account',
    route: '/accounts',
    administrator: true,
    async show(page, language) {
      const t = words(language, peopleVi, peopleEn).accounts
      await press(page, t.add)
      await dialogIn(page, t.addTitle)
    },
  },
  {
    name: 'the dialog of an account',
    route: '/accounts',
    administrator: true,
    async show(page, language) {
      await press(page, new RegExp(`^${words(language, sharedVi, sharedEn).edit}: `))
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'the dialog that destroys a document',
    route: '/documents/:id',
    administrator: true,
    async show(page, language) {
      const t = words(language, documentsVi, documentsEn).page
      await press(page, t.destroy)
      await dialogIn(page, t.destroyTitle)
    },
  },
  {
    name: 'the dialog of a document',
    route: '/documents/:id',
    async show(page, language) {
      const t = words(language, documentsVi, documentsEn).page
      await press(page, t.edit)
      await dialogIn(page, t.editTitle)
    },
  },
  {
    name: 'the dialog for pasted text',
    route: '/documents',
    async show(page, language) {
      const t = words(language, documentsVi, documentsEn)
      await press(page, t.paste)
      await dialogIn(page, t.pasteDialog.title)
    },
  },
  {
    name: 'the dialog of an event that deadlines follow',
    route: '/assignments/deadlines',
    async show(page, language) {
      const { events: t } = words(language, deadlinesVi, deadlinesEn)
      await press(page, t.add)
      await dialogIn(page, t.addTitle)
    },
  },
  {
    name: 'the dialog of an assignment',
    route: '/assignments',
    async show(page, language) {
      const t = words(language, assignmentsVi, assignmentsEn)
      await press(page, t.update)
      await dialogIn(page, t.updateTitle)
    },
  },
  {
    name: 'the page of a task',
    route: '/assignments',
    async show(page, language) {
      await openTask(page, words(language, assignmentsVi, assignmentsEn).act.report)
    },
  },
  ...(['report', 'ask', 'refer'] as const).map((act) => ({
    name: `the dialog of a task: ${act}`,
    route: '/assignments',
    async show(page: Page, language: Language) {
      const t = words(language, assignmentsVi, assignmentsEn)
      await openTask(page, t.act[act])
      await page.getByRole('button', { name: t.act[act], exact: true }).click()
      await dialogIn(page, t.act[act])
    },
  })),
  {
    name: 'the dialog that links an indicator with a task',
    route: '/assignments',
    async show(page, language) {
      const t = words(language, assignmentsVi, assignmentsEn)
      await openTask(page, t.act.report)
      await press(page, t.indicators.add)
      await dialogIn(page, t.indicators.add)
    },
  },
  {
    name: 'the dialog that corrects a body',
    route: '/bodies/:id',
    async show(page, language) {
      const t = words(language, bodiesVi, bodiesEn)
      await press(page, t.actions.correct)
      await dialogIn(page, t.form.correctTitle)
    },
  },
  {
    name: 'the dialog that renames a body',
    route: '/bodies/:id',
    async show(page, language) {
      const t = words(language, bodiesVi, bodiesEn)
      await press(page, t.actions.rename)
      await dialogIn(page, t.form.renameTitle)
    },
  },
  {
    name: 'the dialog that moves a body',
    route: '/bodies/:id',
    async show(page, language) {
      const t = words(language, bodiesVi, bodiesEn)
      await press(page, t.actions.move)
      await dialogIn(page, t.form.moveTitle)
    },
  },
  {
    name: 'the dialog that ends a body',
    route: '/bodies/:id',
    async show(page, language) {
      const t = words(language, bodiesVi, bodiesEn)
      await press(page, t.actions.end)
      await dialogIn(page, t.form.endTitle)
    },
  },
  {
    name: 'the dialog that reorganises bodies',
    route: '/bodies/:id',
    async show(page, language) {
      const t = words(language, bodiesVi, bodiesEn)
      await press(page, t.actions.reorganise)
      const dialog = page.getByRole('dialog')
      for (const name of ['Sở Mới', 'Sở Mới khác']) {
        await dialog.getByRole('combobox', { name: t.reorganise.successors }).fill(name)
        await page.keyboard.press('Enter')
      }
      await dialog.getByLabel(t.reorganise.share('Sở Mới khác')).waitFor()
    },
  },
  {
    name: 'the dialog of a new body',
    route: '/bodies',
    async show(page, language) {
      const t = words(language, bodiesVi, bodiesEn)
      await press(page, t.add)
      await dialogIn(page, t.form.addTitle)
    },
  },
  {
    name: 'what changed between two days',
    route: '/bodies',
    async show(page, language) {
      const t = words(language, bodiesVi, bodiesEn)
      await page.getByLabel(t.since).fill('31/12/2024')
      await page
        .getByText(/\(\d+\)/, { exact: false })
        .first()
        .waitFor()
      await page
        .locator('details', { hasText: t.difference.changes(0).split(' (')[0] })
        .first()
        .click()
    },
  },
  {
    name: 'the dialog of a new person',
    route: '/people',
    async show(page, language) {
      const t = words(language, personsVi, personsEn)
      await press(page, t.add)
      await dialogIn(page, t.addTitle)
    },
  },
  {
    name: 'the dialog of a person, where a post ends',
    route: '/people',
    async show(page, language) {
      const t = words(language, personsVi, personsEn)
      await press(page, new RegExp(`^${words(language, sharedVi, sharedEn).edit}: `))
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: t.post.end }).first().click()
      await dialog.getByText(t.post.endDetail).waitFor()
    },
  },
  {
    name: 'the terms, with the dialog of a new one',
    route: '/people',
    async show(page, language) {
      const t = words(language, personsVi, personsEn)
      await page.getByRole('tab', { name: t.terms }).click()
      await page.getByRole('row').nth(1).waitFor()
      await press(page, t.term.add)
      await dialogIn(page, t.term.addTitle)
    },
  },
  {
    name: 'the dialog of an Excel file, with its faults',
    route: '/people',
    async show(page, language) {
      const t = words(language, transferVi, transferEn)
      await press(page, t.open)
      const rows = [['Lê An', 'Giám đốc']]
      const buffer = Buffer.from(await writeRows('x', [t.columns.person, t.columns.title], rows))
      const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      await page.getByLabel(t.file).setInputFiles({ name: 'a.xlsx', mimeType, buffer })
      await press(page, t.check)
      await page.getByText(t.faults(1)).waitFor()
    },
  },
  {
    name: 'the dialog of new words',
    route: '/lexicon',
    async show(page, language) {
      const t = words(language, lexiconVi, lexiconEn)
      await press(page, t.add)
      await dialogIn(page, t.add)
    },
  },
  {
    name: 'the dialog of a lexicon file, with its faults',
    route: '/lexicon',
    async show(page, language) {
      const t = words(language, lexiconVi, lexiconEn)
      await press(page, t.addFile)
      await page.getByLabel(t.fileText).fill('bodies\t\tTổ công tác\nactor Tổ công tác')
      await press(page, t.check)
      await page.getByText(t.faults(2)).waitFor()
    },
  },
  {
    name: 'the reasons of a finding',
    route: '/documents/:id/review',
    async show(page, language) {
      const t = words(language, whyVi, whyEn)
      await page.locator('.finding-head').first().click()
      await page.getByText(t.why, { exact: true }).first().click()
      await page.getByText(`${t.rule}: `).first().waitFor()
    },
  },
  {
    name: 'the help of the review screen',
    route: '/documents/:id/review',
    async show(page, language) {
      await page.keyboard.press('?')
      await dialogIn(page, words(language, reviewVi, reviewEn).helpTitle)
    },
  },
  {
    name: 'the dialog that adds a finding',
    route: '/documents/:id/review',
    async show(page, language) {
      const t = words(language, reviewVi, reviewEn)
      await page.getByRole('article').locator('p').nth(3).click({ clickCount: 3 })
      await page.getByRole('button', { name: t.add }).waitFor()
      await page.keyboard.press('a')
      await dialogIn(page, t.addTitle)
    },
  },
  {
    name: 'the dialog of a new conference',
    route: '/conferences',
    async show(page, language) {
      const t = words(language, planVi, planEn).form
      await press(page, t.add)
      await dialogIn(page, t.addTitle)
    },
  },
  {
    name: 'the dialog of a new item',
    route: '/conferences/:id/clerk',
    async show(page, language) {
      const t = words(language, agendaVi, agendaEn)
      await tabOf(page, 'agenda')
      await press(page, t.add)
      await dialogIn(page, t.addTitle)
    },
  },
  {
    name: 'the dialog that takes an item off the agenda',
    route: '/conferences/:id/clerk',
    async show(page, language) {
      const t = words(language, agendaVi, agendaEn).off
      await tabOf(page, 'agenda')
      await page
        .locator(`button[aria-label^="${t.of('')}"]`)
        .first()
        .click()
      await dialogIn(page, t.title)
    },
  },
  {
    name: 'the route of a matter',
    route: '/conferences/:id/clerk',
    async show(page, language) {
      const t = words(language, agendaVi, agendaEn).route
      await tabOf(page, 'agenda')
      await page
        .locator(`button[aria-label^="${t.of('')}"]`)
        .first()
        .click()
      await dialogIn(page, t.title)
    },
  },
  {
    name: 'the dialog of an invitation',
    route: '/conferences/:id/clerk',
    async show(page, language) {
      const t = words(language, invitationsVi, invitationsEn)
      await tabOf(page, 'invitations')
      await press(page, t.invite)
      await dialogIn(page, t.inviteTitle)
    },
  },
  {
    name: 'the keys of the clerk',
    route: '/conferences/:id/clerk',
    async show(page, language) {
      const t = words(language, sittingVi, sittingEn)
      await press(page, t.keys)
      await dialogIn(page, t.keys)
    },
  },
  {
    name: 'the dialog that opens a conference',
    route: '/conferences/:id/clerk',
    async show(page, language) {
      const t = words(language, sittingVi, sittingEn)
      await page.getByRole('button', { name: t.open, exact: true }).click()
      await dialogIn(page, t.openTitle)
    },
  },
  {
    name: 'the dialog that closes a conference, with what is missing',
    route: '/conferences/:id/clerk',
    async show(page, language) {
      const t = words(language, sittingVi, sittingEn)
      // The head of the office closes: the page is told that whoever looks may.
      await page.route('**/api/conferences/*/sitting', async (route) => {
        const answer = await route.fetch()
        const told = await answer.json()
        told.sitting.may.close = true
        await route.fulfill({ response: answer, json: told })
      })
      await toSitting(page)
      await page.getByRole('button', { name: t.close, exact: true }).click()
      await dialogIn(page, t.closeTitle)
      await page.unrouteAll({ behavior: 'wait' })
    },
  },
  {
    name: 'the dialog that corrects an opinion',
    route: '/conferences/:id/clerk',
    async show(page, language) {
      const t = words(language, sittingVi, sittingEn)
      await toSitting(page)
      await press(page, `${t.correct}: Lê An`)
      await dialogIn(page, t.correctOpinion)
    },
  },
  {
    name: 'the dialog that withdraws a tally',
    route: '/conferences/:id/clerk',
    async show(page, language) {
      const t = words(language, sittingVi, sittingEn)
      await toSitting(page)
      await press(page, `${t.withdraw}: Thông qua`)
      await dialogIn(page, t.withdrawVote)
    },
  },
  {
    name: 'the dialog of a second draft',
    route: '/conferences/:id/clerk',
    async show(page, language) {
      const t = words(language, noticesVi, noticesEn)
      await toSitting(page, 'notices')
      await press(page, t.make.minutes)
      await dialogIn(page, t.twice.title(t.kinds.minutes))
    },
  },
  {
    name: 'the dialog of a new opinion round',
    route: '/rounds',
    async show(page, language) {
      const t = words(language, roundsVi, roundsEn).form
      await press(page, t.add)
      await dialogIn(page, t.addTitle)
    },
  },
  {
    name: 'the dialog of a new line of the programme',
    route: '/programme',
    async show(page, language) {
      const t = words(language, programmeVi, programmeEn)
      await press(page, t.add)
      await dialogIn(page, t.addTitle)
    },
  },
  {
    name: 'the dialog of a new instrument',
    route: '/instruments',
    async show(page, language) {
      const t = words(language, instrumentsVi, instrumentsEn)
      await press(page, t.register.add)
      await dialogIn(page, t.form.addTitle)
      await page.getByRole('textbox', { name: t.form.symbol, exact: true }).fill('116/QĐ-TW')
      await page.getByText(t.form.ambiguous).waitFor()
    },
  },
  ...(['addDuties', 'links', 'review', 'withdraw'] as const).map((act) => ({
    name: `the dialog of an instrument: ${act}`,
    route: '/instruments/:id',
    async show(page: Page, language: Language) {
      const t = words(language, instrumentsVi, instrumentsEn).page
      const titles = { addDuties: t.addDutiesTitle, links: t.links, review: t.reviewTitle }
      await page.getByRole('button', { name: t[act], exact: true }).click()
      await dialogIn(page, act === 'withdraw' ? t.withdrawTitle : titles[act])
    },
  })),
  {
    name: 'the report of a body on an instrument',
    route: '/instruments/:id',
    async show(page, language) {
      const t = words(language, instrumentsVi, instrumentsEn).page
      await press(page, new RegExp(`^${t.report}: `))
      await dialogIn(page, t.reportTitle)
    },
  },
  {
    name: 'the dialog of a new inspection',
    route: '/inspections',
    async show(page, language) {
      const t = words(language, inspectionsVi, inspectionsEn)
      await press(page, t.add)
      await dialogIn(page, t.addTitle)
    },
  },
  {
    name: 'the dialog of how an inspection was carried out',
    route: '/inspections/:id',
    async show(page, language) {
      const t = words(language, inspectionsVi, inspectionsEn)
      await press(page, t.carry)
      await dialogIn(page, t.carryTitle)
    },
  },
  {
    name: 'the dialog of a finding',
    route: '/inspections/:id',
    async show(page, language) {
      const t = words(language, inspectionsVi, inspectionsEn)
      await press(page, t.addFinding)
      await dialogIn(page, t.findingTitle)
    },
  },
  {
    name: 'the dialog of a new project',
    route: '/projects',
    async show(page, language) {
      const t = words(language, projectsVi, projectsEn)
      await press(page, t.add)
      await dialogIn(page, t.addTitle)
    },
  },
  {
    name: 'the dialog of the treasury’s file',
    route: '/projects',
    async show(page, language) {
      const t = words(language, projectsVi, projectsEn).treasury
      await press(page, t.open)
      await dialogIn(page, t.title)
    },
  },
  {
    name: 'the dialog that closes a project',
    route: '/projects/:id',
    async show(page, language) {
      const t = words(language, projectsVi, projectsEn)
      await page.getByRole('button', { name: t.close, exact: true }).click()
      await dialogIn(page, t.closeTitle)
    },
  },
  {
    name: 'the dialog of a capital plan that is changed',
    route: '/projects/:id',
    async show(page, language) {
      const t = words(language, projectsVi, projectsEn).money
      await press(page, new RegExp(`^${t.change}: `))
      await dialogIn(page, t.changeTitle)
    },
  },
  {
    name: 'the dialog of what was disbursed',
    route: '/projects/:id',
    async show(page, language) {
      const t = words(language, projectsVi, projectsEn).months
      await press(page, t.enter)
      await dialogIn(page, t.enterTitle)
    },
  },
  {
    name: 'the dialog of a milestone',
    route: '/projects/:id',
    async show(page, language) {
      const t = words(language, workVi, workEn).milestones
      await page.getByRole('button', { name: t.add, exact: true }).click()
      await dialogIn(page, t.add)
    },
  },
  {
    name: 'the dialog of an obstacle',
    route: '/projects/:id',
    async show(page, language) {
      const t = words(language, workVi, workEn).obstacles
      await page.getByRole('button', { name: t.add, exact: true }).click()
      await dialogIn(page, t.add)
    },
  },
  {
    name: 'the dialog of a section of land',
    route: '/projects/:id',
    async show(page, language) {
      const t = words(language, workVi, workEn).land
      await page.getByRole('button', { name: t.add, exact: true }).click()
      await dialogIn(page, t.addTitle)
    },
  },
  {
    name: 'the dialog that links tasks with a project',
    route: '/projects/:id',
    async show(page, language) {
      const t = words(language, workVi, workEn).tasks
      await press(page, t.link)
      await dialogIn(page, t.link)
    },
  },
  {
    name: 'the dialog of physical progress',
    route: '/projects/:id',
    async show(page, language) {
      const t = words(language, workVi, workEn).progress
      await page.getByRole('button', { name: t.enter, exact: true }).click()
      await dialogIn(page, t.title)
    },
  },
  {
    name: 'the dialog of how far a section of land is',
    route: '/projects/:id',
    async show(page, language) {
      const t = words(language, workVi, workEn).land
      await press(page, new RegExp(`^${t.enter}: `))
      await dialogIn(page, t.enterTitle)
    },
  },
  {
    name: 'the dialog of a new reporting regime',
    route: '/reports/regimes',
    async show(page, language) {
      const t = words(language, reportingVi, reportingEn)
      await press(page, t.add)
      await dialogIn(page, t.add)
    },
  },
  {
    name: 'the dialog that excuses a report',
    route: '/reports/:id',
    async show(page, language) {
      const t = words(language, reportingVi, reportingEn)
      await press(page, t.except)
      await dialogIn(page, t.exceptTitle)
    },
  },
  {
    name: 'the dialog of a report’s Excel file',
    route: '/reports/:id',
    async show(page, language) {
      const t = words(language, reportingVi, reportingEn)
      await press(page, t.excel)
      await dialogIn(page, t.excelTitle)
    },
  },
  {
    name: 'the dialog that hands a report over',
    route: '/reports/:id',
    async show(page, language) {
      const t = words(language, officeVi, officeEn).handOver
      await press(page, t.open)
      await dialogIn(page, t.title)
    },
  },
  {
    name: 'the dialog that ends a reporting regime',
    route: '/reports/regimes',
    async show(page, language) {
      const t = words(language, officeVi, officeEn).end
      await press(page, t.open)
      await dialogIn(page, t.title)
    },
  },
]
