// A spilled secret: after its document is destroyed, no table holds a word of it, the record still
// verifies, nobody can confirm it half way, and a restored backup is brought to the same state.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../../test/world.ts'
import { transaction } from '../../database/open.ts'
import { applyDestructions, listDestructions } from './destruction.ts'
import { destroyQuarantined, quarantineDocument } from './quarantine.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let administrator: Client

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  administrator = await here.client('administrator')
})

afterAll(() => here.close())

// biome-ignore lint/suspicious/noExplicitAny: findings of every kind
type Shown = any

const secret = 'Zuluqua'

const report = (
  mark: string,
) => `Hội nghị giao ban tháng 9 năm 2024 của Ban Thường vụ Tỉnh ủy ${secret}

Sản lượng quặng ${secret} ${mark} 9 tháng đầu năm 2024 ước đạt 8.250 tấn, tăng 9,3% so với cùng kỳ. Tổng thu ngân sách nhà nước trên địa bàn ${secret} đạt 12 tỷ đồng.

Tuy nhiên, vẫn còn một số hạn chế: công tác giải phóng mặt bằng tại dự án ${secret} còn chậm; tỷ lệ giải ngân vốn đầu tư công của ${secret} còn thấp.

Thực hiện Nghị quyết số 12-NQ/TU ngày 05/3/2023 của Tỉnh ủy ${secret}, đồng chí Bí thư Tỉnh ủy yêu cầu Sở Tài chính chủ trì rà soát dự án ${secret}, báo cáo trước ngày 30/10/2024.
`

async function add(text: string): Promise<{ id: string; version: number }> {
  const form = fileForm(text, `${secret}.txt`)
  return (await office.ask('POST', '/api/documents', { form })).body.document
}

const findings = async (id: string): Promise<Shown[]> =>
  (await office.ask('GET', `/api/documents/${id}/findings`)).body.findings

const decide = (finding: Shown, what: 'confirm' | 'reject' | 'undo', json: object = {}) =>
  office.ask('POST', `/api/findings/${finding.id}/${what}`, { json, version: finding.version })

async function destroy(id: string) {
  const { document } = (await administrator.ask('GET', `/api/documents/${id}`)).body
  return administrator.ask('POST', `/api/documents/${id}/destroy`, {
    json: { reason: 'spilled' },
    version: document.version,
  })
}

/** Tables with a row that holds the word anywhere, as letters or as bytes. */
async function tablesWith(word: string): Promise<string[]> {
  const { rows: tables } = await here.database.pool.query<{ table_name: string }>(
    `select table_name from information_schema.tables where table_schema = 'public'`,
  )
  const found: string[] = []
  const bytes = Buffer.from(word).toString('hex')
  for (const { table_name } of tables) {
    const { rows } = await here.database.pool.query(
      `select 1 from ${table_name} as t where t::text ilike $1 or t::text like $2 limit 1`,
      [`%${word}%`, `%${bytes}%`],
    )
    if (rows.length > 0) found.push(table_name)
  }
  return found
}

/** Confirms what can be, with edits; takes one back, rejects one, adds one by hand. */
async function work(id: string): Promise<void> {
  const open = await findings(id)
  const kinds = ['statement', 'shortcoming', 'assignment', 'meeting', 'citation', 'decision']
  for (const finding of open.filter((one) => kinds.includes(one.kind))) {
    const done = await decide(finding, 'confirm')
    expect(done.status, JSON.stringify(done.body)).toBe(200)
  }
  const confirmed = (await findings(id)).filter((one) => one.state === 'confirmed')
  expect(confirmed.length).toBeGreaterThan(5)
  const [figure, other] = confirmed.filter((one) => one.kind === 'statement')
  await decide(figure, 'undo')
  const typed = { newIndicator: { name: `Chỉ số ${secret} tự đặt`, unit: 'item' } }
  const [fresh] = (await findings(id)).filter((one) => one.id === figure.id)
  expect((await decide(fresh, 'confirm', { edits: typed })).status).toBe(200)
  await decide(other, 'undo')
  const [again] = (await findings(id)).filter((one) => one.id === other.id)
  expect((await decide(again, 'reject', {})).status).toBe(200)
  const { body } = await office.ask('POST', `/api/documents/${id}/findings`, {
    json: { kind: 'shortcoming', start: 0, end: 40, edits: { subject: `Việc ${secret}` } },
  })
  expect((await decide(body.finding, 'confirm')).status).toBe(200)
}

