// The panel of whatever has no list of its own in access.db.test.ts: it opens to exactly those who read the thing by
// its own route, who is named as a reader is who reads it, and no kind is without.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setClosed } from '../../../test/conference-notices.ts'
import { kinds } from '../../../test/panel-kinds.ts'
import { makeThings, type Things } from '../../../test/things.ts'
import { asking, type Client, fileForm, world } from '../../../test/world.ts'
import { type RecordKind, recordKinds, single } from '../../http/explain.ts'
import { storiedKinds } from '../../record/contract.ts'
import type { AccessExplanation } from './contract.ts'

type World = Awaited<ReturnType<typeof world>>

let here: World
let things: Things
const people: Record<string, Awaited<ReturnType<World['grantee']>>> = {}
const ids: Partial<Record<RecordKind, string[]>> = {}
const absent = '01900000-0000-7000-8000-000000000000'

const report = `Hội nghị giao ban tháng 10 năm 2024 của Ban Thường vụ Tỉnh ủy Đông Hà

Hội nghị xem xét 2 nội dung: tình hình thu ngân sách; công tác cán bộ.

Có ý kiến đề nghị bổ sung biện pháp. Hội nghị thống nhất thông qua báo cáo.
`

beforeAll(async () => {
  here = await world()
  things = await makeThings(here)
  const elsewhere = await here.body('Sở Không liên quan')
  const unit = (await rowsOf('select organisation_id as id from report_slot limit 1'))[0]
  for (const [name, role, body] of [
    ['administrator', 'administrator'],
    ['office', 'office'],
    ['office head', 'officeHead'],
    ['leader', 'leader'],
    ['inspector', 'inspector'],
    ['publisher', 'publisher'],
    ['reader', 'reader'],
    ['officer of the board', 'departmentOfficer', things.board],
    ['reader of the board', 'reader', things.board],
    ['leader of the board', 'leader', things.board],
    ['officer of the submitter', 'departmentOfficer', things.submitter],
    ['commune of the report', 'communeHead', unit],
    ['leader of the report', 'leader', unit],
    ['officer elsewhere', 'departmentOfficer', elsewhere],
    ['invited', 'reader', elsewhere],
    ['called in', 'reader', elsewhere],
  ] as const) {
    people[name] = await here.grantee(role, body)
  }
  await inviteSome()
  await gather()
}, 120_000)

afterAll(() => here.close())

const rowsOf = async (text: string, values: unknown[] = []): Promise<string[]> =>
  (await here.owner().pool.query<{ id: string }>(text, values)).rows.map(({ id }) => id)

const client = (name: string): Client => {
  const found = people[name]
  if (!found) throw new Error(name)
  return found.client
}

/** One is a member, one is called in for the item alone, one's invitation is a draft. */
async function inviteSome(): Promise<void> {
  const done = asking(client('office'))
  const at = `/api/conferences/${things.planned}/invitations`
  const of = (name: string) => people[name]?.address
  await done('POST', at, { json: { address: of('invited'), capacity: 'member' } })
  await done('POST', at, {
    json: {
      ...{ address: of('called in'), capacity: 'forItems' },
      itemIds: [things['session-items']],
    },
  })
  await done('POST', `${at}/send`)
  await done('POST', at, { json: { address: of('officer elsewhere'), capacity: 'member' } })
}

/** Ids by kind: where it matters several, of different states. */
async function gather(): Promise<void> {
  const [item = '', planned = ''] = [things['session-items'], things.planned]
  const of = (text: string) => rowsOf(text, [here.east.province_id])
  Object.assign(ids, {
    itemDecision: [item],
    itemOpinion: await of(
      'select item_opinion_id as id from item_opinion where province_id = $1 and addressee_id is null',
    ),
    roundOpinion: await of(`select item_opinion_id as id from item_opinion where province_id = $1
      and addressee_id is not null and withdrawn_at is null`),
    itemVote: [things['item-votes']],
    conferenceAssessment: [planned],
    invitation: await of('select invitation_id as id from invitation where province_id = $1'),
    notice: await of('select notice_id as id from notice where province_id = $1'),
    matter: await of('select matter_id as id from matter where province_id = $1'),
    reportSlot: [things['report-slots']],
    reportRegime: [things['report-regimes']],
    target: [things.targets],
    explanation: [things.explanations],
    lexicon: [things.lexicon],
    observation: [things.observations],
    citation: [things.citations],
  })
  const office = client('office')
  const added = await office.ask('POST', '/api/documents', { form: fileForm(report, 'b.txt') })
  const document = added.body.document.id
  for (const [kind, words] of [
    ['agendaItem', 'tình hình thu ngân sách'],
    ['opinion', 'Có ý kiến đề nghị bổ sung biện pháp'],
    ['decision', 'thống nhất thông qua báo cáo'],
  ] as const) {
    const start = report.indexOf(words)
    const at = `/api/documents/${document}/findings`
    const json = { kind, start, end: start + words.length }
    const { finding } = (await office.ask('POST', at, { json })).body
    const { body } = await office.ask('POST', `/api/findings/${finding.id}/confirm`, {
      json: {},
      version: finding.version,
    })
    ids[kind] = [body.finding.entry.id]
  }
  await here
    .owner()
    .pool.query(`update document set level = 'office' where province_id = $1`, [
      here.east.province_id,
    ])
}

