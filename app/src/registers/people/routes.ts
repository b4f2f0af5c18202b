// Accounts over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { transaction } from '../../database/open.ts'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { issueCodes } from './codes.ts'
import { accountRoutes } from './contract.ts'
import { bodiesToGrantIn, delegateGrant, endGrant, giveGrant, ownGrants } from './granting.ts'
import { addAccount, changeAccount, getAccount, listAccounts } from './store.ts'

export function accountRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  app.openapi(accountRoutes.list, async (c) =>
    c.json({ accounts: await listAccounts(parts.database.db, c.get('actor')) }, 200),
  )

  app.openapi(accountRoutes.add, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
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

  app.openapi(accountRoutes.codes, async (c) => {
    const given = c.req.valid('json')
    const codes = await transaction(parts.database, (tx) => issueCodes(tx, c.get('actor'), given))
    c.header('Cache-Control', 'no-store')
    return c.json({ codes }, 200)
  })

  app.openapi(accountRoutes.grant, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => {
      await giveGrant(tx, actor, id, given)
      return { status: 201, body: { account: await getAccount(tx, actor, id) } }
    })
    return c.json(body, status)
  })

  app.openapi(accountRoutes.endGrant, async (c) => {
    const { id } = c.req.valid('param')
    const grant = await change(c, parts, (tx, actor, version) =>
      endGrant(tx, actor, id, version, c.req.valid('json').reason),
    )
    return c.json({ grant }, 200)
  })

  app.openapi(accountRoutes.delegate, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { grant: await delegateGrant(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(accountRoutes.bodies, async (c) =>
    c.json({ bodies: await bodiesToGrantIn(parts.database.db, c.get('actor')) }, 200),
  )

  app.openapi(accountRoutes.ownGrants, async (c) =>
    c.json(await ownGrants(parts.database.db, c.get('actor')), 200),
  )
}
