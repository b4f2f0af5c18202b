// Parses a file somebody sent in a child process with limits of time and memory: whatever it does,
// the server goes on. A few at a time; the others wait their turn.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Extracted, Failure } from './extracted.ts'

export interface Limits {
  /** Of wall-clock time, from the start of the child. */
  seconds: number
  /** Of memory for the child, and as much again for what it starts. */
  megabytes: number
}

const usual: Limits = { seconds: 90, megabytes: 1400 }
const largest = 20 * 1024 * 1024

/** Children at once: one a core, at most four. */
const atOnce = Math.min(4, availableParallelism())
/** Files that may wait, with their bytes in our memory. */
const mostWaiting = 50

let running = 0
const waiting: (() => void)[] = []
const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) endGroup(child)
})

/** More files at once than we hold in memory; nothing was read. */
export class TooManyFiles extends Error {}

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
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw new TooManyFiles('too many files wait to be read')
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running++
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-parse-'))
  try {
    return await inChild(bytes, fileName, limits, folder)
  } finally {
    // Here and not in the child, which may have been killed with its files half written.
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/**
 * Memory by `ulimit -d`, which counts buffers as well as the heap; processor time by `ulimit -t`, so
 * that a child whose server was killed ends too.
 */
const script =
  'ulimit -c 0; ulimit -d "$1" 2>/dev/null; ulimit -t "$2" 2>/dev/null; shift 2; exec "$@"'

function inChild(
  bytes: Uint8Array,
  fileName: string,
  limits: Limits,
  folder: string,
): Promise<Extracted | Failure> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      '/bin/sh',
      [
        ...['-c', script, 'parse', String(limits.megabytes * 1024), String(limits.seconds * 2)],
        process.execPath,
        `--max-old-space-size=${Math.round(limits.megabytes * 0.5)}`,
        '--disable-warning=ExperimentalWarning',
        // TypeScript as it is, JavaScript where it was built.
        join(import.meta.dirname, `parse-child${extname(import.meta.filename)}`),
        fileName.replaceAll('\0', '').slice(-200),
      ],
      {
        // A group of its own, so that what it starts ends with it; nothing of our environment but where
        // compiled code is kept, which halves the time of its start.
        detached: true,
        cwd: '/',
        env: {
          PATH: process.env.PATH,
          TMPDIR: folder,
          NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        },
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    )
    children.add(child)
    const out: Buffer[] = []
    let errors = ''
    let late = false
    const timer = setTimeout(() => {
      late = true
      endGroup(child)
    }, limits.seconds * 1000)
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => {
      errors = (errors + chunk.toString()).slice(-4000)
    })
    // A child that dies early leaves the pipe broken; its exit tells why.
    child.stdin.on('error', () => undefined)
    child.once('error', (error) => {
      clearTimeout(timer)
      children.delete(child)
      reject(error)
    })
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      endGroup(child)
      children.delete(child)
      if (late) resolve({ code: 'tooSlow', details: { seconds: limits.seconds } })
      else resolve(answerOf(code, signal, Buffer.concat(out), errors))
    })
    child.stdin.end(bytes)
  })
}

function answerOf(
  code: number | null,
  signal: NodeJS.Signals | null,
  out: Buffer,
  errors: string,
): Extracted | Failure {
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

/** Ends the child and whatever it started; it may have ended already. */
function endGroup(child: ChildProcess): void {
  if (!child.pid) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