describe('a destroyed document', () => {
  let id = ''
  let second = ''

  beforeAll(async () => {
    id = (await add(report('đặc biệt'))).id
    await work(id)
    // A second report of the same conference, which stays.
    const { document } = (
      await office.ask('POST', '/api/documents', {
        form: fileForm('Hội nghị giao ban tháng 9 năm 2024. Thu đạt 5 tỷ đồng.', 'b.txt'),
      })
    ).body
    second = document.id
    const conferenceId = (await office.ask('GET', `/api/documents/${id}`)).body.document.conference
      .id
    const linked = await office.ask('PATCH', `/api/documents/${second}`, {
      json: { conferenceId },
      version: document.version,
    })
    expect(linked.status).toBe(200)
  })

  test('was in many tables before', async () => {
    const tables = await tablesWith(secret)
    for (const table of [
      'document',
      'document_original',
      'document_text',
      'finding',
      'observation',
    ])
      expect(tables).toContain(table)
    for (const table of ['indicator', 'search_entry', 'idempotency', 'conference', 'reading'])
      expect(tables).toContain(table)
    expect(tables).not.toContain('audit_record')
  })

  test('is in none after, and the record verifies', async () => {
    const salts = await here.database.pool.query(
      'select subject_id from record_salt where subject_id in (select finding_id::text from finding)',
    )
    expect(salts.rows.length).toBeGreaterThan(5)
    const done = await destroy(id)
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    expect(done.body.document).toMatchObject({ status: 'destroyed', conference: null })
    expect(await tablesWith(secret)).toEqual([])
    const { body } = await administrator.ask('GET', '/api/record/verify')
    expect(body).toMatchObject({ intact: true })
    const left = await here.database.pool.query(
      `select action from audit_record a where subject_kind in ('finding', 'observation', 'shortcoming', 'assignment', 'conference', 'citation')
       and exists (select 1 from record_salt s where s.subject_id = a.subject_id)`,
    )
    expect(left.rows).toEqual([])
  })

  test('leaves the other report of its conference, without the conference', async () => {
    const { document } = (await office.ask('GET', `/api/documents/${second}`)).body
    expect(document).toMatchObject({ status: 'read', conference: null })
    expect((await office.ask('GET', '/api/conferences')).status).toBe(200)
    expect((await office.ask('GET', '/api/indicators/board')).status).toBe(200)
  })

  test('is gone for every route, by name', async () => {
    for (const tail of ['/text', '/original', '/findings']) {
      const answer = await office.ask('GET', `/api/documents/${id}${tail}`)
      expect([answer.status, answer.body.code], tail).toEqual([410, 'documentDestroyed'])
    }
    const read = await office.ask('POST', `/api/documents/${id}/read`, { json: {} })
    expect(read.body.code).toBe('documentDestroyed')
    const added = await office.ask('POST', `/api/documents/${id}/findings`, {
      json: { kind: 'shortcoming', start: 0, end: 5 },
    })
    expect(added.body.code).toBe('documentDestroyed')
    expect((await destroy(id)).body.code).toBe('documentDestroyed')
  })
})

test('destroyed while others confirm, nothing of it stays', { timeout: 120_000 }, async () => {
  for (let round = 0; round < 4; round++) {
    const { id } = await add(report(`lần ${round}`))
    const open = (await findings(id)).filter((one) =>
      ['statement', 'shortcoming', 'assignment', 'meeting', 'citation'].includes(one.kind),
    )
    const all = open.map(({ id: finding, version }) => ({ id: finding, version }))
    const answers = await Promise.all([
      ...open.map((finding) => decide(finding, 'confirm')),
      office.ask('POST', `/api/documents/${id}/confirm-certain`, { json: { findings: all } }),
      office.ask('POST', `/api/documents/${id}/read`, { json: {} }),
      destroy(id),
    ])
    for (const { status, body } of answers)
      expect([200, 404, 409, 410, 412], JSON.stringify(body)).toContain(status)
    const { document } = (await office.ask('GET', `/api/documents/${id}`)).body
    if (document.status !== 'destroyed') expect((await destroy(id)).status).toBe(200)
    expect(await tablesWith(secret)).toEqual([])
  }
  expect((await administrator.ask('GET', '/api/record/verify')).body.intact).toBe(true)
})

