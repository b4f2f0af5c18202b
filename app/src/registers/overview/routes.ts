// The overview over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env, Parts } from '../../http/context.ts'
import { unitCard } from './card-store.ts'
import { overviewRoutes } from './contract.ts'
import { overviewOf } from './overview-store.ts'
import { unitRoutes } from './units-contract.ts'
import { indicatorUnits, unitMap } from './units-store.ts'

export function overviewRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(overviewRoutes.get, async (c) =>
    c.json({ overview: await overviewOf(db, c.get('actor')) }, 200),
  )

  app.openapi(unitRoutes.map, async (c) =>
    c.json(await unitMap(db, c.get('actor'), c.req.valid('query')), 200),
  )

  app.openapi(unitRoutes.indicator, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await indicatorUnits(db, c.get('actor'), id, c.req.valid('query')), 200)
  })

  app.openapi(unitRoutes.unit, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await unitCard(db, c.get('actor'), id, c.req.valid('query')), 200)
  })
}
