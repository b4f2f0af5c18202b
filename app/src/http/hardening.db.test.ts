// What clients send that no screen of ours would: every answer is a named problem, none is a 500.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, fileForm, password, plainSettings, world } from '../../test/world.ts'
import { createServer } from './server.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
})

afterAll(() => here.close())

describe('values the database cannot hold', () => {
  test.each([
    ['NUL', { nameVi: 'Chỉ\u0000tiêu', unit: 'item' }],
    ['half a character', { nameVi: 'Chỉ tiêu \ud800', unit: 'item' }],
    ['synonyms with NUL', { nameVi: 'Chỉ tiêu x', unit: 'item', synonyms: ['\u0000'] }],
  ])('%s', async (_name, json) => {
    const { status, body } = await office.ask('POST', '/api/indicators', { json })
    expect([201, 400], JSON.stringify(body)).toContain(status)
  })

  test('a search, a file name and a title', async () => {
    expect((await office.ask('GET', '/api/search?q=%00')).status).toBe(200)
    expect((await office.ask('GET', '/api/documents?q=%ED%A0%80')).status).toBe(200)
    const form = fileForm('Thu đạt 5 tỷ đồng.', 'a\u0000b.txt')
    form.append('title', 'Báo\u0000cáo \ud800')
    const { status, body } = await office.ask('POST', '/api/documents', { form })
    expect(status, JSON.stringify(body)).toBe(201)
    expect(body.document.title).toMatch(/^Báo cáo/)
  })

  test('days and counts out of range', async () => {
    const form = fileForm(
      'Công tác giải phóng mặt bằng còn chậm, yêu cầu Sở Tài chính rà soát.',
      'c.txt',
    )
    form.append('date', '0000-01-01')
    const bad = await office.ask('POST', '/api/documents', { form })
    expect([bad.status, bad.body.code]).toEqual([400, 'invalidInput'])
  })
})

describe('an upload that is none', () => {
  const send = (headers: Record<string, string>, body: string) =>
    office.ask('POST', '/api/documents', { headers, rawBody: body })

  test.each([
    ['JSON', { 'content-type': 'application/json' }, '{}'],
    ['nothing', {}, ''],
    ['a form without a boundary', { 'content-type': 'multipart/form-data' }, 'x'],
    [
      'a form cut off',
      { 'content-type': 'multipart/form-data; boundary=x' },
      '--x\r\nContent-Disp',
    ],
  ])('%s', async (_name, headers, text) => {
    const { status, body } = await send(headers, text)
    expect(status, JSON.stringify(body)).toBe(400)
    expect(['fileMissing', 'invalidInput']).toContain(body.code)
  })

  test('two files at once', async () => {
    const form = fileForm('Một', 'a.txt')
    form.append('file', new File(['Hai'], 'b.txt'))
    expect((await office.ask('POST', '/api/documents', { form })).body.code).toBe('invalidInput')
  })
})

test('JSON that is none, of another type, or too long', async () => {
  const send = (rawBody: string, type = 'application/json') =>
    office.ask('POST', '/api/indicators', { rawBody, headers: { 'content-type': type } })
  expect((await send('{"nameVi":')).body.code).toBe('invalidInput')
  expect((await send('[]')).body.code).toBe('invalidInput')
  expect((await send('{}', 'text/plain')).body.code).toBe('invalidInput')
  const long = await send(JSON.stringify({ nameVi: 'x'.repeat(1_100_000) }))
  expect([long.status, long.body.code]).toEqual([413, 'fileTooLarge'])
})

test('problems speak the language asked for, before anybody is known as well', async () => {
  const ask = (path: string, language: string) =>
    here.anonymous.ask('GET', path, { headers: { 'accept-language': language } })
  for (const path of ['/api/documents', '/api/nothing', '/api/documents/%ff']) {
    const vi = await ask(path, 'fr, vi;q=0.9, en;q=0.1')
    const en = await ask(path, 'vi;q=0.5, en-GB;q=0.9')
    expect(vi.headers.get('content-language'), path).toBe('vi')
    expect(en.headers.get('content-language'), path).toBe('en')
    expect(en.body.type).toBe(`/problems/${en.body.code}`)
  }
  const large = await here.anonymous.ask('POST', '/api/session', {
    json: { address: 'x'.repeat(1_100_000) },
    headers: { 'accept-language': 'en' },
  })
  expect([large.status, large.headers.get('content-language')]).toEqual([413, 'en'])
})

