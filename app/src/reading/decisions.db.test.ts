// Decisions that meet: two people at once, a newer reader, a repeated request, the same file twice.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../test/world.ts'
import { transaction } from '../database/open.ts'
import type { Found } from './found.ts'
import { propose } from './propose.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let colleague: Client

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  colleague = await here.client('office')
})

afterAll(() => here.close())

// biome-ignore lint/suspicious/noExplicitAny: findings of every kind
type Shown = any

const report = (
  mark: string,
) => `Hội nghị giao ban tháng 9 năm 2024 của Ban Thường vụ Tỉnh ủy Đông Hà (${mark})

Tổng thu ngân sách nhà nước trên địa bàn 9 tháng đầu năm 2024 ước đạt 8.250 tỷ đồng, tăng 9,3% so với cùng kỳ. Giá trị sản xuất công nghiệp đạt 21.400 tỷ đồng, tăng 7,1% so với cùng kỳ.

Tuy nhiên, vẫn còn một số hạn chế: công tác giải phóng mặt bằng tại một số dự án còn chậm; tỷ lệ giải ngân vốn đầu tư công còn thấp.

Thực hiện Nghị quyết số 12-NQ/TU ngày 05/3/2023 của Tỉnh ủy, yêu cầu Sở Tài chính rà soát các dự án chậm tiến độ, báo cáo trước ngày 30/10/2024.
`

const add = async (mark: string): Promise<string> =>
  (await office.ask('POST', '/api/documents', { form: fileForm(report(mark), 'a.txt') })).body
    .document.id

const findings = async (id: string): Promise<Shown[]> =>
  (await office.ask('GET', `/api/documents/${id}/findings`)).body.findings

const confirm = (client: Client, finding: Shown, key?: string, json: object = {}) =>
  client.ask('POST', `/api/findings/${finding.id}/confirm`, {
    json,
    version: finding.version,
    ...(key ? { key } : {}),
  })

async function count(query: string, ...values: unknown[]): Promise<number> {
  const { rows } = await here.database.pool.query(query, values)
  return rows[0].count
}

const entriesOf = (findingId: string) =>
  count(
    `select count(*)::int as count from (
      select finding_id from shortcoming union all select finding_id from observation
      union all select finding_id from assignment union all select finding_id from citation) entry
     where finding_id = $1`,
    findingId,
  )

const recordsOf = (findingId: string) =>
  count(
    `select count(*)::int as count from audit_record where subject_id = $1 and action = 'finding.confirm'`,
    findingId,
  )

test('the same file at the same moment is one document, and all are told', async () => {
  const send = (client: Client) =>
    client.ask('POST', '/api/documents', { form: fileForm(report('cùng lúc'), 'a.txt') })
  const answers = await Promise.all([office, colleague, office, colleague].map(send))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201])
  expect(answers.filter(({ body }) => body.already)).toHaveLength(3)
  expect(new Set(answers.map(({ body }) => body.document.id)).size).toBe(1)
})

describe('two people', () => {
  test('confirm one finding at once: one entry, one record, the other is told', async () => {
    const id = await add('hai người')
    const kinds = ['shortcoming', 'statement', 'assignment', 'citation']
    const open = (await findings(id)).filter((one) => kinds.includes(one.kind))
    expect(open.length).toBeGreaterThan(4)
    for (const finding of open) {
      const answers = await Promise.all([confirm(office, finding), confirm(colleague, finding)])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
      const late = answers.find(({ status }) => status === 412)
      expect(late?.body.current).toMatchObject({ state: 'confirmed', version: finding.version + 1 })
      expect(await entriesOf(finding.id)).toBe(1)
      expect(await recordsOf(finding.id)).toBe(1)
    }
  })

  test('confirm all of a document at once, in opposite order: each finding once', async () => {
    const id = await add('tất cả')
    const kinds = ['shortcoming', 'statement', 'assignment', 'citation', 'meeting']
    const open = (await findings(id))
      .filter((one) => kinds.includes(one.kind))
      .map((one) => ({ id: one.id as string, version: one.version as number }))
    const ask = (client: Client, list: object[]) =>
      client.ask('POST', `/api/documents/${id}/confirm-certain`, { json: { findings: list } })
    const answers = await Promise.all([ask(office, open), ask(colleague, open.toReversed())])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const confirmed = answers.flatMap(({ body }) => body.confirmed.map((one: Shown) => one.id))
    expect(confirmed.sort()).toEqual(open.map((one) => one.id).sort())
    for (const one of open) expect(await recordsOf(one.id)).toBe(1)
  })
})

