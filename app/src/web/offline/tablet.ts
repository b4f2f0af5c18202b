// The papers that this browser takes along: taken, kept in step with the server at each contact, wiped. One
// state for all screens; tabs tell each other.

import type { SessionState } from '../../http/session-contract.ts'
import type { ReviewView, reviewRoutes } from '../../registers/chain/review-contract.ts'
import type { DocumentText, documentRoutes } from '../../registers/documents/contract.ts'
import type { dossierRoutes, ReleasedPaper } from '../../registers/dossiers/contract.ts'
import type { invitationRoutes, OwnConference } from '../../registers/invitations/contract.ts'
import type { NoteContent } from '../../registers/notes/contract.ts'
import type { tabletRoutes } from '../../registers/tablet/contract.ts'
import { ApiProblem, address, offline, request } from '../api.ts'
import { newId, noteCopies } from './mark.ts'
import { notesHere, removeHere, type ShownNote, synchronise, writeHere } from './notes.ts'
import {
  type Head,
  type KeptConference,
  namesOf,
  originalName,
  readable,
  textName,
  timeOf,
} from './set.ts'
import {
  copyNames,
  deleteCopy,
  getCopy,
  getCopyJson,
  hasCopies,
  keepOutboxKey,
  makeCopiesKey,
  putCopy,
  putCopyJson,
  vaultPossible,
  wipeVault,
} from './vault.ts'

export interface TabletState {
  /**
   * `impossible`: not over https. `none`: nothing is kept. `clock`: kept, but the clock was turned back, so
   * that nothing is opened before the next contact. `over`: what was kept had expired and was wiped.
   */
  phase: 'opening' | 'impossible' | 'none' | 'clock' | 'over' | 'ready'
  head: Head | null
  /** Names of what is there. */
  kept: ReadonlySet<string>
  /** A contact is going on. */
  busy: boolean
  /** Why the last contact did not go through, or null. */
  problem: unknown
  notes: ShownNote[]
}

let state: TabletState = {
  ...{ phase: 'opening', head: null, kept: new Set(), busy: false, problem: null, notes: [] },
}
const listeners = new Set<() => void>()
const channel = 'BroadcastChannel' in window ? new BroadcastChannel('giaoban-tablet') : null
if (channel) {
  channel.onmessage = ({ data }) => {
    if (data === 'wiped') set({ ...empty, phase: 'none' })
    else void open()
  }
}

const empty = { head: null, kept: new Set<string>(), notes: [], problem: null, busy: false }
const headLabel = 'head'

export const tabletState = (): TabletState => state

export function onTablet(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function set(change: Partial<TabletState>): void {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}

/** Opening and contacts come one after the other, so that none writes an older head over a newer one. */
let turn: Promise<unknown> = Promise.resolve()
function inTurn(work: () => Promise<void>): Promise<void> {
  const done = turn.then(work)
  turn = done.catch(() => undefined)
  return done
}

/** Reads what is kept. Wipes it where its time is over, or where it is another account's. */
export const open = (account?: string): Promise<void> => inTurn(() => openNow(account))

async function openNow(account?: string): Promise<void> {
  if (!vaultPossible()) return set({ ...empty, phase: 'impossible' })
  const head = (await hasCopies()) ? await getCopyJson<Head>(headLabel) : null
  if (!head) return set({ ...empty, phase: state.phase === 'over' ? 'over' : 'none' })
  if (account !== undefined && head.session.account?.id !== account) return wipe()
  const now = timeOf(head, Date.now())
  if (now === null) return set({ ...empty, head, phase: 'clock' })
  const conferences = readable(head, now)
  if (head.conferences.length > 0 && conferences.length === 0) return wipe('over')
  const checked = { ...head, conferences, seen: now }
  await putCopyJson(headLabel, checked)
  await keepOnly(conferences)
  await show(checked)
}

async function show(head: Head): Promise<void> {
  // A wipe may have overtaken us.
  if (!(await hasCopies())) return set({ ...empty, phase: 'none' })
  const notes = await notesHere(accountOf(head))
  set({ phase: 'ready', head, kept: new Set(await copyNames()), notes })
}

const accountOf = (head: Head): string => head.session.account?.id ?? ''

/** Takes the papers along on this device, from now on. */
export async function takeAlong(session: SessionState): Promise<void> {
  await makeCopiesKey()
  noteCopies(true)
  await contact(session)
}

/**
 * Brings what is kept in step with the server: what is not in its list any more is deleted before anything
 * is fetched. A contact that does not go through leaves what is there, and says so.
 */
export const contact = (session: SessionState): Promise<void> => inTurn(() => contactNow(session))

async function contactNow(session: SessionState): Promise<void> {
  if (!session.account || !(await hasCopies())) return
  set({ busy: true, problem: null })
  try {
    const before = Date.now()
    const lease = await request<typeof tabletRoutes.contact>('get', '/api/session/tablet')
    await keepOutboxKey(session.account.id, lease.outboxKey)
    const conferences = await conferencesNow()
    const contactAt = Date.parse(lease.now)
    const head: Head = {
      session: { account: session.account, province: session.province },
      ...{ conferences, contactAt, skew: contactAt - before, seen: contactAt },
    }
    await keepOnly(conferences)
    await putCopyJson(headLabel, head)
    await show(head)
    await synchronise(session.account.id)
    await fetchMissing(conferences)
    await show(head)
    channel?.postMessage('changed')
    set({ busy: false })
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'signInNeeded') await wipe()
    else set({ busy: false, problem: error })
  }
}

