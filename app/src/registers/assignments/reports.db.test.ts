// The follow-up register and the progress report, opened again: cell by cell against what was entered, and every
// number against the count.
import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { readSheet } from 'read-excel-file/node'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../../test/world.ts'
import { dayFrom, todayInVietnam, writtenDate } from '../../calendar.ts'
import type { NewRow } from '../../database/tables.ts'
import { registerColumnNames, registerColumns } from './register.ts'
import { shareWords } from './report.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let head: Awaited<ReturnType<typeof here.grantee>>
let officer: Awaited<ReturnType<typeof here.grantee>>
let lead = ''
let desk = ''
let documentId = ''
let evidenceId = ''
let accountId = ''
const today = todayInVietnam()
const formula = '=HYPERLINK("http://x.test","bấm")'

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  lead = await here.body('Sở Xây dựng')
  desk = await here.body('Văn phòng Tỉnh ủy')
  await here.database.db
    .updateTable('organisation')
    .set({ kind: 'partyBody', code: 'VPTU' })
    .where('province_id', '=', here.east.province_id)
    .where('organisation_id', '=', desk)
    .execute()
  head = await here.grantee('officeHead')
  officer = await here.grantee('departmentOfficer', lead)
  accountId = (await here.actor('office')).accountId ?? ''
  const add = async (text: string, name: string, fields: Record<string, string>) => {
    const { body } = await office.ask('POST', '/api/documents', {
      form: fileForm(text, name, fields),
    })
    return body.document.id as string
  }
  documentId = await add('Thu ngân sách đạt 12 tỷ đồng.', 'a.txt', {
    level: 'office',
    date: '2026-01-05',
  })
  evidenceId = await add('Tờ trình 15/TTr-SXD đã gửi.', 'b.txt', { level: 'internal' })
  await enterTasks()
})

afterAll(() => here.close())

/** A task of the document, as a confirmed finding leaves it, with its number. */
async function task(number: number, given: Partial<NewRow<'assignment'>> = {}): Promise<string> {
  const id = uuidv7()
  await here.database.db
    .insertInto('assignment')
    .values({
      ...{ province_id: here.east.province_id, assignment_id: id, action: `việc ${number}` },
      ...{ lead_text: 'Sở Xây dựng', lead_id: lead, cooperating: '[]', deadline: null },
      ...{ original_deadline: given.deadline ?? null, deadline_text: null, deadline_fuzzy: false },
      ...{ deliverable: null, specific: true, ordered_by: null, done_on: null, note: null },
      ...{ document_id: documentId, text_version: 1, start_at: 0, end_at: 3, as_written: 'Thu' },
      ...{ finding_id: null, session_item_id: null, confirmed_by: accountId, withdrawn_at: null },
      ...{ register_year: 2026, register_number: number },
      ...given,
    })
    .execute()
  return id
}

const act = async (client: Client, id: string, what: string, json: object) => {
  const path = `/api/assignments/${id}`
  const { version } = (await office.ask('GET', path)).body.assignment
  const { status, body } = await client.ask('POST', `${path}/${what}`, { json, version })
  expect(status, JSON.stringify(body)).toBe(200)
  return body.assignment
}

/** An item of a conference held here, of whose conclusion a notice was issued. */
async function concluded(): Promise<string> {
  const made = async (path: string, json: object) => {
    const { status, body } = await office.ask('POST', path, { json })
    expect(status, JSON.stringify(body)).toBe(201)
    return body
  }
  const { plan } = await made('/api/conferences', {
    ...{ organisationId: desk, type: 'working', startsAt: '2099-12-08T08:00:00+07:00' },
  })
  const { item } = await made(`/api/conferences/${plan.id}/items`, {
    ...{ title: 'Quy hoạch', asked: 'decide' },
  })
  await here.database.db
    .insertInto('notice')
    .values({
      ...{ province_id: here.east.province_id, notice_id: uuidv7(), conference_id: plan.id },
      ...{ session_item_id: null, kind: 'conclusion', regime: 'party36', issuer_id: desk },
      ...{ content: JSON.stringify({ items: [item.id] }), number: 120, symbol: 'TU' },
      ...{ series_id: null, issued_on: '2026-01-05', issued_by: accountId },
      ...{ issued_at: new Date().toISOString(), signed_document_id: null, signed_sha256: null },
      ...{ signed_at: null, corrects: null, made_by: accountId, withdrawn_at: null },
    })
    .execute()
  return item.id
}

