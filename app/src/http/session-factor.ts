// The routes of the second factor.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { Problem } from '../problem.ts'
import {
  beginFactor,
  confirmFactor,
  factorState,
  passFactor,
  resetFactor,
} from '../registers/people/factors.ts'
import { recoveryCodesLeft } from '../registers/people/recovery.ts'
import { accountForUpdate, getAccount } from '../registers/people/store.ts'
import { change, type Env, type Parts } from './context.ts'
import { factorRoutes } from './factor-contract.ts'
import { admit, stateOf, whenceOf } from './session.ts'

export function factorRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { database, settings } = parts

  app.openapi(factorRoutes.get, async (c) => {
    const session = c.get('session')
    if (!session || session.pending.length > 0) throw new Problem('signInNeeded')
    const state = await factorState(database.db, session, settings)
    return c.json({ ...state, left: await recoveryCodesLeft(database.db, session.account) }, 200)
  })

  app.openapi(factorRoutes.begin, async (c) => {
    const { password } = c.req.valid('json')
    return c.json(await beginFactor(database, c.get('session'), settings, password), 200)
  })

  app.openapi(factorRoutes.confirm, async (c) => {
    const { code } = c.req.valid('json')
    const session = c.get('session')
    const whence = whenceOf(c, settings)
    const done = await confirmFactor(database, session, settings, code, whence)
    const state = done.opened ? await admit(c, parts, done.opened) : await stateOf(parts, session)
    return c.json({ recoveryCodes: done.recoveryCodes, session: state }, 200)
  })

  app.openapi(factorRoutes.pass, async (c) => {
    const { code } = c.req.valid('json')
    const whence = whenceOf(c, settings)
    const opened = await passFactor(database, c.get('session'), settings, code, whence)
    return c.json(await admit(c, parts, opened), 200)
  })

  app.openapi(factorRoutes.reset, async (c) => {
    const { id } = c.req.valid('param')
    const { reason } = c.req.valid('json')
    const account = await change(c, parts, async (tx, actor, version) => {
      await accountForUpdate(tx, actor, id, version)
      await resetFactor(tx, actor, id, reason)
      return getAccount(tx, actor, id)
    })
    return c.json({ account }, 200)
  })
}
