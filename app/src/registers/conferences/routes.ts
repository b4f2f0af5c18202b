// Conferences over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { fillFromTemplate } from '../agenda/template-store.ts'
import { placeByDefault } from '../chain/placing-store.ts'
import { placeEntries } from '../programme/placing-store.ts'
import { conferenceRoutes } from './contract.ts'
import { planRoutes } from './plan-contract.ts'
import { cancelConference, changePlan, createConference, getPlan } from './plan-store.ts'
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

  app.openapi(planRoutes.create, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => {
      const plan = await createConference(tx, actor, given)
      if (given.review !== false) await placeByDefault(tx, actor, plan.id)
      if (given.templateId) await fillFromTemplate(tx, actor, plan.id, given.templateId)
      if (given.entryIds?.length) await placeEntries(tx, actor, plan.id, given.entryIds)
      return { status: 201, body: { plan } }
    })
    return c.json(body, status)
  })

  app.openapi(planRoutes.get, async (c) =>
    c.json({ plan: await getPlan(db, c.get('actor'), c.req.valid('param').id) }, 200),
  )

  app.openapi(planRoutes.change, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const plan = await change(c, parts, (tx, actor, version) =>
      changePlan(tx, actor, id, version, given),
    )
    return c.json({ plan }, 200)
  })

  app.openapi(planRoutes.cancel, async (c) => {
    const { id } = c.req.valid('param')
    const { reason } = c.req.valid('json')
    const plan = await change(c, parts, (tx, actor, version) =>
      cancelConference(tx, actor, id, version, reason),
    )
    return c.json({ plan }, 200)
  })
}
