// The history of every kind of entry: a story in words, the difference shown and held against the record,
// nothing for those to whom the document is closed, nothing left once it is destroyed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../test/world.ts'
import { storiedKinds as allKinds, type HistoryView } from './contract.ts'
import { contentKinds } from './record.ts'
import { proceedingKinds } from './stories.ts'
import { en, vi } from './texts.ts'

let here: Awaited<ReturnType<typeof world>>
let documentId = ''
const ids: Record<string, string> = {}

const report = `Hội nghị giao ban tháng 9 năm 2024 của Ban Thường vụ Tỉnh ủy Đông Hà

Tổng thu ngân sách nhà nước 9 tháng đầu năm 2024 ước đạt 8.250 tỷ đồng. Công tác giải phóng mặt bằng còn chậm. Sở Tài chính báo cáo trước ngày 30/10/2024.
`

/** Those of a conference's proceedings have a test of their own. */
const storiedKinds = allKinds.filter(
  (kind) => !(proceedingKinds as readonly string[]).includes(kind),
)

/** Kinds that no document stands behind. */
const undocumented = [
  ...['indicator', 'lexicon', 'sessionItem', 'itemDecision', 'programme'],
  ...['instrument', 'inspection', 'project'],
]

/** Words of the report for each kind that becomes an entry. */
const kinds = [
  ['meeting', 'Hội nghị giao ban'],
  ['statement', 'Tổng thu ngân sách nhà nước'],
  ['agendaItem', 'ngân sách nhà nước'],
  ['opinion', 'Ban Thường vụ'],
  ['decision', 'Tỉnh ủy Đông Hà'],
  ['assignment', 'Sở Tài chính báo cáo'],
  ['shortcoming', 'giải phóng mặt bằng còn chậm'],
  ['citation', '9 tháng đầu năm 2024'],
] as const

beforeAll(async () => {
  here = await world()
  const office = await here.client('office')
  const form = { form: fileForm(report, 'a.txt') }
  documentId = (await office.ask('POST', '/api/documents', form)).body.document.id
  ids.document = documentId
  for (const [kind, words] of kinds) {
    const start = report.indexOf(words)
    const json = { kind, start, end: start + words.length }
    const at = `/api/documents/${documentId}/findings`
    const { finding } = (await office.ask('POST', at, { json })).body
    const edits =
      kind === 'statement' ? { newIndicator: { name: 'Chỉ tiêu riêng', unit: '%' }, value: 1 } : {}
    const confirmed = await office.ask('POST', `/api/findings/${finding.id}/confirm`, {
      json: { edits },
      version: finding.version,
    })
    const { entry } = confirmed.body.finding
    ids[entry.kind] = entry.id
  }
  const added = await office.ask('POST', '/api/indicators', {
    json: { nameVi: 'Một chỉ tiêu khác', unit: '%' },
  })
  ids.indicator = added.body.indicator.id
  await office.ask('PATCH', `/api/indicators/${ids.indicator}`, {
    json: { nameEn: 'Another', synonyms: ['khác'] },
    version: 1,
  })
  const lexicon = await office.ask('POST', '/api/lexicon', {
    json: { class: 'actor', payload: '', phrases: ['Tổ công tác 27'] },
  })
  ids.lexicon = lexicon.body.entries[0].id
  const update = { leadText: 'Sở Nội vụ', deadline: '2024-11-01', note: 'Đã nhắc.' }
  await office.ask('PATCH', `/api/assignments/${ids.assignment}`, { json: update, version: 1 })
  await office.ask('PATCH', `/api/conferences/${ids.conference}`, {
    json: { place: 'Hội trường tầng 2' },
    version: 1,
  })
  const board = await here.body('Ban Thường vụ Tỉnh ủy')
  const held = { organisationId: board, type: 'briefing' }
  const { plan } = (await office.ask('POST', '/api/conferences', { json: held })).body
  const asked = { title: 'Đề án', asked: 'decide' }
  const items = `/api/conferences/${plan.id}/items`
  const { item } = (await office.ask('POST', items, { json: asked })).body
  ids.sessionItem = item.id
  const change = { json: { minutes: 20 }, version: item.version }
  await office.ask('PATCH', `/api/session-items/${item.id}`, change)
  ids.itemDecision = item.id
  await decide(office, item.id, 0, 'Thống nhất.')
  await decide(office, item.id, 1, firstDecision)
  const line = { ...asked, organisationId: board, year: 2026 }
  ids.programme = (await office.ask('POST', '/api/programme', { json: line })).body.entry.id
  const resolution = { side: 'own', kind: 'resolution', symbol: '31-NQ/TU', title: 'Điều kín' }
  const registered = await office.ask('POST', '/api/instruments', {
    json: { ...resolution, level: 'office' },
  })
  ids.instrument = registered.body.instrument.id
  await office.ask('POST', `/api/instruments/${ids.instrument}/duties`, {
    json: { organisationIds: [board], studyBy: '2026-03-31' },
  })
  const subject = { organisationId: board, subjectIds: [board], year: 2026, form: 'inspection' }
  const planned = await office.ask('POST', '/api/inspections', {
    json: { ...subject, content: 'Điều kín' },
  })
  ids.inspection = planned.body.inspection.id
  const road = { kind: 'investment', name: 'Đường vành đai', ownerId: board, category: 'b' }
  ids.project = (await office.ask('POST', '/api/projects', { json: road })).body.project.id
  const plan2026 = { fromYear: 2026, toYear: 2026, source: 'central', authority: 'primeMinister' }
  await office.ask('POST', `/api/projects/${ids.project}/plans`, {
    json: { ...plan2026, amount: 5, legalReference: 'x', decidedOn: '2025-12-01', seen: 0 },
  })
})

