// The product as people start it: `node start.mjs` in a process of its own, a new data folder, a
// free port, the embedded PostgreSQL.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import type { AccountRole } from '../app/src/database/tables.ts'

export interface TestAccount {
  address: string
  password: string
}

/** A server that runs, for whoever may not end it. */
export interface Served {
  /** `http://127.0.0.1:41234`. */
  address: string
  /** What the terminal tells to open: the address, or the set-up page with its token. */
  opened: string
  folder: string
  /** The sample's accounts, as printed. */
  accounts: Partial<Record<AccountRole, TestAccount>>
}

export interface TestServer extends Served {
  /** Ends the server and waits for it; the data stays. */
  stop(): Promise<void>
  /** Ends the server and removes its data. */
  remove(): Promise<void>
}

const root = join(import.meta.dirname, '..')

/** Starts the product, `environment` added to the test's own; `folder` (and `port`) go on with the data (and address) of an earlier one. */
export async function startServer(
  options: {
    sample?: boolean
    folder?: string
    port?: number
    environment?: Record<string, string>
  } = {},
): Promise<TestServer> {
  const folder = options.folder ?? newFolder()
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o711)
  const args = [
    'start.mjs',
    '--data',
    folder,
    '--port',
    String(options.port ?? 0),
    ...(options.sample ? ['--sample'] : []),
  ]
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...environment(), ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { opened, accounts } = await started(child).catch((error) => {
    child.kill('SIGKILL')
    if (!options.folder) rmSync(folder, { recursive: true, force: true })
    throw error
  })
  async function stop() {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  return {
    address: new URL(opened).origin,
    opened,
    folder,
    accounts,
    stop,
    async remove() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'giaoban-e2e-'))

/** Copies a data folder on which no server runs, each file for its owner; the new folder's path. */
export async function copyFolder(from: string, to = newFolder()): Promise<string> {
  mkdirSync(to, { recursive: true })
  await promisify(execFile)('cp', ['-a', `${from}/.`, to])
  return to
}

/**
 * `giaoban …` on the machine of the running server; the account whose password it printed.
 */
export async function giaoban(server: Served, ...args: string[]): Promise<TestAccount> {
  const command = [join(root, 'app', 'bin', 'giaoban.mjs'), ...args, '--data', server.folder]
  const { stdout } = await promisify(execFile)(process.execPath, command, { env: environment() })
  const [, address, password] = /^(\S+) {2}(\S+)$/m.exec(stdout) ?? []
  if (!address || !password) throw new Error(`No password was printed:\n${stdout}`)
  return { address, password }
}

/** Without what would point at another database, folder or port. */
function environment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, GIAOBAN_PORT: __, GIAOBAN_DATA: ___, ...env } = process.env
  return env
}

/** Resolves with the address once it is printed; rejects with all that was said if it ends first. */
function started(child: ChildProcess): Promise<Pick<Served, 'opened' | 'accounts'>> {
  const said: string[] = []
  const accounts: Served['accounts'] = {}
  child.stderr?.on('data', (chunk) => said.push(String(chunk)))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The server ended (${code}):\n${said.join('')}`)))
    if (!child.stdout) return
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(`${line}\n`)
      const account = /^(\S+) {2}(\S+) {2}\((\w+)\)$/.exec(line)
      if (account?.[1] && account[2]) {
        accounts[account[3] as AccountRole] = { address: account[1], password: account[2] }
      }
      const opened = /^Giao Ban: (http\S+)$/.exec(line)?.[1]
      if (opened) resolve({ opened, accounts })
    })
  })
}
