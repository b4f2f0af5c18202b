// Over the network: https with certificate files, behind a proxy, the line to a PostgreSQL elsewhere (D11),
// and what is refused at the start.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest, type RequestOptions } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemUser } from '../database/binaries.ts'
import { type Embedded, startEmbedded } from '../database/embedded.ts'

const main = join(import.meta.dirname, '../main.ts')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'giaoban-network-'))
  chmodSync(folder, 0o755)
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
      ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
      ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')],
    ],
    { stdio: 'ignore' },
  )
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function start(env: Record<string, string>, ...args: string[]): ChildProcess {
  const { DATABASE_URL: _, ...own } = process.env
  return spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      main,
      '--port',
      '0',
      '--data',
      join(folder, 'data'),
      ...args,
    ],
    { env: { ...own, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
}

/** The address that the server prints, with the set-up token after the first start. */
async function opened(child: ChildProcess): Promise<URL> {
  let errors = ''
  child.stderr?.on('data', (chunk) => {
    errors += chunk
  })
  if (!child.stdout) throw new Error('no output')
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /Giao Ban: (\S+)/.exec(line)?.[1]
    if (address) return new URL(address)
  }
  throw new Error(`the server did not start:\n${errors}`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

interface Reply {
  status: number
  headers: Record<string, string | string[] | undefined>
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
  body: any
}

function ask(url: URL, options: RequestOptions, body?: string | Buffer): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === 'https:'
    const call = (secure ? httpsRequest : httpRequest)(
      url,
      { ...options, ...(secure ? { ca: readFileSync(join(folder, 'cert.pem')) } : {}) },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          const json = String(response.headers['content-type']).includes('json')
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: json ? JSON.parse(text) : text,
          })
        })
      },
    )
    call.on('error', reject)
    call.end(body)
  })
}

const account = { address: 'chanh@dong-ha', password: 'một câu thật dài' }
const json = { 'content-type': 'application/json' }