/** One task of every kind that the register and the report tell apart. */
async function enterTasks(): Promise<void> {
  await task(1, {
    ...{ action: formula, deadline: '2026-03-02', note: '+84 gọi lại', upstream: '@SUM(A1)' },
    ...{ directive: '15-CV/TU · 02/01/2026', product: '-1' },
  })
  const late = await task(2, {
    deadline: dayFrom(today, 9),
    cooperating: '["Sở Tài chính","Sở Nội vụ"]',
  })
  const done = await task(3, { deadline: today })
  await task(4, { assigned_on: dayFrom(today, -200) })
  await task(5, {
    lead_id: null,
    lead_text: null,
    deadline_text: 'trong thời gian tới',
    assigned_on: today,
  })
  await task(6, { revoked_on: '2026-04-01' })
  await task(7, { deadline: dayFrom(today, -50), reported_on: dayFrom(today, -10) })
  for (let number = 8; number < 12; number++) {
    await task(number, {
      deadline: '2026-05-04',
      done_on: number < 10 ? '2026-05-04' : '2026-05-05',
    })
  }
  await task(12, {
    ...{ deadline: '2099-12-31', session_item_id: await concluded(), document_id: null },
    ...{ text_version: null },
  })
  await act(officer.client, done, 'progress', {
    kind: 'progress',
    body: 'Đang lấy ý kiến.',
    percent: 40,
  })
  await act(officer.client, done, 'progress', {
    ...{ kind: 'reported', on: today, body: 'Đã trình UBND tỉnh.' },
    evidence: [evidenceId],
  })
  await act(head.client, done, 'verdict', { outcome: 'confirmed' })
  await act(head.client, done, 'hold', { kind: 'recognised', body: 'TB 90-TB/TU', on: today })
  await act(officer.client, late, 'progress', { kind: 'progress', body: 'Đã họp.', percent: 50 })
  const asked = await act(officer.client, late, 'extensions', {
    ...{ until: dayFrom(today, 40), reason: 'Chờ ý kiến Bộ.' },
  })
  const granted = await head.client.ask(
    'POST',
    `/api/extensions/${asked.extensions[0].id}/decide`,
    {
      ...{ json: { outcome: 'granted' }, version: 1 },
    },
  )
  expect(granted.status).toBe(200)
}

/** The cells of a register's file, days as `YYYY-MM-DD`. */
async function opened(client: Client, query = '') {
  const { status, bytes } = await client.file(`/api/assignment-register/xlsx${query}`)
  expect(status).toBe(200)
  const rows = await readSheet(Buffer.from(bytes))
  const cells = rows.map((row) =>
    row.map((cell) => (cell instanceof Date ? { day: cell.toISOString().slice(0, 10) } : cell)),
  )
  return { bytes, cells }
}

test('the register of all tasks comes back cell by cell, what looks like a formula as text', async () => {
  const { bytes, cells } = await opened(office)
  const source = 'Thu ngân sách đạt 12 tỷ đồng. · 05/01/2026'
  const plain = (number: number, deadline: object | string | null, note: string | null = null) => [
    ...[`${number}/2026`, `việc ${number}`, 'Sở Xây dựng', null, null, source, null, null],
    ...[deadline, null, note, '☐', '☐'],
  ]
  const first = dayFrom(today, 9)
  const half = [...plain(2, { day: dayFrom(today, 40) })]
  half[4] = 'Sở Tài chính; Sở Nội vụ'
  half[9] = '50 %: Đã họp.'
  half[10] = `hạn gốc ${writtenDate(first)}`
  const finished = [...plain(3, { day: today })]
  finished.splice(7, 1, 'Tờ trình 15/TTr-SXD đã gửi.')
  finished.splice(9, 1, 'Đã trình UBND tỉnh.')
  finished.splice(11, 2, '☑', '☑')
  const nobody = [...plain(5, 'trong thời gian tới')]
  nobody[2] = null
  const confirmed = (number: number) => [
    ...plain(number, { day: '2026-05-04' }).slice(0, 11),
    '☑',
    '☐',
  ]
  expect(cells).toEqual([
    registerColumnNames.map((name) => registerColumns[name].title),
    [
      ...['1/2026', formula, 'Sở Xây dựng', null, null, '@SUM(A1)', '15-CV/TU · 02/01/2026', '-1'],
      ...[{ day: '2026-03-02' }, null, '+84 gọi lại', '☐', '☐'],
    ],
    half,
    finished,
    plain(4, 'chưa có hạn'),
    nobody,
    plain(6, 'chưa có hạn', 'đã thu hồi 01/4/2026'),
    plain(7, { day: dayFrom(today, -50) }),
    ...[8, 9, 10, 11].map(confirmed),
    [
      ...['12/2026', 'việc 12', 'Sở Xây dựng', null, null, null, '120-TB/TU · 05/01/2026', null],
      ...[{ day: '2099-12-31' }, null, null, '☐', '☐'],
    ],
  ])
  const parts = unzipSync(bytes)
  const xml = (name: string) => new TextDecoder().decode(parts[name])
  const sheet = xml('xl/worksheets/sheet1.xml')
  expect(sheet).not.toContain('<f>')
  expect(sheet).toContain('<pane ySplit="1"')
  expect(sheet).toMatch(
    /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/,
  )
  expect(sheet.match(/<col /g)).toHaveLength(13)
  expect(xml('xl/workbook.xml')).toContain("'Sổ theo dõi'!$1:$1")
})

