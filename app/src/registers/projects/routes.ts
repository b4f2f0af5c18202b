// Projects over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { projectRoutes } from './contract.ts'
import { addMonth, addPlan, addProject, changeProject } from './store.ts'
import { getProject, listProjects } from './view-store.ts'

export function projectRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(projectRoutes.list, async (c) =>
    c.json(await listProjects(db, c.get('actor'), c.req.valid('query').year), 200),
  )

  app.openapi(projectRoutes.get, async (c) => {
    const { id } = c.req.valid('param')
    const { year } = c.req.valid('query')
    return c.json({ project: await getProject(db, c.get('actor'), id, year) }, 200)
  })

  app.openapi(projectRoutes.add, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { project: await addProject(tx, actor, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(projectRoutes.change, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const project = await change(c, parts, (tx, actor, version) =>
      changeProject(tx, actor, id, version, given),
    )
    return c.json({ project }, 200)
  })

  app.openapi(projectRoutes.plan, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { project: await addPlan(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(projectRoutes.month, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { project: await addMonth(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })
}
