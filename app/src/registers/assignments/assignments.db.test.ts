// The life of a task: who does what to it, four eyes, more time, events, bodies that are over; and the SQL of
// lists and counts against the rules in words.
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../../test/world.ts'
import { dayFrom, todayInVietnam } from '../../calendar.ts'
import { transaction } from '../../database/open.ts'
import type { NewRow } from '../../database/tables.ts'
import { byUrgency, countOf, stateOf, statesOf } from './assignment.ts'
import { clockOf } from './clock-store.ts'
import { assignmentFilter, countCell } from './contract.ts'
import { countAssignments } from './count-store.ts'
import { listAssignments } from './list-store.ts'
import { nextNumber } from './store.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let head: Awaited<ReturnType<typeof here.grantee>>
let leader: Awaited<ReturnType<typeof here.grantee>>
let officer: Awaited<ReturnType<typeof here.grantee>>
let helper: Awaited<ReturnType<typeof here.grantee>>
let stranger: Awaited<ReturnType<typeof here.grantee>>
let lead = ''
let other = ''
let documentId = ''
let accountId = ''
const today = todayInVietnam()

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  lead = await here.body('Sở Xây dựng')
  other = await here.body('Sở Tài chính')
  head = await here.grantee('officeHead')
  leader = await here.grantee('leader')
  officer = await here.grantee('departmentOfficer', lead)
  helper = await here.grantee('departmentOfficer', other)
  stranger = await here.grantee('departmentOfficer', await here.body('Sở Khác'))
  accountId = (await here.actor('office')).accountId ?? ''
  const form = fileForm('Thu ngân sách đạt 12 tỷ đồng.', 'a.txt', { level: 'office' })
  const { status, body } = await office.ask('POST', '/api/documents', { form })
  expect(status, JSON.stringify(body)).toBe(201)
  documentId = body.document.id
})

afterAll(() => here.close())

/** A task as a confirmed finding leaves it. */
async function task(given: Partial<NewRow<'assignment'>> = {}): Promise<string> {
  const id = uuidv7()
  await here.database.db
    .insertInto('assignment')
    .values({
      province_id: here.east.province_id,
      assignment_id: id,
      action: 'rà soát hồ sơ',
      lead_text: 'Sở Xây dựng',
      lead_id: lead,
      cooperating: '[]',
      deadline: null,
      original_deadline: given.deadline ?? null,
      deadline_text: null,
      deadline_fuzzy: false,
      deliverable: null,
      specific: true,
      ordered_by: null,
      done_on: null,
      note: null,
      document_id: documentId,
      text_version: 1,
      start_at: 0,
      end_at: 3,
      as_written: 'Thu',
      finding_id: null,
      session_item_id: null,
      confirmed_by: accountId,
      withdrawn_at: null,
      ...given,
    })
    .execute()
  return id
}

const at = (id: string) => `/api/assignments/${id}`

async function got(client: Client, id: string) {
  const { status, body } = await client.ask('GET', at(id))
  expect(status, JSON.stringify(body)).toBe(200)
  return body.assignment
}

/** One step at the present version, or the one given; the answer with its status. */
async function step(client: Client, id: string, what: string, json: object, version?: number) {
  const seen = version ?? (await got(office, id)).version
  return client.ask('POST', `${at(id)}/${what}`, { json, version: seen })
}

const report = (client: Client, id: string, more: object = {}) =>
  step(client, id, 'progress', { kind: 'reported', on: today, body: 'Đã trình.', ...more })

