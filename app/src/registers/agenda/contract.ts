// The agenda of a conference that is held here: its items as they stand now, and the approved versions.
import { createRoute, z } from '@hono/zod-openapi'
import { levels } from '../../http/access.ts'
import {
  answers,
  body,
  creates,
  idempotencyKey,
  idParameter,
  ifMatch,
  uuid,
} from '../../http/parts.ts'
import { askedFor } from '../conferences/plan.ts'
import { named } from '../conferences/plan-contract.ts'

export const sessionItem = z
  .object({
    id: uuid,
    conferenceId: uuid,
    matterId: uuid,
    position: z.number(),
    number: z.string().nullable(),
    groupTitle: z.string().nullable(),
    title: z.string(),
    minutes: z.number().nullable(),
    submitter: named.nullable(),
    asked: z.enum(askedFor),
    level: z.enum(levels),
    personnel: z.boolean(),
    checked: z.enum(['notYet', 'passed', 'failed']),
    checkNote: z.string().nullable(),
    status: z.enum(['on', 'postponed', 'withdrawn']),
    statusReason: z.string().nullable(),
    movedTo: uuid.nullable(),
    version: z.number(),
  })
  .openapi('SessionItem')

export type SessionItemView = z.infer<typeof sessionItem>

const line = (longest: number) => z.string().trim().min(1).max(longest)

const facts = {
  number: line(20).nullable().optional(),
  groupTitle: line(300).nullable().optional(),
  minutes: z.number().int().min(1).max(1000).nullable().optional(),
  submitterId: uuid.nullable().optional(),
  level: z.enum(levels).optional(),
  personnel: z.boolean().optional(),
}

export const newItem = z.object({
  title: line(500),
  asked: z.enum(askedFor),
  /** An item of a matter that other bodies had or will have; a new matter where it is not named. */
  matterId: uuid.optional(),
  ...facts,
})
export type NewItem = z.infer<typeof newItem>

export const itemChange = z.object({
  title: line(500).optional(),
  asked: z.enum(askedFor).optional(),
  ...facts,
})
export type ItemChange = z.infer<typeof itemChange>

const one = z.object({ item: sessionItem })

export const agendaRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/conferences/{id}/items',
    summary: 'The agenda as it stands now, in order',
    request: { params: idParameter },
    responses: answers(z.object({ items: z.array(sessionItem) }), 'Items'),
  }),
  add: createRoute({
    method: 'post',
    path: '/api/conferences/{id}/items',
    summary: 'Put an item at the end of the agenda',
    request: { params: idParameter, headers: idempotencyKey, body: body(newItem) },
    responses: creates(one, 'The item'),
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/session-items/{id}',
    summary: 'Change an item of the agenda',
    request: { params: idParameter, headers: ifMatch, body: body(itemChange) },
    responses: answers(one, 'The item'),
  }),
}
