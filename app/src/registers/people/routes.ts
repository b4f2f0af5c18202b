// Accounts over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { accountRoutes } from './contract.ts'
import { addAccount, changeAccount, listAccounts } from './store.ts'

export function accountRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  app.openapi(accountRoutes.list, async (c) =>
    c.json({ accounts: await listAccounts(parts.database.db, c.get('actor')) }, 200),
  )

  app.openapi(accountRoutes.add, async (c) => {
    const given = c.req.valid('json')
    const { password: _secret, ...content } = given
    const { body, status } = await create(c, parts, content, async (tx, actor) => ({
      status: 201,
      body: { account: await addAccount(tx, actor, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(accountRoutes.change, async (c) => {
    const { id } = c.req.valid('param')
    const account = await change(c, parts, (tx, actor, version) =>
      changeAccount(tx, actor, id, version, c.req.valid('json')),
    )
    return c.json({ account }, 200)
  })
}