test('from received to confirmed by somebody other than the doer, with every step told', async () => {
  const id = await task({ deadline: dayFrom(today, 20) })
  expect((await step(officer.client, id, 'progress', { kind: 'received' })).status).toBe(200)
  const halfway = { kind: 'progress', body: 'Đã lấy ý kiến.', percent: 50 }
  expect((await step(officer.client, id, 'progress', halfway)).status).toBe(200)
  const evidence = fileForm('Tờ trình 12 tỷ đồng đã gửi.', 'to-trinh.txt')
  const added = await officer.client.ask('POST', '/api/documents', { form: evidence })
  const told = await report(officer.client, id, {
    product: 'Tờ trình 15/TTr-SXD',
    evidence: [added.body.document.id],
  })
  expect(told.status, JSON.stringify(told.body)).toBe(200)
  expect(told.body.assignment).toMatchObject({ state: 'awaiting', life: 'reported', doneOn: null })

  const sentBack = { outcome: 'sentBack', body: 'Thiếu biểu số 2.' }
  expect((await step(leader.client, id, 'verdict', sentBack)).body.assignment).toMatchObject({
    state: 'inTerm',
    life: 'inProgress',
  })
  await report(officer.client, id, { body: 'Đã bổ sung biểu số 2.' })
  const done = await step(leader.client, id, 'verdict', { outcome: 'confirmed' })
  expect(done.body.assignment).toMatchObject({
    state: 'doneOnTime',
    life: 'confirmed',
    doneOn: today,
    result: 'Đã bổ sung biểu số 2.',
    product: 'Tờ trình 15/TTr-SXD',
  })
  const { steps } = await got(office, id)
  expect(steps.map((one: { kind: string }) => one.kind)).toEqual([
    'received',
    'progress',
    'reported',
    'sentBack',
    'reported',
    'confirmed',
  ])
  expect(steps[2].evidence).toEqual([
    { documentId: added.body.document.id, title: 'Tờ trình 12 tỷ đồng đã gửi.' },
  ])
  const { body: history } = await office.ask('GET', `/api/history?kind=assignment&id=${id}`)
  expect(history.changes.map((one: { action: string }) => one.action)).toContain(
    'assignment.sentBack',
  )
})

test('who did it, whoever wrote it down, and the lead body confirm nothing', async () => {
  const id = await task()
  const noSource = await report(office, id)
  expect([noSource.status, noSource.body.where]).toEqual([400, 'onBehalf'])
  await report(office, id, { onBehalf: 'Sở Xây dựng, công văn 15/SXD' })
  const own = await step(office, id, 'verdict', { outcome: 'confirmed' })
  expect([own.status, own.body.code]).toEqual([409, 'notForDoer'])
  const doer = await step(officer.client, id, 'verdict', { outcome: 'confirmed' })
  expect(doer.status).toBe(403)
  // Somebody with the right to confirm who works for the lead body as well.
  const both = await here.grantee('officeHead')
  await here.database.db
    .insertInto('role_grant')
    .values({
      province_id: here.east.province_id,
      grant_id: uuidv7(),
      account_id: both.actor.accountId ?? '',
      role: 'departmentOfficer',
      organisation_id: lead,
      granted_by: accountId,
      valid_from: today,
    })
    .execute()
  const mixed = await step(both.client, id, 'verdict', { outcome: 'confirmed' })
  expect([mixed.status, mixed.body.code]).toEqual([409, 'notForDoer'])
  const { can } = await got(both.client, id)
  expect(can).toEqual({ manage: true, report: true, confirm: false, asDoer: true })
  expect((await step(head.client, id, 'verdict', { outcome: 'confirmed' })).status).toBe(200)
})

test('the bodies that do a task know of it without its report; others do not', async () => {
  const id = await task({ cooperating: '["Sở Tài chính"]', cooperating_ids: `["${other}"]` })
  const seen = await got(officer.client, id)
  expect([seen.source, seen.conference, seen.quote]).toEqual([null, null, 'Thu'])
  expect((await got(helper.client, id)).can.report).toBe(false)
  expect((await helper.client.ask('GET', '/api/assignments?own=cooperating')).body.counts.all).toBe(
    1,
  )
  expect((await report(helper.client, id)).status).toBe(403)
  expect((await stranger.client.ask('GET', at(id))).status).toBe(404)
  expect((await report(stranger.client, id)).status).toBe(403)
  const { status } = await office.ask('PATCH', at(id), {
    json: { followerId: stranger.actor.accountId },
    version: 1,
  })
  expect(status).toBe(200)
  expect((await got(stranger.client, id)).can).toEqual({
    manage: false,
    report: false,
    confirm: false,
    asDoer: false,
  })
})

