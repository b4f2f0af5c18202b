// The session of each request, its cookie, and protection against forged requests.
import { timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { transaction } from '../database/open.ts'
import type { Reads } from '../database/tables.ts'
import { Problem } from '../problem.ts'
import { heldRoles } from '../registers/people/account.ts'
import { deviceOf, shortened } from '../registers/people/agents.ts'
import type { RoleGrant } from '../registers/people/contract.ts'
import { isDevice, newDevice, type Owner, rememberDevice } from '../registers/people/devices.ts'
import { factorState } from '../registers/people/factors.ts'
import { listGrants } from '../registers/people/granting.ts'
import { provinceById, setUpNeeded } from '../registers/people/provinces.ts'
import {
  findSession,
  findSessions,
  type OpenSession,
  type Whence,
} from '../registers/people/sessions.ts'
import { anonymous, capabilities } from './access.ts'
import type { Env, Parts } from './context.ts'
import { askedLanguage } from './language.ts'
import { networkFrom } from './network.ts'
import type { SessionState } from './session-contract.ts'
import { together } from './together.ts'

const cookieName = (secure: boolean): string => (secure ? '__Host-giaoban' : 'giaoban')

/** Finds who asks. Writes need the session's CSRF token and must come from our own pages. */
export function readSession(parts: Parts): MiddlewareHandler<Env> {
  // Three hundred pages that ask anew at one change are looked up together.
  const find = together((cookies: readonly string[]) => findSessions(parts.database.db, cookies))
  return async function session(c, next) {
    c.set('actor', anonymous)
    c.set('session', null)
    c.set('locale', askedLanguage(c))
    const cookie = getCookie(c, cookieName(parts.settings.secure))
    const found = (cookie && (await find(cookie))) || null
    const writes = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
    if (writes) refuseForeignOrigin(c, parts.settings.trustProxy)
    if (found) {
      // Somebody who is half signed in has the rights of nobody.
      if (found.pending.length === 0) c.set('actor', found.actor)
      c.set('session', found)
      c.set('locale', found.actor.locale)
      const signsIn = c.req.path === '/api/session' && c.req.method === 'POST'
      if (writes && !signsIn && !same(c.req.header('x-csrf-token') ?? '', found.csrfToken)) {
        throw new Problem('csrf')
      }
    }
    await next()
  }
}

/** Compares secrets in a time that tells nothing of them. */
function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
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

/** The session of the request's cookie, or null. */
export async function presentSession(c: Context<Env>, parts: Parts): Promise<OpenSession | null> {
  const cookie = getCookie(c, cookieName(parts.settings.secure))
  return cookie ? findSession(parts.database.db, cookie) : null
}

/**
 * Gives the browser its session, and the screens what they are told of it. The browser keeps the cookie
 * until it is closed; once all steps are done, it is one that the account has signed in with, for half
 * a year.
 */
export async function admit(
  c: Context<Env>,
  parts: Parts,
  { cookie, session }: { cookie: string; session: OpenSession },
): Promise<SessionState> {
  const { secure } = parts.settings
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const
  setCookie(c, cookieName(secure), cookie, options)
  if (session.pending.length > 0) return stateOf(parts, session)
  const device = deviceFrom(c, secure) ?? newDevice()
  await transaction(parts.database, (tx) => rememberDevice(tx, session.account, device))
  setCookie(c, deviceName(secure), device, { ...options, maxAge: 180 * 86_400 })
  return stateOf(parts, session)
}

const deviceName = (secure: boolean): string =>
  secure ? '__Host-giaoban-device' : 'giaoban-device'

/** What the browser says of having been here before, or null. */
export function deviceFrom(c: Context<Env>, secure: boolean): string | null {
  const token = getCookie(c, deviceName(secure))
  return isDevice(token) ? token : null
}

export function forgetCookie(c: Context<Env>, { secure }: Parts['settings']): void {
  deleteCookie(c, cookieName(secure), { path: '/', secure })
}

/** What the screens are told of a session, or of none. */
export async function stateOf(parts: Parts, present: OpenSession | null): Promise<SessionState> {
  const { db } = parts.database
  const found = present?.pending.length === 0 ? present : null
  const step = present?.pending[0]
  const province = found ? await provinceById(db, found.account.province_id) : null
  const own = found ? await grantsOf(db, found.account) : []
  const factor = found ? await factorState(db, found, parts.settings) : null
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
    pending:
      present && step
        ? { step, name: present.account.name, address: present.account.address }
        : null,
    factorDueOn: factor && !factor.on ? factor.dueOn : null,
    sso: parts.settings.sso?.name ?? null,
    csrfToken: present?.csrfToken ?? null,
    setUpNeeded: present ? false : await setUpNeeded(db),
  }
}

/** Grants of one account; all that ever were. */
async function grantsOf(db: Reads, { province_id, account_id }: Owner): Promise<RoleGrant[]> {
  const found = await listGrants(db, province_id, { accounts: [account_id] })
  return found.get(account_id) ?? []
}

/** Where the request comes from, as it is kept with a session. */
export function whenceOf(c: Context<Env>, settings: Parts['settings']): Whence {
  return {
    device: deviceOf(c.req.header('user-agent') ?? ''),
    network: shortened(networkFrom(c, settings)),
  }
}
