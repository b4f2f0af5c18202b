// Files on their way to the server: two at a time, each with its progress and its own error. Kept
// outside of React, so that uploads go on while a person visits other screens.
import { useSyncExternalStore } from 'react'
import type { AddedDocument, DocumentSummary } from '../registers/documents/contract.ts'
import { ApiProblem, newKey, offline } from './api.ts'
import { declaration, sendForm } from './sendform.ts'

export interface Upload {
  key: string
  name: string
  size: number
  /** `undeclared`: waits for the person to declare that it holds no state secrets. */
  state: 'undeclared' | 'waiting' | 'sending' | 'reading' | 'added' | 'already' | 'failed'
  /** Share sent, 0 to 1. */
  progress: number
  document: DocumentSummary | null
  problem: ApiProblem | null
}

interface Job {
  file: File
  title: string | null
}

const atOnce = 2
export const largestFile = 20 * 1024 * 1024

let uploads: readonly Upload[] = []
const jobs = new Map<string, Job>()
const listeners = new Set<() => void>()

export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => uploads,
  )
}

/**
 * Takes files; they are sent once `declareUploads` was called. `pasted` names a single pasted text, which
 * was declared where it was pasted. `tooLarge` words the refusal before sending.
 */
export function addFiles(
  files: Iterable<File>,
  tooLarge: { title: string; detail: string },
  pasted: { title: string | null } | null = null,
): void {
  for (const file of files) {
    const key = newKey()
    const refused = file.size > largestFile
    jobs.set(key, { file, title: pasted?.title ?? null })
    publish([
      ...uploads,
      {
        key,
        name: file.name,
        size: file.size,
        state: refused ? 'failed' : pasted ? 'waiting' : 'undeclared',
        progress: 0,
        document: null,
        problem: refused ? new ApiProblem(413, { code: 'fileTooLarge', ...tooLarge }) : null,
      },
    ])
  }
  next()
}

/** The person declares that all files that wait for it hold no state secrets: they are sent. */
export function declareUploads(): void {
  for (const { key, state } of uploads)
    if (state === 'undeclared') change(key, { state: 'waiting' })
  next()
}

export function retryUpload(key: string): void {
  change(key, { state: 'waiting', progress: 0, problem: null })
  next()
}

export function removeUpload(key: string): void {
  jobs.delete(key)
  publish(uploads.filter((upload) => upload.key !== key))
}

/** Takes away everything that has come to its end. */
export function clearUploads(): void {
  for (const { key, state } of uploads) {
    if (state === 'added' || state === 'already' || state === 'failed') removeUpload(key)
  }
}

function publish(changed: readonly Upload[]): void {
  uploads = changed
  for (const listener of listeners) listener()
}

function change(key: string, fields: Partial<Upload>): void {
  publish(uploads.map((upload) => (upload.key === key ? { ...upload, ...fields } : upload)))
}

function next(): void {
  const busy = uploads.filter(({ state }) => state === 'sending' || state === 'reading').length
  const waiting = uploads.filter(({ state }) => state === 'waiting').slice(0, atOnce - busy)
  for (const { key } of waiting) {
    const job = jobs.get(key)
    if (job) void send(key, job)
  }
}

async function send(key: string, { file, title }: Job): Promise<void> {
  change(key, { state: 'sending' })
  const form = new FormData()
  form.append('file', file)
  form.append('declaration', declaration)
  if (title) form.append('title', title)
  try {
    const answer = await sendForm('/api/documents', form, key, {
      onSent: (share) => change(key, { state: share < 1 ? 'sending' : 'reading', progress: share }),
      wanted: () => jobs.has(key),
    })
    if (answer !== null) {
      const { document, already } = answer as AddedDocument
      jobs.delete(key)
      change(key, { state: already ? 'already' : 'added', document })
    }
  } catch (error) {
    change(key, { state: 'failed', problem: error instanceof ApiProblem ? error : offline() })
  }
  next()
}
