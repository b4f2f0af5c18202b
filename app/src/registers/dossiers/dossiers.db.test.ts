// Dossiers: who reads a paper in every state of its item, its versions, its submission, its end.
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../../test/world.ts'
import { transaction } from '../../database/open.ts'
import type { Row } from '../../database/tables.ts'
import { type Actor, canRead } from '../../http/access.ts'
import { guardsOf } from '../documents/guards.ts'
import { destroyQuarantined, quarantineDocument, releaseDocument } from '../documents/quarantine.ts'

let here: Awaited<ReturnType<typeof world>>
let board = ''
let department = ''
let neighbours = ''
/** Meets with the board. */
let meets = ''

interface Person {
  actor: Actor
  client: Client
}

const people: Record<string, Person> = {}

beforeAll(async () => {
  here = await world()
  board = await here.body('Ban Thường vụ Tỉnh ủy')
  department = await here.body('Sở Xây dựng')
  meets = await here.body('Thường trực Hội đồng nhân dân tỉnh')
  neighbours = await here.body('Ủy ban nhân dân tỉnh Đông')
  const guests = await here.body('Đảng ủy phường Đông')
  const roles = {
    holder: ['office', board],
    presiding: ['leader', board],
    meeting: ['departmentOfficer', meets],
    submitter: ['departmentOfficer', department],
    member: ['departmentHead', await here.body('Sở Khác')],
    guest: ['reader', guests],
    calledElsewhere: ['departmentHead', await here.body('Sở Được mời nội dung khác')],
    reader: ['reader', board],
    stranger: ['communeHead', await here.body('Xã Xa')],
    notSentYet: ['departmentOfficer', await here.body('Sở Chưa được gửi giấy mời')],
    neighbour: ['office', neighbours],
  } as const
  for (const [name, [role, body]] of Object.entries(roles)) {
    people[name] = await here.grantee(role, body)
  }
  people.office = { client: await here.client('office'), actor: await here.actor('office') }
})

afterAll(() => here.close())

const one = (name: string): Person => {
  const found = people[name]
  if (!found) throw new Error(name)
  return found
}

// biome-ignore lint/suspicious/noExplicitAny: answers of every kind
async function done(name: string, method: string, path: string, options = {}): Promise<any> {
  const { status, body } = await one(name).client.ask(method, path, options)
  if (status >= 300) throw new Error(`${name} ${method} ${path}: ${status} ${JSON.stringify(body)}`)
  return body
}

/** A conference of the board with an item of the department, and who is invited to it. */
async function planned(json: object = {}) {
  const { plan } = await done('holder', 'POST', '/api/conferences', {
    json: { organisationId: board, withBodies: [meets], type: 'standingCommittee', ...json },
  })
  const add = async (title: string) =>
    (
      await done('holder', 'POST', `/api/conferences/${plan.id}/items`, {
        json: { title, asked: 'decide', submitterId: department },
      })
    ).item
  const item = await add('Đề án nhà ở')
  const other = await add('Nội dung khác')
  await invite(plan.id, { account_id: one('member').actor.accountId, capacity: 'member' })
  await invite(plan.id, { organisation_id: bodyOf('guest'), capacity: 'forItems' }, item.id)
  await invite(
    plan.id,
    { organisation_id: bodyOf('calledElsewhere'), capacity: 'forItems' },
    other.id,
  )
  await invite(plan.id, {
    organisation_id: bodyOf('notSentYet'),
    capacity: 'invited',
    sent_at: null,
  })
  return { plan, item }
}

const bodyOf = (name: string): string => one(name).actor.grants[0]?.organisationId ?? ''

async function invite(
  conference: string,
  of: Partial<Row<'invitation'>> & Pick<Row<'invitation'>, 'capacity'>,
  item?: string,
): Promise<void> {
  const { db } = here.database
  const own = { province_id: here.east.province_id, invitation_id: uuidv7() }
  const nothing = {
    title: null,
    person_id: null,
    account_id: null,
    organisation_id: null,
    sent_at: new Date().toISOString(),
    answer: null,
    answer_reason: null,
    substitute_name: null,
    substitute_account_id: null,
    answered_at: null,
    attendance: null,
    arrived_at: null,
    withdrawn_at: null,
  }
  const values = { ...nothing, ...own, conference_id: conference, name: 'x', ...of }
  await db.insertInto('invitation').values(values).execute()
  if (item) {
    await db
      .insertInto('invitation_item')
      .values({ ...own, session_item_id: item })
      .execute()
  }
}

