// From file to register and back: upload, proposals, confirm, undo, destroy; every step on record.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../test/world.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client

const report = `Hội nghị giao ban tháng 9 năm 2024 của Ban Thường vụ Tỉnh ủy Đông Hà

Tổng thu ngân sách nhà nước trên địa bàn 9 tháng đầu năm 2024 ước đạt 8.250 tỷ đồng, bằng 76,4% dự toán, tăng 9,3% so với cùng kỳ. Giá trị sản xuất công nghiệp đạt 21.400 tỷ đồng, tăng 7,1% so với cùng kỳ.

Tuy nhiên, vẫn còn một số hạn chế: công tác giải phóng mặt bằng tại một số dự án còn chậm; tỷ lệ giải ngân vốn đầu tư công còn thấp.

Thực hiện Nghị quyết số 12-NQ/TU ngày 05/3/2023 của Tỉnh ủy, đồng chí Bí thư Tỉnh ủy yêu cầu Sở Tài chính chủ trì, phối hợp với Sở Xây dựng rà soát các dự án chậm tiến độ, báo cáo trước ngày 30/10/2024.
`

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
})

afterAll(() => here.close())

async function upload(text: string, name = 'bao-cao.txt') {
  const { body, status } = await office.ask('POST', '/api/documents', {
    form: fileForm(text, name),
  })
  return { status, ...body } as {
    status: number
    already: boolean
    document: { id: string; title: string; version: number; counts: Record<string, number> }
  }
}

// biome-ignore lint/suspicious/noExplicitAny: findings of every kind
type Shown = any

async function findings(id: string): Promise<Shown[]> {
  return (await office.ask('GET', `/api/documents/${id}/findings`)).body.findings
}

const confirm = (finding: Shown, edits?: unknown) =>
  office.ask('POST', `/api/findings/${finding.id}/confirm`, {
    json: edits ? { edits } : {},
    version: finding.version,
  })

