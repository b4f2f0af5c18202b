// Why: the reasons of a document's findings, read again when they are asked for.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../test/world.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
})

afterAll(() => here.close())

// biome-ignore lint/suspicious/noExplicitAny: findings of every kind
type Shown = any

const report = `Hội nghị giao ban 9 tháng năm 2024 của Ban Thường vụ Tỉnh ủy Đông Hà

Tổng thu ngân sách nhà nước trên địa bàn ước đạt trên 8.250 tỷ đồng, tăng 9,3% so với cùng kỳ.

Yêu cầu Sở Tài chính rà soát các dự án chậm tiến độ.
`

test('every finding of the reader has its reason; a person’s mark has none', async () => {
  const { body } = await office.ask('POST', '/api/documents', { form: fileForm(report, 'a.txt') })
  const at = `/api/documents/${body.document.id}`
  const start = report.indexOf('Sở Tài chính')
  await office.ask('POST', `${at}/findings`, {
    json: { kind: 'shortcoming', start, end: start + 12 },
  })
  const { findings } = (await office.ask('GET', `${at}/findings`)).body
  const { reasons, reader } = (await office.ask('GET', `${at}/reasons`)).body
  expect(reader).toMatch(/^\d/)
  expect(Object.keys(reasons).sort()).toEqual(
    findings
      .filter((one: Shown) => one.madeBy === 'reader')
      .map((one: Shown) => one.id)
      .sort(),
  )
  const of = (kind: string) => reasons[findings.find((one: Shown) => one.kind === kind).id]
  expect(of('statement').inherited).toContainEqual({
    field: 'period',
    quote: '9 tháng năm 2024',
    rule: 'above',
  })
  expect(of('quantity').anchors).toContainEqual({ quote: 'trên', class: 'bound' })
  expect(of('assignment').rule.vi).toContain('yêu cầu')
  const { rows } = await here.database.pool.query(
    `select count(*)::int as count from finding where payload ? 'trace'`,
  )
  expect(rows[0].count).toBe(0)
})
