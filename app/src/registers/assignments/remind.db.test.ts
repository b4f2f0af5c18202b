// Who is told of what of a task, over a real SMTP server: each thing once, to whom it concerns, by mail too.
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Mailbox, mailServer } from '../../../test/mail-server.ts'
import { fileForm, password, world } from '../../../test/world.ts'
import { dayFrom, todayInVietnam } from '../../calendar.ts'
import { transaction } from '../../database/open.ts'
import type { AccountRole, NewRow } from '../../database/tables.ts'
import { systemActor } from '../../http/access.ts'
import { jobs } from '../../post/jobs.ts'
import { runJobs } from '../../post/schedule.ts'
import { sendDue } from '../../post/send.ts'
import { lookUp } from '../mail/about-store.ts'
import { setMail } from '../mail/setting-store.ts'
import { addAccount } from '../people/store.ts'
import { chairsOf } from './holders-store.ts'

let here: Awaited<ReturnType<typeof world>>
let lead = ''
let helping = ''
let documentId = ''
let office = ''
const today = todayInVietnam()
const people: Record<string, string> = {}

/** A person at `name@dongha.gov.vn` with a role in a body, the province where none is named. */
async function person(name: string, role: AccountRole, organisationId?: string) {
  const { id } = await transaction(here.database, (tx) =>
    addAccount(tx, systemActor(here.east.province_id), {
      address: `${name}@dongha.gov.vn`,
      name,
      role,
      password,
      ...(organisationId ? { organisationId } : {}),
    }),
  )
  people[name] = id
}

beforeAll(async () => {
  here = await world()
  lead = await here.body('Sở Xây dựng')
  helping = await here.body('Sở Tài chính')
  await person('truong', 'departmentHead', lead)
  await person('chuyenvien', 'departmentOfficer', lead)
  await person('giup', 'departmentOfficer', helping)
  await person('khac', 'departmentOfficer', await here.body('Sở Khác'))
  await person('chanhvp', 'officeHead')
  await person('lanhdao', 'leader')
  await person('theodoi', 'reader')
  office = (await here.actor('office')).accountId ?? ''
  const client = await here.client('office')
  const form = fileForm('Thu ngân sách đạt 12 tỷ đồng.', 'a.txt', { level: 'internal' })
  documentId = (await client.ask('POST', '/api/documents', { form })).body.document.id
  await setMail(here.database.db, { server: 'x', from: 'giaoban@dongha.gov.vn' })
})

afterAll(() => here.close())

beforeEach(async () => {
  for (const table of ['mail', 'notification', 'job_run']) {
    await here.database.pool.query(`delete from ${table} where province_id > 0`)
  }
  await here.database.pool.query(
    `update assignment set withdrawn_at = now() where province_id > 0 and withdrawn_at is null`,
  )
})

async function task(given: Partial<NewRow<'assignment'>> = {}): Promise<string> {
  const id = uuidv7()
  await here.database.db
    .insertInto('assignment')
    .values({
      ...{ province_id: here.east.province_id, assignment_id: id, action: 'rà soát hồ sơ' },
      ...{ lead_text: 'Sở Xây dựng', lead_id: lead, specific: true, document_id: documentId },
      ...{ cooperating: '["Sở Tài chính"]', cooperating_ids: JSON.stringify([helping]) },
      ...{ deadline: null, original_deadline: given.deadline ?? null, deadline_text: null },
      ...{ deadline_fuzzy: false, deliverable: null, ordered_by: null, done_on: null, note: null },
      ...{ text_version: 1, start_at: 0, end_at: 3, as_written: 'Thu', finding_id: null },
      ...{ session_item_id: null, confirmed_by: office, withdrawn_at: null },
      ...{ follower_id: people.theodoi ?? null, ...given },
    })
    .execute()
  return id
}

let known = ''

/** What was told since the last call, `name kind`, sorted. */
async function told(): Promise<string[]> {
  const { rows } = await here.database.pool.query(
    `select a.name, n.kind, n.notification_id from notification n
       join account a on a.province_id = n.province_id and a.account_id = n.account_id
     where n.province_id = $1 and ($2 = '' or n.notification_id::text > $2) order by 3`,
    [here.east.province_id, known],
  )
  known = rows.at(-1)?.notification_id ?? known
  return rows.map((row) => `${row.name} ${row.kind}`).sort()
}