/** Whether somebody reads it by the route that shows it. */
type Reads = (client: Client, id: string) => Promise<boolean>

const opens =
  (path: string): Reads =>
  async (who, id) =>
    (await who.ask('GET', path.replace('{id}', id))).status === 200

// biome-ignore lint/suspicious/noExplicitAny: answers of every kind
const among = (path: () => string, listed: (body: any) => { id: string }[]): Reads => {
  return async (who, id) => {
    const answer = await who.ask('GET', path())
    return answer.status === 200 && listed(answer.body).some((one) => one.id === id)
  }
}

/** A submitter knows the item, and neither the conference nor how it sits. */
const either =
  (one: Reads, other: Reads): Reads =>
  async (who, id) =>
    (await one(who, id)) || other(who, id)

const sitting = () => `/api/conferences/${things.planned}/sitting`
const entry: Reads = async (who, id) => {
  const documents = await rowsOf(
    `select document_id as id from observation where observation_id = $1
      union all select document_id from citation where citation_id = $1
      union all select document_id from agenda_item where agenda_item_id = $1
      union all select document_id from opinion where opinion_id = $1
      union all select document_id from decision where decision_id = $1`,
    [id],
  )
  return opens('/api/documents/{id}')(who, documents[0] ?? '')
}

const opinion: Reads = async (who, id) => {
  const [matter = ''] = await rowsOf(
    'select matter_id as id from item_opinion where item_opinion_id = $1',
    [id],
  )
  const list = await who.ask('GET', `/api/matters/${matter}/opinions`)
  return list.body.opinions?.some((one: { id: string }) => one.id === id) ?? false
}

const reads: Partial<Record<RecordKind, Reads>> = {
  observation: entry,
  citation: entry,
  agendaItem: entry,
  opinion: entry,
  decision: entry,
  itemDecision: either(async (who, id) => {
    const { body } = await who.ask('GET', sitting())
    const shown = (one: { id: string; decision: unknown }) => one.id === id && one.decision !== null
    return body.sitting?.items.some(shown) ?? false
  }, opens('/api/history?kind=itemDecision&id={id}')),
  itemOpinion: opinion,
  roundOpinion: opinion,
  itemVote: either(
    among(sitting, (body) =>
      body.sitting.items.flatMap((one: { votes: { id: string }[] }) => one.votes),
    ),
    opens('/api/history?kind=itemVote&id={id}'),
  ),
  async conferenceAssessment(who, id) {
    const { body } = await who.ask('GET', `/api/conferences/${id}/notices`)
    return Boolean(body.assessment)
  },
  invitation: opens('/api/invitations/{id}'),
  notice: opens('/api/notices/{id}'),
  matter: opens('/api/matters/{id}/opinions'),
  reportSlot: opens('/api/report-slots/{id}'),
  reportRegime: among(
    () => '/api/report-regimes',
    (body) => body.regimes,
  ),
  target: among(
    () => `/api/indicators/${things.indicators}/targets`,
    (body) => body.targets,
  ),
  explanation: among(
    () => `/api/indicators/${things.indicators}/explanations`,
    (body) => body.explanations,
  ),
  lexicon: among(
    () => '/api/lexicon',
    (body) => body.entries,
  ),
  record: opens('/api/record'),
  accessLog: opens('/api/access-log'),
}

/** Kinds that everybody with a right reads. */
const open: readonly RecordKind[] = ['target', 'explanation', 'lexicon']

const panel = (who: Client, kind: string, id: string | null) =>
  who.ask('GET', `/api/access?kind=${kind}${id === null ? '' : `&id=${id}`}`)

const readers = ({ deeds }: AccessExplanation) =>
  (deeds[0]?.others ?? []).map((one) => one.name).sort()

/** Holds one record against its own route, person by person; who reads it. */
async function held(kind: RecordKind, id: string | null): Promise<Set<boolean>> {
  const seen = new Map<string, boolean>()
  for (const [name, { actor, client: who }] of Object.entries(people)) {
    const there = await reads[kind]?.(who, id ?? '')
    const answer = await panel(who, kind, id)
    const told = `${name}, ${kind} ${id}: ${JSON.stringify(answer.body)}`
    expect(answer.status === 200, told).toBe(there)
    if (there) expect(answer.body.deeds[0].you.may, told).toBe(true)
    else if (!single.has(kind)) {
      expect(answer.body, told).toEqual((await panel(who, kind, absent)).body)
    }
    seen.set(actor.name, there === true)
  }
  // Who is named as a reader is who reads it, asked by somebody who sees all rights.
  for (const name of ['administrator', 'inspector']) {
    const answer = await panel(client(name), kind, id)
    if (answer.status !== 200) continue
    const own = people[name]?.actor.name
    const known = new Set(seen.keys())
    expect(
      readers(answer.body).filter((one) => known.has(one)),
      `${kind} ${id}`,
    ).toEqual([...seen].flatMap(([one, sees]) => (sees && one !== own ? one : [])).sort())
  }
  return new Set(seen.values())
}

