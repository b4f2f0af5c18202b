// What was refused goes to the server's log: who asked, which route, why. Not to the database: after a
// refusal it is what it was before, and nobody fills it by asking for what they may not have.
import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Logger } from 'pino'
import type { ProblemCode } from '../problem.ts'
import { shortened } from '../registers/people/agents.ts'
import type { Env, HttpSettings } from './context.ts'
import { networkFrom } from './network.ts'

/** Refusals of the policy, of the session and of the brakes (ASVS 5.0 16.3.1 to 16.3.3). */
const refusals: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'signInNeeded',
  'signInFailed',
  'passwordWrong',
  'factorWrong',
  'ssoFailed',
  'ssoUnknown',
  'setUpToken',
  'forbidden',
  'csrf',
  'tooManyAttempts',
  'stateSecret',
])

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * One line for a refusal: code, route, the id asked for, account, province, network (shortened). Never a
 * word of the request or of a record. What is closed to somebody looks like what is not there, here as
 * well: `notFound` is a refusal where somebody signed in asked for an id. Who only asks whether they are
 * signed in is refused nothing.
 */
export function logRefusal(
  c: Context<Env>,
  code: ProblemCode,
  settings: HttpSettings,
  log: Logger,
): void {
  const account = c.get('actor')?.accountId ?? null
  const asked = c.req.path.split('/').find((part) => id.test(part)) ?? null
  const closed = code === 'notFound' && account !== null && asked !== null
  if (!closed && !refusals.has(code)) return
  log.warn(
    {
      refused: code,
      method: c.req.method,
      route: routeOf(c),
      id: asked,
      account,
      province: account === null ? null : c.get('actor').provinceId,
      network: shortened(networkFrom(c, settings)),
    },
    'refused',
  )
}

/** The route that was asked, as the contracts write it: "/api/documents/{id}"; empty where there is none. */
export function routeOf(c: Context): string {
  const route = matchedRoutes(c).findLast((one) => !one.path.includes('*'))
  return (route?.path ?? '').replace(/:(\w+)/g, '{$1}')
}
