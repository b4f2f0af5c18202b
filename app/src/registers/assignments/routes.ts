// Assignments over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { todayInVietnam } from '../../calendar.ts'
import { change, type Env, type Parts } from '../../http/context.ts'
import { foldText } from '../../search/search.ts'
import { fits } from './assignment.ts'
import { type AssignmentFilter, assignmentFilter, assignmentRoutes } from './contract.ts'
import { changeAssignment, getAssignment, listAssignments } from './store.ts'

export function assignmentRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(assignmentRoutes.list, async (c) => {
    const { state = 'all', q = '', conference } = c.req.valid('query')
    const wanted = foldText(q.normalize('NFC').trim())
    const found = (await listAssignments(db, c.get('actor'))).filter(
      (one) =>
        (!conference || one.conference?.id === conference) &&
        foldText(`${one.action}\n${one.leadText ?? ''}`).includes(wanted),
    )
    const counts = Object.fromEntries(
      assignmentFilter.options.map((filter) => [
        filter,
        found.filter((one) => fits(one, filter)).length,
      ]),
    ) as Record<AssignmentFilter, number>
    const assignments = found.filter((one) => fits(one, state))
    return c.json({ assignments, counts, today: todayInVietnam() }, 200)
  })

  app.openapi(assignmentRoutes.get, async (c) =>
    c.json({ assignment: await getAssignment(db, c.get('actor'), c.req.valid('param').id) }, 200),
  )

  app.openapi(assignmentRoutes.change, async (c) => {
    const { id } = c.req.valid('param')
    const assignment = await change(c, parts, (tx, actor, version) =>
      changeAssignment(tx, actor, id, version, c.req.valid('json')),
    )
    return c.json({ assignment }, 200)
  })
}
