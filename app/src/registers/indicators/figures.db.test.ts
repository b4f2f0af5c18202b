// Reported figures: recorded as versions, and read as they stood at any record.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileForm, world } from '../../../test/world.ts'
import { transaction } from '../../database/open.ts'
import type { Actor } from '../../http/access.ts'
import { canonical } from '../../record/record.ts'
import { type FigureValue, placeKey } from './figure.ts'
import { figuresOf, type NewFigure, recordAt, recordFigures, versionsOf } from './figure-store.ts'
import { valuesHash } from './snapshot-store.ts'
import { allIndicators } from './store.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Actor
let revenue = ''
let poverty = ''
let bodies: string[] = []

beforeAll(async () => {
  here = await world()
  office = await here.actor('office')
  const all = await allIndicators(here.database.db, office.provinceId)
  const [first, second] = all
  revenue = first?.indicator_id ?? ''
  poverty = second?.indicator_id ?? ''
  bodies = [await here.body('Phường Một'), await here.body('Phường Hai')]
})

afterAll(() => here.close())

const record = (rows: readonly NewFigure[], actor = office) =>
  transaction(here.database, (tx) => recordFigures(tx, actor, rows))

const row = (over: Partial<NewFigure> = {}): NewFigure => ({
  indicatorId: revenue,
  organisationId: null,
  periodFrom: '2026-01-01',
  periodTo: '2026-09-30',
  accumulation: 'cumulative',
  kind: 'actual',
  value: 6e12,
  missingReason: null,
  stage: 'estimate',
  method: 'typed',
  reason: null,
  ...over,
})

const standing = (asOf: number | null = null) => figuresOf(here.database.db, office, {}, asOf)