const put = (item: string, set: Partial<Row<'session_item'>>) =>
  here.database.db
    .updateTable('session_item')
    .set(set)
    .where('province_id', '=', here.east.province_id)
    .where('session_item_id', '=', item)
    .execute()

let counter = 0

const paperForm = (text: string, kind = 'draft', fields = {}) => ({
  form: fileForm(`${text}\n\nThu ngân sách ${++counter} tỷ đồng.`, `giay-${counter}.txt`, {
    kind,
    ...fields,
  }),
})

const addPaper = async (item: string, text: string, kind = 'draft', by = 'submitter') =>
  (await done(by, 'POST', `/api/session-items/${item}/papers`, paperForm(text, kind))).paper

const release = async (item: string) => {
  const { dossier } = await done('holder', 'GET', `/api/session-items/${item}/dossier`)
  return done('holder', 'POST', `/api/session-items/${item}/papers/release`, {
    json: {},
    version: dossier.item.version,
  })
}

/** Who reads the document, asked in every way there is: all have to agree, with the rule in words too. */
async function readersOf(documentId: string, conference: string, word: string): Promise<string[]> {
  const readers: string[] = []
  const row = await here.database.db
    .selectFrom('document')
    .selectAll()
    .where('province_id', '=', here.east.province_id)
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow()
  const guard = (await guardsOf(here.database.db, here.east.province_id, [row])).guard(row)
  for (const [name, { client, actor }] of Object.entries(people)) {
    const reads = canRead(actor, guard)
    const at = `/api/documents/${documentId}`
    for (const path of [at, `${at}/text`, `${at}/original`, `${at}/findings`]) {
      const { status } = await client.ask('GET', path)
      expect(status, `${name} ${path}`).toBe(reads ? 200 : 404)
    }
    const lists = [
      '/api/documents',
      `/api/search?q=${word}`,
      `/api/conferences/${conference}/papers`,
    ]
    for (const path of [...lists, `/api/conferences/${conference}/dossiers`, '/api/dossiers']) {
      const { body } = await client.ask('GET', path)
      const text = JSON.stringify(body)
      if (!reads) expect(text, `${name} ${path}`).not.toMatch(new RegExp(`${word}|${documentId}`))
      else if (lists.indexOf(path) < 2 && lists.includes(path))
        expect(text, `${name} ${path}`).toContain(documentId)
    }
    if (reads) readers.push(name)
  }
  return readers.sort()
}

const inside = ['holder', 'meeting', 'office', 'presiding', 'submitter']

test('a paper is read by its body and the holding bodies; by others while it is given out and on', async () => {
  const { plan, item } = await planned()
  const paper = await addPaper(item.id, 'Dự thảo bạch hạc về nhà ở')
  const { documentId } = paper.versions[0]
  const readers = () => readersOf(documentId, plan.id, 'bạch hạc')
  expect(await readers()).toEqual(inside)
  const { dossier } = await release(item.id)
  expect(dossier).toMatchObject({
    counts: { papers: 1, released: 1 },
    item: { level: 'participants' },
  })
  const invited = [...inside, 'guest', 'member'].sort()
  expect(await readers()).toEqual(invited)
  await put(item.id, { status: 'postponed', status_reason: 'x' })
  expect(await readers()).toEqual(inside)
  await put(item.id, { status: 'on' })
  expect(await readers()).toEqual(invited)
  await put(item.id, { level: 'office' })
  expect(await readers()).toEqual(inside)
  await put(item.id, { level: 'internal' })
  expect(await readers()).toEqual(invited)
  const { version } = (await done('holder', 'GET', `/api/conferences/${plan.id}/plan`)).plan
  const changed = await done('holder', 'PATCH', `/api/conferences/${plan.id}/plan`, {
    json: { level: 'internal' },
    version,
  })
  expect(await readers()).toEqual(invited)
  await release(item.id)
  expect(await readers()).toEqual(Object.keys(people).sort())
  await put(item.id, { level: 'organisation' })
  expect(await readers()).toEqual([...inside, 'reader'].sort())
  await put(item.id, { level: 'internal' })
  await done('holder', 'POST', `/api/conferences/${plan.id}/cancel`, {
    json: { reason: 'Bão' },
    version: changed.plan.version,
  })
  expect(await readers()).toEqual(inside)
}, 300_000)

