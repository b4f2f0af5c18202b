// Search over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env, Parts } from '../http/context.ts'
import { searchRoutes } from './contract.ts'
import { search } from './store.ts'

export function searchRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  app.openapi(searchRoutes.search, async (c) => {
    const { q = '', kind } = c.req.valid('query')
    return c.json({ results: await search(parts.database.db, c.get('actor'), q, kind) }, 200)
  })
}
