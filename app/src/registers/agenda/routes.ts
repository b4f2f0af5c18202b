// The agenda of a conference over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { addItem, changeItem } from './changing-store.ts'
import { agendaRoutes } from './contract.ts'
import { matterRoutes } from './matter-contract.ts'
import { carryItem, listMatters, setRoute } from './matter-store.ts'
import { checkItem, moveItem, putItemBack, takeItemOff } from './moving-store.ts'
import { listItems } from './store.ts'
import { templateRoutes } from './template-contract.ts'
import { listTemplates, saveTemplate, withdrawTemplate } from './template-store.ts'
import { versionRoutes } from './version-contract.ts'
import { approveAgenda, listVersions } from './version-store.ts'

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

  app.openapi(agendaRoutes.move, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const item = await change(c, parts, (tx, actor, version) =>
      moveItem(tx, actor, id, version, given),
    )
    return c.json({ item }, 200)
  })

  app.openapi(agendaRoutes.check, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const item = await change(c, parts, (tx, actor, version) =>
      checkItem(tx, actor, id, version, given),
    )
    return c.json({ item }, 200)
  })

  app.openapi(agendaRoutes.takeOff, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const item = await change(c, parts, (tx, actor, version) =>
      takeItemOff(tx, actor, id, version, given),
    )
    return c.json({ item }, 200)
  })

  app.openapi(agendaRoutes.putBack, async (c) => {
    const { id } = c.req.valid('param')
    const item = await change(c, parts, (tx, actor, version) => putItemBack(tx, actor, id, version))
    return c.json({ item }, 200)
  })

  versionRoutesOn(app, parts)
  matterRoutesOn(app, parts)
  templateRoutesOn(app, parts)
}

function versionRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(versionRoutes.list, async (c) =>
    c.json({ versions: await listVersions(db, c.get('actor'), c.req.valid('param').id) }, 200),
  )

  app.openapi(versionRoutes.approve, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { version: await approveAgenda(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })
}

function matterRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(matterRoutes.list, async (c) =>
    c.json({ matters: await listMatters(db, c.get('actor'), c.req.valid('param').id) }, 200),
  )

  app.openapi(matterRoutes.route, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const matter = await change(c, parts, (tx, actor, version) =>
      setRoute(tx, actor, id, version, given),
    )
    return c.json({ matter }, 200)
  })

  app.openapi(matterRoutes.carry, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { item: await carryItem(tx, actor, id, given.conferenceId) },
    }))
    return c.json(body, status)
  })
}

function templateRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(templateRoutes.list, async (c) =>
    c.json({ templates: await listTemplates(db, c.get('actor')) }, 200),
  )

  app.openapi(templateRoutes.save, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { template: await saveTemplate(tx, actor, id, given.name) },
    }))
    return c.json(body, status)
  })

  app.openapi(templateRoutes.withdraw, async (c) => {
    const { id } = c.req.valid('param')
    const template = await change(c, parts, (tx, actor, version) =>
      withdrawTemplate(tx, actor, id, version),
    )
    return c.json({ template }, 200)
  })
}
