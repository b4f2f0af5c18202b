// Every route × every role, and nothing of one province for another.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { matrix } from './access-matrix.ts'
import { type Client, fileForm, password, type SignedInRole, world } from './world.ts'

let here: Awaited<ReturnType<typeof world>>
let clients: Record<'anonymous' | SignedInRole, Client>
let documentId = ''

const someId = '01900000-0000-7000-8000-000000000000'
const canary = `Hội nghị giao ban tháng 9 năm 2024 của Ban Thường vụ Tỉnh ủy bàn về hồ sơ chim hoàng yến

Tổng thu ngân sách nhà nước về hoàng yến đạt 8.250 tỷ đồng. Tuy nhiên, vẫn còn một số hạn chế: công tác giải phóng mặt bằng hoàng yến còn chậm.

Thực hiện Nghị quyết số 12-NQ/TU ngày 05/3/2023 của Tỉnh ủy, đồng chí Bí thư Tỉnh ủy yêu cầu Sở Tài chính rà soát hồ sơ hoàng yến, báo cáo trước ngày 30/10/2024.
`

beforeAll(async () => {
  here = await world()
  clients = {
    anonymous: here.anonymous,
    reader: await here.client('reader'),
    office: await here.client('office'),
    administrator: await here.client('administrator'),
  }
  const added = await clients.office.ask('POST', '/api/documents', {
    form: fileForm(canary, 'hoang-yen.txt'),
  })
  documentId = added.body.document.id
})

afterAll(() => here.close())

/** The routes the server really has, as "GET /api/x/{id}". */
function routes(): string[] {
  const found = here.app.routes
    .filter((route) => route.method !== 'ALL' && route.path.startsWith('/api/'))
    .map((route) => `${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')}`)
  return [...new Set(found)].sort()
}

test('every route of the router has its row in the matrix, and every row its route', () => {
  expect(matrix.map((row) => row.route).sort()).toEqual(routes())
})

describe.each(['anonymous', 'reader', 'office', 'administrator'] as const)('%s', (role) => {
  test.each(matrix.map((row) => [row.route, row[role]] as const))(
    '%s: %s',
    async (route, verdict) => {
      // Signing out would end the session that the other rows need.
      if (route === 'DELETE /api/session' && role !== 'anonymous') return
      const [method = '', path = ''] = route.split(' ')
      const answer = await clients[role].ask(method, path.replace('{id}', someId), {
        ...(method === 'GET' ? {} : bodyFor(route)),
        version: 1,
      })
      if (verdict === 'ok') {
        expect(answer.status, JSON.stringify(answer.body)).not.toBe(500)
        if (!['POST /api/session', 'POST /api/setup'].includes(route)) {
          expect([401, 403], JSON.stringify(answer.body)).not.toContain(answer.status)
        }
      } else {
        expect(String(answer.status), JSON.stringify(answer.body)).toBe(verdict)
      }
    },
  )
})

/** A body that is valid for the route, so that nothing but the policy refuses it. */
function bodyFor(route: string): { json?: unknown; form?: FormData } {
  if (route === 'POST /api/documents') return { form: fileForm('Thu đạt 12 tỷ đồng.', 'a.txt') }
  const bodies: Record<string, unknown> = {
    'POST /api/session': { address: 'x', password: 'y' },
    'PATCH /api/session': { locale: 'vi' },
    'PUT /api/session/password': { current: 'x', next: 'mot mat khau dai' },
    'POST /api/setup': {
      token: 'x',
      provinceName: 'X',
      address: 'x',
      name: 'X',
      password: 'mot mat khau dai',
    },
    'POST /api/accounts': {
      address: `new-${Math.random()}`,
      name: 'New',
      role: 'reader',
      password: 'mot mat khau dai',
    },
    'POST /api/documents/{id}/destroy': { reason: 'x' },
    'POST /api/documents/{id}/findings': { kind: 'shortcoming', start: 0, end: 5 },
    'POST /api/documents/{id}/confirm-certain': { findings: [{ id: someId, version: 1 }] },
    'POST /api/lexicon': { class: 'actor', payload: '', phrases: [`Tổ ${Math.random()}`] },
    'POST /api/lexicon/file': { text: 'actor\t\tTổ công tác hoàng yến', check: true },
    'POST /api/indicators': { nameVi: `Chỉ tiêu ${Math.random()}`, unit: 'item' },
  }
  return { json: bodies[route] ?? {} }
}