test('the register follows the filters of the list and holds only what the asker may know of', async () => {
  const numbers = async (client: Client, query: string) =>
    (await opened(client, query)).cells.slice(1).map(([number]) => number)
  expect(await numbers(office, '?state=overdue')).toEqual(['1/2026'])
  expect(await numbers(office, '?lead=none')).toEqual(['5/2026'])
  expect(await numbers(office, '?counted=doneLate&by=due&from=2026-05-01')).toEqual([
    '10/2026',
    '11/2026',
  ])
  expect(await numbers(officer.client, '')).not.toContain('5/2026')
  const stranger = await here.grantee('departmentOfficer', await here.body('Sở Khác'))
  expect(await numbers(stranger.client, '')).toEqual([])
  const all = (await office.ask('GET', '/api/assignment-register')).body.lines
  const part = (await office.ask('GET', '/api/assignment-register?skip=2&limit=3')).body
  expect([part.lines, part.total]).toEqual([all.slice(2, 5), all.length])
  const { lines } = (await officer.client.ask('GET', '/api/assignment-register?state=overdue')).body
  expect(lines).toMatchObject([{ number: '1/2026', deadline: '2026-03-02', upstream: '@SUM(A1)' }])
})

test('the report tells the numbers of the count, the tasks behind them and the rule', async () => {
  const period = `since=${dayFrom(today, -1)}&until=${today}`
  const at = `/api/assignment-report/docx?issuer=${desk}&${period}`
  const { status, bytes } = await office.file(`${at}&by=all`)
  expect(status).toBe(200)
  const { all, bodies } = (await office.ask('GET', '/api/assignment-counts?by=all')).body
  expect([all.total, all.openOverdue, all.stale, all.revoked]).toEqual([11, 2, 1, 1])
  const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  const text = html.replace(/<[^>]+>/g, '\n').replaceAll('&quot;', '"')
  expect(text).toContain('VĂN PHÒNG')
  expect(text).toContain('-BC/VPTU')
  expect(text).toContain('Kính gửi: Ban Thường vụ Tỉnh ủy')
  expect(text).toContain(
    `tổng số ${all.total} nhiệm vụ, trong đó ${all.withDeadline} nhiệm vụ có hạn và ${all.withoutDeadline} nhiệm vụ không có hạn`,
  )
  expect(text).toContain(
    `${all.done} nhiệm vụ; đúng hạn ${all.doneOnTime} (${all.doneWithoutDeadline} nhiệm vụ không có hạn), muộn ${all.doneLate}`,
  )
  expect(text).toContain(
    `${all.open} nhiệm vụ; trong hạn ${all.openInTerm} (${all.openWithoutDeadline} nhiệm vụ không có hạn), quá hạn ${all.openOverdue} (${all.openOverdue30}`,
  )
  expect(text).toContain('theo hạn được giao ban đầu')
  const tables = [...html.matchAll(/<table>.*?<\/table>/gs)].map(([table]) =>
    [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh]>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) =>
        cell.replace(/<[^>]+>/g, '').replaceAll('&quot;', '"'),
      ),
    ),
  )
  const told = tables.filter(([heading]) => heading?.[0] === 'TT')
  const [byBody, overdue, stale, extended, confirmed] = told
  expect(byBody?.slice(1).map((row) => row.slice(1))).toEqual(
    // biome-ignore lint/suspicious/noExplicitAny: an answer
    bodies.map(({ name, count, share }: any) => [
      name ?? 'Chưa có, hoặc ngoài danh sách cơ quan của tỉnh',
      ...[count.total, count.doneByDeadline, count.doneLate, count.openOverdue].map(String),
      ...[count.openInTerm - count.openWithoutDeadline, count.withoutDeadline].map(String),
      shareWords(share),
    ]),
  )
  expect(overdue?.slice(1).map((row) => row[1])).toEqual([formula, 'việc 7'])
  expect(overdue?.[2]?.[4]).toBe('40')
  expect(stale?.slice(1).map((row) => row[1])).toEqual(['việc 4'])
  expect(extended?.slice(1)).toEqual([
    [
      ...['1', 'việc 2', 'Sở Xây dựng', writtenDate(dayFrom(today, 9))],
      ...[writtenDate(dayFrom(today, 40)), 'Chờ ý kiến Bộ.'],
    ],
  ])
  expect(confirmed?.slice(1)).toEqual([
    ['1', 'việc 3', 'Sở Xây dựng', writtenDate(today), 'Đã trình UBND tỉnh.'],
  ])
  expect(text).toContain('Xác định thời hạn hoàn thành cho 1 nhiệm vụ không có hạn')
  const due = (
    await office.ask('GET', '/api/assignment-counts?by=due&from=2026-05-01&to=2026-05-31')
  ).body
  expect(due.all).toMatchObject({ total: 4, doneByDeadline: 2, doneLate: 2 })
  expect((await office.ask('GET', `${at}&until=2020-01-01`)).status).toBe(400)
  expect((await officer.client.ask('GET', at)).status).toBe(403)
})

