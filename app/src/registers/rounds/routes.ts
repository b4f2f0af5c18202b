// Opinion rounds, opinions and their answers over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { download, fileNameOf } from '../../http/download.ts'
import { writeDocx } from '../../office/write-docx.ts'
import { sheetOf } from '../notices/paper.ts'
import { answerRound } from './answer-store.ts'
import { roundRoutes } from './contract.ts'
import { opinionTable } from './opinion-paper-store.ts'
import { opinionRoutes } from './opinions-contract.ts'
import { answerOpinion, conferenceOpinions, matterOpinions } from './opinions-store.ts'
import { dueReminders, queueReminders } from './reminders-store.ts'
import { changeRound, closeRound, openRound } from './store.ts'
import { getRound, listRounds } from './view-store.ts'

export function roundRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(roundRoutes.list, async (c) =>
    c.json({ rounds: await listRounds(db, c.get('actor')) }, 200),
  )

  app.openapi(roundRoutes.open, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { round: await openRound(tx, actor, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(roundRoutes.get, async (c) =>
    c.json({ round: await getRound(db, c.get('actor'), c.req.valid('param').id) }, 200),
  )

  app.openapi(roundRoutes.change, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const round = await change(c, parts, (tx, actor, version) =>
      changeRound(tx, actor, id, version, given),
    )
    return c.json({ round }, 200)
  })

  app.openapi(roundRoutes.close, async (c) => {
    const { id } = c.req.valid('param')
    const round = await change(c, parts, (tx, actor, version) => closeRound(tx, actor, id, version))
    return c.json({ round }, 200)
  })

  app.openapi(roundRoutes.answer, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const round = await change(c, parts, (tx, actor, version) =>
      answerRound(tx, actor, id, version, given),
    )
    return c.json({ round }, 200)
  })

  app.openapi(roundRoutes.reminders, async (c) =>
    c.json({ reminders: await dueReminders(db, c.get('actor')) }, 200),
  )

  app.openapi(roundRoutes.remind, async (c) => {
    const { body, status } = await create(c, parts, {}, async (tx, actor) => ({
      status: 201,
      body: { reminders: await queueReminders(tx, actor) },
    }))
    return c.json(body, status)
  })

  app.openapi(opinionRoutes.matter, async (c) =>
    c.json(await matterOpinions(db, c.get('actor'), c.req.valid('param').id), 200),
  )

  app.openapi(opinionRoutes.docx, async (c) => {
    const { id } = c.req.valid('param')
    const table = await opinionTable(db, c.get('actor'), id, c.req.valid('query'))
    const { content, layout, issue } = table
    const bytes = await writeDocx(sheetOf(content, layout, issue))
    const name = fileNameOf(`${content.title} ${content.subject}`, 'docx')
    return download(c as unknown as Context<Env>, bytes, name) as never
  })

  app.openapi(opinionRoutes.conference, async (c) => {
    const matters = await conferenceOpinions(db, c.get('actor'), c.req.valid('param').id)
    return c.json({ matters }, 200)
  })

  app.openapi(opinionRoutes.answer, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const opinion = await change(c, parts, (tx, actor, version) =>
      answerOpinion(tx, actor, id, version, given),
    )
    return c.json({ opinion }, 200)
  })
}
