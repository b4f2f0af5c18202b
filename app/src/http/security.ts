// Headers of every answer, and how much a request may send.
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Problem } from '../problem.ts'
import type { Env } from './context.ts'

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Only our own scripts, no framing, no sniffing, no referrer; HSTS where the connection is TLS. */
export function securityHeaders(secure: boolean): MiddlewareHandler<Env> {
  return async function headers(c, next) {
    await next()
    c.header('Content-Security-Policy', policy)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('X-Frame-Options', 'DENY')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
    c.header('Cross-Origin-Opener-Policy', 'same-origin')
    c.header('Cross-Origin-Resource-Policy', 'same-origin')
    if (secure) c.header('Strict-Transport-Security', 'max-age=31536000')
    if (c.req.path.startsWith('/api/') && !c.res.headers.has('Cache-Control')) {
      c.header('Cache-Control', 'private, no-store')
    }
  }
}

const megabyte = 1024 * 1024

/** Where files come in. */
const takesFiles =
  /^\/api\/(documents|session-items\/[^/]+\/papers|papers\/[^/]+\/versions|notices\/[^/]+\/(signed|compare))$/

/** 21 MB for uploads (20 MB of file and its form), 1 MB for everything else. */
export function limitBody(): MiddlewareHandler<Env> {
  const tooLarge = (limitMegabytes: number) => () => {
    throw new Problem('fileTooLarge', { limitMegabytes })
  }
  const upload = bodyLimit({ maxSize: 21 * megabyte, onError: tooLarge(20) })
  const other = bodyLimit({ maxSize: megabyte, onError: tooLarge(1) })
  return (c, next) => (takesFiles.test(c.req.path) ? upload(c, next) : other(c, next))
}
