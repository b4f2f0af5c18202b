// `giaoban` as people call it: a process of its own, from any folder, with what it says and how it ends.
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { root } from './machine.ts'

const program = join(root, 'app', 'bin', 'giaoban.mjs')

export interface Call {
  cwd?: string
  /** What stands on its standard input. */
  input?: string | Uint8Array
  env?: Record<string, string>
  /** Another Node than the running one. */
  node?: string
}

export interface Ended {
  /** Exit code, or the signal that ended it. */
  code: number | NodeJS.Signals
  out: string
  err: string
}

/** Begins a call; it is killed through the process and waited for through `ended`. */
export function begin(
  args: readonly string[],
  call: Call = {},
): { process: ChildProcessByStdio<Writable, Readable, Readable>; ended: Promise<Ended> } {
  const { PATH } = process.env
  const child = spawn(call.node ?? process.execPath, [program, ...args], {
    cwd: call.cwd ?? '/',
    env: { PATH, HOME: '/nonexistent', GIAOBAN_LANG: 'en', ...call.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // A command that ends without reading its input is no failure of the test.
  child.stdin.on('error', () => undefined)
  child.stdin.end(call.input ?? '')
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said.out += part
  })
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said.err += part
  })
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code, signal) => resolve({ code: code ?? signal ?? -1, ...said })),
  )
  return { process: child, ended }
}

/** Runs a call to its end. */
export const giaoban = (args: readonly string[], call?: Call): Promise<Ended> =>
  begin(args, call).ended
