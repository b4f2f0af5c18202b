// The record over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env, Parts } from '../http/context.ts'
import { recordRoutes } from './contract.ts'
import { listRecord, verifyRecord } from './store.ts'

export function recordRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  app.openapi(recordRoutes.list, async (c) => {
    const { subjectKind, subjectId } = c.req.valid('query')
    const subject = subjectKind && subjectId ? { kind: subjectKind, id: subjectId } : null
    return c.json({ changes: await listRecord(parts.database.db, c.get('actor'), subject) }, 200)
  })

  app.openapi(recordRoutes.verify, async (c) =>
    c.json(await verifyRecord(parts.database.db, c.get('actor')), 200),
  )
}
