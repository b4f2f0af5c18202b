// Every screen with an address to open it at and the title it must have. Enumerated against
// app/src/web/routes.tsx by the tests: a screen without a line here fails them.

import type { Page } from 'playwright-core'
import { en as reviewEn, vi as reviewVi } from '../app/src/reading/texts.ts'
import { en as recordEn, vi as recordVi } from '../app/src/record/texts.ts'
import { en as accessLogEn, vi as accessLogVi } from '../app/src/registers/accesslog/texts.ts'
import { en as countsEn, vi as countsVi } from '../app/src/registers/assignments/count-texts.ts'
import {
  en as deadlinesEn,
  vi as deadlinesVi,
} from '../app/src/registers/assignments/deadline-texts.ts'
import { en as assignmentsEn, vi as assignmentsVi } from '../app/src/registers/assignments/texts.ts'
import { en as conferencesEn, vi as conferencesVi } from '../app/src/registers/conferences/texts.ts'
import { en as documentsEn, vi as documentsVi } from '../app/src/registers/documents/texts.ts'
import { en as dossiersEn, vi as dossiersVi } from '../app/src/registers/dossiers/texts.ts'
import { periodLabel, periodOf } from '../app/src/registers/indicators/period.ts'
import { en as indicatorsEn, vi as indicatorsVi } from '../app/src/registers/indicators/texts.ts'
import { en as inspectionsEn, vi as inspectionsVi } from '../app/src/registers/inspections/texts.ts'
import { en as instrumentsEn, vi as instrumentsVi } from '../app/src/registers/instruments/texts.ts'
import { en as invitationsEn, vi as invitationsVi } from '../app/src/registers/invitations/texts.ts'
import { en as lexiconEn, vi as lexiconVi } from '../app/src/registers/lexicon/texts.ts'
import { en as mailEn, vi as mailVi } from '../app/src/registers/mail/texts.ts'
import { en as noticesEn, vi as noticesVi } from '../app/src/registers/notices/texts.ts'
import { en as bodiesEn, vi as bodiesVi } from '../app/src/registers/organisations/texts.ts'
import { en as overviewEn, vi as overviewVi } from '../app/src/registers/overview/texts.ts'
import { en as unitsEn, vi as unitsVi } from '../app/src/registers/overview/units-texts.ts'
import { en as signEn, vi as signVi } from '../app/src/registers/people/signtexts.ts'
import { en as peopleEn, vi as peopleVi } from '../app/src/registers/people/texts.ts'
import { en as personalEn, vi as personalVi } from '../app/src/registers/personal/texts.ts'
import { en as personsEn, vi as personsVi } from '../app/src/registers/persons/texts.ts'
import { en as programmeEn, vi as programmeVi } from '../app/src/registers/programme/texts.ts'
import { en as projectsEn, vi as projectsVi } from '../app/src/registers/projects/texts.ts'
import { en as officeEn, vi as officeVi } from '../app/src/registers/reporting/office-texts.ts'
import {
  en as synthesisEn,
  vi as synthesisVi,
} from '../app/src/registers/reporting/synthesis-texts.ts'
import { en as reportingEn, vi as reportingVi } from '../app/src/registers/reporting/texts.ts'
import { en as roundsEn, vi as roundsVi } from '../app/src/registers/rounds/texts.ts'
import {
  en as shortcomingsEn,
  vi as shortcomingsVi,
} from '../app/src/registers/shortcomings/texts.ts'
import { en as sittingEn, vi as sittingVi } from '../app/src/registers/sitting/texts.ts'
import { en as tabletEn, vi as tabletVi } from '../app/src/web/offline/texts.ts'
import { en as searchEn, vi as searchVi } from '../app/src/web/search/texts.ts'
import type { Served } from './server.ts'
import { type Language, words } from './steps.ts'

export interface Screen {
  /** As in routes.tsx. */
  route: string
  path: string
  title: (language: Language) => string
  /** Waits for what comes after the first drawing. */
  ready?: (page: Page) => Promise<void>
}

interface Named {
  id: string
  title: string
}

