// Files on their way to the server: two at a time, each with its progress and its own error. Kept
// outside of React, so that uploads go on while a person visits other screens.
import { useSyncExternalStore } from 'react'
import type { AddedDocument, DocumentSummary } from '../registers/documents/contract.ts'
import { ApiProblem, newKey, offline, writeHeaders } from './api.ts'

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

/** What the person declares of each file (`documents/contract.ts`). */
const declaration = 'noStateSecrets'

interface Job {
  file: File
  title: string | null
  tries: number
}

const atOnce = 2
/** Where the server has its hands full, we ask again by ourselves before we bother anybody. */
const mostTries = 6
const pause = 3_000
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
    jobs.set(key, { file, title: pasted?.title ?? null, tries: 0 })
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
  const job = jobs.get(key)
  if (job) job.tries = 0
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
    if (job) send(key, job)
  }
}

/** XMLHttpRequest, because `fetch` does not tell how much has been sent. */
function send(key: string, job: Job): void {
  const { file, title } = job
  job.tries++
  change(key, { state: 'sending' })
  const form = new FormData()
  form.append('file', file)
  form.append('declaration', declaration)
  if (title) form.append('title', title)
  const call = new XMLHttpRequest()
  call.open('POST', '/api/documents')
  for (const [name, value] of Object.entries(writeHeaders(key))) call.setRequestHeader(name, value)
  call.responseType = 'json'
  call.upload.onprogress = ({ loaded, total }) => change(key, { progress: loaded / total })
  call.upload.onload = () => change(key, { state: 'reading', progress: 1 })
  call.onerror = () => fail(offline())
  call.onload = () => {
    const answer: unknown = call.response
    if (call.status === 503 && job.tries < mostTries) {
      change(key, { state: 'sending', progress: 0 })
      setTimeout(() => jobs.has(key) && send(key, job), pause)
      return
    }
    if (call.status >= 400 || answer === null || typeof answer !== 'object') {
      return fail(new ApiProblem(call.status, (answer ?? {}) as Record<string, unknown>))
    }
    const { document, already } = answer as AddedDocument
    jobs.delete(key)
    change(key, { state: already ? 'already' : 'added', document })
    next()
  }
  call.send(form)

  function fail(problem: ApiProblem): void {
    change(key, { state: 'failed', problem })
    next()
  }
}
