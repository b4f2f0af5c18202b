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
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { asUser, postgresFolder, type SystemUser, systemUser } from './binaries.ts'
import { stopLeftover } from './leftover.ts'
import { StartProblem } from './problem.ts'

export interface Embedded {
  connection: pg.ClientConfig
  /** Ends it cleanly: connections are closed, everything is on disk. */
  stop(): Promise<void>
}

/** Longest path a unix socket may have, with the name PostgreSQL adds. */
const longestSocketPath = 107 - '/.s.PGSQL.54320'.length

/** What is told about a PostgreSQL that ended without being asked to. */
export interface Watch {
  /** It ended and is being started again. */
  ended(how: string): void
  /** It answers again. */
  back(): void
  /** It could not be started again: the server has to end. */
  lost(problem: StartProblem): void
}

/**
 * Starts PostgreSQL in `folder` (which must be locked by us) and makes its database the first time.
 * A postmaster left over from a killed server is stopped first. One that ends by itself later is
 * started again where somebody watches. `StartProblem` says why it cannot.
 */
export async function startEmbedded(
  folder: string,
  settings: readonly string[] = [],
  watch?: Watch,
): Promise<Embedded> {
  const user = systemUser()
  reachable(folder, user)
  const programs = postgresFolder(user, folder)
  const data = join(folder, 'postgres')
  const password = passwordOf(folder)
  const socketFolder = join(folder, 'socket')
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(programs, folder, data, password, user)

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
  const start = async () => {
    await stopLeftover(data)
    // Nobody listens now; a killed predecessor's socket would only stand in the way.
    rmSync(socketFolder, { recursive: true, force: true })
    mkdirSync(socketFolder, { mode: 0o700 })
    if (user) chownSync(socketFolder, user.uid, user.gid)
    return launch(join(programs, 'bin', 'postgres'), args, user, logFile, connection)
  }
  const first = await start()
  await ensureDatabase(connection)
  return { connection, stop: keepRunning(first, start, watch) }
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

/**
 * Starts it and waits until it answers. While processes of a killed predecessor are still going,
 * PostgreSQL refuses; that is tried again for some seconds.
 */
async function launch(
  program: string,
  args: string[],
  user: SystemUser | null,
  logFile: string,
  connection: pg.ClientConfig,
): Promise<ChildProcess> {
  const until = Date.now() + 10_000
  for (;;) {
    const from = existsSync(logFile) ? statSync(logFile).size : 0
    const log = openSync(logFile, 'a', 0o600)
    const child = spawn(program, args, {
      ...asUser(user),
      // A group of its own: Ctrl+C in the terminal must reach us, who stop it in order.
      detached: true,
      stdio: ['ignore', log, log],
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    })
    closeSync(log)
    const ended = await answersOrEnds(child, connection)
    if (ended === null) return child
    const said = readFileSync(logFile).subarray(from).toString('utf8')
    const passing = /pre-existing shared memory block|lock file "postmaster\.pid" already exists/
    if (passing.test(said) && Date.now() < until) {
      await wait(300)
      continue
    }
    const why = lastLines(said)
    throw new StartProblem(
      `PostgreSQL không khởi động được (${ended}). Nhật ký ${logFile}:\n${why}\nCó thể đặt DATABASE_URL để dùng máy chủ PostgreSQL khác.`,
      `PostgreSQL did not start (${ended}). Log ${logFile}:\n${why}\nYou may set DATABASE_URL to use another PostgreSQL server.`,
    )
  }
}

/** Null once it answers, else how it ended; it has a minute, which a long recovery may need. */
async function answersOrEnds(
  child: ChildProcess,
  connection: pg.ClientConfig,
): Promise<string | null> {
  let ended: string | null = null
  child.once('error', (error) => {
    ended = error.message
  })
  child.once('exit', (code, signal) => {
    ended ??= signal ?? `exit code ${code}`
  })
  for (let attempt = 0; attempt < 1200; attempt++) {
    if (ended !== null) return ended
    if (await answers(connection)) return null
    await wait(50)
  }
  await stop(child)
  return 'no answer after 60 seconds'
}

/** Falling more often than this within a minute is not an accident any more. */
const mostFalls = 5

/** Starts it again whenever it ends by itself; returns what ends it for good. */
function keepRunning(
  first: ChildProcess,
  start: () => Promise<ChildProcess>,
  watch: Watch | undefined,
): () => Promise<void> {
  let child = first
  let stopping = false
  let restart: Promise<void> = Promise.resolve()
  const falls: number[] = []
  const onExit = (code: number | null, signal: NodeJS.Signals | null) => {
    if (stopping || !watch) return
    const how = signal ?? `exit code ${code}`
    falls.push(Date.now())
    if (falls.filter((at) => at > Date.now() - 60_000).length > mostFalls) {
      watch.lost(
        new StartProblem(
          `PostgreSQL tắt liên tục (${how}). Xem nhật ký postgres.log trong thư mục dữ liệu.`,
          `PostgreSQL keeps ending (${how}). See postgres.log in the data folder.`,
        ),
      )
      return
    }
    watch.ended(how)
    restart = start().then(
      (next) => {
        child = next
        child.once('exit', onExit)
        if (!stopping) watch.back()
      },
      (error) => watch.lost(error),
    )
  }
  child.once('exit', onExit)
  return async () => {
    stopping = true
    await restart
    await stop(child)
  }
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