afterAll(() => here.close())

const firstDecision =
  'Thống nhất chủ trương. Giao Sở Tài chính hoàn thiện hồ sơ trước ngày 30/10/2026.'

/** Writes the decision of an item as the clerk's page does. */
async function decide(client: Client, item: string, version: number, body: string) {
  const decision = { outcome: 'agreed', conditions: null, body, noTask: false, tasks: [] }
  const at = `/api/session-items/${item}/decision`
  const { status, body: answer } = await client.ask('PUT', at, { json: decision, version })
  expect(status, JSON.stringify(answer)).toBe(200)
}

async function historyOf(kind: string): Promise<HistoryView> {
  const office = await here.client('office')
  const answer = await office.ask('GET', `/api/history?kind=${kind}&id=${ids[kind]}`)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

test('contents are kept of what has a history and of findings, of nothing else', () => {
  expect([...contentKinds].sort()).toEqual(
    [...allKinds, 'finding', 'invitations', 'position'].sort(),
  )
})

describe.each(storiedKinds)('%s', (kind) => {
  test('has a history in words, and what it shows is what is on record', async () => {
    const { changes, source } = await historyOf(kind)
    expect(changes.length).toBeGreaterThan(0)
    for (const one of changes) {
      expect(one.actorName).toBe('office Tỉnh Đông Hà')
      expect(one.proven, `${one.action}`).not.toBe(false)
      for (const texts of [vi, en]) {
        expect(texts.history.action[one.action], one.action).toBeTruthy()
        for (const { field } of one.fields) {
          for (const part of field.split('.')) {
            expect(texts.history.field[part], `${one.action}: ${field}`).toBeTruthy()
          }
        }
      }
    }
    if (['document', ...undocumented].includes(kind)) expect(source).toBeNull()
    else {
      expect(report.slice(source?.start, source?.end)).toBe(source?.quote)
      expect(changes.map((one) => one.action.split('.')[0])).toContain('finding')
    }
  })
})

test('the difference is old and new by field; what was not touched is not told', async () => {
  const { changes } = await historyOf('assignment')
  expect(changes.map((one) => one.action)).toEqual([
    'finding.add',
    'assignment.enter',
    'finding.confirm',
    'assignment.change',
  ])
  expect(changes.at(-1)?.fields).toEqual([
    { field: 'note', before: null, after: 'Đã nhắc.' },
    { field: 'deadline', before: null, after: '2024-11-01' },
    { field: 'leadText', before: null, after: 'Sở Nội vụ' },
  ])
  const conference = await historyOf('conference')
  expect(conference.changes.at(-1)?.fields).toEqual([
    { field: 'place', before: null, after: 'Hội trường tầng 2' },
  ])
})

test('a decision is told by who wrote it and when, saves of one go as one; not to others before it is closed', async () => {
  const { client: head, address } = await here.grantee('officeHead')
  const next = firstDecision.replace('Sở Tài chính', 'Sở Xây dựng')
  await decide(head, ids.itemDecision ?? '', 2, next)
  const { changes } = await historyOf('itemDecision')
  expect(changes).toMatchObject([
    {
      actorName: 'office Tỉnh Đông Hà',
      fields: [
        { field: 'decisionBody', after: firstDecision },
        { field: 'outcome', after: 'agreed' },
      ],
    },
    {
      actorName: address,
      fields: [{ field: 'decisionBody', before: firstDecision, after: next }],
      proven: true,
    },
  ])
  const { client: inspector } = await here.grantee('inspector')
  const at = `/api/history?kind=itemDecision&id=${ids.itemDecision}`
  expect((await inspector.ask('GET', at)).status).toBe(404)
  const close = (when: string | null) =>
    here.database.pool.query(
      `update conference set closed_at = $1 from session_item i
        where i.session_item_id = $2 and conference.conference_id = i.conference_id`,
      [when, ids.itemDecision],
    )
  await close(new Date().toISOString())
  expect((await inspector.ask('GET', at)).body.changes).toHaveLength(2)
  await close(null)
})

test('a content that was altered in the database is marked', async () => {
  const { pool } = here.owner()
  const where = `where subject_id = '${ids.indicator}' and before is not null`
  const { rows } = await pool.query(`select after from record_content ${where}`)
  await pool.query(`update record_content set after = after || '{"nameEn":"False"}' ${where}`)
  expect((await historyOf('indicator')).changes.map((one) => one.proven)).toEqual([true, false])
  await pool.query(`update record_content set after = $1 ${where}`, [JSON.stringify(rows[0].after)])
  expect((await historyOf('indicator')).changes.map((one) => one.proven)).toEqual([true, true])
})

test('who may not read the document finds no history of anything drawn from it', async () => {
  const body = await here.body('Sở Bên cạnh')
  const { client } = await here.grantee('departmentOfficer', body)
  const ask = (kind: string) => client.ask('GET', `/api/history?kind=${kind}&id=${ids[kind]}`)
  expect((await ask('assignment')).status).toBe(200)
  const office = await here.client('office')
  const { document } = (await office.ask('GET', `/api/documents/${documentId}`)).body
  const narrow = { json: { level: 'office' }, version: document.version }
  expect((await office.ask('PATCH', `/api/documents/${documentId}`, narrow)).status).toBe(200)
  const absent = await client.ask('GET', `/api/history?kind=assignment&id=${documentId}`)
  for (const kind of storiedKinds.filter((one) => !undocumented.includes(one))) {
    const answer = await ask(kind)
    expect(answer.status, kind).toBe(404)
    expect(answer.body, kind).toEqual(absent.body)
  }
  const stranger = await here.client('office', here.west)
  for (const kind of storiedKinds) {
    const path = `/api/history?kind=${kind}&id=${ids[kind]}`
    expect((await stranger.ask('GET', path)).status, kind).toBe(404)
  }
})

test('destroyed, its history is gone from the database, and the record verifies', async () => {
  const administrator = await here.client('administrator')
  const office = await here.client('office')
  const { document } = (await office.ask('GET', `/api/documents/${documentId}`)).body
  const open = { json: { level: 'internal' }, version: document.version }
  await office.ask('PATCH', `/api/documents/${documentId}`, open)
  const destroyed = await administrator.ask('POST', `/api/documents/${documentId}/destroy`, {
    json: { reason: 'x' },
    version: document.version + 1,
  })
  expect(destroyed.status, JSON.stringify(destroyed.body)).toBe(200)
  const { rows } = await here.database.pool.query(
    'select subject_id, after::text from record_content',
  )
  expect(JSON.stringify(rows)).not.toContain('giải phóng mặt bằng')
  expect(JSON.stringify(rows)).not.toContain('Sở Nội vụ')
  expect(rows.map((row) => row.subject_id)).not.toContain(ids.assignment)
  const verified = await administrator.ask('GET', '/api/record/verify')
  expect(verified.body.intact).toBe(true)
})