/** The screens of the province that `page` is signed in to; it must have something in it. */
export async function screensOf(page: Page, server: Served): Promise<Screen[]> {
  const ask = async (path: string) =>
    (await page.request.get(`${server.address}/api/${path}`)).json() as Promise<unknown>
  const { documents } = (await ask('documents')) as {
    documents: (Named & { counts: { proposed: number } })[]
  }
  const { conferences } = (await ask('conferences')) as {
    conferences: (Named & { stage: string | null })[]
  }
  const { dossiers } = (await ask('dossiers')) as { dossiers: { papers: Named[] }[] }
  const { bodies } = (await ask('organisations')) as { bodies: { id: string; name: string }[] }
  const invitation = await ownInvitation(page, server, bodies[0]?.id ?? '')
  const { rounds } = (await ask('rounds')) as { rounds: (Named & { matter: Named })[] }
  const { account } = (await ask('session')) as { account: { id: string } }
  const { rows } = (await ask('indicators/board')) as {
    rows: { indicator: { id: string; nameVi: string; nameEn: string }; series: unknown[] }[]
  }
  const body = bodies.find(({ name }) => name === 'Sở Tài chính')
  if (!body) throw new Error('The sample province has no department of finance.')
  const { instrument, inspection } = await ledBy(page, server, body.id)
  const document = largest(documents, ({ counts }) => counts.proposed)
  const held = conferences.find(({ stage }) => stage !== null)
  if (!held) throw new Error('The sample province holds no conference.')
  const { indicator } = largest(rows, ({ series }) => series.length)
  const report = await reportOf(page, server)
  const { projects } = (await ask('projects')) as { projects: { id: string; name: string }[] }
  const [project] = projects
  if (!project) throw new Error('The sample province has no projects.')
  const round = largest(rounds, ({ title }) => title.length)
  const { matter } = round
  const conference = largest(conferences, ({ title }) => title.length)
  const paper = largest(
    dossiers.flatMap(({ papers }) => papers),
    ({ title }) => title.length,
  )
  const screen = (route: string, path: string, vi: string, en: string): Screen => ({
    route,
    path,
    title: (language) => words(language, vi, en),
  })
  const of = (route: string, vi: { title: string }, en: { title: string }) =>
    screen(route, route, vi.title, en.title)
  return [
    of('/documents', documentsVi, documentsEn),
    screen('/documents/:id', `/documents/${document.id}`, document.title, document.title),
    screen(
      '/documents/:id/review',
      `/documents/${document.id}/review`,
      reviewVi.title(document.title),
      reviewEn.title(document.title),
    ),
    of('/overview', overviewVi, overviewEn),
    of('/overview/units', unitsVi, unitsEn),
    screen(
      '/overview/units/:id',
      `/overview/units/${body.id}`,
      unitsVi.card(body.name),
      unitsEn.card(body.name),
    ),
    screen(
      '/overview/indicators/:id',
      `/overview/indicators/${indicator.id}`,
      unitsVi.ofIndicator(indicator.nameVi),
      unitsEn.ofIndicator(indicator.nameEn),
    ),
    of('/indicators', indicatorsVi, indicatorsEn),
    screen('/indicators/:id', `/indicators/${indicator.id}`, indicator.nameVi, indicator.nameEn),
    of('/reports', reportingVi, reportingEn),
    screen(
      '/reports/regimes',
      '/reports/regimes',
      reportingVi.regimesTitle,
      reportingEn.regimesTitle,
    ),
    screen(
      '/reports/grid',
      `/reports/grid?regime=${report.regime.id}&to=${report.period.to}`,
      officeVi.grid.title,
      officeEn.grid.title,
    ),
    screen(
      '/reports/synthesis',
      `/reports/synthesis?regime=${report.regime.id}&to=${report.period.to}`,
      synthesisVi.title,
      synthesisEn.title,
    ),
    screen(
      '/reports/:id',
      `/reports/${report.id}`,
      reportingVi.slotTitle(report.regime.name, periodLabel(periodOf(report.period), 'vi')),
      reportingEn.slotTitle(report.regime.name, periodLabel(periodOf(report.period), 'en')),
    ),
    of('/projects', projectsVi, projectsEn),
    screen('/projects/:id', `/projects/${project.id}`, project.name, project.name),
    of('/shortcomings', shortcomingsVi, shortcomingsEn),
    of('/assignments', assignmentsVi, assignmentsEn),
    of('/assignments/counts', countsVi, countsEn),
    of('/assignments/register', countsVi.register, countsEn.register),
    of('/assignments/deadlines', deadlinesVi, deadlinesEn),
    of('/conferences', conferencesVi, conferencesEn),
    screen('/conferences/:id', `/conferences/${conference.id}`, conference.title, conference.title),
    of('/dossiers', dossiersVi, dossiersEn),
    screen('/papers/:id', `/papers/${paper.id}`, paper.title, paper.title),
    screen(
      '/papers/:id/compare',
      `/papers/${paper.id}/compare`,
      dossiersVi.diff.title,
      dossiersEn.diff.title,
    ),
    of('/my-conferences', invitationsVi, invitationsEn),
    screen(
      '/invitations/:id',
      `/invitations/${invitation.id}`,
      `${invitationsVi.letter}: ${invitation.name}`,
      `${invitationsEn.letter}: ${invitation.name}`,
    ),
    ...(['chair', 'clerk'] as const).map((who) =>
      screen(
        `/conferences/:id/${who}`,
        `/conferences/${held.id}/${who}`,
        `${sittingVi[`${who}Title`]}: ${held.title}`,
        `${sittingEn[`${who}Title`]}: ${held.title}`,
      ),
    ),
    of('/notice-layouts', noticesVi.layout, noticesEn.layout),
    of('/tablet', tabletVi, tabletEn),
    // Nothing is kept in a browser that has just been opened.
    screen(
      '/tablet/:id',
      '/tablet/01900000-0000-7000-8000-000000000000',
      tabletVi.paperGone,
      tabletEn.paperGone,
    ),
    of('/programme', programmeVi, programmeEn),
    of('/rounds', roundsVi, roundsEn),
    screen('/rounds/:id', `/rounds/${round.id}`, round.title, round.title),
    screen(
      '/matters/:id/opinions',
      `/matters/${matter.id}/opinions`,
      roundsVi.opinions.title(matter.title),
      roundsEn.opinions.title(matter.title),
    ),
    of('/citations', instrumentsVi, instrumentsEn),
    of('/instruments', instrumentsVi.register, instrumentsEn.register),
    screen(
      '/instruments/:id',
      `/instruments/${instrument.id}`,
      `${instrumentsVi.kinds.resolution} ${instrumentsVi.number(instrument.symbol)}`,
      `${instrumentsEn.kinds.resolution} ${instrumentsEn.number(instrument.symbol)}`,
    ),
    of('/inspections', inspectionsVi, inspectionsEn),
    screen(
      '/inspections/:id',
      `/inspections/${inspection.id}`,
      inspection.content,
      inspection.content,
    ),
    of('/bodies', bodiesVi, bodiesEn),
    screen('/bodies/:id', `/bodies/${body.id}`, body.name, body.name),
    of('/people', personsVi, personsEn),
    of('/lexicon', lexiconVi, lexiconEn),
    {
      ...screen('/search', '/search?q=quy%20hoach', searchVi.title, searchEn.title),
      ready: (there) => there.getByRole('main').getByRole('link').first().waitFor(),
    },
    of('/record', recordVi, recordEn),
    of('/access-log', accessLogVi, accessLogEn),
    of('/notifications', mailVi, mailEn),
    of('/mails', mailVi.outgoing, mailEn.outgoing),
    of('/accounts', peopleVi.accounts, peopleEn.accounts),
    of('/accounts/codes', signVi.codes, signEn.codes),
    screen(
      '/accounts/:id/data',
      `/accounts/${account.id}/data`,
      personalVi.title,
      personalEn.title,
    ),
    of('/account/data', personalVi, personalEn),
    {
      ...of('/account', peopleVi.mine, peopleEn.mine),
      ready: async (there) => {
        for (const part of ['#own-grants', '#own-sessions', '#second-factor'])
          await there.locator(part).waitFor()
      },
    },
  ]
}

