// What people decided becomes a set, and the reader is measured on it.
import { read } from '@giaoban/reader'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../test/world.ts'
import { type JudgedDocument, type Scores, scoreDocument, worseKinds } from './evaluation.ts'
import { evaluationHead, judgedDocuments } from './evaluation-set.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
})

afterAll(() => here.close())

// biome-ignore lint/suspicious/noExplicitAny: findings of every kind
type Shown = any

const report = `Hội nghị giao ban tháng 9 năm 2024 của Ban Thường vụ Tỉnh ủy Đông Hà

Tổng thu ngân sách nhà nước trên địa bàn 9 tháng đầu năm 2024 ước đạt 8.250 tỷ đồng, tăng 9,3% so với cùng kỳ.

Tuy nhiên, vẫn còn một số hạn chế: công tác giải phóng mặt bằng tại một số dự án còn chậm; tỷ lệ giải ngân vốn đầu tư công còn thấp.

Yêu cầu Sở Tài chính rà soát các dự án chậm tiến độ, báo cáo trước ngày 30/10/2024.
`

const judged = async (): Promise<JudgedDocument[]> => {
  const documents: JudgedDocument[] = []
  for await (const one of judgedDocuments(here.database.db, await here.actor('office')))
    documents.push(one)
  return documents
}

const scoresOf = (documents: JudgedDocument[]): Scores => {
  const scores: Scores = {}
  for (const one of documents) scoreDocument(scores, one, read(one.text))
  return scores
}

test('nothing is in the set before somebody decides', async () => {
  await office.ask('POST', '/api/documents', { form: fileForm(report, 'a.txt') })
  expect(await judged()).toEqual([])
})

test('confirmed, edited and rejected findings are measured as people left them', async () => {
  const { documents } = (await office.ask('GET', '/api/documents')).body
  const { findings } = (await office.ask('GET', `/api/documents/${documents[0].id}/findings`)).body
  const decide = async (one: Shown, how: 'confirm' | 'reject', json: object = {}) => {
    const answer = await office.ask('POST', `/api/findings/${one.id}/${how}`, {
      json,
      version: one.version,
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
  const of = (kind: string): Shown[] => findings.filter((one: Shown) => one.kind === kind)
  const [statement] = of('statement')
  const [first, second] = of('shortcoming')
  const [assignment] = of('assignment')
  await decide(statement, 'confirm')
  await decide(first, 'confirm', { edits: { topic: 'planning' } })
  await decide(second, 'reject')
  await decide(assignment, 'confirm')

  const set = await judged()
  expect(set).toHaveLength(1)
  expect(set[0]).toMatchObject({ name: 'a.txt', complete: false })
  expect(set[0]?.judgements.find(({ kind }) => kind === 'statement')?.fields).toMatchObject({
    value: 8_250e9,
    unit: 'VND',
    from: '2024-01-01',
    to: '2024-09-30',
    modality: 'estimate',
  })
  const scores = scoresOf(set)
  expect(scores.statement).toMatchObject({ confirmed: 1, found: 1, exact: 1, wrong: 0, fields: 6 })
  expect(scores.statement?.fieldsRight).toBe(6)
  // One is still found with the topic that was corrected, one although it was rejected.
  expect(scores.shortcoming).toMatchObject({
    confirmed: 1,
    found: 1,
    wrong: 1,
    fields: 1,
    fieldsRight: 0,
  })
  expect(scores.assignment).toMatchObject({ confirmed: 1, found: 1, fields: 2, fieldsRight: 2 })

  for (const one of of('meeting').concat(of('agendaItem'), of('citation'), of('decision')))
    await decide(one, 'reject')
  expect((await judged())[0]?.complete).toBe(true)
})

test('in a document decided completely, whatever else is found is wrong', async () => {
  const [document] = await judged()
  if (!document) throw new Error('the set is empty')
  const judgements = document.judgements.filter(({ kind }) => kind !== 'assignment')
  const without = scoresOf([{ ...document, judgements }])
  expect(without.assignment).toMatchObject({ confirmed: 0, wrong: 1 })
  const open = scoresOf([{ ...document, judgements, complete: false }])
  expect(open.assignment).toBeUndefined()
})

test('a change that makes a kind worse is named', async () => {
  const before = scoresOf(await judged())
  expect(worseKinds(before, before)).toEqual([])
  const now = structuredClone(before)
  if (now.statement) now.statement.fieldsRight--
  if (now.assignment) now.assignment.found = 0
  expect(worseKinds(before, now)).toEqual(['assignment', 'statement'])
})

test('a destroyed document is in no set, and another province’s never', async () => {
  const administrator = await here.client('administrator')
  expect((await evaluationHead(here.database.db, await here.actor('office'))).lexicon).toBe('')
  const strangers: JudgedDocument[] = []
  const stranger = await here.actor('office', here.west)
  for await (const one of judgedDocuments(here.database.db, stranger)) strangers.push(one)
  expect(strangers).toEqual([])
  const { documents } = (await office.ask('GET', '/api/documents')).body
  await administrator.ask('POST', `/api/documents/${documents[0].id}/destroy`, {
    json: { reason: 'x' },
    version: documents[0].version,
  })
  expect(await judged()).toEqual([])
})
