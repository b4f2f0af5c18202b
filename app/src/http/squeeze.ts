// Answers in JSON, compressed where that saves a slow line something.
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import type { Env } from './context.ts'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** What fits into the first packets of an answer is not worth it. */
const least = 1400

/** Quick rather than small: 600 kB take some 10 ms, beside the thread that answers. */
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/** The best coding of those that a client takes, or null: brotli, which browsers offer over TLS, else gzip. */
export function codingOf(c: Context): 'br' | 'gzip' | null {
  const accepted = c.req.header('accept-encoding') ?? ''
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : null
}

/**
 * Compresses what is read as JSON. Not the session: its answer holds the token that writes are made with, and the
 * size of a compressed answer says something about what is in it.
 */
export function squeezeAnswers(): MiddlewareHandler<Env> {
  return async function squeeze(c, next) {
    await next()
    if (!mayBeSqueezed(c)) return
    c.res.headers.append('Vary', 'Accept-Encoding')
    const coding = codingOf(c)
    if (!coding) return
    const plain = Buffer.from(await c.res.arrayBuffer())
    let sent = plain
    if (plain.length >= least) {
      c.res.headers.set('Content-Encoding', coding)
      sent = coding === 'br' ? await brotli(plain, quick) : await zip(plain)
    }
    c.res = new Response(new Uint8Array(sent), c.res)
  }
}

const mayBeSqueezed = (c: Context<Env>): boolean =>
  c.req.method === 'GET' &&
  c.res.status === 200 &&
  !c.req.path.startsWith('/api/session') &&
  /^application\/(json|feed\+json)\b/.test(c.res.headers.get('content-type') ?? '')
