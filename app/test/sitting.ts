// One conference run through from its opening to its second closing, with everything that a sitting does:
// for the test that needs every query of it.
import { type Client, asked as done, password, type world } from './world.ts'

type Here = Awaited<ReturnType<typeof world>>

/** Runs the conference `made` (of `makeConference`); `head` may close it. */
export async function runSitting(
  here: Here,
  office: Client,
  head: Client,
  made: Record<string, string>,
): Promise<void> {
  const at = `/api/conferences/${made.conferences}`
  const item = made['session-items']
  const { plan } = await done(office, 'GET', `${at}/plan`)
  await done(office, 'POST', `${at}/open`, { json: {}, version: plan.version })
  await done(office, 'POST', `${at}/current`, { json: { itemId: item, speaker: 'A' } })
  const { sitting } = await done(office, 'GET', `${at}/sitting`)
  const opinion = sitting.items
    .flatMap((one: { opinions: object[] }) => one.opinions)
    .find((one: { id: string }) => one.id === made['item-opinions'])
  await done(office, 'PATCH', `/api/item-opinions/${opinion.id}`, {
    json: { body: 'x', invitationId: await invited(here, made.conferences ?? '') },
    version: opinion.version,
  })
  await done(office, 'POST', `/api/item-votes/${made['item-votes']}/withdraw`, {
    json: {},
    version: 1,
  })
  await wallOnce(here, office, at)
  const task = {
    id: crypto.randomUUID(),
    start: 0,
    end: 4,
    action: 'rà soát',
    leadId: made.submitter,
    leadText: 'Sở Nội vụ',
    cooperating: [],
    deadline: null,
    deadlineText: null,
    deadlineFuzzy: false,
    deliverable: null,
  }
  const decide = (tasks: object[], version: number) =>
    done(office, 'PUT', `/api/session-items/${item}/decision`, {
      json: { outcome: 'agreed', conditions: null, body: 'Giao', noTask: true, tasks },
      version,
    })
  const other = { ...task, id: crypto.randomUUID(), action: 'y' }
  await decide([task, other], 1)
  await close(head, at)
  const { assignment } = await done(office, 'GET', `/api/assignments/${task.id}`)
  await done(office, 'POST', `/api/assignments/${task.id}/progress`, {
    json: { kind: 'received', onBehalf: 'A' },
    version: assignment.version,
  })
  await done(office, 'GET', '/api/assignments')
  await done(office, 'GET', '/api/assignment-register')
  await done(office, 'GET', `/api/access?kind=assignment&id=${task.id}`)
  await reopen(head, at)
  // Confirmed anew with another day; dropped, given again and dropped for good.
  await decide([{ ...task, id: crypto.randomUUID(), deadline: '2099-01-01' }, other], 2)
  await close(head, at)
  await reopen(head, at)
  await decide([], 4)
  await close(head, at)
  await reopen(head, at)
  await decide([task], 5)
  await close(head, at)
  await reopen(head, at)
  await decide([], 6)
  await done(office, 'GET', `/api/history?kind=itemDecision&id=${item}`)
  await close(head, at)
  await done(office, 'POST', '/api/conferences', {
    json: { organisationId: made.board, type: 'briefing' },
  }).then(async ({ plan: next }) => {
    const { items } = await done(office, 'GET', `${at}/items`)
    const again = { title: 'x', asked: 'note', matterId: items[0].matterId }
    await done(office, 'POST', `/api/conferences/${next.id}/items`, { json: again })
    await done(office, 'GET', `/api/conferences/${next.id}/sitting`)
    // A matter that nobody submitted: who asked about it in writing may bring it in.
    const { round } = await done(office, 'POST', '/api/rounds', {
      json: {
        ...{ organisationId: made.board, title: 'y', question: 'y' },
        dueAt: '2099-12-10T17:00:00+07:00',
        addressees: [{ name: 'A' }],
      },
    })
    const asked = { title: 'y', asked: 'note', matterId: round.matter.id }
    await done(office, 'POST', `/api/conferences/${next.id}/items`, { json: asked })
  })
}

/** Somebody invited to the conference. */
async function invited(here: Here, conferenceId: string): Promise<string> {
  const id = crypto.randomUUID()
  await here.database.db
    .insertInto('invitation')
    .values({
      province_id: here.east.province_id,
      invitation_id: id,
      conference_id: conferenceId,
      name: 'A',
      title: null,
      person_id: null,
      account_id: null,
      organisation_id: null,
      capacity: 'member',
      sent_at: null,
      answer: null,
      answer_reason: null,
      substitute_name: null,
      substitute_account_id: null,
      answered_at: null,
      attendance: 'present',
      arrived_at: null,
      withdrawn_at: null,
    })
    .execute()
  return id
}

async function close(head: Client, at: string): Promise<void> {
  const { body } = await head.ask('GET', `${at}/sitting`)
  const { version } = body.sitting.conference
  const closed = await head.ask('POST', `${at}/close`, { json: {}, version })
  if (closed.status !== 200) throw new Error(JSON.stringify(closed.body))
}

async function reopen(head: Client, at: string): Promise<void> {
  const { body } = await head.ask('GET', `${at}/sitting`)
  const { version } = body.sitting.conference
  const opened = await head.ask('POST', `${at}/reopen`, { json: { reason: 'x' }, version })
  if (opened.status !== 200) throw new Error(JSON.stringify(opened.body))
}

/** A screen opens, hears once, and is switched off; a page listens beside it. */
async function wallOnce(here: Here, office: Client, at: string): Promise<void> {
  const { body: made } = await office.ask('POST', `${at}/walls`, { json: {} })
  const opened = await here.app.request('/api/wall', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: made.token }),
  })
  const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const heard = await here.app.request('/api/wall/live', { headers: { cookie } })
  const reader = heard.body?.getReader()
  await reader?.read()
  const session = await here.app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address: `office@${here.east.slug}`, password }),
  })
  const own = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const page = await here.app.request(`${at}/live`, { headers: { cookie: own } })
  const ended = await office.ask('POST', `/api/walls/${made.id}/end`, { json: {} })
  if (ended.status !== 200) throw new Error(JSON.stringify(ended.body))
  // The end of the stream: whoever listens to it is asked for the right, and cut off.
  while (reader && !(await reader.read()).done);
  await page.body?.cancel()
}
