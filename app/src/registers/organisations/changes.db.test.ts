// Bodies change from a day on, over HTTP: every day before shows what was, nothing is rewritten.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, world } from '../../../test/world.ts'
import { systemActor } from '../../http/access.ts'
import { verifyRecord } from '../../record/store.ts'
import { grantsInForce } from '../people/grants.ts'
import type { BodyChange, BodyLine, BodyPage } from './contract.ts'

let here: Awaited<ReturnType<typeof world>>
let administrator: Client

beforeAll(async () => {
  here = await world()
  administrator = await here.client('administrator')
})

afterAll(() => here.close())

const ask = async (method: string, path: string, options = {}, status = 200) => {
  const answer = await administrator.ask(method, path, options)
  expect(answer.status, JSON.stringify(answer.body)).toBe(status)
  return answer.body
}

async function add(name: string, more = {}): Promise<BodyPage> {
  const json = { kind: 'department', name, from: null, ...more }
  return (await ask('POST', '/api/organisations', { json }, 201)) as BodyPage
}

/** Names of the bodies of a day, and of the body right above each. */
async function namesOn(day: string): Promise<Map<string, string>> {
  const { bodies } = (await ask('GET', `/api/organisations?on=${day}`)) as { bodies: BodyLine[] }
  const names = new Map(bodies.map((body) => [body.id, body.name]))
  return new Map(bodies.map((body) => [body.name, names.get(body.parents[0]?.id ?? '') ?? '']))
}

const at = (page: BodyPage, action = '') =>
  `/api/organisations/${page.body.id}${action && `/${action}`}`

const reorganise = (json: object, status = 201) =>
  ask('POST', '/api/organisations/changes', { json }, status)

const going = ({ body }: BodyPage, ends = true) => ({ id: body.id, version: body.version, ends })

test('a new body stands below the province, with its other names', async () => {
  const page = await add('Sở Một', { also: [{ name: 'S1', role: 'abbreviation' }], code: '12' })
  expect(page).toMatchObject({
    body: { name: 'Sở Một', also: ['S1'], code: '12', version: 1 },
    parents: [{ name: here.east.name, tree: 'administrative' }],
    changes: [],
  })
  const corrected = await ask('PATCH', at(page), {
    json: { also: [{ name: 'Sở 1', role: 'alias' }], note: 'đã kiểm tra' },
    version: 1,
  })
  expect(corrected.body).toMatchObject({ also: ['Sở 1'], note: 'đã kiểm tra', version: 2 })
})

test('a change needs the version seen, and an old one gets both texts', async () => {
  const page = await add('Sở Hai')
  const json = { name: 'Sở Hai mới', from: '2026-03-01' }
  await ask('POST', at(page, 'rename'), { json }, 428)
  await ask('POST', at(page, 'rename'), { json, version: 1 })
  const old = await ask('POST', at(page, 'rename'), { json, version: 1 }, 412)
  expect(old).toMatchObject({ current: { body: { version: 2 } }, yours: json })
})

test('a name changes on its day, and only forwards', async () => {
  const page = await add('Sở Ba')
  const json = { name: 'Sở Ba mới', from: '2026-03-01', legalReference: 'NQ 1' }
  const renamed = (await ask('POST', at(page, 'rename'), { json, version: 1 })) as BodyPage
  expect((await namesOn('2026-02-28')).has('Sở Ba')).toBe(true)
  expect((await namesOn('2026-03-01')).has('Sở Ba mới')).toBe(true)
  expect(renamed.changes).toMatchObject([
    { kind: 'rename', on: '2026-03-01', legalReference: 'NQ 1' },
  ])
  const earlier = { json: { name: 'x', from: '2026-02-01' }, version: 2 }
  expect(await ask('POST', at(page, 'rename'), earlier, 409)).toMatchObject({
    code: 'bodyChangedLater',
  })
})

test('the province is renamed for everybody at once, never ahead of the day', async () => {
  const { bodies } = (await ask('GET', '/api/organisations')) as { bodies: BodyPage['body'][] }
  const root = bodies.find((one) => one.kind === 'province')
  const path = `/api/organisations/${root?.id}/rename`
  const ahead = { json: { name: 'x', from: '2999-01-01' }, version: root?.version ?? 0 }
  await ask('POST', path, ahead, 409)
  const json = { name: 'Thành phố Đông Hà', from: '2026-01-01', legalReference: 'NQ 9' }
  await ask('POST', path, { json, version: root?.version ?? 0 })
  const session = await (await here.client('reader')).ask('GET', '/api/session')
  expect(session.body.province.name).toBe('Thành phố Đông Hà')
  expect((await namesOn('2025-12-31')).has('Tỉnh Đông Hà')).toBe(true)
  expect((await namesOn('2026-01-01')).has('Tỉnh Đông Hà')).toBe(false)
  const other = await (await here.client('reader', here.west)).ask('GET', '/api/session')
  expect(other.body.province.name).toBe('Tỉnh Tây Sơn')
})