test('what cannot be confirmed is named, and leaves nothing of itself', async () => {
  const id = await add('một phần')
  const open = (await findings(id)).filter((one) => one.kind === 'shortcoming')
  const added = await office.ask('POST', `/api/documents/${id}/findings`, {
    json: { kind: 'statement', start: 0, end: 8, edits: { periodFrom: '2024-02-31' } },
  })
  const list = [added.body.finding, ...open]
  const before = await count('select count(*)::int as count from indicator')
  const { body } = await office.ask('POST', `/api/documents/${id}/confirm-certain`, {
    json: { findings: list.map((one: Shown) => ({ id: one.id, version: one.version })) },
  })
  expect(body.confirmed).toHaveLength(open.length)
  expect(body.skipped).toEqual([{ id: added.body.finding.id, code: 'invalidInput' }])
  expect(await count('select count(*)::int as count from indicator')).toBe(before)
})

describe('a repeated request', () => {
  test('after a lost answer gets the same answer and changes nothing more', async () => {
    const id = await add('mất trả lời')
    const [finding] = (await findings(id)).filter((one) => one.kind === 'shortcoming')
    const first = await confirm(office, finding, 'lost-answer')
    const again = await confirm(office, finding, 'lost-answer')
    expect(again.status).toBe(200)
    expect(again.body).toEqual(first.body)
    expect(await entriesOf(finding.id)).toBe(1)
    expect(await recordsOf(finding.id)).toBe(1)
  })

  test('with other content, or for another thing, is refused', async () => {
    const id = await add('khóa cũ')
    const [one, two] = (await findings(id)).filter((finding) => finding.kind === 'shortcoming')
    await confirm(office, one, 'the-key')
    const other = await confirm(office, one, 'the-key', { edits: { topic: 'other' } })
    expect([other.status, other.body.code]).toEqual([422, 'idempotencyKeyReused'])
    expect((await confirm(office, two, 'the-key')).status).toBe(422)
    // Keys are everybody's own.
    expect((await confirm(await here.client('office', here.west), two, 'the-key')).status).toBe(404)
    expect(
      (
        await office.ask('POST', `/api/findings/${two.id}/confirm`, {
          json: {},
          version: 1,
          key: null,
        })
      ).body.code,
    ).toBe('idempotencyKeyMissing')
  })

  test('that failed may be tried again with its key', async () => {
    const id = await add('thử lại')
    const [finding] = (await findings(id)).filter((one) => one.kind === 'shortcoming')
    const old = await confirm(office, { ...finding, version: 9 }, 'again')
    expect(old.status).toBe(412)
    expect((await confirm(office, finding, 'again')).status).toBe(200)
  })

  test('of an upload is one document', async () => {
    const send = () =>
      office.ask('POST', '/api/documents', {
        form: fileForm(report('tải lại'), 'a.txt'),
        key: 'up',
      })
    const [first, again] = [await send(), await send()]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
  })
})

test('a newer reader proposes only what is new and touches no decision', async () => {
  const id = await add('bộ đọc mới')
  const first = await findings(id)
  const of = (kind: string) => first.filter((one) => one.kind === kind)
  const [confirmed, open] = of('shortcoming')
  const [rejected] = of('statement')
  await confirm(office, confirmed)
  await office.ask('POST', `/api/findings/${rejected.id}/reject`, {
    json: {},
    version: rejected.version,
  })
  const before = await findings(id)

  const text: string = (await office.ask('GET', `/api/documents/${id}/text`)).body.text
  const found = (kind: string, start: number, end: number): Found => ({
    ...{ key: `${kind}:${start}:${end}`, kind, start, end, quote: text.slice(start, end) },
    ...{ certainty: 'certain', rule: 'newer', payload: JSON.stringify({ kind, start, end }) },
  })
  const fresh = text.indexOf('Sở Tài chính')
  const newer: Found[] = [
    // The same place as before, decided or not; edges moved; half inside a decision; and one new.
    found(open.kind, open.start, open.end),
    found(open.kind, open.start + 3, open.end),
    found(confirmed.kind, confirmed.start, confirmed.end - 4),
    found(rejected.kind, rejected.start + 5, rejected.end),
    found('shortcoming', fresh, fresh + 40),
  ]
  const actor = await here.actor('office')
  const added = await transaction(here.database, (tx) =>
    propose(tx, actor, id, 1, {
      reader: '99.0.0',
      document: { date: null, period: null, place: null, body: null } as never,
      findings: newer,
    }),
  )
  expect(added).toBe(1)
  const after = await findings(id)
  const ids = new Set(before.map((one) => one.id))
  expect(after.filter((one) => ids.has(one.id))).toEqual(before)
  expect(after.filter((one) => !ids.has(one.id))).toMatchObject([
    { start: fresh, state: 'proposed', rule: 'newer', madeBy: 'reader' },
  ])
  const { document } = (await office.ask('GET', `/api/documents/${id}`)).body
  expect(document.readerVersion).toBe('99.0.0')
})
