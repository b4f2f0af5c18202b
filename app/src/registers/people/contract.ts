// Accounts of a province.
import { createRoute, z } from '@hono/zod-openapi'
import {
  answers,
  body,
  creates,
  idempotencyKey,
  idParameter,
  ifMatch,
  uuid,
} from '../../http/parts.ts'

export const account = z
  .object({
    id: uuid,
    address: z.string(),
    name: z.string(),
    role: z.enum(['administrator', 'office', 'reader']),
    locale: z.enum(['vi', 'en']),
    disabled: z.boolean(),
    createdAt: z.string(),
    version: z.number(),
  })
  .openapi('Account')

export type Account = z.infer<typeof account>

export const newAccount = z.object({
  address: z.string().trim().min(1).max(254),
  name: z.string().trim().min(1).max(200),
  role: z.enum(['administrator', 'office', 'reader']),
  password: z.string().min(1).max(1000),
})

export type NewAccount = z.infer<typeof newAccount>

export const accountChange = z.object({
  name: z.string().trim().min(1).max(200).optional(),
  role: z.enum(['administrator', 'office', 'reader']).optional(),
  disabled: z.boolean().optional(),
  password: z.string().min(1).max(1000).optional(),
})

export type AccountChange = z.infer<typeof accountChange>

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
    summary: 'Add an account',
    request: { headers: idempotencyKey, body: body(newAccount) },
    responses: creates(z.object({ account }), 'The account'),
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/accounts/{id}',
    summary: 'Change name, role or password; close or reopen',
    request: { params: idParameter, headers: ifMatch, body: body(accountChange) },
    responses: answers(z.object({ account }), 'The account'),
  }),
}
