// Papers of a conference over HTTP: numbers without gaps, what freezes when, the signed paper, the file that
// comes back edited, and what outsiders learn of it.
import { strToU8, unzipSync, zipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decide, setClosed } from '../../../test/conference-notices.ts'
import { pdfOf } from '../../../test/pdf.ts'
import { type Answer, type Client, fileForm, world } from '../../../test/world.ts'
import { readDocx } from '../../office/docx.ts'
import type { NoticeView } from './contract.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let head: Client
let board = ''
let department = ''

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  head = (await here.grantee('officeHead')).client
  board = await here.body('Ban Thường vụ Tỉnh ủy Đông Hà')
  department = await here.body('Sở Công Thương')
  await here.database.pool.query(
    `update organisation set kind = 'partyBody' where organisation_id = $1`,
    [board],
  )
})

afterAll(() => here.close())

const day = '2026-05-20'

/** A closed conference of the board with one decided item, made by SQL where only the sitting writes. */
async function held(
  options: { body?: string; closed?: boolean; title?: string; level?: string; on?: string } = {},
) {
  const { body: organisationId = board, closed = true, title = 'Đề án logistics' } = options
  const { on = day } = options
  const { body } = await office.ask('POST', '/api/conferences', {
    json: {
      ...{ organisationId, type: 'standingCommittee', startsAt: `${on}T08:00:00+07:00` },
      level: options.level ?? 'participants',
    },
  })
  const { body: added } = await office.ask('POST', `/api/conferences/${body.plan.id}/items`, {
    json: { title, asked: 'decide', submitterId: department },
  })
  await decide(
    here,
    added.item.id,
    'agreed',
    `Thống nhất ${title}.\nGiao Sở Công Thương hoàn thiện.`,
  )
  if (closed) await setClosed(here, body.plan.id, new Date().toISOString())
  return { id: body.plan.id as string, item: added.item.id as string }
}

/** As a client does where the server has its hands full: nothing was done, so it asks again. */
async function patient(ask: () => Promise<Answer>): Promise<Answer> {
  let answer = await ask()
  for (let more = 20; answer.status === 503 && more > 0; more--) answer = await ask()
  return answer
}

async function draft(id: string, json: object = { kind: 'conclusion' }): Promise<NoticeView> {
  const { body, status } = await patient(() =>
    office.ask('POST', `/api/conferences/${id}/notices`, { json }),
  )
  expect(status, JSON.stringify(body)).toBe(201)
  return body.notice
}

const issue = (notice: NoticeView, json: object = {}) =>
  head.ask('POST', `/api/notices/${notice.id}/issue`, {
    // These tests share a series and take its days as they come.
    json: { symbol: notice.issue.symbol, issuedOn: day, meant: ['dateOutOfOrder'], ...json },
    version: notice.version,
  })

const docxOf = async (notice: NoticeView) => {
  const answer = await here.app.request(`/api/notices/${notice.id}/docx`, { headers: cookies })
  return new Uint8Array(await answer.arrayBuffer())
}
let cookies: Record<string, string> = {}

beforeAll(async () => {
  const response = await here.app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address: 'office@dong-ha', password: 'mật khẩu dùng để thử' }),
  })
  cookies = { cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
})

test('a Party paper needs its term; with it, fifty issued at once get 1 to 50', async () => {
  const { id } = await held()
  const without = await issue(await draft(id))
  expect(without.body.code).toBe('termMissing')
  await office.ask('POST', '/api/terms', {
    json: { organisationId: board, kind: 'party', label: '2025-2030', from: '2025-10-01' },
  })
  const ids = [
    id,
    ...(await Promise.all(Array.from({ length: 4 }, () => held()))).map((one) => one.id),
  ]
  const wanted = Array.from({ length: 50 }, (_, index) => draft(ids[index % 5] ?? ''))
  const drafts = await Promise.all(wanted)
  const answers = await Promise.all(drafts.map((one) => patient(() => issue(one))))
  expect(answers.map(({ status }) => status).filter((status) => status !== 200)).toEqual([])
  const numbers = answers.map(({ body }) => body.notice.issue.number)
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
  expect(answers[0]?.body.notice).toMatchObject({
    regime: 'party36',
    cited: expect.stringMatching(/^\d\d-TB\/TU$/),
  })
})

