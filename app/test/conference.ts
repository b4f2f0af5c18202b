// A conference that is held here with one thing of every kind, made over HTTP: for the tests that need each
// kind of record. Whoever adds a kind adds it here.
import { type Client, fileForm, type world } from './world.ts'

/** Ids by the word of their routes: `conferences`, `session-items`, … */
export async function makeConference(
  here: Awaited<ReturnType<typeof world>>,
  office: Client,
  words = 'Đề án',
): Promise<Record<string, string>> {
  const board = await here.body('Ban Thường vụ Tỉnh ủy')
  const submitter = await here.body('Sở Nội vụ')
  const council = await here.body('Hội đồng nhân dân')
  // biome-ignore lint/suspicious/noExplicitAny: answers of every kind
  const done = async (method: string, path: string, options = {}): Promise<any> => {
    const { status, body } = await office.ask(method, path, options)
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`)
    return body
  }
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
  const dossier = await makeDossier(done, at, item.id, words)
  return { conferences: plan.id, 'session-items': item.id, board, submitter, ...dossier }
}

// biome-ignore lint/suspicious/noExplicitAny: answers of every kind
type Done = (method: string, path: string, options?: object) => Promise<any>

/** A paper in two versions and one that is withdrawn, a submission that was taken, everything read once. */
async function makeDossier(done: Done, conference: string, item: string, words: string) {
  const at = `/api/session-items/${item}`
  const form = (lot: number, kind = 'draft') => ({
    form: fileForm(`${words}, dự thảo ${lot}`, `${lot}.txt`, { kind }),
  })
  const { paper } = await done('POST', `${at}/papers`, form(1))
  await done('POST', `/api/papers/${paper.id}/versions`, form(2))
  await done('PATCH', `/api/papers/${paper.id}`, { json: { position: 1 }, version: 2 })
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
