// Everything that can be done to a task and to how tasks are counted: for the test that needs every query of it.
import type { Client } from './world.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of every kind
type Done = (client: Client, method: string, path: string, options?: object) => Promise<any>

interface Doers {
  office: Client
  /** Confirms, and did not report. */
  head: Client
  /** A body of the province, and a document that the office may read. */
  bodyId: string
  documentId: string
  conferenceId: string
}

/** Brings the task `id`, which nothing happened to yet, through its whole life. */
export async function useAssignments(done: Done, id: string, doers: Doers): Promise<void> {
  const { office, head, bodyId, documentId, conferenceId } = doers
  const path = `/api/assignments/${id}`
  let { version } = (await done(office, 'GET', path)).assignment
  const step = async (client: Client, what: string, json: object) => {
    const { assignment } = await done(client, 'POST', `${path}/${what}`, { json, version })
    version = assignment.version
    return assignment
  }
  const change = async (json: object) => {
    const { assignment } = await done(office, 'PATCH', path, { json, version })
    version = assignment.version
  }
  const event = { name: 'Kỳ họp', conferenceId }
  const { event: made } = await done(office, 'POST', '/api/deadline-events', { json: event })
  await done(office, 'PATCH', `/api/deadline-events/${made.id}`, {
    json: { name: 'Kỳ họp cuối năm' },
    version: 1,
  })
  await done(office, 'GET', '/api/deadline-events')
  await change({ leadId: bodyId, cooperatingIds: [bodyId], eventId: made.id, reason: 'x' })
  const dated = { name: 'Kỳ họp khác', day: '2099-01-20' }
  const { event: other } = await done(office, 'POST', '/api/deadline-events', { json: dated })
  await change({ eventId: other.id, reason: 'x' })
  await done(office, 'PATCH', `/api/deadline-events/${other.id}`, {
    json: { day: '2099-01-25' },
    version: 1,
  })
  await change({ eventId: null, deadline: '2099-01-15', reason: 'x' })
  await done(office, 'PATCH', `/api/deadline-events/${made.id}`, {
    json: { withdrawn: true },
    version: 2,
  })
  const asked = await step(office, 'extensions', { until: '2099-02-15', reason: 'x' })
  const extension = `/api/extensions/${asked.extensions[0].id}/decide`
  await done(head, 'POST', extension, { json: { outcome: 'granted' }, version: 1 })
  version = (await done(office, 'GET', path)).assignment.version
  const again = await step(office, 'extensions', { until: '2099-03-15', reason: 'x' })
  await done(office, 'POST', `/api/extensions/${again.extensions[1].id}/decide`, {
    json: { outcome: 'takenBack' },
    version: 1,
  })
  version = (await done(office, 'GET', path)).assignment.version
  await step(office, 'hold', { kind: 'paused', body: 'x' })
  await step(office, 'hold', { kind: 'resumed', body: 'x' })
  await step(office, 'progress', {
    ...{ kind: 'reported', on: '2026-01-05', body: 'x', onBehalf: 'x' },
    evidence: [documentId],
  })
  await step(head, 'verdict', { outcome: 'confirmed' })
  for (const query of [
    '?own=any&q=thu',
    `?conference=${conferenceId}`,
    `?body=${bodyId}&state=queue`,
    '?state=noOwner',
    '?state=noDate&after=1_2026-01-01_01900000-0000-7000-8000-000000000000',
  ]) {
    await done(office, 'GET', `/api/assignments${query}`)
  }
  for (const counted of ['openOverdue', 'stale', 'doneOnTime']) {
    await done(
      office,
      'GET',
      `/api/assignments?counted=${counted}&by=due&from=2026-01-01&to=2099-12-31`,
    )
  }
  await done(office, 'GET', `/api/assignments?lead=none&event=${made.id}&from=2026-01-01`)
  await done(office, 'GET', '/api/assignment-register?by=all')
  await done(
    office,
    'GET',
    `/api/assignment-report/docx?issuer=${bodyId}&since=2026-01-01&until=2099-12-31`,
  )
  await done(office, 'GET', '/api/assignment-counts')
  await done(office, 'GET', `/api/assignment-counts?conference=${conferenceId}`)
  await done(office, 'GET', '/api/assignment-counts?by=all&asOf=2026-01-31')
  await done(office, 'GET', '/api/assignments?by=all&asOf=2026-01-31&lead=none')
  const setting = '/api/assignment-setting'
  const now = await done(office, 'GET', setting)
  for (const [index, roll] of ['asWritten', 'nextWorkingDay'].entries()) {
    await done(office, 'PUT', setting, {
      json: {
        setting: { ...now.setting, roll },
        days: [{ day: '2031-11-26', kind: 'off', name: 'x' }],
      },
      version: now.version + index,
    })
    await done(office, 'GET', '/api/assignments')
    await done(office, 'GET', '/api/assignment-counts')
  }
}

/** A file in parts, from its beginning to the document. */
export async function useUploads(done: Done, office: Client): Promise<void> {
  const text = 'Thu đạt 15 tỷ đồng.'
  const size = new TextEncoder().encode(text).length
  const json = { fileName: 'phan.txt', size, declaration: 'noStateSecrets' }
  const { upload } = await done(office, 'POST', '/api/uploads', { json })
  const path = `/api/uploads/${upload.id}`
  await done(office, 'PATCH', path, { headers: { 'upload-offset': '0' }, rawBody: text })
  await done(office, 'GET', path)
  await done(office, 'GET', '/api/uploads')
  await done(office, 'POST', `${path}/finish`, { json: {} })
}