test('a number of the records office moves the series on, and is refused when taken', async () => {
  const { id } = await held()
  const [a, b, c] = [await draft(id), await draft(id), await draft(id)]
  const mistyped = await issue(a, { symbol: 'VPTU', number: 57 })
  expect(mistyped.body).toMatchObject({ code: 'symbolNew' })
  const gap = await issue(a, { symbol: 'VPTU', number: 57, meant: ['symbolNew'] })
  expect(gap.body.code).toBe('numberGap')
  expect(gap.body.detail).toContain('1 đến 56')
  const given = await issue(a, { symbol: 'VPTU', number: 57, meant: ['symbolNew', 'numberGap'] })
  expect(given.body.notice.cited).toBe('57-TB/VPTU')
  expect((await issue(b, { symbol: 'VPTU', number: 57 })).body.code).toBe('numberTaken')
  expect((await issue(b, { symbol: 'VPTU' })).body.notice.cited).toBe('58-TB/VPTU')
  const lower = await issue(c, { symbol: 'VPTU', number: 3 })
  expect(lower.body.notice.cited).toBe('03-TB/VPTU')
  const { body } = await head.ask('GET', `/api/notices/${(await draft(id)).id}`)
  expect(body.notice.series).toContainEqual({ symbol: 'VPTU', year: null, missing: '01–02, 04–56' })
})

test('a paper does not bear a day before its conference, and asks where its date leaves the order', async () => {
  const { id } = await held()
  const [first, next] = [await draft(id), await draft(id)]
  const early = await issue(first, { issuedOn: '2026-05-19' })
  expect(early.body.code).toBe('dateBeforeConference')
  expect(early.body.detail).toContain('20/5/2026')
  expect((await issue(first, { issuedOn: '2026-06-02' })).status).toBe(200)
  const before = await issue(next, { issuedOn: '2026-06-01', meant: [] })
  expect(before.body.code).toBe('dateOutOfOrder')
  const meant = await issue(next, { issuedOn: '2026-06-01', meant: ['dateOutOfOrder'] })
  expect(meant.status).toBe(200)
})

test('what was drafted before the decisions is not issued; after a reopening a paper says that it differs', async () => {
  const { id, item } = await held({ closed: false })
  const open = async () => (await office.ask('GET', `/api/conferences/${id}/notices`)).body.notices
  const standing = async () => (await open()).map((one: NoticeView) => one.standing)
  const made = await draft(id)
  const minutes = await draft(id, { kind: 'minutes' })
  await decide(here, item, 'adopted', 'Thông qua Đề án.')
  await setClosed(here, id, new Date().toISOString())
  expect((await issue(made)).body.code).toBe('noticeOutdated')
  expect((await issue(minutes)).body.code).toBe('noticeOutdated')
  const { body } = await office.ask('POST', `/api/notices/${made.id}/remake`, {
    json: {},
    version: made.version,
  })
  expect((await issue(body.notice, { issuedOn: '2026-06-03' })).status).toBe(200)
  expect(await standing()).toEqual(['current', 'differs'])
  const { rows } = await here.database.pool.query(
    'select version from conference where conference_id = $1',
    [id],
  )
  const again = await head.ask('POST', `/api/conferences/${id}/reopen`, {
    json: { reason: 'Ghi nhầm' },
    version: rows[0].version,
  })
  expect(again.status, JSON.stringify(again.body)).toBe(200)
  expect(await standing()).toEqual(['reopened', 'differs'])
  await setClosed(here, id, new Date().toISOString())
  expect(await standing()).toEqual(['current', 'differs'])
  await decide(here, item, 'returned', 'Trả lại hồ sơ.')
  expect(await standing()).toEqual(['differs', 'differs'])
  const wrong = { kind: 'minutes', corrects: made.id }
  const refused = await office.ask('POST', `/api/conferences/${id}/notices`, { json: wrong })
  expect(refused.body.code).toBe('invalidInput')
  expect((await draft(id, { kind: 'conclusion', corrects: made.id })).standing).toBe('current')
})

