// A conference that is held here with one thing of every kind, made over HTTP: for the tests that need each
// kind of record. Whoever adds a kind adds it here.
import { makeAgenda } from './conference-agenda.ts'
import { makeNotes } from './conference-notes.ts'
import { makeNotices } from './conference-notices.ts'
import { makeRound } from './rounds.ts'
import { asking, type Client, fileForm, type world } from './world.ts'

export type Done = ReturnType<typeof asking>

/** Ids by the word of their routes: `conferences`, `session-items`, … */
export async function makeConference(
  here: Awaited<ReturnType<typeof world>>,
  office: Client,
  words = 'Đề án',
): Promise<Record<string, string>> {
  const board = await here.body('Ban Thường vụ Tỉnh ủy')
  const submitter = await here.body('Sở Nội vụ')
  const council = await here.body('Hội đồng nhân dân')
  const done = asking(office)
  const { term } = await done('POST', '/api/terms', {
    json: { organisationId: board, kind: 'party', label: '2025-2030', from: '2025-01-01' },
  })
  const { plan } = await done('POST', '/api/conferences', {
    json: {
      organisationId: board,
      type: 'standingCommittee',
      termId: term.id,
      withBodies: [council],
      startsAt: '2099-12-08T08:00:00+07:00',
    },
  })
  const at = `/api/conferences/${plan.id}`
  const { item } = await done('POST', `${at}/items`, {
    json: { title: words, asked: 'decide', submitterId: submitter },
  })
  await done('PATCH', `/api/session-items/${item.id}`, {
    json: { minutes: 20 },
    version: item.version,
  })
  await done('PATCH', `${at}/plan`, { json: { place: 'Hội trường A' }, version: plan.version })
  const ids = { conference: plan.id, item: item.id, council, board }
  const agenda = await makeAgenda(here, office, ids)
  const dossier = await makeDossier(done, at, item.id, words)
  const invitations = await inviteTo(here, done, at, { board, item: item.id })
  const note = await makeNotes(done, dossier.papers)
  const sat = await makeSitting(done, at, item.id, words)
  const round = await makeRound(here, office, {
    board,
    conference: plan.id,
    item: item.id,
    matter: item.matterId,
    paper: dossier.papers,
    words,
  })
  const made = { conferences: plan.id, 'session-items': item.id, invitations, ...dossier, ...sat }
  const all = { ...round, ...made, ...agenda, 'paper-notes': note, board, submitter }
  for (const [kind, id] of [
    ['itemDecision', item.id],
    ['itemOpinion', sat['item-opinions']],
    ['itemVote', sat['item-votes']],
    ['conferenceAssessment', plan.id],
    ['invitation', invitations],
    ['matter', item.matterId],
  ]) {
    await done('GET', `/api/access?kind=${kind}&id=${id}`)
  }
  return { ...all, notices: await makeNotices(here, office, all) }
}

/** A paper in two versions and one that is withdrawn, a submission that was taken, everything read once. */
async function makeDossier(done: Done, conference: string, item: string, words: string) {
  const at = `/api/session-items/${item}`
  const form = (lot: number, kind = 'draft') => ({
    form: fileForm(`${words}, dự thảo ${lot}`, `${lot}.txt`, { kind }),
  })
  const { paper } = await done('POST', `${at}/papers`, form(1))
  await done('POST', `/api/papers/${paper.id}/versions`, form(2))
  await done('PATCH', `/api/papers/${paper.id}`, { json: { position: 1 }, version: 2 })
  const again = await done('POST', `${at}/papers`, form(1)).catch(String)
  if (!String(again).includes('paperSame')) throw new Error(`the same file twice: ${again}`)
  const { paper: other } = await done('POST', `${at}/papers`, form(3, 'annex'))
  await done('POST', `/api/papers/${other.id}/withdraw`, { json: { reason: 'x' }, version: 1 })
  const { dossier } = await done('POST', `${at}/submissions`, { json: {} })
  const [sent] = dossier.inside.submissions
  await done('POST', `/api/submissions/${sent.id}/decide`, {
    json: { outcome: 'taken' },
    version: sent.version,
  })
  await done('POST', `${at}/papers/release`, { json: {}, version: dossier.item.version })
  for (const path of [`${at}/dossier`, `${conference}/dossiers`, `${conference}/papers`]) {
    await done('GET', path)
  }
  await done('GET', `/api/papers/${paper.id}`)
  await done('GET', '/api/dossiers')
  return { papers: paper.id as string, submissions: sent.id as string }
}

