// Targets over HTTP: set, decided anew in mid-year, split to bodies, held against figures of documents.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../../test/world.ts'
import { todayInVietnam } from '../../calendar.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let indicator = ''
let revenue: { id: string; version: number }

const year = { from: '2026-01-01', to: '2026-12-31', kind: 'plan', authority: null }
const basis = { legalReference: 'Nghị quyết số 45/NQ-HĐND', decidedOn: '2025-12-10' }
const whole = { organisationId: null, ...year, ...basis }

const text = `Thu ngân sách nhà nước trên địa bàn 6 tháng đầu năm 2025 đạt 1.500 tỷ đồng.
Thu ngân sách nhà nước trên địa bàn năm 2025 đạt 5.000 tỷ đồng.
Thu ngân sách nhà nước trên địa bàn 6 tháng đầu năm 2026 đạt 2.000 tỷ đồng.
`

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  const added = await office.ask('POST', '/api/documents', { form: fileForm(text, 'thu.txt') })
  const at = `/api/documents/${added.body.document.id}`
  const { findings } = (await office.ask('GET', `${at}/findings`)).body
  for (const { id, kind, version } of findings) {
    if (kind === 'statement')
      await office.ask('POST', `/api/findings/${id}/confirm`, { json: {}, version })
  }
  const { rows } = (await office.ask('GET', '/api/indicators/board')).body
  const row = rows.find((one: { series: unknown[] }) => one.series.length === 3)
  indicator = row.indicator.id
})

afterAll(() => here.close())

const set = (json: object, client = office, of = indicator) =>
  client.ask('POST', `/api/indicators/${of}/targets`, { json })
const targets = async (client = office, query = '') =>
  (await client.ask('GET', `/api/indicators/${indicator}/targets${query}`)).body.targets