test('the annex is what was ordered, whatever the register holds since', async () => {
  const { id, item } = await held()
  const task = (given: object) => ({
    ...{ id: crypto.randomUUID(), start: 0, end: 9, leadId: department, leadText: 'SCT' },
    ...{ cooperating: [{ id: null, text: 'Hội Logistics' }], deadline: '2099-10-30' },
    ...{ deadlineText: null, deadlineFuzzy: false, deliverable: 'Báo cáo', ...given },
  })
  const tasks = [task({ start: 5, action: 'hoàn thiện' }), task({ action: 'thống nhất' })]
  await here.database.pool.query('update item_decision set tasks = $1 where session_item_id = $2', [
    JSON.stringify(tasks),
    item,
  ])
  // In the register only one of them stands, with another lead and more time.
  await here.database.pool.query(
    `insert into assignment (province_id, assignment_id, session_item_id, action, lead_text, cooperating,
        deadline, specific, confirmed_by, start_at, end_at, as_written, register_year, register_number)
      select $1, $2, $3, 'hoàn thiện', 'Sở Khác', '[]', '2099-12-31', true, account_id, 0, 9, 'x', 2026, 90001
      from account where province_id = $1 limit 1`,
    [here.east.province_id, tasks[0]?.id, item],
  )
  const { content } = await draft(id)
  expect(content.annexes[0]?.table.rows).toEqual([
    ['1', 'thống nhất', 'Sở Công Thương', 'Hội Logistics', 'Báo cáo', '30/10/2099'],
    ['2', 'hoàn thiện', 'Sở Công Thương', 'Hội Logistics', 'Báo cáo', '30/10/2099'],
  ])
})

test('a paper differs once what it prints of chair, place, title or day is another', async () => {
  const { id, item } = await held()
  await draft(id)
  await draft(id, { kind: 'excerpt', itemId: item })
  const standing = async () =>
    (await office.ask('GET', `/api/conferences/${id}/notices`)).body.notices.map(
      (one: NoticeView) => one.standing,
    )
  const set = (change: string) =>
    here.database.pool.query(`update conference set ${change} where conference_id = $1`, [id])
  expect(await standing()).toEqual(['current', 'current'])
  const { rows } = await here.database.pool.query(
    'select title, place, starts_at from conference where conference_id = $1',
    [id],
  )
  for (const change of [
    "title = title || ' mở rộng'",
    "place = 'Hội trường B'",
    "starts_at = starts_at + interval '1 day'",
  ]) {
    await set(change)
    expect(await standing(), change).toEqual(['differs', 'differs'])
    await here.database.pool.query(
      'update conference set title = $2, place = $3, starts_at = $4 where conference_id = $1',
      [id, rows[0].title, rows[0].place, rows[0].starts_at],
    )
    expect(await standing()).toEqual(['current', 'current'])
  }
  // The hour stands in the extract alone.
  await set("starts_at = starts_at + interval '1 hour'")
  expect((await standing()).sort()).toEqual(['current', 'differs'])
  await set("starts_at = starts_at - interval '1 hour'")
  const chair = { name: 'Nguyễn Văn An', capacity: 'chair' }
  await here.database.pool.query(
    `insert into invitation (province_id, invitation_id, conference_id, name, capacity)
      values ($1, gen_random_uuid(), $2, $3, $4)`,
    [here.east.province_id, id, chair.name, chair.capacity],
  )
  expect(await standing()).toEqual(['differs', 'differs'])
  await here.database.pool.query('delete from invitation where conference_id = $1', [id])
  expect(await standing()).toEqual(['current', 'current'])
  await here.database.pool.query(
    `insert into conference_body (province_id, conference_id, organisation_id)
      select province_id, $1, organisation_id from organisation where province_id = $2 limit 1`,
    [id, here.east.province_id],
  )
  expect(await standing()).toEqual(['differs', 'differs'])
  await draft(id)
  const [, , joint] = (await office.ask('GET', `/api/conferences/${id}/notices`)).body.notices
  const { notice } = (await office.ask('GET', `/api/notices/${joint.id}`)).body
  expect(notice.content.subject).toMatch(/^Kết luận của .+ và .+ tại /)
})

