// Conferences over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { change, type Env, type Parts } from '../../http/context.ts'
import { conferenceRoutes } from './contract.ts'
import { changeConference, getConference, listConferences } from './store.ts'

export function conferenceRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(conferenceRoutes.list, async (c) =>
    c.json({ conferences: await listConferences(db, c.get('actor')) }, 200),
  )

  app.openapi(conferenceRoutes.get, async (c) =>
    c.json(await getConference(db, c.get('actor'), c.req.valid('param').id), 200),
  )

  app.openapi(conferenceRoutes.change, async (c) => {
    const { id } = c.req.valid('param')
    const conference = await change(c, parts, (tx, actor, version) =>
      changeConference(tx, actor, id, version, c.req.valid('json')),
    )
    return c.json({ conference }, 200)
  })
}