const as = (kind: string, ...names: string[]) => names.map((name) => `${name} ${kind}`).sort()
const doers = (kind: string) => as(kind, 'chuyenvien', 'giup', 'theodoi', 'truong')
const leads = (kind: string) => as(kind, 'chuyenvien', 'theodoi', 'truong')

/** Runs what is due at a time of day so many days from today; not what mail and heads do. */
const runOn = (days: number, time = '08:00', only = ['taskReminders']) =>
  runJobs(
    here.database,
    jobs.filter(({ name }) => only.includes(name)),
    new Date(`${dayFrom(today, days)}T${time}:00+07:00`),
    (_, error) => {
      throw error
    },
  )

async function clientOf(name: string) {
  return here.clientAt(`${name}@dongha.gov.vn`)
}

test('each step is told to whom it concerns, never to who took it', async () => {
  const id = await task({ lead_id: null, cooperating_ids: '[]', deadline: dayFrom(today, 90) })
  const [vp, cv, ld] = await Promise.all(['chanhvp', 'chuyenvien', 'lanhdao'].map(clientOf))
  if (!vp || !cv || !ld) throw new Error('nobody')
  const seen: Record<string, string[]> = {}
  const act = async (
    client: typeof vp,
    name: string,
    method: string,
    path: string,
    json: object,
  ) => {
    const { body } = await vp.ask('GET', `/api/assignments/${id}`)
    const version = path.startsWith('/api/ext')
      ? body.assignment.extensions.at(-1).version
      : body.assignment.version
    const answer = await client.ask(method, path, { json, version })
    expect(answer.status, `${name} ${JSON.stringify(answer.body)}`).toBe(200)
    seen[name] = await told()
    return answer.body.assignment
  }
  const at = `/api/assignments/${id}`
  await act(vp, 'assigned', 'PATCH', at, { leadId: lead, cooperatingIds: [helping] })
  await act(cv, 'received', 'POST', `${at}/progress`, { kind: 'received' })
  const asking = { until: dayFrom(today, 120), reason: 'Chờ thẩm định.' }
  const { extensions } = await act(cv, 'asked', 'POST', `${at}/extensions`, asking)
  const decide = `/api/extensions/${extensions[0].id}/decide`
  await act(vp, 'granted', 'POST', decide, { outcome: 'granted' })
  await act(vp, 'paused', 'POST', `${at}/hold`, { kind: 'paused', body: 'Chờ.' })
  await act(vp, 'resumed', 'POST', `${at}/hold`, { kind: 'resumed', body: 'Tiếp.' })
  const done = { kind: 'reported', on: today, body: 'Đã trình.' }
  await act(cv, 'reported', 'POST', `${at}/progress`, done)
  await act(ld, 'sentBack', 'POST', `${at}/verdict`, { outcome: 'sentBack', body: 'Thiếu.' })
  await act(cv, 'again', 'POST', `${at}/progress`, done)
  await act(ld, 'confirmed', 'POST', `${at}/verdict`, { outcome: 'confirmed' })
  const deciders = (kind: string) => [`chanhvp ${kind}`, `office Tỉnh Đông Hà ${kind}`]
  expect(seen).toEqual({
    // Who follows it was named before.
    assigned: as('taskAssigned', 'chuyenvien', 'giup', 'truong'),
    received: [],
    asked: deciders('taskExtensionAsked'),
    granted: leads('taskExtended'),
    paused: doers('taskPaused'),
    resumed: doers('taskResumed'),
    reported: deciders('taskReported'),
    sentBack: leads('taskSentBack'),
    again: deciders('taskReported'),
    confirmed: leads('taskConfirmed'),
  })
  const other = await task()
  await vp.ask('POST', `/api/assignments/${other}/hold`, {
    json: { kind: 'referred', body: 'Đúng chức năng.', toId: helping },
    version: 1,
  })
  // The body that had it, and the one that has it, each once.
  expect(await told()).toEqual(doers('taskReferred'))
})