test('State papers are numbered by the year; the Party’s rules change with the day', async () => {
  const state = await held({ body: department, on: '2025-12-30' })
  const [first, next] = [await draft(state.id), await draft(state.id)]
  expect(first.regime).toBe('state30')
  const one = await issue(first, {
    symbol: 'SCT',
    issuedOn: '2025-12-31',
    meant: ['symbolNew'],
  })
  expect(one.body.notice.cited).toBe('01/TB-SCT')
  const other = await issue(next, { symbol: 'SCT', issuedOn: '2026-01-02' })
  expect(other.body.notice.cited).toBe('01/TB-SCT')
  const party = await held()
  const late = await issue(await draft(party.id), { issuedOn: '2026-05-27' })
  expect(late.body.notice).toMatchObject({ regime: 'party05', layout: { verified: false } })
})

test('the same number, symbol and body in one year from two terms asks once more', async () => {
  const body = await here.body('Đảng ủy các cơ quan Đảng')
  await here.database.pool.query(
    `update organisation set kind = 'partyExecutive' where organisation_id = $1`,
    [body],
  )
  for (const [label, from, to] of [
    ['2020-2025', '2020-08-01', '2026-02-28'],
    ['2026-2031', '2026-03-01', null],
  ]) {
    const json = { organisationId: body, kind: 'party', label, from, to }
    expect((await office.ask('POST', '/api/terms', { json })).status).toBe(201)
  }
  const { id } = await held({ body, on: '2026-01-05' })
  const [first, next] = [await draft(id), await draft(id)]
  expect((await issue(first, { issuedOn: '2026-01-05' })).status).toBe(200)
  const repeated = await issue(next, { issuedOn: '2026-04-05' })
  expect(repeated.body.code).toBe('numberRepeats')
  // The number it had taken was free again.
  const meant = await issue(next, { issuedOn: '2026-04-05', meant: ['numberRepeats'] })
  expect(meant.body.notice.issue.number).toBe(1)
})

test('nothing is issued before the conference is closed, and nothing changes after', async () => {
  const { id, item } = await held({ closed: false })
  const made = await draft(id)
  expect((await issue(made)).body.code).toBe('conferenceNotClosed')
  await decide(here, item, 'agreed', 'Thống nhất, có bổ sung.')
  const { body } = await office.ask('POST', `/api/notices/${made.id}/remake`, {
    json: {},
    version: made.version,
  })
  const texts = body.notice.content.blocks.map((block: { text: string }) => block.text)
  expect(texts).toContain('Thống nhất, có bổ sung.')
  await setClosed(here, id, new Date().toISOString())
  const issued = (await issue(body.notice)).body.notice as NoticeView
  const before = await docxOf(issued)
  const deeds: [string, string, object][] = [
    ['PATCH', '', { content: issued.content }],
    ['POST', '/remake', {}],
    ['POST', '/withdraw', {}],
    ['POST', '/issue', { symbol: 'TU', issuedOn: day }],
  ]
  for (const [method, path, json] of deeds) {
    const asked = { json, version: issued.version }
    const answer = await head.ask(method, `/api/notices/${issued.id}${path}`, asked)
    expect(answer.body.code, method + path).toBe('noticeIssued')
  }
  await decide(here, item, 'returned', 'Trả lại.')
  const setting = { regime: 'party36', words: { ending: '!' } }
  const changed = await head.ask('PATCH', '/api/notice-layouts', { json: setting, version: 0 })
  expect(changed.status).toBe(200)
  expect(readDocx(await docxOf(issued)).text).toBe(readDocx(before).text)
  expect(readDocx(before).text).toContain('./.')
  const correcting = await draft(id, { kind: 'conclusion', corrects: issued.id })
  const text = readDocx(await docxOf(correcting)).text
  expect(text).toContain(`đính chính Thông báo số ${issued.cited}, ngày 20/5/2026.`)
  expect(correcting.corrects).toEqual({ id: issued.id, cited: issued.cited })
})

