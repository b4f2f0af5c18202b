// Our own PostgreSQL: made in the data folder, started as a process of its own, stopped with us.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { asUser, postgresFolder, type SystemUser, systemUser } from './binaries.ts'
import { StartProblem } from './problem.ts'

export interface Embedded {
  connection: pg.ClientConfig
  /** Ends it cleanly: connections are closed, everything is on disk. */
  stop(): Promise<void>
}

/** Longest path a unix socket may have, with the name PostgreSQL adds. */
const longestSocketPath = 107 - '/.s.PGSQL.54320'.length

/**
 * Starts PostgreSQL in `folder` (which must be locked by us) and makes its database the first time.
 * A postmaster left over from a killed server is stopped first. `StartProblem` says why it cannot.
 */
export async function startEmbedded(
  folder: string,
  settings: readonly string[] = [],
): Promise<Embedded> {
  const user = systemUser()
  const programs = postgresFolder(user, folder)
  const data = join(folder, 'postgres')
  const password = passwordOf(folder)
  const socketFolder = join(folder, 'socket')
  reachable(folder, user)
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(programs, folder, data, password, user)
  await stopLeftover(data)
  mkdirSync(socketFolder, { recursive: true, mode: 0o700 })
  if (user) chownSync(socketFolder, user.uid, user.gid)

  const bySocket = Buffer.byteLength(socketFolder) <= longestSocketPath
  const port = bySocket ? 54320 : await freePort()
  const place = bySocket
    ? ['-k', socketFolder, '-c', 'listen_addresses=']
    : ['-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1']
  const logFile = join(folder, 'postgres.log')
  const args = ['-D', data, '-p', String(port), ...place, '-c', 'max_connections=60', ...settings]
  const connection = {
    host: bySocket ? socketFolder : '127.0.0.1',
    port,
    user: 'giaoban',
    password,
    database: 'giaoban',
  }
  const process = await launch(join(programs, 'bin', 'postgres'), args, user, logFile, connection)
  await ensureDatabase(connection)
  return { connection, stop: () => stop(process) }
}

/** Every folder above must let the user through. */
function reachable(folder: string, user: SystemUser | null): void {
  if (!user) return
  chmodSync(folder, 0o711)
  const { status } = spawnSync('test', ['-x', folder], asUser(user))
  if (status === 0) return
  throw new StartProblem(
    `Đang chạy bằng root nên PostgreSQL chạy bằng người dùng "${user.name}", nhưng người dùng này không vào được thư mục ${folder}. Chọn thư mục khác bằng --data, hoặc chạy bằng người dùng thường.`,
    `We run as root, so PostgreSQL runs as "${user.name}", which cannot enter ${folder}. Choose another folder with --data, or run as an ordinary user.`,
  )
}

/** The database's password: made once, kept apart from the data. */
function passwordOf(folder: string): string {
  const file = join(folder, 'keys', 'database-password')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  mkdirSync(join(folder, 'keys'), { recursive: true, mode: 0o700 })
  const password = randomBytes(24).toString('hex')
  writeFileSync(`${file}.new`, password, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return password
}

/** Makes the cluster beside its place and moves it there whole: a killed first start leaves nothing. */
function initialise(
  programs: string,
  folder: string,
  data: string,
  password: string,
  user: SystemUser | null,
): void {
  const half = `${data}.new`
  const passwordFile = join(folder, 'initial-password')
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) {
    chownSync(half, user.uid, user.gid)
    chownSync(passwordFile, user.uid, user.gid)
  }
  try {
    const { status, stderr, stdout } = spawnSync(
      join(programs, 'bin', 'initdb'),
      [
        ...['-D', half, '-U', 'giaoban', `--pwfile=${passwordFile}`],
        ...[
          '-A',
          'scram-sha-256',
          '-E',
          'UTF8',
          '--locale=C',
          '--data-checksums',
          '--no-instructions',
        ],
      ],
      {
        ...asUser(user),
        encoding: 'utf8',
        env: { PATH: globalThis.process.env.PATH, LC_ALL: 'C' },
      },
    )
    if (status !== 0) {
      const why = lastLines(`${stdout}\n${stderr}`)
      throw new StartProblem(
        `Không tạo được cơ sở dữ liệu trong ${data}:\n${why}`,
        `The database could not be made in ${data}:\n${why}`,
      )
    }
    renameSync(half, data)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** A postmaster that outlived a killed server: asked to stop, then waited for. */
async function stopLeftover(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid')
  for (let attempt = 0; attempt < 300; attempt++) {
    const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
    if (!Number.isInteger(pid) || pid <= 0) return
    if (!isPostmasterOf(pid, data)) {
      rmSync(file, { force: true })
      return
    }
    // Fast shutdown first; a postmaster that does not answer within 15 seconds is told to quit at once.
    if (attempt === 0) signal(pid, 'SIGINT')
    if (attempt === 150) signal(pid, 'SIGQUIT')
    await wait(100)
  }
  throw new StartProblem(
    `Một tiến trình PostgreSQL cũ vẫn giữ ${data}. Dừng tiến trình đó rồi chạy lại.`,
    `An old PostgreSQL process still holds ${data}. Stop it and start again.`,
  )
}

/** True where the process lives and is a PostgreSQL working in that folder; a reused pid is neither. */
function isPostmasterOf(pid: number, data: string): boolean {
  if (!signal(pid, 0)) return false
  try {
    const program = readlinkSync(`/proc/${pid}/exe`)
    return /\/postgres( \(deleted\))?$/.test(program) && readlinkSync(`/proc/${pid}/cwd`) === data
  } catch (error) {
    // Gone between the two looks; or a system without /proc, where being alive has to do.
    return !existsSync('/proc/self') || (error as NodeJS.ErrnoException).code === 'EACCES'
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function launch(
  program: string,
  args: string[],
  user: SystemUser | null,
  logFile: string,
  connection: pg.ClientConfig,
): Promise<ChildProcess> {
  const log = openSync(logFile, 'a', 0o600)
  const child = spawn(program, args, {
    ...asUser(user),
    // A group of its own: Ctrl+C in the terminal must reach us, who stop it in order.
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  })
  closeSync(log)
  let ended: string | null = null
  child.once('error', (error) => {
    ended = error.message
  })
  child.once('exit', (code) => {
    ended ??= `exit code ${code}`
  })
  for (let attempt = 0; attempt < 1200; attempt++) {
    if (ended !== null) break
    if (await answers(connection)) return child
    await wait(50)
  }
  if (ended === null) await stop(child)
  const why = lastLines(readFileSync(logFile, 'utf8'))
  throw new StartProblem(
    `PostgreSQL không khởi động được (${ended ?? 'quá 60 giây'}). Nhật ký ${logFile}:\n${why}\nCó thể đặt DATABASE_URL để dùng máy chủ PostgreSQL khác.`,
    `PostgreSQL did not start (${ended ?? 'more than 60 seconds'}). Log ${logFile}:\n${why}\nYou may set DATABASE_URL to use another PostgreSQL server.`,
  )
}

async function answers(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({
    ...connection,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    // Not yet: the caller asks again.
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function ensureDatabase(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [
      connection.database,
    ])
    if (rowCount === 0) await client.query(`create database ${connection.database}`)
  } finally {
    await client.end()
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGINT')
  const timer = setTimeout(() => child.kill('SIGQUIT'), 20_000)
  await ended
  clearTimeout(timer)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const lastLines = (text: string): string => text.trim().split('\n').slice(-6).join('\n')
