// The review of earlier conclusions, and the chain, over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { chainRoutes } from './contract.ts'
import { setLink } from './link-store.ts'
import { getChain } from './nodes-store.ts'
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

  app.openapi(chainRoutes.get, async (c) => {
    const { kind, id } = c.req.valid('query')
    return c.json({ chain: await getChain(db, c.get('actor'), kind, id) }, 200)
  })

  app.openapi(chainRoutes.link, async (c) => {
    const given = c.req.valid('json')
    const version = await change(c, parts, (tx, actor, expected) =>
      setLink(tx, actor, expected, given),
    )
    return c.json({ version }, 200)
  })
}
