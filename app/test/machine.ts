// The product as users start it: a process of its own with a data folder of its own, and what it says.
import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
} from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export const root = join(import.meta.dirname, '../..')

const program = join(root, 'app', 'src', 'main.ts')

export interface Started {
  process: ChildProcess
  /** Everything it said so far on both outputs. */
  said(): string
  /** Waits for words; fails with all that was said when it ends first. */
  says(words: string | RegExp): Promise<void>
  /** The address it printed. */
  address(): Promise<string>
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>
}

export interface Place {
  env?: Record<string, string | undefined>
  uid?: number
  gid?: number
  /** Another file than our own `main.ts`, in a copy of the checkout. */
  program?: string
}

/** Starts the server on a free port; kept, so that `stopAll` ends what a failed test left. */
export function start(args: string[], place: Place = {}): Started {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', place.program ?? program, '--port', '0', ...args],
    {
      cwd: '/',
      env: { PATH, NODE_COMPILE_CACHE, HOME: '/nonexistent', ...place.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(place.uid === undefined ? {} : { uid: place.uid, gid: place.gid }),
    },
  )
  running.add(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
  }
  let over = false
  const ended = new Promise<number | NodeJS.Signals>((resolve) =>
    child.once('close', (code, signal) => {
      over = true
      running.delete(child)
      resolve(code ?? signal ?? -1)
    }),
  )
  const says = async (words: string | RegExp) => {
    const fits = () => (typeof words === 'string' ? text.includes(words) : words.test(text))
    while (!fits()) {
      if (over) throw new Error(`it ended before it said ${words}:\n${text}`)
      await wait(30)
    }
  }
  return {
    process: child,
    said: () => text,
    says,
    async address() {
      await says(/Giao Ban: http\S+/)
      return /Giao Ban: (http:\/\/[^/\s]+)/.exec(text)?.[1] ?? ''
    },
    ended,
  }
}

const running = new Set<ChildProcess>()
const folders: string[] = []

/** A folder that an unprivileged PostgreSQL can enter; `stopAll` takes it away. */
export function newFolder(name = 'giaoban-machine-'): string {
  const folder = mkdtempSync(join(tmpdir(), name))
  chmodSync(folder, 0o711)
  folders.push(folder)
  return folder
}

/** Ends servers and databases that are left, and removes the folders. */
export async function stopAll(): Promise<void> {
  for (const child of running) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) {
    for (const pid of postgresIn(folder)) kill(pid, 'SIGKILL')
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

/** The postmaster of a data folder by its own file, or null. */
export function postmasterOf(data: string): number | null {
  const file = join(data, 'postgres', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

/** All PostgreSQL processes that work in a folder. */
export function postgresIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`).startsWith(`${folder}/`)
      } catch {
        // Gone meanwhile.
        return false
      }
    })
}

export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

export function isRoot(): boolean {
  return process.getuid?.() === 0
}