describe('a value', () => {
  test('is recorded once; the same again changes nothing, a revision needs its reason', async () => {
    const first = await record([row()])
    expect(first.changes).toEqual([
      expect.objectContaining({
        number: 1,
        before: null,
        after: { value: 6e12, missingReason: null, stage: 'estimate' },
      }),
    ])
    expect(await record([row()])).toEqual({ entryId: null, changes: [], unchanged: 1, kept: [] })
    await expect(record([row({ value: 6.1e12 })])).rejects.toMatchObject({
      code: 'reasonNeeded',
      details: { row: 0 },
    })
    const official = row({ value: 6.1e12, stage: 'official', reason: 'Số chính thức' })
    expect((await record([official])).changes[0]).toMatchObject({
      number: 2,
      before: { value: 6e12, stage: 'estimate' },
    })
    const back = row({ stage: 'estimate', reason: 'Ghi nhầm' })
    await expect(record([back])).rejects.toMatchObject({ code: 'stageBack' })
    await record([{ ...back, stageBack: true }])
    await expect(record([row({ value: 1, reason: 'x', seen: 2 })])).rejects.toMatchObject({
      code: 'versionOld',
      details: { row: 0, current: { number: 3, value: 6e12 } },
    })
  })

  test('is all of its rows or none; a place once, a number or why there is none', async () => {
    const good = row({ organisationId: bodies[0] ?? '' })
    const refused = async (...rows: NewFigure[]) => {
      await expect(record([good, ...rows])).rejects.toMatchObject({
        code: 'figureInvalid',
        details: { row: 1 },
      })
    }
    await refused(good)
    await refused(row({ indicatorId: poverty, value: null }))
    await refused(row({ indicatorId: poverty, missingReason: 'notYet' }))
    await refused(row({ indicatorId: poverty, value: Number.NaN }))
    await refused(row({ indicatorId: poverty, periodFrom: '2026-10-01' }))
    const unknown = row({ indicatorId: crypto.randomUUID() })
    await expect(record([good, unknown])).rejects.toMatchObject({ code: 'notFound' })
    expect(await figuresOf(here.database.db, office, { organisationIds: bodies })).toEqual([])
  })

  test('of one body is its office’s own: who works elsewhere records none', async () => {
    const { actor } = await here.grantee('office', bodies[1])
    await record([row({ organisationId: bodies[1] ?? '' })], actor)
    await expect(record([row({ value: 1, reason: 'x' })], actor)).rejects.toMatchObject({
      code: 'forbidden',
    })
    const reader = await here.actor('reader')
    await expect(record([row({ value: 1, reason: 'x' })], reader)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('keeps every version, and the entry a hash over what was written', async () => {
    const [own] = await figuresOf(here.database.db, office, { organisationIds: [null] })
    const versions = await versionsOf(here.database.db, office, own?.figureId ?? '')
    expect(
      versions.map(({ number, value, stage, reason }) => [number, value, stage, reason]),
    ).toEqual([
      [1, 6e12, 'estimate', null],
      [2, 6.1e12, 'official', 'Số chính thức'],
      [3, 6e12, 'estimate', 'Ghi nhầm'],
    ])
    const [one] = versions
    const { rows_hash: hash } = await here.database.db
      .selectFrom('figure_entry')
      .select('rows_hash')
      .where('entry_id', '=', one?.entryId ?? '')
      .executeTakeFirstOrThrow()
    const written = [
      ...[own?.figureId, revenue, null, '2026-01-01', '2026-09-30', 'cumulative', 'actual', 1],
      ...['6000000000000', null, 'estimate', 'typed', null, null],
    ]
    expect(hash).toBe(
      createHash('sha256')
        .update(`${canonical(written)}\n`)
        .digest('hex'),
    )
  })
})

/** Numbers from 0 to below 1, the same in each run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

describe('what stood at any record', () => {
  test('is what comes of everything recorded until then, one after another', async () => {
    const next = numbers(2026)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
    const replayed = new Map((await standing()).map((one) => [placeKey(one), told(one)]))
    const moments: { seq: number; at: string; all: Map<string, FigureValue> }[] = []
    for (let round = 0; round < 25; round++) {
      const rows = new Map<string, NewFigure>()
      for (let count = 1 + Math.floor(next() * 4); count > 0; count--) {
        const value = pick([null, 0, -1.5, 1e-7, 12345.678, 1e13])
        const month = pick(['01', '02', '03'])
        const one = row({
          indicatorId: pick([revenue, poverty]),
          organisationId: pick([null, ...bodies]),
          periodTo: `2025-${month}-28`,
          periodFrom: pick(['2025-01-01', `2025-${month}-01`]),
          accumulation: pick(['period', 'cumulative']),
          value,
          missingReason: value === null ? pick(['notYet', 'notCollected', 'withdrawn']) : null,
          stage: pick(['estimate', 'preliminary', 'official']),
          stageBack: true,
          reason: 'Rà soát lại',
        })
        rows.set(placeKey(one), one)
      }
      await record([...rows.values()])
      for (const [key, one] of rows) {
        if (one.missingReason === 'withdrawn') replayed.delete(key)
        else replayed.set(key, told(one))
      }
      const { seq, at } = await here.database.db
        .selectFrom('audit_record')
        .select(['seq', 'at'])
        .where('province_id', '=', office.provinceId)
        .orderBy('seq', 'desc')
        .executeTakeFirstOrThrow()
      moments.push({ seq, at, all: new Map(replayed) })
    }
    for (const { seq, all } of moments) {
      const stood = await standing(seq)
      expect(new Map(stood.map((one) => [placeKey(one), told(one)]))).toEqual(all)
    }
    const last = moments.at(-1)
    expect(await recordAt(here.database.db, office.provinceId, last?.at ?? '')).toBe(last?.seq)
    expect(await recordAt(here.database.db, office.provinceId, '2000-01-01T00:00:00Z')).toBe(0)
  })
})

const told = ({ value, missingReason, stage }: FigureValue): FigureValue => ({
  value,
  missingReason,
  stage,
})

describe('the sentence that a figure was taken from', () => {
  test('is of this indicator; it goes with its document, the figure and its indicator stay', async () => {
    const client = await here.client('office')
    const text = 'Số mô hình điểm về chuyển đổi số tháng 9/2026 là 17 mô hình.'
    const added = await client.ask('POST', '/api/documents', {
      form: fileForm(text, 'mo-hinh.txt'),
    })
    const documentId = added.body.document.id
    const { finding } = (
      await client.ask('POST', `/api/documents/${documentId}/findings`, {
        json: { kind: 'statement', start: 0, end: text.length - 1 },
      })
    ).body
    const { body } = await client.ask('POST', `/api/findings/${finding.id}/confirm`, {
      json: { edits: { newIndicator: { name: 'Số mô hình điểm', unit: 'item' }, value: 17 } },
      version: finding.version,
    })
    const observationId = body.finding.entry.id
    const { indicator_id: indicatorId } = await here.database.db
      .selectFrom('observation')
      .select('indicator_id')
      .where('observation_id', '=', observationId)
      .executeTakeFirstOrThrow()
    const taken = row({ indicatorId, value: 17, method: 'document', source: { observationId } })
    await expect(record([{ ...taken, indicatorId: revenue, reason: 'x' }])).rejects.toMatchObject({
      code: 'notFound',
    })
    await record([taken])
    const administrator = await here.client('administrator')
    const gone = await administrator.ask('POST', `/api/documents/${documentId}/destroy`, {
      json: { reason: 'Hết thời hạn lưu' },
      version: added.body.document.version,
    })
    expect(gone.status).toBe(200)
    const [left] = await figuresOf(here.database.db, office, { indicatorIds: [indicatorId] })
    expect(left).toMatchObject({ value: 17, method: 'document' })
    const sources = await here.database.db.selectFrom('figure_source').selectAll().execute()
    expect(sources).toEqual([])
  })
})

describe('over HTTP', () => {
  const cumulative = {
    organisationId: null,
    from: '2027-01-01',
    kind: 'actual',
    accumulation: 'cumulative',
  }

  test('a figure is typed as documents write it; what there is to ask about it is asked first', async () => {
    const client = await here.client('office')
    const { body } = await client.ask('POST', '/api/indicators', {
      json: { nameVi: 'Thu từ dịch vụ mới', unit: 'VND', kind: 'C', direction: 'up' },
    })
    const at = `/api/indicators/${body.indicator.id}`
    const type = (json: object) =>
      client.ask('POST', `${at}/figures`, { json: { ...cumulative, stage: 'estimate', ...json } })
    const first = await type({ to: '2027-08-31', figure: '700 tỷ đồng' })
    expect([first.status, first.body.figure.value]).toEqual([201, 7e11])
    // Only its stage is revised: the figure stays what it is.
    const staged = { to: '2027-08-31', stage: 'preliminary', seen: 1, reason: 'Số sơ bộ' }
    expect((await type(staged)).body.figure).toMatchObject({ number: 2, value: 7e11 })
    for (const [figure, code] of [
      ['700', 'figureUnit'],
      ['7 %', 'figureUnit'],
      ['5-6 tỷ đồng', 'figureUnread'],
    ])
      expect((await type({ to: '2027-09-30', figure })).body.code).toBe(code)
    const asked = await type({ to: '2027-09-30', figure: '690 tỷ đồng' })
    expect([asked.status, asked.body.code]).toEqual([409, 'figureAsked'])
    expect(asked.body.questions).toEqual([{ code: 'V2', found: 6.9e11, against: 7e11 }])
    expect((await type({ to: '2027-09-30', figure: '690 tỷ đồng', sure: true })).status).toBe(201)
    // What a conference was shown stays what it was shown.
    const { snapshot } = (
      await client.ask('POST', '/api/figure-snapshots', {
        json: { title: 'Hội nghị giao ban tháng 9', conferenceId: null },
      })
    ).body
    const shown = (await client.ask('GET', `${at}/figures`)).body.figures
    const revised = await type({
      ...{ to: '2027-09-30', figure: '810 tỷ đồng', stage: 'official', seen: 1 },
      reason: 'Số chính thức',
    })
    expect(revised.body.figure).toMatchObject({ number: 2, value: 8.1e11, stage: 'official' })
    const now = (await client.ask('GET', `${at}/figures?since=${snapshot.takenAt}`)).body
    expect(now.changes).toEqual([
      {
        before: expect.objectContaining({ value: 6.9e11 }),
        after: expect.objectContaining({ value: 8.1e11, stage: 'official' }),
      },
    ])
    const again = (await client.ask('GET', `${at}/figures?snapshot=${snapshot.id}`)).body
    expect(again.figures).toEqual(shown)
    const kept = await here.database.db
      .selectFrom('figure_snapshot')
      .select(['record_seq', 'values_hash'])
      .where('snapshot_id', '=', snapshot.id)
      .executeTakeFirstOrThrow()
    const stood = await figuresOf(here.database.db, office, {}, kept.record_seq)
    expect(valuesHash(stood)).toBe(kept.values_hash)
    // Opened again it is held against the hash that was kept: changed behind the record, it does not agree.
    const open = async () => (await client.ask('GET', `/api/figure-snapshots/${snapshot.id}`)).body
    const opened = await open()
    expect(opened).toMatchObject({ same: true, figures: stood.length, changed: 1 })
    expect(opened.rows).toContainEqual(
      expect.objectContaining({
        figure: expect.objectContaining({ value: 6.9e11 }),
        now: expect.objectContaining({ value: 8.1e11, stage: 'official' }),
      }),
    )
    const { db } = here.owner()
    const forge = (value: string) =>
      db
        .updateTable('figure_version')
        .set({ value })
        .where('figure_id', '=', revised.body.figure.figureId)
        .where('number', '=', 1)
        .execute()
    await forge('1')
    expect((await open()).same).toBe(false)
    await forge('690000000000')
    expect((await open()).same).toBe(true)
    const { versions } = (
      await client.ask('GET', `/api/figures/${revised.body.figure.figureId}/versions`)
    ).body
    expect(versions.map((one: { value: number }) => one.value)).toEqual([6.9e11, 8.1e11])
    const { rows } = (await client.ask('GET', '/api/indicators/board')).body
    const own = rows.find(
      (one: { indicator: { id: string } }) => one.indicator.id === body.indicator.id,
    )
    expect(own).toMatchObject({
      latest: null,
      reported: { value: 8.1e11, stage: 'official', periodTo: '2027-09-30' },
    })
    // Once its series breaks, it is not held against what it was before.
    const october = { to: '2027-10-31', figure: '600 tỷ đồng' }
    expect((await type(october)).body.questions).toMatchObject([{ code: 'V2' }])
    const broken = await client.ask('POST', `${at}/definitions`, {
      json: {
        ...{ ...now.rules, validFrom: '2027-10-01', ownerId: bodies[0], content: null },
        ...{ legalReference: 'Thông tư số 13/2019/TT-BKHĐT', seen: 0, breaks: true },
        reason: 'Đổi phạm vi thu',
      },
    })
    expect(broken.status).toBe(201)
    const after = await type(october)
    // V10: the figures of the year were kept for a conference before its end: not asked.
    expect(after.status).toBe(201)
    // The break taken back: compared again, and the history says why.
    const told = (await client.ask('GET', `${at}/figures`)).body
    const withdrawn = await client.ask(
      'POST',
      `/api/indicator-breaks/${told.breaks[0].id}/withdraw`,
      {
        json: { reason: 'Phạm vi thu không đổi' },
      },
    )
    expect(withdrawn.status).toBe(201)
    expect((await client.ask('GET', `${at}/figures`)).body.breaks).toEqual([])
    const lower = { ...october, seen: 1, reason: 'x', figure: '610 tỷ đồng' }
    expect((await type(lower)).body.questions).toMatchObject([{ code: 'V2' }])
    const { changes } = (
      await client.ask('GET', `/api/history?kind=indicator&id=${body.indicator.id}`)
    ).body
    expect(changes.at(-1)).toMatchObject({
      ...{ action: 'indicator.breakWithdrawn', reason: 'Phạm vi thu không đổi' },
    })
    const twice = await client.ask('POST', `/api/indicator-breaks/${told.breaks[0].id}/withdraw`, {
      json: { reason: 'x' },
    })
    expect(twice.status).toBe(404)
  })

  test('growth and share of the plan are worked out, a break and a conference are asked about', async () => {
    const client = await here.client('office')
    const { body } = await client.ask('POST', '/api/indicators', {
      json: { nameVi: 'Thu từ phí thử', unit: 'VND', kind: 'C', direction: 'up' },
    })
    const at = `/api/indicators/${body.indicator.id}`
    const type = (json: object) =>
      client.ask('POST', `${at}/figures`, {
        json: { ...cumulative, from: '2025-01-01', to: '2025-09-30', stage: 'official', ...json },
      })
    // Kept after the period was over: whoever adds to it says why (V10), or means it without.
    await client.ask('POST', '/api/figure-snapshots', { json: { title: 'x', conferenceId: null } })
    const late = await type({ figure: '400 tỷ đồng' })
    expect(late.body.questions).toMatchObject([{ code: 'V10' }])
    const said = { reason: 'Báo cáo bổ sung' }
    expect((await type({ figure: '400 tỷ đồng', ...said })).status).toBe(201)
    expect(
      (await type({ from: '2024-01-01', to: '2024-09-30', figure: '500 tỷ đồng', ...said })).status,
    ).toBe(201)
    await client.ask('POST', `${at}/targets`, {
      json: {
        ...{
          organisationId: null,
          from: '2025-01-01',
          to: '2025-12-31',
          kind: 'plan',
          authority: null,
        },
        ...{ figure: '800 tỷ đồng', legalReference: 'x', decidedOn: '2024-12-10' },
      },
    })
    const figureOf = async () =>
      (await client.ask('GET', `${at}/figures`)).body.figures.find(
        (one: { periodTo: string }) => one.periodTo === '2025-09-30',
      )
    expect(await figureOf()).toMatchObject({
      growth: { amount: -20, unit: '%' },
      ofPlan: 50,
      broken: false,
    })
    // A definition says what a bare number is in; without one it is refused.
    expect((await type({ to: '2025-10-31', figure: '450', ...said })).body.code).toBe('figureUnit')
    const { rules } = (await client.ask('GET', `${at}/figures`)).body
    await client.ask('POST', `${at}/definitions`, {
      json: {
        ...{
          ...rules,
          entryFactor: 1e9,
          validFrom: '2025-01-01',
          ownerId: bodies[0],
          content: null,
        },
        ...{ legalReference: 'x', seen: 0, breaks: true, reason: 'Đổi phạm vi' },
      },
    })
    const bare = await type({ to: '2025-10-31', figure: '1.450,5', sure: true })
    expect(bare.body.figure.value).toBe(1450.5e9)
    expect(await figureOf()).toMatchObject({ growth: null, broken: true, ofPlan: 50 })
    // Counted things have no unit to be written, yet may be typed in thousands.
    const { indicator: counted } = (
      await client.ask('POST', '/api/indicators', { json: { nameVi: 'Cây trồng', unit: 'item' } })
    ).body
    const things = `/api/indicators/${counted.id}`
    const taken = (await client.ask('GET', `${things}/figures`)).body.rules
    await client.ask('POST', `${things}/definitions`, {
      json: {
        ...{ ...taken, entryFactor: 1e3, validFrom: '2025-01-01', ownerId: bodies[0] },
        ...{ content: null, legalReference: 'x', seen: 0, breaks: false, reason: null },
      },
    })
    const { body: planted } = await client.ask('POST', `${things}/figures`, {
      json: {
        ...{ organisationId: null, from: '2025-12-31', to: '2025-12-31', figure: '1,5' },
        ...{ accumulation: 'period', kind: 'actual', stage: 'official', sure: true },
      },
    })
    expect(planted.figure.value).toBe(1500)
  })

  test('a definition has an owner, contradicts nothing, and counts from its day on', async () => {
    const client = await here.client('office')
    const at = `/api/indicators/${poverty}`
    const { rules } = (await client.ask('GET', `${at}/figures`)).body
    const given = {
      ...{ ...rules, validFrom: '2026-01-01', ownerId: bodies[0], content: null },
      ...{ legalReference: 'Thông tư số 13/2019/TT-BKHĐT', reason: null, seen: 0, breaks: false },
    }
    const define = (over: object) =>
      client.ask('POST', `${at}/definitions`, { json: { ...given, ...over } })
    const refused = async (over: object) => (await define(over)).body.code
    expect(await refused({ ownerId: undefined })).toBe('invalidInput')
    expect(await refused({ ownerId: crypto.randomUUID() })).toBe('notFound')
    expect(await refused({ acrossBodies: 'weightedMean' })).toBe('invalidInput')
    expect(await refused({ valueKind: 'stock', acrossTime: 'sum' })).toBe('invalidInput')
    expect(await refused({ formula: 'khong_co + 1' })).toBe('formulaWrong')
    expect(await refused({ formula: '1 +' })).toBe('formulaWrong')
    const { indicators } = (await client.ask('GET', '/api/indicators')).body
    const own = indicators.find((one: { id: string }) => one.id === poverty)
    expect(await refused({ formula: `${own.code} / 2` })).toBe('formulaWrong')
    expect((await define({ most: 100 })).status).toBe(201)
    expect(await refused({})).toBe('versionOld')
    const later = { seen: 1, validFrom: '2099-01-01', breaks: true, reason: 'Đổi năm gốc so sánh' }
    expect((await define(later)).status).toBe(201)
    const told = (await client.ask('GET', `${at}/figures`)).body
    expect(told.rules.most).toBe(100)
    expect(told.definitions).toMatchObject([{ owner: { id: bodies[0] } }, { number: 2 }])
    expect(told.breaks).toMatchObject([{ onDay: '2099-01-01', comparable: false }])
  })
})

test('figures of other places stand beside the province’s own, with their source, until they are taken back', async () => {
  const client = await here.client('office')
  const { indicator } = (
    await client.ask('POST', '/api/indicators', {
      json: { nameVi: 'Tốc độ tăng của thử nghiệm', unit: '%', kind: 'R', direction: 'up' },
    })
  ).body
  const at = `/api/indicators/${indicator.id}`
  const days = { from: '2025-01-01', to: '2025-12-31' }
  await client.ask('POST', `${at}/figures`, {
    json: {
      ...{ organisationId: null, ...days, accumulation: 'period', kind: 'actual' },
      ...{ figure: '8,2%', stage: 'estimate', sure: true },
    },
  })
  const enter = (json: object, by = client) =>
    by.ask('POST', `${at}/references`, {
      json: { ...days, place: 'cả nước', source: 'Niên giám 2025, trang 12', ...json },
    })
  expect((await enter({ figure: '8,02%' })).status).toBe(201)
  expect((await enter({ figure: '7 tỷ đồng' })).body.code).toBe('figureUnit')
  expect((await enter({ figure: 'gần 8%' })).body.code).toBe('figureUnread')
  expect((await enter({ figure: '8%', from: '2026-01-01' })).body.where).toBe('from')
  const reader = (await here.grantee('reader')).client
  expect((await enter({ figure: '8%' }, reader)).status).toBe(403)
  const told = async () => (await reader.ask('GET', `${at}/figures`)).body.references
  const [one] = await told()
  expect(one).toMatchObject({
    ...{ place: 'cả nước', value: 8.02, own: 8.2, source: 'Niên giám 2025, trang 12' },
  })
  // Of other days the province has none of its own.
  await enter({ figure: '7%', from: '2024-01-01', to: '2024-12-31', place: 'tỉnh Bên' })
  expect((await told()).map(({ own }: { own: number | null }) => own)).toEqual([8.2, null])
  const back = () =>
    client.ask('POST', `/api/indicator-references/${one.id}/withdraw`, {
      json: { reason: 'Nguồn đã đính chính' },
    })
  expect((await back()).status).toBe(201)
  expect((await back()).status).toBe(404)
  expect(await told()).toHaveLength(1)
})

test('as many bodies are told of as have the figures asked for, the province first, each with all it needs', async () => {
  const client = await here.client('office')
  const { indicator } = (
    await client.ask('POST', '/api/indicators', {
      json: { nameVi: 'Số lớp học thêm', unit: 'item' },
    })
  ).body
  const figure = (organisationId: string | null, year: number) =>
    row({
      ...{ indicatorId: indicator.id, organisationId, accumulation: 'period', value: year },
      ...{ periodFrom: `${year}-01-01`, periodTo: `${year}-12-31` },
    })
  const whose = [null, ...bodies]
  await record(whose.flatMap((body) => [figure(body, 2024), figure(body, 2025)]))
  const told = async (query: string) => {
    const { body } = await client.ask('GET', `/api/indicators/${indicator.id}/figures${query}`)
    const figures: { organisation: { id: string } | null; growth: object | null }[] = body.figures
    expect(figures.map((one) => one.growth !== null)).toEqual(figures.map((_, at) => at % 2 === 1))
    return [new Set(figures.map((one) => one.organisation?.id ?? null)).size, body.more]
  }
  expect(await told('?limit=1')).toEqual([1, true])
  expect(await told('?limit=3')).toEqual([2, true])
  expect(await told('?limit=5')).toEqual([3, false])
  expect(await told('')).toEqual([3, false])
  // What differs since a moment is told of all.
  expect(await told('?limit=1&since=2020-01-01T00:00:00Z')).toEqual([3, false])
  const all = await client.ask('GET', `/api/indicators/${indicator.id}/figures?limit=0`)
  expect(all.status).toBe(400)
})