test('a body moves in one tree from a day on, never below itself', async () => {
  const above = await add('Sở Bốn')
  const below = await add('Chi cục Bốn', {
    parents: [{ id: above.body.id, tree: 'administrative' }],
  })
  const other = await add('Sở Bốn khác')
  const json = { tree: 'administrative', from: '2026-05-01' }
  const itself = { json: { ...json, parentId: below.body.id }, version: 1 }
  expect(await ask('POST', at(above, 'move'), itself, 409)).toMatchObject({
    code: 'bodyBelowItself',
  })
  await ask('POST', at(below, 'move'), { json: { ...json, parentId: other.body.id }, version: 1 })
  expect((await namesOn('2026-04-30')).get('Chi cục Bốn')).toBe('Sở Bốn')
  expect((await namesOn('2026-05-01')).get('Chi cục Bốn')).toBe('Sở Bốn khác')
})

test('a body with others below it ends only with them', async () => {
  const above = await add('Sở Năm')
  await add('Chi cục Năm', { parents: [{ id: above.body.id, tree: 'administrative' }] })
  const refused = { json: { on: '2026-06-30' }, version: 1 }
  expect(await ask('POST', at(above, 'end'), refused, 409)).toMatchObject({
    code: 'bodyHasParts',
    count: 1,
  })
  const ended = { json: { on: '2026-06-30', below: 'end', legalReference: 'QĐ 5' }, version: 1 }
  const page = (await ask('POST', at(above, 'end'), ended)) as BodyPage
  expect(page.changes).toMatchObject([{ kind: 'end', on: '2026-07-01', legalReference: 'QĐ 5' }])
  const [before, after] = [await namesOn('2026-06-30'), await namesOn('2026-07-01')]
  expect([before.has('Sở Năm'), before.has('Chi cục Năm')]).toEqual([true, true])
  expect([after.has('Sở Năm'), after.has('Chi cục Năm')]).toEqual([false, false])
})

describe('a merge', () => {
  test('ends the old bodies, moves what stood below, and is told on every page', async () => {
    const one = await add('Sở Sáu')
    const two = await add('Sở Bảy')
    await add('Chi cục Sáu', { parents: [{ id: one.body.id, tree: 'administrative' }] })
    const officer = await here.grantee('departmentOfficer', one.body.id)
    const { change } = (await reorganise({
      kind: 'merge',
      on: '2026-07-01',
      legalReference: 'NQ 202',
      predecessors: [going(one), going(two)],
      successors: [{ body: { kind: 'department', name: 'Sở Sáu và Bảy' } }],
      below: 'move',
    })) as { change: BodyChange }
    expect(change.lines.map((line) => [line.from.name, line.to.name, line.weight])).toEqual(
      expect.arrayContaining([
        ['Sở Sáu', 'Sở Sáu và Bảy', 1],
        ['Sở Bảy', 'Sở Sáu và Bảy', 1],
      ]),
    )
    const before = await namesOn('2026-06-30')
    expect(before.get('Chi cục Sáu')).toBe('Sở Sáu')
    expect(before.has('Sở Sáu và Bảy')).toBe(false)
    const after = await namesOn('2026-07-01')
    expect(after.get('Chi cục Sáu')).toBe('Sở Sáu và Bảy')
    expect([after.has('Sở Sáu'), after.has('Sở Bảy')]).toEqual([false, false])
    for (const id of [one.body.id, change.lines[0]?.to.id]) {
      const page = (await ask('GET', `/api/organisations/${id}`)) as BodyPage
      expect(page.changes.map((told) => told.id)).toEqual([change.id])
    }
    const { database, east } = here
    const rightsOn = (day: string) =>
      grantsInForce(database.db, east.province_id, officer.actor.accountId ?? '', day)
    expect(await rightsOn('2026-07-01')).toEqual([])
  })

  test('is refused whole where one body has changed meanwhile', async () => {
    const one = await add('Sở Tám')
    const two = await add('Sở Chín')
    const merge = {
      kind: 'merge',
      on: '2026-08-01',
      predecessors: [going(one), { ...going(two), version: 9 }],
      successors: [{ body: { kind: 'department', name: 'Sở Tám và Chín' } }],
    }
    expect(await reorganise(merge, 412)).toMatchObject({ current: { body: { name: 'Sở Chín' } } })
    const names = await namesOn('2026-08-01')
    expect([names.has('Sở Tám'), names.has('Sở Tám và Chín')]).toEqual([true, false])
  })
})