test('more time is asked for before the deadline, granted by others, and the first date stays', async () => {
  const due = dayFrom(today, 5)
  const id = await task({ deadline: due })
  const wanted = dayFrom(today, 40)
  const ask = { until: wanted, reason: 'Chờ ý kiến Bộ Xây dựng.' }
  const asked = await step(officer.client, id, 'extensions', ask)
  expect(asked.status, JSON.stringify(asked.body)).toBe(200)
  expect((await step(officer.client, id, 'extensions', ask)).body.code).toBe('assignmentStage')
  const [request] = asked.body.assignment.extensions
  const decide = (client: Client, json: object, version = request.version) =>
    client.ask('POST', `/api/extensions/${request.id}/decide`, { json, version })
  expect((await decide(officer.client, { outcome: 'granted' })).status).toBe(403)
  expect((await decide(office, { outcome: 'refused' })).status).toBe(400)
  const granted = await decide(leader.client, { outcome: 'granted', until: dayFrom(today, 30) })
  expect(granted.body.assignment).toMatchObject({
    deadline: dayFrom(today, 30),
    originalDeadline: due,
    extensionAsked: false,
  })
  expect((await decide(leader.client, { outcome: 'granted' })).status).toBe(412)
  expect((await decide(leader.client, { outcome: 'granted' }, 2)).body.code).toBe('alreadyDecided')
  const corrected = await office.ask('PATCH', at(id), {
    json: { deadline: dayFrom(today, 90), reason: 'x' },
    version: granted.body.assignment.version,
  })
  expect(corrected.body.code).toBe('assignmentStage')

  const late = await task({ deadline: dayFrom(today, -10) })
  expect((await step(officer.client, late, 'extensions', ask)).body.code).toBe('deadlinePassed')
})

test('a deadline that was there is corrected with its reason, and stands among the steps', async () => {
  const id = await task({ deadline: '2026-03-02' })
  const change = (json: object, version: number) => office.ask('PATCH', at(id), { json, version })
  expect((await change({ deadline: '2026-03-20' }, 1)).body.code).toBe('reasonMissing')
  const right = await change({ deadline: '2026-03-20', reason: 'Gõ nhầm ngày.' }, 1)
  expect(right.body.assignment).toMatchObject({
    deadline: '2026-03-20',
    originalDeadline: '2026-03-20',
    steps: [{ kind: 'corrected', formerDate: '2026-03-02', on: '2026-03-20' }],
  })
})

test('the office fills in a task under way whose lead is no body of the province', async () => {
  const id = await task({ lead_id: null, lead_text: 'Tiểu ban Văn kiện' })
  await step(office, id, 'progress', { kind: 'received', onBehalf: 'Tiểu ban Văn kiện' })
  const change = (json: object) =>
    office.ask('PATCH', at(id), { json: { leadId: null, ...json }, version: 2 })
  expect((await change({ leadText: 'Người khác' })).body.code).toBe('assignmentStage')
  const noted = await change({ leadText: 'Tiểu ban Văn kiện', note: 'Đã gửi dự thảo.' })
  expect(noted.body.assignment).toMatchObject({ note: 'Đã gửi dự thảo.', version: 3 })
})

