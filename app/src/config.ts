// Every environment variable and every switch of the server, read once.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { StartProblem } from './database/problem.ts'
import type { SsoSettings } from './http/provider.ts'
import type { MailSettings } from './post/send.ts'
import { isMailAddress } from './registers/mail/notification.ts'

export interface Config {
  /** The checkout or installation, for `samples/` and the built screens. */
  root: string
  dataFolder: string
  host: string
  port: number
  /** A PostgreSQL server of one's own instead of the embedded one. */
  databaseUrl: string | null
  tls: { certificate: string; key: string } | null
  /** True where a reverse proxy in front of us ends TLS and sets X-Forwarded-For. */
  proxy: boolean
  /** Load and serve the sample province, in a data folder of its own. */
  sample: boolean
  /** Days until roles that need a second factor cannot sign in without; null: they can. */
  graceDays: number | null
  /** The identity provider people may sign in through. */
  sso: SsoSettings | null
  /** The mail server that mails go out through; null: none are made. */
  mail: MailSettings | null
  logLevel: string
}

export const root = resolve(import.meta.dirname, '../..')

/**
 * Switches win over variables:
 * --data GIAOBAN_DATA · --host GIAOBAN_HOST · --port GIAOBAN_PORT · --sample ·
 * GIAOBAN_SMTP_URL, GIAOBAN_MAIL_FROM with GIAOBAN_URL ·
 * GIAOBAN_OIDC_ISSUER, _CLIENT, _SECRET, _NAME with GIAOBAN_URL · GIAOBAN_SECOND_FACTOR (days of grace, or off) · DATABASE_URL · GIAOBAN_TLS_CERT + GIAOBAN_TLS_KEY · GIAOBAN_PROXY=1 · GIAOBAN_LOG.
 * `StartProblem` for a switch that is not one, a port that is none, or http beyond loopback.
 */
export function readConfig(args: readonly string[], env: NodeJS.ProcessEnv): Config {
  const { values } = switches(args)
  const sample = values.sample === true
  const port = Number(values.port ?? env.GIAOBAN_PORT ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new StartProblem(
      `Cổng "${values.port ?? env.GIAOBAN_PORT}" không hợp lệ. Dùng một số từ 1 đến 65535.`,
      `"${values.port ?? env.GIAOBAN_PORT}" is no port. Use a number from 1 to 65535.`,
    )
  }
  const given = values.data ?? env.GIAOBAN_DATA
  const certificate = env.GIAOBAN_TLS_CERT
  const key = env.GIAOBAN_TLS_KEY
  if ((certificate === undefined) !== (key === undefined)) {
    throw new StartProblem(
      'GIAOBAN_TLS_CERT và GIAOBAN_TLS_KEY phải đi cùng nhau: mới đặt một trong hai. Đặt cả hai để phục vụ https, hoặc bỏ cả hai.',
      'GIAOBAN_TLS_CERT and GIAOBAN_TLS_KEY belong together: only one is set. Set both to serve https, or neither.',
    )
  }
  const config: Config = {
    root,
    dataFolder: given ? resolve(env.INIT_CWD ?? '.', given) : defaultFolder(sample),
    host: values.host ?? env.GIAOBAN_HOST ?? '127.0.0.1',
    port,
    databaseUrl: env.DATABASE_URL || null,
    tls: certificate && key ? { certificate, key } : null,
    proxy: env.GIAOBAN_PROXY === '1',
    sample,
    sso: ssoIn(env),
    mail: mailIn(env),
    graceDays: graceIn(env.GIAOBAN_SECOND_FACTOR, sample),
    logLevel: env.GIAOBAN_LOG ?? 'warn',
  }
  if (!isLoopback(config.host) && !config.tls && !config.proxy) {
    throw new StartProblem(
      `Không phục vụ http ngoài máy này (${config.host}): mật khẩu sẽ đi trần trên mạng. Đặt GIAOBAN_TLS_CERT và GIAOBAN_TLS_KEY, hoặc GIAOBAN_PROXY=1 nếu có máy chủ proxy lo TLS. Xem docs/operations.md.`,
      `Plain http is not served beyond this machine (${config.host}): passwords would travel open. Set GIAOBAN_TLS_CERT and GIAOBAN_TLS_KEY, or GIAOBAN_PROXY=1 behind a proxy that ends TLS. See docs/operations.md.`,
    )
  }
  return config
}

/** All of it or nothing; the provider over https, but for one on this machine. */
function ssoIn(env: NodeJS.ProcessEnv): SsoSettings | null {
  const issuer = env.GIAOBAN_OIDC_ISSUER
  if (!issuer) return null
  const clientId = env.GIAOBAN_OIDC_CLIENT
  const clientSecret = env.GIAOBAN_OIDC_SECRET
  const url = publicUrl(env)
  if (!clientId || !clientSecret || !url || !isSafe(issuer) || !isSafe(url)) {
    throw new StartProblem(
      'Đăng nhập một lần cần đủ GIAOBAN_OIDC_ISSUER (https), GIAOBAN_OIDC_CLIENT, GIAOBAN_OIDC_SECRET và GIAOBAN_URL (địa chỉ công khai https của máy chủ này). Đặt đủ cả bốn, hoặc bỏ GIAOBAN_OIDC_ISSUER.',
      'Single sign-on needs GIAOBAN_OIDC_ISSUER (https), GIAOBAN_OIDC_CLIENT, GIAOBAN_OIDC_SECRET and GIAOBAN_URL (the public https address of this server). Set all four, or leave GIAOBAN_OIDC_ISSUER out.',
    )
  }
  return {
    issuer,
    clientId,
    clientSecret,
    url,
    name: env.GIAOBAN_OIDC_NAME || new URL(issuer).host,
  }
}