test('a matter that one is invited to is not taken over by a conference of one’s own', async () => {
  const { plan, item } = await planned()
  await invite(plan.id, { organisation_id: neighbours, capacity: 'invited' })
  const paper = await addPaper(item.id, 'Dự thảo chưa phát hành')
  const own = (
    await done('neighbour', 'POST', '/api/conferences', {
      json: { organisationId: neighbours, type: 'peoplesCommittee' },
    })
  ).plan
  const take = () =>
    one('neighbour').client.ask('POST', `/api/conferences/${own.id}/items`, {
      json: { title: 'x', asked: 'note', matterId: item.matterId, submitterId: neighbours },
    })
  const closed = async () => {
    const at = [`/api/papers/${paper.id}`, `/api/documents/${paper.versions[0].documentId}`]
    for (const path of [...at, `${at[1]}/text`]) {
      expect((await one('neighbour').client.ask('GET', path)).status, path).toBe(404)
    }
    const gone = await one('neighbour').client.ask('POST', `/api/papers/${paper.id}/withdraw`, {
      json: { reason: 'x' },
      version: paper.version,
    })
    expect(gone.status).toBe(404)
  }
  const refused = await take()
  expect([refused.status, refused.body.code]).toEqual([403, 'matterNotGiven'])
  await closed()
  // The office that has it names the body as the step that the matter is at: it comes, without its papers.
  await done('holder', 'PUT', `/api/session-items/${item.id}/route`, {
    json: { steps: [{ organisationId: neighbours, asked: 'giveOpinion' }] },
    version: 1,
  })
  const taken = await take()
  expect(taken.status).toBe(201)
  await closed()
  // Whoever has it and plans there as well hands the papers on with it.
  const next = (
    await done('office', 'POST', '/api/conferences', {
      json: { organisationId: neighbours, type: 'peoplesCommittee' },
    })
  ).plan
  await done('office', 'POST', `/api/session-items/${item.id}/carry`, {
    json: { conferenceId: next.id },
  })
  expect((await done('neighbour', 'GET', `/api/papers/${paper.id}`)).paper.versions).toMatchObject([
    { number: 1 },
  ])
})

test('what one conference gives out is not given out by another that has the matter', async () => {
  const { plan, item } = await planned()
  const first = await addPaper(item.id, 'Tờ trình lần đầu')
  await release(item.id)
  const later = (
    await done('office', 'POST', '/api/conferences', {
      json: { organisationId: neighbours, type: 'peoplesCommittee' },
    })
  ).plan
  const { item: there } = await done('office', 'POST', `/api/session-items/${item.id}/carry`, {
    json: { conferenceId: later.id },
  })
  const second = await addPaper(there.id, 'Báo cáo thẩm định bồ câu', 'appraisal', 'neighbour')
  const given = async () => {
    const { dossier } = await done('neighbour', 'GET', `/api/session-items/${there.id}/dossier`)
    return dossier
  }
  expect((await given()).counts).toEqual({ papers: 2, released: 0 })
  await done('neighbour', 'POST', `/api/session-items/${there.id}/papers/release`, {
    json: {},
    version: (await given()).item.version,
  })
  expect((await given()).counts).toEqual({ papers: 2, released: 2 })
  const { documentId } = second.versions[0]
  expect(await readersOf(documentId, plan.id, 'bồ câu')).toEqual([
    'neighbour',
    'office',
    'submitter',
  ])
  const { papers } = await done('member', 'GET', `/api/conferences/${plan.id}/papers`)
  expect(papers.map((each: { paperId: string }) => each.paperId)).toEqual([first.id])
})

test('versions count up; until the next is given out others read the one before', async () => {
  const { plan, item } = await planned()
  const paper = await addPaper(item.id, 'Dự thảo lần một')
  await release(item.id)
  const { paper: second } = await done(
    'submitter',
    'POST',
    `/api/papers/${paper.id}/versions`,
    paperForm('Dự thảo lần hai', '', { note: 'Tiếp thu ý kiến' }),
  )
  expect(second.versions.map((each: { number: number }) => each.number)).toEqual([1, 2])
  expect(second).toMatchObject({ released: false, versions: [{}, { note: 'Tiếp thu ý kiến' }] })
  const seen = async () => (await done('member', 'GET', `/api/papers/${paper.id}`)).paper.versions
  expect(await seen()).toMatchObject([{ number: 1 }])
  const offered = async () =>
    (await done('member', 'GET', `/api/conferences/${plan.id}/papers`)).papers
  expect(await offered()).toMatchObject([{ paperId: paper.id, version: 1 }])
  await release(item.id)
  expect(await offered()).toMatchObject([{ paperId: paper.id, version: 2 }])
  expect(await seen()).toMatchObject([{ number: 1 }, { number: 2 }])
})

