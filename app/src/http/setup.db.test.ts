// The first set-up: one token, once, and never a default account.
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { plainSettings } from '../../test/world.ts'
import type { Database } from '../database/open.ts'
import { createSetupToken } from '../registers/people/provinces.ts'
import { createServer } from './server.ts'

let database: Database
let app: ReturnType<typeof createServer>

beforeAll(async () => {
  database = await freshDatabase()
  app = createServer({
    settings: { ...plainSettings, secure: true, trustProxy: false, webFolder: null },
    database,
    log: pino({ level: 'silent' }),
  })
})

afterAll(() => database.close())

const setUp = (token: string, password = 'một câu thật dài') =>
  app.request('/api/setup', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token,
      provinceName: 'Tỉnh Đông Hà',
      address: 'Chanh.Van.Phong@dong-ha',
      name: 'Người quản trị',
      password,
    }),
  })

test('the set-up takes its token once', async () => {
  const state = await (await app.request('/api/session')).json()
  expect(state).toMatchObject({ signedIn: false, setUpNeeded: true })
  const old = (await createSetupToken(database.db)) ?? ''
  const token = (await createSetupToken(database.db)) ?? ''
  expect((await setUp('wrong')).status).toBe(403)
  expect((await setUp(old)).status).toBe(403)
  const kept = await database.pool.query('select value::text from server_setting')
  expect(JSON.stringify(kept.rows)).not.toContain(token)

  // A refused password leaves the token as it was, and the province's name is no password for it.
  const weak = await setUp(token, 'DongHa2026!!')
  expect([weak.status, await weak.json()]).toMatchObject([422, { reason: 'personal' }])
  const done = await setUp(token)
  expect(done.status).toBe(200)
  expect(done.headers.get('set-cookie')).toMatch(/^__Host-giaoban=.*Secure/)
  expect(done.headers.get('strict-transport-security')).toBeTruthy()
  expect(await done.json()).toMatchObject({
    signedIn: true,
    account: {
      address: 'chanh.van.phong@dong-ha',
      roles: [{ role: 'administrator', everywhere: true }],
    },
    province: { name: 'Tỉnh Đông Hà', slug: 'dong-ha' },
  })
  expect((await setUp(token)).status).toBe(409)
  expect(await createSetupToken(database.db)).toBeNull()
  const { rows } = await database.pool.query('select count(*)::int as all from indicator')
  expect(rows[0].all).toBeGreaterThanOrEqual(72)
})
