// Assignments over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { todayInVietnam } from '../../calendar.ts'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { download, fileNameOf } from '../../http/download.ts'
import { writeTable } from '../../office/workbook.ts'
import { writeDocx } from '../../office/write-docx.ts'
import { sheetOf } from '../notices/paper.ts'
import { changeAssignment } from './change-store.ts'
import { assignmentRoutes } from './contract.ts'
import { countAssignments } from './count-store.ts'
import { eventRoutes } from './event-contract.ts'
import { addEvent, changeEvent, listEvents } from './event-store.ts'
import { askExtension, decideExtension } from './extension-store.ts'
import { listAssignments } from './list-store.ts'
import { registerCells, registerColumnNames, registerColumns, registerTitle } from './register.ts'
import { followUpRegister } from './register-store.ts'
import { reportRoutes } from './report-contract.ts'
import { progressReport } from './report-store.ts'
import { setSetting, settingOf } from './setting-store.ts'
import { holdTask, judgeReport, reportProgress } from './step-store.ts'
import { getAssignment } from './view-store.ts'

export function assignmentRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(assignmentRoutes.list, async (c) =>
    c.json(await listAssignments(db, c.get('actor'), c.req.valid('query')), 200),
  )

  app.openapi(assignmentRoutes.count, async (c) =>
    c.json(await countAssignments(db, c.get('actor'), c.req.valid('query')), 200),
  )

  app.openapi(reportRoutes.register, async (c) => {
    const register = await followUpRegister(db, c.get('actor'), c.req.valid('query'))
    return c.json({ ...register, today: todayInVietnam() }, 200)
  })

  app.openapi(reportRoutes.xlsx, async (c) => {
    const { lines } = await followUpRegister(db, c.get('actor'), c.req.valid('query'))
    const bytes = await writeTable(
      'Sổ theo dõi',
      registerTitle,
      registerColumnNames.map((name) => registerColumns[name]),
      lines.map(registerCells),
    )
    const name = fileNameOf(`${registerTitle} ${todayInVietnam()}`, 'xlsx')
    return download(c as unknown as Context<Env>, bytes, name) as never
  })

  app.openapi(reportRoutes.docx, async (c) => {
    const { content, layout, issue } = await progressReport(
      db,
      c.get('actor'),
      c.req.valid('query'),
    )
    const bytes = await writeDocx(sheetOf(content, layout, issue))
    const name = fileNameOf(`${content.title} ${content.subject}`, 'docx')
    return download(c as unknown as Context<Env>, bytes, name) as never
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

  app.openapi(assignmentRoutes.progress, async (c) => {
    const { id } = c.req.valid('param')
    const assignment = await change(c, parts, (tx, actor, version) =>
      reportProgress(tx, actor, id, version, c.req.valid('json')),
    )
    return c.json({ assignment }, 200)
  })

  app.openapi(assignmentRoutes.verdict, async (c) => {
    const { id } = c.req.valid('param')
    const assignment = await change(c, parts, (tx, actor, version) =>
      judgeReport(tx, actor, id, version, c.req.valid('json')),
    )
    return c.json({ assignment }, 200)
  })

  app.openapi(assignmentRoutes.hold, async (c) => {
    const { id } = c.req.valid('param')
    const assignment = await change(c, parts, (tx, actor, version) =>
      holdTask(tx, actor, id, version, c.req.valid('json')),
    )
    return c.json({ assignment }, 200)
  })

  app.openapi(assignmentRoutes.ask, async (c) => {
    const { id } = c.req.valid('param')
    const assignment = await change(c, parts, (tx, actor, version) =>
      askExtension(tx, actor, id, version, c.req.valid('json')),
    )
    return c.json({ assignment }, 200)
  })

  app.openapi(assignmentRoutes.decide, async (c) => {
    const { id } = c.req.valid('param')
    const assignment = await change(c, parts, (tx, actor, version) =>
      decideExtension(tx, actor, id, version, c.req.valid('json')),
    )
    return c.json({ assignment }, 200)
  })

  app.openapi(eventRoutes.list, async (c) =>
    c.json({ events: await listEvents(db, c.get('actor')) }, 200),
  )

  app.openapi(eventRoutes.add, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { event: await addEvent(tx, actor, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(eventRoutes.change, async (c) => {
    const { id } = c.req.valid('param')
    const event = await change(c, parts, (tx, actor, version) =>
      changeEvent(tx, actor, id, version, c.req.valid('json')),
    )
    return c.json({ event }, 200)
  })

  app.openapi(eventRoutes.setting, async (c) => c.json(await settingOf(db, c.get('actor')), 200))

  app.openapi(eventRoutes.set, async (c) =>
    c.json(
      await change(c, parts, (tx, actor, version) =>
        setSetting(tx, actor, version, c.req.valid('json')),
      ),
      200,
    ),
  )
}
