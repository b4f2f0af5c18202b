// The access log over HTTP: written behind every answer that its table names, read on one route.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import type { Env, Parts } from '../../http/context.ts'
import { routeOf } from '../../http/denials.ts'
import { accessLogRoutes } from './contract.ts'
import { loggedRoutes } from './logged.ts'
import { listAccesses, noteAccess } from './store.ts'

/**
 * Notes each answered reading before the answer goes out. Where the entry cannot be written the answer
 * is not given.
 */
export function noteAccesses(parts: Parts): MiddlewareHandler<Env> {
  return async function access(c, next) {
    await next()
    if (!['GET', 'HEAD'].includes(c.req.method) || c.res.status >= 300) return
    const actor = c.get('actor')
    const route = routeOf(c)
    const logged = loggedRoutes[route]
    if (!logged || 'not' in logged || actor.accountId === null) return
    const asked = new URL(c.req.url).searchParams
    const detail = (logged.query ?? []).flatMap((name) => {
      const value = asked.get(name)
      return value ? `${name}=${value}` : []
    })
    await noteAccess(parts.database.db, actor, {
      action: logged.action,
      kind: logged.kind,
      id: c.req.path.split('/')[route.split('/').indexOf('{id}')] ?? null,
      detail: detail.length > 0 ? detail.join('&') : null,
    })
  }
}

export function accessLogRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  app.openapi(accessLogRoutes.list, async (c) =>
    c.json(await listAccesses(parts.database.db, c.get('actor'), c.req.valid('query')), 200),
  )
}