test('the list of released papers is in agenda order, with sizes and hashes that fit the files', async () => {
  const { plan, item } = await planned()
  const annex = await addPaper(item.id, 'Phụ lục', 'annex')
  const main = await addPaper(item.id, 'Tờ trình', 'submission', 'holder')
  await done('submitter', 'PATCH', `/api/papers/${main.id}`, {
    json: { position: 1, title: 'Tờ trình về nhà ở' },
    version: main.version,
  })
  await release(item.id)
  const { papers, total } = await done('guest', 'GET', `/api/conferences/${plan.id}/papers`)
  expect(papers.map((each: { paperId: string }) => each.paperId)).toEqual([main.id, annex.id])
  expect(papers[0]).toMatchObject({
    title: 'Tờ trình về nhà ở',
    itemTitle: item.title,
    itemId: item.id,
  })
  let bytes = 0
  for (const each of papers) {
    const { body } = await one('guest').client.ask('GET', `/api/documents/${each.documentId}`)
    expect([each.byteSize, each.sha256]).toEqual([body.document.byteSize, body.document.sha256])
    const text = await done('guest', 'GET', `/api/documents/${each.documentId}/text`)
    expect(each.textBytes).toBe(Buffer.byteLength(text.text))
    expect(each.textVersion).toBe(text.textVersion)
    bytes += each.byteSize
  }
  expect(total).toMatchObject({ papers: 2, bytes })
  expect(
    (await done('calledElsewhere', 'GET', `/api/conferences/${plan.id}/papers`)).papers,
  ).toEqual([])
})

test('only the submitter and the office bring papers in; the same file is told', async () => {
  const { item } = await planned()
  const at = `/api/session-items/${item.id}/papers`
  for (const [name, status] of [
    ['member', 403],
    ['presiding', 403],
    ['stranger', 404],
  ] as const) {
    expect((await one(name).client.ask('POST', at, paperForm('Lạ'))).status, name).toBe(status)
  }
  const form = () => ({ form: fileForm('Tờ trình y hệt', 'a.txt', { kind: 'submission' }) })
  // The same bytes outside of the dossier are a document of their own.
  await done('submitter', 'POST', '/api/documents', form())
  const { paper } = await done('submitter', 'POST', at, form())
  const again = await one('submitter').client.ask('POST', at, form())
  expect(again.body).toMatchObject({ code: 'paperSame', title: expect.anything() })
  const bare = await one('submitter').client.ask('POST', at, {
    form: fileForm('Tờ trình', 'b.txt'),
  })
  expect(bare.body).toMatchObject({ code: 'invalidInput' })
  const secret = await one('submitter').client.ask('POST', at, {
    form: fileForm('TỐI MẬT\n\nTờ trình', 'c.txt', { kind: 'draft' }),
  })
  expect(secret.body.code).toBe('stateSecret')
  const { document } = await done(
    'submitter',
    'GET',
    `/api/documents/${paper.versions[0].documentId}`,
  )
  const widened = await one('submitter').client.ask('PATCH', `/api/documents/${document.id}`, {
    json: { level: 'internal' },
    version: document.version,
  })
  expect(widened.body.code).toBe('paperLevel')
  const old = await one('submitter').client.ask('PATCH', `/api/papers/${paper.id}`, {
    json: { title: 'Của tôi' },
    version: 99,
  })
  expect([old.status, old.body.current.title, old.body.yours.title]).toEqual([
    412,
    paper.title,
    'Của tôi',
  ])
})

