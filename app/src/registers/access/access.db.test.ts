// What the panel says somebody may do is what the server lets them do, record by record; others are named
// only to those who may see their rights; what is closed looks like what is not there.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds } from '../../../test/panel-kinds.ts'
import { type Client, fileForm, world } from '../../../test/world.ts'
import type { AccessExplanation } from './contract.ts'

type Grantee = Awaited<ReturnType<Awaited<ReturnType<typeof world>>['grantee']>>

let here: Awaited<ReturnType<typeof world>>
let own = ''
const people: Record<string, Grantee> = {}
const ids: Record<string, string> = {}
const absent = '01900000-0000-7000-8000-000000000000'

const report = `Hội nghị giao ban tháng 9 năm 2024 của Ban Thường vụ Tỉnh ủy Đông Hà

Công tác giải phóng mặt bằng còn chậm. Sở Tài chính báo cáo trước ngày 30/10/2024.
`

beforeAll(async () => {
  here = await world()
  const above = await here.body('Khối cơ quan')
  own = await here.body('Sở Thử nghiệm', above)
  const beside = await here.body('Sở Bên cạnh', above)
  for (const [name, role, body] of [
    ['office', 'office', undefined],
    ['administrator', 'administrator', undefined],
    ['publisher', 'publisher', undefined],
    ['reader', 'reader', undefined],
    ['head', 'officeHead', own],
    ['administrator there', 'administrator', own],
    ['officer', 'departmentOfficer', own],
    ['leader', 'leader', own],
    ['officer above', 'departmentHead', above],
    ['officer beside', 'departmentOfficer', beside],
    ['reader beside', 'reader', beside],
  ] as const) {
    people[name] = await here.grantee(role, body)
  }
  const officer = client('officer')
  const added = await officer.ask('POST', '/api/documents', { form: fileForm(report, 'a.txt') })
  ids.document = added.body.document.id
  for (const [kind, words] of [
    ['meeting', 'Hội nghị giao ban'],
    ['assignment', 'Sở Tài chính báo cáo'],
    ['shortcoming', 'giải phóng mặt bằng còn chậm'],
  ] as const) {
    const start = report.indexOf(words)
    const at = `/api/documents/${ids.document}/findings`
    const json = { kind, start, end: start + words.length }
    const { finding } = (await client('office').ask('POST', at, { json })).body
    const confirmed = await client('office').ask('POST', `/api/findings/${finding.id}/confirm`, {
      json: {},
      version: finding.version,
    })
    ids[confirmed.body.finding.entry.kind] = confirmed.body.finding.entry.id
  }
  const indicators = await client('office').ask('GET', '/api/indicators')
  ids.indicator = indicators.body.indicators[0].id
  const planned = { organisationId: own, type: 'briefing', level: 'internal' }
  const held = await client('office').ask('POST', '/api/conferences', { json: planned })
  ids.heldConference = held.body.plan.id
  await conferenceThings(own, beside)
  ids.organisation = own
  const { person } = (
    await client('administrator').ask('POST', '/api/persons', { json: { name: 'Nguyễn Văn An' } })
  ).body
  const { term } = (
    await client('administrator').ask('POST', '/api/terms', {
      json: { organisationId: own, kind: 'party', label: '2025-2030', from: '2025-01-01' },
    })
  ).body
  Object.assign(ids, { person: person.id, term: term.id })
  ids.account = people.reader?.actor.accountId ?? ''
})

/**
 * An item of the held conference for its participants, submitted by a body beside; a line of the programme that
 * body prepares; a round that asks it; an instrument that it must implement; an inspection of it that it was told of.
 */
