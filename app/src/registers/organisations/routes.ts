// Bodies over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { todayInVietnam } from '../../calendar.ts'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { reorganise } from './changes.ts'
import { addBody, correctBody, endBody, moveBody, renameBody } from './changing.ts'
import { organisationRoutes } from './contract.ts'
import { provinceChoices } from './reference.ts'
import { differenceBetween, getBody, listBodies } from './store.ts'

export function organisationRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(organisationRoutes.reference, (c) => c.json({ provinces: provinceChoices() }, 200))

  app.openapi(organisationRoutes.list, async (c) => {
    const { on = todayInVietnam(), since } = c.req.valid('query')
    const actor = c.get('actor')
    const bodies = await listBodies(db, actor, on)
    const difference = since ? await differenceBetween(db, actor, since, on, bodies) : null
    return c.json({ on, bodies, difference }, 200)
  })

  app.openapi(organisationRoutes.get, async (c) =>
    c.json(
      await getBody(db, c.get('actor'), c.req.valid('param').id, c.req.valid('query').on),
      200,
    ),
  )

  app.openapi(organisationRoutes.add, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: await addBody(tx, actor, given),
    }))
    return c.json(body, status)
  })

  app.openapi(organisationRoutes.reorganise, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { change: await reorganise(tx, actor, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(organisationRoutes.correct, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const page = await change(c, parts, (tx, actor, version) =>
      correctBody(tx, actor, id, version, given),
    )
    return c.json(page, 200)
  })

  app.openapi(organisationRoutes.rename, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const page = await change(c, parts, (tx, actor, version) =>
      renameBody(tx, actor, id, version, given),
    )
    return c.json(page, 200)
  })

  app.openapi(organisationRoutes.move, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const page = await change(c, parts, (tx, actor, version) =>
      moveBody(tx, actor, id, version, given),
    )
    return c.json(page, 200)
  })

  app.openapi(organisationRoutes.end, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const page = await change(c, parts, (tx, actor, version) =>
      endBody(tx, actor, id, version, given),
    )
    return c.json(page, 200)
  })
}
