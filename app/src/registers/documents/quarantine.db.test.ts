// The spill drill: canaries of a document in quarantine are hunted on every reading route, in every role.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../../test/world.ts'
import { part, transaction } from '../../database/open.ts'
import { type Actor, systemActor } from '../../http/access.ts'
import { judgedDocuments } from '../../reading/evaluation-set.ts'
import { storiedKinds } from '../../record/contract.ts'
import { loggedRoutes } from '../accesslog/logged.ts'
import {
  destroyQuarantined,
  incidentOf,
  quarantineDocument,
  releaseDocument,
} from './quarantine.ts'
import { listDocuments } from './store.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let administrator: Actor
let clients: [string, Client][] = []
let id = ''
let ids: string[] = []
const canary = 'Zuluqua'
const text = `Hội nghị giao ban tháng 9 năm 2024 của Ban Thường vụ Tỉnh ủy ${canary}

Sản lượng quặng ${canary} 9 tháng đầu năm 2024 ước đạt 8.250 tấn, tăng 9,3% so với cùng kỳ.

Tuy nhiên, vẫn còn một số hạn chế: công tác giải phóng mặt bằng tại dự án ${canary} còn chậm.

Thực hiện Nghị quyết số 12-NQ/TU ngày 05/3/2023 của Tỉnh ủy ${canary}, đồng chí Bí thư Tỉnh ủy yêu cầu Sở Tài chính chủ trì rà soát dự án ${canary}, báo cáo trước ngày 30/10/2024.
`

const confirmed: { id: string; version: number; key: string }[] = []

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  administrator = await here.actor('administrator')
  for (const role of ['administrator', 'leader', 'communeHead', 'inspector', 'reader'] as const) {
    clients.push([role, (await here.grantee(role)).client])
  }
  clients = [...clients, ['office at first', office]]
  const added = await office.ask('POST', '/api/documents', {
    form: fileForm(text, `${canary}.txt`),
  })
  id = added.body.document.id
  const { findings } = (await office.ask('GET', `/api/documents/${id}/findings`)).body
  for (const one of findings) {
    if (!['statement', 'shortcoming', 'assignment', 'meeting', 'citation'].includes(one.kind))
      continue
    const key = `confirm-${one.id}`
    const edits =
      one.kind === 'statement' ? { newIndicator: { name: `Quặng ${canary}`, unit: 'tấn' } } : {}
    const done = await office.ask('POST', `/api/findings/${one.id}/confirm`, {
      json: { edits },
      version: one.version,
      key,
    })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    ids.push(done.body.finding.entry.id)
    confirmed.push({ id: one.id, version: one.version, key })
  }
  expect(ids.length).toBeGreaterThan(4)
  const { indicators } = (await office.ask('GET', `/api/indicators?q=${canary}`)).body
  ids = [id, ...ids, ...indicators.map((one: { id: string }) => one.id)]
})

afterAll(() => here.close())

/** Routes whose answers hold the canary or an id, as "role: route". The record keeps ids, no words. */
async function hunt(words: readonly string[], by = clients): Promise<string[]> {
  const found: string[] = []
  for (const [name, client] of by) {
    for (const route of Object.keys(loggedRoutes)) {
      // One's own visits are told by the ids of what one opened, without a word of it.
      if (/record|access-log|personal-data/.test(route)) continue
      const asked = (route.includes('{id}') ? ids : ['']).map(
        (one) => `${route.replace('{id}', one)}${route.includes('search') ? `?q=${canary}` : ''}`,
      )
      found.push(...(await telling(client, asked, words)).map((path) => `${name}: ${path}`))
    }
  }
  for (const kind of storiedKinds) {
    const asked = ids.map((one) => `/api/history?kind=${kind}&id=${one}`)
    found.push(...(await telling(office, asked, words)).map((path) => `office: ${path}`))
  }
  return found
}

/** Those paths, asked together, whose answers hold one of the words. */
async function telling(
  client: Client,
  paths: readonly string[],
  words: readonly string[],
): Promise<string[]> {
  const answers = await Promise.all(paths.map((path) => client.ask('GET', path)))
  return paths.filter((_, at) => {
    const said = JSON.stringify(answers[at]?.body)
    return words.some((word) => said.includes(word))
  })
}

const act = <T>(work: (tx: Parameters<Parameters<typeof transaction>[1]>[0]) => Promise<T>) =>
  transaction(here.database, work)

