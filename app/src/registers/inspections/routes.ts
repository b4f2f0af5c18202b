// The inspection and supervision programme over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { authorise } from '../../http/access.ts'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { Problem } from '../../problem.ts'
import { confirmFinding } from '../../reading/confirm.ts'
import { addFinding } from '../../reading/propose.ts'
import { inspectionRoutes } from './contract.ts'
import {
  addInspectionFinding,
  changeInspectionFinding,
  findingToFollow,
  followUp,
} from './finding-store.ts'
import { addInspection, changeInspection, dropInspection } from './store.ts'
import { getInspection, listInspections } from './view-store.ts'

export function inspectionRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(inspectionRoutes.list, async (c) =>
    c.json(await listInspections(db, c.get('actor'), c.req.valid('query').year), 200),
  )

  app.openapi(inspectionRoutes.get, async (c) =>
    c.json({ inspection: await getInspection(db, c.get('actor'), c.req.valid('param').id) }, 200),
  )

  app.openapi(inspectionRoutes.add, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { inspection: await addInspection(tx, actor, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(inspectionRoutes.change, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const inspection = await change(c, parts, (tx, actor, version) =>
      changeInspection(tx, actor, id, version, given),
    )
    return c.json({ inspection }, 200)
  })

  app.openapi(inspectionRoutes.drop, async (c) => {
    const { id } = c.req.valid('param')
    const { reason } = c.req.valid('json')
    const inspection = await change(c, parts, (tx, actor, version) =>
      dropInspection(tx, actor, id, version, reason),
    )
    return c.json({ inspection }, 200)
  })

  app.openapi(inspectionRoutes.find, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { inspection: await addInspectionFinding(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(inspectionRoutes.changeFinding, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const inspection = await change(c, parts, (tx, actor, version) =>
      changeInspectionFinding(tx, actor, id, version, given),
    )
    return c.json({ inspection }, 200)
  })

  // The task is entered as every task of a document is: its sentence marked and confirmed, so that it leads back there.
  app.openapi(inspectionRoutes.assign, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => {
      authorise(actor, 'finding.decide', actor.provinceId)
      const row = await findingToFollow(tx, actor, id)
      const marked = await addFinding(tx, actor, row.document_id, {
        kind: 'assignment',
        start: row.start_at,
        end: row.end_at,
      })
      const confirmed = await confirmFinding(tx, actor, marked.id, marked.version, {
        action: given.action,
        leadText: given.leadText ?? null,
        deadlineIso: given.deadline ?? null,
      })
      if (!confirmed.entry) throw new Problem('findingUnsourced')
      return {
        status: 201,
        body: { inspection: await followUp(tx, actor, row, confirmed.entry.id) },
      }
    })
    return c.json(body, status)
  })
}
