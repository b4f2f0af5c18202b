// Projects over HTTP.
import { createHash } from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { todayInVietnam } from '../../calendar.ts'
import { transaction } from '../../database/open.ts'
import { authorise } from '../../http/access.ts'
import { change, create, type Env, mustHaveKey, type Parts } from '../../http/context.ts'
import { download, fileNameOf } from '../../http/download.ts'
import { readCells, writeTable } from '../../office/workbook.ts'
import { tableOf } from '../transfer/routes.ts'
import { projectRoutes } from './contract.ts'
import { addObstacle, changeObstacle } from './obstacle-store.ts'
import { yearInHand } from './project.ts'
import { addMonth, addPlan, addProject, changeProject, setTasks } from './store.ts'
import { en, vi } from './texts.ts'
import { treasuryColumns, treasuryWidths } from './treasury.ts'
import { treasuryRoutes } from './treasury-contract.ts'
import { takeTreasury, treasuryLines } from './treasury-store.ts'
import { getProject, listProjects } from './view-store.ts'
import { workRoutes } from './work-contract.ts'
import {
  addClearance,
  addMilestone,
  addProgress,
  addSection,
  changeMilestone,
  changeSection,
} from './work-store.ts'

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

  app.openapi(projectRoutes.tasks, async (c) => {
    const { id } = c.req.valid('param')
    const { assignmentIds } = c.req.valid('json')
    const project = await change(c, parts, (tx, actor, version) =>
      setTasks(tx, actor, id, version, assignmentIds),
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

  app.openapi(treasuryRoutes.out, async (c) => {
    const { locale } = c.get('actor')
    const t = (locale === 'en' ? en : vi).treasury
    const words = (locale === 'en' ? en : vi).sources
    const year = c.req.valid('query').year ?? yearInHand(todayInVietnam())
    const lines = await treasuryLines(db, c.get('actor'), year)
    const columns = treasuryColumns.map((name) => ({
      ...{ title: t.columns[name], width: treasuryWidths[name] },
    }))
    const rows = lines.map(({ code, name, source }) => [
      ...[code, name, words[source]],
      ...[{ text: String(year) }, { text: '' }, null],
    ])
    const title = t.sheetTitle(year)
    const bytes = await writeTable(t.sheet, title, columns, rows)
    return download(c as unknown as Context<Env>, bytes, fileNameOf(title, 'xlsx')) as never
  })

  app.openapi(treasuryRoutes.in, async (c) => {
    const given = c.req.valid('json')
    const { file, fileName, check, reason = null } = given
    const actor = c.get('actor')
    authorise(actor, 'project.manage', actor.provinceId)
    mustHaveKey(c)
    const sheet = {
      name: fileName,
      sha256: createHash('sha256').update(Buffer.from(file, 'base64')).digest('hex'),
      table: await tableOf(file, readCells),
    }
    if (check) {
      const looked = await transaction(parts.database, (tx) =>
        takeTreasury(tx, actor, sheet, { reason, check }),
      )
      return c.json(looked, 200)
    }
    const { body } = await create(c, parts, given, async (tx) => ({
      status: 200,
      body: await takeTreasury(tx, actor, sheet, { reason, check }),
    }))
    return c.json(body, 200)
  })
}

/** What happens at projects. */
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
