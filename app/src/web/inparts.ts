// A file on its way in parts: a cut line costs one part, and it goes on by itself once there is a line again.
import type { DocumentSummary } from '../registers/documents/contract.ts'
import type { uploadRoutes } from '../registers/uploads/contract.ts'
import { usualPart } from '../registers/uploads/upload.ts'
import { ApiProblem, newKey, offline, request, writeHeaders } from './api.ts'
import { declaration } from './sendform.ts'

/** `lost`: no line now; it is tried again by itself. `reading`: all is there, the server looks at it. */
export interface Sending {
  phase: 'preparing' | 'sending' | 'lost' | 'reading'
  /** Bytes that the server has for certain. */
  sent: number
}

/** A part that takes longer than this, in milliseconds, is taken for lost: the line is dead, not slow. */
const patience = 60_000

/** Between two attempts without a line, in milliseconds: longer each time up to the last. */
const pauses = [1000, 2000, 5000, 10_000, 20_000]

/**
 * Sends the file that its person declared to hold no state secrets, and answers its document. Tells each step.
 * Whatever was sent of it before, also by a page that was closed since, is not sent again where the browser can
 * reckon its hash (over TLS). Throws `ApiProblem`; `AbortError` once `signal` is aborted.
 */
export async function sendInParts(
  file: File,
  tell: (sending: Sending) => void,
  signal: AbortSignal,
): Promise<DocumentSummary> {
  let sent = 0
  tell({ phase: 'preparing', sent })
  const sha256 = await hashOf(file)
  const begun = { fileName: file.name, size: file.size, declaration, ...(sha256 ? { sha256 } : {}) }
  const lost = () => tell({ phase: 'lost', sent })
  const [key, finishing] = [newKey(), newKey()]
  const { upload } = await persist(signal, lost, () =>
    request<typeof uploadRoutes.begin>('post', '/api/uploads', { body: begun, key, signal }),
  )
  sent = upload.received
  while (sent < file.size) {
    tell({ phase: 'sending', sent })
    sent = await persist(signal, lost, () => sendPart(upload.id, sent, file, signal))
  }
  tell({ phase: 'reading', sent })
  const { document } = await persist(signal, lost, () =>
    request<typeof uploadRoutes.finish>('post', '/api/uploads/{id}/finish', {
      ...{ params: { id: upload.id }, body: {}, key: finishing, signal },
    }),
  )
  return document
}

/** Tries again for as long as it is the line, or a server with its hands full, that keeps it back. */
async function persist<T>(
  signal: AbortSignal,
  lost: () => void,
  work: () => Promise<T>,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work()
    } catch (error) {
      const passing = error instanceof ApiProblem && [0, 502, 503, 504].includes(error.status)
      if (!passing || signal.aborted) throw error
      lost()
      await lineBack(pauses[Math.min(tries, pauses.length - 1)] ?? 0, signal)
    }
  }
}

/** Until the browser says that there is a line again, or the pause is over. */
function lineBack(pause: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = new AbortController()
    const once = { once: true, signal: end.signal }
    const timer = setTimeout(done, pause)
    function done() {
      clearTimeout(timer)
      end.abort()
      resolve()
    }
    window.addEventListener('online', done, once)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        end.abort()
        reject(signal.reason)
      },
      once,
    )
  })
}

/** Sends the part that begins at `from`; answers how much the server has, also where it stood elsewhere. */
async function sendPart(
  id: string,
  from: number,
  file: File,
  signal: AbortSignal,
): Promise<number> {
  const { 'Idempotency-Key': _once, ...headers } = writeHeaders()
  const late = AbortSignal.timeout(patience)
  let response: Response
  let answer: unknown
  try {
    response = await fetch(`/api/uploads/${id}`, {
      method: 'PATCH',
      headers: {
        ...headers,
        'Upload-Offset': String(from),
        'Content-Type': 'application/offset+octet-stream',
      },
      body: file.slice(from, from + usualPart),
      signal: AbortSignal.any([signal, late]),
      credentials: 'same-origin',
    })
    answer = await response.json()
  } catch (error) {
    if (signal.aborted) throw error
    throw offline()
  }
  if (response.ok) return (answer as { upload: { received: number } }).upload.received
  const problem = new ApiProblem(response.status, answer as Record<string, unknown>)
  if (problem.code === 'uploadOffset') return Number(problem.body.received)
  throw problem
}

/** SHA-256 in hexadecimal; null where the browser reckons none (plain http in the office network). */
async function hashOf(file: File): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
