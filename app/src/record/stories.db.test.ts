// The histories of a conference's entries: a story in words that fits the record, and never more than its reader sees
// of the entry itself.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeConference } from '../../test/conference.ts'
import { type Client, world } from '../../test/world.ts'
import type { HistoryView } from './contract.ts'
import { proceedingKinds } from './stories.ts'
import { en, vi } from './texts.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let made: Record<string, string> = {}

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  made = await makeConference(here, office, 'Đề án hoàng yến')
}, 90_000)

afterAll(() => here.close())

type Kind = (typeof proceedingKinds)[number]

// biome-ignore lint/suspicious/noExplicitAny: answers of every kind
async function done(client: Client, method: string, path: string, options = {}): Promise<any> {
  const { status, body } = await client.ask(method, path, options)
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`)
  return body
}

const ask = (client: Client, kind: Kind, id: string) =>
  client.ask('GET', `/api/history?kind=${kind}&id=${id}`)

async function storyOf(client: Client, kind: Kind, id: string): Promise<HistoryView['changes']> {
  const { status, body } = await ask(client, kind, id)
  expect(status, JSON.stringify(body)).toBe(200)
  return body.changes
}

/** Each change in short: the deed, the fields that differ. */
const told = (changes: HistoryView['changes']) =>
  changes.map(({ action, fields }) => `${action}: ${fields.map((one) => one.field).join(' ')}`)

/** One entry of each kind; of the notices the one that was issued. */
async function ids(): Promise<Record<Kind, string>> {
  const { notices } = await done(office, 'GET', `/api/conferences/${made.conferences}/notices`)
  const issued = notices.find((one: { cited: string | null }) => one.cited !== null)
  return {
    itemOpinion: made['item-opinions'] ?? '',
    itemVote: made['item-votes'] ?? '',
    conferenceAssessment: made.conferences ?? '',
    invitation: made.invitations ?? '',
    notice: issued.id,
    opinionRound: made.rounds ?? '',
  }
}

describe.each(proceedingKinds)('%s', (kind) => {
  test('has a history in words, and what it shows is what is on record', async () => {
    const changes = await storyOf(office, kind, (await ids())[kind])
    expect(changes.length).toBeGreaterThan(0)
    expect(changes.some(({ fields }) => fields.length > 0)).toBe(true)
    for (const { action, proven, fields } of changes) {
      expect(proven, action).not.toBe(false)
      for (const { history } of [vi, en]) {
        expect(history.action[action], action).toBeTruthy()
        for (const { field } of fields)
          for (const part of field.split('.'))
            expect(history.field[part], `${action}: ${field}`).toBeTruthy()
      }
    }
  })

  test('is not there for who does not see the entry, nor in another province', async () => {
    const id = (await ids())[kind]
    const elsewhere = await here.body(`Sở Không liên quan ${kind}`)
    const { client: stranger } = await here.grantee('departmentHead', elsewhere)
    const absent = await ask(stranger, kind, '01900000-0000-7000-8000-000000000000')
    expect(absent.status).toBe(404)
    for (const client of [stranger, await here.client('office', here.west)]) {
      const { status, body } = await ask(client, kind, id)
      expect({ status, body }).toEqual({ status: 404, body: absent.body })
    }
    expect((await ask(await here.client('reader'), kind, id)).status).toBe(403)
  })
})

test('an opinion of a round is told from its first words to its answer', async () => {
  const { round } = await done(office, 'GET', `/api/rounds/${made.rounds}`)
  const [opinion] = round.addressees.flatMap((one: { opinions: object[] }) => one.opinions)
  const changes = await storyOf(office, 'itemOpinion', opinion.id)
  expect(told(changes)).toEqual([
    'itemOpinion.add: speaker clause stance said',
    'itemOpinion.change: clause said',
    'itemOpinion.answer: opinionAnswer',
  ])
  const before = 'Đề án hoàng yến'
  expect(changes[1]?.fields[1]).toEqual({ field: 'said', before, after: `${before}, sửa` })
  expect(changes[2]?.reason).toBe(before)
})

test('who sees an opinion only as their own is told nothing of when it was taken for another’s', async () => {
  const [first, second] = await Promise.all(
    ['Sở Một', 'Sở Hai'].map(async (name) => here.grantee('departmentHead', await here.body(name))),
  )
  const at = `/api/conferences/${made.conferences}`
  const invite = async (address: string) =>
    (await done(office, 'POST', `${at}/invitations`, { json: { address, capacity: 'invited' } }))
      .invitation.id
  const mine = [await invite(first?.address ?? ''), await invite(second?.address ?? '')]
  await done(office, 'POST', `${at}/invitations/send`)
  const { opinion } = await done(
    office,
    'POST',
    `/api/session-items/${made['session-items']}/opinions`,
    {
      json: {
        speaker: 'Một',
        invitationId: mine[0],
        stance: 'disagree',
        body: 'lời của người một',
      },
    },
  )
  const change = (version: number, json: object) =>
    done(office, 'PATCH', `/api/item-opinions/${opinion.id}`, { json, version })
  const reply = (version: number, answer: string, reason: string) =>
    done(office, 'PUT', `/api/item-opinions/${opinion.id}/answer`, {
      json: { answer, reason },
      version,
    })
  await reply(1, 'notAccepted', 'trả lời người một')
  await change(2, { speaker: 'Hai', invitationId: mine[1], body: 'lời của người hai' })
  await change(3, { stance: 'agree' })
  await reply(4, 'partly', 'trả lời người hai')
  expect((await ask(first?.client as Client, 'itemOpinion', opinion.id)).status).toBe(404)
  const changes = await storyOf(second?.client as Client, 'itemOpinion', opinion.id)
  expect(JSON.stringify(changes)).not.toMatch(/lời của người một|trả lời người một|"Một"/)
  expect(told(changes)).toEqual([
    'itemOpinion.change: speaker stance said',
    'itemOpinion.change: stance',
    'itemOpinion.answer: opinionAnswer',
  ])
  expect(changes.at(-1)?.reason).toBe('trả lời người hai')
  expect(told(await storyOf(office, 'itemOpinion', opinion.id))).toHaveLength(5)
})

test('a position before the meeting is told with the invitation, to the office and to who gave it alone', async () => {
  const { plan } = await done(office, 'POST', '/api/conferences', {
    json: {
      ...{ organisationId: made.board, type: 'briefing', review: false },
      startsAt: '2099-12-11T08:00:00+07:00',
    },
  })
  const at = `/api/conferences/${plan.id}`
  const json = { title: 'Đề án cầu vượt', asked: 'decide' }
  const { item } = await done(office, 'POST', `${at}/items`, { json })
  const people = []
  const invited = []
  for (const name of ['Sở Năm', 'Sở Sáu']) {
    const { address, client } = await here.grantee('departmentHead', await here.body(name))
    people.push(client)
    const given = { address, capacity: 'member' }
    invited.push((await done(office, 'POST', `${at}/invitations`, { json: given })).invitation.id)
  }
  await done(office, 'POST', `${at}/invitations/send`)
  const [giver, other] = people as [Client, Client]
  const give = (version: number, stand: object) =>
    done(giver, 'PUT', `/api/session-items/${item.id}/position`, { json: stand, version })
  await give(0, { stand: 'object', body: 'Chưa đủ vốn.' })
  await give(1, { stand: 'noObjection' })
  for (const client of [office, giver]) {
    const changes = (await storyOf(client, 'invitation', invited[0])).filter(
      ({ action }) => action === 'position.give',
    )
    expect(changes.map(({ fields }) => fields)).toEqual([
      [
        { field: 'onItem', after: 'Đề án cầu vượt' },
        { field: 'stand', after: 'object' },
        { field: 'said', after: 'Chưa đủ vốn.' },
      ],
      [
        { field: 'onItem', before: null, after: 'Đề án cầu vượt' },
        { field: 'stand', before: 'object', after: 'noObjection' },
        { field: 'said', before: 'Chưa đủ vốn.', after: null },
      ],
    ])
    expect(changes.every(({ proven }) => proven === null || proven)).toBe(true)
  }
  const seen = await storyOf(other, 'invitation', invited[0])
  expect(seen.length).toBeGreaterThan(0)
  expect(JSON.stringify(seen)).not.toMatch(/position|Chưa đủ vốn/)
})

test('why somebody does not come is told to the office and to them; others hear since it was sent', async () => {
  const { plan } = await done(office, 'POST', '/api/conferences', {
    json: { organisationId: made.board, type: 'briefing', startsAt: '2099-12-10T08:00:00+07:00' },
  })
  const at = `/api/conferences/${plan.id}`
  const people = await Promise.all(
    ['Sở Ba', 'Sở Bốn'].map(async (name) => here.grantee('departmentHead', await here.body(name))),
  )
  const invitations = []
  for (const { address } of people) {
    const json = { address, capacity: 'member' }
    invitations.push((await done(office, 'POST', `${at}/invitations`, { json })).invitation)
  }
  const [one] = invitations
  await done(office, 'PATCH', `/api/invitations/${one.id}`, {
    json: { title: 'nháp' },
    version: one.version,
  })
  await done(office, 'POST', `${at}/invitations/send`)
  await done(people[0]?.client as Client, 'POST', `/api/invitations/${one.id}/answer`, {
    json: { answer: 'notComing', reason: 'đi viện' },
    version: one.version + 2,
  })
  await done(office, 'POST', `${at}/roll-call`, {
    json: { marks: [{ id: one.id, version: one.version + 3, attendance: 'excused' }] },
  })
  const since = ['invitation.send: ', 'invitation.answer: reply', 'invitation.rollCall: attendance']
  const all = ['invitation.add: name capacity votes', 'invitation.change: post', ...since]
  const readers: [Client | undefined, string[], string | null][] = [
    [office, all, 'đi viện'],
    [people[0]?.client, since, 'đi viện'],
    [people[1]?.client, since, null],
  ]
  for (const [client, deeds, reason] of readers) {
    const changes = await storyOf(client as Client, 'invitation', one.id)
    const shown = told(changes).map((deed) => deed.replace(' itemCount', ''))
    expect(shown).toEqual(deeds)
    expect(changes.find(({ action }) => action === 'invitation.answer')?.reason).toBe(reason)
    if (reason === null) expect(JSON.stringify(changes)).not.toContain('đi viện')
  }
})

test('of an issued paper its drafts are told to the holding body, to others its number and day', async () => {
  const { notice: id } = await ids()
  const inside = await storyOf(office, 'notice', id)
  expect(inside.map(({ action }) => action)).toEqual([
    'notice.make',
    'notice.remake',
    'notice.change',
    'notice.issue',
    'notice.sign',
  ])
  expect(inside[0]?.fields.map(({ field }) => field)).toContain('fullText')
  expect(inside[3]?.fields.map(({ field }) => field)).toEqual(['cited', 'issuedOn'])
  expect(inside[4]?.fields).toEqual([{ field: 'signed', before: false, after: true }])
  const level = (wanted: string) =>
    here.database.pool.query(
      `with items as (update session_item set level = $1 where conference_id = $2)
        update conference set level = $1 where conference_id = $2`,
      [wanted, made.conferences],
    )
  await level('internal')
  const other = await here.grantee('departmentHead', await here.body('Sở Đọc văn bản'))
  const outside = await storyOf(other.client, 'notice', id)
  await level('participants')
  expect(told(outside)).toEqual(['notice.issue: cited issuedOn', 'notice.sign: signed'])
  expect(JSON.stringify(outside)).not.toContain('hoàng yến')
})

test('no history of who was asked in a round for who was only asked', async () => {
  const asked = await here.grantee('departmentHead', await here.body('Sở Được hỏi'))
  const { round } = await done(office, 'POST', '/api/rounds', {
    json: {
      ...{ organisationId: made.board, question: 'x', title: 'x', matterId: made.matters },
      ...{ dueAt: '2099-11-30T17:00:00+07:00', addressees: [{ address: asked.address }] },
    },
  })
  expect((await asked.client.ask('GET', `/api/rounds/${round.id}`)).status).toBe(200)
  expect((await ask(asked.client, 'opinionRound', round.id)).status).toBe(404)
})