/**
 * An instrument and a subject of the inspection programme; entered where there is none. Test files that share a
 * province come here at a time: who is second takes what the first one entered.
 */
async function ledBy(page: Page, server: Served, bodyId: string) {
  const send = await sender(page, server)
  const first = async (path: string, of: string) => (await send('get', path))[of][0]
  const instrumentNow = () => first('instruments?kind=resolution', 'instruments')
  const given = { side: 'own', kind: 'resolution', symbol: '07-NQ/TU', issuedOn: '2026-01-15' }
  const title = 'chuyển đổi số trong các cơ quan đảng, chính quyền'
  const instrument =
    (await instrumentNow()) ??
    (await send('post', 'instruments', { ...given, title }).then(async ({ instrument: { id } }) => {
      const days = { studyBy: '2026-03-31', implementBy: '2099-12-31' }
      await send('post', `instruments/${id}/duties`, { organisationIds: [bodyId], ...days })
      return instrumentNow()
    }, instrumentNow))
  const inspectionNow = () => first('inspections?year=2026', 'inspections')
  const subject = { organisationId: bodyId, subjectIds: [bodyId], year: 2026, quarter: 2 }
  const content = 'Công tác quản lý, sử dụng tài sản công'
  let inspection = await inspectionNow()
  if (!inspection) {
    await send('post', 'inspections', { ...subject, form: 'inspection', content })
    inspection = await inspectionNow()
    const body = 'Chậm công khai tài sản công theo quy định'
    await send('post', `inspections/${inspection.id}/findings`, { body })
  }
  return { instrument, inspection } as {
    instrument: { id: string; symbol: string }
    inspection: { id: string; content: string }
  }
}

