// Parses a file somebody sent in a child process with limits of time and memory: whatever it does,
// the server goes on.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Extracted, Failure } from './extracted.ts'

export interface Limits {
  seconds: number
  megabytes: number
}

const usual: Limits = { seconds: 60, megabytes: 700 }
const largest = 20 * 1024 * 1024

/** Never rejects for what is in the file: a failure is a value with its code. */
export function parseDocument(
  bytes: Uint8Array,
  fileName: string,
  limits: Limits = usual,
): Promise<Extracted | Failure> {
  if (bytes.length === 0) return Promise.resolve({ code: 'empty' })
  if (bytes.length > largest) return Promise.resolve({ code: 'tooLarge' })
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        `--max-old-space-size=${limits.megabytes}`,
        '--disable-warning=ExperimentalWarning',
        join(import.meta.dirname, 'parse-child.ts'),
        fileName.slice(-200),
      ],
      {
        // A group of its own, so that what it starts ends with it; nothing of our environment.
        detached: true,
        cwd: '/',
        env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR },
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    )
    const out: Buffer[] = []
    let errors = ''
    let late = false
    const timer = setTimeout(() => {
      late = true
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
    }, limits.seconds * 1000)
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => {
      errors = (errors + chunk.toString()).slice(-4000)
    })
    // A child that dies early leaves the pipe broken; its exit tells why.
    child.stdin.on('error', () => undefined)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      if (late) return resolve({ code: 'tooSlow', details: { seconds: limits.seconds } })
      if (code === 0) return resolve(JSON.parse(Buffer.concat(out).toString()))
      if (signal || /heap out of memory|Array buffer allocation failed/.test(errors)) {
        return resolve({ code: 'tooMuchMemory' })
      }
      if (/Maximum call stack|Invalid string length/.test(errors))
        return resolve({ code: 'tooDeep' })
      resolve({
        code: 'broken',
        details: { what: errors.trim().split('\n').at(-1)?.slice(0, 100) },
      })
    })
    child.stdin.end(bytes)
  })
}
