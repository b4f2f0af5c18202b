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
  line,
  named,
  uuid,
} from '../../http/parts.ts'
import { askedFor } from '../conferences/plan.ts'

export const run = z.object({ number: z.string(), startsAt: z.string().nullable() })

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
    /** `review`: the part that looks back on earlier conclusions. */
    kind: z.enum(['matter', 'review']),
    checked: z.enum(['notYet', 'passed', 'failed']),
    checkNote: z.string().nullable(),
    status: z.enum(['on', 'postponed', 'withdrawn']),
    statusReason: z.string().nullable(),
    /** Where it goes on, as far as the reader may know; null for an item that stays or has no place yet. */
    movedTo: z.object({ itemId: uuid, conferenceId: uuid, title: z.string() }).nullable(),
    /** Its number and time among all that are on; only in the list, and only of one that is on. */
    runs: run.nullable(),
    version: z.number(),
  })
  .openapi('SessionItem')

export type SessionItemView = z.infer<typeof sessionItem>

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

/** A step in the order: before another item, null for the end; and into a group where one is named. */
export const itemMove = z.object({
  before: uuid.nullable(),
  groupTitle: line(300).nullable().optional(),
})
export type ItemMove = z.infer<typeof itemMove>

/** The formal check of the office; what failed says why. */
export const itemCheck = z.object({
  checked: z.enum(['notYet', 'passed', 'failed']),
  note: line(1000).nullable().optional(),
})
export type ItemCheck = z.infer<typeof itemCheck>

/** Off this agenda: put off (to a conference, or until one is found) or taken off for good. */
export const itemOff = z.object({
  status: z.enum(['postponed', 'withdrawn']),
  reason: line(1000),
  /** Where it goes on; only for one that is put off. */
  conferenceId: uuid.optional(),
})
export type ItemOff = z.infer<typeof itemOff>

const one = z.object({ item: sessionItem })
const nothing = body(z.object({}))

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
  move: createRoute({
    method: 'post',
    path: '/api/session-items/{id}/move',
    summary: 'Move an item in the order of the agenda, or into another group',
    request: { params: idParameter, headers: ifMatch, body: body(itemMove) },
    responses: answers(one, 'The item'),
  }),
  check: createRoute({
    method: 'post',
    path: '/api/session-items/{id}/check',
    summary: 'The formal check: passed, failed with the reason, or not yet',
    request: { params: idParameter, headers: ifMatch, body: body(itemCheck) },
    responses: answers(one, 'The item'),
  }),
  takeOff: createRoute({
    method: 'post',
    path: '/api/session-items/{id}/take-off',
    summary: 'Put an item off to another conference, or take it off the agenda',
    request: { params: idParameter, headers: ifMatch, body: body(itemOff) },
    responses: answers(one, 'The item, as it stays here'),
  }),
  putBack: createRoute({
    method: 'post',
    path: '/api/session-items/{id}/put-back',
    summary: 'Put an item back that was taken off and goes on nowhere else',
    request: { params: idParameter, headers: ifMatch, body: nothing },
    responses: answers(one, 'The item'),
  }),
}
