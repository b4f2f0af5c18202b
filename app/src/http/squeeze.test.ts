import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Env } from './context.ts'
import { squeezeAnswers } from './squeeze.ts'

const large = { rows: Array.from({ length: 500 }, (_, index) => ({ index, name: 'chỉ tiêu' })) }

const app = new Hono<Env>()
app.use(squeezeAnswers())
app.get('/api/large', (c) => c.json(large, 200, { etag: '"7"' }))
app.get('/api/session', (c) => c.json(large))
app.post('/api/large', (c) => c.json(large))
app.get('/api/small', (c) => c.json({ ok: true }))
app.get('/api/refused', (c) => c.json(large, 403))
app.get('/api/bytes', (c) => c.body('x'.repeat(5000), 200, { 'content-type': 'text/event-stream' }))

async function ask(path: string, accepted: string, method = 'GET') {
  const response = await app.request(path, { method, headers: { 'accept-encoding': accepted } })
  const { headers } = response
  return {
    headers,
    coding: headers.get('content-encoding'),
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}

test('what is read as JSON is compressed as the client takes it', async () => {
  const br = await ask('/api/large', 'gzip, deflate, br')
  expect(br.coding).toBe('br')
  expect(JSON.parse(String(brotliDecompressSync(br.bytes)))).toEqual(large)
  expect([br.headers.get('etag'), br.headers.get('vary')]).toEqual(['"7"', 'Accept-Encoding'])
  expect(br.headers.get('content-type')).toMatch(/^application\/json/)
  const gzip = await ask('/api/large', 'gzip, deflate')
  expect(gzip.coding).toBe('gzip')
  expect(JSON.parse(String(gunzipSync(gzip.bytes)))).toEqual(large)
  const plain = await ask('/api/large', 'identity')
  expect([plain.coding, plain.headers.get('vary')]).toEqual([null, 'Accept-Encoding'])
  expect(JSON.parse(String(plain.bytes))).toEqual(large)
})

test('small answers, refusals, writes, streams and the session go out as they are', async () => {
  for (const path of ['/api/small', '/api/refused', '/api/bytes', '/api/session']) {
    const { coding, bytes } = await ask(path, 'gzip, br')
    expect(coding, path).toBeNull()
    expect(bytes.length, path).toBeGreaterThan(5)
  }
  expect((await ask('/api/large', 'gzip, br', 'POST')).coding).toBeNull()
})