test('a deadline before an event follows it, and asks again while the event has no day', async () => {
  const { body } = await office.ask('POST', '/api/deadline-events', {
    json: { name: 'Kỳ họp thứ 9 HĐND tỉnh' },
  })
  const id = await task()
  const tied = await office.ask('PATCH', at(id), { json: { eventId: body.event.id }, version: 1 })
  expect(tied.body.assignment).toMatchObject({ deadline: null, state: 'noDate', missing: [] })
  const move = (day: string | null, version: number) =>
    office.ask('PATCH', `/api/deadline-events/${body.event.id}`, { json: { day }, version })
  await move('2099-12-10', 1)
  expect(await got(office, id)).toMatchObject({
    deadline: '2099-12-09',
    state: 'inTerm',
    event: { name: 'Kỳ họp thứ 9 HĐND tỉnh', daysBefore: 1 },
  })
  await move('2099-12-20', 2)
  expect((await got(office, id)).deadline).toBe('2099-12-18')
  const gone = { json: { withdrawn: true }, version: 3 }
  const used = await office.ask('PATCH', `/api/deadline-events/${body.event.id}`, gone)
  expect(used.body.code).toBe('entryInUse')
})

test('before an event nothing is due after it: on a day off the last working day before counts, wherever it moves', async () => {
  const { body } = await office.ask('POST', '/api/deadline-events', {
    json: { name: 'Kỳ họp đầu xuân', day: '2026-02-23' },
  })
  const id = await task({ event_id: body.event.id, event_days: 1 })
  const due = async () => {
    const { deadline, dueOn } = (await office.ask('GET', at(id))).body.assignment
    return [deadline, dueOn]
  }
  // The day before is a Sunday, and the week before it Tết: 16 to 20 February.
  const days = [await due()]
  for (const [index, day] of ['2026-02-25', '2026-04-28', '2026-05-04'].entries()) {
    await office.ask('PATCH', `/api/deadline-events/${body.event.id}`, {
      json: { day },
      version: index + 1,
    })
    days.push(await due())
  }
  // 26 April is a Sunday and the Hùng Kings' day, made up for on the 27th; 30 April and 1 May are off.
  const expected = ['2026-02-13', '2026-02-24', '2026-04-24', '2026-04-29']
  expect(days).toEqual(expected.map((day) => [day, day]))
})

test('more time than stands now, where the event moved since; none for what is confirmed or revoked', async () => {
  const { body } = await office.ask('POST', '/api/deadline-events', {
    json: { name: 'Kỳ họp', day: dayFrom(today, 11) },
  })
  const eventId = body.event.id
  const asked = async (id: string) => {
    const ask = { until: dayFrom(today, 20), reason: 'Chờ.' }
    const { body } = await step(officer.client, id, 'extensions', ask)
    return body.assignment.extensions[0].id
  }
  const decide = (client: Client, id: string, json: object) =>
    client.ask('POST', `/api/extensions/${id}/decide`, { json, version: 1 })
  const id = await task({ event_id: eventId, event_days: 1 })
  const request = await asked(id)
  await office.ask('PATCH', `/api/deadline-events/${eventId}`, {
    json: { day: dayFrom(today, 31) },
    version: 1,
  })
  // Asked for the 20th, and by now due on the 30th.
  expect((await decide(leader.client, request, { outcome: 'granted' })).body.code).toBe(
    'invalidInput',
  )
  const stands = (await got(office, id)).deadline
  const more = await decide(leader.client, request, {
    outcome: 'granted',
    until: dayFrom(today, 40),
  })
  expect(more.body.assignment).toMatchObject({
    deadline: dayFrom(today, 40),
    originalDeadline: stands,
    steps: [{ kind: 'extended', formerDate: stands }],
  })
  const over = await task({ deadline: dayFrom(today, 5) })
  const late = await asked(over)
  expect((await got(office, over)).extensionAsked).toBe(true)
  await step(office, over, 'hold', { kind: 'revoked', body: 'Thay thế.' })
  expect((await got(office, over)).extensionAsked).toBe(false)
  for (const outcome of ['granted', 'refused']) {
    const answer = await decide(leader.client, late, { outcome, answer: 'x' })
    expect(answer.body.code).toBe('assignmentStage')
  }
  expect((await decide(officer.client, late, { outcome: 'takenBack' })).status).toBe(200)
})