test('a split gives shares of one whole at most; a body may take over and go on', async () => {
  const one = await add('Sở Mười')
  const heir = await add('Sở Thừa kế')
  const split = (weight: number, ends = true) => ({
    kind: 'split',
    on: '2026-09-01',
    predecessors: [going(one, ends)],
    successors: [
      { id: heir.body.id, version: 1 },
      { body: { kind: 'department', name: 'Sở Mười B' } },
    ],
    lines: [
      { from: 0, to: 0, basis: 'budget', weight: 0.4 },
      { from: 0, to: 1, basis: 'budget', weight },
    ],
  })
  expect(await reorganise(split(0.7), 400)).toMatchObject({ where: 'lines' })
  const { change } = await reorganise(split(0.6))
  expect(change.lines.map((line: { weight: number }) => line.weight).sort()).toEqual([0.4, 0.6])
  const names = await namesOn('2026-09-01')
  expect([names.has('Sở Mười'), names.has('Sở Thừa kế'), names.has('Sở Mười B')]).toEqual([
    false,
    true,
    true,
  ])
})

test('what came between two days is told', async () => {
  const { difference } = await ask('GET', '/api/organisations?since=2026-06-30&on=2026-07-01')
  const names = (list: { name: string }[]) => list.map((one) => one.name).sort()
  expect(names(difference.began)).toEqual(['Sở Sáu và Bảy'])
  expect(names(difference.ended)).toEqual(['Chi cục Năm', 'Sở Bảy', 'Sở Năm', 'Sở Sáu'])
  expect(difference.changes.map((one: BodyChange) => one.kind).sort()).toEqual(['end', 'merge'])
})

test('who manages one body manages those below it and no other', async () => {
  const own = await add('Sở Riêng')
  const beside = await add('Sở Bên cạnh')
  const { client } = await here.grantee('administrator', own.body.id)
  const below = {
    kind: 'department',
    name: 'Chi cục Riêng',
    from: null,
    parents: [{ id: own.body.id, tree: 'administrative' }],
  }
  expect((await client.ask('POST', '/api/organisations', { json: below })).status).toBe(201)
  const rename = { json: { name: 'x', from: '2026-03-01' }, version: 1 }
  expect((await client.ask('POST', at(beside, 'rename'), rename)).status).toBe(403)
  const takeOver = {
    json: {
      kind: 'takeOver',
      on: '2026-03-01',
      predecessors: [going(beside)],
      successors: [{ id: own.body.id, version: 1 }],
    },
  }
  expect((await client.ask('POST', '/api/organisations/changes', takeOver)).status).toBe(403)
})

test('the province itself stands below no body and is nobody’s who has a right in a body', async () => {
  const own = await add('Sở Không trên tỉnh')
  const { bodies } = (await ask('GET', '/api/organisations')) as { bodies: BodyLine[] }
  const root = bodies.find((body) => body.kind === 'province')
  const { client } = await here.grantee('administrator', own.body.id)
  const refused = async (path: string, json: object, version?: number) =>
    expect((await client.ask('POST', path, { json, version })).status).toBe(403)
  const path = `/api/organisations/${root?.id}`
  await refused(`${path}/rename`, { name: 'x', from: '2026-03-01' }, 1)
  await refused('/api/organisations', { kind: 'department', name: 'x', from: null })
  const parents = [{ id: root?.id, tree: 'administrative' }]
  await refused('/api/organisations', { kind: 'department', name: 'x', from: null, parents })
  const there = { tree: 'party', parentId: root?.id, from: '2026-03-01' }
  await refused(`${at(own)}/move`, there, 1)
  const post = { organisationId: root?.id, title: 'x', from: null }
  await refused('/api/persons', { name: 'Nguyễn Văn An', post })
  for (const tree of ['administrative', 'party', 'sector']) {
    const json = { tree, parentId: own.body.id, from: '2026-03-01' }
    await ask('POST', `${path}/move`, { json, version: root?.version }, 400)
  }
})

test('every change is on the record', async () => {
  const { database, east } = here
  expect(await verifyRecord(database.db, systemActor(east.province_id))).toMatchObject({
    intact: true,
  })
  const { rows } = await database.pool.query(
    `select distinct action from audit_record where province_id = $1 and action like 'organisation.%'
     order by 1`,
    [east.province_id],
  )
  expect(rows.map((row) => row.action)).toEqual(
    ['add', 'correct', 'end', 'merge', 'move', 'rename', 'split'].map(
      (one) => `organisation.${one}`,
    ),
  )
})
