// Whether the time of an answer tells who has an account: node bench/sign-in-timing.ts [n].
// A server of its own on a new data folder, asked over loopback one request after the other, the kinds of
// attempts in a new random order every round. For each kind against a wrong password at an account: the
// median, the bound of the fastest tenth (which other work on the machine disturbs least), and how often an
// answer of the one is slower than an answer of the other (the common-language form of Mann-Whitney's U:
// 50 % tells nothing), with the two-sided p of the normal approximation.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, stdout, version } from 'node:process'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { openEverything } from '../app/src/boot.ts'
import { type Database, transaction } from '../app/src/database/open.ts'
import { systemActor } from '../app/src/http/access.ts'
import { createServer } from '../app/src/http/server.ts'
import { addProvince } from '../app/src/registers/people/provinces.ts'
import { addAccount } from '../app/src/registers/people/store.ts'
import { compared, quantile } from '../app/test/timing.ts'

const rounds = Number(argv[2] ?? 1000)
const password = 'mật khẩu dùng để đo'
const wrong = 'không phải mật khẩu ấy'

/** What is asked: the first is what the others are held against. */
const kinds: { name: string; address: string; secret: string }[] = [
  { name: 'an account, wrong password', address: 'known@dong-ha', secret: wrong },
  { name: 'the same once more', address: 'known@dong-ha', secret: wrong },
  { name: 'no such account', address: 'nobody@dong-ha', secret: wrong },
  { name: 'a closed account', address: 'closed@dong-ha', secret: wrong },
  { name: 'an account without a password', address: 'bare@dong-ha', secret: wrong },
  { name: 'an account in two provinces', address: 'both@giaoban', secret: wrong },
  { name: 'an account, one letter off', address: 'known@dong-ha', secret: `${password}!` },
  {
    name: 'an account, of the form of a code',
    address: 'known@dong-ha',
    secret: 'abcd-efgh-jkmn-pqrs',
  },
  { name: 'an account, one character', address: 'known@dong-ha', secret: 'x' },
  { name: 'an account, 900 characters', address: 'known@dong-ha', secret: 'x'.repeat(900) },
]

async function fill(database: Database): Promise<void> {
  await transaction(database, async (tx) => {
    for (const name of ['Tỉnh Đông Hà', 'Tỉnh Tây Sơn']) {
      const { province_id } = await addProvince(tx, name)
      const add = (address: string, more: object) =>
        addAccount(tx, systemActor(province_id), {
          address,
          name: address,
          role: 'reader',
          ...more,
        })
      await add('both@giaoban', { password })
      if (name !== 'Tỉnh Đông Hà') continue
      await add('bare@dong-ha', {})
      for (const address of ['known@dong-ha', 'closed@dong-ha']) await add(address, { password })
      await tx
        .updateTable('account')
        .set({ disabled_at: new Date().toISOString() })
        .where('province_id', '=', province_id)
        .where('address', '=', 'closed@dong-ha')
        .execute()
    }
  })
}

/** Milliseconds until the whole answer is there; every attempt has to be looked at and refused. */
async function timed(url: string, address: string, secret: string): Promise<number> {
  const began = performance.now()
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address, password: secret }),
  })
  await response.text()
  const took = performance.now() - began
  if (response.status !== 401) throw new Error(`${address}: ${response.status}`)
  return took
}

/** The numbers below `count` in a random order. */
function shuffled(count: number): number[] {
  const order = Array.from({ length: count }, (_, at) => at)
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(Math.random() * (at + 1))
    ;[order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0]
  }
  return order
}

/** A value and how far it is from another in per cent. */
function beside(value: number, base: number): string {
  const away = (value / base - 1) * 100
  return `${value.toFixed(1)} (${away < 0 ? '−' : '+'}${Math.abs(away).toFixed(1)} %)`
}

async function measure(database: Database, url: string): Promise<number[][]> {
  const times: number[][] = kinds.map(() => [])
  // The first rounds are left out: what is compiled and cached on the way is not the kind's.
  for (let round = -20; round < rounds; round++) {
    for (const at of shuffled(kinds.length)) {
      const kind = kinds[at]
      if (!kind) continue
      await database.pool.query('delete from login_attempt')
      const took = await timed(url, kind.address, kind.secret)
      if (round >= 0) times[at]?.push(took)
    }
  }
  return times
}

function show(times: readonly number[][]): void {
  const [base = []] = times
  const load = loadavg()[0]?.toFixed(1)
  stdout.write(
    `${cpus()[0]?.model}, ${cpus().length} cores, load ${load}, Node ${version}; n = ${rounds} each\n\n` +
      '| attempt | median, ms | fastest tenth below, ms | slower than the first | p |\n|---|---|---|---|---|\n',
  )
  for (const [at, { name }] of kinds.entries()) {
    const own = times[at] ?? []
    const { share, p } = compared(base, own)
    const [middle, fast] = [0.5, 0.1].map((of) => beside(quantile(own, of), quantile(base, of)))
    const told =
      at === 0 ? ' | ' : `${(share * 100).toFixed(1)} % | ${p < 0.001 ? '< 0.001' : p.toFixed(3)}`
    stdout.write(`| ${name} | ${middle} | ${fast} | ${told} |\n`)
  }
}

const folder = mkdtempSync(join(tmpdir(), 'giaoban-timing-'))
chmodSync(folder, 0o711)
const running = await openEverything({ dataFolder: join(folder, 'data'), databaseUrl: null })
try {
  await fill(running.database)
  const settings = {
    ...{ secure: false, trustProxy: false, webFolder: null, graceDays: null, sso: null },
    factorKey: Buffer.alloc(32, 7),
  }
  const app = createServer({ settings, database: running.database, log: pino({ level: 'silent' }) })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  show(await measure(running.database, `http://127.0.0.1:${port}`))
  await new Promise((resolve) => server.close(resolve))
} finally {
  await running.close()
  rmSync(folder, { recursive: true, force: true })
}