test('a task is paused, goes on, is referred and revoked with reasons, never silently', async () => {
  const id = await task({ deadline: dayFrom(today, -3) })
  const hold = (json: object) => step(office, id, 'hold', json)
  expect((await hold({ kind: 'paused' })).status).toBe(400)
  expect((await hold({ kind: 'paused', body: 'Chờ luật mới.' })).body.assignment.state).toBe(
    'paused',
  )
  expect((await report(officer.client, id)).body.code).toBe('assignmentStage')
  const goesOn = await hold({ kind: 'resumed', body: 'Luật đã ban hành.' })
  expect(goesOn.body.assignment.state).toBe('overdue')
  const passed = await hold({ kind: 'referred', body: 'Đúng chức năng hơn.', toId: other })
  expect(passed.body.assignment).toMatchObject({ leadText: 'Sở Tài chính', life: 'assigned' })
  expect((await report(helper.client, id)).status).toBe(200)
  expect(
    (await hold({ kind: 'revoked', body: 'Kết luận 15 thay thế.' })).body.assignment.state,
  ).toBe('revoked')
  expect((await hold({ kind: 'restored', body: 'Thu hồi nhầm.' })).body.assignment.state).toBe(
    'awaiting',
  )
})

test('two reports at once: one is written, the other is told and keeps its text', async () => {
  const id = await task()
  const one = { kind: 'reported', on: today, body: 'Bản thứ nhất.' }
  const answers = await Promise.all([
    step(officer.client, id, 'progress', one, 1),
    step(officer.client, id, 'progress', { ...one, body: 'Bản thứ hai.' }, 1),
  ])
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412])
  const lost = answers.find((answer) => answer.status === 412)
  expect(lost?.body.yours.body).toMatch(/^Bản thứ/)
  expect(lost?.body.current.life).toBe('reported')
  expect((await got(office, id)).steps).toHaveLength(1)
})

test('a body that was merged away while it owed a task: its heir takes over, the history stays', async () => {
  const old = await here.body('Sở Giao thông vận tải')
  const id = await task({ lead_id: old, lead_text: 'Sở Giao thông vận tải' })
  const before = await here.grantee('departmentOfficer', old)
  await step(before.client, id, 'progress', { kind: 'received' })
  const { db } = here.database
  const own = { province_id: here.east.province_id }
  const change = uuidv7()
  const heir = await here.body('Sở Xây dựng và Giao thông')
  await db
    .updateTable('organisation')
    .set({ valid_to: dayFrom(today, -1) })
    .where('province_id', '=', own.province_id)
    .where('organisation_id', '=', old)
    .execute()
  await db
    .insertInto('organisation_change')
    .values({
      ...own,
      change_id: change,
      kind: 'merge',
      effective_on: today,
      legal_reference: null,
      note: null,
    })
    .execute()
  await db
    .insertInto('organisation_lineage')
    .values({
      ...own,
      change_id: change,
      predecessor_id: old,
      successor_id: heir,
      basis: 'full',
      weight: null,
    })
    .execute()
  const after = await here.grantee('departmentOfficer', heir)
  expect(await got(after.client, id)).toMatchObject({
    leadText: 'Sở Giao thông vận tải',
    leadNow: { name: 'Sở Xây dựng và Giao thông' },
    can: { report: true, asDoer: true, confirm: false },
    steps: [{ kind: 'received', by: before.address }],
  })
  expect((await before.client.ask('GET', at(id))).status).not.toBe(200)
  expect((await report(after.client, id)).status).toBe(200)
  expect((await after.client.ask('GET', '/api/assignments?own=lead')).body.counts.all).toBe(1)
})

