// Instruments and citations over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { download, fileNameOf } from '../../http/download.ts'
import { writeDocx } from '../../office/write-docx.ts'
import { sheetOf } from '../notices/paper.ts'
import { instrumentRoutes } from './contract.ts'
import { addDuties, changeDuty, judgeDuty, reportDuty, setLinks } from './duty-store.ts'
import { addInstrument, changeInstrument, withdrawInstrument } from './register-store.ts'
import { draftReview } from './review-store.ts'
import { citeInstrument, listCitations } from './store.ts'
import { getInstrument, listInstruments } from './view-store.ts'

export function instrumentRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(instrumentRoutes.list, async (c) =>
    c.json({ citations: await listCitations(db, c.get('actor')) }, 200),
  )

  app.openapi(instrumentRoutes.cite, async (c) => {
    const { id } = c.req.valid('param')
    const { instrumentId } = c.req.valid('json')
    const citation = await change(c, parts, (tx, actor, version) =>
      citeInstrument(tx, actor, id, version, instrumentId),
    )
    return c.json({ citation }, 200)
  })

  app.openapi(instrumentRoutes.instruments, async (c) =>
    c.json(await listInstruments(db, c.get('actor'), c.req.valid('query')), 200),
  )

  app.openapi(instrumentRoutes.get, async (c) =>
    c.json({ instrument: await getInstrument(db, c.get('actor'), c.req.valid('param').id) }, 200),
  )

  app.openapi(instrumentRoutes.add, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { instrument: await addInstrument(tx, actor, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(instrumentRoutes.change, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const instrument = await change(c, parts, (tx, actor, version) =>
      changeInstrument(tx, actor, id, version, given),
    )
    return c.json({ instrument }, 200)
  })

  app.openapi(instrumentRoutes.withdraw, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    await change(c, parts, (tx, actor, version) =>
      withdrawInstrument(tx, actor, id, version, given),
    )
    return c.json({ into: given.into ?? null }, 200)
  })

  app.openapi(instrumentRoutes.links, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const instrument = await change(c, parts, (tx, actor, version) =>
      setLinks(tx, actor, id, version, given),
    )
    return c.json({ instrument }, 200)
  })

  app.openapi(instrumentRoutes.review, async (c) => {
    const { id } = c.req.valid('param')
    const draft = await draftReview(db, c.get('actor'), id, c.req.valid('query'))
    const { content, layout, issue } = draft
    const bytes = await writeDocx(sheetOf(content, layout, issue))
    const name = fileNameOf(`${content.title} ${content.subject}`, 'docx')
    return download(c as unknown as Context<Env>, bytes, name) as never
  })

  app.openapi(instrumentRoutes.addDuties, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { instrument: await addDuties(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(instrumentRoutes.changeDuty, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const instrument = await change(c, parts, (tx, actor, version) =>
      changeDuty(tx, actor, id, version, given),
    )
    return c.json({ instrument }, 200)
  })

  app.openapi(instrumentRoutes.report, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const instrument = await change(c, parts, (tx, actor, version) =>
      reportDuty(tx, actor, id, version, given),
    )
    return c.json({ instrument }, 200)
  })

  app.openapi(instrumentRoutes.verdict, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const instrument = await change(c, parts, (tx, actor, version) =>
      judgeDuty(tx, actor, id, version, given),
    )
    return c.json({ instrument }, 200)
  })
}
