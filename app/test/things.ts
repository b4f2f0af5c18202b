// One thing of every kind in a province, made over HTTP: for the tests that need an id for every route.
import { canary } from './access-requests.ts'
import { makeConference } from './conference.ts'
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
    planned,
    lexicon: body.entries[0].id,
    indicators: indicator.id,
    accounts: account.id,
    grants: account.grants[0].id,
    sessions: (await office.ask('GET', '/api/sessions')).body.sessions[0].id,
  }
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
