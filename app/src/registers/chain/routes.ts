// The review of earlier conclusions, and the chain, over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { create, type Env, type Parts } from '../../http/context.ts'
import { placeReview } from './placing-store.ts'
import { reviewRoutes } from './review-contract.ts'
import { getReview } from './review-store.ts'

export function chainRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(reviewRoutes.get, async (c) => {
    const { of } = c.req.valid('query')
    const review = await getReview(db, c.get('actor'), c.req.valid('param').id, of)
    return c.json({ review }, 200)
  })

  app.openapi(reviewRoutes.place, async (c) => {
    const { id } = c.req.valid('param')
    const { body, status } = await create(c, parts, {}, async (tx, actor) => ({
      status: 201,
      body: { item: await placeReview(tx, actor, id) },
    }))
    return c.json(body, status)
  })
}