test('an older backup is brought to the same state by the ledger, once', async () => {
  const known = await listDestructions(here.database.db)
  expect(known.length).toBeGreaterThan(4)
  const { id } = await add(report('từ bản sao lưu'))
  await work(id)
  const [last] = known
  if (!last) throw new Error('no destruction')
  const later = { ...last, document_id: id, destroyed_at: new Date().toISOString() }
  const apply = () => transaction(here.database, (tx) => applyDestructions(tx, [...known, later]))
  expect(await apply()).toBe(1)
  expect(await tablesWith(secret)).toEqual([])
  expect(await apply()).toBe(0)
  const { body } = await administrator.ask('GET', '/api/record/verify')
  expect(body).toMatchObject({ intact: true })
  const { changes } = (await office.ask('GET', `/api/record?subjectKind=document&subjectId=${id}`))
    .body
  expect(changes[0]).toMatchObject({ action: 'document.destroy', reason: 'spilled' })
})

test('an indicator with targets stays with them, also out of quarantine; one without goes', async () => {
  const said = ['Thu ngân sách nhà nước trên địa bàn', 'Tổng chi ngân sách địa phương']
  const { id } = await add(said.map((one) => `${one} năm 2025 đạt 5.000 tỷ đồng.`).join('\n'))
  const told = (await findings(id)).filter(({ kind }) => kind === 'statement')
  expect(told).toHaveLength(2)
  const names = ['Sản lượng nấm', 'Sản lượng gừng']
  for (const [at, one] of told.entries()) {
    const edits = { newIndicator: { name: names[at], unit: 'item' } }
    expect((await decide(one, 'confirm', { edits })).status).toBe(200)
  }
  const left = async () => {
    const { rows } = await here.database.pool.query(
      'select indicator_id as id, name_vi as name from indicator where name_vi = any($1) order by 2',
      [names],
    )
    return rows as { id: string; name: string }[]
  }
  const [ginger, mushroom] = await left()
  expect([ginger?.name, mushroom?.name]).toEqual(names.toReversed())
  const at = `/api/indicators/${mushroom?.id}`
  const year = { from: '2025-01-01', to: '2025-12-31', kind: 'plan', authority: null }
  const basis = { legalReference: 'Nghị quyết số 45/NQ-HĐND', decidedOn: '2025-01-10' }
  const set = await office.ask('POST', `${at}/targets`, {
    json: { organisationId: null, ...year, ...basis, figure: '60' },
  })
  expect(set.status, JSON.stringify(set.body)).toBe(201)
  const again = await office.ask('POST', `/api/targets/${set.body.target.id}/versions`, {
    json: { ...basis, decidedOn: '2025-06-10', figure: '70' },
    version: set.body.target.version,
  })
  expect(again.status, JSON.stringify(again.body)).toBe(200)
  const by = await here.actor('administrator')
  await transaction(here.database, (tx) => quarantineDocument(tx, by, id, 'spilled'))
  expect((await office.ask('GET', at)).status).toBe(404)
  await transaction(here.database, (tx) => destroyQuarantined(tx, by, id, 'spilled'))
  expect(await left()).toEqual([mushroom])
  const { targets } = (await office.ask('GET', `${at}/targets`)).body
  expect(targets).toMatchObject([{ id: set.body.target.id, versions: [{}, {}] }])
  const { changes } = (await office.ask('GET', `/api/history?kind=indicator&id=${mushroom?.id}`))
    .body
  expect(changes.length).toBeGreaterThan(1)
  const { results } = (
    await office.ask('GET', `/api/search?q=${encodeURIComponent(names[0] ?? '')}`)
  ).body
  expect(results.map((one: { id: string }) => one.id)).toContain(mushroom?.id)
})