test('the signed paper comes back once: its sum is kept, a scan has the text as issued, secrets are refused', async () => {
  const { id } = await held()
  const made = await draft(id)
  const early = await head.ask('POST', `/api/notices/${made.id}/signed`, {
    form: fileForm(await pdfOf('x'), 'a.pdf'),
  })
  expect(early.body.code).toBe('noticeNotIssued')
  const issued = (await issue(made)).body.notice as NoticeView
  const at = `/api/notices/${issued.id}/signed`
  const lines = Array.from(
    { length: 12 },
    (_, at) => `Thu ngan sach cua xa so ${at} dat 12 ty dong`,
  )
  const marked = await pdfOf(['TUYET MAT', '', ...lines].join('\n'), 4)
  const secret = await head.ask('POST', at, {
    form: fileForm(marked, 'a.pdf'),
  })
  expect(secret.body.code).toBe('stateSecret')
  const text = await head.ask('POST', at, { form: fileForm('Thông báo', 'da-ky.pdf') })
  expect(text.body).toMatchObject({ code: 'signedNotPdf', detail: expect.stringContaining('PDF') })
  const scan = await PDFDocument.create()
  scan.addPage().drawRectangle({ x: 10, y: 10, width: 100, height: 100 })
  const bytes = await scan.save()
  const key = 'ky-lan-dau'
  const send = () => head.ask('POST', at, { form: fileForm(bytes, 'da-ky.pdf'), key })
  const { body, status } = await send()
  expect(status, JSON.stringify(body)).toBe(201)
  // Whose line was cut sends the same again and reads what came of it.
  const resent = await send()
  expect([resent.status, resent.body]).toEqual([201, body])
  const sum = Buffer.from(await crypto.subtle.digest('SHA-256', bytes as BufferSource)).toString(
    'hex',
  )
  expect(body.notice.signed).toMatchObject({ fileName: 'da-ky.pdf', sha256: sum })
  const { body: kept } = await office.ask(
    'GET',
    `/api/documents/${body.notice.signed.documentId}/text`,
  )
  expect(kept.text).toContain('Thống nhất Đề án logistics.')
  expect(kept.text).toContain(issued.cited)
  const again = await head.ask('POST', at, { form: fileForm(await pdfOf('khac'), 'b.pdf') })
  expect(again.body.code).toBe('alreadySigned')
  const back = await here.app.request(at, { headers: cookies })
  expect(new Uint8Array(await back.arrayBuffer())).toEqual(bytes)
})

