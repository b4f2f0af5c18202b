// Requests for explanation over HTTP: asked of a unit, told once each, answered by the unit alone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, world } from '../../../test/world.ts'
import { todayInVietnam } from '../../calendar.ts'
import { transaction } from '../../database/open.ts'
import { remindExplanations } from './explanation-store.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let unit: Client
let stranger: Client
let body = ''
let indicator = ''

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  body = await here.body('Sở Kế hoạch thử')
  unit = (await here.grantee('departmentOfficer', body)).client
  stranger = (await here.grantee('departmentHead', await here.body('Sở Khác'))).client
  const [first] = (await office.ask('GET', '/api/indicators')).body.indicators
  indicator = first.id
})

afterAll(() => here.close())

const ask = (json: object, client = office) =>
  client.ask('POST', `/api/indicators/${indicator}/explanations`, {
    json: { organisationId: body, targetId: null, question: 'Vì sao chậm?', ...json },
  })
const told = async (client: Client) =>
  (await client.ask('GET', '/api/session/notifications')).body.notifications.filter(
    (one: { kind: string }) => one.kind.startsWith('explanation'),
  )
const day = (days: number) => todayInVietnam(new Date(Date.now() + days * 864e5))
const remind = (days: number) =>
  transaction(here.database, (tx) =>
    remindExplanations(tx, here.east.province_id, new Date(Date.now() + days * 864e5)),
  )

test('a unit is asked by a day, told once each, and answers; the office hears of it', async () => {
  const nobody = await here.body('Phường chưa có ai')
  expect((await ask({ organisationId: nobody, dueOn: day(5) })).body.code).toBe(
    'responsibleMissing',
  )
  expect((await ask({ dueOn: day(-1) })).body).toMatchObject({ code: 'invalidInput' })
  expect((await ask({ dueOn: day(5), targetId: crypto.randomUUID() })).status).toBe(404)
  expect((await ask({ dueOn: day(5) }, unit)).status).toBe(403)
  const { status, body: made } = await ask({ dueOn: day(5) })
  expect([status, made.explanation.state, made.explanation.mayAnswer]).toEqual([201, 'open', false])
  expect(await told(unit)).toMatchObject([
    { kind: 'explanationAsked', path: `/indicators/${indicator}` },
  ])
  // The distances of the province's tasks: 7, 3, 1 days before and on the day; late once.
  expect([await remind(1), await remind(2), await remind(2)]).toEqual([0, 1, 0])
  const { id, version } = made.explanation
  const answer = (client: Client, seen = version) =>
    client.ask('POST', `/api/explanations/${id}/answer`, {
      json: { answer: 'Thiếu mặt bằng sạch.' },
      version: seen,
    })
  expect((await answer(stranger)).status).toBe(403)
  expect((await answer(office)).status).toBe(403)
  const given = await answer(unit)
  expect(given.body.explanation).toMatchObject({
    state: 'answered',
    answer: 'Thiếu mặt bằng sạch.',
  })
  expect((await answer(unit, 2)).body.code).toBe('versionOld')
  expect((await told(office)).map((one: { kind: string }) => one.kind)).toEqual([
    'explanationGiven',
  ])
  // Answered, nothing is reminded of.
  expect(await remind(6)).toBe(0)
  const { rows, mayAsk } = (await office.ask('GET', '/api/indicators/board')).body
  const row = rows.find((one: { indicator: { id: string } }) => one.indicator.id === indicator)
  expect([mayAsk, row.explanation.state, row.owner]).toEqual([true, 'answered', null])
  const { changes } = (await office.ask('GET', `/api/history?kind=indicator&id=${indicator}`)).body
  expect(changes.map((one: { action: string }) => one.action)).toEqual([
    ...['indicator.explanationAsked', 'indicator.explanationGiven'],
  ])
})

test('one that nobody answered is late, and told so once', async () => {
  const { body: made } = await ask({ dueOn: day(0) })
  expect([await remind(0), await remind(1), await remind(1), await remind(2)]).toEqual([1, 1, 0, 0])
  await here
    .owner()
    .db.updateTable('explanation_request')
    .set({ due_on: day(-1) })
    .where('request_id', '=', made.explanation.id)
    .execute()
  const { explanations } = (await unit.ask('GET', `/api/indicators/${indicator}/explanations`)).body
  expect(explanations[0]).toMatchObject({ state: 'late', mayAnswer: true })
  // One that is asked later and still has time does not hide it on the board.
  await ask({ dueOn: day(3) })
  const { rows } = (await office.ask('GET', '/api/indicators/board')).body
  const row = rows.find((one: { indicator: { id: string } }) => one.indicator.id === indicator)
  expect(row.explanation).toMatchObject({ id: made.explanation.id, state: 'late' })
})
