// Conferences that were held and closed, and reports about them: for the tests that look back on them.
import { asking, type Client, fileForm, type world } from './world.ts'

export interface Held {
  id: string
  itemId: string
  matterId: string
  /** The ids of its tasks in the register, in the order they were given. */
  tasks: string[]
}

interface Ordered {
  action: string
  leadId: string
  deadline: string | null
}

/** A conference on a day with one item (with a paper, where one is given), run, decided with tasks, and closed. */
export async function hold(
  office: Client,
  head: Client,
  organisationId: string,
  day: string,
  ordered: readonly Ordered[],
  form?: FormData,
): Promise<Held> {
  const done = asking(office)
  const { plan } = await done('POST', '/api/conferences', {
    json: { organisationId, type: 'standingCommittee', startsAt: `${day}T08:00:00+07:00` },
  })
  const at = `/api/conferences/${plan.id}`
  const { item } = await done('POST', `${at}/items`, {
    json: { title: 'Tình hình thực hiện nhiệm vụ', asked: 'decide' },
  })
  if (form) await done('POST', `/api/session-items/${item.id}/papers`, { form })
  await done('POST', `${at}/open`, { json: {}, version: plan.version })
  const body = ordered.map(({ action }) => `Giao ${action}.`).join(' ')
  const tasks = ordered.map(({ action, leadId, deadline }) => ({
    id: crypto.randomUUID(),
    start: body.indexOf(action),
    end: body.indexOf(action) + action.length,
    ...{ action, leadId, leadText: null, cooperating: [], deadline },
    ...{ deadlineText: null, deadlineFuzzy: false, deliverable: null },
  }))
  const { sitting } = await done('GET', `${at}/sitting`)
  for (const one of sitting.items) {
    const own = one.id === item.id
    await done('PUT', `/api/session-items/${one.id}/decision`, {
      json: {
        ...{ outcome: own ? 'agreed' : 'noted', conditions: null },
        ...{ body: own ? body : 'Ghi nhận.', noTask: !own, tasks: own ? tasks : [] },
      },
      version: 0,
    })
  }
  const { sitting: now } = await done('GET', `${at}/sitting`)
  const version = now.conference.version
  await asking(head)('POST', `${at}/close`, { json: {}, version })
  const ids = tasks.map(({ id }) => id)
  return { id: plan.id, itemId: item.id, matterId: item.matterId, tasks: ids }
}

/** A report about a conference, with the shortcomings and tasks that the reader finds confirmed. */
export async function report(
  here: Awaited<ReturnType<typeof world>>,
  office: Client,
  conferenceId: string,
  text: string,
): Promise<{ shortcomings: string[]; assignments: string[]; documentId: string }> {
  const done = asking(office)
  const { document } = await done('POST', '/api/documents', { form: fileForm(text, 'bao-cao.txt') })
  await here.database.db
    .updateTable('document')
    .set({ conference_id: conferenceId })
    .where('province_id', '=', here.east.province_id)
    .where('document_id', '=', document.id)
    .execute()
  const { findings } = await done('GET', `/api/documents/${document.id}/findings`)
  const made = { shortcomings: [] as string[], assignments: [] as string[] }
  for (const { id, kind, version } of findings) {
    if (kind !== 'shortcoming' && kind !== 'assignment') continue
    const { finding } = await done('POST', `/api/findings/${id}/confirm`, { json: {}, version })
    made[`${kind}s` as keyof typeof made].push(finding.entry.id)
  }
  return { ...made, documentId: document.id }
}

/**
 * Looks back from a conference of `made.board` on two closed ones at which the document's shortcoming was told: for the
 * test that needs every query of it.
 */
export async function useChain(
  here: Awaited<ReturnType<typeof world>>,
  office: Client,
  head: Client,
  made: Record<string, string>,
  documentId: string,
): Promise<void> {
  const [board = '', leadId = ''] = [made.board, made.submitter]
  const done = asking(office)
  const task = { action: 'rà soát', leadId, deadline: null }
  const { itemId, matterId, tasks } = await hold(office, head, board, '2099-12-09', [task])
  const row = { province_id: here.east.province_id, document_id: documentId }
  await here.database.db
    .insertInto('item_paper')
    .values(
      [itemId, made['session-items'] ?? ''].map((session_item_id) => ({ ...row, session_item_id })),
    )
    .execute()
  await here.database.db
    .updateTable('shortcoming')
    .set({ topic: 'site_clearance' })
    .where('province_id', '=', row.province_id)
    .where('document_id', '=', documentId)
    .execute()
  const json = { organisationId: board, type: 'briefing', startsAt: '2099-12-10T08:00:00+07:00' }
  const { plan } = await done('POST', '/api/conferences', { json })
  const at = `/api/conferences/${plan.id}`
  const { items } = await done('GET', `${at}/items`)
  const [{ id, version }] = items
  await asking(head)('POST', `${at}/agenda-versions`, { json: { items: [{ id, version }] } })
  const off = { json: { status: 'withdrawn', reason: 'x' }, version }
  await done('POST', `/api/session-items/${id}/take-off`, off)
  await done('POST', `${at}/review`, { json: {} })
  const { review } = await done('GET', `${at}/review`)
  await done('GET', `${at}/review?of=${review.all[0].id}`)
  const { topics } = await done('GET', '/api/shortcomings')
  const entries = topics.flatMap((topic: { entries: object[] }) => topic.entries)
  const told = entries.find(
    (one: { source: { documentId: string } }) => one.source.documentId === documentId,
  )
  const [{ id: indicator }] = (await done('GET', '/api/indicators')).indicators
  const { decision_id: decision } = await here.database.db
    .selectFrom('decision')
    .select('decision_id')
    .where('province_id', '=', row.province_id)
    .executeTakeFirstOrThrow()
  const from = { kind: 'shortcoming', id: told.id }
  for (const [kind, other] of [
    ['assignment', tasks[0]],
    ['matter', matterId],
    ['indicator', indicator],
  ]) {
    const link = { from, to: { kind, id: other }, verdict: 'confirmed' }
    await done('PUT', '/api/chain-links', { json: link, version: 0 })
  }
  for (const [kind, other] of [
    ['shortcoming', told.id],
    ['item', itemId],
    ['opinion', made['item-opinions']],
    ['decision', decision],
  ]) {
    await done('GET', `/api/chain?kind=${kind}&id=${other}`)
  }
}