test('the signed paper is read by nobody who may not read the document that it signs', async () => {
  const { id, item } = await held({ level: 'internal' })
  const { body } = await office.ask('POST', `/api/conferences/${id}/notices`, {
    json: { kind: 'conclusion' },
  })
  await here.database.pool.query(
    "update session_item set level = 'office' where session_item_id = $1",
    [item],
  )
  const reader = await here.client('reader')
  for (const made of [body.notice as NoticeView, await draft(id, { kind: 'minutes' })]) {
    const issued = (await issue(made)).body.notice as NoticeView
    const signed = await head.ask('POST', `/api/notices/${issued.id}/signed`, {
      form: fileForm(await pdfOf(`Ban ky chim-tra-xanh ${made.kind}`), `${made.kind}.pdf`),
    })
    const { documentId } = signed.body.notice.signed
    const doors = [`/api/notices/${issued.id}`, `/api/notices/${issued.id}/signed`]
    for (const part of ['', '/text', '/original', '/findings']) {
      doors.push(`/api/documents/${documentId}${part}`)
    }
    for (const path of doors) expect((await reader.ask('GET', path)).status, path).toBe(404)
  }
  for (const path of ['/api/search?q=chim-tra-xanh', '/api/documents']) {
    expect(JSON.stringify((await office.ask('GET', path)).body)).toMatch(/chim-tra-xanh|minutes/)
    expect(JSON.stringify((await reader.ask('GET', path)).body)).not.toMatch(
      /chim-tra-xanh|minutes/,
    )
  }
})

test('an edited Word file is compared with the record; its words are offered while it is open', async () => {
  const { id, item } = await held({ closed: false })
  const made = await draft(id)
  const parts = unzipSync(await docxOf(made))
  const main = new TextDecoder().decode(parts['word/document.xml'])
  const edited = main.replace(
    'Giao Sở Công Thương hoàn thiện',
    'Giao Sở Công Thương hoàn thiện, trình lại',
  )
  const file = zipSync({ ...parts, 'word/document.xml': strToU8(edited) })
  const compare = async (bytes: Uint8Array) =>
    (
      await office.ask('POST', `/api/notices/${made.id}/compare`, {
        form: fileForm(bytes, 'a.docx'),
      })
    ).body
  const found = await compare(file)
  expect(found.differences).toHaveLength(1)
  expect(found.differences[0]).toMatchObject({ kind: 'changed', item })
  const body = 'Thống nhất Đề án logistics.\nGiao Sở Công Thương hoàn thiện, trình lại.'
  expect(found.offers).toEqual([{ item, title: 'Đề án logistics', body, version: 1 }])
  const take = (version: number, more: object = {}) =>
    office.ask('POST', `/api/notices/${made.id}/take`, {
      json: { item, body, decisionVersion: 1, reason: 'Theo tệp đã sửa', ...more },
      version,
    })
  const stale = await take(found.version, { decisionVersion: 7 })
  expect([stale.status, stale.body.current.version]).toEqual([412, 1])
  expect((await take(found.version + 1)).status).toBe(412)
  expect((await take(found.version, { item: made.id })).status).toBe(404)
  const { body: after, status } = await take(found.version)
  expect(status, JSON.stringify(after)).toBe(200)
  // The draft has the words too, so that the same file differs in nothing any more.
  const again = await compare(file)
  expect([again.differences, again.offers]).toEqual([[], []])
  const kept = await here.database.pool.query(
    `select d.body, d.version, r.reason, r.actor_name from item_decision d join audit_record r
      on r.province_id = d.province_id and r.subject_id = d.session_item_id::text
      where d.session_item_id = $1 and r.action = 'itemDecision.write'`,
    [item],
  )
  expect(kept.rows).toMatchObject([{ body, version: 2, reason: 'Theo tệp đã sửa' }])
  await setClosed(here, id, new Date().toISOString())
  const old = zipSync({ ...parts })
  const closed = await compare(old)
  expect(closed.differences).toHaveLength(1)
  expect(closed.offers).toEqual([])
  const next = { decisionVersion: 2, body: 'Khác.' }
  expect((await take(again.version, next)).body.code).toBe('conferenceOver')
  const issued = (await issue({ ...after.notice, version: again.version })).body.notice
  await setClosed(here, id, null)
  expect((await take(issued.version, next)).body.code).toBe('noticeIssued')
  const { rows } = await here.database.pool.query(
    `select count(*)::int as many from document where file_name = 'a.docx'`,
  )
  expect(rows[0].many).toBe(0)
})

