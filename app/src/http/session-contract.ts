// Signing in, the session, the first set-up.
import { createRoute, z } from '@hono/zod-openapi'
import { role } from '../registers/people/contract.ts'
import { answers, body, idParameter, uuid } from './parts.ts'

export const sessionState = z
  .object({
    signedIn: z.boolean(),
    account: z
      .object({
        id: uuid,
        name: z.string(),
        address: z.string(),
        /** Roles in force, each in its body. */
        roles: z.array(
          z.object({
            role,
            organisation: z.string(),
            everywhere: z.boolean(),
            onBehalfOf: z.string().nullable(),
            to: z.string().nullable(),
          }),
        ),
        /** What the account may do somewhere in the province. */
        may: z.array(z.string()),
        locale: z.enum(['vi', 'en']),
        version: z.number(),
      })
      .nullable(),
    /** The step a sign-in waits for; until it is done, nobody is signed in. */
    pending: z
      .object({
        step: z.enum(['factor', 'password', 'enrol']),
        name: z.string(),
        address: z.string(),
      })
      .nullable(),
    /** Where a second factor is needed and not yet set up: from when on nobody signs in without. */
    factorDueOn: z.string().nullable(),
    province: z.object({ id: z.number(), name: z.string(), slug: z.string() }).nullable(),
    /** What the identity provider is called, where there is one. */
    sso: z.string().nullable(),
    csrfToken: z.string().nullable(),
    setUpNeeded: z.boolean(),
  })
  .openapi('Session')

export type SessionState = z.infer<typeof sessionState>

const locale = z.enum(['vi', 'en'])

export const sessionRoutes = {
  get: createRoute({
    method: 'get',
    path: '/api/session',
    summary: 'Who is signed in, and whether the system waits for its set-up',
    responses: answers(sessionState, 'The session'),
  }),
  signIn: createRoute({
    method: 'post',
    path: '/api/session',
    summary: 'Sign in with a password or a one-time code',
    request: {
      body: body(
        z.object({
          address: z.string().min(1).max(254),
          password: z.string().min(1).max(1000),
          provinceId: z.number().int().positive().optional(),
        }),
      ),
    },
    responses: answers(sessionState, 'The new session'),
  }),
  signOut: createRoute({
    method: 'delete',
    path: '/api/session',
    summary: 'Sign out',
    responses: answers(sessionState, 'No session'),
  }),
  setLocale: createRoute({
    method: 'patch',
    path: '/api/session',
    summary: 'Change the language of the screens',
    request: { body: body(z.object({ locale })) },
    responses: answers(sessionState, 'The session'),
  }),
  setPassword: createRoute({
    method: 'put',
    path: '/api/session/password',
    summary: 'Change one’s own password; all other sessions of the account end',
    request: {
      body: body(
        z.object({ current: z.string().min(1).max(1000), next: z.string().min(1).max(1000) }),
      ),
    },
    responses: answers(sessionState, 'The session, which goes on'),
  }),
  choosePassword: createRoute({
    method: 'post',
    path: '/api/session/choose-password',
    summary: 'Choose a password, where a sign-in by one-time code waits for it',
    request: { body: body(z.object({ password: z.string().min(1).max(1000) })) },
    responses: answers(sessionState, 'The sign-in goes on, or is done'),
  }),
  setUp: createRoute({
    method: 'post',
    path: '/api/setup',
    summary: 'First set-up with the one-time token from the terminal',
    request: {
      body: body(
        z.object({
          token: z.string().min(1).max(200),
          provinceName: z.string().trim().min(1).max(200),
          address: z.string().trim().min(1).max(254),
          name: z.string().trim().min(1).max(200),
          password: z.string().min(1).max(1000),
          locale: locale.optional(),
        }),
      ),
    },
    responses: answers(sessionState, 'Signed in as the first administrator'),
  }),
}

const ssoQuery = z.object({ query: z.string().min(1).max(4000) })

export const ssoRoutes = {
  begin: createRoute({
    method: 'post',
    path: '/api/session/sso/begin',
    summary: 'Begin to sign in through the identity provider: where to send the browser',
    request: { body: body(z.object({ provinceId: z.number().int().positive().optional() })) },
    responses: answers(z.object({ address: z.string() }), 'The address to go to'),
  }),
  finish: createRoute({
    method: 'post',
    path: '/api/session/sso/finish',
    summary: 'Sign in with what the identity provider sent the browser back with',
    request: { body: body(ssoQuery) },
    responses: answers(sessionState, 'The new session'),
  }),
}

const ownSessions = z.object({
  sessions: z.array(
    z.object({
      id: uuid,
      /** "Chrome, Windows"; '' where unknown. */
      device: z.string(),
      /** The network address, shortened. */
      network: z.string(),
      since: z.string(),
      /** The last use, to five minutes. */
      lastSeen: z.string(),
      /** True for the session that asks. */
      present: z.boolean(),
    }),
  ),
})

export const ownSessionRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/sessions',
    summary: 'Where one is signed in',
    responses: answers(ownSessions, 'Sessions of one’s own, the one used last first'),
  }),
  end: createRoute({
    method: 'delete',
    path: '/api/sessions/{id}',
    summary: 'End one of one’s own sessions',
    request: { params: idParameter },
    responses: answers(sessionState, 'The session that asks; none where it ended itself'),
  }),
  endAll: createRoute({
    method: 'delete',
    path: '/api/sessions',
    summary: 'Sign out everywhere, here as well',
    responses: answers(sessionState, 'No session'),
  }),
}
