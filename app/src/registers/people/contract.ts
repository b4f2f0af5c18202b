// Accounts of a province, and the rights granted to them.
import { createRoute, z } from '@hono/zod-openapi'
import { roles } from '../../http/access.ts'
import {
  answers,
  body,
  creates,
  idempotencyKey,
  idParameter,
  ifMatch,
  isoDate,
  uuid,
} from '../../http/parts.ts'

export const role = z.enum(roles)

export const roleGrant = z
  .object({
    id: uuid,
    /** Name of the account that holds it. */
    holder: z.string(),
    role,
    organisation: z.object({ id: uuid, name: z.string(), everywhere: z.boolean() }),
    from: z.string(),
    to: z.string().nullable(),
    /** Whose right this stands in for, while they are away. */
    onBehalfOf: z.string().nullable(),
    delegatedFrom: uuid.nullable(),
    membershipId: uuid.nullable(),
    reason: z.string().nullable(),
    grantedBy: z.string().nullable(),
    grantedAt: z.string(),
    endedAt: z.string().nullable(),
    inForce: z.boolean(),
    version: z.number(),
  })
  .openapi('Grant')

export type RoleGrant = z.infer<typeof roleGrant>

export const account = z
  .object({
    id: uuid,
    address: z.string(),
    name: z.string(),
    personId: uuid.nullable(),
    grants: z.array(roleGrant),
    locale: z.enum(['vi', 'en']),
    disabled: z.boolean(),
    /** How it signs in now: with a password it chose, with a one-time code until then, only through the provider, or not. */
    signsInBy: z.enum(['password', 'code', 'sso', 'nothing']),
    /** Until when its one-time code is good. */
    codeUntil: z.string().nullable(),
    /** Subject or e-mail address at the identity provider that opens it. */
    ssoName: z.string().nullable(),
    /** A second factor is asked for when it signs in. */
    secondFactor: z.boolean(),
    createdAt: z.string(),
    version: z.number(),
  })
  .openapi('Account')

export type Account = z.infer<typeof account>

export const newAccount = z.object({
  address: z.string().trim().min(1).max(254),
  name: z.string().trim().min(1).max(200),
  role,
  /** The body of the first grant; the province itself where none is named. */
  organisationId: uuid.optional(),
  personId: uuid.optional(),
})

export type NewAccount = z.infer<typeof newAccount>

export const accountChange = z.object({
  name: z.string().trim().min(1).max(200).optional(),
  personId: uuid.nullable().optional(),
  disabled: z.boolean().optional(),
  ssoName: z.string().trim().min(1).max(254).nullable().optional(),
})

export type AccountChange = z.infer<typeof accountChange>

export const newGrant = z.object({
  role,
  organisationId: uuid.optional(),
  from: isoDate.optional(),
  to: isoDate.nullable().optional(),
  membershipId: uuid.optional(),
  reason: z.string().trim().min(1).max(500).optional(),
})

export type NewGrant = z.infer<typeof newGrant>

export const delegation = z.object({
  /** The account address of who stands in. */
  address: z.string().trim().min(1).max(254),
  from: isoDate.optional(),
  to: isoDate,
  reason: z.string().trim().min(1).max(500),
})

export type Delegation = z.infer<typeof delegation>

const one = z.object({ account })

export const codesWanted = z.object({
  accounts: z.array(uuid).min(1).max(500),
  /** Days until the codes run out. */
  days: z.number().int().min(1).max(30),
  /** Needed where one of the accounts has a password; it stops working. */
  reason: z.string().trim().min(1).max(500).optional(),
})

export const issuedCode = z.object({
  accountId: uuid,
  name: z.string(),
  address: z.string(),
  code: z.string(),
  expiresAt: z.string(),
})

export type IssuedCode = z.infer<typeof issuedCode>

export const accountRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/accounts',
    summary: 'Accounts of the province',
    responses: answers(z.object({ accounts: z.array(account) }), 'All accounts'),
  }),
  add: createRoute({
    method: 'post',
    path: '/api/accounts',
    summary: 'Add an account with its first grant; it chooses a password with a one-time code',
    request: { headers: idempotencyKey, body: body(newAccount) },
    responses: creates(one, 'The account'),
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/accounts/{id}',
    summary: 'Change name or person; close or reopen',
    request: { params: idParameter, headers: ifMatch, body: body(accountChange) },
    responses: answers(one, 'The account'),
  }),
  codes: createRoute({
    method: 'post',
    path: '/api/session-codes',
    summary: 'Issue one-time codes: shown only here, each lets its account choose a password once',
    request: { body: body(codesWanted) },
    responses: answers(z.object({ codes: z.array(issuedCode) }), 'A code for each account'),
  }),
  grant: createRoute({
    method: 'post',
    path: '/api/accounts/{id}/grants',
    summary: 'Grant a role in a body for a time',
    request: { params: idParameter, headers: idempotencyKey, body: body(newGrant) },
    responses: creates(one, 'The account with its grants'),
  }),
  endGrant: createRoute({
    method: 'post',
    path: '/api/grants/{id}/end',
    summary: 'End a grant at once, and all that were delegated from it',
    request: {
      params: idParameter,
      headers: ifMatch,
      body: body(z.object({ reason: z.string().trim().min(1).max(500) })),
    },
    responses: answers(z.object({ grant: roleGrant }), 'The grant'),
  }),
  delegate: createRoute({
    method: 'post',
    path: '/api/grants/{id}/delegate',
    summary: 'Let another account stand in while one is away, until a day',
    request: { params: idParameter, headers: idempotencyKey, body: body(delegation) },
    responses: creates(z.object({ grant: roleGrant }), 'The delegated grant'),
  }),
  bodies: createRoute({
    method: 'get',
    path: '/api/grants/bodies',
    summary: 'Bodies that a right can be granted in, the province first',
    responses: answers(
      z.object({
        bodies: z.array(z.object({ id: uuid, name: z.string(), everywhere: z.boolean() })),
      }),
      'Bodies',
    ),
  }),
  ownGrants: createRoute({
    method: 'get',
    path: '/api/session/grants',
    summary: 'One’s own rights, and what one has delegated',
    responses: answers(
      z.object({ grants: z.array(roleGrant), delegated: z.array(roleGrant) }),
      'Grants',
    ),
  }),
}