test('before a deadline, after it, and upwards: each once, the gravest alone, for a new date anew', async () => {
  const setting = { basis: 'original', roll: 'asWritten', soonDays: 7, staleMonths: 3 }
  const client = await here.client('office')
  const put = await client.ask('PUT', '/api/assignment-setting', {
    json: {
      setting: { ...setting, remindDays: [7, 1], escalateDays: 3, escalateFurtherDays: 5 },
      days: [],
    },
    version: 0,
  })
  expect(put.body.setting).toMatchObject({ escalateDays: 3, escalateFurtherDays: 5 })
  const id = await task({ deadline: dayFrom(today, 7) })
  // Of these nothing is told.
  const stopped = { deadline: dayFrom(today, 7), note: null }
  await task({ ...stopped, paused_on: today })
  await task({ ...stopped, revoked_on: today })
  await task({ ...stopped, reported_on: today })
  await task({ ...stopped, done_on: today, reported_on: today })
  // Over for long when the province begins with this.
  await task({ deadline: dayFrom(today, -60) })
  const days: Record<number, string[]> = {}
  const on = async (day: number) => {
    await runOn(day)
    await runOn(day, '15:00')
    days[day] = await told()
  }
  for (const day of [0, 1, 5, 6, 7, 8, 9, 10]) await on(day)
  const office = await here.client('office')
  // Set right to a later day: told of at the distances of the new one alone.
  const { body } = await office.ask('GET', `/api/assignments/${id}`)
  await office.ask('PATCH', `/api/assignments/${id}`, {
    json: { deadline: dayFrom(today, 12), reason: 'Gõ nhầm.' },
    version: body.assignment.version,
  })
  expect(await told()).toEqual(doers('taskDeadlineCorrected'))
  for (const day of [11, 13, 14, 15, 16, 17]) await on(day)
  expect(days).toEqual({
    ...{ 0: doers('taskDue'), 1: [], 5: [], 6: doers('taskDue'), 7: [] },
    ...{ 8: doers('taskOverdue'), 9: [], 10: as('taskEscalated', 'truong') },
    ...{ 11: doers('taskDue'), 13: doers('taskOverdue'), 14: [] },
    ...{ 15: as('taskEscalated', 'truong'), 16: [] },
    17: as('taskEscalatedFurther', 'chanhvp', 'lanhdao'),
  })
})

test('sent back when it is over for long: each hears at once, the gravest alone', async () => {
  const id = await task({ deadline: dayFrom(today, -40), reported_on: today })
  await runOn(0)
  expect(await told()).toEqual([])
  const leader = await here.clientAt('lanhdao@dongha.gov.vn')
  const verdict = { outcome: 'sentBack', body: 'Thiếu.' }
  await leader.ask('POST', `/api/assignments/${id}/verdict`, { json: verdict, version: 1 })
  await told()
  await runOn(1)
  expect(await told()).toEqual(
    [
      ...as('taskEscalatedFurther', 'chanhvp', 'lanhdao'),
      'truong taskEscalated',
      ...as('taskOverdue', 'chuyenvien', 'giup', 'theodoi'),
    ].sort(),
  )
})

test('a body that was merged away: its heir hears of what it owed', async () => {
  const old = await here.body('Sở Giao thông')
  const heir = await here.body('Sở Xây dựng và Giao thông')
  await person('ketthua', 'departmentOfficer', heir)
  await task({ lead_id: old, cooperating_ids: '[]', follower_id: null, deadline: today })
  await person('cu', 'departmentOfficer', old)
  const own = { province_id: here.east.province_id, change_id: uuidv7() }
  const { db } = here.database
  await db
    .updateTable('organisation')
    .set({ valid_to: dayFrom(today, -1) })
    .where('province_id', '=', own.province_id)
    .where('organisation_id', '=', old)
    .execute()
  await db
    .insertInto('organisation_change')
    .values({ ...own, kind: 'merge', effective_on: today, legal_reference: null, note: null })
    .execute()
  const went = { predecessor_id: old, successor_id: heir, basis: 'full', weight: null } as const
  await db
    .insertInto('organisation_lineage')
    .values({ ...own, ...went })
    .execute()
  await runOn(1)
  expect(await told()).toEqual(as('taskOverdue', 'ketthua'))
})