describe('another province', () => {
  const strangers: Partial<Record<SignedInRole, Client>> = {}
  /** One thing of the first province for every kind of route with an id. */
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    for (const role of ['reader', 'office', 'administrator'] as const) {
      strangers[role] = await here.client(role, here.west)
    }
    const { findings } = (await clients.office.ask('GET', `/api/documents/${documentId}/findings`))
      .body
    for (const { id, kind, version } of findings) {
      if (!['statement', 'shortcoming', 'assignment', 'meeting', 'citation'].includes(kind))
        continue
      const { body } = await clients.office.ask('POST', `/api/findings/${id}/confirm`, {
        json: {},
        version,
      })
      if (body.finding?.entry) ids[`${body.finding.entry.kind}s`] = body.finding.entry.id
      ids.findings = id
    }
    const [entry] = (
      await clients.office.ask('POST', '/api/lexicon', {
        json: { class: 'actor', payload: '', phrases: ['Tổ công tác hoàng yến'] },
      })
    ).body.entries
    ids.lexicon = entry.id
    const [indicator] = (await clients.office.ask('GET', '/api/indicators')).body.indicators
    const [account] = (await clients.administrator.ask('GET', '/api/accounts')).body.accounts
    Object.assign(ids, { documents: documentId, indicators: indicator.id, accounts: account.id })
  })

  const withId = matrix.filter((row) => row.route.includes('{id}'))

  test('every kind of thing was made', () => {
    const kinds = new Set(withId.map((row) => row.route.split('/')[2]))
    expect([...kinds].filter((kind) => !ids[kind ?? ''])).toEqual([])
  })

  describe.each(['reader', 'office', 'administrator'] as const)('%s', (role) => {
    test.each(withId.map((row) => [row.route, row[role]] as const))(
      '%s: its things do not exist here',
      async (route, verdict) => {
        const [method = '', path = ''] = route.split(' ')
        const id = ids[path.split('/')[2] ?? ''] ?? ''
        const answer = await strangers[role]?.ask(method, path.replace('{id}', id), {
          ...(method === 'GET' ? {} : bodyFor(route)),
          version: 1,
        })
        const wanted = verdict === 'ok' ? 404 : Number(verdict)
        expect(answer?.status, JSON.stringify(answer?.body)).toBe(wanted)
        expect(JSON.stringify(answer?.body)).not.toContain('hoàng yến')
      },
    )
  })

  test('lists, search and record hold nothing of it', async () => {
    const lists = matrix
      .filter((row) => row.route.startsWith('GET /api/') && !row.route.includes('{id}'))
      .map((row) => row.route.slice(4))
    for (const path of lists) {
      const answer = await strangers.office?.ask('GET', `${path}?q=ho%C3%A0ng%20y%E1%BA%BFn`)
      expect(JSON.stringify(answer?.body), path).not.toContain('hoàng yến')
      expect(JSON.stringify(answer?.body), path).not.toContain(documentId)
    }
    const own = await clients.office.ask('GET', '/api/search?q=hoang%20yen')
    expect(own.body.results.length).toBeGreaterThan(0)
  })

  test('a session of one province is none in another', async () => {
    const signedIn = await here.app.request('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ address: 'reader@dong-ha', password }),
    })
    const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const moved = cookie.replace(/=\d+\./, `=${here.west.province_id}.`)
    expect(moved).not.toBe(cookie)
    const ask = (value: string) =>
      here.app.request('/api/documents', { headers: { cookie: value } })
    expect((await ask(cookie)).status).toBe(200)
    expect((await ask(moved)).status).toBe(401)
  })
})

test('the matrix is checked cell by cell', () => {
  const withId = matrix.filter((row) => row.route.includes('{id}')).length
  const cells = matrix.length * 4 + withId * 3
  process.stdout.write(
    `access matrix: ${matrix.length} routes × 4 roles and ${withId} × 3 from another province, ${cells} cells\n`,
  )
  expect(cells).toBeGreaterThan(200)
})
