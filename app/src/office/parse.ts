// Parses a file somebody sent in a child process with limits of time and memory: whatever it does,
// the server goes on. A few at a time; the others wait their turn.
import { availableParallelism } from 'node:os'
import { type Ended, gate, type Limits, runApart } from './child.ts'
import type { Extracted, Failure } from './extracted.ts'

const usual: Limits = { seconds: 90, megabytes: 1400 }
const largest = 20 * 1024 * 1024

/** More files at once than we hold in memory; nothing was read. */
export class TooManyFiles extends Error {}

/** Children at once: one a core, at most four; with the bytes of fifty more in our memory. */
const enter = gate(
  Math.min(4, availableParallelism()),
  50,
  () => new TooManyFiles('too many files wait to be read'),
)

/**
 * Never rejects for what is in the file: a failure is a value with its code. Rejects with
 * `TooManyFiles` where too many wait already.
 */
export async function parseDocument(
  bytes: Uint8Array,
  fileName: string,
  limits: Limits = usual,
): Promise<Extracted | Failure> {
  if (bytes.length === 0) return { code: 'empty' }
  if (bytes.length > largest) return { code: 'tooLarge' }
  return enter(async () => {
    const name = fileName.replaceAll('\0', '').slice(-200)
    const ended = await runApart('parse-child', [name], [bytes], limits)
    if (ended.late) return { code: 'tooSlow', details: { seconds: limits.seconds } }
    return answerOf(ended)
  })
}

function answerOf({ code, signal, out, errors }: Ended): Extracted | Failure {
  if (signal === 'SIGXCPU') return { code: 'tooSlow' }
  if (code === 0) {
    try {
      return JSON.parse(out.toString())
    } catch (error) {
      return { code: 'broken', details: { what: (error as Error).name } }
    }
  }
  if (signal || /out of memory|Array buffer allocation failed|bad_alloc/.test(errors)) {
    return { code: 'tooMuchMemory' }
  }
  if (/Maximum call stack|Invalid string length/.test(errors)) return { code: 'tooDeep' }
  return { code: 'broken', details: { what: lastError(errors) } }
}

/** The message of an uncaught error, without paths of this machine. */
function lastError(errors: string): string {
  const line = errors.split('\n').findLast((one) => /^\w*(Error|Exception)\b/.test(one)) ?? ''
  return line.replace(/\/\S+/g, '…').slice(0, 100)
}
