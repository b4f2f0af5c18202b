// Own notes on a paper, and what a tablet asks: for the tests that need each kind of record.
import { uuidv7 } from 'uuidv7'
import type { Done } from './conference.ts'

/** Notes on a paper: written, changed on two devices, deleted; the id of one that stays. */
export async function makeNotes(done: Done, paperId: string): Promise<string> {
  const { paper } = await done('GET', `/api/papers/${paperId}`)
  const { documentId } = paper.versions.at(-1)
  const id = uuidv7()
  const at = `/api/paper-notes/${uuidv7()}`
  const place = { paperId, documentId, start: 0, end: 3, quote: 'Một', mark: 'note' }
  for (const [version, body] of [
    [0, 'A'],
    [1, 'B'],
    [1, 'C'],
  ] as const) {
    const json = { ...place, body, at: `2026-01-01T00:0${version}:00Z` }
    await done('PUT', at, { json, version })
  }
  await done('GET', '/api/paper-notes')
  await done('DELETE', at, { version: 2 })
  await done('GET', '/api/session/tablet')
  const kept = { ...place, body: 'A', at: '2026-01-01T00:00:00Z' }
  await done('PUT', `/api/paper-notes/${id}`, { json: kept, version: 0 })
  return id
}
