// Lines of a stream as they come: each chunk up to its last line end is one job, so that nobody waits for
// more input than there is, and only threads look at the text.
import type { Job } from './reading.ts'

const lineEnd = 0x0a

/** Jobs of the complete lines of every chunk, and of a last line without an end. */
export async function* lineJobs(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Job> {
  let rest: Uint8Array[] = []
  let first = 1
  for await (const chunk of stream) {
    const last = chunk.lastIndexOf(lineEnd)
    if (last < 0) {
      rest.push(chunk)
      continue
    }
    // A copy of its own: the bytes move to a thread.
    const bytes = Buffer.concat([...rest, chunk.subarray(0, last + 1)])
    rest = last + 1 < chunk.length ? [chunk.subarray(last + 1)] : []
    yield { kind: 'lines', bytes, first }
    first += countLines(bytes)
  }
  if (rest.length > 0) yield { kind: 'lines', bytes: Buffer.concat(rest), first }
}

/** Line ends of the bytes. */
function countLines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(lineEnd); at >= 0; at = bytes.indexOf(lineEnd, at + 1)) count++
  return count
}

/** The lines of a job, each as a job of its own. */
export function singly(job: Extract<Job, { kind: 'lines' }>): Job[] {
  const jobs: Job[] = []
  let from = 0
  for (let number = job.first; from < job.bytes.length; number++) {
    const end = job.bytes.indexOf(lineEnd, from)
    const to = end < 0 ? job.bytes.length : end
    jobs.push({ kind: 'lines', bytes: job.bytes.slice(from, to + 1), first: number })
    from = to + 1
  }
  return jobs
}
