// A province teaches the reader: its words are used, checked, offered from corrections, and its own.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../../test/world.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
})

afterAll(() => here.close())

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
type Shown = any

const report = (mark: string): string =>
  `Hội nghị giao ban tháng 9 năm 2024 của Ban Thường vụ Tỉnh ủy Đông Hà (${mark})

Diện tích chè hữu cơ đạt 1.250 ha, tăng 9,3% so với cùng kỳ.

Yêu cầu Tổ công tác 27 rà soát các dự án chậm tiến độ, báo cáo trước ngày 30/10/2024. Yêu cầu Sở Xây dựng kiểm tra các công trình trước ngày 15/10/2024.

Tuy nhiên, vẫn còn một số hạn chế: việc kiểm đếm rừng trồng còn chậm.
`

const read = async (client: Client, mark: string, lead27 = 'Tổ công tác 27'): Promise<Shown[]> => {
  const { body } = await client.ask('POST', '/api/documents', {
    form: fileForm(report(mark).replace('Tổ công tác 27', lead27), 'a.txt'),
  })
  return (await client.ask('GET', `/api/documents/${body.document.id}/findings`)).body.findings
}

const leads = (findings: Shown[]): (string | null)[] =>
  findings.filter((one) => one.kind === 'assignment').map((one) => one.payload.lead?.text ?? null)

const lexicon = async (client = office): Promise<Shown> =>
  (await client.ask('GET', '/api/lexicon')).body

test('a word is used by the next document of this province, and by no other', async () => {
  expect(leads(await read(office, 'trước'))).not.toContain('Tổ công tác 27')
  const added = await office.ask('POST', '/api/lexicon', {
    json: { class: 'actor', payload: '', phrases: ['Tổ công tác 27'] },
  })
  expect(added.status).toBe(201)
  expect(leads(await read(office, 'sau'))).toContain('Tổ công tác 27')
  const stranger = await here.client('office', here.west)
  expect(leads(await read(stranger, 'nơi khác'))).not.toContain('Tổ công tác 27')
  expect((await lexicon(stranger)).entries).toEqual([])

  const [entry] = (await lexicon()).entries
  const old = await office.ask('POST', `/api/lexicon/${entry.id}/withdraw`, {
    json: {},
    version: 9,
  })
  expect(old.status).toBe(412)
  await office.ask('POST', `/api/lexicon/${entry.id}/withdraw`, {
    json: {},
    version: entry.version,
  })
  expect((await lexicon()).entries).toEqual([])
  expect(leads(await read(office, 'sau khi bỏ'))).not.toContain('Tổ công tác 27')
})

test('a file comes in whole or not at all, and goes out as it came', async () => {
  const right = 'project\t\tĐường tránh Nà Lốc\nunit\titem\tlồng bè'
  const wrong = `${right}\nbodies\t\tTổ nào đó`
  const refused = await office.ask('POST', '/api/lexicon/file', { json: { text: wrong } })
  expect(refused.body).toMatchObject({
    entries: [],
    problems: [{ line: 3, column: 1, level: 'error', code: 'unknownClass', given: 'bodies' }],
  })
  expect((await lexicon()).entries).toEqual([])
  const looked = await office.ask('POST', '/api/lexicon/file', {
    json: { text: right, check: true },
  })
  expect(looked.body).toEqual({ entries: [], problems: [] })
  expect((await lexicon()).entries).toEqual([])
  const taken = await office.ask('POST', '/api/lexicon/file', { json: { text: right } })
  expect(taken.body.entries).toHaveLength(2)
  const again = await office.ask('POST', '/api/lexicon/file', { json: { text: right } })
  expect(again.body.entries).toEqual([])
  const file = await office.ask('GET', '/api/lexicon/file')
  expect(file.headers.get('content-type')).toContain('text/tab-separated-values')
  for (const line of right.split('\n')) expect(String(file.body)).toContain(line)
})

test('a correction is offered, taken or declined, and not offered again', async () => {
  const findings = await read(office, 'sửa')
  const edits: Record<string, object> = {
    statement: { newIndicator: { name: 'Diện tích chè hữu cơ được chứng nhận', unit: 'ha' } },
    shortcoming: { topic: 'agriculture' },
    assignment: { leadText: 'Tổ công tác 31' },
  }
  for (const [kind, json] of Object.entries(edits)) {
    const one = findings.find((finding) => finding.kind === kind)
    const { status } = await office.ask('POST', `/api/findings/${one.id}/confirm`, {
      json: { edits: json },
      version: one.version,
    })
    expect(status).toBe(200)
  }
  const { suggestions } = await lexicon()
  expect(
    suggestions.map(({ class: name, phrase, times }: Shown) => [name, phrase, times]).sort(),
  ).toEqual([
    ['actor', 'Tổ công tác 31', 1],
    ['indicator', 'Diện tích chè hữu cơ', 1],
    ['topic', 'việc kiểm đếm rừng trồng', 1],
  ])
  for (const { class: name, payload, phrase } of suggestions) {
    const { status } = await office.ask('POST', '/api/lexicon', {
      json: {
        class: name,
        payload,
        phrases: [phrase],
        fromCorrection: true,
        declined: name === 'actor',
      },
    })
    expect(status).toBe(201)
  }
  const after = await lexicon()
  expect(after.suggestions).toEqual([])
  expect(after.entries.map((one: Shown) => one.phrases[0])).not.toContain('Tổ công tác 31')
  const learnt = await read(office, 'học rồi')
  const statement = learnt.find((one) => one.kind === 'statement')
  expect(statement.payload.indicator.code).toMatch(/^own_dien_tich_che/)
  expect(learnt.find((one) => one.kind === 'shortcoming').payload.topic).toBe('agriculture')
})

test('names of the province’s bodies are known to its reader, and to no other', async () => {
  const leadsOf = async (client: Client, mark: string) =>
    leads(await read(client, mark, 'Tổ công tác 45'))
  expect(await leadsOf(office, 'trạm')).not.toContain('Tổ công tác 45')
  const { fromBodies } = await lexicon()
  const added = await office.ask('POST', '/api/organisations', {
    json: {
      kind: 'agency',
      name: 'Tổ công tác 45',
      also: [
        { name: 'Tổ CT&KT 45', role: 'abbreviation' },
        { name: 'UBND', role: 'abbreviation' },
      ],
      from: null,
    },
  })
  expect(added.status).toBe(201)
  expect((await lexicon()).fromBodies).toBe(fromBodies + 2)
  expect(await leadsOf(office, 'trạm sau')).toContain('Tổ công tác 45')
  const stranger = await here.client('office', here.west)
  expect(await leadsOf(stranger, 'trạm nơi khác')).not.toContain('Tổ công tác 45')
})

test('indicators of the province are in it by their names and other names', async () => {
  const before = (await lexicon()).fromIndicators
  await office.ask('POST', '/api/indicators', {
    json: { nameVi: 'Số lồng bè trên hồ', unit: 'item', synonyms: ['lồng bè lòng hồ'] },
  })
  expect((await lexicon()).fromIndicators).toBe(before + 1)
  const file = String((await office.ask('GET', '/api/lexicon/file')).body)
  expect(file).toMatch(/indicator\town_so_long_be[^\n]*\tSố lồng bè trên hồ \| lồng bè lòng hồ/)
})
