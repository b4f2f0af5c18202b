// The record over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env, Parts } from '../http/context.ts'
import { getInvitation } from '../registers/invitations/view-store.ts'
import { recordRoutes } from './contract.ts'
import { exportRecord } from './export.ts'
import { feedOf } from './feed.ts'
import { feedHeads, provinceOf } from './heads.ts'
import { historyOf } from './history.ts'
import { listRecord, verifyRecord } from './store.ts'

export function recordRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  app.openapi(recordRoutes.list, async (c) => {
    const { subjectKind, subjectId, before } = c.req.valid('query')
    const subject = subjectKind && subjectId ? { kind: subjectKind, id: subjectId } : null
    const { db } = parts.database
    return c.json(await listRecord(db, c.get('actor'), subject, before ?? null), 200)
  })

  app.openapi(recordRoutes.verify, async (c) =>
    c.json(await verifyRecord(parts.database.db, c.get('actor')), 200),
  )

  app.openapi(recordRoutes.history, async (c) => {
    const { kind, id } = c.req.valid('query')
    const { db } = parts.database
    return c.json(await historyOf(db, c.get('actor'), kind, id, getInvitation), 200)
  })

  app.openapi(recordRoutes.heads, async (c) => {
    const { province: slug, after } = c.req.valid('query')
    const province = await provinceOf(parts.database.db, 'slug', slug)
    const heads = await feedHeads(parts.database.db, province, after)
    c.header('Content-Type', 'application/feed+json; charset=utf-8')
    return c.body(JSON.stringify(feedOf(province, heads))) as never
  })

  app.openapi(recordRoutes.export, async (c) => {
    const lines = exportRecord(parts.database.db, c.get('actor'))
    // The first line asks the policy: a refusal is an answer of its own, not half a file.
    const first = await lines.next()
    c.header('Content-Type', 'application/jsonl; charset=utf-8')
    c.header('Content-Disposition', 'attachment; filename="record.jsonl"')
    return c.body(streamOf(first.value ?? '', lines)) as never
  })
}

/** A body that asks for the next lines when the client has taken the former. */
function streamOf(first: string, rest: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(first))
    },
    async pull(controller) {
      const { value, done } = await rest.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await rest.return(undefined)
    },
  })
}
