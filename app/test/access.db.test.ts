// Every route × every role, and nothing of one province for another.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { matrix } from './access-matrix.ts'
import { type Client, fileForm, type SignedInRole, world } from './world.ts'

let here: Awaited<ReturnType<typeof world>>
let clients: Record<'anonymous' | SignedInRole, Client>
let documentId = ''

const someId = '01900000-0000-7000-8000-000000000000'
const canary = 'Hồ sơ chim hoàng yến: tiến độ giải phóng mặt bằng còn chậm, giải ngân đạt 45,6%.'

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
    'POST /api/indicators': { nameVi: `Chỉ tiêu ${Math.random()}`, unit: 'item' },
  }
  return { json: bodies[route] ?? {} }
}

test('nothing of one province reaches another', async () => {
  const stranger = await here.client('office', here.west)
  const lists = matrix
    .filter((row) => row.route.startsWith('GET /api/') && !row.route.includes('{id}'))
    .map((row) => row.route.slice(4))
  for (const path of lists) {
    const answer = await stranger.ask('GET', `${path}?q=ho%C3%A0ng%20y%E1%BA%BFn`)
    expect(JSON.stringify(answer.body), path).not.toContain('hoàng yến')
    expect(JSON.stringify(answer.body), path).not.toContain(documentId)
  }
  for (const tail of ['', '/text', '/original', '/findings']) {
    const answer = await stranger.ask('GET', `/api/documents/${documentId}${tail}`)
    expect(answer.status, tail).toBe(404)
  }
  const own = await clients.office.ask('GET', '/api/search?q=hoang%20yen')
  expect(own.body.results.length).toBeGreaterThan(0)
})