test('the mail server down for a day: nothing lost, nothing twice, nothing that is not so any more', async () => {
  let box: Mailbox | null = await mailServer()
  const settings = {
    server: box.server,
    from: { name: 'Giao Ban', address: 'giaoban@dongha.gov.vn' },
    url: 'https://giaoban.dongha.gov.vn',
  }
  await box.close()
  const open = await task({ deadline: dayFrom(today, 1), follower_id: null })
  const done = await task({ deadline: dayFrom(today, 1), follower_id: null, action: 'đã xong' })
  const moved = await task({ deadline: dayFrom(today, 1), follower_id: null, action: 'lùi hạn' })
  const gone = await task({ deadline: dayFrom(today, 1), follower_id: null, action: 'đã gỡ' })
  await runOn(0, '07:00')
  const at = (days: number, time: string) => () =>
    new Date(`${dayFrom(today, days)}T${time}:00+07:00`)
  expect((await sendDue(here.database, settings, at(0, '07:01')))?.trouble).toBeTruthy()
  await here.database.pool.query(
    'update assignment set done_on = $3, reported_on = $3 where province_id = $1 and assignment_id = $2',
    [here.east.province_id, done, today],
  )
  await here.database.pool.query(
    'update assignment set deadline = $3 where province_id = $1 and assignment_id = $2',
    [here.east.province_id, moved, dayFrom(today, 20)],
  )
  await here.database.pool.query(
    'update assignment set withdrawn_at = now() where province_id = $1 and assignment_id = $2',
    [here.east.province_id, gone],
  )
  await runOn(1, '06:00')
  await sendDue(here.database, settings, at(1, '06:30'))
  box = await mailServer({ port: settings.server.port })
  expect(await sendDue(here.database, settings, at(1, '07:50'))).toMatchObject({ trouble: null })
  await sendDue(here.database, settings, at(1, '09:00'))
  expect(box.arrived.map(({ to, mail }) => `${to} ${mail.subject}`).sort()).toEqual(
    ['chuyenvien', 'giup', 'truong'].map(
      (name) =>
        `${name}@dongha.gov.vn [Giao Ban] Hôm nay đến hạn nhiệm vụ (hạn ${dayFrom(today, 1)
          .split('-')
          .reverse()
          .join('/')}): rà soát hồ sơ`,
    ),
  )
  expect(box.arrived[0]?.mail.text).toContain(`/assignments?task=${open}`)
  await box.close()
})

test('once a week one’s tasks in numbers, in the digest of who wants one', async () => {
  const box = await mailServer()
  const settings = {
    server: box.server,
    from: { name: 'Giao Ban', address: 'giaoban@dongha.gov.vn' },
    url: 'https://giaoban.dongha.gov.vn',
  }
  await here.database.pool.query(
    `update account set mail_wish = 'digest' where province_id = $1 and name = 'giup'`,
    [here.east.province_id],
  )
  await task({ deadline: dayFrom(today, -90), follower_id: null })
  await task({ deadline: dayFrom(today, 90), follower_id: null })
  await task({ deadline: dayFrom(today, 90), reported_on: today, follower_id: null })
  await task({ paused_on: today })
  await person('thoiviec', 'reader')
  await here.database.pool.query(
    'update role_grant set ended_at = now() where province_id = $1 and account_id = $2',
    [here.east.province_id, people.thoiviec],
  )
  await task({
    ...{ deadline: dayFrom(today, -90), follower_id: people.thoiviec ?? null },
    ...{ lead_id: null, cooperating_ids: '[]' },
  })
  const week = ['taskWeek', 'digest']
  for (const day of [7, 8]) await runOn(day, '08:00', week)
  expect(await told()).toEqual(
    ['chanhvp', 'chuyenvien', 'giup', 'office Tỉnh Đông Hà', 'thoiviec', 'truong'].map(
      (n) => `${n} taskWeek`,
    ),
  )
  const later = () => new Date(Date.now() + 15 * 86_400_000)
  await sendDue(here.database, settings, later)
  const mailed = new Map(box.arrived.map(({ to, mail }) => [to.split('@')[0], mail]))
  expect([...mailed].map(([to, mail]) => `${to} ${mail.subject}`).sort()).toEqual([
    'chanhvp [Giao Ban] Nhiệm vụ tuần này: 1 chờ xác nhận: Nhiệm vụ của tôi',
    'chuyenvien [Giao Ban] Nhiệm vụ tuần này: 3 đang làm, 1 quá hạn: Nhiệm vụ của tôi',
    'giup [Giao Ban] Tổng hợp tuần: 1 thông báo chưa đọc',
    // Follows a task, and has no right left: nothing is named.
    'thoiviec [Giao Ban] Nhiệm vụ tuần này: 1 đang làm, 1 quá hạn: Nhiệm vụ của tôi',
    'truong [Giao Ban] Nhiệm vụ tuần này: 3 đang làm, 1 quá hạn: Nhiệm vụ của tôi',
  ])
  expect(mailed.get('giup')?.text).toContain('- Nhiệm vụ tuần này: 3 đang làm, 1 quá hạn')
  expect(mailed.get('thoiviec')?.text).not.toContain('Đang quá hạn')
  expect(mailed.get('truong')?.text).toContain('Đang quá hạn')
  await box.close()
})