/** A report that was not sent yet. */
async function reportOf(page: Page, server: Served) {
  const send = await sender(page, server)
  const { slots } = await send('get', `report-slots?year=${new Date().getUTCFullYear()}`)
  const open = slots.find(({ state }: { state: string }) => state === 'draft')
  if (!open) throw new Error('The sample province has no report to be filled in.')
  return open as {
    id: string
    regime: { id: string; name: string }
    period: { from: string; to: string }
  }
}

/**
 * Sends as whoever is signed in; the answer, or an error with what the server said. What was sent under `mark` before
 * is not done again.
 */
export async function sender(page: Page, server: Pick<Served, 'address'>, mark = 'screens') {
  const session = await (await page.request.get(`${server.address}/api/session`)).json()
  return async (method: 'get' | 'post', path: string, data: object = {}, version?: number) => {
    const headers = {
      ...{ 'x-csrf-token': session.csrfToken, 'idempotency-key': `${mark} ${path}` },
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    }
    const answer = await page.request[method](`${server.address}/api/${path}`, {
      headers,
      ...(method === 'post' ? { data } : {}),
    })
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
    return answer.json()
  }
}

/** An invitation of whoever is signed in; of a conference planned for it where there is none. */
async function ownInvitation(
  page: Page,
  server: Served,
  organisationId: string,
): Promise<{ id: string; name: string }> {
  const session = await (await page.request.get(`${server.address}/api/session`)).json()
  const send = await sender(page, server)
  const { conferences } = await send('get', 'my-conferences')
  if (conferences.length > 0) return conferences[0].invitations[0]
  const startsAt = '2099-12-08T08:00:00+07:00'
  const { plan } = await send('post', 'conferences', {
    ...{ organisationId, type: 'working', startsAt, review: false },
  })
  const { address } = session.account
  const at = `conferences/${plan.id}`
  await send('post', `${at}/items`, { title: 'Công tác quy hoạch', asked: 'decide' })
  const invited = await send('post', `${at}/invitations`, { address, capacity: 'member' })
  await send('post', `${at}/invitations/send`)
  return invited.invitation
}

function largest<T>(all: readonly T[], size: (one: T) => number): T {
  const found = all.toSorted((a, b) => size(b) - size(a))[0]
  if (!found) throw new Error('The sample province is empty.')
  return found
}
