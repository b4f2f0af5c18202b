// One thing of every kind in a province, made over HTTP: for the tests that need an id for every route.
import { uuidv7 } from 'uuidv7'
import { rootOrganisation } from '../src/registers/people/granting.ts'
import { canary } from './access-requests.ts'
import { makeConference } from './conference.ts'
import { makeInstruments } from './instruments.ts'
import { makeProjects } from './projects-run.ts'
import { makeReports } from './reports-run.ts'
import { type Client, fileForm, type world } from './world.ts'

/** Ids by the word of their routes; `planned` is the conference held here, `conferences` the reported one. */
export type Things = Record<string, string>

const confirmed = ['statement', 'shortcoming', 'assignment', 'meeting', 'citation']

/** Everything of `here.east`, with the word "hoàng yến" in every name and text. */
export async function makeThings(here: Awaited<ReturnType<typeof world>>): Promise<Things> {
  const office = await here.client('office')
  const administrator = await here.client('administrator')
  const ids: Things = await makeEntries(office)
  const { body } = await office.ask('POST', '/api/lexicon', {
    json: { class: 'actor', payload: '', phrases: ['Tổ công tác hoàng yến'] },
  })
  const [indicator] = (await office.ask('GET', '/api/indicators')).body.indicators
  const [account] = (await administrator.ask('GET', '/api/accounts')).body.accounts
  const { conferences: planned = '', ...made } = await makeConference(
    here,
    office,
    'Đề án hoàng yến',
  )
  return {
    ...ids,
    ...(await makePeople(administrator)),
    ...made,
    ...(await makeInstruments(here, office, 'Cải cách hoàng yến')),
    ...(await makeReports(here, office, 'Báo cáo Tổ công tác hoàng yến')),
    ...(await makeProjects(here, office, 'Dự án của Tổ công tác hoàng yến')),
    planned,
    ...(await makeDeadlines(here, office, ids.assignments ?? '')),
    uploads: await makeUpload(office),
    lexicon: body.entries[0].id,
    indicators: indicator.id,
    targets: await makeTarget(office, indicator.id),
    figures: await makeFigure(office, indicator.id),
    'figure-snapshots': await makeSnapshot(office),
    explanations: await makeExplanation(here, office, indicator.id),
    'indicator-breaks': await makeBreak(office, indicator.id),
    'indicator-references': await makeReference(office, indicator.id),
    accounts: account.id,
    grants: account.grants[0].id,
    mails: await makeMail(here, account.id),
    sessions: (await office.ask('GET', '/api/sessions')).body.sessions[0].id,
  }
}

/** A figure that is not there yet: every indicator can have one. */
async function makeFigure(office: Client, indicatorId: string): Promise<string> {
  const { body } = await office.ask('POST', `/api/indicators/${indicatorId}/figures`, {
    json: {
      ...{ organisationId: null, from: '2026-01-01', to: '2026-06-30', kind: 'actual' },
      ...{ accumulation: 'cumulative', missingReason: 'notYet', stage: 'estimate', reason: 'x' },
    },
  })
  return body.figure.figureId
}

async function makeExplanation(
  here: Awaited<ReturnType<typeof world>>,
  office: Client,
  indicatorId: string,
): Promise<string> {
  // The province itself, so that some of those who are asked in tests may answer.
  const organisationId = await rootOrganisation(here.database.db, here.east.province_id)
  await here.grantee('communeOfficer', organisationId)
  const { body } = await office.ask('POST', `/api/indicators/${indicatorId}/explanations`, {
    json: { organisationId, targetId: null, question: 'Hoàng yến?', dueOn: '2099-01-01' },
  })
  return body.explanation.id
}

async function makeSnapshot(office: Client): Promise<string> {
  const { body } = await office.ask('POST', '/api/figure-snapshots', {
    json: { title: 'Họp Tổ công tác hoàng yến', conferenceId: null },
  })
  return body.snapshot.id
}

async function makeBreak(office: Client, indicatorId: string): Promise<string> {
  const at = `/api/indicators/${indicatorId}`
  const { rules } = (await office.ask('GET', `${at}/figures`)).body
  const { bodies } = (await office.ask('GET', '/api/organisations')).body
  await office.ask('POST', `${at}/definitions`, {
    json: {
      ...{ ...rules, validFrom: '2020-01-01', ownerId: bodies[0].id, content: null, seen: 0 },
      ...{
        legalReference: 'Quyết định của Tổ công tác hoàng yến',
        reason: 'Đổi phạm vi',
        breaks: true,
      },
    },
  })
  return (await office.ask('GET', `${at}/figures`)).body.breaks[0].id
}

