// Own notes on this device: those that the server has, with the edits that are still to be sent laid over them.
import type { NoteContent, noteRoutes, PaperNote } from '../../registers/notes/contract.ts'
import { ApiProblem, request } from '../api.ts'
import { deleteWaiting, getCopyJson, putCopyJson, putWaiting, waitingOf } from './vault.ts'

/** An edit that the server does not have; `version`: the one it was made on. */
export interface Waiting {
  content: NoteContent | null
  version: number
  /** The server refused it: the paper is closed to the account now. */
  refused?: boolean
}

export interface ShownNote extends PaperNote {
  /** Not on the server yet. */
  waiting: boolean
  refused: boolean
}

const label = 'notes'

/** All notes of the account as they stand here, oldest first. */
export async function notesHere(account: string): Promise<ShownNote[]> {
  const known = (await getCopyJson<PaperNote[]>(label)) ?? []
  const waiting = await waitingOf<Waiting>(account)
  const shown = new Map<string, ShownNote>(
    known.map((note) => [note.id, { ...note, waiting: false, refused: false }]),
  )
  for (const [id, { content, version, refused = false }] of waiting) {
    if (content) shown.set(id, { id, ...content, version, waiting: true, refused })
    else shown.delete(id)
  }
  return [...shown.values()]
}

/** Keeps an edit, to be sent when there is a connection. */
export const writeHere = (account: string, id: string, version: number, content: NoteContent) =>
  putWaiting(account, id, { content, version } satisfies Waiting)

export async function removeHere(account: string, note: ShownNote): Promise<void> {
  if (note.version === 0 || note.refused) await deleteWaiting(account, note.id)
  else
    await putWaiting(account, note.id, { content: null, version: note.version } satisfies Waiting)
}

/** Sends what waits, then takes over how the notes stand on the server. Throws where there is no connection. */
export async function synchronise(account: string): Promise<void> {
  for (const [id, waiting] of await waitingOf<Waiting>(account)) {
    if (waiting.refused) continue
    try {
      await send(id, waiting)
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 404) throw error
      // A deletion of what is not there has happened; words are kept and shown as not sent.
      if (waiting.content) {
        await putWaiting(account, id, { ...waiting, refused: true } satisfies Waiting)
        continue
      }
    }
    const now = (await waitingOf<Waiting>(account)).get(id)
    // Written again meanwhile: that edit goes out next time, on the version that it was made on.
    if (now?.content?.at === waiting.content?.at) await deleteWaiting(account, id)
  }
  const { notes } = await request<typeof noteRoutes.list>('get', '/api/paper-notes')
  await putCopyJson(label, notes)
}

async function send(id: string, { content, version }: Waiting): Promise<void> {
  const params = { id }
  const path = '/api/paper-notes/{id}'
  if (content) {
    await request<typeof noteRoutes.put>('put', path, { params, version, body: content })
  } else await request<typeof noteRoutes.remove>('delete', path, { params, version })
}