describe('https with certificate files', () => {
  let child: ChildProcess
  let address: URL
  let session: Record<string, string> = {}

  beforeAll(async () => {
    const tls = {
      GIAOBAN_TLS_CERT: join(folder, 'cert.pem'),
      GIAOBAN_TLS_KEY: join(folder, 'key.pem'),
    }
    child = start(tls, '--host', '0.0.0.0')
    address = await opened(child)
    address.hostname = 'localhost'
  })

  afterAll(() => stop(child))

  test('sets up over TLS, with cookies bound to host and TLS', async () => {
    expect(address.protocol).toBe('https:')
    const token = address.hash.replace('#token=', '')
    const { status, headers, body } = await ask(
      new URL('/api/setup', address),
      { method: 'POST', headers: { ...json, origin: address.origin } },
      JSON.stringify({ token, provinceName: 'Tỉnh Đông Hà', name: 'Chánh Văn phòng', ...account }),
    )
    expect(status, JSON.stringify(body)).toBe(200)
    const cookie = String(headers['set-cookie']?.[0])
    expect(cookie).toMatch(/^__Host-giaoban=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    session = { cookie: cookie.split(';')[0] ?? '', 'x-csrf-token': body.csrfToken }
    const own = await ask(new URL('/api/session', address), { headers: session })
    expect(own.body).toMatchObject({
      signedIn: true,
      account: { roles: [{ role: 'administrator' }] },
    })
  })

  test('plain http on its port is no session', async () => {
    const plain = new URL('/api/session', address)
    plain.protocol = 'http:'
    await expect(ask(plain, {})).rejects.toThrow()
  })

  test('old TLS is refused', async () => {
    const old: RequestOptions = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' }
    await expect(ask(new URL('/api/session', address), old)).rejects.toThrow()
  })

  test('an upload of 30 MB is answered, not cut off', async () => {
    const made = await ask(
      new URL('/api/accounts', address),
      { method: 'POST', headers: { ...json, ...session, 'idempotency-key': 'a' } },
      JSON.stringify({ address: 'office@dong-ha', name: 'Văn phòng', role: 'office' }),
    )
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const issued = await ask(
      new URL('/api/session-codes', address),
      { method: 'POST', headers: { ...json, ...session } },
      JSON.stringify({ accounts: [made.body.account.id], days: 1 }),
    )
    const begun = await ask(
      new URL('/api/session', address),
      { method: 'POST', headers: json },
      JSON.stringify({ address: 'office@dong-ha', password: issued.body.codes[0].code }),
    )
    const office = await ask(
      new URL('/api/session/choose-password', address),
      {
        method: 'POST',
        headers: {
          ...json,
          cookie: String(begun.headers['set-cookie']).split(';')[0] ?? '',
          'x-csrf-token': begun.body.csrfToken,
        },
      },
      JSON.stringify({ password: account.password }),
    )
    const cookie = String(office.headers['set-cookie']).split(';')[0] ?? ''
    const { status, body } = await ask(
      new URL('/api/documents', address),
      {
        method: 'POST',
        headers: {
          ...{ cookie, 'x-csrf-token': office.body.csrfToken, 'idempotency-key': 'b' },
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': 30 * 1024 * 1024,
        },
      },
      Buffer.alloc(30 * 1024 * 1024, 97),
    )
    expect([status, body.code]).toEqual([413, 'fileTooLarge'])
  })
})

test('behind a proxy: plain http inside, cookies for TLS outside, its word for who asks', async () => {
  const child = start({ GIAOBAN_PROXY: '1' })
  try {
    const address = await opened(child)
    const { status, headers, body } = await ask(
      new URL('/api/session', address),
      {
        method: 'POST',
        headers: {
          ...json,
          origin: 'https://giaoban.example',
          'x-forwarded-host': 'giaoban.example',
          'x-forwarded-proto': 'https',
          'x-forwarded-for': '203.0.113.7',
        },
      },
      JSON.stringify(account),
    )
    expect(status, JSON.stringify(body)).toBe(200)
    expect(String(headers['set-cookie'])).toMatch(/^__Host-giaoban=.*; Secure/)
  } finally {
    await stop(child)
  }
})

/** What the server said in refusing to start. */
async function refused(env: Record<string, string>, ...args: string[]): Promise<string> {
  const child = start(env, ...args)
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(child, 'close')
  expect(code, said).toBe(1)
  return said
}

describe('what is refused at the start, in both languages', () => {
  test('plain http beyond this machine', async () => {
    const said = await refused({}, '--host', '0.0.0.0')
    expect(said).toMatch(/mật khẩu sẽ đi trần/)
    expect(said).toMatch(/passwords would travel open/)
  })

  test('half of a certificate', async () => {
    expect(await refused({ GIAOBAN_TLS_CERT: join(folder, 'cert.pem') })).toMatch(/belong together/)
  })

  test('certificate files that are none, or of another key', async () => {
    const wrong = join(folder, 'wrong.pem')
    writeFileSync(wrong, 'not a certificate')
    const key = join(folder, 'key.pem')
    for (const certificate of [wrong, join(folder, 'missing.pem')]) {
      const said = await refused({ GIAOBAN_TLS_CERT: certificate, GIAOBAN_TLS_KEY: key })
      expect(said).toMatch(/GIAOBAN_TLS_CERT[\s\S]*cannot be used/)
      expect(said).not.toMatch(/\n\s+at /)
    }
  })
})

describe('a PostgreSQL of one’s own', () => {
  let postgres: Embedded
  let own = ''

  beforeAll(async () => {
    own = mkdtempSync(join(tmpdir(), 'giaoban-tls-'))
    chmodSync(own, 0o711)
    const files = { cert: join(own, 'cert.pem'), key: join(own, 'key.pem') }
    for (const [kind, file] of Object.entries(files)) {
      copyFileSync(join(folder, `${kind}.pem`), file)
      chmodSync(file, 0o600)
      const user = systemUser()
      if (user) chownSync(file, user.uid, user.gid)
    }
    // Without a socket's path it listens on this machine's own address, where TLS can be had.
    const data = join(own, 'x'.repeat(120))
    mkdirSync(data)
    postgres = await startEmbedded(data, [
      ...['-c', 'ssl=on', '-c', `ssl_cert_file=${files.cert}`, '-c', `ssl_key_file=${files.key}`],
    ])
  }, 120_000)

  afterAll(async () => {
    await postgres?.stop()
    rmSync(own, { recursive: true, force: true })
  })

  const url = (more: string): string => {
    const { user, password, host, port, database } = postgres.connection
    return `postgres://${user}:${password}@${host}:${port}/${database}${more}`
  }
  const trusted = () => `&sslrootcert=${encodeURIComponent(join(folder, 'cert.pem'))}`

  test('on another machine, over an open line or with whoever answers: not asked at all', async () => {
    const modes = ['', '?sslmode=prefer', '?sslmode=allow', '?sslmode=no-verify']
    // An address of nobody: a connection to it would only time out.
    const all = modes.map((mode) => refused({ DATABASE_URL: `postgres://a:b@192.0.2.1/c${mode}` }))
    for (const said of await Promise.all(all)) {
      expect(said).toMatch(/phải nối qua TLS/)
      expect(said).toMatch(/is reached by TLS with its certificate checked/)
    }
  })

  test('with a certificate that nobody vouches for: refused', async () => {
    const said = await refused({ DATABASE_URL: url('?sslmode=verify-full') })
    expect(said).toMatch(/cannot be reached: self-signed certificate/)
  })

  test('with a certificate of another: refused', async () => {
    const another = join(own, 'another.pem')
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=another'],
        ...['-keyout', join(own, 'another-key.pem'), '-out', another],
      ],
      { stdio: 'ignore' },
    )
    const given = `?sslmode=verify-full&sslrootcert=${encodeURIComponent(another)}`
    const said = await refused({ DATABASE_URL: url(given) })
    expect(said).toMatch(/cannot be reached: self-signed certificate/)
  })

  test('with the right one: the line is closed, also for the application’s own role', async () => {
    const child = start({ DATABASE_URL: url(`?sslmode=verify-full${trusted()}`) })
    try {
      await opened(child)
      const client = new pg.Client(postgres.connection)
      await client.connect()
      const { rows } = await client.query(
        `select distinct ssl from pg_stat_ssl join pg_stat_activity using (pid) where application_name = 'giaoban'`,
      )
      await client.end()
      expect(rows).toEqual([{ ssl: true }])
    } finally {
      await stop(child)
    }
  })
})
