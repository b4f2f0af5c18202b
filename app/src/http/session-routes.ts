// The routes of signing in, the session, the first set-up.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { transaction } from '../database/open.ts'
import { Problem } from '../problem.ts'
import { beginSession } from '../registers/people/factors.ts'
import { changeOwnPassword, choosePassword } from '../registers/people/ownpassword.ts'
import { addProvince, takeSetupToken } from '../registers/people/provinces.ts'
import {
  closeSession,
  endOwnSession,
  endOwnSessions,
  listSessions,
  openSession,
} from '../registers/people/sessions.ts'
import { signIn } from '../registers/people/signing.ts'
import { addAccount, setOwnLocale } from '../registers/people/store.ts'
import { countAttempt } from '../registers/people/throttle.ts'
import { systemActor } from './access.ts'
import type { Env, Parts } from './context.ts'
import { networkFrom } from './network.ts'
import { admit, deviceFrom, forgetCookie, presentSession, stateOf, whenceOf } from './session.ts'
import { ownSessionRoutes, sessionRoutes } from './session-contract.ts'

export function sessionRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { database, settings } = parts

  app.openapi(sessionRoutes.get, async (c) => {
    return c.json(await stateOf(parts, c.get('session')), 200)
  })

  app.openapi(sessionRoutes.signIn, async (c) => {
    const given = c.req.valid('json')
    const { account, by } = await signIn(database.db, {
      ...given,
      from: networkFrom(c, settings),
      device: deviceFrom(c, settings.secure),
    })
    const how = { byCode: by === 'code' }
    const opened = await beginSession(database, account, whenceOf(c, settings), settings, how)
    return c.json(await admit(c, parts, opened), 200)
  })

  app.openapi(sessionRoutes.choosePassword, async (c) => {
    const { password } = c.req.valid('json')
    const whence = whenceOf(c, settings)
    const opened = await choosePassword(database, c.get('session'), password, whence)
    return c.json(await admit(c, parts, opened), 200)
  })

  app.openapi(sessionRoutes.signOut, async (c) => {
    const session = c.get('session')
    if (session) {
      await transaction(database, (tx) => closeSession(tx, session.actor, session.tokenHash))
    }
    forgetCookie(c, settings)
    return c.json(await stateOf(parts, null), 200)
  })

  app.openapi(sessionRoutes.setLocale, async (c) => {
    const { locale } = c.req.valid('json')
    await transaction(database, (tx) => setOwnLocale(tx, c.get('actor'), locale))
    return c.json(await stateOf(parts, await presentSession(c, parts)), 200)
  })

  app.openapi(sessionRoutes.setPassword, async (c) => {
    const { current, next } = c.req.valid('json')
    const session = c.get('session')
    if (!session) throw new Problem('signInNeeded')
    await changeOwnPassword(database, c.get('actor'), session.tokenHash, current, next)
    return c.json(await stateOf(parts, await presentSession(c, parts)), 200)
  })

  app.openapi(sessionRoutes.setUp, async (c) => {
    const given = c.req.valid('json')
    await countAttempt(database.db, `setup:${networkFrom(c, settings)}`)
    const opened = await transaction(database, async (tx) => {
      await takeSetupToken(tx, given.token)
      const province = await addProvince(tx, given.provinceName)
      const added = await addAccount(tx, systemActor(province.province_id), {
        ...given,
        role: 'administrator',
      })
      const account = await tx
        .updateTable('account')
        .set({ locale: given.locale ?? c.get('locale') })
        .where('province_id', '=', province.province_id)
        .where('account_id', '=', added.id)
        .returningAll()
        .executeTakeFirstOrThrow()
      return openSession(tx, account, whenceOf(c, settings))
    })
    return c.json(await admit(c, parts, opened), 200)
  })

  app.openapi(ownSessionRoutes.list, async (c) => {
    const session = c.get('session')
    const sessions = await listSessions(database.db, c.get('actor'))
    return c.json(
      { sessions: sessions.map((one) => ({ ...one, present: one.id === session?.id })) },
      200,
    )
  })

  app.openapi(ownSessionRoutes.end, async (c) => {
    const { id } = c.req.valid('param')
    await transaction(database, (tx) => endOwnSession(tx, c.get('actor'), id))
    const session = c.get('session')
    const ended = id === session?.id
    if (ended) forgetCookie(c, settings)
    return c.json(await stateOf(parts, ended ? null : session), 200)
  })

  app.openapi(ownSessionRoutes.endAll, async (c) => {
    await transaction(database, (tx) => endOwnSessions(tx, c.get('actor')))
    forgetCookie(c, settings)
    return c.json(await stateOf(parts, null), 200)
  })
}