test('one’s calendar holds one’s tasks, the narrow ones by their number', async () => {
  const open = await task({ deadline: dayFrom(today, 30), follower_id: null })
  await task({ revoked_on: today, follower_id: null })
  const officer = await here.clientAt('chuyenvien@dongha.gov.vn')
  const { body } = await officer.ask('POST', '/api/session/calendar', { json: {} })
  const fetched = async () =>
    String((await here.anonymous.ask('GET', body.path)).body).replaceAll('\r\n ', '')
  const calendar = await fetched()
  expect(calendar.match(/BEGIN:VTODO/g)).toHaveLength(2)
  expect(calendar).toContain(`UID:${open}@giaoban\r\n`)
  expect(calendar).toContain(`DUE;VALUE=DATE:${dayFrom(today, 30).replaceAll('-', '')}`)
  expect(calendar).toContain('SUMMARY:rà soát hồ sơ\r\n')
  expect(calendar).toContain('STATUS:NEEDS-ACTION')
  expect(calendar).toContain('STATUS:CANCELLED')
  await here.database.pool.query(
    `update document set level = 'office' where province_id = $1 and document_id = $2`,
    [here.east.province_id, documentId],
  )
  expect(await fetched()).not.toContain('rà soát')
  await here.database.pool.query(
    `update document set level = 'internal' where province_id = $1 and document_id = $2`,
    [here.east.province_id, documentId],
  )
})

test('a deadline that moved with its event or its conference: told once a move, late again, anew in calendars', async () => {
  const office = await here.client('office')
  const made = async (path: string, json: object) => (await office.ask('POST', path, { json })).body
  const { event } = await made('/api/deadline-events', {
    name: 'Kỳ họp',
    day: dayFrom(today, 90),
  })
  await task({ event_id: event.id, event_days: 1 })
  const officer = await here.clientAt('chuyenvien@dongha.gov.vn')
  const { body } = await officer.ask('POST', '/api/session/calendar', { json: {} })
  const entry = async () => {
    const { body: calendar } = await here.anonymous.ask('GET', body.path)
    const [, sequence] = /^SEQUENCE:(\d+)\r$/m.exec(String(calendar)) ?? []
    return Number(sequence)
  }
  const before = await entry()
  // The record and SEQUENCE count in whole seconds.
  await new Promise((later) => setTimeout(later, 1000))
  const move = (json: object, version: number) =>
    office.ask('PATCH', `/api/deadline-events/${event.id}`, { json, version })
  await move({ name: 'Kỳ họp thứ 9' }, 1)
  expect(await told()).toEqual([])
  await move({ day: dayFrom(today, -40) }, 2)
  expect(await told()).toEqual(doers('taskDeadlineMoved'))
  expect(await entry()).toBeGreaterThan(before)
  await runOn(1)
  expect((await told()).filter((one) => !one.endsWith('taskEscalatedFurther'))).toEqual(
    [...as('taskOverdue', 'chuyenvien', 'giup', 'theodoi'), 'truong taskEscalated'].sort(),
  )
  const { plan } = await made('/api/conferences', {
    organisationId: await here.body('Thường trực'),
    type: 'working',
    startsAt: `${dayFrom(today, 60)}T08:00:00+07:00`,
  })
  const held = await made('/api/deadline-events', { name: 'Hội nghị', conferenceId: plan.id })
  await task({ event_id: held.event.id, event_days: 1 })
  const replan = async (json: object, version: number) => {
    const answer = await office.ask('PATCH', `/api/conferences/${plan.id}/plan`, { json, version })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return told()
  }
  expect(await replan({ place: 'Phòng 2' }, plan.version)).toEqual([])
  const later = { startsAt: `${dayFrom(today, 70)}T08:00:00+07:00` }
  expect(await replan(later, plan.version + 1)).toEqual(doers('taskDeadlineMoved'))
})

