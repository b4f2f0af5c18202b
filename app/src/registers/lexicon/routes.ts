// The province's lexicon over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { create, type Env, expectedVersion, type Parts } from '../../http/context.ts'
import { lexiconRoutes } from './contract.ts'
import {
  addLexiconEntry,
  addLexiconFile,
  listLexicon,
  provinceLexicon,
  withdrawLexiconEntry,
} from './store.ts'

export function lexiconRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(lexiconRoutes.list, async (c) => c.json(await listLexicon(db, c.get('actor')), 200))

  app.openapi(lexiconRoutes.add, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => {
      const answer = await addLexiconEntry(tx, actor, given)
      return { status: answer.entries.length > 0 ? 201 : 200, body: answer }
    })
    return c.json(body, status)
  })

  app.openapi(lexiconRoutes.addFile, async (c) => {
    const given = c.req.valid('json')
    const { body } = await create(c, parts, given, async (tx, actor) => ({
      status: 200,
      body: await addLexiconFile(tx, actor, given.text, given.check === true),
    }))
    return c.json(body, 200)
  })

  app.openapi(lexiconRoutes.file, async (c) => {
    const text = await provinceLexicon(db, c.get('actor'))
    return c.text(text, 200, {
      'content-type': 'text/tab-separated-values; charset=utf-8',
      'content-disposition': 'attachment; filename="tu-dien.tsv"',
    })
  })

  app.openapi(lexiconRoutes.withdraw, async (c) => {
    const { id } = c.req.valid('param')
    const version = expectedVersion(c as unknown as Context<Env>)
    const { body } = await create(c, parts, { version }, async (tx, actor) => ({
      status: 200,
      body: { entry: await withdrawLexiconEntry(tx, actor, id, version) },
    }))
    return c.json(body, 200)
  })
}
