// Findings over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { create, type Env, expectedVersion, type Parts } from '../http/context.ts'
import { confirmFinding, rejectFinding, undoDecision } from './confirm.ts'
import { confirmMany } from './confirm-many.ts'
import { findingRoutes } from './contract.ts'
import { addFinding } from './propose.ts'
import { reasonsOf } from './reasons.ts'
import { listFindings } from './store.ts'

export function findingRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  app.openapi(findingRoutes.list, async (c) =>
    c.json(await listFindings(parts.database.db, c.get('actor'), c.req.valid('param').id), 200),
  )

  app.openapi(findingRoutes.reasons, async (c) =>
    c.json(await reasonsOf(parts.database.db, c.get('actor'), c.req.valid('param').id), 200),
  )

  app.openapi(findingRoutes.add, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { finding: await addFinding(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(findingRoutes.confirm, async (c) => {
    const { id } = c.req.valid('param')
    const { edits } = c.req.valid('json')
    const version = expectedVersion(c as unknown as Context<Env>)
    const { body } = await create(c, parts, { edits, version }, async (tx, actor) => ({
      status: 200,
      body: { finding: await confirmFinding(tx, actor, id, version, edits) },
    }))
    return c.json(body, 200)
  })

  app.openapi(findingRoutes.reject, async (c) => {
    const { id } = c.req.valid('param')
    const { reason } = c.req.valid('json')
    const version = expectedVersion(c as unknown as Context<Env>)
    const { body } = await create(c, parts, { reason, version }, async (tx, actor) => ({
      status: 200,
      body: { finding: await rejectFinding(tx, actor, id, version, reason) },
    }))
    return c.json(body, 200)
  })

  app.openapi(findingRoutes.undo, async (c) => {
    const { id } = c.req.valid('param')
    const version = expectedVersion(c as unknown as Context<Env>)
    const { body } = await create(c, parts, { version }, async (tx, actor) => ({
      status: 200,
      body: { finding: await undoDecision(tx, actor, id, version) },
    }))
    return c.json(body, 200)
  })

  app.openapi(findingRoutes.confirmCertain, async (c) => {
    const { id } = c.req.valid('param')
    const { findings } = c.req.valid('json')
    const { body } = await create(c, parts, findings, async (tx, actor) => ({
      status: 200,
      body: await confirmMany(tx, actor, id, findings),
    }))
    return c.json(body, 200)
  })
}
