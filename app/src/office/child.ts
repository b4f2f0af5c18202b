// Runs one of our files in a child process with limits of time and memory: whatever it does, the server goes
// on. A few at a time; the others wait their turn.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'

export interface Limits {
  /** Of wall-clock time, from the start of the child. */
  seconds: number
  /** Of memory for the child, and as much again for what it starts. */
  megabytes: number
}

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  /** What it wrote to standard output. */
  out: Buffer
  /** The end of what it wrote to standard error. */
  errors: string
  /** It was ended because its time was over. */
  late: boolean
}

/**
 * Lets `atOnce` pieces of work run at a time; `mostWaiting` more may wait, with what they hold in memory.
 * One more is rejected with what `refuse` makes.
 */
export function gate(atOnce: number, mostWaiting: number, refuse: () => Error) {
  let running = 0
  const waiting: (() => void)[] = []
  return async function enter<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) throw refuse()
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) endGroup(child)
})

/**
 * Memory by `ulimit -d`, which counts buffers as well as the heap; processor time by `ulimit -t`, so
 * that a child whose server was killed ends too.
 */
const script =
  'ulimit -c 0; ulimit -d "$1" 2>/dev/null; ulimit -t "$2" 2>/dev/null; shift 2; exec "$@"'

/**
 * Runs `name` (a file of this folder, without its ending) with `input` on its standard input and a folder of
 * its own for what it leaves, which is removed afterwards. Rejects only where no child could be started.
 */
export async function runApart(
  name: string,
  args: readonly string[],
  input: readonly Uint8Array[],
  limits: Limits,
): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-parse-'))
  try {
    return await inChild(name, args, input, limits, folder)
  } finally {
    // Here and not in the child, which may have been killed with its files half written.
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function inChild(
  name: string,
  args: readonly string[],
  input: readonly Uint8Array[],
  limits: Limits,
  folder: string,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      '/bin/sh',
      [
        ...['-c', script, 'parse', String(limits.megabytes * 1024), String(limits.seconds * 2)],
        process.execPath,
        `--max-old-space-size=${Math.round(limits.megabytes * 0.5)}`,
        '--disable-warning=ExperimentalWarning',
        // TypeScript as it is, JavaScript where it was built.
        join(import.meta.dirname, `${name}${extname(import.meta.filename)}`),
        ...args,
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
      resolve({ code, signal, out: Buffer.concat(out), errors, late })
    })
    for (const part of input) child.stdin.write(part)
    child.stdin.end()
  })
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