const publicUrl = (env: NodeJS.ProcessEnv): string | undefined =>
  env.GIAOBAN_URL?.replace(/\/+$/, '')

/** https, or http on this machine. */
function isSafe(address: string | undefined): boolean {
  if (!address || !URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

/**
 * smtps://user:password@host (TLS from the start, 465) or smtp://… (STARTTLS is asked for, 587); ?ca=FILE for a certificate
 * of one's own authority, ?tls=none where the line is closed by other means. On this machine smtp:// is plain (25).
 */
function mailIn(env: NodeJS.ProcessEnv): MailSettings | null {
  const given = env.GIAOBAN_SMTP_URL
  if (!given) return null
  const server = URL.canParse(given) ? new URL(given) : null
  const from = /^(?:(.*?)\s*<([^<>]+)>|([^<>]+))$/.exec(env.GIAOBAN_MAIL_FROM?.trim() ?? '')
  const address = from?.[2] ?? from?.[3] ?? ''
  const url = publicUrl(env)
  const known = server !== null && /^smtps?:$/.test(server.protocol) && server.hostname !== ''
  const tls = server?.searchParams.get('tls') ?? null
  const user = decoded(server?.username ?? '')
  const password = decoded(server?.password ?? '')
  if (
    !known ||
    (tls !== null && tls !== 'none') ||
    user === undefined ||
    password === undefined ||
    !isMailAddress(address) ||
    !url ||
    !isSafe(url)
  ) {
    throw new StartProblem(
      'Gửi thư cần đủ GIAOBAN_SMTP_URL (smtps://người_dùng:mật_khẩu@máy_chủ:465 hoặc smtp://…:587), GIAOBAN_MAIL_FROM (Giao Ban <giaoban@tinh.gov.vn>) và GIAOBAN_URL (địa chỉ công khai https của máy chủ này). Đặt đủ cả ba, hoặc bỏ GIAOBAN_SMTP_URL. Xem docs/mail.md.',
      'Mail needs GIAOBAN_SMTP_URL (smtps://user:password@host:465 or smtp://…:587), GIAOBAN_MAIL_FROM (Giao Ban <giaoban@tinh.gov.vn>) and GIAOBAN_URL (the public https address of this server). Set all three, or leave GIAOBAN_SMTP_URL out. See docs/mail.md.',
    )
  }
  const implicit = server.protocol === 'smtps:'
  const host = server.hostname.replace(/^\[|\]$/g, '')
  const plain = !implicit && (tls === 'none' || isLoopback(host))
  const usual = implicit ? 465 : plain ? 25 : 587
  return {
    server: {
      host,
      port: server.port === '' ? usual : Number(server.port),
      tls: implicit ? 'implicit' : plain ? 'none' : 'starttls',
      ca: certificateIn(server.searchParams.get('ca')),
      user,
      password,
    },
    from: { name: from?.[1]?.replace(/^"|"$/g, '') || 'Giao Ban', address },
    url,
  }
}

/** A part of an address without its percent signs; null where it is empty, undefined where it is none (`100%`). */
function decoded(part: string): string | null | undefined {
  try {
    return decodeURIComponent(part) || null
  } catch {
    return undefined
  }
}

function certificateIn(file: string | null): string | null {
  if (file === null) return null
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const why = (error as Error).message
    throw new StartProblem(
      `Không đọc được tệp chứng thư trong GIAOBAN_SMTP_URL (?ca=): ${why}.`,
      `The certificate file in GIAOBAN_SMTP_URL (?ca=) cannot be read: ${why}.`,
      error,
    )
  }
}

/** Days from the grant of a role; the sample, whose passwords stand on the terminal, asks nobody. */
function graceIn(given: string | undefined, sample: boolean): number | null {
  const value = given ?? (sample ? 'off' : '14')
  if (value === 'off') return null
  if (/^\d{1,3}$/.test(value)) return Number(value)
  throw new StartProblem(
    `GIAOBAN_SECOND_FACTOR="${value}" không hợp lệ. Viết số ngày được chờ trước khi bắt buộc xác thực hai bước (0 đến 999), hoặc off.`,
    `GIAOBAN_SECOND_FACTOR="${value}" is not understood. Write the days until a second factor is needed (0 to 999), or off.`,
  )
}

function switches(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        host: { type: 'string' },
        port: { type: 'string' },
        sample: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new StartProblem(
      `Không hiểu tham số: ${(error as Error).message}\nDùng: npm start -- [--sample] [--port SỐ] [--data THƯ_MỤC] [--host ĐỊA_CHỈ]`,
      `Switch not understood: ${(error as Error).message}\nUse: npm start -- [--sample] [--port NUMBER] [--data FOLDER] [--host ADDRESS]`,
      error,
    )
  }
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

/**
 * Root's own folders are closed to the user PostgreSQL runs as, so root's data lies in /var/lib;
 * anybody else's in the home folder. Named by the checkout, so that two do not meet.
 */
function defaultFolder(sample: boolean): string {
  const id = createHash('sha256').update(root).digest('hex').slice(0, 8)
  const name = sample ? `${id}-sample` : id
  return process.getuid?.() === 0
    ? join('/var/lib/giaoban', name)
    : join(homedir(), '.local', 'share', 'giaoban', name)
}
