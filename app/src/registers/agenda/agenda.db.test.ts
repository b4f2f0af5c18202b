// A conference that is held here: who may plan it, who knows of it and of its items.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { world } from '../../../test/world.ts'

let here: Awaited<ReturnType<typeof world>>
let board = ''
let department = ''

beforeAll(async () => {
  here = await world()
  board = await here.body('Ban Thường vụ Tỉnh ủy')
  department = await here.body('Sở Xây dựng')
})

afterAll(() => here.close())

const planned = async (json: object = {}) => {
  const office = await here.client('office')
  const given = { organisationId: board, type: 'standingCommittee', number: 12, ...json }
  const { body } = await office.ask('POST', '/api/conferences', { json: given })
  return { office, plan: body.plan }
}

test('a conference is planned with a title from what is known, and changed with its version', async () => {
  const { office, plan } = await planned({ startsAt: '2026-12-08T08:00:00+07:00' })
  expect(plan).toMatchObject({
    title: 'Hội nghị Ban Thường vụ Tỉnh ủy lần thứ 12, 08/12/2026',
    stage: 'planned',
    level: 'participants',
    bodies: [{ id: board }],
  })
  const at = `/api/conferences/${plan.id}/plan`
  const old = await office.ask('PATCH', at, { json: { place: 'Hội trường A' }, version: 9 })
  expect(old.status).toBe(412)
  const moved = await office.ask('PATCH', at, {
    json: { place: 'Hội trường A', endsAt: '2026-12-08T07:00:00+07:00' },
    version: plan.version,
  })
  expect(moved.status).toBe(400)
  const changed = await office.ask('PATCH', at, {
    json: { place: 'Hội trường A', quorum: { part: 2, of: 3 } },
    version: plan.version,
  })
  expect(changed.body.plan).toMatchObject({ place: 'Hội trường A', quorum: { part: 2, of: 3 } })
})

test('a cancelled conference keeps its reason and takes no more items', async () => {
  const { office, plan } = await planned()
  const cancelled = await office.ask('POST', `/api/conferences/${plan.id}/cancel`, {
    json: { reason: 'Bão số 10' },
    version: plan.version,
  })
  expect(cancelled.body.plan).toMatchObject({ stage: 'cancelled', changeReason: 'Bão số 10' })
  const late = await office.ask('POST', `/api/conferences/${plan.id}/items`, {
    json: { title: 'Một nội dung', asked: 'decide' },
  })
  expect(late.body.code).toBe('conferenceOver')
})

test('who is not invited knows nothing of it: not by its id, in lists, search or history', async () => {
  const { office, plan } = await planned({ title: 'Hội nghị chim hoàng yến' })
  const added = await office.ask('POST', `/api/conferences/${plan.id}/items`, {
    json: { title: 'Đề án hoàng yến', asked: 'agreeInPrinciple', submitterId: department },
  })
  expect(added.body.item).toMatchObject({ position: 1, submitter: { id: department } })
  const { client: officer } = await here.grantee('departmentOfficer', await here.body('Sở Khác'))
  const asked = [
    '/api/conferences',
    `/api/conferences/${plan.id}`,
    `/api/conferences/${plan.id}/plan`,
    `/api/conferences/${plan.id}/items`,
    '/api/search?q=hoàng+yến',
    `/api/history?kind=conference&id=${plan.id}`,
  ]
  for (const path of asked) {
    const answer = await officer.ask('GET', path)
    expect(answer.status, path).toBe(/conferences$|search/.test(path) ? 200 : 404)
    expect(JSON.stringify(answer.body)).not.toMatch(/hoàng yến/i)
  }
  const absent = '01900000-0000-7000-8000-000000000000'
  const closed = await officer.ask('PATCH', `/api/session-items/${added.body.item.id}`, {
    json: { title: 'x' },
    version: 1,
  })
  const missing = await officer.ask('PATCH', `/api/session-items/${absent}`, {
    json: { title: 'x' },
    version: 1,
  })
  expect([closed.status, closed.body.code]).toEqual([missing.status, missing.body.code])
  const found = await office.ask('GET', '/api/search?q=hoàng+yến')
  expect(found.body.results.map((one: { kind: string }) => one.kind).sort()).toEqual([
    'conference',
    'sessionItem',
  ])
})