describe('a plan of the year', () => {
  test('is typed as written, and told with what is expected by now and where the year will end', async () => {
    const { status, body } = await set({ ...whole, figure: '6.000 tỷ đồng' })
    expect(status).toBe(201)
    revenue = body.target
    expect(body.target.now).toMatchObject({
      low: 6e12,
      high: 6e12,
      legalReference: basis.legalReference,
    })
    // Last year three tenths were there by the end of June.
    expect(body.target.standing).toEqual({
      state: 'onTrack',
      share: expect.closeTo(2000 / 1800),
      actual: 2e12,
      asOf: '2026-06-30',
      by: 'document',
      modality: 'actual',
      stage: null,
      worked: null,
      said: expect.objectContaining({ quote: expect.stringContaining('năm 2026') }),
      broken: null,
      ofTarget: expect.closeTo(1 / 3),
      expected: { low: 1.8e12, high: 1.8e12, by: 'seasonal', years: 1 },
      forecast: {
        value: expect.closeTo(2e12 / 0.3, -3),
        least: expect.any(Number),
        most: expect.any(Number),
        years: 1,
      },
      samePeriod: 1.5e12,
    })
  })

  test('stands on the board beside its indicator', async () => {
    const { rows } = (await office.ask('GET', '/api/indicators/board')).body
    const row = rows.find((one: { indicator: { id: string } }) => one.indicator.id === indicator)
    expect(row.target).toMatchObject({ id: revenue.id, standing: { state: 'onTrack' } })
    expect(rows.filter((one: { target: unknown }) => one.target)).toHaveLength(1)
  })

  test('is refused with what to do: twice, another unit, a bare number, words that are no figure', async () => {
    const refused = async (json: object) => {
      const { status, body } = await set(json)
      return [status, body.code]
    }
    expect(await refused({ ...whole, figure: '7.000 tỷ đồng' })).toEqual([409, 'targetTaken'])
    expect(await refused({ ...whole, kind: 'stretch', figure: '95 %' })).toEqual([
      422,
      'figureUnit',
    ])
    expect(await refused({ ...whole, kind: 'stretch', figure: '7.000' })).toEqual([
      422,
      'figureUnit',
    ])
    expect(await refused({ ...whole, kind: 'stretch', figure: 'cao hơn' })).toEqual([
      422,
      'figureUnread',
    ])
    expect(await refused({ ...whole, kind: 'stretch' })).toEqual([400, 'invalidInput'])
    expect(
      await refused({ ...whole, kind: 'stretch', figure: '1 tỷ đồng', to: '2025-01-01' }),
    ).toEqual([400, 'invalidInput'])
    const outside = [{ by: '2027-01-31', figure: '1 tỷ đồng' }]
    expect(
      await refused({ ...whole, kind: 'stretch', figure: '7.000 tỷ đồng', path: outside }),
    ).toEqual([422, 'pathOutside'])
    expect(await targets()).toHaveLength(1)
    // Its number is one of the indicator's unit, which stays therefore; a word of the name may change.
    const { indicators } = (await office.ask('GET', '/api/indicators')).body
    const { version } = indicators.find(({ id }: { id: string }) => id === indicator)
    const change = (json: object) =>
      office.ask('PATCH', `/api/indicators/${indicator}`, { json, version })
    expect((await change({ unit: 'triệu đồng' })).body.code).toBe('unitInUse')
    expect((await change({ kind: 'R' })).body.code).toBe('unitInUse')
  })

  test('may be given twice: two denominators, by who gives it', async () => {
    const given = { ...whole, authority: 'primeMinister', figure: '5.500 tỷ đồng' }
    expect((await set(given)).status).toBe(201)
    expect((await targets()).map((one: { authority: string }) => one.authority).toSorted()).toEqual(
      [null, 'primeMinister'].toSorted(),
    )
  })

  test('decided anew in mid-year: both versions stay, each counts on its days', async () => {
    const path = [{ by: '2026-06-30', figure: '2.400 tỷ đồng' }]
    const json = {
      legalReference: 'Nghị quyết số 61/NQ-HĐND',
      decidedOn: '2026-07-10',
      figure: '7.000 tỷ đồng',
      path,
    }
    const { status, body } = await office.ask('POST', `/api/targets/${revenue.id}/versions`, {
      json,
      version: revenue.version,
    })
    expect(status).toBe(200)
    expect(body.target.versions.map((one: { low: number }) => one.low)).toEqual([6e12, 7e12])
    expect(body.target.standing).toMatchObject({
      state: 'late',
      expected: { low: 2.4e12, by: 'scenario' },
    })
    const [before] = (await targets(office, '?on=2026-07-09')).filter(
      (one: { id: string }) => one.id === revenue.id,
    )
    // The versions of that day, with what was known by its end: nothing yet.
    expect(before.now).toMatchObject({ number: 1, low: 6e12 })
    expect(before.standing).toMatchObject({ state: 'notJudged', actual: null })
    const old = await office.ask('POST', `/api/targets/${revenue.id}/versions`, {
      json,
      version: revenue.version,
    })
    expect([old.status, old.body.code]).toEqual([412, 'versionOld'])
    revenue = body.target
  })

  test('what somebody thinks of it stands beside what the figures say', async () => {
    const { body } = await office.ask('POST', `/api/targets/${revenue.id}/judgements`, {
      json: { likelihood: 'likely', body: 'Quý IV thu tiền sử dụng đất.' },
      version: revenue.version,
    })
    expect(body.target.judgement).toMatchObject({ likelihood: 'likely' })
    expect(body.target.standing.state).toBe('late')
    revenue = body.target
  })

  test('is told in the history of its indicator', async () => {
    const { changes } = (await office.ask('GET', `/api/history?kind=indicator&id=${indicator}`))
      .body
    expect(changes.map((one: { action: string }) => one.action)).toEqual([
      ...['indicator.target', 'indicator.target', 'indicator.target', 'indicator.judge'],
    ])
    const second = changes[2].fields.map((one: { field: string }) => one.field)
    expect(second).toEqual(expect.arrayContaining(['target', 'legalReference', 'decidedOn']))
  })
})

test('what bodies are given is added up: those below another count in it, and nothing is blocked', async () => {
  const city = await here.body('Thành phố Thử')
  const ward = await here.body('Phường Thử', city)
  const town = await here.body('Thị xã Thử')
  for (const [organisationId, figure] of [
    [city, '4.000 tỷ đồng'],
    [ward, '1.000 tỷ đồng'],
    [town, '3.500 tỷ đồng'],
  ]) {
    expect((await set({ ...whole, organisationId, figure })).status).toBe(201)
  }
  const [own] = (await targets()).filter((one: { id: string }) => one.id === revenue.id)
  expect(own.split).toEqual({ bodies: 2, sum: 7.5e12, difference: 0.5e12 })
})

