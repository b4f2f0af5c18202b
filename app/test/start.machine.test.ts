// Starting, stopping and surviving: the server as a process, over its own PostgreSQL.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { isRoot, kill, newFolder, postgresIn, postmasterOf, start, stopAll } from './machine.ts'

afterEach(stopAll)

const health = async (address: string): Promise<number> =>
  (await fetch(`${address}/api/health`)).status

/** Both languages, and nothing that only a programmer reads. */
function expectProblem(said: string, vietnamese: string, english: string): void {
  expect(said).toContain(vietnamese)
  expect(said).toContain(english)
  expect(said).not.toMatch(/\n\s+at |node:internal/)
}

test('it starts, refuses a second on its folder, and survives every kill', async () => {
  const data = join(newFolder(), 'data')
  const first = start(['--data', data])
  const address = await first.address()
  expect(await health(address)).toBe(200)
  expect(
    first.said().match(/^Giao Ban: http:\/\/127\.0\.0\.1:\d+\/setup#token=\S{20,}$/gm),
  ).toHaveLength(1)

  // Another on the same folder goes away and touches nothing.
  const second = start(['--data', data])
  expect(await second.ended).toBe(1)
  expectProblem(
    second.said(),
    `đang được tiến trình ${first.process.pid} sử dụng`,
    'is in use by process',
  )
  expect(await health(address)).toBe(200)

  // Only PostgreSQL is killed: the server says so, starts it again and goes on.
  kill(postmasterOf(data) ?? 0, 'SIGKILL')
  await first.says('PostgreSQL ended by itself (SIGKILL); starting it again.')
  expect([200, 503]).toContain(await health(address))
  await first.says('PostgreSQL is back.')
  expect(await health(address)).toBe(200)

  // Only the server is killed: the next start stops the PostgreSQL that is left and starts its own.
  const orphan = postmasterOf(data)
  first.process.kill('SIGKILL')
  await first.ended
  expect(orphan && postgresIn(data).includes(orphan)).toBe(true)
  const third = start(['--data', data])
  expect(await health(await third.address())).toBe(200)
  expect(postmasterOf(data)).not.toBe(orphan)

  // Everything is killed at once.
  third.process.kill('SIGKILL')
  for (const pid of postgresIn(data)) kill(pid, 'SIGKILL')
  await third.ended
  const fourth = start(['--data', data])
  expect(await health(await fourth.address())).toBe(200)

  // Asked to end, it leaves no process and no claim behind.
  fourth.process.kill('SIGTERM')
  expect(await fourth.ended).toBe(0)
  expect(postgresIn(data)).toEqual([])
  expect(readdirSync(join(data, 'lock'))).toEqual([])
})

test('a port that is taken stops the start before anything is touched', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as { port: number }
  const data = join(newFolder(), 'data')
  const server = start(['--data', data, '--port', String(port)])
  expect(await server.ended).toBe(1)
  other.close()
  expectProblem(
    server.said(),
    `Cổng ${port} đã có chương trình khác dùng`,
    `Port ${port} is used by`,
  )
  expect(existsSync(data)).toBe(false)
})

test('a database that cannot be used is named, without its password', async () => {
  const data = join(newFolder(), 'data')
  for (const url of ['postgres://giaoban:geheim@localhost:9/giaoban', 'mysql://x']) {
    const server = start(['--data', data], { env: { DATABASE_URL: url } })
    expect(await server.ended).toBe(1)
    expectProblem(server.said(), 'DATABASE_URL', 'DATABASE_URL')
    expect(server.said()).not.toContain('geheim')
  }
  expect(existsSync(data)).toBe(false)
})

test('a path too long for a socket is served on loopback, by password', async () => {
  const data = join(newFolder(), 'một-thư-mục-có-tên-rất-dài-'.repeat(4), 'data')
  const server = start(['--data', data])
  expect(await health(await server.address())).toBe(200)
  const lines = readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  const [, , , port, socketFolder, listens] = lines.map((line) => line.trim())
  expect([socketFolder, listens]).toEqual(['', '127.0.0.1'])
  const stranger = new pg.Client({
    host: '127.0.0.1',
    port: Number(port),
    user: 'giaoban',
    password: 'wrong',
    database: 'giaoban',
  })
  await expect(stranger.connect()).rejects.toThrow('password authentication failed')
})

test.runIf(isRoot())(
  'as root, a folder that the database user cannot enter is refused',
  async () => {
    const closed = newFolder()
    chmodSync(closed, 0o700)
    const server = start(['--data', join(closed, 'data')])
    expect(await server.ended).toBe(1)
    expectProblem(server.said(), 'không vào được thư mục', 'cannot enter')
  },
)

test.runIf(isRoot())(
  'as an ordinary user, from a package folder that is closed to others',
  async () => {
    const home = newFolder()
    const nobody = { uid: 65534, gid: 65534 }
    const data = join(home, 'data')
    mkdirSync(data)
    spawnSync('chown', ['-R', '65534:65534', home])
    chmodSync(data, 0o500)
    const env = { HOME: home }
    const refused = start(['--data', join(data, 'inner')], { ...nobody, env })
    expect(await refused.ended).toBe(1)
    expectProblem(refused.said(), 'Không ghi được vào thư mục dữ liệu', 'cannot be written')
    expect(readdirSync(data)).toEqual([])

    const own = start([], { ...nobody, env })
    expect(await health(await own.address())).toBe(200)
    expect(existsSync(join(home, '.local', 'share', 'giaoban'))).toBe(true)
    own.process.kill('SIGTERM')
    expect(await own.ended).toBe(0)
  },
)

/** A small disk of memory; false where mounting is not ours to do, as in most containers. */
const mount = (folder: string, options: string): boolean =>
  isRoot() && spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0

test('a full disk is named, and the start works once there is room', async (context) => {
  const data = join(newFolder(), 'data')
  mkdirSync(data)
  if (!mount(data, 'size=24m')) context.skip('no disk can be mounted here')
  try {
    const server = start(['--data', data])
    expect(await server.ended).toBe(1)
    expectProblem(server.said(), 'No space left on device', 'could not')
    spawnSync('mount', ['-o', 'remount,size=400m', data])
    const again = start(['--data', data])
    expect(await health(await again.address())).toBe(200)
    again.process.kill('SIGTERM')
    expect(await again.ended).toBe(0)
  } finally {
    for (let attempt = 0; attempt < 20; attempt++) {
      if (spawnSync('umount', [data]).status === 0) break
      await wait(100)
    }
  }
})

test('switches and addresses that are wrong are refused', async () => {
  const data = join(newFolder(), 'data')
  const cases: [string[], string][] = [
    [['--prot', '1'], 'Use: npm start'],
    [['--host', '0.0.0.0'], 'Plain http is not served beyond this machine'],
    [['--port', 'abc'], 'is no port'],
  ]
  for (const [args, words] of cases) {
    const server = start(['--data', data, ...args])
    expect(await server.ended).toBe(1)
    expectProblem(server.said(), '', words)
  }
  expect(existsSync(data)).toBe(false)
})
