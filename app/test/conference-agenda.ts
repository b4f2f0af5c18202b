// What is done to the agenda of a conference and to the work programme, everything once: a part of `makeConference`.
import { writeRows } from '../src/office/workbook.ts'
import { headingsOf } from '../src/registers/transfer/sheets.ts'
import { asking, type Client, type world } from './world.ts'

/** `conferenceId` has `itemId` on its agenda, which goes on to a body `council`. Ids by the word of their routes. */
export async function makeAgenda(
  here: Awaited<ReturnType<typeof world>>,
  office: Client,
  ids: { conference: string; item: string; council: string; board: string },
): Promise<Record<string, string>> {
  const done = asking(office)
  await dealWithAgenda(here, done, `/api/conferences/${ids.conference}`, ids.item, ids.council)
  await done('GET', `/api/access?kind=heldConference&id=${ids.conference}`)
  return dealWithProgramme(done, ids.conference, ids.board)
}

type Done = ReturnType<typeof asking>

/** Everything that is done to an agenda: a second conference takes what is put off and carried on. */
async function dealWithAgenda(
  here: Awaited<ReturnType<typeof world>>,
  done: Done,
  at: string,
  first: string,
  council: string,
): Promise<void> {
  const { client: head } = await here.grantee('officeHead')
  const json = { organisationId: council, type: 'peoplesCouncil' }
  const { plan: later } = await done('POST', '/api/conferences', { json })
  const added = await done('POST', `${at}/items`, { json: { title: 'Quy hoạch', asked: 'note' } })
  const second = added.item
  const of = (id: string) => `/api/session-items/${id}`
  const step = async (what: string, body: object) => {
    const { items } = await done('GET', `${at}/items`)
    const { version } = items.find((one: { id: string }) => one.id === second.id)
    return done('POST', `${of(second.id)}/${what}`, { json: body, version })
  }
  await step('move', { before: first })
  await step('check', { checked: 'passed' })
  await step('take-off', { status: 'withdrawn', reason: 'x' })
  await step('put-back', {})
  await step('take-off', { status: 'postponed', reason: 'x', conferenceId: later.id })
  await done('PUT', `${of(first)}/route`, {
    json: { steps: [{ organisationId: council, asked: 'decide' }] },
    version: 1,
  })
  await done('POST', `${of(first)}/carry`, { json: { conferenceId: later.id } })
  const { items } = await done('GET', `${at}/items`)
  const [open] = items.filter((one: { id: string }) => one.id === first)
  await done('POST', `${of(first)}/check`, {
    json: { checked: 'passed' },
    version: open.version,
  })
  // What became of former conclusions stands at the head by itself, where there are any.
  const all = (await done('GET', `${at}/items`)).items as { id: string; version: number }[]
  const on = all.filter((one) => 'status' in one && one.status === 'on')
  const agenda = on.map(({ id, version }) => ({ id, version }))
  await done('POST', `${at}/agenda-versions`, { json: { items: agenda } }, head)
  for (const part of ['agenda-versions', 'matters']) await done('GET', `${at}/${part}`)
}

/** Everything that is done to the work programme and to templates; a line and a template stay. */
async function dealWithProgramme(
  done: Done,
  conferenceId: string,
  board: string,
): Promise<Record<string, string>> {
  const line = { organisationId: board, year: 2099, title: 'Chương trình', asked: 'note' }
  const add = async () => (await done('POST', '/api/programme', { json: line })).entry
  const [stays, placed, dropped] = [await add(), await add(), await add()]
  const at = (id: string, what = '') => `/api/programme/${id}${what}`
  await done('PATCH', at(stays.id), { json: { month: 3 }, version: 1 })
  await done('POST', at(stays.id, '/carry'), { json: { year: 2098 }, version: 2 })
  await done('POST', at(dropped.id, '/drop'), { json: { reason: 'x' }, version: 1 })
  const entryIds = [placed.id]
  const programme = `/api/conferences/${conferenceId}/programme`
  await done('POST', programme, { json: { entryIds } })
  const takeOff = async () => {
    const { items } = await done('GET', `/api/conferences/${conferenceId}/items`)
    const { id, version } = items.at(-1)
    const json = { status: 'postponed', reason: 'x' }
    await done('POST', `/api/session-items/${id}/take-off`, { json, version })
  }
  await takeOff()
  await done('POST', programme, { json: { entryIds } })
  await done('GET', '/api/programme?year=2099')
  const bytes = await writeRows('x', headingsOf('programme', 'en'), [])
  const file = Buffer.from(bytes).toString('base64')
  await done('POST', '/api/files/programme', { json: { file } })
  await done('GET', '/api/files/programme')
  const keep = async () => {
    const json = { name: 'Mẫu' }
    const kept = await done('POST', `/api/conferences/${conferenceId}/template`, { json })
    return kept.template
  }
  const [used, over] = [await keep(), await keep()]
  const next = { organisationId: board, type: 'briefing', templateId: used.id }
  await done('POST', '/api/conferences', { json: next })
  await done('POST', `/api/conference-templates/${over.id}/withdraw`, { json: {}, version: 1 })
  await done('GET', '/api/conference-templates')
  // What stays on the agenda would need a decision before the conference closes.
  await takeOff()
  return { programme: stays.id, 'conference-templates': used.id }
}
