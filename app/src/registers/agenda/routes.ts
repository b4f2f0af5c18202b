// The agenda of a conference over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { agendaRoutes } from './contract.ts'
import { addItem, changeItem, listItems } from './store.ts'

export function agendaRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(agendaRoutes.list, async (c) =>
    c.json({ items: await listItems(db, c.get('actor'), c.req.valid('param').id) }, 200),
  )

  app.openapi(agendaRoutes.add, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { item: await addItem(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(agendaRoutes.change, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const item = await change(c, parts, (tx, actor, version) =>
      changeItem(tx, actor, id, version, given),
    )
    return c.json({ item }, 200)
  })
}
