// The printed set holds exactly what the asker may read, and says so in the access log; the outbox key is
// each account's own.

import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hold } from '../../../test/chain.ts'
import { type Client, fileForm, world } from '../../../test/world.ts'
import { gatherSet } from './print-store.ts'
import { worded } from './words.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let conference = ''
const [open, closed] = ['Tờ trình hoàng yến', 'Dự thảo sơn ca']
const ordered = 'bàn giao mặt bằng chim sẻ'

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  const board = await here.body('Ban Thường vụ Tỉnh ủy')
  const head = (await here.grantee('officeHead')).client
  await hold(office, head, board, '2025-03-04', [
    { action: ordered, leadId: await here.body('Sở Xây dựng'), deadline: '2025-06-30' },
  ])
  const json = { organisationId: board, type: 'briefing', startsAt: '2099-12-08T08:00:00+07:00' }
  const { plan } = (await office.ask('POST', '/api/conferences', { json })).body
  conference = `/api/conferences/${plan.id}`
  for (const [title, level] of [
    [open, 'internal'],
    [closed, 'office'],
  ] as const) {
    const given = { json: { title: `Về ${title}`, asked: 'decide', level } }
    const { item } = (await office.ask('POST', `${conference}/items`, given)).body
    const at = `/api/session-items/${item.id}/papers`
    const form = fileForm(`${title}\nMột đoạn về ${title}.`, 'a.txt', { kind: 'draft', title })
    await office.ask('POST', at, { form })
    await office.ask('POST', `${at}/release`, { json: {}, version: item.version })
  }
  const { body } = await office.ask('GET', `${conference}/plan`)
  const change = { json: { level: 'internal' }, version: body.plan.version }
  await office.ask('PATCH', `${conference}/plan`, change)
})

afterAll(() => here.close())

async function printed(address: string): Promise<string> {
  const signIn = await here.app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address, password: 'mật khẩu dùng để thử' }),
  })
  const cookie = (signIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const answer = await here.app.request(`${conference}/print`, { headers: { cookie } })
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()))
  const { text } = await extractText(pdf, { mergePages: true })
  return text.replace(/\s+/g, ' ')
}

test('a reader’s set holds what a reader may read, with their name on each page', async () => {
  const text = await printed(`reader@${here.east.slug}`)
  expect(text).toContain(`Một đoạn về ${open}.`)
  expect(text).not.toContain('sơn ca')
  expect(text).toContain('Bản in của reader Tỉnh Đông Hà')
  const administrator = await here.client('administrator')
  const { entries } = (await administrator.ask('GET', '/api/access-log?kind=document')).body
  expect(entries.filter((one: { detail: string }) => one.detail === 'print')).toHaveLength(1)
  const { rows } = await here
    .owner()
    .pool.query(`select subject_kind, subject_id from access_entry where action = 'export'`)
  expect(rows).toEqual([{ subject_kind: 'conference', subject_id: conference.split('/').at(-1) }])
})

test('the part that looks back is printed with what the asker may know of it', async () => {
  const words = async (role: 'office' | 'reader') => {
    const actor = await here.actor(role)
    const gathered = await gatherSet(here.database.db, actor, conference.split('/').at(-1) ?? '')
    return worded(gathered, actor.name, new Date()).items[0]?.papers[0]?.text ?? ''
  }
  const own = await words('office')
  expect(own).toContain(`${ordered} – Sở Xây dựng, hạn 30/6/2025: quá hạn`)
  expect(own).toContain('Tình hình đến')
  expect(await words('reader')).not.toContain(ordered)
})

test('another province has no such conference', async () => {
  const stranger = await here.client('office', here.west)
  expect((await stranger.ask('GET', `${conference}/print`)).status).toBe(404)
})

test('the outbox key is the same on each device of an account, and of no other', async () => {
  const keyOf = async (client: Client): Promise<string> =>
    (await client.ask('GET', '/api/session/tablet')).body.outboxKey
  const own = await keyOf(office)
  expect(Buffer.from(own, 'base64')).toHaveLength(32)
  expect(await keyOf(await here.client('office'))).toBe(own)
  expect(await keyOf(await here.client('reader'))).not.toBe(own)
  expect((await here.anonymous.ask('GET', '/api/session/tablet')).status).toBe(401)
})
