// Cookies, the session of each request, protection against forged requests, and the session's routes.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { transaction } from '../database/open.ts'
import { Problem } from '../problem.ts'
import { heldRoles } from '../registers/people/account.ts'
import { ownGrants } from '../registers/people/granting.ts'
import {
  addProvince,
  listProvinces,
  setUpNeeded,
  takeSetupToken,
} from '../registers/people/provinces.ts'
import {
  changeOwnPassword,
  closeSession,
  findSession,
  type OpenSession,
  openSession,
  signIn,
} from '../registers/people/sessions.ts'
import { addAccount, setOwnLocale } from '../registers/people/store.ts'
import { anonymous, capabilities, systemActor } from './access.ts'
import type { Env, Parts } from './context.ts'
import { askedLanguage } from './language.ts'
import { type SessionState, sessionRoutes } from './session-contract.ts'

const cookieName = (secure: boolean): string => (secure ? '__Host-giaoban' : 'giaoban')

/** Finds who asks. Writes need the session's CSRF token and must come from our own pages. */
export function readSession(parts: Parts): MiddlewareHandler<Env> {
  return async function session(c, next) {
    c.set('actor', anonymous)
    c.set('session', null)
    c.set('locale', askedLanguage(c))
    const cookie = getCookie(c, cookieName(parts.settings.secure))
    const found = cookie ? await findSession(parts.database.db, cookie) : null
    const writes = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
    if (writes) refuseForeignOrigin(c, parts.settings.trustProxy)
    if (found) {
      c.set('actor', found.actor)
      c.set('session', { tokenHash: found.tokenHash, csrfToken: found.csrfToken })
      c.set('locale', found.actor.locale)
      const signsIn = c.req.path === '/api/session' && c.req.method === 'POST'
      if (writes && !signsIn && c.req.header('x-csrf-token') !== found.csrfToken) {
        throw new Problem('csrf')
      }
    }
    await next()
  }
}

/**
 * Browsers say where a request comes from; a request from another site's page is refused. A hidden
 * origin ("null") counts as another, unless the browser itself says that it is ours.
 */
function refuseForeignOrigin(c: Context, trustProxy: boolean): void {
  const site = c.req.header('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') throw new Problem('csrf')
  const origin = c.req.header('origin')
  if (!origin || (origin === 'null' && site === 'same-origin')) return
  const forwarded = trustProxy ? c.req.header('x-forwarded-host')?.split(',')[0]?.trim() : undefined
  const host = forwarded ?? c.req.header('host')
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw new Problem('csrf')
}

export function sessionRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { database, settings } = parts

  app.openapi(sessionRoutes.get, async (c) => {
    const cookie = getCookie(c, cookieName(settings.secure))
    const found = cookie ? await findSession(database.db, cookie) : null
    return c.json(await state(found), 200)
  })

  app.openapi(sessionRoutes.signIn, async (c) => {
    const given = c.req.valid('json')
    const account = await signIn(database.db, { ...given, from: addressOf(c, settings.trustProxy) })
    const opened = await transaction(database, (tx) => openSession(tx, account))
    writeCookie(c, opened.cookie)
    return c.json(await state(opened.session), 200)
  })

  app.openapi(sessionRoutes.signOut, async (c) => {
    const session = c.get('session')
    if (session) {
      await transaction(database, (tx) => closeSession(tx, c.get('actor'), session.tokenHash))
    }
    deleteCookie(c, cookieName(settings.secure), { path: '/', secure: settings.secure })
    return c.json(await state(null), 200)
  })

  app.openapi(sessionRoutes.setLocale, async (c) => {
    const { locale } = c.req.valid('json')
    await transaction(database, (tx) => setOwnLocale(tx, c.get('actor'), locale))
    const found = await findSession(database.db, getCookie(c, cookieName(settings.secure)) ?? '')
    return c.json(await state(found), 200)
  })

  app.openapi(sessionRoutes.setPassword, async (c) => {
    const { current, next } = c.req.valid('json')
    const session = c.get('session')
    if (!session) throw new Problem('signInNeeded')
    await changeOwnPassword(database, c.get('actor'), session.tokenHash, current, next)
    const found = await findSession(database.db, getCookie(c, cookieName(settings.secure)) ?? '')
    return c.json(await state(found), 200)
  })

  app.openapi(sessionRoutes.setUp, async (c) => {
    const given = c.req.valid('json')
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
      return openSession(tx, account)
    })
    writeCookie(c, opened.cookie)
    return c.json(await state(opened.session), 200)
  })

  function writeCookie(c: Context, value: string): void {
    setCookie(c, cookieName(settings.secure), value, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: settings.secure,
    })
  }

  async function state(found: OpenSession | null): Promise<SessionState> {
    const provinces = found ? await listProvinces(database.db) : []
    const own = found ? (await ownGrants(database.db, found.actor)).grants : []
    const province = provinces.find((one) => one.province_id === found?.actor.provinceId)
    return {
      signedIn: found !== null,
      account: found && {
        id: found.account.account_id,
        name: found.account.name,
        address: found.account.address,
        roles: heldRoles(own),
        may: capabilities(found.actor),
        locale: found.account.locale,
        version: found.account.version,
      },
      province: province
        ? { id: province.province_id, name: province.name, slug: province.slug }
        : null,
      csrfToken: found?.csrfToken ?? null,
      setUpNeeded: found ? false : await setUpNeeded(database.db),
    }
  }
}

/** The network address asked from: the socket's, or the trusted proxy's word for it. */
function addressOf(c: Context, trustProxy: boolean): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').pop()?.trim()
  if (trustProxy && forwarded) return networkOf(forwarded)
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)
    ?.incoming
  return networkOf(incoming?.socket?.remoteAddress ?? 'local')
}

/** One household or office: an IPv4 address, or the first half of an IPv6 one. */
function networkOf(address: string): string {
  const plain = address.slice(0, 60).replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head.split(':')
  return tail === undefined || groups.length >= 4
    ? `${groups.slice(0, 4).join(':')}::`
    : `${head}::`
}