test('what a task’s document belongs to keeps its title here: personnel, narrow items, narrow notices', async () => {
  const office = await here.client('office')
  const { db } = here.database
  const own = { province_id: here.east.province_id }
  const system = systemActor(own.province_id)
  const id = await task()
  const travels = async () => {
    const seen = await lookUp(db, system, [{ kind: 'assignment', id }])
    return seen.get(`assignment ${id}`)?.travels
  }
  const made = async (path: string, json: object) => {
    const { status, body } = await office.ask('POST', path, { json })
    expect(status, JSON.stringify(body)).toBe(201)
    return body
  }
  const desk = await here.body('Văn phòng')
  const { plan } = await made('/api/conferences', {
    ...{ organisationId: desk, type: 'working', startsAt: '2099-12-08T08:00:00+07:00' },
  })
  const { item } = await made(`/api/conferences/${plan.id}/items`, {
    ...{ title: 'Nội dung', asked: 'decide' },
  })
  const { matter_id: matterId } = await db
    .selectFrom('session_item')
    .select('matter_id')
    .where('province_id', '=', own.province_id)
    .where('session_item_id', '=', item.id)
    .executeTakeFirstOrThrow()
  const set = (change: { level?: 'office' | 'internal'; personnel?: boolean }) =>
    db
      .updateTable('session_item')
      .set(change)
      .where('province_id', '=', own.province_id)
      .where('session_item_id', '=', item.id)
      .execute()
  const document = (matter: string | null) =>
    db
      .updateTable('document')
      .set({ matter_id: matter })
      .where('province_id', '=', own.province_id)
      .where('document_id', '=', documentId)
      .execute()
  /** Of an item that is open to all, of a narrow one, and of one about personnel. */
  const asItem = async () => {
    const seen: (boolean | undefined)[] = []
    for (const change of [{}, { level: 'office' } as const, { personnel: true }]) {
      await set({ level: 'internal', personnel: false, ...change })
      seen.push(await travels())
    }
    return seen
  }
  expect(await asItem()).toEqual([true, true, true])
  await document(matterId)
  expect(await asItem()).toEqual([true, false, false])
  await document(null)
  const paper = { ...own, session_item_id: item.id, document_id: documentId, given_out_at: null }
  await db.insertInto('item_paper').values(paper).execute()
  expect(await asItem()).toEqual([true, false, false])
  await db.deleteFrom('item_paper').where('province_id', '=', own.province_id).execute()
  const at = new Date().toISOString()
  await db
    .insertInto('notice')
    .values({
      ...{ ...own, notice_id: uuidv7(), conference_id: plan.id, session_item_id: null },
      ...{ kind: 'conclusion', regime: 'party36', issuer_id: desk, number: 120, symbol: 'TU' },
      ...{ content: JSON.stringify({ items: [item.id] }), series_id: null, issued_on: today },
      ...{ issued_by: people.chanhvp ?? null, issued_at: at, signed_document_id: documentId },
      ...{ signed_sha256: 'x', signed_at: at, corrects: null, made_by: people.chanhvp ?? '' },
      withdrawn_at: null,
    })
    .execute()
  expect(await asItem()).toEqual([true, false, false])
})

test('a chair whose account is closed hears nothing: the leaders of the body do', async () => {
  const office = await here.client('office')
  const { plan } = (
    await office.ask('POST', '/api/conferences', {
      json: {
        ...{ organisationId: await here.body('Văn phòng 2'), type: 'working' },
        startsAt: '2099-12-08T08:00:00+07:00',
      },
    })
  ).body
  const { item } = (
    await office.ask('POST', `/api/conferences/${plan.id}/items`, {
      json: { title: 'Nội dung', asked: 'decide' },
    })
  ).body
  await person('chutri', 'leader')
  const { db } = here.database
  const own = { province_id: here.east.province_id }
  const chairs = async () => {
    const found = await chairsOf(db, own.province_id, [item.id])
    return found.get(item.id) ?? []
  }
  await here.database.pool.query(
    `insert into invitation (province_id, invitation_id, conference_id, name, capacity, account_id)
     values ($1, $2, $3, 'x', 'chair', $4)`,
    [own.province_id, uuidv7(), plan.id, people.chutri],
  )
  expect(await chairs()).toEqual([people.chutri])
  const account = (set: string) =>
    here.database.pool.query(
      `update account set disabled_at = ${set} where province_id = $1 and account_id = $2`,
      [own.province_id, people.chutri],
    )
  await account('now()')
  expect(await chairs()).toEqual([])
  await account('null')
  await here.database.pool.query(
    'update role_grant set ended_at = now() where province_id = $1 and account_id = $2',
    [own.province_id, people.chutri],
  )
  expect(await chairs()).toEqual([])
})