describe('in this order', () => {
  test('before: the hunt finds it in many places', async () => {
    const found = await hunt([canary])
    for (const part of [
      '/text',
      '/findings',
      '/api/search',
      '/api/assignments',
      '/api/indicators',
      '/api/history',
    ]) {
      expect(
        found.some((one) => one.includes(part)),
        part,
      ).toBe(true)
    }
  })

  test('only who may puts it away, and says why', async () => {
    for (const role of ['office', 'reader'] as const) {
      const actor = await here.actor(role)
      await expect(act((tx) => quarantineDocument(tx, actor, id, 'x'))).rejects.toThrow('forbidden')
    }
    const stranger = await here.actor('administrator', here.west)
    await expect(act((tx) => quarantineDocument(tx, stranger, id, 'x'))).rejects.toThrow('notFound')
    await act((tx) => quarantineDocument(tx, administrator, id, 'nghi lộ'))
    await expect(act((tx) => quarantineDocument(tx, administrator, id, 'x'))).rejects.toThrow(
      'alreadyQuarantined',
    )
  })

  test('at once: no route shows a word of it, or its id, to anybody', async () => {
    expect(await hunt([canary, id])).toEqual([])
  })

  test('nor to the installation itself: lists and exports', async () => {
    const system = systemActor(here.east.province_id)
    expect((await listDocuments(here.database.db, system)).map((one) => one.id)).not.toContain(id)
    for await (const one of judgedDocuments(here.database.db, system)) {
      expect(one.text).not.toContain(canary)
    }
  })

  test('nothing can be done to it', async () => {
    for (const { id: finding, version } of confirmed) {
      for (const what of ['undo', 'confirm', 'reject']) {
        const answer = await office.ask('POST', `/api/findings/${finding}/${what}`, {
          json: {},
          version: version + 1,
        })
        expect(answer.status).toBe(404)
      }
    }
    for (const [method, path] of [
      ['PATCH', `/api/documents/${id}`],
      ['POST', `/api/documents/${id}/read`],
      ['POST', `/api/documents/${id}/destroy`],
    ] as const) {
      const client = path.endsWith('destroy') ? await here.client('administrator') : office
      const answer = await client.ask(method, path, { json: { reason: 'x' }, version: 1 })
      expect([path, answer.status]).toEqual([path, 404])
    }
  })

  test('a repeated request is not answered from memory', async () => {
    for (const { id: finding, version, key } of confirmed) {
      const again = await office.ask('POST', `/api/findings/${finding}/confirm`, {
        json: { edits: {} },
        version,
        key,
      })
      expect(again.status).toBe(404)
      expect(JSON.stringify(again.body)).not.toContain(canary)
    }
  })

  test('the same bytes do not come in again, under any name', async () => {
    for (const client of [office, (await here.grantee('communeOfficer')).client]) {
      const form = fileForm(text, 'khac.txt')
      const answer = await client.ask('POST', '/api/documents', { form })
      expect([answer.status, answer.body.code, answer.body.rule]).toEqual([
        409,
        'stateSecret',
        'quarantined',
      ])
    }
  })

  test('who read it is told, without the content', async () => {
    const incident = await incidentOf(here.database.db, administrator, id)
    expect(JSON.stringify(incident)).not.toContain(canary)
    expect(incident).toMatchObject({ status: 'quarantined', addedBy: 'office Tỉnh Đông Hà' })
    const addresses = incident.readers.map((one) => one.account?.address ?? '')
    for (const name of ['office@', 'leader-', 'inspector-', 'reader-', 'communehead-']) {
      expect(
        addresses.some((one) => one.startsWith(name)),
        name,
      ).toBe(true)
    }
    for (const one of incident.readers) {
      expect(one.times).toBeGreaterThan(0)
      expect(one.downloaded).toBe(true)
      expect(Date.parse(one.first)).toBeLessThanOrEqual(Date.parse(one.last))
      expect(Date.parse(one.last)).toBeLessThanOrEqual(
        Date.parse(incident.quarantine?.placed_at ?? ''),
      )
    }
    expect(incident.entries).toMatchObject({ assignment: 1, shortcoming: 1 })
    const reader = await here.actor('reader')
    await expect(incidentOf(here.database.db, reader, id)).rejects.toThrow('forbidden')
  })

  test('released: everything is back where it was', async () => {
    await act((tx) => releaseDocument(tx, administrator, id, 'không phải'))
    const found = await hunt([canary], [['office', office]])
    for (const part of ['/text', '/api/search', '/api/assignments', '/api/indicators?']) {
      expect(
        found.some((one) => one.includes(part.replace('?', ''))),
        part,
      ).toBe(true)
    }
    const results = (await office.ask('GET', `/api/search?q=${canary}&kind=indicator`)).body.results
    expect(results).toHaveLength(1)
    await expect(act((tx) => releaseDocument(tx, administrator, id, 'x'))).rejects.toThrow(
      'notQuarantined',
    )
    await expect(act((tx) => destroyQuarantined(tx, administrator, id, 'x'))).rejects.toThrow(
      'notQuarantined',
    )
  })

  test('destroyed: no table holds a word of it; all of it is on record and verifies', async () => {
    await act((tx) => quarantineDocument(tx, administrator, id, 'lần hai'))
    await act((tx) => destroyQuarantined(tx, administrator, id, 'đã xác minh'))
    const { rows: tables } = await here.database.pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    )
    for (const { name } of tables) {
      const { rows } = await here.database.pool.query(
        `select 1 from "${name}" t where t::text ilike $1 limit 1`,
        [`%${canary}%`],
      )
      expect([name, rows.length]).toEqual([name, 0])
    }
    const { changes } = (
      await office.ask('GET', `/api/record?subjectKind=document&subjectId=${id}`)
    ).body
    expect(
      changes
        .map((one: { action: string; reason: string | null }) => [one.action, one.reason])
        .slice(0, 4),
    ).toEqual([
      ['document.destroy', 'đã xác minh'],
      ['document.quarantine', 'lần hai'],
      ['document.release', 'không phải'],
      ['document.quarantine', 'nghi lộ'],
    ])
    const inspector = await here.client('administrator')
    expect((await inspector.ask('GET', '/api/record/verify')).body.intact).toBe(true)
  })

  test('a quarantine that fails half way leaves everything as it was', async () => {
    const { id: other } = (
      await office.ask('POST', '/api/documents', { form: fileForm('Chi đạt 5 tỷ đồng.', 'b.txt') })
    ).body.document
    await act((tx) =>
      part(tx, async () => {
        await quarantineDocument(tx, administrator, other, 'x')
        throw new Error('half way')
      }).catch((error: Error) => expect(error.message).toBe('half way')),
    )
    expect((await office.ask('GET', `/api/documents/${other}/text`)).status).toBe(200)
  })
})