async function conferenceThings(holder: string, beside: string): Promise<void> {
  const made = async (path: string, json: object) => {
    const { status, body } = await client('office').ask('POST', `/api/${path}`, { json })
    if (status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
    return body
  }
  const given = { title: 'Đề án kín', asked: 'decide' }
  const { item } = await made(`conferences/${ids.heldConference}/items`, {
    ...{ ...given, level: 'participants', submitterId: beside },
  })
  const { entry } = await made('programme', {
    ...{ ...given, organisationId: holder, year: 2026, preparingId: beside },
  })
  const { round } = await made('rounds', {
    ...{ title: 'Xin ý kiến', question: 'Đồng ý không?', level: 'participants' },
    ...{ organisationId: holder, dueAt: '2099-01-01T00:00:00Z' },
    addressees: [{ organisationId: beside }],
  })
  Object.assign(ids, { sessionItem: item.id, programme: entry.id, round: round.id })
  const { instrument } = await made('instruments', {
    ...{ side: 'own', kind: 'resolution', symbol: '41-NQ/TU', title: 'Điều kín', level: 'office' },
  })
  await made(`instruments/${instrument.id}/duties`, { organisationIds: [beside] })
  const { inspection } = await made('inspections', {
    ...{ organisationId: holder, year: 2026, form: 'inspection', subjectIds: [beside] },
    content: 'Điều kín',
  })
  await client('office').ask('PATCH', `/api/inspections/${inspection.id}`, {
    json: { toldOn: '2026-01-02' },
    version: 1,
  })
  const { project } = await made('projects', {
    ...{ kind: 'investment', name: 'Đường', ownerId: holder },
  })
  Object.assign(ids, {
    ...{ instrument: instrument.id, inspection: inspection.id, project: project.id },
  })
}

afterAll(() => here.close())

function client(name: string): Client {
  const found = people[name]
  if (!found) throw new Error(name)
  return found.client
}

const ask = (name: string, kind: string, id = ids[kind]) =>
  client(name).ask('GET', `/api/access?kind=${kind}&id=${id}`)

async function explained(name: string, kind: string): Promise<AccessExplanation> {
  const answer = await ask(name, kind)
  expect(answer.status, `${name}, ${kind}: ${JSON.stringify(answer.body)}`).toBe(200)
  return answer.body
}

const deedOf = (explanation: AccessExplanation, name: string) => {
  const found = explanation.deeds.find((one) => one.name === name)
  if (!found) throw new Error(name)
  return found
}

async function setLevel(level: string): Promise<void> {
  const { pool } = here.owner()
  await pool.query('update document set level = $1 where document_id = $2', [level, ids.document])
}

/** What the server is asked for a deed; never the present version, so that nothing changes. */
const attempts: Record<string, [string, string, object?]> = {
  'document change': ['PATCH', '/api/documents/{id}', {}],
  'document destroy': ['POST', '/api/documents/{id}/destroy', { reason: 'x' }],
  'document history': ['GET', '/api/history?kind=document&id={id}'],
  'document confirm': [
    'POST',
    '/api/documents/{id}/confirm-certain',
    { findings: [{ id: absent, version: 1 }] },
  ],
  'assignment change': ['PATCH', '/api/assignments/{id}', {}],
  'conference change': ['PATCH', '/api/conferences/{id}', {}],
  'heldConference plan': ['PATCH', '/api/conferences/{id}/plan', {}],
  'heldConference approve': ['POST', '/api/conferences/{id}/agenda-versions', { items: [] }],
  'sessionItem plan': ['PATCH', '/api/session-items/{id}', {}],
  'sessionItem run': [
    'PUT',
    '/api/session-items/{id}/decision',
    { outcome: null, conditions: null, body: '', noTask: false, tasks: [] },
  ],
  'programme plan': ['PATCH', '/api/programme/{id}', {}],
  'round plan': ['PATCH', '/api/rounds/{id}', {}],
  'instrument change': ['PATCH', '/api/instruments/{id}', {}],
  'inspection inspect': ['PATCH', '/api/inspections/{id}', {}],
  'project change': ['PATCH', '/api/projects/{id}', {}],
  'project enter': [
    'POST',
    '/api/projects/{id}/months',
    { kind: 'committed', year: 2026, until: '2026-06-30', amount: 1, seen: 9 },
  ],
  'indicator change': ['PATCH', '/api/indicators/{id}', {}],
  'organisation read': ['GET', '/api/organisations/{id}'],
  'organisation change': ['POST', '/api/organisations/{id}/end', { on: '2026-01-01' }],
  'person read': ['GET', '/api/persons/{id}'],
  'person change': ['PATCH', '/api/persons/{id}', {}],
  'term change': ['PATCH', '/api/terms/{id}', {}],
  'account change': ['PATCH', '/api/accounts/{id}', {}],
}

/** Two are closed to some, the third to nobody; the rest of the rule has its cases in http/explain.test.ts. */
const levels = ['office', 'organisation', 'internal'] as const

describe.each(levels)('%s', (level) => {
  test('the panel opens to exactly those who may read the document', async () => {
    await setLevel(level)
    let closed = 0
    for (const name of Object.keys(people)) {
      const { status } = await client(name).ask('GET', `/api/documents/${ids.document}`)
      for (const kind of ['document', 'shortcoming']) {
        const answer = await ask(name, kind)
        expect(answer.status, `${name}, ${kind}`).toBe(status)
        if (status === 200) expect(deedOf(answer.body, 'read').you.may, name).toBe(true)
        else expect(answer.body).toEqual((await ask(name, kind, absent)).body)
      }
      closed += Number(status === 404)
    }
    expect(closed > 0).toBe(level !== 'internal')
  })
})

test('the panel of what has no document opens to exactly those who see it in its list', async () => {
  await setLevel('internal')
  const lists: Record<string, [string, string]> = {
    sessionItem: [`/api/conferences/${ids.heldConference}/items`, 'items'],
    programme: ['/api/programme?year=2026', 'entries'],
    round: ['/api/rounds', 'rounds'],
    instrument: ['/api/instruments', 'instruments'],
    inspection: ['/api/inspections?year=2026', 'inspections'],
  }
  for (const [kind, [path, of]] of Object.entries(lists)) {
    const told = new Map<string, boolean>()
    for (const name of Object.keys(people)) {
      const listed = ((await client(name).ask('GET', path)).body[of] ?? []) as { id: string }[]
      const there = listed.some((one) => one.id === ids[kind])
      const panel = await ask(name, kind)
      expect(panel.status, `${name}, ${kind}`).toBe(there ? 200 : 404)
      if (there) expect(deedOf(panel.body, 'read').you.may, `${name}, ${kind}`).toBe(true)
      else expect(panel.body).toEqual((await ask(name, kind, absent)).body)
      told.set(people[name]?.actor.name ?? '', there)
    }
    expect(new Set(told.values())).toEqual(new Set([true, false]))
    // And who is told of as a reader is who sees it.
    const administrator = people.administrator?.actor.name ?? ''
    if (!told.get(administrator)) continue
    const named = deedOf(await explained('administrator', kind), 'read').others
    expect(named.map((one) => one.name).sort(), kind).toEqual(
      [...told].flatMap(([name, sees]) => (sees && name !== administrator ? name : [])).sort(),
    )
  }
})

test.each(Object.entries(attempts))('%s: told as it is', async (deed, [method, path, json]) => {
  await setLevel('internal')
  const [kind = '', name = ''] = deed.split(' ')
  const seen = new Set<boolean>()
  for (const person of Object.keys(people)) {
    const panel = await ask(person, kind)
    if (panel.status !== 200) continue
    const { you } = deedOf(panel.body, name)
    const answer = await client(person).ask(method, path.replace('{id}', ids[kind] ?? ''), {
      ...(json ? { json } : {}),
      version: 999,
    })
    expect(answer.status !== 403, `${person}: ${JSON.stringify(answer.body)}`).toBe(you.may)
    expect(you.because === null, person).toBe(you.may)
    seen.add(you.may)
  }
  if (name !== 'read' && kind !== 'account') expect(seen).toEqual(new Set([true, false]))
})

const someClosed = ['sessionItem', 'programme', 'round', 'instrument', 'inspection']

test('who may not see rights is told of nobody else, in no byte', async () => {
  await setLevel('internal')
  for (const name of ['reader', 'officer', 'office', 'reader beside', 'publisher']) {
    for (const kind of kinds.filter((one) => one !== 'account' || name === 'reader')) {
      // What no document stands behind is closed to some of them.
      const open = await ask(name, kind)
      if (open.status === 404 && someClosed.includes(kind)) continue
      const answer = await explained(name, kind)
      expect(answer.names).toBe('none')
      const text = JSON.stringify(answer)
      for (const [other, { actor }] of Object.entries(people)) {
        if (other !== name) expect(text, `${name}, ${kind}: ${other}`).not.toContain(actor.name)
      }
    }
  }
})

test('the administrator of the province is told of everybody, by which right and until when', async () => {
  const until = '2099-12-31'
  await here
    .owner()
    .pool.query('update role_grant set valid_to = $1 where account_id = $2', [
      until,
      people['officer above']?.actor.accountId,
    ])
  const answer = await explained('administrator', 'document')
  expect(answer).toMatchObject({
    organisation: { id: own, name: 'Sở Thử nghiệm' },
    level: 'internal',
    names: 'all',
  })
  const change = deedOf(answer, 'change')
  expect(change.you).toEqual({ may: false, because: 'role', through: [] })
  const told = new Map(change.others.map((one) => [one.name, one.through]))
  expect(told.get(people['officer above']?.actor.name ?? '')).toEqual([
    {
      way: 'bodyAbove',
      grant: {
        role: 'departmentHead',
        organisation: 'Khối cơ quan',
        everywhere: false,
        until,
        onBehalfOf: null,
      },
    },
  ])
  expect(told.get(people.officer?.actor.name ?? '')?.map((one) => one.way)).toEqual(['ownBody'])
  expect(told.has(people['officer beside']?.actor.name ?? '')).toBe(false)
  expect(told.has(people.reader?.actor.name ?? '')).toBe(false)
})

test('who sees rights in one body is told only of those granted there and below', async () => {
  for (const name of ['head', 'administrator there']) {
    const answer = await explained(name, 'document')
    expect(answer.names).toBe('ownBodies')
    const names = new Set(answer.deeds.flatMap((deed) => deed.others.map((one) => one.name)))
    const there = ['head', 'administrator there', 'officer', 'leader'].filter((one) => one !== name)
    expect([...names].sort()).toEqual(there.map((one) => people[one]?.actor.name).sort())
  }
})

test('a closed account and an ended right are told of no more', async () => {
  const { pool } = here.owner()
  const leaving = await here.grantee('office')
  const closing = await here.grantee('office')
  const names = async () =>
    deedOf(await explained('administrator', 'document'), 'confirm').others.map((one) => one.name)
  expect(await names()).toEqual(expect.arrayContaining([leaving.actor.name, closing.actor.name]))
  await pool.query('update role_grant set ended_at = now() where account_id = $1', [
    leaving.actor.accountId,
  ])
  await pool.query('update account set disabled_at = now() where account_id = $1', [
    closing.actor.accountId,
  ])
  const left = await names()
  expect(left).not.toContain(leaving.actor.name)
  expect(left).not.toContain(closing.actor.name)
})

test('one’s own account is everybody’s to ask about; another’s only the administrator’s', async () => {
  const mine = await explained('reader', 'account')
  expect(deedOf(mine, 'own').you).toMatchObject({ may: true, through: [{ way: 'oneself' }] })
  expect(deedOf(mine, 'change').you.because).toBe('role')
  const other = await ask('officer', 'account')
  expect(other.status).toBe(403)
  expect((await ask('officer', 'account', absent)).body).toEqual(other.body)
  const owner = deedOf(await explained('administrator', 'account'), 'own').others
  expect(owner.map((one) => one.name)).toEqual([people.reader?.actor.name])
})

test('of another province there is nothing to explain', async () => {
  for (const role of ['office', 'administrator'] as const) {
    const stranger = await here.client(role, here.west)
    for (const kind of kinds) {
      const path = `/api/access?kind=${kind}&id=${ids[kind]}`
      const { status } = await stranger.ask('GET', path)
      expect(status, kind).toBe(kind === 'account' && role === 'office' ? 403 : 404)
    }
  }
})
