// What happens at projects, over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { addObstacle, changeObstacle } from './obstacle-store.ts'
import { workRoutes } from './work-contract.ts'
import {
  addClearance,
  addMilestone,
  addProgress,
  addSection,
  changeMilestone,
  changeSection,
} from './work-store.ts'

export function workRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  app.openapi(workRoutes.progress, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { work: await addProgress(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(workRoutes.addSection, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { work: await addSection(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(workRoutes.clear, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { work: await addClearance(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(workRoutes.addMilestone, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { work: await addMilestone(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(workRoutes.addObstacle, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { work: await addObstacle(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(workRoutes.changeSection, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const work = await change(c, parts, (tx, actor, version) =>
      changeSection(tx, actor, id, version, given),
    )
    return c.json({ work }, 200)
  })

  app.openapi(workRoutes.changeMilestone, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const work = await change(c, parts, (tx, actor, version) =>
      changeMilestone(tx, actor, id, version, given),
    )
    return c.json({ work }, 200)
  })

  app.openapi(workRoutes.changeObstacle, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const work = await change(c, parts, (tx, actor, version) =>
      changeObstacle(tx, actor, id, version, given),
    )
    return c.json({ work }, 200)
  })
}
