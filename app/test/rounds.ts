// An opinion round with one thing of every kind, made over HTTP, and an opinion that was given at a conference.
import { uuidv7 } from 'uuidv7'
import { transaction } from '../src/database/open.ts'
import { queueReminders } from '../src/registers/rounds/reminders-store.ts'
import { asking, type Client, type world } from './world.ts'

interface About {
  board: string
  conference: string
  item: string
  matter: string
  paper: string
  words: string
}

/** Ids by the word of their routes: `rounds`, `round-addressees`, `matters`, `item-opinions`. */
export async function makeRound(
  here: Awaited<ReturnType<typeof world>>,
  office: Client,
  { board, conference, item, matter, paper, words }: About,
): Promise<Record<string, string>> {
  const done = asking(office)
  const actor = await here.actor('office')
  const post = { organisationId: board, title: 'Ủy viên', from: null }
  await done('POST', '/api/persons', { json: { name: 'Vũ Hải', post } })
  const { person } = await done('POST', '/api/persons', { json: { name: 'Đào Lan' } })
  const { account } = await done('GET', '/api/session')
  const asked = { organisationId: board, question: words, dueAt: '2099-11-30T17:00:00+07:00' }
  const own = { address: account.address }
  const everybody = [own, { personId: person.id }, { membersOf: board }, { organisationId: board }]
  const { round } = await done('POST', '/api/rounds', {
    json: { ...asked, title: words, matterId: matter, paperId: paper, addressees: everybody },
  })
  await done('POST', '/api/rounds', {
    json: { ...asked, title: words, addressees: [{ name: 'Chuyên gia' }] },
  })
  const at = `/api/rounds/${round.id}`
  await transaction(here.database, (tx) =>
    queueReminders(tx, actor, new Date('2099-11-29T08:00:00+07:00')),
  )
  const [first] = round.addressees
  const answer = (version: number, opinions: object[]) =>
    done('PUT', `/api/round-addressees/${first.id}`, {
      json: { stance: 'agreeWithChanges', opinions },
      version,
    })
  const answered = await answer(1, [{ clause: 'Điều 1', body: words }, { body: words }])
  const [kept] = answered.round.addressees[0].opinions
  await answer(2, [{ id: kept.id, body: `${words}, sửa` }])
  await here.database.db
    .insertInto('item_opinion')
    .values({
      province_id: here.east.province_id,
      item_opinion_id: uuidv7(),
      matter_id: matter,
      session_item_id: item,
      addressee_id: null,
      paper_id: null,
      clause: null,
      speaker: 'Nguyễn Hà',
      speaker_title: null,
      invitation_id: null,
      stance: 'agree',
      body: words,
      taken_by: account.id,
      answer: null,
      answer_reason: null,
      answered_by: null,
      answered_at: null,
      withdrawn_at: null,
    })
    .execute()
  const { opinions } = await done('GET', `/api/matters/${matter}/opinions`)
  await done('GET', `/api/access?kind=roundOpinion&id=${kept.id}`)
  for (const one of opinions) {
    await done('PUT', `/api/item-opinions/${one.id}/answer`, {
      json: { answer: 'partly', reason: words },
      version: one.version,
    })
  }
  await done('GET', `/api/matters/${matter}/opinions/docx`)
  await done('GET', `/api/conferences/${conference}/opinions`)
  await done('PATCH', at, {
    json: { dueAt: '2099-12-01T17:00:00+07:00', addressees: [{ name: 'Chuyên gia' }] },
    version: round.version,
  })
  await done('GET', '/api/rounds')
  await done('GET', `/api/access?kind=round&id=${round.id}`)
  await done('GET', '/api/round-reminders')
  await done('POST', '/api/round-reminders', { json: {} })
  await done('POST', `${at}/close`, { json: {}, version: round.version + 1 })
  return {
    rounds: round.id,
    'round-addressees': first.id,
    matters: matter,
    'item-opinions': kept.id,
  }
}