/** Money: every indicator of the first in the catalogue takes a figure in its own unit. */
async function makeReference(office: Client, indicatorId: string): Promise<string> {
  const at = `/api/indicators/${indicatorId}`
  const { indicator } = (await office.ask('GET', at)).body
  const figure = `5 ${indicator.unit === 'VND' ? 'đồng' : indicator.unit}`
  await office.ask('POST', `${at}/references`, {
    json: { place: 'tỉnh Bên', from: '2026-01-01', to: '2026-06-30', figure, source: 'Niên giám' },
  })
  return (await office.ask('GET', `${at}/figures`)).body.references[0].id
}

/** A target in words: every indicator can have one. */
async function makeTarget(office: Client, indicatorId: string): Promise<string> {
  const { body } = await office.ask('POST', `/api/indicators/${indicatorId}/targets`, {
    json: {
      ...{ organisationId: null, from: '2026-01-01', to: '2026-12-31', kind: 'plan' },
      ...{ authority: null, words: 'như Tổ công tác hoàng yến', legalReference: 'x' },
      decidedOn: '2025-12-10',
    },
  })
  return body.target.id
}

/** A file of which a part is here. */
export async function makeUpload(office: Client): Promise<string> {
  const { body } = await office.ask('POST', '/api/uploads', {
    json: { fileName: 'hoàng yến.pdf', size: 99, declaration: 'noStateSecrets' },
  })
  const { id } = body.upload
  const part = { headers: { 'upload-offset': '0' }, rawBody: 'hoàng yến' }
  await office.ask('PATCH', `/api/uploads/${id}`, part)
  return id
}

/** A mail whose fate nobody knows. */
async function makeMail(
  here: Awaited<ReturnType<typeof world>>,
  accountId: string,
): Promise<string> {
  const id = uuidv7()
  const at = new Date().toISOString()
  await here.database.db
    .insertInto('mail')
    .values({
      ...{ province_id: here.east.province_id, mail_id: id, account_id: accountId },
      ...{ key: 'hoàng yến', kind: 'digest', outcome: 'doubtful', outcome_at: at },
    })
    .execute()
  return id
}

/** A document and what is drawn from it. */
async function makeEntries(office: Client): Promise<Things> {
  const added = await office.ask('POST', '/api/documents', {
    form: fileForm(canary, 'hoang-yen.txt'),
  })
  const ids: Things = { documents: added.body.document.id }
  const { findings } = (await office.ask('GET', `/api/documents/${ids.documents}/findings`)).body
  for (const { id, kind, version } of findings) {
    if (!confirmed.includes(kind)) continue
    const { body } = await office.ask('POST', `/api/findings/${id}/confirm`, { json: {}, version })
    if (body.finding?.entry) ids[`${body.finding.entry.kind}s`] = body.finding.entry.id
    ids.findings = id
  }
  return ids
}

/** An event that deadlines follow, and a request for more time for a task. */
async function makeDeadlines(
  here: Awaited<ReturnType<typeof world>>,
  office: Client,
  taskId: string,
): Promise<Things> {
  const { event } = (
    await office.ask('POST', '/api/deadline-events', { json: { name: 'Kỳ họp hoàng yến' } })
  ).body
  const extensionId = uuidv7()
  await here.database.db
    .insertInto('assignment_extension')
    .values({
      province_id: here.east.province_id,
      extension_id: extensionId,
      assignment_id: taskId,
      asked_date: '2099-12-31',
      former_date: '2099-01-01',
      reason: 'Chờ hồ sơ hoàng yến',
      asked_by: (await here.actor('office')).accountId ?? '',
      outcome: null,
      granted_date: null,
      answer: null,
      decided_by: null,
      decided_at: null,
    })
    .execute()
  return { 'deadline-events': event.id, extensions: extensionId }
}

/** A body, somebody with a post in it, a term of it. */
async function makePeople(administrator: Client): Promise<Things> {
  const added = await administrator.ask('POST', '/api/organisations', {
    json: { kind: 'department', name: 'Tổ công tác hoàng yến số 2', from: null },
  })
  const organisationId = added.body.body.id
  const post = { organisationId, title: 'Tổ trưởng', from: null }
  const { person } = (
    await administrator.ask('POST', '/api/persons', { json: { name: 'Nguyễn Hoàng Yến', post } })
  ).body
  const json = { organisationId, kind: 'party', label: '2025-2030', from: '2025-01-01' }
  const { term } = (await administrator.ask('POST', '/api/terms', { json })).body
  return {
    organisations: organisationId,
    persons: person.id,
    posts: person.posts[0].id,
    terms: term.id,
  }
}
