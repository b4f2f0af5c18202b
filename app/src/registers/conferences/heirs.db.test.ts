// A body goes into another while a conference is under way: what was sent to it is its heir's to see and to answer.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../../test/world.ts'
import { todayInVietnam } from '../../calendar.ts'
import { knowsConference } from '../../http/visible.ts'
import { actorByAddress } from '../people/store.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
const bodies: Record<'ended' | 'heir' | 'part' | 'below', string> = {
  ended: '',
  heir: '',
  part: '',
  below: '',
}
const people: Record<string, { client: Client; address: string }> = {}
const ids: Record<string, string> = {}

// biome-ignore lint/suspicious/noExplicitAny: answers of every kind
async function done(method: string, path: string, options: object = {}): Promise<any> {
  const { status, body } = await office.ask(method, path, options)
  expect(status, `${path}: ${JSON.stringify(body)}`).toBeLessThan(300)
  return body
}

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  const board = await here.body('Ban Thường vụ')
  bodies.ended = await here.body('Sở Sẽ kết thúc')
  bodies.heir = await here.body('Sở Kế thừa')
  bodies.part = await here.body('Sở Nhận một phần')
  bodies.below = await here.body('Chi cục của Sở Kế thừa', bodies.heir)
  for (const [name, body] of Object.entries(bodies)) {
    people[name] = await here.grantee('departmentHead', body)
  }
  const { plan } = await done('POST', '/api/conferences', {
    json: {
      ...{ organisationId: board, type: 'standingCommittee' },
      ...{ level: 'participants', startsAt: '2099-12-08T08:00:00+07:00' },
    },
  })
  ids.conference = plan.id
  const at = `/api/conferences/${plan.id}`
  const { item } = await done('POST', `${at}/items`, { json: { title: 'Đề án', asked: 'decide' } })
  ids.item = item.id
  const form = fileForm('Tờ trình về đề án.', 'a.txt', { kind: 'submission' })
  const { paper } = await done('POST', `/api/session-items/${item.id}/papers`, { form })
  ids.document = paper.versions[0].documentId
  const { invitation } = await done('POST', `${at}/invitations`, {
    json: { organisationId: bodies.ended, capacity: 'member' },
  })
  ids.invitation = invitation.id
  await done('POST', `${at}/invitations/send`)
  const { item: now } = (await done('GET', `/api/session-items/${item.id}/dossier`)).dossier
  await done('POST', `/api/session-items/${item.id}/papers/release`, {
    json: {},
    version: now.version,
  })
  const { round } = await done('POST', '/api/rounds', {
    json: {
      ...{ organisationId: board, title: 'Lấy ý kiến', question: 'Đồng ý không?' },
      ...{ dueAt: '2099-11-30T17:00:00+07:00', addressees: [{ organisationId: bodies.ended }] },
    },
  })
  ids.round = round.id
  ids.sheet = round.addressees[0].id
}, 60_000)

afterAll(() => here.close())

const reached = () => [
  `/api/conferences/${ids.conference}/plan`,
  `/api/conferences/${ids.conference}/invitations`,
  `/api/documents/${ids.document}/text`,
  `/api/session-items/${ids.item}/dossier`,
  `/api/rounds/${ids.round}`,
]

/** The answers somebody gets to all that was sent to the ended body. */
const statuses = (name: string) =>
  Promise.all(
    reached().map(async (path) => (await people[name]?.client.ask('GET', path))?.status ?? 0),
  )

/** Whether somebody knows of the conference by the rule in words, which tells many at once. */
async function byWords(name: string): Promise<boolean> {
  const { db } = here.database
  const address = people[name]?.address ?? ''
  const actor = await actorByAddress(db, here.east.province_id, address)
  const province = here.east.province_id
  const [conference] = await db
    .selectFrom('conference')
    .selectAll()
    .where('province_id', '=', province)
    .execute()
  const invitations = await db
    .selectFrom('invitation')
    .selectAll()
    .where('province_id', '=', province)
    .execute()
  if (!conference || !actor) throw new Error(name)
  const holders = [conference.organisation_id ?? '']
  return knowsConference(actor, { ...conference, holders }, invitations)
}

const open = [200, 200, 200, 200, 200]
const closed = [404, 404, 404, 404, 404]

test('before: the invited body alone', async () => {
  expect(await statuses('ended')).toEqual(open)
  for (const name of ['heir', 'part', 'below']) expect(await statuses(name), name).toEqual(closed)
  expect([await byWords('ended'), await byWords('heir')]).toEqual([true, false])
})

test('after the merger: its heir sees it and answers it; who got a part, or stands below, does not', async () => {
  const administrator = await here.client('administrator')
  const named = async (id: string) => ({
    id,
    version: (await administrator.ask('GET', `/api/organisations/${id}`)).body.body.version,
  })
  const change = async (json: object) => {
    const on = todayInVietnam()
    const { status, body } = await administrator.ask('POST', '/api/organisations/changes', {
      json: { on, ...json },
    })
    expect(status, JSON.stringify(body)).toBe(201)
  }
  const half = { from: 0, to: 0, basis: 'budget', weight: 0.5 }
  await change({
    kind: 'takeOver',
    predecessors: [{ ...(await named(bodies.ended)), ends: false }],
    successors: [await named(bodies.part)],
    lines: [half],
  })
  const other = await here.body('Sở Khác cùng nhập')
  await change({
    kind: 'merge',
    predecessors: [
      { ...(await named(bodies.ended)), ends: true },
      { ...(await named(other)), ends: true },
    ],
    successors: [await named(bodies.heir)],
  })
  expect(await statuses('heir')).toEqual(open)
  for (const name of ['part', 'below']) expect(await statuses(name), name).toEqual(closed)
  // The right in the body that is over is over with it.
  for (const status of await statuses('ended')) expect([403, 404]).toContain(status)
  expect([await byWords('heir'), await byWords('part'), await byWords('below')]).toEqual([
    true,
    false,
    false,
  ])
  const mine = await people.heir?.client.ask('GET', '/api/my-conferences')
  expect(JSON.stringify(mine?.body)).toContain(ids.conference)
  const own = (await people.heir?.client.ask('GET', `/api/invitations/${ids.invitation}`))?.body
  const answered = await people.heir?.client.ask(
    'POST',
    `/api/invitations/${ids.invitation}/answer`,
    { json: { answer: 'coming' }, version: own.invitation.version },
  )
  expect(answered?.status, JSON.stringify(answered?.body)).toBe(200)
  const sheet = { stance: 'agree', opinions: [{ body: 'Sở Kế thừa đồng ý' }] }
  const path = `/api/round-addressees/${ids.sheet}`
  expect((await people.part?.client.ask('PUT', path, { json: sheet, version: 1 }))?.status).toBe(
    404,
  )
  const given = await people.heir?.client.ask('PUT', path, { json: sheet, version: 1 })
  expect(given?.status, JSON.stringify(given?.body)).toBe(200)
})