test('the count of a past day knows what was written down until then, and no more', async () => {
  const day = (by: number) => dayFrom(today, by)
  const at = (by: number) => `${day(by)}T05:00:00Z`
  const id = await task(60, {
    ...{ deadline: day(30), original_deadline: day(-20), done_on: day(-6), reported_on: day(-6) },
    ...{ confirmed_at: at(-40), assigned_on: day(-41) },
  })
  const steps = [
    { kind: 'referred', by: -30, from_id: desk, to_id: lead },
    { kind: 'extended', by: -10, on_date: day(30), former_date: day(-20) },
    { kind: 'reported', by: -8, on_date: day(-9) },
    { kind: 'sentBack', by: -7, on_date: day(-9) },
    { kind: 'reported', by: -5, on_date: day(-6) },
    { kind: 'confirmed', by: -2, on_date: day(-6) },
  ] as const
  for (const { by, ...step } of steps) {
    await here.database.db
      .insertInto('assignment_step')
      .values({
        ...{ province_id: here.east.province_id, step_id: uuidv7(), assignment_id: id },
        ...{ on_behalf: null, body: null, percent: null, on_date: null, former_date: null },
        ...{ from_id: null, to_id: null, by_account: accountId, at: at(by), ...step },
      })
      .execute()
  }
  const { setting, days, version } = (await office.ask('GET', '/api/assignment-setting')).body
  await office.ask('PUT', '/api/assignment-setting', {
    json: { setting: { ...setting, basis: 'current', roll: 'asWritten' }, days },
    version,
  })
  // All other tasks were entered today: what there is before is this one.
  for (const [by, led, cells] of [
    [-45, null, []],
    [-35, desk, ['openInTerm']],
    [-25, lead, ['openInTerm']],
    [-15, lead, ['openOverdue']],
    [-9, lead, ['openInTerm']],
    [-8, lead, ['openInTerm', 'awaiting']],
    [-7, lead, ['openInTerm']],
    [-3, lead, ['openInTerm', 'awaiting']],
    [-2, lead, ['done', 'doneByDeadline']],
  ] as const) {
    const query = `by=all&asOf=${day(by)}`
    const { all, bodies } = (await office.ask('GET', `/api/assignment-counts?${query}`)).body
    expect(all.total, query).toBe(led === null ? 0 : 1)
    expect(bodies.map(({ id: body }: { id: string }) => body)).toEqual(led === null ? [] : [led])
    for (const cell of cells) {
      expect([query, cell, all[cell]]).toEqual([query, cell, 1])
      const list = `/api/assignments?${query}&counted=${cell}&lead=${led}`
      const { assignments } = (await office.ask('GET', list)).body
      expect(assignments.map((one: { id: string }) => one.id)).toEqual([id])
    }
  }
  const count = async (query: string) =>
    (await office.ask('GET', `/api/assignment-counts?by=all${query}`)).body
  expect(await count(`&asOf=${today}`)).toEqual(await count(''))
  for (const path of ['counts', 'register', 'register/xlsx'].map((one) => `assignment-${one}`)) {
    const { status, body } = await office.ask('GET', `/api/${path}?by=all&asOf=${day(1)}`)
    expect([path, status, body.code]).toEqual([path, 400, 'invalidInput'])
  }
  const ahead = await office.ask('GET', `/api/assignments?asOf=${day(1)}`)
  expect(ahead.body.code).toBe('invalidInput')
})