const states = { 'while it sits': null, 'after it is closed': '2026-01-06T03:00:00Z' }

test.each(Object.entries(states))(
  'the panel opens to exactly those who read it by its own route: %s',
  async (_, closed) => {
    await setClosed(here, things.planned ?? '', closed)
    for (const kind of Object.keys(reads) as RecordKind[]) {
      const answers = new Set<boolean>()
      const all = single.has(kind) ? [null] : (ids[kind] ?? [])
      expect(all.length, kind).toBeGreaterThan(0)
      for (const id of all) for (const one of await held(kind, id)) answers.add(one)
      expect(answers, kind).toEqual(new Set(open.includes(kind) ? [true] : [true, false]))
    }
    await setClosed(here, things.planned ?? '', null)
  },
  120_000,
)

/** What the server is asked for a deed; never the present version, so that nothing changes. */
const attempts: [RecordKind, string, string, string, object][] = [
  ['itemOpinion', 'run', 'PATCH', '/api/item-opinions/{id}', { body: 'x' }],
  ['itemOpinion', 'answer', 'PUT', '/api/item-opinions/{id}/answer', { answer: 'accepted' }],
  ['roundOpinion', 'answer', 'PUT', '/api/item-opinions/{id}/answer', { answer: 'accepted' }],
  ['invitation', 'plan', 'POST', '/api/invitations/{id}/withdraw', {}],
  ['invitation', 'respond', 'POST', '/api/invitations/{id}/answer', { answer: 'coming' }],
  ['notice', 'draft', 'POST', '/api/notices/{id}/remake', {}],
  ['notice', 'issue', 'POST', '/api/notices/{id}/issue', { symbol: 'TU', issuedOn: '2026-01-05' }],
  ['reportSlot', 'enter', 'PUT', '/api/report-slots/{id}/values', { values: [] }],
  ['reportSlot', 'send', 'POST', '/api/report-slots/{id}/submit', {}],
  ['reportSlot', 'take', 'POST', '/api/report-slots/{id}/accept', {}],
  [
    'target',
    'change',
    'POST',
    '/api/targets/{id}/versions',
    { words: 'x', legalReference: 'x', decidedOn: '2026-01-01', reason: 'x' },
  ],
  ['explanation', 'respond', 'POST', '/api/explanations/{id}/answer', { answer: 'x' }],
  ['lexicon', 'change', 'POST', '/api/lexicon/{id}/withdraw', {}],
]

test.each(attempts)('%s, %s: told as it is', async (kind, deed, method, path, json) => {
  const seen = new Set<boolean>()
  const [id = ''] = kind === 'itemOpinion' ? [things['item-opinions']] : (ids[kind] ?? [])
  for (const [name, { client: who }] of Object.entries(people)) {
    const told = await panel(who, kind, id)
    if (told.status !== 200) continue
    const { you } = told.body.deeds.find((one: { name: string }) => one.name === deed)
    const { status, body } = await who.ask(method, path.replace('{id}', id), { json, version: 999 })
    expect(![403, 404].includes(status), `${name}: ${status} ${JSON.stringify(body)}`).toBe(you.may)
    seen.add(you.may)
  }
  expect(seen).toEqual(new Set([true, false]))
})

test('who may not see rights is told of nobody else, in no byte', async () => {
  for (const name of ['reader', 'office', 'officer of the board', 'invited']) {
    for (const kind of Object.keys(reads)) {
      const [id = null] = ids[kind as RecordKind] ?? []
      const answer = await panel(client(name), kind, id)
      const text = JSON.stringify(answer.body)
      for (const [other, { actor }] of Object.entries(people)) {
        if (other !== name) expect(text, `${name}, ${kind}: ${other}`).not.toContain(actor.name)
      }
    }
  }
})

test('of another province there is nothing to explain; without an id only what there is one of', async () => {
  const stranger = await here.client('office', here.west)
  for (const kind of Object.keys(reads) as RecordKind[]) {
    for (const id of ids[kind] ?? []) {
      expect((await panel(stranger, kind, id)).status, kind).toBe(404)
    }
  }
  const bare = await panel(client('office'), 'notice', null)
  expect([bare.status, bare.body.code]).toEqual([400, 'invalidInput'])
})

test('every kind of record is held against its own route, here or in access.db.test.ts', () => {
  expect([...kinds, ...Object.keys(reads)].sort()).toEqual([...recordKinds].sort())
  // What has a history has a panel, under the same name but for one.
  const named = storiedKinds.map((kind) => (kind === 'opinionRound' ? 'round' : kind))
  expect(recordKinds).toEqual(expect.arrayContaining(named))
})
