// Personal data over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env, Parts } from '../../http/context.ts'
import { personalRoutes } from './contract.ts'
import { ownPersonalData, personalDataOf } from './store.ts'

export function personalRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(personalRoutes.own, async (c) =>
    c.json(await ownPersonalData(db, c.get('actor')), 200),
  )

  app.openapi(personalRoutes.ofAccount, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await personalDataOf(db, c.get('actor'), { accountId: id }), 200)
  })
}
