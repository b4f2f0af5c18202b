// A form with a file on its way to the server. XMLHttpRequest, because `fetch` does not tell how much has
// been sent.
import { ApiProblem, offline, writeHeaders } from './api.ts'

/** What the person declares of each file (`documents/contract.ts`). */
export const declaration = 'noStateSecrets'

/** Where the server has its hands full, we ask again by ourselves before we bother anybody. */
const mostTries = 6
const pause = 3_000

interface Heard {
  /** Share sent, 0 to 1; 1: the server reads it now. */
  onSent: (share: number) => void
  /** Whether anybody still waits for it. */
  wanted: () => boolean
}

/**
 * Sends the form and returns the server's answer; throws `ApiProblem`. `key` makes it one operation, however
 * often it is tried. Null where nobody waits for it any more.
 */
export async function sendForm(
  path: string,
  form: FormData,
  key: string,
  heard: Heard,
): Promise<unknown> {
  for (let tries = 1; ; tries++) {
    const { status, answer } = await sent(path, form, key, heard)
    if (status === 503 && tries < mostTries) {
      heard.onSent(0)
      await new Promise((resolve) => setTimeout(resolve, pause))
      if (!heard.wanted()) return null
      continue
    }
    if (status >= 400 || answer === null || typeof answer !== 'object') {
      throw new ApiProblem(status, (answer ?? {}) as Record<string, unknown>)
    }
    return answer
  }
}

function sent(path: string, form: FormData, key: string, { onSent }: Heard) {
  return new Promise<{ status: number; answer: unknown }>((resolve, reject) => {
    const call = new XMLHttpRequest()
    call.open('POST', path)
    for (const [name, value] of Object.entries(writeHeaders(key)))
      call.setRequestHeader(name, value)
    call.responseType = 'json'
    call.upload.onprogress = ({ loaded, total }) => onSent(Math.min(loaded / total, 0.999))
    call.upload.onload = () => onSent(1)
    call.onerror = () => reject(offline())
    call.onload = () => resolve({ status: call.status, answer: call.response })
    call.send(form)
  })
}