test('paths that no file could have are not found', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-web-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>x</title>')
  const app = createServer({
    settings: { ...plainSettings, secure: false, trustProxy: false, webFolder: folder },
    database: here.database,
    log: pino({ level: 'silent' }),
  })
  for (const path of ['/%E0%A4%A.js', '/a%00.js', '/..%2f..%2fetc%2fpasswd.txt', '/%2e%2e/x.js']) {
    const response = await app.request(path)
    expect(response.status, path).toBe(404)
    expect(response.headers.get('x-content-type-options'), path).toBe('nosniff')
  }
  const page = await app.request('/documents')
  expect(page.status).toBe(200)
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).not.toContain('unsafe')
  rmSync(folder, { recursive: true })
})

test('an old version is answered with both texts', async () => {
  const { body } = await office.ask('POST', '/api/indicators', {
    json: { nameVi: 'Số hộ có điện', unit: 'household' },
  })
  const { id, version } = body.indicator
  const change = (json: object) => office.ask('PATCH', `/api/indicators/${id}`, { json, version })
  await change({ nameEn: 'First' })
  const late = await change({ nameEn: 'Second' })
  expect(late.status).toBe(412)
  expect(late.body).toMatchObject({ current: { nameEn: 'First' }, yours: { nameEn: 'Second' } })
})

test('a password in an old version is not sent back', async () => {
  const administrator = await here.client('administrator')
  const { body } = await administrator.ask('GET', '/api/accounts')
  const [account] = body.accounts.filter((one: { address: string }) =>
    one.address.startsWith('reader@'),
  )
  const late = await administrator.ask('PATCH', `/api/accounts/${account.id}`, {
    json: { name: 'X', password: 'một câu bí mật dài' },
    version: account.version + 5,
  })
  expect(late.status).toBe(412)
  expect(JSON.stringify(late.body)).not.toContain('bí mật')
})

test('many guesses at once are all counted', async () => {
  const guess = () =>
    here.anonymous.ask('POST', '/api/session', {
      json: { address: 'office@tay-son', password: 'đoán sai' },
    })
  const answers = await Promise.all(Array.from({ length: 20 }, guess))
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(5)
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(15)
  const right = await here.anonymous.ask('POST', '/api/session', {
    json: { address: 'office@tay-son', password },
  })
  expect(right.status).toBe(429)
})

describe('behind a proxy', () => {
  const ask = (headers: Record<string, string>, trustProxy: boolean, secure = true) =>
    createServer({
      settings: { ...plainSettings, secure, trustProxy },
      database: here.database,
      log: pino({ level: 'silent' }),
    }).request('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ address: 'reader@dong-ha', password }),
    })

  test('cookies are bound to the host and to TLS', async () => {
    const response = await ask(
      {
        origin: 'https://giaoban.example',
        'x-forwarded-host': 'giaoban.example',
        host: '10.0.0.5:8080',
      },
      true,
    )
    expect(response.status).toBe(200)
    // The session, and the browser that the account is known by.
    const kept = response.headers.getSetCookie()
    expect(kept.map((cookie) => cookie.split('=')[0])).toEqual([
      '__Host-giaoban',
      '__Host-giaoban-device',
    ])
    for (const cookie of kept)
      expect(cookie).toMatch(
        /^[\w-]+=[^;]+;( Max-Age=\d+;)? Path=\/; HttpOnly; Secure; SameSite=(Lax|Strict)$/,
      )
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000')
  })

  test('its words count only where we were told to trust it', async () => {
    const headers = {
      origin: 'https://evil.example',
      'x-forwarded-host': 'evil.example',
      host: 'here',
    }
    expect((await ask(headers, false)).status).toBe(403)
    expect((await ask({ origin: 'null', host: 'here' }, false)).status).toBe(403)
    expect(
      (await ask({ origin: 'null', 'sec-fetch-site': 'same-origin', host: 'here' }, false)).status,
    ).toBe(200)
  })

  test('the address that is held back is the one the proxy saw', async () => {
    const from = async (address: string, trusted: boolean) => {
      const app = createServer({
        settings: { ...plainSettings, secure: true, trustProxy: trusted, webFolder: null },
        database: here.database,
        log: pino({ level: 'silent' }),
      })
      await app.request('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `6.6.6.6, ${address}` },
        body: JSON.stringify({ address: 'nobody@nowhere', password: 'x' }),
      })
      const { rows } = await here.database.pool.query(
        `select count(*)::int as count from login_attempt where key = $1`,
        [`from:${address}`],
      )
      return rows[0].count
    }
    expect(await from('203.0.113.7', true)).toBe(1)
    expect(await from('203.0.113.8', false)).toBe(0)
  })
})