test('a dossier is submitted, sent back with reasons, submitted again and taken; late is late', async () => {
  const { plan, item } = await planned({ dossiersDue: '2026-01-05T17:00:00+07:00' })
  const at = `/api/session-items/${item.id}/submissions`
  const empty = await one('submitter').client.ask('POST', at, { json: {} })
  expect(empty.body.code).toBe('noPapers')
  const own = async () =>
    (await done('submitter', 'GET', '/api/dossiers')).dossiers.find(
      (each: { item: { id: string } }) => each.item.id === item.id,
    )
  expect(await own()).toMatchObject({ inside: { state: 'overdue', late: true } })
  await addPaper(item.id, 'Tờ trình', 'submission')
  const { dossier } = await done('submitter', 'POST', at, { json: { note: 'Kính trình' } })
  expect(dossier.inside).toMatchObject({
    state: 'submitted',
    late: true,
    submissions: [{ late: true, note: 'Kính trình', outcome: null }],
    completeness: [
      { kind: 'submission', needed: true, count: 1 },
      { kind: 'draft', needed: true, count: 0 },
      {},
      {},
      {},
      {},
    ],
  })
  const [sent] = dossier.inside.submissions
  const decide = (name: string, json: object, id = sent.id) =>
    one(name).client.ask('POST', `/api/submissions/${id}/decide`, { json, version: 1 })
  expect((await decide('submitter', { outcome: 'taken' })).status).toBe(403)
  expect((await decide('holder', { outcome: 'sentBack' })).status).toBe(400)
  const twice = await one('submitter').client.ask('POST', at, { json: {} })
  expect(twice.body.code).toBe('alreadySubmitted')
  const back = await decide('holder', { outcome: 'sentBack', reason: 'Thiếu báo cáo thẩm định' })
  expect(back.body.dossier.inside.state).toBe('sentBack')
  expect(await own()).toMatchObject({
    inside: { submissions: [{ reason: 'Thiếu báo cáo thẩm định' }] },
  })
  const next = await done('submitter', 'POST', at, { json: {} })
  const taken = await decide('holder', { outcome: 'taken' }, next.dossier.inside.submissions[0].id)
  expect(taken.body.dossier.inside.state).toBe('taken')
  await release(item.id)
  const outside = await done('member', 'GET', `/api/session-items/${item.id}/dossier`)
  expect(outside.dossier).toMatchObject({ inside: null, may: { prepare: false, decide: false } })
  expect(JSON.stringify(outside)).not.toContain('Thiếu báo cáo')
  expect(
    (await one('stranger').client.ask('GET', `/api/conferences/${plan.id}/papers`)).status,
  ).toBe(404)
})

test('a paper that is withdrawn, put away or destroyed leaves the dossier in order', async () => {
  const { plan, item } = await planned()
  const paper = await addPaper(item.id, 'Phụ lục sai sót')
  const kept = await addPaper(item.id, 'Phụ lục đúng')
  await release(item.id)
  await done('submitter', 'POST', `/api/papers/${paper.id}/withdraw`, {
    json: { reason: 'Nhầm tệp' },
    version: paper.version,
  })
  const papersOf = async (name: string) =>
    (await done(name, 'GET', `/api/session-items/${item.id}/dossier`)).dossier.papers
  expect((await papersOf('member')).map((each: { id: string }) => each.id)).toEqual([kept.id])
  expect(await papersOf('submitter')).toMatchObject([{ withdrawn: true }, { withdrawn: false }])
  expect(
    (await one('member').client.ask('GET', `/api/documents/${paper.versions[0].documentId}`))
      .status,
  ).toBe(404)

  const { documentId } = kept.versions[0]
  const administrator = await here.actor('administrator')
  await transaction(here.database, (tx) => quarantineDocument(tx, administrator, documentId, 'x'))
  expect(await papersOf('member')).toEqual([])
  expect((await papersOf('submitter')).map((each: { id: string }) => each.id)).toEqual([paper.id])
  await transaction(here.database, (tx) => releaseDocument(tx, administrator, documentId, 'x'))
  expect((await papersOf('member')).map((each: { id: string }) => each.id)).toEqual([kept.id])
  await transaction(here.database, async (tx) => {
    await quarantineDocument(tx, administrator, documentId, 'x')
    await destroyQuarantined(tx, administrator, documentId, 'x')
  })
  expect(await papersOf('submitter')).toMatchObject([
    { withdrawn: true },
    { title: '—', versions: [{ status: 'destroyed', fileName: '—', note: null }] },
  ])
  expect((await done('member', 'GET', `/api/conferences/${plan.id}/papers`)).papers).toEqual([])
})