describe('a report', () => {
  let id = ''

  test('is kept with its text and its proposals', async () => {
    const added = await upload(report)
    expect(added.status).toBe(201)
    expect(added.document.title).toMatch(/^Hội nghị giao ban tháng 9/)
    id = added.document.id
    const text = (await office.ask('GET', `/api/documents/${id}/text`)).body.text as string
    const found = await findings(id)
    for (const one of found) expect(text.slice(one.start, one.end)).toBe(one.quote)
    const kinds = new Set(found.map((one) => one.kind))
    for (const kind of ['statement', 'shortcoming', 'assignment', 'citation']) {
      expect(kinds, kind).toContain(kind)
    }
  })

  test('is recognised by its bytes', async () => {
    const again = await upload(report, 'other-name.txt')
    expect(again).toMatchObject({ status: 200, already: true, document: { id } })
  })

  test('comes back byte for byte, as an attachment', async () => {
    const { body, headers } = await office.ask('GET', `/api/documents/${id}/original`)
    expect(body).toBe(report)
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="bao-cao.txt"/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('a confirmed figure stands on the board with its sentence', async () => {
    const statement = (await findings(id)).find(
      (one) => one.kind === 'statement' && one.quote.includes('8.250'),
    )
    const { body, status } = await confirm(statement)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.finding).toMatchObject({ state: 'confirmed', entry: { kind: 'observation' } })
    const { rows } = (await office.ask('GET', '/api/indicators/board')).body
    const row = rows.find((one: Shown) => one.latest?.id === body.finding.entry.id)
    expect(row.indicator.code).toBe('state_budget_revenue')
    expect(row.latest).toMatchObject({
      value: 8.25e12,
      unit: 'VND',
      period: { from: '2024-01-01', to: '2024-09-30' },
      source: {
        documentId: id,
        start: statement.start,
        end: statement.end,
        findingId: statement.id,
      },
    })
    expect(row.latest.comparisons).toHaveLength(2)
  })

  test('a decision is taken once; an old version gets both texts', async () => {
    const shortcoming = (await findings(id)).find((one) => one.kind === 'shortcoming')
    expect(
      (await office.ask('POST', `/api/findings/${shortcoming.id}/confirm`, { json: {} })).status,
    ).toBe(428)
    expect((await confirm(shortcoming)).status).toBe(200)
    const late = await confirm(shortcoming)
    expect(late.status).toBe(412)
    expect(late.body.current.state).toBe('confirmed')
    const fresh = (await findings(id)).find((one) => one.id === shortcoming.id)
    expect((await confirm(fresh)).body.code).toBe('alreadyDecided')
  })

  test('undo takes the entry back and leaves both records', async () => {
    const before = (await office.ask('GET', '/api/shortcomings')).body.topics
    expect(before).toHaveLength(1)
    const finding = (await findings(id)).find(
      (one) => one.kind === 'shortcoming' && one.state === 'confirmed',
    )
    const undone = await office.ask('POST', `/api/findings/${finding.id}/undo`, {
      version: finding.version,
    })
    expect(undone.body.finding).toMatchObject({ state: 'proposed', entry: null })
    expect((await office.ask('GET', '/api/shortcomings')).body.topics).toEqual([])
    const record = await office.ask(
      'GET',
      `/api/record?subjectKind=finding&subjectId=${finding.id}`,
    )
    expect(record.body.changes.map((one: Shown) => one.action)).toEqual([
      'finding.undo',
      'finding.confirm',
    ])
  })

  test('an edit stands beside what was read', async () => {
    const task = (await findings(id)).find((one) => one.kind === 'assignment')
    const { body } = await confirm(task, {
      leadText: 'Sở Tài chính tỉnh',
      deadlineIso: '2024-11-05',
    })
    expect(body.finding.edited).toEqual({
      leadText: 'Sở Tài chính tỉnh',
      deadlineIso: '2024-11-05',
    })
    expect(body.finding.payload.quote).toBe(task.quote)
    const { assignment } = (await office.ask('GET', `/api/assignments/${body.finding.entry.id}`))
      .body
    expect(assignment).toMatchObject({
      leadText: 'Sở Tài chính tỉnh',
      deadline: '2024-11-05',
      state: 'overdue',
      missing: [],
    })
  })

  test('an impossible date is refused and nothing is written', async () => {
    const task = (await findings(id)).find((one) => one.kind === 'shortcoming')
    const { body } = await confirm(task, { deadlineIso: '2024-02-31' })
    expect(body.code).toBe('invalidInput')
    expect((await findings(id)).find((one) => one.id === task.id).state).toBe('proposed')
  })

  test('many are confirmed in one transaction, what cannot be is named', async () => {
    const open = (await findings(id)).filter(
      (one) =>
        one.state === 'proposed' && ['statement', 'shortcoming', 'citation'].includes(one.kind),
    )
    const { body } = await office.ask('POST', `/api/documents/${id}/confirm-certain`, {
      json: {
        findings: [
          ...open.map(({ id: finding, version }) => ({ id: finding, version })),
          { id: '01900000-0000-7000-8000-000000000000', version: 1 },
        ],
      },
    })
    expect(body.confirmed).toHaveLength(open.length)
    expect(body.skipped).toEqual([{ id: '01900000-0000-7000-8000-000000000000', code: 'notFound' }])
  })

  test('a finding by hand is proposed, then confirmed like the others', async () => {
    const start = report.indexOf('tỷ lệ giải ngân')
    const added = await office.ask('POST', `/api/documents/${id}/findings`, {
      json: { kind: 'shortcoming', start, end: start + 15, edits: { topic: 'other' } },
    })
    expect(added.body.finding).toMatchObject({ madeBy: 'person', state: 'proposed' })
    expect((await confirm(added.body.finding)).body.finding.state).toBe('confirmed')
    const outside = await office.ask('POST', `/api/documents/${id}/findings`, {
      json: { kind: 'shortcoming', start: 10, end: 100_000 },
    })
    expect(outside.body.code).toBe('spanOutside')
  })

  test('reading it again proposes nothing that is there', async () => {
    const before = await findings(id)
    const { body } = await office.ask('POST', `/api/documents/${id}/read`, { json: {} })
    expect(body.added).toBe(0)
    expect(await findings(id)).toEqual(before)
  })

  test('the record verifies, and tells who altered it', async () => {
    const admin = await here.client('administrator')
    const good = await admin.ask('GET', '/api/record/verify')
    expect(good.body).toMatchObject({ intact: true, brokenAt: null })
    const { rows } = await here.database.pool.query('select * from audit_record')
    expect(JSON.stringify(rows)).not.toContain('giải phóng mặt bằng')
    await here
      .owner()
      .pool.query(
        `update audit_record set actor_name = 'Somebody else' where province_id = $1 and seq = 5`,
        [here.east.province_id],
      )
    const bad = await admin.ask('GET', '/api/record/verify')
    expect(bad.body).toMatchObject({ intact: false, brokenAt: 5 })
    await here
      .owner()
      .pool.query(`update audit_record set actor_name = $2 where province_id = $1 and seq = 5`, [
        here.east.province_id,
        rows.find((row) => row.seq === 5 && row.province_id === here.east.province_id).actor_name,
      ])
  })

  test('destroyed, its words are nowhere, and the record still verifies', async () => {
    const admin = await here.client('administrator')
    const { document } = (await admin.ask('GET', `/api/documents/${id}`)).body
    const done = await admin.ask('POST', `/api/documents/${id}/destroy`, {
      json: { reason: 'spilled' },
      version: document.version,
    })
    expect(done.body.document.status).toBe('destroyed')
    const tables = await here.database.pool.query<{ table_name: string }>(
      `select table_name from information_schema.tables where table_schema = 'public'`,
    )
    for (const { table_name } of tables.rows) {
      if (table_name === 'indicator') continue
      const { rows } = await here.database.pool.query(
        `select count(*)::int as hits from ${table_name} as t where t::text ilike '%chậm tiến độ%' or t::text like '%8.250%'`,
      )
      expect(rows[0].hits, table_name).toBe(0)
    }
    expect((await admin.ask('GET', '/api/record/verify')).body.intact).toBe(true)
    expect((await office.ask('GET', `/api/documents/${id}/text`)).status).toBe(410)
    const again = await upload(report)
    expect(again).toMatchObject({ status: 201, already: false })
  })
})

describe('what cannot be read', () => {
  async function rows(): Promise<string> {
    const { rows: tables } = await here.database.pool.query<{ table_name: string }>(
      `select table_name from information_schema.tables where table_schema = 'public' order by 1`,
    )
    const counts: string[] = []
    for (const { table_name } of tables) {
      const { rows: counted } = await here.database.pool.query(
        `select count(*)::int as all from ${table_name}`,
      )
      counts.push(`${table_name}=${counted[0].all}`)
    }
    return counts.join(' ')
  }

  test.each([
    ['an empty file', '', 'a.txt'],
    ['bytes that are no text', new Uint8Array([0, 1, 2, 3, 255, 254, 7, 8, 9, 0]), 'a.txt'],
    ['a broken .docx', 'PK\u0003\u0004 cut here', 'a.docx'],
    ['half a .pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog', 'a.pdf'],
  ])('%s gets its message and leaves nothing', async (_what, bytes, name) => {
    const before = await rows()
    const { body, status } = await office.ask('POST', '/api/documents', {
      form: fileForm(bytes, name),
    })
    expect(status, JSON.stringify(body)).toBe(422)
    expect(body.code).toBe('fileRefused')
    expect(body.detail.length).toBeGreaterThan(10)
    expect(await rows()).toBe(before)
  })

  test('a file above the limit is refused before it is parsed', async () => {
    const form = fileForm(new Uint8Array(20 * 1024 * 1024 + 1).fill(97), 'big.txt')
    const { body, status } = await office.ask('POST', '/api/documents', { form })
    expect(status).toBe(413)
    expect(body.code).toBe('fileTooLarge')
  })

  test('a name that climbs out of folders is only a name', async () => {
    const { body } = await office.ask('POST', '/api/documents', {
      form: fileForm('Thu ngân sách đạt 12 tỷ đồng.', '../../etc/x.txt'),
    })
    expect(body.document.fileName).toBe('x.txt')
  })

  test('a form without a file is named', async () => {
    const form = new FormData()
    form.append('title', 'Không có tệp')
    const { body } = await office.ask('POST', '/api/documents', { form })
    expect(body.code).toBe('fileMissing')
  })
})
