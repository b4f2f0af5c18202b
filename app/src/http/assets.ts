// The built screens: index.html for every page, hashed assets for a year, brotli made once and kept.
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import type { Env } from './context.ts'
import { codingOf } from './squeeze.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

const squeezed = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest'])
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

interface Asset {
  plain: Buffer
  br: Buffer | null
  gzip: Buffer | null
  type: string
}

/** Serves the screens; unknown paths without a file ending get index.html, others fall through to 404. */
export function serveScreens(folder: string): MiddlewareHandler<Env> {
  const kept = new Map<string, Asset>()
  return async function screens(c, next) {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const path = pathOf(c.req.path)
    if (path === null) return next()
    const wanted = extname(path) === '' ? `${sep}index.html` : path
    const asset = await load(wanted)
    if (!asset) return next()
    return send(c, asset, wanted.startsWith(`${sep}assets${sep}`))
  }

  async function load(path: string): Promise<Asset | null> {
    const known = kept.get(path)
    if (known) return known
    if (path.includes('..')) return null
    let plain: Buffer
    try {
      plain = await readFile(join(folder, path))
    } catch (error) {
      if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) {
        return null
      }
      throw error
    }
    const ending = extname(path)
    const squeeze = squeezed.has(ending)
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }
    const asset: Asset = {
      plain,
      br: squeeze ? await brotli(plain, quality) : null,
      gzip: squeeze ? await zip(plain) : null,
      type: types[ending] ?? 'application/octet-stream',
    }
    kept.set(path, asset)
    return asset
  }
}

/** The path without its escapes; null where it is none that a file could have. */
function pathOf(given: string): string | null {
  try {
    const path = normalize(decodeURIComponent(given))
    return path.includes('\0') ? null : path
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

function send(c: Context, asset: Asset, hashed: boolean): Response {
  const coding = codingOf(c)
  c.header('Content-Type', asset.type)
  c.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  c.header('Vary', 'Accept-Encoding')
  const packed = coding && asset[coding]
  if (packed) {
    c.header('Content-Encoding', coding)
    return c.body(new Uint8Array(packed))
  }
  return c.body(new Uint8Array(asset.plain))
}
