// Citations over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env, Parts } from '../../http/context.ts'
import { instrumentRoutes } from './contract.ts'
import { listCitations } from './store.ts'

export function instrumentRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  app.openapi(instrumentRoutes.list, async (c) =>
    c.json({ citations: await listCitations(parts.database.db, c.get('actor')) }, 200),
  )
}
