import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { projectRoutes } from '../registers/projects/contract.ts'
import { ApiProblem, address, overtakenBy, request, versionShown, writeOver } from './api.ts'

test('an address gets its parameters and its query, encoded', () => {
  expect(address('/api/documents/{id}/text', { params: { id: 'a/b' } })).toBe(
    '/api/documents/a%2Fb/text',
  )
  expect(address('/api/search', { query: { q: 'đất đai', kind: '', page: 2, none: null } })).toBe(
    '/api/search?q=%C4%91%E1%BA%A5t+%C4%91ai&page=2',
  )
})

/** The version that each write came with; every one but the present one is refused with what stands there. */
const came: string[] = []
let present = 5
let server: Server
const fetched = globalThis.fetch

beforeAll(async () => {
  server = createServer((incoming, answer) => {
    const version = String(incoming.headers['if-match'])
    came.push(version)
    const old = version !== `"${present}"`
    answer.writeHead(old ? 412 : 200, { 'content-type': 'application/json' })
    answer.end(JSON.stringify(old ? { code: 'versionOld', current: { version: present } } : {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  vi.stubGlobal('document', { documentElement: { lang: 'vi' } })
  globalThis.fetch = (path, how) => fetched(`http://127.0.0.1:${port}${path}`, how)
})

afterAll(() => {
  globalThis.fetch = fetched
  vi.unstubAllGlobals()
  server.close()
})

test('one overwrites the version one has seen, once, and no newer one', async () => {
  const write = (id: string, version: number) =>
    request<typeof projectRoutes.change>('patch', '/api/projects/{id}', {
      params: { id },
      version,
      body: { name: 'x' },
    }).then(
      () => null,
      (error: unknown) => overtakenBy(error),
    )
  const first = await write('a', 3)
  expect(first?.body.current).toEqual({ version: 5 })
  // A second time without having chosen to: refused again.
  expect(await write('a', 3)).not.toBeNull()
  if (first) writeOver(first)
  expect(await write('b', 4), 'another thing').not.toBeNull()
  // The screen has learnt of a newer one that its reader has not looked at; that one is not written over.
  present = 6
  const second = await write('a', 6)
  expect(second?.body.current).toEqual({ version: 6 })
  if (second) writeOver(second)
  expect(await write('a', 3)).toBeNull()
  expect(await write('a', 3)).not.toBeNull()
  expect(came).toEqual(['"3"', '"3"', '"4"', '"5"', '"6"', '"3"'])
})

test('what can be written over is what was written to by a version, not what it is a part of', () => {
  const at = '/api/instrument-duties/a'
  const shown = (current: unknown, address = at) =>
    versionShown(new ApiProblem(412, { code: 'versionOld', current }, address))
  expect(shown({ id: 'a', version: 4 })).toBe(4)
  expect(shown({ version: 4 })).toBe(4)
  expect(shown({ id: 'the instrument', version: 4 })).toBeNull()
  expect(shown({ id: 'a', number: 4 })).toBeNull()
  expect(shown(null)).toBeNull()
  expect(shown({ id: 'a', version: 4 }, '')).toBeNull()
})
