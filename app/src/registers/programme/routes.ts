// The work programme over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { programmeRoutes } from './contract.ts'
import { placeEntries } from './placing-store.ts'
import { addEntry, carryEntry, changeEntry, dropEntry, listEntries } from './store.ts'

export function programmeRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(programmeRoutes.list, async (c) =>
    c.json({ entries: await listEntries(db, c.get('actor'), c.req.valid('query').year) }, 200),
  )

  app.openapi(programmeRoutes.add, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { entry: await addEntry(tx, actor, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(programmeRoutes.change, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const entry = await change(c, parts, (tx, actor, version) =>
      changeEntry(tx, actor, id, version, given),
    )
    return c.json({ entry }, 200)
  })

  app.openapi(programmeRoutes.drop, async (c) => {
    const { id } = c.req.valid('param')
    const { reason } = c.req.valid('json')
    const entry = await change(c, parts, (tx, actor, version) =>
      dropEntry(tx, actor, id, version, reason),
    )
    return c.json({ entry }, 200)
  })

  app.openapi(programmeRoutes.carry, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const entry = await change(c, parts, (tx, actor, version) =>
      carryEntry(tx, actor, id, version, given),
    )
    return c.json({ entry }, 200)
  })

  app.openapi(programmeRoutes.place, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { entries: await placeEntries(tx, actor, id, given.entryIds) },
    }))
    return c.json(body, status)
  })
}
