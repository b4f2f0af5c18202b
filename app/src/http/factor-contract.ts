// The second factor: setting it up, the step of a sign-in that asks for it, taking it away.
import { createRoute, z } from '@hono/zod-openapi'
import { account } from '../registers/people/contract.ts'
import { answers, body, idParameter, ifMatch } from './parts.ts'
import { sessionState } from './session-contract.ts'

const code = z.object({ code: z.string().min(1).max(100) })

const secondFactor = z.object({
  on: z.boolean(),
  /** Recovery codes that are left. */
  left: z.number(),
  /** From when on it is needed to sign in; null where it is not. */
  dueOn: z.string().nullable(),
})

export const factorRoutes = {
  get: createRoute({
    method: 'get',
    path: '/api/session/factor',
    summary: 'One’s own second factor: in use or not, and from when on it is needed',
    responses: answers(secondFactor, 'The second factor'),
  }),
  begin: createRoute({
    method: 'post',
    path: '/api/session/factor/begin',
    summary: 'Begin to set up a second factor; the one in use stays until the new one is confirmed',
    request: { body: body(z.object({ password: z.string().max(1000).default('') })) },
    responses: answers(z.object({ uri: z.string(), secret: z.string() }), 'For the app, only now'),
  }),
  confirm: createRoute({
    method: 'post',
    path: '/api/session/factor/confirm',
    summary: 'Confirm a second factor with its first code; gives the recovery codes, only now',
    request: { body: body(code) },
    responses: answers(
      z.object({ recoveryCodes: z.array(z.string()), session: sessionState }),
      'In use from now on',
    ),
  }),
  pass: createRoute({
    method: 'post',
    path: '/api/session/factor',
    summary: 'The step of a sign-in that asks for a code of the app, or a recovery code',
    request: { body: body(code) },
    responses: answers(sessionState, 'The sign-in goes on, or is done'),
  }),
  reset: createRoute({
    method: 'post',
    path: '/api/accounts/{id}/factor/reset',
    summary: 'Take the second factor of an account away; its sessions end',
    request: {
      params: idParameter,
      headers: ifMatch,
      body: body(z.object({ reason: z.string().trim().min(1).max(500) })),
    },
    responses: answers(z.object({ account }), 'The account'),
  }),
}