test('the general assessment stands in what is drafted then, until a conclusion is issued', async () => {
  const { id } = await held()
  const at = `/api/conferences/${id}/assessment`
  const body = 'Kinh tế tiếp tục tăng trưởng.'
  const put = (client: Client, version: number, words = body) =>
    client.ask('PUT', at, { json: { body: words }, version })
  expect((await put(office, 0)).body.assessment).toMatchObject({ body, version: 1, frozen: false })
  const late = await put(head, 0, 'Khác.')
  expect([late.status, late.body.current.body]).toEqual([412, body])
  const outside = (await here.grantee('departmentHead', department)).client
  expect((await put(outside, 1)).status).toBe(403)
  const list = `/api/conferences/${id}/notices`
  const inspector = (await here.grantee('inspector')).client
  expect((await inspector.ask('GET', list)).body.assessment).toBe(null)
  const notice = await draft(id)
  expect(notice.content.blocks.map((block) => 'text' in block && block.text)).toContain(body)
  expect((await issue(notice)).status).toBe(200)
  expect((await put(office, 1)).body.code).toBe('noticeIssued')
  expect((await office.ask('GET', list)).body.assessment).toMatchObject({ body, frozen: true })
})

test('outsiders find no notice; a submitter finds the extract of its item, once issued, and not the minutes', async () => {
  const { id, item } = await held({ title: 'Đề án chim hoàng yến' })
  const conclusion = await draft(id)
  const extract = await draft(id, { kind: 'excerpt', itemId: item })
  const minutes = await draft(id, { kind: 'minutes' })
  const { client: submitter } = await here.grantee('departmentOfficer', department)
  const { client: outsider } = await here.grantee('departmentHead', await here.body('Sở Khác'))
  const canaries = [conclusion, extract, minutes]
  const seen = async (client: Client) => {
    const open: string[] = []
    for (const one of canaries) {
      for (const path of ['', '/docx', '/signed']) {
        const answer = await client.ask('GET', `/api/notices/${one.id}${path}`)
        const missing = await client.ask('GET', `/api/notices/${absent}${path}`)
        if (answer.status === 200 && path === '') open.push(one.kind)
        else if (answer.status !== 200) {
          expect([answer.status, answer.body.code]).toEqual([missing.status, missing.body.code])
          expect(JSON.stringify(answer.body)).not.toMatch(/hoàng yến/i)
        }
      }
    }
    return open
  }
  const absent = '01900000-0000-7000-8000-000000000000'
  expect(await seen(submitter)).toEqual([])
  for (const one of canaries) expect((await issue(one)).status).toBe(200)
  expect(await seen(submitter)).toEqual(['excerpt'])
  // It reaches them where they look: in the dossier, and in their own list though the conference is over.
  const issued = { id: extract.id, signed: false, cited: expect.stringMatching(/\/TU$/) }
  const own: { item: { id: string } }[] = (await submitter.ask('GET', '/api/dossiers')).body
    .dossiers
  expect(own.find((one) => one.item.id === item)).toMatchObject({ excerpts: [issued] })
  expect((await outsider.ask('GET', '/api/dossiers')).body.dossiers).toEqual([])
  expect(await seen(outsider)).toEqual([])
  const list = await outsider.ask('GET', `/api/conferences/${id}/notices`)
  expect(list.status).toBe(404)
  for (const path of ['/remake', '/withdraw', '/compare']) {
    const answer = await outsider.ask('POST', `/api/notices/${conclusion.id}${path}`, {
      ...(path === '/compare' ? { form: fileForm('x', 'a.txt') } : { json: {} }),
      version: 1,
    })
    const missing = await outsider.ask('POST', `/api/notices/${absent}${path}`, {
      ...(path === '/compare' ? { form: fileForm('x', 'a.txt') } : { json: {} }),
      version: 1,
    })
    expect([answer.status, answer.body.code]).toEqual([missing.status, missing.body.code])
  }
})