describe('what was reported and accepted', () => {
  const report = (json: object) =>
    office.ask('POST', `/api/indicators/${indicator}/figures`, {
      json: {
        ...{ organisationId: null, from: '2026-01-01', accumulation: 'cumulative' },
        ...{ kind: 'actual', stage: 'preliminary', sure: true, ...json },
      },
    })
  const own = async (query = '') =>
    (await targets(office, query)).find((one: { id: string }) => one.id === revenue.id).standing

  test('counts before a document of the same days, and gives way to one of later days', async () => {
    expect((await report({ to: '2026-05-31', figure: '1.700 tỷ đồng' })).status).toBe(201)
    expect(await own()).toMatchObject({ by: 'document', actual: 2e12, asOf: '2026-06-30' })
    const { body } = await report({ to: '2026-06-30', figure: '2.100 tỷ đồng' })
    expect(await own()).toMatchObject({
      ...{ by: 'reported', stage: 'preliminary', worked: 'reported', said: null, modality: null },
      ...{ actual: 2.1e12, samePeriod: 1.5e12, state: 'watch', share: 2100 / 2400 },
    })
    const { rows } = (await office.ask('GET', '/api/indicators/board')).body
    const row = rows.find((one: { indicator: { id: string } }) => one.indicator.id === indicator)
    expect(row.target.standing).toMatchObject({ by: 'reported', actual: 2.1e12 })
    // A plan of the term that begins with the same year is not the one that the year is held against.
    const term = await set({ ...whole, to: '2030-12-31', figure: '40.000 tỷ đồng' })
    expect(term.body.target.standing.actual).toBe(2.1e12)
    const again = (await office.ask('GET', '/api/indicators/board')).body.rows
    expect(
      again.find((one: { indicator: { id: string } }) => one.indicator.id === indicator).target.id,
    ).toBe(row.target.id)
    const withdrawn = await report({
      ...{ to: '2026-06-30', missingReason: 'withdrawn', reason: 'Ghi nhầm kỳ' },
      seen: body.figure.number,
    })
    expect(withdrawn.status).toBe(201)
    expect(await own()).toMatchObject({ by: 'document', actual: 2e12 })
  })

  test('of months is added up once all are there; of a body it is held against its own target', async () => {
    const ward = await here.body('Phường Báo Cáo')
    const given = await set({ ...whole, organisationId: ward, figure: '120 tỷ đồng' })
    const month = (number: string, day: string) =>
      report({
        ...{ organisationId: ward, from: `2026-${number}-01`, to: `2026-${number}-${day}` },
        ...{ accumulation: 'period', figure: '12 tỷ đồng', stage: 'official' },
      })
    const standing = async () =>
      (await targets()).find((one: { id: string }) => one.id === given.body.target.id).standing
    await month('02', '28')
    expect(await standing()).toMatchObject({ actual: null, by: null })
    await month('01', '31')
    expect(await standing()).toMatchObject({
      ...{ actual: 24e9, asOf: '2026-02-28', by: 'reported', worked: 'months', stage: 'official' },
      ...{ ofTarget: 0.2, state: 'onTrack' },
    })
  })

  test('of a past day is what stood at its end', async () => {
    const { db } = here.database
    await report({ to: '2026-07-31', figure: '2.600 tỷ đồng' })
    // The province's record reaches back two days: what was recorded then counts as of yesterday.
    const day = (days: number) => new Date(Date.now() - days * 864e5).toISOString()
    const yesterday = todayInVietnam(new Date(Date.now() - 864e5))
    expect(await own(`?on=${yesterday}`)).toMatchObject({ actual: null })
    await here
      .owner()
      .db.updateTable('audit_record')
      .set({ at: day(2) })
      .execute()
    expect(await own(`?on=${yesterday}`)).toMatchObject({ by: 'reported', actual: 2.6e12 })
    await db
      .updateTable('observation')
      .set({ confirmed_at: day(2) })
      .execute()
    await report({ to: '2026-08-31', figure: '2.900 tỷ đồng' })
    expect(await own(`?on=${yesterday}`)).toMatchObject({ actual: 2.6e12, samePeriod: null })
    expect(await own()).toMatchObject({ actual: 2.9e12 })
  })
})

test('once its series breaks, nothing before is compared with', async () => {
  const before = (await targets()).find((one: { id: string }) => one.id === revenue.id)
  const { rules } = (await office.ask('GET', `/api/indicators/${indicator}/figures`)).body
  const body = await here.body('Sở Chủ trì')
  const broken = await office.ask('POST', `/api/indicators/${indicator}/definitions`, {
    json: {
      ...{ ...rules, validFrom: '2026-01-01', ownerId: body, content: null, seen: 0 },
      ...{
        legalReference: 'Thông tư số 13/2019/TT-BKHĐT',
        reason: 'Đổi phạm vi thu',
        breaks: true,
      },
    },
  })
  expect(broken.status).toBe(201)
  const again = await set({ ...whole, authority: 'committee', figure: '6.000 tỷ đồng' })
  expect(before.standing.broken).toBeNull()
  expect(again.body.target.standing).toMatchObject({
    ...{ broken: { onDay: '2026-01-01', reason: 'Đổi phạm vi thu' }, samePeriod: null },
    ...{ forecast: null, expected: { by: 'linear' } },
  })
})

test('one taken back is no longer aimed at, and stays', async () => {
  const version = revenue.version
  const { body } = await office.ask('POST', `/api/targets/${revenue.id}/versions`, {
    json: { withdrawn: true, legalReference: 'Nghị quyết số 70/NQ-HĐND', decidedOn: '2026-09-01' },
    version,
  })
  expect(body.target.now).toBeNull()
  expect(body.target.standing.state).toBe('notJudged')
  expect(body.target.versions).toHaveLength(3)
})

