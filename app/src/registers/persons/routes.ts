// People, posts and terms over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { todayInVietnam } from '../../calendar.ts'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { personRoutes } from './contract.ts'
import { addPerson, addPost, changePerson, endPost, getPerson, listPersons } from './store.ts'
import { addTerm, changeTerm, listTerms } from './terms.ts'

export function personRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(personRoutes.list, async (c) => {
    const { on = todayInVietnam(), organisation } = c.req.valid('query')
    return c.json({ on, persons: await listPersons(db, c.get('actor'), on, organisation) }, 200)
  })

  app.openapi(personRoutes.get, async (c) =>
    c.json({ person: await getPerson(db, c.get('actor'), c.req.valid('param').id) }, 200),
  )

  app.openapi(personRoutes.add, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { person: await addPerson(tx, actor, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(personRoutes.change, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const person = await change(c, parts, (tx, actor, version) =>
      changePerson(tx, actor, id, version, given),
    )
    return c.json({ person }, 200)
  })

  app.openapi(personRoutes.addPost, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { person: await addPost(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(personRoutes.endPost, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const person = await change(c, parts, (tx, actor, version) =>
      endPost(tx, actor, id, version, given),
    )
    return c.json({ person }, 200)
  })

  app.openapi(personRoutes.terms, async (c) =>
    c.json({ terms: await listTerms(db, c.get('actor')) }, 200),
  )

  app.openapi(personRoutes.addTerm, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { term: await addTerm(tx, actor, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(personRoutes.changeTerm, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const term = await change(c, parts, (tx, actor, version) =>
      changeTerm(tx, actor, id, version, given),
    )
    return c.json({ term }, 200)
  })
}
