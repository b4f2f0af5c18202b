// Who may do what, over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env, Parts } from '../../http/context.ts'
import { accessRoutes } from './contract.ts'
import { explainRecord } from './store.ts'

export function accessRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  app.openapi(accessRoutes.explain, async (c) => {
    const { kind, id } = c.req.valid('query')
    return c.json(await explainRecord(parts.database.db, c.get('actor'), kind, id ?? null), 200)
  })
}