/** What the member is invited to, with the papers that are given out. */
export async function conferencesNow(): Promise<KeptConference[]> {
  const { conferences } = await request<typeof invitationRoutes.own>('get', '/api/my-conferences')
  return Promise.all(
    conferences.map(async (conference) => {
      const path = '/api/conferences/{id}/papers'
      const params = { id: conference.id }
      const { papers } = await request<typeof dossierRoutes.released>('get', path, { params })
      return { conference, papers, review: await reviewOf(conference) }
    }),
  )
}

/** The part of an agenda that looks back, where the member knows of it. */
async function reviewOf({ id, items }: OwnConference): Promise<ReviewView | null> {
  if (!items.some(({ kind }) => kind === 'review')) return null
  const { review } = await request<typeof reviewRoutes.get>('get', '/api/conferences/{id}/review', {
    params: { id },
  })
  return review
}

/** Deletes every paper that does not belong to these conferences. */
async function keepOnly(conferences: readonly KeptConference[]): Promise<void> {
  const wanted = namesOf(conferences)
  for (const name of await copyNames()) {
    if (/^(text|original):/.test(name) && !wanted.has(name)) await deleteCopy(name)
  }
}

/** Fetches what is not there yet, paper by paper; one that is refused now is left out, not the rest. */
async function fetchMissing(conferences: readonly KeptConference[]): Promise<void> {
  const wanted = namesOf(conferences)
  const kept = new Set(await copyNames())
  for (const paper of conferences.flatMap((one) => one.papers)) {
    try {
      if (!kept.has(textName(paper))) await fetchText(paper)
      const original = originalName(paper)
      if (wanted.has(original) && !kept.has(original)) await fetchOriginal(paper)
    } catch (error) {
      if (!(error instanceof ApiProblem) || ![404, 410].includes(error.status)) throw error
    }
    set({ kept: new Set(await copyNames()) })
  }
}

async function fetchText(paper: ReleasedPaper): Promise<void> {
  const text = await request<typeof documentRoutes.text>('get', '/api/documents/{id}/text', {
    params: { id: paper.documentId },
  })
  await putCopyJson(textName(paper), text)
}

async function fetchOriginal(paper: ReleasedPaper): Promise<void> {
  const path = address('/api/documents/{id}/original', { params: { id: paper.documentId } })
  const response = await fetch(path, { credentials: 'same-origin' }).catch(() => {
    throw offline()
  })
  if (!response.ok) throw new ApiProblem(response.status, await response.json().catch(() => ({})))
  await putCopy(originalName(paper), await response.arrayBuffer())
}

/** The text of a paper that is kept; null where it is not there. */
export const readText = (paper: ReleasedPaper): Promise<DocumentText | null> =>
  getCopyJson(textName(paper))

/** The original of a paper as it came; null where it is not there. */
export const readOriginal = (paper: ReleasedPaper): Promise<ArrayBuffer | null> =>
  getCopy(originalName(paper))

/** Writes a note here, and on the server as soon as there is one. */
export async function saveNote(
  note: { id: string; version: number } | null,
  written: Omit<NoteContent, 'at'>,
) {
  const { head } = state
  if (!head) return
  const at = new Date(timeOf(head, Date.now()) ?? Date.now()).toISOString()
  await writeHere(accountOf(head), note?.id ?? newId(), note?.version ?? 0, { ...written, at })
  await sendNotes(head)
}

export async function removeNote(note: ShownNote): Promise<void> {
  const { head } = state
  if (!head) return
  await removeHere(accountOf(head), note)
  await sendNotes(head)
}

async function sendNotes(head: Head): Promise<void> {
  set({ notes: await notesHere(accountOf(head)) })
  try {
    await synchronise(accountOf(head))
  } catch (error) {
    // They wait: the next contact sends them.
    if (!(error instanceof ApiProblem)) throw error
  }
  set({ notes: await notesHere(accountOf(head)) })
  channel?.postMessage('changed')
}

/** Takes everything away from this browser, in all its tabs; notes that were not sent stay sealed. */
export async function wipe(phase: 'none' | 'over' = 'none'): Promise<void> {
  await wipeVault()
  noteCopies(false)
  set({ ...empty, phase })
  channel?.postMessage('wiped')
}