test('numbers of the register have no gaps, also when many come at once', async () => {
  const numbers = await Promise.all(
    Array.from({ length: 12 }, () =>
      transaction(here.database, (tx) => nextNumber(tx, here.east.province_id, '2031-05-06')),
    ),
  )
  expect(numbers.map((one) => one.register_number).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 12 }, (_, index) => index + 1),
  )
})

test('lists and counts in SQL agree with the rules in words, over every kind of task', async () => {
  const actor = await here.actor('office')
  const days = [-70, -31, -1, 0, 3, 7, 8, 60].map((by) => dayFrom(today, by))
  const ends = [null, ...days.slice(0, 4)]
  for (const deadline of [null, ...days, '2026-02-14', '2026-04-25']) {
    for (const [index, ended] of ends.entries()) {
      await task({
        deadline,
        lead_id: index % 3 === 0 ? null : other,
        lead_text: index % 2 === 0 ? null : 'x',
        done_on: index % 2 === 1 ? ended : null,
        reported_on: ended,
        paused_on: index === 0 && deadline === days[1] ? today : null,
        revoked_on: index === 2 && deadline === days[2] ? today : null,
      })
    }
  }
  for (const roll of ['asWritten', 'nextWorkingDay'] as const) {
    await here.database.db
      .insertInto('assignment_setting')
      .values({
        ...{ province_id: here.east.province_id, basis: 'original', roll, soon_days: 7 },
        ...{ stale_months: 3, remind_days: '[1]', escalate_days: 7 },
      })
      .onConflict((conflict) => conflict.column('province_id').doUpdateSet({ roll }))
      .execute()
    const clock = await clockOf(here.database.db, here.east.province_id)
    const read = []
    let after: string | undefined
    do {
      const page = await listAssignments(here.database.db, actor, {
        ...(after ? { after } : {}),
        limit: 17,
      })
      read.push(...page.assignments)
      after = page.next ?? undefined
    } while (after)
    const { counts } = await listAssignments(here.database.db, actor, {})
    expect(read.length).toBe(counts?.all)
    expect(new Set(read.map((one) => one.id)).size).toBe(counts?.all)
    for (const one of read) expect([one.id, one.state]).toEqual([one.id, stateOf(one, clock)])
    const open = read.filter((one) => statesOf('open')?.includes(one.state))
    expect(open).toEqual(open.toSorted(byUrgency))
    for (const filter of assignmentFilter.options) {
      const states = statesOf(filter)
      const fits = read.filter((one) =>
        states
          ? states.includes(one.state)
          : filter === 'queue'
            ? one.missing.length > 0
            : one.missing.includes(filter === 'noOwner' ? 'owner' : 'date'),
      )
      expect([filter, counts?.[filter]]).toEqual([filter, fits.length])
    }
    const counted = await countAssignments(here.database.db, actor, {})
    expect(counted.all).toEqual(
      countOf(
        read.map((one) => ({ ...one, count: 1 })),
        clock,
      ),
    )
    for (const cell of countCell.options) {
      const { counts: those } = await listAssignments(here.database.db, actor, { counted: cell })
      expect([cell, those?.all]).toEqual([cell, counted.all[cell]])
    }
    expect(counted.bodies.reduce((sum, body) => sum + body.count.total, 0)).toBe(counted.all.total)
  }
})

test('the province sets how it counts, once for all who look, and days once each', async () => {
  const { body } = await office.ask('GET', '/api/assignment-setting')
  const day = { day: '2031-11-26', kind: 'off', name: 'Ngày nghỉ của tỉnh' }
  const set = (days: object[], version = body.version) =>
    office.ask('PUT', '/api/assignment-setting', { json: { setting: body.setting, days }, version })
  expect((await set([day, day])).status).toBe(400)
  const kept = await set([day])
  expect(kept.body).toMatchObject({ days: [day], version: body.version + 1 })
  expect((await set([day])).status).toBe(412)
  expect(
    (await leader.client.ask('PUT', '/api/assignment-setting', { json: {}, version: 1 })).status,
  ).toBe(400)
})
