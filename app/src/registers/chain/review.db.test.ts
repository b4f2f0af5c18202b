// What was ordered stands at the head of the next agenda: derived, as each may see it, and kept as it was shown.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Held, hold, report } from '../../../test/chain.ts'
import { type Client, world } from '../../../test/world.ts'
import { transaction } from '../../database/open.ts'
import { carryOver } from './placing-store.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let head: Client
let board = ''
let works = ''
let finance = ''
let first: Held
let second: Held
let council = ''
let heldByCouncil = ''

// biome-ignore lint/suspicious/noExplicitAny: answers of every kind
const done = async (client: Client, method: string, path: string, options = {}): Promise<any> => {
  const { status, body } = await client.ask(method, path, options)
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`)
  return body
}

const plan = async (json: object = {}) =>
  (
    await done(office, 'POST', '/api/conferences', {
      json: { organisationId: board, type: 'standingCommittee', ...json },
    })
  ).plan

const items = async (id: string, client = office) =>
  (await done(client, 'GET', `/api/conferences/${id}/items`)).items

const review = async (id: string, client = office, of = '') =>
  (await done(client, 'GET', `/api/conferences/${id}/review${of && `?of=${of}`}`)).review

beforeAll(async () => {
  here = await world()
  board = await here.body('Ban Thường vụ Tỉnh ủy')
  works = await here.body('Sở Xây dựng')
  finance = await here.body('Sở Tài chính')
  office = await here.client('office')
  head = (await here.grantee('officeHead')).client
  first = await hold(office, head, board, '2024-03-05', [
    { action: 'rà soát các dự án chậm tiến độ', leadId: works, deadline: '2024-06-30' },
    { action: 'báo cáo phương án vốn', leadId: finance, deadline: '2099-06-30' },
  ])
  second = await hold(office, head, board, '2025-03-04', [
    { action: 'đẩy nhanh bàn giao mặt bằng', leadId: works, deadline: '2099-12-31' },
    { action: 'tổng hợp nợ đọng', leadId: finance, deadline: '2025-04-30' },
  ])
})

afterAll(() => here.close())

test('the first conference of a body looks back on nothing; the next begins with the review', async () => {
  expect(await items(first.id)).toMatchObject([{ kind: 'matter' }])
  const [look, item] = await items(second.id)
  expect(look).toMatchObject({ kind: 'review', asked: 'note', checked: 'passed', position: 1 })
  expect(item).toMatchObject({ kind: 'matter', runs: { number: '2' } })
  const other = await plan({ organisationId: finance })
  expect(await items(other.id)).toEqual([])
  // With the board the department looks back on what the board concluded.
  const together = await plan({ organisationId: finance, withBodies: [board] })
  expect((await items(together.id))[0]).toMatchObject({ kind: 'review' })
})

test('it tells what became of the last conference’s tasks, and what is open of all earlier ones', async () => {
  const [done1] = second.tasks
  const { assignment } = await done(office, 'GET', `/api/assignments/${done1}`)
  const reported = await done(office, 'POST', `/api/assignments/${done1}/progress`, {
    json: { kind: 'reported', on: '2025-05-01', body: 'xong', onBehalf: 'Sở Xây dựng' },
    version: assignment.version,
  })
  await done(head, 'POST', `/api/assignments/${done1}/verdict`, {
    json: { outcome: 'confirmed' },
    version: reported.assignment.version,
  })
  const next = await plan({ startsAt: '2026-03-03T08:00:00+07:00' })
  const shown = await review(next.id)
  expect(shown).toMatchObject({
    kept: null,
    item: { status: 'on' },
    mayPlace: false,
    last: {
      conference: { id: second.id },
      counts: { onTime: 1, late: 0, open: 0, overdue: 1, paused: 0, revoked: 0 },
    },
    left: 0,
  })
  expect(
    shown.tasks.map((one: { action: string; counted: string; lead: string }) => [
      one.action,
      one.counted,
      one.lead,
    ]),
  ).toEqual([
    ['rà soát các dự án chậm tiến độ', 'overdue', 'Sở Xây dựng'],
    ['tổng hợp nợ đọng', 'overdue', 'Sở Tài chính'],
    ['báo cáo phương án vốn', 'open', 'Sở Tài chính'],
    ['đẩy nhanh bàn giao mặt bằng', 'onTime', 'Sở Xây dựng'],
  ])
  // The one in between looked back on the first alone: what it ordered itself is not looked back on.
  const before = await review(second.id, office, 'now')
  expect(before.tasks.map((one: { conference: { id: string } }) => one.conference.id)).toEqual([
    first.id,
    first.id,
  ])
})

test('who may see some of the tasks is told of these alone, in lists and in counts', async () => {
  const next = await plan({ startsAt: '2026-04-07T08:00:00+07:00', level: 'internal' })
  const { client: worker } = await here.grantee('departmentOfficer', works)
  const own = await review(next.id, worker)
  const actions = own.tasks.map((one: { action: string }) => one.action)
  expect(actions).toEqual(['rà soát các dự án chậm tiến độ'])
  expect(own.last).toBe(null)
  const reader = await here.client('reader')
  expect(await review(next.id, reader)).toMatchObject({ tasks: [], last: null, shortcomings: [] })
  const closed = await plan({ startsAt: '2026-04-08T08:00:00+07:00' })
  const { status } = await worker.ask('GET', `/api/conferences/${closed.id}/review`)
  expect(status).toBe(404)
})

test('what an approved agenda showed stays as it was, and tells where each task stands now', async () => {
  const next = await plan({ startsAt: '2026-05-05T08:00:00+07:00' })
  const approve = async () => {
    const on = (await items(next.id)).filter((one: { status: string }) => one.status === 'on')
    return done(head, 'POST', `/api/conferences/${next.id}/agenda-versions`, {
      json: {
        items: on.map(({ id, version }: { id: string; version: number }) => ({ id, version })),
      },
    })
  }
  await approve()
  const shown = await review(next.id)
  const [kept] = shown.all
  expect(kept).toMatchObject({ label: 'A' })
  const [, , taskId] = [...first.tasks, second.tasks[1]]
  const { assignment } = await done(office, 'GET', `/api/assignments/${taskId}`)
  await done(office, 'POST', `/api/assignments/${taskId}/hold`, {
    json: { kind: 'revoked', body: 'Không còn cần' },
    version: assignment.version,
  })
  const now = await review(next.id)
  const of = (list: { tasks: { id: string }[] }) => list.tasks.find(({ id }) => id === taskId)
  expect(of(now)).toMatchObject({ state: 'revoked', counted: 'revoked' })
  const then = await review(next.id, office, kept.id)
  expect(then.kept).toEqual(kept)
  expect(of(then)).toMatchObject({ state: 'overdue', counted: 'overdue', now: 'revoked' })
  expect(then.last.counts).toMatchObject({ overdue: 1, revoked: 0 })
  const stranger = await here.client('reader')
  const asked = await stranger.ask('GET', `/api/conferences/${next.id}/review?of=${kept.id}`)
  expect(asked.status).toBe(404)
  const wrong = await office.ask('GET', `/api/conferences/${second.id}/review?of=${kept.id}`)
  expect(wrong.status).toBe(404)
})

test('a kept review counts nothing for who may not know of the last conference', async () => {
  const open = { level: 'internal', type: 'briefing' }
  const next = await plan({ ...open, startsAt: '2026-05-20T08:00:00+07:00' })
  const [{ id, version }] = await items(next.id)
  await done(head, 'POST', `/api/conferences/${next.id}/agenda-versions`, {
    json: { items: [{ id, version }] },
  })
  const [kept] = (await review(next.id)).all
  const levelOf = (of: string, level: 'internal' | 'participants') =>
    here.database.db
      .updateTable('conference')
      .set({ level })
      .where('province_id', '=', here.east.province_id)
      .where('conference_id', '=', of)
      .execute()
  const before = await here.database.db
    .selectFrom('conference')
    .select('level')
    .where('conference_id', '=', first.id)
    .executeTakeFirstOrThrow()
  await levelOf(first.id, 'internal')
  const reader = await here.client('reader')
  // As of now the first is the last one they know of; in what was kept its finished tasks are missing.
  expect((await review(next.id, reader)).last).toMatchObject({ conference: { id: first.id } })
  expect((await review(next.id, reader, kept.id)).last).toBe(null)
  expect((await review(next.id, office, kept.id)).last).toMatchObject({
    conference: { id: second.id },
  })
  await levelOf(first.id, before.level as 'participants')
})

test('a conference that a report tells of counts where the report names the body, its own province left out', async () => {
  const committee = await here.body('Ban Chấp hành Đảng bộ tỉnh Đông Hà')
  const later = { organisationId: committee, startsAt: '2026-07-01T08:00:00+07:00' }
  expect(await items((await plan(later)).id)).toEqual([])
  const reported = (id: string, body: string) => ({
    ...{ province_id: here.east.province_id, conference_id: id, title: 'Hội nghị lần thứ 9', body },
    ...{ type: 'executiveCommittee', number: 9, term: null, held_on: '2025-12-10' },
    ...{ held_text: null, place: null, chair: '[]', concluded_by: null, item_count: null },
    ...{ reviews: null, plans: null, document_id: null, text_version: null, start_at: null },
    ...{ end_at: null, as_written: 'x', finding_id: null, withdrawn_at: null },
    ...{ organisation_id: null, term_id: null, starts_at: null, ends_at: null },
    ...{ dossiers_due: null, quorum_of: null, quorum_part: null },
  })
  const confirmed_by = (await here.actor('office')).accountId ?? ''
  for (const body of ['Ban Chấp hành Đảng bộ tỉnh', 'Ban Chấp hành Đảng bộ huyện']) {
    const row = { ...reported(crypto.randomUUID(), body), confirmed_by }
    await here.database.db.insertInto('conference').values(row).execute()
  }
  const next = await plan(later)
  expect(await items(next.id)).toMatchObject([{ kind: 'review' }])
  expect(await review(next.id)).toMatchObject({
    last: { conference: { title: 'Hội nghị lần thứ 9', date: '2025-12-10' } },
  })
})

test('a closed conference shows what stood when it was closed', async () => {
  const shown = await review(second.id)
  expect(shown.kept).toMatchObject({ label: null })
  expect(shown.tasks).toMatchObject([
    { action: 'rà soát các dự án chậm tiến độ', state: 'overdue' },
    { action: 'báo cáo phương án vốn', state: 'inTerm' },
  ])
})

test('the office takes it off, puts it back at the head, and never on to another conference', async () => {
  const next = await plan({ startsAt: '2026-06-02T08:00:00+07:00' })
  await done(office, 'POST', `/api/conferences/${next.id}/items`, {
    json: { title: 'Đề án', asked: 'decide' },
  })
  const [look] = await items(next.id)
  const elsewhere = await office.ask('POST', `/api/session-items/${look.id}/take-off`, {
    json: { status: 'postponed', reason: 'x', conferenceId: (await plan()).id },
    version: look.version,
  })
  expect(elsewhere.body.code).toBe('reviewStays')
  await done(office, 'POST', `/api/session-items/${look.id}/take-off`, {
    json: { status: 'withdrawn', reason: 'Đã báo cáo bằng văn bản' },
    version: look.version,
  })
  expect(await review(next.id)).toMatchObject({ item: { status: 'withdrawn' }, mayPlace: true })
  await done(office, 'POST', `/api/conferences/${next.id}/review`, { json: {} })
  expect(await items(next.id)).toMatchObject([
    { id: look.id, position: 1, status: 'on' },
    { title: 'Đề án' },
  ])
  const { plan: kept } = await done(office, 'GET', `/api/conferences/${next.id}/plan`)
  await done(office, 'POST', `/api/conferences/${next.id}/template`, { json: { name: 'Mẫu' } })
  const { templates } = await done(office, 'GET', '/api/conference-templates')
  expect(templates[0].items).toMatchObject([{ title: 'Đề án' }])
  const from = await plan({ templateId: templates[0].id, startsAt: kept.startsAt })
  expect(await items(from.id)).toMatchObject([{ kind: 'review' }, { title: 'Đề án' }])
})

test('closing carries it to a conference that was planned before there was anything to look back on', async () => {
  council = await here.body('Hội đồng nhân dân')
  const later = await plan({ organisationId: council, startsAt: '2026-09-01T08:00:00+07:00' })
  expect(await items(later.id)).toEqual([])
  const before = await hold(office, head, council, '2026-08-01', [
    { action: 'chuẩn bị nghị quyết', leadId: works, deadline: '2026-08-30' },
  ])
  heldByCouncil = before.id
  expect(await items(later.id)).toMatchObject([{ kind: 'review', position: 1 }])
})

test('an agenda that is approved while the closing waits for its conference stays as it is', async () => {
  const approved = await plan({ organisationId: council, startsAt: '2026-08-20T08:00:00+07:00' })
  const look = async (id: string) =>
    (await items(id)).filter((one: { kind: string }) => one.kind === 'review')
  await here.database.db
    .deleteFrom('session_item')
    .where('conference_id', '=', approved.id)
    .where('kind', '=', 'review')
    .execute()
  expect(await look(approved.id)).toEqual([])
  const { province_id } = here.east
  const closed = await here.database.db
    .selectFrom('conference')
    .selectAll()
    .where('conference_id', '=', heldByCouncil)
    .executeTakeFirstOrThrow()
  const approver = (await here.actor('office')).accountId
  const other = await here.database.pool.connect()
  try {
    await other.query('begin')
    await other.query('select 1 from conference where conference_id = $1 for update', [approved.id])
    await other.query(
      `insert into agenda_version (province_id, agenda_version_id, conference_id, label, items,
        approved_by) values ($1, $2, $3, 'A', '[]', $4)`,
      [province_id, crypto.randomUUID(), approved.id, approver],
    )
    const carried = transaction(here.database, (tx) => carryOver(tx, closed))
    await expect.poll(waiting, { timeout: 10_000 }).toBe(1)
    await other.query('commit')
    await carried
  } finally {
    other.release()
  }
  expect(await look(approved.id)).toEqual([])
})

/** Connections to this database that wait for another one. */
async function waiting(): Promise<number> {
  const { rows } = await here.database.pool.query(
    `select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0].count
}

test('a shortcoming that came back is told with how often, since when, and what was ordered each time', async () => {
  const words = 'Tuy nhiên, vẫn còn một số hạn chế: công tác giải phóng mặt bằng còn chậm.'
  const [held, name] = ['Hội nghị giao ban', 'Ban Thường vụ Tỉnh ủy']
  await report(
    here,
    office,
    first.id,
    `Báo cáo tại ${held} tháng 3 năm 2024 của ${name}\n\n${words}\n`,
  )
  await report(
    here,
    office,
    second.id,
    `Báo cáo tại ${held} tháng 3 năm 2025 của ${name}\n\n${words}\n`,
  )
  const next = await plan({ startsAt: '2026-10-06T08:00:00+07:00' })
  const { shortcomings } = await review(next.id)
  expect(shortcomings).toMatchObject([
    {
      topic: 'site_clearance',
      raised: 2,
      of: 2,
      first: '2024-03-05',
      times: [
        {
          conference: { id: second.id },
          orders: [{ action: 'đẩy nhanh bàn giao mặt bằng', by: 'proposed', state: 'doneOnTime' }],
        },
        { conference: { id: first.id }, orders: [] },
      ],
    },
  ])
})