/** Invites a member of the board, the office itself and an outsider, and what follows; one invitation's id. */
async function inviteTo(
  here: Awaited<ReturnType<typeof world>>,
  done: Done,
  at: string,
  { board, item }: { board: string; item: string },
): Promise<string> {
  const post = { organisationId: board, title: 'Bí thư', from: null }
  await done('POST', '/api/persons', { json: { name: 'Lê Văn Bình', post } })
  await done('POST', `${at}/invitations/members`)
  const invite = async (json: object) =>
    (await done('POST', `${at}/invitations`, { json })).invitation
  const { account } = await done('GET', '/api/session')
  const own = await invite({ address: account.address, capacity: 'member' })
  const guest = await invite({ name: 'Chuyên gia', capacity: 'forItems', itemIds: [item] })
  const { person: other } = await done('POST', '/api/persons', { json: { name: 'Trần Thị Cúc' } })
  const third = await invite({ personId: other.id, capacity: 'invited' })
  await done('PATCH', `/api/invitations/${guest.id}`, {
    json: { title: 'Giáo sư' },
    version: guest.version,
  })
  await done('POST', `/api/invitations/${third.id}/withdraw`, { json: {}, version: third.version })
  await done('POST', `${at}/invitations/send`)
  await done('POST', `/api/invitations/${own.id}/answer`, {
    json: { answer: 'substitute', substitute: { address: `reader@${here.east.slug}` } },
    version: own.version + 1,
  })
  await done('POST', `${at}/roll-call`, {
    json: { marks: [{ id: own.id, version: own.version + 2, attendance: 'present' }] },
  })
  const stand = { json: { stand: 'noObjection' }, version: 0 }
  await done('PUT', `/api/session-items/${item}/position`, stand)
  for (const path of ['invitations', 'positions', 'calendar']) await done('GET', `${at}/${path}`)
  await done('GET', '/api/my-conferences')
  await done('GET', `/api/invitations/${guest.id}`)
  await takeOneTogether(here, done, { board, address: account.address })
  const feed = await done('POST', '/api/session/calendar')
  await done('GET', feed.path)
  await done('GET', '/api/session/calendar')
  await done('DELETE', '/api/session/calendar')
  return guest.id
}

/** A conference of one member and one item that nobody objects to, opened and taken together. */
async function takeOneTogether(
  here: Awaited<ReturnType<typeof world>>,
  done: Done,
  { board, address }: { board: string; address: string },
): Promise<void> {
  const { plan } = await done('POST', '/api/conferences', {
    json: { organisationId: board, type: 'briefing', startsAt: '2099-12-09T08:00:00+07:00' },
  })
  const at = `/api/conferences/${plan.id}`
  const { item } = await done('POST', `${at}/items`, { json: { title: 'Việc nhỏ', asked: 'note' } })
  await done('POST', `${at}/invitations`, { json: { address, capacity: 'chair' } })
  await done('POST', `${at}/invitations/send`)
  const stand = { json: { stand: 'noObjection' }, version: 0 }
  await done('PUT', `/api/session-items/${item.id}/position`, stand)
  await here.database.db
    .updateTable('conference')
    .set({ opened_at: new Date().toISOString() })
    .where('province_id', '=', here.east.province_id)
    .where('conference_id', '=', plan.id)
    .execute()
  await done('POST', `${at}/take-together`, { json: { itemIds: [item.id] } })
}

/** An opinion, a tally, a decision and a screen. */
async function makeSitting(done: Done, conference: string, item: string, words: string) {
  const { opinion } = await done('POST', `/api/session-items/${item}/opinions`, {
    json: { speaker: `Giám đốc ${words}`, stance: 'agreeWithChanges', body: words },
  })
  const tally = { kind: 'open', base: 'present', baseCount: 9, agree: 8, disagree: 0, abstain: 1 }
  const { vote } = await done('POST', `/api/session-items/${item}/votes`, {
    json: { question: words, ...tally },
  })
  await done('PUT', `/api/session-items/${item}/decision`, {
    json: { outcome: 'agreed', conditions: null, body: words, noTask: true, tasks: [] },
    version: 0,
  })
  const { id: wall } = await done('POST', `${conference}/walls`, { json: {} })
  return {
    'item-opinions': opinion.id as string,
    'item-votes': vote.id as string,
    walls: wall as string,
  }
}
