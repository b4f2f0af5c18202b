// The server: configuration, port, database, routes, and an orderly end.
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { type Logger, pino } from 'pino'
import { openEverything, type Running } from './boot.ts'
import { type Config, readConfig } from './config.ts'
import type { Database } from './database/open.ts'
import { StartProblem } from './database/problem.ts'
import { factorKey } from './factor-key.ts'
import { cutSlowBodies, serverOptions } from './http/patience.ts'
import { createServer } from './http/server.ts'
import { jobs } from './post/jobs.ts'
import { every, runJobs } from './post/schedule.ts'
import { sendDue } from './post/send.ts'
import { signDue, signEvery } from './record/daily.ts'
import { signingKey } from './record/signing-key.ts'
import { setMail } from './registers/mail/setting-store.ts'
import { createSetupToken } from './registers/people/provinces.ts'
import { loadSample } from './sample.ts'

type Fetch = (request: Request, env: unknown) => Response | Promise<Response>

/** How often it is looked whether a job or a mail is due, in milliseconds. */
const tick = 15_000

try {
  await start(readConfig(process.argv.slice(2), process.env))
} catch (error) {
  if (!(error instanceof StartProblem)) throw error
  endWith(error)
}

function endWith(problem: StartProblem): never {
  process.stderr.write(`${problem.vietnamese}\n${problem.english}\n`)
  process.exit(1)
}

/** Requests meanwhile get 503 and may be tried again; nothing that was acknowledged is lost. */
function sayEnded(how: string): void {
  process.stderr.write(
    `PostgreSQL đã tắt ngoài ý muốn (${how}); đang khởi động lại.\nPostgreSQL ended by itself (${how}); starting it again.\n`,
  )
}

function sayBack(): void {
  process.stderr.write('PostgreSQL đã hoạt động trở lại.\nPostgreSQL is back.\n')
}

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel }, pino.destination(2))
  // The port first: where it is taken, nothing else is touched.
  let answer: Fetch = () =>
    new Response('starting', { status: 503, headers: { 'retry-after': '1' } })
  const server = serverFor(config, (request, env) => answer(request, env))
  const port = await listen(server, config)

  let running: Running
  try {
    running = await openEverything(
      config,
      (error) => log.warn({ err: error }, 'database connection'),
      { ended: sayEnded, back: sayBack, lost: endWith },
    )
  } catch (error) {
    server.close()
    throw error
  }
  const { database } = running
  const stops: (() => Promise<void>)[] = []
  const ending = new AbortController()
  endInOrder(server, ending, async () => {
    for (const stop of stops) await stop()
    await running.close()
  })
  const app = createServer({
    settings: {
      secure: config.tls !== null || config.proxy,
      trustProxy: config.proxy,
      webFolder: join(config.root, 'app', 'dist', 'web'),
      factorKey: factorKey(config.dataFolder),
      graceDays: config.graceDays,
      sso: config.sso,
    },
    database,
    log,
    ending: ending.signal,
  })
  const accounts = config.sample ? await loadSample(database, config) : []
  const token = await createSetupToken(database.db)
  const { dataFolder } = config
  const signing = { database, dataFolder, key: signingKey(dataFolder) }
  const unsigned = (province: string, err: Error) =>
    log.error({ err, province }, 'no head was signed')
  stops.push(
    every(
      signEvery,
      () => signDue(signing, new Date(), unsigned),
      (err) => unsigned('', err),
    ),
    ...(await startPost(config, database, log, ending.signal)),
  )
  answer = (request, env) => app.fetch(request, env as never)
  const address = `${config.tls ? 'https' : 'http'}://${shownHost(config.host)}:${port}`
  for (const account of accounts) {
    process.stdout.write(`${account.address}  ${account.password}  (${account.role})\n`)
  }
  process.stdout.write(`Giao Ban: ${address}${token ? `/setup#token=${token}` : ''}\n`)
}

/** Jobs, and mail where a mail server is configured; what ends them. */
async function startPost(
  { mail }: Config,
  database: Database,
  log: Logger,
  ending: AbortSignal,
): Promise<(() => Promise<void>)[]> {
  await setMail(
    database.db,
    mail && { server: `${mail.server.host}:${mail.server.port}`, from: mail.from.address },
  )
  const failed = (err: Error) => log.warn({ err }, 'jobs or mail')
  const jobFailed = (job: string, err: Error) => log.error({ err, job }, 'a job failed')
  const uncomposed = (mailId: string, err: Error) =>
    log.error({ err, mail: mailId }, 'a mail could not be put into words')
  const work = () => runJobs(database, jobs, new Date(), jobFailed)
  const ticking = [every(tick, work, failed)]
  if (mail) {
    const send = () => sendDue(database, mail, () => new Date(), ending, uncomposed)
    ticking.push(every(tick, send, failed))
  }
  return ticking
}

function serverFor(config: Config, fetch: Fetch): Server {
  const server = adaptorFor(config, fetch)
  cutSlowBodies(server)
  return server
}

function adaptorFor(config: Config, fetch: Fetch): Server {
  if (!config.tls) {
    return createAdaptorServer({
      fetch: fetch as never,
      serverOptions: serverOptions(),
    }) as Server
  }
  try {
    const options = {
      ...serverOptions(),
      cert: readFileSync(config.tls.certificate),
      key: readFileSync(config.tls.key),
    }
    return createAdaptorServer({
      fetch: fetch as never,
      createServer: createHttps,
      serverOptions: options,
    } as never) as Server
  } catch (error) {
    const why = (error as Error).message
    throw new StartProblem(
      `Không dùng được chứng thư TLS (${why}). Kiểm tra GIAOBAN_TLS_CERT và GIAOBAN_TLS_KEY.`,
      `The TLS certificate cannot be used (${why}). Check GIAOBAN_TLS_CERT and GIAOBAN_TLS_KEY.`,
      error,
    )
  }
}

function listen(server: Server, config: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      const vi = taken ? 'đã có chương trình khác dùng' : error.message
      const en = taken ? 'is used by another program' : error.message
      reject(
        new StartProblem(
          `Cổng ${config.port} ${vi}. Chọn cổng khác: npm start -- --port ${config.port + 1}`,
          `Port ${config.port} ${en}. Choose another: npm start -- --port ${config.port + 1}`,
          error,
        ),
      )
    })
    server.listen(config.port, config.host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : config.port)
    })
  })
}

/** Requests under way are answered, then the database is closed; a second signal ends at once. */
function endInOrder(server: Server, ending: AbortController, close: () => Promise<void>): void {
  let since = 0
  const end = () => {
    // A terminal's Ctrl+C reaches us twice, directly and through the parent; a later one is meant.
    if (since && Date.now() - since > 1000) process.exit(1)
    if (since) return
    since = Date.now()
    ending.abort()
    server.close(() => {
      close().then(
        () => process.exit(0),
        (error: Error) => {
          process.stderr.write(`${error.message}\n`)
          process.exit(1)
        },
      )
    })
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 5000).unref()
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

function shownHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
