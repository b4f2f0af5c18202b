// Signing in through the identity provider: the browser is sent there, and comes back to the screen
// `/sso`, which hands over what it brought. Nothing is done by GET.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { Problem } from '../problem.ts'
import { beginSession } from '../registers/people/factors.ts'
import { accountOfVouched } from '../registers/people/sso.ts'
import { countAttempt, forgetAttempts } from '../registers/people/throttle.ts'
import type { Env, Parts } from './context.ts'
import { networkFrom } from './network.ts'
import { type Flow, Provider } from './provider.ts'
import { admit, whenceOf } from './session.ts'
import { ssoRoutes } from './session-contract.ts'

export function ssoRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { database, settings } = parts
  const provider = settings.sso && new Provider(settings.sso, parts.log)
  const cookie = settings.secure ? '__Host-giaoban-sso' : 'giaoban-sso'
  const place = { path: '/', secure: settings.secure } as const

  app.openapi(ssoRoutes.begin, async (c) => {
    if (!provider) throw new Problem('ssoOff')
    const { address, flow } = await provider.begin(c.req.valid('json').provinceId)
    const kept = Buffer.from(JSON.stringify(flow)).toString('base64url')
    setCookie(c, cookie, kept, { ...place, httpOnly: true, sameSite: 'Lax', maxAge: 600 })
    return c.json({ address }, 200)
  })

  app.openapi(ssoRoutes.finish, async (c) => {
    const attempts = `sso:${networkFrom(c, settings)}`
    await countAttempt(database.db, attempts)
    if (!provider) throw new Problem('ssoOff')
    const flow = flowOf(c)
    deleteCookie(c, cookie, place)
    const identity = await provider.finish(c.req.valid('json').query, flow)
    const account = await accountOfVouched(database, identity, flow.provinceId)
    await forgetAttempts(database.db, [attempts])
    const how = { factorDone: identity.manyFactors }
    const opened = await beginSession(database, account, whenceOf(c, settings), settings, how)
    return c.json(await admit(c, parts, opened), 200)
  })

  /** What this browser kept when it left; `ssoFailed` for one that did not begin here. */
  function flowOf(c: Context<Env>): Flow {
    try {
      return JSON.parse(Buffer.from(getCookie(c, cookie) ?? '', 'base64url').toString()) as Flow
    } catch {
      throw new Problem('ssoFailed')
    }
  }
}