describe('the sentence a target comes from', () => {
  test('is led back to, for whoever may read it; with its document the way goes, not the target', async () => {
    const said = 'Mục tiêu thu ngân sách nhà nước trên địa bàn năm 2026 đạt 6.200 tỷ đồng.'
    const added = await office.ask('POST', '/api/documents', {
      form: fileForm(said, 'muc-tieu.txt'),
    })
    const documentId = added.body.document.id
    const { findings } = (await office.ask('GET', `/api/documents/${documentId}/findings`)).body
    const statement = findings.find((one: { kind: string }) => one.kind === 'statement')
    const confirmed = await office.ask('POST', `/api/findings/${statement.id}/confirm`, {
      json: {},
      version: statement.version,
    })
    const observationId = confirmed.body.finding.entry.id
    const { body } = await set({
      ...whole,
      kind: 'minimum',
      figure: '6.200 tỷ đồng',
      observationId,
    })
    expect(body.target.now.source).toMatchObject({ documentId, quote: said.slice(9, -1) })
    const head = (await here.grantee('officeHead')).client
    const { document } = (await head.ask('GET', `/api/documents/${documentId}`)).body
    const closed = await head.ask('PATCH', `/api/documents/${documentId}`, {
      json: { level: 'office' },
      version: document.version,
    })
    expect(closed.status).toBe(200)
    const reader = await here.client('reader')
    const sourceFor = async (client: Client) =>
      (await targets(client)).find((one: { kind: string }) => one.kind === 'minimum').now.source
    expect(await sourceFor(reader)).toBeNull()
    expect(await sourceFor(head)).toMatchObject({ documentId })
    const opened = await head.ask('PATCH', `/api/documents/${documentId}`, {
      json: { level: 'internal' },
      version: closed.body.document.version,
    })
    const administrator = await here.client('administrator')
    const gone = await administrator.ask('POST', `/api/documents/${documentId}/destroy`, {
      json: { reason: 'Hết thời hạn lưu' },
      version: opened.body.document.version,
    })
    expect(gone.status).toBe(200)
    expect(await sourceFor(head)).toBeNull()
  })

  test('growth and the share of the plan that a document gives are worked out again', async () => {
    const wrong = `Thu ngân sách nhà nước trên địa bàn 9 tháng đầu năm 2025 đạt 3.000 tỷ đồng.
Thu ngân sách nhà nước trên địa bàn 9 tháng đầu năm 2026 đạt 3.300 tỷ đồng, tăng 20% so với cùng kỳ, bằng 55% kế hoạch.
`
    const added = await office.ask('POST', '/api/documents', { form: fileForm(wrong, 'sai.txt') })
    const at = `/api/documents/${added.body.document.id}/findings`
    for (const { id, kind, version } of (await office.ask('GET', at)).body.findings)
      if (kind === 'statement')
        await office.ask('POST', `/api/findings/${id}/confirm`, { json: {}, version })
    const asked = async () => {
      const told = (await office.ask('GET', `/api/indicators/${indicator}`)).body
      return told.asked.flatMap((one: { questions: { code: string }[] }) => one.questions)
    }
    // The series broke with the year 2026: nothing is said of growth, and no plan is there.
    expect(await asked()).toEqual([])
    const { breaks } = (await office.ask('GET', `/api/indicators/${indicator}/figures`)).body
    await office.ask('POST', `/api/indicator-breaks/${breaks[0].id}/withdraw`, {
      json: { reason: 'Nhầm' },
    })
    // The plan by the committee asks for 6.000: 3.300 are 55 % of it.
    expect(await asked()).toEqual([{ code: 'V6', found: 20, against: 10 }])
    const own = (await targets()).find(
      (one: { authority: string }) => one.authority === 'committee',
    )
    await office.ask('POST', `/api/targets/${own.id}/versions`, {
      json: { figure: '11.000 tỷ đồng', legalReference: 'x', decidedOn: '2026-06-01' },
      version: own.version,
    })
    const prime = (await targets()).find(
      (one: { authority: string }) => one.authority === 'primeMinister',
    )
    await office.ask('POST', `/api/targets/${prime.id}/versions`, {
      json: { withdrawn: true, legalReference: 'x', decidedOn: '2026-06-01' },
      version: prime.version,
    })
    expect(await asked()).toEqual([
      { code: 'V6', found: 20, against: 10 },
      { code: 'V7', found: 55, against: 30 },
    ])
  })

  test('has to be a figure of the indicator', async () => {
    const observationId = crypto.randomUUID()
    const { status } = await set({
      ...whole,
      kind: 'stretch',
      figure: '9.000 tỷ đồng',
      observationId,
    })
    expect(status).toBe(404)
    expect((await targets()).some((one: { kind: string }) => one.kind === 'stretch')).toBe(false)
  })
})
